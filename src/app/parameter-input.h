/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/parameters.h"

G_BEGIN_DECLS

/**
 * vw_parameter_input_new:
 *
 * Returns: (transfer floating): what a parameter is entered with: a spin button, or a drop-down of
 *   its choices; both with the range and the words of the table of parameters
 */
GtkWidget *vw_parameter_input_new (const VwParameterInfo *info);

/* Returns: (transfer none): the signal that tells of another value. */
const char *vw_parameter_input_signal (const VwParameterInfo *info);

double vw_parameter_input_get (GtkWidget *input);
void vw_parameter_input_set (GtkWidget *input, double value);

/* A drop-down of choices that may be narrower than its words. */
void vw_parameter_input_shorten (GtkWidget *drop_down);

/* Turning the wheel over a list must scroll it, not change a setting: @widget forgets the wheel. */
void vw_parameter_input_ignore_wheel (GtkWidget *widget);

G_END_DECLS
