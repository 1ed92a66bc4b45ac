/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-picture.h"

#include "plot/levels.h"

#include <glib/gi18n.h>

/* All levels of the pyramid, plain or with their borders and corners. */
typedef struct {
  guint shown;
  guint8 *empty[VW_ORB_MAX_LEVELS];  /* in place of unknown pixels */
  GArray *points[VW_ORB_MAX_LEVELS]; /* of VwPlotLevelPoint */
  char *texts[VW_ORB_MAX_LEVELS][VW_PLOT_LEVEL_LINES];
  VwPlotLevel levels[VW_ORB_MAX_LEVELS];
  VwPlotLevels model;
  VwPlotLevelsLayout layout;
} Picture;

/* Without a trace only the first level's pixels are known; the others stand empty. */
static VwPlotPixels
take_pixels (Picture *self, const VwInspection *seen, guint level)
{
  const VwLevelCounts *counts = &seen->frame.levels[level];
  const VwPlane *plane;

  if (seen->frame.trace != NULL)
    {
      plane = &vw_orb_trace_get_level (seen->frame.trace, level)->sharp;
      return (VwPlotPixels){ plane->width, plane->height, plane->pixels, plane->stride };
    }
  if (level == 0)
    return (VwPlotPixels){ seen->width, seen->height, seen->pixels, 0 };
  self->empty[level] = g_malloc0 ((gsize) counts->width * counts->height);
  return (VwPlotPixels){ counts->width, counts->height, self->empty[level], 0 };
}

static void
add_points (Picture *self, const VwInspection *seen, guint number)
{
  const VwTraceLevel *level = vw_orb_trace_get_level (seen->frame.trace, number);

  for (guint i = 0; i < level->n_corners; i++)
    {
      const VwTraceCorner *corner = &level->corners[i];
      VwPlotLevelPoint point = { corner->x, corner->y, corner->fate == VW_CORNER_AT_BORDER };

      if (corner->fate >= VW_CORNER_AT_BORDER)
        g_array_append_val (self->points[number], point);
    }
}

static void
add_room (Picture *self, const VwInspection *seen, guint number)
{
  const VwLevelCounts *counts = &seen->frame.levels[number];
  int edge = seen->parameters.edge_threshold;
  int across = (int) counts->width - 2 * edge, down = (int) counts->height - 2 * edge;
  gboolean room = across > 0 && down > 0;

  self->texts[number][1]
      = room ? g_strdup_printf (_("%d × %d px left"), across, down) : g_strdup (_("no room"));
  self->texts[number][2] = g_strdup_printf ("%u → %u", counts->suppressed, counts->border);
  self->levels[number].lines[1]
      = (VwPlotLevelLine){ self->texts[number][1], .dim = room, .lost = !room };
  self->levels[number].lines[2]
      = (VwPlotLevelLine){ self->texts[number][2], .bold = counts->border > 0,
                           .dim = counts->border == 0 };
}

static void
fill_level (Picture *self, const VwInspection *seen, guint number, gboolean border)
{
  const VwLevelCounts *counts = &seen->frame.levels[number];

  self->points[number] = g_array_new (FALSE, FALSE, sizeof (VwPlotLevelPoint));
  self->texts[number][0] = g_strdup_printf (_("%u px"), counts->width);
  self->levels[number] = (VwPlotLevel){ .pixels = take_pixels (self, seen, number),
                                        .border = border ? seen->parameters.edge_threshold : -1,
                                        .lines = { { self->texts[number][0], TRUE } } };
  if (!border)
    return;
  add_points (self, seen, number);
  add_room (self, seen, number);
  self->levels[number].n_points = self->points[number]->len;
  self->levels[number].points = (const VwPlotLevelPoint *) self->points[number]->data;
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style,
      gboolean border)
{
  Picture *self = g_new0 (Picture, 1);

  self->shown = scene->level;
  for (guint i = 0; i < scene->seen->frame.n_levels; i++)
    fill_level (self, scene->seen, i, border);
  self->model = (VwPlotLevels){ scene->seen->frame.n_levels, self->levels };
  vw_plot_levels_layout (&self->model, width, height, style, &self->layout);
  return self;
}

static gpointer
make_plain (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  return make (scene, width, height, style, FALSE);
}

static gpointer
make_border (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  return make (scene, width, height, style, TRUE);
}

static void
paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  Picture *self = picture;

  vw_plot_levels_paint (cr, &self->model, &self->layout, style, self->shown);
}

static void
point (gpointer picture, double x, double y, VwInspector *inspector, gboolean pin)
{
  int level = vw_plot_levels_hit (&((Picture *) picture)->layout, x, y);

  if (!pin)
    vw_inspector_point_level (inspector, level);
  else if (level >= 0)
    vw_inspector_pin_level (inspector, level);
}

static void
picture_free (gpointer picture)
{
  Picture *self = picture;

  for (guint i = 0; i < self->model.n_levels; i++)
    {
      g_free (self->empty[i]);
      g_array_unref (self->points[i]);
      for (guint line = 0; line < VW_PLOT_LEVEL_LINES; line++)
        g_free (self->texts[i][line]);
    }
  vw_plot_levels_layout_clear (&self->layout);
  g_free (self);
}

const VwLessonPicture vw_lesson_pyramid = { make_plain, paint, point, picture_free };
const VwLessonPicture vw_lesson_border = { make_border, paint, point, picture_free };
