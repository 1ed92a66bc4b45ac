/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VW_TYPE_DIGIT_CAPTION (vw_digit_caption_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitCaption, vw_digit_caption, VW, DIGIT_CAPTION, GtkWidget)

/**
 * vw_digit_caption_new:
 *
 * What stands below a thumbnail: the class, how it was taken for another one, the number of
 * keypoints. Drawn, and as large whatever it says: a list changes hundreds of them at once, and
 * labels would each be laid out anew.
 */
GtkWidget *vw_digit_caption_new (void);

/* @mistake: "→6", or "". Returns: whether anything changed */
gboolean vw_digit_caption_set (VwDigitCaption *self,
                               const char *label,
                               const char *mistake,
                               const char *count);

/* Whether the class has a line of its own. */
void vw_digit_caption_set_two_lines (VwDigitCaption *self, gboolean two_lines);

G_END_DECLS
