/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plane.h"

#include <string.h>

VwPlaneArea
vw_plane_area_unite (const VwPlaneArea *a, const VwPlaneArea *b)
{
  int x = MIN (a->x, b->x), y = MIN (a->y, b->y);

  if (a->width == 0 || b->width == 0)
    return a->width == 0 ? *b : *a;
  return (VwPlaneArea){ x, y, MAX (a->x + a->width, b->x + b->width) - x,
                        MAX (a->y + a->height, b->y + b->height) - y };
}

gboolean
vw_plane_area_contains (const VwPlaneArea *area, const VwPlaneArea *inner)
{
  return inner->width == 0
         || (inner->x >= area->x && inner->y >= area->y
             && inner->x + inner->width <= area->x + area->width
             && inner->y + inner->height <= area->y + area->height);
}

VwPlaneArea
vw_plane_area_grow (const VwPlaneArea *area, int margin, int width, int height)
{
  int left = MAX (area->x - margin, 0), top = MAX (area->y - margin, 0);
  int right = MIN (area->x + area->width + margin, width);
  int bottom = MIN (area->y + area->height + margin, height);

  return (VwPlaneArea){ left, top, right - left, bottom - top };
}

/* Rows in memory, with the border and a last one that vectors may read into. */
static gsize
count_rows (const VwPlane *self)
{
  return self->height + 2 * self->border + 1;
}

void
vw_plane_init (VwPlane *self, int width, int height, int border)
{
  int left = (border + 31) & ~31; /* so that rows begin aligned */
  gssize stride = (left + width + border + VW_KERNEL_SLACK + 31) & ~31;

  *self = (VwPlane){ .stride = stride, .width = width, .height = height, .border = border };
  self->memory = g_aligned_alloc0 (count_rows (self), stride, VW_KERNEL_ALIGNMENT);
  self->pixels = self->memory + border * stride + left;
}

void
vw_plane_clear (VwPlane *self)
{
  g_clear_pointer (&self->memory, g_aligned_free);
}

void
vw_plane_copy (VwPlane *self, const VwPlane *from)
{
  gsize rows = count_rows (from);

  *self = *from;
  self->memory = g_aligned_alloc (rows, from->stride, VW_KERNEL_ALIGNMENT);
  self->pixels = self->memory + (from->pixels - from->memory);
  memcpy (self->memory, from->memory, rows * from->stride);
}

void
vw_plane_load (VwPlane *self, const guint8 *pixels)
{
  for (int y = 0; y < self->height; y++)
    memcpy (self->pixels + y * self->stride, pixels + (gsize) y * self->width, self->width);
}

/* Where a pixel outside 0 … @n − 1 comes from; a border wider than the image swings to and fro. */
static int
mirrored (int at, int n)
{
  if (n == 1)
    return 0;
  while (at < 0 || at >= n)
    at = at < 0 ? -at : 2 * (n - 1) - at;
  return at;
}

static void
copy_reversed (guint8 *to, const guint8 *from)
{
  guint64 eight;

  memcpy (&eight, from, sizeof eight);
  eight = GUINT64_SWAP_LE_BE (eight);
  memcpy (to, &eight, sizeof eight);
}

/* Eight pixels at a time; the last ones may go beyond the border, where there is slack. */
static void
mirror_row (guint8 *row, int width, int border)
{
  for (int i = 0; i < border; i += 8)
    {
      copy_reversed (row - 8 - i, row + 1 + i);
      copy_reversed (row + width + i, row + width - 9 - i);
    }
}

static void
mirror_short_row (guint8 *row, int width, int border)
{
  for (int i = 1; i <= border; i++)
    {
      row[-i] = row[mirrored (-i, width)];
      row[width - 1 + i] = row[mirrored (width - 1 + i, width)];
    }
}

void
vw_plane_mirror (VwPlane *self)
{
  int border = self->border, width = self->width, height = self->height;
  gboolean is_short = width < border + 8;

  for (int y = 0; y < height; y++)
    (is_short ? mirror_short_row : mirror_row) (self->pixels + y * self->stride, width, border);
  for (int y = -border; y < height + border; y++)
    if (y < 0 || y >= height)
      memcpy (self->pixels - border + y * self->stride,
              self->pixels - border + mirrored (y, height) * self->stride, width + 2 * border);
}
