/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/word-bars.h"

/* Cell 0 is the whole image, and its words come first in the row, by number. */
static void
add_values (VwPlotWordBars *self, const VwHistograms *row, guint n_words)
{
  gsize end = row->offsets[1];

  self->words = g_new0 (VwPlotWord, end);
  for (gsize i = 0; i < end && row->indices[i] < n_words; i++)
    self->words[self->n++] = (VwPlotWord){ .word = row->indices[i], .value = row->values[i] };
}

static void
add_levels (VwPlotWordBars *self, const VwInspection *seen)
{
  guint8 *next;

  next = self->levels = g_new (guint8, seen->frame.n_keypoints);
  for (guint w = 0; w < self->n; w++)
    {
      self->words[w].levels = next;
      for (guint i = 0; i < seen->frame.n_keypoints; i++)
        if (seen->words[i] == self->words[w].word)
          *next++ = (guint8) seen->frame.keypoints[i].octave;
      self->words[w].n_keypoints = next - self->words[w].levels;
    }
}

static void
add_evidence (VwPlotWordBars *self, const VwInspection *seen, guint n_words)
{
  const VwClassifier *classifier = seen->model->classifier;
  const double *weights = vw_classifier_get_coef (classifier)
                          + (gsize) seen->predicted * vw_classifier_get_dims (classifier);

  for (gsize i = 0; i < seen->row->offsets[1]; i++)
    {
      guint32 column = seen->row->indices[i];
      int at = vw_plot_word_bars_find (self, column % n_words);

      if (at >= 0)
        self->words[at].evidence += weights[column] * seen->row->values[i];
    }
}

void
vw_plot_word_bars_init (VwPlotWordBars *self, const VwInspection *inspection)
{
  guint n_words = vw_vocabulary_get_words (inspection->model->vocabulary);

  *self = (VwPlotWordBars){ 0 };
  add_values (self, inspection->row, n_words);
  add_levels (self, inspection);
  if (inspection->predicted != VW_NO_PREDICTION)
    add_evidence (self, inspection, n_words);
}

void
vw_plot_word_bars_clear (VwPlotWordBars *self)
{
  g_free (self->words);
  g_free (self->levels);
  *self = (VwPlotWordBars){ 0 };
}

int
vw_plot_word_bars_find (const VwPlotWordBars *self, int word)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((int) self->words[middle].word < word)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n && (int) self->words[low].word == word ? (int) low : -1;
}
