/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/word-gallery.h"

#include "core/error.h"
#include "core/evaluation.h"
#include "core/upscale.h"
#include "core/word-tally.h"

#include <string.h>

#define IMAGES_A_CHUNK 32
#define FLUSH_FROM (VW_TALLY_MOST_PENDING / 2)
#define MOST_TALLIES ((gsize) 512 << 20) /* bytes of all threads' tallies */
#define MOST_KEPT 48000                  /* patches of all words */
#define LEAST_NEAREST 4
/* Of looking at one patch, in comparisons with a word. */
#define PATCH_COST 1600
#define MOST_COST 20e9

/* A thread's tools. */
typedef struct {
  VwDetector *detector;
  VwPatchCutter *cutter;
  VwWordTally *tally;
  guint16 *words;
} Worker;

typedef struct {
  VwModel *model;
  VwDataset *dataset;
  VwWordGallery *gallery;
  const VwTask *task;

  GMutex lock;     /* guards what is below */
  GPtrArray *idle; /* of Worker */
  guint64 *sums;
} Viewing;

static void
worker_free (Worker *self)
{
  g_clear_pointer (&self->detector, vw_detector_free);
  g_clear_pointer (&self->cutter, vw_patch_cutter_free);
  g_clear_pointer (&self->tally, vw_word_tally_free);
  g_free (self->words);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Worker, worker_free)

static Worker *
worker_new (const Viewing *viewing, GError **error)
{
  g_autoptr (Worker) self = g_new0 (Worker, 1);
  const VwWordGallery *gallery = viewing->gallery;

  self->detector
      = vw_detector_new (&viewing->model->parameters, vw_dataset_get_rows (viewing->dataset),
                         vw_dataset_get_cols (viewing->dataset), error);
  if (self->detector == NULL)
    return NULL;
  vw_detector_skip_counts (self->detector);
  self->tally = vw_word_tally_new (gallery->n_words, gallery->n_classes, gallery->n_nearest);
  return g_steal_pointer (&self);
}

static Worker *
take_worker (Viewing *viewing, GError **error)
{
  Worker *worker = NULL;

  g_mutex_lock (&viewing->lock);
  if (viewing->idle->len > 0)
    worker = g_ptr_array_steal_index_fast (viewing->idle, viewing->idle->len - 1);
  g_mutex_unlock (&viewing->lock);
  return worker != NULL ? worker : worker_new (viewing, error);
}

static void
give_back (Viewing *viewing, Worker *worker)
{
  g_mutex_lock (&viewing->lock);
  if (worker->tally->n_pending >= FLUSH_FROM)
    vw_word_tally_flush (worker->tally, viewing->sums);
  g_ptr_array_add (viewing->idle, worker);
  g_mutex_unlock (&viewing->lock);
}

/* The index within the split of the @i-th image that is looked at. */
static guint
image_at (const VwWordGallery *gallery, gsize i)
{
  return (guint) (i * gallery->n_total / gallery->n_images);
}

static void
tally_image (const Viewing *viewing, Worker *worker, const VwDetection *seen, guint image)
{
  const VwWordGallery *gallery = viewing->gallery;
  guint label = vw_dataset_get_labels (viewing->dataset, gallery->split)[image];
  guint8 pixels[VW_PATCH_PIXELS];

  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    {
      const VwKeypoint *k = &seen->frame.keypoints[i];
      const guint8 *descriptor = seen->frame.descriptors + (gsize) i * VW_DESCRIPTOR_BYTES;
      VwWordPatch found
          = { image,
              i,
              k->x,
              k->y,
              k->angle,
              k->octave,
              vw_vocabulary_distance (viewing->model->vocabulary, descriptor, worker->words[i]) };

      vw_patch_cutter_cut (worker->cutter, k, VW_PATCH_SIDE, pixels);
      vw_word_tally_add (worker->tally, worker->words[i], label, &found, pixels);
    }
}

static gboolean
look_at_image (const Viewing *viewing, Worker *worker, guint image, GError **error)
{
  static const VwTask alone = { .threads = 1 };
  const guint8 *stored = vw_dataset_get_image (viewing->dataset, viewing->gallery->split, image);
  const VwDetection *seen = vw_detector_run (worker->detector, stored, error);

  if (seen == NULL)
    return FALSE;
  if (worker->cutter == NULL)
    worker->cutter
        = vw_patch_cutter_new (&viewing->model->parameters, seen->width, seen->height, error);
  if (worker->cutter == NULL)
    return FALSE;
  worker->words = g_renew (guint16, worker->words, seen->frame.n_keypoints);
  if (!vw_vocabulary_assign (viewing->model->vocabulary, seen->frame.descriptors,
                             seen->frame.n_keypoints, worker->words, NULL, &alone, error))
    return FALSE;
  vw_patch_cutter_load (worker->cutter, seen->pixels);
  tally_image (viewing, worker, seen, image);
  return TRUE;
}

static gboolean
look_at_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Viewing *viewing = data;
  g_autoptr (Worker) worker = take_worker (viewing, error);

  if (worker == NULL)
    return FALSE;
  for (gsize i = begin; i < end; i++)
    if (vw_task_cancelled (viewing->task, error)
        || !look_at_image (viewing, worker, image_at (viewing->gallery, i), error))
      return FALSE;
  give_back (viewing, g_steal_pointer (&worker));
  return TRUE;
}

static void
take_means (VwWordGallery *gallery, const guint64 *sums)
{
  for (guint w = 0; w < gallery->n_words; w++)
    for (gsize i = (gsize) w * VW_PATCH_PIXELS; i < (w + (gsize) 1) * VW_PATCH_PIXELS; i++)
      gallery->means[i] = gallery->patches[w] > 0
                              ? (guint8) ((sums[i] + gallery->patches[w] / 2) / gallery->patches[w])
                              : 0;
}

/* All that was seen goes from the workers into the gallery. */
static void
conclude (Viewing *viewing)
{
  VwWordGallery *gallery = viewing->gallery;
  g_autoptr (VwWordTally) all
      = vw_word_tally_new (gallery->n_words, gallery->n_classes, gallery->n_nearest);

  for (guint i = 0; i < viewing->idle->len; i++)
    {
      Worker *worker = g_ptr_array_index (viewing->idle, i);

      vw_word_tally_flush (worker->tally, viewing->sums);
      vw_word_tally_merge (all, worker->tally);
    }
  vw_word_tally_sort (all);
  gallery->patches = g_steal_pointer (&all->patches);
  gallery->by_class = g_steal_pointer (&all->by_class);
  gallery->images = g_steal_pointer (&all->images);
  gallery->kept = g_steal_pointer (&all->kept);
  gallery->nearest = g_steal_pointer (&all->nearest);
  for (guint w = 0; w < gallery->n_words; w++)
    {
      gallery->n_patches += gallery->patches[w];
      for (guint c = 0; c < gallery->n_classes; c++)
        gallery->class_patches[c] += gallery->by_class[(gsize) w * gallery->n_classes + c];
    }
  take_means (gallery, viewing->sums);
}

static gboolean
look_at_images (Viewing *viewing, const VwTask *task, GError **error)
{
  VwWordGallery *gallery = viewing->gallery;
  gsize size = vw_word_tally_size (gallery->n_words, gallery->n_classes, gallery->n_nearest);
  VwTask few = *task;
  gboolean done;

  few.threads = MIN (vw_task_threads (task), MAX (MOST_TALLIES / size, 1));
  g_mutex_init (&viewing->lock);
  viewing->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) worker_free);
  viewing->sums = g_new0 (guint64, (gsize) gallery->n_words * VW_PATCH_PIXELS);
  done = vw_parallel_run (&few, gallery->n_images, IMAGES_A_CHUNK, look_at_chunk, viewing, error);
  if (done)
    conclude (viewing);
  g_ptr_array_unref (viewing->idle);
  g_free (viewing->sums);
  g_mutex_clear (&viewing->lock);
  return done;
}

/* Cuts the nearest patches of one word after another: only now is it known which they are. */
static gboolean
cut_nearest (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Viewing *viewing = data;
  VwWordGallery *gallery = viewing->gallery;
  const VwParameters *parameters = &viewing->model->parameters;
  g_autoptr (VwUpscaler) upscaler = vw_upscaler_new (
      parameters, vw_dataset_get_rows (viewing->dataset), vw_dataset_get_cols (viewing->dataset));
  g_autoptr (VwPatchCutter) cutter = vw_patch_cutter_new (
      parameters, vw_upscaler_get_width (upscaler), vw_upscaler_get_height (upscaler), error);

  for (gsize i = begin; cutter != NULL && i < end; i++)
    {
      const VwWordPatch *found = &gallery->nearest[i];
      VwKeypoint keypoint
          = { .x = found->x, .y = found->y, .angle = found->angle, .octave = found->octave };
      const guint8 *pixels;

      if (vw_task_cancelled (viewing->task, error))
        return FALSE;
      if (i % gallery->n_nearest >= gallery->kept[i / gallery->n_nearest])
        continue;
      pixels = vw_upscaler_run (
          upscaler, vw_dataset_get_image (viewing->dataset, gallery->split, found->image), error);
      if (pixels == NULL)
        return FALSE;
      vw_patch_cutter_load (cutter, pixels);
      vw_patch_cutter_cut (cutter, &keypoint, VW_PATCH_SIDE, gallery->pixels + i * VW_PATCH_PIXELS);
    }
  return cutter != NULL;
}

static guint
count_images (const VwModel *model, const VwDataset *dataset, VwSplit split)
{
  guint n = vw_dataset_get_count (dataset, split);
  guint most = split == VW_SPLIT_TRAIN ? model->parameters.max_train : model->parameters.max_test;

  return most > 0 ? MIN (n, most) : n;
}

static VwWordGallery *
gallery_new (const VwModel *model, const VwDataset *dataset, VwSplit split, guint n_images)
{
  VwWordGallery *self = g_new0 (VwWordGallery, 1);
  gsize n_words = vw_vocabulary_get_words (model->vocabulary);

  g_atomic_ref_count_init (&self->refs);
  self->split = split;
  self->n_words = (guint) n_words;
  self->n_classes = vw_dataset_get_n_classes (dataset);
  self->n_total = count_images (model, dataset, split);
  self->n_images = n_images > 0 ? MIN (n_images, self->n_total) : self->n_total;
  self->n_nearest = CLAMP (MOST_KEPT / (guint) n_words, LEAST_NEAREST, VW_GALLERY_MOST_NEAREST);
  self->class_patches = g_new0 (guint64, self->n_classes);
  self->means = g_malloc0_n (n_words, VW_PATCH_PIXELS);
  self->pixels = g_malloc0_n (n_words * self->n_nearest, VW_PATCH_PIXELS);
  return self;
}

guint
vw_word_gallery_plan (const VwModel *model, const VwDataset *dataset, VwSplit split)
{
  guint n = count_images (model, dataset, split);
  double per_image = model->train_descriptors / (double) MAX (model->train_total, 1);
  double cost = per_image * (vw_vocabulary_get_words (model->vocabulary) + PATCH_COST);

  return n * cost <= MOST_COST ? n : (guint) MAX (MOST_COST / cost / 1000, 1) * 1000;
}

VwWordGallery *
vw_word_gallery_new (VwModel *model, VwDataset *dataset, VwSplit split, guint n_images,
                     const VwTask *task, GError **error)
{
  static const VwTask silent = { 0 };
  g_autoptr (VwWordGallery) gallery = NULL;
  Viewing viewing = { .model = model, .dataset = dataset, .task = task };
  VwSubtask looking, cutting;

  if (!vw_model_check_classes (model, dataset, error))
    return NULL;
  gallery = viewing.gallery = gallery_new (model, dataset, split, n_images);
  task = task != NULL ? task : &silent;
  if (!look_at_images (&viewing, vw_subtask_init (&looking, task, 0, .95), error)
      || !vw_parallel_run (vw_subtask_init (&cutting, task, .95, 1),
                           (gsize) gallery->n_words * gallery->n_nearest, MOST_KEPT / 100,
                           cut_nearest, &viewing, error))
    return NULL;
  return g_steal_pointer (&gallery);
}

VwWordGallery *
vw_word_gallery_ref (VwWordGallery *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_word_gallery_unref (VwWordGallery *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->patches);
  g_free (self->images);
  g_free (self->class_patches);
  g_free (self->by_class);
  g_free (self->means);
  g_free (self->kept);
  g_free (self->nearest);
  g_free (self->pixels);
  g_free (self);
}

const guint8 *
vw_word_gallery_mean (const VwWordGallery *self, guint word)
{
  return self->means + (gsize) word * VW_PATCH_PIXELS;
}

const VwWordPatch *
vw_word_gallery_nearest (const VwWordGallery *self, guint word)
{
  return self->nearest + (gsize) word * self->n_nearest;
}

const guint8 *
vw_word_gallery_pixels (const VwWordGallery *self, guint word, guint rank)
{
  return self->pixels + ((gsize) word * self->n_nearest + rank) * VW_PATCH_PIXELS;
}
