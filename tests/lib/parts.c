/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/parts.h"

void
parts_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gpointer
parts_get (gpointer widget, const char *name)
{
  GObject *part = gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (part);
  return part;
}

GPtrArray *
parts_watch (gpointer widget, const char *const *names)
{
  GPtrArray *watched = g_ptr_array_new ();

  g_ptr_array_add (watched, widget);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (watched, parts_get (widget, names[i]));
  /* Once it holds them all: it must not move any more. */
  for (guint i = 0; i < watched->len; i++)
    g_object_add_weak_pointer (watched->pdata[i], &watched->pdata[i]);
  return watched;
}

void
parts_assert_gone (GPtrArray *watched)
{
  for (guint i = 0; i < watched->len; i++)
    g_assert_null (watched->pdata[i]);
  g_ptr_array_unref (watched);
}
