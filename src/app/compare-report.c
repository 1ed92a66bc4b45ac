/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-report.h"

#include "app/report-table.h"
#include "app/strings.h"

#include <glib/gi18n.h>

struct _VwCompareReport {
  AdwBin parent_instance;
  VwReportTable *table;
  VwScore score;
};

G_DEFINE_FINAL_TYPE (VwCompareReport, vw_compare_report, ADW_TYPE_BIN)

static guint row_activated;

static char *
before_text (const VwReportLine *line, gpointer data)
{
  return vw_strings_decimal (vw_scores_get (&line->before, VW_COMPARE_REPORT (data)->score), 3);
}

static char *
after_text (const VwReportLine *line, gpointer data)
{
  return vw_strings_decimal (vw_scores_get (&line->scores, VW_COMPARE_REPORT (data)->score), 3);
}

static char *
change_text (const VwReportLine *line, gpointer data)
{
  VwScore score = VW_COMPARE_REPORT (data)->score;
  double change = vw_scores_get (&line->scores, score) - vw_scores_get (&line->before, score);

  return vw_plot_format_decimal (vw_strings_numbers (), change, 3, TRUE);
}

static const VwReportColumn columns[]
    = { { "A", before_text }, { "B", after_text }, { "B − A", change_text } };

static void
add_line (GArray *lines, const char *name, VwScores before, VwScores after)
{
  VwReportLine line = { name, after, before };

  g_array_append_val (lines, line);
}

static void
add_lines (GArray *lines, const VwRunPair *pair)
{
  const VwMetrics *before = pair->before->summary->metrics;
  const VwMetrics *after = pair->after->summary->metrics;
  VwPopulation all = VW_POPULATION_ALL;

  for (guint i = 0; i < after->n_classes; i++)
    add_line (lines, pair->after->summary->class_names[i], vw_metrics_class_scores (before, i, all),
              vw_metrics_class_scores (after, i, all));
  add_line (lines, _ ("Macro mean"), vw_metrics_macro_average (before, all),
            vw_metrics_macro_average (after, all));
  add_line (lines, _ ("Weighted"), vw_metrics_weighted_average (before, all),
            vw_metrics_weighted_average (after, all));
}

void
vw_compare_report_show (VwCompareReport *self, VwRunPair *pair, VwScore score)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (VwReportLine));

  g_return_if_fail (VW_IS_COMPARE_REPORT (self));
  self->score = score;
  if (pair != NULL)
    add_lines (lines, pair);
  vw_report_table_show (self->table, lines,
                        pair != NULL ? pair->after->summary->metrics->n_classes : 0);
}

static void
on_row (VwCompareReport *self, guint class_index)
{
  g_signal_emit (self, row_activated, 0, class_index);
}

static void
vw_compare_report_class_init (VwCompareReportClass *klass)
{
  row_activated = g_signal_new ("row-activated", VW_TYPE_COMPARE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
vw_compare_report_init (VwCompareReport *self)
{
  self->table = g_object_new (VW_TYPE_REPORT_TABLE, NULL);
  vw_report_table_set_columns (self->table, columns, G_N_ELEMENTS (columns), self);
  g_signal_connect_swapped (self->table, "row-activated", G_CALLBACK (on_row), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->table));
}
