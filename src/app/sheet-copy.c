/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sheet-copy.h"

#include "app/dialogs.h"
#include "app/toasts.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH 170 /* mm */
#define RESOLUTION 200 /* dots per inch: sharp in a document, light in a message */

typedef struct {
  GBytes *picture;
  char *table;
} Content;

static void
content_free (gpointer data)
{
  Content *self = data;

  g_bytes_unref (self->picture);
  g_free (self->table);
  g_free (self);
}

static gpointer
make_content (gpointer input, const VwTask *task, GError **error)
{
  const VwPlotExport options = { .format = VW_PLOT_PNG, .width = WIDTH, .resolution = RESOLUTION };
  GBytes *picture = vw_sheet_render (input, &options, error);
  Content *content;

  if (picture == NULL)
    return NULL;
  content = g_new (Content, 1);
  content->picture = picture;
  content->table = vw_sheet_format_table (input, VW_TABLE_CSV);
  return content;
}

static void
put_content (gpointer result, const GError *error, gpointer data)
{
  GtkWidget *widget = data;
  Content *content = result;
  g_autoptr (GBytes) text = NULL;
  GdkContentProvider *parts[3];

  if (content == NULL)
    {
      vw_show_error (GTK_WINDOW (gtk_widget_get_root (widget)), _("Nothing Was Copied"), error);
      return;
    }
  text = g_bytes_new (content->table, strlen (content->table));
  parts[0] = gdk_content_provider_new_for_bytes ("image/png", content->picture);
  parts[1] = gdk_content_provider_new_for_bytes ("text/csv", text);
  parts[2] = gdk_content_provider_new_typed (G_TYPE_STRING, content->table);
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
  vw_toast (widget, _("Picture and table copied"));
  content_free (content);
}

void
vw_sheet_copy (GtkWidget *widget, VwJob *job, VwSheet *sheet)
{
  const VwJobWork work = { .run = make_content, .input = sheet, .free_input = g_object_unref,
                           .free_result = content_free, .done = put_content, .data = widget };

  vw_job_start (job, &work);
}

void
vw_copy_text (GtkWidget *widget, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  vw_toast (widget, _("Table copied"));
}
