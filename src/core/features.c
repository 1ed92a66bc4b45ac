/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/features.h"

#include <string.h>

#define IMAGES_PER_CHUNK 64

/* What a chunk of images gave, until its turn comes to be appended. */
typedef struct {
  guint counts[IMAGES_PER_CHUNK];
  guint n_images;
  gsize n_descriptors;
  GByteArray *descriptors;
  GByteArray *positions;
} Batch;

typedef struct {
  const VwDataset *dataset;
  VwSplit split;
  const VwParameters *parameters;
  VwFeatures *features;

  GMutex lock;        /* guards what is below and the growing of @features */
  GPtrArray *idle;    /* detectors that no thread is using */
  Batch **waiting;    /* finished chunks whose turn has not come */
  gsize next_chunk;   /* the next to append */
  gsize capacity;     /* descriptors that fit */
} Extraction;

void
vw_features_free (VwFeatures *self)
{
  g_free (self->offsets);
  g_free (self->descriptors);
  g_free (self->positions);
  g_free (self);
}

guint
vw_features_count_images (const VwFeatures *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_images; i++)
    n += self->offsets[i + 1] > self->offsets[i];
  return n;
}

static guint8
in_256ths (float coordinate, guint side)
{
  return (guint8) CLAMP (coordinate * 256.0f / (float) side, 0.0f, 255.0f);
}

guint8 *
vw_features_positions (const VwDetection *detection)
{
  guint8 *positions = g_malloc (2 * (gsize) detection->frame.n_keypoints);

  for (guint i = 0; i < detection->frame.n_keypoints; i++)
    {
      positions[2 * i] = in_256ths (detection->frame.keypoints[i].x, detection->width);
      positions[2 * i + 1] = in_256ths (detection->frame.keypoints[i].y, detection->height);
    }
  return positions;
}

static void
batch_free (Batch *self)
{
  g_byte_array_unref (self->descriptors);
  g_byte_array_unref (self->positions);
  g_free (self);
}

static void
batch_add (Batch *self, const VwDetection *detection)
{
  guint n = detection->frame.n_keypoints;
  g_autofree guint8 *positions = vw_features_positions (detection);

  self->counts[self->n_images++] = n;
  self->n_descriptors += n;
  g_byte_array_append (self->descriptors, detection->frame.descriptors, n * VW_DESCRIPTOR_BYTES);
  g_byte_array_append (self->positions, positions, 2 * n);
}

/* Grows by half: memory that is reserved but not written to is not resident. */
static void
reserve (Extraction *job, gsize n)
{
  VwFeatures *f = job->features;

  if (n <= job->capacity)
    return;
  job->capacity = MAX (n, job->capacity + job->capacity / 2);
  f->descriptors = g_realloc_n (f->descriptors, job->capacity, VW_DESCRIPTOR_BYTES);
  f->positions = g_realloc_n (f->positions, job->capacity, 2);
}

static void
append (Extraction *job, const Batch *batch, gsize chunk)
{
  VwFeatures *f = job->features;
  gsize image = chunk * IMAGES_PER_CHUNK;

  reserve (job, f->n_descriptors + batch->n_descriptors);
  memcpy (f->descriptors + f->n_descriptors * VW_DESCRIPTOR_BYTES, batch->descriptors->data,
          batch->descriptors->len);
  memcpy (f->positions + f->n_descriptors * 2, batch->positions->data, batch->positions->len);
  f->n_descriptors += batch->n_descriptors;
  for (guint i = 0; i < batch->n_images; i++)
    f->offsets[image + i + 1] = f->offsets[image + i] + batch->counts[i];
}

/* Appends the chunk and those that waited for it, in order. */
static void
hand_in (Extraction *job, Batch *batch, gsize chunk)
{
  g_mutex_lock (&job->lock);
  job->waiting[chunk] = batch;
  while (job->waiting[job->next_chunk] != NULL)
    {
      append (job, job->waiting[job->next_chunk], job->next_chunk);
      g_clear_pointer (&job->waiting[job->next_chunk], batch_free);
      job->next_chunk++;
    }
  g_mutex_unlock (&job->lock);
}

static VwDetector *
borrow_detector (Extraction *job, GError **error)
{
  VwDetector *detector = NULL;

  g_mutex_lock (&job->lock);
  if (job->idle->len > 0)
    detector = g_ptr_array_steal_index_fast (job->idle, job->idle->len - 1);
  g_mutex_unlock (&job->lock);
  if (detector != NULL)
    return detector;
  detector = vw_detector_new (job->parameters, vw_dataset_get_rows (job->dataset),
                              vw_dataset_get_cols (job->dataset), error);
  if (detector != NULL)
    vw_detector_skip_counts (detector);
  return detector;
}

static void
return_detector (Extraction *job, VwDetector *detector)
{
  g_mutex_lock (&job->lock);
  g_ptr_array_add (job->idle, detector);
  g_mutex_unlock (&job->lock);
}

static gboolean
extract_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Extraction *job = data;
  VwDetector *detector = borrow_detector (job, error);
  const VwDetection *detection = NULL;
  Batch *batch;

  if (detector == NULL)
    return FALSE;
  batch = g_new0 (Batch, 1);
  batch->descriptors = g_byte_array_new ();
  batch->positions = g_byte_array_new ();
  for (gsize i = begin; i < end; i++)
    {
      const guint8 *image = vw_dataset_get_image (job->dataset, job->split, (guint) i);

      detection = vw_detector_run (detector, image, error);
      if (detection == NULL)
        break;
      batch_add (batch, detection);
    }
  return_detector (job, detector);
  if (detection == NULL)
    {
      batch_free (batch);
      return FALSE;
    }
  hand_in (job, batch, chunk);
  return TRUE;
}

static guint
count_images (const VwDataset *dataset, VwSplit split, const VwParameters *parameters)
{
  guint all = vw_dataset_get_count (dataset, split);
  int most = split == VW_SPLIT_TRAIN ? parameters->max_train : parameters->max_test;

  return most > 0 ? MIN (all, (guint) most) : all;
}

static void
extraction_clear (Extraction *job, gsize n_chunks)
{
  for (gsize i = 0; i < n_chunks; i++)
    g_clear_pointer (&job->waiting[i], batch_free);
  g_free (job->waiting);
  g_ptr_array_unref (job->idle);
  g_mutex_clear (&job->lock);
}

VwFeatures *
vw_features_extract (const VwDataset *dataset, VwSplit split, const VwParameters *parameters,
                     const VwTask *task, GError **error)
{
  guint n = count_images (dataset, split, parameters);
  gsize n_chunks = vw_parallel_chunks (n, IMAGES_PER_CHUNK);
  g_autoptr (VwFeatures) features = g_new0 (VwFeatures, 1);
  Extraction job = { .dataset = dataset, .split = split, .parameters = parameters,
                     .features = features };
  gboolean done;

  features->n_images = n;
  features->offsets = g_new0 (gsize, (gsize) n + 1);
  job.idle = g_ptr_array_new_with_free_func ((GDestroyNotify) vw_detector_free);
  job.waiting = g_new0 (Batch *, n_chunks + 1); /* a last one that stays empty */
  g_mutex_init (&job.lock);
  done = vw_parallel_run (task, n, IMAGES_PER_CHUNK, extract_chunk, &job, error);
  extraction_clear (&job, n_chunks);
  if (!done)
    return NULL;
  features->descriptors
      = g_realloc_n (features->descriptors, features->n_descriptors, VW_DESCRIPTOR_BYTES);
  features->positions = g_realloc_n (features->positions, features->n_descriptors, 2);
  return g_steal_pointer (&features);
}
