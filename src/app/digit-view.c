/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-view.h"

#include "app/strings.h"
#include "plot/digit.h"

#include <glib/gi18n.h>

#define SIDE 96

/* No lost corners, rulers or patch: at this size they would cover the digit. */
#define LAYERS                                                                                     \
  (VW_PLOT_LAYER_PIXELS | VW_PLOT_LAYER_BORDER | VW_PLOT_LAYER_WINDOWS | VW_PLOT_LAYER_KEPT)

struct _VwDigitView {
  VwChart parent_instance;

  VwInspection *seen;
  GArray *corners; /* of VwPlotCorner */
  VwPlotDigit model;
  VwPlotDigitLayout layout;
};

G_DEFINE_FINAL_TYPE (VwDigitView, vw_digit_view, VW_TYPE_CHART)

static void
vw_digit_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwDigitView *self = VW_DIGIT_VIEW (chart);

  vw_plot_digit_layout_clear (&self->layout);
  if (self->seen == NULL)
    return;
  self->model = vw_plot_digit_of (self->seen, self->corners);
  self->model.layers = LAYERS;
  self->model.pixels_pattern = _("{count} px");
  self->model.numbers = vw_strings_numbers ();
  vw_plot_digit_layout (&self->model, width, height, style, &self->layout);
}

static void
vw_digit_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwDigitView *self = VW_DIGIT_VIEW (chart);

  if (self->layout.texts != NULL)
    vw_plot_digit_paint (cr, &self->model, &self->layout, style, NULL);
}

/* What a screen reader says of the picture. */
static void
describe (VwDigitView *self)
{
  guint n = self->seen != NULL ? self->seen->frame.n_keypoints : 0;
  g_autofree char *text = NULL;

  if (self->seen == NULL)
    return;
  text = g_strdup_printf (
      ngettext ("Digit %u, a %s, with %u keypoint", "Digit %u, a %s, with %u keypoints", n),
      self->seen->index, vw_inspection_get_label (self->seen), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
vw_digit_view_set_inspection (VwDigitView *self, VwInspection *seen)
{
  g_return_if_fail (VW_IS_DIGIT_VIEW (self));
  if (seen != NULL)
    vw_inspection_ref (seen);
  g_clear_pointer (&self->seen, vw_inspection_unref);
  g_clear_pointer (&self->corners, g_array_unref);
  self->seen = seen;
  self->corners = seen != NULL ? vw_plot_digit_corners (&seen->frame) : NULL;
  describe (self);
  vw_chart_changed (VW_CHART (self));
}

static void
vw_digit_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = SIDE;
}

static void
vw_digit_view_dispose (GObject *object)
{
  VwDigitView *self = VW_DIGIT_VIEW (object);

  vw_plot_digit_layout_clear (&self->layout);
  g_clear_pointer (&self->seen, vw_inspection_unref);
  g_clear_pointer (&self->corners, g_array_unref);
  G_OBJECT_CLASS (vw_digit_view_parent_class)->dispose (object);
}

static void
vw_digit_view_class_init (VwDigitViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_digit_view_dispose;
  GTK_WIDGET_CLASS (class)->measure = vw_digit_view_measure;
  VW_CHART_CLASS (class)->arrange = vw_digit_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_digit_view_paint;
}

static void
vw_digit_view_init (VwDigitView *self)
{
  describe (self);
}
