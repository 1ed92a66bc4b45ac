/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window: every page in both colour schemes, at its least size, without a warning. */
#include "app/application.h"
#include "app/window.h"

static VwApplication *application;

static gboolean
leave (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
let_time_pass (guint milliseconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (milliseconds, leave, loop);
  g_main_loop_run (loop);
}

static VwWindow *
open_window (void)
{
  VwWindow *window = vw_window_new (GTK_APPLICATION (application));

  vw_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
  while (vw_window_is_loading (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (vw_session_get_dataset (vw_window_get_session (window)));
  return window;
}

static void
test_pages (gconstpointer scheme)
{
  VwWindow *window;
  static const char *const pages[] = { "digits", "vocabulary", "training", "results", "draw" };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  window = open_window ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", pages[i]);
      let_time_pass (300);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  let_time_pass (100);
}

/* A window that is closed while it trains takes its worker with it. */
static void
test_close_while_training (void)
{
  VwWindow *window = open_window ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.train", NULL);
  let_time_pass (60);
  gtk_window_destroy (GTK_WINDOW (window));
  let_time_pass (400);
}

static void
test_train (void)
{
  VwWindow *window = open_window ();
  VwSession *session = vw_window_get_session (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.train", NULL);
  while (vw_session_get_model (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (vw_session_get_predictions (session));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "vocabulary");
  while (vw_session_get_gallery (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (vw_session_get_word (session), >=, 0);
  let_time_pass (200);
  gtk_window_destroy (GTK_WINDOW (window));
  let_time_pass (100);
}

static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/io/github/visualwords/VisualWords/gtk/help-overlay.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  gtk_window_destroy (GTK_WINDOW (overlay));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  application = vw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_test_add_data_func ("/window/light", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT),
                        test_pages);
  g_test_add_data_func ("/window/dark", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_pages);
  g_test_add_func ("/window/train", test_train);
  g_test_add_func ("/window/close-while-training", test_close_while_training);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
