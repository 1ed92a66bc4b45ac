/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"
#include "core/parameters.h"

G_BEGIN_DECLS

/**
 * VwWorkload:
 * @parameters: of the run
 * @n_train, @n_test: images that it looks at
 * @pixels: of all levels of an image, where keypoints may lie
 * @descriptors: that an image should give, guessed
 *
 * What decides how long a training run takes.
 */
typedef struct {
  VwParameters parameters;
  guint n_train, n_test;
  double pixels, descriptors;
} VwWorkload;

void vw_workload_init (VwWorkload *self, VwDataset *dataset, const VwParameters *parameters);

/* A guess, good to a factor of about two, on processors of 2020; the quotient of two guesses is better
   than that. Always above 0. */
double vw_workload_seconds (const VwWorkload *self, VwStage stage);

G_END_DECLS
