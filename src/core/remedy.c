/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/remedy.h"

#include "core/detector.h"
#include "core/error.h"

#define MOST_PARAMETERS 5
#define MOST_STEPS 6

typedef enum { DOWN, UP, OTHER } Direction;

/**
 * Ladder:
 * @steps: from the smallest change to the largest, seen from the notebook; those that do not lead
 *   away from the present value in @direction are left out
 */
typedef struct {
  const char *name;
  Direction direction;
  guint n_steps;
  double steps[MOST_STEPS];
} Ladder;

static const Ladder edge = { "edge-threshold", DOWN, 5, { 25, 20, 15, 10, 4 } };
static const Ladder upscale = { "upscale", UP, 5, { 64, 96, 128, 192, 256 } };
static const Ladder fast = { "fast-threshold", DOWN, 6, { 20, 15, 10, 7, 4, 2 } };
static const Ladder interpolation
    = { "interpolation", OTHER, 3,
        { VW_INTERPOLATION_LINEAR, VW_INTERPOLATION_CUBIC, VW_INTERPOLATION_AREA } };
static const Ladder features = { "features", UP, 6, { 50, 100, 200, 500, 1000, 5000 } };
static const Ladder levels = { "levels", UP, 2, { 4, 8 } };

/* What bears on each rule, the most direct first. */
static const Ladder *const ladders[][MOST_PARAMETERS] = {
  [VW_REASON_UNKNOWN] = { &edge, &upscale, &fast },
  [VW_REASON_NO_ROOM] = { &edge, &upscale },
  [VW_REASON_NO_CORNERS] = { &fast, &upscale, &edge },
  [VW_REASON_TIES] = { &interpolation, &fast, &edge },
  [VW_REASON_BORDER] = { &edge, &upscale, &fast },
  [VW_REASON_QUOTA] = { &features },
  [VW_REASON_FEW_CORNERS] = { &fast, &upscale, &interpolation, &levels },
};

static gboolean
leads_away (const Ladder *ladder, double step, double present)
{
  switch (ladder->direction)
    {
    case DOWN:
      return step < present;
    case UP:
      return step > present;
    default:
      return step != present;
    }
}

/* Returns: %FALSE with an error; a value that the image does not suit gives 0 keypoints. */
static gboolean
try_value (const VwRemedyCase *given, VwRemedy *remedy, GError **error)
{
  VwParameters parameters = *given->parameters;
  g_autoptr (VwDetector) detector = NULL;
  const VwDetection *seen;

  remedy->keypoints = 0;
  vw_parameter_set (&parameters, remedy->info, remedy->value);
  detector = vw_detector_new (&parameters, given->rows, given->cols, NULL);
  if (detector == NULL)
    return TRUE;
  vw_detector_skip_counts (detector);
  vw_detector_skip_pixels (detector);
  seen = vw_detector_run (detector, given->image, error);
  if (seen == NULL)
    return FALSE;
  remedy->keypoints = seen->frame.n_keypoints;
  return TRUE;
}

static gboolean
reaches_goal (const VwRemedyCase *given, guint keypoints)
{
  return keypoints >= VW_REMEDY_USEFUL && keypoints >= 2 * given->reason->kept;
}

static gboolean
is_clearly_more (const VwRemedyCase *given, guint keypoints)
{
  return keypoints > given->reason->kept && 4 * keypoints >= 5 * given->reason->kept;
}

/* Leaves 0 keypoints in @best when no step helps. */
static gboolean
climb (const VwRemedyCase *given, const Ladder *ladder, VwRemedy *best, GError **error)
{
  VwRemedy remedy = { .info = vw_parameter_find (ladder->name) };
  double present = vw_parameter_get (given->parameters, remedy.info);

  *best = remedy;
  for (guint i = 0; i < ladder->n_steps && !reaches_goal (given, best->keypoints); i++)
    {
      remedy.value = ladder->steps[i];
      if (!leads_away (ladder, remedy.value, present))
        continue;
      if (!try_value (given, &remedy, error))
        return FALSE;
      if (is_clearly_more (given, remedy.keypoints) && remedy.keypoints > best->keypoints)
        *best = remedy;
    }
  return TRUE;
}

static gboolean
is_better (const VwRemedyCase *given, const VwRemedy *a, const VwRemedy *b)
{
  if (reaches_goal (given, a->keypoints) || reaches_goal (given, b->keypoints))
    return !reaches_goal (given, b->keypoints);
  return a->keypoints > b->keypoints;
}

/* @remedy comes behind those that are as good, which are about rules that bind more. */
static void
insert (const VwRemedyCase *given, VwRemedies *out, const VwRemedy *remedy)
{
  guint place = out->n;

  while (place > 0 && is_better (given, remedy, &out->found[place - 1]))
    place--;
  if (place == VW_REMEDIES_MOST)
    return;
  out->n = MIN (out->n + 1, VW_REMEDIES_MOST);
  for (guint i = out->n - 1; i > place; i--)
    out->found[i] = out->found[i - 1];
  out->found[place] = *remedy;
}

gboolean
vw_remedies_find (const VwRemedyCase *given, VwRemedies *out, GError **error)
{
  const VwReason *reason = given->reason;

  *out = (VwRemedies){ .wanted = reason->kept < VW_REMEDY_USEFUL
                                 || reason->code == VW_REASON_QUOTA };
  for (guint i = 0; out->wanted && i < MOST_PARAMETERS && ladders[reason->code][i] != NULL; i++)
    {
      VwRemedy best;

      if (!climb (given, ladders[reason->code][i], &best, error))
        return FALSE;
      if (best.keypoints > 0)
        insert (given, out, &best);
    }
  return TRUE;
}
