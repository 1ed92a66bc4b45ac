/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/evidence.h"

static void
add_terms (VwEvidence *self, const VwHistograms *rows, guint row, const double *weights,
           guint n_words, guint directions)
{
  gsize begin = rows->offsets[row];

  self->n_terms = (guint) (rows->offsets[row + 1] - begin);
  self->terms = g_new (VwEvidenceTerm, self->n_terms);
  for (guint i = 0; i < self->n_terms; i++)
    {
      guint32 column = rows->indices[begin + i];
      double value = rows->values[begin + i];

      self->terms[i] = (VwEvidenceTerm){ vw_histogram_place (column, n_words, directions), value,
                                         weights[column], weights[column] * value };
      self->score += self->terms[i].product;
    }
}

/* A word may be in any part: cells of the pyramid and directions of keypoints are counted apart. */
static void
add_words (VwEvidence *self, guint n_words)
{
  g_autofree double *products = g_new0 (double, n_words);
  g_autofree gboolean *present = g_new0 (gboolean, n_words);

  for (guint i = 0; i < self->n_terms; i++)
    {
      products[self->terms[i].place.word] += self->terms[i].product;
      present[self->terms[i].place.word] = TRUE;
    }
  self->words = g_new (VwWordEvidence, self->n_terms);
  for (guint word = 0; word < n_words; word++)
    if (present[word])
      self->words[self->n_words++] = (VwWordEvidence){ word, products[word] };
}

VwEvidence *
vw_evidence_new (const VwClassifier *classifier, const VwHistograms *rows, guint row, guint n_words,
                 guint directions, guint class_index)
{
  VwEvidence *self = g_new0 (VwEvidence, 1);
  gsize dims = vw_classifier_get_dims (classifier);

  self->class_index = class_index;
  self->intercept = vw_classifier_get_intercept (classifier)[class_index];
  self->trained = self->intercept != -G_MAXFLOAT;
  self->score = self->intercept;
  add_terms (self, rows, row, vw_classifier_get_coef (classifier) + class_index * dims, n_words,
             directions);
  add_words (self, n_words);
  return self;
}

void
vw_evidence_free (VwEvidence *self)
{
  g_free (self->terms);
  g_free (self->words);
  g_free (self);
}

const VwWordEvidence *
vw_evidence_find (const VwEvidence *self, guint word)
{
  guint low = 0, high = self->n_words;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->words[middle].word < word)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_words && self->words[low].word == word ? &self->words[low] : NULL;
}

guint
vw_evidence_top (const VwEvidence *self, int sign, guint most, VwWordEvidence *out)
{
  guint n = 0;

  for (guint i = 0; i < self->n_words; i++)
    {
      double strength = sign * self->words[i].product;
      guint at = n;

      if (!(strength > 0))
        continue;
      while (at > 0 && sign * out[at - 1].product < strength)
        at--;
      if (at >= most)
        continue;
      n = MIN (n + 1, most);
      for (guint j = n - 1; j > at; j--)
        out[j] = out[j - 1];
      out[at] = self->words[i];
    }
  return n;
}
