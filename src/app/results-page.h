/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/past-run.h"
#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_RESULTS_PAGE (vw_results_page_get_type ())
G_DECLARE_FINAL_TYPE (VwResultsPage, vw_results_page, VW, RESULTS_PAGE, AdwBin)

/* How well the session's model did in its test: matrix, digits behind each cell, report; and two
   runs side by side. @runs: of VwPastRun */
GtkWidget *vw_results_page_new (VwSession *session, GListModel *runs);

/* Shows two of the runs side by side. */
void vw_results_page_compare (VwResultsPage *self, VwPastRun *before, VwPastRun *after);

G_END_DECLS
