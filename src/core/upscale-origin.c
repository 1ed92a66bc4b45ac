/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/upscale-origin.h"

#include <math.h>
#include <string.h>

/* A grey ground and a step above it: room for weights below 0 and above 1. */
#define GROUND 64
#define STEP 128
#define NOISE (1.0 / STEP) /* of rounding */

typedef struct {
  VwUpscaler *upscaler;
  guint8 *image;
  guint rows, cols;
  gsize pixel; /* of the upscaled image */
} Probe;

/* How much column @i, or row @i, counts for the pixel. */
static gboolean
respond (Probe *probe, guint i, gboolean down, double *weight, GError **error)
{
  const guint8 *upscaled;

  memset (probe->image, GROUND, (gsize) probe->rows * probe->cols);
  for (guint k = 0; k < (down ? probe->cols : probe->rows); k++)
    probe->image[down ? i * probe->cols + k : k * probe->cols + i] += STEP;
  upscaled = vw_upscaler_run (probe->upscaler, probe->image, error);
  if (upscaled == NULL)
    return FALSE;
  *weight = ((double) upscaled[probe->pixel] - GROUND) / STEP;
  return TRUE;
}

/* Looks around where the pixel lies among the @n stored ones, and leaves out what counts nothing.
 */
static gboolean
measure (Probe *probe, double centre, gboolean down, guint *first, guint *n, double *weights,
         GError **error)
{
  int size = down ? probe->rows : probe->cols;
  int begin = MAX ((int) floor (centre) - VW_ORIGIN_MOST / 2, 0);
  int end = MIN ((int) floor (centre) + VW_ORIGIN_MOST / 2 + 2, size);

  *first = *n = 0;
  for (int i = begin; i < end; i++)
    {
      double weight;

      if (!respond (probe, i, down, &weight, error))
        return FALSE;
      if (*n == 0 && fabs (weight) < NOISE)
        continue;
      if (*n == 0)
        *first = i;
      if (*n < VW_ORIGIN_MOST)
        weights[(*n)++] = weight;
    }
  while (*n > 1 && fabs (weights[*n - 1]) < NOISE)
    (*n)--;
  return TRUE;
}

gboolean
vw_upscale_origin_find (VwUpscaleOrigin *self, const VwParameters *parameters, guint rows,
                        guint cols, guint x, guint y, GError **error)
{
  g_autoptr (VwUpscaler) upscaler = vw_upscaler_new (parameters, rows, cols);
  g_autofree guint8 *image = g_malloc ((gsize) rows * cols);
  guint width = vw_upscaler_get_width (upscaler), height = vw_upscaler_get_height (upscaler);
  Probe probe = { upscaler, image, rows, cols, (gsize) y * width + x };

  g_return_val_if_fail (x < width && y < height, FALSE);
  *self = (VwUpscaleOrigin){ 0 };
  return measure (&probe, (x + .5) * cols / width - .5, FALSE, &self->column, &self->columns,
                  self->across, error)
         && measure (&probe, (y + .5) * rows / height - .5, TRUE, &self->row, &self->rows,
                     self->down, error);
}
