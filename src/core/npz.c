/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/npz.h"

#include "core/archive.h"
#include "core/npy.h"

#define N_MEMBERS 4
/* As much as both parts may have, or a machine of 32 bits can address. */
#define MAX_FILE_BYTES ((gsize) MIN (2 * VW_MAX_PART_BYTES, G_MAXSSIZE))

/* Images and labels of each split, in the order of VwSplit. */
static const char *const members[N_MEMBERS] = {
  "x_train.npy",
  "y_train.npy",
  "x_test.npy",
  "y_test.npy",
};

typedef struct {
  VwArchive *archive;
  char *names[N_MEMBERS];
  VwNpy *arrays[N_MEMBERS];
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->archive, vw_archive_free);
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_clear_pointer (&self->arrays[i], vw_npy_free);
      g_clear_pointer (&self->names[i], g_free);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
check_array (const VwNpy *array, gboolean images, const char *name, GError **error)
{
  g_autofree char *shape = vw_npy_format_shape (array->n_dims, array->shape);

  if (images && !vw_npy_is (array, VW_NPY_UINT8, 3))
    vw_error_set (error, VW_ERROR_UNSUPPORTED, name,
                  N_ ("has shape %s and type %s where images have (count, rows, columns) and |u1"),
                  shape, vw_npy_type_name (array->type));
  else if (!images && !vw_npy_is (array, VW_NPY_UINT8, 1) && !vw_npy_is (array, VW_NPY_INT64, 1))
    vw_error_set (error, VW_ERROR_UNSUPPORTED, name,
                  N_ ("has shape %s and type %s where labels have (count,) and |u1 or <i8"), shape,
                  vw_npy_type_name (array->type));
  else if (images)
    return vw_raw_data_check_shape (array->shape[0], array->shape[1], array->shape[2], name, error);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_member (gsize index, VwMeter *meter, gpointer data, GError **error)
{
  Reading *self = data;
  g_autoptr (GBytes) bytes = vw_archive_get (self->archive, members[index], meter, error);

  if (bytes == NULL)
    return FALSE;
  self->arrays[index] = vw_npy_parse (bytes, self->names[index], error);
  return self->arrays[index] != NULL
         && check_array (self->arrays[index], index % 2 == 0, self->names[index], error);
}

static gboolean
check_members (Reading *self, const char *name, guint64 *total, GError **error)
{
  *total = 0;
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      gsize size;

      if (!vw_archive_has (self->archive, members[i], &size))
        {
          vw_error_set (error, VW_ERROR_MISMATCH, name, N_ ("has no member “%s”"), members[i]);
          return FALSE;
        }
      *total += size;
      self->names[i] = vw_archive_member_name (self->archive, members[i]);
    }
  return TRUE;
}

static gboolean
check_agreement (const Reading *self, GError **error)
{
  const VwNpy *train = self->arrays[0], *test = self->arrays[2];

  for (guint i = 0; i < N_MEMBERS; i += 2)
    if (self->arrays[i]->shape[0] != self->arrays[i + 1]->n_items)
      {
        vw_error_set (error, VW_ERROR_MISMATCH, self->names[i + 1],
                      N_ ("has %s labels for the %s images of %s"),
                      VW_NUMBER (self->arrays[i + 1]->n_items),
                      VW_NUMBER (self->arrays[i]->shape[0]), members[i]);
        return FALSE;
      }
  if (train->shape[1] == test->shape[1] && train->shape[2] == test->shape[2])
    return TRUE;
  vw_error_set (error, VW_ERROR_MISMATCH, self->names[2],
                N_ ("has images of %s × %s pixels, those to train on have %s × %s"),
                VW_NUMBER (test->shape[2]), VW_NUMBER (test->shape[1]), VW_NUMBER (train->shape[2]),
                VW_NUMBER (train->shape[1]));
  return FALSE;
}

/* Labels as bytes. */
static GBytes *
narrow_labels (const VwNpy *array, const char *name, GError **error)
{
  const gint64 *wide = g_bytes_get_data (array->data, NULL);
  g_autofree guint8 *narrow = NULL;

  if (array->type == VW_NPY_UINT8)
    return g_bytes_ref (array->data);
  if (!vw_memory_resize (&narrow, array->n_items, name, error))
    return NULL;
  for (gsize i = 0; i < array->n_items; i++)
    {
      if (wide[i] < 0 || wide[i] >= VW_MAX_CLASSES)
        {
          vw_error_set (error, VW_ERROR_MISMATCH, name,
                        N_ ("has a label outside 0 … 255 at index %s"), VW_NUMBER (i));
          return NULL;
        }
      narrow[i] = wide[i];
    }
  return g_bytes_new_take (g_steal_pointer (&narrow), array->n_items);
}

static gboolean
hand_over (Reading *self, VwRawData *data, GError **error)
{
  for (guint split = 0; split < VW_N_SPLITS; split++)
    {
      VwDatasetPart *part = &data->parts[split];

      part->count = self->arrays[split * 2]->shape[0];
      part->pixels = g_bytes_ref (self->arrays[split * 2]->data);
      part->labels = narrow_labels (self->arrays[split * 2 + 1], self->names[split * 2 + 1], error);
      if (part->labels == NULL)
        return FALSE;
    }
  data->rows = self->arrays[0]->shape[1];
  data->cols = self->arrays[0]->shape[2];
  return TRUE;
}

gboolean
vw_npz_parse (GBytes *bytes, const char *name, VwRawData *data, const VwTask *task, GError **error)
{
  g_auto (Reading) self = { 0 };
  guint64 total;

  self.archive = vw_archive_parse (bytes, name, error);
  return self.archive != NULL && check_members (&self, name, &total, error)
         && vw_metered_run (task, N_MEMBERS, total, read_member, &self, error)
         && check_agreement (&self, error) && hand_over (&self, data, error);
}

gboolean
vw_npz_read (const char *path, VwRawData *data, const VwTask *task, GError **error)
{
  VwSubtask reading, unpacking;
  g_autoptr (GBytes) bytes = NULL;

  bytes = vw_file_read (path, MAX_FILE_BYTES, vw_subtask_init (&reading, task, 0, 0.1), error);
  return bytes != NULL
         && vw_npz_parse (bytes, path, data, vw_subtask_init (&unpacking, task, 0.1, 1), error);
}
