/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/image-option.h"
#include "cli/parameter-options.h"
#include "cli/steps.h"
#include "core/recognizer.h"
#include "text/reason-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Returns: (transfer full): the reason and its numbers. */
static char *
reason_text (const VwReason *reason)
{
  g_autofree char *sentence = vw_reason_sentence (reason);
  g_autofree char *arithmetic = vw_reason_arithmetic (reason);

  return g_strjoin (" ", sentence, arithmetic, NULL);
}

static void
print_heads (void)
{
  vw_cli_print_left (_("Level"), 8);
  vw_cli_print_right (_("Size"), 12);
  vw_cli_print_right (_("FAST"), 9);
  vw_cli_print_right (_("Suppression"), 14);
  vw_cli_print_right (_("In border"), 18);
  vw_cli_print_right (_("Kept"), 9);
  putchar ('\n');
}

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
  return vw_dataset_get_class_name (
      self->data, vw_dataset_get_labels (self->data, self->split)[self->index]);
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
                           .width = self->detection->width, .height = self->detection->height,
                           .frame = &self->detection->frame, .parameters = parameters,
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

static void
print_text (const VwDetection *seen, const char *label, const VwReason *reason)
{
  g_autofree char *sentence = reason_text (reason);

  vw_cli_print_label (_("Label"));
  puts (label);
  vw_cli_print_label (_("Pixels"));
  printf ("%u × %u\n", seen->width, seen->height);
  vw_cli_print_label (_("Keypoints"));
  printf ("%u\n%s\n\n", seen->frame.n_keypoints, sentence);
  print_heads ();
  for (guint i = 0; i < seen->frame.n_levels; i++)
    {
      const VwLevelCounts *level = &seen->frame.levels[i];
      g_autofree char *size = g_strdup_printf ("%u × %u", level->width, level->height);

      printf ("%-8u", i);
      vw_cli_print_right (size, 12);
      printf ("%9u%14u%18u%9u\n", level->fast, level->suppressed, level->border, level->kept);
    }
}

static void
add_int (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_double (JsonBuilder *json, const char *name, double value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_double_value (json, value);
}

static void
add_keypoint (JsonBuilder *json, const VwKeypoint *keypoint)
{
  json_builder_begin_object (json);
  add_double (json, "x", keypoint->x);
  add_double (json, "y", keypoint->y);
  add_double (json, "size", keypoint->size);
  add_double (json, "angle", keypoint->angle);
  add_double (json, "response", keypoint->response);
  add_int (json, "octave", keypoint->octave);
  json_builder_end_object (json);
}

static void
add_level (JsonBuilder *json, const VwLevelCounts *level)
{
  json_builder_begin_object (json);
  add_int (json, "width", level->width);
  add_int (json, "height", level->height);
  add_int (json, "fast", level->fast);
  add_int (json, "suppressed", level->suppressed);
  add_int (json, "border", level->border);
  add_int (json, "kept", level->kept);
  json_builder_end_object (json);
}

static void
add_levels (JsonBuilder *json, const VwOrbFrame *frame)
{
  json_builder_set_member_name (json, "keypoints");
  json_builder_begin_array (json);
  for (guint i = 0; i < frame->n_keypoints; i++)
    add_keypoint (json, &frame->keypoints[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "levels");
  json_builder_begin_array (json);
  for (guint i = 0; i < frame->n_levels; i++)
    add_level (json, &frame->levels[i]);
  json_builder_end_array (json);
}

/* @steps: (nullable): */
static int
print_json (const Look *look, const VwReason *reason, const VwSteps *steps)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *sentence = reason_text (reason);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "label");
  json_builder_add_string_value (json, look_label (look));
  add_int (json, "width", look->detection->width);
  add_int (json, "height", look->detection->height);
  add_levels (json, &look->detection->frame);
  json_builder_set_member_name (json, "reason");
  json_builder_add_string_value (json, sentence);
  json_builder_set_member_name (json, "reason_code");
  json_builder_add_string_value (json, vw_reason_name (reason->code));
  if (steps != NULL)
    vw_cli_add_steps (json, steps);
  json_builder_end_object (json);
  return vw_cli_print_json (json_builder_get_root (json));
}

/* What was asked for. */
typedef struct {
  VwCliPick pick;
  VwCliParameters parameters;
  char *model;
  gboolean steps, json;
} Wish;

static gboolean
look (Look *self, const char *source, Wish *wish, GError **error)
{
  if (!vw_cli_pick_split (&wish->pick, &self->split, error)
      || (wish->model != NULL && (self->model = vw_model_load (wish->model, error)) == NULL)
      || (self->data = vw_cli_load (source, 0, error)) == NULL
      || !vw_cli_pick_check (&wish->pick, self->data, self->split, error))
    return FALSE;
  self->index = wish->pick.index;
  if (self->model != NULL)
    vw_cli_parameters_set_base (&wish->parameters, &self->model->parameters);
  return look_run (self, &wish->parameters.values, error);
}

static int
inspect (const char *source, Wish *wish)
{
  g_autoptr (GError) error = NULL;
  g_auto (Look) seen = { 0 };
  VwReason reason;
  VwSteps steps;

  if (!look (&seen, source, wish, &error))
    return vw_cli_fail (error);
  reason = vw_reason_find (&seen.detection->frame, &wish->parameters.values);
  if (wish->steps)
    look_measure (&seen, &wish->parameters.values, &steps);
  if (wish->json)
    return print_json (&seen, &reason, wish->steps ? &steps : NULL);
  if (wish->steps)
    vw_cli_print_steps (&steps);
  else
    print_text (seen.detection, look_label (&seen), &reason);
  return vw_cli_finish_output ();
}

static void
wish_clear (Wish *wish)
{
  vw_cli_pick_clear (&wish->pick);
  vw_cli_parameters_clear (&wish->parameters);
  g_free (wish->model);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

int
vw_cli_inspect (int argc, char **argv)
{
  g_auto (Wish) wish = { .pick = VW_CLI_PICK_INIT };
  const GOptionEntry entries[] = {
    VW_CLI_PICK_ENTRIES (wish.pick),
    { "steps", 0, 0, G_OPTION_ARG_NONE, &wish.steps,
      _("Say what each step of the method does with it"), NULL },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &wish.model,
      _("Model for the last steps; its parameters are those to start from"), "MODEL" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wish.json, _("Print one JSON object"), NULL },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "DATA", _("Show one image’s keypoints, level by level, and why there are so few."),
          entries, vw_cli_parameter_options (&wish.parameters), 1, 1 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  return inspect (argv[1], &wish);
}
