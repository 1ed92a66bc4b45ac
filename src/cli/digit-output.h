/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/figure-options.h"
#include "plot/digit-figure.h"

/**
 * VwCliDigitOutput:
 * @show: (nullable): what the file shows, as given
 * @content: what it means; before reading the default
 *
 * The options of a command that writes something of one digit.
 */
typedef struct {
  VwCliFigure figure;
  char *show;
  VwPlotDigitContent content;
} VwCliDigitOutput;

#define VW_CLI_DIGIT_OUTPUT_INIT(content) { VW_CLI_FIGURE_INIT, NULL, content }

void vw_cli_digit_output_clear (VwCliDigitOutput *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwCliDigitOutput, vw_cli_digit_output_clear)

/**
 * vw_cli_digit_output_read:
 * @with_model: whether there are words to show
 * @inputs: as for vw_cli_check_output()
 *
 * Without an output there is nothing to read, but the options that are about one are then wrong.
 *
 * Returns: %FALSE with %VW_ERROR_PARAMETER or %VW_ERROR_SYSTEM. To be called before the work.
 */
gboolean vw_cli_digit_output_read (VwCliDigitOutput *self, gboolean with_model,
                                   char *const *inputs, GError **error);

/* Writes the picture or the table. @seen: with a model when there are words to show */
gboolean vw_cli_digit_output_write (const VwCliDigitOutput *self, const VwInspection *seen,
                                    GError **error);
