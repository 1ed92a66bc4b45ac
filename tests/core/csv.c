/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/csv.h"

#include <string.h>

#include "lib/scratch.h"

/* One row a text that must be refused, and how the message goes on behind the file's name. */
static const struct {
  const char *name;
  VwErrorCode code;
  const char *text;
  const char *message;
} malformed[] = {
  { "empty", VW_ERROR_EMPTY, "", "is empty" },
  { "header-only", VW_ERROR_EMPTY, "label,pixel0\n", "holds no images" },
  { "blank-lines", VW_ERROR_EMPTY, "\n \n", "holds no images" },
  { "web-page", VW_ERROR_FORMAT, "<html>\n", "is a web page" },
  { "test-without-labels", VW_ERROR_FORMAT, "pixel0,pixel1\n1,2\n", "begins with “pixel0”" },
  { "binary", VW_ERROR_FORMAT, "\x89PNG\r\n\x1a\n", "begins with “?PNG”" },
  { "utf-16", VW_ERROR_FORMAT, "\xff\xfel\xff", "begins with “??l?”" },
  { "label-only", VW_ERROR_FORMAT, "5\n", "line 1 has one value only" },
  { "semicolons", VW_ERROR_FORMAT, "5;0;0\n", "line 1, column 1: not a whole" },
  { "not-square", VW_ERROR_UNSUPPORTED, "5,1,2\n", "line 1 has 2 pixels, which is no square" },
  { "cell-empty", VW_ERROR_FORMAT, "5,1,2,3,4\n5,1,,3,4\n", "line 2, column 3: no value" },
  { "last-cell-empty", VW_ERROR_FORMAT, "5,1,2,3,4\n5,1,2,3,\n", "line 2, column 5: no value" },
  { "cell-missing", VW_ERROR_FORMAT, "label,a,b,c,d\n5,1,2,3,4\n5,1,2,3\n5,1,2,3,4\n",
    "line 3 has 4 values where 5 are expected" },
  { "cell-too-many", VW_ERROR_FORMAT, "5,1,2,3,4\r\n5,1,2,3,4,5\r\n",
    "line 2 has more than 5 values" },
  { "cut-off", VW_ERROR_TRUNCATED, "5,1,2,3,4\n5,1,2", "is cut off within line 2" },
  { "nan", VW_ERROR_FORMAT, "5,1,2,NaN,4\n", "line 1, column 4: not a whole number" },
  { "256", VW_ERROR_FORMAT, "5,256,2,3,4\n", "line 1, column 2: not a whole number" },
  { "label-256", VW_ERROR_FORMAT, "256,1,2,3,4\n", "line 1, column 1: not a whole number" },
  { "many-digits", VW_ERROR_FORMAT, "5,1,2,3,99999999999999999999\n", "line 1, column 5: not" },
  { "negative", VW_ERROR_FORMAT, "5,1,2,3,-4\n", "line 1, column 5: not a whole number" },
  { "fraction", VW_ERROR_FORMAT, "5,1,2,3,0.5\n", "line 1, column 5: not a whole number" },
  { "two-numbers", VW_ERROR_FORMAT, "5,1 1,2,3,4\n", "line 1, column 2: not a whole number" },
  { "hexadecimal", VW_ERROR_FORMAT, "5,0x1,2,3,4\n", "line 1, column 2: not a whole number" },
  { "later-junk", VW_ERROR_FORMAT, "5,1,2,3,4\n\x01\x02\n", "line 2, column 1: not a whole" },
};

static gboolean
parse (GBytes *text, VwRawData *data, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (text);

  return vw_csv_parse (stream, "dir/file.csv", &data->parts[0], &data->rows, NULL, error);
}

static void
test_malformed (gconstpointer user_data)
{
  guint row = GPOINTER_TO_UINT (user_data);
  g_autoptr (GBytes) text = g_bytes_new_static (malformed[row].text, strlen (malformed[row].text));
  g_autofree char *message = g_strconcat ("dir/file.csv: ", malformed[row].message, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (VwRawData) data = { 0 };

  g_assert_false (parse (text, &data, &error));
  test_assert_refused (error, malformed[row].code, message);
}

static void
test_nul (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("5,1\0", 4);
  g_autoptr (GError) error = NULL;
  g_auto (VwRawData) data = { 0 };

  g_assert_false (parse (text, &data, &error));
  test_assert_refused (error, VW_ERROR_FORMAT, "dir/file.csv: is not text");
}

static void
test_reads (void)
{
  static const char *const texts[] = {
    "5,1,2,3,4\n7,0,255,10,0\n",
    "label,pixel0,pixel1,pixel2,pixel3\n5,1,2,3,4\n7,0,255,10,0\n",
    "\xef\xbb\xbf\"label\",\"1x1\",\"1x2\"\r\n5,1,2,3,4\r\n\r\n7,0,255,10,0",
    " 5 , 1,\t2 ,3,4\n\n07,000,255,10,0\n\n\n",
    "\357\273\2775,1,2,3,4\n7,0,255,10,0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) text = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;
      g_auto (VwRawData) data = { 0 };
      gsize size;
      const guint8 *pixels;

      g_assert_true (parse (text, &data, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (data.rows, ==, 2);
      g_assert_cmpuint (data.parts[0].count, ==, 2);
      g_assert_cmpmem (g_bytes_get_data (data.parts[0].labels, NULL), 2, "\5\7", 2);
      pixels = g_bytes_get_data (data.parts[0].pixels, &size);
      g_assert_cmpmem (pixels, size, "\1\2\3\4\0\xff\n\0", 8);
    }
}

/* A binary file of one endless line ends early, in little memory. */
static void
test_memory_is_bounded (void)
{
  gsize size = 32 << 20, before;
  g_autofree char *ones = g_malloc (size);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (VwRawData) data = { 0 };

  for (gsize i = 0; i < size; i++)
    ones[i] = i % 2 == 0 ? '1' : ',';
  text = g_bytes_new_static (ones, size);
  test_memory_reset ();
  before = test_memory_peak ();
  g_assert_false (parse (text, &data, &error));
  test_assert_refused (error, VW_ERROR_TOO_LARGE, "dir/file.csv: line 1 has more than 1048577");
  g_assert_cmpuint (test_memory_peak () - before, <, 4 << 20);
}

/* Pieces in which a stream is read do not show. */
static void
test_across_pieces (void)
{
  g_autoptr (GString) text = g_string_new ("label,a,b,c,d\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (VwRawData) data = { 0 };
  const guint8 *labels, *pixels;
  guint n = 50000; /* several pieces, at every phase of a line */

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u,%u,%u,%u,%u\n", i % 10, i % 256, i % 7, i % 101,
                            255 - i % 256);
  g_assert_cmpuint (text->len, >, 2 * VW_READ_PIECE);
  bytes = g_bytes_new_static (text->str, text->len);
  g_assert_true (parse (bytes, &data, &error));
  g_assert_cmpuint (data.parts[0].count, ==, n);
  labels = g_bytes_get_data (data.parts[0].labels, NULL);
  pixels = g_bytes_get_data (data.parts[0].pixels, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (labels[i], ==, i % 10);
      g_assert_cmpuint (pixels[4 * i], ==, i % 256);
      g_assert_cmpuint (pixels[4 * i + 3], ==, 255 - i % 256);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/malformed/", malformed[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_malformed);
    }
  g_test_add_func ("/csv/malformed/nul", test_nul);
  g_test_add_func ("/csv/reads", test_reads);
  g_test_add_func ("/csv/memory", test_memory_is_bounded);
  g_test_add_func ("/csv/across-pieces", test_across_pieces);
  return g_test_run ();
}
