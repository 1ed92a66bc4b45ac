/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-private.h"

#include "core/error.h"
#include "vision/opencv.h"

#include <math.h>

#define LEARNED_PATCH_SIZE 31

void
vw_orb_take_message (char *message, GError **error)
{
  vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("OpenCV: %s"), message != NULL ? message : "?");
  g_free (message);
}

static gboolean
draw_tests (VwOrbTests *self, int patch_size, GError **error)
{
  int points[2 * VW_ORB_TESTS][2];
  char *message = NULL;

  if (!vw_opencv_random_points (patch_size, 2 * VW_ORB_TESTS, points[0], &message))
    {
      vw_orb_take_message (message, error);
      return FALSE;
    }
  for (int i = 0; i < 2 * VW_ORB_TESTS; i++)
    {
      self->x[i % 2][i / 2] = points[i][0];
      self->y[i % 2][i / 2] = points[i][1];
    }
  return TRUE;
}

gboolean
vw_orb_has_learned_tests (int patch_size)
{
  return patch_size == LEARNED_PATCH_SIZE;
}

int
vw_orb_point_reach (float x, float y)
{
  return floorf (hypotf (x, y) + 0.51f); /* coordinates are rounded, after a float's error */
}

gboolean
vw_orb_tests_init (VwOrbTests *self, int patch_size, GError **error)
{
  self->reach = 0;
  if (!vw_orb_has_learned_tests (patch_size) && !draw_tests (self, patch_size, error))
    return FALSE;
  for (int point = 0; point < 2; point++)
    for (int i = 0; i < VW_ORB_TESTS; i++)
      {
        if (vw_orb_has_learned_tests (patch_size))
          {
            self->x[point][i] = vw_orb_learned_tests[i][2 * point];
            self->y[point][i] = vw_orb_learned_tests[i][2 * point + 1];
          }
        self->reach
            = MAX (self->reach, vw_orb_point_reach (self->x[point][i], self->y[point][i]));
      }
  self->few_points = vw_orb_points_init (&self->points, self);
  return TRUE;
}

/*
 * Half widths of the disc's rows, from the middle one down. Below the diagonal they are rounded
 * from the circle; beyond it they are taken from the rows' mirror image, so that the disc is the
 * same in x and y.
 */
static void
measure_rows (int half, int *widths)
{
  int beyond = ceilf (half * sqrtf (2) / 2);
  int row = 0;

  for (int y = 0; y <= half; y++)
    widths[y] = lrint (sqrt ((double) half * half - y * y));
  for (int y = half; y >= beyond; y--)
    {
      while (widths[row] == widths[row + 1])
        row++;
      widths[y] = row++;
    }
}

void
vw_orb_disc_init (VwOrbDisc *self, int patch_size)
{
  int half = patch_size / 2;
  g_autofree int *widths = g_new0 (int, half + 2);

  self->half = half;
  self->stride = (2 * half + 1 + 31) & ~31;
  self->x = g_malloc0_n (2 * half + 1, self->stride);
  self->y = g_malloc0_n (2 * half + 1, self->stride);
  measure_rows (half, widths);
  for (int y = -half; y <= half; y++)
    for (int x = -widths[ABS (y)]; x <= widths[ABS (y)]; x++)
      {
        int at = (y + half) * self->stride + x + half;

        self->x[at] = x;
        self->y[at] = y;
      }
}

void
vw_orb_disc_clear (VwOrbDisc *self)
{
  g_clear_pointer (&self->x, g_free);
  g_clear_pointer (&self->y, g_free);
}

/* Harris & Stephens, A combined corner and edge detector, 1988; on grey values 0 … 1. */
float
vw_orb_harris (const int sums[3])
{
  const float k = 0.04f, side = 2 * VW_ORB_HARRIS_RADIUS + 1;
  const float unit = 1.0f / (4 * side * 255.0f);
  float xx = sums[0], yy = sums[1], xy = sums[2];

  return (xx * yy - xy * xy - k * (xx + yy) * (xx + yy)) * (unit * unit * unit * unit);
}

void
vw_orb_turn (float angle, float turn[2])
{
  sincosf (angle * (float) (G_PI / 180.f), &turn[1], &turn[0]);
}
