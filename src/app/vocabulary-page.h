/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/gallery-keeper.h"

G_BEGIN_DECLS

#define VW_TYPE_VOCABULARY_PAGE (vw_vocabulary_page_get_type ())
G_DECLARE_FINAL_TYPE (VwVocabularyPage, vw_vocabulary_page, VW, VOCABULARY_PAGE, AdwBin)

/**
 * vw_vocabulary_page_new:
 *
 * The page of the model's visual words: all of them on the left, in an order and for a class of
 * choice, and all about the chosen one on the right. It asks for the gallery when it is shown.
 */
GtkWidget *vw_vocabulary_page_new (VwSession *session, VwGalleryKeeper *keeper);

G_END_DECLS
