/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/comparison-report.h"

#include "core/error.h"

static const VwComparisonTexts english = {
  .before = { N_ ("precision A"), N_ ("recall A"), N_ ("F1 A") },
  .after = { N_ ("precision B"), N_ ("recall B"), N_ ("F1 B") },
  .change = { N_ ("precision B − A"), N_ ("recall B − A"), N_ ("F1 B − A") },
};

const VwComparisonTexts *
vw_comparison_texts (void)
{
  return &english;
}

double
vw_scores_get (const VwScores *self, VwScore score)
{
  switch (score)
    {
    case VW_SCORE_PRECISION:
      return self->precision;
    case VW_SCORE_RECALL:
      return self->recall;
    default:
      return self->f1;
    }
}

double *
vw_metrics_list_scores (const VwMetrics *self, VwScore score)
{
  double *shares = g_new (double, self->n_classes);

  for (guint i = 0; i < self->n_classes; i++)
    {
      VwScores scores = vw_metrics_class_scores (self, i, VW_POPULATION_ALL);

      shares[i] = vw_scores_get (&scores, score);
    }
  return shares;
}

gboolean
vw_metrics_are_comparable (const VwMetrics *a, const VwMetrics *b)
{
  if (a->n_classes != b->n_classes)
    return FALSE;
  for (guint i = 0; i < a->n_classes; i++)
    if (vw_metrics_support (a, i, VW_POPULATION_ALL)
        != vw_metrics_support (b, i, VW_POPULATION_ALL))
      return FALSE;
  return TRUE;
}

static void
add_change (VwTable *table, gint64 change)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, change);

  vw_table_add (table, text);
}

VwTable *
vw_comparison_report_matrix (const VwComparisonReport *self)
{
  guint n = self->after->n_classes;
  VwTable *table = vw_table_new (n + 2);

  vw_table_add (table, self->texts->corner);
  for (guint i = 0; i < n; i++)
    vw_table_add (table, self->class_names[i]);
  vw_table_add (table, self->texts->without_keypoints);
  for (guint truth = 0; truth < n; truth++)
    {
      vw_table_add (table, self->class_names[truth]);
      for (guint i = 0; i < n; i++)
        add_change (table, (gint64) vw_metrics_get (self->after, truth, i)
                               - vw_metrics_get (self->before, truth, i));
      add_change (table, (gint64) self->after->without_keypoints[truth]
                             - self->before->without_keypoints[truth]);
    }
  return table;
}

static void
add_pair (VwTable *table, double before, double after)
{
  vw_table_add_share (table, before);
  vw_table_add_share (table, after);
  vw_table_add_share (table, after - before);
}

static void
add_scores (VwTable *table, const char *name, VwScores before, VwScores after)
{
  vw_table_add (table, name);
  for (VwScore score = 0; score < VW_N_SCORES; score++)
    add_pair (table, vw_scores_get (&before, score), vw_scores_get (&after, score));
  vw_table_add_count (table, after.support);
}

static void
add_accuracies (VwTable *table, const VwComparisonReport *self)
{
  vw_table_add (table, self->texts->accuracy);
  for (VwScore score = 0; score < VW_SCORE_F1; score++)
    for (guint i = 0; i < 3; i++)
      vw_table_add (table, "");
  add_pair (table, vw_metrics_accuracy (self->before, VW_POPULATION_ALL),
            vw_metrics_accuracy (self->after, VW_POPULATION_ALL));
  vw_table_add_count (table, vw_metrics_total (self->after, VW_POPULATION_ALL));
}

VwTable *
vw_comparison_report_scores (const VwComparisonReport *self)
{
  const VwComparisonTexts *texts = self->comparison_texts;
  VwTable *table = vw_table_new (3 * VW_N_SCORES + 2);

  vw_table_add (table, self->texts->class_name);
  for (VwScore score = 0; score < VW_N_SCORES; score++)
    {
      vw_table_add (table, texts->before[score]);
      vw_table_add (table, texts->after[score]);
      vw_table_add (table, texts->change[score]);
    }
  vw_table_add (table, self->texts->support);
  for (guint i = 0; i < self->after->n_classes; i++)
    add_scores (table, self->class_names[i],
                vw_metrics_class_scores (self->before, i, VW_POPULATION_ALL),
                vw_metrics_class_scores (self->after, i, VW_POPULATION_ALL));
  add_accuracies (table, self);
  add_scores (table, self->texts->macro_average,
              vw_metrics_macro_average (self->before, VW_POPULATION_ALL),
              vw_metrics_macro_average (self->after, VW_POPULATION_ALL));
  table->n_summary = 2;
  return table;
}
