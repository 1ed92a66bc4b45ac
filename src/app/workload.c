/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/workload.h"

#include <math.h>

#define INK_SIDE (20.0 / 28) /* MNIST's digits fill that part of their image's side */

static guint
limited (guint count, int most)
{
  return most > 0 ? MIN (count, (guint) most) : count;
}

/* Corners that FAST finds after suppression on a digit of 96 px, all levels taken together; a
   sharper enlargement has more. */
static double
corners_at_96 (VwInterpolation interpolation)
{
  switch (interpolation)
    {
    case VW_INTERPOLATION_NEAREST:
    case VW_INTERPOLATION_AREA:
      return 294;
    case VW_INTERPOLATION_LINEAR:
      return 216;
    default:
      return 175;
    }
}

/* Pixels off the border, of all levels; and which share of the ink lies among them. */
static double
count_inside (const VwParameters *parameters, double *share)
{
  double side = parameters->upscale, pixels = 0, ink = 0, seen = 0;

  for (int level = 0; level < parameters->levels; level++, side /= parameters->scale_factor)
    {
      double room = MAX (0, side - 2 * parameters->edge_threshold);

      pixels += room * room;
      ink += pow (side * INK_SIDE, 2);
      seen += pow (MIN (room, side * INK_SIDE), 2);
    }
  *share = seen / ink;
  return pixels;
}

void
vw_workload_init (VwWorkload *self, VwDataset *dataset, const VwParameters *parameters)
{
  double enlarged = pow (parameters->upscale / 96.0, 2), share;

  self->parameters = *parameters;
  self->n_train = limited (vw_dataset_get_count (dataset, VW_SPLIT_TRAIN), parameters->max_train);
  self->n_test = limited (vw_dataset_get_count (dataset, VW_SPLIT_TEST), parameters->max_test);
  self->pixels = count_inside (parameters, &share);
  self->descriptors
      = MIN (parameters->features, corners_at_96 (parameters->interpolation) * enlarged * share);
}

/* What it costs to give a descriptor its word, a word looked at. */
static double
assign_seconds (const VwParameters *parameters)
{
  return parameters->vocabulary == VW_VOCABULARY_HAMMING ? 1.1e-9 : 1.8e-9;
}

static double
vocabulary_seconds (const VwWorkload *self)
{
  const VwParameters *parameters = &self->parameters;
  double words = parameters->words, descriptors = self->n_train * self->descriptors;
  double all = (self->n_train + self->n_test) * self->descriptors;
  double learning = parameters->vocabulary == VW_VOCABULARY_HAMMING
                        ? MIN (descriptors, MAX (200000, 100 * words)) * 18e-9
                        : MIN (descriptors, parameters->batch) * 100e-9;

  return words * (learning + all * assign_seconds (parameters));
}

/* Words that differ, of those of one image, in all cells of the pyramid and all directions; drawn
   at random. */
static double
guess_distinct (const VwWorkload *self)
{
  double distinct = 0;

  for (VwPyramid level = VW_PYRAMID_1; level <= self->parameters.pyramid; level++)
    {
      double places = self->parameters.words * self->parameters.directions * pow (4, level);

      distinct += places * (1 - exp (-self->descriptors / places));
    }
  return distinct;
}

static double
processor_seconds (const VwWorkload *self, VwStage stage)
{
  static const double sorting[] = { 6e-8, 1.5e-7, 3e-7 };
  double images = self->n_train + self->n_test;
  double enlarged = pow (self->parameters.upscale / 96.0, 2);

  switch (stage)
    {
    case VW_STAGE_KEYPOINTS:
      return images * (6e-6 * enlarged + 1.4e-9 * self->pixels + 2.5e-7 * self->descriptors);
    case VW_STAGE_VOCABULARY:
      return vocabulary_seconds (self);
    case VW_STAGE_HISTOGRAMS:
      return images * self->descriptors * sorting[self->parameters.pyramid];
    case VW_STAGE_CLASSIFIER:
      return self->n_train * 2e-6 * pow (guess_distinct (self), .8);
    default:
      return images * 1e-7;
    }
}

/* The constants are fitted to all presets, on the sample and on the full MNIST. */
double
vw_workload_seconds (const VwWorkload *self, VwStage stage)
{
  return MAX (processor_seconds (self, stage) / g_get_num_processors (), 0.001);
}
