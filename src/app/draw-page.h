/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_DRAW_PAGE (vw_draw_page_get_type ())
G_DECLARE_FINAL_TYPE (VwDrawPage, vw_draw_page, VW, DRAW_PAGE, GtkWidget)

/* A square to draw a digit in or to put a photo of one, and what the method makes of it at once:
   pixels, keypoints, scores, words. It also works without a model, as far as that goes. */
GtkWidget *vw_draw_page_new (VwSession *session);

G_END_DECLS
