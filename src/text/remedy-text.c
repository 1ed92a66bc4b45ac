/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/remedy-text.h"

#include <glib/gi18n.h>

typedef struct {
  const char *name;   /* of the parameter */
  const char *action; /* as on a button */
  const char *brief;  /* within a sentence */
} Phrase;

/* TRANSLATORS: keep {value} as it is. */
static const Phrase phrases[] = {
  { "edge-threshold", N_ ("Set edge threshold to {value}"), N_ ("edge threshold {value}") },
  { "upscale", N_ ("Upscale to {value} px"), N_ ("upscaling to {value} px") },
  { "fast-threshold", N_ ("Set FAST threshold to {value}"), N_ ("FAST threshold {value}") },
  { "interpolation", N_ ("Set interpolation to “{value}”"), N_ ("interpolation “{value}”") },
  { "features", N_ ("Raise the quota to {value}"), N_ ("quota {value}") },
  { "levels", N_ ("Use {value} pyramid levels"), N_ ("{value} pyramid levels") },
};

static const Phrase *
find_phrase (const VwRemedy *remedy)
{
  guint i = 0;

  while (!g_str_equal (phrases[i].name, remedy->info->name))
    i++;
  return &phrases[i];
}

static char *
format_value (const VwRemedy *remedy)
{
  if (remedy->info->type == VW_PARAMETER_CHOICE)
    return g_strdup (_(remedy->info->choices[(int) remedy->value].label));
  return g_strdup_printf ("%d", (int) remedy->value);
}

static char *
put_value (const char *pattern, const VwRemedy *remedy)
{
  g_autofree char *value = format_value (remedy);
  GString *text = g_string_new (_(pattern));

  g_string_replace (text, "{value}", value, 1);
  return g_string_free (text, FALSE);
}

char *
vw_remedy_action (const VwRemedy *remedy)
{
  g_autofree char *change = put_value (find_phrase (remedy)->action, remedy);

  return g_strdup_printf (ngettext ("%s → %u keypoint", "%s → %u keypoints", remedy->keypoints),
                          change, remedy->keypoints);
}

static char *
other_remedy (const VwRemedy *remedy)
{
  g_autofree char *change = put_value (find_phrase (remedy)->brief, remedy);

  return g_strdup_printf ("%s → %u", change, remedy->keypoints);
}

char *
vw_remedies_sentence (const VwRemedies *remedies)
{
  g_autofree char *first = NULL, *second = NULL;

  if (!remedies->wanted)
    return NULL;
  if (remedies->n == 0)
    return g_strdup (_("No single setting that was tried gives it clearly more keypoints."));
  if (remedies->n == 1)
    return NULL;
  first = other_remedy (&remedies->found[1]);
  if (remedies->n == 2)
    return g_strdup_printf (_("Or %s."), first);
  second = other_remedy (&remedies->found[2]);
  return g_strdup_printf (_("Or %s, or %s."), first, second);
}
