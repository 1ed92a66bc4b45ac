/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/steps.h"

/* Prints the lesson, step by step: title, what there is after it, sentence, note. */
void vw_cli_print_steps (const VwSteps *steps);

/* Adds the member "steps", an array of objects with the same. */
void vw_cli_add_steps (JsonBuilder *json, const VwSteps *steps);
