/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "core/error.h"
#include "core/files.h"
#include "core/metrics-json.h"
#include "core/model.h"
#include "core/report.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#define LARGEST_REPORT ((gsize) 16 * 1024 * 1024) /* bytes */

/* Where the matrix comes from: a model's own test, or what train --json printed. */
typedef struct {
  VwModel *model;
  VwMetrics *metrics;
  char **class_names;
} Source;

static void
source_clear (Source *self)
{
  g_clear_pointer (&self->model, vw_model_unref);
  g_clear_pointer (&self->metrics, vw_metrics_free);
  g_clear_pointer (&self->class_names, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static char **
number_classes (guint n)
{
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup_printf ("%u", i);
  return names;
}

static VwMetrics *
read_report (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = vw_file_read (path, LARGEST_REPORT, NULL, error);
  g_autoptr (JsonObject) object = NULL;
  VwJson json;

  if (bytes == NULL)
    return NULL;
  object = vw_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), path, error);
  if (object == NULL)
    return NULL;
  json = (VwJson){ object, path };
  return vw_metrics_from_json (&json, error);
}

static gboolean
read_source (const char *path, Source *source, GError **error)
{
  if (!g_str_has_suffix (path, ".json"))
    {
      source->model = vw_model_load (path, error);
      if (source->model == NULL)
        return FALSE;
      source->metrics = vw_metrics_copy (source->model->metrics);
      source->class_names = g_strdupv (source->model->class_names);
      return TRUE;
    }
  source->metrics = read_report (path, error);
  if (source->metrics == NULL)
    return FALSE;
  source->class_names = number_classes (source->metrics->n_classes);
  return TRUE;
}

static gboolean
find_format (const char *path, VwTableFormat *format, GError **error)
{
  static const struct {
    const char *ending;
    VwTableFormat format;
  } formats[]
      = { { ".csv", VW_TABLE_CSV }, { ".md", VW_TABLE_MARKDOWN }, { ".tex", VW_TABLE_LATEX } };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (path, formats[i].ending))
      {
        *format = formats[i].format;
        return TRUE;
      }
  vw_error_set (error, VW_ERROR_PARAMETER, path, N_ ("its name must end in one of %s"),
                ".csv, .md, .tex");
  return FALSE;
}

/* Speaks @language from now on, as far as there is a translation. */
static void
use_language (const char *language)
{
  if (language == NULL)
    return;
  g_setenv ("LANGUAGE", language, TRUE);
  /* gettext looks at LANGUAGE only outside the C locale. */
  if (strcmp (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
}

static VwReportTexts
translated_texts (void)
{
  VwReportTexts texts = *vw_report_texts ();
  const char **all = (const char **) &texts; /* nothing but strings */

  for (guint i = 0; i < sizeof texts / sizeof *all; i++)
    all[i] = _(all[i]);
  return texts;
}

typedef struct {
  char *output, *normalize, *language;
} Options;

static int
write_table (const char *path, const Options *options)
{
  g_auto (Source) source = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VwTable) table = NULL;
  g_autofree char *text = NULL;
  VwNormalization normalization = VW_NORMALIZATION_NONE;
  VwTableFormat format;
  VwReportTexts texts;
  VwReport report;

  if (!find_format (options->output, &format, &error)
      || (options->normalize != NULL
          && !vw_normalization_parse (options->normalize, &normalization, &error))
      || !vw_cli_check_output (options->output, &error) || !read_source (path, &source, &error))
    return vw_cli_fail (error);
  use_language (options->language);
  texts = translated_texts ();
  report = (VwReport){ source.metrics, (const char *const *) source.class_names, &texts,
                       VW_POPULATION_ALL };
  table = vw_report_matrix (&report, normalization);
  text = vw_table_format (table, format);
  if (!g_file_set_contents_full (options->output, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0666,
                                 &error))
    return vw_cli_fail (error);
  return VW_CLI_DONE;
}

int
vw_cli_matrix (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, _("File to write"),
      "FILE.csv|.md|.tex" },
    { "normalize", 0, 0, G_OPTION_ARG_STRING, &options.normalize,
      _("Divide each count by its row, its column or all"), "none|true|predicted|all" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, _("Language of the words"), "en|fr" },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "MODEL|REPORT.json",
          _("Write the confusion matrix of a model, or of what train --json printed, as a table."),
          entries, NULL, 1, 1 };
  int status = VW_CLI_USAGE;

  if (vw_cli_parse (&syntax, &argc, &argv))
    {
      if (options.output == NULL)
        status = vw_cli_usage_error ("matrix", _("--output is needed"));
      else
        status = write_table (argv[1], &options);
    }
  g_free (options.output);
  g_free (options.normalize);
  g_free (options.language);
  return status;
}
