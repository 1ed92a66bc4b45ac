/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/steps.h"

#include "cli/console.h"
#include "core/recognizer.h"
#include "core/steps.h"
#include "plot/numbers.h"
#include "text/language.h"
#include "text/step-text.h"

#include <stdio.h>

/* The image, what was found in it, and what a model makes of that. */
typedef struct {
  VwDataset *data;
  VwSplit split;
  guint index;
  VwModel *model;
  VwRecognizer *recognizer; /* with a model; else the other */
  VwDetector *detector;
  const VwRecognition *recognition;
  const VwDetection *detection;
} Look;

static void
look_clear (Look *self)
{
  g_clear_pointer (&self->recognizer, vw_recognizer_free);
  g_clear_pointer (&self->detector, vw_detector_free);
  g_clear_pointer (&self->model, vw_model_unref);
  g_clear_pointer (&self->data, vw_dataset_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static const char *
look_label (const Look *self)
{
  return vw_dataset_get_class_name (self->data,
                                    vw_dataset_get_labels (self->data, self->split)[self->index]);
}

static gboolean
look_run (Look *self, const VwParameters *parameters, GError **error)
{
  const guint8 *image = vw_dataset_get_image (self->data, self->split, self->index);
  guint rows = vw_dataset_get_rows (self->data), cols = vw_dataset_get_cols (self->data);

  if (self->model == NULL)
    {
      self->detector = vw_detector_new (parameters, rows, cols, error);
      if (self->detector != NULL)
        self->detection = vw_detector_run (self->detector, image, error);
      return self->detection != NULL;
    }
  self->recognizer = vw_recognizer_new (self->model, parameters, rows, cols, error);
  if (self->recognizer != NULL)
    self->recognition = vw_recognizer_run (self->recognizer, image, error);
  if (self->recognition != NULL)
    self->detection = self->recognition->detection;
  return self->recognition != NULL;
}

static void
look_measure (const Look *self, const VwParameters *parameters, VwSteps *steps)
{
  const VwRecognition *seen = self->recognition;
  VwStepsSource source = { .rows = vw_dataset_get_rows (self->data),
                           .cols = vw_dataset_get_cols (self->data),
                           .width = self->detection->width,
                           .height = self->detection->height,
                           .frame = &self->detection->frame,
                           .parameters = parameters,
                           .keypoint = vw_orb_frame_strongest (&self->detection->frame, -1) };

  if (seen != NULL)
    {
      source.model = self->model;
      source.words = seen->words;
      source.row = seen->row;
      source.scores = seen->scores;
      source.predicted = seen->predicted;
      source.truth = vw_model_find_class (self->model, look_label (self));
    }
  vw_steps_init (steps, &source);
}

/* A VwDecimalFunc. */
static char *
decimal (double value, int digits)
{
  return vw_plot_format_decimal (vw_plot_numbers_for (vw_language ()), value, digits,
                                 FALSE);
}

static void
print_steps (const VwSteps *steps)
{
  for (VwStep step = 0; step < VW_N_STEPS; step++)
    {
      g_autofree char *figure = vw_step_figure (step, steps);
      g_autofree char *sentence = vw_step_sentence (step, steps, decimal);
      g_autofree char *note = vw_step_note (step, steps, decimal);

      printf ("%s%u %s · %s\n%s\n", step > 0 ? "\n" : "", step + 1, vw_step_title (step), figure,
              sentence);
      if (note != NULL)
        puts (note);
    }
}

static void
add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

static void
add_steps (JsonBuilder *json, const VwSteps *steps)
{
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (VwStep step = 0; step < VW_N_STEPS; step++)
    {
      g_autofree char *figure = vw_step_figure (step, steps);
      g_autofree char *sentence = vw_step_sentence (step, steps, decimal);
      g_autofree char *note = vw_step_note (step, steps, decimal);

      json_builder_begin_object (json);
      add_string (json, "name", vw_step_name (step));
      add_string (json, "title", vw_step_title (step));
      add_string (json, "figure", figure);
      add_string (json, "sentence", sentence);
      add_string (json, "note", note);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static int
print_json (const Look *look, const VwSteps *steps)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_string (json, "label", look_label (look));
  add_steps (json, steps);
  json_builder_end_object (json);
  return vw_cli_print_json (json_builder_get_root (json));
}

static gboolean
look_at (Look *self, const char *source, const VwCliPick *pick, const char *model, GError **error)
{
  if (!vw_cli_pick_split (pick, &self->split, error)
      || (model != NULL && (self->model = vw_model_load (model, error)) == NULL)
      || (self->data = vw_cli_load (source, 0, error)) == NULL
      || !vw_cli_pick_check (pick, self->data, self->split, error))
    return FALSE;
  self->index = pick->index;
  return TRUE;
}

int
vw_cli_steps (const char *source, const VwCliPick *pick, VwCliParameters *parameters,
              const char *model, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_auto (Look) look = { 0 };
  VwSteps steps;

  if (!look_at (&look, source, pick, model, &error))
    return vw_cli_fail (error);
  if (look.model != NULL)
    vw_cli_parameters_set_base (parameters, &look.model->parameters);
  if (!look_run (&look, &parameters->values, &error))
    return vw_cli_fail (error);
  look_measure (&look, &parameters->values, &steps);
  if (as_json)
    return print_json (&look, &steps);
  print_steps (&steps);
  return vw_cli_finish_output ();
}
