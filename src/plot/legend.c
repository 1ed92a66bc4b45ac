/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/legend.h"

#include <math.h>

#define FONT 10.5
#define SIGN 24.0 /* where words begin, right of the sign */
#define GAP 18.0 /* between columns */
#define ROW_GAP 4.0
#define MOST_COLUMNS 4

typedef struct {
  VwPlotLayers layer;
  guint level;
  char *string;
  double x, y; /* of the sign's middle */
} Entry;

struct _VwPlotLegend {
  const VwPlotStyle *style;
  GArray *entries;
  VwPlotTexts *texts;
};

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->string);
}

VwPlotLegend *
vw_plot_legend_new (const VwPlotStyle *style)
{
  VwPlotLegend *self = g_new0 (VwPlotLegend, 1);

  self->style = style;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

void
vw_plot_legend_free (VwPlotLegend *self)
{
  g_array_unref (self->entries);
  g_clear_pointer (&self->texts, vw_plot_texts_free);
  g_free (self);
}

void
vw_plot_legend_add (VwPlotLegend *self, VwPlotLayers layer, guint level, const char *string)
{
  Entry entry = { .layer = layer, .level = level, .string = g_strdup (string) };

  g_array_append_val (self->entries, entry);
}

static double
measure (VwPlotLegend *self, guint index)
{
  const char *string = g_array_index (self->entries, Entry, index).string;

  return SIGN + vw_plot_texts_measure (self->texts, string, FONT * self->style->text_scale, FALSE);
}

/* Returns: how many columns there are when half of the entries are to fit into one. */
static guint
count_columns (VwPlotLegend *self, double width)
{
  guint columns = MOST_COLUMNS, fitting;

  for (; columns > 1; columns--)
    {
      fitting = 0;
      for (guint i = 0; i < self->entries->len; i++)
        fitting += measure (self, i) + GAP <= (width + GAP) / columns;
      if (2 * fitting >= self->entries->len)
        break;
    }
  return columns;
}

/* Returns: the height of the entry. */
static double
place (VwPlotLegend *self, guint index, double x, double y, double width)
{
  Entry *entry = &g_array_index (self->entries, Entry, index);
  double size = FONT * self->style->text_scale;
  double line = vw_plot_texts_line_height (self->texts, size);
  VwPlotLabel label = { .string = entry->string, .x = x + SIGN, .y = y + line / 2, .size = size,
                        .color = self->style->palette.text };

  entry->x = x + SIGN / 2 - 2;
  entry->y = label.y;
  return line * vw_plot_texts_add_lines (self->texts, &label, width - SIGN);
}

double
vw_plot_legend_layout (VwPlotLegend *self, double width, guint most_columns)
{
  double y = 0, row = 0, column_width;
  guint columns, at = 0;

  g_clear_pointer (&self->texts, vw_plot_texts_free);
  self->texts = vw_plot_texts_new (self->style);
  columns = count_columns (self, width);
  columns = most_columns > 0 ? MIN (columns, most_columns) : columns;
  column_width = (width + GAP) / columns;
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint span = (guint) MIN (ceil ((measure (self, i) + GAP) / column_width), columns);
      double height;

      if (at + span > columns)
        {
          y += row + ROW_GAP;
          row = at = 0;
        }
      height = place (self, i, at * column_width, y, span * column_width - GAP);
      row = MAX (row, height);
      at += span;
    }
  return y + row;
}

void
vw_plot_legend_paint (cairo_t *cr, const VwPlotLegend *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      vw_plot_digit_paint_sign (cr, self->style, entry->layer, entry->level, entry->x, entry->y);
    }
  vw_plot_texts_paint (self->texts, cr, NULL);
}

const VwPlotTexts *
vw_plot_legend_get_texts (const VwPlotLegend *self)
{
  return self->texts;
}
