/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/image-option.h"
#include "cli/parameter-options.h"

/**
 * vw_cli_steps:
 * @model: (nullable): path of a model; its parameters are then those that @parameters change
 *
 * Prints the lesson of one image, step by step: title, what there is after it, sentence, note.
 *
 * Returns: the exit status
 */
int vw_cli_steps (const char *source, const VwCliPick *pick, VwCliParameters *parameters,
                  const char *model, gboolean as_json);
