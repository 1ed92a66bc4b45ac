/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draw-surface.h"

#include "plot/shapes.h"

#include <glib/gi18n.h>
#include <math.h>

#define USUAL_PRESSURE .5
#define KEY_STEP .025 /* of the pen that the arrow keys move */
#define FINE_STEP .005
#define RADIUS 9.0

struct _VwDrawSurface {
  VwChart parent_instance;

  VwDrawing *drawing;
  VwDrawingRaster *raster; /* in the screen's pixels; NULL until there is a size */
  double brush;
  gboolean erasing;
  double pen_x, pen_y; /* of the keyboard, as shares of the side */
  gboolean key_down;   /* its pen */
  double left, top, side;
};

G_DEFINE_FINAL_TYPE (VwDrawSurface, vw_draw_surface, VW_TYPE_CHART)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
vw_draw_surface_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwDrawSurface *self = VW_DRAW_SURFACE (chart);
  guint pixels;

  self->side = MAX (floor (MIN (width, height)), 1);
  self->left = floor ((width - self->side) / 2);
  self->top = floor ((height - self->side) / 2);
  pixels = (guint) self->side * (guint) gtk_widget_get_scale_factor (GTK_WIDGET (self));
  if (self->raster != NULL && vw_drawing_raster_get_side (self->raster) == pixels)
    return;
  g_clear_pointer (&self->raster, vw_drawing_raster_free);
  self->raster = vw_drawing_raster_new (pixels);
}

/* Dotted lines through the middle, to draw by. */
static void
paint_guides (VwDrawSurface *self, cairo_t *cr, VwPlotColor color)
{
  static const double dots[] = { 1, 5 };
  double x = floor (self->left + self->side / 2) + .5, y = floor (self->top + self->side / 2) + .5;

  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, x, self->top + 15);
  cairo_line_to (cr, x, self->top + self->side - 15);
  cairo_move_to (cr, self->left + 15, y);
  cairo_line_to (cr, self->left + self->side - 15, y);
  cairo_set_line_width (cr, 1);
  vw_plot_color_set (cr, color);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_ink (VwDrawSurface *self, cairo_t *cr, VwPlotColor color)
{
  cairo_surface_t *ink = vw_drawing_raster_update (self->raster, self->drawing);
  double scale = self->side / vw_drawing_raster_get_side (self->raster);

  cairo_save (cr);
  cairo_translate (cr, self->left, self->top);
  cairo_scale (cr, scale, scale);
  vw_plot_color_set (cr, color);
  cairo_mask_surface (cr, ink, 0, 0);
  cairo_restore (cr);
}

/* Where the keyboard's pen is: a ring, filled when it is down. */
static void
paint_pen (VwDrawSurface *self, cairo_t *cr, const VwPlotPalette *palette)
{
  cairo_arc (cr, self->left + self->pen_x * self->side, self->top + self->pen_y * self->side,
             MAX (self->brush * self->side / 2, 4), 0, 2 * G_PI);
  vw_plot_color_set (cr, vw_plot_color_with_alpha (palette->accent, self->key_down ? .6 : .15));
  cairo_fill_preserve (cr);
  vw_plot_color_set (cr, palette->accent);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
trace_square (VwDrawSurface *self, cairo_t *cr, double inset)
{
  double left = self->left + inset, top = self->top + inset, radius = RADIUS - inset;
  double right = self->left + self->side - inset, bottom = self->top + self->side - inset;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, top + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, left + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, left + radius, top + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
vw_draw_surface_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwDrawSurface *self = VW_DRAW_SURFACE (chart);
  const VwPlotPalette *palette = &style->palette;
  gboolean focused = gtk_widget_has_visible_focus (GTK_WIDGET (self));

  cairo_save (cr);
  trace_square (self, cr, 0);
  cairo_clip (cr);
  vw_plot_color_set (cr, palette->paper);
  cairo_paint (cr);
  paint_guides (self, cr, palette->axis);
  paint_ink (self, cr, palette->ink);
  if (focused)
    paint_pen (self, cr, palette);
  cairo_restore (cr);
  trace_square (self, cr, focused ? 1 : .5);
  vw_plot_color_set (cr, focused ? palette->accent : vw_plot_color_with_alpha (palette->axis, .7));
  cairo_set_line_width (cr, focused ? 2 : 1);
  cairo_stroke (cr);
}

static void
changed (VwDrawSurface *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static VwPenPoint
make_point (VwDrawSurface *self, double x, double y, double pressure)
{
  return (VwPenPoint){ CLAMP (x, 0, 1), CLAMP (y, 0, 1),
                       self->brush * (.4 + 1.2 * CLAMP (pressure, 0, 1)) };
}

static void
begin (VwDrawSurface *self, gboolean erase, const VwPenPoint *point)
{
  vw_drawing_begin (self->drawing, erase, point);
  changed (self);
}

void
vw_draw_surface_begin (VwDrawSurface *self, double x, double y, double pressure)
{
  VwPenPoint point;

  g_return_if_fail (VW_IS_DRAW_SURFACE (self));
  point = make_point (self, x, y, pressure);
  begin (self, self->erasing, &point);
}

void
vw_draw_surface_move (VwDrawSurface *self, double x, double y, double pressure)
{
  VwPenPoint point;

  g_return_if_fail (VW_IS_DRAW_SURFACE (self));
  if (!vw_drawing_is_under_way (self->drawing))
    return;
  point = make_point (self, x, y, pressure);
  vw_drawing_move (self->drawing, &point);
  changed (self);
}

void
vw_draw_surface_end (VwDrawSurface *self)
{
  g_return_if_fail (VW_IS_DRAW_SURFACE (self));
  self->key_down = FALSE;
  if (!vw_drawing_is_under_way (self->drawing))
    return;
  vw_drawing_end (self->drawing);
  changed (self);
}

void
vw_draw_surface_undo (VwDrawSurface *self)
{
  g_return_if_fail (VW_IS_DRAW_SURFACE (self));
  self->key_down = FALSE;
  vw_drawing_undo (self->drawing);
  changed (self);
}

void
vw_draw_surface_redo (VwDrawSurface *self)
{
  g_return_if_fail (VW_IS_DRAW_SURFACE (self));
  vw_drawing_redo (self->drawing);
  changed (self);
}

void
vw_draw_surface_clear (VwDrawSurface *self)
{
  g_return_if_fail (VW_IS_DRAW_SURFACE (self));
  self->key_down = FALSE;
  vw_drawing_clear (self->drawing);
  changed (self);
}

void
vw_draw_surface_put_ink (VwDrawSurface *self, const VwInk *ink, const char *note)
{
  g_return_if_fail (VW_IS_DRAW_SURFACE (self));
  vw_drawing_put_ink (self->drawing, ink, note);
  changed (self);
}

const VwDrawing *
vw_draw_surface_get_drawing (VwDrawSurface *self)
{
  g_return_val_if_fail (VW_IS_DRAW_SURFACE (self), NULL);
  return self->drawing;
}

void
vw_draw_surface_set_brush (VwDrawSurface *self, double width)
{
  g_return_if_fail (VW_IS_DRAW_SURFACE (self));
  self->brush = width;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
vw_draw_surface_set_erasing (VwDrawSurface *self, gboolean erasing)
{
  g_return_if_fail (VW_IS_DRAW_SURFACE (self));
  self->erasing = erasing;
}

/* From the widget's coordinates to shares of the side. */
static void
find_place (VwDrawSurface *self, double *x, double *y)
{
  vw_chart_ensure (VW_CHART (self));
  *x = (*x - self->left) / self->side;
  *y = (*y - self->top) / self->side;
}

static GdkDeviceTool *
get_tool (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  return event != NULL ? gdk_event_get_device_tool (event) : NULL;
}

/* A pen has a gesture of its own, which knows its pressure. */
static void
on_drag_begin (VwDrawSurface *self, double x, double y, GtkGesture *gesture)
{
  if (get_tool (gesture) != NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  find_place (self, &x, &y);
  vw_draw_surface_begin (self, x, y, USUAL_PRESSURE);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update (VwDrawSurface *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  x += dx;
  y += dy;
  find_place (self, &x, &y);
  vw_draw_surface_move (self, x, y, USUAL_PRESSURE);
}

static double
get_pressure (GtkGestureStylus *gesture)
{
  double pressure;

  return gtk_gesture_stylus_get_axis (gesture, GDK_AXIS_PRESSURE, &pressure) ? pressure
                                                                             : USUAL_PRESSURE;
}

static void
on_pen_down (VwDrawSurface *self, double x, double y, GtkGesture *gesture)
{
  GdkDeviceTool *tool = get_tool (gesture);
  gboolean eraser
      = tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;
  VwPenPoint point;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  find_place (self, &x, &y);
  point = make_point (self, x, y, get_pressure (GTK_GESTURE_STYLUS (gesture)));
  begin (self, self->erasing || eraser, &point);
}

static void
on_pen_motion (VwDrawSurface *self, double x, double y, GtkGestureStylus *gesture)
{
  find_place (self, &x, &y);
  vw_draw_surface_move (self, x, y, get_pressure (gesture));
}

static void
press_pen (VwDrawSurface *self)
{
  if (self->key_down)
    {
      vw_draw_surface_end (self);
      return;
    }
  vw_draw_surface_begin (self, self->pen_x, self->pen_y, USUAL_PRESSURE);
  self->key_down = TRUE;
}

static void
move_pen (VwDrawSurface *self, int dx, int dy, double step)
{
  self->pen_x = CLAMP (self->pen_x + dx * step, 0, 1);
  self->pen_y = CLAMP (self->pen_y + dy * step, 0, 1);
  if (self->key_down)
    vw_draw_surface_move (self, self->pen_x, self->pen_y, USUAL_PRESSURE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_key (VwDrawSurface *self, guint key, guint code, GdkModifierType state)
{
  double step = state & GDK_SHIFT_MASK ? FINE_STEP : KEY_STEP;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    move_pen (self, key == GDK_KEY_Left ? -1 : 1, 0, step);
  else if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    move_pen (self, 0, key == GDK_KEY_Up ? -1 : 1, step);
  else if (key == GDK_KEY_space || key == GDK_KEY_Return)
    press_pen (self);
  else if (key == GDK_KEY_Escape && self->key_down)
    vw_draw_surface_end (self);
  else
    return FALSE;
  return TRUE;
}

static void
vw_draw_surface_finalize (GObject *object)
{
  VwDrawSurface *self = VW_DRAW_SURFACE (object);

  g_clear_pointer (&self->raster, vw_drawing_raster_free);
  vw_drawing_free (self->drawing);
  G_OBJECT_CLASS (vw_draw_surface_parent_class)->finalize (object);
}

static void
vw_draw_surface_class_init (VwDrawSurfaceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_draw_surface_finalize;
  VW_CHART_CLASS (class)->arrange = vw_draw_surface_arrange;
  VW_CHART_CLASS (class)->paint = vw_draw_surface_paint;
  signals[CHANGED] = g_signal_new ("changed", VW_TYPE_DRAW_SURFACE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (VwDrawSurface *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pen = gtk_gesture_stylus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (vw_draw_surface_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (vw_draw_surface_end), self);
  g_signal_connect_swapped (pen, "down", G_CALLBACK (on_pen_down), self);
  g_signal_connect_swapped (pen, "motion", G_CALLBACK (on_pen_motion), self);
  g_signal_connect_swapped (pen, "up", G_CALLBACK (vw_draw_surface_end), self);
  g_signal_connect_swapped (pen, "cancel", G_CALLBACK (vw_draw_surface_end), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pen));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, key);
}

static void
vw_draw_surface_init (VwDrawSurface *self)
{
  self->drawing = vw_drawing_new ();
  self->pen_x = self->pen_y = .5;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Square to draw in"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Arrow keys move the pen, Space puts it down and lifts it"),
                                  -1);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), NULL);
  add_controllers (self);
}
