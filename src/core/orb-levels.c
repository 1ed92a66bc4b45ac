/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-private.h"

#include "core/error.h"

#include <math.h>

/* The quota is shared out in proportion to the levels' sides; the last one takes the rest. */
static void
share_quota (VwOrbLevel *levels, int n_levels, int features, double scale_factor)
{
  float factor = 1.0 / scale_factor;
  float share = features * (1 - factor) / (1 - (float) pow (factor, n_levels));
  int left = features;

  for (int i = 0; i < n_levels - 1; i++)
    {
      levels[i].quota = lrintf (share);
      left -= levels[i].quota;
      share *= factor;
    }
  levels[n_levels - 1].quota = MAX (left, 0);
}

gboolean
vw_orb_plan_levels (const VwParameters *parameters, guint width, guint height, VwOrbLevel *levels,
                    GError **error)
{
  double scale_factor = (float) parameters->scale_factor;

  for (int i = 0; i < parameters->levels; i++)
    {
      float scale = pow (scale_factor, i);
      float inverse = 1 / scale;

      levels[i].scale = scale;
      levels[i].width = lrintf (width * inverse);
      levels[i].height = lrintf (height * inverse);
      if (levels[i].width == 0 || levels[i].height == 0)
        {
          g_autofree char *size = g_strdup_printf ("%u × %u", width, height);
          g_autofree char *level = g_strdup_printf ("%d", i + 1);

          vw_error_set (error, VW_ERROR_PARAMETER, NULL,
                        N_ ("pyramid level %s of an image of %s pixels would have no pixel"), level,
                        size);
          return FALSE;
        }
    }
  share_quota (levels, parameters->levels, parameters->features, scale_factor);
  return TRUE;
}

void
vw_orb_shrinker_init (VwOrbShrinker *self, const VwKernels *kernels, const VwOrbLevel *levels,
                      int n_levels)
{
  *self = (VwOrbShrinker){ .kernels = kernels, .n_levels = n_levels };
  for (int i = 1; i < n_levels; i++)
    {
      vw_taps_init_exact (&self->columns[i], levels[i - 1].width, levels[i].width);
      vw_taps_init_exact (&self->rows[i], levels[i - 1].height, levels[i].height);
    }
  self->sums = vw_kernel_alloc_rows (levels[0].height, levels[0].width, sizeof *self->sums);
}

void
vw_orb_shrinker_clear (VwOrbShrinker *self)
{
  for (int i = 1; i < self->n_levels; i++)
    {
      vw_taps_clear (&self->columns[i]);
      vw_taps_clear (&self->rows[i]);
    }
  g_clear_pointer (&self->sums, g_aligned_free);
  self->n_levels = 0;
}

VwPlaneArea
vw_orb_shrinker_source (const VwOrbShrinker *self, int level, const VwPlaneArea *area)
{
  const VwTaps *columns = &self->columns[level], *rows = &self->rows[level];
  int x = columns->first[area->x], y = rows->first[area->y];

  return (VwPlaneArea){ x, y, columns->second[area->x + area->width - 1] - x + 1,
                        rows->second[area->y + area->height - 1] - y + 1 };
}

void
vw_orb_shrinker_make (VwOrbShrinker *self, VwPlane *planes, int level, const VwPlaneArea *area)
{
  VwPlaneArea source = vw_orb_shrinker_source (self, level, area);
  VwPlaneArea sums = { area->x, source.y, area->width, source.height };

  self->kernels->mix_columns (&self->columns[level], &planes[level - 1], &sums, 0, self->sums);
  self->kernels->mix_rows_exact (&self->rows[level], self->sums, &planes[level], area);
}
