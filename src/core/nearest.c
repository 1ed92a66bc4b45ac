/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nearest.h"

#include "core/hamming.h"
#include "core/nearest-kernels.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define DIMS VW_DESCRIPTOR_BYTES
#define DISTANCES_PER_CHUNK 600000
/* Descriptors are bytes; taking this off all numbers keeps products small and changes no distance. */
#define CENTRE 128.0f

struct _VwNearest {
  const VwNearestKernels *kernels;
  VwVocabularyKind kind;
  guint words;

  float *centres; /* Euclidean: words × 32, as given */
  guint blocks;
  float *laid_out; /* blocks × 32 × 8, less CENTRE */
  float *halves;   /* blocks × 8: half the squared length */
  float tolerance; /* two scores nearer than this may be in the wrong order */

  VwHammingWords patterns;
};

/* A block of 8 words; those that are not there are infinitely far. */
static void
lay_out_block (VwNearest *self, guint block)
{
  float *laid_out = self->laid_out + (gsize) block * DIMS * VW_NEAREST_LANES;

  for (guint lane = 0; lane < VW_NEAREST_LANES; lane++)
    {
      guint word = block * VW_NEAREST_LANES + lane;
      double half = 0;

      for (guint d = 0; d < DIMS && word < self->words; d++)
        {
          float number = self->centres[(gsize) word * DIMS + d] - CENTRE;

          laid_out[d * VW_NEAREST_LANES + lane] = number;
          half += (double) number * number / 2;
        }
      self->halves[block * VW_NEAREST_LANES + lane]
          = word < self->words ? (float) half : FLT_MAX;
    }
}

/* Twice the largest rounding error of a score: 33 sums and products, the centre's own rounding, of
 * numbers whose products add up to no more than this. */
static float
score_tolerance (const VwNearest *self)
{
  double longest = 0;

  for (guint i = 0; i < self->blocks * VW_NEAREST_LANES; i++)
    if (self->halves[i] < FLT_MAX)
      longest = fmax (longest, sqrt (2.0 * self->halves[i]));
  return (float) (2 * 36 * (FLT_EPSILON / 2)
                  * (sqrt (DIMS) * CENTRE * longest + longest * longest / 2) * 1.01);
}

VwNearest *
vw_nearest_new_euclidean (const float *centres, guint words)
{
  VwNearest *self = g_new0 (VwNearest, 1);

  self->kernels = vw_nearest_kernels_get ();
  self->kind = VW_VOCABULARY_EUCLIDEAN;
  self->words = words;
  self->centres = g_memdup2 (centres, (gsize) words * DIMS * sizeof *centres);
  self->blocks = (words + 2 * VW_NEAREST_LANES - 1) / (2 * VW_NEAREST_LANES) * 2;
  self->laid_out = g_new0 (float, (gsize) self->blocks * DIMS * VW_NEAREST_LANES);
  self->halves = g_new0 (float, (gsize) self->blocks * VW_NEAREST_LANES);
  for (guint b = 0; b < self->blocks; b++)
    lay_out_block (self, b);
  self->tolerance = score_tolerance (self);
  return self;
}

VwNearest *
vw_nearest_new_hamming (const guint8 *patterns, guint words)
{
  VwNearest *self = g_new0 (VwNearest, 1);

  self->kind = VW_VOCABULARY_HAMMING;
  self->words = words;
  vw_hamming_words_init (&self->patterns, patterns, words);
  return self;
}

void
vw_nearest_free (VwNearest *self)
{
  g_free (self->centres);
  g_free (self->laid_out);
  g_free (self->halves);
  vw_hamming_words_clear (&self->patterns);
  g_free (self);
}

static double
euclidean_cost (const float *centre, const guint8 *descriptor)
{
  double sums[4] = { 0 }; /* side by side, since each addition waits for the one before */

  for (guint d = 0; d < DIMS; d++)
    {
      double difference = (double) descriptor[d] - (double) centre[d];

      sums[d % 4] += difference * difference;
    }
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

double
vw_nearest_cost (const VwNearest *self, const guint8 *descriptor, guint word)
{
  if (self->kind == VW_VOCABULARY_HAMMING)
    return vw_hamming_distance (self->patterns.patterns + (gsize) word * DIMS, descriptor);
  return euclidean_cost (self->centres + (gsize) word * DIMS, descriptor);
}

/* The nearest of the words whose scores are at least @limit, by distances in double. */
static guint
settle (const VwNearest *self, const float *scores, float limit, const guint8 *descriptor)
{
  guint found = 0;
  double least = DBL_MAX;

  for (guint w = 0; w < self->words; w++)
    {
      double cost;

      if (scores[w] < limit)
        continue;
      cost = euclidean_cost (self->centres + (gsize) w * DIMS, descriptor);
      if (cost < least)
        {
          least = cost;
          found = w;
        }
    }
  return found;
}

/* The word with the greatest score, unless rounding leaves a doubt. */
static guint
decide (const VwNearest *self, const float *scores, float best, const guint8 *descriptor)
{
  float limit = best - self->tolerance;
  guint index;

  if (self->kernels->near_best (scores, self->blocks, limit, &index) == 1)
    return index;
  return settle (self, scores, limit, descriptor);
}

typedef struct {
  const VwNearest *nearest;
  const guint8 *descriptors;
  guint16 *words;
  double *costs; /* (nullable): one a chunk */
} Assignment;

/* Returns: the sum of the costs, when somebody wants it. */
static double
assign_euclidean (const Assignment *job, gsize begin, gsize end)
{
  const VwNearest *self = job->nearest;
  const gsize row = (gsize) self->blocks * VW_NEAREST_LANES;
  g_autofree float *scores = g_new (float, VW_NEAREST_ROWS * row);
  float numbers[VW_NEAREST_ROWS * DIMS] = { 0 }, best[VW_NEAREST_ROWS];
  double cost = 0;

  for (gsize i = begin; i < end; i += VW_NEAREST_ROWS)
    {
      gsize n = MIN (VW_NEAREST_ROWS, end - i);

      for (gsize k = 0; k < n * DIMS; k++)
        numbers[k] = (float) job->descriptors[i * DIMS + k] - CENTRE;
      self->kernels->scores (numbers, self->laid_out, self->halves, self->blocks, scores,
                             best);
      for (gsize r = 0; r < n; r++)
        job->words[i + r]
            = (guint16) decide (self, scores + r * row, best[r], job->descriptors + (i + r) * DIMS);
    }
  for (gsize i = begin; i < end && job->costs != NULL; i++)
    cost += vw_nearest_cost (self, job->descriptors + i * DIMS, job->words[i]);
  return cost;
}

static double
assign_hamming (const Assignment *job, gsize begin, gsize end)
{
  const VwHammingKernels *kernels = vw_hamming_kernels_get ();
  double cost = 0;

  for (gsize i = begin; i < end; i++)
    {
      guint distance;

      job->words[i] = (guint16) kernels->nearest (&job->nearest->patterns,
                                                  job->descriptors + i * DIMS, &distance);
      cost += distance;
    }
  return cost;
}

static gboolean
assign_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  const Assignment *job = data;
  double cost = job->nearest->kind == VW_VOCABULARY_HAMMING ? assign_hamming (job, begin, end)
                                                            : assign_euclidean (job, begin, end);

  if (job->costs != NULL)
    job->costs[chunk] = cost;
  return TRUE;
}

gboolean
vw_nearest_assign (const VwNearest *self, const guint8 *descriptors, gsize n, guint16 *words,
                   double *inertia, const VwTask *task, GError **error)
{
  gsize chunk_size = MAX (VW_NEAREST_ROWS, DISTANCES_PER_CHUNK / self->words);
  gsize n_chunks = vw_parallel_chunks (n, chunk_size);
  g_autofree double *costs = inertia != NULL ? g_new0 (double, n_chunks) : NULL;
  Assignment job = { self, descriptors, words, costs };

  if (!vw_parallel_run (task, n, chunk_size, assign_chunk, &job, error))
    return FALSE;
  if (inertia == NULL)
    return TRUE;
  *inertia = 0;
  for (gsize i = 0; i < n_chunks; i++)
    *inertia += costs[i];
  return TRUE;
}
