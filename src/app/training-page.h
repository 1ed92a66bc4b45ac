/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/experiment-job.h"
#include "app/history.h"
#include "app/preset-folder.h"

G_BEGIN_DECLS

#define VW_TYPE_TRAINING_PAGE (vw_training_page_get_type ())
G_DECLARE_FINAL_TYPE (VwTrainingPage, vw_training_page, VW, TRAINING_PAGE, AdwBin)

/* What the page is about. */
typedef struct {
  VwSession *session;
  VwTrainingJob *training;
  VwExperimentJob *experiment;
  VwHistory *history;
  VwPresetFolder *presets;
} VwTrainingPageParts;

/**
 * VwTrainingPage:
 *
 * What the next run will use, at the left; what it will do, does or did, and the runs before it,
 * at the right.
 */
GtkWidget *vw_training_page_new (const VwTrainingPageParts *parts);

G_END_DECLS
