/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VwRandom:
 *
 * The only source of random numbers. The same seed gives the same numbers on every machine,
 * whatever the environment says. Not for several threads at once.
 * Source: O'Neill, PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms
 * for Random Number Generation, 2014 (PCG-XSH-RR 64/32).
 */
typedef struct {
  guint64 state;
} VwRandom;

void vw_random_init (VwRandom *self, guint64 seed);

/* Returns: any 32 bits. */
guint32 vw_random_bits (VwRandom *self);

/* Returns: 0 … @n − 1, all equally likely. @n must be positive. */
guint32 vw_random_below (VwRandom *self, guint32 n);

/* Returns: in [0, 1), with 53 random bits. */
double vw_random_unit (VwRandom *self);

G_END_DECLS
