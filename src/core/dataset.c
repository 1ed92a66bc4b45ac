/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/dataset.h"

#include "core/dataset-private.h"
#include "core/files.h"
#include "core/idx.h"
#include "core/known-data.h"
#include "core/raw-data.h"
#include "core/sha256.h"

#define HASH_PIECE ((gsize) 1 << 20) /* bytes; some milliseconds */

struct _VwDataset {
  gatomicrefcount refs;
  char *kind, *source;
  guint rows, cols, n_classes;
  gboolean turned;
  char **class_names; /* in the user's words */
  char **stored_names;
  VwDatasetPart parts[VW_N_SPLITS];
  guint class_counts[VW_N_SPLITS][VW_MAX_CLASSES];
  char *part_sha256[VW_KNOWN_PARTS];
  char *sha256;
};

static gsize
bytes_size (GBytes *bytes)
{
  return bytes != NULL ? g_bytes_get_size (bytes) : 0;
}

static gboolean
check_sizes (const VwDatasetContent *content, GError **error)
{
  if (content->rows == 0 || content->rows > VW_MAX_SIDE || content->cols == 0
      || content->cols > VW_MAX_SIDE)
    {
      vw_error_set (error, VW_ERROR_MISMATCH, content->source,
                    N_ ("has images of %s × %s pixels; 1 to %s a side are accepted"),
                    VW_NUMBER (content->cols), VW_NUMBER (content->rows), VW_NUMBER (VW_MAX_SIDE));
      return FALSE;
    }
  for (guint split = 0; split < VW_N_SPLITS; split++)
    {
      const VwDatasetPart *part = &content->parts[split];
      gsize expected = (gsize) part->count * content->rows * content->cols;

      if (bytes_size (part->pixels) == expected && bytes_size (part->labels) == part->count)
        continue;
      vw_error_set (error, VW_ERROR_MISMATCH, content->source,
                    N_ ("has %s images, but %s labels and %s bytes of pixels"),
                    VW_NUMBER (part->count), VW_NUMBER (bytes_size (part->labels)),
                    VW_NUMBER (bytes_size (part->pixels)));
      return FALSE;
    }
  if (content->parts[VW_SPLIT_TRAIN].count > 0)
    return TRUE;
  vw_error_set (error, VW_ERROR_EMPTY, content->source, N_ ("holds no images to train on"));
  return FALSE;
}

/* Returns: the number of classes that the labels need. */
static guint
count_labels (VwDataset *self)
{
  guint n = 0;

  for (guint split = 0; split < VW_N_SPLITS; split++)
    {
      const guint8 *labels = vw_dataset_get_labels (self, split);

      for (guint i = 0; i < self->parts[split].count; i++)
        {
          self->class_counts[split][labels[i]]++;
          n = MAX (n, labels[i] + 1u);
        }
    }
  return n;
}

static void
part_copy (VwDatasetPart *part, const VwDatasetPart *from)
{
  part->pixels = from->pixels != NULL ? g_bytes_ref (from->pixels) : g_bytes_new (NULL, 0);
  part->labels = from->labels != NULL ? g_bytes_ref (from->labels) : g_bytes_new (NULL, 0);
  part->count = from->count;
}

static gboolean
fill (VwDataset *self, const VwDatasetContent *content, GError **error)
{
  guint n_names, n_labels;

  self->kind = g_strdup (content->kind);
  self->source = g_strdup (content->source);
  self->rows = content->rows;
  self->cols = content->cols;
  self->turned = content->turned;
  for (guint split = 0; split < VW_N_SPLITS; split++)
    part_copy (&self->parts[split], &content->parts[split]);
  n_labels = self->n_classes = count_labels (self);
  if (content->class_names == NULL)
    return TRUE;
  n_names = g_strv_length ((char **) content->class_names);
  if (n_labels > n_names || n_names > VW_MAX_CLASSES)
    {
      vw_error_set (error, VW_ERROR_MISMATCH, self->source,
                    N_ ("has the label %s, but names %s classes"), VW_NUMBER (n_labels - 1),
                    VW_NUMBER (n_names));
      return FALSE;
    }
  self->n_classes = n_names;
  self->class_names = g_strdupv ((char **) content->class_names);
  return TRUE;
}

/* Adds a part to @sum as the IDX file that it would be. */
static gboolean
hash_part (VwDataset *self, VwSha256 *sum, guint index, VwMeter *meter, GError **error)
{
  const VwDatasetPart *part = &self->parts[index / 2];
  VwIdxKind kind = index % 2 == 0 ? VW_IDX_IMAGES : VW_IDX_LABELS;
  guint8 header[16];
  gsize size;
  const guint8 *data = g_bytes_get_data (index % 2 == 0 ? part->pixels : part->labels, &size);

  vw_sha256_add (sum, header, vw_idx_header (kind, part->count, self->rows, self->cols, header));
  for (gsize at = 0; at < size; at += HASH_PIECE)
    {
      gsize n = MIN (HASH_PIECE, size - at);

      vw_sha256_add (sum, data + at, n);
      if (!vw_meter_add (meter, n, error))
        return FALSE;
    }
  return TRUE;
}

/* The whole begins with the train images, so their hash is a stop on its way. */
static gboolean
hash_one (gsize index, VwMeter *meter, gpointer data, GError **error)
{
  VwDataset *self = data;
  VwSha256 sum;

  vw_sha256_init (&sum);
  if (!hash_part (self, &sum, index, meter, error))
    return FALSE;
  self->part_sha256[index] = vw_sha256_text (&sum);
  if (index > 0)
    return TRUE;
  for (guint i = 1; i < VW_KNOWN_PARTS; i++)
    if (!hash_part (self, &sum, i, meter, error))
      return FALSE;
  self->sha256 = vw_sha256_text (&sum);
  return TRUE;
}

static gboolean
hash (VwDataset *self, const VwTask *task, GError **error)
{
  guint64 total = 0;

  for (guint split = 0; split < VW_N_SPLITS; split++)
    total += 2 * (bytes_size (self->parts[split].pixels) + bytes_size (self->parts[split].labels));
  total -= bytes_size (self->parts[VW_SPLIT_TRAIN].pixels);
  return vw_metered_run (task, VW_KNOWN_PARTS, total, hash_one, self, error);
}

/* Names that the content itself tells. */
static void
name_classes (VwDataset *self)
{
  const VwKnownData *known = vw_known_data_find (self->part_sha256);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (self->class_names == NULL && known != NULL && known->class_names != NULL)
    self->class_names = g_strdupv ((char **) known->class_names);
  if (self->class_names != NULL)
    return;
  for (guint i = 0; i < self->n_classes; i++)
    g_ptr_array_add (names, g_strdup_printf ("%u", i));
  g_ptr_array_add (names, NULL);
  self->class_names = (char **) g_ptr_array_steal (names, NULL);
}

static void
translate_names (VwDataset *self)
{
  char **translated = vw_class_names_translate (self->class_names);

  self->stored_names = self->class_names;
  self->class_names = translated != NULL ? translated : g_strdupv (self->stored_names);
}

VwDataset *
vw_dataset_new_with_task (const VwDatasetContent *content, const VwTask *task, GError **error)
{
  g_autoptr (VwDataset) self = NULL;

  if (!check_sizes (content, error))
    return NULL;
  self = g_new0 (VwDataset, 1);
  g_atomic_ref_count_init (&self->refs);
  if (!fill (self, content, error) || !hash (self, task, error))
    return NULL;
  name_classes (self);
  translate_names (self);
  return g_steal_pointer (&self);
}

VwDataset *
vw_dataset_new (const VwDatasetContent *content, GError **error)
{
  return vw_dataset_new_with_task (content, NULL, error);
}

VwDataset *
vw_dataset_ref (VwDataset *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_dataset_unref (VwDataset *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint split = 0; split < VW_N_SPLITS; split++)
    {
      g_clear_pointer (&self->parts[split].pixels, g_bytes_unref);
      g_clear_pointer (&self->parts[split].labels, g_bytes_unref);
    }
  for (guint i = 0; i < VW_KNOWN_PARTS; i++)
    g_free (self->part_sha256[i]);
  g_free (self->sha256);
  g_strfreev (self->class_names);
  g_strfreev (self->stored_names);
  g_free (self->source);
  g_free (self->kind);
  g_free (self);
}

const char *
vw_dataset_get_kind (const VwDataset *self)
{
  return self->kind;
}

const char *
vw_dataset_get_source (const VwDataset *self)
{
  return self->source;
}

gboolean
vw_dataset_is_turned (const VwDataset *self)
{
  return self->turned;
}

guint
vw_dataset_get_rows (const VwDataset *self)
{
  return self->rows;
}

guint
vw_dataset_get_cols (const VwDataset *self)
{
  return self->cols;
}

guint
vw_dataset_get_n_classes (const VwDataset *self)
{
  return self->n_classes;
}

const char *
vw_dataset_get_class_name (const VwDataset *self, guint label)
{
  g_return_val_if_fail (label < self->n_classes, NULL);
  return self->class_names[label];
}

const char *
vw_dataset_get_stored_class_name (const VwDataset *self, guint label)
{
  g_return_val_if_fail (label < self->n_classes, NULL);
  return self->stored_names[label];
}

guint
vw_dataset_get_count (const VwDataset *self, VwSplit split)
{
  return self->parts[split].count;
}

const guint8 *
vw_dataset_get_image (const VwDataset *self, VwSplit split, guint index)
{
  const guint8 *pixels = g_bytes_get_data (self->parts[split].pixels, NULL);

  g_return_val_if_fail (index < self->parts[split].count, NULL);
  return pixels + (gsize) index * self->rows * self->cols;
}

const guint8 *
vw_dataset_get_labels (const VwDataset *self, VwSplit split)
{
  return g_bytes_get_data (self->parts[split].labels, NULL);
}

guint
vw_dataset_get_class_count (const VwDataset *self, VwSplit split, guint label)
{
  g_return_val_if_fail (label < VW_MAX_CLASSES, 0);
  return self->class_counts[split][label];
}

const char *
vw_dataset_get_part_sha256 (const VwDataset *self, VwSplit split, gboolean labels)
{
  return self->part_sha256[VW_KNOWN_PART (split, labels)];
}

const char *
vw_dataset_get_sha256 (const VwDataset *self)
{
  return self->sha256;
}

const VwKnownData *
vw_dataset_get_known (const VwDataset *self)
{
  return vw_known_data_find (self->part_sha256);
}

gboolean
vw_dataset_is_mnist (const VwDataset *self)
{
  return vw_dataset_get_known (self) == vw_known_data (0);
}

const char *
vw_dataset_name_of_sha256 (const char *sha256)
{
  static const struct { const char *sha256, *name; } names[] = {
    { "b2d8f5bf39174ee5ffeefa97e42d673c35432b411bb5d1f74fbbeddae7f1690a", "mnist" },
    { "14410854cf7a289477dcfc7df3f8ec24741e281cdcc425ede0d9a748ca630214", "fashion-mnist" },
    { "242e42d85eb5a14665416bc80fa0b4b4d3b65ef3985960d256509cbcd3850fb0", "sample" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (sha256, names[i].sha256))
      return names[i].name;
  return NULL;
}

const char *
vw_split_name (VwSplit split)
{
  return split == VW_SPLIT_TRAIN ? "train" : "test";
}
