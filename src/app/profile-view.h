/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/chart.h"
#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_PROFILE_VIEW (vw_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (VwProfileView, vw_profile_view, VW, PROFILE_VIEW, VwChart)

/* Shows what a word says about each class: its share of the patches, and the SVM's weight. */
void vw_profile_view_set (VwProfileView *self, VwModel *model, VwWordGallery *gallery, guint word);

G_END_DECLS
