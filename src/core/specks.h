/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vw_specks_remove:
 * @mask: (inout): width × height bytes, not 0 where there is ink; cleared where there was a speck
 * @share: what has less than this share of the largest spot's pixels is a speck
 *
 * A spot is a piece of ink that hangs together, corners too.
 *
 * Returns: how many specks there were.
 */
guint vw_specks_remove (guint8 *mask, guint width, guint height, double share);

G_END_DECLS
