/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ORB in stages against the installed OpenCV, on drawn images and over a grid of settings. */
#include "conformance/oracle.h"
#include "core/error.h"
#include "core/orb-private.h"
#include "core/presets.h"
#include "lib/synthetic.h"

#include <string.h>

/* With VW_TEST_KERNELS=plain, those of a machine without AVX2; meson.build then tells OpenCV too. */
static const VwKernels *
kernels_under_test (void)
{
  return g_strcmp0 (g_getenv ("VW_TEST_KERNELS"), "plain") == 0 ? &vw_kernels_plain : vw_kernels ();
}

static VwParameters
notebook_with (const char *text)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_auto (GStrv) settings = g_strsplit (text, " ", -1);

  for (guint i = 0; settings[i] != NULL && settings[i][0] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);
      g_autoptr (GError) error = NULL;

      vw_parameter_parse (&parameters, vw_parameter_find (pair[0]), pair[1], &error);
      g_assert_no_error (error);
    }
  return parameters;
}

typedef struct {
  const char *settings;
  guint width, height;
} Case;

static const Case cases[] = {
  { "", 96, 96 },
  { "features=10", 96, 96 },
  { "features=30 edge-threshold=4", 96, 96 },
  { "features=1 levels=3 edge-threshold=15", 96, 96 },
  { "levels=1 edge-threshold=0", 96, 96 },
  { "levels=3 edge-threshold=4", 96, 96 },
  { "edge-threshold=0", 96, 96 },
  { "edge-threshold=4", 96, 96 },
  { "edge-threshold=15 fast-threshold=5", 96, 96 },
  { "edge-threshold=4 fast-threshold=0 features=2000", 96, 96 },
  { "edge-threshold=4 fast-threshold=254", 96, 96 },
  { "edge-threshold=4 patch-size=15", 96, 96 },
  { "edge-threshold=4 patch-size=40", 96, 96 },
  { "edge-threshold=0 patch-size=2", 96, 96 },
  { "edge-threshold=3 patch-size=128", 96, 96 },
  { "edge-threshold=4 scale-factor=1.4", 96, 96 },
  { "edge-threshold=4 scale-factor=2 levels=4", 96, 96 },
  { "edge-threshold=4 scale-factor=4 levels=3", 96, 96 },
  { "edge-threshold=4 scale-factor=1.01 levels=16", 96, 96 },
  { "edge-threshold=4 scale-factor=1.73 levels=5", 101, 67 },
  { "edge-threshold=4", 64, 48 },
  { "edge-threshold=4 features=50", 33, 120 },
  { "edge-threshold=0 levels=4", 28, 28 },
  { "edge-threshold=0 levels=1", 7, 7 },
  { "edge-threshold=0 levels=2 fast-threshold=0", 8, 8 },
  { "edge-threshold=0 levels=2", 96, 5 },
  { "edge-threshold=0 levels=2", 1, 96 },
  { "edge-threshold=128 patch-size=31", 300, 280 },
  { "features=5000 levels=4", 512, 512 },
};

static void
check_case (gconstpointer data)
{
  const Case *c = data;
  VwParameters parameters = notebook_with (c->settings);
  g_autoptr (GError) error = NULL;
  g_autoptr (VwOrb) orb = vw_orb_new_with_kernels (&parameters, c->width, c->height,
                                                   kernels_under_test (), &error);
  g_autoptr (VwOrb) hasty = vw_orb_new_with_kernels (&parameters, c->width, c->height,
                                                     kernels_under_test (), NULL);
  g_autoptr (VwOrb) explaining = vw_orb_new_with_kernels (&parameters, c->width, c->height,
                                                          kernels_under_test (), NULL);
  g_autoptr (VwOpencvOrb) oracle = oracle_new (&parameters);
  guint n_seeds = c->width * c->height > 20000 ? 1 : 6;

  g_assert_no_error (error);
  vw_orb_skip_counts (hasty);
  vw_orb_explain (explaining);
  for (guint i = 0; i < N_SYNTHETIC * n_seeds; i++)
    {
      g_autofree guint8 *pixels
          = synthetic_image (i % N_SYNTHETIC, c->width, c->height, 100 + i / N_SYNTHETIC);
      VwOpencvImage image = { pixels, c->width, c->height };
      const VwOrbFrame *frame = vw_orb_extract (orb, pixels, &error);

      g_assert_no_error (error);
      if (!oracle_agrees (oracle, &image, frame)
          || !oracle_agrees (oracle, &image, vw_orb_extract (hasty, pixels, NULL))
          || !oracle_agrees (oracle, &image, vw_orb_extract (explaining, pixels, NULL)))
        {
          g_test_message ("%s, seed %u", synthetic_name (i % N_SYNTHETIC), 100 + i / N_SYNTHETIC);
          g_test_fail ();
        }
    }
}

static guint
count_fast (const VwOpencvImage *image, int threshold, gboolean suppress)
{
  g_autofree VwOpencvKeypoint *corners = NULL;
  guint n;

  g_assert_true (vw_opencv_fast (image, threshold, suppress, &corners, &n, NULL));
  return n;
}

/* The counts of each level against cv::FAST on a pyramid by cv::resize. */
static void
check_counts (const VwParameters *parameters, const guint8 *pixels, const VwOrbFrame *frame)
{
  g_autofree guint8 *level = g_memdup2 (pixels, frame->levels[0].width * frame->levels[0].height);

  for (guint i = 0; i < frame->n_levels; i++)
    {
      const VwLevelCounts *counts = &frame->levels[i];
      VwOpencvImage image = { level, counts->width, counts->height };
      const VwLevelCounts *next = i + 1 < frame->n_levels ? counts + 1 : counts;
      guint8 *smaller = g_malloc (next->width * next->height);

      g_assert_cmpuint (counts->fast, ==, count_fast (&image, parameters->fast_threshold, FALSE));
      g_assert_cmpuint (counts->suppressed, ==,
                        count_fast (&image, parameters->fast_threshold, TRUE));
      g_assert_cmpuint (counts->suppressed, >=, counts->border);
      g_assert_cmpuint (counts->border, >=, counts->kept);
      g_assert_true (vw_opencv_resize (&image, VW_OPENCV_LINEAR_EXACT, next->width, next->height,
                                       smaller, NULL));
      g_free (level);
      level = smaller;
    }
}

static void
test_counts (void)
{
  static const char *const settings[] = { "", "edge-threshold=4 features=40",
                                          "scale-factor=1.7 levels=4 fast-threshold=0" };

  for (guint s = 0; s < G_N_ELEMENTS (settings); s++)
    {
      VwParameters parameters = notebook_with (settings[s]);
      g_autoptr (VwOrb) orb
          = vw_orb_new_with_kernels (&parameters, 90, 96, kernels_under_test (), NULL);

      for (guint i = 0; i < N_SYNTHETIC; i++)
        {
          g_autofree guint8 *pixels = synthetic_image (i, 90, 96, 7);
          const VwOrbFrame *frame = vw_orb_extract (orb, pixels, NULL);
          guint kept = 0;

          check_counts (&parameters, pixels, frame);
          for (guint l = 0; l < frame->n_levels; l++)
            kept += frame->levels[l].kept;
          g_assert_cmpuint (kept, ==, frame->n_keypoints);
        }
    }
}

static void
test_no_pixel_left (void)
{
  VwParameters parameters = notebook_with ("scale-factor=4 levels=5");
  g_autoptr (GError) error = NULL;
  g_autoptr (VwOrb) orb = vw_orb_new (&parameters, 96, 96, &error);

  g_assert_null (orb);
  g_assert_error (error, VW_ERROR, VW_ERROR_PARAMETER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/orb/like-opencv/%ux%u %s", cases[i].width,
                                               cases[i].height, cases[i].settings);

      g_strdelimit (path, " ", ',');
      if (g_str_has_suffix (path, ","))
        path[strlen (path) - 1] = '\0';
      g_test_add_data_func (path, &cases[i], check_case);
    }
  g_test_add_func ("/orb/counts", test_counts);
  g_test_add_func ("/orb/no-pixel-left", test_no_pixel_left);
  return g_test_run ();
}
