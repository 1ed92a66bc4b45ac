/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes behind any buffer of a kernel that it may read or overwrite. */
#define VW_KERNEL_SLACK 64

/* Of rows, in bytes: loads that cross a cache line take twice as long. */
#define VW_KERNEL_ALIGNMENT 64

/**
 * VwPlane:
 * @pixels: the first pixel of the image; the border lies around it
 * @stride: bytes from one row to the next, with %VW_KERNEL_SLACK behind the border
 * @border: pixels on each side
 *
 * An 8-bit image that kernels work on.
 */
typedef struct {
  guint8 *pixels;
  gssize stride;
  int width, height;
  int border;
  guint8 *memory;
} VwPlane;

/* A part of an image; one without width is nothing. */
typedef struct {
  int x, y, width, height;
} VwPlaneArea;

VwPlaneArea vw_plane_area_unite (const VwPlaneArea *a, const VwPlaneArea *b);
gboolean vw_plane_area_contains (const VwPlaneArea *area, const VwPlaneArea *inner);

/* @margin more on each side, as far as an image of that size goes. */
VwPlaneArea vw_plane_area_grow (const VwPlaneArea *area, int margin, int width, int height);

/* Makes room for an image and its border, all 0. */
void vw_plane_init (VwPlane *self, int width, int height, int border);
void vw_plane_clear (VwPlane *self);

/* Makes a plane like another one, with the same pixels and the same border. */
void vw_plane_copy (VwPlane *self, const VwPlane *from);

/* Copies width × height bytes into the image. */
void vw_plane_load (VwPlane *self, const guint8 *pixels);

/* Fills the border with the image mirrored about its outermost pixels. */
void vw_plane_mirror (VwPlane *self);

G_END_DECLS
