/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/comparison-output.h"
#include "cli/console.h"
#include "cli/figure-options.h"
#include "core/error.h"
#include "core/evaluation.h"
#include "plot/comparison-figure.h"
#include "text/language.h"

#include <glib/gi18n.h>

typedef struct {
  VwCliFigure figure;
  char *show;
  gboolean as_json;
} Options;

static void
options_clear (Options *self)
{
  vw_cli_figure_clear (&self->figure);
  g_free (self->show);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_show (const char *show, VwPlotComparisonContent *content, VwScore *score, GError **error)
{
  static const char *const names[VW_N_SCORES] = { "precision", "recall", "f1" };

  if (show == NULL || g_str_equal (show, "difference"))
    return TRUE;
  for (guint i = 0; i < VW_N_SCORES; i++)
    if (g_str_equal (show, names[i]))
      {
        *content = VW_PLOT_COMPARISON_SCORE;
        *score = i;
        return TRUE;
      }
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: “%s” is not one of %s"), "show", show,
                "difference, precision, recall, f1");
  return FALSE;
}

static gboolean
write_file (const Options *options,
            const VwPlotComparison *given,
            VwPlotComparisonContent content,
            GError **error)
{
  const VwCliFigure *file = &options->figure;
  g_autoptr (VwModel) before = vw_model_say ((VwModel *) given->before_model, vw_cli_translate);
  g_autoptr (VwModel) after = vw_model_say ((VwModel *) given->after_model, vw_cli_translate);
  VwPlotComparison said = *given;
  const VwPlotComparison *comparison = &said;
  g_autofree char *caption = NULL, *parameters = NULL;
  g_autoptr (VwPlotFigure) figure = NULL;
  g_autoptr (VwTable) table = NULL;
  VwPlotComparisonWords words;
  VwPlotComparisonFigure paper = { comparison, content, &words };

  said.before_model = before;
  said.after_model = after;
  vw_plot_comparison_words_init (&words, vw_language (), vw_cli_translate);
  if (!file->is_picture)
    {
      table = vw_plot_comparison_table (comparison, content, &words);
      return vw_cli_figure_write_table (file, table, error);
    }
  paper.title
      = file->title != NULL ? file->title : vw_plot_comparison_title (comparison, content, &words);
  paper.caption = caption = vw_plot_comparison_made_from (comparison, &words);
  paper.width = vw_plot_figure_width_for (file->width);
  parameters = vw_plot_comparison_parameters (comparison);
  figure = vw_plot_comparison_figure_new (&paper);
  return vw_cli_figure_write_picture (file, figure, parameters, error);
}

static gboolean
evaluate (VwCliSide *side, const char *path, const VwDataset *data, GError **error)
{
  VwTask task = vw_cli_task (0);

  side->path = path;
  side->model = vw_model_load (path, error);
  if (side->model == NULL)
    return FALSE;
  side->metrics = vw_model_evaluate (side->model, data, &task, &side->predictions, error);
  if (side->metrics == NULL)
    return FALSE;
  vw_cli_note_classes (side->model, data);
  return TRUE;
}

static VwComparison *
compare_sides (const VwCliSide *a, const VwCliSide *b, const VwDataset *data)
{
  return vw_comparison_new (&(VwPredictionPair){
      a->metrics->n_classes, a->predictions->len, vw_dataset_get_labels (data, VW_SPLIT_TEST),
      (const gint16 *) a->predictions->data, (const gint16 *) b->predictions->data });
}

static int
compare (char **paths, Options *options)
{
  g_auto (VwCliSide) a = { 0 }, b = { 0 };
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (VwComparison) flips = NULL;
  g_autoptr (GError) error = NULL;
  VwPlotComparison comparison = { .range = VW_PLOT_RANGE_FITTED_OFF_DIAGONAL };
  VwPlotComparisonContent content = VW_PLOT_COMPARISON_DIFFERENCE;
  gboolean to_file = options->figure.output != NULL;

  if (!read_show (options->show, &content, &comparison.score, &error)
      || (to_file && !vw_cli_figure_read (&options->figure, paths, &error))
      || (data = vw_cli_load (paths[2], 0, &error)) == NULL
      || !evaluate (&a, paths[0], data, &error) || !evaluate (&b, paths[1], data, &error))
    return vw_cli_fail (error);
  flips = compare_sides (&a, &b, data);
  comparison.before_model = a.model;
  comparison.after_model = b.model;
  comparison.before = a.metrics;
  comparison.after = b.metrics;
  comparison.flips = flips;
  if (to_file && !write_file (options, &comparison, content, &error))
    return vw_cli_fail (error);
  if (options->as_json)
    return vw_cli_print_json (vw_cli_comparison_json (&a, &b, flips));
  if (to_file)
    return VW_CLI_DONE;
  vw_cli_print_comparison (&a, &b, flips);
  return vw_cli_finish_output ();
}

int
vw_cli_compare (int argc, char **argv)
{
  g_auto (Options) options = { .figure = VW_CLI_FIGURE_INIT };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print one JSON object"), NULL },
    VW_CLI_FIGURE_ENTRIES (options.figure),
    { "show", 0, 0, G_OPTION_ARG_STRING, &options.show,
      N_ ("What the file shows (default: difference)"), "difference|precision|recall|f1" },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "MODEL_A MODEL_B DATA",
          _("Report what changes from one model to another on DATA’s test split, or write it as a "
             "picture or a table."),
          entries,
          NULL,
          3,
          3 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  if (options.figure.output == NULL && (options.figure.title != NULL || options.show != NULL))
    return vw_cli_usage_error ("compare", _("--output is needed"));
  vw_cli_figure_speak (&options.figure, options.as_json);
  return compare (argv + 1, &options);
}
