/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-picture.h"

#include "plot/bits.h"
#include "plot/pairs.h"
#include "plot/pixels.h"
#include "plot/shapes.h"
#include "plot/text.h"

#include <glib/gi18n.h>
#include <math.h>

#define FONT 14.0
#define GAP 24.0
#define REACH 10.0 /* of the pointer */

/* The patch turned upright with its pairs of pixels; beside it the bits that they give. */
typedef struct {
  guint side; /* of the patch, in pixels */
  guint8 *pixels;
  const guint8 *descriptor;
  VwTestPair tests[VW_DESCRIPTOR_BITS];
  int bit;                /* that is pointed at, or the first */
  cairo_rectangle_t area; /* of the patch */
  VwPlotPairs pairs;
  VwPlotBitsLayout bits;
  double bits_x, width, height;
  VwPlotTexts *captions;
} Picture;

/* The blurred level as the turned tests read it: each upright pixel turned and rounded. */
static void
take_patch (Picture *self, const VwOrbTrace *trace, guint number, int radius)
{
  const VwTraceKeypoint *keypoint = vw_orb_trace_get_keypoint (trace, number);
  const VwPlane *plane = &vw_orb_trace_get_level (trace, keypoint->level)->blurred;
  double angle = keypoint->angle * G_PI / 180;

  self->side = 2 * radius + 1;
  self->pixels = g_malloc (self->side * self->side);
  for (guint i = 0; i < self->side * self->side; i++)
    {
      int u = (int) (i % self->side) - radius, v = (int) (i / self->side) - radius;
      int x = keypoint->x + (int) rint (u * cos (angle) - v * sin (angle));
      int y = keypoint->y + (int) rint (u * sin (angle) + v * cos (angle));

      x = CLAMP (x, -plane->border, plane->width + plane->border - 1);
      y = CLAMP (y, -plane->border, plane->height + plane->border - 1);
      self->pixels[i] = plane->pixels[y * plane->stride + x];
    }
}

static char *
list_bytes (const Picture *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < VW_DESCRIPTOR_BYTES; i++)
    g_string_append_printf (out, i > 0 ? " %u" : "%u", self->descriptor[i]);
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
  const VwTestPair *test = &self->tests[self->bit];
  guint byte = self->bit / 8, lines;
  g_autofree char *pair = g_strdup_printf (test->bit ? _("Pair %d: ink %u < %u, a 1")
                                                     : _("Pair %d: ink %u ≥ %u, a 0"),
                                           self->bit + 1, test->grey[0], test->grey[1]);
  g_autofree char *bits
      = g_strdup_printf (_("Full: 1. Its byte, %u of 32: %u"), byte + 1, self->descriptor[byte]);
  double line = vw_plot_texts_line_height (self->captions, FONT * style->text_scale);
  VwPlotLabel label = { .string = pair,
                        .y = self->area.height + line,
                        .size = FONT * style->text_scale,
                        .bold = TRUE,
                        .color = style->palette.highlight };

  lines = vw_plot_texts_add_lines (self->captions, &label, self->bits_x - GAP / 2);
  label.string = bits;
  label.x = self->bits_x;
  label.bold = FALSE;
  label.color = style->palette.dim;
  lines = MAX (lines, vw_plot_texts_add_lines (self->captions, &label, self->width - self->bits_x));
  add_bytes (self, style, label.y + (lines + .2) * line);
}

static void
place (Picture *self, double width, double height, const VwPlotStyle *style)
{
  double line = vw_plot_texts_line_height (self->captions, FONT * style->text_scale);
  double side = floor (MIN ((width - GAP) / 2, height - 2.5 * line));

  self->width = width;
  self->height = height;
  self->bits_x = side + GAP;
  self->area = (cairo_rectangle_t){ 0, 0, side, side };
  self->pairs = (VwPlotPairs){ .pairs = self->tests,
                               .x = side / 2,
                               .y = side / 2,
                               .pixel = side / self->side,
                               .upright = TRUE,
                               .lit = self->bit };
  vw_plot_bits_layout (side, side, style, &self->bits);
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  const VwOrbFrame *frame = &scene->seen->frame;
  Picture *self;

  if (frame->trace == NULL)
    return NULL;
  self = g_new0 (Picture, 1);
  self->bit = vw_lesson_scene_bit (scene);
  self->descriptor = frame->descriptors + (gsize) scene->keypoint * VW_DESCRIPTOR_BYTES;
  take_patch (self, frame->trace, scene->keypoint, vw_orb_trace_get_radius (frame->trace));
  vw_orb_trace_get_pairs (frame->trace, scene->keypoint, self->tests);
  self->captions = vw_plot_texts_new (style);
  place (self, width, height, style);
  add_captions (self, style);
  return self;
}

static void
paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  Picture *self = picture;

  vw_plot_pixels_paint (cr, style, &(VwPlotPixels){ self->side, self->side, self->pixels, 0 },
                        &self->area);
  vw_plot_pairs_paint (cr, &self->pairs, style);
  vw_plot_frame (cr, &self->area, style->palette.highlight, 2);
  vw_plot_texts_paint (self->captions, cr, NULL);
  cairo_translate (cr, self->bits_x, 0);
  vw_plot_bits_paint (cr, &(VwPlotBits){ self->descriptor }, &self->bits, style, self->bit);
}

/* The pair of which one end is nearest. */
static int
find_pair (const Picture *self, double x, double y)
{
  double best = REACH;
  int found = -1;

  for (guint i = 0; i < 2 * VW_DESCRIPTOR_BITS; i++)
    {
      double end_x, end_y, distance;

      vw_plot_pairs_place (&self->pairs, i / 2, i % 2, &end_x, &end_y);
      distance = hypot (end_x - x, end_y - y);
      if (distance >= best)
        continue;
      best = distance;
      found = i / 2;
    }
  return found;
}

/* The last one stays, so that it can be talked about. */
static void
point (gpointer picture, double x, double y, VwInspector *inspector, gboolean pin)
{
  Picture *self = picture;
  int bit = x < self->bits_x ? find_pair (self, x, y)
                             : vw_plot_bits_hit (&self->bits, x - self->bits_x, y);

  if (bit >= 0)
    vw_inspector_point_bit (inspector, bit);
}

static void
picture_free (gpointer picture)
{
  Picture *self = picture;

  g_free (self->pixels);
  vw_plot_texts_free (self->captions);
  g_free (self);
}

const VwLessonPicture vw_lesson_descriptor = { make, paint, point, picture_free };
