/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emnist.h"

#include "core/files.h"
#include "core/idx-folder.h"

#include <string.h>

#define PREFIX "emnist-"
#define N_FILES 4

/* What the classes of a set are called, a character each, in the order of the labels. */
static const struct {
  const char *name, *classes;
  guint first_label;
} sets[] = {
  { "balanced", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt", 0 },
  { "byclass", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 0 },
  { "bymerge", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt", 0 },
  { "digits", "0123456789", 0 },
  { "letters", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1 },
  { "mnist", "0123456789", 0 },
};
static const char *const parts[N_FILES] = { "train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                            "test-images-idx3-ubyte", "test-labels-idx1-ubyte" };
static const char *const suffixes[] = { "", ".gz" };

static char *
file_name (guint set, guint part, guint suffix)
{
  return g_strconcat (PREFIX, sets[set].name, "-", parts[part], suffixes[suffix], NULL);
}

/* Returns: the set that a file belongs to, −1 for none. */
static int
set_of (const char *name)
{
  for (guint set = 0; set < G_N_ELEMENTS (sets); set++)
    for (guint part = 0; part < N_FILES; part++)
      for (guint suffix = 0; suffix < G_N_ELEMENTS (suffixes); suffix++)
        {
          g_autofree char *one = file_name (set, part, suffix);

          if (g_str_equal (one, name))
            return set;
        }
  return -1;
}

gboolean
vw_emnist_is_name (const char *name)
{
  return set_of (name) >= 0;
}

/* Returns: how many sets @folder has files of; @set: (out): the last of them */
static guint
count_sets (const char *folder, int *set)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean seen[G_N_ELEMENTS (sets)] = { FALSE };
  const char *name;
  guint n = 0;

  *set = -1;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      int one = set_of (name);

      if (one < 0 || seen[one])
        continue;
      seen[one] = TRUE;
      *set = one;
      n++;
    }
  return n;
}

gboolean
vw_emnist_is_folder (const char *folder)
{
  int set;

  return count_sets (folder, &set) > 0;
}

/* @folder: (out) (transfer full) Returns: the set that is meant, −1 with @error. */
static int
find_set (const char *path, char **folder, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  int set;

  *folder = is_folder ? g_strdup (path) : g_path_get_dirname (path);
  if (!is_folder)
    return set_of (name);
  if (count_sets (path, &set) == 1)
    return set;
  vw_error_set (
      error, VW_ERROR_MISMATCH, path,
      N_ ("holds several of EMNIST’s sets; open one of the files of the one that is meant"));
  return -1;
}

static char *
find_file (const char *folder, guint set, guint part)
{
  for (guint suffix = 0; suffix < G_N_ELEMENTS (suffixes); suffix++)
    {
      g_autofree char *name = file_name (set, part, suffix);
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return path;
      g_free (path);
    }
  return NULL;
}

static gboolean
find_files (const char *folder, guint set, char *paths[N_FILES], GError **error)
{
  guint n = 0;

  for (guint part = 0; part < N_FILES; part++)
    {
      paths[part] = find_file (folder, set, part);
      n += paths[part] != NULL;
    }
  for (guint part = 0; part < N_FILES; part++)
    if (paths[part] == NULL)
      {
        g_autofree char *name = file_name (set, part, 0);
        g_autofree char *path = g_build_filename (folder, name, NULL);

        vw_error_set (error, VW_ERROR_MISMATCH, path,
                      N_ ("is missing; the folder has %s of the four files that belong together"),
                      VW_NUMBER (n));
        return FALSE;
      }
  return TRUE;
}

static gboolean
name_labels (VwDatasetPart *part, guint set, const char *path, GError **error)
{
  g_autofree guint8 *labels = g_memdup2 (g_bytes_get_data (part->labels, NULL), part->count);
  guint first = sets[set].first_label, n = strlen (sets[set].classes);

  for (guint i = 0; i < part->count; i++)
    {
      if (labels[i] < first || labels[i] >= first + n)
        {
          vw_error_set (error, VW_ERROR_MISMATCH, path,
                        N_ ("has the label %s; EMNIST %s has %s to %s"), VW_NUMBER (labels[i]),
                        sets[set].name, VW_NUMBER (first), VW_NUMBER (first + n - 1));
          return FALSE;
        }
      labels[i] -= first;
    }
  g_bytes_unref (part->labels);
  part->labels = g_bytes_new_take (g_steal_pointer (&labels), part->count);
  return TRUE;
}

static char **
class_names (guint set)
{
  gsize n = strlen (sets[set].classes);
  char **names = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    names[i] = g_strndup (sets[set].classes + i, 1);
  return names;
}

gboolean
vw_emnist_read (const char *path, VwRawData *data, const VwTask *task, GError **error)
{
  g_autofree char *folder = NULL;
  char *paths[N_FILES] = { NULL };
  int set = find_set (path, &folder, error);
  gboolean good = set >= 0 && find_files (folder, set, paths, error)
                  && vw_idx_files_read (paths, data, task, error);

  for (guint split = 0; good && split < VW_N_SPLITS; split++)
    good = name_labels (&data->parts[split], set, paths[split * 2 + 1], error);
  if (good)
    data->class_names = class_names (set);
  for (guint part = 0; part < N_FILES; part++)
    g_free (paths[part]);
  return good;
}
