/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/evaluation.h"

#include "core/error.h"
#include "core/features.h"

#define ROWS_PER_CHUNK 256

typedef struct {
  const VwClassifier *classifier;
  const VwHistograms *rows;
  gint16 *predictions;
} Prediction;

static gboolean
predict_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Prediction *job = data;
  const gsize *offsets = job->rows->offsets;

  for (gsize i = begin; i < end; i++)
    job->predictions[i] = offsets[i] == offsets[i + 1]
                              ? VW_NO_PREDICTION
                              : (gint16) vw_classifier_predict (job->classifier, job->rows, i);
  return TRUE;
}

VwMetrics *
vw_classify_rows (const VwClassifier *classifier, const VwHistograms *rows, const guint8 *labels,
                  GArray **predictions, const VwTask *task, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (gint16));
  Prediction job = { classifier, rows, NULL };
  VwMetrics *metrics;

  g_array_set_size (found, rows->n_rows);
  job.predictions = (gint16 *) (void *) found->data;
  if (!vw_parallel_run (task, rows->n_rows, ROWS_PER_CHUNK, predict_chunk, &job, error))
    return NULL;
  metrics = vw_metrics_new (vw_classifier_get_n_classes (classifier));
  for (guint i = 0; labels != NULL && i < rows->n_rows; i++)
    vw_metrics_add (metrics, labels[i], job.predictions[i]);
  if (predictions != NULL)
    *predictions = g_steal_pointer (&found);
  return metrics;
}

static VwHistograms *
test_rows (const VwModel *model, const VwDataset *dataset, const VwTask *task, GError **error)
{
  VwParameters parameters = model->parameters;
  VwSubtask keypoints, words, rows;
  g_autoptr (VwFeatures) features = NULL;
  g_autofree guint16 *assigned = NULL;

  parameters.max_test = 0;
  features = vw_features_extract (dataset, VW_SPLIT_TEST, &parameters,
                                  vw_subtask_init (&keypoints, task, 0.0, 0.7), error);
  if (features == NULL)
    return NULL;
  assigned = g_new (guint16, features->n_descriptors);
  if (!vw_vocabulary_assign (model->vocabulary, features->descriptors, features->n_descriptors,
                             assigned, NULL, vw_subtask_init (&words, task, 0.7, 0.9), error))
    return NULL;
  return vw_histograms_build (features, assigned, vw_vocabulary_get_words (model->vocabulary),
                              &parameters, vw_subtask_init (&rows, task, 0.9, 0.95), error);
}

/* Whether the classes have names of their own and are not just numbered. */
static gboolean
are_named (char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      if (!g_str_equal (names[i], number))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_number (guint data_has, guint model_has, const char *source, GError **error)
{
  g_autofree char *of_data = g_strdup_printf ("%u", data_has);
  g_autofree char *of_model = g_strdup_printf ("%u", model_has);

  if (data_has == model_has)
    return TRUE;
  vw_error_set (error, VW_ERROR_MISMATCH, source,
                N_ ("the data have %s classes, the model knows %s"), of_data, of_model);
  return FALSE;
}

gboolean
vw_model_check_classes (const VwModel *model, const VwDataset *dataset, GError **error)
{
  guint n = vw_dataset_get_n_classes (dataset);
  char **known = model->stored_names != NULL ? model->stored_names : model->class_names;
  const char *source = vw_dataset_get_source (dataset);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint i = 0;

  if (!check_number (n, vw_classifier_get_n_classes (model->classifier), source, error))
    return FALSE;
  for (guint label = 0; label < n; label++)
    g_ptr_array_add (names, (gpointer) vw_dataset_get_stored_class_name (dataset, label));
  g_ptr_array_add (names, NULL);
  if (!are_named (known) || !are_named ((char *const *) names->pdata))
    return TRUE;
  while (i < n && g_str_equal (known[i], names->pdata[i]))
    i++;
  if (i == n)
    return TRUE;
  vw_error_set (error, VW_ERROR_MISMATCH, source,
                N_ ("the data have a class “%s” where the model knows “%s”"),
                (const char *) names->pdata[i], known[i]);
  return FALSE;
}

VwMetrics *
vw_model_evaluate (const VwModel *model, const VwDataset *dataset, const VwTask *task,
                   GArray **predictions, GError **error)
{
  g_autoptr (VwHistograms) rows = NULL;
  VwSubtask last;

  if (!vw_model_check_classes (model, dataset, error))
    return NULL;
  rows = test_rows (model, dataset, task, error);
  if (rows == NULL)
    return NULL;
  return vw_classify_rows (model->classifier, rows, vw_dataset_get_labels (dataset, VW_SPLIT_TEST),
                           predictions, vw_subtask_init (&last, task, 0.95, 1.0), error);
}
