/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/run-pair.h"

static gboolean
are_comparable (const VwRun *before, const VwRun *after)
{
  return g_strv_equal ((const char *const *) before->summary->class_names,
                       (const char *const *) after->summary->class_names)
         && vw_metrics_are_comparable (before->summary->metrics, after->summary->metrics);
}

static gboolean
is_of (const VwRun *run, const VwDataset *dataset)
{
  return g_strcmp0 (run->summary->data_sha256, vw_dataset_get_sha256 (dataset)) == 0
         && run->predictions->len <= vw_dataset_get_count (dataset, VW_SPLIT_TEST);
}

VwRunPair *
vw_run_pair_new (VwRun *before, VwRun *after, VwDataset *dataset)
{
  VwRunPair *self;

  if (!are_comparable (before, after))
    return NULL;
  self = g_new0 (VwRunPair, 1);
  g_atomic_ref_count_init (&self->refs);
  self->before = vw_run_ref (before);
  self->after = vw_run_ref (after);
  if (dataset == NULL || !is_of (before, dataset) || !is_of (after, dataset))
    return self;
  self->dataset = vw_dataset_ref (dataset);
  self->flips = vw_comparison_new (&(VwPredictionPair){
      after->summary->metrics->n_classes, after->predictions->len,
      vw_dataset_get_labels (dataset, VW_SPLIT_TEST), (const gint16 *) before->predictions->data,
      (const gint16 *) after->predictions->data });
  return self;
}

VwRunPair *
vw_run_pair_ref (VwRunPair *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_run_pair_unref (VwRunPair *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  vw_run_unref (self->before);
  vw_run_unref (self->after);
  g_clear_pointer (&self->dataset, vw_dataset_unref);
  g_clear_pointer (&self->flips, vw_comparison_free);
  g_free (self);
}

VwPlotComparison
vw_run_pair_get_comparison (const VwRunPair *self)
{
  return (VwPlotComparison){
    .before_model = self->before->summary,
    .after_model = self->after->summary,
    .before = self->before->summary->metrics,
    .after = self->after->summary->metrics,
    .flips = self->flips,
    .range = VW_PLOT_RANGE_FITTED_OFF_DIAGONAL,
    .score = VW_SCORE_RECALL,
  };
}

int
vw_run_pair_predicted_before (const VwRunPair *self, guint digit)
{
  return g_array_index (self->before->predictions, gint16, digit);
}

int
vw_run_pair_predicted_after (const VwRunPair *self, guint digit)
{
  return g_array_index (self->after->predictions, gint16, digit);
}
