/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/dialogs.h"
#include "app/experiment-window.h"
#include "app/fetch-dialog.h"
#include "app/fetch-worker.h"
#include "app/saving.h"

#include <glib/gi18n.h>

#define MOST_RECENT 6

static const char *const data_patterns[]
    = { "*.npz", "*.csv", "*.gz", "*-ubyte", "*.idx", "*.vwm", "*" VW_PRESET_SUFFIX, NULL };
static const char *const model_patterns[] = { "*.vwm", NULL };

static void
open_path (const char *path, gpointer data)
{
  if (path != NULL)
    vw_window_open_path (VW_WINDOW (data), path);
}

static void
open_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vw_window_open_sample (VW_WINDOW (widget));
}

static void
open_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const VwFileRequest request
      = { GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Open a Folder of Digits"), .done = open_path,
          .data = widget };

  vw_choose_file (GTK_WINDOW (widget), &request);
}

static void
open_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const VwFileRequest request
      = { GTK_FILE_CHOOSER_ACTION_OPEN, _("Open Digits"), NULL, _("Digits, models and presets"),
          data_patterns, open_path, widget };

  vw_choose_file (GTK_WINDOW (widget), &request);
}

static void
open_model (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const VwFileRequest request = { GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a Model"), NULL,
                                  _("Models"), model_patterns, open_path, widget };

  vw_choose_file (GTK_WINDOW (widget), &request);
}

const char *
vw_window_remote_of (const char *path)
{
  const VwKnownData *data;

  for (guint i = 0; (data = vw_known_data (i)) != NULL; i++)
    {
      g_autofree VwRemote *remote = vw_remote_new (data->name);
      g_autofree char *folder = vw_remote_folder (remote);

      if (g_str_equal (folder, path))
        return data->name;
    }
  return NULL;
}

static void
on_fetched (VwWindow *self, const char *path)
{
  vw_window_open_path (self, path);
}

void
vw_window_show_fetch (VwWindow *self, const char *name, const GError *problem)
{
  if (self->fetch_dialog == NULL)
    {
      g_set_weak_pointer (&self->fetch_dialog,
                          GTK_WINDOW (vw_fetch_dialog_new (GTK_WINDOW (self))));
      g_signal_connect_object (self->fetch_dialog, "open", G_CALLBACK (on_fetched), self,
                               G_CONNECT_SWAPPED);
    }
  vw_fetch_dialog_choose (VW_FETCH_DIALOG (self->fetch_dialog), name, problem);
  gtk_window_present (self->fetch_dialog);
}

/* What is there is just opened. */
static void
open_remote (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VwWindow *self = VW_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  VwFetchWorker *worker = vw_fetch_worker_new (name);

  if (vw_fetch_worker_is_there (worker))
    vw_window_open_path (self, vw_fetch_worker_get_folder (worker));
  else
    vw_window_show_fetch (self, name, NULL);
  vw_fetch_worker_unref (worker);
}

static void
check_remote (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vw_window_show_fetch (VW_WINDOW (widget), vw_known_data (0)->name, NULL);
}

static void
open_recent (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  vw_window_open (VW_WINDOW (widget), file);
}

/* A VwSaveFunc. */
static gboolean
write_model (gconstpointer model, const char *path, GError **error)
{
  return vw_model_save (model, path, error);
}

/* A VwSavedFunc. */
static void
on_saved (GtkWidget *widget, const char *path)
{
  vw_window_add_recent (VW_WINDOW (widget), path);
}

/* The model of when it was asked for: the window may have another one, or none, once the file is
 * chosen. */
typedef struct {
  GtkWidget *window;
  VwModel *model;
} ModelSaving;

static void
model_saving_free (gpointer data)
{
  ModelSaving *saving = data;

  vw_model_unref (saving->model);
  g_free (saving);
}

static void
save_model_to (const char *path, gpointer data)
{
  ModelSaving *saving = data;

  if (path != NULL)
    vw_save (&(VwSaving){ saving->window, path, _("The Model Was Not Saved"), write_model,
                          vw_model_ref (saving->model), (GDestroyNotify) vw_model_unref,
                          on_saved });
}

static void
save_model (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ModelSaving *saving = g_new (ModelSaving, 1);
  const VwFileRequest request = { GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Model"),
                                  _("digits.vwm"), _("Models"), model_patterns, save_model_to,
                                  saving, model_saving_free };

  *saving = (ModelSaving){
    widget, vw_model_ref (vw_session_get_model (VW_WINDOW (widget)->session)) };
  vw_choose_file (GTK_WINDOW (widget), &request);
}

static void
train (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vw_training_job_start (VW_WINDOW (widget)->training);
}

static void
cancel_training (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vw_training_job_cancel (VW_WINDOW (widget)->training);
}

static void
show_experiment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VwWindow *self = VW_WINDOW (widget);

  if (self->experiment_window == NULL)
    g_set_weak_pointer (&self->experiment_window,
                        GTK_WINDOW (vw_experiment_window_new (GTK_WINDOW (self), self->session,
                                                              self->training, self->experiment)));
  gtk_window_present (self->experiment_window);
}

static void
show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwViewStack *pages = VW_WINDOW (widget)->pages;
  const char *page = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (pages, page) != NULL)
    adw_view_stack_set_visible_child_name (pages, page);
}

static void
toggle_fullscreen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

void
vw_window_class_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.open-sample", NULL, open_sample);
  gtk_widget_class_install_action (class, "win.open-remote", "s", open_remote);
  gtk_widget_class_install_action (class, "win.check-remote", NULL, check_remote);
  gtk_widget_class_install_action (class, "win.open-folder", NULL, open_folder);
  gtk_widget_class_install_action (class, "win.open-file", NULL, open_file);
  gtk_widget_class_install_action (class, "win.open-model", NULL, open_model);
  gtk_widget_class_install_action (class, "win.open-recent", "s", open_recent);
  gtk_widget_class_install_action (class, "win.save-model", NULL, save_model);
  gtk_widget_class_install_action (class, "win.train", NULL, train);
  gtk_widget_class_install_action (class, "win.cancel-training", NULL, cancel_training);
  gtk_widget_class_install_action (class, "win.experiment", NULL, show_experiment);
  gtk_widget_class_install_action (class, "win.page", "s", show_page);
  gtk_widget_class_install_action (class, "win.toggle-fullscreen", NULL, toggle_fullscreen);
}

void
vw_window_update_actions (VwWindow *self)
{
  gboolean running = vw_training_job_is_running (self->training);
  gboolean busy = running || vw_experiment_job_is_running (self->experiment);
  gboolean has_data = vw_session_get_dataset (self->session) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.train", has_data && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-training",
                                 running && self->cancel_timeout == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-model",
                                 vw_session_get_model (self->session) != NULL);
}

void
vw_window_add_recent (VwWindow *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  char *mime_type = g_file_test (path, G_FILE_TEST_IS_DIR) ? (char *) "inode/directory"
                                                           : (char *) "application/octet-stream";
  char command[] = "visual-words %u";
  GtkRecentData recent = { .mime_type = mime_type, .app_exec = command,
                           .app_name = (char *) g_get_application_name () };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &recent);
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

/* What a menu shows has mnemonics, and names of files have underscores. */
static void
append_recent (VwWindow *self, GtkRecentInfo *info)
{
  g_autoptr (GString) label = g_string_new (gtk_recent_info_get_display_name (info));
  g_autoptr (GMenuItem) item = NULL;

  g_string_replace (label, "_", "__", 0);
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (self->recent, item);
}

void
vw_window_list_recent (VwWindow *self)
{
  GList *infos
      = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_age);
  guint n = 0;

  g_menu_remove_all (self->recent);
  for (GList *l = infos; l != NULL && n < MOST_RECENT; l = l->next)
    if (gtk_recent_info_has_application (l->data, g_get_application_name ())
        && gtk_recent_info_is_local (l->data) && gtk_recent_info_exists (l->data))
      {
        append_recent (self, l->data);
        n++;
      }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}
