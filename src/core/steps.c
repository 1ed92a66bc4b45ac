/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/steps.h"

#include "core/evidence.h"
#include "core/orb-private.h"

static void
add_levels (VwSteps *self, const VwStepsSource *source)
{
  VwOrbLevel levels[VW_ORB_MAX_LEVELS];

  self->n_levels = source->frame->n_levels;
  self->smallest = source->frame->levels[self->n_levels - 1].width;
  if (!vw_orb_plan_levels (source->parameters, source->width, source->height, levels, NULL))
    return; /* then there would be no frame either */
  for (guint i = 0; i < self->n_levels; i++)
    {
      self->quotas[i] = levels[i].quota;
      self->levels_at_quota += source->frame->levels[i].border > levels[i].quota;
    }
}

static void
add_keypoint (VwSteps *self, const VwStepsSource *source)
{
  const VwKeypoint *keypoint;
  const guint8 *descriptor;

  self->keypoint = source->keypoint;
  if (source->keypoint < 0)
    return;
  keypoint = &source->frame->keypoints[source->keypoint];
  descriptor = source->frame->descriptors + (gsize) source->keypoint * VW_DESCRIPTOR_BYTES;
  self->level = keypoint->octave;
  self->level_side = source->frame->levels[keypoint->octave].width;
  self->angle = keypoint->angle;
  for (guint i = 0; i < 8 * VW_DESCRIPTOR_BYTES; i++)
    self->ones += descriptor[i / 8] >> i % 8 & 1;
}

static void
add_word (VwSteps *self, const VwStepsSource *source)
{
  const VwVocabulary *vocabulary = source->model->vocabulary;

  self->words = vw_vocabulary_get_words (vocabulary);
  self->hamming = vw_vocabulary_get_kind (vocabulary) == VW_VOCABULARY_HAMMING;
  if (source->keypoint < 0)
    return;
  self->word = source->words[source->keypoint];
  self->distance = vw_vocabulary_distance (
      vocabulary, source->frame->descriptors + (gsize) source->keypoint * VW_DESCRIPTOR_BYTES,
      self->word);
}

static guint
count_word (const VwStepsSource *source, guint word)
{
  guint n = 0;

  for (guint i = 0; i < source->frame->n_keypoints; i++)
    n += source->words[i] == word;
  return n;
}

/* What the counts add up to: each keypoint is counted once in every grid of cells. */
static double
total_count (const VwStepsSource *source)
{
  return (double) source->frame->n_keypoints * (source->model->parameters.pyramid + 1);
}

/* From the values back to what they were divided by. */
static double
find_length (const VwSteps *self, const VwStepsSource *source)
{
  double values = 0;

  if (self->norm != VW_NORM_L2)
    return total_count (source);
  for (guint i = 0; i < self->entries; i++)
    values += source->row->values[i];
  return values > 0 ? total_count (source) / values : 0;
}

static void
add_counts (VwSteps *self, const VwStepsSource *source)
{
  g_autofree gboolean *seen = g_new0 (gboolean, self->words);

  self->entries = source->row->offsets[1];
  self->length = find_length (self, source);
  for (guint i = 0; i < source->frame->n_keypoints; i++)
    {
      guint word = source->words[i], n = count_word (source, word);

      self->different += !seen[word];
      seen[word] = TRUE;
      if (n <= self->most)
        continue;
      self->most = n;
      self->most_word = word;
    }
}

/* What the words push: in all cells of the pyramid together. */
static void
add_evidence (VwSteps *self, const VwStepsSource *source)
{
  g_autoptr (VwEvidence) evidence
      = vw_evidence_new (source->model->classifier, source->row, 0, self->words,
                         source->model->parameters.directions, source->predicted);

  self->intercept = evidence->intercept;
  for (guint i = 0; i < evidence->n_words; i++)
    {
      self->favour += evidence->words[i].product > 0;
      self->against += evidence->words[i].product < 0;
    }
}

static void
add_scores (VwSteps *self, const VwStepsSource *source)
{
  /* A class that no training image had has no score to compare with. */
  if (source->truth >= 0 && source->scores[source->truth] > -G_MAXFLOAT)
    {
      self->truth = source->model->class_names[source->truth];
      self->truth_score = source->scores[source->truth];
    }
  if (source->predicted == VW_NO_PREDICTION)
    return;
  self->predicted = source->model->class_names[source->predicted];
  self->score = source->scores[source->predicted];
  add_evidence (self, source);
}

void
vw_steps_init (VwSteps *self, const VwStepsSource *source)
{
  *self = (VwSteps){ .rows = source->rows,
                     .cols = source->cols,
                     .width = source->width,
                     .height = source->height,
                     .parameters = *source->parameters };
  self->reason = vw_reason_find (source->frame, source->parameters);
  self->counted = self->reason.code != VW_REASON_UNKNOWN;
  add_levels (self, source);
  add_keypoint (self, source);
  if (source->model == NULL)
    return;
  self->has_model = TRUE;
  self->norm = source->model->parameters.norm;
  self->cells = vw_pyramid_cells (source->model->parameters.pyramid);
  self->directions = source->model->parameters.directions;
  self->dims = source->row->dims;
  add_word (self, source);
  add_counts (self, source);
  add_scores (self, source);
}

VwLack
vw_steps_lack (const VwSteps *self, VwStep step)
{
  if (step >= VW_STEP_FAST && step <= VW_STEP_DESCRIPTOR && !self->counted)
    return VW_LACK_COUNTS;
  if (step >= VW_STEP_WORDS && !self->has_model)
    return VW_LACK_MODEL;
  if (step >= VW_STEP_DIRECTION && self->keypoint < 0)
    return VW_LACK_KEYPOINTS;
  return VW_LACK_NOTHING;
}

const char *
vw_step_name (VwStep step)
{
  static const char *const names[VW_N_STEPS]
      = { "upscale",   "pyramid",    "fast",  "suppression", "border", "quota",
          "direction", "descriptor", "words", "histogram",   "scores" };

  return names[step];
}
