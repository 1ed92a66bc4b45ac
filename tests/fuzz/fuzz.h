/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* What a target defines: reads @data as its format and must do no more than refuse it. Called any
 * number of times. Returns: 0. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
