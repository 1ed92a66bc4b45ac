/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/digit-output.h"
#include "cli/image-option.h"
#include "cli/parameter-options.h"
#include "cli/steps.h"
#include "core/class-averages.h"
#include "core/remedy.h"
#include "text/class-text.h"
#include "text/reason-text.h"
#include "text/remedy-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

/**
 * Sight:
 * @seen: borrowed
 * @label: the image's class
 *
 * All that is said of one image.
 */
typedef struct {
  const VwInspection *seen;
  guint label;
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
  const VwRemedies *remedies = &sight->seen->remedies;

  print_line (reason_text (&sight->seen->reason));
  print_line (vw_class_sentence (sight->averages, sight->label,
                                 vw_inspection_get_label (sight->seen)));
  if (remedies->n > 0)
    print_line (vw_remedy_action (&remedies->found[0]));
  print_line (vw_remedies_sentence (remedies));
}

/* A detector that does not tell its counts still tells what it keeps. */
static gboolean
tells_counts (const VwInspection *seen)
{
  return seen->reason.code != VW_REASON_UNKNOWN;
}

static void
print_level (const VwInspection *seen, guint i)
{
  const VwLevelCounts *level = &seen->frame.levels[i];
  g_autofree char *size = g_strdup_printf ("%u × %u", level->width, level->height);

  printf ("%-8u", i);
  vw_cli_print_right (size, 12);
  if (tells_counts (seen))
    printf ("%9u%14u%18u%9u\n", level->fast, level->suppressed, level->border, level->kept);
  else
    printf ("%9s%14s%18s%9u\n", "?", "?", "?", level->kept);
}

static void
print_text (const Sight *sight)
{
  const VwInspection *seen = sight->seen;

  vw_cli_print_label (_("Label"));
  puts (vw_inspection_get_label (seen));
  vw_cli_print_label (_("Pixels"));
  printf ("%u × %u\n", seen->width, seen->height);
  vw_cli_print_label (_("Keypoints"));
  printf ("%u\n", seen->frame.n_keypoints);
  print_reason (sight);
  putchar ('\n');
  print_heads ();
  for (guint i = 0; i < seen->frame.n_levels; i++)
    print_level (seen, i);
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
add_null (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_add_null_value (json);
}

static void
add_count (JsonBuilder *json, const char *name, guint count, gboolean known)
{
  if (known)
    add_int (json, name, count);
  else
    add_null (json, name);
}

static void
add_level (JsonBuilder *json, const VwLevelCounts *level, gboolean known)
{
  json_builder_begin_object (json);
  add_int (json, "width", level->width);
  add_int (json, "height", level->height);
  add_count (json, "fast", level->fast, known);
  add_count (json, "suppressed", level->suppressed, known);
  add_count (json, "border", level->border, known);
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
add_share (JsonBuilder *json, const char *name, double value, gboolean known)
{
  if (known)
    add_double (json, name, value);
  else
    add_null (json, name);
}

static void
add_average (JsonBuilder *json, const char *name, const VwClassAverage *average, gboolean known)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  add_int (json, "images", average->n_images);
  add_share (json, "corners", average->corners, known);
  add_double (json, "keypoints", average->keypoints);
  add_share (json, "outside", average->outside, known);
  add_share (json, "middle", average->middle, known);
  json_builder_end_object (json);
}

static void
begin_array (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

static void
add_detection (JsonBuilder *json, const VwInspection *seen)
{
  add_int (json, "width", seen->width);
  add_int (json, "height", seen->height);
  begin_array (json, "keypoints");
  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    add_keypoint (json, &seen->frame.keypoints[i]);
  json_builder_end_array (json);
  begin_array (json, "levels");
  for (guint i = 0; i < seen->frame.n_levels; i++)
    add_level (json, &seen->frame.levels[i], tells_counts (seen));
  json_builder_end_array (json);
}

static void
add_reason (JsonBuilder *json, const Sight *sight)
{
  g_autofree char *sentence = reason_text (&sight->seen->reason);
  VwClassTrait trait = vw_class_averages_get_trait (sight->averages, sight->label);
  gboolean known = tells_counts (sight->seen);

  add_string (json, "reason", sentence);
  add_string (json, "reason_code", vw_reason_name (sight->seen->reason.code));
  begin_array (json, "remedies");
  for (guint i = 0; i < sight->seen->remedies.n; i++)
    add_remedy (json, &sight->seen->remedies.found[i]);
  json_builder_end_array (json);
  add_average (json, "class_average", &sight->averages->classes[sight->label], known);
  add_average (json, "average", &sight->averages->all, known);
  add_string (json, "class_trait", vw_class_trait_name (trait));
}

static int
print_json (const Sight *sight)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_string (json, "label", vw_inspection_get_label (sight->seen));
  add_detection (json, sight->seen);
  add_reason (json, sight);
  json_builder_end_object (json);
  return vw_cli_print_json (json_builder_get_root (json));
}

/* Also how the class fares. */
static gboolean
explain (Sight *sight, GError **error)
{
  const VwInspection *seen = sight->seen;
  VwTask task = vw_cli_task (0);

  sight->label = vw_dataset_get_labels (seen->dataset, seen->split)[seen->index];
  sight->averages
      = vw_class_averages_find (seen->dataset, seen->split, &seen->parameters, &task, error);
  return sight->averages != NULL;
}

static int
print (const VwInspection *seen, gboolean as_json)
{
  g_autoptr (VwClassAverages) averages = NULL;
  g_autoptr (GError) error = NULL;
  Sight sight = { .seen = seen };

  if (!explain (&sight, &error))
    return vw_cli_fail (error);
  averages = sight.averages;
  if (as_json)
    return print_json (&sight);
  print_text (&sight);
  return vw_cli_finish_output ();
}

/* All that the command line asks for. */
typedef struct {
  VwCliPick pick;
  VwCliParameters parameters;
  VwCliDigitOutput output;
  char *model;
  gboolean steps, as_json;
} Options;

static void
options_clear (Options *self)
{
  vw_cli_pick_clear (&self->pick);
  vw_cli_parameters_clear (&self->parameters);
  vw_cli_digit_output_clear (&self->output);
  g_free (self->model);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
inspect (char *const *sources, Options *options)
{
  gboolean to_file = options->output.figure.output != NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (VwInspection) seen = NULL;
  VwSplit split;

  if (!vw_cli_pick_split (&options->pick, &split, &error)
      || !vw_cli_digit_output_read (&options->output, FALSE, sources, &error)
      || (data = vw_cli_load (sources[0], 0, &error)) == NULL
      || !vw_cli_pick_check (&options->pick, data, split, &error))
    return vw_cli_fail (error);
  seen = vw_inspection_new (data, split, options->pick.index, &options->parameters.values, NULL,
                            &error);
  if (seen == NULL || (to_file && !vw_cli_digit_output_write (&options->output, seen, &error)))
    return vw_cli_fail (error);
  return to_file && !options->as_json ? VW_CLI_DONE : print (seen, options->as_json);
}

int
vw_cli_inspect (int argc, char **argv)
{
  g_auto (Options) options = { .pick = VW_CLI_PICK_INIT,
                               .output = VW_CLI_DIGIT_OUTPUT_INIT (VW_PLOT_DIGIT_KEYPOINTS) };
  const GOptionEntry entries[] = {
    VW_CLI_PICK_ENTRIES (options.pick),
    { "steps", 0, 0, G_OPTION_ARG_NONE, &options.steps,
      N_ ("Say instead what each step of the method does with it"), NULL },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &options.model,
      N_ ("Model for the last steps; its parameters are those to start from"), "MODEL" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print one JSON object"), NULL },
    VW_CLI_FIGURE_ENTRIES (options.output.figure),
    { "show", 0, 0, G_OPTION_ARG_STRING, &options.output.show,
      N_ ("What the file shows (default: keypoints)"), "keypoints|funnel" },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "DATA",
          _("Show one image’s keypoints, level by level, and why there are so few; or write them "
            "as a picture or a table."),
          entries, vw_cli_parameter_options (&options.parameters), 1, 1 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  if (options.model != NULL && !options.steps)
    return vw_cli_usage_error ("inspect", _("--model goes with --steps"));
  if (options.steps
      && (options.output.figure.output != NULL || options.output.figure.title != NULL
          || options.output.show != NULL))
    return vw_cli_usage_error ("inspect", _("--steps writes no file"));
  vw_cli_figure_speak (&options.output.figure, options.as_json);
  if (options.steps)
    return vw_cli_steps (argv[1], &options.pick, &options.parameters, options.model,
                         options.as_json);
  return inspect (argv + 1, &options);
}
