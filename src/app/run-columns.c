/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/run-columns.h"

#include "app/run-texts.h"
#include "app/strings.h"
#include "app/training-texts.h"

#include <glib/gi18n.h>

static char *
title_text (VwPastRun *past)
{
  return g_strdup (vw_past_run_get_title (past));
}

static char *
data_text (VwPastRun *past)
{
  return vw_run_texts_data (vw_past_run_get_run (past));
}

static char *
keypoints_text (VwPastRun *past)
{
  return vw_strings_decimal (vw_run_keypoints (vw_past_run_get_run (past)), 1);
}

static double
all_value (const VwRun *run)
{
  return vw_metrics_accuracy (run->summary->metrics, VW_POPULATION_ALL);
}

static char *
all_text (VwPastRun *past)
{
  return vw_strings_percent (all_value (vw_past_run_get_run (past)), 2);
}

static double
some_value (const VwRun *run)
{
  return vw_metrics_accuracy (run->summary->metrics, VW_POPULATION_WITH_KEYPOINTS);
}

static char *
some_text (VwPastRun *past)
{
  return vw_strings_percent (some_value (vw_past_run_get_run (past)), 2);
}

static double
f1_value (const VwRun *run)
{
  return vw_metrics_macro_average (run->summary->metrics, VW_POPULATION_ALL).f1;
}

static char *
f1_text (VwPastRun *past)
{
  return vw_strings_decimal (f1_value (vw_past_run_get_run (past)), 3);
}

static char *
time_text (VwPastRun *past)
{
  return vw_training_texts_seconds (vw_run_get_seconds (vw_past_run_get_run (past)));
}

static double
when_value (const VwRun *run)
{
  return run->created;
}

static char *
when_text (VwPastRun *past)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return vw_run_texts_when (vw_past_run_get_run (past), now);
}

static const VwRunColumn table[] = {
  { N_ ("Run"), NULL, .is_title = TRUE, .text = title_text },
  { N_ ("Digits"), N_ ("The digits that it was trained and tested on"), .is_wide = TRUE,
    .text = data_text },
  { N_ ("Keypoints"), N_ ("How many a training digit has on average"), .is_wide = TRUE,
    .is_figure = TRUE, .text = keypoints_text, .value = vw_run_keypoints },
  { N_ ("All digits"), N_ ("Share of all test digits that it gets right"), .is_figure = TRUE,
    .text = all_text, .value = all_value },
  { N_ ("With keypoints"), N_ ("The same of those test digits that have keypoints"),
    .is_wide = TRUE, .is_figure = TRUE, .text = some_text, .value = some_value },
  { N_ ("F1"), N_ ("Mean over the classes, of all test digits"), .is_figure = TRUE, .text = f1_text,
    .value = f1_value },
  { N_ ("Time"), N_ ("Of all stages but loading, those kept from an earlier run too"),
    .is_figure = TRUE, .text = time_text, .value = vw_run_get_seconds },
  { N_ ("When"), NULL, .is_wide = TRUE, .text = when_text, .value = when_value },
};

const VwRunColumn *
vw_run_column_table (guint *n)
{
  *n = G_N_ELEMENTS (table);
  return table;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const VwRunColumn *column = data;
  VwPastRun *first = (VwPastRun *) a, *second = (VwPastRun *) b;
  const VwRun *run = vw_past_run_get_run (first), *other = vw_past_run_get_run (second);
  g_autofree char *text = NULL, *other_text = NULL;
  double difference;

  if (column->value == NULL)
    {
      text = column->text (first);
      other_text = column->text (second);
      difference = g_utf8_collate (text, other_text);
    }
  else
    difference = column->value (run) - column->value (other);
  if (difference == 0)
    difference = run->created != other->created ? run->created - other->created
                                                : g_strcmp0 (run->id, other->id);
  return (difference > 0) - (difference < 0);
}

GtkSorter *
vw_run_column_sorter (const VwRunColumn *column)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare, (gpointer) column, NULL));
}
