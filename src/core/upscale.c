/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/upscale.h"

#include "core/error.h"
#include "core/orb-kernels.h"
#include "vision/opencv.h"

#include <math.h>

#define TAPS 4 /* as in VwCubicBlend */
#define PADDING 2

#define LINEAR_ONE 2048 /* OpenCV's weights are in 2048ths */

/* Where each pixel of the larger axis comes from, for linear. */
typedef struct {
  guint *left, *right;
  gint16 *weights; /* n × 2 */
} LinearAxis;

struct _VwUpscaler {
  VwInterpolation interpolation;
  guint rows, cols, width, height;
  guint8 *pixels;
  VwCubicStretch across, down; /* for bicubic in float */
  LinearAxis linear_across, linear_down;
  gint16 *linear_rows; /* rows × row_stride: stretched across only, in 128ths */
  const VwKernels *kernels;
  float *stretched; /* rows × row_stride: the image stretched across only */
  gsize row_stride;
  float *padded; /* one row with its ends replicated */
};

/* Keys' cubic convolution with a = −0.75, as OpenCV's. Source: Keys, IEEE ASSP 29(6), 1981. */
static void
cubic_weights (double t, float weight[TAPS])
{
  const double a = -0.75;
  double w[TAPS];

  w[0] = ((a * (t + 1) - 5 * a) * (t + 1) + 8 * a) * (t + 1) - 4 * a;
  w[1] = ((a + 2) * t - (a + 3)) * t * t + 1;
  w[2] = ((a + 2) * (1 - t) - (a + 3)) * (1 - t) * (1 - t) + 1;
  w[3] = 1 - w[0] - w[1] - w[2];
  for (guint i = 0; i < TAPS; i++)
    weight[i] = (float) w[i];
}

/* Sources count from one replicated pixel before the row: the row is padded by two at each end. */
static void
cubic_axis_init (VwCubicStretch *axis, guint from, guint to)
{
  guint padded = (to + 3) & ~3u;

  axis->n = to;
  axis->source = g_new0 (guint, padded);
  axis->weight = g_new0 (float, padded * TAPS);
  for (guint i = 0; i < to; i++)
    {
      double position = (i + 0.5) * from / to - 0.5;
      int left = CLAMP ((int) floor (position), -1, (int) from - 1);

      cubic_weights (position - floor (position), axis->weight + i * TAPS);
      axis->source[i] = (guint) (left + PADDING - 1);
    }
}

/* Past the ends OpenCV takes the last pixel alone in a row (@sharp_ends), but down a column it
 * mixes it with itself, which rounds differently. */
static void
linear_axis_init (LinearAxis *axis, guint from, guint to, gboolean sharp_ends)
{
  double step = (double) from / to;

  axis->left = g_new (guint, to);
  axis->right = g_new (guint, to);
  axis->weights = g_new (gint16, 2 * to);
  for (guint i = 0; i < to; i++)
    {
      float position = (float) ((i + 0.5) * step - 0.5);
      int left = (int) floorf (position);
      float part = position - (float) left;

      if (sharp_ends && (left < 0 || left >= (int) from - 1))
        part = 0;
      axis->left[i] = (guint) CLAMP (left, 0, (int) from - 1);
      axis->right[i] = (guint) CLAMP (left + 1, 0, (int) from - 1);
      axis->weights[2 * i] = (gint16) lrintf ((1.0f - part) * LINEAR_ONE);
      axis->weights[2 * i + 1] = (gint16) lrintf (part * LINEAR_ONE);
    }
}

static void
linear_axis_clear (LinearAxis *axis)
{
  g_free (axis->left);
  g_free (axis->right);
  g_free (axis->weights);
}

/* cv::resize() does other things when it shrinks or copies; enlarging is worth a way of our own. */
static gboolean
is_linear_enlargement (const VwUpscaler *self)
{
  return self->interpolation == VW_INTERPOLATION_LINEAR && self->width > self->cols
         && self->height > self->rows;
}

static void
prepare_linear (VwUpscaler *self)
{
  linear_axis_init (&self->linear_across, self->cols, self->width, TRUE);
  linear_axis_init (&self->linear_down, self->rows, self->height, FALSE);
  self->linear_rows = g_new0 (gint16, self->rows * self->row_stride);
}

static void
prepare_cubic_float (VwUpscaler *self)
{
  cubic_axis_init (&self->across, self->cols, self->width);
  cubic_axis_init (&self->down, self->rows, self->height);
  self->stretched = g_new0 (float, self->rows * self->row_stride);
  self->padded = g_new0 (float, self->cols + 2 * PADDING + TAPS);
}

static void
set_size (VwUpscaler *self, guint longer)
{
  guint side = MAX (self->rows, self->cols);

  self->width = MAX (1, (guint) lround ((double) self->cols * longer / side));
  self->height = MAX (1, (guint) lround ((double) self->rows * longer / side));
}

VwUpscaler *
vw_upscaler_new (const VwParameters *parameters, guint rows, guint cols)
{
  VwUpscaler *self = g_new0 (VwUpscaler, 1);

  self->interpolation = parameters->interpolation;
  self->rows = rows;
  self->cols = cols;
  set_size (self, (guint) parameters->upscale);
  self->kernels = vw_kernels_get ();
  self->pixels = g_malloc ((gsize) self->width * self->height + VW_KERNEL_SLACK);
  self->row_stride = (self->width + 15) & ~(gsize) 15;
  if (self->interpolation == VW_INTERPOLATION_CUBIC_FLOAT)
    prepare_cubic_float (self);
  else if (is_linear_enlargement (self))
    prepare_linear (self);
  return self;
}

void
vw_upscaler_free (VwUpscaler *self)
{
  g_free (self->pixels);
  g_free (self->across.source);
  g_free (self->across.weight);
  g_free (self->down.source);
  g_free (self->down.weight);
  g_free (self->stretched);
  g_free (self->padded);
  linear_axis_clear (&self->linear_across);
  linear_axis_clear (&self->linear_down);
  g_free (self->linear_rows);
  g_free (self);
}

guint
vw_upscaler_get_width (const VwUpscaler *self)
{
  return self->width;
}

guint
vw_upscaler_get_height (const VwUpscaler *self)
{
  return self->height;
}

static void
stretch_row (VwUpscaler *self, const guint8 *row, float *stretched)
{
  for (guint x = 0; x < self->cols + 2 * PADDING; x++)
    self->padded[x] = row[CLAMP ((int) x - PADDING, 0, (int) self->cols - 1)];
  self->kernels->stretch_cubic (&self->across, self->padded, stretched);
}

static void
blend_rows (const VwUpscaler *self, guint y)
{
  VwCubicBlend blend = { .n = self->width };

  for (guint i = 0; i < TAPS; i++)
    {
      int row = (int) (self->down.source[y] + i) - PADDING;

      blend.rows[i] = self->stretched + CLAMP (row, 0, (int) self->rows - 1) * self->row_stride;
      blend.weights[i] = self->down.weight[y * TAPS + i];
    }
  self->kernels->blend_cubic (&blend, self->pixels + y * self->width);
}

static void
run_cubic_float (VwUpscaler *self, const guint8 *image)
{
  for (guint y = 0; y < self->rows; y++)
    stretch_row (self, image + y * self->cols, self->stretched + y * self->row_stride);
  for (guint y = 0; y < self->height; y++)
    blend_rows (self, y);
}

/* Equal to cv::resize() with INTER_LINEAR, byte for byte. */
static void
run_linear (VwUpscaler *self, const guint8 *image)
{
  const LinearAxis *across = &self->linear_across, *down = &self->linear_down;

  for (guint y = 0; y < self->rows; y++)
    for (guint x = 0; x < self->width; x++)
      {
        const guint8 *row = image + y * self->cols;
        int sum = row[across->left[x]] * across->weights[2 * x]
                  + row[across->right[x]] * across->weights[2 * x + 1];

        self->linear_rows[y * self->row_stride + x] = (gint16) (sum >> 4);
      }
  for (guint y = 0; y < self->height; y++)
    self->kernels->blend_linear (self->linear_rows + down->left[y] * self->row_stride,
                                 self->linear_rows + down->right[y] * self->row_stride,
                                 down->weights + 2 * y, self->width,
                                 self->pixels + y * self->width);
}

static gboolean
run_opencv (VwUpscaler *self, const guint8 *image, GError **error)
{
  static const VwOpencvInterpolation kinds[] = {
    [VW_INTERPOLATION_NEAREST] = VW_OPENCV_NEAREST, [VW_INTERPOLATION_LINEAR] = VW_OPENCV_LINEAR,
    [VW_INTERPOLATION_CUBIC] = VW_OPENCV_CUBIC,     [VW_INTERPOLATION_AREA] = VW_OPENCV_AREA,
    [VW_INTERPOLATION_LANCZOS] = VW_OPENCV_LANCZOS,
  };
  VwOpencvSize from = { (int) self->cols, (int) self->rows };
  VwOpencvSize to = { (int) self->width, (int) self->height };
  g_autofree char *message = NULL;

  if (vw_opencv_resize (image, from, self->pixels, to, kinds[self->interpolation], &message))
    return TRUE;
  vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("OpenCV failed: %s"), message);
  return FALSE;
}

const guint8 *
vw_upscaler_run (VwUpscaler *self, const guint8 *image, GError **error)
{
  if (self->interpolation == VW_INTERPOLATION_CUBIC_FLOAT)
    run_cubic_float (self, image);
  else if (self->linear_rows != NULL)
    run_linear (self, image);
  else if (!run_opencv (self, image, error))
    return NULL;
  return self->pixels;
}
