/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_DIGIT_TILES (vw_digit_tiles_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitTiles, vw_digit_tiles, VW, DIGIT_TILES, AdwBin)

/**
 * VwDigitTiles:
 *
 * Some digits of the test split as small pictures with captions, one of them chosen; or a note in their
 * place. Signals: "chosen" when another one, or none, is; "activated" when one is activated, which
 * chooses it.
 */

/**
 * VwDigitTilesWords:
 * @name: of the list, for screen readers
 * @caption, @tooltip: of a digit; (transfer full)
 * @owner: whose words these are; has the tiles among its children
 */
typedef struct {
  const char *name;
  char *(*caption) (gpointer owner, guint digit);
  char *(*tooltip) (gpointer owner, guint digit);
  gpointer owner;
} VwDigitTilesWords;

/**
 * vw_digit_tiles_set_up:
 * @always_one: whether the first digit is chosen when no other is
 */
void vw_digit_tiles_set_up (VwDigitTiles *self, VwSession *session, const VwDigitTilesWords *words,
                            gboolean always_one);

/**
 * vw_digit_tiles_show:
 * @dataset: (nullable): where they are stored; %NULL with none
 * @digits: of guint: their indices
 * @note: what stands there without any
 */
void vw_digit_tiles_show (VwDigitTiles *self, VwDataset *dataset, const GArray *digits,
                          const char *note);

/* Asks for the captions anew. */
void vw_digit_tiles_update (VwDigitTiles *self);

guint vw_digit_tiles_get_n (VwDigitTiles *self);

/* Returns: whether a digit is chosen; @digit: (out): which one */
gboolean vw_digit_tiles_get_chosen (VwDigitTiles *self, guint *digit);

/* Goes to the page Digits, where @filter shows the chosen digit, or the first one. */
void vw_digit_tiles_lead (VwDigitTiles *self, const VwDigitFilter *filter);

G_END_DECLS
