/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-chart.h"

#include "app/lesson-picture.h"
#include "app/strings.h"
#include "text/step-text.h"

#define LEAST_ZOOM .82
#define MOST_ZOOM 2.4

static const VwLessonPicture *const pictures[VW_N_STEPS] = {
  [VW_STEP_UPSCALE] = &vw_lesson_upscale,     [VW_STEP_PYRAMID] = &vw_lesson_pyramid,
  [VW_STEP_FAST] = &vw_lesson_fast,           [VW_STEP_SUPPRESSION] = &vw_lesson_suppression,
  [VW_STEP_BORDER] = &vw_lesson_border,       [VW_STEP_QUOTA] = &vw_lesson_quota,
  [VW_STEP_DIRECTION] = &vw_lesson_direction, [VW_STEP_DESCRIPTOR] = &vw_lesson_descriptor,
  [VW_STEP_WORDS] = &vw_lesson_words,         [VW_STEP_HISTOGRAM] = &vw_lesson_histogram,
  [VW_STEP_SCORES] = &vw_lesson_scores,
};

struct _VwLessonChart {
  VwChart parent_instance;

  VwLesson *lesson;
  const VwLessonPicture *kind; /* of the picture */
  gpointer picture;
  double zoom;
};

G_DEFINE_FINAL_TYPE (VwLessonChart, vw_lesson_chart, VW_TYPE_CHART)

static void
drop_picture (VwLessonChart *self)
{
  if (self->picture != NULL)
    self->kind->free (self->picture);
  self->picture = NULL;
}

static void
vw_lesson_chart_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwLessonChart *self = VW_LESSON_CHART (chart);
  VwLessonScene scene;

  drop_picture (self);
  if (self->lesson == NULL || !vw_lesson_get_scene (self->lesson, &scene)
      || vw_lesson_get_lack (self->lesson) != VW_LACK_NOTHING || width < 1 || height < 1)
    return;
  self->zoom
      = CLAMP (MIN (width / VW_LESSON_WIDTH, height / VW_LESSON_HEIGHT), LEAST_ZOOM, MOST_ZOOM);
  self->kind = pictures[vw_lesson_get_step (self->lesson)];
  self->picture = self->kind->make (&scene, width / self->zoom, height / self->zoom, style);
}

static void
vw_lesson_chart_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwLessonChart *self = VW_LESSON_CHART (chart);

  if (self->picture == NULL)
    return;
  cairo_scale (cr, self->zoom, self->zoom);
  self->kind->paint (self->picture, cr, style);
}

static void
point (VwLessonChart *self, double x, double y, gboolean pin)
{
  vw_chart_ensure (VW_CHART (self));
  if (self->picture != NULL && self->kind->point != NULL)
    self->kind->point (self->picture, x / self->zoom, y / self->zoom,
                       vw_lesson_get_inspector (self->lesson), pin);
}

static void
vw_lesson_chart_hover (VwChart *chart, double x, double y)
{
  VwLessonChart *self = VW_LESSON_CHART (chart);

  point (self, x, y, FALSE);
}

static void
vw_lesson_chart_press (VwChart *chart, int n_press, double x, double y)
{
  VwLessonChart *self = VW_LESSON_CHART (chart);

  point (self, x, y, TRUE);
}

static void
vw_lesson_chart_leave (VwChart *chart)
{
  VwLessonChart *self = VW_LESSON_CHART (chart);
  VwInspector *inspector = vw_lesson_get_inspector (self->lesson);

  vw_inspector_point (inspector, -1);
  vw_inspector_point_word (inspector, -1);
  vw_inspector_point_level (inspector, -1);
}

/* What a screen reader says of the chart: what it shows is in the sentence and the note. */
static void
describe (VwLessonChart *self)
{
  VwStep step = vw_lesson_get_step (self->lesson);
  VwLessonScene scene;
  g_autofree char *sentence = NULL;

  if (!vw_lesson_get_scene (self->lesson, &scene))
    return;
  sentence = vw_step_sentence (step, scene.steps, vw_strings_decimal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vw_step_title (step), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
}

static void
on_changed (VwLessonChart *self)
{
  describe (self);
  vw_chart_changed (VW_CHART (self));
}

void
vw_lesson_chart_set_lesson (VwLessonChart *self, VwLesson *lesson)
{
  g_return_if_fail (VW_IS_LESSON_CHART (self));
  g_set_object (&self->lesson, lesson);
  g_signal_connect_object (lesson, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lesson, "stepped", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

static void
vw_lesson_chart_dispose (GObject *object)
{
  VwLessonChart *self = VW_LESSON_CHART (object);

  drop_picture (self);
  g_clear_object (&self->lesson);
  G_OBJECT_CLASS (vw_lesson_chart_parent_class)->dispose (object);
}

static void
vw_lesson_chart_class_init (VwLessonChartClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_lesson_chart_dispose;
  VW_CHART_CLASS (class)->arrange = vw_lesson_chart_arrange;
  VW_CHART_CLASS (class)->paint = vw_lesson_chart_paint;
  VW_CHART_CLASS (class)->hover = vw_lesson_chart_hover;
  VW_CHART_CLASS (class)->leave = vw_lesson_chart_leave;
  VW_CHART_CLASS (class)->press = vw_lesson_chart_press;
}

static void
vw_lesson_chart_init (VwLessonChart *self)
{
}
