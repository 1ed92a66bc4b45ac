/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/* @second: since the run began; @values: one a strip */
typedef struct {
  double second;
  double values[2];
} VwPlotSample;

/* A stage of the run in seconds; @name is translated. */
typedef struct {
  const char *name;
  double begin, end;
} VwPlotStageBand;

/**
 * VwPlotStrips:
 * @titles: of the strips, as in "CPU"; @figures: (nullable): the present values in words
 * @most: top of each strip's scale, above 0
 * @samples: by time
 * @stages: by time; those to come as they are expected
 * @seconds: end of the time axis
 * @running: whether the last sample is now
 *
 * Processor and memory over time: two strips on one axis, never two scales in one. Borrowed.
 */
typedef struct {
  const char *titles[2];
  const char *figures[2];
  double most[2];
  guint n_samples;
  const VwPlotSample *samples;
  guint n_stages;
  const VwPlotStageBand *stages;
  double seconds;
  gboolean running;
} VwPlotStrips;

/* Strip i is in areas[i]; second t at areas[0].x + t × scale. Zero-initialise. */
typedef struct {
  double width, height;
  cairo_rectangle_t areas[2];
  double scale;
  VwPlotTexts *texts;
} VwPlotStripsLayout;

/* Names of stages that have no room are left out. */
void vw_plot_strips_layout (const VwPlotStrips *model, double width, double height,
                            const VwPlotStyle *style, VwPlotStripsLayout *out);
void vw_plot_strips_layout_clear (VwPlotStripsLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotStripsLayout, vw_plot_strips_layout_clear)

/* Returns: index of the last sample not after that place, or −1. */
int vw_plot_strips_hit (const VwPlotStrips *model, const VwPlotStripsLayout *layout, double x,
                        double y);

void vw_plot_strips_paint (cairo_t *cr, const VwPlotStrips *model,
                           const VwPlotStripsLayout *layout, const VwPlotStyle *style);

G_END_DECLS
