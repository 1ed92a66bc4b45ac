/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets everything happen that is due. */
void parts_settle (void);

/* Returns: (transfer none): a part of a widget's template, which must be there. */
gpointer parts_get (gpointer widget, const char *name);

/**
 * parts_watch:
 * @names: %NULL-terminated: parts of @widget
 *
 * Returns: (transfer full): to be given to parts_assert_gone() once @widget should be gone
 */
GPtrArray *parts_watch (gpointer widget, const char *const *names);

/* Neither the widget nor any of the parts is left. Frees @watched. */
void parts_assert_gone (GPtrArray *watched);

G_END_DECLS
