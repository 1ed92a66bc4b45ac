/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/profile-view.h"

#include "app/strings.h"
#include "app/theme.h"
#include "core/word-facts.h"
#include "plot/profile.h"

#include <glib/gi18n.h>

struct _VwProfileView {
  VwChart parent_instance;

  VwModel *model; /* NULL before the first word */
  int leader;
  GArray *shares, *averages, *weights; /* of double */
  VwPlotProfile profile;
  VwPlotProfileLayout layout;
  int pointed;
};

G_DEFINE_FINAL_TYPE (VwProfileView, vw_profile_view, VW_TYPE_CHART)

static void
describe (VwProfileView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint c = 0; c < self->shares->len; c++)
    {
      g_autofree char *share = vw_strings_percent (g_array_index (self->shares, double, c), 0);
      g_autofree char *weight = vw_plot_format_decimal (
          vw_strings_numbers (), g_array_index (self->weights, double, c), 2, TRUE);

      /* Translators: a class, its share of a word's patches, the word's weight for it */
      g_string_append_printf (text, _("%s: %s of the patches, weight %s. "),
                              self->model->class_names[c], share, weight);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

void
vw_profile_view_set (VwProfileView *self, VwModel *model, VwWordGallery *gallery, guint word)
{
  g_return_if_fail (VW_IS_PROFILE_VIEW (self));
  vw_model_ref (model);
  g_clear_pointer (&self->model, vw_model_unref);
  self->model = model;
  self->leader = vw_word_owner (gallery, word);
  g_array_set_size (self->shares, 0);
  g_array_set_size (self->averages, 0);
  g_array_set_size (self->weights, 0);
  for (guint c = 0; c < gallery->n_classes; c++)
    {
      double share = vw_word_share (gallery, word, c);
      double average = vw_word_average_share (gallery, c);
      double weight = vw_word_weight (model, word, c);

      g_array_append_val (self->shares, share);
      g_array_append_val (self->averages, average);
      g_array_append_val (self->weights, weight);
    }
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  vw_chart_changed (VW_CHART (self));
}

static void
fill (VwProfileView *self)
{
  self->profile = (VwPlotProfile){
    .n_classes = self->shares->len,
    .classes = self->model != NULL ? (const char *const *) self->model->class_names : NULL,
    .shares = (const double *) (void *) self->shares->data,
    .averages = (const double *) (void *) self->averages->data,
    .weights = (const double *) (void *) self->weights->data,
    .leader = self->leader,
    .share_title = _("Share of its patches"),
    .weight_title = _("SVM weight"),
    .numbers = vw_strings_numbers (),
  };
}

static void
vw_profile_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwProfileView *self = VW_PROFILE_VIEW (chart);

  fill (self);
  vw_plot_profile_layout (&self->profile, width, 0, style, &self->layout);
}

static void
vw_profile_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwProfileView *self = VW_PROFILE_VIEW (chart);

  vw_plot_profile_paint (cr, &self->profile, &self->layout, style, self->pointed);
}

static void
vw_profile_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  VwProfileView *self = VW_PROFILE_VIEW (widget);
  g_auto (VwPlotProfileLayout) layout = { 0 };
  VwPlotStyle style;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  vw_theme_get_style (widget, &style);
  fill (self);
  vw_plot_profile_layout (&self->profile, MAX (for_size, 200), 0, &style, &layout);
  *minimum = *natural = (int) layout.height;
}

static void
point (VwProfileView *self, int class)
{
  if (class == self->pointed)
    return;
  self->pointed = class;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
vw_profile_view_hover (VwChart *chart, double x, double y)
{
  VwProfileView *self = VW_PROFILE_VIEW (chart);

  vw_chart_ensure (VW_CHART (self));
  point (self, vw_plot_profile_hit (&self->layout, x, y));
}

static void
vw_profile_view_leave (VwChart *chart)
{
  VwProfileView *self = VW_PROFILE_VIEW (chart);

  point (self, -1);
}

static void
vw_profile_view_finalize (GObject *object)
{
  VwProfileView *self = VW_PROFILE_VIEW (object);

  vw_plot_profile_layout_clear (&self->layout);
  g_clear_pointer (&self->model, vw_model_unref);
  g_array_unref (self->shares);
  g_array_unref (self->averages);
  g_array_unref (self->weights);
  G_OBJECT_CLASS (vw_profile_view_parent_class)->finalize (object);
}

static void
vw_profile_view_class_init (VwProfileViewClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_profile_view_finalize;
  GTK_WIDGET_CLASS (class)->measure = vw_profile_view_measure;
  VW_CHART_CLASS (class)->arrange = vw_profile_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_profile_view_paint;
  VW_CHART_CLASS (class)->hover = vw_profile_view_hover;
  VW_CHART_CLASS (class)->leave = vw_profile_view_leave;
}

static void
vw_profile_view_init (VwProfileView *self)
{
  self->pointed = self->leader = -1;
  self->shares = g_array_new (FALSE, FALSE, sizeof (double));
  self->averages = g_array_new (FALSE, FALSE, sizeof (double));
  self->weights = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the word says about each class"), -1);
}
