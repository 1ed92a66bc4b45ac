/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/report.h"

#include "core/error.h"

static const char *const names[VW_N_NORMALIZATIONS] = { "none", "true", "predicted", "all" };

static const VwReportTexts english = {
  .corner = N_ ("truth \\ prediction"),
  .class_name = N_ ("class"),
  .without_keypoints = N_ ("no keypoints"),
  .total = N_ ("total"),
  .precision = N_ ("precision"),
  .recall = N_ ("recall"),
  .f1 = N_ ("F1"),
  .support = N_ ("support"),
  .accuracy = N_ ("accuracy"),
  .macro_average = N_ ("macro average"),
  .weighted_average = N_ ("weighted average"),
};

const char *
vw_normalization_name (VwNormalization normalization)
{
  return names[normalization];
}

gboolean
vw_normalization_parse (const char *text, VwNormalization *normalization, GError **error)
{
  for (guint i = 0; i < VW_N_NORMALIZATIONS; i++)
    if (g_str_equal (names[i], text))
      {
        *normalization = i;
        return TRUE;
      }
  vw_error_set (error, VW_ERROR_PARAMETER, NULL,
                N_ ("normalize: “%s” is not one of none, true, predicted, all"), text);
  return FALSE;
}

const VwReportTexts *
vw_report_texts (void)
{
  return &english;
}

static guint
count (const VwMetrics *self, guint truth, int predicted, VwPopulation population)
{
  if (predicted != VW_NO_PREDICTION)
    return vw_metrics_get (self, truth, predicted);
  return population == VW_POPULATION_ALL ? self->without_keypoints[truth] : 0;
}

static guint
column_total (const VwMetrics *self, int predicted, VwPopulation population)
{
  guint n = 0;

  for (guint truth = 0; truth < self->n_classes; truth++)
    n += count (self, truth, predicted, population);
  return n;
}

double
vw_metrics_normalized_cell (const VwMetrics *self, guint truth, int predicted,
                            VwNormalization normalization, VwPopulation population)
{
  guint n = count (self, truth, predicted, population);
  guint whole = 1;

  if (normalization == VW_NORMALIZATION_TRUE)
    whole = vw_metrics_support (self, truth, population);
  else if (normalization == VW_NORMALIZATION_PREDICTED)
    whole = column_total (self, predicted, population);
  else if (normalization == VW_NORMALIZATION_ALL)
    whole = vw_metrics_total (self, population);
  return whole > 0 ? (double) n / whole : 0;
}

/* Columns of the matrix that are predictions, the images without one as the last. */
static guint
n_predictions (const VwReport *self)
{
  return self->metrics->n_classes + (self->population == VW_POPULATION_ALL);
}

static int
prediction (const VwReport *self, guint column)
{
  return column < self->metrics->n_classes ? (int) column : VW_NO_PREDICTION;
}

static void
add_matrix_header (VwTable *table, const VwReport *self)
{
  vw_table_add (table, self->texts->corner);
  for (guint i = 0; i < self->metrics->n_classes; i++)
    vw_table_add (table, self->class_names[i]);
  if (self->population == VW_POPULATION_ALL)
    vw_table_add (table, self->texts->without_keypoints);
  vw_table_add (table, self->texts->total);
  vw_table_add (table, self->texts->recall);
}

static void
add_matrix_row (VwTable *table, const VwReport *self, guint truth, VwNormalization normalization)
{
  VwScores scores = vw_metrics_class_scores (self->metrics, truth, self->population);

  vw_table_add (table, self->class_names[truth]);
  for (guint i = 0; i < n_predictions (self); i++)
    {
      double cell = vw_metrics_normalized_cell (self->metrics, truth, prediction (self, i),
                                                normalization, self->population);

      if (normalization == VW_NORMALIZATION_NONE)
        vw_table_add_count (table, (guint) cell);
      else
        vw_table_add_share (table, cell);
    }
  vw_table_add_count (table, scores.support);
  vw_table_add_share (table, scores.recall);
}

static void
add_matrix_margins (VwTable *table, const VwReport *self)
{
  const VwMetrics *metrics = self->metrics;

  vw_table_add (table, self->texts->total);
  for (guint i = 0; i < n_predictions (self); i++)
    vw_table_add_count (table, column_total (metrics, prediction (self, i), self->population));
  vw_table_add_count (table, vw_metrics_total (metrics, self->population));
  vw_table_add_share (table, vw_metrics_accuracy (metrics, self->population));

  vw_table_add (table, self->texts->precision);
  for (guint i = 0; i < metrics->n_classes; i++)
    vw_table_add_share (table, vw_metrics_class_scores (metrics, i, self->population).precision);
  for (guint i = metrics->n_classes; i < n_predictions (self) + 2; i++)
    vw_table_add (table, "");
}

VwTable *
vw_report_matrix (const VwReport *self, VwNormalization normalization)
{
  VwTable *table = vw_table_new (n_predictions (self) + 3);

  add_matrix_header (table, self);
  for (guint truth = 0; truth < self->metrics->n_classes; truth++)
    add_matrix_row (table, self, truth, normalization);
  add_matrix_margins (table, self);
  table->n_summary = 2;
  return table;
}

static void
add_scores (VwTable *table, const char *name, VwScores scores)
{
  vw_table_add (table, name);
  vw_table_add_share (table, scores.precision);
  vw_table_add_share (table, scores.recall);
  vw_table_add_share (table, scores.f1);
  vw_table_add_count (table, scores.support);
}

VwTable *
vw_report_scores (const VwReport *self)
{
  const VwMetrics *metrics = self->metrics;
  const VwReportTexts *texts = self->texts;
  const char *const header[]
      = { texts->class_name, texts->precision, texts->recall, texts->f1, texts->support };
  VwTable *table = vw_table_new (G_N_ELEMENTS (header));

  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    vw_table_add (table, header[i]);
  for (guint i = 0; i < metrics->n_classes; i++)
    add_scores (table, self->class_names[i],
                vw_metrics_class_scores (metrics, i, self->population));
  vw_table_add (table, texts->accuracy);
  vw_table_add (table, "");
  vw_table_add (table, "");
  vw_table_add_share (table, vw_metrics_accuracy (metrics, self->population));
  vw_table_add_count (table, vw_metrics_total (metrics, self->population));
  add_scores (table, texts->macro_average, vw_metrics_macro_average (metrics, self->population));
  add_scores (table, texts->weighted_average,
              vw_metrics_weighted_average (metrics, self->population));
  table->n_summary = 3;
  return table;
}
