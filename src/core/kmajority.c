/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kmajority.h"

#include "core/nearest.h"
#include "core/seeding.h"

#include <string.h>

#define DIMS VW_DESCRIPTOR_BYTES
#define SAMPLE_SIZE 200000
#define SAMPLE_PER_WORD 100
#define MOST_ROUNDS 50
#define LEAST_GAIN 0.001

typedef struct {
  const guint8 *sample;
  guint n, words;
  guint8 *patterns;
  guint16 *assigned;
  guint *members; /* n: the sample's indices, cluster by cluster */
  guint *starts;  /* words + 1: where each cluster begins in @members */
} KMajority;

/* Sorts the sample by cluster. */
static void
group_members (KMajority *self)
{
  g_autofree guint *next = NULL;

  memset (self->starts, 0, (self->words + 1) * sizeof *self->starts);
  for (guint i = 0; i < self->n; i++)
    self->starts[self->assigned[i] + 1]++;
  for (guint w = 0; w < self->words; w++)
    self->starts[w + 1] += self->starts[w];
  next = g_memdup2 (self->starts, self->words * sizeof *next);
  for (guint i = 0; i < self->n; i++)
    self->members[next[self->assigned[i]]++] = i;
}

/* Bits of up to 255 descriptors, counted side by side: bit b of byte d in counts[b][d]. */
static void
count_bits (const KMajority *self, const guint *members, guint n, guint8 counts[8][DIMS])
{
  memset (counts, 0, 8 * DIMS);
  for (guint m = 0; m < n; m++)
    {
      const guint8 *descriptor = self->sample + (gsize) members[m] * DIMS;

      for (guint bit = 0; bit < 8; bit++)
        for (guint d = 0; d < DIMS; d++)
          counts[bit][d] += descriptor[d] >> bit & 1;
    }
}

/* A bit that is set in half of the cluster stays as it is. */
static void
vote (KMajority *self, guint word)
{
  guint counts[8][DIMS] = { 0 };
  guint n = self->starts[word + 1] - self->starts[word];
  guint8 *pattern = self->patterns + (gsize) word * DIMS;

  for (guint first = 0; first < n; first += G_MAXUINT8)
    {
      guint8 some[8][DIMS];

      count_bits (self, self->members + self->starts[word] + first, MIN (n - first, G_MAXUINT8),
                  some);
      for (guint bit = 0; bit < 8; bit++)
        for (guint d = 0; d < DIMS; d++)
          counts[bit][d] += some[bit][d];
    }
  for (guint bit = 0; bit < 8; bit++)
    for (guint d = 0; d < DIMS; d++)
      {
        guint8 mask = (guint8) (1 << bit);

        if (2 * counts[bit][d] > n)
          pattern[d] |= mask;
        else if (2 * counts[bit][d] < n)
          pattern[d] &= (guint8) ~mask;
      }
}

static gboolean
vote_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  for (gsize w = begin; w < end; w++)
    vote (data, (guint) w);
  return TRUE;
}

/* The descriptor that is farthest from its word, the first of equals; its distance becomes 0 so
 * that the next empty cluster takes another one. */
static guint
take_farthest (guint16 *distances, guint n)
{
  guint farthest = 0;

  for (guint i = 1; i < n; i++)
    if (distances[i] > distances[farthest])
      farthest = i;
  distances[farthest] = 0;
  return farthest;
}

static void
move_empty (KMajority *self, const VwNearest *nearest)
{
  g_autofree guint16 *distances = NULL;

  for (guint w = 0; w < self->words; w++)
    {
      if (self->starts[w] < self->starts[w + 1])
        continue;
      if (distances == NULL)
        {
          distances = g_new (guint16, self->n);
          for (guint i = 0; i < self->n; i++)
            distances[i] = (guint16) vw_nearest_cost (nearest, self->sample + (gsize) i * DIMS,
                                                      self->assigned[i]);
        }
      memcpy (self->patterns + (gsize) w * DIMS,
              self->sample + (gsize) take_farthest (distances, self->n) * DIMS, DIMS);
    }
}

/* Returns: the total distance before the words moved, -1 when cancelled. */
static double
one_round (KMajority *self, const VwTask *task, GError **error)
{
  g_autoptr (VwNearest) nearest = vw_nearest_new_hamming (self->patterns, self->words);
  double total;

  if (!vw_nearest_assign (nearest, self->sample, self->n, self->assigned, &total, task, error))
    return -1;
  group_members (self);
  if (!vw_parallel_run (task, self->words, 16, vote_chunk, self, error))
    return -1;
  move_empty (self, nearest);
  return total;
}

static gboolean
run_rounds (KMajority *self, const VwTask *task, GError **error)
{
  VwTask quiet = { .cancellable = task != NULL ? task->cancellable : NULL,
                   .threads = vw_task_threads (task) };
  double before = G_MAXDOUBLE;

  for (guint round = 0; round < MOST_ROUNDS; round++)
    {
      double total = one_round (self, &quiet, error);

      if (total < 0)
        return FALSE;
      if (before - total < LEAST_GAIN * total)
        break;
      before = total;
      vw_task_report (task, 1 - 8.0 / (8.0 + round));
    }
  vw_task_report (task, 1);
  return TRUE;
}

guint8 *
vw_kmajority_run (const guint8 *descriptors, gsize n, const VwParameters *parameters,
                  const VwTask *task, GError **error)
{
  KMajority self = { .words = (guint) parameters->words };
  gsize wanted = MAX (SAMPLE_SIZE, SAMPLE_PER_WORD * (gsize) self.words);
  g_autofree guint8 *sample = NULL, *first = NULL;
  VwSubtask seeding, rounds;
  VwRandom random;
  guint n_first;
  gboolean done;

  vw_random_init (&random, (guint64) parameters->seed);
  self.n = (guint) MIN (wanted, n);
  if (self.n < n)
    sample = vw_sample_descriptors (descriptors, n, self.n, &random);
  self.sample = sample != NULL ? sample : descriptors;
  n_first = MIN (self.n, MAX (3 * (guint) parameters->batch, 3 * self.words));
  first = n_first < self.n ? vw_sample_descriptors (self.sample, self.n, n_first, &random) : NULL;
  self.patterns = vw_seed_words (first != NULL ? first : self.sample, n_first, self.words,
                                 VW_VOCABULARY_HAMMING, &random,
                                 vw_subtask_init (&seeding, task, 0, 0.3), error);
  if (self.patterns == NULL)
    return NULL;
  self.assigned = g_new (guint16, self.n);
  self.members = g_new (guint, self.n);
  self.starts = g_new (guint, self.words + 1);
  done = run_rounds (&self, vw_subtask_init (&rounds, task, 0.3, 1), error);
  g_free (self.assigned);
  g_free (self.members);
  g_free (self.starts);
  if (!done)
    g_clear_pointer (&self.patterns, g_free);
  return self.patterns;
}
