/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-paper.h"


#include <glib/gi18n.h>

#define VW_TYPE_COMPARE_SHEET (vw_compare_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VwCompareSheet, vw_compare_sheet, VW, COMPARE_SHEET, VwSheet)

struct _VwCompareSheet {
  VwSheet parent_instance;

  VwRunPair *pair;
  VwPlotComparison comparison; /* of the pair, with the next two as its models */
  VwModel *before, *after;     /* in the words of the sheet */
  VwPlotComparisonContent content;
  VwPlotComparisonWords words;
};

G_DEFINE_FINAL_TYPE (VwCompareSheet, vw_compare_sheet, VW_TYPE_SHEET)

static void
vw_compare_sheet_say (VwSheet *sheet, const char *language, VwPlotTranslate translate)
{
  VwCompareSheet *self = VW_COMPARE_SHEET (sheet);
  g_autofree char *caption = NULL;
  VwSheetTexts texts = { 0 };

  vw_plot_comparison_words_init (&self->words, language, translate);
  self->comparison.before_model = self->before
      = vw_model_say (self->pair->before->summary, translate);
  self->comparison.after_model = self->after
      = vw_model_say (self->pair->after->summary, translate);
  texts.title = (char *) vw_plot_comparison_title (&self->comparison, self->content, &self->words);
  texts.caption = caption = vw_plot_comparison_made_from (&self->comparison, &self->words);
  if (self->content == VW_PLOT_COMPARISON_DIFFERENCE)
    {
      texts.across = (char *) self->words.matrix.heatmap.prediction;
      texts.down = (char *) self->words.matrix.heatmap.truth;
    }
  vw_sheet_set_texts (sheet, &texts);
}

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
  vw_model_unref (self->before);
  vw_model_unref (self->after);
  G_OBJECT_CLASS (vw_compare_sheet_parent_class)->finalize (object);
}

static void
vw_compare_sheet_class_init (VwCompareSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_compare_sheet_finalize;
  VW_SHEET_CLASS (class)->say = vw_compare_sheet_say;
  VW_SHEET_CLASS (class)->make_figure = vw_compare_sheet_make_figure;
  VW_SHEET_CLASS (class)->make_parameters = vw_compare_sheet_make_parameters;
  VW_SHEET_CLASS (class)->make_table = vw_compare_sheet_make_table;
}

static void
vw_compare_sheet_init (VwCompareSheet *self)
{
}

/* What a paper is about. */
typedef struct {
  VwRunPair *pair;
  VwPlotComparison comparison; /* of the pair */
} Source;

static void
source_free (gpointer data)
{
  Source *self = data;

  vw_run_pair_unref (self->pair);
  g_free (self);
}

/* A VwPaperFunc. */
static VwSheet *
make_sheet (gconstpointer data, guint content)
{
  const Source *source = data;
  VwCompareSheet *sheet = g_object_new (VW_TYPE_COMPARE_SHEET, NULL);

  sheet->pair = vw_run_pair_ref (source->pair);
  sheet->comparison = source->comparison;
  sheet->content = content;
  return VW_SHEET (sheet);
}

VwPaper *
vw_compare_paper_new (VwRunPair *pair, const VwPlotComparison *choices)
{
  Source *source = g_new (Source, 1);
  VwPaper *paper = vw_paper_new (_("Export Comparison"), make_sheet, source, source_free);

  *source = (Source) { vw_run_pair_ref (pair), vw_run_pair_get_comparison (pair) };
  source->comparison.normalize = choices->normalize;
  source->comparison.range = choices->range;
  source->comparison.score = choices->score;
  /* In the order of VwPlotComparisonContent. Translators: the second are files’ names, without
     spaces */
  vw_paper_add (paper, _("Difference of the matrices"), _("matrix-difference"));
  vw_paper_add (paper, _("Scores of each class"), _("scores-compared"));
  return paper;
}
