/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb-trace.h"

G_BEGIN_DECLS

#define VW_RING_PIXELS 16

/**
 * VwFastRing:
 * @centre: grey value of the pixel
 * @x, @y: of the ring's pixels, from the centre, in their order round it
 * @grey: their values
 * @first, @length: the longest arc of pixels that are all above @centre + the threshold, or all
 *   below @centre − the threshold
 * @above: which of the two
 *
 * What FAST sees at a pixel.
 */
typedef struct {
  int centre;
  int x[VW_RING_PIXELS], y[VW_RING_PIXELS];
  int grey[VW_RING_PIXELS];
  guint first, length;
  gboolean above;
} VwFastRing;

/* @level, @corner: of a trace; @threshold: what it was made with */
void vw_fast_ring_look (VwFastRing *self, const VwTraceLevel *level, const VwTraceCorner *corner,
                        int threshold);

G_END_DECLS
