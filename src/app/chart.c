/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart.h"

#include "app/theme.h"

typedef struct {
  gboolean arranged;
  VwPlotStyle style;
} VwChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VwChart, vw_chart, GTK_TYPE_WIDGET)

void
vw_chart_changed (VwChart *self)
{
  VwChartPrivate *priv = vw_chart_get_instance_private (self);

  priv->arranged = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
vw_chart_ensure (VwChart *self)
{
  VwChartPrivate *priv = vw_chart_get_instance_private (self);
  GtkWidget *widget = GTK_WIDGET (self);

  if (priv->arranged)
    return;
  vw_theme_get_style (widget, &priv->style);
  VW_CHART_GET_CLASS (self)->arrange (self, gtk_widget_get_width (widget),
                                      gtk_widget_get_height (widget), &priv->style);
  priv->arranged = TRUE;
}

static void
vw_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwChart *self = VW_CHART (widget);
  VwChartPrivate *priv = vw_chart_get_instance_private (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  vw_chart_ensure (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  VW_CHART_GET_CLASS (self)->paint (self, cr, &priv->style);
  cairo_destroy (cr);
}

static void
vw_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VwChartPrivate *priv = vw_chart_get_instance_private (VW_CHART (widget));

  priv->arranged = FALSE;
}

static void
vw_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vw_chart_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget); /* fonts may have changed */
  vw_chart_changed (VW_CHART (widget));
}

static gboolean
on_key_pressed (VwChart *self, guint key, guint code, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  return VW_CHART_GET_CLASS (self)->key_pressed (self, key);
}

static void
follow_pointer (VwChart *self)
{
  VwChartClass *class = VW_CHART_GET_CLASS (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  if (class->hover != NULL)
    {
      g_signal_connect_swapped (motion, "enter", G_CALLBACK (class->hover), self);
      g_signal_connect_swapped (motion, "motion", G_CALLBACK (class->hover), self);
    }
  if (class->leave != NULL)
    g_signal_connect_swapped (motion, "leave", G_CALLBACK (class->leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
follow_clicks (VwChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (VW_CHART_GET_CLASS (self)->press), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
follow_keys (VwChart *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* Once the class is known, which it is not while the instance is initialised. */
static void
vw_chart_constructed (GObject *object)
{
  VwChart *self = VW_CHART (object);
  VwChartClass *class = VW_CHART_GET_CLASS (self);

  G_OBJECT_CLASS (vw_chart_parent_class)->constructed (object);
  if (class->hover != NULL || class->leave != NULL)
    follow_pointer (self);
  if (class->press != NULL)
    follow_clicks (self);
  if (class->key_pressed != NULL)
    follow_keys (self);
}

static void
vw_chart_class_init (VwChartClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->constructed = vw_chart_constructed;
  widget_class->snapshot = vw_chart_snapshot;
  widget_class->size_allocate = vw_chart_size_allocate;
  widget_class->css_changed = vw_chart_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vw_chart_init (VwChart *self)
{
  vw_theme_watch (GTK_WIDGET (self));
}
