/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/distribution-view.h"

#include "app/class-spreads.h"
#include "app/strings.h"
#include "app/theme.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 88 /* at a text scale of 1 */

struct _VwDistributionView {
  VwChart parent_instance;

  VwSession *session;
  VwInspector *inspector;
  VwDigitCounts *counts;
  VwClassSpreads spreads;    /* of the last complete count */
  const VwDataset *spread_of; /* what it is of, to be compared only */
  VwSplit spread_split;
  GStrv classes;
  int pointed; /* a class, −1 for none */
  VwPlotDistribution model;
  VwPlotDistributionLayout layout;
};

G_DEFINE_FINAL_TYPE (VwDistributionView, vw_distribution_view, VW_TYPE_CHART)

static void
place_digit (VwDistributionView *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);

  self->model.marked = -1;
  self->model.value = NAN;
  if (seen == NULL || seen->guest != NULL || seen->dataset != self->spread_of
      || seen->split != self->spread_split)
    return;
  self->model.marked = vw_dataset_get_labels (seen->dataset, seen->split)[seen->index];
  self->model.value = seen->frame.n_keypoints;
}

static void
vw_distribution_view_arrange (VwChart *chart, double width, double height,
                              const VwPlotStyle *style)
{
  VwDistributionView *self = VW_DISTRIBUTION_VIEW (chart);

  vw_plot_distribution_layout_clear (&self->layout);
  if (self->spreads.n_classes == 0)
    return;
  self->model = (VwPlotDistribution){ .n_classes = self->spreads.n_classes,
                                      .classes = (const char *const *) self->classes,
                                      .spreads = self->spreads.spreads,
                                      .stale = !vw_digit_counts_are_complete (self->counts),
                                      .numbers = vw_strings_numbers () };
  place_digit (self);
  vw_plot_distribution_layout (&self->model, width, height, style, &self->layout);
}

static void
vw_distribution_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwDistributionView *self = VW_DISTRIBUTION_VIEW (chart);
  int listed = vw_session_get_filter (self->session)->label;

  if (self->layout.texts != NULL)
    vw_plot_distribution_paint (cr, &self->model, &self->layout, style,
                                self->pointed >= 0 ? self->pointed : listed);
}

static void
vw_distribution_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  VwPlotStyle style;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  vw_theme_get_style (widget, &style);
  *minimum = *natural = (int) ceil (HEIGHT * style.text_scale);
}

/* @value: may lie between two counts */
static char *
format_value (double value)
{
  return vw_strings_decimal (value, value == floor (value) ? 0 : 1);
}

/* Returns: (transfer full): "5: median 18; half of them from 12 to 25; 3 of 892 without keypoints" */
static char *
describe_class (VwDistributionView *self, guint class_index, const char *separator)
{
  const VwPlotSpread *spread = &self->spreads.spreads[class_index];
  g_autofree char *middle = format_value (spread->median);
  g_autofree char *lower = format_value (spread->lower), *upper = format_value (spread->upper);
  g_autofree char *n_without = vw_strings_count (self->spreads.n_without[class_index]);
  g_autofree char *n = vw_strings_count (self->spreads.n_digits[class_index]);
  g_autofree char *median = g_strdup_printf (_("%s: median %s"), self->classes[class_index], middle);
  g_autofree char *half = g_strdup_printf (_("half of them from %s to %s"), lower, upper);
  g_autofree char *without = g_strdup_printf (_("%s of %s without keypoints"), n_without, n);

  return g_strjoin (separator, median, half, without, NULL);
}

/* The whole table for a screen reader. */
static void
describe (VwDistributionView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->spreads.n_classes; i++)
    {
      g_autofree char *line = describe_class (self, i, "; ");

      g_string_append_printf (text, "%s. ", line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

static void
keep_spreads (VwDistributionView *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  VwSplit split = vw_session_get_split (self->session);
  guint n = vw_dataset_get_count (dataset, split);
  g_autofree guint *values = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    values[i] = vw_digit_counts_get (self->counts, i);
  vw_class_spreads_clear (&self->spreads);
  vw_class_spreads_init (&self->spreads, vw_dataset_get_labels (dataset, split), values, n,
                         vw_dataset_get_n_classes (dataset));
  self->spread_of = dataset;
  self->spread_split = split;
  g_clear_pointer (&self->classes, g_strfreev);
  self->classes = g_new0 (char *, self->spreads.n_classes + 1);
  for (guint i = 0; i < self->spreads.n_classes; i++)
    self->classes[i] = g_strdup (vw_dataset_get_class_name (dataset, i));
}

static void
on_counted (VwDistributionView *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);

  if (vw_digit_counts_are_complete (self->counts))
    keep_spreads (self);
  else if (dataset != self->spread_of || vw_session_get_split (self->session) != self->spread_split)
    vw_class_spreads_clear (&self->spreads); /* other digits: nothing of it holds */
  else
    {
      vw_chart_changed (VW_CHART (self));
      return;
    }
  self->pointed = MIN (self->pointed, (int) self->spreads.n_classes - 1);
  describe (self);
  vw_chart_changed (VW_CHART (self));
}

static int
hit (VwDistributionView *self, double x, double y)
{
  vw_chart_ensure (VW_CHART (self));
  return self->layout.texts != NULL ? vw_plot_distribution_hit (&self->layout, x, y) : -1;
}

static void
point (VwDistributionView *self, int class_index)
{
  if (class_index == self->pointed)
    return;
  self->pointed = class_index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static void
vw_distribution_view_hover (VwChart *chart, double x, double y)
{
  VwDistributionView *self = VW_DISTRIBUTION_VIEW (chart);

  point (self, hit (self, x, y));
}

static void
vw_distribution_view_leave (VwChart *chart)
{
  VwDistributionView *self = VW_DISTRIBUTION_VIEW (chart);

  point (self, -1);
}

static gboolean
on_tooltip (VwDistributionView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (self->pointed < 0 || self->layout.texts == NULL)
    return FALSE;
  text = describe_class (self, self->pointed, "\n");
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){
    (int) (self->layout.left + self->pointed * self->layout.slot), 0, (int) self->layout.slot,
    (int) self->layout.height });
  return TRUE;
}

/* Lists the digits of one class, or all again. */
static void
list_class (VwDistributionView *self, int class_index)
{
  VwDigitFilter filter = *vw_session_get_filter (self->session);

  if (class_index < 0)
    return;
  filter.label = filter.label == class_index ? -1 : class_index;
  vw_session_set_filter (self->session, &filter);
}

static void
vw_distribution_view_press (VwChart *chart, int n_press, double x, double y)
{
  VwDistributionView *self = VW_DISTRIBUTION_VIEW (chart);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  list_class (self, hit (self, x, y));
}

static gboolean
vw_distribution_view_key_pressed (VwChart *chart, guint key)
{
  VwDistributionView *self = VW_DISTRIBUTION_VIEW (chart);
  int n = self->spreads.n_classes;

  if (n == 0)
    return FALSE;
  if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    point (self, CLAMP (self->pointed + (key == GDK_KEY_Right ? 1 : -1), 0, n - 1));
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    list_class (self, self->pointed);
  else if (key == GDK_KEY_Escape)
    point (self, -1);
  else
    return FALSE;
  return TRUE;
}

void
vw_distribution_view_follow (VwDistributionView *self, VwSession *session, VwInspector *inspector,
                             VwDigitCounts *counts)
{
  g_return_if_fail (VW_IS_DISTRIBUTION_VIEW (self) && self->session == NULL);
  self->session = g_object_ref (session);
  self->inspector = g_object_ref (inspector);
  self->counts = g_object_ref (counts);
  g_signal_connect_object (counts, "changed", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (vw_chart_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  on_counted (self);
}

static void
vw_distribution_view_dispose (GObject *object)
{
  VwDistributionView *self = VW_DISTRIBUTION_VIEW (object);

  vw_plot_distribution_layout_clear (&self->layout);
  vw_class_spreads_clear (&self->spreads);
  g_clear_pointer (&self->classes, g_strfreev);
  g_clear_object (&self->counts);
  g_clear_object (&self->inspector);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_distribution_view_parent_class)->dispose (object);
}

static void
vw_distribution_view_class_init (VwDistributionViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_distribution_view_dispose;
  GTK_WIDGET_CLASS (class)->measure = vw_distribution_view_measure;
  VW_CHART_CLASS (class)->arrange = vw_distribution_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_distribution_view_paint;
  VW_CHART_CLASS (class)->hover = vw_distribution_view_hover;
  VW_CHART_CLASS (class)->leave = vw_distribution_view_leave;
  VW_CHART_CLASS (class)->press = vw_distribution_view_press;
  VW_CHART_CLASS (class)->key_pressed = vw_distribution_view_key_pressed;
}

static void
vw_distribution_view_init (VwDistributionView *self)
{
  self->pointed = -1;
  g_signal_connect_swapped (self, "query-tooltip", G_CALLBACK (on_tooltip), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Keypoints by class"), -1);
}
