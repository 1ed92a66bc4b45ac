/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages rely on: which properties notify, and when predictions are forgotten. */
#include "app/session.h"

#include "core/presets.h"

typedef struct {
  VwSession *session;
  GHashTable *notified; /* name → count */
} Fixture;

static void
count (GObject *object, GParamSpec *pspec, Fixture *self)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->notified, pspec->name));

  g_hash_table_insert (self->notified, (gpointer) pspec->name, GUINT_TO_POINTER (n + 1));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = vw_session_new ();
  self->notified = g_hash_table_new (g_str_hash, g_str_equal);
  g_signal_connect (self->session, "notify", G_CALLBACK (count), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->session);
  g_hash_table_unref (self->notified);
}

static guint
take_count (Fixture *self, const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->notified, name));

  g_hash_table_remove (self->notified, name);
  return n;
}

/* Two classes, one image each; @shade makes it other data. */
static VwDataset *
new_dataset (guint8 shade)
{
  const guint8 pixels[2 * 4] = { shade, 0, 0, 0, 0, 0, 0, 255 }, labels[2] = { 0, 1 };
  g_autoptr (GBytes) images = g_bytes_new (pixels, sizeof pixels);
  g_autoptr (GBytes) truth = g_bytes_new (labels, sizeof labels);
  const VwDatasetContent content
      = { .kind = "IDX", .rows = 2, .cols = 2,
          .parts = { { images, truth, 2 }, { images, truth, 2 } } };
  g_autoptr (GError) error = NULL;
  VwDataset *dataset = vw_dataset_new (&content, &error);

  g_assert_no_error (error);
  return dataset;
}

static void
test_defaults (Fixture *self, gconstpointer data)
{
  g_assert_null (vw_session_get_dataset (self->session));
  g_assert_null (vw_session_get_model (self->session));
  g_assert_cmpint (vw_session_get_split (self->session), ==, VW_SPLIT_TEST);
  g_assert_true (vw_parameters_equal (vw_session_get_parameters (self->session),
                                      &vw_preset_default ()->parameters));
  g_assert_cmpint (vw_session_get_filter (self->session)->label, ==, -1);
}

static void
test_notify (Fixture *self, gconstpointer data)
{
  VwParameters parameters = *vw_session_get_parameters (self->session);
  VwDigitFilter filter = VW_DIGIT_FILTER_ALL;

  vw_session_set_parameters (self->session, &parameters);
  vw_session_set_filter (self->session, &filter);
  vw_session_set_split (self->session, VW_SPLIT_TEST);
  g_assert_cmpuint (g_hash_table_size (self->notified), ==, 0);

  parameters.words++;
  filter.label = 4;
  vw_session_set_selected (self->session, 1);
  vw_session_set_parameters (self->session, &parameters);
  vw_session_set_filter (self->session, &filter);
  g_assert_cmpuint (take_count (self, "parameters"), ==, 1);
  g_assert_cmpuint (take_count (self, "filter"), ==, 1);
  g_assert_cmpuint (take_count (self, "selected"), ==, 1);
  vw_session_set_split (self->session, VW_SPLIT_TRAIN);
  g_assert_cmpuint (take_count (self, "split"), ==, 1);
  g_assert_cmpuint (take_count (self, "selected"), ==, 1);
  g_assert_cmpuint (vw_session_get_selected (self->session), ==, 0);
}

/* Predictions are about one data set's test split; under other data they would be lies. */
static void
test_predictions (Fixture *self, gconstpointer data)
{
  g_autoptr (VwDataset) own = new_dataset (1), other = new_dataset (2);
  g_autoptr (VwModel) model = vw_model_new ();
  g_autoptr (GArray) predictions = g_array_new (FALSE, TRUE, sizeof (gint16));

  model->data_sha256 = g_strdup (vw_dataset_get_sha256 (own));
  vw_session_set_dataset (self->session, own);
  vw_session_set_model (self->session, model, predictions);
  g_assert_true (vw_session_get_predictions (self->session) == predictions);
  g_assert_cmpuint (take_count (self, "model"), ==, 1);

  vw_session_set_dataset (self->session, other);
  g_assert_null (vw_session_get_predictions (self->session));
  g_assert_true (vw_session_get_model (self->session) == model);
  g_assert_cmpuint (take_count (self, "model"), ==, 1);
  vw_session_set_model (self->session, model, predictions);
  g_assert_null (vw_session_get_predictions (self->session));
}

/* A filter by what the digits are predicted as goes with the predictions. */
static void
test_verdicts (Fixture *self, gconstpointer data)
{
  g_autoptr (VwDataset) dataset = new_dataset (1);
  g_autoptr (VwModel) model = vw_model_new (), other = vw_model_new ();
  g_autoptr (GArray) predictions = g_array_new (FALSE, TRUE, sizeof (gint16));
  VwDigitFilter filter = { .label = 1, .predicted = 0, .verdict = VW_VERDICT_WRONG,
                           .most_keypoints = 5, .word = -1 };

  model->data_sha256 = g_strdup (vw_dataset_get_sha256 (dataset));
  vw_session_set_dataset (self->session, dataset);
  vw_session_set_model (self->session, model, predictions);
  vw_session_set_filter (self->session, &filter);
  g_assert_cmpint (vw_session_get_filter (self->session)->verdict, ==, VW_VERDICT_WRONG);
  vw_session_set_split (self->session, VW_SPLIT_TRAIN);
  g_assert_cmpint (vw_session_get_filter (self->session)->verdict, ==, VW_VERDICT_ANY);
  g_assert_cmpint (vw_session_get_filter (self->session)->predicted, ==, -1);
  g_assert_cmpint (vw_session_get_filter (self->session)->label, ==, 1);
  g_assert_cmpuint (vw_session_get_filter (self->session)->most_keypoints, ==, 5);

  vw_session_set_split (self->session, VW_SPLIT_TEST);
  vw_session_set_filter (self->session, &filter);
  vw_session_set_model (self->session, other, NULL);
  g_assert_cmpint (vw_session_get_filter (self->session)->verdict, ==, VW_VERDICT_ANY);
}

/* The keypoint to look at is one of a digit, as a model finds them. */
static void
test_keypoint (Fixture *self, gconstpointer data)
{
  g_autoptr (VwDataset) first = new_dataset (1), second = new_dataset (2);
  g_autoptr (VwModel) model = vw_model_new ();

  vw_session_set_dataset (self->session, first);
  vw_session_show_keypoint (self->session, VW_SPLIT_TEST, 0, 1);
  g_assert_cmpint (vw_session_get_keypoint (self->session), ==, 1);
  vw_session_set_dataset (self->session, second);
  g_assert_cmpint (vw_session_get_keypoint (self->session), ==, -1);
  vw_session_show_keypoint (self->session, VW_SPLIT_TEST, 0, 1);
  vw_session_set_model (self->session, model, NULL);
  g_assert_cmpint (vw_session_get_keypoint (self->session), ==, -1);
}

/* What is tried out on Digits stays until it is taken back, whatever is trained meanwhile. */
static void
test_settings (Fixture *self, gconstpointer data)
{
  VwParameters tried = *vw_session_get_settings (self->session);
  VwParameters parameters = tried;
  g_autoptr (VwModel) model = vw_model_new ();

  parameters.fast_threshold = 30;
  vw_session_set_parameters (self->session, &parameters);
  g_assert_cmpint (vw_session_get_settings (self->session)->fast_threshold, ==, 30);
  g_assert_cmpuint (take_count (self, "settings"), ==, 1);

  tried.edge_threshold = 4;
  tried.words = 7;
  vw_session_try_settings (self->session, &tried);
  g_assert_cmpint (vw_session_get_settings (self->session)->edge_threshold, ==, 4);
  g_assert_cmpint (vw_session_get_settings (self->session)->words, ==, parameters.words);
  g_assert_cmpint (vw_session_get_parameters (self->session)->edge_threshold, ==, 31);

  model->parameters = parameters;
  model->parameters.words = 50;
  vw_session_set_model (self->session, model, NULL);
  g_assert_cmpint (vw_session_get_settings (self->session)->edge_threshold, ==, 4);
  g_assert_cmpint (vw_session_get_settings (self->session)->words, ==, 50);
  vw_session_reset_settings (self->session);
  g_assert_true (vw_parameters_equal (vw_session_get_settings (self->session),
                                      &model->parameters));
  vw_session_set_model (self->session, NULL, NULL);
  g_assert_true (vw_parameters_equal (vw_session_get_settings (self->session), &parameters));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/defaults", Fixture, NULL, set_up, test_defaults, tear_down);
  g_test_add ("/session/notify", Fixture, NULL, set_up, test_notify, tear_down);
  g_test_add ("/session/predictions", Fixture, NULL, set_up, test_predictions, tear_down);
  g_test_add ("/session/verdicts", Fixture, NULL, set_up, test_verdicts, tear_down);
  g_test_add ("/session/keypoint", Fixture, NULL, set_up, test_keypoint, tear_down);
  g_test_add ("/session/settings", Fixture, NULL, set_up, test_settings, tear_down);
  return g_test_run ();
}
