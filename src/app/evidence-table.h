/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/evidence.h"

G_BEGIN_DECLS

#define VW_TYPE_EVIDENCE_TABLE (vw_evidence_table_get_type ())
G_DECLARE_FINAL_TYPE (VwEvidenceTable, vw_evidence_table, VW, EVIDENCE_TABLE, GtkBox)

/* Every term of a score: word, cell where there are several, value, weight and product; those that
   say most for the class first. @evidence is copied. */
void vw_evidence_table_show (VwEvidenceTable *self, const VwEvidence *evidence);

G_END_DECLS
