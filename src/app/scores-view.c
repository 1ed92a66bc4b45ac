/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scores-view.h"

#include "app/strings.h"
#include "plot/scores.h"

#include <glib/gi18n.h>

struct _VwScoresView {
  VwChart parent_instance;

  VwInspector *inspector;
  VwPlotScores model;
  VwPlotScoresLayout layout;
};

G_DEFINE_FINAL_TYPE (VwScoresView, vw_scores_view, VW_TYPE_CHART)

/* Returns: (nullable): the inspection, when there are scores in it. */
static const VwInspection *
get_scored (VwScoresView *self)
{
  const VwInspection *seen
      = self->inspector != NULL ? vw_inspector_get_inspection (self->inspector) : NULL;

  return seen != NULL && seen->model != NULL && seen->predicted != VW_NO_PREDICTION ? seen : NULL;
}

static void
vw_scores_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwScoresView *self = VW_SCORES_VIEW (chart);
  const VwInspection *seen = get_scored (self);

  vw_plot_scores_layout_clear (&self->layout);
  if (seen == NULL)
    return;
  self->model = (VwPlotScores){ vw_classifier_get_n_classes (seen->model->classifier),
                                (const char *const *) seen->model->class_names, seen->scores,
                                seen->predicted, vw_strings_numbers () };
  vw_plot_scores_layout (&self->model, width, height, style, &self->layout);
}

static void
vw_scores_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwScoresView *self = VW_SCORES_VIEW (chart);

  if (self->layout.texts != NULL)
    vw_plot_scores_paint (cr, &self->model, &self->layout, style, -1);
}

/* What a screen reader says: each class with its score. */
static void
describe (VwScoresView *self)
{
  const VwInspection *seen = get_scored (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; seen != NULL && seen->model->class_names[i] != NULL; i++)
    {
      g_autofree char *score
          = vw_plot_scores_format (vw_strings_numbers (), seen->scores[i]);

      g_string_append_printf (text, "%s: %s. ", seen->model->class_names[i], score);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

static void
on_inspected (VwScoresView *self)
{
  describe (self);
  vw_chart_changed (VW_CHART (self));
}

void
vw_scores_view_set_inspector (VwScoresView *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_SCORES_VIEW (self));
  g_set_object (&self->inspector, inspector);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (on_inspected), self,
                           G_CONNECT_SWAPPED);
}

static void
vw_scores_view_dispose (GObject *object)
{
  VwScoresView *self = VW_SCORES_VIEW (object);

  vw_plot_scores_layout_clear (&self->layout);
  g_clear_object (&self->inspector);
  G_OBJECT_CLASS (vw_scores_view_parent_class)->dispose (object);
}

static void
vw_scores_view_class_init (VwScoresViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_scores_view_dispose;
  VW_CHART_CLASS (class)->arrange = vw_scores_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_scores_view_paint;
}

static void
vw_scores_view_init (VwScoresView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Score of each class"), -1);
}
