/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kmeans.h"

#include "core/nearest.h"
#include "core/seeding.h"

#include <string.h>

#define DIMS VW_DESCRIPTOR_BYTES
#define MOST_EPOCHS 100
#define MOST_WITHOUT_IMPROVEMENT 10
#define REASSIGNMENT_RATIO 0.01

typedef struct {
  const guint8 *descriptors;
  gsize n;
  guint words, batch;
  VwRandom random;

  float *centres;
  double *given; /* descriptors that each centre was ever given */
  gsize since_reassignment;

  guint16 *assigned; /* of the batch */
  gint32 *sums;      /* words × 32, of the batch */
  guint *counts;     /* words, of the batch */

  double smoothed, least_smoothed;
  guint without_improvement;
} KMeans;

/* Each centre becomes the mean of what it was ever given. */
static void
move_centres (KMeans *self, const guint8 *batch)
{
  memset (self->sums, 0, (gsize) self->words * DIMS * sizeof *self->sums);
  memset (self->counts, 0, self->words * sizeof *self->counts);
  for (guint i = 0; i < self->batch; i++)
    {
      gint32 *sum = self->sums + (gsize) self->assigned[i] * DIMS;

      self->counts[self->assigned[i]]++;
      for (guint d = 0; d < DIMS; d++)
        sum[d] += batch[(gsize) i * DIMS + d];
    }
  for (guint w = 0; w < self->words; w++)
    {
      float *centre = self->centres + (gsize) w * DIMS;
      double all = self->given[w] + self->counts[w];

      if (self->counts[w] == 0)
        continue;
      for (guint d = 0; d < DIMS; d++)
        centre[d] = (float) ((centre[d] * self->given[w] + self->sums[(gsize) w * DIMS + d]) / all);
      self->given[w] = all;
    }
}

/* Due when a centre has nothing yet, or 10 × words descriptors after the last time. */
static gboolean
reassignment_is_due (KMeans *self)
{
  gboolean due;

  self->since_reassignment += self->batch;
  due = self->since_reassignment >= 10 * (gsize) self->words;
  for (guint w = 0; w < self->words && !due; w++)
    due = self->given[w] == 0;
  if (due)
    self->since_reassignment = 0;
  return due;
}

static int
compare_given (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *given = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  if (given[i] != given[j])
    return given[i] < given[j] ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* Centres with less than a hundredth of the largest one's descriptors, the poorest first, at
 * most half a batch of them. */
static GArray *
find_starved (const KMeans *self)
{
  GArray *starved = g_array_new (FALSE, FALSE, sizeof (guint));
  double most = 0;

  for (guint w = 0; w < self->words; w++)
    most = MAX (most, self->given[w]);
  for (guint w = 0; w < self->words; w++)
    if (self->given[w] < REASSIGNMENT_RATIO * most)
      g_array_append_val (starved, w);
  if (starved->len > self->batch / 2)
    {
      g_array_sort_with_data (starved, compare_given, self->given);
      g_array_set_size (starved, self->batch / 2);
    }
  return starved;
}

/* Moves the starved centres to different descriptors of the batch, drawn at random. */
static void
reassign_starved (KMeans *self, const guint8 *batch)
{
  g_autoptr (GArray) starved = find_starved (self);
  g_autofree guint *order = g_new (guint, self->batch);
  g_autofree gboolean *moved = g_new0 (gboolean, self->words);
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->batch; i++)
    order[i] = i;
  for (guint i = 0; i < starved->len; i++)
    {
      guint w = g_array_index (starved, guint, i);
      guint pick = i + vw_random_below (&self->random, self->batch - i);
      guint chosen = order[pick];

      order[pick] = order[i];
      moved[w] = TRUE;
      for (guint d = 0; d < DIMS; d++)
        self->centres[(gsize) w * DIMS + d] = batch[(gsize) chosen * DIMS + d];
    }
  for (guint w = 0; w < self->words; w++)
    if (!moved[w])
      least = MIN (least, self->given[w]);
  for (guint w = 0; w < self->words; w++)
    if (moved[w])
      self->given[w] = least;
}

/* Whether the exponentially weighted inertia has stopped falling. */
static gboolean
has_converged (KMeans *self, gsize step, double batch_inertia)
{
  double alpha = MIN (1.0, 2.0 * self->batch / ((double) self->n + 1));

  if (step == 0) /* that is the inertia of the seeds */
    return FALSE;
  if (step == 1)
    self->smoothed = self->least_smoothed = batch_inertia;
  else
    self->smoothed = self->smoothed * (1 - alpha) + batch_inertia * alpha;
  if (step == 1 || self->smoothed < self->least_smoothed)
    {
      self->least_smoothed = self->smoothed;
      self->without_improvement = 0;
      return FALSE;
    }
  return ++self->without_improvement >= MOST_WITHOUT_IMPROVEMENT;
}

/* Returns: the mean squared distance of a new batch, -1 when cancelled. */
static double
one_batch (KMeans *self, const VwTask *task, GError **error)
{
  g_autofree guint8 *batch
      = vw_sample_descriptors (self->descriptors, self->n, self->batch, &self->random);
  g_autoptr (VwNearest) nearest = vw_nearest_new_euclidean (self->centres, self->words);
  gboolean reassign = reassignment_is_due (self);
  double inertia;

  if (!vw_nearest_assign (nearest, batch, self->batch, self->assigned, &inertia, task, error))
    return -1;
  move_centres (self, batch);
  if (reassign)
    reassign_starved (self, batch);
  return inertia / self->batch;
}

static gboolean
run_batches (KMeans *self, const VwTask *task, GError **error)
{
  VwTask quiet = { .cancellable = task != NULL ? task->cancellable : NULL,
                   .threads = vw_task_threads (task) };
  gsize n_steps = MAX (1, MOST_EPOCHS * self->n / self->batch);

  for (gsize step = 0; step < n_steps; step++)
    {
      double inertia = one_batch (self, &quiet, error);

      if (inertia < 0)
        return FALSE;
      if (has_converged (self, step, inertia))
        break;
      /* Nobody knows when it will converge: nearer and nearer to the end. */
      vw_task_report (task, 1 - 100.0 / (100.0 + (double) step));
    }
  vw_task_report (task, 1);
  return TRUE;
}

static gboolean
seed_centres (KMeans *self, const VwTask *task, GError **error)
{
  gsize wanted = MAX (3 * (gsize) self->batch, 3 * (gsize) self->words);
  guint n = (guint) MIN (wanted, self->n);
  g_autofree guint8 *sample = vw_sample_descriptors (self->descriptors, self->n, n, &self->random);
  g_autofree guint8 *seeds = vw_seed_words (n == self->n ? self->descriptors : sample, n, self->words,
                                            VW_VOCABULARY_EUCLIDEAN, &self->random, task, error);

  if (seeds == NULL)
    return FALSE;
  for (gsize i = 0; i < (gsize) self->words * DIMS; i++)
    self->centres[i] = seeds[i];
  return TRUE;
}

float *
vw_kmeans_run (const guint8 *descriptors, gsize n, const VwParameters *parameters,
               const VwTask *task, GError **error)
{
  KMeans self = { .descriptors = descriptors, .n = n, .words = (guint) parameters->words };
  VwSubtask seeding, batches;
  gboolean done;

  self.batch = (guint) MIN ((gsize) parameters->batch, n);
  vw_random_init (&self.random, (guint64) parameters->seed);
  self.centres = g_new (float, (gsize) self.words * DIMS);
  self.given = g_new0 (double, self.words);
  self.assigned = g_new (guint16, self.batch);
  self.sums = g_new (gint32, (gsize) self.words * DIMS);
  self.counts = g_new (guint, self.words);
  done = seed_centres (&self, vw_subtask_init (&seeding, task, 0, 0.3), error)
         && run_batches (&self, vw_subtask_init (&batches, task, 0.3, 1), error);
  g_free (self.given);
  g_free (self.assigned);
  g_free (self.sums);
  g_free (self.counts);
  if (!done)
    g_clear_pointer (&self.centres, g_free);
  return self.centres;
}
