/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-paper.h"

#include "app/words.h"

#include <glib/gi18n.h>

#define N_CONTENTS (VW_PLOT_COMPARISON_SCORE + 1)

#define VW_TYPE_COMPARE_SHEET (vw_compare_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VwCompareSheet, vw_compare_sheet, VW, COMPARE_SHEET, VwSheet)

struct _VwCompareSheet {
  VwSheet parent_instance;

  VwRunPair *pair;
  VwPlotComparison comparison; /* of the pair */
  VwPlotComparisonContent content;
  VwPlotComparisonWords words;
  char *language;
};

G_DEFINE_FINAL_TYPE (VwCompareSheet, vw_compare_sheet, VW_TYPE_SHEET)

static VwPlotFigure *
vw_compare_sheet_make_figure (VwSheet *sheet, double millimetres)
{
  VwCompareSheet *self = VW_COMPARE_SHEET (sheet);
  const VwSheetTexts *texts = vw_sheet_get_texts (sheet);
  const VwPlotComparisonFigure content = {
    .comparison = &self->comparison,
    .content = self->content,
    .words = &self->words,
    .title = texts->title,
    .across = texts->across,
    .down = texts->down,
    .caption = texts->caption,
    .width = vw_plot_figure_width_for (millimetres),
  };

  return vw_plot_comparison_figure_new (&content);
}

static char *
vw_compare_sheet_make_parameters (VwSheet *sheet)
{
  return vw_plot_comparison_parameters (&VW_COMPARE_SHEET (sheet)->comparison);
}

static VwTable *
vw_compare_sheet_make_table (VwSheet *sheet)
{
  VwCompareSheet *self = VW_COMPARE_SHEET (sheet);

  return vw_plot_comparison_table (&self->comparison, self->content, &self->words);
}

static void
vw_compare_sheet_finalize (GObject *object)
{
  VwCompareSheet *self = VW_COMPARE_SHEET (object);

  vw_run_pair_unref (self->pair);
  g_free (self->language);
  G_OBJECT_CLASS (vw_compare_sheet_parent_class)->finalize (object);
}

static void
vw_compare_sheet_class_init (VwCompareSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_compare_sheet_finalize;
  VW_SHEET_CLASS (class)->make_figure = vw_compare_sheet_make_figure;
  VW_SHEET_CLASS (class)->make_parameters = vw_compare_sheet_make_parameters;
  VW_SHEET_CLASS (class)->make_table = vw_compare_sheet_make_table;
}

static void
vw_compare_sheet_init (VwCompareSheet *self)
{
}

/* A VwWordsFunc. */
static void
fill_words (VwPlotTranslate translate, gpointer data)
{
  VwCompareSheet *self = data;
  g_autofree char *caption = NULL;
  VwSheetTexts texts = { 0 };

  vw_plot_comparison_words_init (&self->words, self->language, translate);
  texts.title = (char *) vw_plot_comparison_title (&self->comparison, self->content, &self->words);
  texts.caption = caption = vw_plot_comparison_made_from (&self->comparison, &self->words);
  if (self->content == VW_PLOT_COMPARISON_DIFFERENCE)
    {
      texts.across = (char *) self->words.matrix.heatmap.prediction;
      texts.down = (char *) self->words.matrix.heatmap.truth;
    }
  vw_sheet_set_texts (VW_SHEET (self), &texts);
}

struct _VwComparePaper {
  GObject parent_instance;

  VwRunPair *pair;
  VwPlotComparison comparison; /* of the pair */
  const char *names[N_CONTENTS + 1];
};

static char *
vw_compare_paper_get_heading (VwPaper *paper)
{
  return g_strdup (_("Export Comparison"));
}

static const char *const *
vw_compare_paper_list (VwPaper *paper)
{
  VwComparePaper *self = VW_COMPARE_PAPER (paper);

  self->names[VW_PLOT_COMPARISON_DIFFERENCE] = _("Difference of the matrices");
  self->names[VW_PLOT_COMPARISON_SCORE] = _("Scores of each class");
  return self->names;
}

static char *
vw_compare_paper_suggest_name (VwPaper *paper, guint content)
{
  /* Translators: files’ names, without spaces */
  return g_strdup (content == VW_PLOT_COMPARISON_DIFFERENCE ? _("matrix-difference")
                                                            : _("scores-compared"));
}

static VwSheet *
vw_compare_paper_make_sheet (VwPaper *paper, guint content, const char *language)
{
  VwComparePaper *self = VW_COMPARE_PAPER (paper);
  VwCompareSheet *sheet = g_object_new (VW_TYPE_COMPARE_SHEET, NULL);

  sheet->pair = vw_run_pair_ref (self->pair);
  sheet->comparison = self->comparison;
  sheet->content = content;
  sheet->language = g_strdup (language != NULL ? language : vw_words_language ());
  vw_words_speak (sheet->language, fill_words, sheet);
  return VW_SHEET (sheet);
}

static void
implement_paper (VwPaperInterface *iface)
{
  iface->get_heading = vw_compare_paper_get_heading;
  iface->list = vw_compare_paper_list;
  iface->suggest_name = vw_compare_paper_suggest_name;
  iface->make_sheet = vw_compare_paper_make_sheet;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VwComparePaper,
                               vw_compare_paper,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VW_TYPE_PAPER, implement_paper))

static void
vw_compare_paper_finalize (GObject *object)
{
  vw_run_pair_unref (VW_COMPARE_PAPER (object)->pair);
  G_OBJECT_CLASS (vw_compare_paper_parent_class)->finalize (object);
}

static void
vw_compare_paper_class_init (VwComparePaperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_compare_paper_finalize;
}

static void
vw_compare_paper_init (VwComparePaper *self)
{
}

VwPaper *
vw_compare_paper_new (VwRunPair *pair, const VwPlotComparison *choices)
{
  VwComparePaper *self = g_object_new (VW_TYPE_COMPARE_PAPER, NULL);

  self->pair = vw_run_pair_ref (pair);
  self->comparison = vw_run_pair_get_comparison (pair);
  self->comparison.normalize = choices->normalize;
  self->comparison.range = choices->range;
  self->comparison.score = choices->score;
  return VW_PAPER (self);
}
