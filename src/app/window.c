/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/dialogs.h"
#include "app/digits-page.h"
#include "app/draw-page.h"
#include "app/focus.h"
#include "app/results-page.h"
#include "app/strings.h"
#include "app/toasts.h"
#include "app/training-page.h"
#include "app/training-texts.h"
#include "app/vocabulary-page.h"
#include "config.h"
#include "core/file-kind.h"
#include "core/known-data.h"
#include "core/run-store.h"

#include <glib/gi18n.h>

#define CANCEL_DELAY 400 /* ms in which a double click on Train does not cancel */
#define NARROW 1000      /* px */

enum { PROP_LOADING = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VwWindow, vw_window, ADW_TYPE_APPLICATION_WINDOW)

VwWindow *
vw_window_new (GtkApplication *application)
{
  return g_object_new (VW_TYPE_WINDOW, "application", application, NULL);
}

VwSession *
vw_window_get_session (VwWindow *self)
{
  return self->session;
}

VwHistory *
vw_window_get_history (VwWindow *self)
{
  return self->history;
}

gboolean
vw_window_is_loading (VwWindow *self)
{
  return vw_loader_is_loading (self->loader);
}

void
vw_window_toast (VwWindow *self, const char *text)
{
  vw_toast (GTK_WIDGET (self->toasts), text);
}

void
vw_window_open_path (VwWindow *self, const char *path)
{
  g_autofree char *model = NULL;

  switch (vw_file_kind (path))
    {
    case VW_FILE_MODEL:
      vw_loader_open_model (self->loader, path);
      break;
    case VW_FILE_PRESET:
      vw_preset_folder_open (self->presets, path);
      break;
    case VW_FILE_RUN:
      model = vw_run_store_model_beside (path);
      vw_loader_open_model (self->loader, model);
      break;
    case VW_FILE_DATA:
      vw_loader_open (self->loader, path);
      break;
    }
}

void
vw_window_open (VwWindow *self, GFile *file)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL)
    vw_window_open_path (self, path);
  else
    vw_window_toast (self, _("Only files on this computer can be opened"));
}

void
vw_window_open_sample (VwWindow *self)
{
  vw_loader_open (self->loader, NULL);
}

static char *
describe_data (VwWindow *self, const char *path)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  const VwKnownData *known = vw_dataset_get_known (dataset);
  g_autofree char *name = known != NULL ? g_strdup (known->title) : g_path_get_basename (path);
  g_autofree char *digits
      = vw_training_texts_work (dataset, vw_session_get_parameters (self->session), VW_STAGE_LOAD);

  return g_strdup_printf (_("“%s”: %s"), name, digits);
}

static void
open_as_stored (gpointer window, gpointer path)
{
  VwWindow *self = window;

  if (self->loader != NULL)
    vw_loader_open_as_stored (self->loader, path);
}

static void
toast_turned (VwWindow *self, const char *data, const char *path)
{
  const VwUndo undo = { open_as_stored, g_object_ref (self), g_strdup (path), g_free };
  /* Translators: the name and size of the data come first */
  g_autofree char *text = g_strdup_printf (_("%s, turned upright"), data);

  vw_toast_with_undo (GTK_WIDGET (self->toasts), text, &undo);
}

static void
toast_data (VwWindow *self, const char *path)
{
  g_autofree char *text = describe_data (self, path);

  if (vw_dataset_is_turned (vw_session_get_dataset (self->session)))
    toast_turned (self, text, path);
  else
    vw_window_toast (self, text);
}

static void
toast_model (VwWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_("Model “%s” opened"), name);

  vw_window_toast (self, text);
}

/* @record: NULL for a model */
static void
on_loaded (VwWindow *self, const char *path, const VwStageRecord *record)
{
  if (record != NULL)
    vw_training_job_set_load_record (self->training, record);
  if (path == NULL)
    return; /* the start needs no announcement */
  if (record != NULL)
    toast_data (self, path);
  else
    toast_model (self, path);
  vw_window_add_recent (self, path);
}

static void
on_load_failed (VwWindow *self, const char *path, const GError *error, gboolean is_model)
{
  const char *remote = path != NULL ? vw_window_remote_of (path) : NULL;

  if (remote != NULL) /* which can mend it */
    vw_window_show_fetch (self, remote, error);
  else
    vw_show_error (GTK_WINDOW (self),
                   is_model ? _("The Model Was Not Opened") : _("The Digits Were Not Opened"),
                   error);
  if (path != NULL && vw_session_get_dataset (self->session) == NULL
      && !vw_loader_is_loading (self->loader))
    vw_window_open_sample (self);
}

static void
on_preset_opened (VwWindow *self, VwOwnPreset *own)
{
  const VwUserPreset *preset = vw_own_preset_get (own);
  g_autofree char *text = g_strdup_printf (_("Preset “%s” opened"), preset->name);

  vw_session_set_parameters (self->session, &preset->parameters);
  adw_view_stack_set_visible_child_name (self->pages, "training");
  vw_window_toast (self, text);
}

static void
on_loading (VwWindow *self)
{
  gboolean loading = vw_window_is_loading (self);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), loading);
  gtk_spinner_set_spinning (self->spinner, loading);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
on_trained (VwWindow *self)
{
  const VwMetrics *metrics = vw_session_get_model (self->session)->metrics;
  g_autofree char *all
      = vw_strings_percent (vw_metrics_accuracy (metrics, VW_POPULATION_ALL), 1);
  g_autofree char *some
      = vw_strings_percent (vw_metrics_accuracy (metrics, VW_POPULATION_WITH_KEYPOINTS), 1);
  g_autofree char *text
      = g_strdup_printf (_("%s of all digits right, %s of those with keypoints"), all, some);

  vw_window_toast (self, text);
}

static void
on_training_failed (VwWindow *self, const GError *error)
{
  vw_show_error (GTK_WINDOW (self), _("Training Failed"), error);
}

static void
on_training_progress (VwWindow *self)
{
  double fraction = vw_training_job_get_fraction (self->training);
  g_autofree char *percent = vw_strings_percent (fraction, 0);

  gtk_label_set_text (self->progress_label, percent);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static gboolean
allow_cancel (gpointer data)
{
  VwWindow *self = data;

  self->cancel_timeout = 0;
  vw_window_update_actions (self);
  return G_SOURCE_REMOVE;
}

static void
on_training_running (VwWindow *self)
{
  gboolean running = vw_training_job_is_running (self->training);

  g_clear_handle_id (&self->cancel_timeout, g_source_remove);
  if (running)
    self->cancel_timeout = g_timeout_add (CANCEL_DELAY, allow_cancel, self);
  gtk_stack_set_visible_child_name (self->train_stack, running ? "running" : "idle");
  vw_window_update_actions (self);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, VwWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    vw_window_open (self, l->data);
  return files != NULL;
}

static gboolean
adapt_header (gpointer data)
{
  VwWindow *self = data;

  self->adapt_idle = 0;
  adw_header_bar_set_centering_policy (self->header, self->narrow ? ADW_CENTERING_POLICY_LOOSE
                                                                  : ADW_CENTERING_POLICY_STRICT);
  return G_SOURCE_REMOVE;
}

/* Where the pages' names have no room in the middle, they take what room there is. */
static void
vw_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VwWindow *self = VW_WINDOW (widget);

  GTK_WIDGET_CLASS (vw_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->narrow == (width < NARROW))
    return;
  self->narrow = width < NARROW;
  if (self->adapt_idle == 0) /* widgets may not change while they are being placed */
    self->adapt_idle = g_idle_add (adapt_header, self);
}

static void
add_page (VwWindow *self, GtkWidget *page, const char *name, const char *title, const char *icon)
{
  adw_view_stack_add_titled (self->pages, page, name, title);
  adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->pages, page), icon);
}

static void
on_compare (VwWindow *self, VwPastRun *before, VwPastRun *after)
{
  GtkWidget *results = adw_view_stack_get_child_by_name (self->pages, "results");

  vw_results_page_compare (VW_RESULTS_PAGE (results), before, after);
  adw_view_stack_set_visible_child_name (self->pages, "results");
}

static void
add_pages (VwWindow *self)
{
  const VwTrainingPageParts training
      = { self->session, self->training, self->experiment, self->history, self->presets };
  GtkWidget *training_page = vw_training_page_new (&training);
  GtkWidget *results = vw_results_page_new (self->session, vw_history_get_runs (self->history));

  add_page (self, vw_digits_page_new (self->session), "digits", _("Digits"), "vw-digits-symbolic");
  add_page (self, vw_vocabulary_page_new (self->session, self->gallery), "vocabulary",
            _("Vocabulary"), "vw-vocabulary-symbolic");
  add_page (self, training_page, "training", _("Training"), "vw-training-symbolic");
  add_page (self, results, "results", _("Results"), "vw-results-symbolic");
  g_signal_connect_object (vw_training_page_get_runs (VW_TRAINING_PAGE (training_page)), "compare",
                           G_CALLBACK (on_compare), self, G_CONNECT_SWAPPED);
  add_page (self, vw_draw_page_new (self->session), "draw", _("Draw"), "vw-draw-symbolic");
}

static void
restore (VwWindow *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, VW_APP_ID, TRUE) : NULL;
  g_autofree char *page = NULL;

  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_bind (self->settings, "width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  page = g_settings_get_string (self->settings, "page");
  if (adw_view_stack_get_child_by_name (self->pages, page) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, page);
  g_settings_bind (self->settings, "page", self->pages, "visible-child-name", G_SETTINGS_BIND_SET);
}

static void
connect_signals (VwWindow *self)
{
  GtkRecentManager *recent = gtk_recent_manager_get_default ();
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  const struct { gpointer object; const char *signal; GCallback callback; } connections[] = {
    { self->session, "notify::dataset", G_CALLBACK (vw_window_update_actions) },
    { self->session, "notify::model", G_CALLBACK (vw_window_update_actions) },
    { self->loader, "loaded", G_CALLBACK (on_loaded) },
    { self->loader, "failed", G_CALLBACK (on_load_failed) },
    { self->loader, "notify::loading", G_CALLBACK (on_loading) },
    { self->training, "progress", G_CALLBACK (on_training_progress) },
    { self->training, "trained", G_CALLBACK (on_trained) },
    { self->training, "failed", G_CALLBACK (on_training_failed) },
    { self->training, "notify::running", G_CALLBACK (on_training_running) },
    { self->experiment, "notify::running", G_CALLBACK (vw_window_update_actions) },
    { self->presets, "opened", G_CALLBACK (on_preset_opened) },
    { recent, "changed", G_CALLBACK (vw_window_list_recent) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (connections[i].object, connections[i].signal, connections[i].callback,
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

static void
vw_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, vw_window_is_loading (VW_WINDOW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_window_dispose (GObject *object)
{
  VwWindow *self = VW_WINDOW (object);

  g_clear_handle_id (&self->cancel_timeout, g_source_remove);
  g_clear_handle_id (&self->adapt_idle, g_source_remove);
  g_clear_object (&self->loader);
  if (self->history != NULL)
    g_object_run_dispose (G_OBJECT (self->history)); /* what it still writes may outlive it */
  g_clear_object (&self->history);
  g_clear_object (&self->presets);
  if (self->training != NULL)
    vw_training_job_cancel (self->training);
  if (self->experiment != NULL)
    vw_experiment_job_cancel (self->experiment);
  if (self->experiment_window != NULL)
    gtk_window_destroy (self->experiment_window);
  g_clear_weak_pointer (&self->experiment_window);
  if (self->fetch_dialog != NULL)
    gtk_window_destroy (self->fetch_dialog);
  g_clear_weak_pointer (&self->fetch_dialog);
  g_clear_object (&self->experiment);
  g_clear_object (&self->training);
  g_clear_object (&self->gallery);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vw_window_parent_class)->dispose (object);
}

static void
vw_window_class_init (VwWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = vw_window_get_property;
  object_class->dispose = vw_window_dispose;
  widget_class->size_allocate = vw_window_size_allocate;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/visualwords/VisualWords/window.ui");
  gtk_widget_class_bind_template_child (widget_class, VwWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VwWindow, header);
  gtk_widget_class_bind_template_child (widget_class, VwWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, VwWindow, train_stack);
  gtk_widget_class_bind_template_child (widget_class, VwWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, VwWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, VwWindow, progress_button);
  gtk_widget_class_bind_template_child (widget_class, VwWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, VwWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, VwWindow, recent);
  vw_window_class_install_actions (widget_class);
}

static void
make_parts (VwWindow *self)
{
  g_autofree char *runs = vw_history_folder (), *presets = vw_preset_folder_path ();

  self->session = vw_session_new ();
  self->loader = vw_loader_new (self->session);
  self->training = vw_training_job_new (self->session);
  self->experiment = vw_experiment_job_new (self->session, self->training);
  self->history = vw_history_new (self->session, self->training, runs);
  self->presets = vw_preset_folder_new (presets);
  self->gallery = vw_gallery_keeper_new (self->session);
}

static void
vw_window_init (VwWindow *self)
{
  make_parts (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_pages (self);
  restore (self);
  connect_signals (self);
  vw_focus_keep_in_sight (GTK_WINDOW (self));
  vw_focus_keep_alive (GTK_WINDOW (self));
  vw_window_update_actions (self);
  vw_window_list_recent (self);
}
