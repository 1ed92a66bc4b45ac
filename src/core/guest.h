/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VwGuest:
 * @pixels: rows × cols bytes, row-major; 255 is full ink, as in MNIST
 * @title: in the user's words, as in “Your drawing”
 *
 * An image of a digit that belongs to no data set and so has no label. Immutable and
 * reference-counted; any thread.
 */
typedef struct {
  gatomicrefcount refs; /* private */
  guint rows, cols;
  const guint8 *pixels;
  const char *title;
} VwGuest;

/* Returns: (transfer full): a guest with copies of @pixels and @title */
VwGuest *vw_guest_new (const guint8 *pixels, guint rows, guint cols, const char *title);
VwGuest *vw_guest_ref (VwGuest *self);
void vw_guest_unref (VwGuest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwGuest, vw_guest_unref)

G_END_DECLS
