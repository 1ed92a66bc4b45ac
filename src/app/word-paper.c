/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/word-paper.h"

#include "core/word-facts.h"
#include "plot/word-figure.h"

#include <glib/gi18n.h>

#define VW_TYPE_WORD_SHEET (vw_word_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VwWordSheet, vw_word_sheet, VW, WORD_SHEET, VwSheet)

struct _VwWordSheet {
  VwSheet parent_instance;

  VwWordSight *sight;
  VwPlotGalleryWords words;
};

G_DEFINE_FINAL_TYPE (VwWordSheet, vw_word_sheet, VW_TYPE_SHEET)

static VwWordSight *
sight_copy (const VwWordSight *self)
{
  VwWordSight *copy = g_new (VwWordSight, 1);

  *copy
      = (VwWordSight){ vw_model_ref (self->model), vw_dataset_ref (self->dataset),
                       vw_word_gallery_ref (self->gallery), g_array_ref (self->shown), self->word };
  return copy;
}

static void
sight_free (gpointer data)
{
  VwWordSight *self = data;

  vw_model_unref (self->model);
  vw_dataset_unref (self->dataset);
  vw_word_gallery_unref (self->gallery);
  g_array_unref (self->shown);
  g_free (self);
}

static void
vw_word_sheet_say (VwSheet *sheet, const char *language, VwPlotTranslate translate)
{
  VwWordSheet *self = VW_WORD_SHEET (sheet);
  VwModel *model = vw_model_say (self->sight->model, translate);
  g_autofree char *title = NULL, *caption = NULL;
  VwSheetTexts texts = { 0 };

  vw_model_unref (self->sight->model);
  self->sight->model = model;
  vw_plot_gallery_words_init (&self->words, language, translate);
  texts.title = title = vw_plot_gallery_words_title (&self->words, self->sight->word);
  texts.caption = caption = vw_plot_gallery_words_made_from (&self->words, self->sight->model);
  vw_sheet_set_texts (sheet, &texts);
}

static VwPlotWordFigure
describe_figure (VwWordSheet *self, double millimetres)
{
  const VwSheetTexts *texts = vw_sheet_get_texts (VW_SHEET (self));
  const VwWordSight *sight = self->sight;

  return (VwPlotWordFigure){
    .model = sight->model,
    .gallery = sight->gallery,
    .shown = sight->shown,
    .word = sight->word,
    .labels = vw_dataset_get_labels (sight->dataset, sight->gallery->split),
    .words = &self->words,
    .title = texts->title,
    .caption = texts->caption,
    .width = vw_plot_figure_width_for (millimetres),
  };
}

static VwPlotFigure *
vw_word_sheet_make_figure (VwSheet *sheet, double millimetres)
{
  const VwPlotWordFigure content = describe_figure (VW_WORD_SHEET (sheet), millimetres);

  return vw_plot_word_figure_new (&content);
}

static char *
vw_word_sheet_make_parameters (VwSheet *sheet)
{
  const VwPlotWordFigure content = describe_figure (VW_WORD_SHEET (sheet), 0);

  return vw_plot_word_figure_parameters (&content);
}

static VwTable *
vw_word_sheet_make_table (VwSheet *sheet)
{
  const VwWordSight *sight = VW_WORD_SHEET (sheet)->sight;

  return vw_word_table (sight->model, sight->gallery, sight->shown);
}

static void
vw_word_sheet_finalize (GObject *object)
{
  sight_free (VW_WORD_SHEET (object)->sight);
  G_OBJECT_CLASS (vw_word_sheet_parent_class)->finalize (object);
}

static void
vw_word_sheet_class_init (VwWordSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_word_sheet_finalize;
  VW_SHEET_CLASS (class)->say = vw_word_sheet_say;
  VW_SHEET_CLASS (class)->make_figure = vw_word_sheet_make_figure;
  VW_SHEET_CLASS (class)->make_parameters = vw_word_sheet_make_parameters;
  VW_SHEET_CLASS (class)->make_table = vw_word_sheet_make_table;
}

static void
vw_word_sheet_init (VwWordSheet *self)
{
}

/* A VwPaperFunc. A sheet is either of several words or of one. */
static VwSheet *
make_sheet (gconstpointer data, guint content)
{
  const VwWordSight *sight = data;
  VwWordSheet *sheet = g_object_new (VW_TYPE_WORD_SHEET, NULL);

  sheet->sight = sight_copy (sight);
  if (content == VW_WORD_PAPER_SHEET)
    {
      sheet->sight->word = VW_PLOT_ALL_WORDS;
      return VW_SHEET (sheet);
    }
  g_array_unref (sheet->sight->shown);
  sheet->sight->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (sheet->sight->shown, sight->word);
  return VW_SHEET (sheet);
}

VwPaper *
vw_word_paper_new (const VwWordSight *sight)
{
  VwPaper *paper
      = vw_paper_new (_ ("Export Visual Words"), make_sheet, sight_copy (sight), sight_free);

  /* Translators: the second is a file's name, without spaces */
  vw_paper_add (paper, _ ("All words shown"), _ ("visual-words"));
  if (sight->word >= 0)
    {
      g_autofree char *name = g_strdup_printf (_ ("Word %u"), (guint) sight->word);
      /* Translators: a file's name, without spaces */
      g_autofree char *file_name = g_strdup_printf (_ ("word-%d"), sight->word);

      vw_paper_add (paper, name, file_name);
    }
  return paper;
}
