/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "plot/figure.h"

/**
 * VwCliFigure:
 * @output, @title, @language: (nullable): as given
 * @width, @resolution: of a picture, in millimetres and dots per inch
 * @is_picture: what the name of @output asks for: a picture in the format @picture, or a table in
 *   the format @table
 *
 * The options of every command that writes a figure or a table, and what they mean.
 */
typedef struct {
  char *output, *title, *language;
  double width, resolution;
  gboolean is_picture;
  VwPlotFormat picture;
  VwTableFormat table;
} VwCliFigure;

/* Two columns of a paper, at a printer's resolution. */
#define VW_CLI_FIGURE_INIT { .width = 170, .resolution = 300 }

/* Fits between the entries of a command; @figure is a #VwCliFigure. */
#define VW_CLI_FIGURE_ENTRIES(figure) \
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &(figure).output, \
    N_ ("File to write, a picture or a table"), "FILE.png|.svg|.pdf|.csv|.md|.tex" }, \
  { "title", 0, 0, G_OPTION_ARG_STRING, &(figure).title, N_ ("Title of a picture"), N_ ("TEXT") }, \
  { "width", 0, 0, G_OPTION_ARG_DOUBLE, &(figure).width, \
    N_ ("Width of a picture in millimetres (default: 170)"), "MM" }, \
  { "resolution", 0, 0, G_OPTION_ARG_DOUBLE, &(figure).resolution, \
    N_ ("Resolution of a PNG in dots per inch (default: 300)"), "DPI" }, \
  { "lang", 0, 0, G_OPTION_ARG_STRING, &(figure).language, N_ ("Language of the words"), "en|fr" }

void vw_cli_figure_clear (VwCliFigure *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwCliFigure, vw_cli_figure_clear)

/**
 * vw_cli_figure_read:
 * @inputs: as for vw_cli_check_output()
 *
 * Finds out the format and checks the numbers and the place to write to; to be called before the
 * work, with an output.
 *
 * Returns: %FALSE with %VW_ERROR_PARAMETER or %VW_ERROR_SYSTEM.
 */
gboolean vw_cli_figure_read (VwCliFigure *self, char *const *inputs, GError **error);

/**
 * vw_cli_figure_speak:
 * @as_json: whether the result is for programs, for which classes keep the names that files have
 *
 * Speaks the language that was asked for from now on, on the terminal too, or says on standard
 * error that it cannot.
 */
void vw_cli_figure_speak (const VwCliFigure *self, gboolean as_json);

/* A VwPlotTranslate. */
const char *vw_cli_translate (const char *text);

/* Write the output whole or not at all. @parameters: (nullable): for the metadata */
gboolean vw_cli_figure_write_picture (const VwCliFigure *self, const VwPlotFigure *figure,
                                      const char *parameters, GError **error);
gboolean vw_cli_figure_write_table (const VwCliFigure *self, const VwTable *table, GError **error);
