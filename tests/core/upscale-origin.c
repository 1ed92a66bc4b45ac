/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/presets.h"
#include "core/upscale-origin.h"
#include "lib/synthetic.h"

#include <math.h>

#define SIDE 28

typedef struct {
  const char *path;
  VwInterpolation interpolation;
  guint most; /* stored pixels along a side */
} Case;

static const Case cases[] = {
  { "/upscale-origin/nearest", VW_INTERPOLATION_NEAREST, 1 },
  { "/upscale-origin/linear", VW_INTERPOLATION_LINEAR, 2 },
  { "/upscale-origin/area", VW_INTERPOLATION_AREA, 2 },
  { "/upscale-origin/cubic", VW_INTERPOLATION_CUBIC, 4 },
  { "/upscale-origin/cubic-float", VW_INTERPOLATION_CUBIC_FLOAT, 4 },
  { "/upscale-origin/lanczos", VW_INTERPOLATION_LANCZOS, 8 },
};

static double
mix (const VwUpscaleOrigin *origin, const guint8 *image)
{
  double sum = 0;

  for (guint row = 0; row < origin->rows; row++)
    for (guint column = 0; column < origin->columns; column++)
      sum += origin->down[row] * origin->across[column]
             * image[(origin->row + row) * SIDE + origin->column + column];
  return CLAMP (sum, 0, 255);
}

/* What is said to make up a pixel does make up the pixel, anywhere in the image. */
static void
test_case (gconstpointer data)
{
  const Case *c = data;
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_autofree guint8 *image = synthetic_image (SYNTHETIC_SOFT_NOISE, SIDE, SIDE, 3);
  g_autoptr (VwUpscaler) upscaler = NULL;
  const guint8 *upscaled;
  guint most = 0, width;

  parameters.interpolation = c->interpolation;
  upscaler = vw_upscaler_new (&parameters, SIDE, SIDE);
  upscaled = vw_upscaler_run (upscaler, image, NULL);
  width = vw_upscaler_get_width (upscaler);
  for (guint i = 0; i < width; i += 5)
    {
      guint x = i, y = (i * 7 + 3) % width;
      VwUpscaleOrigin origin;

      g_assert_true (vw_upscale_origin_find (&origin, &parameters, SIDE, SIDE, x, y, NULL));
      g_assert_cmpuint (origin.columns, <=, c->most);
      g_assert_cmpuint (origin.rows, <=, c->most);
      most = MAX (most, origin.columns);
      g_assert_cmpfloat_with_epsilon (mix (&origin, image), upscaled[y * width + x], 4);
    }
  g_assert_cmpuint (most, ==, c->most);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  return g_test_run ();
}
