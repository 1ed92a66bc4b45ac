/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/digit-output.h"
#include "cli/image-option.h"
#include "cli/parameter-options.h"
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

static void
print_text (const VwInspection *seen)
{
  g_autofree char *sentence = reason_text (&seen->reason);

  vw_cli_print_label (_("Label"));
  puts (vw_inspection_get_label (seen));
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

static int
print_json (const VwInspection *seen)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *sentence = reason_text (&seen->reason);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "label");
  json_builder_add_string_value (json, vw_inspection_get_label (seen));
  add_int (json, "width", seen->width);
  add_int (json, "height", seen->height);
  json_builder_set_member_name (json, "keypoints");
  json_builder_begin_array (json);
  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    add_keypoint (json, &seen->frame.keypoints[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "levels");
  json_builder_begin_array (json);
  for (guint i = 0; i < seen->frame.n_levels; i++)
    add_level (json, &seen->frame.levels[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "reason");
  json_builder_add_string_value (json, sentence);
  json_builder_set_member_name (json, "reason_code");
  json_builder_add_string_value (json, vw_reason_name (seen->reason.code));
  json_builder_end_object (json);
  return vw_cli_print_json (json_builder_get_root (json));
}

/* All that the command line asks for. */
typedef struct {
  VwCliPick pick;
  VwCliParameters parameters;
  VwCliDigitOutput output;
  gboolean as_json;
} Options;

static void
options_clear (Options *self)
{
  vw_cli_pick_clear (&self->pick);
  vw_cli_parameters_clear (&self->parameters);
  vw_cli_digit_output_clear (&self->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
inspect (const char *source, Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (VwInspection) seen = NULL;
  VwSplit split;

  if (!vw_cli_pick_split (&options->pick, &split, &error)
      || !vw_cli_digit_output_read (&options->output, FALSE, &error)
      || (data = vw_cli_load (source, 0, &error)) == NULL
      || !vw_cli_pick_check (&options->pick, data, split, &error))
    return vw_cli_fail (error);
  seen = vw_inspection_new (data, split, options->pick.index, &options->parameters.values, NULL,
                            &error);
  if (seen == NULL)
    return vw_cli_fail (error);
  if (options->output.figure.output != NULL
      && !vw_cli_digit_output_write (&options->output, seen, &error))
    return vw_cli_fail (error);
  if (options->as_json)
    return print_json (seen);
  if (options->output.figure.output == NULL)
    print_text (seen);
  return vw_cli_finish_output ();
}

int
vw_cli_inspect (int argc, char **argv)
{
  g_auto (Options) options = { .pick = VW_CLI_PICK_INIT,
                               .output = VW_CLI_DIGIT_OUTPUT_INIT (VW_PLOT_DIGIT_KEYPOINTS) };
  const GOptionEntry entries[] = {
    VW_CLI_PICK_ENTRIES (options.pick),
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
  return inspect (argv[1], &options);
}
