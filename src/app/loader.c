/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/loader.h"

#include "app/job.h"
#include "core/evaluation.h"

/* Data, and what it took to read them. */
typedef struct {
  VwDataset *dataset;
  VwStageRecord record;
} Loaded;

typedef struct {
  VwDataset *dataset;
  VwModel *model;
} Pair;

struct _VwLoader {
  GObject parent_instance;

  VwSession *session;
  VwJob *data, *model, *prediction;
  char *data_path, *model_path; /* being read; NULL for the sample */
};

enum { PROP_SESSION = 1, PROP_LOADING, N_PROPS };
enum { LOADED, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwLoader, vw_loader, G_TYPE_OBJECT)

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->dataset, vw_dataset_unref);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static void
pair_free (Pair *pair)
{
  vw_dataset_unref (pair->dataset);
  vw_model_unref (pair->model);
  g_free (pair);
}

typedef VwDataset *(*LoadFunc) (const char *source, const VwTask *task, GError **error);

/* On a worker, like the next four. */
static gpointer
read_dataset_with (LoadFunc load, const char *path, const VwTask *task, GError **error)
{
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);
  VwUsage usage;

  vw_usage_start (&usage);
  loaded->dataset = load (path != NULL ? path : "sample", task, error);
  if (loaded->dataset == NULL)
    return NULL;
  vw_usage_read (&usage, &loaded->record);
  loaded->record.finished = TRUE;
  return g_steal_pointer (&loaded);
}

static gpointer
read_dataset (gpointer path, const VwTask *task, GError **error)
{
  return read_dataset_with (vw_dataset_load, path, task, error);
}

static gpointer
read_dataset_as_stored (gpointer path, const VwTask *task, GError **error)
{
  return read_dataset_with (vw_dataset_load_as_stored, path, task, error);
}

static gpointer
read_model (gpointer path, const VwTask *task, GError **error)
{
  return vw_model_load (path, error);
}

static gpointer
predict (gpointer data, const VwTask *task, GError **error)
{
  Pair *pair = data;
  g_autoptr (VwMetrics) metrics = NULL;
  GArray *predictions = NULL;

  metrics = vw_model_evaluate (pair->model, pair->dataset, task, &predictions, error);
  return metrics != NULL ? predictions : NULL;
}

static void
take_predictions (gpointer result, const GError *error, gpointer data)
{
  VwLoader *self = data;
  g_autoptr (GArray) predictions = result;
  g_autoptr (VwModel) model = vw_model_ref (vw_session_get_model (self->session));

  if (predictions != NULL)
    vw_session_set_model (self->session, model, predictions);
  else
    g_signal_emit (self, signals[FAILED], 0, self->model_path, error, TRUE);
}

static void
update_predictions (VwLoader *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  VwModel *model = vw_session_get_model (self->session);
  VwJobWork work = { predict, NULL, (GDestroyNotify) pair_free, (GDestroyNotify) g_array_unref,
                     take_predictions, self };
  Pair *pair;

  vw_job_cancel (self->prediction);
  if (dataset == NULL || model == NULL || vw_session_get_predictions (self->session) != NULL
      || g_strcmp0 (model->data_sha256, vw_dataset_get_sha256 (dataset)) != 0)
    return;
  pair = g_new (Pair, 1);
  *pair = (Pair){ vw_dataset_ref (dataset), vw_model_ref (model) };
  work.input = pair;
  vw_job_start (self->prediction, &work);
}

static void
take_dataset (gpointer result, const GError *error, gpointer data)
{
  VwLoader *self = data;
  g_autoptr (Loaded) loaded = result;

  if (loaded == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, self->data_path, error, FALSE);
      return;
    }
  vw_session_set_dataset (self->session, loaded->dataset);
  g_signal_emit (self, signals[LOADED], 0, self->data_path, &loaded->record);
}

static void
take_model (gpointer result, const GError *error, gpointer data)
{
  VwLoader *self = data;
  g_autoptr (VwModel) model = result;

  if (model == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, self->model_path, error, TRUE);
      return;
    }
  vw_session_set_model (self->session, model, NULL);
  g_signal_emit (self, signals[LOADED], 0, self->model_path, NULL);
}

VwLoader *
vw_loader_new (VwSession *session)
{
  return g_object_new (VW_TYPE_LOADER, "session", session, NULL);
}

static void
start_data (VwLoader *self, VwJobFunc read, const char *path)
{
  const VwJobWork work = { read, g_strdup (path), g_free, (GDestroyNotify) loaded_free,
                           take_dataset, self };

  g_free (self->data_path);
  self->data_path = g_strdup (path);
  vw_job_start (self->data, &work);
}

void
vw_loader_open (VwLoader *self, const char *path)
{
  start_data (self, read_dataset, path);
}

void
vw_loader_open_as_stored (VwLoader *self, const char *path)
{
  start_data (self, read_dataset_as_stored, path);
}

void
vw_loader_open_model (VwLoader *self, const char *path)
{
  const VwJobWork work = { read_model, g_strdup (path), g_free, (GDestroyNotify) vw_model_unref,
                           take_model, self };

  g_free (self->model_path);
  self->model_path = g_strdup (path);
  vw_job_start (self->model, &work);
}

gboolean
vw_loader_is_loading (VwLoader *self)
{
  return vw_job_is_running (self->data) || vw_job_is_running (self->model);
}

static void
notify_loading (VwLoader *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
vw_loader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, vw_loader_is_loading (VW_LOADER (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_loader_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VwLoader *self = VW_LOADER (object);

  if (id == PROP_SESSION)
    self->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_loader_constructed (GObject *object)
{
  VwLoader *self = VW_LOADER (object);

  G_OBJECT_CLASS (vw_loader_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "notify::dataset", G_CALLBACK (update_predictions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::model", G_CALLBACK (update_predictions), self,
                           G_CONNECT_SWAPPED);
}

static void
vw_loader_dispose (GObject *object)
{
  VwLoader *self = VW_LOADER (object);

  g_signal_handlers_disconnect_by_data (self->data, self);
  g_signal_handlers_disconnect_by_data (self->model, self);
  vw_job_cancel (self->data);
  vw_job_cancel (self->model);
  vw_job_cancel (self->prediction);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_loader_parent_class)->dispose (object);
}

static void
vw_loader_finalize (GObject *object)
{
  VwLoader *self = VW_LOADER (object);

  g_clear_object (&self->data);
  g_clear_object (&self->model);
  g_clear_object (&self->prediction);
  g_free (self->data_path);
  g_free (self->model_path);
  G_OBJECT_CLASS (vw_loader_parent_class)->finalize (object);
}

static void
vw_loader_class_init (VwLoaderClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->get_property = vw_loader_get_property;
  object_class->set_property = vw_loader_set_property;
  object_class->constructed = vw_loader_constructed;
  object_class->dispose = vw_loader_dispose;
  object_class->finalize = vw_loader_finalize;
  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, VW_TYPE_SESSION,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LOADED] = g_signal_new ("loaded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_ERROR, G_TYPE_BOOLEAN);
}

static void
vw_loader_init (VwLoader *self)
{
  self->data = vw_job_new ();
  self->model = vw_job_new ();
  self->prediction = vw_job_new ();
  g_signal_connect_swapped (self->data, "notify::running", G_CALLBACK (notify_loading), self);
  g_signal_connect_swapped (self->model, "notify::running", G_CALLBACK (notify_loading), self);
}
