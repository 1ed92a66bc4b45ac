/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The paper of a photo, as it would be without anything on it: a smooth surface of degree two
 * through all the pixels, and on top of it what is wider than any stroke.
 *
 * Source: the top-hat of mathematical morphology, Serra, Image Analysis and Mathematical
 * Morphology, 1982, for uneven light.
 */

/**
 * vw_paper_is_light:
 * @grey: width × height bytes
 *
 * Whether what stands on the paper is darker than it: most pixels are paper, and the few that are
 * not pull the third moment of the distances from the surface to their side.
 */
gboolean vw_paper_is_light (const guint8 *grey, guint width, guint height);

/**
 * vw_paper_remove:
 * @grey: (inout): width × height bytes, ink brighter than paper; becomes how much brighter
 *
 * Strokes may be as wide as a third of the longer side.
 */
gboolean vw_paper_remove (guint8 *grey, guint width, guint height, GError **error);

G_END_DECLS
