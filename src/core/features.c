/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/features.h"

#include "core/detector.h"

#include <math.h>
#include <string.h>

#define IMAGES_A_CHUNK 64

/* What a finished chunk found, until those before it are there too. */
typedef struct {
  GByteArray *descriptors;
  GByteArray *positions;
} Piece;

typedef struct {
  const VwDataset *dataset;
  VwSplit split;
  const VwParameters *parameters;
  const VwTask *task;
  VwFeatures *features;

  GMutex lock; /* guards what is below, and all of @features but the chunk's own offsets */
  GPtrArray *detectors; /* of VwDetector, idle */
  Piece *pieces;        /* one a chunk */
  gsize n_pieces, next; /* @next is the first that is not yet in @features */
  gsize capacity;       /* descriptors that @features has room for */
} Extraction;

static VwDetector *
take_detector (Extraction *extraction, GError **error)
{
  VwDetector *detector = NULL;

  g_mutex_lock (&extraction->lock);
  if (extraction->detectors->len > 0)
    detector = g_ptr_array_steal_index_fast (extraction->detectors, extraction->detectors->len - 1);
  g_mutex_unlock (&extraction->lock);
  if (detector != NULL)
    return detector;
  detector = vw_detector_new (extraction->parameters, vw_dataset_get_rows (extraction->dataset),
                              vw_dataset_get_cols (extraction->dataset), error);
  if (detector != NULL)
    {
      vw_detector_skip_counts (detector);
      vw_detector_skip_pixels (detector);
    }
  return detector;
}

static void
give_back (Extraction *extraction, VwDetector *detector)
{
  g_mutex_lock (&extraction->lock);
  g_ptr_array_add (extraction->detectors, detector);
  g_mutex_unlock (&extraction->lock);
}

static guint8
position (float at, guint side)
{
  return CLAMP (floorf (at * 256 / side), 0, 255);
}

guint8 *
vw_features_positions (const VwDetection *detection)
{
  guint8 *positions = g_malloc (VW_POSITION_BYTES * (gsize) detection->frame.n_keypoints);
  guint8 *next = positions;

  for (guint i = 0; i < detection->frame.n_keypoints; i++)
    {
      const VwKeypoint *keypoint = &detection->frame.keypoints[i];

      *next++ = position (keypoint->x, detection->width);
      *next++ = position (keypoint->y, detection->height);
      *next++ = (guint8) ((int) floorf (keypoint->angle * 256 / 360) & 255);
    }
  return positions;
}

static void
add_image (Piece *piece, const VwDetection *detection)
{
  guint n = detection->frame.n_keypoints;
  g_autofree guint8 *positions = vw_features_positions (detection);

  g_byte_array_append (piece->descriptors, detection->frame.descriptors, n * VW_DESCRIPTOR_BYTES);
  g_byte_array_append (piece->positions, positions, VW_POSITION_BYTES * n);
}

static void
make_room (Extraction *extraction, gsize n)
{
  VwFeatures *features = extraction->features;

  if (features->n_descriptors + n <= extraction->capacity)
    return;
  /* Pages that are not written to yet take no memory. */
  extraction->capacity = 2 * (features->n_descriptors + n);
  features->descriptors = g_realloc_n (features->descriptors, extraction->capacity,
                                       VW_DESCRIPTOR_BYTES);
  features->positions = g_realloc_n (features->positions, extraction->capacity,
                                     VW_POSITION_BYTES);
}

static void
append_piece (Extraction *extraction, Piece *piece)
{
  VwFeatures *features = extraction->features;
  gsize n = piece->positions->len / VW_POSITION_BYTES;

  make_room (extraction, n);
  if (n > 0)
    {
      memcpy (features->descriptors + features->n_descriptors * VW_DESCRIPTOR_BYTES,
              piece->descriptors->data, piece->descriptors->len);
      memcpy (features->positions + features->n_descriptors * VW_POSITION_BYTES,
              piece->positions->data, piece->positions->len);
    }
  features->n_descriptors += n;
  g_clear_pointer (&piece->descriptors, g_byte_array_unref);
  g_clear_pointer (&piece->positions, g_byte_array_unref);
}

/* Takes over @piece, and appends all pieces whose turn it is. */
static void
hand_in (Extraction *extraction, gsize chunk, Piece piece)
{
  g_mutex_lock (&extraction->lock);
  extraction->pieces[chunk] = piece;
  while (extraction->next < extraction->n_pieces
         && extraction->pieces[extraction->next].positions != NULL)
    append_piece (extraction, &extraction->pieces[extraction->next++]);
  g_mutex_unlock (&extraction->lock);
}

static gboolean
extract_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Extraction *extraction = data;
  g_autoptr (VwDetector) detector = take_detector (extraction, error);
  g_autoptr (GByteArray) descriptors = g_byte_array_new ();
  g_autoptr (GByteArray) positions = g_byte_array_new ();
  Piece piece = { descriptors, positions };

  if (detector == NULL)
    return FALSE;
  for (gsize i = begin; i < end; i++)
    {
      const guint8 *image = vw_dataset_get_image (extraction->dataset, extraction->split, i);
      const VwDetection *detection;

      /* With large images and OpenCV's engine a chunk takes long: don't leave this to its end. */
      if (vw_task_cancelled (extraction->task, error))
        return FALSE;
      detection = vw_detector_run (detector, image, error);
      if (detection == NULL)
        return FALSE;
      add_image (&piece, detection);
      extraction->features->offsets[i + 1] = detection->frame.n_keypoints;
    }
  give_back (extraction, g_steal_pointer (&detector));
  piece = (Piece){ g_steal_pointer (&descriptors), g_steal_pointer (&positions) };
  hand_in (extraction, chunk, piece);
  return TRUE;
}

static VwFeatures *
allocate_features (const VwDataset *dataset, VwSplit split, const VwParameters *parameters)
{
  VwFeatures *features = g_new0 (VwFeatures, 1);
  guint most = split == VW_SPLIT_TRAIN ? parameters->max_train : parameters->max_test;

  features->n_images = vw_dataset_get_count (dataset, split);
  if (most > 0)
    features->n_images = MIN (features->n_images, most);
  features->offsets = g_new0 (gsize, features->n_images + 1);
  return features;
}

/* Counts become offsets, and blocks as long as what is in them. */
static void
complete (VwFeatures *features)
{
  for (guint i = 0; i < features->n_images; i++)
    features->offsets[i + 1] += features->offsets[i];
  features->descriptors = g_realloc_n (features->descriptors, features->n_descriptors,
                                       VW_DESCRIPTOR_BYTES);
  features->positions
      = g_realloc_n (features->positions, features->n_descriptors, VW_POSITION_BYTES);
}

static void
clear_extraction (Extraction *extraction)
{
  for (gsize i = extraction->next; i < extraction->n_pieces; i++)
    {
      g_clear_pointer (&extraction->pieces[i].descriptors, g_byte_array_unref);
      g_clear_pointer (&extraction->pieces[i].positions, g_byte_array_unref);
    }
  g_free (extraction->pieces);
  g_ptr_array_unref (extraction->detectors);
  g_mutex_clear (&extraction->lock);
}

VwFeatures *
vw_features_extract (const VwDataset *dataset, VwSplit split, const VwParameters *parameters,
                     const VwTask *task, GError **error)
{
  g_autoptr (VwFeatures) features = allocate_features (dataset, split, parameters);
  Extraction extraction = { .dataset = dataset, .split = split, .parameters = parameters,
                            .task = task, .features = features };
  gboolean done;

  g_mutex_init (&extraction.lock);
  extraction.detectors = g_ptr_array_new_with_free_func ((GDestroyNotify) vw_detector_free);
  extraction.n_pieces = vw_parallel_chunks (features->n_images, IMAGES_A_CHUNK);
  extraction.pieces = g_new0 (Piece, extraction.n_pieces);
  done = vw_parallel_run (task, features->n_images, IMAGES_A_CHUNK, extract_chunk, &extraction,
                          error);
  clear_extraction (&extraction);
  if (!done)
    return NULL;
  complete (features);
  return g_steal_pointer (&features);
}

void
vw_features_free (VwFeatures *self)
{
  g_free (self->offsets);
  g_free (self->descriptors);
  g_free (self->positions);
  g_free (self);
}

void
vw_features_drop_descriptors (VwFeatures *self)
{
  g_clear_pointer (&self->descriptors, g_free);
}

guint
vw_features_count_images (const VwFeatures *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_images; i++)
    n += self->offsets[i + 1] > self->offsets[i];
  return n;
}
