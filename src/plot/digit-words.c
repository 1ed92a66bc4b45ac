/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/digit-words.h"

#include "config.h"
#include "core/error.h"
#include "plot/word-bars.h"

static const VwPlotFunnelText funnel_english = {
  .level = N_ ("Level"),
  .fast = N_ ("FAST"),
  .suppressed = N_ ("after suppression"),
  .quota = N_ ("in border"),
  .kept = N_ ("kept"),
  .all = N_ ("All"),
  .pixels = N_ ("{count} px"),
};

static const VwPlotLegendText legend_english = {
  .first_level = N_ ("Keypoint, level of {size}"),
  .level = N_ ("Level of {size}"),
  .dropped = N_ ("Corner lost at the border"),
  .beaten = N_ ("Corner with a stronger neighbour"),
  .tied = N_ ("Corner tied with a neighbour"),
  .scores = N_ ("What FAST finds, by score"),
  .quota = N_ ("Corner over the quota"),
  .border = N_ ("Dead border, {size}"),
  .windows = N_ ("Inside the border of a level"),
  .patch = N_ ("Marked keypoint and its patch"),
  .pairs = N_ ("What its descriptor compares"),
};

static const VwPlotDigitText english = {
  .titles = { N_ ("Digit {index}, label {label}: ORB keypoints"),
              N_ ("Digit {index}, label {label}: from corners to keypoints"),
              N_ ("Digit {index}, label {label}: visual words") },
  .guest_titles = { N_ ("Drawn digit: ORB keypoints"),
                    N_ ("Drawn digit: from corners to keypoints"),
                    N_ ("Drawn digit: visual words") },
  .guest = N_ ("drawn digit"),
  .images = { N_ ("training image {index}"), N_ ("test image {index}") },
  .summary = N_ ("{n} of {total} visual words · predicted {class}"),
  .values = { [VW_NORM_L2] = N_ ("value after L2 norm"), [VW_NORM_L1] = N_ ("value after L1 norm"),
              [VW_NORM_HELLINGER] = N_ ("value after Hellinger norm") },
  .evidence = N_ ("Visual words: {value}; below: evidence for {class}"),
  .scores = N_ ("Score of each class"),
  .no_words = N_ ("No keypoint, so no visual word and no prediction."),
};

void
vw_plot_digit_words_init (VwPlotDigitWords *self, const char *language, VwPlotTranslate translate)
{
  self->language = language;
  self->translate = translate;
  self->numbers = vw_plot_numbers_for (language);
  self->funnel = funnel_english;
  self->legend = legend_english;
  self->text = english;
  vw_plot_translate_all ((const char **) &self->funnel, sizeof self->funnel, translate);
  vw_plot_translate_all ((const char **) &self->legend, sizeof self->legend, translate);
  vw_plot_translate_all ((const char **) &self->text, sizeof self->text, translate);
}

char *
vw_plot_digit_words_title (const VwPlotDigitWords *self, const VwInspection *seen,
                           VwPlotDigitContent content)
{
  g_autofree char *index = vw_plot_format_count (self->numbers, seen->index, FALSE);

  if (seen->guest != NULL)
    return g_strdup (self->text.guest_titles[content]);
  return vw_plot_compose (self->text.titles[content], "index", index, "label",
                          vw_inspection_get_label (seen), NULL);
}

char *
vw_plot_digit_words_summary (const VwPlotDigitWords *self, const VwInspection *seen)
{
  g_auto (VwPlotWordBars) bars = { 0 };
  g_autofree char *n = NULL;
  g_autofree char *total = NULL;

  if (seen->predicted == VW_NO_PREDICTION)
    return g_strdup (self->text.no_words);
  vw_plot_word_bars_init (&bars, seen, -1);
  n = vw_plot_format_count (self->numbers, bars.n, FALSE);
  total = vw_plot_format_count (self->numbers, vw_vocabulary_get_words (seen->model->vocabulary),
                                FALSE);
  return vw_plot_compose (self->text.summary, "n", n, "total", total, "class",
                          seen->model->class_names[seen->predicted], NULL);
}

char *
vw_plot_digit_words_bars (const VwPlotDigitWords *self, const VwInspection *seen)
{
  return vw_plot_compose (self->text.evidence, "value", self->text.values[seen->parameters.norm],
                          "class", seen->model->class_names[seen->predicted], NULL);
}

char *
vw_plot_digit_words_made_from (const VwPlotDigitWords *self, const VwInspection *seen,
                               VwPlotDigitContent content)
{
  g_autofree char *index = vw_plot_format_count (self->numbers, seen->index, FALSE);
  g_autofree char *subject
      = vw_plot_compose (seen->guest != NULL ? self->text.guest : self->text.images[seen->split],
                         "index", index, NULL);
  const VwPlotOrigin origin = {
    .version = VW_VERSION,
    .subject = subject,
    .parameters = &seen->parameters,
    .detector_only = content != VW_PLOT_DIGIT_WORDS,
    .data_sha256 = seen->guest == NULL ? vw_dataset_get_sha256 (seen->dataset) : NULL,
  };

  return vw_plot_origin_describe (&origin, self->translate, self->numbers);
}
