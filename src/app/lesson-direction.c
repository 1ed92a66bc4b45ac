/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-picture.h"

#include "app/strings.h"
#include "plot/direction.h"

#include <glib/gi18n.h>

#define FONT 14.0
#define GAP 24.0
#define PICTURE_SHARE .62 /* of the width */

/* The round patch with the centre of its ink, and the sums that make it. */
typedef struct {
  guint8 *pixels;
  gboolean *inside;
  gint64 ink; /* all of it: the moment of order 0 */
  char *angle, *axis;
  VwPlotDirection model;
  VwPlotDirectionLayout layout;
  VwPlotTexts *sums;
} Picture;

/* Pixels of the keypoint's level round it, those of the disc marked. */
static void
take_patch (Picture *self, const VwOrbTrace *trace, const VwTraceKeypoint *keypoint, int radius)
{
  const VwPlane *plane = &vw_orb_trace_get_level (trace, keypoint->level)->sharp;
  int side = 2 * radius + 1;

  self->pixels = g_malloc (side * side);
  self->inside = g_new (gboolean, side * side);
  for (int i = 0; i < side * side; i++)
    {
      int dx = i % side - radius, dy = i / side - radius;

      self->inside[i] = vw_orb_trace_is_in_disc (trace, dx, dy);
      self->pixels[i] = plane->pixels[(keypoint->y + dy) * plane->stride + keypoint->x + dx];
      if (self->inside[i])
        self->ink += self->pixels[i];
    }
}

static void
add_sums (Picture *self, const VwTraceKeypoint *keypoint, const VwPlotStyle *style, double x,
          double width)
{
  g_autofree char *m10 = vw_plot_format_count (vw_strings_numbers (), keypoint->m10, FALSE);
  g_autofree char *m01 = vw_plot_format_count (vw_strings_numbers (), keypoint->m01, FALSE);
  g_autofree char *ink = vw_plot_format_count (vw_strings_numbers (), self->ink, FALSE);
  g_autofree char *x_text = vw_strings_decimal (self->model.x, 2);
  g_autofree char *y_text = vw_strings_decimal (self->model.y, 2);
  g_autofree char *centre = g_strdup_printf (_("x %s px, y %s px"), x_text, y_text);
  g_autofree char *text = g_strjoin (
      "\n", _("Ink, added up:"), ink, "", _("Ink × steps to the right:"), m10, "",
      _("Ink × steps down:"), m01, "", _("Centre of the ink, from the middle:"), centre, NULL);
  double line;

  self->sums = vw_plot_texts_new (style);
  line = vw_plot_texts_line_height (self->sums, FONT * style->text_scale);
  vw_plot_texts_add_lines (self->sums,
                           &(VwPlotLabel){ .string = text,
                                           .x = x,
                                           .y = 2 * line,
                                           .size = FONT * style->text_scale,
                                           .color = style->palette.text },
                           width - x);
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  const VwOrbTrace *trace = scene->seen->frame.trace;
  const VwTraceKeypoint *keypoint;
  double side = MIN (PICTURE_SHARE * width, height);
  Picture *self;
  int radius;

  if (trace == NULL)
    return NULL;
  self = g_new0 (Picture, 1);
  keypoint = vw_orb_trace_get_keypoint (trace, scene->keypoint);
  radius = vw_orb_trace_get_radius (trace);
  take_patch (self, trace, keypoint, radius);
  self->angle = g_strdup_printf ("%.0f°", keypoint->angle);
  self->axis = g_strdup ("0°");
  self->model = (VwPlotDirection){ .side = 2 * radius + 1,
                                   .pixels = self->pixels,
                                   .inside = self->inside,
                                   .x = (double) keypoint->m10 / MAX (self->ink, 1),
                                   .y = (double) keypoint->m01 / MAX (self->ink, 1),
                                   .angle = keypoint->angle,
                                   .angle_text = self->angle,
                                   .axis_text = self->axis };
  vw_plot_direction_layout (&self->model, side, side, style, &self->layout);
  add_sums (self, keypoint, style, side + GAP, width);
  return self;
}

static void
paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  Picture *self = picture;

  vw_plot_direction_paint (cr, &self->model, &self->layout, style);
  vw_plot_texts_paint (self->sums, cr, NULL);
}

static void
picture_free (gpointer picture)
{
  Picture *self = picture;

  g_free (self->pixels);
  g_free (self->inside);
  g_free (self->angle);
  g_free (self->axis);
  vw_plot_direction_layout_clear (&self->layout);
  vw_plot_texts_free (self->sums);
  g_free (self);
}

const VwLessonPicture vw_lesson_direction = { make, paint, NULL, picture_free };
