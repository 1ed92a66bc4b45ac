/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dumbbells-view.h"

#include "app/strings.h"
#include "app/words.h"
#include "plot/dumbbells.h"

#include <glib/gi18n.h>

#define LEAST_ROW 16 /* px */

struct _VwDumbbellsView {
  VwChart parent_instance;

  VwRunPair *pair;
  double *before, *after; /* a share of each class */
  int hovered, chosen;    /* a class, −1 for none */
  VwPlotDumbbells model;
  VwPlotDumbbellsLayout layout;
};

G_DEFINE_FINAL_TYPE (VwDumbbellsView, vw_dumbbells_view, VW_TYPE_CHART)

static guint chosen_signal;

static void
vw_dumbbells_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwDumbbellsView *self = VW_DUMBBELLS_VIEW (chart);

  vw_plot_dumbbells_layout_clear (&self->layout);
  if (self->pair != NULL)
    vw_plot_dumbbells_layout (&self->model, width, height, style, &self->layout);
}

static void
vw_dumbbells_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwDumbbellsView *self = VW_DUMBBELLS_VIEW (chart);

  if (self->layout.texts != NULL)
    vw_plot_dumbbells_paint (cr, &self->model, &self->layout, style,
                             self->hovered >= 0 ? self->hovered : self->chosen);
}

static char *
describe_class (VwDumbbellsView *self, guint index)
{
  g_autofree char *before = vw_strings_percent (self->before[index], 1);
  g_autofree char *after = vw_strings_percent (self->after[index], 1);

  return g_strdup_printf ("%s: %s → %s", self->model.classes[index], before, after);
}

static void
describe (VwDumbbellsView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->pair != NULL && i < self->model.n_classes; i++)
    {
      g_autofree char *line = describe_class (self, i);

      g_string_append_printf (text, "%s. ", line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

static void
forget (VwDumbbellsView *self)
{
  g_clear_pointer (&self->pair, vw_run_pair_unref);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);
  self->hovered = self->chosen = -1;
}

void
vw_dumbbells_view_show (VwDumbbellsView *self, VwRunPair *pair, VwScore score)
{
  VwPlotComparisonWords words;

  g_return_if_fail (VW_IS_DUMBBELLS_VIEW (self));
  if (pair != NULL)
    vw_run_pair_ref (pair);
  forget (self);
  self->pair = pair;
  if (pair != NULL)
    {
      VwModel *summary = pair->after->summary;

      self->before = vw_metrics_list_scores (pair->before->summary->metrics, score);
      self->after = vw_metrics_list_scores (summary->metrics, score);
      self->model = (VwPlotDumbbells){ summary->metrics->n_classes,
                                       (const char *const *) summary->class_names, self->before,
                                       self->after, vw_strings_numbers () };
    }
  vw_words_init_comparison (&words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words.text.score[score], -1);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  vw_chart_changed (VW_CHART (self));
}

static int
hit (VwDumbbellsView *self, double x, double y)
{
  vw_chart_ensure (VW_CHART (self));
  return self->layout.texts != NULL ? vw_plot_dumbbells_hit (&self->layout, x, y) : -1;
}

static void
hover (VwDumbbellsView *self, int index)
{
  if (index == self->hovered)
    return;
  self->hovered = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
vw_dumbbells_view_hover (VwChart *chart, double x, double y)
{
  VwDumbbellsView *self = VW_DUMBBELLS_VIEW (chart);

  hover (self, hit (self, x, y));
}

static void
vw_dumbbells_view_leave (VwChart *chart)
{
  VwDumbbellsView *self = VW_DUMBBELLS_VIEW (chart);

  hover (self, -1);
}

static void
choose (VwDumbbellsView *self, int index)
{
  self->chosen = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, chosen_signal, 0, (guint) index);
}

static void
vw_dumbbells_view_press (VwChart *chart, int n_press, double x, double y)
{
  VwDumbbellsView *self = VW_DUMBBELLS_VIEW (chart);
  int index = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (index >= 0)
    choose (self, index);
}

static gboolean
vw_dumbbells_view_key_pressed (VwChart *chart, guint key)
{
  VwDumbbellsView *self = VW_DUMBBELLS_VIEW (chart);
  int by = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (self->pair == NULL || by == 0)
    return FALSE;
  choose (self, CLAMP (self->chosen + by, 0, (int) self->model.n_classes - 1));
  return TRUE;
}

static gboolean
vw_dumbbells_view_query_tooltip (GtkWidget *widget,
                                 int x,
                                 int y,
                                 gboolean keyboard,
                                 GtkTooltip *tooltip)
{
  VwDumbbellsView *self = VW_DUMBBELLS_VIEW (widget);
  int index = keyboard ? self->chosen : hit (self, x, y);
  g_autofree char *text = NULL;

  if (index < 0)
    return FALSE;
  text = describe_class (self, (guint) index);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
vw_dumbbells_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  VwDumbbellsView *self = VW_DUMBBELLS_VIEW (widget);
  int rows = self->pair != NULL ? (int) self->model.n_classes + 1 : 1;

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? rows * LEAST_ROW : 120;
  *natural = *minimum;
}

static void
vw_dumbbells_view_dispose (GObject *object)
{
  VwDumbbellsView *self = VW_DUMBBELLS_VIEW (object);

  vw_plot_dumbbells_layout_clear (&self->layout);
  forget (self);
  G_OBJECT_CLASS (vw_dumbbells_view_parent_class)->dispose (object);
}

static void
vw_dumbbells_view_class_init (VwDumbbellsViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_dumbbells_view_dispose;
  widget_class->measure = vw_dumbbells_view_measure;
  widget_class->query_tooltip = vw_dumbbells_view_query_tooltip;
  VW_CHART_CLASS (class)->arrange = vw_dumbbells_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_dumbbells_view_paint;
  VW_CHART_CLASS (class)->hover = vw_dumbbells_view_hover;
  VW_CHART_CLASS (class)->leave = vw_dumbbells_view_leave;
  VW_CHART_CLASS (class)->press = vw_dumbbells_view_press;
  VW_CHART_CLASS (class)->key_pressed = vw_dumbbells_view_key_pressed;
  chosen_signal = g_signal_new ("chosen", VW_TYPE_DUMBBELLS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
vw_dumbbells_view_init (VwDumbbellsView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->hovered = self->chosen = -1;
  gtk_widget_set_has_tooltip (widget, TRUE);
}
