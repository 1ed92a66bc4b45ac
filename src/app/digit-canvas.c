/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-canvas.h"

#include "app/keypoint-card.h"
#include "app/strings.h"
#include "core/orb-trace.h"

#include <glib/gi18n.h>

#define WHEEL_STEP 1.25
#define KEY_STEP 1.5

struct _VwDigitCanvas {
  VwChart parent_instance;

  VwInspector *inspector;
  guint layers;
  VwPlotView view;
  double pointer_x, pointer_y;
  double dragged_x, dragged_y; /* so far */
  GArray *corners; /* of VwPlotCorner; NULL without an inspection */
  VwPlotDigit model;
  VwPlotDigitLayout layout;
};

G_DEFINE_FINAL_TYPE (VwDigitCanvas, vw_digit_canvas, VW_TYPE_CHART)

/* Returns: (nullable): the pixels of the level that is shown alone. */
static const VwPlane *
find_plane (const VwInspection *seen, int level)
{
  if (level < 0 || seen->frame.trace == NULL)
    return NULL;
  return &vw_orb_trace_get_level (seen->frame.trace, level)->sharp;
}

static guint
find_focus (VwDigitCanvas *self, const VwInspection *seen)
{
  int pointed = vw_inspector_get_pointed (self->inspector);

  return pointed >= 0 ? (guint) seen->frame.keypoints[pointed].octave : 0;
}

static gboolean
fill_model (VwDigitCanvas *self)
{
  const VwInspection *seen
      = self->inspector != NULL ? vw_inspector_get_inspection (self->inspector) : NULL;

  if (seen == NULL)
    return FALSE;
  self->model = vw_plot_digit_of (seen, self->corners);
  self->model.layers = self->layers;
  self->model.level = vw_inspector_get_level (self->inspector);
  self->model.plane = find_plane (seen, vw_inspector_get_level (self->inspector));
  self->model.focus = find_focus (self, seen);
  self->model.view = self->view;
  self->model.pixels_pattern = _("{count} px");
  self->model.numbers = vw_strings_numbers ();
  return TRUE;
}

static void
vw_digit_canvas_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwDigitCanvas *self = VW_DIGIT_CANVAS (chart);

  vw_plot_digit_layout_clear (&self->layout);
  if (fill_model (self))
    vw_plot_digit_layout (&self->model, width, height, style, &self->layout);
}

static void
vw_digit_canvas_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwDigitCanvas *self = VW_DIGIT_CANVAS (chart);
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  g_autoptr (GArray) related = NULL;
  VwTestPair pairs[VW_DESCRIPTOR_BITS];
  VwPlotDigitState state = { 0 };

  if (self->layout.texts == NULL)
    return;
  state.pointed = vw_inspector_get_keypoint (self->inspector);
  state.lit = vw_inspector_get_bit (self->inspector);
  if (state.pointed >= 0 && seen->frame.trace != NULL && self->layers & VW_PLOT_LAYER_PAIRS)
    {
      vw_orb_trace_get_pairs (seen->frame.trace, state.pointed, pairs);
      state.pairs = pairs;
    }
  related = vw_inspection_with_word (seen, vw_inspector_get_word (self->inspector));
  state.related = (const guint *) related->data;
  state.n_related = related->len;
  vw_plot_digit_paint (cr, &self->model, &self->layout, style, &state);
}

static void
set_view (VwDigitCanvas *self, VwPlotView view)
{
  self->view = view;
  vw_chart_changed (VW_CHART (self));
}

static void
zoom_at (VwDigitCanvas *self, double x, double y, double factor)
{
  vw_chart_ensure (VW_CHART (self));
  if (self->layout.texts != NULL)
    set_view (self, vw_plot_digit_zoom (&self->model, &self->layout, x, y, factor));
}

void
vw_digit_canvas_zoom (VwDigitCanvas *self, double factor)
{
  g_return_if_fail (VW_IS_DIGIT_CANVAS (self));
  zoom_at (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0, factor);
}

void
vw_digit_canvas_show_all (VwDigitCanvas *self)
{
  g_return_if_fail (VW_IS_DIGIT_CANVAS (self));
  set_view (self, VW_PLOT_WHOLE_VIEW);
}

void
vw_digit_canvas_set_layers (VwDigitCanvas *self, guint layers)
{
  g_return_if_fail (VW_IS_DIGIT_CANVAS (self));
  self->layers = layers;
  vw_chart_changed (VW_CHART (self));
}

guint
vw_digit_canvas_get_layers (VwDigitCanvas *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_CANVAS (self), 0);
  return self->layers;
}

VwPlotDigitChoices
vw_digit_canvas_get_choices (VwDigitCanvas *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_CANVAS (self),
                        ((VwPlotDigitChoices) VW_PLOT_DIGIT_CHOICES_INIT));
  return (VwPlotDigitChoices){ self->layers, vw_inspector_get_pinned_level (self->inspector),
                               self->view, vw_inspector_get_keypoint (self->inspector) };
}

static int
hit (VwDigitCanvas *self, double x, double y)
{
  vw_chart_ensure (VW_CHART (self));
  return self->layout.texts != NULL ? vw_plot_digit_hit (&self->layout, x, y) : -1;
}

gboolean
vw_digit_canvas_is_at_keypoint (VwDigitCanvas *self, double x, double y)
{
  g_return_val_if_fail (VW_IS_DIGIT_CANVAS (self), FALSE);
  return hit (self, x, y) >= 0;
}

static void
on_motion (VwDigitCanvas *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  vw_inspector_point (self->inspector, hit (self, x, y));
}

static void
on_leave (VwDigitCanvas *self)
{
  vw_inspector_point (self->inspector, -1);
}

static void
on_click (VwDigitCanvas *self, int n_press, double x, double y)
{
  int keypoint = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (keypoint >= 0)
    vw_inspector_pin (self->inspector, keypoint);
}

static gboolean
on_scroll (VwDigitCanvas *self, double dx, double dy)
{
  zoom_at (self, self->pointer_x, self->pointer_y, dy < 0 ? WHEEL_STEP : 1 / WHEEL_STEP);
  return TRUE;
}

static void
on_drag_begin (VwDigitCanvas *self)
{
  self->dragged_x = self->dragged_y = 0;
}

static void
on_drag_update (VwDigitCanvas *self, double x, double y)
{
  vw_chart_ensure (VW_CHART (self));
  if (self->layout.texts != NULL)
    set_view (self, vw_plot_digit_pan (&self->model, &self->layout, x - self->dragged_x,
                                       y - self->dragged_y));
  self->dragged_x = x;
  self->dragged_y = y;
}

/* The next keypoint of those that are shown, round and round. */
static void
step (VwDigitCanvas *self, int by)
{
  guint n = self->layout.n_marks, at = by > 0 ? n - 1 : 0;
  int keypoint = vw_inspector_get_keypoint (self->inspector);

  for (guint i = 0; i < n; i++)
    if ((int) self->layout.marks[i].keypoint == keypoint)
      at = i;
  if (n > 0)
    vw_inspector_pin (self->inspector, self->layout.marks[(at + n + by) % n].keypoint);
}

static gboolean
on_key (VwDigitCanvas *self, guint key, guint code, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  vw_chart_ensure (VW_CHART (self));
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Down:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
      step (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      vw_inspector_pin (self->inspector, -1);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      vw_digit_canvas_zoom (self, KEY_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      vw_digit_canvas_zoom (self, 1 / KEY_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      vw_digit_canvas_show_all (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What a screen reader says of the picture. */
static void
describe (VwDigitCanvas *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  guint n = seen != NULL ? seen->frame.n_keypoints : 0;
  g_autofree char *text = NULL;

  if (seen == NULL)
    return;
  if (seen->guest != NULL)
    text = g_strdup_printf (ngettext ("%s, with %u keypoint", "%s, with %u keypoints", n),
                            seen->guest->title, n);
  else
    text = g_strdup_printf (ngettext ("Digit %u, a %s, with %u keypoint",
                                      "Digit %u, a %s, with %u keypoints", n),
                            seen->index, vw_inspection_get_label (seen), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
on_inspected (VwDigitCanvas *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);

  g_clear_pointer (&self->corners, g_array_unref);
  self->corners = seen != NULL ? vw_plot_digit_corners (&seen->frame) : NULL;
  describe (self);
  vw_chart_changed (VW_CHART (self));
}

/* What a screen reader says of the keypoint that the arrow keys came to. */
static void
on_pointed (VwDigitCanvas *self)
{
  g_autofree char *text = vw_keypoint_describe (self->inspector);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  vw_chart_changed (VW_CHART (self));
}

void
vw_digit_canvas_set_inspector (VwDigitCanvas *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_DIGIT_CANVAS (self));
  g_set_object (&self->inspector, inspector);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (on_inspected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inspector, "pointed", G_CALLBACK (on_pointed), self, G_CONNECT_SWAPPED);
}

static void
vw_digit_canvas_dispose (GObject *object)
{
  VwDigitCanvas *self = VW_DIGIT_CANVAS (object);

  vw_plot_digit_layout_clear (&self->layout);
  g_clear_object (&self->inspector);
  g_clear_pointer (&self->corners, g_array_unref);
  G_OBJECT_CLASS (vw_digit_canvas_parent_class)->dispose (object);
}

static void
add_controllers (VwDigitCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_click), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

static void
vw_digit_canvas_class_init (VwDigitCanvasClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_digit_canvas_dispose;
  VW_CHART_CLASS (class)->arrange = vw_digit_canvas_arrange;
  VW_CHART_CLASS (class)->paint = vw_digit_canvas_paint;
}

static void
vw_digit_canvas_init (VwDigitCanvas *self)
{
  self->layers = VW_PLOT_LAYERS_DEFAULT;
  self->view = VW_PLOT_WHOLE_VIEW;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}
