/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parameters.h"

/**
 * VwCliParameters:
 * @values: filled when the options were parsed: the preset's, changed by single options
 * @preset: (nullable): the preset's name, or its file, as given
 *
 * The options --preset, --words and so on, one for each parameter.
 */
typedef struct {
  VwParameters values;
  char *preset;
  GPtrArray *settings; /* name, text, name, text … in the order given */
} VwCliParameters;

/* Returns: (transfer full): options that fill in @self, which must outlive the parsing. */
GOptionGroup *vw_cli_parameter_options (VwCliParameters *self);

/* Has single options change @base, unless a preset was asked for, which then stands. */
void vw_cli_parameters_set_base (VwCliParameters *self, const VwParameters *base);

void vw_cli_parameters_clear (VwCliParameters *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwCliParameters, vw_cli_parameters_clear)
