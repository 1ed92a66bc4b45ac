/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/sparse.h"

#include "core/random.h"

#include <math.h>
#include <string.h>

/* Low words are likelier, as in a real vocabulary; each class has its own order of the words. */
static guint
draw_word (VwRandom *random, const VwSparseRecipe *recipe, guint label)
{
  double u = vw_random_unit (random);
  guint rank = (guint) (u * u * u * recipe->dims);

  if (vw_random_unit (random) < recipe->mixing)
    return rank;
  return (guint) ((rank * (guint64) (2 * label + 1) + label * 37) % recipe->dims);
}

static void
add_row (VwSparse *self, const float *counts)
{
  VwHistograms *rows = &self->rows;
  gsize at = rows->offsets[rows->n_rows];
  double sum = 0;

  for (guint w = 0; w < rows->dims; w++)
    sum += counts[w] * counts[w];
  for (guint w = 0; w < rows->dims; w++)
    if (counts[w] > 0)
      {
        rows->indices[at] = w;
        rows->values[at++] = counts[w] / (sqrt (sum) + 1e-12);
      }
  rows->offsets[++rows->n_rows] = at;
}

VwSparse *
vw_sparse_new (const VwSparseRecipe *recipe)
{
  VwSparse *self = g_new0 (VwSparse, 1);
  gsize most = (gsize) recipe->n_rows * recipe->words_a_row * 2;
  g_autofree float *counts = g_new (float, recipe->dims);
  VwRandom random;

  vw_random_init (&random, recipe->seed);
  self->rows.dims = recipe->dims;
  self->rows.offsets = g_new0 (gsize, recipe->n_rows + 1);
  self->rows.indices = g_new (guint32, most);
  self->rows.values = g_new (float, most);
  self->labels = g_new (guint8, recipe->n_rows);
  for (guint row = 0; row < recipe->n_rows; row++)
    {
      guint label = vw_random_below (&random, recipe->n_classes);
      guint n = vw_random_below (&random, 50) == 0
                    ? 0
                    : 1 + vw_random_below (&random, 2 * recipe->words_a_row - 1);

      memset (counts, 0, recipe->dims * sizeof *counts);
      for (guint i = 0; i < n; i++)
        counts[draw_word (&random, recipe, label)]++;
      self->labels[row] = label;
      add_row (self, counts);
    }
  return self;
}

static char *
part_path (const char *folder, const char *stem, const char *part)
{
  return g_strdup_printf ("%s/%s-%s", folder, stem, part);
}

static gpointer
read_part (const char *folder, const char *stem, const char *part, gsize *size)
{
  g_autofree char *path = part_path (folder, stem, part);
  char *content = NULL;

  return g_file_get_contents (path, &content, size, NULL) ? content : NULL;
}

VwSparse *
vw_sparse_read (const char *folder, const char *stem)
{
  VwSparse *self = g_new0 (VwSparse, 1);
  gsize size = 0;

  self->labels = read_part (folder, stem, "labels", &size);
  self->rows.n_rows = size;
  self->rows.offsets = read_part (folder, stem, "offsets", &size);
  self->rows.indices = read_part (folder, stem, "indices", &size);
  self->rows.values = read_part (folder, stem, "values", &size);
  for (gsize i = 0; i < size / sizeof (float); i++)
    self->rows.dims = MAX (self->rows.dims, self->rows.indices[i] + 1);
  if (self->labels != NULL && self->rows.values != NULL)
    return self;
  vw_sparse_free (self);
  return NULL;
}

static void
write_part (const char *folder, const char *stem, const char *part, gconstpointer data, gsize size)
{
  g_autofree char *path = part_path (folder, stem, part);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

void
vw_sparse_write (const VwSparse *self, const char *folder, const char *stem)
{
  const VwHistograms *rows = &self->rows;
  gsize n = rows->offsets[rows->n_rows];

  write_part (folder, stem, "offsets", rows->offsets, (rows->n_rows + 1) * sizeof (gsize));
  write_part (folder, stem, "indices", rows->indices, n * sizeof (guint32));
  write_part (folder, stem, "values", rows->values, n * sizeof (float));
  write_part (folder, stem, "labels", self->labels, rows->n_rows);
}

void
vw_sparse_free (VwSparse *self)
{
  g_free (self->rows.offsets);
  g_free (self->rows.indices);
  g_free (self->rows.values);
  g_free (self->labels);
  g_free (self);
}
