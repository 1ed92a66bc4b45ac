/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sheet-file.h"

#include "core/file-write.h"

#include <string.h>

static const struct {
  const char *ending;
  gboolean is_table;
  int kind; /* #VwPlotFormat or #VwTableFormat */
} formats[VW_N_SHEET_FORMATS] = {
  [VW_SHEET_PNG] = { ".png", FALSE, VW_PLOT_PNG },
  [VW_SHEET_SVG] = { ".svg", FALSE, VW_PLOT_SVG },
  [VW_SHEET_PDF] = { ".pdf", FALSE, VW_PLOT_PDF },
  [VW_SHEET_CSV] = { ".csv", TRUE, VW_TABLE_CSV },
  [VW_SHEET_MARKDOWN] = { ".md", TRUE, VW_TABLE_MARKDOWN },
  [VW_SHEET_LATEX] = { ".tex", TRUE, VW_TABLE_LATEX },
};

const char *
vw_sheet_format_ending (VwSheetFormat format)
{
  return formats[format].ending;
}

gboolean
vw_sheet_format_is_table (VwSheetFormat format)
{
  return formats[format].is_table;
}

char *
vw_sheet_format_text (VwSheet *sheet, VwSheetFormat format)
{
  return vw_sheet_format_table (sheet, formats[format].kind);
}

/* What the thread works on. */
typedef struct {
  VwSheet *sheet;
  VwSheetFormat format;
  VwPlotExport options;
  char *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_object_unref (self->sheet);
  g_free (self->path);
  g_free (self);
}

static GBytes *
render (const Writing *writing, GError **error)
{
  char *table;

  if (!formats[writing->format].is_table)
    return vw_sheet_render (writing->sheet, &writing->options, error);
  table = vw_sheet_format_text (writing->sheet, writing->format);
  return g_bytes_new_take (table, strlen (table));
}

/* A VwJobFunc. */
static gpointer
write_file (gpointer input, const VwTask *task, GError **error)
{
  Writing *writing = input;
  g_autoptr (GBytes) bytes = render (writing, error);

  if (bytes == NULL || !vw_file_write (writing->path, bytes, error))
    return NULL;
  return g_strdup (writing->path);
}

/* The name stays as the user chose it; when it ends as a known format does, that is meant. */
static VwSheetFormat
format_of_name (const char *path, VwSheetFormat chosen)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < VW_N_SHEET_FORMATS; i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      return i;
  return chosen;
}

void
vw_sheet_write (VwJob *job, const VwSheetFile *file, VwJobDoneFunc done, gpointer data)
{
  Writing *writing = g_new (Writing, 1);
  const VwJobWork work = { .run = write_file, .input = writing, .free_input = writing_free,
                           .free_result = g_free, .done = done, .data = data };

  *writing = (Writing) { g_object_ref (file->sheet), format_of_name (file->path, file->format),
                         file->options, g_strdup (file->path) };
  if (!formats[writing->format].is_table)
    writing->options.format = formats[writing->format].kind;
  vw_job_start (job, &work);
}
