/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "app/session.h"

G_BEGIN_DECLS

/* The number of keypoints of a digit that was not counted yet. */
#define VW_COUNT_UNKNOWN G_MAXUINT

#define VW_TYPE_DIGIT_COUNTS (vw_digit_counts_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitCounts, vw_digit_counts, VW, DIGIT_COUNTS, GObject)

/**
 * VwDigitCounts:
 *
 * How many keypoints each digit of a split has, counted in the background. Other settings make all
 * counts unknown at once; counting starts over when they have stayed the same for a moment. The
 * signal "changed" comes then, at most 10 times a second
 * while counting goes on, and at its end. Main thread only.
 */
VwDigitCounts *vw_digit_counts_new (void);

/**
 * vw_digit_counts_start:
 * @dataset: (nullable): %NULL forgets all counts
 *
 * Starts to count, unless the same digits were or are being counted with settings that give the
 * same keypoints.
 */
void vw_digit_counts_start (VwDigitCounts *self, VwDataset *dataset, VwSplit split,
                            const VwParameters *settings);

/* Counts the session's split with the session's settings, now and whenever they change. */
void vw_digit_counts_follow (VwDigitCounts *self, VwSession *session);

/* Counts the digits from @index on next: those that are being looked at. */
void vw_digit_counts_prefer (VwDigitCounts *self, guint index);

/* Returns: the number of keypoints, or %VW_COUNT_UNKNOWN. */
guint vw_digit_counts_get (VwDigitCounts *self, guint index);

/* Counting, or about to. */
gboolean vw_digit_counts_is_running (VwDigitCounts *self);

/* Returns: 0 … 1 of the digits while it counts, else 0. */
double vw_digit_counts_get_fraction (VwDigitCounts *self);

/* Whether no count of the split is unknown. */
gboolean vw_digit_counts_are_complete (VwDigitCounts *self);

G_END_DECLS
