/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/figure-options.h"

#include "cli/console.h"
#include "cli/interrupt.h"
#include "core/error.h"
#include "core/file-write.h"
#include "core/known-data.h"
#include "text/language.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* As in the window. */
#define LEAST_WIDTH 40
#define MOST_WIDTH 400
#define LEAST_RESOLUTION 72
#define MOST_RESOLUTION 1200

void
vw_cli_figure_clear (VwCliFigure *self)
{
  g_free (self->output);
  g_free (self->title);
  g_free (self->language);
}

static gboolean
find_format (VwCliFigure *self, GError **error)
{
  self->is_picture = vw_plot_format_find (self->output, &self->picture);
  if (self->is_picture || vw_table_format_find (self->output, &self->table))
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, self->output, N_ ("its name must end in one of %s"),
                ".png, .svg, .pdf, .csv, .md, .tex");
  return FALSE;
}

static gboolean
check_range (const char *name, double value, guint least, guint most, GError **error)
{
  char given[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *first = g_strdup_printf ("%u", least);
  g_autofree char *last = g_strdup_printf ("%u", most);

  if (value >= least && value <= most) /* NaN is not */
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: %s is not a number from %s to %s"), name,
                g_ascii_formatd (given, sizeof given, "%g", value), first, last);
  return FALSE;
}

gboolean
vw_cli_figure_read (VwCliFigure *self, char *const *inputs, GError **error)
{
  if (*self->output == '\0' || g_str_equal (self->output, "-"))
    return vw_cli_check_output (self->output, inputs, error); /* which says why not */
  return find_format (self, error)
         && check_range ("width", self->width, LEAST_WIDTH, MOST_WIDTH, error)
         && check_range ("resolution", self->resolution, LEAST_RESOLUTION, MOST_RESOLUTION, error)
         && vw_cli_check_output (self->output, inputs, error);
}

void
vw_cli_figure_speak (const VwCliFigure *self, gboolean as_json)
{
  if (self->language == NULL)
    return;
  if (!vw_language_speak (self->language))
    fprintf (stderr, "%s: there is no translation into “%s” here: the words are English\n",
             VW_CLI_PROGRAM, self->language); /* and so is this */
  if (!as_json)
    vw_class_names_translate_with (vw_cli_translate);
}

const char *
vw_cli_translate (const char *text)
{
  return _(text);
}

gboolean
vw_cli_figure_write_picture (const VwCliFigure *self, const VwPlotFigure *figure,
                             const char *parameters, GError **error)
{
  const VwPlotExport options = { .format = self->picture, .width = self->width,
                                 .resolution = self->resolution };
  g_autoptr (GBytes) bytes = NULL;

  if (!vw_cli_end_on_interrupt (TRUE, error))
    return FALSE;
  bytes = vw_plot_figure_render (figure, &options, parameters, error);
  vw_cli_end_on_interrupt (FALSE, NULL);
  return bytes != NULL && vw_file_write (self->output, bytes, error);
}

gboolean
vw_cli_figure_write_table (const VwCliFigure *self, const VwTable *table, GError **error)
{
  char *text = vw_table_format (table, self->table);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return vw_file_write (self->output, bytes, error);
}
