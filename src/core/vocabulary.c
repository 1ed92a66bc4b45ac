/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/vocabulary.h"

#include "core/error.h"
#include "core/kmajority.h"
#include "core/kmeans.h"
#include "core/nearest.h"

#include <math.h>

struct _VwVocabulary {
  gatomicrefcount refs;
  VwVocabularyKind kind;
  guint words;
  float *centres;
  guint8 *patterns;
  VwNearest *nearest;
};

static VwVocabulary *
vocabulary_new (VwVocabularyKind kind, guint words, VwNearest *nearest)
{
  VwVocabulary *self = g_new0 (VwVocabulary, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->words = words;
  self->nearest = nearest;
  return self;
}

VwVocabulary *
vw_vocabulary_new_euclidean (const float *centres, guint words)
{
  VwVocabulary *self = vocabulary_new (VW_VOCABULARY_EUCLIDEAN, words,
                                       vw_nearest_new_euclidean (centres, words));

  self->centres = g_memdup2 (centres, (gsize) words * VW_DESCRIPTOR_BYTES * sizeof *centres);
  return self;
}

VwVocabulary *
vw_vocabulary_new_hamming (const guint8 *patterns, guint words)
{
  VwVocabulary *self
      = vocabulary_new (VW_VOCABULARY_HAMMING, words, vw_nearest_new_hamming (patterns, words));

  self->patterns = g_memdup2 (patterns, (gsize) words * VW_DESCRIPTOR_BYTES);
  return self;
}

VwVocabulary *
vw_vocabulary_ref (VwVocabulary *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
vw_vocabulary_unref (VwVocabulary *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  vw_nearest_free (self->nearest);
  g_free (self->centres);
  g_free (self->patterns);
  g_free (self);
}

static gboolean
check_enough (gsize n, guint words, GError **error)
{
  g_autofree char *have = NULL, *need = NULL;

  if (n >= words)
    return TRUE;
  have = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
  need = g_strdup_printf ("%u", words);
  vw_error_set (error, VW_ERROR_TRAINING, NULL,
                N_ ("the training images have %s descriptors, too few for %s words; take fewer "
                    "words, or settings that find more keypoints"),
                have, need);
  return FALSE;
}

VwVocabulary *
vw_vocabulary_train (const guint8 *descriptors, gsize n, const VwParameters *parameters,
                     const VwTask *task, GError **error)
{
  guint words = (guint) parameters->words;

  if (!check_enough (n, words, error))
    return NULL;
  if (parameters->vocabulary == VW_VOCABULARY_HAMMING)
    {
      g_autofree guint8 *patterns = vw_kmajority_run (descriptors, n, parameters, task, error);

      return patterns != NULL ? vw_vocabulary_new_hamming (patterns, words) : NULL;
    }
  else
    {
      g_autofree float *centres = vw_kmeans_run (descriptors, n, parameters, task, error);

      return centres != NULL ? vw_vocabulary_new_euclidean (centres, words) : NULL;
    }
}

guint
vw_vocabulary_get_words (const VwVocabulary *self)
{
  return self->words;
}

VwVocabularyKind
vw_vocabulary_get_kind (const VwVocabulary *self)
{
  return self->kind;
}

const float *
vw_vocabulary_get_centres (const VwVocabulary *self)
{
  return self->centres;
}

const guint8 *
vw_vocabulary_get_patterns (const VwVocabulary *self)
{
  return self->patterns;
}

gboolean
vw_vocabulary_assign (const VwVocabulary *self, const guint8 *descriptors, gsize n, guint16 *words,
                      double *inertia, const VwTask *task, GError **error)
{
  return vw_nearest_assign (self->nearest, descriptors, n, words, inertia, task, error);
}

double
vw_vocabulary_distance (const VwVocabulary *self, const guint8 *descriptor, guint word)
{
  double cost = vw_nearest_cost (self->nearest, descriptor, word);

  return self->kind == VW_VOCABULARY_EUCLIDEAN ? sqrt (cost) : cost;
}
