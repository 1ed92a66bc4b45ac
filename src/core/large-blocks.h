/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VW_LARGE_BLOCK ((gsize) 1 << 20) /* bytes */

/**
 * vw_large_blocks_give_back:
 *
 * From now on large blocks of memory go back to the system when they are freed, on every thread.
 * GNU's allocator would learn from each one that is freed to take the next ones of its size from its
 * heaps, of which threads have many, and keeps up to twice that size free at the end of each: after
 * some trainings that is more than all that is in use. What runs for long calls this before it has
 * threads; nothing happens with an allocator that cannot be told.
 */
void vw_large_blocks_give_back (void);

G_END_DECLS
