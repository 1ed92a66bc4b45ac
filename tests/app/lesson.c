/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lesson without the rest of the window: every step, drawn in sizes from small to projector, of
   digits that have all there is to show and of such that lack something. */
#include "app/lesson-markup.h"
#include "app/lesson-view.h"
#include "core/fast-ring.h"
#include "core/presets.h"
#include "lib/model.h"

#include <adwaita.h>

typedef struct {
  const char *path;
  const char *settings; /* what differs from the notebook */
  gboolean model;
  VwPyramid pyramid;
  VwStep first_lacking; /* and the lack of the last step */
  VwLack lack;
} Case;

static const Case cases[] = {
  { "/lesson/normal", "", TRUE, VW_PYRAMID_1, VW_N_STEPS, VW_LACK_NOTHING },
  { "/lesson/pyramid", "edge-threshold=4", TRUE, VW_PYRAMID_1_2_4, VW_N_STEPS, VW_LACK_NOTHING },
  { "/lesson/quota", "edge-threshold=4 features=20", TRUE, VW_PYRAMID_1, VW_N_STEPS,
    VW_LACK_NOTHING },
  { "/lesson/no-model", "", FALSE, VW_PYRAMID_1, VW_STEP_WORDS, VW_LACK_MODEL },
  { "/lesson/no-keypoints", "upscale=56", TRUE, VW_PYRAMID_1, VW_STEP_DIRECTION,
    VW_LACK_KEYPOINTS },
  { "/lesson/opencv", "engine=opencv", FALSE, VW_PYRAMID_1, VW_STEP_FAST, VW_LACK_MODEL },
  { "/lesson/one-level", "levels=1 interpolation=nearest", TRUE, VW_PYRAMID_1, VW_N_STEPS,
    VW_LACK_NOTHING },
  { "/lesson/no-corners", "fast-threshold=250", TRUE, VW_PYRAMID_1, VW_STEP_DIRECTION,
    VW_LACK_KEYPOINTS },
};

static VwDataset *
load_sample (void)
{
  g_autoptr (GError) error = NULL;
  VwDataset *dataset = vw_dataset_load ("sample", NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static VwParameters
notebook_with (const char *text)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_auto (GStrv) settings = g_strsplit (text, " ", -1);

  for (guint i = 0; settings[i] != NULL && *settings[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);

      g_assert_true (vw_parameter_parse (&parameters, vw_parameter_find (pair[0]), pair[1], NULL));
    }
  return parameters;
}

static void
wait_for_digit (VwInspector *inspector)
{
  while (vw_inspector_get_inspection (inspector) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
let_time_pass (guint rounds)
{
  for (guint i = 0; i < rounds; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static GskRenderNode *
draw_once (GtkWidget *window, int width, int height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Has all of the window drawn as it is; a new one takes a while until there is something. */
static void
draw (GtkWidget *window, int width, int height)
{
  GskRenderNode *node = draw_once (window, width, height);

  for (guint i = 0; node == NULL && i < 500; i++)
    {
      let_time_pass (5);
      node = draw_once (window, width, height);
    }
  g_assert_nonnull (node);
  gsk_render_node_unref (node);
}

static void
walk (GtkWidget *window, VwLesson *lesson, const Case *c)
{
  static const int sizes[][2] = { { 1280, 760 }, { 880, 540 }, { 1920, 1020 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i][0], sizes[i][1]);
      for (VwStep step = 0; step < VW_N_STEPS; step++)
        {
          vw_lesson_set_step (lesson, step);
          let_time_pass (4);
          draw (window, sizes[i][0], sizes[i][1]);
          g_assert_cmpint (vw_lesson_get_step (lesson), ==, step);
          if (step < c->first_lacking)
            g_assert_cmpint (vw_lesson_get_lack (lesson), ==, VW_LACK_NOTHING);
          else
            g_assert_cmpint (vw_lesson_get_lack (lesson), !=, VW_LACK_NOTHING);
        }
      g_assert_cmpint (vw_lesson_get_lack (lesson), ==, c->lack);
    }
}

static VwSession *
make_session (const Case *c)
{
  VwSession *session = vw_session_new ();
  g_autoptr (VwDataset) dataset = load_sample ();
  VwParameters parameters = notebook_with (c->settings);

  vw_session_set_parameters (session, &parameters);
  vw_session_set_dataset (session, dataset);
  if (c->model)
    {
      g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, c->pyramid);

      vw_session_set_model (session, model, NULL);
    }
  vw_session_try_settings (session, &parameters);
  return session;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (VwSession) session = make_session (c);
  g_autoptr (VwInspector) inspector = vw_inspector_new (session);
  g_autoptr (VwLesson) lesson = vw_lesson_new (inspector);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = g_object_new (VW_TYPE_LESSON_VIEW, NULL);

  vw_lesson_view_set_lesson (VW_LESSON_VIEW (view), lesson);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_digit (inspector);
  walk (window, lesson, c);
  vw_session_set_selected (session, 7); /* the lesson follows */
  let_time_pass (60);
  draw (window, 1280, 760);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Steps end at the first and the last; keypoints go round. */
static void
test_navigation (void)
{
  g_autoptr (VwSession) session = make_session (&cases[0]);
  g_autoptr (VwInspector) inspector = vw_inspector_new (session);
  g_autoptr (VwLesson) lesson = vw_lesson_new (inspector);
  VwLessonScene scene;
  int first, n;

  g_assert_false (vw_lesson_get_scene (lesson, &scene));
  wait_for_digit (inspector);
  g_assert_true (vw_lesson_get_scene (lesson, &scene));
  vw_lesson_set_step (lesson, -3);
  g_assert_cmpint (vw_lesson_get_step (lesson), ==, VW_STEP_UPSCALE);
  vw_lesson_set_step (lesson, 99);
  g_assert_cmpint (vw_lesson_get_step (lesson), ==, VW_STEP_SCORES);
  first = scene.keypoint;
  n = scene.seen->frame.n_keypoints;
  g_assert_cmpint (n, >, 1);
  for (int i = 0; i < n; i++)
    {
      vw_lesson_pass_keypoints (lesson, 1);
      g_assert_true (vw_lesson_get_scene (lesson, &scene));
      g_assert_cmpint (scene.keypoint, ==, (first + i + 1) % n);
    }
  vw_lesson_pass_keypoints (lesson, -1);
  g_assert_true (vw_lesson_get_scene (lesson, &scene));
  g_assert_cmpint (scene.keypoint, ==, (first - 1 + n) % n);
}

/* A level that has no keypoint, shown alone, takes the keypoint of the other steps from nobody. */
static void
test_level_alone (void)
{
  g_autoptr (VwSession) session = make_session (&cases[0]);
  g_autoptr (VwInspector) inspector = vw_inspector_new (session);
  g_autoptr (VwLesson) lesson = vw_lesson_new (inspector);
  VwLessonScene scene;

  wait_for_digit (inspector);
  vw_lesson_set_step (lesson, VW_STEP_BORDER);
  vw_inspector_pin_level (inspector, 7);
  g_assert_true (vw_lesson_get_scene (lesson, &scene));
  g_assert_cmpuint (scene.level, ==, 7);
  g_assert_cmpint (scene.keypoint, >=, 0);
  vw_lesson_set_step (lesson, VW_STEP_DIRECTION);
  g_assert_cmpint (vw_inspector_get_pinned_level (inspector), ==, -1);
  g_assert_cmpint (vw_lesson_get_lack (lesson), ==, VW_LACK_NOTHING);
}

/* What the ring shows is what FAST says of the corner: its arc, and how far its weakest pixel is
 * off. */
static void
test_ring (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  VwParameters parameters = notebook_with ("");
  g_autoptr (VwInspection) seen
      = vw_inspection_new (dataset, VW_SPLIT_TEST, 0, &parameters, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < seen->frame.n_levels; i++)
    {
      const VwTraceLevel *level = vw_orb_trace_get_level (seen->frame.trace, i);

      for (guint k = 0; k < level->n_corners; k++)
        {
          const VwTraceCorner *corner = &level->corners[k];
          VwFastRing ring;

          vw_fast_ring_look (&ring, level, corner, parameters.fast_threshold);
          g_assert_cmpuint (ring.length, >=, 9);
          vw_fast_ring_look (&ring, level, corner, corner->score);
          g_assert_cmpuint (ring.length, >=, 9);
          vw_fast_ring_look (&ring, level, corner, corner->score + 1);
          g_assert_cmpuint (ring.length, <, 9);
          n++;
        }
    }
  g_assert_cmpuint (n, ==, seen->reason.fast);
}

static void
test_markup (void)
{
  VwPlotStyle style;
  g_autofree char *markup = NULL, *plain = NULL;

  vw_plot_style_init (&style, VW_PLOT_LIGHT);
  markup = vw_lesson_markup ("closer than 31 px: of 102, × 96 go & ○ 6 stay < −0.76, 28 × 28 px",
                             &style);
  g_assert_nonnull (strstr (markup, "<b>31\302\240px</b>"));
  g_assert_nonnull (strstr (markup, "color=\"#c5440c\" fgalpha=\"100%\">×\302\24096</span>"));
  g_assert_nonnull (strstr (markup, "<b>−0.76</b>"));
  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, NULL));
  g_assert_nonnull (
      strstr (plain, "go & ○\302\2406 stay < −0.76, 28\302\240×\302\24028\302\240px"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/lesson/navigation", test_navigation);
  g_test_add_func ("/lesson/level-alone", test_level_alone);
  g_test_add_func ("/lesson/ring", test_ring);
  g_test_add_func ("/lesson/markup", test_markup);
  return g_test_run ();
}
