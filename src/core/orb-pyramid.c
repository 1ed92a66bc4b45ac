/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-private.h"

#include "core/error.h"

#include <math.h>
#include <string.h>

/* Where the smaller axis takes its pixels from, as cv::resize() with INTER_LINEAR_EXACT does:
 * weights in 256ths, rounded to nearest, even at a tie. */
static void
axis_place (VwShrinkAxis *axis, guint i, guint from, guint to)
{
  double step = 1.0 / ((double) to / from);
  double position = step * (i + 0.5) - 0.5;
  int left = (int) floor (position);

  if (left < 0 || left >= (int) from - 1)
    {
      axis->offset[i] = (guint16) (left < 0 ? 0 : from - 1);
      axis->first[i] = 256;
      axis->second[i] = 0;
      return;
    }
  axis->offset[i] = (guint16) left;
  axis->second[i] = (gint16) lrint ((position - left) * 256);
  axis->first[i] = (gint16) (256 - axis->second[i]);
}

/* The same weights in the order of vector instructions, eight pixels a group. */
static void
axis_pack (VwShrinkAxis *axis)
{
  axis->compact = TRUE;
  for (guint i = 0; i < axis->n; i++)
    {
      guint relative = axis->offset[i] - axis->offset[i & ~7u];

      axis->compact &= relative <= 14;
      axis->shuffle[2 * i] = (guint8) relative;
      axis->shuffle[2 * i + 1] = (guint8) (relative + 1);
      axis->pairs[2 * i] = axis->first[i];
      axis->pairs[2 * i + 1] = axis->second[i];
    }
}

static void
axis_init (VwShrinkAxis *axis, guint from, guint to)
{
  guint padded = (to + 7) & ~7u;

  axis->n = to;
  axis->offset = g_new0 (guint16, padded);
  axis->first = g_new0 (gint16, padded);
  axis->second = g_new0 (gint16, padded);
  axis->shuffle = g_new0 (guint8, 2 * padded);
  axis->pairs = g_new0 (gint16, 2 * padded);
  for (guint i = 0; i < to; i++)
    axis_place (axis, i, from, to);
  axis_pack (axis);
}

static void
axis_clear (VwShrinkAxis *axis)
{
  g_free (axis->offset);
  g_free (axis->first);
  g_free (axis->second);
  g_free (axis->shuffle);
  g_free (axis->pairs);
}

static gboolean
level_init (VwOrb *self, guint index, guint width, guint height, GError **error)
{
  VwOrbLevel *level = &self->levels[index];
  float shrink;

  level->scale = (float) pow ((double) (float) self->parameters.scale_factor, (double) index);
  shrink = 1.0f / level->scale;
  level->width = (guint) lrintf ((float) width * shrink);
  level->height = (guint) lrintf ((float) height * shrink);
  if (level->width == 0 || level->height == 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", index);

      vw_error_set (error, VW_ERROR_PARAMETER, NULL,
                    N_ ("levels: the image is too small, nothing is left of it on level %s"), number);
      return FALSE;
    }
  level->stride = (level->width + 2 * self->pad + VW_KERNEL_SLACK + 31) & ~(gsize) 31;
  level->buffer = g_malloc0 (level->stride * (level->height + 2 * self->pad + 8));
  level->pixels = level->buffer + level->stride * (self->pad + 4) + self->pad;
  return TRUE;
}

/* OpenCV shares the features out so that each level gets its share of the pyramid's area. */
static void
share_quota (VwOrb *self)
{
  double scale_factor = (double) (float) self->parameters.scale_factor;
  int features = self->parameters.features, given = 0;
  float factor = (float) (1.0 / scale_factor);
  float share = (float) features * (1 - factor)
                / (1 - (float) pow ((double) factor, (double) self->n_levels));

  for (guint i = 0; i + 1 < self->n_levels; i++)
    {
      self->levels[i].quota = (guint) lrintf (share);
      given += (int) self->levels[i].quota;
      share *= factor;
    }
  self->levels[self->n_levels - 1].quota = (guint) MAX (features - given, 0);
}

gboolean
vw_orb_pyramid_init (VwOrb *self, guint width, guint height, GError **error)
{
  self->n_levels = (guint) self->parameters.levels;
  for (guint i = 0; i < self->n_levels; i++)
    {
      if (!level_init (self, i, width, height, error))
        return FALSE;
      if (i > 0)
        {
          axis_init (&self->levels[i].across, self->levels[i - 1].width, self->levels[i].width);
          axis_init (&self->levels[i].down, self->levels[i - 1].height, self->levels[i].height);
        }
    }
  share_quota (self);
  for (guint i = 0; i < 2; i++)
    self->shrunk[i] = g_new0 (gint32, width + 8);
  return TRUE;
}

void
vw_orb_pyramid_clear (VwOrb *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    {
      g_free (self->levels[i].buffer);
      axis_clear (&self->levels[i].across);
      axis_clear (&self->levels[i].down);
    }
  for (guint i = 0; i < 2; i++)
    g_free (self->shrunk[i]);
}

/* Both rows that row @y draws on; the one they share with the row before is kept. */
static void
shrink_rows (VwOrb *self, const VwOrbLevel *from, const VwOrbLevel *to, guint y, int have[2])
{
  for (guint i = 0; i < 2; i++)
    {
      int wanted = to->down.offset[y] + (int) i;
      guint slot = (guint) wanted % 2;

      if (have[slot] == wanted || (i == 1 && to->down.second[y] == 0))
        continue;
      self->kernels->shrink_row (&to->across, from->pixels + (gsize) wanted * from->stride,
                                 self->shrunk[slot]);
      have[slot] = wanted;
    }
}

static void
shrink (VwOrb *self, const VwOrbLevel *from, const VwOrbLevel *to)
{
  int have[2] = { -1, -1 };

  for (guint y = 0; y < to->height; y++)
    {
      guint first = to->down.offset[y] % 2;

      shrink_rows (self, from, to, y, have);
      self->kernels->mix_rows (self->shrunk[first], self->shrunk[1 - first], to->down.first[y],
                               to->down.second[y], to->width, to->pixels + y * to->stride);
    }
}

/* The pixel inside 0 … @n − 1 that a mirror at each end shows at @i, the end itself not doubled. */
static int
reflect (int i, int n)
{
  if (n == 1)
    return 0;
  while (i < 0 || i >= n)
    i = i < 0 ? -i : 2 * (n - 1) - i;
  return i;
}

static void
reflect_surroundings (const VwOrb *self, VwOrbLevel *level)
{
  int pad = (int) self->pad, width = (int) level->width, height = (int) level->height;

  for (int y = 0; y < height; y++)
    {
      guint8 *row = level->pixels + (gsize) y * level->stride;

      for (int x = 1; x <= pad; x++)
        {
          row[-x] = row[reflect (-x, width)];
          row[width - 1 + x] = row[reflect (width - 1 + x, width)];
        }
    }
  for (int y = 1; y <= pad; y++)
    {
      guint8 *left = level->pixels - pad;
      gssize stride = (gssize) level->stride;
      gsize n = (gsize) (width + 2 * pad);

      memcpy (left - y * stride, left + reflect (-y, height) * stride, n);
      memcpy (left + (height - 1 + y) * stride, left + reflect (height - 1 + y, height) * stride, n);
    }
}

gboolean
vw_orb_level_has_room (const VwOrb *self, const VwOrbLevel *level)
{
  return MIN (level->width, level->height) > 2 * (guint) self->parameters.edge_threshold;
}

/* Levels only get smaller, so those with room come first. */
static guint
count_roomy_levels (const VwOrb *self)
{
  guint n = 0;

  while (n < self->n_levels && vw_orb_level_has_room (self, &self->levels[n]))
    n++;
  return n;
}

void
vw_orb_pyramid_build (VwOrb *self, const guint8 *pixels)
{
  VwOrbLevel *base = &self->levels[0];
  /* A keypoint keeps edge-threshold pixels from the border; Harris, direction and descriptor
   * read past it only when that is less than their reach. */
  gboolean border_is_read = self->parameters.edge_threshold < (int) self->pad;

  for (guint y = 0; y < base->height; y++)
    memcpy (base->pixels + y * base->stride, pixels + y * base->width, base->width);
  self->n_built = self->counting ? self->n_levels : count_roomy_levels (self);
  for (guint i = 1; i < self->n_built; i++)
    shrink (self, &self->levels[i - 1], &self->levels[i]);
  for (guint i = 0; border_is_read && i < self->n_built; i++)
    reflect_surroundings (self, &self->levels[i]);
}
