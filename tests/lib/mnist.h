/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The full MNIST, read from the folder that VW_MNIST_DIR names. */

#define MNIST_SIDE 28
#define MNIST_TRAIN 60000
#define MNIST_TEST 10000

/**
 * mnist_load_images:
 * @test: the test split instead of the train split
 *
 * Returns: (transfer full) (nullable): n × 28 × 28 bytes; %NULL, with the running test marked as
 *   skipped, when VW_MNIST_DIR is not set.
 */
GBytes *mnist_load_images (gboolean test);

/* Same for the labels: n bytes. */
GBytes *mnist_load_labels (gboolean test);

/* All 70,000 digits, train first. */
GBytes *mnist_load_all_images (void);
