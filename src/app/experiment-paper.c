/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/experiment-paper.h"

#include "plot/outcome.h"

#include <glib/gi18n.h>

#define VW_TYPE_OUTCOME_SHEET (vw_outcome_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VwOutcomeSheet, vw_outcome_sheet, VW, OUTCOME_SHEET, VwSheet)

struct _VwOutcomeSheet {
  VwSheet parent_instance;

  VwOutcome *outcome;
  VwPlotOutcomeWords words;
};

G_DEFINE_FINAL_TYPE (VwOutcomeSheet, vw_outcome_sheet, VW_TYPE_SHEET)

static void
vw_outcome_sheet_say (VwSheet *sheet, const char *language, VwPlotTranslate translate)
{
  VwOutcomeSheet *self = VW_OUTCOME_SHEET (sheet);
  g_autofree char *title = NULL, *caption = NULL;
  VwSheetTexts texts = { 0 };

  vw_plot_outcome_words_init (&self->words, self->outcome->info, language, translate);
  texts.title = title = vw_plot_outcome_words_title (&self->words, self->outcome);
  texts.caption = caption = vw_plot_outcome_words_made_from (&self->words, self->outcome);
  vw_sheet_set_texts (sheet, &texts);
}

static VwPlotFigure *
vw_outcome_sheet_make_figure (VwSheet *sheet, double millimetres)
{
  VwOutcomeSheet *self = VW_OUTCOME_SHEET (sheet);
  const VwSheetTexts *texts = vw_sheet_get_texts (sheet);
  const VwPlotOutcomeFigure content
      = { .outcome = self->outcome, .words = &self->words, .title = texts->title,
          .caption = texts->caption, .width = vw_plot_figure_width_for (millimetres) };

  return vw_plot_outcome_figure_new (&content);
}

static char *
vw_outcome_sheet_make_parameters (VwSheet *sheet)
{
  return vw_outcome_origin (VW_OUTCOME_SHEET (sheet)->outcome);
}

static VwTable *
vw_outcome_sheet_make_table (VwSheet *sheet)
{
  return vw_outcome_table (VW_OUTCOME_SHEET (sheet)->outcome);
}

static void
vw_outcome_sheet_finalize (GObject *object)
{
  VwOutcomeSheet *self = VW_OUTCOME_SHEET (object);

  vw_outcome_free (self->outcome);
  G_OBJECT_CLASS (vw_outcome_sheet_parent_class)->finalize (object);
}

static void
vw_outcome_sheet_class_init (VwOutcomeSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_outcome_sheet_finalize;
  VW_SHEET_CLASS (class)->say = vw_outcome_sheet_say;
  VW_SHEET_CLASS (class)->make_figure = vw_outcome_sheet_make_figure;
  VW_SHEET_CLASS (class)->make_parameters = vw_outcome_sheet_make_parameters;
  VW_SHEET_CLASS (class)->make_table = vw_outcome_sheet_make_table;
}

static void
vw_outcome_sheet_init (VwOutcomeSheet *self)
{
}

/* A VwPaperFunc. */
static VwSheet *
make_sheet (gconstpointer source, guint content)
{
  VwOutcomeSheet *sheet = g_object_new (VW_TYPE_OUTCOME_SHEET, NULL);

  sheet->outcome = vw_outcome_copy (source);
  return VW_SHEET (sheet);
}

VwPaper *
vw_experiment_paper_new (const VwOutcome *outcome)
{
  VwPaper *paper = vw_paper_new (_("Export Experiment"), make_sheet, vw_outcome_copy (outcome),
                                 (GDestroyNotify) vw_outcome_free);

  vw_paper_add (paper, _("Experiment"), outcome->info->name);
  return paper;
}
