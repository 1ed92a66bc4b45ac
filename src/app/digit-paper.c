/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-paper.h"

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
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (VwDigitSheet, vw_digit_sheet, VW_TYPE_SHEET)

static void
vw_digit_sheet_say (VwSheet *sheet, const char *language, VwPlotTranslate translate)
{
  VwDigitSheet *self = VW_DIGIT_SHEET (sheet);
  VwInspection *seen = vw_inspection_say (self->seen, translate);
  g_autofree char *title = NULL, *caption = NULL;
  VwSheetTexts texts = { 0 };

  vw_inspection_unref (self->seen);
  self->seen = seen;
  vw_plot_digit_words_init (&self->words, language, translate);
  self->subtitle = self->content == VW_PLOT_DIGIT_WORDS
                       ? vw_plot_digit_words_summary (&self->words, self->seen)
                       : vw_reason_sentence (&self->seen->reason);
  texts.title = title = vw_plot_digit_words_title (&self->words, self->seen, self->content);
  texts.caption = caption = vw_plot_digit_words_made_from (&self->words, self->seen,
                                                           self->content);
  vw_sheet_set_texts (sheet, &texts);
}

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
  g_free (self->subtitle);
  G_OBJECT_CLASS (vw_digit_sheet_parent_class)->finalize (object);
}

static void
vw_digit_sheet_class_init (VwDigitSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_digit_sheet_finalize;
  VW_SHEET_CLASS (class)->say = vw_digit_sheet_say;
  VW_SHEET_CLASS (class)->make_figure = vw_digit_sheet_make_figure;
  VW_SHEET_CLASS (class)->make_parameters = vw_digit_sheet_make_parameters;
  VW_SHEET_CLASS (class)->make_table = vw_digit_sheet_make_table;
}

static void
vw_digit_sheet_init (VwDigitSheet *self)
{
}

/* What a paper is about, and what there is to show of it. */
typedef struct {
  VwInspection *seen;
  VwPlotDigitChoices choices;
  VwPlotDigitContent contents[VW_PLOT_N_DIGIT_CONTENTS];
  guint n_contents;
} Source;

static void
source_free (gpointer data)
{
  Source *self = data;

  vw_inspection_unref (self->seen);
  g_free (self);
}

/* A VwPaperFunc. */
static VwSheet *
make_sheet (gconstpointer data, guint index)
{
  const Source *source = data;
  VwDigitSheet *sheet = g_object_new (VW_TYPE_DIGIT_SHEET, NULL);

  sheet->seen = vw_inspection_ref (source->seen);
  sheet->content = source->contents[index];
  sheet->choices = source->choices;
  return VW_SHEET (sheet);
}

static char *
format_heading (const VwInspection *seen)
{
  if (seen->guest != NULL)
    return g_strdup (_("Export the Drawn Digit"));
  return g_strdup_printf (_("Export Digit %u"), seen->index);
}

static char *
suggest_guest_name (VwPlotDigitContent content)
{
  return g_strdup (content == VW_PLOT_DIGIT_FUNNEL  ? _("drawn-digit-funnel")
                   : content == VW_PLOT_DIGIT_WORDS ? _("drawn-digit-words")
                                                    : _("drawn-digit-keypoints"));
}

static char *
suggest_name (const VwInspection *seen, VwPlotDigitContent content)
{
  if (seen->guest != NULL)
    return suggest_guest_name (content);

  switch (content)
    {
    case VW_PLOT_DIGIT_FUNNEL:
      /* Translators: a file's name, without spaces */
      return g_strdup_printf (_("digit-%u-funnel"), seen->index);
    case VW_PLOT_DIGIT_WORDS:
      /* Translators: a file's name, without spaces */
      return g_strdup_printf (_("digit-%u-words"), seen->index);
    default:
      /* Translators: a file's name, without spaces */
      return g_strdup_printf (_("digit-%u-keypoints"), seen->index);
    }
}

static void
add_content (VwPaper *paper, Source *source, VwPlotDigitContent content, const char *name)
{
  g_autofree char *file_name = suggest_name (source->seen, content);

  source->contents[source->n_contents++] = content;
  vw_paper_add (paper, name, file_name);
}

VwPaper *
vw_digit_paper_new (const VwInspection *seen, const VwPlotDigitChoices *choices)
{
  g_autofree char *heading = format_heading (seen);
  Source *source = g_new0 (Source, 1);
  VwPaper *paper = vw_paper_new (heading, make_sheet, source, source_free);

  source->seen = vw_inspection_ref ((VwInspection *) seen);
  source->choices = *choices;
  add_content (paper, source, VW_PLOT_DIGIT_KEYPOINTS, _("Keypoints"));
  if (seen->reason.code != VW_REASON_UNKNOWN)
    add_content (paper, source, VW_PLOT_DIGIT_FUNNEL, _("Funnel"));
  if (seen->model != NULL)
    add_content (paper, source, VW_PLOT_DIGIT_WORDS, _("Visual words"));
  return paper;
}
