/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/table.h"

#include <string.h>

VwTable *
vw_table_new (guint n_columns)
{
  VwTable *self = g_new0 (VwTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
vw_table_free (VwTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
vw_table_add (VwTable *self, const char *text)
{
  g_ptr_array_add (self->cells, g_strdup (text));
}

void
vw_table_add_count (VwTable *self, guint count)
{
  g_ptr_array_add (self->cells, g_strdup_printf ("%u", count));
}

void
vw_table_add_number (VwTable *self, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  vw_table_add (self, g_ascii_dtostr (text, sizeof text, number));
}

void
vw_table_add_share (VwTable *self, double share)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  vw_table_add (self, g_ascii_formatd (text, sizeof text, "%.4f", share));
}

gboolean
vw_table_format_find (const char *file_name, VwTableFormat *format)
{
  static const char *const endings[]
      = { [VW_TABLE_CSV] = ".csv", [VW_TABLE_MARKDOWN] = ".md", [VW_TABLE_LATEX] = ".tex" };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

static void
append_csv (GString *out, const char *text)
{
  gsize length = strlen (text);
  gboolean quote = strpbrk (text, ",\"\r\n") != NULL || g_str_has_prefix (text, " ")
                   || g_str_has_suffix (text, " ");

  if (quote)
    g_string_append_c (out, '"');
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, text[i]);
    }
  if (quote)
    g_string_append_c (out, '"');
}

static void
append_markdown (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("\\`*_[]<>&|~$", *text) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, g_ascii_iscntrl (*text) ? ' ' : *text);
    }
}

static void
append_latex (GString *out, const char *text)
{
  static const struct {
    char c;
    const char *latex;
  } escapes[] = {
    { '\\', "\\textbackslash{}" }, { '~', "\\textasciitilde{}" }, { '^', "\\textasciicircum{}" },
    { '<', "\\textless{}" },       { '>', "\\textgreater{}" },    { '|', "\\textbar{}" },
    { '{', "\\{" },                { '}', "\\}" },                { '&', "\\&" },
    { '%', "\\%" },                { '$', "\\$" },                { '#', "\\#" },
    { '_', "\\_" },
    /* At the start of a row the \\ before it would take these for its own. */
    { '[', "{[}" },                { '*', "{*}" },
  };

  for (; *text != '\0'; text++)
    {
      const char *latex = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
        if (escapes[i].c == *text)
          latex = escapes[i].latex;
      if (latex != NULL)
        g_string_append (out, latex);
      else
        g_string_append_c (out, g_ascii_iscntrl (*text) ? ' ' : *text);
    }
}

/* How a format writes a table; a row is begin, cells with between, end. */
typedef struct {
  void (*append) (GString *out, const char *text);
  const char *begin, *between, *end;
} Syntax;

static const Syntax syntaxes[] = {
  [VW_TABLE_CSV] = { append_csv, "", ",", "\n" },
  [VW_TABLE_MARKDOWN] = { append_markdown, "| ", " | ", " |\n" },
  [VW_TABLE_LATEX] = { append_latex, "", " & ", " \\\\\n" },
};

static void
append_row (GString *out, const VwTable *self, guint row, const Syntax *syntax)
{
  g_string_append (out, syntax->begin);
  for (guint column = 0; column < self->n_columns; column++)
    {
      if (column > 0)
        g_string_append (out, syntax->between);
      syntax->append (out, self->cells->pdata[row * self->n_columns + column]);
    }
  g_string_append (out, syntax->end);
}

/* What stands before row @row, the row behind the last included. */
static void
append_rule (GString *out, const VwTable *self, guint row, guint n_rows, VwTableFormat format)
{
  gboolean hline = row <= 1 || row == n_rows - self->n_summary || row == n_rows;

  if (format == VW_TABLE_LATEX && row == 0)
    {
      g_string_append (out, "\\begin{tabular}{l");
      for (guint column = 1; column < self->n_columns; column++)
        g_string_append_c (out, 'r');
      g_string_append (out, "}\n");
    }
  if (format == VW_TABLE_LATEX && hline)
    g_string_append (out, "\\hline\n");
  if (format == VW_TABLE_LATEX && row == n_rows)
    g_string_append (out, "\\end{tabular}\n");
  if (format == VW_TABLE_MARKDOWN && row == 1)
    {
      g_string_append (out, "| :-- |");
      for (guint column = 1; column < self->n_columns; column++)
        g_string_append (out, " --: |");
      g_string_append_c (out, '\n');
    }
}

char *
vw_table_format (const VwTable *self, VwTableFormat format)
{
  GString *out = g_string_new (NULL);
  guint n_rows = self->cells->len / self->n_columns;

  for (guint row = 0; row < n_rows; row++)
    {
      append_rule (out, self, row, n_rows, format);
      append_row (out, self, row, &syntaxes[format]);
    }
  append_rule (out, self, n_rows, n_rows, format);
  return g_string_free (out, FALSE);
}
