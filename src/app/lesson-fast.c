/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-grid.h"

#include "app/lesson-points.h"
#include "core/fast-ring.h"

#include <glib/gi18n.h>

#define SIDE VW_LESSON_RING_SIDE
#define MOST_INK 255

static void
mark_ring (VwLessonGrid *self, const VwFastRing *ring, int threshold)
{
  guint centre = SIDE * SIDE / 2;

  self->cells[centre].mark = VW_PLOT_CELL_CENTRE;
  self->texts[centre] = g_strdup_printf ("%d", ring->centre);
  for (guint i = 0; i < VW_RING_PIXELS; i++)
    {
      guint cell = (ring->y[i] + SIDE / 2) * SIDE + ring->x[i] + SIDE / 2;
      int step = ring->grey[i] - ring->centre;

      self->cells[cell].mark = step > threshold    ? VW_PLOT_CELL_MORE
                               : -step > threshold ? VW_PLOT_CELL_LESS
                                                   : VW_PLOT_CELL_ALIKE;
      self->texts[cell] = g_strdup_printf ("%d", ring->grey[i]);
    }
}

static void
add_lines (VwLessonGrid *self, const VwFastRing *ring, int threshold)
{
  char *arc = ring->above
                  ? g_strdup_printf (ngettext ("%u in a row has more: a corner",
                                               "%u in a row have more: a corner", ring->length),
                                     ring->length)
                  : g_strdup_printf (ngettext ("%u in a row has less: a corner",
                                               "%u in a row have less: a corner", ring->length),
                                     ring->length);

  vw_lesson_grid_add_line (self, VW_PLOT_CELL_CENTRE,
                           g_strdup_printf (_("the middle: %d"), ring->centre));
  vw_lesson_grid_add_line (
      self, VW_PLOT_CELL_MORE,
      ring->centre + threshold < MOST_INK
          ? g_strdup_printf (_("more ink: above %d"), ring->centre + threshold)
          : g_strdup (_("more ink: there is no more")));
  vw_lesson_grid_add_line (
      self, VW_PLOT_CELL_LESS,
      ring->centre - threshold > 0
          ? g_strdup_printf (_("less ink: below %d"), ring->centre - threshold)
          : g_strdup (_("less ink: there is no less")));
  vw_lesson_grid_add_line (self, VW_PLOT_CELL_ALIKE, g_strdup (_("about the same")));
  vw_lesson_grid_add_line (self, VW_PLOT_CELL_PLAIN, arc);
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  const VwTraceCorner *corner = vw_lesson_scene_corner (scene);
  int threshold = scene->seen->parameters.fast_threshold;
  VwLessonGrid *self;
  VwFastRing ring;

  if (corner == NULL)
    return NULL;
  self = g_new0 (VwLessonGrid, 1);
  vw_fast_ring_look (&ring, vw_lesson_scene_level (scene), corner, threshold);
  vw_lesson_grid_take (self, vw_lesson_scene_level (scene), corner, SIDE);
  mark_ring (self, &ring, threshold);
  add_lines (self, &ring, threshold);
  vw_lesson_grid_layout (self, width, height, style);
  return self;
}

const VwLessonPicture vw_lesson_fast = { make, vw_lesson_grid_paint, NULL, vw_lesson_grid_free };
