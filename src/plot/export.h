/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/color.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (*VwPlotPaintFunc) (cairo_t *cr, gconstpointer data);

/**
 * VwPlotDrawing:
 * @width, @height: in units of its own
 * @paint: draws it from (0, 0), without a background
 * @data: borrowed
 */
typedef struct {
  double width, height;
  VwPlotPaintFunc paint;
  gconstpointer data;
} VwPlotDrawing;

typedef enum { VW_PLOT_PNG, VW_PLOT_SVG, VW_PLOT_PDF } VwPlotFormat;

/**
 * VwPlotExport:
 * @width: of the picture, in millimetres; the height follows from the drawing
 * @resolution: of a PNG, in dots per inch
 * @transparent: leaves out the white background
 * @title, @description, @software, @parameters: (nullable): the file's metadata: what it shows,
 *   in a sentence, which program made it, and from what (parameters, seed, data hash)
 */
typedef struct {
  VwPlotFormat format;
  double width;
  double resolution;
  gboolean transparent;
  const char *title, *description, *software, *parameters;
} VwPlotExport;

/* Returns: whether the file's name ends as one of the formats does, in any case. */
gboolean vw_plot_format_find (const char *file_name, VwPlotFormat *format);

/* Size in pixels that a PNG gets. */
void vw_plot_export_pixels (const VwPlotDrawing *drawing, const VwPlotExport *options, guint *width,
                            guint *height);

/**
 * vw_plot_export_render:
 *
 * PNG: its size in pHYs, metadata as text chunks Title, Description, Software and Comment.
 * PDF: its document information. SVG: title and desc. Nothing depends on the clock but a PDF's
 * date.
 *
 * Returns: (transfer full): the file, or %NULL with %VW_ERROR_TOO_LARGE for a PNG of more than
 *   32767 pixels a side or 250 million, or %VW_ERROR_SYSTEM.
 */
GBytes *vw_plot_export_render (const VwPlotDrawing *drawing, const VwPlotExport *options,
                               GError **error);

G_END_DECLS
