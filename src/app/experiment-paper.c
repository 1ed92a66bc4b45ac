/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/experiment-paper.h"

#include "app/words.h"
#include "plot/outcome.h"

#include <glib/gi18n.h>

#define VW_TYPE_OUTCOME_SHEET (vw_outcome_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VwOutcomeSheet, vw_outcome_sheet, VW, OUTCOME_SHEET, VwSheet)

struct _VwOutcomeSheet {
  VwSheet parent_instance;

  VwOutcome *outcome;
  VwPlotOutcomeWords words;
  char *language;
};

G_DEFINE_FINAL_TYPE (VwOutcomeSheet, vw_outcome_sheet, VW_TYPE_SHEET)

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
  g_free (self->language);
  G_OBJECT_CLASS (vw_outcome_sheet_parent_class)->finalize (object);
}

static void
vw_outcome_sheet_class_init (VwOutcomeSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_outcome_sheet_finalize;
  VW_SHEET_CLASS (class)->make_figure = vw_outcome_sheet_make_figure;
  VW_SHEET_CLASS (class)->make_parameters = vw_outcome_sheet_make_parameters;
  VW_SHEET_CLASS (class)->make_table = vw_outcome_sheet_make_table;
}

static void
vw_outcome_sheet_init (VwOutcomeSheet *self)
{
}

/* A VwWordsFunc. */
static void
fill_words (VwPlotTranslate translate, gpointer data)
{
  VwOutcomeSheet *self = data;
  g_autofree char *title = NULL, *caption = NULL;
  VwSheetTexts texts = { 0 };

  vw_plot_outcome_words_init (&self->words, self->outcome->info, self->language, translate);
  texts.title = title = vw_plot_outcome_words_title (&self->words, self->outcome);
  texts.caption = caption = vw_plot_outcome_words_made_from (&self->words, self->outcome);
  vw_sheet_set_texts (VW_SHEET (self), &texts);
}

struct _VwExperimentPaper {
  GObject parent_instance;

  VwOutcome *outcome;
};

static char *
vw_experiment_paper_get_heading (VwPaper *paper)
{
  return g_strdup (_("Export Experiment"));
}

static const char *const *
vw_experiment_paper_list (VwPaper *paper)
{
  static const char *names[2];

  names[0] = _("Experiment");
  return names;
}

static char *
vw_experiment_paper_suggest_name (VwPaper *paper, guint content)
{
  const VwOutcome *outcome = VW_EXPERIMENT_PAPER (paper)->outcome;

  return g_strdup (outcome->info->name);
}

static VwSheet *
vw_experiment_paper_make_sheet (VwPaper *paper, guint content, const char *language)
{
  VwExperimentPaper *self = VW_EXPERIMENT_PAPER (paper);
  VwOutcomeSheet *sheet = g_object_new (VW_TYPE_OUTCOME_SHEET, NULL);

  sheet->outcome = vw_outcome_copy (self->outcome);
  sheet->language = g_strdup (language != NULL ? language : vw_words_language ());
  vw_words_speak (sheet->language, fill_words, sheet);
  return VW_SHEET (sheet);
}

static void
implement_paper (VwPaperInterface *iface)
{
  iface->get_heading = vw_experiment_paper_get_heading;
  iface->list = vw_experiment_paper_list;
  iface->suggest_name = vw_experiment_paper_suggest_name;
  iface->make_sheet = vw_experiment_paper_make_sheet;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VwExperimentPaper, vw_experiment_paper, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VW_TYPE_PAPER, implement_paper))

static void
vw_experiment_paper_finalize (GObject *object)
{
  vw_outcome_free (VW_EXPERIMENT_PAPER (object)->outcome);
  G_OBJECT_CLASS (vw_experiment_paper_parent_class)->finalize (object);
}

static void
vw_experiment_paper_class_init (VwExperimentPaperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_experiment_paper_finalize;
}

static void
vw_experiment_paper_init (VwExperimentPaper *self)
{
}

VwPaper *
vw_experiment_paper_new (const VwOutcome *outcome)
{
  VwExperimentPaper *self = g_object_new (VW_TYPE_EXPERIMENT_PAPER, NULL);

  self->outcome = vw_outcome_copy (outcome);
  return VW_PAPER (self);
}
