/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/class-text.h"

#include <glib/gi18n.h>
#include <math.h>

static guint
whole (double number)
{
  return (guint) lround (number);
}

static guint
percent (double share)
{
  return whole (share * 100);
}

static guint
kept_percent (const VwClassAverage *average)
{
  return average->corners > 0 ? percent (average->keypoints / average->corners) : 0;
}

static char *
averages_sentence (const VwClassAverage *own, const VwClassAverage *all, const char *name)
{
  return g_strdup_printf (_("On average class %s keeps %u of %u corners (%u %%), all classes %u of "
                            "%u (%u %%)."),
                          name, whole (own->keypoints), whole (own->corners), kept_percent (own),
                          whole (all->keypoints), whole (all->corners), kept_percent (all));
}

static char *
difference_sentence (VwClassTrait code, const VwClassAverage *own, const VwClassAverage *all)
{
  switch (code)
    {
    case VW_CLASS_TRAIT_FEW:
      return g_strdup (_("It has few corners to begin with."));
    case VW_CLASS_TRAIT_RING:
      return g_strdup_printf (_("Its corners lie on a ring: %u %% of those on level 0 are outside "
                                "the window and %u %% in its middle (all classes: %u %% and %u "
                                "%%)."),
                              percent (own->outside), percent (own->middle),
                              percent (all->outside), percent (all->middle));
    case VW_CLASS_TRAIT_OUTSIDE:
      return g_strdup_printf (_("%u %% of those on level 0 lie outside the window (all classes: "
                                "%u %%)."),
                              percent (own->outside), percent (all->outside));
    case VW_CLASS_TRAIT_INSIDE:
      return g_strdup_printf (_("Only %u %% of those on level 0 lie outside the window (all "
                                "classes: %u %%)."),
                              percent (own->outside), percent (all->outside));
    default:
      return NULL;
    }
}

char *
vw_class_sentence (const VwClassAverages *averages, guint label, const char *class_name)
{
  VwClassTrait code = vw_class_averages_get_trait (averages, label);
  const VwClassAverage *own = &averages->classes[label], *all = &averages->all;
  g_autofree char *numbers = NULL, *difference = NULL;

  if (code == VW_CLASS_TRAIT_NONE)
    return NULL;
  if (code == VW_CLASS_TRAIT_NOTHING)
    return g_strdup (_("With these settings none of the images looked at has a keypoint."));
  if (code == VW_CLASS_TRAIT_KEYPOINTS)
    return g_strdup_printf (_("On average class %s has %u keypoints, all classes %u."), class_name,
                            whole (own->keypoints), whole (all->keypoints));
  numbers = averages_sentence (own, all, class_name);
  difference = difference_sentence (code, own, all);
  return g_strjoin (" ", numbers, difference, NULL);
}
