/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-private.h"

#include "vision/opencv.h"

#include <string.h>

#define RING 3 /* FAST looks 3 pixels around */
#define HARRIS_BLOCK 7
#define HARRIS_K 0.04f

/* Whether a score stands above those of its eight neighbours; a tie loses, on both sides. */
static inline gboolean
is_peak (const guint8 *above, const guint8 *here, const guint8 *below, guint x)
{
  guint8 score = here[x];

  return score > here[x - 1] && score > here[x + 1] && score > above[x - 1] && score > above[x]
         && score > above[x + 1] && score > below[x - 1] && score > below[x] && score > below[x + 1];
}

/* Where FAST is to look: rows and columns, the ends excluded. */
typedef struct {
  guint left, right, top, bottom;
} Window;

/* All that a ring fits around; or, when nobody counts, what may become a keypoint and its
 * neighbours, with which it competes. */
static Window
choose_window (const VwOrb *self, const VwOrbLevel *level)
{
  guint margin = RING;

  if (!self->counting)
    margin = MAX (RING, self->parameters.edge_threshold - 1);
  if (MIN (level->width, level->height) <= 2 * margin)
    return (Window){ 0, 0, 0, 0 };
  return (Window){ margin, level->width - margin, margin, level->height - margin };
}

/* Adds the peaks of row @y that keep their distance from the border. */
static void
collect_row (VwOrb *self, const VwOrbLevel *level, const Window *window, guint y,
             VwLevelCounts *counts)
{
  const guint8 *above = self->scores[(y + 2) % 3], *here = self->scores[y % 3];
  const guint8 *below = self->scores[(y + 1) % 3];
  guint border = (guint) self->parameters.edge_threshold;
  gboolean row_inside
      = vw_orb_level_has_room (self, level) && y >= border && y < level->height - border;

  for (guint x = window->left; x < window->right; x++)
    {
      VwOrbCorner corner = { (guint16) x, (guint16) y, here[x] };
      guint64 eight;

      memcpy (&eight, here + x, sizeof eight);
      if (eight == 0) /* no corner among the next eight pixels */
        {
          x += 7;
          continue;
        }
      if (here[x] == 0 || !is_peak (above, here, below, x))
        continue;
      counts->suppressed++;
      if (row_inside && x >= border && x < level->width - border)
        g_array_append_val (self->corners, corner);
    }
}

void
vw_orb_find_corners (VwOrb *self, guint index, VwLevelCounts *counts)
{
  const VwOrbLevel *level = &self->levels[index];
  Window window = choose_window (self, level);

  g_array_set_size (self->corners, 0);
  memset (self->scores[(window.top + 2) % 3], 0, level->width + VW_KERNEL_SLACK);
  for (guint y = window.top; y < window.bottom; y++)
    {
      VwFastRow row = { level->pixels + y * level->stride, level->stride, window.left,
                        window.right, (guint8) self->parameters.fast_threshold,
                        self->scores[y % 3], 0 };

      self->kernels->fast_row (&row);
      counts->fast += row.corners;
      if (y > window.top)
        collect_row (self, level, &window, y - 1, counts);
    }
  if (window.bottom > 0)
    {
      memset (self->scores[window.bottom % 3], 0, level->width + VW_KERNEL_SLACK);
      collect_row (self, level, &window, window.bottom - 1, counts);
    }
  counts->border = self->corners->len;
}

/* Harris' response on the 7 × 7 block around a corner. Sums are exact; the last line is in float
 * in OpenCV's order. Source: Harris & Stephens, Alvey Vision Conference 1988. */
static float
harris_response (const VwOrb *self, const VwOrbLevel *level, const VwOrbCorner *corner)
{
  const float scale = 1.0f / (4 * HARRIS_BLOCK * 255.0f);
  const float scale4 = scale * scale * scale * scale;
  int sums[3];
  float a, b, c;

  self->kernels->gradients (level->pixels + corner->y * level->stride + corner->x, level->stride,
                            sums);
  a = (float) sums[0];
  b = (float) sums[1];
  c = (float) sums[2];
  return (a * b - c * c - HARRIS_K * (a + b) * (a + b)) * scale4;
}

/* Keeps the strongest @most of the corners and those that tie with the last of them. */
static void
keep_best (VwOrb *self, guint most)
{
  guint n = self->corners->len;
  VwOrbCorner *corners = (VwOrbCorner *) (void *) self->corners->data;
  g_autofree VwOrbCorner *all = NULL;
  g_autofree float *responses = NULL;
  g_autofree guint *kept = NULL;
  guint n_kept;

  if (n <= most)
    return;
  all = g_memdup2 (corners, n * sizeof *corners);
  responses = g_new (float, n);
  kept = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    responses[i] = corners[i].response;
  n_kept = vw_opencv_retain_best (responses, n, (int) most, kept);
  for (guint i = 0; i < n_kept; i++)
    corners[i] = all[kept[i]];
  g_array_set_size (self->corners, n_kept);
}

void
vw_orb_apply_quota (VwOrb *self, guint index)
{
  const VwOrbLevel *level = &self->levels[index];
  VwOrbCorner *corners = (VwOrbCorner *) (void *) self->corners->data;

  /* FAST's scores choose who is measured by Harris, whose responses choose who stays. */
  keep_best (self, 2 * level->quota);
  for (guint i = 0; i < self->corners->len; i++)
    corners[i].response = harris_response (self, level, &corners[i]);
  keep_best (self, level->quota);
}
