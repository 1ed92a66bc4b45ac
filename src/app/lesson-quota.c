/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-picture.h"

#include "plot/rows.h"

#include <glib/gi18n.h>

/* What each level may keep, and what comes there. */
typedef struct {
  guint n_texts;
  char *texts[2 * VW_ORB_MAX_LEVELS];
  VwPlotRow rows[VW_ORB_MAX_LEVELS];
  VwPlotRows model;
  VwPlotRowsLayout layout;
} Picture;

static const char *
keep (Picture *self, char *text)
{
  return self->texts[self->n_texts++] = text;
}

static void
fill_row (Picture *self, const VwLessonScene *scene, guint level)
{
  const VwLevelCounts *counts = &scene->seen->frame.levels[level];
  VwPlotRow *row = &self->rows[level];

  *row = (VwPlotRow){ .to = counts->kept,
                      .lost = counts->border,
                      .track = scene->steps->quotas[level],
                      .kind = VW_PLOT_BAR_LEVEL,
                      .level = level };
  row->label = keep (self, g_strdup_printf (_("%u px"), counts->width));
  row->figure = keep (
      self, g_strdup_printf (_("%u · quota %u"), counts->border, scene->steps->quotas[level]));
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  Picture *self = g_new0 (Picture, 1);

  for (guint i = 0; i < scene->seen->frame.n_levels; i++)
    fill_row (self, scene, i);
  self->model = (VwPlotRows){ _("Corners inside the border, and the quota of each level"),
                              scene->seen->frame.n_levels, self->rows, 0 };
  vw_plot_rows_layout (&self->model, width, height, style, &self->layout);
  return self;
}

static void
paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  Picture *self = picture;

  vw_plot_rows_paint (cr, &self->model, &self->layout, style);
}

static void
picture_free (gpointer picture)
{
  Picture *self = picture;

  for (guint i = 0; i < self->n_texts; i++)
    g_free (self->texts[i]);
  vw_plot_rows_layout_clear (&self->layout);
  g_free (self);
}

const VwLessonPicture vw_lesson_quota = { make, paint, NULL, picture_free };
