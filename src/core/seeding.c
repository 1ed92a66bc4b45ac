/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/seeding.h"

#include "core/hamming.h"

#include <math.h>
#include <string.h>

#define DIMS VW_DESCRIPTOR_BYTES
#define POINTS_PER_CHUNK 2048
#define MOST_TRIALS 16
#define LOOK_AHEAD 64

typedef struct {
  const guint8 *sample;
  guint n;
  VwVocabularyKind kind;
  guint n_trials;
  guint trials[MOST_TRIALS];
  guint32 *nearest;                 /* n: to the words so far */
  guint32 *with_trial[MOST_TRIALS]; /* n each: if the trial became a word */
  guint64 *sums[MOST_TRIALS];       /* one a chunk */
} Seeding;

guint8 *
vw_sample_descriptors (const guint8 *descriptors, gsize n, gsize count, VwRandom *random)
{
  guint8 *sample = g_malloc_n (count, DIMS);
  g_autofree guint32 *drawn = g_new (guint32, count);

  for (gsize i = 0; i < count; i++)
    drawn[i] = vw_random_below (random, (guint32) MIN (n, G_MAXUINT32));
  for (gsize i = 0; i < count; i++)
    {
      /* They lie all over the memory: asked for in time, they need not be waited for. */
      if (i + LOOK_AHEAD < count)
        __builtin_prefetch (descriptors + (gsize) drawn[i + LOOK_AHEAD] * DIMS);
      memcpy (sample + i * DIMS, descriptors + (gsize) drawn[i] * DIMS, DIMS);
    }
  return sample;
}

static inline guint32
squared_difference (const guint8 *a, const guint8 *b)
{
  gint32 sum = 0;

  for (guint d = 0; d < DIMS; d++)
    {
      gint16 difference = (gint16) (a[d] - b[d]);

      sum += difference * difference;
    }
  return (guint32) sum;
}

static void
measure (const Seeding *job, const guint8 *points, gsize n, const guint8 *candidate,
         guint32 *distances)
{
  if (job->kind == VW_VOCABULARY_HAMMING)
    vw_hamming_kernels_get ()->distances (points, n, candidate, distances);
  else
    for (gsize i = 0; i < n; i++)
      distances[i] = squared_difference (points + i * DIMS, candidate);
}

static gboolean
try_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Seeding *job = data;

  for (guint t = 0; t < job->n_trials; t++)
    {
      const guint8 *candidate = job->sample + (gsize) job->trials[t] * DIMS;
      guint32 *out = job->with_trial[t];
      guint64 sum = 0;

      measure (job, job->sample + begin * DIMS, end - begin, candidate, out + begin);
      for (gsize i = begin; i < end; i++)
        {
          out[i] = MIN (job->nearest[i], out[i]);
          sum += out[i];
        }
      job->sums[t][chunk] = sum;
    }
  return TRUE;
}

/* A point with a probability proportional to its distance; any one when all distances are 0. */
static guint
draw (const Seeding *job, guint64 total, VwRandom *random)
{
  double target = vw_random_unit (random) * (double) total;
  guint64 sum = 0;

  if (total == 0)
    return vw_random_below (random, job->n);
  for (guint i = 0; i < job->n; i++)
    {
      sum += job->nearest[i];
      if ((double) sum > target)
        return i;
    }
  return job->n - 1;
}

/* Works the trials out and adopts the best. Returns: which, or -1 when cancelled. */
static int
adopt_best (Seeding *job, guint64 *total, const VwTask *task, GError **error)
{
  VwTask quiet = { .cancellable = task != NULL ? task->cancellable : NULL,
                   .threads = vw_task_threads (task) };
  gsize n_chunks = vw_parallel_chunks (job->n, POINTS_PER_CHUNK);
  guint best = 0;
  guint32 *swap;

  if (!vw_parallel_run (&quiet, job->n, POINTS_PER_CHUNK, try_chunk, job, error))
    return -1;
  *total = G_MAXUINT64;
  for (guint t = 0; t < job->n_trials; t++)
    {
      guint64 sum = 0;

      for (gsize c = 0; c < n_chunks; c++)
        sum += job->sums[t][c];
      if (sum < *total)
        {
          *total = sum;
          best = t;
        }
    }
  swap = job->nearest;
  job->nearest = job->with_trial[best];
  job->with_trial[best] = swap;
  return (int) best;
}

static gboolean
seed (Seeding *job, guint8 *words, guint n_words, VwRandom *random, const VwTask *task,
      GError **error)
{
  guint trials = MIN (MOST_TRIALS, 2 + (guint) log (n_words));
  guint64 total = 0;

  memset (job->nearest, 0xff, job->n * sizeof *job->nearest);
  for (guint w = 0; w < n_words; w++)
    {
      int best;

      job->n_trials = w == 0 ? 1 : trials;
      for (guint t = 0; t < job->n_trials; t++)
        job->trials[t] = w == 0 ? vw_random_below (random, job->n) : draw (job, total, random);
      best = adopt_best (job, &total, task, error);
      if (best < 0)
        return FALSE;
      memcpy (words + (gsize) w * DIMS, job->sample + (gsize) job->trials[best] * DIMS, DIMS);
      vw_task_report (task, (double) (w + 1) / n_words);
    }
  return TRUE;
}

guint8 *
vw_seed_words (const guint8 *sample, guint n, guint words, VwVocabularyKind kind, VwRandom *random,
               const VwTask *task, GError **error)
{
  Seeding job = { .sample = sample, .n = n, .kind = kind };
  g_autofree guint8 *chosen = g_malloc_n (words, DIMS);
  gboolean done;

  job.nearest = g_new (guint32, n);
  for (guint t = 0; t < MOST_TRIALS; t++)
    {
      job.with_trial[t] = g_new (guint32, n);
      job.sums[t] = g_new0 (guint64, vw_parallel_chunks (n, POINTS_PER_CHUNK));
    }
  done = seed (&job, chosen, words, random, task, error);
  g_free (job.nearest);
  for (guint t = 0; t < MOST_TRIALS; t++)
    {
      g_free (job.with_trial[t]);
      g_free (job.sums[t]);
    }
  return done ? g_steal_pointer (&chosen) : NULL;
}
