/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/histogram.h"

#include <math.h>
#include <string.h>

#define ROWS_PER_CHUNK 256
#define GRIDS 3
#define EPSILON 1e-12 /* the notebook's */

void
vw_histograms_unref (VwHistograms *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->offsets);
  g_free (self->indices);
  g_free (self->values);
  g_free (self);
}

VwHistograms *
vw_histograms_ref (VwHistograms *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

guint
vw_pyramid_cells (VwPyramid pyramid)
{
  static const guint cells[GRIDS] = { 1, 5, 21 };

  return cells[pyramid];
}

guint
vw_histogram_parts (const VwParameters *parameters)
{
  return vw_pyramid_cells (parameters->pyramid) * parameters->directions;
}

VwHistogramPlace
vw_histogram_place (guint32 column, guint n_words, guint directions)
{
  guint part = column / n_words;

  return (VwHistogramPlace){ part / directions, part % directions, column % n_words };
}

guint
vw_histogram_direction (guint8 angle, guint directions)
{
  return (angle * directions + 128) / 256 % directions;
}

guint
vw_pyramid_cell (guint8 x, guint8 y, guint grid)
{
  static const guint before[GRIDS] = { 0, 1, 5 };
  guint side = 1u << grid;

  return before[grid] + (y * side / 256) * side + x * side / 256;
}

typedef struct {
  const VwFeatures *features;
  const guint16 *words;
  guint n_words;
  const VwParameters *parameters;
  VwHistograms *rows;
  GPtrArray *idle; /* scratch that no thread is using, guarded by @lock */
  GMutex lock;
} Build;

/* Columns of one image, one for each keypoint and grid. */
typedef struct {
  guint32 *columns;
  gsize size;
} Scratch;

static void
scratch_free (gpointer data)
{
  Scratch *self = data;

  g_free (self->columns);
  g_free (self);
}

static Scratch *
borrow_scratch (Build *job)
{
  Scratch *scratch = NULL;

  g_mutex_lock (&job->lock);
  if (job->idle->len > 0)
    scratch = g_ptr_array_steal_index_fast (job->idle, job->idle->len - 1);
  g_mutex_unlock (&job->lock);
  return scratch != NULL ? scratch : g_new0 (Scratch, 1);
}

static void
return_scratch (Build *job, Scratch *scratch)
{
  g_mutex_lock (&job->lock);
  g_ptr_array_add (job->idle, scratch);
  g_mutex_unlock (&job->lock);
}

static int
compare_columns (const void *a, const void *b)
{
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  return i < j ? -1 : i > j;
}

/* Returns: how many columns image @i has, sorted, equal ones side by side. */
static gsize
list_columns (const Build *job, gsize i, Scratch *scratch)
{
  const VwFeatures *f = job->features;
  gsize first = f->offsets[i], last = f->offsets[i + 1], n = 0;
  guint grids = (guint) job->parameters->pyramid + 1, directions = job->parameters->directions;

  if (scratch->size < (last - first) * grids)
    {
      scratch->size = (last - first) * grids;
      scratch->columns = g_renew (guint32, scratch->columns, scratch->size);
    }
  for (gsize d = first; d < last; d++)
    for (guint grid = 0; grid < grids; grid++)
      {
        const guint8 *position = f->positions + VW_POSITION_BYTES * d;
        guint cell = vw_pyramid_cell (position[0], position[1], grid);
        guint part = cell * directions + vw_histogram_direction (position[2], directions);

        scratch->columns[n++] = part * job->n_words + job->words[d];
      }
  if (n > 0)
    qsort (scratch->columns, n, sizeof *scratch->columns, compare_columns);
  return n;
}

static gboolean
count_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Build *job = data;
  Scratch *scratch = borrow_scratch (job);

  for (gsize i = begin; i < end; i++)
    {
      gsize n = list_columns (job, i, scratch), different = 0;

      for (gsize k = 0; k < n; k++)
        different += k == 0 || scratch->columns[k] != scratch->columns[k - 1];
      job->rows->offsets[i + 1] = different;
    }
  return_scratch (job, scratch);
  return TRUE;
}

static void
normalise (float *values, gsize n, VwNorm norm)
{
  double length = 0;

  for (gsize k = 0; k < n; k++)
    length += norm == VW_NORM_L2 ? (double) values[k] * values[k] : values[k];
  length = (norm == VW_NORM_L2 ? sqrt (length) : length) + EPSILON;
  for (gsize k = 0; k < n; k++)
    {
      double value = values[k] / length;

      values[k] = (float) (norm == VW_NORM_HELLINGER ? sqrt (value) : value);
    }
}

static gboolean
fill_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Build *job = data;
  Scratch *scratch = borrow_scratch (job);

  for (gsize i = begin; i < end; i++)
    {
      gsize at = job->rows->offsets[i], n = list_columns (job, i, scratch);

      for (gsize k = 0; k < n; k++)
        {
          if (k > 0 && scratch->columns[k] == scratch->columns[k - 1])
            {
              job->rows->values[at - 1]++;
              continue;
            }
          job->rows->indices[at] = scratch->columns[k];
          job->rows->values[at++] = 1;
        }
      normalise (job->rows->values + job->rows->offsets[i], at - job->rows->offsets[i],
                 job->parameters->norm);
    }
  return_scratch (job, scratch);
  return TRUE;
}

/* Counts the entries of each row, then fills them in. */
static gboolean
build (Build *job, const VwTask *task, GError **error)
{
  VwHistograms *rows = job->rows;
  VwSubtask counting, filling;

  if (!vw_parallel_run (vw_subtask_init (&counting, task, 0, 0.5), rows->n_rows, ROWS_PER_CHUNK,
                        count_chunk, job, error))
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    rows->offsets[i + 1] += rows->offsets[i];
  /* One more than needed, so that there is memory to point to when no image has a keypoint. */
  rows->indices = g_new (guint32, rows->offsets[rows->n_rows] + 1);
  rows->values = g_new (float, rows->offsets[rows->n_rows] + 1);
  return vw_parallel_run (vw_subtask_init (&filling, task, 0.5, 1), rows->n_rows, ROWS_PER_CHUNK,
                          fill_chunk, job, error);
}

VwHistograms *
vw_histograms_build (const VwFeatures *features, const guint16 *words, guint n_words,
                     const VwParameters *parameters, const VwTask *task, GError **error)
{
  g_autoptr (VwHistograms) rows = g_new0 (VwHistograms, 1);
  Build job = { .features = features, .words = words, .n_words = n_words,
                .parameters = parameters, .rows = rows };
  gboolean done;

  g_atomic_ref_count_init (&rows->refs);
  rows->n_rows = features->n_images;
  rows->dims = n_words * vw_histogram_parts (parameters);
  rows->offsets = g_new0 (gsize, (gsize) features->n_images + 1);
  job.idle = g_ptr_array_new_with_free_func (scratch_free);
  g_mutex_init (&job.lock);
  done = build (&job, task, error);
  g_mutex_clear (&job.lock);
  g_ptr_array_unref (job.idle);
  return done ? g_steal_pointer (&rows) : NULL;
}
