/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/word-bars.h"

/* Cell 0 is the whole image, and its words come first in the row, by direction and number. */
static void
add_values (VwPlotWordBars *self, const VwInspection *seen, guint n_words)
{
  const VwHistograms *row = seen->row;
  g_autofree double *values = g_new0 (double, n_words);
  gsize whole = (gsize) n_words * seen->parameters.directions;

  for (gsize i = 0; i < row->offsets[1] && row->indices[i] < whole; i++)
    values[row->indices[i] % n_words] += row->values[i];
  self->words = g_new0 (VwPlotWord, row->offsets[1]);
  for (guint word = 0; word < n_words; word++)
    if (values[word] > 0)
      self->words[self->n++] = (VwPlotWord){ .word = word, .value = values[word] };
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

/* Words come in the same order there. */
static void
add_evidence (VwPlotWordBars *self, const VwInspection *seen, int class_index)
{
  g_autoptr (VwEvidence) evidence = vw_inspection_get_evidence (seen, class_index);

  for (guint i = 0; i < self->n; i++)
    self->words[i].evidence = evidence->words[i].product;
}

void
vw_plot_word_bars_init (VwPlotWordBars *self, const VwInspection *inspection, int class_index)
{
  guint n_words = vw_vocabulary_get_words (inspection->model->vocabulary);

  *self = (VwPlotWordBars){ 0 };
  add_values (self, inspection, n_words);
  add_levels (self, inspection);
  if (class_index >= 0)
    add_evidence (self, inspection, class_index);
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
