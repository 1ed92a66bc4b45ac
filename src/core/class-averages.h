/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"
#include "core/parameters.h"

G_BEGIN_DECLS

/* Images of a class that are looked at: all that MNIST has for a test. */
#define VW_CLASS_SAMPLE 1200

/**
 * VwClassAverage:
 * @n_images: how many were looked at
 * @corners: left after suppression on all levels, on average; 0 when the engine does not tell
 * @keypoints: on average
 * @outside: share of level 0's corners that lie outside its window, all but the border
 * @middle: share of them that lie in the middle of the window, half as wide and half as high
 */
typedef struct {
  guint n_images;
  double corners, keypoints;
  double outside, middle;
} VwClassAverage;

/**
 * VwClassAverages:
 * @all: over all images that were looked at
 * @classes: @n_classes of them
 */
typedef struct {
  VwClassAverage all;
  guint n_classes;
  VwClassAverage *classes;
} VwClassAverages;

/**
 * vw_class_averages_find:
 * @task: (nullable): threads, progress, cancelling
 *
 * Where the corners of a split's classes lie and how many become keypoints, over the first
 * %VW_CLASS_SAMPLE images of each class. The same on any number of threads.
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_PARAMETER, %VW_ERROR_SYSTEM or
 *   %G_IO_ERROR_CANCELLED.
 */
VwClassAverages *vw_class_averages_find (const VwDataset *dataset, VwSplit split,
                                         const VwParameters *parameters, const VwTask *task,
                                         GError **error);
void vw_class_averages_free (VwClassAverages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwClassAverages, vw_class_averages_free)

/**
 * VwClassTrait:
 * @VW_CLASS_TRAIT_NONE: no image of the class was looked at
 * @VW_CLASS_TRAIT_KEYPOINTS: only the keypoints are known
 * @VW_CLASS_TRAIT_NOTHING: no image of any class has a keypoint
 * @VW_CLASS_TRAIT_FEW: the class has few corners to begin with
 * @VW_CLASS_TRAIT_RING: its corners lie outside the window more than others' do, and leave its
 *   middle empty
 * @VW_CLASS_TRAIT_OUTSIDE: they lie outside more than others' do
 * @VW_CLASS_TRAIT_INSIDE: they lie inside more than others' do
 * @VW_CLASS_TRAIT_ALIKE: none of these
 *
 * How a class differs from all.
 */
typedef enum {
  VW_CLASS_TRAIT_NONE,
  VW_CLASS_TRAIT_KEYPOINTS,
  VW_CLASS_TRAIT_NOTHING,
  VW_CLASS_TRAIT_FEW,
  VW_CLASS_TRAIT_RING,
  VW_CLASS_TRAIT_OUTSIDE,
  VW_CLASS_TRAIT_INSIDE,
  VW_CLASS_TRAIT_ALIKE,
} VwClassTrait;

VwClassTrait vw_class_averages_get_trait (const VwClassAverages *self, guint label);

/* Returns: (transfer none): "ring", "few-corners" … for files and scripts. */
const char *vw_class_trait_name (VwClassTrait code);

G_END_DECLS
