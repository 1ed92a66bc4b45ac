/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Stalls:
 * @held: (element-type double): a step each, in ms: the longest that the main loop worked on
 *   something between two times that it asked for events
 * @wall: (element-type double): the same with the time in which other threads had the processor
 *
 * How long the main loop could not answer. Everything between two polls counts, drawing too.
 */
typedef struct {
  GArray *held, *wall;
} Stalls;

/* Watches the default main context from now on; main thread. */
void stalls_watch (void);

void stalls_init (Stalls *self);
void stalls_clear (Stalls *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stalls, stalls_clear)

/* Lets the main loop run for a while and adds what it was held up meanwhile as a step. */
void stalls_step (Stalls *self, guint milliseconds);

/* Returns: how long @work takes on this thread, in ms, as in @held */
double stalls_time (void (*work) (void));

/* Returns: the value that @share of the steps do not exceed, in ms; 1 is the worst. */
double stalls_quantile (GArray *steps, double share);

G_END_DECLS
