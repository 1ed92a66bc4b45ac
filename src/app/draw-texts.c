/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draw-texts.h"

#include "app/strings.h"
#include "text/reason-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define MIDDLE (VW_FIELD_SIDE / 2 + .5)

char *
vw_draw_texts_field (const VwCentering *centering, gboolean centred)
{
  g_autofree char *distance = NULL;

  if (centering->blank)
    return g_strdup (_ ("28 × 28 px, as in MNIST"));
  if (centred)
    return g_strdup (_ ("Dashed: 20 px box · +: centre of mass"));
  distance = vw_strings_decimal (hypot (centering->mass_x - MIDDLE, centering->mass_y - MIDDLE), 1);
  return g_strdup_printf (_ ("+: centre of mass, %s px off the middle"), distance);
}

static guint
count_on_level (const VwInspection *seen, int level)
{
  guint n = 0;

  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    n += seen->frame.keypoints[i].octave == level;
  return n;
}

char *
vw_draw_texts_keypoints (const VwInspection *seen)
{
  g_autofree char *below = NULL, *above = NULL;
  guint n = count_on_level (seen, 0);

  if (seen->reason.code != VW_REASON_FEW_CORNERS && seen->reason.code != VW_REASON_UNKNOWN)
    return vw_reason_sentence (&seen->reason);
  below = vw_strings_count (n);
  above = vw_strings_count (seen->frame.n_keypoints - n);
  return g_strdup_printf (_ ("%s on level 0, %s above · hatched: dead border, %u px"), below, above,
                          seen->parameters.edge_threshold);
}

char *
vw_draw_texts_verdict (const VwInspection *seen)
{
  return g_strdup_printf (_ ("Looks like a %s"), seen->model->class_names[seen->predicted]);
}

char *
vw_draw_texts_runner_up (const VwInspection *seen)
{
  guint n = vw_classifier_get_n_classes (seen->model->classifier);
  g_autofree char *distance = NULL;
  int second = -1;

  for (int i = 0; i < (int) n; i++)
    if (i != seen->predicted && (second < 0 || seen->scores[i] > seen->scores[second]))
      second = i;
  if (second < 0)
    return NULL;
  distance = vw_strings_decimal (seen->scores[seen->predicted] - seen->scores[second], 2);
  return g_strdup_printf (_ ("%s comes second, %s behind"), seen->model->class_names[second],
                          distance);
}

char *
vw_draw_texts_words (const VwInspection *seen, guint n_words)
{
  g_autofree char *count = vw_strings_count (n_words);
  g_autofree char *all = vw_strings_count (vw_vocabulary_get_words (seen->model->vocabulary));

  return g_strdup_printf (_ ("%s of %s"), count, all);
}

static char *
format_size (guint width, guint height)
{
  g_autofree char *across = vw_strings_count (width), *down = vw_strings_count (height);

  return g_strdup_printf (_ ("%s × %s px"), across, down);
}

/* @sentence: (transfer full) */
static void
add_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

char *
vw_draw_texts_photo (const VwPhoto *photo)
{
  GString *text = g_string_new (NULL);
  g_autofree char *size = format_size (photo->width, photo->height);
  g_autofree char *cropped = format_size (photo->crop.width, photo->crop.height);
  g_autofree char *specks = vw_strings_count (photo->specks);

  add_sentence (text, photo->turned ? g_strdup_printf (_ ("Photo of %s, turned upright."), size)
                                    : g_strdup_printf (_ ("Photo of %s."), size));
  add_sentence (text, g_strdup (photo->inverted ? _ ("Ink is darker than paper: inverted.")
                                                : _ ("Ink is lighter than paper, as in MNIST.")));
  add_sentence (text,
                g_strdup_printf (_ ("Shade of the paper taken away; ink differs from it by %u "
                                    "grey values or more (Otsu)."),
                                 photo->threshold));
  if (photo->specks > 0)
    add_sentence (
        text, g_strdup_printf (
                  ngettext ("%s speck left out.", "%s specks left out.", photo->specks), specks));
  add_sentence (text, g_strdup_printf (_ ("Cropped to %s."), cropped));
  return g_string_free (text, FALSE);
}
