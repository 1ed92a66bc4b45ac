/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/job.h"
#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_GALLERY_KEEPER (vw_gallery_keeper_get_type ())
G_DECLARE_FINAL_TYPE (VwGalleryKeeper, vw_gallery_keeper, VW, GALLERY_KEEPER, GObject)

/**
 * VwGalleryKeeper:
 *
 * Makes the session's gallery in the background as soon as somebody wants one, and drops what it
 * makes when model or data become others. Signal "changed": it began, ended or was stopped. Main
 * thread only.
 */
VwGalleryKeeper *vw_gallery_keeper_new (VwSession *session);

/* Returns: (transfer none): to follow its "fraction". */
VwJob *vw_gallery_keeper_get_job (VwGalleryKeeper *self);

/* Stops for good, until vw_gallery_keeper_start() or another model. */
void vw_gallery_keeper_stop (VwGalleryKeeper *self);
void vw_gallery_keeper_start (VwGalleryKeeper *self);

/* Returns: (transfer none) (nullable): why there is no gallery. */
const GError *vw_gallery_keeper_get_error (VwGalleryKeeper *self);

G_END_DECLS
