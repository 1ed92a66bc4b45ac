/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-filters.h"

#include <glib/gi18n.h>

struct _VwDigitFilters {
  GtkBox parent_instance;

  VwSession *session;
  GtkDropDown *label, *count, *verdict, *predicted;
  gboolean showing; /* the drop-downs follow the filter, not the other way round */
};

typedef struct {
  guint least, most;
  const char *name;
} CountRange;

static const CountRange ranges[] = {
  { 0, G_MAXUINT, N_ ("Any count") },
  { 0, 0, N_ ("None") },
  { 1, 5, N_ ("1–5") },
  { 6, 10, N_ ("6–10") },
  { 11, 20, N_ ("11–20") },
  { 21, 40, N_ ("21–40") },
  { 41, 100, N_ ("41–100") },
  { 101, G_MAXUINT, N_ ("Over 100") },
};

G_DEFINE_FINAL_TYPE (VwDigitFilters, vw_digit_filters, GTK_TYPE_BOX)

/* Position 0 is "any"; of the predictions 1 is "no keypoints"; then the classes. */
static int
label_at (guint position)
{
  return (int) position - 1;
}

static int
prediction_at (guint position)
{
  return position == 0 ? -1 : position == 1 ? VW_FILTER_NO_KEYPOINTS : (int) position - 2;
}

static guint
position_of_prediction (int predicted)
{
  return predicted == -1 ? 0 : predicted == VW_FILTER_NO_KEYPOINTS ? 1 : (guint) predicted + 2;
}

static guint
position_of_range (const VwDigitFilter *filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (ranges[i].least == filter->least_keypoints && ranges[i].most == filter->most_keypoints)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
on_chosen (VwDigitFilters *self)
{
  guint range = gtk_drop_down_get_selected (self->count);
  VwDigitFilter filter;

  if (self->showing || self->session == NULL)
    return;
  filter = *vw_session_get_filter (self->session);
  filter.label = label_at (gtk_drop_down_get_selected (self->label));
  filter.verdict = (VwVerdict) gtk_drop_down_get_selected (self->verdict);
  filter.predicted = prediction_at (gtk_drop_down_get_selected (self->predicted));
  if (range < G_N_ELEMENTS (ranges))
    {
      filter.least_keypoints = ranges[range].least;
      filter.most_keypoints = ranges[range].most;
    }
  vw_session_set_filter (self->session, &filter);
}

static void
show_filter (VwDigitFilters *self)
{
  const VwDigitFilter *filter = vw_session_get_filter (self->session);

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->label, (guint) (filter->label + 1));
  gtk_drop_down_set_selected (self->count, position_of_range (filter));
  gtk_drop_down_set_selected (self->verdict, filter->verdict);
  gtk_drop_down_set_selected (self->predicted, position_of_prediction (filter->predicted));
  self->showing = FALSE;
}

static void
set_choices (GtkDropDown *drop_down, GPtrArray *choices)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (choices, NULL);
  list = gtk_string_list_new ((const char *const *) choices->pdata);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
}

/* The classes of the data, after what is no class. */
static void
list_classes (VwDigitFilters *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  guint n = dataset != NULL ? vw_dataset_get_n_classes (dataset) : 0;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GPtrArray) predictions = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (labels, _("All classes"));
  g_ptr_array_add (predictions, g_strdup (_("Predicted as any")));
  g_ptr_array_add (predictions, g_strdup (_("No keypoints")));
  for (guint i = 0; i < n; i++)
    {
      const char *name = vw_dataset_get_class_name (dataset, i);

      g_ptr_array_add (labels, (gpointer) name);
      g_ptr_array_add (predictions, g_strdup_printf (_("Predicted as %s"), name));
    }
  self->showing = TRUE;
  set_choices (self->label, labels);
  set_choices (self->predicted, predictions);
  self->showing = FALSE;
  show_filter (self);
}

static void
list_fixed (VwDigitFilters *self)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new ();
  g_autoptr (GPtrArray) verdicts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    g_ptr_array_add (counts, (gpointer) _(ranges[i].name));
  g_ptr_array_add (verdicts, _("Any result"));
  g_ptr_array_add (verdicts, _("Right"));
  g_ptr_array_add (verdicts, _("Wrong"));
  set_choices (self->count, counts);
  set_choices (self->verdict, verdicts);
}

static void
update_sensitive (VwDigitFilters *self)
{
  gboolean known = vw_session_get_predictions (self->session) != NULL
                   && vw_session_get_split (self->session) == VW_SPLIT_TEST;

  gtk_widget_set_sensitive (GTK_WIDGET (self->verdict), known);
  gtk_widget_set_visible (GTK_WIDGET (self->predicted), known);
}

void
vw_digit_filters_set_session (VwDigitFilters *self, VwSession *session)
{
  const struct {
    const char *signal;
    void (*handler) (VwDigitFilters *self);
  } followed[] = { { "notify::dataset", list_classes },
                   { "notify::filter", show_filter },
                   { "notify::split", update_sensitive },
                   { "notify::model", update_sensitive } };

  g_return_if_fail (VW_IS_DIGIT_FILTERS (self));
  g_set_object (&self->session, session);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (session, followed[i].signal, G_CALLBACK (followed[i].handler), self,
                             G_CONNECT_SWAPPED);
  list_classes (self);
  update_sensitive (self);
}

static void
vw_digit_filters_dispose (GObject *object)
{
  g_clear_object (&VW_DIGIT_FILTERS (object)->session);
  G_OBJECT_CLASS (vw_digit_filters_parent_class)->dispose (object);
}

static void
vw_digit_filters_class_init (VwDigitFiltersClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_digit_filters_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/digit-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, VwDigitFilters, label);
  gtk_widget_class_bind_template_child (widget_class, VwDigitFilters, count);
  gtk_widget_class_bind_template_child (widget_class, VwDigitFilters, verdict);
  gtk_widget_class_bind_template_child (widget_class, VwDigitFilters, predicted);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
vw_digit_filters_init (VwDigitFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_fixed (self);
}
