/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/distribution.h"

G_BEGIN_DECLS

/**
 * VwClassSpreads:
 * @spreads: of each class; 0 throughout for a class without digits
 * @n_digits: of each class
 * @n_without: how many of them have no keypoint
 * @total: of all classes
 *
 * How keypoint counts spread over the digits of each class.
 */
typedef struct {
  guint n_classes;
  VwPlotSpread *spreads;
  guint *n_digits, *n_without;
  guint total;
} VwClassSpreads;

/**
 * vw_class_spreads_init:
 * @labels: @n of them, below @n_classes
 * @values: the number of keypoints of each
 *
 * Quantiles between two values are interpolated, as NumPy's are by default. Linear in @n and in the
 * largest value.
 */
void vw_class_spreads_init (VwClassSpreads *self, const guint8 *labels, const guint *values,
                            guint n, guint n_classes);
void vw_class_spreads_clear (VwClassSpreads *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwClassSpreads, vw_class_spreads_clear)

G_END_DECLS
