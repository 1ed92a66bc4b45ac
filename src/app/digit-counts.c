/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-counts.h"

#include "app/job.h"
#include "core/detector.h"

#define BLOCK 32 /* digits between two looks at what is wanted next, under 50 ms */
#define SETTLE 150 /* ms; while a slider moves, nothing is counted */
#define NOT_YET (-1)

/* What the worker and the main thread share. */
typedef struct {
  gatomicrefcount refs;
  VwDataset *dataset;
  VwSplit split;
  VwParameters parameters;
  guint n;
  gint *counts;    /* atomic: NOT_YET or the number of keypoints */
  gint preferred;  /* atomic: index to go on from */
  guint8 *counted; /* a block: whether it is done; the worker's own */
} Tally;

struct _VwDigitCounts {
  GObject parent_instance;

  VwSession *session;
  VwJob *job;
  Tally *tally;
  guint settling;  /* source that starts to count, 0 for none */
  gboolean failed; /* the settings suit no image */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwDigitCounts, vw_digit_counts, G_TYPE_OBJECT)

static guint
n_blocks (const Tally *tally)
{
  return tally->n / BLOCK + (tally->n % BLOCK != 0);
}

static Tally *
tally_new (VwDataset *dataset, VwSplit split, const VwParameters *parameters)
{
  Tally *tally = g_new0 (Tally, 1);

  g_atomic_ref_count_init (&tally->refs);
  tally->dataset = vw_dataset_ref (dataset);
  tally->split = split;
  tally->parameters = *parameters;
  tally->n = vw_dataset_get_count (dataset, split);
  tally->counts = g_new (gint, tally->n);
  for (guint i = 0; i < tally->n; i++)
    tally->counts[i] = NOT_YET;
  tally->counted = g_new0 (guint8, n_blocks (tally));
  return tally;
}

static Tally *
tally_ref (Tally *tally)
{
  g_atomic_ref_count_inc (&tally->refs);
  return tally;
}

static void
tally_unref (Tally *tally)
{
  if (!g_atomic_ref_count_dec (&tally->refs))
    return;
  vw_dataset_unref (tally->dataset);
  g_free (tally->counts);
  g_free (tally->counted);
  g_free (tally);
}

/* Returns: the next block not yet counted, from the preferred one on and then round. */
static guint
next_block (const Tally *tally)
{
  guint blocks = n_blocks (tally);
  guint block = MIN ((guint) g_atomic_int_get (&tally->preferred) / BLOCK, blocks - 1);

  while (tally->counted[block])
    block = (block + 1) % blocks;
  return block;
}

static gboolean
count_block (Tally *tally, VwDetector *detector, guint block, GError **error)
{
  guint end = MIN (tally->n, (block + 1) * BLOCK);

  for (guint i = block * BLOCK; i < end; i++)
    {
      const guint8 *image = vw_dataset_get_image (tally->dataset, tally->split, i);
      const VwDetection *seen = vw_detector_run (detector, image, error);

      if (seen == NULL)
        return FALSE;
      g_atomic_int_set (&tally->counts[i], (gint) seen->frame.n_keypoints);
    }
  tally->counted[block] = TRUE;
  return TRUE;
}

/* A VwJobFunc. One thread, so that the others stay free for what the user does meanwhile. */
static gpointer
count_all (gpointer input, const VwTask *task, GError **error)
{
  Tally *tally = input;
  guint blocks = n_blocks (tally);
  g_autoptr (VwDetector) detector
      = vw_detector_new (&tally->parameters, vw_dataset_get_rows (tally->dataset),
                         vw_dataset_get_cols (tally->dataset), error);

  if (detector == NULL)
    return NULL;
  vw_detector_skip_counts (detector);
  vw_detector_skip_pixels (detector);
  for (guint done = 0; done < blocks; done++)
    {
      if (vw_task_cancelled (task, error)
          || !count_block (tally, detector, next_block (tally), error))
        return NULL;
      vw_task_report (task, (double) (done + 1) / blocks);
    }
  return NULL;
}

static void
emit_changed (VwDigitCounts *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
counted (gpointer result, const GError *error, gpointer data)
{
  /* Settings that no image suits are told where the chosen digit is shown; here they leave the
   * counts unknown. */
  VW_DIGIT_COUNTS (data)->failed = error != NULL;
  emit_changed (data);
}

static void
start (VwDigitCounts *self)
{
  vw_job_start (self->job, &(VwJobWork){ .run = count_all,
                                         .input = tally_ref (self->tally),
                                         .free_input = (GDestroyNotify) tally_unref,
                                         .done = counted,
                                         .data = self });
}

static gboolean
start_when_settled (gpointer data)
{
  VwDigitCounts *self = data;

  self->settling = 0;
  start (self);
  emit_changed (self);
  return G_SOURCE_REMOVE;
}

static void
forget (VwDigitCounts *self)
{
  vw_job_cancel (self->job);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_pointer (&self->tally, tally_unref);
  self->failed = FALSE;
}

/* Counts by other settings are no counts any more, long before there are new ones. */
void
vw_digit_counts_start (VwDigitCounts *self, VwDataset *dataset, VwSplit split,
                       const VwParameters *settings)
{
  gboolean same_images = self->tally != NULL && self->tally->dataset == dataset
                         && self->tally->split == split;
  int preferred = same_images ? g_atomic_int_get (&self->tally->preferred) : 0;

  g_return_if_fail (VW_IS_DIGIT_COUNTS (self));
  if (same_images && vw_parameters_equal_detector (&self->tally->parameters, settings))
    return;
  forget (self);
  if (dataset != NULL)
    {
      self->tally = tally_new (dataset, split, settings);
      self->tally->preferred = preferred;
      if (same_images)
        self->settling = g_timeout_add (SETTLE, start_when_settled, self);
      else
        start (self);
    }
  emit_changed (self);
}

static void
follow_session (VwDigitCounts *self)
{
  vw_digit_counts_start (self, vw_session_get_dataset (self->session),
                         vw_session_get_split (self->session),
                         vw_session_get_settings (self->session));
}

VwDigitCounts *
vw_digit_counts_new (void)
{
  return g_object_new (VW_TYPE_DIGIT_COUNTS, NULL);
}

void
vw_digit_counts_follow (VwDigitCounts *self, VwSession *session)
{
  static const char *const followed[] = { "notify::dataset", "notify::split", "notify::settings" };

  g_return_if_fail (VW_IS_DIGIT_COUNTS (self) && self->session == NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (session, followed[i], G_CALLBACK (follow_session), self,
                             G_CONNECT_SWAPPED);
  follow_session (self);
}

void
vw_digit_counts_prefer (VwDigitCounts *self, guint index)
{
  g_return_if_fail (VW_IS_DIGIT_COUNTS (self));
  if (self->tally != NULL)
    g_atomic_int_set (&self->tally->preferred, (gint) index);
}

guint
vw_digit_counts_get (VwDigitCounts *self, guint index)
{
  gint count = NOT_YET;

  g_return_val_if_fail (VW_IS_DIGIT_COUNTS (self), VW_COUNT_UNKNOWN);
  if (self->tally != NULL && index < self->tally->n)
    count = g_atomic_int_get (&self->tally->counts[index]);
  return count == NOT_YET ? VW_COUNT_UNKNOWN : (guint) count;
}

gboolean
vw_digit_counts_is_running (VwDigitCounts *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_COUNTS (self), FALSE);
  return self->settling != 0 || vw_job_is_running (self->job);
}

double
vw_digit_counts_get_fraction (VwDigitCounts *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_COUNTS (self), 0);
  return vw_job_is_running (self->job) ? vw_job_get_fraction (self->job) : 0;
}

gboolean
vw_digit_counts_are_complete (VwDigitCounts *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_COUNTS (self), FALSE);
  return self->tally != NULL && !vw_digit_counts_is_running (self) && !self->failed;
}

static void
vw_digit_counts_dispose (GObject *object)
{
  VwDigitCounts *self = VW_DIGIT_COUNTS (object);

  if (self->job != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->job, self);
      forget (self);
    }
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_digit_counts_parent_class)->dispose (object);
}

static void
vw_digit_counts_class_init (VwDigitCountsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_digit_counts_dispose;
  signals[CHANGED] = g_signal_new ("changed", VW_TYPE_DIGIT_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vw_digit_counts_init (VwDigitCounts *self)
{
  self->job = vw_job_new ();
  g_signal_connect_swapped (self->job, "notify::fraction", G_CALLBACK (emit_changed), self);
}
