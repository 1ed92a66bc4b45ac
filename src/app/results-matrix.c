/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/results-matrix.h"

#include "app/theme.h"
#include "app/words.h"

#include <glib/gi18n.h>

#define LEAST_SIDE 260
#define NATURAL_SIDE 560

struct _VwResultsMatrix {
  GtkWidget parent_instance;
  VwModel *model;
  VwModel *baseline; /* whose counts are subtracted, or NULL */
  VwPlotMatrixWords words;
  VwMatrixChoices choices;
  VwPlotHeatmapLayout layout;
  gboolean laid_out;
  VwPlotHeatmapState state;
};

G_DEFINE_FINAL_TYPE (VwResultsMatrix, vw_results_matrix, GTK_TYPE_WIDGET)

enum { CHOSEN, ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
same_spot (VwPlotSpot a, VwPlotSpot b)
{
  return a.row == b.row && a.column == b.column;
}

static gboolean
is_nowhere (VwPlotSpot spot)
{
  return same_spot (spot, VW_PLOT_NOWHERE);
}

static VwPlotHeatmap
current_matrix (VwResultsMatrix *self)
{
  VwPlotHeatmap matrix = vw_matrix_choices_heatmap (&self->choices, self->model, &self->words);

  if (self->baseline != NULL)
    matrix.baseline = self->baseline->metrics;
  return matrix;
}

static char *
describe (VwResultsMatrix *self, VwPlotSpot spot)
{
  VwPlotHeatmap matrix;

  if (self->model == NULL)
    return NULL;
  matrix = current_matrix (self);
  return vw_plot_heatmap_describe (&matrix, spot);
}

/* What a screen reader says when the selection moves. */
static void
update_description (VwResultsMatrix *self)
{
  g_autofree char *text = describe (self, self->state.selected);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : _("nothing selected"), -1);
}

static void
lay_out_again (VwResultsMatrix *self)
{
  self->laid_out = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
vw_results_matrix_select (VwResultsMatrix *self, VwPlotSpot spot)
{
  if (same_spot (spot, self->state.selected))
    return;
  self->state.selected = spot;
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHOSEN], 0);
}

VwPlotSpot
vw_results_matrix_get_selected (VwResultsMatrix *self)
{
  return self->state.selected;
}

static VwPlotSpot
worst_mistake (const VwMetrics *metrics)
{
  VwPlotSpot worst = VW_PLOT_NOWHERE;
  guint most = 0;

  for (guint row = 0; row < metrics->n_classes; row++)
    for (guint column = 0; column < metrics->n_classes; column++)
      if (row != column && vw_metrics_get (metrics, row, column) > most)
        {
          most = vw_metrics_get (metrics, row, column);
          worst = (VwPlotSpot) { row, column };
        }
  return worst;
}

static void
replace_model (VwModel **place, VwModel *model)
{
  if (model != NULL)
    vw_model_ref (model);
  g_clear_pointer (place, vw_model_unref);
  *place = model;
}

static void
show (VwResultsMatrix *self, VwModel *model, VwModel *baseline, VwPlotSpot selected)
{
  replace_model (&self->model, model);
  replace_model (&self->baseline, baseline);
  self->state.hover = VW_PLOT_NOWHERE;
  self->state.selected = selected;
  update_description (self);
  lay_out_again (self);
}

void
vw_results_matrix_set_model (VwResultsMatrix *self, VwModel *model)
{
  if (model != self->model || self->baseline != NULL)
    show (self, model, NULL, model != NULL ? worst_mistake (model->metrics) : VW_PLOT_NOWHERE);
}

void
vw_results_matrix_set_difference (VwResultsMatrix *self, VwModel *model, VwModel *baseline)
{
  if (model != self->model || baseline != self->baseline)
    show (self, model, baseline, VW_PLOT_NOWHERE);
}

void
vw_results_matrix_set_choices (VwResultsMatrix *self, const VwMatrixChoices *choices)
{
  self->choices = *choices;
  update_description (self);
  lay_out_again (self);
}

static void
vw_results_matrix_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwResultsMatrix *self = VW_RESULTS_MATRIX (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  VwPlotHeatmap matrix;
  VwPlotStyle style;
  cairo_t *cr;

  if (self->model == NULL || width <= 0 || height <= 0)
    return;
  vw_theme_get_style (widget, &style);
  matrix = current_matrix (self);
  if (!self->laid_out)
    vw_plot_heatmap_layout (&matrix, width, height, &style, &self->layout);
  self->laid_out = TRUE;
  self->state.focused = gtk_widget_has_visible_focus (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  vw_plot_heatmap_paint (cr, &matrix, &self->layout, &style, &self->state);
  cairo_destroy (cr);
}

static void
vw_results_matrix_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VW_RESULTS_MATRIX (widget)->laid_out = FALSE;
}

static void
vw_results_matrix_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = LEAST_SIDE;
  *natural = NATURAL_SIDE;
}

static void
vw_results_matrix_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (vw_results_matrix_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static VwPlotSpot
spot_at (VwResultsMatrix *self, double x, double y)
{
  return self->laid_out ? vw_plot_heatmap_hit (&self->layout, x, y) : VW_PLOT_NOWHERE;
}

static gboolean
vw_results_matrix_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                 GtkTooltip *tooltip)
{
  VwResultsMatrix *self = VW_RESULTS_MATRIX (widget);
  VwPlotSpot spot = keyboard ? self->state.selected : spot_at (self, x, y);
  g_autofree char *text = describe (self, spot);
  cairo_rectangle_t area;

  if (text == NULL || !self->laid_out)
    return FALSE;
  area = vw_plot_heatmap_area (&self->layout, spot);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle) { (int) area.x, (int) area.y, (int) area.width, (int) area.height });
  return TRUE;
}

static void
set_hover (VwResultsMatrix *self, VwPlotSpot spot)
{
  if (same_spot (spot, self->state.hover))
    return;
  self->state.hover = spot;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (VwResultsMatrix *self, double x, double y)
{
  set_hover (self, spot_at (self, x, y));
}

static void
on_leave (VwResultsMatrix *self)
{
  set_hover (self, VW_PLOT_NOWHERE);
}

static void
on_pressed (VwResultsMatrix *self, int n_press, double x, double y)
{
  VwPlotSpot spot = spot_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  vw_results_matrix_select (self, spot);
  if (n_press == 2 && !is_nowhere (spot))
    g_signal_emit (self, signals[ACTIVATE], 0);
}

/* Home and End within the row, with Control to the corners; the headers are one step further. */
static void
move_far (VwResultsMatrix *self, gboolean to_end, gboolean corner)
{
  int last = (int) self->model->metrics->n_classes - 1;
  VwPlotSpot spot = self->state.selected;

  if (corner || is_nowhere (spot))
    spot.row = to_end ? last : 0;
  spot.column = to_end ? last : 0;
  vw_results_matrix_select (self, spot);
}

static void
move (VwResultsMatrix *self, int right, int down)
{
  if (self->laid_out)
    vw_results_matrix_select (
        self, vw_plot_heatmap_move (&self->layout, self->state.selected, right, down));
}

static gboolean
move_with_key (VwResultsMatrix *self, guint key, gboolean control)
{
  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      return move (self, -1, 0), TRUE;
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      return move (self, 1, 0), TRUE;
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      return move (self, 0, -1), TRUE;
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      return move (self, 0, 1), TRUE;
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      return move_far (self, FALSE, control), TRUE;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      return move_far (self, TRUE, control), TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed (VwResultsMatrix *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (self->model == NULL || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (move_with_key (self, key, control))
    {
      gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
      return GDK_EVENT_STOP;
    }
  if (is_nowhere (self->state.selected))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    vw_results_matrix_select (self, VW_PLOT_NOWHERE);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    g_signal_emit (self, signals[ACTIVATE], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
vw_results_matrix_dispose (GObject *object)
{
  VwResultsMatrix *self = VW_RESULTS_MATRIX (object);

  g_clear_pointer (&self->model, vw_model_unref);
  g_clear_pointer (&self->baseline, vw_model_unref);
  vw_plot_heatmap_layout_clear (&self->layout);
  G_OBJECT_CLASS (vw_results_matrix_parent_class)->dispose (object);
}

static void
vw_results_matrix_class_init (VwResultsMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vw_results_matrix_dispose;
  widget_class->snapshot = vw_results_matrix_snapshot;
  widget_class->measure = vw_results_matrix_measure;
  widget_class->size_allocate = vw_results_matrix_size_allocate;
  widget_class->state_flags_changed = vw_results_matrix_state_flags_changed;
  widget_class->query_tooltip = vw_results_matrix_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "results-matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[CHOSEN] = g_signal_new ("chosen", VW_TYPE_RESULTS_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", VW_TYPE_RESULTS_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
vw_results_matrix_init (VwResultsMatrix *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  vw_words_init (&self->words);
  self->state.hover = self->state.selected = VW_PLOT_NOWHERE;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  vw_theme_watch (widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Confusion matrix"), -1);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
