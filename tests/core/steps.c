/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/presets.h"
#include "core/recognizer.h"
#include "core/steps.h"
#include "lib/model.h"
#include "lib/synthetic.h"

#include <math.h>

#define SIDE 28

/* A digit-like ring through a made-up model. */
typedef struct {
  VwParameters parameters;
  VwModel *model;
  VwRecognizer *recognizer;
  const VwRecognition *seen;
  VwSteps steps;
} Lesson;

static void
lesson_init (Lesson *self, Synthetic picture, VwNorm norm, VwPyramid pyramid)
{
  g_autofree guint8 *image = synthetic_image (picture, SIDE, SIDE, 7);
  VwStepsSource source;

  self->model = test_model_new (VW_VOCABULARY_EUCLIDEAN, pyramid);
  self->model->parameters.norm = norm;
  self->parameters = vw_preset_find ("fixed-border")->parameters;
  self->recognizer = vw_recognizer_new (self->model, &self->parameters, SIDE, SIDE, NULL);
  self->seen = vw_recognizer_run (self->recognizer, image, NULL);
  source = (VwStepsSource){
    .rows = SIDE,
    .cols = SIDE,
    .width = self->seen->detection->width,
    .height = self->seen->detection->height,
    .frame = &self->seen->detection->frame,
    .parameters = &self->parameters,
    .keypoint = vw_orb_frame_strongest (&self->seen->detection->frame, -1),
    .model = self->model,
    .words = self->seen->words,
    .row = self->seen->row,
    .scores = self->seen->scores,
    .predicted = self->seen->predicted,
    .truth = 1,
  };
  vw_steps_init (&self->steps, &source);
}

static void
lesson_clear (Lesson *self)
{
  vw_recognizer_free (self->recognizer);
  vw_model_unref (self->model);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lesson, lesson_clear)

static void
test_funnel (void)
{
  g_auto (Lesson) lesson;
  const VwOrbFrame *frame;
  guint fast = 0, quotas = 0;

  lesson_init (&lesson, SYNTHETIC_SOFT_NOISE, VW_NORM_L2, VW_PYRAMID_1);
  frame = &lesson.seen->detection->frame;
  for (guint i = 0; i < frame->n_levels; i++)
    {
      fast += frame->levels[i].fast;
      quotas += lesson.steps.quotas[i];
      g_assert_cmpuint (frame->levels[i].kept, <=, frame->levels[i].border);
    }
  g_assert_cmpuint (lesson.steps.reason.fast, ==, fast);
  g_assert_cmpuint (quotas, ==, (guint) lesson.parameters.features);
  g_assert_cmpuint (lesson.steps.smallest, ==, frame->levels[frame->n_levels - 1].width);
  for (VwStep step = 0; step < VW_N_STEPS; step++)
    g_assert_cmpint (vw_steps_lack (&lesson.steps, step), ==, VW_LACK_NOTHING);
}

/* The length is what the counts are divided by, found here from the counts alone. */
static void
test_length (gconstpointer data)
{
  VwNorm norm = (VwNorm) GPOINTER_TO_INT (data);
  g_auto (Lesson) lesson;
  double squares = 0, sum = 0;
  guint counts[6] = { 0 }, different = 0, most = 0;

  lesson_init (&lesson, SYNTHETIC_SOFT_NOISE, norm, VW_PYRAMID_1);
  for (guint i = 0; i < lesson.seen->detection->frame.n_keypoints; i++)
    counts[lesson.seen->words[i]]++;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      squares += counts[i] * counts[i];
      sum += counts[i];
      different += counts[i] > 0;
      most = MAX (most, counts[i]);
    }
  g_assert_cmpuint (lesson.steps.different, ==, different);
  g_assert_cmpuint (lesson.steps.entries, ==, different);
  g_assert_cmpuint (lesson.steps.most, ==, most);
  g_assert_cmpuint (counts[lesson.steps.most_word], ==, most);
  g_assert_cmpfloat_with_epsilon (lesson.steps.length, norm == VW_NORM_L2 ? sqrt (squares) : sum,
                                  1e-4 * sum);
}

static void
test_scores (gconstpointer data)
{
  VwPyramid pyramid = (VwPyramid) GPOINTER_TO_INT (data);
  g_auto (Lesson) lesson;
  const VwSteps *steps = &lesson.steps;

  lesson_init (&lesson, SYNTHETIC_SOFT_NOISE, VW_NORM_L2, pyramid);
  g_assert_cmpuint (steps->cells, ==, pyramid == VW_PYRAMID_1 ? 1 : 21);
  g_assert_cmpuint (steps->dims, ==, 6 * steps->cells);
  g_assert_cmpfloat (steps->score, ==, lesson.seen->scores[lesson.seen->predicted]);
  g_assert_cmpfloat (steps->truth_score, ==, lesson.seen->scores[1]);
  g_assert_cmpstr (steps->truth, ==, lesson.model->class_names[1]);
  g_assert_cmpuint (steps->favour + steps->against, <=, steps->different);
  g_assert_cmpuint (steps->favour + steps->against, >, 0);
}

static void
test_lacks (void)
{
  g_auto (Lesson) lesson;
  VwSteps steps;

  lesson_init (&lesson, SYNTHETIC_BLANK, VW_NORM_L2, VW_PYRAMID_1);
  g_assert_cmpint (vw_steps_lack (&lesson.steps, VW_STEP_QUOTA), ==, VW_LACK_NOTHING);
  g_assert_cmpint (vw_steps_lack (&lesson.steps, VW_STEP_DIRECTION), ==, VW_LACK_KEYPOINTS);
  g_assert_cmpint (vw_steps_lack (&lesson.steps, VW_STEP_SCORES), ==, VW_LACK_KEYPOINTS);
  steps = lesson.steps;
  steps.has_model = FALSE;
  g_assert_cmpint (vw_steps_lack (&steps, VW_STEP_WORDS), ==, VW_LACK_MODEL);
  steps.counted = FALSE;
  g_assert_cmpint (vw_steps_lack (&steps, VW_STEP_PYRAMID), ==, VW_LACK_NOTHING);
  g_assert_cmpint (vw_steps_lack (&steps, VW_STEP_FAST), ==, VW_LACK_COUNTS);
  g_assert_cmpint (vw_steps_lack (&steps, VW_STEP_QUOTA), ==, VW_LACK_COUNTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steps/funnel", test_funnel);
  g_test_add_data_func ("/steps/length/l2", GINT_TO_POINTER (VW_NORM_L2), test_length);
  g_test_add_data_func ("/steps/length/l1", GINT_TO_POINTER (VW_NORM_L1), test_length);
  g_test_add_data_func ("/steps/length/hellinger", GINT_TO_POINTER (VW_NORM_HELLINGER),
                        test_length);
  g_test_add_data_func ("/steps/scores/plain", GINT_TO_POINTER (VW_PYRAMID_1), test_scores);
  g_test_add_data_func ("/steps/scores/pyramid", GINT_TO_POINTER (VW_PYRAMID_1_2_4), test_scores);
  g_test_add_func ("/steps/lacks", test_lacks);
  return g_test_run ();
}
