/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-picture.h"

#include "plot/pixel-grid.h"
#include "plot/test-pairs.h"

#include <glib/gi18n.h>
#include <math.h>

#define FONT 14.0
#define GAP 24.0
#define COLUMNS 16 /* of the bits */

/* The patch turned upright with its pairs of pixels; beside it the bits that they give. */
typedef struct {
  guint8 *pixels;
  VwTestPair tests[VW_DESCRIPTOR_BITS];
  VwPlotPair pairs[VW_DESCRIPTOR_BITS];
  VwPlotCell cells[VW_DESCRIPTOR_BITS];
  int pointed; /* a pair */
  VwPlotPairs model;
  VwPlotPairsLayout layout;
  VwPlotPixelGrid bits;
  VwPlotPixelGridLayout bits_layout;
  double bits_x, captions_y, width, height;
  VwPlotTexts *captions;
} Picture;

/* The blurred level as the turned tests read it: each upright pixel turned and rounded. */
static void
take_patch (Picture *self, const VwOrbTrace *trace, guint number, int radius)
{
  const VwTraceKeypoint *keypoint = vw_orb_trace_get_keypoint (trace, number);
  const VwPlane *plane = &vw_orb_trace_get_level (trace, keypoint->level)->blurred;
  double angle = keypoint->angle * G_PI / 180;
  int side = 2 * radius + 1;

  self->pixels = g_malloc (side * side);
  for (int i = 0; i < side * side; i++)
    {
      int u = i % side - radius, v = i / side - radius;
      int x = keypoint->x + (int) rint (u * cos (angle) - v * sin (angle));
      int y = keypoint->y + (int) rint (u * sin (angle) + v * cos (angle));

      x = CLAMP (x, -plane->border, plane->width + plane->border - 1);
      y = CLAMP (y, -plane->border, plane->height + plane->border - 1);
      self->pixels[i] = plane->pixels[y * plane->stride + x];
    }
}

static void
fill_pairs (Picture *self, const VwOrbTrace *trace, guint keypoint)
{
  vw_orb_trace_get_pairs (trace, keypoint, self->tests);
  for (guint i = 0; i < VW_DESCRIPTOR_BITS; i++)
    {
      const VwTestPair *test = &self->tests[i];

      self->pairs[i] = (VwPlotPair){ { test->upright[0][0], test->upright[1][0] },
                                     { test->upright[0][1], test->upright[1][1] },
                                     test->bit };
      self->cells[i] = (VwPlotCell){ .ink = test->bit ? 255 : 0 };
    }
}

static guint
byte_at (const Picture *self, guint index)
{
  guint byte = 0;

  for (guint bit = 0; bit < 8; bit++)
    byte |= (guint) self->tests[8 * index + bit].bit << bit;
  return byte;
}

static char *
list_bytes (const Picture *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < VW_DESCRIPTOR_BYTES; i++)
    g_string_append_printf (out, i > 0 ? " %u" : "%u", byte_at (self, i));
  return g_string_free (out, FALSE);
}

/* The bytes go where the captions leave room. */
static void
add_bytes (Picture *self, const VwPlotStyle *style, double y)
{
  g_autofree char *bytes = list_bytes (self);
  double size = FONT * style->text_scale;
  double line = vw_plot_texts_line_height (self->captions, size);
  guint n = vw_plot_texts_count_lines (self->captions, bytes, size, self->width);

  if (y + n * line <= self->height)
    vw_plot_texts_add_lines (
        self->captions,
        &(VwPlotLabel){
            .string = bytes, .y = y + line / 2, .size = size, .color = style->palette.text },
        self->width);
}

static void
add_captions (Picture *self, const VwPlotStyle *style)
{
  const VwTestPair *test = &self->tests[self->pointed];
  guint byte = self->pointed / 8;
  g_autofree char *pair = g_strdup_printf (test->bit ? _("Pair %d: ink %u < %u, a 1")
                                                     : _("Pair %d: ink %u ≥ %u, a 0"),
                                           self->pointed + 1, test->grey[0], test->grey[1]);
  g_autofree char *bits
      = g_strdup_printf (_("Filled: 1. Its byte, %u of 32: %u"), byte + 1, byte_at (self, byte));
  VwPlotLabel label = { .string = pair,
                        .y = self->captions_y,
                        .size = FONT * style->text_scale,
                        .bold = TRUE,
                        .color = style->palette.highlight };
  guint lines;

  g_clear_pointer (&self->captions, vw_plot_texts_free);
  self->captions = vw_plot_texts_new (style);
  lines = vw_plot_texts_add_lines (self->captions, &label, self->bits_x - GAP / 2);
  label.string = bits;
  label.x = self->bits_x;
  label.bold = FALSE;
  label.color = style->palette.dim;
  lines = MAX (lines, vw_plot_texts_add_lines (self->captions, &label, self->width - self->bits_x));
  add_bytes (self, style, self->captions_y + (lines + .3) * label.size * 1.5);
}

static void
place (Picture *self, double width, double height, const VwPlotStyle *style)
{
  double line = 1.4 * FONT * style->text_scale;
  double side = MIN ((width - GAP) / 2, height - 2.5 * line);

  self->width = width;
  self->height = height;
  self->bits_x = side + GAP;
  self->captions_y = side + line;
  vw_plot_pairs_layout (&self->model, side, side, &self->layout);
  vw_plot_pixel_grid_layout (&self->bits, side, side, style, &self->bits_layout);
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  const VwOrbTrace *trace = scene->seen->frame.trace;
  Picture *self;
  int radius;

  if (trace == NULL)
    return NULL;
  self = g_new0 (Picture, 1);
  radius = vw_orb_trace_get_radius (trace);
  take_patch (self, trace, scene->keypoint, radius);
  fill_pairs (self, trace, scene->keypoint);
  self->model = (VwPlotPairs){ 2 * radius + 1, self->pixels, VW_DESCRIPTOR_BITS, self->pairs };
  self->bits = (VwPlotPixelGrid){ COLUMNS, VW_DESCRIPTOR_BITS / COLUMNS, self->cells };
  place (self, width, height, style);
  return self;
}

static void
paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  Picture *self = picture;

  self->cells[self->pointed].mark = VW_PLOT_CELL_CENTRE;
  add_captions (self, style);
  vw_plot_pairs_paint (cr, &self->model, &self->layout, style, self->pointed);
  vw_plot_texts_paint (self->captions, cr, NULL);
  cairo_translate (cr, self->bits_x, 0);
  vw_plot_pixel_grid_paint (cr, &self->bits, &self->bits_layout, style);
  self->cells[self->pointed].mark = VW_PLOT_CELL_PLAIN;
}

/* A bit and its pair belong to this picture alone: nothing else points at them. */
static void
point (gpointer picture, double x, double y, VwInspector *inspector, gboolean pin)
{
  Picture *self = picture;
  int pair = vw_plot_pairs_hit (&self->model, &self->layout, x, y);
  double column = floor ((x - self->bits_x) / self->bits_layout.side);
  double row = floor ((y - self->bits_layout.top) / self->bits_layout.side);

  if (column >= 0 && column < COLUMNS && row >= 0 && row < COLUMNS)
    pair = (int) row * COLUMNS + (int) column;
  if (pair >= 0)
    self->pointed = pair;
}

static void
picture_free (gpointer picture)
{
  Picture *self = picture;

  g_free (self->pixels);
  vw_plot_pixel_grid_layout_clear (&self->bits_layout);
  g_clear_pointer (&self->captions, vw_plot_texts_free);
  g_free (self);
}

const VwLessonPicture vw_lesson_descriptor = { make, paint, point, picture_free };
