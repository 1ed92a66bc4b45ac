/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/matrix-words.h"

#include <string.h>

#include "core/error.h"
#include "core/presets.h"

#define SHOWN_HASH 16 /* hexadecimal digits; enough to tell data sets apart */

static const VwPlotHeatmapText english = {
  .truth = N_ ("Truth"),
  .prediction = N_ ("Prediction"),
  .no_keypoints = N_ ("no keypoints"),
  .total = N_ ("total"),
  .recall = N_ ("recall"),
  .precision = N_ ("precision"),
  .accuracy = N_ ("accuracy"),
  .scale = { N_ ("images"), N_ ("share of the true class"), N_ ("share of the predicted class"),
             N_ ("share of all images") },
  .scale_difference = N_ ("fewer in B ← images → more in B"),
  .at_least = N_ ("≥ {value}"),
  .describe_cell = N_ ("truth {truth}, predicted {prediction}: {count} of {total} ({share})"),
  .describe_without = N_ ("truth {truth}, no keypoints: {count} of {total} ({share})"),
  .describe_row = N_ ("truth {truth}: {count} of {total} right, recall {recall}"),
  .describe_column
  = N_ ("predicted {prediction}: {count} of {total} right, precision {precision}"),
  .describe_all_without = N_ ("no keypoints: {count} of {total} ({share})"),
  .describe_difference
  = N_ ("truth {truth}, predicted {prediction}: {before}, now {after} ({change})"),
};

/* @strings: a struct of nothing but strings, of @size bytes */
static void
translate_all (const char **strings, gsize size, VwPlotTranslate translate)
{
  for (guint i = 0; i < size / sizeof *strings; i++)
    strings[i] = translate (strings[i]);
}

void
vw_plot_matrix_words_init (VwPlotMatrixWords *self, const char *language, VwPlotTranslate translate)
{
  self->language = language;
  self->translate = translate;
  self->numbers = vw_plot_numbers_for (language);
  self->heatmap = english;
  self->report = *vw_report_texts ();
  translate_all ((const char **) &self->heatmap, sizeof self->heatmap, translate);
  translate_all ((const char **) &self->report, sizeof self->report, translate);
  self->title = translate (N_ ("Confusion matrix – ORB + BoVW + SVM"));
  self->accuracies = translate (N_ ("Accuracy {all} over all {images} test images · {some} over the "
                                    "{keypoints} with keypoints"));
}

static char *
format_accuracy (const VwPlotMatrixWords *self, const VwMetrics *metrics, VwPopulation population)
{
  return vw_plot_format_percent (self->numbers, vw_metrics_accuracy (metrics, population), 2, FALSE);
}

char *
vw_plot_matrix_words_accuracies (const VwPlotMatrixWords *self, const VwMetrics *metrics)
{
  g_autofree char *all = format_accuracy (self, metrics, VW_POPULATION_ALL);
  g_autofree char *some = format_accuracy (self, metrics, VW_POPULATION_WITH_KEYPOINTS);
  g_autofree char *images = vw_plot_format_count (
      self->numbers, vw_metrics_total (metrics, VW_POPULATION_ALL), FALSE);
  g_autofree char *keypoints = vw_plot_format_count (
      self->numbers, vw_metrics_total (metrics, VW_POPULATION_WITH_KEYPOINTS), FALSE);

  return vw_plot_compose (self->accuracies, "all", all, "images", images, "some", some, "keypoints",
                          keypoints, NULL);
}

static char *
parameter_number (const VwPlotMatrixWords *self, const VwParameters *parameters,
                  const VwParameterInfo *info)
{
  char *number = vw_parameter_format (parameters, info);

  return g_strdelimit (number, ".", self->numbers->decimal[0]);
}

static gboolean
contains (const char *text, const char *part)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_part = g_utf8_casefold (part, -1);

  return strstr (folded, folded_part) != NULL;
}

/* Returns: (transfer full): "Edge threshold 31 px"; a unit that the label names is left out. */
static char *
parameter_in_words (const VwPlotMatrixWords *self, const VwParameters *parameters,
                    const VwParameterInfo *info)
{
  const char *label = self->translate (info->label);
  const char *unit = info->unit != NULL ? self->translate (info->unit) : "";
  g_autofree char *number = NULL;

  if (info->type == VW_PARAMETER_CHOICE)
    {
      const VwChoice *choice = &info->choices[(guint) vw_parameter_get (parameters, info)];

      return g_strdup_printf ("%s %s", label, self->translate (choice->label));
    }
  number = parameter_number (self, parameters, info);
  if (contains (label, unit))
    unit = "";
  return g_strdup_printf ("%s %s%s%s", label, number, *unit != '\0' ? " " : "", unit);
}

/* Lines break between parts, not within them. */
static void
append_part (GString *out, const char *part)
{
  GString *whole = g_string_new (part);

  g_string_replace (whole, " ", "\u00a0", 0);
  g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", whole->str);
  g_string_free (whole, TRUE);
}

/* A limit of 0 images is none, which needs no words. */
static gboolean
is_silent (const VwParameters *parameters, const VwParameterInfo *info)
{
  return g_str_has_prefix (info->name, "max-") && vw_parameter_get (parameters, info) == 0;
}

char *
vw_plot_matrix_words_made_from (const VwPlotMatrixWords *self, const VwModel *model)
{
  const VwPreset *preset = vw_preset_matching (&model->parameters);
  g_autofree char *program = g_strdup_printf ("Visual Words %s", model->version);
  g_autofree char *hash = g_strdup_printf ("SHA-256 %.*s…", SHOWN_HASH, model->data_sha256);
  GString *out = g_string_new (NULL);
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  append_part (out, program);
  if (preset != NULL)
    append_part (out, self->translate (preset->label));
  for (guint i = 0; i < n; i++)
    if (!is_silent (&model->parameters, &table[i]))
      {
        g_autofree char *part = parameter_in_words (self, &model->parameters, &table[i]);

        append_part (out, part);
      }
  append_part (out, hash);
  return g_string_free (out, FALSE);
}
