/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/csv.h"

#include <math.h>
#include <string.h>

#define MAX_COLUMNS (1 + VW_MAX_SIDE * VW_MAX_SIDE)
#define NO_DIGIT (-1)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct {
  const char *name;
  guint64 line;    /* from 1 */
  guint columns;   /* of every line; 0 before the first line of data */
  guint side;      /* of the images; 0 before the first line of data */
  guint column;    /* of the current cell, from 0 */
  int value;       /* of the current cell, or NO_DIGIT */
  gboolean closed; /* blanks have come behind the digits of the current cell */
  gboolean header; /* within the line of column names */
  guint8 *row;     /* cells of the current line */
  GByteArray *labels;
  guint8 *pixels; /* of the lines so far */
  gsize size, capacity;
} Parser;

static void
parser_clear (Parser *self)
{
  g_clear_pointer (&self->row, g_free);
  g_clear_pointer (&self->pixels, g_free);
  g_clear_pointer (&self->labels, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, parser_clear)

static gboolean
refuse_cell (const Parser *self, GError **error)
{
  if (self->value == NO_DIGIT)
    vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("line %s, column %s: no value"),
                  VW_NUMBER (self->line), VW_NUMBER (self->column + 1));
  else
    vw_error_set (error, VW_ERROR_FORMAT, self->name,
                  N_ ("line %s, column %s: not a whole number from 0 to 255"),
                  VW_NUMBER (self->line), VW_NUMBER (self->column + 1));
  return FALSE;
}

static gboolean
end_cell (Parser *self, GError **error)
{
  if (self->value == NO_DIGIT || self->value > 255)
    return refuse_cell (self, error);
  if (self->column >= (self->columns > 0 ? self->columns : MAX_COLUMNS))
    {
      vw_error_set (error, self->columns > 0 ? VW_ERROR_FORMAT : VW_ERROR_TOO_LARGE, self->name,
                    N_ ("line %s has more than %s values"), VW_NUMBER (self->line),
                    VW_NUMBER (self->column));
      return FALSE;
    }
  self->row[self->column++] = self->value;
  self->value = NO_DIGIT;
  self->closed = FALSE;
  return TRUE;
}

static gboolean
set_columns (Parser *self, GError **error)
{
  guint pixels = self->column - 1;
  guint side = sqrt (pixels);

  if (pixels == 0)
    vw_error_set (error, VW_ERROR_FORMAT, self->name,
                  N_ ("line %s has one value only, not a label and pixels with commas between"),
                  VW_NUMBER (self->line));
  else if (side * side != pixels)
    vw_error_set (error, VW_ERROR_UNSUPPORTED, self->name,
                  N_ ("line %s has %s pixels, which is no square; CSV is read for square images"),
                  VW_NUMBER (self->line), VW_NUMBER (pixels));
  else
    {
      self->columns = self->column;
      self->side = side;
      return TRUE;
    }
  return FALSE;
}

static gboolean
append_pixels (Parser *self, GError **error)
{
  guint n = self->columns - 1;

  if (self->size + n > self->capacity)
    {
      gsize capacity = MAX (2 * self->capacity, VW_READ_PIECE + n);

      if (!vw_memory_resize (&self->pixels, capacity, self->name, error))
        return FALSE;
      self->capacity = capacity;
    }
  memcpy (self->pixels + self->size, self->row + 1, n);
  self->size += n;
  return TRUE;
}

static gboolean
end_row (Parser *self, GError **error)
{
  if (!end_cell (self, error) || (self->columns == 0 && !set_columns (self, error)))
    return FALSE;
  if (self->column < self->columns)
    {
      vw_error_set (error, VW_ERROR_FORMAT, self->name,
                    N_ ("line %s has %s values where %s are expected"), VW_NUMBER (self->line),
                    VW_NUMBER (self->column), VW_NUMBER (self->columns));
      return FALSE;
    }
  if (!vw_raw_data_check_shape (self->labels->len + 1, self->side, self->side, self->name, error))
    return FALSE;
  g_byte_array_append (self->labels, self->row, 1);
  self->column = 0;
  return append_pixels (self, error);
}

static gboolean
end_line (Parser *self, GError **error)
{
  gboolean blank = self->column == 0 && self->value == NO_DIGIT;

  if (!self->header && !blank && !end_row (self, error))
    return FALSE;
  self->header = FALSE;
  self->line++;
  return TRUE;
}

static gboolean
take_digit (Parser *self, char c, GError **error)
{
  if (self->closed || self->value > 255)
    return refuse_cell (self, error);
  self->value = MAX (self->value, 0) * 10 + (c - '0');
  return TRUE;
}

static gboolean
take (Parser *self, char c, GError **error)
{
  if (c == '\n')
    return end_line (self, error);
  if (self->header)
    return TRUE;
  if (g_ascii_isdigit (c))
    return take_digit (self, c, error);
  if (c == ',')
    return end_cell (self, error);
  if (c == ' ' || c == '\t' || c == '\r')
    {
      self->closed = self->value != NO_DIGIT;
      return TRUE;
    }
  self->value = G_MAXINT; /* whatever it is, it is no number */
  return refuse_cell (self, error);
}

/* Whether the text is a web page, or something else that is no text at all. */
static gboolean
check_text (const guint8 *text, gsize size, const char *name, GError **error)
{
  if (size == 0)
    vw_error_set (error, VW_ERROR_EMPTY, name, N_ ("is empty"));
  else if (vw_looks_like_web_page (text, size))
    vw_error_set (error, VW_ERROR_FORMAT, name,
                  N_ ("is a web page, not data; the download went wrong"));
  else if (memchr (text, '\0', size) != NULL)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is not text"));
  else
    return TRUE;
  return FALSE;
}

/* Looks whether the text, which begins with no digit, begins with column names. */
static gboolean
check_header (const guint8 *text, gsize size, const char *name, GError **error)
{
  char first[32];
  gsize n = 0;

  for (gsize at = 0; at < size && n < sizeof first - 1; at++)
    if (strchr (",;\t\r\n", text[at]) != NULL)
      break;
    else if (text[at] != '"' && text[at] != '\'')
      first[n++] = text[at];
  first[n] = '\0';
  if (g_ascii_strcasecmp (first, "label") == 0)
    return TRUE;
  g_strcanon (first, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.+ ", '?');
  vw_error_set (error, VW_ERROR_FORMAT, name,
                N_ ("begins with “%s” where the column “label” or a label is expected"), first);
  return FALSE;
}

/* Returns: where the first line begins, or a negative number with @error set. */
static gssize
begin (Parser *self, const guint8 *text, gsize size, GError **error)
{
  gsize mark = strlen (BYTE_ORDER_MARK), at = 0;

  if (!check_text (text, size, self->name, error))
    return -1;
  if (size >= mark && memcmp (text, BYTE_ORDER_MARK, mark) == 0)
    at = mark;
  self->header = at < size && !g_ascii_isspace (text[at]) && !g_ascii_isdigit (text[at]);
  if (self->header && !check_header (text + at, size - at, self->name, error))
    return -1;
  return at;
}

static gboolean
take_all (Parser *self, const guint8 *text, gsize size, GError **error)
{
  for (gsize i = 0; i < size; i++)
    if (!take (self, text[i], error))
      return FALSE;
  return TRUE;
}

/* The last line need not have an end. */
static gboolean
finish (Parser *self, GError **error)
{
  if (self->column > 0 && self->column + 1 < self->columns)
    vw_error_set (error, VW_ERROR_TRUNCATED, self->name, N_ ("is cut off within line %s"),
                  VW_NUMBER (self->line));
  else if (!end_line (self, error))
    return FALSE;
  else if (self->labels->len == 0)
    vw_error_set (error, VW_ERROR_EMPTY, self->name, N_ ("holds no images"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
parse (Parser *self, GInputStream *stream, VwMeter *meter, GError **error)
{
  gsize size;
  gboolean first = TRUE;

  do
    {
      g_autoptr (GBytes) piece = NULL;
      const guint8 *text;
      gssize from = 0;

      piece = vw_stream_read (stream, 0, VW_READ_PIECE, self->name, meter, error);
      if (piece == NULL)
        return FALSE;
      text = g_bytes_get_data (piece, &size);
      if (first)
        from = begin (self, text, size, error);
      if (from < 0 || !take_all (self, text + from, size - from, error))
        return FALSE;
      first = FALSE;
    }
  while (size == VW_READ_PIECE);
  return finish (self, error);
}

gboolean
vw_csv_parse (GInputStream *stream, const char *name, VwDatasetPart *part, guint *side,
              VwMeter *meter, GError **error)
{
  g_auto (Parser) self = { .name = name, .line = 1, .value = NO_DIGIT };

  self.row = g_malloc (MAX_COLUMNS);
  self.labels = g_byte_array_new ();
  if (!parse (&self, stream, meter, error))
    return FALSE;
  if (!vw_memory_resize (&self.pixels, self.size, name, error))
    return FALSE;
  *side = self.side;
  part->count = self.labels->len;
  part->labels = g_byte_array_free_to_bytes (g_steal_pointer (&self.labels));
  part->pixels = g_bytes_new_take (g_steal_pointer (&self.pixels), self.size);
  return TRUE;
}

typedef struct {
  char *paths[VW_N_SPLITS];
  GInputStream *streams[VW_N_SPLITS];
  VwDatasetPart *parts;
  guint sides[VW_N_SPLITS];
} Reading;

static void
reading_clear (Reading *self)
{
  for (guint i = 0; i < VW_N_SPLITS; i++)
    {
      g_clear_pointer (&self->paths[i], g_free);
      g_clear_object (&self->streams[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
read_one (gsize index, VwMeter *meter, gpointer data, GError **error)
{
  Reading *self = data;

  return vw_csv_parse (self->streams[index], self->paths[index], &self->parts[index],
                       &self->sides[index], meter, error);
}

/* Reads the first @n of the paths side by side. */
static gboolean
read_files (Reading *self, guint n, VwRawData *data, const VwTask *task, GError **error)
{
  guint64 total = 0;

  self->parts = data->parts;
  for (guint i = 0; i < n; i++)
    {
      guint64 size;

      self->streams[i] = vw_file_open (self->paths[i], &size, error);
      if (self->streams[i] == NULL)
        return FALSE;
      total += size;
    }
  if (!vw_metered_run (task, n, total, read_one, self, error))
    return FALSE;
  data->rows = data->cols = self->sides[0];
  return TRUE;
}

gboolean
vw_csv_read (const char *path, VwRawData *data, const VwTask *task, GError **error)
{
  g_auto (Reading) self = { { g_strdup (path) } };

  return read_files (&self, 1, data, task, error);
}

/* Returns: whether one of the two files is there. */
static gboolean
find_files (const char *folder, char *paths[VW_N_SPLITS])
{
  static const char *const names[][VW_N_SPLITS] = {
    { "mnist_train.csv", "mnist_test.csv" },
    { "fashion-mnist_train.csv", "fashion-mnist_test.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint split = 0; split < VW_N_SPLITS; split++)
        paths[split] = g_build_filename (folder, names[i][split], NULL);
      if (g_file_test (paths[0], G_FILE_TEST_EXISTS) || g_file_test (paths[1], G_FILE_TEST_EXISTS))
        return TRUE;
      g_clear_pointer (&paths[0], g_free);
      g_clear_pointer (&paths[1], g_free);
    }
  return FALSE;
}

gboolean
vw_csv_is_folder (const char *folder)
{
  g_auto (Reading) self = { { NULL } };

  return find_files (folder, self.paths);
}

gboolean
vw_csv_folder_read (const char *folder, VwRawData *data, const VwTask *task, GError **error)
{
  g_auto (Reading) self = { { NULL } };

  find_files (folder, self.paths);
  for (guint i = 0; i < VW_N_SPLITS; i++)
    if (!g_file_test (self.paths[i], G_FILE_TEST_EXISTS))
      {
        vw_error_set (error, VW_ERROR_MISMATCH, self.paths[i],
                      N_ ("is missing; it belongs beside %s"), self.paths[1 - i]);
        return FALSE;
      }
  if (!read_files (&self, VW_N_SPLITS, data, task, error))
    return FALSE;
  if (self.sides[0] == self.sides[1])
    return TRUE;
  vw_error_set (error, VW_ERROR_MISMATCH, self.paths[1],
                N_ ("has images of %s × %s pixels, those to train on have %s × %s"),
                VW_NUMBER (self.sides[1]), VW_NUMBER (self.sides[1]), VW_NUMBER (self.sides[0]),
                VW_NUMBER (self.sides[0]));
  return FALSE;
}
