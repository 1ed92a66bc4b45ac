/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/upscale-private.h"

#include "core/error.h"
#include "vision/opencv.h"

#include <math.h>
#include <string.h>

typedef enum { BY_OPENCV, BY_TWO_TAPS, BY_FOUR_TAPS } Method;

struct _VwUpscaler {
  const VwKernels *kernels;
  Method method;
  VwOpencvInterpolation interpolation;
  guint rows, cols;
  guint width, height;

  VwPlane from, to;
  VwTaps across, down;
  guint16 *sums;

  VwCubicTaps cubic_across, cubic_down;
  float *line, *lines;
};

static const VwOpencvInterpolation opencv_interpolations[] = {
  [VW_INTERPOLATION_NEAREST] = VW_OPENCV_NEAREST, [VW_INTERPOLATION_LINEAR] = VW_OPENCV_LINEAR,
  [VW_INTERPOLATION_CUBIC] = VW_OPENCV_CUBIC,     [VW_INTERPOLATION_AREA] = VW_OPENCV_AREA,
  [VW_INTERPOLATION_LANCZOS] = VW_OPENCV_LANCZOS,
};

static guint
scaled (guint side, guint longer, guint upscale)
{
  return MAX (1, lrint ((double) side * upscale / longer));
}

/* OpenCV's linear and area interpolations are the same kind of sum when they enlarge. */
static Method
choose_method (const VwUpscaler *self, int interpolation)
{
  gboolean linear = interpolation == VW_INTERPOLATION_LINEAR
                    || interpolation == VW_INTERPOLATION_AREA;

  if (interpolation == VW_INTERPOLATION_CUBIC_FLOAT)
    return BY_FOUR_TAPS;
  if (linear && self->width >= self->cols && self->height >= self->rows)
    return BY_TWO_TAPS;
  return BY_OPENCV;
}

VwUpscaler *
vw_upscaler_new_with_kernels (const VwParameters *parameters, guint rows, guint cols,
                              const VwKernels *kernels)
{
  VwUpscaler *self = g_new0 (VwUpscaler, 1);
  gboolean area = parameters->interpolation == VW_INTERPOLATION_AREA;

  self->kernels = kernels;
  self->rows = rows;
  self->cols = cols;
  self->width = scaled (cols, MAX (rows, cols), parameters->upscale);
  self->height = scaled (rows, MAX (rows, cols), parameters->upscale);
  self->method = choose_method (self, parameters->interpolation);
  vw_plane_init (&self->to, self->width, self->height, 0);
  self->to.stride = self->width;
  switch (self->method)
    {
    case BY_OPENCV:
      self->interpolation = opencv_interpolations[parameters->interpolation];
      break;
    case BY_TWO_TAPS:
      vw_plane_init (&self->from, cols, rows, 0);
      vw_taps_init_enlarging (&self->across, cols, self->width, area, FALSE);
      vw_taps_init_enlarging (&self->down, rows, self->height, area, TRUE);
      self->sums = vw_kernel_alloc_rows (rows, self->width, sizeof *self->sums);
      break;
    case BY_FOUR_TAPS:
      vw_cubic_taps_init (&self->cubic_across, cols, self->width);
      vw_cubic_taps_init (&self->cubic_down, rows, self->height);
      self->line = g_new0 (float, 2 * VW_CUBIC_MARGIN + vw_kernel_stride (cols));
      self->lines = vw_kernel_alloc_rows (rows, self->width, sizeof *self->lines);
      break;
    }
  return self;
}

VwUpscaler *
vw_upscaler_new (const VwParameters *parameters, guint rows, guint cols)
{
  return vw_upscaler_new_with_kernels (parameters, rows, cols, vw_kernels ());
}

void
vw_upscaler_free (VwUpscaler *self)
{
  vw_plane_clear (&self->from);
  vw_plane_clear (&self->to);
  vw_taps_clear (&self->across);
  vw_taps_clear (&self->down);
  vw_cubic_taps_clear (&self->cubic_across);
  vw_cubic_taps_clear (&self->cubic_down);
  g_aligned_free (self->sums);
  g_free (self->line);
  g_aligned_free (self->lines);
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

/* OpenCV's rows follow each other without a gap. */
static gboolean
run_opencv (VwUpscaler *self, const guint8 *image, VwPlane *to, GError **error)
{
  VwOpencvImage from = { image, self->cols, self->rows };
  g_autofree char *message = NULL;

  if (vw_opencv_resize (&from, self->interpolation, self->width, self->height, self->to.pixels,
                        &message))
    {
      if (to != &self->to)
        vw_plane_load (to, self->to.pixels);
      return TRUE;
    }
  vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("OpenCV: %s"), message);
  return FALSE;
}

static void
run_two_taps (VwUpscaler *self, const guint8 *image, VwPlane *to)
{
  VwPlaneArea whole = { 0, 0, self->width, self->rows };

  vw_plane_load (&self->from, image);
  self->kernels->mix_columns (&self->across, &self->from, &whole, 4, self->sums);
  self->kernels->mix_rows (&self->down, self->sums, to);
}

/* One row as numbers, its outermost pixels repeated. */
static const float *
continue_row (VwUpscaler *self, const guint8 *row)
{
  float *line = self->line + VW_CUBIC_MARGIN;
  int n = self->cols;

  for (int x = 0; x < n; x++)
    line[x] = row[x];
  for (int i = 0; i < VW_CUBIC_MARGIN; i++)
    {
      line[-1 - i] = row[0];
      line[n + i] = row[n - 1];
    }
  return line;
}

static void
run_four_taps (VwUpscaler *self, const guint8 *image, VwPlane *to)
{
  int stride = vw_kernel_stride (self->width), last = self->rows - 1;

  for (int y = 0; y <= last; y++)
    self->kernels->cubic_columns (&self->cubic_across, continue_row (self, image + y * self->cols),
                                  self->lines + y * stride);
  for (int y = 0; y < self->height; y++)
    {
      int first = self->cubic_down.first[y];
      const float *lines[4];

      for (int i = 0; i < 4; i++)
        lines[i] = self->lines + CLAMP (first + i, 0, last) * stride;
      self->kernels->cubic_rows (lines, self->cubic_down.weights + 4 * y, self->width,
                                 to->pixels + y * to->stride);
    }
}

gboolean
vw_upscaler_fill (VwUpscaler *self, const guint8 *image, VwPlane *to, GError **error)
{
  switch (self->method)
    {
    case BY_TWO_TAPS:
      run_two_taps (self, image, to);
      return TRUE;
    case BY_FOUR_TAPS:
      run_four_taps (self, image, to);
      return TRUE;
    case BY_OPENCV:
      return run_opencv (self, image, to, error);
    }
  g_return_val_if_reached (FALSE);
}

const guint8 *
vw_upscaler_run (VwUpscaler *self, const guint8 *image, GError **error)
{
  return vw_upscaler_fill (self, image, &self->to, error) ? self->to.pixels : NULL;
}
