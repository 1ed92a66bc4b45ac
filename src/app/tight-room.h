/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * For a widget that makes do with less room than its only child asks for: the child's layout for little
 * room is made once the room is little, and until then it may need more than there is.
 */

/* As gtk_widget_measure(), but @for_size may be less than the child's least. */
void vw_tight_room_measure (GtkWidget *child, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline);

/* Gives the child all the room, and more where it needs more. */
void vw_tight_room_allocate (GtkWidget *child, int width, int height, int baseline);

G_END_DECLS
