/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scores-view.h"

#include "app/strings.h"
#include "plot/scores.h"

#include <glib/gi18n.h>

struct _VwScoresView {
  VwChart parent_instance;

  VwInspector *inspector;
  int hovered;    /* a class, −1 for none */
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

  int marked = self->hovered >= 0 ? self->hovered : vw_inspector_get_class (self->inspector);

  if (self->layout.texts != NULL)
    vw_plot_scores_paint (cr, &self->model, &self->layout, style, marked);
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
  self->hovered = -1;
  describe (self);
  vw_chart_changed (VW_CHART (self));
}

static int
hit (VwScoresView *self, double x, double y)
{
  vw_chart_ensure (VW_CHART (self));
  return self->layout.texts != NULL ? vw_plot_scores_hit (&self->layout, x, y) : -1;
}

static void
hover (VwScoresView *self, int class_index)
{
  if (class_index == self->hovered)
    return;
  self->hovered = class_index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
vw_scores_view_hover (VwChart *chart, double x, double y)
{
  VwScoresView *self = VW_SCORES_VIEW (chart);

  hover (self, hit (self, x, y));
}

static void
vw_scores_view_leave (VwChart *chart)
{
  VwScoresView *self = VW_SCORES_VIEW (chart);

  hover (self, -1);
}

static void
vw_scores_view_press (VwChart *chart, int n_press, double x, double y)
{
  VwScoresView *self = VW_SCORES_VIEW (chart);
  int class_index = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (class_index >= 0)
    vw_inspector_choose_class (self->inspector, class_index);
}

static gboolean
vw_scores_view_key_pressed (VwChart *chart, guint key)
{
  VwScoresView *self = VW_SCORES_VIEW (chart);
  const VwInspection *seen = get_scored (self);
  int class_index = vw_inspector_get_class (self->inspector);
  int n;

  if (seen == NULL)
    return FALSE;
  n = (int) vw_classifier_get_n_classes (seen->model->classifier);
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    class_index = CLAMP (class_index + (key == GDK_KEY_Down ? 1 : -1), 0, n - 1);
  else if (key == GDK_KEY_Escape)
    class_index = -1;
  else
    return FALSE;
  vw_inspector_choose_class (self->inspector, class_index);
  return TRUE;
}

void
vw_scores_view_set_inspector (VwScoresView *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_SCORES_VIEW (self));
  g_set_object (&self->inspector, inspector);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (on_inspected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inspector, "pointed", G_CALLBACK (gtk_widget_queue_draw), self,
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
  VW_CHART_CLASS (class)->hover = vw_scores_view_hover;
  VW_CHART_CLASS (class)->leave = vw_scores_view_leave;
  VW_CHART_CLASS (class)->press = vw_scores_view_press;
  VW_CHART_CLASS (class)->key_pressed = vw_scores_view_key_pressed;
}

static void
vw_scores_view_init (VwScoresView *self)
{
  self->hovered = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Score of each class"), -1);
}
