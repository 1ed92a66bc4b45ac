/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/detector.h"
#include "core/presets.h"
#include "core/reason.h"

#include <string.h>

/* What the images show. */
typedef enum { BLANK, BAR, DOTS } Picture;

typedef struct {
  const char *path;
  Picture picture;
  const char *settings; /* what differs from the notebook */
  VwReasonCode expected;
} Case;

static const Case cases[] = {
  { "/reason/no-room", DOTS, "upscale=56", VW_REASON_NO_ROOM },
  { "/reason/no-corners", BLANK, "", VW_REASON_NO_CORNERS },
  { "/reason/ties", BAR, "interpolation=nearest levels=1 fast-threshold=60", VW_REASON_TIES },
  { "/reason/border", DOTS, "", VW_REASON_BORDER },
  { "/reason/quota", DOTS, "edge-threshold=3 features=10", VW_REASON_QUOTA },
  { "/reason/few-corners", DOTS, "edge-threshold=3", VW_REASON_FEW_CORNERS },
  { "/reason/unknown", DOTS, "engine=opencv", VW_REASON_UNKNOWN },
};

static void
draw (Picture picture, guint8 image[28 * 28])
{
  memset (image, 0, 28 * 28);
  for (guint y = 0; y < 28; y++)
    for (guint x = 0; x < 28; x++)
      if ((picture == BAR && x >= 12 && x < 16 && y >= 8 && y < 20)
          || (picture == DOTS && x % 6 == 3 && y % 6 == 3))
        image[y * 28 + x] = 255;
}

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

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  VwParameters parameters = notebook_with (c->settings);
  g_autoptr (VwDetector) detector = vw_detector_new (&parameters, 28, 28, NULL);
  guint8 image[28 * 28];
  const VwDetection *seen;
  VwReason reason;

  draw (c->picture, image);
  seen = vw_detector_run (detector, image, NULL);
  reason = vw_reason_find (&seen->frame, &parameters);
  g_assert_cmpstr (vw_reason_name (reason.code), ==, vw_reason_name (c->expected));
  g_assert_cmpuint (reason.kept, ==, seen->frame.n_keypoints);
  g_assert_cmpuint (reason.least_side, ==, 2 * (guint) parameters.edge_threshold + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  return g_test_run ();
}
