/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/idx-folder.h"

#include "core/idx.h"

/* Where a file stands in the arrays of four: train images, train labels, test images … */
#define N_FILES 4
#define FILE_INDEX(split, kind) ((split) *2 + ((kind) == VW_IDX_LABELS))

static const struct {
  VwSplit split;
  const char *prefix;
} prefixes[] = {
  { VW_SPLIT_TRAIN, "train" },
  { VW_SPLIT_TEST, "t10k" },
  { VW_SPLIT_TEST, "test" },
};
static const struct {
  const char *separator, *suffix;
} styles[] = { { "-", "" }, { ".", "" }, { "-", ".gz" }, { ".", ".gz" } };

static char *
file_name (guint prefix, VwIdxKind kind, guint style)
{
  return g_strconcat (prefixes[prefix].prefix, kind == VW_IDX_IMAGES ? "-images" : "-labels",
                      styles[style].separator, kind == VW_IDX_IMAGES ? "idx3-ubyte" : "idx1-ubyte",
                      styles[style].suffix, NULL);
}

gboolean
vw_idx_is_name (const char *name)
{
  for (guint prefix = 0; prefix < G_N_ELEMENTS (prefixes); prefix++)
    for (guint style = 0; style < G_N_ELEMENTS (styles); style++)
      {
        g_autofree char *images = file_name (prefix, VW_IDX_IMAGES, style);
        g_autofree char *labels = file_name (prefix, VW_IDX_LABELS, style);

        if (g_str_equal (name, images) || g_str_equal (name, labels))
          return TRUE;
      }
  return FALSE;
}

/* Some unpackers put each file into a folder that is named like it, beside or around it. */
static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* Fills @paths with what is there, plain files before packed ones, and notes one style of name. */
static guint
find_files (const char *folder, char *paths[N_FILES], guint *style_found)
{
  static const VwIdxKind kinds[] = { VW_IDX_IMAGES, VW_IDX_LABELS };
  guint n = 0;

  for (guint style = 0; style < G_N_ELEMENTS (styles); style++)
    for (guint prefix = 0; prefix < G_N_ELEMENTS (prefixes); prefix++)
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          g_autofree char *name = file_name (prefix, kinds[k], style);
          g_autofree char *path = g_build_filename (folder, name, NULL);
          char **slot = &paths[FILE_INDEX (prefixes[prefix].split, kinds[k])];

          if (*slot != NULL || !is_there (path))
            continue;
          *slot = g_steal_pointer (&path);
          *style_found = style;
          n++;
        }
  return n;
}

static void
clear_paths (char *paths[N_FILES])
{
  for (guint i = 0; i < N_FILES; i++)
    g_clear_pointer (&paths[i], g_free);
}

gboolean
vw_idx_is_folder (const char *folder)
{
  char *paths[N_FILES] = { NULL };
  guint style, n = find_files (folder, paths, &style);

  clear_paths (paths);
  return n > 0;
}

void
vw_idx_folder_find (const char *folder, char *paths[N_FILES])
{
  guint style;

  for (guint i = 0; i < N_FILES; i++)
    paths[i] = NULL;
  find_files (folder, paths, &style);
}

typedef struct {
  char *const *paths;
  VwIdx *files[N_FILES];
  GBytes *content[N_FILES];
} Reading;

static void
reading_clear (Reading *self)
{
  for (guint i = 0; i < N_FILES; i++)
    {
      g_clear_pointer (&self->files[i], vw_idx_free);
      g_clear_pointer (&self->content[i], g_bytes_unref);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* @paths: (out): to be freed in any case */
static gboolean
find_all (const char *folder, char *paths[N_FILES], GError **error)
{
  guint style = 0;
  guint n = find_files (folder, paths, &style);

  for (guint i = 0; i < N_FILES; i++)
    if (paths[i] == NULL)
      {
        VwIdxKind kind = i % 2 == 0 ? VW_IDX_IMAGES : VW_IDX_LABELS;
        g_autofree char *name = file_name (i / 2, kind, style);
        g_autofree char *path = g_build_filename (folder, name, NULL);

        vw_error_set (error, VW_ERROR_MISMATCH, path,
                      N_ ("is missing; the folder has %s of the four files that belong together"),
                      VW_NUMBER (n));
        return FALSE;
      }
  return TRUE;
}

static gboolean
open_files (Reading *self, GError **error)
{
  for (guint i = 0; i < N_FILES; i++)
    {
      guint64 stored;
      g_autoptr (GInputStream) stream = vw_file_open (self->paths[i], &stored, error);

      if (stream == NULL)
        return FALSE;
      self->files[i] = vw_idx_open (stream, stored, i % 2 == 0 ? VW_IDX_IMAGES : VW_IDX_LABELS,
                                    self->paths[i], error);
      if (self->files[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_headers (const Reading *self, GError **error)
{
  const VwIdx *train = self->files[FILE_INDEX (VW_SPLIT_TRAIN, VW_IDX_IMAGES)];
  const VwIdx *test = self->files[FILE_INDEX (VW_SPLIT_TEST, VW_IDX_IMAGES)];

  for (guint i = 0; i < N_FILES; i += 2)
    if (self->files[i]->count != self->files[i + 1]->count)
      {
        vw_error_set (error, VW_ERROR_MISMATCH, self->files[i + 1]->name,
                      N_ ("has %s labels for the %s images of %s"),
                      VW_NUMBER (self->files[i + 1]->count), VW_NUMBER (self->files[i]->count),
                      self->files[i]->name);
        return FALSE;
      }
  if (train->rows == test->rows && train->cols == test->cols)
    return TRUE;
  vw_error_set (error, VW_ERROR_MISMATCH, test->name,
                N_ ("has images of %s × %s pixels, those to train on have %s × %s"),
                VW_NUMBER (test->cols), VW_NUMBER (test->rows), VW_NUMBER (train->cols),
                VW_NUMBER (train->rows));
  return FALSE;
}

static gboolean
read_one (gsize index, VwMeter *meter, gpointer data, GError **error)
{
  Reading *self = data;

  self->content[index] = vw_idx_read (self->files[index], meter, error);
  return self->content[index] != NULL;
}

gboolean
vw_idx_files_read (char *const paths[N_FILES], VwRawData *data, const VwTask *task, GError **error)
{
  g_auto (Reading) self = { .paths = paths };
  guint64 total = 0;

  if (!open_files (&self, error) || !check_headers (&self, error))
    return FALSE;
  for (guint i = 0; i < N_FILES; i++)
    total += vw_idx_size (self.files[i]);
  if (!vw_metered_run (task, N_FILES, total, read_one, &self, error))
    return FALSE;
  data->rows = self.files[0]->rows;
  data->cols = self.files[0]->cols;
  for (guint split = 0; split < VW_N_SPLITS; split++)
    {
      data->parts[split].count = self.files[split * 2]->count;
      data->parts[split].pixels = g_steal_pointer (&self.content[split * 2]);
      data->parts[split].labels = g_steal_pointer (&self.content[split * 2 + 1]);
    }
  return TRUE;
}

gboolean
vw_idx_folder_read (const char *folder, VwRawData *data, const VwTask *task, GError **error)
{
  char *paths[N_FILES] = { NULL };
  gboolean good = find_all (folder, paths, error) && vw_idx_files_read (paths, data, task, error);

  clear_paths (paths);
  return good;
}
