/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/export.h"

G_BEGIN_DECLS

/**
 * vw_plot_encode_png:
 * @surface: an ARGB32 image
 *
 * Returns: (transfer full): a PNG with the options' resolution and metadata, with an alpha channel
 *   only when transparent.
 */
GBytes *vw_plot_encode_png (cairo_surface_t *surface, const VwPlotExport *options, GError **error);

G_END_DECLS
