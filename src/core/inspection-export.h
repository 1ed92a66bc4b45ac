/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/inspection.h"
#include "core/table.h"

G_BEGIN_DECLS

/*
 * What is seen of one digit, as tables. The header has the keys that the command line's JSON has,
 * in any language.
 */

/* Returns: (transfer full): x, y, size, angle, response, octave; with a model word and distance. */
VwTable *vw_inspection_keypoints_table (const VwInspection *self);

/* Returns: (transfer full): a row a level: width, height, fast, suppressed, border, kept. */
VwTable *vw_inspection_funnel_table (const VwInspection *self);

/* @self: with a model. Returns: what a column of its histogram counts. */
VwHistogramPlace vw_inspection_place (const VwInspection *self, guint32 column);

/* Returns: (transfer full): the histogram's entries: cell, direction, word, value. @self: with a
   model */
VwTable *vw_inspection_words_table (const VwInspection *self);

/**
 * vw_inspection_origin:
 *
 * Returns: (transfer full): JSON of what it was made from: split, index, label, parameters, the
 *   data's hash and this program's version; of the parameters those that had a say.
 */
char *vw_inspection_origin (const VwInspection *self);

G_END_DECLS
