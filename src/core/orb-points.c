/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-private.h"

#include <math.h>
#include <stdlib.h>

#define MOST_POINTS (VW_ORB_POINT_GROUPS * VW_ORB_POINT_GROUP)

/* A pixel that a test looks at: the @point-th one of the @test-th. */
typedef struct {
  float x, y;
  int point, test;
} Look;

/* The farthest first; looks at the same pixel side by side. */
static int
compare_looks (gconstpointer a, gconstpointer b)
{
  const Look *first = a, *second = b;
  float nearer = hypotf (second->x, second->y) - hypotf (first->x, first->y);

  if (nearer != 0)
    return nearer < 0 ? -1 : 1;
  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return (first->y > second->y) - (first->y < second->y);
}

static void
list_looks (const VwOrbTests *tests, Look *looks)
{
  for (int point = 0; point < 2; point++)
    for (int i = 0; i < VW_ORB_TESTS; i++)
      *looks++ = (Look){ tests->x[point][i], tests->y[point][i], point, i };
}

static void
place_look (VwOrbPoints *self, const Look *look, int i)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << look->test % 64;
  int lane = i / VW_ORB_POINT_GROUP * VW_ORB_POINT_GROUP
             + vw_orb_point_lane (i % VW_ORB_POINT_GROUP);

  self->lane[look->point][look->test] = lane % (2 * VW_ORB_POINT_GROUP);
  if (lane / (2 * VW_ORB_POINT_GROUP) == 1)
    self->second[look->point][look->test / 64] |= bit;
  if (lane / (2 * VW_ORB_POINT_GROUP) == 2)
    self->third[look->point][look->test / 64] |= bit;
}

/* The first point of a group is the farthest. */
static void
plan_pairs (VwOrbPoints *self, int reach)
{
  for (int i = 0; i < VW_ORB_POINT_GROUPS; i++)
    {
      int first = i * VW_ORB_POINT_GROUP;
      int group_reach = vw_orb_point_reach (self->x[first], self->y[first]);

      self->first_pair[i] = (reach - group_reach) / 2;
      self->end_pair[i] = (reach + group_reach) / 2 + 1;
    }
}

gboolean
vw_orb_points_init (VwOrbPoints *self, const VwOrbTests *tests)
{
  Look looks[2 * VW_ORB_TESTS];
  int n = 0;

  *self = (VwOrbPoints){ 0 };
  if (tests->reach > VW_ORB_POINT_REACH)
    return FALSE;
  list_looks (tests, looks);
  qsort (looks, G_N_ELEMENTS (looks), sizeof *looks, compare_looks);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      const Look *look = &looks[i];

      if (i == 0 || look->x != look[-1].x || look->y != look[-1].y)
        {
          if (n == MOST_POINTS)
            return FALSE;
          self->x[n] = look->x;
          self->y[n] = look->y;
          n++;
        }
      place_look (self, look, n - 1);
    }
  plan_pairs (self, tests->reach);
  return TRUE;
}
