/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/matrix-paper.h"

#include "app/words.h"
#include "plot/matrix-figure.h"

#include <glib/gi18n.h>

#define VW_TYPE_MATRIX_SHEET (vw_matrix_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VwMatrixSheet, vw_matrix_sheet, VW, MATRIX_SHEET, VwSheet)

struct _VwMatrixSheet {
  VwSheet parent_instance;

  VwModel *model;
  VwMatrixChoices choices;
  VwPlotMatrixWords words;
  char *language;
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
  g_free (self->language);
  G_OBJECT_CLASS (vw_matrix_sheet_parent_class)->finalize (object);
}

static void
vw_matrix_sheet_class_init (VwMatrixSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_matrix_sheet_finalize;
  VW_SHEET_CLASS (class)->make_figure = vw_matrix_sheet_make_figure;
  VW_SHEET_CLASS (class)->make_parameters = vw_matrix_sheet_make_parameters;
  VW_SHEET_CLASS (class)->make_table = vw_matrix_sheet_make_table;
}

static void
vw_matrix_sheet_init (VwMatrixSheet *self)
{
}

/* A VwWordsFunc. */
static void
fill_words (VwPlotTranslate translate, gpointer data)
{
  VwMatrixSheet *self = data;
  g_autofree char *caption = NULL;
  VwSheetTexts texts;

  vw_plot_matrix_words_init (&self->words, self->language, translate);
  caption = vw_plot_matrix_words_made_from (&self->words, self->model);
  texts = (VwSheetTexts) { (char *) self->words.title, (char *) self->words.heatmap.prediction,
                           (char *) self->words.heatmap.truth, caption };
  vw_sheet_set_texts (VW_SHEET (self), &texts);
}

struct _VwMatrixPaper {
  GObject parent_instance;

  VwModel *model;
  VwMatrixChoices choices;
};

static char *
vw_matrix_paper_get_heading (VwPaper *paper)
{
  return g_strdup (_("Export Confusion Matrix"));
}

static const char *const *
vw_matrix_paper_list (VwPaper *paper)
{
  static const char *names[2];

  names[0] = _("Confusion matrix");
  return names;
}

static char *
vw_matrix_paper_suggest_name (VwPaper *paper, guint content)
{
  /* Translators: a file's name, without spaces */
  return g_strdup (_("confusion-matrix"));
}

static VwSheet *
vw_matrix_paper_make_sheet (VwPaper *paper, guint content, const char *language)
{
  VwMatrixPaper *self = VW_MATRIX_PAPER (paper);
  VwMatrixSheet *sheet = g_object_new (VW_TYPE_MATRIX_SHEET, NULL);

  sheet->model = vw_model_ref (self->model);
  sheet->choices = self->choices;
  sheet->language = g_strdup (language != NULL ? language : vw_words_language ());
  vw_words_speak (sheet->language, fill_words, sheet);
  return VW_SHEET (sheet);
}

static void
implement_paper (VwPaperInterface *iface)
{
  iface->get_heading = vw_matrix_paper_get_heading;
  iface->list = vw_matrix_paper_list;
  iface->suggest_name = vw_matrix_paper_suggest_name;
  iface->make_sheet = vw_matrix_paper_make_sheet;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VwMatrixPaper, vw_matrix_paper, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VW_TYPE_PAPER, implement_paper))

static void
vw_matrix_paper_finalize (GObject *object)
{
  vw_model_unref (VW_MATRIX_PAPER (object)->model);
  G_OBJECT_CLASS (vw_matrix_paper_parent_class)->finalize (object);
}

static void
vw_matrix_paper_class_init (VwMatrixPaperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_matrix_paper_finalize;
}

static void
vw_matrix_paper_init (VwMatrixPaper *self)
{
}

VwPaper *
vw_matrix_paper_new (VwModel *model, const VwMatrixChoices *choices)
{
  VwMatrixPaper *self = g_object_new (VW_TYPE_MATRIX_PAPER, NULL);

  self->model = vw_model_ref (model);
  self->choices = *choices;
  return VW_PAPER (self);
}
