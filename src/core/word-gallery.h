/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"
#include "core/model.h"
#include "core/patch.h"

G_BEGIN_DECLS

#define VW_GALLERY_MOST_NEAREST 24 /* patches kept of a word */

/**
 * VwWordPatch:
 * @image: index within the split
 * @keypoint: index within what the detector finds on the image
 * @x, @y, @angle, @octave: of the keypoint
 * @distance: of its descriptor to the word
 *
 * One of the patches nearest to a word.
 */
typedef struct {
  guint32 image, keypoint;
  float x, y, angle;
  gint32 octave;
  double distance;
} VwWordPatch;

/**
 * VwWordGallery:
 * @split, @n_total: the split, and how many of its images the model works with
 * @n_images: how many of them were looked at, evenly spread; all when equal to @n_total
 * @n_nearest: how many patches are kept of a word at most: 24, fewer with over 2,000 words
 * @n_patches: keypoints of all images
 * @patches: of each word
 * @images: of each word: images that have it
 * @class_patches: of each class
 * @by_class: words × classes: patches of the word from images of the class
 * @means: words × %VW_PATCH_PIXELS: the rounded mean of the word's patches, 0 without any
 * @kept: of each word: how many nearest patches there are
 * @nearest: words × n_nearest, by distance, then image, then keypoint
 * @pixels: words × n_nearest × %VW_PATCH_PIXELS: those patches
 *
 * What a model's visual words look like in the images of a split. Immutable once made and
 * reference-counted.
 */
typedef struct {
  gatomicrefcount refs; /* private */
  VwSplit split;
  guint n_words, n_classes;
  guint n_total, n_images;
  guint n_nearest;
  guint64 n_patches;
  guint64 *patches;
  guint *images;
  guint64 *class_patches;
  guint64 *by_class;
  guint8 *means;
  guint *kept;
  VwWordPatch *nearest;
  guint8 *pixels;
} VwWordGallery;

/**
 * vw_word_gallery_plan:
 *
 * How many images vw_word_gallery_new() should look at so that it takes some seconds on a usual
 * machine: all of them, but for a model with very many keypoints and words. Decided by the
 * model alone, not by the clock.
 */
guint vw_word_gallery_plan (const VwModel *model, const VwDataset *dataset, VwSplit split);

/**
 * vw_word_gallery_new:
 * @n_images: how many images to look at, evenly spread over those of the split that the model's
 *   max-train or max-test leaves; 0 for all
 *
 * Finds the keypoints of the images with the model's parameters, gives each its word and gathers
 * what each word's patches are like. Descriptors are not kept: memory grows with the words, not
 * with the images. The same bytes on any number of threads.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_MISMATCH when the data have other classes
 *   than the model, or %G_IO_ERROR_CANCELLED.
 */
VwWordGallery *vw_word_gallery_new (VwModel *model, VwDataset *dataset, VwSplit split,
                                    guint n_images, const VwTask *task, GError **error);
VwWordGallery *vw_word_gallery_ref (VwWordGallery *self);
void vw_word_gallery_unref (VwWordGallery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwWordGallery, vw_word_gallery_unref)

/* Returns: (transfer none): %VW_PATCH_PIXELS bytes. */
const guint8 *vw_word_gallery_mean (const VwWordGallery *self, guint word);

/* Returns: (transfer none): the word's self->kept[word] nearest patches. */
const VwWordPatch *vw_word_gallery_nearest (const VwWordGallery *self, guint word);

/* Returns: (transfer none): %VW_PATCH_PIXELS bytes of the nearest patch of that rank. */
const guint8 *vw_word_gallery_pixels (const VwWordGallery *self, guint word, guint rank);

G_END_DECLS
