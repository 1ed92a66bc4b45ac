/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/numbers.h"
#include "plot/style.h"
#include "plot/text.h"

G_BEGIN_DECLS

/**
 * VwPlotProfile:
 * @shares: of the word's patches that each class has, 0 … 1
 * @averages: what they would be for an average word
 * @weights: of the word for each class
 * @leader: the class to be marked, −1 for none
 * @share_title, @weight_title: over the two halves
 *
 * What a visual word says about the classes: a row a class, on the left its share with an upright
 * line where the average stands, on the right its weight round zero, hollow where it speaks
 * against the class. Borrowed.
 */
typedef struct {
  guint n_classes;
  const char *const *classes;
  const double *shares, *averages, *weights;
  int leader;
  const char *share_title, *weight_title;
  const VwPlotNumbers *numbers;
} VwPlotProfile;

/**
 * VwPlotProfileLayout:
 * @share_left, @share_scale: bars of shares begin here, units of a share of 1
 * @zero, @weight_scale: the same for weights
 *
 * Zero-initialise before the first use.
 */
typedef struct {
  double width, height;
  guint n_classes;
  double top, row_height, bar_height;
  double share_left, share_scale;
  double zero, weight_scale;
  VwPlotTexts *texts;
} VwPlotProfileLayout;

/* @height: 0 for as high as the rows like to be */
void vw_plot_profile_layout (const VwPlotProfile *model, double width, double height,
                             const VwPlotStyle *style, VwPlotProfileLayout *out);
void vw_plot_profile_layout_clear (VwPlotProfileLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwPlotProfileLayout, vw_plot_profile_layout_clear)

/* Returns: the class of the row, or −1. */
int vw_plot_profile_hit (const VwPlotProfileLayout *layout, double x, double y);

/* @pointed: a class, or −1 */
void vw_plot_profile_paint (cairo_t *cr, const VwPlotProfile *model,
                            const VwPlotProfileLayout *layout, const VwPlotStyle *style,
                            int pointed);

G_END_DECLS
