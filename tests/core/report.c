/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/error.h"
#include "core/metrics-json.h"
#include "core/report.h"
#include "lib/scratch.h"
#include "lib/script.h"

#include <string.h>

/* Every name has something that means something in one of the formats. */
static const char *const awkward[] = {
  "a,b",       "say \"hi\"", "one\ntwo", " blank ",     "a|b",      "back\\slash|",
  "[x] *bold*", "50% & $5 #1", "~^_{}",   "<b> `code`", "ünïcode 你", "",
};
#define N_AWKWARD G_N_ELEMENTS (awkward)

static VwMetrics *
make_metrics (guint n)
{
  VwMetrics *self = vw_metrics_new (n);

  for (guint truth = 0; truth < n; truth++)
    {
      for (guint predicted = 0; predicted < n; predicted++)
        self->confusion[truth * n + predicted] = (truth * 7 + predicted * 3) % 11;
      self->without_keypoints[truth] = truth % 3;
    }
  return self;
}

static VwTable *
make_matrix (const VwMetrics *metrics, VwPopulation population, VwNormalization normalization)
{
  VwReport report = { metrics, awkward, vw_report_texts (), population };

  return vw_report_matrix (&report, normalization);
}

static const char *
cell (const VwTable *table, guint row, guint column)
{
  return table->cells->pdata[row * table->n_columns + column];
}

static double
number (const VwTable *table, guint row, guint column)
{
  return g_ascii_strtod (cell (table, row, column), NULL);
}

static void
test_matrix_adds_up (void)
{
  const guint n = N_AWKWARD;
  g_autoptr (VwMetrics) metrics = make_metrics (n);

  for (int p = VW_POPULATION_ALL; p <= VW_POPULATION_WITH_KEYPOINTS; p++)
    {
      g_autoptr (VwTable) table = make_matrix (metrics, p, VW_NORMALIZATION_NONE);
      guint columns = n + (p == VW_POPULATION_ALL);

      g_assert_cmpuint (table->n_columns, ==, columns + 3);
      g_assert_cmpuint (table->cells->len, ==, (n + 3) * table->n_columns);
      for (guint row = 1; row <= n; row++)
        {
          double sum = 0;

          for (guint column = 1; column <= columns; column++)
            sum += number (table, row, column);
          g_assert_cmpfloat (sum, ==, number (table, row, columns + 1));
        }
      for (guint column = 1; column <= columns + 1; column++)
        {
          double sum = 0;

          for (guint row = 1; row <= n; row++)
            sum += number (table, row, column);
          g_assert_cmpfloat (sum, ==, number (table, n + 1, column));
        }
      g_assert_cmpfloat_with_epsilon (number (table, n + 1, columns + 2),
                                      vw_metrics_accuracy (metrics, p), 5.1e-5);
    }
}

static void
test_normalized_adds_up (void)
{
  const guint n = N_AWKWARD;
  g_autoptr (VwMetrics) m = make_metrics (n);

  for (int p = VW_POPULATION_ALL; p <= VW_POPULATION_WITH_KEYPOINTS; p++)
    {
      double all = 0;

      for (guint i = 0; i < n; i++)
        {
          double row
              = vw_metrics_normalized_cell (m, i, VW_NO_PREDICTION, VW_NORMALIZATION_TRUE, p);
          double column = 0;

          all += vw_metrics_normalized_cell (m, i, VW_NO_PREDICTION, VW_NORMALIZATION_ALL, p);
          for (guint j = 0; j < n; j++)
            {
              row += vw_metrics_normalized_cell (m, i, j, VW_NORMALIZATION_TRUE, p);
              column += vw_metrics_normalized_cell (m, j, i, VW_NORMALIZATION_PREDICTED, p);
              all += vw_metrics_normalized_cell (m, i, j, VW_NORMALIZATION_ALL, p);
            }
          g_assert_cmpfloat_with_epsilon (row, 1, 1e-12);
          g_assert_cmpfloat_with_epsilon (column, 1, 1e-12);
        }
      g_assert_cmpfloat_with_epsilon (all, 1, 1e-12);
    }
}

static void
test_nothing_to_normalize (void)
{
  g_autoptr (VwMetrics) m = vw_metrics_new (2);

  for (guint i = 0; i < VW_N_NORMALIZATIONS; i++)
    for (int predicted = VW_NO_PREDICTION; predicted < 2; predicted++)
      g_assert_cmpfloat (vw_metrics_normalized_cell (m, 0, predicted, i, VW_POPULATION_ALL), ==, 0);
}

static void
test_names_of_normalizations (void)
{
  VwNormalization read;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < VW_N_NORMALIZATIONS; i++)
    {
      g_assert_true (vw_normalization_parse (vw_normalization_name (i), &read, NULL));
      g_assert_cmpuint (read, ==, i);
    }
  g_assert_false (vw_normalization_parse ("rows", &read, &error));
  g_assert_error (error, VW_ERROR, VW_ERROR_PARAMETER);
}

/* Python's csv module reads the cells that the table has, line breaks and quotes included. */
static void
test_csv_reads_back (void)
{
  g_autoptr (VwMetrics) metrics = make_metrics (N_AWKWARD);
  g_autoptr (VwTable) table = make_matrix (metrics, VW_POPULATION_ALL, VW_NORMALIZATION_TRUE);
  g_autofree char *csv = vw_table_format (table, VW_TABLE_CSV);
  g_autofree char *output = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (Scratch) folder = { NULL };
  JsonArray *rows;

  scratch_init (&folder);
  scratch_write (&folder, "table.csv", csv, strlen (csv));
  output = test_python ("import csv, json, sys\n"
                        "path = sys.argv[1] + '/table.csv'\n"
                        "with open(path, newline='', encoding='utf-8') as f:\n"
                        "    print(json.dumps(list(csv.reader(f))))",
                        (const char *const[]){ folder.path, NULL });
  if (output == NULL)
    return;
  g_assert_true (json_parser_load_from_data (parser, output, -1, NULL));
  rows = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (rows) * table->n_columns, ==, table->cells->len);
  for (guint row = 0; row < json_array_get_length (rows); row++)
    {
      JsonArray *read = json_array_get_array_element (rows, row);

      g_assert_cmpuint (json_array_get_length (read), ==, table->n_columns);
      for (guint column = 0; column < table->n_columns; column++)
        g_assert_cmpstr (json_array_get_string_element (read, column), ==,
                         cell (table, row, column));
    }
}

/* Counts @separator where no backslash stands before it, as the formats do. */
static guint
count_separators (const char *line, char separator)
{
  guint n = 0;

  for (; *line != '\0'; line++)
    if (*line == '\\' && line[1] != '\0')
      line++;
    else
      n += *line == separator;
  return n;
}

static void
test_markdown_columns (void)
{
  g_autoptr (VwMetrics) metrics = make_metrics (N_AWKWARD);
  g_autoptr (VwTable) table = make_matrix (metrics, VW_POPULATION_ALL, VW_NORMALIZATION_NONE);
  g_autofree char *text = vw_table_format (table, VW_TABLE_MARKDOWN);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, N_AWKWARD + 3 + 1 + 1);
  g_assert_cmpstr (lines[N_AWKWARD + 4], ==, "");
  for (guint i = 0; i < N_AWKWARD + 4; i++)
    g_assert_cmpuint (count_separators (lines[i], '|'), ==, table->n_columns + 1);
  g_assert_true (g_str_has_prefix (lines[1], "| :-- | --: |"));
  g_assert_true (strstr (lines[0], "| a,b |") != NULL);
  g_assert_true (strstr (lines[0], "| back\\\\slash\\| |") != NULL);
  g_assert_true (strstr (lines[0], "| \\[x\\] \\*bold\\* |") != NULL);
}

static void
test_latex_is_plain (void)
{
  g_autoptr (VwMetrics) metrics = make_metrics (N_AWKWARD);
  g_autoptr (VwTable) table = make_matrix (metrics, VW_POPULATION_ALL, VW_NORMALIZATION_NONE);
  g_autofree char *text = vw_table_format (table, VW_TABLE_LATEX);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint rows = 0, rules = 0;
  int depth = 0;

  g_assert_true (g_str_has_prefix (text, "\\begin{tabular}{lrrr"));
  g_assert_true (g_str_has_suffix (text, "\\hline\n\\end{tabular}\n"));
  for (char **line = lines; *line != NULL; line++)
    {
      rules += g_str_equal (*line, "\\hline");
      /* A row that began with these would hand them to the \\ before it. */
      g_assert_true (**line != '[' && **line != '*');
      if (!g_str_has_suffix (*line, " \\\\"))
        continue;
      rows++;
      g_assert_cmpuint (count_separators (*line, '&'), ==, table->n_columns - 1);
      for (const char *c = "%$#_^~<>|\""; *c != '\0'; c++)
        g_assert_true (*c == '"' || count_separators (*line, *c) == 0);
    }
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\\')
      at++;
    else
      {
        depth += (*at == '{') - (*at == '}');
        g_assert_cmpint (depth, >=, 0);
      }
  g_assert_cmpint (depth, ==, 0);
  g_assert_cmpuint (rows, ==, N_AWKWARD + 3);
  g_assert_cmpuint (rules, ==, 4);
  g_assert_nonnull (strstr (text, "50\\% \\& \\$5 \\#1"));
  g_assert_nonnull (strstr (text, "\\textasciitilde{}\\textasciicircum{}\\_\\{\\}"));
}

/* The layout of sklearn.metrics.classification_report with digits=4. */
static void
test_scores_are_the_report (void)
{
  static const char *const two[] = { "cat", "dog" };
  g_autoptr (VwMetrics) metrics = vw_metrics_new (2);
  VwReport report = { metrics, two, vw_report_texts (), VW_POPULATION_WITH_KEYPOINTS };
  g_autoptr (VwTable) table = NULL;
  g_autofree char *csv = NULL;

  memcpy (metrics->confusion, (const guint[]){ 3, 1, 2, 4 }, 4 * sizeof (guint));
  table = vw_report_scores (&report);
  csv = vw_table_format (table, VW_TABLE_CSV);
  g_assert_cmpstr (csv, ==,
                   "class,precision,recall,F1,support\n"
                   "cat,0.6000,0.7500,0.6667,4\n"
                   "dog,0.8000,0.6667,0.7273,6\n"
                   "accuracy,,,0.7000,10\n"
                   "macro average,0.7000,0.7083,0.6970,10\n"
                   "weighted average,0.7200,0.7000,0.7030,10\n");
}

static void
test_json_round_trip (void)
{
  g_autoptr (VwMetrics) metrics = make_metrics (10);
  g_autoptr (VwMetrics) read = NULL;
  g_autoptr (JsonObject) object = json_object_new (), parsed = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  vw_metrics_to_json (metrics, object);
  text = vw_json_format (object);
  parsed = vw_json_parse (text, strlen (text), "report.json", &error);
  g_assert_no_error (error);
  read = vw_metrics_from_json (&(VwJson){ parsed, "report.json" }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->n_classes, ==, 10);
  g_assert_cmpmem (read->confusion, 100 * sizeof (guint), metrics->confusion, 100 * sizeof (guint));
  g_assert_cmpmem (read->without_keypoints, 10 * sizeof (guint), metrics->without_keypoints,
                   10 * sizeof (guint));
  g_assert_cmpint (json_object_get_int_member (parsed, "test_images"), ==,
                   vw_metrics_total (metrics, VW_POPULATION_WITH_KEYPOINTS));
  g_assert_cmpint (json_object_get_int_member (parsed, "test_total"), ==,
                   vw_metrics_total (metrics, VW_POPULATION_ALL));
  g_assert_cmpfloat (json_object_get_double_member (parsed, "accuracy_all"), ==,
                     vw_metrics_accuracy (metrics, VW_POPULATION_ALL));
}

static const struct {
  const char *path, *text;
} malformed[] = {
  { "empty", "" },
  { "no-json", "confusion" },
  { "cut-off", "{\"confusion\": [[1, 2], [3" },
  { "array", "[]" },
  { "number", "7" },
  { "null", "null" },
  { "not-utf8", "{\"confusion\xff\": 1}" },
  { "nothing-in-it", "{}" },
  { "no-without", "{\"confusion\": [[1]]}" },
  { "no-confusion", "{\"without_keypoints\": [1]}" },
  { "confusion-a-number", "{\"confusion\": 1, \"without_keypoints\": [1]}" },
  { "confusion-empty", "{\"confusion\": [], \"without_keypoints\": []}" },
  { "confusion-flat", "{\"confusion\": [1, 2], \"without_keypoints\": [0, 0]}" },
  { "confusion-wide", "{\"confusion\": [[1, 2]], \"without_keypoints\": [0]}" },
  { "confusion-ragged", "{\"confusion\": [[1, 2], [3]], \"without_keypoints\": [0, 0]}" },
  { "confusion-null", "{\"confusion\": [null], \"without_keypoints\": [0]}" },
  { "without-short", "{\"confusion\": [[1, 2], [3, 4]], \"without_keypoints\": [0]}" },
  { "without-long", "{\"confusion\": [[1]], \"without_keypoints\": [0, 0]}" },
  { "without-an-object", "{\"confusion\": [[1]], \"without_keypoints\": {}}" },
  { "negative", "{\"confusion\": [[-1]], \"without_keypoints\": [0]}" },
  { "fraction", "{\"confusion\": [[1.5]], \"without_keypoints\": [0]}" },
  { "text", "{\"confusion\": [[\"1\"]], \"without_keypoints\": [0]}" },
  { "true", "{\"confusion\": [[true]], \"without_keypoints\": [0]}" },
  { "nested", "{\"confusion\": [[[1]]], \"without_keypoints\": [0]}" },
  { "over-32-bits", "{\"confusion\": [[4294967296]], \"without_keypoints\": [0]}" },
  { "over-64-bits", "{\"confusion\": [[18446744073709551617]], \"without_keypoints\": [0]}" },
  { "exponent", "{\"confusion\": [[1e400]], \"without_keypoints\": [0]}" },
  { "sum-over-32-bits", "{\"confusion\": [[4294967295]], \"without_keypoints\": [1]}" },
};

static void
test_malformed (gconstpointer data)
{
  const char *text = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = vw_json_parse (text, strlen (text), "r.json", &error);

  if (object != NULL)
    g_assert_null (vw_metrics_from_json (&(VwJson){ object, "r.json" }, &error));
  test_assert_refused (error, VW_ERROR_FORMAT, "r.json: ");
}

/* A parser that calls itself would overflow the stack. */
static void
test_deep_nesting (gconstpointer data)
{
  g_autofree char *brackets = g_strnfill (10 * 1000 * 1000, '[');
  g_autofree char *text = g_strconcat (data, brackets, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (vw_json_parse (text, strlen (text), "r.json", &error));
  test_assert_refused (error, VW_ERROR_FORMAT, "r.json: ");
}

/* 257 classes are more than a label can tell apart. */
static void
test_too_many_classes (void)
{
  g_autoptr (VwMetrics) metrics = vw_metrics_new (257);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GError) error = NULL;

  vw_metrics_to_json (metrics, object);
  g_assert_null (vw_metrics_from_json (&(VwJson){ object, "r.json" }, &error));
  test_assert_refused (error, VW_ERROR_FORMAT, "r.json: ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/matrix-adds-up", test_matrix_adds_up);
  g_test_add_func ("/report/normalized-adds-up", test_normalized_adds_up);
  g_test_add_func ("/report/nothing-to-normalize", test_nothing_to_normalize);
  g_test_add_func ("/report/normalizations", test_names_of_normalizations);
  g_test_add_func ("/report/csv", test_csv_reads_back);
  g_test_add_func ("/report/markdown", test_markdown_columns);
  g_test_add_func ("/report/latex", test_latex_is_plain);
  g_test_add_func ("/report/scores", test_scores_are_the_report);
  g_test_add_func ("/report/json", test_json_round_trip);
  g_test_add_data_func ("/report/json/deep-nesting", "", test_deep_nesting);
  g_test_add_data_func ("/report/json/behind-comment", "{\"a\": /*\"*/ ", test_deep_nesting);
  g_test_add_data_func ("/report/json/behind-quote", "{'\"': ", test_deep_nesting);
  g_test_add_func ("/report/json/too-many-classes", test_too_many_classes);
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autofree char *path = g_strconcat ("/report/json/malformed/", malformed[i].path, NULL);

      g_test_add_data_func (path, malformed[i].text, test_malformed);
    }
  return g_test_run ();
}
