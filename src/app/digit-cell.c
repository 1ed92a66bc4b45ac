/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-cell.h"

#include "app/digit-caption.h"
#include "app/digit-thumbnail.h"
#include "core/metrics.h"

#include <glib/gi18n.h>

#define UNSET G_MAXUINT
#define LONGEST_BESIDE 3 /* letters of a class that the number of keypoints has room beside */

struct _VwDigitCell {
  GtkBox parent_instance;

  VwDigitModel *model;
  guint index;     /* UNSET between two digits */
  guint described; /* the index that the accessible name is of */
  VwDigitThumbnail *thumbnail;
  VwDigitCaption *caption;
};

G_DEFINE_FINAL_TYPE (VwDigitCell, vw_digit_cell, GTK_TYPE_BOX)

static gboolean
has_digit (VwDigitCell *self)
{
  VwSession *session = vw_digit_model_get_session (self->model);
  VwDataset *dataset = vw_session_get_dataset (session);

  return self->index != UNSET && dataset != NULL
         && self->index < vw_dataset_get_count (dataset, vw_session_get_split (session));
}

/* Returns: (transfer full): "→6" for a wrong prediction, "" for a right one or none */
static char *
format_mistake (VwDigitCell *self, VwDataset *dataset, guint8 label)
{
  int predicted;

  if (!vw_digit_model_get_prediction (self->model, self->index, &predicted)
      || predicted == label || predicted == VW_NO_PREDICTION)
    return g_strdup ("");
  return g_strconcat ("→", vw_dataset_get_class_name (dataset, predicted), NULL);
}

/* Returns: (transfer full) (nullable): what the cell shows, in words; %NULL between two digits */
static char *
describe (VwDigitCell *self)
{
  VwSession *session = vw_digit_model_get_session (self->model);
  VwDataset *dataset = vw_session_get_dataset (session);
  VwSplit split = vw_session_get_split (session);
  guint count = vw_digit_counts_get (vw_digit_model_get_counts (self->model), self->index);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *mistake = NULL;
  guint8 label;

  if (!has_digit (self))
    return NULL;
  label = vw_dataset_get_labels (dataset, split)[self->index];
  mistake = format_mistake (self, dataset, label);
  g_string_append_printf (text, _("Digit %u: %s%s"), self->index,
                          vw_dataset_get_class_name (dataset, label), mistake);
  if (count != VW_COUNT_UNKNOWN)
    g_string_append_printf (text, ngettext (", %u keypoint", ", %u keypoints", count), count);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
on_tooltip (VwDigitCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = describe (self);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
vw_digit_cell_update (VwDigitCell *self)
{
  VwSession *session = vw_digit_model_get_session (self->model);
  VwDataset *dataset = vw_session_get_dataset (session);
  guint count;
  guint8 label;
  g_autofree char *mistake = NULL, *number = NULL, *description = NULL;

  if (!has_digit (self))
    return;
  count = vw_digit_counts_get (vw_digit_model_get_counts (self->model), self->index);
  label = vw_dataset_get_labels (dataset, vw_session_get_split (session))[self->index];
  mistake = format_mistake (self, dataset, label);
  number = count == VW_COUNT_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%u", count);
  if (!vw_digit_caption_set (self->caption, vw_dataset_get_class_name (dataset, label), mistake,
                             number)
      && self->index == self->described)
    return;
  self->described = self->index;
  description = describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->thumbnail), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
}

gboolean
vw_digit_cell_is_wide_for (const VwDataset *dataset)
{
  guint n = dataset != NULL ? vw_dataset_get_n_classes (dataset) : 0;

  for (guint i = 0; i < n; i++)
    if (g_utf8_strlen (vw_dataset_get_class_name (dataset, i), -1) > LONGEST_BESIDE)
      return TRUE;
  return FALSE;
}

void
vw_digit_cell_set (VwDigitCell *self, guint index)
{
  VwSession *session = vw_digit_model_get_session (self->model);

  g_return_if_fail (VW_IS_DIGIT_CELL (self));
  self->index = index;
  vw_digit_caption_set_two_lines (self->caption,
                                  vw_digit_cell_is_wide_for (vw_session_get_dataset (session)));
  vw_digit_thumbnail_set (self->thumbnail, vw_session_get_dataset (session),
                          vw_session_get_split (session), index);
  vw_digit_cell_update (self);
}

void
vw_digit_cell_clear (VwDigitCell *self)
{
  g_return_if_fail (VW_IS_DIGIT_CELL (self));
  self->index = UNSET;
  vw_digit_thumbnail_set (self->thumbnail, NULL, VW_SPLIT_TEST, 0);
}

GtkWidget *
vw_digit_cell_new (VwDigitModel *model)
{
  VwDigitCell *self = g_object_new (VW_TYPE_DIGIT_CELL, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (vw_digit_model_get_counts (model), "changed",
                           G_CALLBACK (vw_digit_cell_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vw_digit_model_get_session (model), "notify::model",
                           G_CALLBACK (vw_digit_cell_update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
vw_digit_cell_dispose (GObject *object)
{
  g_clear_object (&VW_DIGIT_CELL (object)->model);
  G_OBJECT_CLASS (vw_digit_cell_parent_class)->dispose (object);
}

static void
vw_digit_cell_class_init (VwDigitCellClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_digit_cell_dispose;
}

static void
vw_digit_cell_init (VwDigitCell *self)
{
  GtkWidget *thumbnail = vw_digit_thumbnail_new ();
  GtkWidget *caption = vw_digit_caption_new ();

  self->index = self->described = UNSET;
  self->thumbnail = VW_DIGIT_THUMBNAIL (thumbnail);
  self->caption = VW_DIGIT_CAPTION (caption);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (thumbnail, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE); /* made when it is wanted: there are many */
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip), NULL);
  gtk_box_append (GTK_BOX (self), thumbnail);
  gtk_box_append (GTK_BOX (self), caption);
}
