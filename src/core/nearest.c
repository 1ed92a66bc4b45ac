/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nearest.h"

#include "core/hamming.h"
#include "core/nearest-kernels.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define DIMS VW_DESCRIPTOR_BYTES
#define DISTANCES_PER_CHUNK 200000
/* Descriptors are bytes; taking this off all numbers keeps products small and changes no distance.
 */
#define CENTRE 128
/* No sum of 32 products of 8 and 16 bits, less at most LONGEST, gets as low: of a missing word. */
#define NEVER_BEST (-(1 << 30))
#define LONGEST (1 << 29)
#define FINEST_SHIFT 8 /* at which the numbers 0 to 255 fit into 16 bits */

struct _VwNearest {
  const VwNearestKernels *kernels;
  VwVocabularyKind kind;
  guint words;

  float *centres; /* Euclidean: words × 32, as given */
  guint blocks;
  double scale;     /* of laid out numbers, a power of 2 */
  gint16 *laid_out; /* blocks × 16 × 8 × 2, less CENTRE */
  gint32 *starts;   /* blocks × 8: less half the squared length */
  gint32 tolerance; /* two scores nearer than this may be in the wrong order */

  VwHammingWords patterns;
};

/* Whether numbers between these fit into 16 bits, and half the squared length into 32. */
static gboolean
fits (double least, double greatest, int shift)
{
  double farthest = fmax (-least, greatest);

  return ldexp (least, shift) >= G_MININT16 && ldexp (greatest, shift) <= G_MAXINT16
         && ldexp (DIMS * farthest * farthest / 2, shift) <= LONGEST;
}

/* Numbers of a model file may lie far from those of bytes. */
static int
finest_shift (const float *centres, gsize n)
{
  double least = 0, greatest = 0;
  int shift = FINEST_SHIFT;

  for (gsize i = 0; i < n; i++)
    {
      least = MIN (least, (double) centres[i] - CENTRE);
      greatest = MAX (greatest, (double) centres[i] - CENTRE);
    }
  while (!fits (least, greatest, shift))
    shift--;
  return shift;
}

static inline gint32
nearest_integer (double number)
{
  return (gint32) (number < 0 ? number - 0.5 : number + 0.5);
}

/* Returns: how far the laid out word is from the given one, in laid out units. */
static double
lay_out_word (VwNearest *self, guint word)
{
  gint16 *to = self->laid_out + (gsize) (word / VW_NEAREST_LANES) * DIMS * VW_NEAREST_LANES
               + word % VW_NEAREST_LANES * 2;
  double half = 0, error = 0;

  for (guint d = 0; d < DIMS; d++)
    {
      double number = (double) self->centres[(gsize) word * DIMS + d] - CENTRE;
      double fine = number * self->scale;
      gint32 rounded = nearest_integer (fine);

      to[d / 2 * 2 * VW_NEAREST_LANES + d % 2] = (gint16) rounded;
      half += number * number / 2;
      error += (fine - rounded) * (fine - rounded);
    }
  self->starts[word] = -nearest_integer (half * self->scale);
  return sqrt (error);
}

/* Twice the largest error of a score: the word's times the longest descriptor, and a rounding. */
static gint32
score_tolerance (double farthest)
{
  return (gint32) ceil (2 * (farthest * sqrt (DIMS) * CENTRE + 0.5) * 1.01);
}

static void
lay_out_words (VwNearest *self)
{
  double farthest = 0;

  self->blocks = (self->words + 2 * VW_NEAREST_LANES - 1) / (2 * VW_NEAREST_LANES) * 2;
  self->scale = ldexp (1, finest_shift (self->centres, (gsize) self->words * DIMS));
  self->laid_out = g_new0 (gint16, (gsize) self->blocks * DIMS * VW_NEAREST_LANES);
  self->starts = g_new (gint32, (gsize) self->blocks * VW_NEAREST_LANES);
  for (guint w = 0; w < self->blocks * VW_NEAREST_LANES; w++)
    if (w < self->words)
      farthest = fmax (farthest, lay_out_word (self, w));
    else
      self->starts[w] = NEVER_BEST;
  self->tolerance = score_tolerance (farthest);
}

VwNearest *
vw_nearest_new_euclidean (const float *centres, guint words)
{
  VwNearest *self = g_new0 (VwNearest, 1);

  self->kernels = vw_nearest_kernels_get ();
  self->kind = VW_VOCABULARY_EUCLIDEAN;
  self->words = words;
  self->centres = g_memdup2 (centres, (gsize) words * DIMS * sizeof *centres);
  lay_out_words (self);
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
  g_free (self->starts);
  vw_hamming_words_clear (&self->patterns);
  g_free (self);
}

static double
euclidean_cost (const VwNearest *self, const guint8 *descriptor, guint word)
{
  return self->kernels->distance (descriptor, self->centres + (gsize) word * DIMS);
}

double
vw_nearest_cost (const VwNearest *self, const guint8 *descriptor, guint word)
{
  if (self->kind == VW_VOCABULARY_HAMMING)
    return vw_hamming_distance (self->patterns.patterns + (gsize) word * DIMS, descriptor);
  return euclidean_cost (self, descriptor, word);
}

/* The nearest of the words whose scores are at least @limit, by distances in double. */
static guint
settle (const VwNearest *self, const gint32 *scores, gint32 limit, const guint8 *descriptor)
{
  guint found = 0;
  double least = DBL_MAX;

  for (guint w = 0; w < self->words; w++)
    {
      double cost;

      if (scores[w] < limit)
        continue;
      cost = euclidean_cost (self, descriptor, w);
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
decide (const VwNearest *self, const gint32 *scores, gint32 best, const guint8 *descriptor)
{
  gint32 limit = best - self->tolerance;
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
  g_autofree gint32 *scores = g_new (gint32, VW_NEAREST_ROWS * row);
  gint16 numbers[VW_NEAREST_ROWS * DIMS] = { 0 };
  gint32 best[VW_NEAREST_ROWS];
  double cost = 0;

  for (gsize i = begin; i < end; i += VW_NEAREST_ROWS)
    {
      gsize n = MIN (VW_NEAREST_ROWS, end - i);

      for (gsize k = 0; k < n * DIMS; k++)
        numbers[k] = (gint16) (job->descriptors[i * DIMS + k] - CENTRE);
      self->kernels->scores (numbers, self->laid_out, self->starts, self->blocks, scores, best);
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
vw_nearest_assign (const VwNearest *self,
                   const guint8 *descriptors,
                   gsize n,
                   guint16 *words,
                   double *inertia,
                   const VwTask *task,
                   GError **error)
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
