/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

#define VW_TYPE_DIGITS_PAGE (vw_digits_page_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitsPage, vw_digits_page, VW, DIGITS_PAGE, GtkWidget)

/**
 * vw_digits_page_new:
 *
 * The page where one digit is looked at closely: all digits on the left, the chosen one with its
 * keypoints in the middle, why it has so few on the right, its visual words below.
 */
GtkWidget *vw_digits_page_new (VwSession *session);

G_END_DECLS
