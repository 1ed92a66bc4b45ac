/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/run-texts.h"

#include "app/training-texts.h"
#include "core/known-data.h"
#include "core/table.h"

#include <glib/gi18n.h>

#define HASH_DIGITS 6

char *
vw_run_texts_data (const VwRun *run)
{
  const char *sha256 = run->summary->data_sha256;
  const char *name = vw_dataset_name_of_sha256 (sha256);
  const VwKnownData *known = name != NULL ? vw_known_data_named (name) : NULL;

  if (name == NULL)
    return g_strdup_printf (_("Other (%.*s)"), HASH_DIGITS, sha256);
  return g_strdup (known != NULL ? known->title : _("Sample"));
}

double
vw_run_keypoints (const VwRun *run)
{
  return (double) run->summary->train_descriptors / MAX (run->summary->train_total, 1);
}

/* Whether @time is @days before the day of @now. */
static gboolean
is_days_ago (GDateTime *time, GDateTime *now, int days)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (now, -days);

  return g_date_time_get_year (time) == g_date_time_get_year (day)
         && g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (day);
}

char *
vw_run_texts_when (const VwRun *run, GDateTime *now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (run->created);

  if (is_days_ago (time, now, 0))
    /* Translators: a time of today, as strftime() writes it; keep it short */
    return g_date_time_format (time, _("today %H:%M"));
  if (is_days_ago (time, now, 1))
    return g_strdup (_("yesterday"));
  return g_date_time_format (time, "%x");
}

static void
append_difference (GString *text, const VwParameterInfo *info, double value, double other)
{
  g_autofree char *mine = vw_training_texts_choice_or_value (info, value);
  g_autofree char *theirs = vw_training_texts_choice_or_value (info, other);

  if (text->len > 0)
    g_string_append (text, " · ");
  /* Translators: a setting, its value in one run and in the other */
  g_string_append_printf (text, _("%s %s → %s"), _(info->label), mine, theirs);
}

/* Returns: (transfer full): "Words 300 → 500 · C 1 → 2", empty when there is no difference */
static char *
describe_differences (const VwParameters *from, const VwParameters *to)
{
  GString *text = g_string_new (NULL);
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  for (guint i = 0; i < n; i++)
    if (vw_parameter_get (from, &table[i]) != vw_parameter_get (to, &table[i]))
      append_difference (text, &table[i], vw_parameter_get (from, &table[i]),
                         vw_parameter_get (to, &table[i]));
  return g_string_free (text, FALSE);
}

char *
vw_run_texts_preset_differences (const VwRun *run)
{
  const VwParameters *parameters = &run->summary->parameters;
  const VwPreset *preset = vw_training_texts_preset (parameters);
  g_autofree char *differences = describe_differences (&preset->parameters, parameters);

  if (*differences == '\0')
    return g_strdup_printf (_("As the preset “%s”"), _(preset->label));
  /* Translators: a preset, and the settings that differ from it */
  return g_strdup_printf (_("From the preset “%s”: %s"), _(preset->label), differences);
}

char *
vw_run_texts_differences (VwPastRun *a, VwPastRun *b)
{
  const VwModel *first = vw_past_run_get_run (a)->summary;
  const VwModel *second = vw_past_run_get_run (b)->summary;
  g_autofree char *differences = describe_differences (&first->parameters, &second->parameters);
  gboolean same_data = g_strcmp0 (first->data_sha256, second->data_sha256) == 0;

  if (*differences == '\0')
    return g_strdup (same_data ? _("Both with the same settings on the same digits")
                               : _("Both with the same settings, on other digits"));
  return g_strdup_printf (same_data ? _("From the earlier to the later run: %s")
                                    : _("From the earlier to the later run, on other digits: %s"),
                          differences);
}

static void
add_header (VwTable *table, const VwParameterInfo *infos, guint n)
{
  static const char *const names[]
      = { "run",     "data",    "keypoints_per_digit", "accuracy_all", "accuracy", "macro_f1",
          "seconds", "created", "data_sha256" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    vw_table_add (table, names[i]);
  for (guint i = 0; i < n; i++)
    vw_table_add (table, infos[i].name);
  table->n_columns = G_N_ELEMENTS (names) + n;
}

static void
add_number (VwTable *table, double value, const char *format)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  vw_table_add (table, g_ascii_formatd (text, sizeof text, format, value));
}

static void
add_run (VwTable *table, VwPastRun *past)
{
  const VwRun *run = vw_past_run_get_run (past);
  const VwMetrics *metrics = run->summary->metrics;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (run->created);
  g_autofree char *created = g_date_time_format_iso8601 (time);
  const char *data = vw_dataset_name_of_sha256 (run->summary->data_sha256);
  guint n;
  const VwParameterInfo *infos = vw_parameter_table (&n);

  vw_table_add (table, vw_past_run_get_title (past));
  vw_table_add (table, data != NULL ? data : "other");
  add_number (table, vw_run_keypoints (run), "%.4f");
  vw_table_add_share (table, vw_metrics_accuracy (metrics, VW_POPULATION_ALL));
  vw_table_add_share (table, vw_metrics_accuracy (metrics, VW_POPULATION_WITH_KEYPOINTS));
  vw_table_add_share (table, vw_metrics_macro_average (metrics, VW_POPULATION_ALL).f1);
  add_number (table, vw_run_get_seconds (run), "%.3f");
  vw_table_add (table, created);
  vw_table_add (table, run->summary->data_sha256);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = vw_parameter_format (&run->summary->parameters, &infos[i]);

      vw_table_add (table, value);
    }
}

char *
vw_run_texts_csv (GListModel *runs)
{
  g_autoptr (VwTable) table = vw_table_new (0);
  guint n;
  const VwParameterInfo *infos = vw_parameter_table (&n);

  add_header (table, infos, n);
  for (guint i = 0; i < g_list_model_get_n_items (runs); i++)
    {
      g_autoptr (VwPastRun) past = g_list_model_get_item (runs, i);

      add_run (table, past);
    }
  return vw_table_format (table, VW_TABLE_CSV);
}
