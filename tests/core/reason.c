/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/dataset.h"
#include "core/detector.h"
#include "core/presets.h"
#include "core/reason.h"
#include "lib/scratch.h"
#include "lib/synthetic.h"

#define SIDE 28

/* @seed: of the image */
typedef struct {
  const char *path;
  Synthetic kind;
  guint seed;
  const char *settings; /* what differs from the notebook */
  VwReasonCode expected;
} Case;

static const Case cases[] = {
  { "/reason/no-room", SYNTHETIC_NOISE, 1, "upscale=56", VW_REASON_NO_ROOM },
  { "/reason/no-room/as-stored", SYNTHETIC_NOISE, 1, "upscale=28", VW_REASON_NO_ROOM },
  { "/reason/room-for-one", SYNTHETIC_NOISE, 1, "upscale=63 levels=1", VW_REASON_BORDER },
  { "/reason/no-corners", SYNTHETIC_BLANK, 1, "", VW_REASON_NO_CORNERS },
  { "/reason/no-corners/threshold", SYNTHETIC_RING, 1, "fast-threshold=254",
    VW_REASON_NO_CORNERS },
  { "/reason/ties", SYNTHETIC_BAR, 5, "interpolation=nearest levels=1 upscale=112",
    VW_REASON_TIES },
  { "/reason/border", SYNTHETIC_RING, 1, "", VW_REASON_BORDER },
  { "/reason/quota", SYNTHETIC_NOISE, 1, "edge-threshold=3 features=10", VW_REASON_QUOTA },
  { "/reason/few-corners", SYNTHETIC_RING, 1, "edge-threshold=3", VW_REASON_FEW_CORNERS },
  { "/reason/unknown", SYNTHETIC_NOISE, 1, "engine=opencv", VW_REASON_UNKNOWN },
};

static VwParameters
notebook_with (const char *text)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_auto (GStrv) settings = g_strsplit (text, " ", -1);

  for (guint i = 0; settings[i] != NULL && *settings[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);

      g_assert_true (
          vw_parameter_parse (&parameters, vw_parameter_find (pair[0]), pair[1], NULL));
    }
  return parameters;
}

static VwReason
explain (const guint8 *image, const VwParameters *parameters)
{
  g_autoptr (VwDetector) detector = vw_detector_new (parameters, SIDE, SIDE, NULL);
  const VwDetection *seen = vw_detector_run (detector, image, NULL);
  VwReason reason = vw_reason_find (&seen->frame, parameters);

  g_assert_cmpuint (reason.kept, ==, seen->frame.n_keypoints);
  g_assert_cmpuint (reason.least_side, ==, 2 * (guint) parameters->edge_threshold + 1);
  if (reason.code != VW_REASON_UNKNOWN)
    g_assert_cmpuint (reason.corners - reason.dropped_border - reason.dropped_quota, ==,
                      reason.kept);
  return reason;
}

static VwReason
explain_drawn (Synthetic kind, guint seed, const char *settings)
{
  VwParameters parameters = notebook_with (settings);
  g_autofree guint8 *image = synthetic_image (kind, SIDE, SIDE, seed);

  return explain (image, &parameters);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  VwReason reason = explain_drawn (c->kind, c->seed, c->settings);

  g_assert_cmpstr (vw_reason_name (reason.code), ==, vw_reason_name (c->expected));
}

/* Ties on the one level that has room decide, whatever the border takes on the others. */
static void
test_ties_where_there_is_room (void)
{
  VwReason reason = explain_drawn (SYNTHETIC_BAR, 5, "interpolation=nearest upscale=112 "
                                                     "edge-threshold=50");

  g_assert_cmpuint (reason.levels_with_room, ==, 1);
  g_assert_cmpuint (reason.tied_levels, >=, 1);
  g_assert_cmpuint (reason.tied_fast, >=, reason.room_fast);
  g_assert_cmpuint (reason.dropped_border, >, 0);
  g_assert_cmpint (reason.code, ==, VW_REASON_TIES);
}

static void
test_levels_with_room (void)
{
  VwReason reason = explain_drawn (SYNTHETIC_NOISE, 1, "");

  g_assert_cmpuint (reason.levels_with_room, ==, 3); /* 96, 80, 67; not 56 … 27 */
  g_assert_cmpuint (reason.n_levels, ==, 8);
  g_assert_cmpuint (explain_drawn (SYNTHETIC_NOISE, 1, "levels=2").levels_with_room, ==, 2);
}

static void
test_quota (void)
{
  VwReason reason = explain_drawn (SYNTHETIC_NOISE, 1, "edge-threshold=3 features=10");

  g_assert_cmpuint (reason.features, ==, 10);
  g_assert_cmpuint (reason.full_levels, >, 0);
  g_assert_cmpuint (reason.kept, <, reason.dropped_quota);
  g_assert_cmpuint (explain_drawn (SYNTHETIC_NOISE, 1, "edge-threshold=3 features=5000").full_levels,
                    ==, 0);
}

/* Whose descriptors read over the edge, from the keypoints' own places. */
static void
test_mirrored (void)
{
  g_autofree guint8 *image = synthetic_image (SYNTHETIC_NOISE, SIDE, SIDE, 1);
  VwParameters parameters = notebook_with ("edge-threshold=4 levels=1");
  g_autoptr (VwDetector) detector = vw_detector_new (&parameters, SIDE, SIDE, NULL);
  const VwDetection *seen = vw_detector_run (detector, image, NULL);
  VwReason reason = vw_reason_find (&seen->frame, &parameters);
  float near = reason.reach, far = seen->width - near;
  guint mirrored = 0;

  g_assert_cmpuint (reason.reach, >=, 13 + 3); /* the furthest test, and the blur */
  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    {
      const VwKeypoint *k = &seen->frame.keypoints[i];

      mirrored += k->x < near || k->y < near || k->x >= far || k->y >= far;
    }
  g_assert_cmpuint (mirrored, >, 0);
  g_assert_cmpuint (mirrored, <, reason.kept);
  g_assert_cmpuint (reason.n_reflected, ==, mirrored);
  g_assert_cmpuint (explain_drawn (SYNTHETIC_NOISE, 1, "").n_reflected, ==, 0);
}

static void
test_tests (void)
{
  g_assert_true (explain_drawn (SYNTHETIC_NOISE, 1, "").learned_tests);
  g_assert_false (explain_drawn (SYNTHETIC_NOISE, 1, "patch-size=30").learned_tests);
}

/* With the notebook's settings it is the border that binds, for nearly every digit. */
static void
check_digits (const VwDataset *data)
{
  VwParameters parameters = notebook_with ("");
  guint n = vw_dataset_get_count (data, VW_SPLIT_TEST), by_border = 0;

  for (guint i = 0; i < n; i++)
    {
      VwReason reason = explain (vw_dataset_get_image (data, VW_SPLIT_TEST, i), &parameters);

      by_border += reason.code == VW_REASON_BORDER;
      g_assert_cmpuint (reason.full_levels, ==, 0); /* the quota never binds */
      g_assert_cmpuint (reason.tied_levels, <, reason.n_levels);
    }
  g_test_message ("%u of %u by the border", by_border, n);
  g_assert_cmpuint (by_border, >=, n * 98 / 100);
}

static void
test_sample (void)
{
  g_autoptr (VwDataset) data = vw_dataset_load ("sample", NULL, NULL);

  check_digits (data);
}

static void
test_mnist_digits (void)
{
  const char *folder = test_mnist ();
  g_autoptr (VwDataset) data = folder != NULL ? vw_dataset_load (folder, NULL, NULL) : NULL;

  if (data != NULL)
    check_digits (data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/reason/ties/where-there-is-room", test_ties_where_there_is_room);
  g_test_add_func ("/reason/levels-with-room", test_levels_with_room);
  g_test_add_func ("/reason/full-levels", test_quota);
  g_test_add_func ("/reason/mirrored", test_mirrored);
  g_test_add_func ("/reason/learned-tests", test_tests);
  g_test_add_func ("/reason/sample", test_sample);
  g_test_add_func ("/reason/mnist", test_mnist_digits);
  return g_test_run ();
}
