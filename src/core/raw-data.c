/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/raw-data.h"

#include <string.h>

#include "core/files.h"

void
vw_raw_data_clear (VwRawData *self)
{
  for (guint split = 0; split < VW_N_SPLITS; split++)
    {
      g_clear_pointer (&self->parts[split].pixels, g_bytes_unref);
      g_clear_pointer (&self->parts[split].labels, g_bytes_unref);
      self->parts[split].count = 0;
    }
  g_clear_pointer (&self->class_names, g_strfreev);
}

gboolean
vw_raw_data_check_shape (guint64 count, guint64 rows, guint64 cols, const char *name,
                         GError **error)
{
  if (count == 0)
    vw_error_set (error, VW_ERROR_EMPTY, name, N_ ("holds no images"));
  else if (rows == 0 || cols == 0)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("says that its images have no pixels"));
  else if (rows > VW_MAX_SIDE || cols > VW_MAX_SIDE)
    vw_error_set (error, VW_ERROR_TOO_LARGE, name,
                  N_ ("has images of %s × %s pixels; at most %s a side are accepted"),
                  VW_NUMBER (cols), VW_NUMBER (rows), VW_NUMBER (VW_MAX_SIDE));
  else if (count > VW_MAX_PART_BYTES / (rows * cols))
    vw_error_set (error, VW_ERROR_TOO_LARGE, name,
                  N_ ("promises %s images of %s × %s pixels, more than is accepted"),
                  VW_NUMBER (count), VW_NUMBER (cols), VW_NUMBER (rows));
  else
    return TRUE;
  return FALSE;
}

/* For each class the number of images to stay in the train part. */
static guint
count_kept (const guint8 *labels, guint count, guint kept[VW_MAX_CLASSES])
{
  guint total = 0;

  memset (kept, 0, VW_MAX_CLASSES * sizeof *kept);
  for (guint i = 0; i < count; i++)
    kept[labels[i]]++;
  for (guint label = 0; label < VW_MAX_CLASSES; label++)
    {
      if (kept[label] > 1)
        kept[label] -= MAX (kept[label] / 7, 1);
      total += kept[label];
    }
  return total;
}

static void
part_init (VwDatasetPart *part, guint8 *pixels, guint8 *labels, guint count, gsize image_size)
{
  part->pixels = g_bytes_new_take (pixels, count * image_size);
  part->labels = g_bytes_new_take (labels, count);
  part->count = count;
}

void
vw_raw_data_split (VwRawData *self)
{
  VwDatasetPart whole = self->parts[VW_SPLIT_TRAIN];
  const guint8 *pixels = g_bytes_get_data (whole.pixels, NULL);
  const guint8 *labels = g_bytes_get_data (whole.labels, NULL);
  gsize image_size = (gsize) self->rows * self->cols;
  guint left[VW_MAX_CLASSES];
  guint counts[VW_N_SPLITS], filled[VW_N_SPLITS] = { 0 };
  guint8 *split_pixels[VW_N_SPLITS], *split_labels[VW_N_SPLITS];

  counts[VW_SPLIT_TRAIN] = count_kept (labels, whole.count, left);
  counts[VW_SPLIT_TEST] = whole.count - counts[VW_SPLIT_TRAIN];
  for (guint split = 0; split < VW_N_SPLITS; split++)
    {
      split_pixels[split] = g_malloc (counts[split] * image_size);
      split_labels[split] = g_malloc (counts[split]);
    }
  for (guint i = 0; i < whole.count; i++)
    {
      VwSplit split = left[labels[i]] > 0 ? VW_SPLIT_TRAIN : VW_SPLIT_TEST;
      guint to = filled[split]++;

      left[labels[i]] -= split == VW_SPLIT_TRAIN;
      memcpy (split_pixels[split] + to * image_size, pixels + i * image_size, image_size);
      split_labels[split][to] = labels[i];
    }
  for (guint split = 0; split < VW_N_SPLITS; split++)
    part_init (&self->parts[split], split_pixels[split], split_labels[split], counts[split],
               image_size);
  g_bytes_unref (whole.pixels);
  g_bytes_unref (whole.labels);
}

static GBytes *
transpose (GBytes *pixels, guint count, guint rows, guint cols)
{
  const guint8 *from = g_bytes_get_data (pixels, NULL);
  gsize size = (gsize) rows * cols;
  guint8 *turned = g_malloc (count * size);

  for (guint i = 0; i < count; i++)
    for (guint row = 0; row < rows; row++)
      for (guint col = 0; col < cols; col++)
        turned[i * size + col * rows + row] = from[i * size + row * cols + col];
  return g_bytes_new_take (turned, count * size);
}

void
vw_raw_data_transpose (VwRawData *self)
{
  guint rows = self->rows;

  for (guint split = 0; split < VW_N_SPLITS; split++)
    {
      VwDatasetPart *part = &self->parts[split];
      GBytes *turned = transpose (part->pixels, part->count, self->rows, self->cols);

      g_bytes_unref (part->pixels);
      part->pixels = turned;
    }
  self->rows = self->cols;
  self->cols = rows;
}
