/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parallel.h"
#include "core/parameters.h"

G_BEGIN_DECLS

/**
 * vw_kmajority_run:
 * @descriptors: @n × 32 bytes; at least as many as words
 *
 * k-majority: k-means on the 256 bits, where the centre of a cluster has each bit as most of its
 * members do; a tie keeps the bit. Works on a random sample of at most 200,000 descriptors, or 100
 * a word, whichever is more, until the total distance falls by less than a thousandth; an empty
 * cluster moves to the descriptor that is farthest from its own word.
 * Source: Grana, Borghesani, Manfredi & Cucchiara, A fast approach for integrating ORB
 * descriptors in the bag of words model, 2013.
 *
 * Returns: (transfer full): words × 32 bytes, or %NULL with %G_IO_ERROR_CANCELLED.
 */
guint8 *vw_kmajority_run (const guint8 *descriptors, gsize n, const VwParameters *parameters,
                          const VwTask *task, GError **error);

G_END_DECLS
