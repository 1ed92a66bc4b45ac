/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model.h"

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
  g_free (self->data_sha256);
  g_free (self->version);
  g_free (self);
}
