/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/workload.h"

#include "core/histogram.h"

#include <math.h>

/* Corners that FAST finds on a digit of 96 px after suppression, all levels taken together. */
#define CORNERS_AT_96 (200 / (96.0 * 96))

static guint
limited (guint count, int most)
{
  return most > 0 ? MIN (count, (guint) most) : count;
}

/* Corners lie more or less evenly; each level keeps those that are off its border. */
static double
guess_descriptors (const VwParameters *parameters)
{
  double side = parameters->upscale, all = 0, inside = 0;

  for (int level = 0; level < parameters->levels; level++, side /= parameters->scale_factor)
    {
      double room = MAX (0, side - 2 * parameters->edge_threshold);

      all += side * side;
      inside += room * room;
    }
  return MIN (parameters->features,
              CORNERS_AT_96 * parameters->upscale * parameters->upscale * inside / all);
}

void
vw_workload_init (VwWorkload *self, VwDataset *dataset, const VwParameters *parameters)
{
  self->parameters = *parameters;
  self->n_train = limited (vw_dataset_get_count (dataset, VW_SPLIT_TRAIN), parameters->max_train);
  self->n_test = limited (vw_dataset_get_count (dataset, VW_SPLIT_TEST), parameters->max_test);
  self->descriptors = guess_descriptors (parameters);
}

double
vw_workload_seconds (const VwWorkload *self, VwStage stage)
{
  double images = self->n_train + self->n_test, seconds = 0;
  double words = self->parameters.words, enlarged = pow (self->parameters.upscale / 96.0, 2);
  double present = MIN (self->descriptors, words * vw_histogram_parts (&self->parameters));

  switch (stage)
    {
    case VW_STAGE_KEYPOINTS:
      seconds = images * (5e-6 * enlarged + 3e-7 * self->descriptors);
      break;
    case VW_STAGE_VOCABULARY:
      seconds = self->n_train * self->descriptors * words * 3e-9;
      break;
    case VW_STAGE_HISTOGRAMS:
      seconds = self->descriptors * self->n_test * words * 1e-9 + images * 1e-6;
      break;
    case VW_STAGE_CLASSIFIER:
      seconds = self->n_train * present * 1e-6;
      break;
    default:
      seconds = images * 1e-7;
    }
  return MAX (seconds, 0.001);
}
