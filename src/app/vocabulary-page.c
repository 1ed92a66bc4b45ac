/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/vocabulary-page.h"

#include "app/breakpoint.h"
#include "app/export-dialog.h"
#include "app/sheet-copy.h"
#include "app/strings.h"
#include "app/word-grid.h"
#include "app/word-pane.h"
#include "app/word-paper.h"
#include "text/error-text.h"

#include <glib/gi18n.h>

#define NARROW_WIDTH 1100 /* at a text scale of 1 */
#define SIDE_WIDTH 398
#define NARROW_SIDE_WIDTH 308

struct _VwVocabularyPage {
  AdwBin parent_instance;

  VwSession *session;
  VwGalleryKeeper *keeper;
  VwJob *copy_job;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkProgressBar *progress;
  AdwStatusPage *computing, *failed;
  VwWordGrid *grid;
  VwWordPane *pane;
  GtkWidget *side;
};

G_DEFINE_FINAL_TYPE (VwVocabularyPage, vw_vocabulary_page, ADW_TYPE_BIN)

static const char *
find_state (VwVocabularyPage *self)
{
  if (vw_session_get_model (self->session) == NULL)
    return "untrained";
  if (!vw_session_model_is_of_dataset (self->session))
    return "other";
  if (vw_session_get_gallery (self->session) != NULL)
    return "words";
  if (vw_job_is_running (vw_gallery_keeper_get_job (self->keeper)))
    return "computing";
  return vw_gallery_keeper_get_error (self->keeper) != NULL ? "failed" : "stopped";
}

/* How much there is to be looked at. */
static void
describe_work (VwVocabularyPage *self)
{
  VwModel *model = vw_session_get_model (self->session);
  VwDataset *dataset = vw_session_get_dataset (self->session);
  guint n = vw_word_gallery_plan (model, dataset, VW_SPLIT_TRAIN);
  g_autofree char *count = vw_strings_count (n);
  g_autofree char *text
      = g_strdup_printf (ngettext ("Every patch of %s training digit is given its word.",
                                   "Every patch of %s training digits is given its word.", n),
                         count);

  adw_status_page_set_description (self->computing, text);
}

/* What there is to be exported comes and goes. */
static void
enable_actions (VwVocabularyPage *self)
{
  g_autoptr (GArray) shown = vw_word_grid_list (self->grid);
  gboolean any = vw_session_get_gallery (self->session) != NULL && shown->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.copy", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.export", any);
}

static void
update (VwVocabularyPage *self)
{
  const char *state = find_state (self);
  const GError *error = vw_gallery_keeper_get_error (self->keeper);

  if (g_str_equal (state, "computing"))
    describe_work (self);
  if (error != NULL)
    {
      g_autofree char *text = vw_error_sentence (error);

      adw_status_page_set_description (self->failed, text);
    }
  gtk_stack_set_visible_child_name (self->stack, state);
  enable_actions (self);
}

/* Pages that do not show want nothing. */
static void
on_session (VwVocabularyPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    vw_session_want_gallery (self->session);
  update (self);
}

static void
on_stop (VwVocabularyPage *self)
{
  vw_gallery_keeper_stop (self->keeper);
}

static void
on_start (VwVocabularyPage *self)
{
  vw_gallery_keeper_start (self->keeper);
}

/* Returns: (transfer full): the words as they are looked at. */
static VwPaper *
make_paper (VwVocabularyPage *self)
{
  g_autoptr (GArray) shown = vw_word_grid_list (self->grid);
  const VwWordSight sight
      = { vw_session_get_model (self->session), vw_session_get_dataset (self->session),
          vw_session_get_gallery (self->session), shown, vw_session_get_word (self->session) };

  return vw_word_paper_new (&sight);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VwVocabularyPage *self = VW_VOCABULARY_PAGE (widget);
  g_autoptr (VwPaper) paper = make_paper (self);

  vw_sheet_copy (widget, self->copy_job, vw_paper_make_sheet (paper, VW_WORD_PAPER_SHEET, NULL));
}

static void export(GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (VwPaper) paper = make_paper (VW_VOCABULARY_PAGE (widget));

  vw_export_dialog_present (widget, paper);
}

static void
on_grid_activated (VwVocabularyPage *self)
{
  vw_word_pane_enter (self->pane);
}

static gboolean
on_pane_key (VwVocabularyPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  vw_word_grid_enter (self->grid);
  return TRUE;
}

static void
apply_narrow (gpointer data, gboolean narrow)
{
  VwVocabularyPage *self = data;

  vw_word_grid_set_narrow (self->grid, narrow);
  vw_word_pane_set_narrow (self->pane, narrow);
  gtk_widget_set_size_request (self->side, narrow ? NARROW_SIDE_WIDTH : SIDE_WIDTH, -1);
}

GtkWidget *
vw_vocabulary_page_new (VwSession *session, VwGalleryKeeper *keeper)
{
  static const char *const followed[] = { "notify::model", "notify::dataset", "notify::gallery" };
  VwVocabularyPage *self = g_object_new (VW_TYPE_VOCABULARY_PAGE, NULL);

  self->session = g_object_ref (session);
  self->keeper = g_object_ref (keeper);
  vw_word_grid_set_session (self->grid, session);
  vw_word_pane_set_session (self->pane, session);
  g_object_bind_property (vw_gallery_keeper_get_job (keeper), "fraction", self->progress,
                          "fraction", G_BINDING_SYNC_CREATE);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (session, followed[i], G_CALLBACK (on_session), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_session), NULL);
  update (self);
  return GTK_WIDGET (self);
}

static void
vw_vocabulary_page_dispose (GObject *object)
{
  VwVocabularyPage *self = VW_VOCABULARY_PAGE (object);

  if (self->copy_job != NULL)
    vw_job_cancel (self->copy_job);
  g_clear_object (&self->copy_job);
  g_clear_object (&self->keeper);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_vocabulary_page_parent_class)->dispose (object);
}

static void
vw_vocabulary_page_class_init (VwVocabularyPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_vocabulary_page_dispose;
  g_type_ensure (VW_TYPE_WORD_GRID);
  g_type_ensure (VW_TYPE_WORD_PANE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/vocabulary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VwVocabularyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VwVocabularyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, VwVocabularyPage, progress);
  gtk_widget_class_bind_template_child (widget_class, VwVocabularyPage, computing);
  gtk_widget_class_bind_template_child (widget_class, VwVocabularyPage, failed);
  gtk_widget_class_bind_template_child (widget_class, VwVocabularyPage, grid);
  gtk_widget_class_bind_template_child (widget_class, VwVocabularyPage, pane);
  gtk_widget_class_bind_template_child (widget_class, VwVocabularyPage, side);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_start);
  gtk_widget_class_bind_template_callback (widget_class, on_grid_activated);
  gtk_widget_class_bind_template_callback (widget_class, enable_actions);
  gtk_widget_class_install_action (widget_class, "words.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "words.export", NULL, export);
}

static void
vw_vocabulary_page_init (VwVocabularyPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->copy_job = vw_job_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_pane_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->pane), key);
  vw_breakpoint_add (self->scroller, NARROW_WIDTH, apply_narrow, self);
}
