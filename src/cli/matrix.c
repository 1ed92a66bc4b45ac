/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/figure-options.h"
#include "cli/matrix-source.h"
#include "core/error.h"
#include "core/report.h"
#include "plot/matrix-figure.h"
#include "text/language.h"

#include <glib/gi18n.h>

typedef struct {
  VwCliFigure figure;
  char *normalize, *colormap;
} Options;

/* What the options mean. */
typedef struct {
  VwNormalization normalization;
  VwPlotMap map;
} Plan;

static void
options_clear (Options *self)
{
  vw_cli_figure_clear (&self->figure);
  g_free (self->normalize);
  g_free (self->colormap);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

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
read_options (Options *options, char *const *inputs, Plan *plan, GError **error)
{
  return find_map (options->colormap, &plan->map, error)
         && (options->normalize == NULL
             || vw_normalization_parse (options->normalize, &plan->normalization, error))
         && vw_cli_figure_read (&options->figure, inputs, error);
}

static gboolean
write_table (const Plan *plan, const VwCliMatrixSource *source, const VwPlotMatrixWords *words,
             const VwCliFigure *file, GError **error)
{
  const VwReport report = { source->metrics, (const char *const *) source->class_names,
                            &words->report, VW_POPULATION_ALL };
  g_autoptr (VwTable) table = vw_report_matrix (&report, plan->normalization);

  return vw_cli_figure_write_table (file, table, error);
}

static gboolean
write_picture (const Plan *plan, const VwCliMatrixSource *source, const VwPlotMatrixWords *words,
               const VwCliFigure *file, GError **error)
{
  static const VwPlotNormalize normalize[VW_N_NORMALIZATIONS] = {
    [VW_NORMALIZATION_NONE] = VW_PLOT_NORMALIZE_NONE,
    [VW_NORMALIZATION_TRUE] = VW_PLOT_NORMALIZE_TRUE,
    [VW_NORMALIZATION_PREDICTED] = VW_PLOT_NORMALIZE_PREDICTED,
    [VW_NORMALIZATION_ALL] = VW_PLOT_NORMALIZE_ALL,
  };
  g_autofree char *caption
      = source->model != NULL ? vw_plot_matrix_words_made_from (words, source->model) : NULL;
  const VwPlotMatrixFigure matrix = {
    .matrix = { .metrics = source->metrics, .classes = (const char *const *) source->class_names,
                .normalize = normalize[plan->normalization], .map = plan->map,
                .text = &words->heatmap, .numbers = words->numbers },
    .model = source->model,
    .words = words,
    .title = file->title != NULL ? file->title : words->title,
    .caption = caption,
  };
  g_autofree char *parameters = vw_plot_matrix_figure_parameters (&matrix);
  g_autoptr (VwPlotFigure) figure = vw_plot_matrix_figure_new (&matrix);

  return vw_cli_figure_write_picture (file, figure, parameters, error);
}

static void
say_report_classes (VwCliMatrixSource *source)
{
  char **said = vw_class_names_say (source->class_names, vw_cli_translate);

  if (said == NULL)
    return;
  g_strfreev (source->class_names);
  source->class_names = said;
}

static void
say_classes (VwCliMatrixSource *source)
{
  VwModel *said;

  if (source->model == NULL)
    {
      say_report_classes (source);
      return;
    }
  said = vw_model_say (source->model, vw_cli_translate);
  vw_model_unref (source->model);
  source->model = said;
  g_strfreev (source->class_names);
  source->class_names = g_strdupv (said->class_names);
}

static int
write_matrix (char *const *paths, Options *options)
{
  g_auto (VwCliMatrixSource) source = { 0 };
  g_autoptr (GError) error = NULL;
  Plan plan = { 0 };
  VwPlotMatrixWords words;
  gboolean done;

  if (!read_options (options, paths, &plan, &error)
      || !vw_cli_matrix_source_read (paths[0], &source, &error))
    return vw_cli_fail (error);
  vw_plot_matrix_words_init (&words, vw_language (), vw_cli_translate);
  say_classes (&source);
  done = options->figure.is_picture
             ? write_picture (&plan, &source, &words, &options->figure, &error)
             : write_table (&plan, &source, &words, &options->figure, &error);
  return done ? VW_CLI_DONE : vw_cli_fail (error);
}

int
vw_cli_matrix (int argc, char **argv)
{
  g_auto (Options) options = { .figure = VW_CLI_FIGURE_INIT };
  const GOptionEntry entries[] = {
    VW_CLI_FIGURE_ENTRIES (options.figure),
    { "normalize", 0, 0, G_OPTION_ARG_STRING, &options.normalize,
      _("Divide each count by its row, its column or all"), "none|true|predicted|all" },
    { "colormap", 0, 0, G_OPTION_ARG_STRING, &options.colormap, _("Colours of a picture"),
      "blues|ylgnbu|greys" },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "MODEL|REPORT.json",
          _("Write the confusion matrix of a model, or of what train --json printed, as a picture "
            "or a table."),
          entries, NULL, 1, 1 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  if (options.figure.output == NULL)
    return vw_cli_usage_error ("matrix", _("--output is needed"));
  vw_cli_figure_speak (&options.figure, FALSE);
  return write_matrix (argv + 1, &options);
}
