/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A user's own presets: the same back, and every wrong file answered by name. */
#include "core/preset-file.h"

#include <string.h>

#include "core/presets.h"
#include "lib/scratch.h"

typedef struct {
  Scratch scratch;
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_init (&self->scratch);
  self->folder = scratch_path (&self->scratch, "presets");
  self->path = scratch_path (&self->scratch, "mine.vwpreset");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->folder);
  g_free (self->path);
  scratch_clear (&self->scratch);
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  VwParameters parameters = vw_preset_find ("spatial-pyramid")->parameters;
  g_autoptr (VwUserPreset) preset = NULL, read = NULL;
  g_autoptr (GError) error = NULL;

  parameters.svm_c = 0.1;
  preset = vw_user_preset_new ("Bord « 4 » / é", &parameters);
  g_assert_true (vw_user_preset_save (preset, self->path, &error));
  read = vw_user_preset_load (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->name, ==, preset->name);
  g_assert_cmpstr (read->path, ==, self->path);
  g_assert_true (vw_parameters_equal (&read->parameters, &parameters));
}

static void
keep (Fixture *self, const char *name, int words)
{
  VwParameters parameters = vw_preset_default ()->parameters;
  g_autoptr (VwUserPreset) preset = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  parameters.words = words;
  preset = vw_user_preset_new (name, &parameters);
  path = vw_user_presets_keep (self->folder, preset, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (VW_PRESET_MOST_CHARACTERS, '/');
  const char *const names[] = { longest, "../up", ".", "Zèbre", "a" };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GPtrArray) none = vw_user_presets_list (self->folder, problems, NULL), all = NULL;
  g_autofree char *broken = scratch_path (&self->scratch, "presets/broken.vwpreset");

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    keep (self, names[i], 100 + i);
  keep (self, "a", 77);
  scratch_write (&self->scratch, "presets/broken.vwpreset", "{}", 2);
  scratch_write (&self->scratch, "presets/notes.txt", "{}", 2);
  all = vw_user_presets_list (self->folder, problems, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  test_assert_refused (problems->pdata[0], VW_ERROR_FORMAT, broken);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < all->len; i++)
    {
      const VwUserPreset *preset = all->pdata[i];

      g_assert_true (g_strv_contains (
          (const char *const[]){ longest, "../up", ".", "Zèbre", "a", NULL }, preset->name));
      if (g_str_equal (preset->name, "a"))
        g_assert_cmpint (preset->parameters.words, ==, 77);
    }
}

static void
test_names (Fixture *self, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (VW_PRESET_MOST_CHARACTERS, 'x');
  g_autofree char *longer = g_strconcat (longest, "x", NULL);
  const char *const wrong[] = { "", " ", "two\nlines", longer };

  g_assert_true (vw_user_preset_check_name (longest, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vw_user_preset_check_name (wrong[i], &error));
      g_assert_error (error, VW_ERROR, VW_ERROR_PARAMETER);
    }
}

/* Replaces @from by @to in a good file; the message then has @says. */
typedef struct {
  const char *name, *from, *to;
  VwErrorCode code;
  const char *says;
} Damage;

static const Damage damages[] = {
  { "no-json", "{", "", VW_ERROR_FORMAT, "JSON" },
  { "no-format", "\"format\"", "\"form\"", VW_ERROR_FORMAT, "format" },
  { "format", "\"format\":1", "\"format\":2", VW_ERROR_UNSUPPORTED, "format 2" },
  { "no-name", "\"name\":\"mine\"", "\"name\":3", VW_ERROR_FORMAT, "name" },
  { "empty-name", "\"name\":\"mine\"", "\"name\":\"\"", VW_ERROR_FORMAT, "name" },
  { "unknown", "\"upscale\"", "\"upsclae\"", VW_ERROR_UNSUPPORTED, "upsclae" },
  { "missing", "\"upscale\":96,", "", VW_ERROR_FORMAT, "upscale" },
  { "range", "\"edge-threshold\":31", "\"edge-threshold\":1000", VW_ERROR_FORMAT,
    "edge-threshold: 1000" },
  { "fraction", "\"levels\":8", "\"levels\":7.5", VW_ERROR_FORMAT, "levels: 7.5" },
  { "type", "\"words\":300", "\"words\":\"many\"", VW_ERROR_FORMAT, "words" },
  { "choice", "\"norm\":\"l2\"", "\"norm\":\"l3\"", VW_ERROR_FORMAT, "l3" },
};

static void
test_damaged (Fixture *self, gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (VwUserPreset) preset = vw_user_preset_new ("mine", &vw_preset_default ()->parameters);
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  char *content;

  g_assert_true (vw_user_preset_save (preset, self->path, NULL));
  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  text = g_string_new (content);
  g_free (content);
  g_assert_cmpuint (g_string_replace (text, damage->from, damage->to, 1), ==, 1);
  g_assert_true (g_file_set_contents (self->path, text->str, text->len, NULL));
  g_assert_null (vw_user_preset_load (self->path, &error));
  test_assert_refused (error, damage->code, self->path);
  g_assert_nonnull (strstr (error->message, damage->says));
}

static void
test_large_file (Fixture *self, gconstpointer data)
{
  g_autofree char *text = g_strnfill (1 << 20, ' ');
  g_autoptr (GError) error = NULL;

  scratch_write (&self->scratch, "mine.vwpreset", text, 1 << 20);
  g_assert_null (vw_user_preset_load (self->path, &error));
  test_assert_refused (error, VW_ERROR_TOO_LARGE, self->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function, data)                                                                  \
  g_test_add ("/preset-file/" path, Fixture, data, set_up, function, tear_down)
  ADD ("round-trip", test_round_trip, NULL);
  ADD ("folder", test_folder, NULL);
  ADD ("names", test_names, NULL);
  ADD ("large", test_large_file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/preset-file/damaged/", damages[i].name, NULL);

      g_test_add (path, Fixture, &damages[i], set_up, test_damaged, tear_down);
    }
  return g_test_run ();
}
