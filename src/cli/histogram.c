/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/digit-output.h"
#include "cli/image-option.h"
#include "core/evidence.h"
#include "core/inspection-export.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* How many keypoints of the image are of @word. */
static guint
count_word (const VwInspection *seen, guint word)
{
  guint n = 0;

  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    n += seen->words[i] == word;
  return n;
}

/* Directions have a column of their own when there are several. */
static gboolean
is_directed (const VwInspection *seen)
{
  return seen->parameters.directions > 1;
}

static void
print_heads (const VwInspection *seen)
{
  vw_cli_print_right (_("Cell"), 9);
  if (is_directed (seen))
    vw_cli_print_right (_("Direction"), 11);
  vw_cli_print_right (_("Word"), 9);
  vw_cli_print_right (_("Count"), 9);
  vw_cli_print_right (_("Value"), 11);
  vw_cli_print_right (_("Weight"), 11);
  vw_cli_print_right (_("Product"), 11);
  putchar ('\n');
}

static void
print_term (const VwInspection *seen, guint32 column, const VwEvidenceTerm *term)
{
  VwHistogramPlace place = vw_inspection_place (seen, column);
  g_autofree char *cell = g_strdup_printf ("%u", place.cell);
  g_autofree char *count = g_strdup_printf ("%u", count_word (seen, place.word));

  printf ("%9s", place.cell == 0 ? "-" : cell);
  if (is_directed (seen))
    printf ("%11u", place.direction);
  printf ("%9u%9s%11.4f%11.4f%11.4f\n", place.word,
          place.cell == 0 && !is_directed (seen) ? count : "", term->value, term->weight,
          term->product);
}

/* The words, and how they add up to the score of the predicted class. */
static void
print_evidence (const VwInspection *seen)
{
  g_autoptr (VwEvidence) evidence = vw_inspection_get_evidence (seen, seen->predicted);
  int left = is_directed (seen) ? 60 : 49; /* of the last column */

  vw_cli_print_label (_("Evidence for"));
  printf ("%s\n\n", seen->model->class_names[seen->predicted]);
  print_heads (seen);
  for (guint i = 0; i < evidence->n_terms; i++)
    print_term (seen, seen->row->indices[i], &evidence->terms[i]);
  vw_cli_print_right (_("Intercept"), left);
  printf ("%11.4f\n", evidence->intercept);
  vw_cli_print_right (_("Score"), left);
  printf ("%11.4f\n\n", evidence->score);
}

static void
print_text (const VwInspection *seen)
{
  const VwModel *model = seen->model;
  int width = vw_cli_width_for (model->class_names, VW_CLI_LABEL_WIDTH);

  vw_cli_print_label (_("Label"));
  puts (vw_inspection_get_label (seen));
  vw_cli_print_label (_("Prediction"));
  puts (seen->predicted == VW_NO_PREDICTION ? "–" : model->class_names[seen->predicted]);
  vw_cli_print_label (_("Keypoints"));
  printf ("%u\n", seen->frame.n_keypoints);
  if (seen->predicted != VW_NO_PREDICTION)
    print_evidence (seen);
  vw_cli_print_left (_("Class"), width);
  vw_cli_print_right (_("Score"), 10);
  putchar ('\n');
  for (guint c = 0; c < vw_classifier_get_n_classes (model->classifier); c++)
    {
      vw_cli_print_left (model->class_names[c], width);
      if (vw_cli_is_score (seen->scores[c]))
        printf ("%10.4f", seen->scores[c]);
      else
        vw_cli_print_right ("–", 10);
      putchar ('\n');
    }
}

static void
add_words (JsonBuilder *json, const VwInspection *seen)
{
  json_builder_set_member_name (json, "words");
  json_builder_begin_array (json);
  for (gsize i = 0; i < seen->row->offsets[1]; i++)
    {
      VwHistogramPlace place = vw_inspection_place (seen, seen->row->indices[i]);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "cell");
      json_builder_add_int_value (json, place.cell);
      json_builder_set_member_name (json, "direction");
      json_builder_add_int_value (json, place.direction);
      json_builder_set_member_name (json, "word");
      json_builder_add_int_value (json, place.word);
      json_builder_set_member_name (json, "value");
      json_builder_add_double_value (json, seen->row->values[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "keypoint_words");
  json_builder_begin_array (json);
  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    json_builder_add_int_value (json, seen->words[i]);
  json_builder_end_array (json);
}

/* Of each class, what every entry of "words" adds to its score. */
static void
add_evidence (JsonBuilder *json, const VwInspection *seen)
{
  const VwModel *model = seen->model;

  json_builder_set_member_name (json, "evidence");
  json_builder_begin_array (json);
  for (guint c = 0; c < vw_classifier_get_n_classes (model->classifier); c++)
    {
      g_autoptr (VwEvidence) evidence = vw_inspection_get_evidence (seen, c);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "class");
      json_builder_add_string_value (json, model->class_names[c]);
      json_builder_set_member_name (json, "trained");
      json_builder_add_boolean_value (json, evidence->trained);
      json_builder_set_member_name (json, "intercept");
      vw_cli_add_score (json, evidence->intercept);
      json_builder_set_member_name (json, "products");
      json_builder_begin_array (json);
      for (guint i = 0; i < evidence->n_terms; i++)
        json_builder_add_double_value (json, evidence->terms[i].product);
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static int
print_json (const VwInspection *seen)
{
  const VwModel *model = seen->model;
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "label");
  json_builder_add_string_value (json, vw_inspection_get_label (seen));
  json_builder_set_member_name (json, "predicted");
  if (seen->predicted == VW_NO_PREDICTION)
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, model->class_names[seen->predicted]);
  json_builder_set_member_name (json, "keypoints");
  json_builder_add_int_value (json, seen->frame.n_keypoints);
  add_words (json, seen);
  json_builder_set_member_name (json, "scores");
  json_builder_begin_array (json);
  for (guint c = 0; c < vw_classifier_get_n_classes (model->classifier); c++)
    vw_cli_add_score (json, seen->scores[c]);
  json_builder_end_array (json);
  add_evidence (json, seen);
  json_builder_end_object (json);
  return vw_cli_print_json (json_builder_get_root (json));
}

/* All that the command line asks for. */
typedef struct {
  VwCliPick pick;
  VwCliDigitOutput output;
  gboolean as_json;
} Options;

static void
options_clear (Options *self)
{
  vw_cli_pick_clear (&self->pick);
  vw_cli_digit_output_clear (&self->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
show (char *const *paths, Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VwModel) model = NULL;
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (VwInspection) seen = NULL;
  VwSplit split;

  if (!vw_cli_pick_split (&options->pick, &split, &error)
      || !vw_cli_digit_output_read (&options->output, TRUE, paths, &error)
      || (model = vw_model_load (paths[0], &error)) == NULL
      || (data = vw_cli_load (paths[1], 0, &error)) == NULL
      || !vw_cli_pick_check (&options->pick, data, split, &error))
    return vw_cli_fail (error);
  seen = vw_inspection_new (data, split, options->pick.index, &model->parameters, model, &error);
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
vw_cli_histogram (int argc, char **argv)
{
  g_auto (Options) options = { .pick = VW_CLI_PICK_INIT,
                               .output = VW_CLI_DIGIT_OUTPUT_INIT (VW_PLOT_DIGIT_WORDS) };
  const GOptionEntry entries[] = {
    VW_CLI_PICK_ENTRIES (options.pick),
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print one JSON object"), NULL },
    VW_CLI_FIGURE_ENTRIES (options.output.figure),
    { "show", 0, 0, G_OPTION_ARG_STRING, &options.output.show,
      N_ ("What the file shows (default: words)"), "keypoints|funnel|words" },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "MODEL DATA",
          _("Show the visual words of one image, or write them as a picture or a table."), entries,
          NULL, 2, 2 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  vw_cli_figure_speak (&options.output.figure, options.as_json);
  return show (argv + 1, &options);
}
