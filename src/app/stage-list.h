/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/training-job.h"

G_BEGIN_DECLS

#define VW_TYPE_STAGE_LIST (vw_stage_list_get_type ())
G_DECLARE_FINAL_TYPE (VwStageList, vw_stage_list, VW, STAGE_LIST, AdwBin)

/**
 * VwStageList:
 *
 * The stages of training, one a row: while a run is under way how far it is, else the plan for the
 * next one. Rows stay where they are, so nothing jumps.
 */
GtkWidget *vw_stage_list_new (VwSession *session, VwTrainingJob *training);

/* In little room the words beside the names are small, and leave theirs to the bars of a run; in less
   they are left out. */
void vw_stage_list_set_narrow (VwStageList *self, gboolean narrow);
void vw_stage_list_set_tight (VwStageList *self, gboolean tight);

G_END_DECLS
