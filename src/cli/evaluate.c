/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/training-report.h"
#include "core/evaluation.h"

#include <glib/gi18n.h>

static int
evaluate (const char *model_path, const char *source, gboolean as_json)
{
  VwTask task = vw_cli_task (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (VwModel) model = vw_model_load (model_path, &error);
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (VwMetrics) metrics = NULL;
  VwCliOutcome outcome;

  if (model == NULL)
    return vw_cli_fail (error);
  data = vw_cli_load (source, 0, &error);
  if (data == NULL)
    return vw_cli_fail (error);
  metrics = vw_model_evaluate (model, data, &task, NULL, &error);
  if (metrics == NULL)
    return vw_cli_fail (error);
  vw_cli_note_classes (model, data);
  outcome = (VwCliOutcome){ model, metrics, NULL, vw_dataset_get_sha256 (data) };
  if (as_json)
    return vw_cli_print_json (vw_cli_outcome_json (&outcome));
  vw_cli_print_outcome (&outcome);
  return vw_cli_finish_output ();
}

int
vw_cli_evaluate (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, _("Print one JSON object"), NULL }, { NULL }
  };
  const VwCliSyntax syntax = { "MODEL DATA", _("Report how a saved model does on DATA’s test split."),
                               entries, NULL, 2, 2 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  return evaluate (argv[1], argv[2], as_json);
}
