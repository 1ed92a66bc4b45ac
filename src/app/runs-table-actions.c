/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/runs-table-private.h"

#include "app/dialogs.h"
#include "app/focus.h"
#include "app/run-texts.h"
#include "app/saving.h"
#include "app/toasts.h"
#include "app/training-texts.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_NAME 100 /* characters */

/* Returns: (transfer full) (nullable): the run, when exactly one is selected. */
static VwPastRun *
get_one (VwRunsTable *self)
{
  g_autoptr (GPtrArray) selected = vw_runs_table_get_selected (self);

  return selected->len == 1 ? g_object_ref (selected->pdata[0]) : NULL;
}

static GtkWindow *
window_of (VwRunsTable *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
make_current (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VwRunsTable *self = VW_RUNS_TABLE (widget);
  g_autoptr (VwPastRun) past = get_one (self);

  vw_history_make_current (self->history, vw_past_run_get_run (past));
}

static void
use_settings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VwRunsTable *self = VW_RUNS_TABLE (widget);
  g_autoptr (VwPastRun) past = get_one (self);

  vw_session_set_parameters (self->session, &vw_past_run_get_run (past)->summary->parameters);
  vw_toast (widget, _("The next training uses these settings"));
}

typedef struct {
  VwHistory *history;
  VwPastRun *past;
} Naming;

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_object_unref (naming->history);
  g_object_unref (naming->past);
  g_free (naming);
}

/* Without a name of its own a run goes by its settings. */
static void
take_name (const char *name, gpointer data)
{
  Naming *naming = data;
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  vw_history_rename (naming->history, vw_past_run_get_run (naming->past),
                     *stripped != '\0' ? stripped : NULL);
}

static void
rename_run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VwRunsTable *self = VW_RUNS_TABLE (widget);
  Naming *naming = g_new0 (Naming, 1);
  const VwRun *run;
  g_autofree char *settings = NULL;
  VwNameRequest request = { .heading = _("Rename the Run"),
                            .accept = _("_Rename"),
                            .most = MOST_NAME,
                            .done = take_name,
                            .data = naming,
                            .free_data = naming_free };

  naming->history = g_object_ref (self->history);
  naming->past = get_one (self);
  run = vw_past_run_get_run (naming->past);
  settings = vw_training_texts_name (&run->summary->parameters);
  request.name = run->name != NULL ? run->name : "";
  request.placeholder = settings;
  vw_ask_name (window_of (self), &request);
}

typedef struct {
  VwHistory *history;
  VwRun *run;
} ModelSaving;

static void
model_saving_free (gpointer data)
{
  ModelSaving *saving = data;

  g_object_unref (saving->history);
  vw_run_unref (saving->run);
  g_free (saving);
}

static void
save_model_to (const char *path, gpointer data)
{
  ModelSaving *saving = data;

  if (path != NULL)
    vw_history_save_model (saving->history, saving->run, path);
}

static void
save_model (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.vwm", NULL };
  VwRunsTable *self = VW_RUNS_TABLE (widget);
  g_autoptr (VwPastRun) past = get_one (self);
  ModelSaving *saving = g_new (ModelSaving, 1);
  const VwFileRequest request = { GTK_FILE_CHOOSER_ACTION_SAVE,
                                  _("Save the Model"),
                                  _("digits.vwm"),
                                  _("Models"),
                                  patterns,
                                  save_model_to,
                                  saving,
                                  model_saving_free };

  *saving = (ModelSaving){ g_object_ref (self->history), vw_run_ref (vw_past_run_get_run (past)) };
  vw_choose_file (window_of (self), &request);
}

static void
delete_runs (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VwRunsTable *self = VW_RUNS_TABLE (widget);
  g_autoptr (GPtrArray) selected = vw_runs_table_get_selected (self);
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();

  for (guint i = 0; i < selected->len; i++)
    g_ptr_array_add (runs, vw_past_run_get_run (selected->pdata[i]));
  vw_history_remove (self->history, runs);
}

static void
compare (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) selected = vw_runs_table_get_selected (VW_RUNS_TABLE (widget));

  vw_runs_table_compare (VW_RUNS_TABLE (widget), selected->pdata[0], selected->pdata[1]);
}

static void
export_to (const char *path, gpointer data)
{
  VwRunsTable *self = data;
  char *text;

  if (path == NULL)
    return;
  text = vw_run_texts_csv (G_LIST_MODEL (self->sorted));
  vw_save_bytes (GTK_WIDGET (self), path, _("The Table Was Not Exported"),
                 g_bytes_new_take (text, strlen (text)));
}

static void
export_table (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.csv", NULL };
  const VwFileRequest request = { GTK_FILE_CHOOSER_ACTION_SAVE,
                                  _("Export the Table"),
                                  _("runs.csv"),
                                  _("Tables"),
                                  patterns,
                                  export_to,
                                  widget };

  vw_choose_file (window_of (VW_RUNS_TABLE (widget)), &request);
}

/* From the keyboard the menu opens at the row that has the focus. */
static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *focus = vw_focus_within (widget);
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_compute_bounds (focus, widget, &bounds))
    vw_runs_table_popup (VW_RUNS_TABLE (widget), bounds.origin.x + 24,
                         bounds.origin.y + bounds.size.height);
}

static const struct {
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key;
} actions[] = {
  { "run.make-current", make_current, 0 },
  { "run.use-settings", use_settings, 0 },
  { "run.rename", rename_run, GDK_KEY_F2 },
  { "run.save-model", save_model, 0 },
  { "run.delete", delete_runs, GDK_KEY_Delete },
  { "run.compare", compare, 0 },
  { "run.export", export_table, 0 },
  { "run.menu", show_menu, GDK_KEY_Menu },
};

void
vw_runs_table_class_install_actions (GtkWidgetClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (class, actions[i].key, 0, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (class, GDK_KEY_F10, GDK_SHIFT_MASK, "run.menu", NULL);
}

void
vw_runs_table_update_actions (VwRunsTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) selected = vw_runs_table_get_selected (self);
  gboolean one = selected->len == 1;
  gboolean can_compare = selected->len == 2 && vw_runs_table_can_compare (self);

  gtk_widget_action_set_enabled (widget, "run.make-current",
                                 one && !vw_past_run_is_current (selected->pdata[0]));
  gtk_widget_action_set_enabled (widget, "run.use-settings", one);
  gtk_widget_action_set_enabled (widget, "run.rename", one);
  gtk_widget_action_set_enabled (widget, "run.save-model", one);
  gtk_widget_action_set_enabled (widget, "run.delete", selected->len > 0);
  gtk_widget_action_set_enabled (widget, "run.menu", selected->len > 0);
  gtk_widget_action_set_enabled (widget, "run.compare", can_compare);
  gtk_widget_set_visible (self->compare_button, can_compare);
  gtk_widget_action_set_enabled (widget, "run.export",
                                 g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) > 0);
}
