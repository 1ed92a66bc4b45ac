/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/word-pane.h"

#include "app/patch-tile.h"
#include "app/profile-view.h"
#include "app/strings.h"
#include "app/tooltip.h"
#include "core/word-facts.h"

#include <glib/gi18n.h>

#define TILE 38
#define COLUMNS 8
#define NARROW_COLUMNS 6

struct _VwWordPane {
  GtkBox parent_instance;

  VwSession *session;
  GtkLabel *title, *frequency, *rank, *owner, *none;
  VwPatchTile *mean;
  GtkFlowBox *nearest;
  VwProfileView *profile;
  GtkButton *digits;
};

G_DEFINE_FINAL_TYPE (VwWordPane, vw_word_pane, GTK_TYPE_BOX)

static void
set_text (GtkLabel *label, char *text)
{
  gtk_label_set_text (label, text);
  g_free (text);
}

/* "461 patches in 372 digits (6 %)" */
static void
show_frequency (VwWordPane *self, const VwWordGallery *gallery, guint word)
{
  guint64 n = gallery->patches[word];
  guint images = gallery->images[word];
  g_autofree char *count = vw_strings_count ((guint) n), *digits = vw_strings_count (images);
  g_autofree char *share = vw_strings_percent (images / (double) MAX (gallery->n_images, 1), 0);
  g_autofree char *patches = g_strdup_printf (ngettext ("%s patch", "%s patches", n), count);

  set_text (self->frequency,
            g_strdup_printf (ngettext ("%s in %s digit (%s)", "%s in %s digits (%s)", images),
                             patches, digits, share));
}

static void
show_facts (VwWordPane *self, const VwModel *model, const VwWordGallery *gallery, guint word)
{
  g_autofree guint *ranks = vw_word_ranks (gallery);
  g_autofree char *rank = vw_strings_count (ranks[word]);
  g_autofree char *words = vw_strings_count (gallery->n_words);
  int leader = vw_word_leader (gallery, word);

  vw_patch_tile_set (self->mean, leader >= 0 ? vw_word_gallery_mean (gallery, word) : NULL);
  set_text (self->title, g_strdup_printf (_("Word %u"), word));
  show_frequency (self, gallery, word);
  set_text (self->rank, g_strdup_printf (_("Rank %s of %s"), rank, words));
  gtk_widget_set_visible (GTK_WIDGET (self->owner), leader >= 0);
  if (leader >= 0)
    {
      g_autofree char *share
          = vw_strings_percent (vw_word_share (gallery, word, (guint) leader), 0);

      /* Translators: of the word's patches; the class may be a digit or a name */
      set_text (self->owner,
                g_strdup_printf (_("%s of them come from %s"), share, model->class_names[leader]));
    }
}

/* Each patch is a button that leads to its digit, with its keypoint pointed at. */
static void
on_patch (VwWordPane *self, GtkButton *button)
{
  const VwWordGallery *gallery = vw_session_get_gallery (self->session);
  guint rank = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rank"));
  const VwWordPatch *found;

  if (gallery == NULL || vw_session_get_word (self->session) < 0)
    return;
  found = &vw_word_gallery_nearest (gallery, (guint) vw_session_get_word (self->session))[rank];
  vw_session_show_keypoint (self->session, gallery->split, found->image, (int) found->keypoint);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "digits");
}

static GtkWidget *
make_patch (VwWordPane *self, const VwWordGallery *gallery, guint word, guint rank)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  const VwWordPatch *found = &vw_word_gallery_nearest (gallery, word)[rank];
  const char *label = vw_dataset_get_class_name (
      dataset, vw_dataset_get_labels (dataset, gallery->split)[found->image]);
  g_autofree char *distance = vw_strings_decimal (found->distance, 0);
  g_autofree char *text
      = g_strdup_printf (_("Digit %u, label %s, distance %s"), found->image, label, distance);
  GtkWidget *button = gtk_button_new (), *tile = vw_patch_tile_new (TILE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *caption = gtk_label_new (label);

  vw_patch_tile_set (VW_PATCH_TILE (tile), vw_word_gallery_pixels (gallery, word, rank));
  gtk_widget_add_css_class (caption, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), tile);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "vw-patch");
  vw_tooltip_set (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), "rank", GUINT_TO_POINTER (rank));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_patch), self, G_CONNECT_SWAPPED);
  return button;
}

static void
show_nearest (VwWordPane *self, const VwWordGallery *gallery, guint word)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->nearest, 0)) != NULL)
    gtk_flow_box_remove (self->nearest, GTK_WIDGET (child));
  for (guint rank = 0; rank < gallery->kept[word]; rank++)
    {
      gtk_flow_box_append (self->nearest, make_patch (self, gallery, word, rank));
      /* The button inside is what can be reached, not the place it stands in. */
      child = gtk_flow_box_get_child_at_index (self->nearest, (int) rank);
      gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->nearest), gallery->kept[word] > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none), gallery->kept[word] == 0);
}

static void
show_word (VwWordPane *self)
{
  VwModel *model = vw_session_get_model (self->session);
  VwWordGallery *gallery = vw_session_get_gallery (self->session);
  int word = vw_session_get_word (self->session);
  gboolean known = gallery != NULL && word >= 0 && (guint) word < gallery->n_words;
  g_autofree char *count = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* being mapped asks again */
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), known);
  if (!known)
    return;
  show_facts (self, model, gallery, (guint) word);
  show_nearest (self, gallery, (guint) word);
  vw_profile_view_set (self->profile, model, gallery, (guint) word);
  count = vw_strings_count (gallery->images[word]);
  gtk_widget_set_sensitive (GTK_WIDGET (self->digits), gallery->images[word] > 0);
  if (gallery->n_images < gallery->n_total)
    gtk_button_set_label (self->digits, _("Show the digits with this word"));
  else
    {
      g_autofree char *text
          = g_strdup_printf (ngettext ("Show the %s digit with this word",
                                       "Show the %s digits with this word", gallery->images[word]),
                             count);

      gtk_button_set_label (self->digits, text);
    }
}

/* The digit of the nearest patch is the one of them that is looked at first. */
static void
on_digits (VwWordPane *self)
{
  const VwWordGallery *gallery = vw_session_get_gallery (self->session);
  VwDigitFilter filter = VW_DIGIT_FILTER_ALL;
  const VwWordPatch *nearest;

  filter.word = vw_session_get_word (self->session);
  if (gallery == NULL || filter.word < 0)
    return;
  nearest = vw_word_gallery_nearest (gallery, (guint) filter.word);
  vw_session_show_keypoint (self->session, gallery->split, nearest->image,
                            (int) nearest->keypoint);
  vw_session_set_filter (self->session, &filter);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "digits");
}

void
vw_word_pane_set_session (VwWordPane *self, VwSession *session)
{
  g_return_if_fail (VW_IS_WORD_PANE (self) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::word", G_CALLBACK (show_word), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::gallery", G_CALLBACK (show_word), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (show_word), NULL);
}

void
vw_word_pane_set_narrow (VwWordPane *self, gboolean narrow)
{
  guint columns = narrow ? NARROW_COLUMNS : COLUMNS;

  g_return_if_fail (VW_IS_WORD_PANE (self));
  gtk_flow_box_set_min_children_per_line (self->nearest, NARROW_COLUMNS);
  gtk_flow_box_set_max_children_per_line (self->nearest, columns);
  gtk_flow_box_set_min_children_per_line (self->nearest, columns);
}

void
vw_word_pane_enter (VwWordPane *self)
{
  GtkFlowBoxChild *first;

  g_return_if_fail (VW_IS_WORD_PANE (self));
  first = gtk_flow_box_get_child_at_index (self->nearest, 0);
  if (first != NULL)
    gtk_widget_grab_focus (gtk_flow_box_child_get_child (first));
}

static void
vw_word_pane_dispose (GObject *object)
{
  g_clear_object (&VW_WORD_PANE (object)->session);
  G_OBJECT_CLASS (vw_word_pane_parent_class)->dispose (object);
}

static void
vw_word_pane_class_init (VwWordPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_word_pane_dispose;
  g_type_ensure (VW_TYPE_PATCH_TILE);
  g_type_ensure (VW_TYPE_PROFILE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/visualwords/VisualWords/word-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VwWordPane, title);
  gtk_widget_class_bind_template_child (widget_class, VwWordPane, frequency);
  gtk_widget_class_bind_template_child (widget_class, VwWordPane, rank);
  gtk_widget_class_bind_template_child (widget_class, VwWordPane, owner);
  gtk_widget_class_bind_template_child (widget_class, VwWordPane, none);
  gtk_widget_class_bind_template_child (widget_class, VwWordPane, mean);
  gtk_widget_class_bind_template_child (widget_class, VwWordPane, nearest);
  gtk_widget_class_bind_template_child (widget_class, VwWordPane, profile);
  gtk_widget_class_bind_template_child (widget_class, VwWordPane, digits);
  gtk_widget_class_bind_template_callback (widget_class, on_digits);
}

static void
vw_word_pane_init (VwWordPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vw_word_pane_set_narrow (self, FALSE);
}
