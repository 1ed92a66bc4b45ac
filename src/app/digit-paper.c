/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-paper.h"

#include "app/words.h"
#include "core/inspection-export.h"
#include "text/reason-text.h"

#include <glib/gi18n.h>

#define VW_TYPE_DIGIT_SHEET (vw_digit_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VwDigitSheet, vw_digit_sheet, VW, DIGIT_SHEET, VwSheet)

struct _VwDigitSheet {
  VwSheet parent_instance;

  VwInspection *seen;
  VwPlotDigitContent content;
  VwPlotDigitChoices choices;
  VwPlotDigitWords words;
  char *language;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (VwDigitSheet, vw_digit_sheet, VW_TYPE_SHEET)

static VwPlotFigure *
vw_digit_sheet_make_figure (VwSheet *sheet, double millimetres)
{
  VwDigitSheet *self = VW_DIGIT_SHEET (sheet);
  const VwSheetTexts *texts = vw_sheet_get_texts (sheet);
  const VwPlotDigitFigure content = {
    .seen = self->seen, .content = self->content, .choices = self->choices,
    .words = &self->words, .title = texts->title, .subtitle = self->subtitle,
    .caption = texts->caption, .width = vw_plot_figure_width_for (millimetres),
  };

  return vw_plot_digit_figure_new (&content);
}

static char *
vw_digit_sheet_make_parameters (VwSheet *sheet)
{
  return vw_inspection_origin (VW_DIGIT_SHEET (sheet)->seen);
}

static VwTable *
vw_digit_sheet_make_table (VwSheet *sheet)
{
  VwDigitSheet *self = VW_DIGIT_SHEET (sheet);

  switch (self->content)
    {
    case VW_PLOT_DIGIT_FUNNEL:
      return vw_inspection_funnel_table (self->seen);
    case VW_PLOT_DIGIT_WORDS:
      return vw_inspection_words_table (self->seen);
    default:
      return vw_inspection_keypoints_table (self->seen);
    }
}

static void
vw_digit_sheet_finalize (GObject *object)
{
  VwDigitSheet *self = VW_DIGIT_SHEET (object);

  vw_inspection_unref (self->seen);
  g_free (self->language);
  g_free (self->subtitle);
  G_OBJECT_CLASS (vw_digit_sheet_parent_class)->finalize (object);
}

static void
vw_digit_sheet_class_init (VwDigitSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_digit_sheet_finalize;
  VW_SHEET_CLASS (class)->make_figure = vw_digit_sheet_make_figure;
  VW_SHEET_CLASS (class)->make_parameters = vw_digit_sheet_make_parameters;
  VW_SHEET_CLASS (class)->make_table = vw_digit_sheet_make_table;
}

static void
vw_digit_sheet_init (VwDigitSheet *self)
{
}

/* A VwWordsFunc. */
static void
fill_words (VwPlotTranslate translate, gpointer data)
{
  VwDigitSheet *self = data;
  g_autofree char *title = NULL, *caption = NULL;
  VwSheetTexts texts = { 0 };

  vw_plot_digit_words_init (&self->words, self->language, translate);
  self->subtitle = self->content == VW_PLOT_DIGIT_WORDS
                       ? vw_plot_digit_words_summary (&self->words, self->seen)
                       : vw_reason_sentence (&self->seen->reason);
  texts.title = title = vw_plot_digit_words_title (&self->words, self->seen, self->content);
  texts.caption = caption = vw_plot_digit_words_made_from (&self->words, self->seen,
                                                           self->content);
  vw_sheet_set_texts (VW_SHEET (self), &texts);
}

struct _VwDigitPaper {
  GObject parent_instance;

  VwInspection *seen;
  VwPlotDigitChoices choices;
  const char *names[VW_PLOT_N_DIGIT_CONTENTS + 1];
};

static char *
vw_digit_paper_get_heading (VwPaper *paper)
{
  const VwInspection *seen = VW_DIGIT_PAPER (paper)->seen;

  if (seen->guest != NULL)
    return g_strdup (_("Export the Drawn Digit"));
  return g_strdup_printf (_("Export Digit %u"), seen->index);
}

static const char *const *
vw_digit_paper_list (VwPaper *paper)
{
  return VW_DIGIT_PAPER (paper)->names;
}

static char *
suggest_guest_name (guint content)
{
  return g_strdup (content == VW_PLOT_DIGIT_FUNNEL  ? _("drawn-digit-funnel")
                   : content == VW_PLOT_DIGIT_WORDS ? _("drawn-digit-words")
                                                    : _("drawn-digit-keypoints"));
}

static char *
vw_digit_paper_suggest_name (VwPaper *paper, guint content)
{
  guint index = VW_DIGIT_PAPER (paper)->seen->index;

  if (VW_DIGIT_PAPER (paper)->seen->guest != NULL)
    return suggest_guest_name (content);

  switch (content)
    {
    case VW_PLOT_DIGIT_FUNNEL:
      /* Translators: a file's name, without spaces */
      return g_strdup_printf (_("digit-%u-funnel"), index);
    case VW_PLOT_DIGIT_WORDS:
      /* Translators: a file's name, without spaces */
      return g_strdup_printf (_("digit-%u-words"), index);
    default:
      /* Translators: a file's name, without spaces */
      return g_strdup_printf (_("digit-%u-keypoints"), index);
    }
}

static VwSheet *
vw_digit_paper_make_sheet (VwPaper *paper, guint content, const char *language)
{
  VwDigitPaper *self = VW_DIGIT_PAPER (paper);
  VwDigitSheet *sheet = g_object_new (VW_TYPE_DIGIT_SHEET, NULL);

  sheet->seen = vw_inspection_ref (self->seen);
  sheet->content = content;
  sheet->choices = self->choices;
  sheet->language = g_strdup (language != NULL ? language : vw_words_language ());
  vw_words_speak (sheet->language, fill_words, sheet);
  return VW_SHEET (sheet);
}

static void
implement_paper (VwPaperInterface *iface)
{
  iface->get_heading = vw_digit_paper_get_heading;
  iface->list = vw_digit_paper_list;
  iface->suggest_name = vw_digit_paper_suggest_name;
  iface->make_sheet = vw_digit_paper_make_sheet;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VwDigitPaper, vw_digit_paper, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VW_TYPE_PAPER, implement_paper))

static void
vw_digit_paper_finalize (GObject *object)
{
  vw_inspection_unref (VW_DIGIT_PAPER (object)->seen);
  G_OBJECT_CLASS (vw_digit_paper_parent_class)->finalize (object);
}

static void
vw_digit_paper_class_init (VwDigitPaperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_digit_paper_finalize;
}

static void
vw_digit_paper_init (VwDigitPaper *self)
{
}

VwPaper *
vw_digit_paper_new (const VwInspection *seen, const VwPlotDigitChoices *choices)
{
  VwDigitPaper *self = g_object_new (VW_TYPE_DIGIT_PAPER, NULL);

  self->seen = vw_inspection_ref ((VwInspection *) seen);
  self->choices = *choices;
  self->names[VW_PLOT_DIGIT_KEYPOINTS] = _("Keypoints");
  self->names[VW_PLOT_DIGIT_FUNNEL] = _("Funnel");
  self->names[VW_PLOT_DIGIT_WORDS] = seen->model != NULL ? _("Visual words") : NULL;
  return VW_PAPER (self);
}
