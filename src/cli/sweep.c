/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include <glib/gi18n.h>

#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/parameter-options.h"
#include "cli/trials.h"

/* The lesson that comes first: what the border costs. */
#define DEFAULT_PARAMETER "edge-threshold"
#define DEFAULT_VALUES "0:31"

typedef struct {
  char *parameter, *values;
  VwCliFigure figure;
  gboolean as_json;
  int threads;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->parameter);
  g_free (self->values);
  vw_cli_figure_clear (&self->figure);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
sweep (char *const *sources, const VwParameters *parameters, Options *options)
{
  const char *name = options->parameter != NULL ? options->parameter : DEFAULT_PARAMETER;
  VwExperiment experiment = { .info = vw_parameter_find (name) };
  g_autoptr (GArray) values = NULL;
  g_autoptr (GError) error = NULL;
  VwCliTrials trials = { .source = sources[0], .as_json = options->as_json };

  if (experiment.info == NULL)
    return vw_cli_usage_error ("sweep", _ ("parameter: “%s” is not a parameter"), name);
  if (options->values == NULL && options->parameter != NULL)
    return vw_cli_usage_error ("sweep", _ ("--values is needed"));
  if (options->figure.title != NULL && options->figure.output == NULL)
    return vw_cli_usage_error ("sweep", _ ("--output is needed"));
  values = vw_experiment_parse (experiment.info,
                                options->values != NULL ? options->values : DEFAULT_VALUES, &error);
  if (values == NULL
      || (options->figure.output != NULL && !vw_cli_figure_read (&options->figure, sources, &error)))
    return vw_cli_fail (error);
  trials.values = values;
  trials.file = options->figure.output != NULL ? &options->figure : NULL;
  experiment.training = (VwTraining){ .parameters = *parameters,
                                      .threads = options->threads,
                                      .cancellable = vw_cli_cancellable () };
  return vw_cli_trials_run (&experiment, &trials);
}

int
vw_cli_sweep (int argc, char **argv)
{
  g_auto (VwCliParameters) parameters = { 0 };
  g_auto (Options) options = { .figure = VW_CLI_FIGURE_INIT };
  const GOptionEntry entries[] = {
    { "parameter", 0, 0, G_OPTION_ARG_STRING, &options.parameter,
      _ ("What to vary (default: edge-threshold from 0 to 31)"), _ ("NAME") },
    { "values", 0, 0, G_OPTION_ARG_STRING, &options.values, _ ("A range, or values with commas"),
      _ ("FROM:TO[:STEP]|A,B,C") },
    VW_CLI_FIGURE_ENTRIES (options.figure),
    { "threads", 0, 0, G_OPTION_ARG_INT, &options.threads, _ ("Threads to use (default: all)"),
      "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, _ ("Print one JSON object"), NULL },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "DATA",
          _ ("Train once for each value of a parameter, and tell what it does to keypoints and "
             "accuracy."),
          entries,
          vw_cli_parameter_options (&parameters),
          1,
          1 };

  if (!vw_cli_parse (&syntax, &argc, &argv) || !vw_cli_check_threads ("sweep", options.threads))
    return VW_CLI_USAGE;
  vw_cli_figure_speak (&options.figure, options.as_json);
  return sweep (argv + 1, &parameters.values, &options);
}
