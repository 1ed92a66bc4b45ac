/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings tried out on Digits: the rows, counting again, spreads by class, whose evidence is shown. */
#include "app/class-spreads.h"
#include "app/digit-counts.h"
#include "app/inspector.h"
#include "app/live-settings.h"
#include "app/setting-row.h"
#include "core/features.h"
#include "core/presets.h"
#include "core/random.h"
#include "lib/model.h"

static VwDataset *
load_sample (void)
{
  g_autoptr (GError) error = NULL;
  VwDataset *dataset = vw_dataset_load ("sample", NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
try_edge (VwSession *session, int edge_threshold)
{
  VwParameters settings = *vw_session_get_settings (session);

  settings.edge_threshold = edge_threshold;
  vw_session_try_settings (session, &settings);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* By another way: the values in order, and NumPy's rule for what lies between two of them. */
static double
quantile_of_sorted (const GArray *sorted, double share)
{
  double place = share * (sorted->len - 1);
  guint low = (guint) place, high = MIN (low + 1, sorted->len - 1);
  double a = g_array_index (sorted, int, low), b = g_array_index (sorted, int, high);

  return a * (1 - (place - low)) + b * (place - low);
}

static void
check_spreads (const guint8 *labels, const guint *values, guint n, guint n_classes)
{
  g_auto (VwClassSpreads) spreads;
  guint total = 0;

  vw_class_spreads_init (&spreads, labels, values, n, n_classes);
  for (guint c = 0; c < n_classes; c++)
    {
      g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (int));
      const VwPlotSpread *spread = &spreads.spreads[c];
      guint without = 0;

      for (guint i = 0; i < n; i++)
        if (labels[i] == c)
          {
            int value = (int) values[i];

            g_array_append_val (own, value);
            without += value == 0;
          }
      g_assert_cmpuint (spreads.n_digits[c], ==, own->len);
      g_assert_cmpuint (spreads.n_without[c], ==, without);
      total += own->len;
      if (own->len == 0)
        continue;
      g_array_sort (own, compare_counts);
      g_assert_cmpfloat_with_epsilon (spread->low, quantile_of_sorted (own, .10), 1e-9);
      g_assert_cmpfloat_with_epsilon (spread->lower, quantile_of_sorted (own, .25), 1e-9);
      g_assert_cmpfloat_with_epsilon (spread->median, quantile_of_sorted (own, .50), 1e-9);
      g_assert_cmpfloat_with_epsilon (spread->upper, quantile_of_sorted (own, .75), 1e-9);
      g_assert_cmpfloat_with_epsilon (spread->high, quantile_of_sorted (own, .90), 1e-9);
    }
  g_assert_cmpuint (spreads.total, ==, total);
}

static void
test_spreads (void)
{
  guint8 labels[500];
  guint values[500];
  VwRandom random;

  vw_random_init (&random, 3);
  for (guint n = 1; n <= G_N_ELEMENTS (labels); n += 7)
    {
      for (guint i = 0; i < n; i++)
        {
          labels[i] = (guint8) vw_random_below (&random, 6); /* class 6 has no digit */
          values[i] = (guint) vw_random_below (&random, n % 3 == 0 ? 4 : 900);
        }
      check_spreads (labels, values, n, 7);
    }
}

/* NumPy's own figures: np.quantile ([0, 1, 3, 10], [.1, .25, .5, .75, .9]) */
static void
test_spreads_of_numpy (void)
{
  static const guint8 labels[4] = { 0 };
  static const guint values[4] = { 10, 0, 3, 1 };
  g_auto (VwClassSpreads) spreads;

  vw_class_spreads_init (&spreads, labels, values, 4, 1);
  g_assert_cmpfloat_with_epsilon (spreads.spreads[0].low, .3, 1e-9);
  g_assert_cmpfloat_with_epsilon (spreads.spreads[0].lower, .75, 1e-9);
  g_assert_cmpfloat_with_epsilon (spreads.spreads[0].median, 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (spreads.spreads[0].upper, 4.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (spreads.spreads[0].high, 7.9, 1e-9);
}

static void
wait_until_counted (VwDigitCounts *counts)
{
  while (vw_digit_counts_is_running (counts))
    g_main_context_iteration (NULL, TRUE);
}

static void
check_counts (VwDigitCounts *counts, VwSession *session)
{
  VwDataset *dataset = vw_session_get_dataset (session);
  g_autoptr (VwFeatures) features
      = vw_features_extract (dataset, vw_session_get_split (session),
                             vw_session_get_settings (session), NULL, NULL);

  g_assert_true (vw_digit_counts_are_complete (counts));
  for (guint i = 0; i < features->n_images; i++)
    g_assert_cmpuint (vw_digit_counts_get (counts, i), ==,
                      features->offsets[i + 1] - features->offsets[i]);
}

/* A slider that moves makes counts unknown at once, and only its last value is counted. */
static void
test_counts_follow_slider (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (VwDigitCounts) counts = NULL;

  vw_session_set_dataset (session, dataset);
  counts = vw_digit_counts_new ();
  vw_digit_counts_follow (counts, session);
  wait_until_counted (counts);
  check_counts (counts, session);
  for (int edge = 30; edge >= 12; edge--)
    {
      try_edge (session, edge);
      g_assert_cmpuint (vw_digit_counts_get (counts, 0), ==, VW_COUNT_UNKNOWN);
      g_assert_true (vw_digit_counts_is_running (counts));
      g_assert_false (vw_digit_counts_are_complete (counts));
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpfloat (vw_digit_counts_get_fraction (counts), ==, 0);
  wait_until_counted (counts);
  check_counts (counts, session);
  vw_session_set_split (session, VW_SPLIT_TRAIN);
  wait_until_counted (counts);
  check_counts (counts, session);
}

/* Settings that suit no image end counting without counts, and others begin it anew. */
static void
test_counts_of_impossible (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (VwDigitCounts) counts = NULL;
  VwParameters settings = *vw_session_get_settings (session);

  vw_session_set_dataset (session, dataset);
  settings.upscale = 8;
  settings.levels = 16;
  settings.scale_factor = 4;
  vw_session_try_settings (session, &settings);
  counts = vw_digit_counts_new ();
  vw_digit_counts_follow (counts, session);
  wait_until_counted (counts);
  g_assert_false (vw_digit_counts_are_complete (counts));
  g_assert_cmpuint (vw_digit_counts_get (counts, 0), ==, VW_COUNT_UNKNOWN);
  vw_session_reset_settings (session);
  wait_until_counted (counts);
  check_counts (counts, session);
}

/* The full MNIST in seconds, and the notebook's own count. */
static void
test_counts_of_mnist (void)
{
  const char *folder = g_getenv ("VW_MNIST_DIR");
  g_autoptr (VwDataset) dataset = NULL;
  g_autoptr (VwSession) session = NULL;
  g_autoptr (VwDigitCounts) counts = NULL;

  if (folder == NULL)
    {
      g_test_skip ("VW_MNIST_DIR is not set");
      return;
    }
  dataset = vw_dataset_load (folder, NULL, NULL);
  session = vw_session_new ();
  vw_session_set_dataset (session, dataset);
  counts = vw_digit_counts_new ();
  vw_digit_counts_follow (counts, session);
  for (int split = 0; split < VW_N_SPLITS; split++)
    for (int edge = 31; edge >= 4; edge -= 27)
      {
        gint64 start = g_get_monotonic_time ();

        vw_session_set_split (session, split);
        try_edge (session, edge);
        wait_until_counted (counts);
        g_test_message ("%u digits, edge threshold %d: %.2f s",
                        vw_dataset_get_count (dataset, split), edge,
                        (g_get_monotonic_time () - start) / 1e6);
        g_assert_true (vw_digit_counts_are_complete (counts));
      }
}

static gboolean
has_class (GtkWidget *widget, const char *name)
{
  return gtk_widget_has_css_class (widget, name);
}

static gboolean
is_reset (GtkWidget *widget, const char *unused)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "edit-undo-symbolic") == 0;
}

static gboolean
is_button_with_label (GtkWidget *widget, const char *text)
{
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  return GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text);
}

static gboolean
is_row_of (GtkWidget *widget, const char *name)
{
  GtkWidget *label = VW_IS_SETTING_ROW (widget) ? gtk_widget_get_first_child (widget) : NULL;

  return label != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), name);
}

static GtkWidget *
find (GtkWidget *root, gboolean (*matches) (GtkWidget *, const char *), const char *text)
{
  GtkWidget *found = matches (root, text) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, matches, text);
  return found;
}

/* The slider and the value of a row. */
static GtkRange *
find_scale (GtkWidget *settings, const char *name)
{
  return GTK_RANGE (find (find (settings, is_row_of, name), has_class, "vw-setting"));
}

static GtkSpinButton *
find_value (GtkWidget *settings, const char *name)
{
  return GTK_SPIN_BUTTON (find (find (settings, is_row_of, name), has_class, "vw-value"));
}

/* Every parameter of the detector has a row, and no other. */
static void
test_rows (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  GtkWidget *settings = g_object_ref_sink (g_object_new (VW_TYPE_LIVE_SETTINGS, NULL));
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  vw_live_settings_set_session (VW_LIVE_SETTINGS (settings), session);
  for (guint i = 0; i < n; i++)
    {
      const char *name = g_str_equal (table[i].name, "levels") ? "Levels" : table[i].label;
      GtkWidget *row = find (settings, is_row_of, name);

      g_assert_true ((row != NULL) == vw_parameter_is_of_detector (&table[i]));
    }
  g_object_unref (settings);
}

static void
test_slider (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  GtkWidget *settings = g_object_ref_sink (g_object_new (VW_TYPE_LIVE_SETTINGS, NULL));
  GtkWidget *row, *reset;
  GtkRange *scale;
  GtkAdjustment *reach;

  vw_live_settings_set_session (VW_LIVE_SETTINGS (settings), session);
  row = find (settings, is_row_of, "Edge threshold");
  reset = find (settings, is_reset, NULL);
  scale = find_scale (settings, "Edge threshold");
  reach = gtk_range_get_adjustment (scale);
  g_assert_false (gtk_widget_get_sensitive (reset));
  g_assert_cmpfloat (gtk_adjustment_get_upper (reach), ==, 48); /* half of 96 */
  gtk_range_set_value (scale, 12.4);
  g_assert_cmpint (vw_session_get_settings (session)->edge_threshold, ==, 12);
  g_assert_cmpint (vw_session_get_parameters (session)->edge_threshold, ==, 31);
  g_assert_cmpfloat (gtk_spin_button_get_value (find_value (settings, "Edge threshold")), ==, 12);
  g_assert_true (vw_setting_row_differs (VW_SETTING_ROW (row)));
  g_assert_true (has_class (row, "vw-changed"));
  g_assert_true (gtk_widget_get_sensitive (reset));
  gtk_spin_button_set_value (find_value (settings, "Edge threshold"), 100); /* beyond the slider */
  g_assert_cmpint (vw_session_get_settings (session)->edge_threshold, ==, 100);
  g_assert_cmpfloat (gtk_adjustment_get_upper (reach), ==, 100);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 100);
  gtk_range_set_value (find_scale (settings, "Scale factor"), 1.3333);
  g_assert_cmpfloat_with_epsilon (vw_session_get_settings (session)->scale_factor, 1.33, 1e-12);
  g_signal_emit_by_name (reset, "clicked");
  g_assert_true (vw_parameters_equal (vw_session_get_settings (session),
                                      vw_session_get_parameters (session)));
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 31);
  g_assert_cmpfloat (gtk_adjustment_get_upper (reach), ==, 48);
  g_assert_false (gtk_widget_get_sensitive (reset));
  g_object_unref (settings);
}

/* Settings go into the next training, the model keeps its own, and other stages theirs. */
static void
test_use (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  GtkWidget *settings = g_object_ref_sink (g_object_new (VW_TYPE_LIVE_SETTINGS, NULL));
  VwParameters parameters = *vw_session_get_parameters (session);
  GtkWidget *use;

  parameters.words = 77;
  vw_session_set_parameters (session, &parameters);
  vw_session_set_model (session, model, NULL);
  vw_live_settings_set_session (VW_LIVE_SETTINGS (settings), session);
  use = find (settings, is_button_with_label, "Use for Training");
  g_assert_false (gtk_widget_get_sensitive (use));
  gtk_range_set_value (find_scale (settings, "FAST threshold"), 9);
  g_assert_true (gtk_widget_get_sensitive (use));
  g_signal_emit_by_name (use, "clicked");
  g_assert_false (gtk_widget_get_sensitive (use));
  g_assert_cmpint (vw_session_get_parameters (session)->fast_threshold, ==, 9);
  g_assert_cmpint (vw_session_get_parameters (session)->words, ==, 77);
  g_assert_cmpint (vw_session_get_settings (session)->fast_threshold, ==, 9);
  g_assert_cmpint (vw_session_get_base_settings (session)->fast_threshold, ==, 20);
  g_object_unref (settings);
}

static void
wait_for_inspection (VwInspector *inspector, guint index, int edge_threshold)
{
  const VwInspection *seen;

  while ((seen = vw_inspector_get_inspection (inspector)) == NULL || seen->index != index
         || seen->parameters.edge_threshold != edge_threshold)
    g_main_context_iteration (NULL, TRUE);
}

/* The chosen class stays while settings change, and each digit starts with the predicted one. */
static void
test_chosen_class (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autoptr (VwInspector) inspector = NULL;
  int predicted, other;

  vw_session_set_dataset (session, dataset);
  vw_session_set_model (session, model, NULL);
  try_edge (session, 12);
  inspector = vw_inspector_new (session);
  g_assert_cmpint (vw_inspector_get_class (inspector), ==, -1);
  wait_for_inspection (inspector, 0, 12);
  predicted = vw_inspector_get_inspection (inspector)->predicted;
  other = predicted == 0 ? 1 : 0;
  g_assert_cmpint (vw_inspector_get_class (inspector), ==, predicted);
  vw_inspector_choose_class (inspector, other);
  g_assert_cmpint (vw_inspector_get_class (inspector), ==, other);
  try_edge (session, 10);
  wait_for_inspection (inspector, 0, 10);
  g_assert_cmpint (vw_inspector_get_class (inspector), ==, other);
  vw_session_set_selected (session, 1);
  wait_for_inspection (inspector, 1, 10);
  g_assert_cmpint (vw_inspector_get_class (inspector), ==,
                   vw_inspector_get_inspection (inspector)->predicted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/spreads", test_spreads);
  g_test_add_func ("/settings/spreads-of-numpy", test_spreads_of_numpy);
  g_test_add_func ("/settings/counts/follow-slider", test_counts_follow_slider);
  g_test_add_func ("/settings/counts/impossible", test_counts_of_impossible);
  g_test_add_func ("/settings/counts/mnist", test_counts_of_mnist);
  g_test_add_func ("/settings/chosen-class", test_chosen_class);
  if (gtk_init_check ())
    {
      g_test_add_func ("/settings/rows", test_rows);
      g_test_add_func ("/settings/slider", test_slider);
      g_test_add_func ("/settings/use", test_use);
    }
  return g_test_run ();
}
