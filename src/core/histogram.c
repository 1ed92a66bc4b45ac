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

/* What one image has: how often each column, and a bit for each column that occurs. */
typedef struct {
  guint32 *counts; /* all 0 between images, as are the bits */
  guint64 *occurs;
} Scratch;

static Scratch *
scratch_new (guint dims)
{
  Scratch *self = g_new0 (Scratch, 1);

  self->counts = g_new0 (guint32, dims);
  self->occurs = g_new0 (guint64, dims / 64 + 1);
  return self;
}

static void
scratch_free (gpointer data)
{
  Scratch *self = data;

  g_free (self->counts);
  g_free (self->occurs);
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
  return scratch != NULL ? scratch : scratch_new (job->rows->dims);
}

static void
return_scratch (Build *job, Scratch *scratch)
{
  g_mutex_lock (&job->lock);
  g_ptr_array_add (job->idle, scratch);
  g_mutex_unlock (&job->lock);
}

/* Returns: how many different columns image @i has. */
static gsize
count_columns (const Build *job, gsize i, Scratch *scratch)
{
  const VwFeatures *f = job->features;
  guint grids = (guint) job->parameters->pyramid + 1, directions = job->parameters->directions;
  gsize different = 0;

  for (gsize d = f->offsets[i]; d < f->offsets[i + 1]; d++)
    for (guint grid = 0; grid < grids; grid++)
      {
        const guint8 *position = f->positions + VW_POSITION_BYTES * d;
        guint cell = vw_pyramid_cell (position[0], position[1], grid);
        guint part = cell * directions + vw_histogram_direction (position[2], directions);
        guint column = part * job->n_words + job->words[d];

        different += scratch->counts[column]++ == 0;
        scratch->occurs[column / 64] |= G_GUINT64_CONSTANT (1) << (column % 64);
      }
  return different;
}

/* Moves the counts to a row, in the order of the columns, or nowhere. */
static void
take_counts (Scratch *scratch, guint dims, guint32 *indices, float *values)
{
  gsize n = 0;

  for (guint block = 0; block <= dims / 64; block++)
    {
      for (guint64 bits = scratch->occurs[block]; bits != 0; bits &= bits - 1)
        {
          guint column = 64 * block + (guint) __builtin_ctzll (bits);

          if (indices != NULL)
            {
              indices[n] = column;
              values[n++] = scratch->counts[column];
            }
          scratch->counts[column] = 0;
        }
      scratch->occurs[block] = 0;
    }
}

static gboolean
count_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Build *job = data;
  Scratch *scratch = borrow_scratch (job);

  for (gsize i = begin; i < end; i++)
    {
      job->rows->offsets[i + 1] = count_columns (job, i, scratch);
      take_counts (scratch, job->rows->dims, NULL, NULL);
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
      gsize at = job->rows->offsets[i], n = count_columns (job, i, scratch);

      take_counts (scratch, job->rows->dims, job->rows->indices + at, job->rows->values + at);
      normalise (job->rows->values + at, n, job->parameters->norm);
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
