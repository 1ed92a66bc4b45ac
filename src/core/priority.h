/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Niceness for work that somebody waits for less than for the window: what a batch job has. */
#define VW_PRIORITY_BACKGROUND 10

/* Returns: the niceness of the calling thread, -20 … 19; 0 where threads have none of their own */
int vw_priority_niceness (void);

/**
 * vw_priority_lower:
 *
 * Gives the calling thread @niceness, for good: only an administrator may take it back. Nothing happens
 * to a thread that is nicer already, nor where threads have no niceness of their own. Any thread.
 */
void vw_priority_lower (int niceness);

G_END_DECLS
