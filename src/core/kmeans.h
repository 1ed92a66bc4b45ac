/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parallel.h"
#include "core/parameters.h"

G_BEGIN_DECLS

/**
 * vw_kmeans_run:
 * @descriptors: @n × 32 bytes; at least as many as words
 *
 * Mini-batch k-means in the manner of scikit-learn's MiniBatchKMeans: seeds from 3 × batch
 * descriptors, batches drawn with replacement, centres that are the mean of all they were ever
 * given, starved centres moved to a descriptor of the batch, an end when the smoothed batch
 * inertia has not improved for 10 batches, or after 100 times the data.
 * Source: Sculley, Web-scale k-means clustering, WWW 2010.
 *
 * Returns: (transfer full): words × 32 numbers, or %NULL with %G_IO_ERROR_CANCELLED.
 */
float *vw_kmeans_run (const guint8 *descriptors, gsize n, const VwParameters *parameters,
                      const VwTask *task, GError **error);

G_END_DECLS
