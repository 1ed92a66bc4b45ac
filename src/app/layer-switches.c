/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layer-switches.h"

#include "app/theme.h"

#include <glib/gi18n.h>

#define SIGN_SIDE 16

typedef struct {
  guint layers;
  gboolean has_sign;
  const char *name;
} Switch;

static const Switch switches[] = {
  { VW_PLOT_LAYER_KEPT, TRUE, N_ ("Keypoints") },
  { VW_PLOT_LAYER_DROPPED, TRUE, N_ ("At border") },
  { VW_PLOT_LAYER_OVER_QUOTA, TRUE, N_ ("Over quota") },
  { VW_PLOT_LAYER_BORDER | VW_PLOT_LAYER_RULERS, TRUE, N_ ("Dead border") },
  { VW_PLOT_LAYER_WINDOWS, FALSE, N_ ("Levels") },
  { VW_PLOT_LAYER_PATCH, FALSE, N_ ("Patch") },
  { VW_PLOT_LAYER_PIXELS, FALSE, N_ ("Pixels") },
};

#define N_SWITCHES G_N_ELEMENTS (switches)

struct _VwLayerSwitches {
  GtkBox parent_instance;

  VwDigitCanvas *canvas;
  GtkWidget *buttons[N_SWITCHES];
  gboolean narrow, quota;
};

G_DEFINE_FINAL_TYPE (VwLayerSwitches, vw_layer_switches, GTK_TYPE_BOX)

static void
draw_sign (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Switch *what = data;
  VwPlotStyle style;

  vw_theme_get_style (GTK_WIDGET (area), &style);
  vw_plot_digit_paint_sign (cr, &style, (VwPlotLayers) (what->layers & ~VW_PLOT_LAYER_RULERS), 0,
                            width / 2.0, height / 2.0);
}

static GtkWidget *
make_sign (const Switch *what)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SIGN_SIDE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SIGN_SIDE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sign, (gpointer) what, NULL);
  vw_theme_watch (area);
  return area;
}

static void
on_toggled (GtkToggleButton *button, VwLayerSwitches *self)
{
  guint layers = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "layers"));
  guint shown = vw_digit_canvas_get_layers (self->canvas);

  vw_digit_canvas_set_layers (self->canvas, gtk_toggle_button_get_active (button)
                                                ? shown | layers
                                                : shown & ~layers);
}

static GtkWidget *
add_switch (VwLayerSwitches *self, const Switch *what)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_(what->name));

  if (what->has_sign)
    gtk_box_append (GTK_BOX (content), make_sign (what));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "vw-layer");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(what->name), -1);
  g_object_set_data (G_OBJECT (button), "layers", GUINT_TO_POINTER (what->layers));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
update (VwLayerSwitches *self)
{
  for (guint i = 0; i < N_SWITCHES; i++)
    gtk_widget_set_visible (self->buttons[i],
                            (switches[i].has_sign || !self->narrow)
                                && (self->quota || switches[i].layers != VW_PLOT_LAYER_OVER_QUOTA));
}

void
vw_layer_switches_set_narrow (VwLayerSwitches *self, gboolean narrow)
{
  g_return_if_fail (VW_IS_LAYER_SWITCHES (self));
  self->narrow = narrow;
  update (self);
}

void
vw_layer_switches_set_quota (VwLayerSwitches *self, gboolean quota)
{
  g_return_if_fail (VW_IS_LAYER_SWITCHES (self));
  self->quota = quota;
  update (self);
}

void
vw_layer_switches_set_canvas (VwLayerSwitches *self, VwDigitCanvas *canvas)
{
  g_return_if_fail (VW_IS_LAYER_SWITCHES (self) && self->canvas == NULL);
  self->canvas = g_object_ref (canvas);
  for (guint i = 0; i < N_SWITCHES; i++)
    self->buttons[i] = add_switch (self, &switches[i]);
  update (self);
}

static void
vw_layer_switches_dispose (GObject *object)
{
  g_clear_object (&VW_LAYER_SWITCHES (object)->canvas);
  G_OBJECT_CLASS (vw_layer_switches_parent_class)->dispose (object);
}

static void
vw_layer_switches_class_init (VwLayerSwitchesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_layer_switches_dispose;
}

static void
vw_layer_switches_init (VwLayerSwitches *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
