/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/curve.h"
#include "plot/figure.h"
#include "plot/outcome-words.h"

G_BEGIN_DECLS

/**
 * VwPlotOutcome:
 * @curve: to be drawn; its points are the trials, in their order
 *
 * An experiment's outcome as a curve. Zero-initialise before the first use.
 */
typedef struct {
  VwPlotCurve curve;
  VwPlotCurvePoint *points;
  char *x_title;
} VwPlotOutcome;

/* @outcome, @words: borrowed while @self is used */
void vw_plot_outcome_init (VwPlotOutcome *self, const VwOutcome *outcome,
                           const VwPlotOutcomeWords *words);
void vw_plot_outcome_clear (VwPlotOutcome *self);

/**
 * VwPlotOutcomeFigure:
 * @title, @caption: (nullable): above and below; between title and curve stands the summary
 * @font_family: (nullable): %NULL for the system's sans serif
 * @width: of the figure, in its units
 *
 * The same on paper; all borrowed. Safe from any thread.
 */
typedef struct {
  const VwOutcome *outcome;
  const VwPlotOutcomeWords *words;
  const char *title, *caption;
  const char *font_family;
  double width;
} VwPlotOutcomeFigure;

/* Returns: (transfer full): the figure, to be drawn as long as what @self points at lives. */
VwPlotFigure *vw_plot_outcome_figure_new (const VwPlotOutcomeFigure *self);

G_END_DECLS
