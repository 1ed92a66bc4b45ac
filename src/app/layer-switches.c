/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layer-switches.h"

#include "app/flow-layout.h"
#include "app/strings.h"
#include "app/theme.h"
#include "app/tooltip.h"
#include "core/orb-trace.h"

#include <glib/gi18n.h>

#define SIGN_SIDE 16

typedef struct {
  guint layers;
  gboolean has_sign;
  gboolean always; /* shown in a narrow window too */
  const char *name;
} Switch;

static const Switch switches[] = {
  { VW_PLOT_LAYER_KEPT, TRUE, TRUE, N_ ("Keypoints") },
  { VW_PLOT_LAYER_OVER_QUOTA, TRUE, TRUE, N_ ("Over quota") },
  { VW_PLOT_LAYER_DROPPED, TRUE, TRUE, N_ ("At border") },
  { VW_PLOT_LAYER_TIED, TRUE, FALSE, N_ ("Tied") },
  { VW_PLOT_LAYER_BEATEN, TRUE, FALSE, N_ ("Beaten") },
  { VW_PLOT_LAYER_SCORES, TRUE, FALSE, N_ ("FAST corners") },
  { VW_PLOT_LAYER_BORDER | VW_PLOT_LAYER_RULERS, TRUE, TRUE, N_ ("Dead border") },
  { VW_PLOT_LAYER_WINDOWS, FALSE, FALSE, N_ ("Levels") },
  { VW_PLOT_LAYER_PATCH, FALSE, FALSE, N_ ("Patch") },
  { VW_PLOT_LAYER_PAIRS, TRUE, FALSE, N_ ("Test pairs") },
  { VW_PLOT_LAYER_PIXELS, FALSE, FALSE, N_ ("Pixels") },
};

#define N_SWITCHES G_N_ELEMENTS (switches)

/* What only the trace of a digit tells. */
#define TRACED_LAYERS \
  (VW_PLOT_LAYER_OVER_QUOTA | VW_PLOT_LAYER_DROPPED | VW_PLOT_LAYER_TIED | VW_PLOT_LAYER_BEATEN \
   | VW_PLOT_LAYER_SCORES | VW_PLOT_LAYER_PAIRS)

struct _VwLayerSwitches {
  GtkWidget parent_instance;

  VwDigitCanvas *canvas;
  VwInspector *inspector;
  GtkWidget *buttons[N_SWITCHES];
  GtkWidget *more;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (VwLayerSwitches, vw_layer_switches, GTK_TYPE_WIDGET)

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

/* Corners of one fate on the shown level, or on all. */
static guint
count_fate (const VwInspection *seen, int level, VwCornerFate fate)
{
  guint n = 0;

  for (guint i = 0; i < seen->frame.n_levels; i++)
    if (level < 0 || (int) i == level)
      n += vw_orb_trace_count (seen->frame.trace, i, fate);
  return n;
}

static guint
count_layer (const VwInspection *seen, int level, guint layer)
{
  guint n = 0;

  switch (layer)
    {
    case VW_PLOT_LAYER_KEPT:
      for (guint i = 0; i < seen->frame.n_levels; i++)
        n += level < 0 || (int) i == level ? seen->frame.levels[i].kept : 0;
      return n;
    case VW_PLOT_LAYER_SCORES:
      for (guint i = 0; i < seen->frame.n_levels; i++)
        n += level < 0 || (int) i == level ? seen->frame.levels[i].fast : 0;
      return n;
    case VW_PLOT_LAYER_OVER_QUOTA:
      return count_fate (seen, level, VW_CORNER_OVER_QUOTA);
    case VW_PLOT_LAYER_DROPPED:
      return count_fate (seen, level, VW_CORNER_AT_BORDER);
    case VW_PLOT_LAYER_TIED:
      return count_fate (seen, level, VW_CORNER_TIED);
    case VW_PLOT_LAYER_BEATEN:
      return count_fate (seen, level, VW_CORNER_BEATEN);
    default:
      return 0;
    }
}

/* Returns: what the switch shows; with {count}, if it can be counted. */
static const char *
explain (guint layer, guint n)
{
  switch (layer)
    {
    case VW_PLOT_LAYER_KEPT:
      return ngettext ("{count} corner kept as a keypoint", "{count} corners kept as keypoints", n);
    case VW_PLOT_LAYER_OVER_QUOTA:
      return ngettext ("{count} corner dropped because its level had enough better ones",
                       "{count} corners dropped because their level had enough better ones", n);
    case VW_PLOT_LAYER_DROPPED:
      return ngettext ("{count} corner dropped at the border",
                       "{count} corners dropped at the border", n);
    case VW_PLOT_LAYER_TIED:
      return ngettext ("{count} corner suppressed by a neighbour with the same score",
                       "{count} corners suppressed by a neighbour with the same score", n);
    case VW_PLOT_LAYER_BEATEN:
      return ngettext ("{count} corner suppressed by a neighbour with a higher score",
                       "{count} corners suppressed by a neighbour with a higher score", n);
    case VW_PLOT_LAYER_SCORES:
      return ngettext ("{count} pixel that FAST takes for a corner, before suppression: the "
                       "higher its score, the stronger the ink",
                       "{count} pixels that FAST takes for corners, before suppression: the "
                       "higher its score, the stronger the ink", n);
    case VW_PLOT_LAYER_WINDOWS:
      return _("Where keypoints can lie, level by level");
    case VW_PLOT_LAYER_PATCH:
      return _("What the descriptor of the chosen keypoint looks at");
    case VW_PLOT_LAYER_PAIRS:
      return _("The 256 pairs of pixels that the descriptor of the chosen keypoint compares");
    case VW_PLOT_LAYER_PIXELS:
      return _("The enlarged digit, or the pixels of the level that is shown alone");
    default:
      return _("Too close to the border of the level for a keypoint");
    }
}

static void
update_tooltip (VwLayerSwitches *self, guint i, const VwInspection *seen)
{
  guint n = count_layer (seen, vw_inspector_get_level (self->inspector), switches[i].layers);
  g_autofree char *count = vw_plot_format_count (vw_strings_numbers (), n, FALSE);
  g_autofree char *text = vw_plot_compose (explain (switches[i].layers, n), "count", count, NULL);

  vw_tooltip_set (self->buttons[i], text);
}

static gboolean
is_of_use (const VwInspection *seen, guint layers)
{
  if (seen == NULL || !(layers & TRACED_LAYERS))
    return TRUE;
  if (seen->frame.trace == NULL)
    return FALSE;
  return layers != VW_PLOT_LAYER_OVER_QUOTA || seen->reason.dropped_quota > 0;
}

static void
update (VwLayerSwitches *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  gboolean all = !self->narrow || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more));

  for (guint i = 0; i < N_SWITCHES; i++)
    {
      gtk_widget_set_visible (self->buttons[i], (all || switches[i].always)
                                                    && is_of_use (seen, switches[i].layers));
      if (seen != NULL && is_of_use (seen, switches[i].layers) && seen->frame.trace != NULL)
        update_tooltip (self, i, seen);
    }
  gtk_widget_set_visible (self->more, self->narrow);
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
add_button (VwLayerSwitches *self, GtkWidget *content, const char *name)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "vw-layer");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static GtkWidget *
add_switch (VwLayerSwitches *self, const Switch *what)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_(what->name));
  GtkWidget *button = add_button (self, content, _(what->name));

  if (what->has_sign)
    gtk_box_append (GTK_BOX (content), make_sign (what));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), label);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                vw_digit_canvas_get_layers (self->canvas) & what->layers);
  g_object_set_data (G_OBJECT (button), "layers", GUINT_TO_POINTER (what->layers));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  return button;
}

void
vw_layer_switches_set_narrow (VwLayerSwitches *self, gboolean narrow)
{
  g_return_if_fail (VW_IS_LAYER_SWITCHES (self));
  self->narrow = narrow;
  update (self);
}

void
vw_layer_switches_set_canvas (VwLayerSwitches *self, VwDigitCanvas *canvas, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_LAYER_SWITCHES (self) && self->canvas == NULL);
  self->canvas = g_object_ref (canvas);
  self->inspector = g_object_ref (inspector);
  for (guint i = 0; i < N_SWITCHES; i++)
    self->buttons[i] = add_switch (self, &switches[i]);
  self->more = add_button (self, gtk_image_new_from_icon_name ("view-more-symbolic"),
                           _("All Layers"));
  gtk_widget_set_tooltip_text (self->more, _("All Layers"));
  g_signal_connect_object (self->more, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inspector, "pointed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
vw_layer_switches_dispose (GObject *object)
{
  VwLayerSwitches *self = VW_LAYER_SWITCHES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->canvas);
  g_clear_object (&self->inspector);
  G_OBJECT_CLASS (vw_layer_switches_parent_class)->dispose (object);
}

static void
vw_layer_switches_class_init (VwLayerSwitchesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_layer_switches_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), VW_TYPE_FLOW_LAYOUT);
}

static void
vw_layer_switches_init (VwLayerSwitches *self)
{
}
