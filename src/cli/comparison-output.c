/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/comparison-output.h"

#include "cli/console.h"
#include "config.h"
#include "core/metrics-json.h"
#include "core/parameters-json.h"
#include "core/presets.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Least width of the column of names. */
enum { NAMES = 16 };

void
vw_cli_side_clear (VwCliSide *self)
{
  g_clear_pointer (&self->model, vw_model_unref);
  g_clear_pointer (&self->metrics, vw_metrics_free);
  g_clear_pointer (&self->predictions, g_array_unref);
}

static void
print_side (const char *label, const VwCliSide *side)
{
  const VwPreset *preset = vw_preset_matching (&side->model->parameters);

  vw_cli_print_label (label);
  printf ("%s (%s)\n", side->path, preset != NULL ? preset->name : _("own settings"));
}

static void
print_accuracies (const VwCliSide *a, const VwCliSide *b, VwPopulation population)
{
  double before = vw_metrics_accuracy (a->metrics, population);
  double after = vw_metrics_accuracy (b->metrics, population);

  printf ("%.4f → %.4f, %+.4f", before, after, after - before);
}

static void
print_flips (const VwComparison *flips)
{
  double p = vw_comparison_p_value (flips);

  vw_cli_print_label (_("Now right"));
  printf ("%u\n", flips->counts[VW_FLIP_FIXED]);
  vw_cli_print_label (_("Now wrong"));
  printf ("%u\n", flips->counts[VW_FLIP_BROKEN]);
  vw_cli_print_label (_("Other mistake"));
  printf ("%u\n", flips->counts[VW_FLIP_MISTAKE]);
  vw_cli_print_label (_("McNemar’s test"));
  printf ("p = %.3g\n", p);
}

static void
print_recall (const char *name, int width, VwScores before, VwScores after)
{
  vw_cli_print_left (name, width);
  printf ("%9.3f%9.3f%+9.3f%9u\n", before.recall, after.recall, after.recall - before.recall,
          after.support);
}

static void
print_recalls (const VwCliSide *a, const VwCliSide *b)
{
  VwPopulation all = VW_POPULATION_ALL;
  int width = vw_cli_width_for (b->model->class_names, NAMES);

  putchar ('\n');
  vw_cli_print_left (_("Recall"), width);
  vw_cli_print_right ("A", 9);
  vw_cli_print_right ("B", 9);
  vw_cli_print_right ("B − A", 9);
  vw_cli_print_right (_("Support"), 9);
  putchar ('\n');
  for (guint c = 0; c < a->metrics->n_classes; c++)
    print_recall (b->model->class_names[c], width, vw_metrics_class_scores (a->metrics, c, all),
                  vw_metrics_class_scores (b->metrics, c, all));
  print_recall (_("Macro mean"), width, vw_metrics_macro_average (a->metrics, all),
                vw_metrics_macro_average (b->metrics, all));
}

void
vw_cli_print_comparison (const VwCliSide *a, const VwCliSide *b, const VwComparison *flips)
{
  print_side ("A", a);
  print_side ("B", b);
  vw_cli_print_label (_("Accuracy"));
  print_accuracies (a, b, VW_POPULATION_ALL);
  printf (_(" over all %u test images\n"), flips->n_images);
  vw_cli_print_label ("");
  print_accuracies (a, b, VW_POPULATION_WITH_KEYPOINTS);
  puts (_(" over those in which each finds keypoints"));
  print_flips (flips);
  print_recalls (a, b);
}

static JsonArray *
list_difference (const VwComparison *flips)
{
  JsonArray *rows = json_array_new ();

  for (guint truth = 0; truth < flips->n_classes; truth++)
    {
      JsonArray *row = json_array_new ();

      for (guint predicted = 0; predicted < flips->n_classes; predicted++)
        json_array_add_int_element (row, vw_comparison_get (flips, truth, (int) predicted));
      json_array_add_int_element (row, vw_comparison_get (flips, truth, VW_NO_PREDICTION));
      json_array_add_array_element (rows, row);
    }
  return rows;
}

static JsonArray *
list_images (const VwComparison *flips, VwFlip flip)
{
  JsonArray *indices = json_array_new ();

  for (guint i = 0; i < flips->n_images; i++)
    if (flips->flips[i] == flip)
      json_array_add_int_element (indices, i);
  return indices;
}

static JsonArray *
list_recalls (const VwMetrics *metrics)
{
  JsonArray *recalls = json_array_new ();

  for (guint c = 0; c < metrics->n_classes; c++)
    json_array_add_double_element (recalls,
                                   vw_metrics_class_scores (metrics, c, VW_POPULATION_ALL).recall);
  return recalls;
}

static JsonArray *
list_predictions (const GArray *predictions)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < predictions->len; i++)
    json_array_add_int_element (list, g_array_index (predictions, gint16, i));
  return list;
}

/* Predictions have −1 for an image without keypoints. */
static JsonObject *
describe_side (const VwCliSide *side)
{
  JsonObject *object = json_object_new ();
  g_autofree char *path = g_filename_display_name (side->path); /* JSON is UTF-8 */

  json_object_set_string_member (object, "model", path);
  vw_metrics_to_json (side->metrics, object);
  json_object_set_array_member (object, "recall", list_recalls (side->metrics));
  json_object_set_array_member (object, "predictions", list_predictions (side->predictions));
  json_object_set_object_member (object, "parameters",
                                 vw_parameters_to_json (&side->model->parameters));
  return object;
}

JsonNode *
vw_cli_comparison_json (const VwCliSide *a, const VwCliSide *b, const VwComparison *flips)
{
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_object_member (object, "a", describe_side (a));
  json_object_set_object_member (object, "b", describe_side (b));
  json_object_set_array_member (object, "difference", list_difference (flips));
  json_object_set_array_member (object, "fixed", list_images (flips, VW_FLIP_FIXED));
  json_object_set_array_member (object, "broken", list_images (flips, VW_FLIP_BROKEN));
  json_object_set_array_member (object, "other_mistakes", list_images (flips, VW_FLIP_MISTAKE));
  json_object_set_double_member (object, "p_value", vw_comparison_p_value (flips));
  json_object_set_string_member (object, "version", VW_VERSION);
  json_node_take_object (root, object);
  return root;
}
