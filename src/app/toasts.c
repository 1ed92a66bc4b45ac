/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/toasts.h"

#include "core/error.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define SECONDS 4
#define LONG_SECONDS 10 /* for what wants an answer, or comes unasked */

static void
show (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

/* A title is markup, and names of files and runs are not. */
static AdwToast *
new_toast (const char *text, guint seconds)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_timeout (toast, seconds);
  return toast;
}

void
vw_toast (GtkWidget *widget, const char *text)
{
  show (widget, new_toast (text, SECONDS));
}

static void
on_undo (VwUndo *undo)
{
  undo->undo (undo->object, undo->data);
}

static void
undo_free (VwUndo *undo)
{
  g_object_unref (undo->object);
  undo->free_data (undo->data);
  g_free (undo);
}

void
vw_toast_with_undo (GtkWidget *widget, const char *text, const VwUndo *undo)
{
  AdwToast *toast = new_toast (text, LONG_SECONDS);
  VwUndo *kept = g_new (VwUndo, 1);

  *kept = *undo;
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo), kept,
                         (GClosureNotify) (void (*) (void)) undo_free, G_CONNECT_SWAPPED);
  show (widget, toast);
}

static const char *
translate (const char *reason)
{
  return gettext (reason);
}

/* The reason with the file's name; its folder would push the reason out of the toast. */
static char *
describe (const GError *problem)
{
  g_autofree char *text = vw_error_describe (problem, translate);
  const char *reason = strstr (text, ": ");
  char *slash = reason != NULL ? g_strrstr_len (text, reason - text, G_DIR_SEPARATOR_S) : NULL;

  return g_strdup (slash != NULL ? slash + 1 : text);
}

void
vw_toast_problems (GtkWidget *widget, const GPtrArray *problems)
{
  g_autofree char *first = describe (problems->pdata[0]);
  guint others = problems->len - 1;
  g_autofree char *text
      = others == 0
            ? g_strdup (first)
            /* Translators: a file with the reason, and how many other files */
            : g_strdup_printf (ngettext ("%s; and %u other file", "%s; and %u other files", others),
                               first, others);

  show (widget, new_toast (text, LONG_SECONDS));
}
