/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/matrix-paper.h"

#include "plot/matrix-figure.h"

#include <glib/gi18n.h>

#define VW_TYPE_MATRIX_SHEET (vw_matrix_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VwMatrixSheet, vw_matrix_sheet, VW, MATRIX_SHEET, VwSheet)

struct _VwMatrixSheet {
  VwSheet parent_instance;

  VwModel *model;
  VwMatrixChoices choices;
  VwPlotMatrixWords words;
};

G_DEFINE_FINAL_TYPE (VwMatrixSheet, vw_matrix_sheet, VW_TYPE_SHEET)

/* Returns: the figure with the user's texts; @words: (out): they are in it */
static VwPlotMatrixFigure
describe_figure (VwMatrixSheet *self, VwPlotMatrixWords *words)
{
  const VwSheetTexts *texts = vw_sheet_get_texts (VW_SHEET (self));

  *words = self->words;
  words->heatmap.prediction = texts->across;
  words->heatmap.truth = texts->down;
  return (VwPlotMatrixFigure) {
    .matrix = vw_matrix_choices_heatmap (&self->choices, self->model, words),
    .model = self->model,
    .words = words,
    .title = texts->title,
    .caption = texts->caption,
  };
}

static void
vw_matrix_sheet_say (VwSheet *sheet, const char *language, VwPlotTranslate translate)
{
  VwMatrixSheet *self = VW_MATRIX_SHEET (sheet);
  VwModel *model = vw_model_say (self->model, translate);
  g_autofree char *caption = NULL;
  VwSheetTexts texts;

  vw_plot_matrix_words_init (&self->words, language, translate);
  vw_model_unref (self->model);
  self->model = model;
  caption = vw_plot_matrix_words_made_from (&self->words, self->model);
  texts = (VwSheetTexts) { (char *) self->words.title, (char *) self->words.heatmap.prediction,
                           (char *) self->words.heatmap.truth, caption };
  vw_sheet_set_texts (sheet, &texts);
}

/* What a figure is drawn from as long as it lives. */
typedef struct {
  VwPlotMatrixWords words;
  VwPlotMatrixFigure content;
} Content;

static VwPlotFigure *
vw_matrix_sheet_make_figure (VwSheet *sheet, double millimetres)
{
  Content *kept = g_new (Content, 1);
  VwPlotFigure *figure;

  kept->content = describe_figure (VW_MATRIX_SHEET (sheet), &kept->words);
  figure = vw_plot_matrix_figure_new (&kept->content);
  vw_plot_figure_keep (figure, kept, g_free);
  return figure;
}

static char *
vw_matrix_sheet_make_parameters (VwSheet *sheet)
{
  VwPlotMatrixWords words;
  VwPlotMatrixFigure content = describe_figure (VW_MATRIX_SHEET (sheet), &words);

  return vw_plot_matrix_figure_parameters (&content);
}

static VwTable *
vw_matrix_sheet_make_table (VwSheet *sheet)
{
  VwMatrixSheet *self = VW_MATRIX_SHEET (sheet);

  return vw_matrix_choices_table (&self->choices, self->model, &self->words);
}

static void
vw_matrix_sheet_finalize (GObject *object)
{
  VwMatrixSheet *self = VW_MATRIX_SHEET (object);

  vw_model_unref (self->model);
  G_OBJECT_CLASS (vw_matrix_sheet_parent_class)->finalize (object);
}

static void
vw_matrix_sheet_class_init (VwMatrixSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_matrix_sheet_finalize;
  VW_SHEET_CLASS (class)->say = vw_matrix_sheet_say;
  VW_SHEET_CLASS (class)->make_figure = vw_matrix_sheet_make_figure;
  VW_SHEET_CLASS (class)->make_parameters = vw_matrix_sheet_make_parameters;
  VW_SHEET_CLASS (class)->make_table = vw_matrix_sheet_make_table;
}

static void
vw_matrix_sheet_init (VwMatrixSheet *self)
{
}

/* What a paper is about. */
typedef struct {
  VwModel *model;
  VwMatrixChoices choices;
} Source;

static void
source_free (gpointer data)
{
  Source *self = data;

  vw_model_unref (self->model);
  g_free (self);
}

/* A VwPaperFunc. */
static VwSheet *
make_sheet (gconstpointer data, guint content)
{
  const Source *source = data;
  VwMatrixSheet *sheet = g_object_new (VW_TYPE_MATRIX_SHEET, NULL);

  sheet->model = vw_model_ref (source->model);
  sheet->choices = source->choices;
  return VW_SHEET (sheet);
}

VwPaper *
vw_matrix_paper_new (VwModel *model, const VwMatrixChoices *choices)
{
  Source *source = g_new (Source, 1);
  VwPaper *paper = vw_paper_new (_("Export Confusion Matrix"), make_sheet, source, source_free);

  *source = (Source) { vw_model_ref (model), *choices };
  /* Translators: the second is a file's name, without spaces */
  vw_paper_add (paper, _("Confusion matrix"), _("confusion-matrix"));
  return paper;
}
