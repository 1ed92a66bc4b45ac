/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/funnel-view.h"

#include "app/strings.h"
#include "app/theme.h"
#include "app/words.h"
#include "plot/funnel.h"

#include <glib/gi18n.h>

struct _VwFunnelView {
  VwChart parent_instance;

  VwInspector *inspector;
  VwPlotDigitWords words;
  VwPlotFunnel model;
  VwPlotFunnelLayout layout;
};

G_DEFINE_FINAL_TYPE (VwFunnelView, vw_funnel_view, VW_TYPE_CHART)

static gboolean
fill_model (VwFunnelView *self)
{
  const VwInspection *seen
      = self->inspector != NULL ? vw_inspector_get_inspection (self->inspector) : NULL;

  if (seen == NULL)
    return FALSE;
  self->model = (VwPlotFunnel){ seen->frame.n_levels, seen->frame.levels,
                                &self->words.funnel, vw_strings_numbers () };
  return TRUE;
}

static void
vw_funnel_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwFunnelView *self = VW_FUNNEL_VIEW (chart);

  vw_plot_funnel_layout_clear (&self->layout);
  if (fill_model (self))
    vw_plot_funnel_layout (&self->model, width, 0, style, &self->layout);
}

/* The level of the keypoint is marked, unless a row is pointed at or shown alone. */
static int
marked_level (VwFunnelView *self)
{
  int level = vw_inspector_get_level (self->inspector);
  int keypoint = vw_inspector_get_keypoint (self->inspector);

  if (level >= 0 || keypoint < 0)
    return level;
  return vw_inspector_get_inspection (self->inspector)->frame.keypoints[keypoint].octave;
}

static void
vw_funnel_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwFunnelView *self = VW_FUNNEL_VIEW (chart);

  if (self->layout.texts != NULL)
    vw_plot_funnel_paint (cr, &self->model, &self->layout, style, marked_level (self));
}

static void
vw_funnel_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  VwFunnelView *self = VW_FUNNEL_VIEW (widget);
  g_auto (VwPlotFunnelLayout) layout = { 0 };
  VwPlotStyle style;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || !fill_model (self))
    return;
  vw_theme_get_style (widget, &style);
  vw_plot_funnel_layout (&self->model, for_size > 0 ? for_size : 300, 0, &style, &layout);
  *minimum = *natural = (int) layout.height + 1;
}

static GtkSizeRequestMode
vw_funnel_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
hit (VwFunnelView *self, double x, double y)
{
  vw_chart_ensure (VW_CHART (self));
  return self->layout.texts != NULL ? vw_plot_funnel_hit (&self->layout, x, y) : -1;
}

static void
vw_funnel_view_hover (VwChart *chart, double x, double y)
{
  VwFunnelView *self = VW_FUNNEL_VIEW (chart);

  vw_inspector_point_level (self->inspector, hit (self, x, y));
}

static void
vw_funnel_view_leave (VwChart *chart)
{
  VwFunnelView *self = VW_FUNNEL_VIEW (chart);

  vw_inspector_point_level (self->inspector, -1);
}

static void
vw_funnel_view_press (VwChart *chart, int n_press, double x, double y)
{
  VwFunnelView *self = VW_FUNNEL_VIEW (chart);
  int level = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  vw_inspector_pin_level (self->inspector,
                          level == vw_inspector_get_pinned_level (self->inspector) ? -1 : level);
}

static gboolean
vw_funnel_view_key_pressed (VwChart *chart, guint key)
{
  VwFunnelView *self = VW_FUNNEL_VIEW (chart);
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  int level = vw_inspector_get_pinned_level (self->inspector);

  if (seen == NULL)
    return FALSE;
  if (key == GDK_KEY_Down)
    level = MIN (level + 1, (int) seen->frame.n_levels - 1);
  else if (key == GDK_KEY_Up)
    level = MAX (level - 1, -1);
  else if (key == GDK_KEY_Escape)
    level = -1;
  else
    return FALSE;
  vw_inspector_pin_level (self->inspector, level);
  return TRUE;
}

/* The whole table for a screen reader. */
static void
describe (VwFunnelView *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; seen != NULL && i < seen->frame.n_levels; i++)
    {
      const VwLevelCounts *level = &seen->frame.levels[i];

      g_string_append_printf (text, _("Level %u, %u px: %u corners, %u after suppression, %u inside "
                                      "the border, %u kept. "),
                              i, level->width, level->fast, level->suppressed, level->border,
                              level->kept);
    }
  if (seen != NULL)
    g_string_append_printf (text, _("All levels: %u corners, %u after suppression, %u inside the "
                                    "border, %u kept."),
                            seen->reason.fast, seen->reason.corners,
                            seen->reason.corners - seen->reason.dropped_border, seen->reason.kept);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

static void
on_inspected (VwFunnelView *self)
{
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
vw_funnel_view_set_inspector (VwFunnelView *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_FUNNEL_VIEW (self));
  g_set_object (&self->inspector, inspector);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (on_inspected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inspector, "pointed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static void
vw_funnel_view_dispose (GObject *object)
{
  VwFunnelView *self = VW_FUNNEL_VIEW (object);

  vw_plot_funnel_layout_clear (&self->layout);
  g_clear_object (&self->inspector);
  G_OBJECT_CLASS (vw_funnel_view_parent_class)->dispose (object);
}

static void
vw_funnel_view_class_init (VwFunnelViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_funnel_view_dispose;
  GTK_WIDGET_CLASS (class)->measure = vw_funnel_view_measure;
  GTK_WIDGET_CLASS (class)->get_request_mode = vw_funnel_view_get_request_mode;
  VW_CHART_CLASS (class)->arrange = vw_funnel_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_funnel_view_paint;
  VW_CHART_CLASS (class)->hover = vw_funnel_view_hover;
  VW_CHART_CLASS (class)->leave = vw_funnel_view_leave;
  VW_CHART_CLASS (class)->press = vw_funnel_view_press;
  VW_CHART_CLASS (class)->key_pressed = vw_funnel_view_key_pressed;
}

static void
vw_funnel_view_init (VwFunnelView *self)
{
  vw_words_init_digit (&self->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("From corners to keypoints, level by level"), -1);
}
