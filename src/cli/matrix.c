/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/matrix-source.h"
#include "core/error.h"
#include "core/file-write.h"
#include "core/report.h"
#include "plot/matrix-figure.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#define PICTURE_WIDTH 170      /* mm: two columns of a paper */
#define PICTURE_RESOLUTION 300 /* dots per inch */

typedef struct {
  char *output, *normalize, *colormap, *title, *language;
} Options;

/* What the options mean. */
typedef struct {
  gboolean is_picture;
  VwPlotFormat picture;
  VwTableFormat table;
  VwNormalization normalization;
  VwPlotMap map;
} Plan;

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->normalize);
  g_free (self->colormap);
  g_free (self->title);
  g_free (self->language);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
find_format (const char *path, Plan *plan, GError **error)
{
  static const struct {
    const char *ending;
    VwTableFormat format;
  } formats[]
      = { { ".csv", VW_TABLE_CSV }, { ".md", VW_TABLE_MARKDOWN }, { ".tex", VW_TABLE_LATEX } };

  plan->is_picture = vw_plot_format_find (path, &plan->picture);
  if (plan->is_picture)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (path, formats[i].ending))
      {
        plan->table = formats[i].format;
        return TRUE;
      }
  vw_error_set (error, VW_ERROR_PARAMETER, path, N_ ("its name must end in one of %s"),
                ".png, .svg, .pdf, .csv, .md, .tex");
  return FALSE;
}

static gboolean
find_map (const char *name, VwPlotMap *map, GError **error)
{
  /* The colours of a difference say nothing about a single matrix. */
  if (name == NULL || (vw_plot_map_find (name, map) && *map != VW_PLOT_MAP_DIFFERENCE))
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: “%s” is not one of %s"), "colormap", name,
                "blues, ylgnbu, greys");
  return FALSE;
}

static gboolean
read_options (const Options *options, Plan *plan, GError **error)
{
  return find_format (options->output, plan, error)
         && find_map (options->colormap, &plan->map, error)
         && (options->normalize == NULL
             || vw_normalization_parse (options->normalize, &plan->normalization, error))
         && vw_cli_check_output (options->output, error);
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

static const char *
translate (const char *text)
{
  return _(text);
}

static gboolean
write_table (const Plan *plan, const VwCliMatrixSource *source, const VwPlotMatrixWords *words,
             const char *path, GError **error)
{
  const VwReport report = { source->metrics, (const char *const *) source->class_names,
                            &words->report, VW_POPULATION_ALL };
  g_autoptr (VwTable) table = vw_report_matrix (&report, plan->normalization);
  char *text = vw_table_format (table, plan->table);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return vw_file_write (path, bytes, error);
}

static gboolean
write_picture (const Plan *plan, const VwCliMatrixSource *source, const VwPlotMatrixWords *words,
               const Options *options, GError **error)
{
  static const VwPlotNormalize normalize[VW_N_NORMALIZATIONS] = {
    [VW_NORMALIZATION_NONE] = VW_PLOT_NORMALIZE_NONE,
    [VW_NORMALIZATION_TRUE] = VW_PLOT_NORMALIZE_TRUE,
    [VW_NORMALIZATION_PREDICTED] = VW_PLOT_NORMALIZE_PREDICTED,
    [VW_NORMALIZATION_ALL] = VW_PLOT_NORMALIZE_ALL,
  };
  g_autofree char *caption
      = source->model != NULL ? vw_plot_matrix_words_made_from (words, source->model) : NULL;
  const VwPlotMatrixFigure figure = {
    .matrix = { .metrics = source->metrics, .classes = (const char *const *) source->class_names,
                .normalize = normalize[plan->normalization], .map = plan->map,
                .text = &words->heatmap, .numbers = words->numbers },
    .model = source->model,
    .words = words,
    .title = options->title != NULL ? options->title : words->title,
    .caption = caption,
  };
  const VwPlotExport export = { .format = plan->picture, .width = PICTURE_WIDTH,
                                .resolution = PICTURE_RESOLUTION };
  g_autoptr (GBytes) bytes = vw_plot_matrix_figure_render (&figure, &export, error);

  return bytes != NULL && vw_file_write (options->output, bytes, error);
}

static int
write_matrix (const char *path, const Options *options)
{
  g_auto (VwCliMatrixSource) source = { 0 };
  g_autoptr (GError) error = NULL;
  Plan plan = { 0 };
  VwPlotMatrixWords words;
  gboolean done;

  if (!read_options (options, &plan, &error) || !vw_cli_matrix_source_read (path, &source, &error))
    return vw_cli_fail (error);
  use_language (options->language);
  vw_plot_matrix_words_init (&words, options->language != NULL ? options->language
                                                        : g_get_language_names ()[0], translate);
  done = plan.is_picture ? write_picture (&plan, &source, &words, options, &error)
                         : write_table (&plan, &source, &words, options->output, &error);
  return done ? VW_CLI_DONE : vw_cli_fail (error);
}

int
vw_cli_matrix (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, _("File to write"),
      "FILE.png|.svg|.pdf|.csv|.md|.tex" },
    { "normalize", 0, 0, G_OPTION_ARG_STRING, &options.normalize,
      _("Divide each count by its row, its column or all"), "none|true|predicted|all" },
    { "colormap", 0, 0, G_OPTION_ARG_STRING, &options.colormap, _("Colours of a picture"),
      "blues|ylgnbu|greys" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, _("Title of a picture"), _("TEXT") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, _("Language of the words"), "en|fr" },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "MODEL|REPORT.json",
          _("Write the confusion matrix of a model, or of what train --json printed, as a picture "
            "or a table."),
          entries, NULL, 1, 1 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  if (options.output == NULL)
    return vw_cli_usage_error ("matrix", _("--output is needed"));
  return write_matrix (argv[1], &options);
}
