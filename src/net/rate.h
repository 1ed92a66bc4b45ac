/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VW_RATE_SAMPLES 16

/**
 * VwRate:
 *
 * How fast bytes come, over the last few seconds. Zero-initialised before the first.
 */
typedef struct {
  struct {
    gint64 time;
    guint64 bytes;
  } samples[VW_RATE_SAMPLES];
  guint n; /* ever taken */
} VwRate;

/* Notes that @bytes have come in all by @time, in µs of the monotonic clock. */
void vw_rate_note (VwRate *self, gint64 time, guint64 bytes);

/* Returns: bytes a second at @time; 0 while it is not known, or when nothing comes any more. */
double vw_rate_get (const VwRate *self, gint64 time);

G_END_DECLS
