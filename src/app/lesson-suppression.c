/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-grid.h"

#include "app/lesson-points.h"

#include <glib/gi18n.h>

#define SIDE VW_LESSON_CLUSTER_SIDE

/* Each corner of the neighbourhood with its score, and how it fared. */
static void
mark_corners (VwLessonGrid *self, const VwTraceLevel *level, const VwTraceCorner *middle)
{
  for (guint i = 0; i < level->n_corners; i++)
    {
      const VwTraceCorner *corner = &level->corners[i];
      int column = corner->x - middle->x + SIDE / 2, row = corner->y - middle->y + SIDE / 2;
      guint cell = row * SIDE + column;

      if (column < 0 || column >= SIDE || row < 0 || row >= SIDE)
        continue;
      self->cells[cell].mark = corner->fate == VW_CORNER_BEATEN ? VW_PLOT_CELL_BEATEN
                               : corner->fate == VW_CORNER_TIED ? VW_PLOT_CELL_TIED
                                                                : VW_PLOT_CELL_KEPT;
      self->texts[cell] = g_strdup_printf ("%u", corner->score);
    }
}

static void
add_lines (VwLessonGrid *self, const VwInspection *seen, guint level)
{
  guint beaten = vw_orb_trace_count (seen->frame.trace, level, VW_CORNER_BEATEN);
  guint tied = vw_orb_trace_count (seen->frame.trace, level, VW_CORNER_TIED);

  vw_lesson_grid_add_line (
      self, VW_PLOT_CELL_PLAIN,
      g_strdup_printf (_("On level %u, %u px:"), level, seen->frame.levels[level].width));
  vw_lesson_grid_add_line (self, VW_PLOT_CELL_KEPT,
                           g_strdup_printf (ngettext ("%u stays: the highest score around",
                                                      "%u stay: the highest score around",
                                                      seen->frame.levels[level].suppressed),
                                            seen->frame.levels[level].suppressed));
  vw_lesson_grid_add_line (self, VW_PLOT_CELL_BEATEN,
                           g_strdup_printf (ngettext ("%u goes: a neighbour scores higher",
                                                      "%u go: a neighbour scores higher", beaten),
                                            beaten));
  vw_lesson_grid_add_line (
      self, VW_PLOT_CELL_TIED,
      g_strdup_printf (ngettext ("%u goes: a neighbour ties", "%u go: a neighbour ties", tied),
                       tied));
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  const VwTraceCorner *corner = vw_lesson_scene_corner (scene);
  const VwTraceLevel *level = vw_lesson_scene_level (scene);
  VwLessonGrid *self;

  if (corner == NULL)
    return NULL;
  self = g_new0 (VwLessonGrid, 1);
  vw_lesson_grid_take (self, level, corner, SIDE);
  mark_corners (self, level, corner);
  add_lines (self, scene->seen, scene->level);
  vw_lesson_grid_layout (self, width, height, style);
  return self;
}

const VwLessonPicture vw_lesson_suppression
    = { make, vw_lesson_grid_paint, NULL, vw_lesson_grid_free };
