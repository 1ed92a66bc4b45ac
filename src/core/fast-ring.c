/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/fast-ring.h"

#include "core/kernels-private.h"

static gboolean
differs (const VwFastRing *self, guint pixel, gboolean above, int threshold)
{
  int step = self->grey[pixel % VW_RING_PIXELS] - self->centre;

  return above ? step > threshold : -step > threshold;
}

static void
find_arc (VwFastRing *self, gboolean above, int threshold)
{
  for (guint first = 0; first < VW_RING_PIXELS; first++)
    {
      guint length = 0;

      while (length < VW_RING_PIXELS && differs (self, first + length, above, threshold))
        length++;
      if (length <= self->length)
        continue;
      self->first = first;
      self->length = length;
      self->above = above;
    }
}

void
vw_fast_ring_look (VwFastRing *self, const VwTraceLevel *level, const VwTraceCorner *corner,
                   int threshold)
{
  const VwPlane *plane = &level->sharp;
  const guint8 *centre = plane->pixels + corner->y * plane->stride + corner->x;

  *self = (VwFastRing){ .centre = *centre };
  for (guint i = 0; i < VW_RING_PIXELS; i++)
    {
      self->x[i] = vw_fast_ring[i][0];
      self->y[i] = vw_fast_ring[i][1];
      self->grey[i] = centre[self->x[i] + self->y[i] * plane->stride];
    }
  find_arc (self, FALSE, threshold);
  find_arc (self, TRUE, threshold);
}
