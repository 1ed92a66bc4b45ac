/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies behind the page of words: making the gallery, digits with a word, patches' digits. */
#include "app/digit-model.h"
#include "app/gallery-keeper.h"
#include "app/inspector.h"
#include "app/word-paper.h"
#include "config.h"
#include "core/presets.h"
#include "core/trainer.h"
#include "core/word-facts.h"

#include <glib/gi18n.h>
#include <string.h>

#define WORDS 25

typedef struct {
  VwDataset *dataset;
  VwModel *model;
  VwSession *session;
  VwGalleryKeeper *keeper;
} Fixture;

static VwModel *
train (VwDataset *dataset, int words)
{
  VwTraining training
      = { .dataset = dataset, .parameters = vw_preset_find ("notebook")->parameters };
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GError) error = NULL;
  VwModel *model;

  training.parameters.words = words;
  training.parameters.max_train = 300;
  model = vw_trainer_run (trainer, &training, NULL, NULL, &error);
  g_assert_no_error (error);
  return model;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->dataset = vw_dataset_load ("sample", NULL, &error);
  g_assert_no_error (error);
  self->model = train (self->dataset, WORDS);
  self->session = vw_session_new ();
  self->keeper = vw_gallery_keeper_new (self->session);
  vw_session_set_dataset (self->session, self->dataset);
  vw_session_set_model (self->session, self->model, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->keeper);
  g_object_unref (self->session);
  vw_model_unref (self->model);
  vw_dataset_unref (self->dataset);
}

static const VwWordGallery *
wait_for_gallery (Fixture *self)
{
  vw_session_want_gallery (self->session);
  while (vw_session_get_gallery (self->session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return vw_session_get_gallery (self->session);
}

/* Nothing is made unasked; what is made is forgotten with its model. */
static void
test_keeper (Fixture *self, gconstpointer data)
{
  VwJob *job = vw_gallery_keeper_get_job (self->keeper);
  g_autoptr (VwModel) other = train (self->dataset, WORDS + 5);

  g_assert_false (vw_job_is_running (job));
  g_assert_cmpuint (wait_for_gallery (self)->n_words, ==, WORDS);
  g_assert_cmpuint (vw_session_get_gallery (self->session)->n_images, ==, 300);
  vw_session_want_gallery (self->session);
  g_assert_false (vw_job_is_running (job));
  vw_session_set_word (self->session, 7);
  vw_session_set_model (self->session, other, NULL);
  g_assert_null (vw_session_get_gallery (self->session));
  g_assert_cmpint (vw_session_get_word (self->session), ==, -1);
  g_assert_false (vw_job_is_running (job));
  g_assert_cmpuint (wait_for_gallery (self)->n_words, ==, WORDS + 5);
}

/* The same data once more are other data: a page that shows the gallery gets one of theirs. */
static void
test_data_again (Fixture *self, gconstpointer data)
{
  g_autoptr (VwDataset) again = vw_dataset_load ("sample", NULL, NULL);

  wait_for_gallery (self);
  g_signal_connect (self->session, "notify::dataset", G_CALLBACK (vw_session_want_gallery), NULL);
  vw_session_set_dataset (self->session, again);
  g_assert_null (vw_session_get_gallery (self->session));
  g_assert_true (vw_job_is_running (vw_gallery_keeper_get_job (self->keeper)));
  g_assert_cmpuint (wait_for_gallery (self)->n_images, ==, 300);
}

/* Stopped, it stays so until it is started; of a model of other data there is nothing to make. */
static void
test_stop (Fixture *self, gconstpointer data)
{
  VwJob *job = vw_gallery_keeper_get_job (self->keeper);

  vw_session_want_gallery (self->session);
  g_assert_true (vw_job_is_running (job));
  vw_gallery_keeper_stop (self->keeper);
  vw_session_want_gallery (self->session);
  g_assert_false (vw_job_is_running (job));
  vw_gallery_keeper_start (self->keeper);
  wait_for_gallery (self);
  g_free (self->model->data_sha256);
  self->model->data_sha256 = g_strdup ("other");
  vw_session_set_dataset (self->session, NULL);
  vw_session_set_dataset (self->session, self->dataset);
  vw_session_want_gallery (self->session);
  g_assert_false (vw_session_is_gallery_wanted (self->session));
  g_assert_false (vw_job_is_running (job));
}

static gboolean
has_word (Fixture *self, guint index, guint word)
{
  g_autoptr (VwInspection) seen
      = vw_inspection_new (self->dataset, VW_SPLIT_TRAIN, index,
                           vw_session_get_settings (self->session), self->model, NULL);

  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    if (seen->words[i] == word)
      return TRUE;
  return FALSE;
}

/* The digits with a word are those whose inspection shows it, and as many as the gallery says. */
static void
test_filter (Fixture *self, gconstpointer data)
{
  const VwWordGallery *gallery = wait_for_gallery (self);
  g_autoptr (VwDigitCounts) counts = vw_digit_counts_new ();
  g_autoptr (VwDigitModel) digits = vw_digit_model_new (self->session, counts);
  guint n = vw_dataset_get_count (self->dataset, VW_SPLIT_TRAIN), listed = 0;
  VwDigitFilter filter = VW_DIGIT_FILTER_ALL;

  vw_session_set_split (self->session, VW_SPLIT_TRAIN);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (digits)), ==, n);
  filter.word = 4;
  vw_session_set_filter (self->session, &filter);
  while (vw_digit_model_is_searching (digits))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 300; i++)
    {
      gboolean found = vw_digit_model_find (digits, i) != VW_DIGIT_NOT_LISTED;

      g_assert_cmpint (found, ==, has_word (self, i, 4));
      listed += found;
    }
  g_assert_cmpuint (listed, ==, gallery->images[4]);
  vw_session_set_model (self->session, NULL, NULL); /* and with it the word */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (digits)), ==, n);
}

/* A patch leads to its digit, with its keypoint pinned, whatever was tried out and filtered. */
static void
test_patch (Fixture *self, gconstpointer data)
{
  const VwWordGallery *gallery = wait_for_gallery (self);
  g_autoptr (VwInspector) inspector = vw_inspector_new (self->session);
  VwParameters tried = *vw_session_get_settings (self->session);

  tried.edge_threshold = 4;
  vw_session_try_settings (self->session, &tried);
  for (guint w = 0; w < 10; w++)
    for (guint rank = 0; rank < 2; rank++)
      {
        const VwWordPatch *patch = &vw_word_gallery_nearest (gallery, w)[rank];
        const VwInspection *seen;
        int keypoint;

        vw_session_show_keypoint (self->session, gallery->split, patch->image,
                                  (int) patch->keypoint);
        do
          {
            g_main_context_iteration (NULL, TRUE);
            seen = vw_inspector_get_inspection (inspector);
        } while (seen == NULL || seen->index != patch->image || seen->split != VW_SPLIT_TRAIN
                 || seen->parameters.edge_threshold != 31
                 || vw_inspector_get_keypoint (inspector) != (int) patch->keypoint);
        keypoint = vw_inspector_get_keypoint (inspector);
        g_assert_cmpuint (seen->words[keypoint], ==, w);
        g_assert_cmpfloat (seen->distances[keypoint], ==, patch->distance);
        g_assert_cmpfloat (seen->frame.keypoints[keypoint].x, ==, patch->x);
      }
  vw_session_set_selected (self->session, 1);
  g_assert_cmpint (vw_session_get_keypoint (self->session), ==, -1);
}

static void
check_pictures (VwSheet *sheet)
{
  static const char *const magic[]
      = { [VW_PLOT_PNG] = "\211PNG", [VW_PLOT_SVG] = "<?xml", [VW_PLOT_PDF] = "%PDF" };

  for (guint format = 0; format < G_N_ELEMENTS (magic); format++)
    for (double width = 85; width <= 170; width += 85)
      {
        const VwPlotExport options = { .format = format, .width = width, .resolution = 72 };
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = vw_sheet_render (sheet, &options, &error);

        g_assert_no_error (error);
        g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (magic[format]), magic[format],
                         strlen (magic[format]));
      }
}

/* A row a word, in the order of @words, after the headers. */
static void
check_table (VwSheet *sheet, const guint *words, guint n)
{
  g_autofree char *table = vw_sheet_format_table (sheet, VW_TABLE_CSV);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (table), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, n + 1);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_ascii_strtoull (lines[i + 1], NULL, 10), ==, words[i]);
}

/* @titles: of the sheet and of one word, the latter a pattern */
static void
check_paper (VwPaper *paper,
             const GArray *shown,
             int word,
             const char *language,
             const char *const *titles)
{
  g_autoptr (VwSheet) sheet = vw_paper_make_sheet (paper, VW_WORD_PAPER_SHEET, language);
  g_autoptr (VwSheet) close = vw_paper_make_sheet (paper, VW_WORD_PAPER_WORD, language);
  g_autofree char *number = g_strdup_printf ("%d", word);
  g_autofree char *title = vw_plot_compose (titles[1], "word", number, NULL);

  g_assert_cmpstr (vw_sheet_get_texts (sheet)->title, ==, titles[0]);
  g_assert_cmpstr (vw_sheet_get_texts (close)->title, ==, title);
  g_assert_nonnull (strstr (vw_sheet_get_texts (sheet)->caption, "SHA-256"));
  check_table (sheet, (const guint *) (void *) shown->data, shown->len);
  check_table (close, (const guint *) &word, 1);
  check_pictures (sheet);
  check_pictures (close);
}

/* What is exported is what is shown, in its order; in either language. */
static void
test_paper (Fixture *self, gconstpointer data)
{
  static const char *const english[] = { "Visual words – ORB + BoVW + SVM", "Word {word}" };
  static const char *const french[] = { "Mots visuels – ORB + BoVW + SVM", "Mot {word}" };
  const VwWordGallery *gallery = wait_for_gallery (self);
  g_autoptr (GArray) shown = vw_word_list (self->model, gallery, VW_WORDS_FOR, 3);
  VwWordSight sight = { self->model, self->dataset, (VwWordGallery *) gallery, shown,
                        (int) g_array_index (shown, guint, 1) };
  g_autoptr (VwPaper) paper = vw_word_paper_new (&sight), no_word = NULL;

  g_assert_cmpuint (shown->len, <, WORDS);
  check_paper (paper, shown, sight.word, "en", english);
  check_paper (paper, shown, sight.word, "fr", french);
  sight.word = -1;
  no_word = vw_word_paper_new (&sight);
  g_assert_cmpuint (g_strv_length ((GStrv) vw_paper_list (no_word)), ==, 1);
}

/* Without a catalogue there is nothing to be said in French. */
static void
speak (void)
{
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("VW_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  speak ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/vocabulary/keeper", Fixture, NULL, set_up, test_keeper, tear_down);
  g_test_add ("/vocabulary/data-again", Fixture, NULL, set_up, test_data_again, tear_down);
  g_test_add ("/vocabulary/stop", Fixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/vocabulary/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/vocabulary/patch", Fixture, NULL, set_up, test_patch, tear_down);
  g_test_add ("/vocabulary/paper", Fixture, NULL, set_up, test_paper, tear_down);
  return g_test_run ();
}
