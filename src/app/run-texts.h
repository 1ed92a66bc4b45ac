/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/past-run.h"

G_BEGIN_DECLS

/* The words for past runs. */

/* Returns: (transfer full): "MNIST", "Sample", or of other data the beginning of their hash */
char *vw_run_texts_data (const VwRun *run);

/* Keypoints that a training digit has on average. */
double vw_run_keypoints (const VwRun *run);

/* Returns: (transfer full): "today 14:32", "yesterday", then the date */
char *vw_run_texts_when (const VwRun *run, GDateTime *now);

/**
 * vw_run_texts_preset_differences:
 *
 * Returns: (transfer full): the preset, and each setting that differs from it with both values,
 *   ended by a full stop
 */
char *vw_run_texts_preset_differences (const VwRun *run);

/* Returns: (transfer full): each setting that differs between two runs, with both values */
char *vw_run_texts_differences (VwPastRun *a, VwPastRun *b);

/**
 * vw_run_texts_csv:
 * @runs: of VwPastRun
 *
 * Returns: (transfer full): a table of the runs with all their settings, for other programs: names
 *   as in files, numbers in the C locale
 */
char *vw_run_texts_csv (GListModel *runs);

G_END_DECLS
