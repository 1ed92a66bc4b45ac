/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window: every page in both colour schemes, at its least size, without a warning. */
#include "app/application.h"
#include "app/breakpoint.h"
#include "app/digit-grid.h"
#include "app/focus.h"
#include "app/layer-switches.h"
#include "app/live-settings.h"
#include "app/stage-list.h"
#include "app/window.h"
#include "core/presets.h"
#include "lib/model.h"
#include "lib/scratch.h"

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

static GtkDropTarget *
find_drop_target (VwWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller); /* the window's */
    }
  g_assert_not_reached ();
}

static gboolean
drop (VwWindow *window, GSList *files)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_signal_emit_by_name (find_drop_target (window), "drop", &value, 10.0, 10.0, &taken);
  return taken;
}

/* Digits and a model of them that are dropped together are both opened. */
static void
test_drop (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autoptr (GFile) digits = g_file_new_build_filename (g_getenv ("VW_DATADIR"), "sample", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GFile) saved = NULL;
  g_autoptr (GSList) files = NULL;
  VwWindow *window = vw_window_new (GTK_APPLICATION (application));
  VwSession *session = vw_window_get_session (window);

  scratch_init (&scratch);
  path = scratch_path (&scratch, "dropped.vwm");
  g_assert_true (vw_model_save (model, path, NULL));
  saved = g_file_new_for_path (path);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (drop (window, NULL));
  g_assert_false (vw_window_is_loading (window));
  files = g_slist_append (g_slist_append (NULL, digits), saved);
  g_assert_true (drop (window, files));
  while (vw_session_get_dataset (session) == NULL || vw_session_get_model (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (vw_session_get_model (session)->metrics->n_classes, ==,
                    model->metrics->n_classes);
  gtk_window_destroy (GTK_WINDOW (window));
  let_time_pass (100);
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

/* A page out of sight does not ask a model about what was chosen in the matrix of another. */
static void
test_hidden_results (void)
{
  g_autoptr (VwModel) small = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autoptr (VwDataset) again = vw_dataset_load ("sample", NULL, NULL);
  VwWindow *window = open_window ();
  VwSession *session = vw_window_get_session (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.train", NULL);
  while (vw_session_get_model (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (vw_session_get_model (session)->metrics->n_classes, >,
                    small->metrics->n_classes);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "results");
  let_time_pass (100); /* its digits are still being counted */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "digits");
  vw_session_set_model (session, small, NULL);
  let_time_pass (300);
  vw_session_set_dataset (session, again);
  let_time_pass (300);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "results");
  let_time_pass (200);
  gtk_window_destroy (GTK_WINDOW (window));
  let_time_pass (100);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* Returns: (transfer full): the first digits of @dataset, which it may outlive */
static VwDataset *
few_of (VwDataset *dataset)
{
  VwDatasetContent content = { "IDX", NULL, 28, 28, FALSE, NULL, { { NULL } } };
  VwDataset *few;

  for (VwSplit split = 0; split < VW_N_SPLITS; split++)
    content.parts[split] = (VwDatasetPart){
      g_bytes_new (vw_dataset_get_image (dataset, split, 0), 100 * 28 * 28),
      g_bytes_new (vw_dataset_get_labels (dataset, split), 100), 100
    };
  few = vw_dataset_new (&content, NULL);
  for (VwSplit split = 0; split < VW_N_SPLITS; split++)
    {
      g_bytes_unref (content.parts[split].pixels);
      g_bytes_unref (content.parts[split].labels);
    }
  return few;
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  gboolean found = GTK_IS_LABEL (widget)
                   && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_label (child, text);
  return found;
}

/* A run under way tells of its own data, whatever has been opened since. */
static void
test_other_data_while_training (void)
{
  VwWindow *window = open_window ();
  VwSession *session = vw_window_get_session (window);
  g_autoptr (VwDataset) few = few_of (vw_session_get_dataset (session));
  GtkWidget *stages;

  vw_session_set_parameters (session, &vw_preset_find ("best")->parameters);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "training");
  stages = find_widget (GTK_WIDGET (window), VW_TYPE_STAGE_LIST);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.train", NULL);
  vw_session_set_dataset (session, few);
  let_time_pass (500);
  g_assert_null (vw_session_get_model (session)); /* still training */
  g_assert_true (has_label (stages, "3,000 + 1,000 digits"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-training", NULL);
  let_time_pass (100);
  g_assert_true (has_label (stages, "100 + 100 digits"));
  gtk_window_destroy (GTK_WINDOW (window));
  let_time_pass (100);
}

/* The list of digits shows the selected one when the user asks for other digits, and not whenever
   it grows. */
static void
test_scroll (void)
{
  VwWindow *window = open_window ();
  VwSession *session = vw_window_get_session (window);
  GtkWidget *grid, *view;
  GtkAdjustment *adjustment;
  GListModel *digits;
  VwDigitFilter filter = VW_DIGIT_FILTER_ALL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "digits");
  let_time_pass (300);
  grid = find_widget (GTK_WIDGET (window), VW_TYPE_DIGIT_GRID);
  view = find_widget (grid, GTK_TYPE_GRID_VIEW);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  digits = gtk_single_selection_get_model (
      GTK_SINGLE_SELECTION (gtk_grid_view_get_model (GTK_GRID_VIEW (view))));
  gtk_adjustment_set_value (adjustment, 3000);
  let_time_pass (100);
  g_list_model_items_changed (digits, g_list_model_get_n_items (digits), 0, 0);
  let_time_pass (100);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 2000);
  filter.label = vw_dataset_get_labels (vw_session_get_dataset (session), VW_SPLIT_TEST)[0];
  vw_session_set_filter (session, &filter);
  let_time_pass (200);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 100);
  gtk_window_destroy (GTK_WINDOW (window));
  let_time_pass (100);
}

static void
note_narrow (gpointer page, gboolean narrow)
{
  g_object_set_data (G_OBJECT (page), "narrow", GINT_TO_POINTER (narrow));
}

/* A page makes do with less where its letters grow, and not only where its window shrinks. */
static void
test_text_scale (void)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  int usual = 96 * 1024;

  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), gtk_label_new (""));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 300);
  vw_breakpoint_add (GTK_SCROLLED_WINDOW (scroller), 500, note_narrow, window);
  gtk_window_present (GTK_WINDOW (window));
  let_time_pass (200);
  g_assert_null (g_object_get_data (G_OBJECT (window), "narrow"));
  g_object_set (settings, "gtk-xft-dpi", usual * 3 / 2, NULL);
  let_time_pass (200);
  g_assert_nonnull (g_object_get_data (G_OBJECT (window), "narrow"));
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
  let_time_pass (200);
  g_assert_null (g_object_get_data (G_OBJECT (window), "narrow"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* No switch of the canvas is cut off, however narrow the window is, and each switches its layer. */
static void
check_switches (GtkWidget *switches, VwDigitCanvas *canvas)
{
  int width = gtk_widget_get_width (switches), height = gtk_widget_get_height (switches);

  for (GtkWidget *child = gtk_widget_get_first_child (switches); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t area;
      guint before = vw_digit_canvas_get_layers (canvas), after;

      if (!gtk_widget_get_visible (child) || !gtk_widget_get_has_tooltip (child))
        continue;
      g_assert_true (gtk_widget_compute_bounds (child, switches, &area));
      g_assert_cmpfloat (area.origin.x, >=, 0);
      g_assert_cmpfloat (area.origin.x + area.size.width, <=, width);
      g_assert_cmpfloat (area.origin.y + area.size.height, <=, height);
      if (g_object_get_data (G_OBJECT (child), "layers") == NULL)
        continue;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                    !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)));
      after = vw_digit_canvas_get_layers (canvas);
      g_assert_cmpuint (before ^ after, ==,
                        GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "layers")));
    }
}

static void
test_layers (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (VwDataset) dataset = vw_dataset_load ("sample", NULL, NULL);
  g_autoptr (VwInspector) inspector = vw_inspector_new (session);
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *canvas = g_object_new (VW_TYPE_DIGIT_CANVAS, "vexpand", TRUE, NULL);
  GtkWidget *switches = g_object_new (VW_TYPE_LAYER_SWITCHES, NULL);

  vw_session_set_dataset (session, dataset);
  vw_digit_canvas_set_inspector (VW_DIGIT_CANVAS (canvas), inspector);
  vw_layer_switches_set_canvas (VW_LAYER_SWITCHES (switches), VW_DIGIT_CANVAS (canvas), inspector);
  gtk_box_append (GTK_BOX (box), canvas);
  gtk_box_append (GTK_BOX (box), switches);
  gtk_window_set_child (GTK_WINDOW (window), box);
  for (int width = 300; width <= 1000; width += 350)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), width, 400);
      gtk_window_present (GTK_WINDOW (window));
      while (vw_inspector_get_inspection (inspector) == NULL)
        g_main_context_iteration (NULL, TRUE);
      let_time_pass (200);
      check_switches (switches, VW_DIGIT_CANVAS (canvas));
    }
  gtk_window_destroy (GTK_WINDOW (window));
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

/* Buttons A, B and C, these two in a box, and D; as one after the other goes insensitive. */
static void
test_focus (void)
{
  GtkWidget *window = gtk_window_new (), *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *buttons[4];
  static const guint order[] = { 2, 1, 3, 0 };

  for (guint i = 0; i < 4; i++)
    {
      buttons[i] = gtk_button_new ();
      gtk_box_append (GTK_BOX (i == 1 || i == 2 ? inner : outer), buttons[i]);
      if (i == 0)
        gtk_box_append (GTK_BOX (outer), inner);
    }
  gtk_window_set_child (GTK_WINDOW (window), outer);
  vw_focus_keep_alive (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  let_time_pass (50);
  gtk_widget_grab_focus (buttons[order[0]]);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == buttons[order[i]]);
      gtk_widget_set_sensitive (buttons[order[i]], FALSE);
    }
  g_assert_null (gtk_root_get_focus (GTK_ROOT (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What has become of the settings' own button once it was pressed. */
static void
test_focus_of_settings (void)
{
  VwWindow *window = open_window ();
  VwSession *session = vw_window_get_session (window);
  VwParameters settings = *vw_session_get_settings (session);
  GtkWidget *live, *reset, *focus;

  settings.edge_threshold = 12;
  vw_session_try_settings (session, &settings);
  live = find_widget (GTK_WIDGET (window), VW_TYPE_LIVE_SETTINGS);
  reset = GTK_WIDGET (gtk_widget_get_template_child (live, VW_TYPE_LIVE_SETTINGS, "reset"));
  g_assert_true (gtk_widget_grab_focus (reset));
  gtk_widget_activate (reset);
  let_time_pass (400); /* GTK's click by key */
  g_assert_false (gtk_widget_is_sensitive (reset));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, VW_TYPE_LIVE_SETTINGS));
  gtk_window_destroy (GTK_WINDOW (window));
  let_time_pass (100);
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
  g_test_add_func ("/window/drop", test_drop);
  g_test_add_func ("/window/close-while-training", test_close_while_training);
  g_test_add_func ("/window/hidden-results", test_hidden_results);
  g_test_add_func ("/window/other-data-while-training", test_other_data_while_training);
  g_test_add_func ("/window/scroll", test_scroll);
  g_test_add_func ("/window/text-scale", test_text_scale);
  g_test_add_func ("/canvas/layers", test_layers);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/focus", test_focus);
  g_test_add_func ("/window/focus-of-settings", test_focus_of_settings);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
