/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guest.h"

VwGuest *
vw_guest_new (const guint8 *pixels, guint rows, guint cols, const char *title)
{
  VwGuest *self = g_new0 (VwGuest, 1);

  g_atomic_ref_count_init (&self->refs);
  self->rows = rows;
  self->cols = cols;
  self->pixels = g_memdup2 (pixels, (gsize) rows * cols);
  self->title = g_strdup (title);
  return self;
}

VwGuest *
vw_guest_ref (VwGuest *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_guest_unref (VwGuest *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free ((gpointer) self->pixels);
  g_free ((gpointer) self->title);
  g_free (self);
}
