/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/model.h"
#include "core/parameters.h"
#include "core/trainer.h"

#define VW_CLI_PROGRAM "visual-words-cli"

/**
 * VwCliSyntax:
 * @arguments: the arguments after the options, for --help
 * @summary: one line for --help
 * @entries: (nullable): the options
 * @group: (nullable) (transfer full): more options
 * @least, @most: how many arguments there may be; 0 for no upper bound
 */
typedef struct {
  const char *arguments;
  const char *summary;
  const GOptionEntry *entries;
  GOptionGroup *group;
  int least, most;
} VwCliSyntax;

/**
 * vw_cli_parse:
 *
 * Reads the options and leaves the arguments in argv[1] …; says what is wrong on standard error.
 *
 * Returns: %FALSE when the usage is wrong: leave with %VW_CLI_USAGE.
 */
gboolean vw_cli_parse (const VwCliSyntax *syntax, int *argc, char ***argv);

/* Returns: (transfer full): the message in the user's language, on one line. */
char *vw_cli_describe (const GError *error);

/* Whether @threads is a number that --threads takes; says so on standard error if not. */
gboolean vw_cli_check_threads (const char *command, int threads);

/* Says @error on one line of standard error. Returns: the exit status for it. */
int vw_cli_fail (const GError *error);

/* Says what is wrong with the usage of @command. Returns: %VW_CLI_USAGE. */
int vw_cli_usage_error (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Prints @root (transfer full), an object, to standard output. Returns: the exit status. */
int vw_cli_print_json (JsonNode *root);

/* Returns: the exit status, after making sure that all of standard output was written. */
int vw_cli_finish_output (void);

/**
 * vw_cli_check_output:
 * @inputs: %NULL-terminated: what the command reads
 *
 * Finds out before the work whether a file can be made at @path, which must be none of @inputs.
 *
 * Returns: %FALSE with %VW_ERROR_PARAMETER or %VW_ERROR_SYSTEM.
 */
gboolean vw_cli_check_output (const char *path, char *const *inputs, GError **error);

/* Returns: a task with all of the terminal's manners: bar, interrupts. @threads 0 for all. */
VwTask vw_cli_task (guint threads);

/* Reads the data with a progress bar. */
VwDataset *vw_cli_load (const char *source, guint threads, GError **error);

/* Says on standard error when the classes of @data, which fit those of @model, have other names. */
void vw_cli_note_classes (const VwModel *model, const VwDataset *data);

/* Draws the bar of a stage on standard error, if that is a terminal; @fraction 1 clears it. */
void vw_cli_show_progress (const char *what, double fraction);

/* Print text on one line, filled up or cut with "…" to so many columns of a terminal. */
void vw_cli_print_left (const char *text, int width);
void vw_cli_print_right (const char *text, int width);

/* Columns of a label. */
#define VW_CLI_LABEL_WIDTH 20

/* Returns: the columns for these names, %NULL-terminated: at least @least, and bounded. */
int vw_cli_width_for (char *const *names, int least);

/* Prints the name of a fact, in a column of its own. */
void vw_cli_print_label (const char *text);

/* Whether the score is one; there is none of a class that had no training images. */
gboolean vw_cli_is_score (double score);

/* Adds a score, or null where there is none. */
void vw_cli_add_score (JsonBuilder *json, double score);

/* Returns: the label of the stage in the user's language. */
const char *vw_cli_stage_label (VwStage stage);
