/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/toasts.h"

#include "text/error-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SECONDS 4
#define LONG_SECONDS 10 /* for what wants an answer, or comes unasked */

/* libadwaita 1.2 gives the button that closes a toast an icon and no name. */
static void
name_close_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _("Close"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_close_button (child);
}

static void
on_shown (GListModel *children, guint position, guint removed, guint added)
{
  (void) removed;
  for (guint i = position; i < position + added; i++) {
    g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

    if (g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
      name_close_button (child);
  }
}

/* A toast that waits for another to go is made a widget later, by the overlay. */
static void
watch (GtkWidget *overlay)
{
  GListModel *children = g_object_get_data (G_OBJECT (overlay), "vw-toasts");

  if (children != NULL)
    return;
  children = gtk_widget_observe_children (overlay);
  g_signal_connect (children, "items-changed", G_CALLBACK (on_shown), NULL);
  g_object_set_data_full (G_OBJECT (overlay), "vw-toasts", children, g_object_unref);
}

static void
show (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL) {
    g_object_unref (toast);
    return;
  }
  watch (overlay);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
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

void
vw_toast_saved (GtkWidget *widget, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), name);

  vw_toast (widget, text);
}

void
vw_toast_with_page (GtkWidget *widget, const char *text, const char *label, const char *page)
{
  AdwToast *toast = new_toast (text, SECONDS);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, "win.page");
  adw_toast_set_action_target (toast, "s", page);
  show (widget, toast);
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

void
vw_toast_problems (GtkWidget *widget, const GPtrArray *problems)
{
  g_autofree char *first = vw_error_sentence (problems->pdata[0]);
  guint others = problems->len - 1;
  g_autofree char *text
      = others == 0
            ? g_strdup (first)
            /* Translators: a sentence about a file, and how many other files */
            : g_strdup_printf (ngettext ("%s %u other file has a problem too.",
                                         "%s %u other files have problems too.", others),
                               first, others);

  show (widget, new_toast (text, LONG_SECONDS));
}
