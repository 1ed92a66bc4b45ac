/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sheet.h"

#include "app/words.h"
#include "text/language.h"

typedef struct {
  VwSheetTexts texts;
  char *language;
} VwSheetPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VwSheet, vw_sheet, G_TYPE_OBJECT)

static VwSheetPrivate *
get_private (VwSheet *self)
{
  return vw_sheet_get_instance_private (self);
}

static void
clear_texts (VwSheetTexts *texts)
{
  g_clear_pointer (&texts->title, g_free);
  g_clear_pointer (&texts->across, g_free);
  g_clear_pointer (&texts->down, g_free);
  g_clear_pointer (&texts->caption, g_free);
}

/* A VwWordsFunc. */
static void
say (VwPlotTranslate translate, gpointer data)
{
  VwSheet *self = data;

  VW_SHEET_GET_CLASS (self)->say (self, get_private (self)->language, translate);
}

void
vw_sheet_speak (VwSheet *self, const char *language)
{
  VwSheetPrivate *priv = get_private (self);

  g_return_if_fail (VW_IS_SHEET (self) && priv->language == NULL);
  priv->language = g_strdup (language != NULL ? language : vw_language ());
  vw_words_speak (priv->language, say, self);
}

const VwSheetTexts *
vw_sheet_get_texts (VwSheet *self)
{
  g_return_val_if_fail (VW_IS_SHEET (self), NULL);
  return &get_private (self)->texts;
}

void
vw_sheet_set_texts (VwSheet *self, const VwSheetTexts *texts)
{
  VwSheetTexts copies = { g_strdup (texts->title), g_strdup (texts->across),
                          g_strdup (texts->down), g_strdup (texts->caption) };

  g_return_if_fail (VW_IS_SHEET (self));
  clear_texts (&get_private (self)->texts);
  get_private (self)->texts = copies;
}

VwPlotFigure *
vw_sheet_make_figure (VwSheet *self, double millimetres)
{
  g_return_val_if_fail (VW_IS_SHEET (self), NULL);
  return VW_SHEET_GET_CLASS (self)->make_figure (self, millimetres);
}

GBytes *
vw_sheet_render (VwSheet *self, const VwPlotExport *options, GError **error)
{
  g_autoptr (VwPlotFigure) figure = vw_sheet_make_figure (self, options->width);
  g_autofree char *parameters = VW_SHEET_GET_CLASS (self)->make_parameters (self);

  return vw_plot_figure_render (figure, options, parameters, error);
}

char *
vw_sheet_format_table (VwSheet *self, VwTableFormat format)
{
  g_autoptr (VwTable) table = VW_SHEET_GET_CLASS (self)->make_table (self);

  return vw_table_format (table, format);
}

static void
vw_sheet_finalize (GObject *object)
{
  VwSheetPrivate *priv = get_private (VW_SHEET (object));

  clear_texts (&priv->texts);
  g_free (priv->language);
  G_OBJECT_CLASS (vw_sheet_parent_class)->finalize (object);
}

static void
vw_sheet_class_init (VwSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_sheet_finalize;
}

static void
vw_sheet_init (VwSheet *self)
{
}
