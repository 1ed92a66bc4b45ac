/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/keypoint-card.h"

#include "app/bits-view.h"
#include "app/patch-view.h"
#include "app/strings.h"

#include <glib/gi18n.h>

struct _VwKeypointCard {
  GtkBox parent_instance;

  VwInspector *inspector;
  VwPatchView *patch, *mean;
  VwBitsView *bits;
  GtkWidget *details;
  GtkLabel *mean_title;
  GtkLabel *title, *level, *position, *angle, *response, *rank, *distance, *note;
  GtkWidget *distance_title;
};

G_DEFINE_FINAL_TYPE (VwKeypointCard, vw_keypoint_card, GTK_TYPE_BOX)

/* "35.7 · 10⁻⁴": Harris responses of digits are small, and one unit makes them comparable. */
static char *
format_response (float response)
{
  g_autofree char *value = vw_plot_format_decimal (vw_strings_numbers (), response * 1e4, 1, FALSE);

  return g_strconcat (value, "\302\240·\302\24010⁻⁴", NULL);
}

static char *
format_level (const VwInspection *seen, const VwKeypoint *keypoint)
{
  return g_strdup_printf (_("%d · %u px"), keypoint->octave,
                          seen->frame.levels[keypoint->octave].width);
}

static guint
find_rank (const VwOrbFrame *frame, int keypoint)
{
  guint rank = 1;

  for (guint i = 0; i < frame->n_keypoints; i++)
    rank += frame->keypoints[i].response > frame->keypoints[keypoint].response;
  return rank;
}

static void
set_text (GtkLabel *label, char *text)
{
  gtk_label_set_text (label, text);
  g_free (text);
}

static void
show_word (VwKeypointCard *self, const VwInspection *seen, int keypoint)
{
  gboolean known = seen->model != NULL;
  g_autoptr (GArray) same = NULL;

  gtk_widget_set_visible (self->distance_title, known);
  gtk_widget_set_visible (GTK_WIDGET (self->distance), known);
  gtk_widget_set_visible (GTK_WIDGET (self->note), known);
  if (!known)
    return;
  same = vw_inspection_with_word (seen, seen->words[keypoint]);
  set_text (self->distance, vw_plot_format_decimal (vw_strings_numbers (),
                                                    seen->distances[keypoint], 0, FALSE));
  set_text (self->note,
            g_strdup_printf (ngettext ("%u keypoint of this digit is word %u.",
                                       "%u keypoints of this digit are word %u.", same->len),
                             same->len, seen->words[keypoint]));
}

/* The mean of the word's patches stands beside the patch as soon as it is known. */
static void
show_mean (VwKeypointCard *self, const VwInspection *seen, int keypoint)
{
  VwSession *session = vw_inspector_get_session (self->inspector);
  gboolean known = seen->model != NULL && seen->model == vw_session_get_model (session);
  const VwWordGallery *gallery = known ? vw_session_get_gallery (session) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->mean), gallery != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->mean_title), gallery != NULL);
  if (gallery == NULL)
    return;
  vw_patch_view_set_pixels (self->mean, vw_word_gallery_mean (gallery, seen->words[keypoint]));
  set_text (self->mean_title, g_strdup_printf (_("mean of word %u"), seen->words[keypoint]));
}

static void
show (VwKeypointCard *self, const VwInspection *seen, int index)
{
  const VwKeypoint *keypoint = &seen->frame.keypoints[index];
  guint n = seen->frame.n_keypoints;

  set_text (self->title, g_strdup_printf (_("Keypoint %d of %u"), index + 1, n));
  set_text (self->level, format_level (seen, keypoint));
  set_text (self->position, g_strdup_printf ("%.0f, %.0f", keypoint->x, keypoint->y));
  set_text (self->angle, g_strdup_printf ("%.0f°", keypoint->angle));
  set_text (self->response, format_response (keypoint->response));
  set_text (self->rank, g_strdup_printf (_("%u of %u"), find_rank (&seen->frame, index), n));
  show_word (self, seen, index);
  show_mean (self, seen, index);
}

static void
show_none (VwKeypointCard *self, int level)
{
  set_text (self->title, level < 0 ? g_strdup (_("No keypoint"))
                                   : g_strdup_printf (_("No keypoint on level %d"), level));
}

static void
update (VwKeypointCard *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  int keypoint = vw_inspector_get_keypoint (self->inspector);

  gtk_widget_set_opacity (GTK_WIDGET (self), seen != NULL ? 1 : 0);
  gtk_widget_set_visible (self->details, keypoint >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->note), keypoint >= 0);
  vw_patch_view_set (self->patch, seen, keypoint);
  vw_patch_view_set_bit (self->patch, vw_inspector_get_bit (self->inspector));
  if (keypoint >= 0)
    show (self, seen, keypoint);
  else if (seen != NULL)
    show_none (self, vw_inspector_get_pinned_level (self->inspector));
}

char *
vw_keypoint_describe (VwInspector *inspector)
{
  const VwInspection *seen = vw_inspector_get_inspection (inspector);
  int index = vw_inspector_get_keypoint (inspector);
  g_autofree char *level = NULL, *response = NULL;
  g_autoptr (GString) text = NULL;

  if (index < 0)
    return NULL;
  level = format_level (seen, &seen->frame.keypoints[index]);
  response = format_response (seen->frame.keypoints[index].response);
  text = g_string_new (NULL);
  g_string_append_printf (text, _("Keypoint %d of %u"), index + 1, seen->frame.n_keypoints);
  g_string_append_printf (text, "\n%s %s\n%s %.0f°\n%s %s", _("Level"), level, _("Angle"),
                          seen->frame.keypoints[index].angle, _("Response"), response);
  if (seen->model != NULL)
    g_string_append_printf (text, "\n%s %u", _("Word"), seen->words[index]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
vw_keypoint_card_set_inspector (VwKeypointCard *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_KEYPOINT_CARD (self));
  g_set_object (&self->inspector, inspector);
  vw_bits_view_set_inspector (self->bits, inspector);
  g_signal_connect_object (inspector, "pointed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vw_inspector_get_session (inspector), "notify::gallery",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
on_vocabulary (VwKeypointCard *self)
{
  vw_session_set_word (vw_inspector_get_session (self->inspector),
                       vw_inspector_get_word (self->inspector));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "vocabulary");
}

static void
vw_keypoint_card_dispose (GObject *object)
{
  g_clear_object (&VW_KEYPOINT_CARD (object)->inspector);
  G_OBJECT_CLASS (vw_keypoint_card_parent_class)->dispose (object);
}

static void
vw_keypoint_card_class_init (VwKeypointCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_keypoint_card_dispose;
  g_type_ensure (VW_TYPE_BITS_VIEW);
  g_type_ensure (VW_TYPE_PATCH_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/keypoint-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, patch);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, bits);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, details);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, mean);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, mean_title);
  gtk_widget_class_bind_template_callback (widget_class, on_vocabulary);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, title);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, level);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, position);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, angle);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, response);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, rank);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, distance);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, distance_title);
  gtk_widget_class_bind_template_child (widget_class, VwKeypointCard, note);
}

static void
vw_keypoint_card_init (VwKeypointCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
