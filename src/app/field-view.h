/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "core/centering.h"

G_BEGIN_DECLS

#define VW_TYPE_FIELD_VIEW (vw_field_view_get_type ())
G_DECLARE_FINAL_TYPE (VwFieldView, vw_field_view, VW, FIELD_VIEW, VwChart)

/* The 28 × 28 pixels that the method gets of a drawing, and how the digit lies in them.
   @centred: whether vw_centering_apply() made it. */
void vw_field_view_show (VwFieldView *self, const VwCentering *centering, gboolean centred);

G_END_DECLS
