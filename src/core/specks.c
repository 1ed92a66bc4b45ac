/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/specks.h"

typedef struct {
  guint8 *mask;
  guint width, height;
  guint32 *spots; /* of each pixel, from 1; 0 for paper */
  GArray *sizes;  /* of guint, of each spot */
  GArray *open;   /* of guint: pixels whose neighbours are still to be looked at */
} Search;

static void
take (Search *self, guint at, guint32 spot)
{
  self->spots[at] = spot;
  g_array_append_val (self->open, at);
}

static void
take_neighbours (Search *self, guint at, guint32 spot)
{
  guint x = at % self->width, y = at / self->width;
  guint left = x > 0 ? x - 1 : 0, right = MIN (x + 1, self->width - 1);
  guint top = y > 0 ? y - 1 : 0, bottom = MIN (y + 1, self->height - 1);

  for (guint row = top; row <= bottom; row++)
    for (guint column = left; column <= right; column++)
      {
        guint next = row * self->width + column;

        if (self->mask[next] != 0 && self->spots[next] == 0)
          take (self, next, spot);
      }
}

static void
follow (Search *self, guint start)
{
  guint32 spot = self->sizes->len + 1;
  guint size = 0;

  take (self, start, spot);
  while (self->open->len > 0)
    {
      guint at = g_array_index (self->open, guint, self->open->len - 1);

      g_array_set_size (self->open, self->open->len - 1);
      take_neighbours (self, at, spot);
      size++;
    }
  g_array_append_val (self->sizes, size);
}

static guint
clear_small (Search *self, double share)
{
  guint largest = 0, n = 0;

  for (guint i = 0; i < self->sizes->len; i++)
    largest = MAX (largest, g_array_index (self->sizes, guint, i));
  for (guint i = 0; i < self->sizes->len; i++)
    n += g_array_index (self->sizes, guint, i) < share * largest;
  for (guint i = 0; i < self->width * self->height; i++)
    if (self->spots[i] > 0
        && g_array_index (self->sizes, guint, self->spots[i] - 1) < share * largest)
      self->mask[i] = 0;
  return n;
}

guint
vw_specks_remove (guint8 *mask, guint width, guint height, double share)
{
  g_autofree guint32 *spots = g_new0 (guint32, width * height);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Search self = { mask, width, height, spots, sizes, open };

  for (guint i = 0; i < width * height; i++)
    if (mask[i] != 0 && spots[i] == 0)
      follow (&self, i);
  return clear_small (&self, share);
}
