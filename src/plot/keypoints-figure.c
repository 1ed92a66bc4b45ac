/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/digit-figure-private.h"

#include <math.h>

#define DIGIT_SHARE .68 /* of the width, with the legend beside it */
#define LEGEND_GAP 24.0
#define TALLEST 1.25 /* times the width */

typedef struct {
  VwPlotDigit model;
  VwPlotDigitState state;
  VwPlotDigitLayout layout;
  VwTestPair pairs[VW_DESCRIPTOR_BITS];
  GArray *corners;
  VwPlotLegend *legend;
  double legend_x, legend_y;
  const VwPlotStyle *style;
} Chart;

static void
free_chart (gpointer data)
{
  Chart *self = data;

  vw_plot_digit_layout_clear (&self->layout);
  vw_plot_legend_free (self->legend);
  g_array_unref (self->corners);
  g_free (self);
}

static void
paint (cairo_t *cr, gconstpointer data)
{
  const Chart *self = data;

  vw_plot_digit_paint (cr, &self->model, &self->layout, self->style, &self->state);
  cairo_save (cr);
  cairo_translate (cr, self->legend_x, self->legend_y);
  vw_plot_legend_paint (cr, self->legend);
  cairo_restore (cr);
}

static gboolean
is_shown (const VwPlotDigit *model, guint level)
{
  return model->level < 0 || model->level == (int) level;
}

/* Whether a corner with that fate is in the picture. */
static gboolean
has_fate (const VwPlotDigit *model, VwPlotLayers layer, VwCornerFate fate)
{
  for (guint i = 0; model->layers & layer && i < model->n_corners; i++)
    if (model->corners[i].fate == fate && is_shown (model, model->corners[i].level))
      return TRUE;
  return FALSE;
}

static void
list_levels (Chart *self, const VwPlotDigitFigure *content)
{
  gboolean first = TRUE;

  for (guint i = 0; self->model.layers & VW_PLOT_LAYER_KEPT && i < self->model.n_levels; i++)
    if (self->model.levels[i].kept > 0 && is_shown (&self->model, i))
      {
        vw_plot_legend_add_level (self->legend, content, i, first);
        first = FALSE;
      }
}

static void
list_losses (Chart *self, const VwPlotLegendText *text)
{
  const struct {
    VwPlotLayers layer;
    VwCornerFate fate;
    const char *string;
  } losses[] = {
    { VW_PLOT_LAYER_DROPPED, VW_CORNER_AT_BORDER, text->dropped },
    { VW_PLOT_LAYER_OVER_QUOTA, VW_CORNER_OVER_QUOTA, text->quota },
    { VW_PLOT_LAYER_TIED, VW_CORNER_TIED, text->tied },
    { VW_PLOT_LAYER_BEATEN, VW_CORNER_BEATEN, text->beaten },
  };

  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    if (has_fate (&self->model, losses[i].layer, losses[i].fate))
      vw_plot_legend_add (self->legend, losses[i].layer, 0, losses[i].string);
  if (self->model.layers & VW_PLOT_LAYER_SCORES && self->model.n_corners > 0)
    vw_plot_legend_add (self->legend, VW_PLOT_LAYER_SCORES, 0, text->scores);
}

static void
fill_legend (Chart *self, const VwPlotDigitFigure *content)
{
  const VwPlotDigitWords *words = content->words;
  g_autofree char *count
      = vw_plot_format_count (words->numbers, self->model.edge_threshold, FALSE);
  g_autofree char *size = vw_plot_compose (words->funnel.pixels, "count", count, NULL);
  g_autofree char *border = vw_plot_compose (words->legend.border, "size", size, NULL);

  list_levels (self, content);
  list_losses (self, &words->legend);
  if (self->model.layers & VW_PLOT_LAYER_BORDER && self->model.edge_threshold > 0)
    vw_plot_legend_add (self->legend, VW_PLOT_LAYER_BORDER, 0, border);
  if (self->layout.n_windows > 0)
    vw_plot_legend_add (self->legend, VW_PLOT_LAYER_WINDOWS, 0, words->legend.windows);
  if (self->state.pointed >= 0)
    vw_plot_legend_add (self->legend, VW_PLOT_LAYER_PATCH, 0, words->legend.patch);
  if (self->state.pairs != NULL)
    vw_plot_legend_add (self->legend, VW_PLOT_LAYER_PAIRS, 0, words->legend.pairs);
}

/* The digit as wide as the room, and as high as that makes it. */
static void
place_digit (Chart *self, double width)
{
  double height = width * self->model.height / self->model.width;

  vw_plot_digit_layout (&self->model, width, MIN (height, TALLEST * width), self->style,
                        &self->layout);
}

/* Returns: the height of the chart. */
static double
place (Chart *self, const VwPlotDigitFigure *content, double width)
{
  const cairo_rectangle_t *clip = &self->layout.clip;
  gboolean beside = content->width >= VW_PLOT_FIGURE_WIDE;
  double legend;

  place_digit (self, beside ? floor (DIGIT_SHARE * width) : width);
  fill_legend (self, content);
  self->legend_x = beside ? clip->x + clip->width + LEGEND_GAP : clip->x;
  self->legend_y = beside ? clip->y : clip->y + clip->height + LEGEND_GAP / 2;
  legend = vw_plot_legend_layout (self->legend, width - self->legend_x, beside ? 1 : 0);
  return ceil (MAX (self->legend_y + legend, clip->y + clip->height + 2));
}

static void
mark_keypoint (Chart *self, const VwPlotDigitFigure *content)
{
  const VwPlotDigitChoices *choices = &content->choices;
  const VwOrbTrace *trace = content->seen->frame.trace;

  self->state.pointed = choices->layers & VW_PLOT_LAYER_PATCH ? choices->pointed : -1;
  self->state.lit = -1;
  if (self->state.pointed < 0 || trace == NULL || !(choices->layers & VW_PLOT_LAYER_PAIRS))
    return;
  vw_orb_trace_get_pairs (trace, self->state.pointed, self->pairs);
  self->state.pairs = self->pairs;
}

void
vw_plot_keypoints_figure_fill (VwPlotFigure *figure, const VwPlotDigitFigure *content)
{
  Chart *self = g_new0 (Chart, 1);
  const VwPlotDigitChoices *choices = &content->choices;
  VwPlotDrawing chart = { .paint = paint, .data = self };

  self->style = vw_plot_figure_get_style (figure);
  self->corners = vw_plot_digit_corners (&content->seen->frame);
  self->legend = vw_plot_legend_new (self->style);
  self->model = vw_plot_digit_of (content->seen, self->corners);
  self->model.layers = choices->layers;
  self->model.level = choices->level;
  self->model.view = choices->view;
  self->model.pixels_pattern = content->words->funnel.pixels;
  self->model.numbers = content->words->numbers;
  mark_keypoint (self, content);
  chart.width = content->width - 2 * VW_PLOT_FIGURE_SIDE;
  chart.height = place (self, content, chart.width);
  vw_plot_figure_keep (figure, self, free_chart);
  vw_plot_figure_set_chart (figure, &chart, self->layout.clip.x);
}
