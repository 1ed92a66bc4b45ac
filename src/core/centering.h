/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ink.h"

G_BEGIN_DECLS

#define VW_FIELD_SIDE 28 /* of MNIST's images, in pixels */
#define VW_FIELD_BOX 20  /* the longer side of a digit in them */

/**
 * VwCentering:
 * @pixels: the image
 * @blank: there was no ink; all below is 0 then
 * @ink: where the ink was, in its own pixels
 * @scale: pixels of the field for one of the ink
 * @left, @top, @width, @height: where the ink's box lies in the field
 * @mass_x, @mass_y: the centre of mass in the field; a pixel i goes from i to i + 1
 *
 * Ink as an image like MNIST's, and what was done to make it one.
 */
typedef struct {
  guint8 pixels[VW_FIELD_SIDE * VW_FIELD_SIDE];
  gboolean blank;
  VwInkBox ink;
  double scale;
  double left, top, width, height;
  double mass_x, mass_y;
} VwCentering;

/**
 * vw_centering_apply:
 * @out: (out caller-allocates):
 *
 * As MNIST was made: the ink's box is scaled, with grey edges, until its longer side has 20 pixels,
 * and placed so that the pixel with the centre of mass in it becomes pixel 14 of the 28 both ways:
 * so lie all 10,000 of MNIST's test digits. Nothing is ever cut off: ink that would stick out is
 * placed at the edge.
 *
 * Source: LeCun, Cortes & Burges, The MNIST database of handwritten digits.
 *
 * Returns: %FALSE with %VW_ERROR_SYSTEM when OpenCV refuses.
 */
gboolean vw_centering_apply (const VwInk *ink, VwCentering *out, GError **error);

/* The alternative that shows what centring is for: all of the ink's field, bare paper too, scaled
   into the middle of the 28 × 28 pixels. */
gboolean vw_centering_skip (const VwInk *ink, VwCentering *out, GError **error);

G_END_DECLS
