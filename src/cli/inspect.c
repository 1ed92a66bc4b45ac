/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/image-option.h"
#include "cli/parameter-options.h"
#include "cli/steps.h"
#include "core/class-averages.h"
#include "core/detector.h"
#include "core/remedy.h"
#include "text/class-text.h"
#include "text/reason-text.h"
#include "text/remedy-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

/**
 * Sight:
 * @label: the image's class
 *
 * All that is said of one image. What is borrowed lives as long as data and detector.
 */
typedef struct {
  const VwDetection *seen;
  guint label;
  const char *class_name;
  VwReason reason;
  VwRemedies remedies;
  VwClassAverages *averages; /* owned */
} Sight;

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

/* @text: (transfer full) (nullable) */
static void
print_line (char *text)
{
  if (text != NULL)
    puts (text);
  g_free (text);
}

static void
print_reason (const Sight *sight)
{
  const VwRemedies *remedies = &sight->remedies;

  print_line (reason_text (&sight->reason));
  print_line (vw_class_sentence (sight->averages, sight->label, sight->class_name));
  if (remedies->n > 0)
    print_line (vw_remedy_action (&remedies->found[0]));
  print_line (vw_remedies_sentence (remedies));
}

static void
print_text (const Sight *sight)
{
  const VwDetection *seen = sight->seen;

  vw_cli_print_label (_("Label"));
  puts (sight->class_name);
  vw_cli_print_label (_("Pixels"));
  printf ("%u × %u\n", seen->width, seen->height);
  vw_cli_print_label (_("Keypoints"));
  printf ("%u\n", seen->frame.n_keypoints);
  print_reason (sight);
  putchar ('\n');
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
add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_remedy (JsonBuilder *json, const VwRemedy *remedy)
{
  json_builder_begin_object (json);
  add_string (json, "parameter", remedy->info->name);
  if (remedy->info->type == VW_PARAMETER_CHOICE)
    add_string (json, "value", remedy->info->choices[(int) remedy->value].nick);
  else
    add_int (json, "value", (int) remedy->value);
  add_int (json, "keypoints", remedy->keypoints);
  json_builder_end_object (json);
}

static void
add_average (JsonBuilder *json, const char *name, const VwClassAverage *average)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  add_int (json, "images", average->n_images);
  add_double (json, "corners", average->corners);
  add_double (json, "keypoints", average->keypoints);
  add_double (json, "outside", average->outside);
  add_double (json, "middle", average->middle);
  json_builder_end_object (json);
}

static void
begin_array (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

static void
add_detection (JsonBuilder *json, const VwDetection *seen)
{
  add_int (json, "width", seen->width);
  add_int (json, "height", seen->height);
  begin_array (json, "keypoints");
  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    add_keypoint (json, &seen->frame.keypoints[i]);
  json_builder_end_array (json);
  begin_array (json, "levels");
  for (guint i = 0; i < seen->frame.n_levels; i++)
    add_level (json, &seen->frame.levels[i]);
  json_builder_end_array (json);
}

static void
add_reason (JsonBuilder *json, const Sight *sight)
{
  g_autofree char *sentence = reason_text (&sight->reason);
  VwClassTrait trait = vw_class_averages_get_trait (sight->averages, sight->label);

  add_string (json, "reason", sentence);
  add_string (json, "reason_code", vw_reason_name (sight->reason.code));
  begin_array (json, "remedies");
  for (guint i = 0; i < sight->remedies.n; i++)
    add_remedy (json, &sight->remedies.found[i]);
  json_builder_end_array (json);
  add_average (json, "class_average", &sight->averages->classes[sight->label]);
  add_average (json, "average", &sight->averages->all);
  add_string (json, "class_trait", vw_class_trait_name (trait));
}

static int
print_json (const Sight *sight)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_string (json, "label", sight->class_name);
  add_detection (json, sight->seen);
  add_reason (json, sight);
  json_builder_end_object (json);
  return vw_cli_print_json (json_builder_get_root (json));
}

/* Also what would help and how the class fares. */
static gboolean
explain (Sight *sight, VwDataset *data, VwSplit split, const guint8 *image,
         const VwParameters *parameters, GError **error)
{
  VwRemedyCase remedy_case = { image, vw_dataset_get_rows (data), vw_dataset_get_cols (data),
                               parameters, &sight->reason };
  VwTask task = vw_cli_task (0);

  sight->class_name = vw_dataset_get_class_name (data, sight->label);
  sight->reason = vw_reason_find (&sight->seen->frame, parameters);
  if (!vw_remedies_find (&remedy_case, &sight->remedies, error))
    return FALSE;
  sight->averages = vw_class_averages_find (data, split, parameters, &task, error);
  return sight->averages != NULL;
}

static int
inspect (const char *source, const VwCliPick *pick, const VwParameters *parameters, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (VwDetector) detector = NULL;
  g_autoptr (VwClassAverages) averages = NULL;
  const guint8 *image;
  Sight sight = { 0 };
  VwSplit split;

  if (!vw_cli_pick_split (pick, &split, &error)
      || (data = vw_cli_load (source, 0, &error)) == NULL
      || !vw_cli_pick_check (pick, data, split, &error))
    return vw_cli_fail (error);
  detector = vw_detector_new (parameters, vw_dataset_get_rows (data), vw_dataset_get_cols (data),
                              &error);
  if (detector == NULL)
    return vw_cli_fail (error);
  image = vw_dataset_get_image (data, split, pick->index);
  sight.label = vw_dataset_get_labels (data, split)[pick->index];
  sight.seen = vw_detector_run (detector, image, &error);
  if (sight.seen == NULL || !explain (&sight, data, split, image, parameters, &error))
    return vw_cli_fail (error);
  averages = sight.averages;
  if (as_json)
    return print_json (&sight);
  print_text (&sight);
  return vw_cli_finish_output ();
}

int
vw_cli_inspect (int argc, char **argv)
{
  g_auto (VwCliPick) pick = VW_CLI_PICK_INIT;
  g_auto (VwCliParameters) parameters = { 0 };
  gboolean as_json = FALSE, steps = FALSE;
  g_autofree char *model = NULL;
  const GOptionEntry entries[] = {
    VW_CLI_PICK_ENTRIES (pick),
    { "steps", 0, 0, G_OPTION_ARG_NONE, &steps,
      _("Say instead what each step of the method does with it"), NULL },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &model,
      _("Model for the last steps; its parameters are those to start from"), "MODEL" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, _("Print one JSON object"), NULL },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "DATA", _("Show one image’s keypoints, level by level, and why there are so few."),
          entries, vw_cli_parameter_options (&parameters), 1, 1 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  if (model != NULL && !steps)
    return vw_cli_usage_error ("inspect", _("--model goes with --steps"));
  if (steps)
    return vw_cli_steps (argv[1], &pick, &parameters, model, as_json);
  return inspect (argv[1], &pick, &parameters.values, as_json);
}
