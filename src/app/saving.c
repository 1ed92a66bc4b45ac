/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/saving.h"

#include "app/dialogs.h"
#include "app/queue.h"
#include "app/toasts.h"
#include "core/file-write.h"

#include <glib/gi18n.h>

typedef struct {
  VwSaving saving; /* its widget and path are this one's own */
  GError *error;
} Job;

/* A VwQueueFunc. */
static void
work (gpointer data)
{
  Job *job = data;

  job->saving.save (job->saving.content, job->saving.path, &job->error);
}

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && gtk_widget_get_realized (GTK_WIDGET (root)) ? GTK_WINDOW (root) : NULL;
}

static void
tell (const Job *job)
{
  const VwSaving *saving = &job->saving;
  GtkWindow *window = find_window (saving->widget);

  if (job->error != NULL)
    vw_show_error (window, saving->failed, job->error);
  else if (window != NULL)
    {
      vw_toast_saved (saving->widget, saving->path);
      if (saving->saved != NULL)
        saving->saved (saving->widget, saving->path);
    }
}

/* A VwQueueFunc. */
static void
finish (gpointer data)
{
  Job *job = data;

  tell (job);
  g_object_unref (job->saving.widget);
  g_free ((char *) job->saving.path);
  job->saving.free_content (job->saving.content);
  g_clear_error (&job->error);
  g_free (job);
}

void
vw_save (const VwSaving *saving)
{
  Job *job = g_new (Job, 1);

  *job = (Job){ *saving, NULL };
  job->saving.widget = g_object_ref (saving->widget);
  job->saving.path = g_strdup (saving->path);
  vw_queue_push (work, finish, job);
}

/* A VwSaveFunc. */
static gboolean
save_bytes (gconstpointer content, const char *path, GError **error)
{
  return vw_file_write (path, (GBytes *) content, error);
}

void
vw_save_bytes (GtkWidget *widget, const char *path, const char *failed, GBytes *bytes)
{
  vw_save (&(VwSaving){ widget, path, failed, save_bytes, bytes, (GDestroyNotify) g_bytes_unref });
}
