/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/curve-view.h"

#include "app/theme.h"
#include "app/trial-texts.h"
#include "app/words.h"
#include "plot/outcome.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 230 /* least, at a text scale of 1 */

struct _VwCurveView {
  VwChart parent_instance;

  VwOutcome *outcome; /* NULL for nothing to draw */
  VwPlotOutcomeWords words;
  VwPlotOutcome plot;
  VwPlotCurveLayout layout;
  int hovered, chosen; /* trials, −1 for none */
};

G_DEFINE_FINAL_TYPE (VwCurveView, vw_curve_view, VW_TYPE_CHART)

enum { CHOSEN, USE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
vw_curve_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwCurveView *self = VW_CURVE_VIEW (chart);

  vw_plot_curve_layout_clear (&self->layout);
  if (self->outcome != NULL)
    vw_plot_curve_layout (&self->plot.curve, width, height, style, &self->layout);
}

static void
vw_curve_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwCurveView *self = VW_CURVE_VIEW (chart);

  if (self->layout.texts != NULL)
    vw_plot_curve_paint (cr, &self->plot.curve, &self->layout, style,
                         self->hovered >= 0 ? self->hovered : self->chosen);
}

static void
vw_curve_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  VwPlotStyle style;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  vw_theme_get_style (widget, &style);
  *minimum = *natural = (int) ceil (HEIGHT * style.text_scale);
}

/* What a screen reader says: each trial with its figures. */
static void
describe (VwCurveView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->outcome != NULL && i < self->outcome->trials->len; i++)
    {
      g_autofree char *line = vw_trial_texts_describe (&self->words, self->outcome, i, "; ");

      g_string_append_printf (text, "%s. ", line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

void
vw_curve_view_show (VwCurveView *self, const VwOutcome *outcome)
{
  int last = outcome != NULL ? (int) outcome->trials->len - 1 : -1;

  g_return_if_fail (VW_IS_CURVE_VIEW (self));
  vw_plot_curve_layout_clear (&self->layout);
  vw_plot_outcome_clear (&self->plot);
  g_clear_pointer (&self->outcome, vw_outcome_free);
  if (outcome != NULL)
    {
      self->outcome = vw_outcome_copy (outcome);
      vw_words_init_outcome (&self->words, outcome->info);
      vw_plot_outcome_init (&self->plot, self->outcome, &self->words);
    }
  self->hovered = MIN (self->hovered, last);
  self->chosen = MIN (self->chosen, last);
  describe (self);
  vw_chart_changed (VW_CHART (self));
}

void
vw_curve_view_choose (VwCurveView *self, int trial)
{
  g_return_if_fail (VW_IS_CURVE_VIEW (self));
  self->chosen = trial;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
hit (VwCurveView *self, double x, double y)
{
  if (self->outcome == NULL)
    return -1;
  vw_chart_ensure (VW_CHART (self));
  return vw_plot_curve_hit (&self->plot.curve, &self->layout, x, y);
}

static void
hover (VwCurveView *self, int trial)
{
  if (trial == self->hovered)
    return;
  self->hovered = trial;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static void
vw_curve_view_hover (VwChart *chart, double x, double y)
{
  VwCurveView *self = VW_CURVE_VIEW (chart);

  hover (self, hit (self, x, y));
}

static void
vw_curve_view_leave (VwChart *chart)
{
  VwCurveView *self = VW_CURVE_VIEW (chart);

  hover (self, -1);
}

static gboolean
on_tooltip (VwCurveView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int trial = keyboard ? self->chosen : self->hovered;
  g_autofree char *text = NULL;
  double across, up;

  if (self->outcome == NULL || trial < 0)
    return FALSE;
  vw_chart_ensure (VW_CHART (self));
  text = vw_trial_texts_describe (&self->words, self->outcome, (guint) trial, "\n");
  gtk_tooltip_set_text (tooltip, text);
  vw_plot_curve_place (&self->layout, &self->plot.points[trial], 0, &across, &up);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) across - 8, 0, 16,
                                                      (int) self->layout.height });
  return TRUE;
}

static void
choose (VwCurveView *self, int trial)
{
  if (trial == self->chosen)
    return;
  vw_curve_view_choose (self, trial);
  g_signal_emit (self, signals[CHOSEN], 0, trial);
}

static void
vw_curve_view_press (VwChart *chart, int n_press, double x, double y)
{
  VwCurveView *self = VW_CURVE_VIEW (chart);
  int trial = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (trial < 0)
    return;
  choose (self, trial);
  if (n_press == 2)
    g_signal_emit (self, signals[USE], 0);
}

/* Returns: the trial @steps further along the x axis, the first one when none is chosen. */
static int
neighbour (VwCurveView *self, int steps)
{
  int n = (int) self->layout.n_points, place = 0;

  if (self->chosen < 0)
    return (int) self->layout.order[steps > 0 ? 0 : n - 1];
  while ((int) self->layout.order[place] != self->chosen)
    place++;
  return (int) self->layout.order[CLAMP (place + steps, 0, n - 1)];
}

static gboolean
vw_curve_view_key_pressed (VwChart *chart, guint key)
{
  VwCurveView *self = VW_CURVE_VIEW (chart);

  if (self->outcome == NULL || self->outcome->trials->len == 0)
    return FALSE;
  vw_chart_ensure (VW_CHART (self));
  if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    choose (self, neighbour (self, key == GDK_KEY_Right ? 1 : -1));
  else if (key == GDK_KEY_Home || key == GDK_KEY_End)
    choose (self, (int) self->layout.order[key == GDK_KEY_Home ? 0 : self->layout.n_points - 1]);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && self->chosen >= 0)
    g_signal_emit (self, signals[USE], 0);
  else
    return FALSE;
  return TRUE;
}

static void
vw_curve_view_finalize (GObject *object)
{
  VwCurveView *self = VW_CURVE_VIEW (object);

  vw_plot_curve_layout_clear (&self->layout);
  vw_plot_outcome_clear (&self->plot);
  g_clear_pointer (&self->outcome, vw_outcome_free);
  G_OBJECT_CLASS (vw_curve_view_parent_class)->finalize (object);
}

static void
vw_curve_view_class_init (VwCurveViewClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = vw_curve_view_finalize;
  GTK_WIDGET_CLASS (class)->measure = vw_curve_view_measure;
  VW_CHART_CLASS (class)->arrange = vw_curve_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_curve_view_paint;
  VW_CHART_CLASS (class)->hover = vw_curve_view_hover;
  VW_CHART_CLASS (class)->leave = vw_curve_view_leave;
  VW_CHART_CLASS (class)->press = vw_curve_view_press;
  VW_CHART_CLASS (class)->key_pressed = vw_curve_view_key_pressed;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[USE] = g_signal_new ("use", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vw_curve_view_init (VwCurveView *self)
{
  self->hovered = self->chosen = -1;
  g_signal_connect_swapped (self, "query-tooltip", G_CALLBACK (on_tooltip), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Accuracy and keypoints by value"), -1);
}
