/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parameters.h"

G_BEGIN_DECLS

/**
 * VwPreset:
 * @name: in files and on the command line
 * @label: English, marked for translation
 * @lesson: what it teaches, one line of English, marked for translation
 * @step: (nullable): what it does about the one before, marked for translation: the lesson's path
 *   from the defaults to the best goes along the table
 * @accuracy: of all 10,000 MNIST test digits, as measured; for the user to expect
 */
typedef struct {
  const char *name;
  const char *label;
  const char *lesson;
  const char *step;
  double accuracy;
  VwParameters parameters;
} VwPreset;

/* Returns: (transfer none): the presets that come with the program, @n of them. */
const VwPreset *vw_preset_table (guint *n);

/* Returns: (transfer none) (nullable): the preset of that name. */
const VwPreset *vw_preset_find (const char *name);

/* Returns: (transfer none) (nullable): the next one on the path after @self, which is of the
   table. */
const VwPreset *vw_preset_next (const VwPreset *self);

/* Returns: (transfer none): the one that a new user starts with. */
const VwPreset *vw_preset_default (void);

/* Returns: (transfer none) (nullable): the preset with exactly these parameters. */
const VwPreset *vw_preset_matching (const VwParameters *parameters);

G_END_DECLS
