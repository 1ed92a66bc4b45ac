/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-words.h"

#include "app/job.h"
#include "core/detector.h"

#define BLOCK 32 /* digits between two looks at whether to go on, under 50 ms */
#define BITS 32

/* What the worker and the main thread share. */
typedef struct {
  gatomicrefcount refs;
  VwDataset *dataset;
  VwSplit split;
  VwParameters settings;
  VwModel *model;
  guint n, row; /* digits, and numbers that the words of one take */
  guint32 *bits;
  gint known; /* atomic: so many digits, from the first on, are done */
} Sets;

struct _VwDigitWords {
  GObject parent_instance;

  VwSession *session;
  VwJob *job;
  Sets *sets; /* NULL while nobody asks */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwDigitWords, vw_digit_words, G_TYPE_OBJECT)

static Sets *
sets_new (VwSession *session)
{
  Sets *sets = g_new0 (Sets, 1);

  g_atomic_ref_count_init (&sets->refs);
  sets->dataset = vw_dataset_ref (vw_session_get_dataset (session));
  sets->split = vw_session_get_split (session);
  sets->settings = *vw_session_get_settings (session);
  sets->model = vw_model_ref (vw_session_get_model (session));
  sets->n = vw_dataset_get_count (sets->dataset, sets->split);
  sets->row = (vw_vocabulary_get_words (sets->model->vocabulary) + BITS - 1) / BITS;
  sets->bits = g_new0 (guint32, (gsize) sets->n * sets->row);
  return sets;
}

static Sets *
sets_ref (Sets *sets)
{
  g_atomic_ref_count_inc (&sets->refs);
  return sets;
}

static void
sets_unref (Sets *sets)
{
  if (!g_atomic_ref_count_dec (&sets->refs))
    return;
  vw_dataset_unref (sets->dataset);
  vw_model_unref (sets->model);
  g_free (sets->bits);
  g_free (sets);
}

static gboolean
note_words (Sets *sets, VwDetector *detector, guint index, GError **error)
{
  static const VwTask alone = { .threads = 1 };
  const guint8 *image = vw_dataset_get_image (sets->dataset, sets->split, index);
  const VwDetection *seen = vw_detector_run (detector, image, error);
  guint32 *bits = sets->bits + (gsize) index * sets->row;
  g_autofree guint16 *words = NULL;

  if (seen == NULL)
    return FALSE;
  words = g_new (guint16, seen->frame.n_keypoints);
  if (!vw_vocabulary_assign (sets->model->vocabulary, seen->frame.descriptors,
                             seen->frame.n_keypoints, words, NULL, &alone, error))
    return FALSE;
  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    bits[words[i] / BITS] |= 1u << words[i] % BITS;
  return TRUE;
}

/* A VwJobFunc. One thread, so that the others stay free for what the user does meanwhile. */
static gpointer
note_all (gpointer input, const VwTask *task, GError **error)
{
  Sets *sets = input;
  g_autoptr (VwDetector) detector
      = vw_detector_new (&sets->settings, vw_dataset_get_rows (sets->dataset),
                         vw_dataset_get_cols (sets->dataset), error);

  if (detector == NULL)
    return NULL;
  vw_detector_skip_counts (detector);
  vw_detector_skip_pixels (detector);
  for (guint i = 0; i < sets->n; i++)
    {
      if (!note_words (sets, detector, i, error))
        return NULL;
      g_atomic_int_set (&sets->known, (gint) i + 1);
      if (i % BLOCK != 0)
        continue;
      if (vw_task_cancelled (task, error))
        return NULL;
      vw_task_report (task, (double) i / sets->n);
    }
  return NULL;
}

static void
emit_changed (VwDigitWords *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_noted (gpointer result, const GError *error, gpointer data)
{
  emit_changed (data); /* an error is told where the chosen digit is shown */
}

static gboolean
is_of_session (const Sets *sets, VwSession *session)
{
  return sets->dataset == vw_session_get_dataset (session)
         && sets->split == vw_session_get_split (session)
         && sets->model == vw_session_get_model (session)
         && vw_parameters_equal (&sets->settings, vw_session_get_settings (session));
}

static void
follow_session (VwDigitWords *self)
{
  gboolean asked = vw_session_get_filter (self->session)->word >= 0
                   && vw_session_get_dataset (self->session) != NULL
                   && vw_session_get_model (self->session) != NULL;

  if (!asked && self->sets == NULL)
    return;
  if (asked && self->sets != NULL && is_of_session (self->sets, self->session))
    return;
  vw_job_cancel (self->job);
  g_clear_pointer (&self->sets, sets_unref);
  if (asked)
    {
      self->sets = sets_new (self->session);
      vw_job_start (self->job, &(VwJobWork){ .run = note_all,
                                             .input = sets_ref (self->sets),
                                             .free_input = (GDestroyNotify) sets_unref,
                                             .done = on_noted,
                                             .data = self });
    }
  emit_changed (self);
}

VwDigitWords *
vw_digit_words_new (VwSession *session)
{
  static const char *const followed[] = { "notify::dataset", "notify::split", "notify::model",
                                          "notify::settings", "notify::filter" };
  VwDigitWords *self = g_object_new (VW_TYPE_DIGIT_WORDS, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (session, followed[i], G_CALLBACK (follow_session), self,
                             G_CONNECT_SWAPPED);
  follow_session (self);
  return self;
}

gboolean
vw_digit_words_has (VwDigitWords *self, guint index, guint word)
{
  const Sets *sets = self->sets;

  g_return_val_if_fail (VW_IS_DIGIT_WORDS (self), FALSE);
  if (sets == NULL || (gint) index >= g_atomic_int_get (&sets->known) || word / BITS >= sets->row)
    return FALSE;
  return (sets->bits[(gsize) index * sets->row + word / BITS] >> word % BITS & 1) != 0;
}

gboolean
vw_digit_words_is_running (VwDigitWords *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_WORDS (self), FALSE);
  return vw_job_is_running (self->job);
}

static void
vw_digit_words_dispose (GObject *object)
{
  VwDigitWords *self = VW_DIGIT_WORDS (object);

  if (self->job != NULL)
    vw_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sets, sets_unref);
  G_OBJECT_CLASS (vw_digit_words_parent_class)->dispose (object);
}

static void
vw_digit_words_class_init (VwDigitWordsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_digit_words_dispose;
  signals[CHANGED] = g_signal_new ("changed", VW_TYPE_DIGIT_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
vw_digit_words_init (VwDigitWords *self)
{
  self->job = vw_job_new ();
  g_signal_connect_object (self->job, "notify::fraction", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
}
