/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"

#include "app/dialogs.h"
#include "app/window.h"
#include "config.h"

#include <glib/gi18n.h>

struct _VwApplication {
  AdwApplication parent_instance;

  gboolean exit_after_startup;
};

G_DEFINE_FINAL_TYPE (VwApplication, vw_application, ADW_TYPE_APPLICATION)

VwApplication *
vw_application_new (void)
{
  return g_object_new (VW_TYPE_APPLICATION,
                       "application-id", VW_APP_ID,
                       "resource-base-path", "/io/github/visualwords/VisualWords",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

static void
quit_when_loaded (VwWindow *window, GParamSpec *pspec, GApplication *application)
{
  if (!vw_window_is_loading (window))
    g_application_quit (application);
}

/* Not any window: the reason why something was not saved may outlive the one it was told in. */
static VwWindow *
find_window (VwApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (VW_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static VwWindow *
get_window (VwApplication *self, gboolean *is_new)
{
  VwWindow *window = find_window (self);

  *is_new = window == NULL;
  return window != NULL ? window : vw_window_new (GTK_APPLICATION (self));
}

static void
vw_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  VwApplication *self = VW_APPLICATION (application);
  gboolean is_new;
  VwWindow *window = get_window (self, &is_new);

  gtk_window_present (GTK_WINDOW (window));
  if (is_new)
    vw_window_open_sample (window); /* until other data are opened */
  for (int i = 0; i < n_files; i++)
    vw_window_open (window, files[i]);
  if (self->exit_after_startup)
    g_signal_connect (window, "notify::loading", G_CALLBACK (quit_when_loaded), application);
}

static void
vw_application_activate (GApplication *application)
{
  vw_application_open (application, NULL, 0, "");
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  vw_show_about (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *application = GTK_APPLICATION (data);
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (application)) != NULL)
    {
      gtk_window_close (window); /* keeps its size and page */
      gtk_application_remove_window (application, window);
    }
}

static const GActionEntry actions[] = {
  { "about", show_about },
  { "quit", quit },
};

typedef struct {
  const char *action;
  const char *keys[3];
} Shortcut;

static const Shortcut shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.open-file", { "<Control>o" } },
  { "win.open-folder", { "<Control><Shift>o" } },
  { "win.save-model", { "<Control>s" } },
  { "win.train", { "<Control>t" } },
  { "win.cancel-training", { "<Control>period" } },
  { "win.toggle-fullscreen", { "F11" } },
  { "win.page('digits')", { "<Alt>1" } },
  { "win.page('vocabulary')", { "<Alt>2" } },
  { "win.page('training')", { "<Alt>3" } },
  { "win.page('results')", { "<Alt>4" } },
  { "win.page('draw')", { "<Alt>5" } },
};

static void
vw_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (vw_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].keys);
  gtk_window_set_default_icon_name (VW_APP_ID);
}

static int
vw_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  VwApplication *self = VW_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("visual-words %s\n", VW_VERSION);
      return 0;
    }
  self->exit_after_startup = g_variant_dict_contains (options, "exit-after-startup");
  return -1;
}

static void
vw_application_class_init (VwApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->startup = vw_application_startup;
  application_class->activate = vw_application_activate;
  application_class->open = vw_application_open;
  application_class->handle_local_options = vw_application_handle_local_options;
}

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and leave"), NULL },
  /* For smoke tests: show the window, load the data, leave. */
  { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { NULL },
};

static void
vw_application_init (VwApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[DATA or MODEL]"));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}
