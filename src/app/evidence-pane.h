/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/inspector.h"

G_BEGIN_DECLS

#define VW_TYPE_EVIDENCE_PANE (vw_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (VwEvidencePane, vw_evidence_pane, VW, EVIDENCE_PANE, GtkBox)

/**
 * VwEvidencePane:
 *
 * Why the digit has the scores it has: the words that speak most for and against the predicted, the
 * true and the chosen class, and the whole sum of the chosen one. Follows only while it is shown.
 */
void vw_evidence_pane_set_inspector (VwEvidencePane *self, VwInspector *inspector);

G_END_DECLS
