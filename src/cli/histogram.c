/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/image-option.h"
#include "core/evidence.h"
#include "core/recognizer.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* How many keypoints of the image are of @word. */
static guint
count_word (const VwRecognition *seen, guint word)
{
  guint n = 0;

  for (guint i = 0; i < seen->detection->frame.n_keypoints; i++)
    n += seen->words[i] == word;
  return n;
}

static void
print_heads (void)
{
  vw_cli_print_right (_("Cell"), 9);
  vw_cli_print_right (_("Word"), 9);
  vw_cli_print_right (_("Count"), 9);
  vw_cli_print_right (_("Value"), 11);
  vw_cli_print_right (_("Weight"), 11);
  vw_cli_print_right (_("Product"), 11);
  putchar ('\n');
}

static void
print_term (const VwRecognition *seen, const VwEvidenceTerm *term)
{
  if (term->cell == 0)
    printf ("%9s%9u%9u", "-", term->word, count_word (seen, term->word));
  else
    printf ("%9u%9u%9s", term->cell, term->word, "");
  printf ("%11.4f%11.4f%11.4f\n", term->value, term->weight, term->product);
}

/* The words, and how they add up to the score of the predicted class. */
static void
print_evidence (const VwModel *model, const VwRecognition *seen)
{
  g_autoptr (VwEvidence) evidence
      = vw_evidence_new (model->classifier, seen->row, 0,
                         vw_vocabulary_get_words (model->vocabulary), seen->predicted);

  vw_cli_print_label (_("Evidence for"));
  printf ("%s\n\n", model->class_names[seen->predicted]);
  print_heads ();
  for (guint i = 0; i < evidence->n_terms; i++)
    print_term (seen, &evidence->terms[i]);
  vw_cli_print_right (_("Intercept"), 49);
  printf ("%11.4f\n", evidence->intercept);
  vw_cli_print_right (_("Score"), 49);
  printf ("%11.4f\n\n", evidence->score);
}

static void
print_text (const VwModel *model, const VwRecognition *seen, const char *label)
{
  vw_cli_print_label (_("Label"));
  puts (label);
  vw_cli_print_label (_("Prediction"));
  puts (seen->predicted == VW_NO_PREDICTION ? "–" : model->class_names[seen->predicted]);
  vw_cli_print_label (_("Keypoints"));
  printf ("%u\n", seen->detection->frame.n_keypoints);
  if (seen->predicted != VW_NO_PREDICTION)
    print_evidence (model, seen);
  vw_cli_print_label (_("Class"));
  vw_cli_print_right (_("Score"), 10);
  putchar ('\n');
  for (guint c = 0; c < vw_classifier_get_n_classes (model->classifier); c++)
    {
      vw_cli_print_label (model->class_names[c]);
      printf ("%10.4f\n", seen->scores[c]);
    }
}

static void
add_words (JsonBuilder *json, const VwModel *model, const VwRecognition *seen)
{
  guint n_words = vw_vocabulary_get_words (model->vocabulary);

  json_builder_set_member_name (json, "words");
  json_builder_begin_array (json);
  for (gsize i = 0; i < seen->row->offsets[1]; i++)
    {
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "cell");
      json_builder_add_int_value (json, seen->row->indices[i] / n_words);
      json_builder_set_member_name (json, "word");
      json_builder_add_int_value (json, seen->row->indices[i] % n_words);
      json_builder_set_member_name (json, "value");
      json_builder_add_double_value (json, seen->row->values[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "keypoint_words");
  json_builder_begin_array (json);
  for (guint i = 0; i < seen->detection->frame.n_keypoints; i++)
    json_builder_add_int_value (json, seen->words[i]);
  json_builder_end_array (json);
}

/* Of each class, what every entry of "words" adds to its score. */
static void
add_evidence (JsonBuilder *json, const VwModel *model, const VwRecognition *seen)
{
  guint n_words = vw_vocabulary_get_words (model->vocabulary);

  json_builder_set_member_name (json, "evidence");
  json_builder_begin_array (json);
  for (guint c = 0; c < vw_classifier_get_n_classes (model->classifier); c++)
    {
      g_autoptr (VwEvidence) evidence
          = vw_evidence_new (model->classifier, seen->row, 0, n_words, c);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "class");
      json_builder_add_string_value (json, model->class_names[c]);
      json_builder_set_member_name (json, "trained");
      json_builder_add_boolean_value (json, evidence->trained);
      json_builder_set_member_name (json, "intercept");
      json_builder_add_double_value (json, evidence->intercept);
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
print_json (const VwModel *model, const VwRecognition *seen, const char *label)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "label");
  json_builder_add_string_value (json, label);
  json_builder_set_member_name (json, "predicted");
  if (seen->predicted == VW_NO_PREDICTION)
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, model->class_names[seen->predicted]);
  json_builder_set_member_name (json, "keypoints");
  json_builder_add_int_value (json, seen->detection->frame.n_keypoints);
  add_words (json, model, seen);
  json_builder_set_member_name (json, "scores");
  json_builder_begin_array (json);
  for (guint c = 0; c < vw_classifier_get_n_classes (model->classifier); c++)
    json_builder_add_double_value (json, seen->scores[c]);
  json_builder_end_array (json);
  add_evidence (json, model, seen);
  json_builder_end_object (json);
  return vw_cli_print_json (json_builder_get_root (json));
}

static int
show (const char *model_path, const char *source, const VwCliPick *pick, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VwModel) model = NULL;
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (VwRecognizer) recognizer = NULL;
  const VwRecognition *seen;
  const char *label;
  VwSplit split;

  if (!vw_cli_pick_split (pick, &split, &error)
      || (model = vw_model_load (model_path, &error)) == NULL
      || (data = vw_cli_load (source, 0, &error)) == NULL
      || !vw_cli_pick_check (pick, data, split, &error))
    return vw_cli_fail (error);
  recognizer = vw_recognizer_new (model, &model->parameters, vw_dataset_get_rows (data),
                                  vw_dataset_get_cols (data), &error);
  if (recognizer == NULL)
    return vw_cli_fail (error);
  seen = vw_recognizer_run (recognizer, vw_dataset_get_image (data, split, pick->index), &error);
  if (seen == NULL)
    return vw_cli_fail (error);
  label = vw_dataset_get_class_name (data, vw_dataset_get_labels (data, split)[pick->index]);
  if (as_json)
    return print_json (model, seen, label);
  print_text (model, seen, label);
  return vw_cli_finish_output ();
}

int
vw_cli_histogram (int argc, char **argv)
{
  g_auto (VwCliPick) pick = VW_CLI_PICK_INIT;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    VW_CLI_PICK_ENTRIES (pick),
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, _("Print one JSON object"), NULL },
    { NULL },
  };
  const VwCliSyntax syntax = { "MODEL DATA", _("Show the visual words of one image."), entries, NULL,
                               2, 2 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  return show (argv[1], argv[2], &pick, as_json);
}
