/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vw_huge_pages_try_alloc:
 * @size: in bytes; some megabytes at least, or it is not worth it
 *
 * Memory that is gone through again and again, in pages of two megabytes where the system has them,
 * so that the processor need not look up every fourth kilobyte.
 *
 * Returns: (transfer full) (nullable): the memory, not cleared, to be freed with free(); or %NULL
 *   when there is not enough.
 */
gpointer vw_huge_pages_try_alloc (gsize size);

G_END_DECLS
