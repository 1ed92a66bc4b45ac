/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model.h"

#include "core/files.h"

#define MOST_WEIGHTS 120000000 /* of 8 bytes: with the words in a file of less than 1 GB */

VwModel *
vw_model_new (void)
{
  VwModel *self = g_new0 (VwModel, 1);

  g_atomic_ref_count_init (&self->refs);
  return self;
}

VwModel *
vw_model_ref (VwModel *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_model_unref (VwModel *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->vocabulary, vw_vocabulary_unref);
  vw_classifier_unref (self->classifier);
  vw_metrics_free (self->metrics);
  g_strfreev (self->class_names);
  g_strfreev (self->stored_names);
  g_free (self->data_sha256);
  g_free (self->version);
  g_free (self);
}

void
vw_model_take_class_names (VwModel *self, char **names)
{
  char **translated = vw_class_names_translate (names);

  self->class_names = translated != NULL ? translated : names;
  self->stored_names = translated != NULL ? names : NULL;
}

VwModel *
vw_model_say (VwModel *self, VwTranslateName translate)
{
  char **stored = self->stored_names != NULL ? self->stored_names : self->class_names;
  char **names = vw_class_names_say (stored, translate);
  VwModel *other;

  if (names == NULL)
    return vw_model_ref (self);
  other = g_memdup2 (self, sizeof *self);
  g_atomic_ref_count_init (&other->refs);
  if (self->vocabulary != NULL)
    vw_vocabulary_ref (self->vocabulary);
  if (self->classifier != NULL)
    vw_classifier_ref (self->classifier);
  other->metrics = vw_metrics_copy (self->metrics);
  other->class_names = names;
  other->stored_names = g_strdupv (stored);
  other->data_sha256 = g_strdup (self->data_sha256);
  other->version = g_strdup (self->version);
  return other;
}

gboolean
vw_model_check_size (const VwParameters *parameters, guint n_classes, GError **error)
{
  guint64 weights = (guint64) parameters->words * vw_histogram_parts (parameters) * n_classes;

  if (weights <= MOST_WEIGHTS)
    return TRUE;
  vw_error_set (error, VW_ERROR_TRAINING, NULL,
                N_ ("with %s classes these settings make %s weights, more than the %s that a model "
                    "may have; take fewer words, cells or directions"),
                VW_NUMBER (n_classes), VW_NUMBER (weights), VW_NUMBER (MOST_WEIGHTS));
  return FALSE;
}

int
vw_model_find_class (const VwModel *self, const char *name)
{
  for (int i = 0; self->class_names[i] != NULL; i++)
    if (g_str_equal (self->class_names[i], name)
        || (self->stored_names != NULL && g_str_equal (self->stored_names[i], name)))
      return i;
  return -1;
}
