/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history.h"

#include "app/history-work.h"
#include "app/queue.h"

#include <glib/gi18n.h>
#include <string.h>

struct _VwHistory {
  GObject parent_instance;

  VwSession *session; /* NULL once the window is gone; what is under way is still finished */
  VwTrainingJob *training;
  char *folder;
  GListStore *runs;
  VwModel *known; /* of the run known_id */
  char *known_id; /* NULL until that run is kept */
  VwPastRun *current;
  guint pending;
};

enum { PROP_CURRENT = 1, PROP_BUSY, N_PROPS };
enum { RENAMED, REMOVED, SAVED, PROBLEMS, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwHistory, vw_history, G_TYPE_OBJECT)

/**
 * WishKind:
 * @work: on the queue's thread
 * @done: on the main thread, when it worked out for a run at least or there was no error
 * @failure: English, marked for translation
 */
typedef struct {
  void (*work) (VwHistoryWork *work);
  void (*done) (VwHistory *self, VwHistoryWork *work);
  const char *failure;
} WishKind;

typedef struct {
  VwHistory *history;
  const WishKind *kind;
  VwHistoryWork work;
} Wish;

static Wish *
new_wish (VwHistory *self, const WishKind *kind)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->history = g_object_ref (self);
  wish->kind = kind;
  vw_history_work_init (&wish->work, self->folder);
  return wish;
}

static void
set_pending (VwHistory *self, guint pending)
{
  gboolean changes = (self->pending == 0) != (pending == 0);

  self->pending = pending;
  if (changes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
tell (Wish *wish)
{
  VwHistory *self = wish->history;
  const GError *error = wish->work.error;

  if (error == NULL || wish->work.runs->len > 0)
    wish->kind->done (self, &wish->work);
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, _(wish->kind->failure), error);
}

static void
finish (gpointer data)
{
  Wish *wish = data;
  VwHistory *self = wish->history;

  if (self->session != NULL)
    tell (wish);
  else if (wish->work.error != NULL)
    g_message ("%s: %s", wish->kind->failure, wish->work.error->message);
  set_pending (self, self->pending - 1);
  vw_history_work_clear (&wish->work);
  g_free (wish);
  g_object_unref (self);
}

static void
work (gpointer data)
{
  Wish *wish = data;

  wish->kind->work (&wish->work);
}

static void
push (Wish *wish)
{
  set_pending (wish->history, wish->history->pending + 1);
  vw_queue_push (work, finish, wish);
}

static void
push_run (VwHistory *self, const WishKind *kind, VwRun *run)
{
  Wish *wish = new_wish (self, kind);

  g_ptr_array_add (wish->work.runs, vw_run_ref (run));
  push (wish);
}

static int
compare_age (gconstpointer a, gconstpointer b, gpointer unused)
{
  const VwRun *first = vw_past_run_get_run ((VwPastRun *) a);
  const VwRun *second = vw_past_run_get_run ((VwPastRun *) b);

  if (first->created != second->created)
    return first->created < second->created ? -1 : 1;
  return strcmp (first->id, second->id);
}

static void
insert (VwHistory *self, VwRun *run)
{
  g_autoptr (VwPastRun) past = vw_past_run_new (run);

  g_list_store_insert_sorted (self->runs, past, compare_age, NULL);
}

/* Returns: (transfer none) (nullable): the run with @id, which may be NULL, and its @position. */
static VwPastRun *
find (VwHistory *self, const char *id, guint *position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->runs));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VwPastRun) past = g_list_model_get_item (G_LIST_MODEL (self->runs), i);

      *position = i;
      if (g_strcmp0 (vw_past_run_get_run (past)->id, id) == 0)
        return past; /* the list has it */
    }
  return NULL;
}

static void
set_known (VwHistory *self, VwModel *model, const char *id)
{
  vw_model_ref (model);
  g_clear_pointer (&self->known, vw_model_unref);
  self->known = model;
  g_free (self->known_id);
  self->known_id = g_strdup (id);
}

static void
follow_model (VwHistory *self)
{
  gboolean known = self->known != NULL && self->known == vw_session_get_model (self->session);
  guint position;
  VwPastRun *current = known ? find (self, self->known_id, &position) : NULL;

  if (current == self->current)
    return;
  if (self->current != NULL)
    vw_past_run_set_current (self->current, FALSE);
  g_set_object (&self->current, current);
  if (current != NULL)
    vw_past_run_set_current (current, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

/* Data that a run was made from were opened after it: what it predicted for them is kept. */
static void
follow_dataset (VwHistory *self)
{
  VwRun *run = self->current != NULL ? vw_past_run_get_run (self->current) : NULL;
  VwDataset *dataset = vw_session_get_dataset (self->session);
  g_autoptr (VwModel) model = NULL;

  if (run == NULL || dataset == NULL || vw_session_get_predictions (self->session) != NULL
      || g_strcmp0 (run->summary->data_sha256, vw_dataset_get_sha256 (dataset)) != 0)
    return;
  model = vw_model_ref (self->known);
  vw_session_set_model (self->session, model, run->predictions);
}

static void
take_list (VwHistory *self, VwHistoryWork *done)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < done->runs->len; i++)
    g_ptr_array_add (items, vw_past_run_new (done->runs->pdata[i]));
  g_list_store_splice (self->runs, 0, 0, items->pdata, items->len);
  if (done->problems->len > 0)
    g_signal_emit (self, signals[PROBLEMS], 0, done->problems);
}

static void
take_added (VwHistory *self, VwHistoryWork *done)
{
  VwRun *run = done->runs->pdata[0];

  insert (self, run);
  if (done->model == self->known)
    set_known (self, done->model, run->id);
  follow_model (self);
}

static void
take_renamed (VwHistory *self, VwHistoryWork *done)
{
  VwRun *run = done->runs->pdata[0];
  guint position;
  VwPastRun *past = find (self, run->id, &position);

  if (past == NULL)
    return;
  vw_past_run_set_run (past, run);
  g_signal_emit (self, signals[RENAMED], 0);
}

static void
take_removed (VwHistory *self, VwHistoryWork *done)
{
  guint position;

  for (guint i = 0; i < done->runs->len; i++)
    if (find (self, ((VwRun *) done->runs->pdata[i])->id, &position) != NULL)
      g_list_store_remove (self->runs, position);
  follow_model (self);
  g_signal_emit (self, signals[REMOVED], 0, done->runs);
}

static void
take_restored (VwHistory *self, VwHistoryWork *done)
{
  for (guint i = 0; i < done->runs->len; i++)
    insert (self, done->runs->pdata[i]);
  follow_model (self);
}

static void
take_loaded (VwHistory *self, VwHistoryWork *done)
{
  VwRun *run = done->runs->pdata[0];

  set_known (self, done->model, run->id);
  vw_session_set_model (self->session, done->model, run->predictions);
}

static void
take_saved (VwHistory *self, VwHistoryWork *done)
{
  g_signal_emit (self, signals[SAVED], 0, done->path);
}

static const WishKind list_kind
    = { vw_history_work_list, take_list, N_ ("The Past Runs Were Not Read") };
static const WishKind add_kind = { vw_history_work_add, take_added, N_ ("The Run Was Not Kept") };
static const WishKind rename_kind
    = { vw_history_work_update, take_renamed, N_ ("The Run Was Not Renamed") };
static const WishKind remove_kind
    = { vw_history_work_remove, take_removed, N_ ("The Run Was Not Deleted") };
static const WishKind restore_kind
    = { vw_history_work_restore, take_restored, N_ ("The Run Was Not Brought Back") };
static const WishKind load_kind
    = { vw_history_work_load, take_loaded, N_ ("The Run’s Model Was Not Opened") };
static const WishKind save_kind
    = { vw_history_work_save_model, take_saved, N_ ("The Model Was Not Saved") };

/* A stage that was not run again counts with what it took when it was. */
static void
on_trained (VwHistory *self, VwModel *model, GArray *predictions)
{
  Wish *wish = new_wish (self, &add_kind);
  VwStageRecord stages[VW_N_STAGES];

  memcpy (stages, vw_training_job_get_records (self->training), sizeof stages);
  for (VwStage s = VW_STAGE_KEYPOINTS; s < VW_N_STAGES; s++)
    if (stages[s].reused && vw_training_job_get_measured (self->training, s) != NULL)
      {
        stages[s] = *vw_training_job_get_measured (self->training, s);
        stages[s].reused = TRUE;
      }
  g_ptr_array_add (wish->work.runs,
                   vw_run_new (model, stages, predictions, g_get_real_time () / G_USEC_PER_SEC));
  wish->work.model = vw_model_ref (model);
  set_known (self, model, NULL);
  push (wish);
}

VwHistory *
vw_history_new (VwSession *session, VwTrainingJob *training, const char *folder)
{
  VwHistory *self = g_object_new (VW_TYPE_HISTORY, NULL);

  self->session = g_object_ref (session);
  self->training = g_object_ref (training);
  self->folder = g_strdup (folder);
  g_signal_connect_object (session, "notify::model", G_CALLBACK (follow_model), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (follow_dataset), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (training, "trained", G_CALLBACK (on_trained), self, G_CONNECT_SWAPPED);
  push (new_wish (self, &list_kind));
  return self;
}

char *
vw_history_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "visual-words", "runs", NULL);
}

GListModel *
vw_history_get_runs (VwHistory *self)
{
  g_return_val_if_fail (VW_IS_HISTORY (self), NULL);
  return G_LIST_MODEL (self->runs);
}

VwPastRun *
vw_history_get_current (VwHistory *self)
{
  g_return_val_if_fail (VW_IS_HISTORY (self), NULL);
  return self->current;
}

gboolean
vw_history_is_busy (VwHistory *self)
{
  g_return_val_if_fail (VW_IS_HISTORY (self), FALSE);
  return self->pending > 0;
}

void
vw_history_make_current (VwHistory *self, VwRun *run)
{
  push_run (self, &load_kind, run);
}

void
vw_history_rename (VwHistory *self, VwRun *run, const char *name)
{
  g_autoptr (VwRun) renamed = vw_run_rename (run, name);

  push_run (self, &rename_kind, renamed);
}

static void
push_runs (VwHistory *self, const WishKind *kind, GPtrArray *runs)
{
  Wish *wish = new_wish (self, kind);

  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add (wish->work.runs, vw_run_ref (runs->pdata[i]));
  push (wish);
}

void
vw_history_remove (VwHistory *self, GPtrArray *runs)
{
  push_runs (self, &remove_kind, runs);
}

void
vw_history_restore (VwHistory *self, GPtrArray *runs)
{
  push_runs (self, &restore_kind, runs);
}

void
vw_history_save_model (VwHistory *self, VwRun *run, const char *path)
{
  Wish *wish = new_wish (self, &save_kind);

  g_ptr_array_add (wish->work.runs, vw_run_ref (run));
  wish->work.path = g_strdup (path);
  push (wish);
}

static void
vw_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VwHistory *self = VW_HISTORY (object);

  if (id == PROP_CURRENT)
    g_value_set_object (value, self->current);
  else if (id == PROP_BUSY)
    g_value_set_boolean (value, vw_history_is_busy (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_history_dispose (GObject *object)
{
  VwHistory *self = VW_HISTORY (object);

  g_clear_object (&self->session);
  g_clear_object (&self->training);
  g_clear_object (&self->current);
  G_OBJECT_CLASS (vw_history_parent_class)->dispose (object);
}

static void
vw_history_finalize (GObject *object)
{
  VwHistory *self = VW_HISTORY (object);

  g_object_unref (self->runs);
  g_clear_pointer (&self->known, vw_model_unref);
  g_free (self->known_id);
  g_free (self->folder);
  G_OBJECT_CLASS (vw_history_parent_class)->finalize (object);
}

static void
vw_history_class_init (VwHistoryClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vw_history_get_property;
  object_class->dispose = vw_history_dispose;
  object_class->finalize = vw_history_finalize;
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, VW_TYPE_PAST_RUN, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[RENAMED]
      = g_signal_new ("renamed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
  signals[PROBLEMS] = g_signal_new ("problems", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
vw_history_init (VwHistory *self)
{
  self->runs = g_list_store_new (VW_TYPE_PAST_RUN);
}
