/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Digits page shows, without showing it: the list and its filters, the counts in the
   background, the inspection of one digit, the bars of its words. */
#include "app/class-watch.h"
#include "app/digit-model.h"
#include "app/digit-paper.h"
#include "app/inspector.h"
#include "app/matrix-paper.h"
#include "app/sheet-file.h"
#include "core/orb-trace.h"
#include "core/presets.h"
#include "core/recognizer.h"
#include "lib/model.h"
#include "lib/scratch.h"
#include "plot/word-bars.h"

#include <string.h>

static VwDataset *
load (const char *source)
{
  g_autoptr (GError) error = NULL;
  VwDataset *dataset = vw_dataset_load (source, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static VwSession *
make_session (VwDataset *dataset, const char *preset)
{
  VwSession *session = vw_session_new ();

  vw_session_set_parameters (session, &vw_preset_find (preset)->parameters);
  vw_session_set_dataset (session, dataset);
  return session;
}

static VwDigitModel *
list_digits (VwSession *session)
{
  g_autoptr (VwDigitCounts) counts = vw_digit_counts_new ();

  vw_digit_counts_follow (counts, session);
  return vw_digit_model_new (session, counts);
}

static void
wait_for_counts (VwDigitModel *model)
{
  while (vw_digit_counts_is_running (vw_digit_model_get_counts (model)))
    g_main_context_iteration (NULL, TRUE);
}

/* What a view would hold that knows the list from its signals only. */
static void
mirror (GListModel *list, guint position, guint removed, guint added, GArray *seen)
{
  g_assert_cmpuint (position + removed, <=, seen->len);
  g_array_remove_range (seen, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (VwDigitItem) item = g_list_model_get_item (list, position + i);
      guint index = vw_digit_item_get_index (item);

      g_array_insert_val (seen, position + i, index);
    }
}

static void
check_list (VwDigitModel *model, const GArray *seen)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  g_assert_cmpuint (seen->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VwDigitItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_cmpuint (vw_digit_item_get_index (item), ==, g_array_index (seen, guint, i));
      g_assert_cmpuint (vw_digit_model_find (model, vw_digit_item_get_index (item)), ==, i);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), n));
}

static guint
filtered (VwDigitModel *model, const GArray *seen, VwDigitFilter filter)
{
  vw_session_set_filter (vw_digit_model_get_session (model), &filter);
  check_list (model, seen);
  return seen->len;
}

static void
test_labels (void)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwSession) session = make_session (dataset, "notebook");
  g_autoptr (VwDigitModel) model = list_digits (session);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  VwDigitFilter filter = VW_DIGIT_FILTER_ALL;

  g_signal_connect (model, "items-changed", G_CALLBACK (mirror), seen);
  mirror (G_LIST_MODEL (model), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), seen);
  check_list (model, seen);
  for (int split = 0; split < VW_N_SPLITS; split++)
    {
      vw_session_set_split (session, split);
      for (filter.label = -1; filter.label < 10; filter.label++)
        g_assert_cmpuint (filtered (model, seen, filter), ==,
                          filter.label < 0
                              ? vw_dataset_get_count (dataset, split)
                              : vw_dataset_get_class_count (dataset, split, filter.label));
    }
  vw_session_set_dataset (session, NULL);
  check_list (model, seen);
  g_assert_cmpuint (seen->len, ==, 0);
}

static void
test_counts (void)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwSession) session = make_session (dataset, "fixed-border");
  g_autoptr (VwDigitModel) model = list_digits (session);
  g_autoptr (VwFeatures) features
      = vw_features_extract (dataset, VW_SPLIT_TEST, vw_session_get_parameters (session), NULL,
                             NULL);
  VwDigitCounts *counts = vw_digit_model_get_counts (model);

  vw_digit_counts_prefer (counts, 777);
  wait_for_counts (model);
  for (guint i = 0; i < features->n_images; i++)
    g_assert_cmpuint (vw_digit_counts_get (counts, i), ==,
                      features->offsets[i + 1] - features->offsets[i]);
  g_assert_cmpuint (vw_digit_counts_get (counts, features->n_images), ==, VW_COUNT_UNKNOWN);
}

/* While digits are still being counted, those that pass come one after another. */
static void
test_filter_while_counting (void)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwSession) session = make_session (dataset, "notebook");
  g_autoptr (VwDigitModel) model = list_digits (session);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  VwDigitFilter filter = VW_DIGIT_FILTER_ALL;
  guint few, many;

  g_signal_connect (model, "items-changed", G_CALLBACK (mirror), seen);
  mirror (G_LIST_MODEL (model), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), seen);
  filter.least_keypoints = 11;
  filtered (model, seen, filter);
  wait_for_counts (model);
  check_list (model, seen);
  many = seen->len;
  filter = (VwDigitFilter){ -1, -1, VW_VERDICT_ANY, 0, 10, -1 };
  few = filtered (model, seen, filter);
  g_assert_cmpuint (few, >, 0);
  g_assert_cmpuint (many, >, 0);
  g_assert_cmpuint (few + many, ==, vw_dataset_get_count (dataset, VW_SPLIT_TEST));
}

/* The notebook's own figure: 9,971 of 10,000 test images have keypoints. */
static void
test_notebook (void)
{
  const char *folder = g_getenv ("VW_MNIST_DIR");
  g_autoptr (VwDataset) dataset = NULL;
  g_autoptr (VwSession) session = NULL;
  g_autoptr (VwDigitModel) model = NULL;
  VwDigitFilter none = { -1, -1, VW_VERDICT_ANY, 0, 0, -1 };

  if (folder == NULL)
    {
      g_test_skip ("VW_MNIST_DIR is not set");
      return;
    }
  dataset = load (folder);
  session = make_session (dataset, "notebook-printed");
  model = list_digits (session);
  wait_for_counts (model);
  vw_session_set_filter (session, &none);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 29);
}

static void
test_predictions (void)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwSession) session = make_session (dataset, "notebook");
  g_autoptr (VwModel) trained = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autoptr (GArray) predictions = g_array_new (FALSE, FALSE, sizeof (gint16));
  g_autoptr (VwDigitModel) model = NULL;
  const guint8 *labels = vw_dataset_get_labels (dataset, VW_SPLIT_TEST);
  guint n = vw_dataset_get_count (dataset, VW_SPLIT_TEST);
  GListModel *list;

  for (guint i = 0; i < n; i++) /* by thirds right, "3" and none */
    {
      gint16 predicted = i % 3 == 0 ? labels[i] : i % 3 == 1 ? 3 : VW_NO_PREDICTION;

      g_array_append_val (predictions, predicted);
    }
  g_free (trained->data_sha256);
  trained->data_sha256 = g_strdup (vw_dataset_get_sha256 (dataset));
  vw_session_set_model (session, trained, predictions);
  model = list_digits (session);
  list = G_LIST_MODEL (model);
  vw_session_set_filter (session, &(VwDigitFilter){ -1, -1, VW_VERDICT_RIGHT, 0, G_MAXUINT, -1 });
  g_assert_cmpuint (vw_digit_model_count_right (model), ==, g_list_model_get_n_items (list));
  g_assert_cmpuint (g_list_model_get_n_items (list), >=, (n + 2) / 3);
  vw_session_set_filter (session, &(VwDigitFilter){ -1, VW_FILTER_NO_KEYPOINTS, VW_VERDICT_WRONG,
                                                    0, G_MAXUINT, -1 });
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n / 3);
  g_assert_cmpuint (vw_digit_model_count_right (model), ==, 0);
  vw_session_set_filter (session, &(VwDigitFilter){ 3, 3, VW_VERDICT_WRONG, 0, G_MAXUINT, -1 });
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  vw_session_set_split (session, VW_SPLIT_TRAIN); /* nothing was predicted there */
  g_assert_cmpuint (vw_digit_model_count_right (model), ==, 0);
}

/* Bars, evidence and the recognizer's scores are three views of one row. */
static void
check_bars (const VwInspection *seen, int class_index)
{
  double score = vw_classifier_get_intercept (seen->model->classifier)[class_index];
  g_auto (VwPlotWordBars) bars;
  guint keypoints = 0;

  vw_plot_word_bars_init (&bars, seen, class_index);
  for (guint i = 0; i < bars.n; i++)
    {
      g_autoptr (GArray) same = vw_inspection_with_word (seen, bars.words[i].word);

      g_assert_cmpuint (same->len, ==, bars.words[i].n_keypoints);
      g_assert_cmpint (vw_plot_word_bars_find (&bars, bars.words[i].word), ==, i);
      score += bars.words[i].evidence;
      keypoints += bars.words[i].n_keypoints;
    }
  g_assert_cmpuint (keypoints, ==, seen->frame.n_keypoints);
  g_assert_cmpfloat_with_epsilon (score, seen->scores[class_index], 1e-9);
  g_assert_cmpint (vw_plot_word_bars_find (&bars, -1), ==, -1);
}

static void
test_bars (gconstpointer pyramid)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwModel) model
      = test_model_new (VW_VOCABULARY_EUCLIDEAN, (VwPyramid) GPOINTER_TO_INT (pyramid));

  for (guint index = 0; index < 20; index++)
    {
      g_autoptr (VwInspection) seen = vw_inspection_new (dataset, VW_SPLIT_TEST, index,
                                                         &model->parameters, model, NULL);

      for (guint c = 0; c < vw_classifier_get_n_classes (model->classifier); c++)
        check_bars (seen, c);
    }
}

static gpointer
render_sheet (gpointer sheet)
{
  const VwPlotExport options = { .format = VW_PLOT_PNG, .width = 100, .resolution = 72 };
  GError *error = NULL;
  GBytes *bytes = vw_sheet_render (sheet, &options, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Every content of @paper: a table, and a figure that another thread draws the same; the user's
   title is in its place. Returns: how many there are. */
static guint
check_paper (VwPaper *paper)
{
  const char *const *names = vw_paper_list (paper);
  guint n = 0;

  for (; names[n] != NULL; n++)
    {
      g_autoptr (VwSheet) sheet = vw_paper_make_sheet (paper, n, "fr");
      VwSheetTexts texts = *vw_sheet_get_texts (sheet);
      g_autofree char *table = vw_sheet_format_table (sheet, VW_TABLE_CSV);
      g_autofree char *caption = g_strdup (texts.caption);
      g_autoptr (GBytes) usual = render_sheet (sheet);
      g_autoptr (GBytes) retitled = NULL, elsewhere = NULL;

      g_assert_true (g_str_has_suffix (table, "\n"));
      g_assert_nonnull (strstr (caption, "SHA-256"));
      texts.title = (char *) "Another";
      vw_sheet_set_texts (sheet, &texts);
      g_assert_cmpstr (vw_sheet_get_texts (sheet)->caption, ==, caption);
      retitled = render_sheet (sheet);
      elsewhere = g_thread_join (g_thread_new ("draw", render_sheet, sheet));
      g_assert_false (g_bytes_equal (usual, retitled));
      g_assert_true (g_bytes_equal (retitled, elsewhere));
    }
  return n;
}

static void
test_papers (void)
{
  const VwPlotDigitChoices choices = VW_PLOT_DIGIT_CHOICES_INIT;
  const VwMatrixChoices of_matrix = { .population = VW_POPULATION_ALL };
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autoptr (VwInspection) known
      = vw_inspection_new (dataset, VW_SPLIT_TEST, 3, &model->parameters, model, NULL);
  g_autoptr (VwInspection) plain
      = vw_inspection_new (dataset, VW_SPLIT_TEST, 3, &model->parameters, NULL, NULL);
  g_autoptr (VwPaper) of_known = vw_digit_paper_new (known, &choices);
  g_autoptr (VwPaper) of_plain = vw_digit_paper_new (plain, &choices);
  g_autoptr (VwPaper) matrix = vw_matrix_paper_new (model, &of_matrix);
  const char *name = vw_paper_suggest_name (of_known, VW_PLOT_DIGIT_FUNNEL);

  g_assert_cmpuint (check_paper (of_known), ==, 3);
  g_assert_cmpuint (check_paper (of_plain), ==, 2); /* without a model there are no words */
  g_assert_cmpuint (check_paper (matrix), ==, 1);
  g_assert_cmpstr (name, ==, "digit-3-funnel");
}

static void
note_written (gpointer result, const GError *error, gpointer data)
{
  g_assert_no_error (error);
  *(char **) data = result;
}

/* A portal gives right to the very name that was chosen and to no other: no ending is added. A
   known ending says what is meant, and without one it is the format that was chosen. */
static void
test_written_names (void)
{
  static const struct {
    const char *name;
    VwSheetFormat chosen;
    const char *begins;
  } cases[] = {
    { "figure", VW_SHEET_SVG, "<?xml" },        { "figure", VW_SHEET_PDF, "%PDF" },
    { "version 2.1", VW_SHEET_PNG, "\x89PNG" }, { "matrix.PDF", VW_SHEET_PNG, "%PDF" },
    { "matrix.png.md", VW_SHEET_SVG, "|" },     { ".csv", VW_SHEET_PNG, "truth" },
  };
  const VwMatrixChoices of_matrix = { .population = VW_POPULATION_ALL };
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autoptr (VwPaper) paper = vw_matrix_paper_new (model, &of_matrix);
  g_autoptr (VwSheet) sheet = vw_paper_make_sheet (paper, 0, "en");
  g_autoptr (VwJob) job = vw_job_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Scratch) folder = { NULL };
      g_autofree char *path = NULL, *written = NULL, *content = NULL;
      VwSheetFile file = { sheet, cases[i].chosen, { .width = 85, .resolution = 72 } };

      scratch_init (&folder);
      file.path = path = scratch_path (&folder, cases[i].name);
      vw_sheet_write (job, &file, note_written, &written);
      while (written == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpstr (written, ==, path);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      if (!g_str_has_prefix (content, cases[i].begins))
        g_error ("“%s” begins with “%.20s”", cases[i].name, content);
    }
}

static void
count_signal (VwInspector *inspector, guint *n)
{
  (*n)++;
}

/* The last wish wins, and pointing falls back on the strongest keypoint. */
static void
test_inspector (void)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwSession) session = make_session (dataset, "notebook");
  g_autoptr (VwInspector) inspector = vw_inspector_new (session);
  const VwInspection *seen;
  guint n = 0;
  int strongest;

  g_signal_connect (inspector, "inspected", G_CALLBACK (count_signal), &n);
  for (guint i = 1; i <= 20; i++)
    vw_session_set_selected (session, i);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  seen = vw_inspector_get_inspection (inspector);
  g_assert_cmpuint (seen->index, ==, 20);
  strongest = vw_inspector_get_keypoint (inspector);
  for (guint i = 0; i < seen->frame.n_keypoints; i++)
    g_assert_cmpfloat (seen->frame.keypoints[i].response, <=,
                       seen->frame.keypoints[strongest].response);
  vw_inspector_point (inspector, strongest == 0);
  g_assert_cmpint (vw_inspector_get_keypoint (inspector), ==, strongest == 0);
  vw_inspector_point (inspector, -1);
  g_assert_cmpint (vw_inspector_get_keypoint (inspector), ==, strongest);
  g_assert_cmpint (vw_inspector_get_word (inspector), ==, -1); /* there is no model */
}

/* What the page says of its digit comes with the trace of how it came about, model or not. */
static void
test_trace (gconstpointer features)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  guint most_over_quota = 0;

  parameters.features = GPOINTER_TO_INT (features);
  for (guint index = 0; index < 50; index++)
    {
      g_autoptr (VwInspection) seen
          = vw_inspection_new (dataset, VW_SPLIT_TEST, index, &parameters, NULL, NULL);
      guint at_border = 0, over_quota = 0;

      for (guint i = 0; i < seen->frame.n_levels; i++)
        {
          at_border += vw_orb_trace_count (seen->frame.trace, i, VW_CORNER_AT_BORDER);
          over_quota += vw_orb_trace_count (seen->frame.trace, i, VW_CORNER_OVER_QUOTA);
        }
      g_assert_cmpuint (at_border, ==, seen->reason.dropped_border);
      g_assert_cmpuint (over_quota, ==, seen->reason.dropped_quota);
      most_over_quota = MAX (most_over_quota, over_quota);
    }
  g_assert_true ((most_over_quota > 0) == (parameters.features < 500));
}

/* One level alone has its own keypoint pinned, so that the card tells of what is shown. */
static void
test_level_pins (void)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwSession) session = make_session (dataset, "notebook");
  g_autoptr (VwInspector) inspector = vw_inspector_new (session);
  const VwInspection *seen;
  int strongest;

  while (vw_inspector_get_inspection (inspector) == NULL)
    g_main_context_iteration (NULL, TRUE);
  seen = vw_inspector_get_inspection (inspector);
  strongest = vw_inspector_get_keypoint (inspector);
  for (int level = seen->frame.n_levels - 1; level >= 0; level--)
    {
      int pinned;

      vw_inspector_pin_level (inspector, level);
      pinned = vw_inspector_get_keypoint (inspector);
      g_assert_cmpint (pinned >= 0, ==, seen->frame.levels[level].kept > 0);
      g_assert_cmpint (pinned, ==, vw_inspection_strongest (seen, level));
      if (pinned >= 0)
        g_assert_cmpint (seen->frame.keypoints[pinned].octave, ==, level);
    }
  vw_inspector_pin_level (inspector, seen->frame.n_levels - 1);
  g_assert_cmpint (vw_inspector_get_keypoint (inspector), ==, -1);
  vw_inspector_pin_level (inspector, -1);
  g_assert_cmpint (vw_inspector_get_keypoint (inspector), ==, strongest);
  vw_inspector_point_bit (inspector, 200);
  g_assert_cmpint (vw_inspector_get_bit (inspector), ==, 200);
}

static void
wait_for_inspection (VwInspector *inspector, guint *n)
{
  *n = 0;
  while (*n == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What helps, once it is tried out, gives what was promised, and can be taken back. */
static void
test_remedy (void)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwSession) session = make_session (dataset, "notebook");
  g_autoptr (VwInspector) inspector = vw_inspector_new (session);
  VwRemedy remedy;
  VwParameters settings;
  guint n, kept;

  g_signal_connect (inspector, "inspected", G_CALLBACK (count_signal), &n);
  wait_for_inspection (inspector, &n);
  kept = vw_inspector_get_inspection (inspector)->frame.n_keypoints;
  g_assert_cmpuint (vw_inspector_get_inspection (inspector)->remedies.n, >, 0);
  remedy = vw_inspector_get_inspection (inspector)->remedies.found[0];
  settings = vw_inspector_get_inspection (inspector)->parameters;
  vw_parameter_set (&settings, remedy.info, remedy.value);
  vw_session_try_settings (session, &settings);
  wait_for_inspection (inspector, &n);
  g_assert_cmpuint (vw_inspector_get_inspection (inspector)->frame.n_keypoints, ==,
                    remedy.keypoints);
  g_assert_false (vw_inspector_get_inspection (inspector)->remedies.wanted);
  vw_session_reset_settings (session);
  wait_for_inspection (inspector, &n);
  g_assert_cmpuint (vw_inspector_get_inspection (inspector)->frame.n_keypoints, ==, kept);
}

static void
wait_for_averages (VwClassWatch *watch)
{
  while (vw_class_watch_get_averages (watch) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The averages follow the settings, and nothing that has no part in keypoints. */
static void
test_class_watch (void)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwSession) session = make_session (dataset, "notebook");
  g_autoptr (VwClassWatch) watch = vw_class_watch_new (session);
  VwParameters settings = *vw_session_get_settings (session);
  const VwClassAverages *averages;
  double keypoints;

  g_assert_null (vw_class_watch_get_averages (watch));
  wait_for_averages (watch);
  averages = vw_class_watch_get_averages (watch);
  keypoints = averages->all.keypoints;
  g_assert_cmpuint (averages->all.n_images, ==, 1000);
  settings.svm_c = 7;
  vw_session_set_parameters (session, &settings);
  g_assert_true (vw_class_watch_get_averages (watch) == averages);
  settings.edge_threshold = 20;
  vw_session_try_settings (session, &settings);
  g_assert_null (vw_class_watch_get_averages (watch));
  settings.edge_threshold = 4;
  vw_session_try_settings (session, &settings);
  wait_for_averages (watch);
  g_assert_cmpfloat (vw_class_watch_get_averages (watch)->all.keypoints, >, 5 * keypoints);
  vw_session_set_split (session, VW_SPLIT_TRAIN);
  wait_for_averages (watch);
  g_assert_cmpuint (vw_class_watch_get_averages (watch)->all.n_images, ==, 3000);
  vw_session_set_dataset (session, NULL);
  g_assert_null (vw_class_watch_get_averages (watch));
}

/* Settings that no level suits are an error to show, not a crash. */
static void
test_impossible (void)
{
  g_autoptr (VwDataset) dataset = load ("sample");
  g_autoptr (VwSession) session = make_session (dataset, "notebook");
  VwParameters parameters = *vw_session_get_parameters (session);
  g_autoptr (VwInspector) inspector = NULL;

  parameters.upscale = 8;
  parameters.levels = 16;
  parameters.scale_factor = 4;
  vw_session_set_parameters (session, &parameters);
  inspector = vw_inspector_new (session);
  while (vw_inspector_get_error (inspector) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (vw_inspector_get_inspection (inspector));
  g_assert_cmpint (vw_inspector_get_keypoint (inspector), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digits/labels", test_labels);
  g_test_add_func ("/digits/counts", test_counts);
  g_test_add_func ("/digits/filter-while-counting", test_filter_while_counting);
  g_test_add_func ("/digits/notebook", test_notebook);
  g_test_add_func ("/digits/predictions", test_predictions);
  g_test_add_data_func ("/digits/bars/plain", GINT_TO_POINTER (VW_PYRAMID_1), test_bars);
  g_test_add_data_func ("/digits/bars/pyramid", GINT_TO_POINTER (VW_PYRAMID_1_2_4), test_bars);
  g_test_add_data_func ("/digits/trace/border", GINT_TO_POINTER (500), test_trace);
  g_test_add_data_func ("/digits/trace/quota", GINT_TO_POINTER (20), test_trace);
  g_test_add_func ("/digits/papers", test_papers);
  g_test_add_func ("/digits/written-names", test_written_names);
  g_test_add_func ("/digits/inspector", test_inspector);
  g_test_add_func ("/digits/level-pins", test_level_pins);
  g_test_add_func ("/digits/remedy", test_remedy);
  g_test_add_func ("/digits/class-watch", test_class_watch);
  g_test_add_func ("/digits/impossible", test_impossible);
  return g_test_run ();
}
