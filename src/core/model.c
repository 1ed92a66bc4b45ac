/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model.h"

#include "core/known-data.h"

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

int
vw_model_find_class (const VwModel *self, const char *name)
{
  for (int i = 0; self->class_names[i] != NULL; i++)
    if (g_str_equal (self->class_names[i], name)
        || (self->stored_names != NULL && g_str_equal (self->stored_names[i], name)))
      return i;
  return -1;
}
