/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Images that are drawn, not read. */
typedef enum {
  SYNTHETIC_BLANK,
  SYNTHETIC_WHITE,
  SYNTHETIC_BAR,
  SYNTHETIC_RING,
  SYNTHETIC_CHECKS, /* full of ties */
  SYNTHETIC_GRADIENT,
  SYNTHETIC_DOTS,
  SYNTHETIC_NOISE,
  SYNTHETIC_SOFT_NOISE, /* noise, smoothed */
  N_SYNTHETIC,
} Synthetic;

/* Returns: (transfer full): width × height bytes; the same for the same @seed. */
guint8 *synthetic_image (Synthetic kind, guint width, guint height, guint seed);

const char *synthetic_name (Synthetic kind);
