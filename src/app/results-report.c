/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/results-report.h"

#include "app/report-table.h"
#include "app/strings.h"

#include <glib/gi18n.h>

struct _VwResultsReport {
  AdwBin parent_instance;
  VwReportTable *table;
};

G_DEFINE_FINAL_TYPE (VwResultsReport, vw_results_report, ADW_TYPE_BIN)

static guint row_activated;

static char *
precision_text (const VwReportLine *line, gpointer data)
{
  return vw_strings_decimal (line->scores.precision, 3);
}

static char *
recall_text (const VwReportLine *line, gpointer data)
{
  return vw_strings_decimal (line->scores.recall, 3);
}

static char *
f1_text (const VwReportLine *line, gpointer data)
{
  return vw_strings_decimal (line->scores.f1, 3);
}

static double
f1_bar (const VwReportLine *line)
{
  return line->scores.f1;
}

static char *
support_text (const VwReportLine *line, gpointer data)
{
  return vw_strings_count (line->scores.support);
}

enum { PRECISION, RECALL, F1, SUPPORT, N_COLUMNS };

static const VwReportColumn columns[N_COLUMNS] = {
  [PRECISION] = { N_ ("Precision"), precision_text },
  [RECALL] = { N_ ("Recall"), recall_text },
  [F1] = { N_ ("F1"), f1_text, f1_bar },
  [SUPPORT] = { N_ ("Support"), support_text },
};

static void
add_line (GArray *lines, const char *name, VwScores scores)
{
  VwReportLine line = { .name = name, .scores = scores };

  g_array_append_val (lines, line);
}

static void
add_lines (GArray *lines, VwModel *model, VwPopulation population)
{
  const VwMetrics *metrics = model->metrics;

  for (guint i = 0; i < metrics->n_classes; i++)
    add_line (lines, model->class_names[i], vw_metrics_class_scores (metrics, i, population));
  add_line (lines, _ ("Macro mean"), vw_metrics_macro_average (metrics, population));
  add_line (lines, _ ("Weighted"), vw_metrics_weighted_average (metrics, population));
}

void
vw_results_report_show (VwResultsReport *self, VwModel *model, VwPopulation population)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (VwReportLine));

  if (model != NULL)
    add_lines (lines, model, population);
  vw_report_table_show (self->table, lines, model != NULL ? model->metrics->n_classes : 0);
}

void
vw_results_report_set_narrow (VwResultsReport *self, gboolean narrow)
{
  vw_report_table_set_narrow (self->table, narrow, SUPPORT);
}

static void
on_row (VwResultsReport *self, guint class_index)
{
  g_signal_emit (self, row_activated, 0, class_index);
}

static void
vw_results_report_class_init (VwResultsReportClass *klass)
{
  row_activated = g_signal_new ("row-activated", VW_TYPE_RESULTS_REPORT, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
vw_results_report_init (VwResultsReport *self)
{
  self->table = g_object_new (VW_TYPE_REPORT_TABLE, NULL);
  vw_report_table_set_columns (self->table, columns, N_COLUMNS, self);
  g_signal_connect_swapped (self->table, "row-activated", G_CALLBACK (on_row), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->table));
}
