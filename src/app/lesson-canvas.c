/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-canvas.h"

#include "app/keypoint-card.h"
#include "app/lesson-points.h"
#include "app/strings.h"

#include <glib/gi18n.h>
#include <math.h>

#define ZOOM_SIDE 420.0 /* the side at which lines are as thin as on the page */
#define MOST_ZOOM 3.0
#define MARGIN 30.0     /* for rulers, kept in every step */
#define LEAST_VIEW 60.0 /* pixels of the upscaled digit */
#define VIEW_MARGIN 14.0

#define KEPT (VW_PLOT_LAYER_PIXELS | VW_PLOT_LAYER_KEPT)

static const guint layers[VW_N_STEPS] = {
  [VW_STEP_UPSCALE] = VW_PLOT_LAYER_PIXELS,
  [VW_STEP_PYRAMID] = VW_PLOT_LAYER_PIXELS,
  [VW_STEP_FAST] = VW_PLOT_LAYER_PIXELS | VW_PLOT_LAYER_SCORES,
  [VW_STEP_SUPPRESSION] = VW_PLOT_LAYER_PIXELS | VW_PLOT_LAYER_BEATEN | VW_PLOT_LAYER_TIED,
  [VW_STEP_BORDER] = KEPT | VW_PLOT_LAYER_BORDER | VW_PLOT_LAYER_WINDOWS | VW_PLOT_LAYER_DROPPED,
  [VW_STEP_QUOTA] = KEPT | VW_PLOT_LAYER_OVER_QUOTA,
  [VW_STEP_DIRECTION] = KEPT | VW_PLOT_LAYER_PATCH,
  [VW_STEP_DESCRIPTOR] = KEPT | VW_PLOT_LAYER_PATCH | VW_PLOT_LAYER_PAIRS,
  [VW_STEP_WORDS] = KEPT | VW_PLOT_LAYER_PATCH,
  [VW_STEP_HISTOGRAM] = KEPT,
  [VW_STEP_SCORES] = VW_PLOT_LAYER_PIXELS,
};

struct _VwLessonCanvas {
  VwChart parent_instance;

  VwLesson *lesson;
  double zoom;
  GArray *corners;    /* of VwPlotCorner */
  GArray *points;     /* of VwPlotPoint */
  VwPlotPixelBox box; /* no columns for none */
  VwPlotDigit model;
  VwPlotDigitLayout layout;
  VwPlotTags tags;
  VwPlotRulers rulers;
};

G_DEFINE_FINAL_TYPE (VwLessonCanvas, vw_lesson_canvas, VW_TYPE_CHART)

static gboolean
shows_level (VwStep step)
{
  return step == VW_STEP_PYRAMID || step == VW_STEP_FAST || step == VW_STEP_SUPPRESSION;
}

static gboolean
shows_words (VwStep step)
{
  return step == VW_STEP_WORDS || step == VW_STEP_HISTOGRAM;
}

/* The smallest square part of the digit that has all keypoints in it, with some margin. */
static VwPlotView
view_of_keypoints (const VwInspection *seen)
{
  double left = seen->width, right = 0, top = seen->height, bottom = 0, side;

  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    {
      const VwKeypoint *keypoint = &seen->frame.keypoints[i];

      left = MIN (left, keypoint->x);
      right = MAX (right, keypoint->x);
      top = MIN (top, keypoint->y);
      bottom = MAX (bottom, keypoint->y);
    }
  side = MAX (MAX (right - left, bottom - top) + 2 * VIEW_MARGIN, LEAST_VIEW);
  return (VwPlotView){ MAX (seen->width, seen->height) / side, (left + right) / 2 / seen->width,
                       (top + bottom) / 2 / seen->height };
}

static void
note_corners (VwLessonCanvas *self, const VwInspection *seen)
{
  g_array_set_size (self->corners, 0);
  for (guint i = 0; seen->frame.trace != NULL && i < seen->frame.n_levels; i++)
    {
      const VwTraceLevel *level = vw_orb_trace_get_level (seen->frame.trace, i);

      for (guint k = 0; k < level->n_corners; k++)
        {
          const VwTraceCorner *at = &level->corners[k];
          VwPlotCorner corner
              = { at->x * level->scale, at->y * level->scale, i, at->score, at->fate };

          g_array_append_val (self->corners, corner);
        }
    }
}

/* Without keypoints the later steps show where they went. */
static guint
choose_layers (VwLessonCanvas *self, VwStep step)
{
  return vw_lesson_get_lack (self->lesson) == VW_LACK_KEYPOINTS ? layers[VW_STEP_BORDER]
                                                                : layers[step];
}

static void
fill_digit (VwLessonCanvas *self, const VwLessonScene *scene, VwStep step)
{
  const VwInspection *seen = scene->seen;
  const VwTraceLevel *level = vw_lesson_scene_level (scene);

  note_corners (self, seen);
  self->model = (VwPlotDigit){
    .width = seen->width,
    .height = seen->height,
    .pixels = seen->pixels,
    .n_keypoints = seen->frame.n_keypoints,
    .keypoints = seen->frame.keypoints,
    .n_corners = self->corners->len,
    .corners = (const VwPlotCorner *) self->corners->data,
    .n_levels = seen->frame.n_levels,
    .levels = seen->frame.levels,
    .edge_threshold = seen->parameters.edge_threshold,
    .layers = choose_layers (self, step),
    .level = step == VW_STEP_BORDER || shows_level (step) ? (int) scene->level : -1,
    .plane = level != NULL && shows_level (step) ? &level->sharp : NULL,
    .view
    = shows_words (step) && scene->keypoint >= 0 ? view_of_keypoints (seen) : VW_PLOT_WHOLE_VIEW,
    .pixels_pattern = _("{count} px"),
    .numbers = vw_strings_numbers (),
  };
}

static void
lay_tags_out (VwLessonCanvas *self, const VwInspection *seen, const VwPlotStyle *style)
{
  g_auto (GStrv) texts = g_new0 (char *, seen->frame.n_keypoints + 1);

  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    texts[i] = g_strdup_printf ("%u", seen->words[i]);
  vw_plot_tags_layout (&self->layout, (const char *const *) texts, style, &self->tags);
}

static void
clear (VwLessonCanvas *self)
{
  g_array_set_size (self->points, 0);
  self->box = (VwPlotPixelBox){ 0 };
  vw_plot_digit_layout_clear (&self->layout);
  vw_plot_tags_clear (&self->tags);
  vw_plot_rulers_clear (&self->rulers);
}

static void
vw_lesson_canvas_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwLessonCanvas *self = VW_LESSON_CANVAS (chart);
  VwLessonScene scene;
  VwStep step;
  VwLack lack;

  clear (self);
  if (self->lesson == NULL || !vw_lesson_get_scene (self->lesson, &scene))
    return;
  step = vw_lesson_get_step (self->lesson);
  lack = vw_lesson_get_lack (self->lesson);
  self->zoom = CLAMP (MIN (width, height) / ZOOM_SIDE, 1, MOST_ZOOM);
  fill_digit (self, &scene, step);
  vw_plot_digit_layout (&self->model, width / self->zoom - MARGIN, height / self->zoom - MARGIN,
                        style, &self->layout);
  if (lack == VW_LACK_NOTHING)
    self->box = vw_lesson_points_add (self->points, &scene, step);
  if (shows_words (step) && lack == VW_LACK_NOTHING)
    lay_tags_out (self, scene.seen, style);
  if (self->model.layers & VW_PLOT_LAYER_BORDER)
    vw_plot_rulers_layout (&self->model, &self->layout, style, &self->rulers);
}

static void
paint_digit (VwLessonCanvas *self, cairo_t *cr, const VwPlotStyle *style,
             const VwLessonScene *scene)
{
  VwStep step = vw_lesson_get_step (self->lesson);
  const VwInspection *seen = scene->seen;
  gboolean pointed = step >= VW_STEP_DIRECTION && scene->keypoint >= 0;
  int word
      = pointed && shows_words (step) && seen->model != NULL ? seen->words[scene->keypoint] : -1;
  g_autoptr (GArray) related = vw_inspection_with_word (seen, word);
  VwTestPair pairs[VW_DESCRIPTOR_BITS];
  VwPlotDigitState state = { pointed ? scene->keypoint : -1, (const guint *) related->data,
                             related->len, NULL, vw_lesson_scene_bit (scene) };

  if (pointed && seen->frame.trace != NULL)
    {
      vw_orb_trace_get_pairs (seen->frame.trace, scene->keypoint, pairs);
      state.pairs = pairs;
    }
  vw_plot_digit_paint (cr, &self->model, &self->layout, style, &state);
  vw_plot_tags_paint (cr, &self->tags, &self->layout, style, &state);
}

static void
vw_lesson_canvas_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwLessonCanvas *self = VW_LESSON_CANVAS (chart);
  VwLessonScene scene;

  if (self->layout.texts == NULL || !vw_lesson_get_scene (self->lesson, &scene))
    return;
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_translate (cr, MARGIN, MARGIN);
  paint_digit (self, cr, style, &scene);
  vw_plot_rulers_paint (cr, &self->rulers, &self->layout, style);
  vw_plot_points_paint (cr, &self->layout, style, (const VwPlotPoint *) self->points->data,
                        self->points->len);
  if (self->box.columns > 0)
    vw_plot_box_paint (cr, &self->layout, style, &self->box);
}

/* Returns: a keypoint, −1 where there is none or the step shows none. */
static int
hit (VwLessonCanvas *self, double x, double y)
{
  vw_chart_ensure (VW_CHART (self));
  if (self->layout.texts == NULL)
    return -1;
  return vw_plot_digit_hit (&self->layout, x / self->zoom - MARGIN, y / self->zoom - MARGIN);
}

static void
vw_lesson_canvas_hover (VwChart *chart, double x, double y)
{
  VwLessonCanvas *self = VW_LESSON_CANVAS (chart);

  vw_inspector_point (vw_lesson_get_inspector (self->lesson), hit (self, x, y));
}

static void
vw_lesson_canvas_leave (VwChart *chart)
{
  VwLessonCanvas *self = VW_LESSON_CANVAS (chart);

  vw_inspector_point (vw_lesson_get_inspector (self->lesson), -1);
}

static void
vw_lesson_canvas_press (VwChart *chart, int n_press, double x, double y)
{
  VwLessonCanvas *self = VW_LESSON_CANVAS (chart);
  int keypoint = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (keypoint >= 0)
    vw_inspector_pin (vw_lesson_get_inspector (self->lesson), keypoint);
}

static void
on_changed (VwLessonCanvas *self)
{
  VwLessonScene scene;
  g_autofree char *text = NULL, *keypoint = NULL;

  vw_chart_changed (VW_CHART (self));
  if (!vw_lesson_get_scene (self->lesson, &scene))
    return;
  text = vw_lesson_scene_title (&scene);
  keypoint = vw_keypoint_describe (vw_lesson_get_inspector (self->lesson));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  keypoint != NULL ? keypoint : "", -1);
}

void
vw_lesson_canvas_set_lesson (VwLessonCanvas *self, VwLesson *lesson)
{
  g_return_if_fail (VW_IS_LESSON_CANVAS (self));
  g_set_object (&self->lesson, lesson);
  g_signal_connect_object (lesson, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lesson, "stepped", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

static void
vw_lesson_canvas_dispose (GObject *object)
{
  VwLessonCanvas *self = VW_LESSON_CANVAS (object);

  if (self->points != NULL)
    clear (self);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->corners, g_array_unref);
  g_clear_object (&self->lesson);
  G_OBJECT_CLASS (vw_lesson_canvas_parent_class)->dispose (object);
}

static void
vw_lesson_canvas_class_init (VwLessonCanvasClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_lesson_canvas_dispose;
  VW_CHART_CLASS (class)->arrange = vw_lesson_canvas_arrange;
  VW_CHART_CLASS (class)->paint = vw_lesson_canvas_paint;
  VW_CHART_CLASS (class)->hover = vw_lesson_canvas_hover;
  VW_CHART_CLASS (class)->leave = vw_lesson_canvas_leave;
  VW_CHART_CLASS (class)->press = vw_lesson_canvas_press;
}

static void
vw_lesson_canvas_init (VwLessonCanvas *self)
{
  self->corners = g_array_new (FALSE, FALSE, sizeof (VwPlotCorner));
  self->points = g_array_new (FALSE, FALSE, sizeof (VwPlotPoint));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}
