/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files are known by what they hold, whatever they are called. */
#include "core/file-kind.h"

#include <string.h>

#include "core/installation.h"
#include "core/model.h"
#include "core/preset-file.h"
#include "core/presets.h"
#include "core/run-store.h"
#include "lib/model.h"
#include "lib/scratch.h"

typedef struct {
  const char *name, *content;
  gsize size;
  VwFileKind kind;
} Case;

#define TEXT(text) text, sizeof text - 1

static const Case cases[] = {
  { "keras", TEXT ("PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\13\0\0\0x_train.npy"), VW_FILE_DATA },
  { "short", TEXT ("PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\13\0\0\0cent"), VW_FILE_DATA },
  { "table.csv", TEXT ("label,1,2\n7,0,255\n"), VW_FILE_DATA },
  { "report.json", TEXT ("{\"accuracy\":0.9,\"parameters\":{}}"), VW_FILE_DATA },
  { "empty", TEXT (""), VW_FILE_DATA },
  { "cut-off.vwm", TEXT ("PK"), VW_FILE_MODEL },
  { "empty.vwpreset", TEXT (""), VW_FILE_PRESET },
  { "spaced", TEXT ("\n {\"name\": \"a\",\n \"parameters\": {}}"), VW_FILE_PRESET },
};

static void
test_bytes (gconstpointer data)
{
  const Case *row = data;
  g_auto (Scratch) scratch = { 0 };
  g_autofree char *path = NULL;

  scratch_init (&scratch);
  path = scratch_path (&scratch, row->name);
  scratch_write (&scratch, row->name, row->content, row->size);
  g_assert_cmpint (vw_file_kind (path), ==, row->kind);
}

/* What this program writes, under a name without an ending. */
static void
test_written (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autofree char *path = NULL;
  VwUserPreset preset = { (char *) "Классная комната", NULL, vw_preset_default ()->parameters };

  scratch_init (&scratch);
  path = scratch_path (&scratch, "saved");
  g_assert_true (vw_model_save (model, path, NULL));
  g_assert_cmpint (vw_file_kind (path), ==, VW_FILE_MODEL);
  g_assert_true (vw_user_preset_save (&preset, path, NULL));
  g_assert_cmpint (vw_file_kind (path), ==, VW_FILE_PRESET);
}

static void
test_run (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1), read = NULL;
  g_autoptr (GArray) predictions = g_array_new (FALSE, TRUE, sizeof (gint16));
  VwStageRecord stages[VW_N_STAGES] = { 0 };
  g_autoptr (VwRun) run = vw_run_new (model, stages, predictions, 1764000000), kept = NULL;
  g_autofree char *name = NULL, *record = NULL, *beside = NULL;

  scratch_init (&scratch);
  kept = vw_run_store_add (scratch.path, run, model, NULL);
  g_assert_nonnull (kept);
  name = g_strconcat (kept->id, ".json", NULL);
  record = scratch_path (&scratch, name);
  g_assert_cmpint (vw_file_kind (record), ==, VW_FILE_RUN);
  beside = vw_run_store_model_beside (record);
  read = vw_model_load (beside, NULL);
  g_assert_nonnull (read);
}

static void
test_others (void)
{
  g_autofree char *sample = vw_installation_data ("sample");
  g_autofree char *file = g_build_filename (sample, "t10k-labels-idx1-ubyte.gz", NULL);

  g_assert_cmpint (vw_file_kind (sample), ==, VW_FILE_DATA);
  g_assert_cmpint (vw_file_kind (file), ==, VW_FILE_DATA);
  g_assert_cmpint (vw_file_kind ("/nowhere/m.vwm"), ==, VW_FILE_MODEL);
  g_assert_cmpint (vw_file_kind ("/dev/null"), ==, VW_FILE_DATA);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/file-kind/bytes/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_bytes);
    }
  g_test_add_func ("/file-kind/written", test_written);
  g_test_add_func ("/file-kind/run", test_run);
  g_test_add_func ("/file-kind/others", test_others);
  return g_test_run ();
}
