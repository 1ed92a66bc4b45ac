/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/csv.h"
#include "core/dataset-private.h"
#include "core/emnist.h"
#include "core/files.h"
#include "core/idx-folder.h"
#include "core/installation.h"
#include "core/images.h"
#include "core/npz.h"

#include <string.h>

typedef struct {
  const char *kind;
  gboolean (*read) (const char *path, VwRawData *data, const VwTask *task, GError **error);
  gboolean transposed; /* as it is stored */
} Format;

static const Format idx_folder = { "IDX", vw_idx_folder_read };
static const Format emnist = { "IDX", vw_emnist_read, TRUE };
static const Format npz_file = { "NumPy", vw_npz_read };
static const Format csv_file = { "CSV", vw_csv_read };
static const Format csv_folder = { "CSV", vw_csv_folder_read };
static const Format image_folder = { "images", vw_images_read };

static const Format *
recognise_folder (const char *path, GError **error)
{
  g_autoptr (GDir) dir = vw_folder_open (path, error);

  if (dir == NULL)
    return NULL;
  if (vw_idx_is_folder (path))
    return &idx_folder;
  if (vw_emnist_is_folder (path))
    return &emnist;
  if (vw_csv_is_folder (path))
    return &csv_folder;
  if (vw_images_is_folder (path))
    return &image_folder;
  vw_error_set (error, VW_ERROR_FORMAT, path,
                N_ ("holds neither MNIST's files nor mnist_train.csv nor folders of images"));
  return NULL;
}

static gboolean
has_suffix (const char *path, const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, suffix);
}

static const Format *
recognise_content (const char *path, const guint8 *begin, gsize size, GError **error)
{
  gboolean is_idx = size >= 2
                    && (memcmp (begin, "\x1f\x8b", 2) == 0 || memcmp (begin, "\0\0", 2) == 0);

  if (size == 0)
    vw_error_set (error, VW_ERROR_EMPTY, path, N_ ("is empty"));
  else if (vw_looks_like_web_page (begin, size))
    vw_error_set (error, VW_ERROR_FORMAT, path,
                  N_ ("is a web page, not data; the download went wrong"));
  else if (has_suffix (path, ".npz") || (size >= 4 && memcmp (begin, "PK\x03\x04", 4) == 0))
    return &npz_file;
  else if (has_suffix (path, ".csv"))
    return &csv_file;
  else if (is_idx)
    vw_error_set (error, VW_ERROR_UNSUPPORTED, path,
                  N_ ("may hold MNIST's data, but files of that format are found by their names, "
                      "such as train-images-idx3-ubyte.gz"));
  else
    vw_error_set (error, VW_ERROR_FORMAT, path,
                  N_ ("is no data set: neither one of MNIST's files nor .npz nor .csv"));
  return NULL;
}

static const Format *
recognise_file (const char *path, GError **error)
{
  g_autoptr (GInputStream) stream = vw_file_open (path, NULL, error);
  g_autoptr (GBytes) begin = NULL;
  gsize size;
  const guint8 *data;

  if (stream == NULL)
    return NULL;
  begin = vw_stream_read (stream, 0, 512, path, NULL, error);
  if (begin == NULL)
    return NULL;
  data = g_bytes_get_data (begin, &size);
  return recognise_content (path, data, size, error);
}

/* Turns @path from a file into its folder where that is what is read. */
static const Format *
recognise (char **path, GError **error)
{
  g_autofree char *name = NULL;
  char *folder;

  if (g_file_test (*path, G_FILE_TEST_IS_DIR))
    return recognise_folder (*path, error);
  name = g_path_get_basename (*path);
  if (vw_emnist_is_name (name))
    return &emnist;
  if (!vw_idx_is_name (name) || !g_file_test (*path, G_FILE_TEST_EXISTS))
    return recognise_file (*path, error);
  folder = g_path_get_dirname (*path);
  g_free (*path);
  *path = folder;
  return &idx_folder;
}

static char *
find_path (const char *source)
{
  if (!g_str_equal (source, "sample"))
    return g_strdup (source);
  return vw_installation_data ("sample");
}

static gboolean
complete (VwRawData *data, const char *path, GError **error)
{
  if (data->parts[VW_SPLIT_TEST].count > 0)
    return TRUE;
  vw_raw_data_split (data);
  if (data->parts[VW_SPLIT_TEST].count > 0)
    return TRUE;
  vw_error_set (error, VW_ERROR_EMPTY, path,
                N_ ("has one image a class, so that none is left to test with"));
  return FALSE;
}

static VwDataset *
load (const char *source, gboolean as_stored, const VwTask *task, GError **error)
{
  g_autofree char *path = find_path (source);
  g_auto (VwRawData) data = { 0 };
  VwSubtask reading, hashing;
  VwDatasetContent content;
  const Format *format;

  if (vw_task_cancelled (task, error))
    return NULL;
  format = recognise (&path, error);
  if (format == NULL
      || !format->read (path, &data, vw_subtask_init (&reading, task, 0, 0.7), error)
      || !complete (&data, path, error))
    return NULL;
  if (format->transposed && !as_stored)
    vw_raw_data_transpose (&data);
  content = (VwDatasetContent){
    .kind = format->kind,
    .source = path,
    .rows = data.rows,
    .cols = data.cols,
    .turned = format->transposed && !as_stored,
    .class_names = (const char *const *) data.class_names,
    .parts = { data.parts[VW_SPLIT_TRAIN], data.parts[VW_SPLIT_TEST] },
  };
  return vw_dataset_new_with_task (&content, vw_subtask_init (&hashing, task, 0.7, 1), error);
}

VwDataset *
vw_dataset_load (const char *source, const VwTask *task, GError **error)
{
  return load (source, FALSE, task, error);
}

VwDataset *
vw_dataset_load_as_stored (const char *source, const VwTask *task, GError **error)
{
  return load (source, TRUE, task, error);
}
