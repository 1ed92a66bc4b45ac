/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/parameter-options.h"
#include "cli/training-report.h"
#include "cli/trials.h"
#include "core/trainer.h"

#include <glib/gi18n.h>

#define ONCE G_MININT /* no --repeat */

static void
show_stage (const VwTrainingProgress *progress, gpointer data)
{
  vw_cli_show_progress (vw_cli_stage_label (progress->stage), progress->fraction);
}

static VwDataset *
load_measured (const char *source, guint threads, VwStageRecord *record, GError **error)
{
  VwUsage usage;
  VwDataset *data;

  vw_usage_start (&usage);
  data = vw_cli_load (source, threads, error);
  vw_usage_read (&usage, record);
  record->finished = data != NULL;
  return data;
}

static int
train (char *const *sources, const char *output, const VwCliParameters *options, guint threads,
       gboolean as_json)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  VwTraining training = { .parameters = options->values, .threads = threads,
                          .progress = show_stage, .cancellable = vw_cli_cancellable () };
  VwStageRecord stages[VW_N_STAGES] = { 0 }, loading = { 0 };
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (VwModel) model = NULL;
  g_autoptr (GError) error = NULL;
  VwCliOutcome outcome;

  if (output != NULL && !vw_cli_check_output (output, sources, &error))
    return vw_cli_fail (error);
  data = load_measured (sources[0], threads, &loading, &error);
  if (data == NULL)
    return vw_cli_fail (error);
  training.dataset = data;
  model = vw_trainer_run (trainer, &training, NULL, stages, &error);
  vw_cli_show_progress (NULL, 1);
  if (model == NULL || (output != NULL && !vw_model_save (model, output, &error)))
    return vw_cli_fail (error);
  stages[VW_STAGE_LOAD] = loading;
  outcome = (VwCliOutcome){ model, model->metrics, stages, vw_dataset_get_sha256 (data) };
  if (as_json)
    return vw_cli_print_json (vw_cli_outcome_json (&outcome));
  vw_cli_print_outcome (&outcome);
  return vw_cli_finish_output ();
}

static gboolean
check_repeat (int repeat, const char *output)
{
  if (repeat == ONCE)
    return TRUE;
  if (repeat < 2 || repeat > VW_EXPERIMENT_MOST_TRIALS)
    vw_cli_usage_error ("train", _("repeat: %d is not a number from 2 to %d"), repeat,
                        VW_EXPERIMENT_MOST_TRIALS);
  else if (output != NULL)
    vw_cli_usage_error ("train", _("--repeat saves no model"));
  else
    return TRUE;
  return FALSE;
}

static int
train_repeatedly (const char *source, const VwParameters *parameters, guint threads, guint repeat,
                  gboolean as_json)
{
  g_autoptr (GArray) seeds = vw_experiment_seeds (parameters, repeat);
  VwExperiment experiment = { .info = vw_parameter_find ("seed") };
  const VwCliTrials trials = { .source = source, .values = seeds, .as_json = as_json };

  experiment.training = (VwTraining){ .parameters = *parameters, .threads = threads,
                                      .cancellable = vw_cli_cancellable () };
  return vw_cli_trials_run (&experiment, &trials);
}

int
vw_cli_train (int argc, char **argv)
{
  g_auto (VwCliParameters) parameters = { 0 };
  g_autofree char *output = NULL;
  gboolean as_json = FALSE;
  int threads = 0, repeat = ONCE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, _("Save the model"), "MODEL.vwm" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &threads, _("Threads to use (default: all)"), "N" },
    { "repeat", 0, 0, G_OPTION_ARG_INT, &repeat,
      _("Train with so many seeds and tell mean and spread"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, _("Print one JSON object"), NULL },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "DATA", _("Train on the train split of DATA and report on its test split."), entries,
          vw_cli_parameter_options (&parameters), 1, 1 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  if (!vw_cli_check_threads ("train", threads) || !check_repeat (repeat, output))
    return VW_CLI_USAGE;
  if (repeat != ONCE)
    return train_repeatedly (argv[1], &parameters.values, threads, repeat, as_json);
  return train (argv + 1, output, &parameters, threads, as_json);
}
