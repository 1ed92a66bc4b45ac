/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs are kept between launches, and a run's model comes back with what it predicted. */
#include "app/history.h"

#include "app/loader.h"
#include "app/preset-folder.h"
#include "core/presets.h"
#include "lib/scratch.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  Scratch scratch;
  char *folder;
  VwSession *session;
  VwTrainingJob *training;
  VwHistory *history;
  GPtrArray *removed;  /* of the last removal */
  GPtrArray *problems; /* messages */
  char *failure;       /* the last one's heading and reason */
} Fixture;

static void
note_removed (Fixture *self, GPtrArray *runs)
{
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  self->removed = g_ptr_array_ref (runs);
}

static void
note_problems (Fixture *self, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (self->problems, g_strdup (((GError *) problems->pdata[i])->message));
}

static void
note_failure (Fixture *self, const char *heading, const GError *error)
{
  g_free (self->failure);
  self->failure = g_strdup_printf ("%s: %s", heading, error->message);
}

static void
settle (Fixture *self)
{
  while (vw_training_job_is_running (self->training) || vw_history_is_busy (self->history))
    g_main_context_iteration (NULL, TRUE);
}

/* As a launch of the program does. */
static void
launch (Fixture *self)
{
  self->session = vw_session_new ();
  self->training = vw_training_job_new (self->session);
  self->history = vw_history_new (self->session, self->training, self->folder);
  g_signal_connect_swapped (self->history, "removed", G_CALLBACK (note_removed), self);
  g_signal_connect_swapped (self->history, "problems", G_CALLBACK (note_problems), self);
  g_signal_connect_swapped (self->history, "failed", G_CALLBACK (note_failure), self);
  settle (self);
}

/* As a window that closes does. */
static void
leave (Fixture *self)
{
  g_object_run_dispose (G_OBJECT (self->history));
  g_clear_object (&self->history);
  g_clear_object (&self->training);
  g_clear_object (&self->session);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_init (&self->scratch);
  self->folder = scratch_path (&self->scratch, "data/runs");
  self->problems = g_ptr_array_new_with_free_func (g_free);
  launch (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  leave (self);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_ptr_array_unref (self->problems);
  g_free (self->failure);
  g_free (self->folder);
  scratch_clear (&self->scratch);
}

static guint
count (Fixture *self)
{
  return g_list_model_get_n_items (vw_history_get_runs (self->history));
}

/* Good until the list changes. */
static VwPastRun *
past_at (Fixture *self, guint index)
{
  g_autoptr (VwPastRun) past = g_list_model_get_item (vw_history_get_runs (self->history), index);

  g_assert_nonnull (past);
  return past;
}

static void
open_sample (Fixture *self)
{
  g_autoptr (VwLoader) loader = vw_loader_new (self->session);

  vw_loader_open (loader, NULL);
  while (vw_loader_is_loading (loader))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (vw_session_get_dataset (self->session));
}

static void
start_training (Fixture *self, double svm_c)
{
  VwParameters parameters = *vw_session_get_parameters (self->session);

  parameters.max_train = 600;
  parameters.words = 20;
  parameters.svm_c = svm_c;
  vw_session_set_parameters (self->session, &parameters);
  vw_training_job_start (self->training);
}

static void
train (Fixture *self, double svm_c)
{
  start_training (self, svm_c);
  settle (self);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  const VwRun *run;

  g_assert_cmpuint (count (self), ==, 0);
  open_sample (self);
  train (self, 1);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_true (vw_history_get_current (self->history) == past_at (self, 0));
  g_assert_true (vw_past_run_is_current (past_at (self, 0)));
  run = vw_past_run_get_run (past_at (self, 0));
  g_assert_true (run->predictions == vw_session_get_predictions (self->session));

  /* What was kept from the first run counts with what it took there. */
  train (self, 2);
  g_assert_cmpuint (count (self), ==, 2);
  g_assert_false (vw_past_run_is_current (past_at (self, 0)));
  g_assert_true (vw_past_run_is_current (past_at (self, 1)));
  g_assert_true (vw_past_run_get_run (past_at (self, 1))->stages[VW_STAGE_KEYPOINTS].reused);
  g_assert_cmpfloat (vw_past_run_get_run (past_at (self, 1))->stages[VW_STAGE_KEYPOINTS].seconds,
                     ==, run->stages[VW_STAGE_KEYPOINTS].seconds);
}

/* Neither training nor evaluating: model and predictions are those of the run, to the letter. */
static void
test_current (Fixture *self, gconstpointer data)
{
  VwRun *first;
  VwModel *model;

  open_sample (self);
  train (self, 1);
  train (self, 0.001);
  first = vw_past_run_get_run (past_at (self, 0));
  vw_history_make_current (self->history, first);
  settle (self);
  model = vw_session_get_model (self->session);
  g_assert_cmpfloat (model->parameters.svm_c, ==, 1);
  g_assert_true (vw_session_get_predictions (self->session) == first->predictions);
  g_assert_true (vw_past_run_is_current (past_at (self, 0)));
  g_assert_false (vw_past_run_is_current (past_at (self, 1)));
  g_assert_cmpfloat (vw_session_get_parameters (self->session)->svm_c, ==, 0.001);

  vw_session_set_model (self->session, NULL, NULL);
  g_assert_null (vw_history_get_current (self->history));
  g_assert_false (vw_past_run_is_current (past_at (self, 0)));
}

/* Its predictions are another data set's until that is opened. */
static void
test_restart (Fixture *self, gconstpointer data)
{
  VwRun *run;

  open_sample (self);
  train (self, 1);
  vw_history_rename (self->history, vw_past_run_get_run (past_at (self, 0)), "Für die Klasse <1>");
  settle (self);
  leave (self);
  launch (self);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpstr (vw_past_run_get_title (past_at (self, 0)), ==, "Für die Klasse <1>");
  g_assert_null (vw_history_get_current (self->history));

  run = vw_past_run_get_run (past_at (self, 0));
  vw_history_make_current (self->history, run);
  settle (self);
  g_assert_nonnull (vw_session_get_model (self->session));
  g_assert_null (vw_session_get_predictions (self->session));
  open_sample (self);
  g_assert_true (vw_session_get_predictions (self->session) == run->predictions);

  vw_history_rename (self->history, run, NULL);
  settle (self);
  g_assert_cmpstr (vw_past_run_get_title (past_at (self, 0)), !=, "Für die Klasse <1>");
}

/* The window closes at the very moment that a training ends. */
static void
test_leave_at_once (Fixture *self, gconstpointer data)
{
  open_sample (self);
  start_training (self, 1);
  while (vw_session_get_model (self->session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  leave (self);
  launch (self); /* reads after what was still to be written */
  g_assert_cmpuint (count (self), ==, 1);
}

static void
test_remove_and_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) both = g_ptr_array_new_with_free_func ((GDestroyNotify) vw_run_unref);

  open_sample (self);
  train (self, 1);
  train (self, 2);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (both, vw_run_ref (vw_past_run_get_run (past_at (self, i))));
  vw_history_remove (self->history, both);
  settle (self);
  g_assert_cmpuint (count (self), ==, 0);
  g_assert_cmpuint (self->removed->len, ==, 2);
  g_assert_null (vw_history_get_current (self->history));
  g_assert_nonnull (vw_session_get_model (self->session));

  vw_history_restore (self->history, self->removed);
  settle (self);
  g_assert_cmpuint (count (self), ==, 2);
  g_assert_cmpfloat (vw_past_run_get_run (past_at (self, 0))->summary->parameters.svm_c, ==, 1);
  g_assert_true (vw_past_run_is_current (past_at (self, 1)));

  g_ptr_array_remove_index (both, 1);
  vw_history_remove (self->history, both);
  settle (self);
  leave (self);
  launch (self);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpfloat (vw_past_run_get_run (past_at (self, 0))->summary->parameters.svm_c, ==, 2);
  g_assert_null (self->failure);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  open_sample (self);
  train (self, 1);
  leave (self);
  scratch_write (&self->scratch, "data/runs/20260101T000000Z-1.json", "{", 1);
  launch (self);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpuint (self->problems->len, ==, 1);
  g_assert_nonnull (strstr (self->problems->pdata[0], "20260101T000000Z-1.json: "));
}

/* The model is gone behind the program's back: said, and what the session has stays. */
static void
test_lost_model (Fixture *self, gconstpointer data)
{
  g_autofree char *name = NULL, *path = NULL;
  VwModel *model;

  open_sample (self);
  train (self, 1);
  train (self, 2);
  name = g_strconcat (vw_past_run_get_run (past_at (self, 0))->id, ".vwm", NULL);
  path = g_build_filename (self->folder, name, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  model = vw_session_get_model (self->session);
  vw_history_make_current (self->history, vw_past_run_get_run (past_at (self, 0)));
  settle (self);
  g_assert_nonnull (strstr (self->failure, "The Run’s Model Was Not Opened: "));
  g_assert_nonnull (strstr (self->failure, name));
  g_assert_true (vw_session_get_model (self->session) == model);
  g_assert_true (vw_past_run_is_current (past_at (self, 1)));
}

static void
test_save_model (Fixture *self, gconstpointer data)
{
  g_autofree char *path = scratch_path (&self->scratch, "copy.vwm");
  g_autoptr (GError) error = NULL;
  g_autoptr (VwModel) model = NULL;

  open_sample (self);
  train (self, 1);
  vw_history_save_model (self->history, vw_past_run_get_run (past_at (self, 0)), path);
  settle (self);
  model = vw_model_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (model->parameters.words, ==, 20);
}

static void
settle_presets (VwPresetFolder *folder)
{
  while (vw_preset_folder_is_busy (folder))
    g_main_context_iteration (NULL, TRUE);
}

static VwOwnPreset *
preset_at (VwPresetFolder *folder, guint index)
{
  g_autoptr (VwOwnPreset) preset
      = g_list_model_get_item (vw_preset_folder_get_presets (folder), index);

  g_assert_nonnull (preset);
  return preset;
}

static guint
count_presets (VwPresetFolder *folder)
{
  return g_list_model_get_n_items (vw_preset_folder_get_presets (folder));
}

static void
note_opened (char **name, VwOwnPreset *preset)
{
  g_free (*name);
  *name = g_strdup (vw_own_preset_get (preset)->name);
}

/* Kept, shared, opened again; another of the same name loses neither. */
static void
test_presets (Fixture *self, gconstpointer data)
{
  g_autofree char *path = scratch_path (&self->scratch, "data/presets");
  g_autofree char *shared = scratch_path (&self->scratch, "shared.vwpreset"), *opened = NULL;
  g_autoptr (VwPresetFolder) folder = vw_preset_folder_new (path);
  VwParameters parameters = vw_preset_default ()->parameters;
  g_autoptr (VwOwnPreset) deleted = NULL;

  g_signal_connect_swapped (folder, "opened", G_CALLBACK (note_opened), &opened);
  parameters.words = 77;
  vw_preset_folder_keep (folder, "Class/1", &parameters);
  settle_presets (folder);
  g_assert_cmpuint (count_presets (folder), ==, 1);
  vw_preset_folder_share (folder, preset_at (folder, 0), shared);
  vw_preset_folder_open (folder, shared);
  settle_presets (folder);
  g_assert_cmpstr (opened, ==, "Class/1");
  g_assert_cmpuint (count_presets (folder), ==, 1);

  parameters.words = 78;
  vw_preset_folder_keep (folder, "Class/1", &parameters);
  vw_preset_folder_open (folder, shared);
  settle_presets (folder);
  g_assert_cmpstr (opened, ==, "Class/1 2");
  g_assert_cmpuint (count_presets (folder), ==, 2);

  vw_preset_folder_rename (folder, preset_at (folder, 0), "A");
  settle_presets (folder);
  g_assert_cmpstr (vw_own_preset_get (preset_at (folder, 0))->name, ==, "A");
  g_assert_cmpint (vw_own_preset_get (preset_at (folder, 0))->parameters.words, ==, 78);
  deleted = g_object_ref (preset_at (folder, 0));
  vw_preset_folder_remove (folder, deleted);
  settle_presets (folder);
  g_assert_cmpuint (count_presets (folder), ==, 1);
  vw_preset_folder_restore (folder, deleted);
  settle_presets (folder);

  g_clear_object (&folder);
  folder = vw_preset_folder_new (path);
  settle_presets (folder);
  g_assert_cmpuint (count_presets (folder), ==, 2);
  g_assert_cmpint (vw_own_preset_get (preset_at (folder, 0))->parameters.words, ==, 78);
  g_assert_cmpint (vw_own_preset_get (preset_at (folder, 1))->parameters.words, ==, 77);
}

/* Refused with the file's name and the setting's, and the list stays as it is. */
static void
test_bad_preset (Fixture *self, gconstpointer data)
{
  static const char text[] = "{\"format\":1,\"name\":\"x\",\"parameters\":{\"wrods\":3}}";
  g_autofree char *path = scratch_path (&self->scratch, "data/presets");
  g_autofree char *bad = scratch_path (&self->scratch, "bad.vwpreset");
  g_autoptr (VwPresetFolder) folder = vw_preset_folder_new (path);

  g_signal_connect_swapped (folder, "failed", G_CALLBACK (note_failure), self);
  scratch_write (&self->scratch, "bad.vwpreset", text, strlen (text));
  vw_preset_folder_open (folder, bad);
  settle_presets (folder);
  g_assert_nonnull (strstr (self->failure, "The Preset Was Not Opened: "));
  g_assert_nonnull (strstr (self->failure, bad));
  g_assert_nonnull (strstr (self->failure, "wrods"));
  g_assert_cmpuint (count_presets (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/history/add", test_add },
    { "/history/current", test_current },
    { "/history/restart", test_restart },
    { "/history/leave-at-once", test_leave_at_once },
    { "/history/remove-and-undo", test_remove_and_undo },
    { "/history/damaged", test_damaged },
    { "/history/lost-model", test_lost_model },
    { "/history/save-model", test_save_model },
    { "/presets/keep-share-open", test_presets },
    { "/presets/bad", test_bad_preset },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
