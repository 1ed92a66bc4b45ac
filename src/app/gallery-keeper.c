/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gallery-keeper.h"

struct _VwGalleryKeeper {
  GObject parent_instance;

  VwSession *session;
  VwJob *job;
  VwModel *model; /* that it works or worked for, like the data */
  VwDataset *dataset;
  GError *error;
};

/* What a gallery is made from, for the worker. */
typedef struct {
  VwModel *model;
  VwDataset *dataset;
} Wish;

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwGalleryKeeper, vw_gallery_keeper, G_TYPE_OBJECT)

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  vw_model_unref (wish->model);
  vw_dataset_unref (wish->dataset);
  g_free (wish);
}

/* A VwJobFunc. */
static gpointer
make_gallery (gpointer input, const VwTask *task, GError **error)
{
  const Wish *wish = input;
  guint n = vw_word_gallery_plan (wish->model, wish->dataset, VW_SPLIT_TRAIN);

  return vw_word_gallery_new (wish->model, wish->dataset, VW_SPLIT_TRAIN, n, task, error);
}

static void
on_made (gpointer result, const GError *error, gpointer data)
{
  VwGalleryKeeper *self = data;
  g_autoptr (VwWordGallery) gallery = result;

  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (gallery != NULL)
    vw_session_set_gallery (self->session, gallery);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget (VwGalleryKeeper *self)
{
  g_clear_pointer (&self->model, vw_model_unref);
  g_clear_pointer (&self->dataset, vw_dataset_unref);
}

void
vw_gallery_keeper_start (VwGalleryKeeper *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  VwModel *model = vw_session_get_model (self->session);
  Wish *wish;

  g_return_if_fail (VW_IS_GALLERY_KEEPER (self));
  if (!vw_session_model_is_of_dataset (self->session))
    return;
  g_clear_error (&self->error);
  forget (self);
  self->model = vw_model_ref (model);
  self->dataset = vw_dataset_ref (dataset);
  wish = g_new (Wish, 1);
  *wish = (Wish){ vw_model_ref (model), vw_dataset_ref (dataset) };
  vw_job_start (self->job, &(VwJobWork){ make_gallery, wish, wish_free,
                                         (GDestroyNotify) vw_word_gallery_unref, on_made, self });
  g_signal_emit (self, signals[CHANGED], 0);
}

void
vw_gallery_keeper_stop (VwGalleryKeeper *self)
{
  g_return_if_fail (VW_IS_GALLERY_KEEPER (self));
  vw_job_cancel (self->job);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The same data may have been opened once more: the session forgets the gallery with the former. */
static gboolean
is_present (VwGalleryKeeper *self)
{
  return self->model == vw_session_get_model (self->session)
         && self->dataset == vw_session_get_dataset (self->session);
}

static void
follow_wish (VwGalleryKeeper *self)
{
  if (!vw_session_is_gallery_wanted (self->session))
    {
      forget (self);
      vw_gallery_keeper_stop (self);
    }
  else if (!is_present (self))
    vw_gallery_keeper_start (self);
}

VwGalleryKeeper *
vw_gallery_keeper_new (VwSession *session)
{
  VwGalleryKeeper *self = g_object_new (VW_TYPE_GALLERY_KEEPER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::gallery-wanted", G_CALLBACK (follow_wish), self,
                           G_CONNECT_SWAPPED);
  return self;
}

VwJob *
vw_gallery_keeper_get_job (VwGalleryKeeper *self)
{
  g_return_val_if_fail (VW_IS_GALLERY_KEEPER (self), NULL);
  return self->job;
}

const GError *
vw_gallery_keeper_get_error (VwGalleryKeeper *self)
{
  g_return_val_if_fail (VW_IS_GALLERY_KEEPER (self), NULL);
  return self->error;
}

static void
vw_gallery_keeper_dispose (GObject *object)
{
  VwGalleryKeeper *self = VW_GALLERY_KEEPER (object);

  if (self->job != NULL)
    vw_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  forget (self);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (vw_gallery_keeper_parent_class)->dispose (object);
}

static void
vw_gallery_keeper_class_init (VwGalleryKeeperClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_gallery_keeper_dispose;
  signals[CHANGED] = g_signal_new ("changed", VW_TYPE_GALLERY_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vw_gallery_keeper_init (VwGalleryKeeper *self)
{
  self->job = vw_job_new ();
}
