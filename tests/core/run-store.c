/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs kept in a folder: the same back, damaged ones named and skipped, killed while saving. */
#include "core/run-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/random.h"
#include "lib/model.h"
#include "lib/scratch.h"

#define CREATED G_GINT64_CONSTANT (1764000000)

typedef struct {
  Scratch scratch;
  char *folder;
  VwModel *model;
  GPtrArray *problems;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_init (&self->scratch);
  self->folder = scratch_path (&self->scratch, "new/runs");
  self->model = test_model_new (VW_VOCABULARY_HAMMING, VW_PYRAMID_1_2);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->problems);
  vw_model_unref (self->model);
  g_free (self->folder);
  scratch_clear (&self->scratch);
}

/* The test model's matrix has 1 in each of its 3 × 3 cells, and 0, 1 and 2 without keypoints. */
static VwRun *
make_run (Fixture *self, gint64 created)
{
  static const gint16 predicted[] = { 0, 1, 2, 0, 1, 2, -1, 0, 1, 2, -1, -1 };
  g_autoptr (GArray) predictions = g_array_new (FALSE, FALSE, sizeof (gint16));
  VwStageRecord stages[VW_N_STAGES] = { 0 };

  g_array_append_vals (predictions, predicted, G_N_ELEMENTS (predicted));
  for (VwStage s = 0; s < VW_N_STAGES; s++)
    stages[s] = (VwStageRecord){ .finished = TRUE,
                                 .reused = s == VW_STAGE_KEYPOINTS,
                                 .seconds = 0.1 + s,
                                 .cpu_percent = 150 + s,
                                 .peak_mb = 1.0 / 3,
                                 .end_mb = 7 };
  return vw_run_new (self->model, stages, predictions, created);
}

static VwRun *
add (Fixture *self, gint64 created)
{
  g_autoptr (VwRun) run = make_run (self, created);
  g_autoptr (GError) error = NULL;
  VwRun *kept = vw_run_store_add (self->folder, run, self->model, &error);

  g_assert_no_error (error);
  return kept;
}

static GPtrArray *
list (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *runs;

  g_ptr_array_set_size (self->problems, 0);
  runs = vw_run_store_list (self->folder, self->problems, &error);
  g_assert_no_error (error);
  return runs;
}

static void
assert_same (const VwRun *a, const VwRun *b)
{
  g_autoptr (JsonObject) first = vw_run_to_json (a), second = vw_run_to_json (b);
  g_autofree char *first_text = vw_json_format (first), *second_text = vw_json_format (second);

  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (first_text, ==, second_text);
}

static char *
file_of (Fixture *self, const VwRun *run, const char *suffix)
{
  g_autofree char *name = g_strconcat (run->id, suffix, NULL);

  return g_build_filename (self->folder, name, NULL);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) runs = list (self);

  g_assert_cmpuint (runs->len, ==, 0);
  g_assert_cmpuint (self->problems->len, ==, 0);
  vw_run_store_sweep (self->folder);
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (VwRun) late = add (self, CREATED + 60), first = add (self, CREATED);
  g_autoptr (VwRun) second = add (self, CREATED);
  g_autoptr (GPtrArray) runs = list (self);
  g_autoptr (VwModel) model = NULL;
  g_autoptr (GError) error = NULL;
  const VwRun *read;

  g_assert_cmpuint (self->problems->len, ==, 0);
  g_assert_cmpuint (runs->len, ==, 3);
  assert_same (runs->pdata[0], first);
  assert_same (runs->pdata[1], second);
  assert_same (runs->pdata[2], late);
  read = runs->pdata[0];
  g_assert_null (read->name);
  g_assert_cmpint (read->created, ==, CREATED);
  g_assert_true (read->stages[VW_STAGE_KEYPOINTS].reused);
  g_assert_cmpfloat (read->stages[VW_STAGE_VOCABULARY].seconds, ==, 2.1);
  g_assert_cmpfloat (read->stages[VW_STAGE_LOAD].peak_mb, ==, 1.0 / 3);
  g_assert_cmpuint (read->predictions->len, ==, 12);
  g_assert_cmpint (g_array_index (read->predictions, gint16, 6), ==, VW_NO_PREDICTION);
  model = vw_run_store_load_model (self->folder, read, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vw_vocabulary_get_words (model->vocabulary), ==, 6);
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  g_autoptr (VwRun) run = add (self, CREATED), named = vw_run_rename (run, "Bord à 4 — “bon”");
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (vw_run_store_update (self->folder, named, &error));
  runs = list (self);
  g_assert_cmpuint (runs->len, ==, 1);
  assert_same (runs->pdata[0], named);
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  g_autoptr (VwRun) run = add (self, CREATED), other = add (self, CREATED);
  g_autofree char *model = file_of (self, run, ".vwm");
  g_autoptr (GPtrArray) without = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (vw_run_store_remove (self->folder, run, &error));
  without = list (self);
  g_assert_cmpuint (without->len, ==, 1);
  assert_same (without->pdata[0], other);
  g_assert_true (vw_run_store_restore (self->folder, run, &error));
  again = list (self);
  g_assert_cmpuint (again->len, ==, 2);

  g_assert_true (vw_run_store_remove (self->folder, run, &error));
  vw_run_store_sweep (self->folder);
  g_assert_false (g_file_test (model, G_FILE_TEST_EXISTS));
  g_assert_false (vw_run_store_restore (self->folder, run, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A run that is removed does not give its id to the next one: restoring would bring two together.
 */
static void
test_removed_keeps_its_id (Fixture *self, gconstpointer data)
{
  g_autoptr (VwRun) run = add (self, CREATED), next = NULL;

  g_assert_true (vw_run_store_remove (self->folder, run, NULL));
  next = add (self, CREATED);
  g_assert_cmpstr (run->id, !=, next->id);
}

static void
test_sweep_waits (Fixture *self, gconstpointer data)
{
  g_autofree char *fresh = scratch_path (&self->scratch, "new/runs/a.vwm");
  g_autofree char *old = scratch_path (&self->scratch, "new/runs/b.vwm");
  g_autofree char *part = scratch_path (&self->scratch, "new/runs/c.json.X4FTQ2");
  g_autofree char *foreign = scratch_path (&self->scratch, "new/runs/notes.txt");
  const struct timeval yesterday[2]
      = { { .tv_sec = g_get_real_time () / G_USEC_PER_SEC - 100000 },
          { .tv_sec = g_get_real_time () / G_USEC_PER_SEC - 100000 } };

  scratch_write (&self->scratch, "new/runs/a.vwm", "", 0);
  scratch_write (&self->scratch, "new/runs/b.vwm", "", 0);
  scratch_write (&self->scratch, "new/runs/c.json.X4FTQ2", "", 0);
  scratch_write (&self->scratch, "new/runs/notes.txt", "", 0);
  utimes (old, yesterday);
  utimes (part, yesterday);
  utimes (foreign, yesterday);
  vw_run_store_sweep (self->folder);
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

/* Replaces @from by @to in the record of a good run. */
typedef struct {
  const char *name, *from, *to;
  VwErrorCode code;
} Damage;

static const Damage damages[] = {
  { "no-json", "{", "", VW_ERROR_FORMAT },
  { "format", "\"format\":1,\"created\"", "\"format\":9,\"created\"", VW_ERROR_UNSUPPORTED },
  { "created", "\"created\":1764000000", "\"created\":\"noon\"", VW_ERROR_FORMAT },
  { "negative", "\"created\":1764000000", "\"created\":-1", VW_ERROR_FORMAT },
  { "model-format", "\"model\":{\"format\":1", "\"model\":{\"format\":7", VW_ERROR_UNSUPPORTED },
  { "no-model", "\"model\"", "\"other\"", VW_ERROR_FORMAT },
  { "parameter", "\"edge-threshold\":31", "\"edge-threshold\":-31", VW_ERROR_FORMAT },
  { "stages", "\"stages\":[", "\"stages\":[1,", VW_ERROR_FORMAT },
  { "stage-name", "\"name\":\"vocabulary\"", "\"name\":\"words\"", VW_ERROR_FORMAT },
  { "stage-time", "\"seconds\":2.1", "\"seconds\":true", VW_ERROR_FORMAT },
  { "stage-negative", "\"seconds\":2.1", "\"seconds\":-2.1", VW_ERROR_FORMAT },
  { "stage-endless", "\"seconds\":2.1", "\"seconds\":2e100", VW_ERROR_FORMAT },
  { "created-beyond", "\"created\":1764000000", "\"created\":253402300800", VW_ERROR_FORMAT },
  { "stage-reused", "\"reused\":true", "\"reused\":1", VW_ERROR_FORMAT },
  { "predictions", "\"predictions\":\"AAABAA", "\"predictions\":\"AAAAAA", VW_ERROR_MISMATCH },
  { "class", "\"predictions\":\"AAAB", "\"predictions\":\"AAD/", VW_ERROR_MISMATCH },
  { "too-few", "\"predictions\":\"AAABAAI", "\"predictions\":\"I", VW_ERROR_MISMATCH },
};

static void
test_damaged (Fixture *self, gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (VwRun) run = add (self, CREATED), good = add (self, CREATED);
  g_autofree char *path = file_of (self, run, ".json"), *text = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, damage->from, damage->to, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, changed->len, NULL));
  runs = list (self);
  g_assert_cmpuint (runs->len, ==, 1);
  assert_same (runs->pdata[0], good);
  g_assert_cmpuint (self->problems->len, ==, 1);
  test_assert_refused (self->problems->pdata[0], damage->code, path);
}

static void
test_cut_short (Fixture *self, gconstpointer data)
{
  g_autoptr (VwRun) run = add (self, CREATED);
  g_autofree char *path = file_of (self, run, ".json"), *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  for (gsize length = 0; length < size; length += 97)
    {
      g_autoptr (GPtrArray) runs = NULL;

      g_assert_true (g_file_set_contents (path, text, length, NULL));
      runs = list (self);
      g_assert_cmpuint (runs->len, ==, 0);
      g_assert_cmpuint (self->problems->len, ==, 1);
    }
}

static void
test_model_missing (Fixture *self, gconstpointer data)
{
  g_autoptr (VwRun) run = add (self, CREATED);
  g_autofree char *path = file_of (self, run, ".vwm");
  g_autoptr (GPtrArray) runs = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  runs = list (self);
  g_assert_cmpuint (runs->len, ==, 0);
  g_assert_cmpuint (self->problems->len, ==, 1);
  test_assert_refused (self->problems->pdata[0], VW_ERROR_MISMATCH, path);
}

static void
test_other_model (Fixture *self, gconstpointer data)
{
  g_autoptr (VwRun) run = add (self, CREATED);
  g_autoptr (VwModel) other = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autofree char *path = file_of (self, run, ".vwm");
  g_autoptr (GError) error = NULL;

  g_assert_true (vw_model_save (other, path, NULL));
  g_assert_null (vw_run_store_load_model (self->folder, run, &error));
  test_assert_refused (error, VW_ERROR_MISMATCH, path);
}

static void
test_folder_is_a_file (Fixture *self, gconstpointer data)
{
  g_autoptr (VwRun) run = make_run (self, CREATED);
  g_autoptr (GError) error = NULL;

  scratch_write (&self->scratch, "new", "", 0);
  g_assert_null (vw_run_store_add (self->folder, run, self->model, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, self->folder));
}

/* Adds, renames and removes until it is killed. */
static void
use_store (Fixture *self)
{
  for (;;)
    {
      g_autoptr (VwRun) run = add (self, CREATED), named = vw_run_rename (run, "named");

      vw_run_store_update (self->folder, named, NULL);
      if (g_random_boolean ())
        vw_run_store_remove (self->folder, named, NULL);
    }
}

/* Nothing is lost that was there, and what is there is whole. */
static void
test_killed (Fixture *self, gconstpointer data)
{
  g_autoptr (VwRun) kept = add (self, CREATED - 1);
  VwRandom random;

  vw_random_init (&random, 11);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GPtrArray) runs = NULL;
      pid_t child = fork ();

      if (child == 0)
        use_store (self);
      g_usleep (vw_random_bits (&random) % 20000);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      runs = list (self);
      g_assert_cmpuint (self->problems->len, ==, 0);
      g_assert_cmpuint (runs->len, >=, 1);
      assert_same (runs->pdata[0], kept);
      for (guint r = 0; r < runs->len; r++)
        {
          g_autoptr (VwModel) model = vw_run_store_load_model (self->folder, runs->pdata[r], NULL);

          g_assert_nonnull (model);
          if (r > 0)
            vw_run_store_remove (self->folder, runs->pdata[r], NULL);
        }
      vw_run_store_sweep (self->folder);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function, data)                                                                  \
  g_test_add ("/run-store/" path, Fixture, data, set_up, function, tear_down)
  ADD ("empty", test_empty, NULL);
  ADD ("round-trip", test_round_trip, NULL);
  ADD ("rename", test_rename, NULL);
  ADD ("remove", test_remove, NULL);
  ADD ("removed-id", test_removed_keeps_its_id, NULL);
  ADD ("sweep", test_sweep_waits, NULL);
  ADD ("cut-short", test_cut_short, NULL);
  ADD ("model-missing", test_model_missing, NULL);
  ADD ("other-model", test_other_model, NULL);
  ADD ("folder-is-a-file", test_folder_is_a_file, NULL);
  ADD ("killed", test_killed, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/run-store/damaged/", damages[i].name, NULL);

      g_test_add (path, Fixture, &damages[i], set_up, test_damaged, tear_down);
    }
  return g_test_run ();
}
