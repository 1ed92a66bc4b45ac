/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/word-grid.h"

#include "app/strings.h"
#include "app/word-cell.h"
#include "core/word-facts.h"

#include <glib/gi18n.h>

#define MOST_TOGGLES 10
#define LONGEST_TOGGLE 2 /* characters of a class's name */
#define CELL 64          /* px across, with its padding */
#define LEAST_COLUMNS 4

struct _VwWordGrid {
  GtkBox parent_instance;

  VwSession *session;
  GListStore *words;
  GtkSingleSelection *selection;
  VwWordGallery *gallery; /* that they are from */
  guint64 most;       /* patches of the most frequent word */
  int label;          /* that the words are for; VW_ANY_CLASS */
  gboolean following; /* the widgets follow, they were not used */
  gboolean narrow, few_classes;
  guint columns_idle;

  GtkLabel *total, *patches, *note, *toggles_title;
  GtkBox *toggles;
  GtkDropDown *label_choice, *order;
  GtkGridView *view;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkWidget *copy;
};

enum { ACTIVATED, LISTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwWordGrid, vw_word_grid, GTK_TYPE_BOX)

static void
on_setup (VwWordGrid *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, vw_word_cell_new ());
}

static void
on_bind (VwWordGrid *self, GtkListItem *item)
{
  vw_word_cell_set (VW_WORD_CELL (gtk_list_item_get_child (item)),
                    vw_session_get_model (self->session), vw_session_get_gallery (self->session),
                    vw_word_item_get_word (gtk_list_item_get_item (item)), self->most);
}

static guint
find_word (VwWordGrid *self, int word)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->words));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VwWordItem) item = g_list_model_get_item (G_LIST_MODEL (self->words), i);

      if ((int) vw_word_item_get_word (item) == word)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
select_word (VwWordGrid *self)
{
  guint position = find_word (self, vw_session_get_word (self->session));

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
on_selected (VwWordGrid *self)
{
  VwWordItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && item != NULL)
    vw_session_set_word (self->session, (int) vw_word_item_get_word (item));
}

static void
on_activate (VwWordGrid *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* "300 words", or "112 of 300 words"; below that what they were seen in. */
static void
show_totals (VwWordGrid *self, const VwWordGallery *gallery)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->words));
  g_autofree char *shown = vw_strings_count (n), *all = vw_strings_count (gallery->n_words);
  g_autofree char *count = vw_strings_count ((guint) gallery->n_patches);
  g_autofree char *total
      = n < gallery->n_words
            ? g_strdup_printf (_("%s of %s words"), shown, all)
            : g_strdup_printf (ngettext ("%s word", "%s words", gallery->n_words), all);
  g_autofree char *patches
      = g_strdup_printf (ngettext ("%s patch", "%s patches", gallery->n_patches), count);

  gtk_label_set_text (self->total, total);
  gtk_label_set_text (self->patches, patches);
}

/* What the marks mean, and what was looked at if that is not all. */
static void
show_note (VwWordGrid *self, const VwWordGallery *gallery)
{
  g_autofree char *share = vw_strings_percent (vw_word_owner_share (gallery->n_classes), 0);
  g_autofree char *seen = vw_strings_count (gallery->n_images);
  g_autofree char *all = vw_strings_count (gallery->n_total);
  g_autofree char *marks = g_strdup_printf (
      _("Mean of the patches, turned to point right · bar: how often · blue: the class that owns "
         "over %s"),
      share);
  g_autofree char *sample
      = gallery->n_images < gallery->n_total
            ? g_strdup_printf (_(" · seen in %s of the %s training digits"), seen, all)
            : g_strdup ("");
  g_autofree char *text = g_strconcat (marks, sample, NULL);

  gtk_label_set_text (self->note, text);
}

static void
fill (VwWordGrid *self, const VwWordGallery *gallery)
{
  g_autoptr (GArray) words
      = vw_word_list (vw_session_get_model (self->session), gallery,
                      (VwWordOrder) gtk_drop_down_get_selected (self->order), self->label);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (items, vw_word_item_new (g_array_index (words, guint, i)));
  self->following = TRUE;
  g_list_store_splice (self->words, 0, g_list_model_get_n_items (G_LIST_MODEL (self->words)),
                       items->pdata, items->len);
  self->following = FALSE;
}

/* Another order, class or gallery. A word that is not among them gives way to the first. */
static void
show_words (VwWordGrid *self)
{
  const VwWordGallery *gallery = vw_session_get_gallery (self->session);
  g_autoptr (VwWordItem) first = NULL;

  if (gallery == NULL)
    {
      g_list_store_remove_all (self->words);
      g_signal_emit (self, signals[LISTED], 0);
      return;
    }
  fill (self, gallery);
  g_signal_emit (self, signals[LISTED], 0);
  show_totals (self, gallery);
  show_note (self, gallery);
  first = g_list_model_get_item (G_LIST_MODEL (self->words), 0);
  gtk_stack_set_visible_child_name (self->stack, first != NULL ? "words" : "none");
  if (first != NULL
      && find_word (self, vw_session_get_word (self->session)) == GTK_INVALID_LIST_POSITION)
    vw_session_set_word (self->session, (int) vw_word_item_get_word (first));
  select_word (self);
}

/* The class of the toggles and of the drop-down are one. */
static void
show_label (VwWordGrid *self)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->toggles));
  gboolean before = self->following;

  self->following = TRUE;
  for (int i = VW_ANY_CLASS; toggle != NULL && i < self->label; i++)
    toggle = gtk_widget_get_next_sibling (toggle);
  if (toggle != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  gtk_drop_down_set_selected (self->label_choice, (guint) (self->label + 1));
  self->following = before;
}

static void
choose_label (VwWordGrid *self, int label)
{
  if (label == self->label)
    return;
  self->label = label;
  show_label (self);
  show_words (self);
}

static void
on_toggled (VwWordGrid *self, GtkToggleButton *toggle)
{
  if (!self->following && gtk_toggle_button_get_active (toggle))
    choose_label (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (toggle), "label")));
}

static void
on_label_chosen (VwWordGrid *self)
{
  guint position = gtk_drop_down_get_selected (self->label_choice);

  if (!self->following && self->session != NULL && position != GTK_INVALID_LIST_POSITION)
    choose_label (self, (int) position - 1);
}

static void
on_order_chosen (VwWordGrid *self)
{
  if (self->session != NULL)
    show_words (self);
}

static void
on_all (VwWordGrid *self)
{
  choose_label (self, VW_ANY_CLASS);
}

static void
add_toggle (VwWordGrid *self, const char *name, int label)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (name);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->toggles));

  g_object_set_data (G_OBJECT (toggle), "label", GINT_TO_POINTER (label));
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), GTK_TOGGLE_BUTTON (first));
  gtk_box_append (self->toggles, toggle);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
}

static void
update_choices (VwWordGrid *self)
{
  gboolean toggles = self->few_classes && !self->narrow;

  gtk_widget_set_visible (GTK_WIDGET (self->toggles), toggles);
  gtk_widget_set_visible (GTK_WIDGET (self->toggles_title), toggles);
  gtk_widget_set_visible (GTK_WIDGET (self->label_choice), !toggles);
}

static void
list_classes (VwWordGrid *self, VwDataset *dataset)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n = dataset != NULL ? vw_dataset_get_n_classes (dataset) : 0;
  GtkWidget *toggle;

  self->following = TRUE;
  while ((toggle = gtk_widget_get_first_child (GTK_WIDGET (self->toggles))) != NULL)
    gtk_box_remove (self->toggles, toggle);
  self->few_classes = n <= MOST_TOGGLES;
  for (guint c = 0; c < n; c++)
    self->few_classes
        &= g_utf8_strlen (vw_dataset_get_class_name (dataset, c), -1) <= LONGEST_TOGGLE;
  gtk_string_list_append (list, _("All classes"));
  if (self->few_classes)
    add_toggle (self, C_ ("classes", "All"), VW_ANY_CLASS);
  for (guint c = 0; c < n; c++)
    {
      const char *name = vw_dataset_get_class_name (dataset, c);

      gtk_string_list_append (list, name);
      if (self->few_classes)
        add_toggle (self, name, (int) c);
    }
  gtk_drop_down_set_model (self->label_choice, G_LIST_MODEL (list));
  self->following = FALSE;
  update_choices (self);
}

static void
on_dataset (VwWordGrid *self)
{
  list_classes (self, vw_session_get_dataset (self->session));
  self->label = VW_ANY_CLASS;
  show_label (self);
}

/* A word from another page that the class hides is worth more than the class. */
static void
on_word (VwWordGrid *self)
{
  int word = vw_session_get_word (self->session);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (word >= 0 && vw_session_get_gallery (self->session) != NULL
      && find_word (self, word) == GTK_INVALID_LIST_POSITION)
    choose_label (self, VW_ANY_CLASS);
  else
    select_word (self);
}

/* Hundreds of cells are made only for who looks at them, and once: being mapped asks again. */
static void
on_gallery (VwWordGrid *self)
{
  VwWordGallery *gallery = vw_session_get_gallery (self->session);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (gallery != NULL && gallery == self->gallery)
    {
      on_word (self);
      return;
    }
  g_clear_pointer (&self->gallery, vw_word_gallery_unref);
  self->gallery = gallery != NULL ? vw_word_gallery_ref (gallery) : NULL;
  self->most = 0;
  for (guint w = 0; gallery != NULL && w < gallery->n_words; w++)
    self->most = MAX (self->most, gallery->patches[w]);
  show_words (self);
}

void
vw_word_grid_set_session (VwWordGrid *self, VwSession *session)
{
  g_return_if_fail (VW_IS_WORD_GRID (self) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (on_dataset), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::gallery", G_CALLBACK (on_gallery), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::word", G_CALLBACK (on_word), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_gallery), NULL);
  on_dataset (self);
}

void
vw_word_grid_set_narrow (VwWordGrid *self, gboolean narrow)
{
  g_return_if_fail (VW_IS_WORD_GRID (self));
  self->narrow = narrow;
  gtk_widget_set_visible (self->copy, !narrow); /* the export dialog has it too */
  update_choices (self);
}

GArray *
vw_word_grid_list (VwWordGrid *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->words));
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  g_return_val_if_fail (VW_IS_WORD_GRID (self), NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VwWordItem) item = g_list_model_get_item (G_LIST_MODEL (self->words), i);
      guint word = vw_word_item_get_word (item);

      g_array_append_val (list, word);
    }
  return list;
}

void
vw_word_grid_enter (VwWordGrid *self)
{
  g_return_if_fail (VW_IS_WORD_GRID (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
fit_columns (gpointer data)
{
  VwWordGrid *self = data;
  guint columns = (guint) gtk_widget_get_width (GTK_WIDGET (self->scroller)) / CELL;

  self->columns_idle = 0;
  gtk_grid_view_set_max_columns (self->view, MAX (columns, LEAST_COLUMNS));
  return G_SOURCE_REMOVE;
}

/*
 * A grid has cells for as many columns as it may come to, times 30 rows, and each costs when the
 * order changes; so it may come to no more than there is room for. Not while sizes are given out.
 */
static void
on_width (VwWordGrid *self)
{
  if (self->columns_idle == 0)
    self->columns_idle = g_idle_add (fit_columns, self);
}

static void
make_list (VwWordGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->words = g_list_store_new (VW_TYPE_WORD_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->words)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (self->view, factory);
  gtk_grid_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
vw_word_grid_dispose (GObject *object)
{
  VwWordGrid *self = VW_WORD_GRID (object);

  g_clear_handle_id (&self->columns_idle, g_source_remove);
  g_clear_pointer (&self->gallery, vw_word_gallery_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->words);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_word_grid_parent_class)->dispose (object);
}

static void
vw_word_grid_class_init (VwWordGridClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_word_grid_dispose;
  signals[ACTIVATED] = g_signal_new ("activated", VW_TYPE_WORD_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[LISTED] = g_signal_new ("listed", VW_TYPE_WORD_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/visualwords/VisualWords/word-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, total);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, patches);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, note);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, toggles_title);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, toggles);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, label_choice);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, order);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, view);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, stack);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, copy);
  gtk_widget_class_bind_template_child (widget_class, VwWordGrid, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_label_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_order_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
}

static void
vw_word_grid_init (VwWordGrid *self)
{
  self->label = VW_ANY_CLASS;
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (on_width), self, G_CONNECT_SWAPPED);
}
