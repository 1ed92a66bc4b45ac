/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checks.h"
#include "lib/scratch.h"
#include "plot/figure.h"
#include "samples.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

#define TITLE "Matrice de confusion – ORB + BoVW + SVM (MNIST) <&>"
#define SUBTITLE "Exactitude 63,05 % sur les 10 000 images de test"
#define CAPTION \
  "Visual Words 0.1 · préréglage « Cahier, tel qu’imprimé » : bicubique ×3,43 (28→96 px), " \
  "ORB 500 points, seuil de bord 31, 300 mots (MiniBatchKMeans, graine 42), histogramme L2, " \
  "LinearSVC C = 1 · 29 des 10 000 chiffres de test n’ont aucun point clé."

static const VwPlotFigureText words = { TITLE, SUBTITLE, CAPTION };

typedef struct {
  VwMetrics *metrics;
  VwPlotHeatmap model;
  VwPlotFigure *figure;
  VwPlotDrawing drawing;
  Scratch folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->metrics = sample_notebook ();
  fixture->model = sample_heatmap (fixture->metrics, TRUE);
  fixture->figure = vw_plot_figure_new (&words, "fr", "Cantarell");
  vw_plot_figure_set_heatmap (fixture->figure, &fixture->model);
  fixture->drawing = vw_plot_figure_get_drawing (fixture->figure);
  scratch_init (&fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vw_plot_figure_free (fixture->figure);
  vw_metrics_free (fixture->metrics);
  scratch_clear (&fixture->folder);
}

static VwPlotExport
options_for (VwPlotFormat format)
{
  return (VwPlotExport) { .format = format, .width = 170, .resolution = 300, .title = TITLE,
                          .description = SUBTITLE, .software = "Visual Words 0.1",
                          .parameters = "{\"seed\": 42}" };
}

/* Returns: (transfer full): the path of the written file. */
static char *
write_file (Fixture *fixture, const VwPlotExport *options, const char *name)
{
  char *path = scratch_path (&fixture->folder, name);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = vw_plot_export_render (&fixture->drawing, options, &error);
  g_assert_no_error (error);
  scratch_write_bytes (&fixture->folder, name, bytes);
  return path;
}

/* Returns: (transfer full) (nullable): what the program says; %NULL when the test is skipped. */
static char *
run (const char *program, const char *argument, const char *file, const char *output)
{
  const char *arguments[] = { program, argument, file, output, NULL };
  g_autofree char *found = g_find_program_in_path (program);
  char *said = NULL;
  GError *error = NULL;
  int status;

  if (found == NULL)
    {
      g_test_skip_printf ("%s is not installed", program);
      return NULL;
    }
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return said;
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
  VwPlotExport options = options_for (VW_PLOT_PNG);
  g_autofree char *path = write_file (fixture, &options, "a.png");
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file (path, NULL);
  const guint8 *corner;
  guint width, height;

  g_assert_nonnull (pixbuf);
  vw_plot_export_pixels (&fixture->drawing, &options, &width, &height);
  g_assert_cmpuint (width, ==, 2008); /* 170 mm at 300 dots per inch */
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, height);
  g_assert_cmpstr (gdk_pixbuf_get_option (pixbuf, "x-dpi"), ==, "300");
  g_assert_cmpstr (gdk_pixbuf_get_option (pixbuf, "tEXt::Title"), ==, TITLE);
  g_assert_cmpstr (gdk_pixbuf_get_option (pixbuf, "tEXt::Description"), ==, SUBTITLE);
  g_assert_cmpstr (gdk_pixbuf_get_option (pixbuf, "tEXt::Software"), ==, "Visual Words 0.1");
  g_assert_cmpstr (gdk_pixbuf_get_option (pixbuf, "tEXt::Comment"), ==, "{\"seed\": 42}");
  g_assert_false (gdk_pixbuf_get_has_alpha (pixbuf));
  corner = gdk_pixbuf_read_pixels (pixbuf);
  g_assert_cmpint (corner[0] & corner[1] & corner[2], ==, 255);
}

/* On white it is the opaque picture again. */
static void
test_transparent_png (Fixture *fixture, gconstpointer data)
{
  VwPlotExport options = options_for (VW_PLOT_PNG);
  g_autofree char *opaque_path = write_file (fixture, &options, "a.png");
  g_autofree char *path = NULL;
  g_autoptr (GdkPixbuf) opaque = gdk_pixbuf_new_from_file (opaque_path, NULL);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  options.transparent = TRUE;
  path = write_file (fixture, &options, "b.png");
  pixbuf = gdk_pixbuf_new_from_file (path, NULL);
  g_assert_true (gdk_pixbuf_get_has_alpha (pixbuf));
  g_assert_cmpint (gdk_pixbuf_read_pixels (pixbuf)[3], ==, 0);
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y += 3)
    for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x++)
      {
        const guint8 *a = gdk_pixbuf_read_pixels (opaque) + y * gdk_pixbuf_get_rowstride (opaque)
                          + x * 3;
        const guint8 *b = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf)
                          + x * 4;

        for (guint i = 0; i < 3; i++)
          g_assert_cmpint (ABS (a[i] - (255 - (255 - b[i]) * b[3] / 255)), <=, 3);
      }
}

static void
test_svg (Fixture *fixture, gconstpointer data)
{
  VwPlotExport options = options_for (VW_PLOT_SVG);
  g_autofree char *path = write_file (fixture, &options, "a.svg");
  g_autofree char *text = NULL;
  g_autofree char *png = scratch_path (&fixture->folder, "svg.png");
  g_autofree char *output = g_strconcat ("--output=", png, NULL);
  g_autofree char *said = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<title>Matrice de confusion – ORB + BoVW + SVM (MNIST) "
                                  "&lt;&amp;&gt;</title>"));
  g_assert_nonnull (strstr (text, SUBTITLE));
  g_assert_nonnull (strstr (text, "{&quot;seed&quot;: 42}</desc>"));
  g_assert_nonnull (strstr (text, "width=\"481.88")); /* 170 mm in points */
  said = run ("rsvg-convert", path, "--width=1000", output);
  if (said == NULL)
    return;
  pixbuf = gdk_pixbuf_new_from_file (png, NULL);
  g_assert_nonnull (pixbuf);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 1000);
}

static void
test_pdf_information (Fixture *fixture, gconstpointer data)
{
  VwPlotExport options = options_for (VW_PLOT_PDF);
  g_autofree char *path = write_file (fixture, &options, "a.pdf");
  g_autofree char *said = run ("pdfinfo", path, NULL, NULL);

  if (said == NULL)
    return;
  g_assert_nonnull (strstr (said, TITLE));
  g_assert_nonnull (strstr (said, SUBTITLE));
  g_assert_nonnull (strstr (said, "{\"seed\": 42}"));
  g_assert_nonnull (strstr (said, "Visual Words 0.1"));
  g_assert_nonnull (strstr (said, "481.89 x "));
}

/* Text stays text. */
static void
test_pdf_text (Fixture *fixture, gconstpointer data)
{
  VwPlotExport options = options_for (VW_PLOT_PDF);
  g_autofree char *path = write_file (fixture, &options, "a.pdf");
  g_autofree char *said = run ("pdftotext", "-layout", path, "-");

  if (said == NULL)
    return;
  g_assert_nonnull (strstr (said, TITLE));
  g_assert_nonnull (strstr (said, "Prédictions"));
  g_assert_nonnull (strstr (said, "Vérités terrain"));
  g_assert_nonnull (strstr (said, "exactitude"));
}

static void
test_figure_is_light_and_whole (Fixture *fixture, gconstpointer data)
{
  const VwPlotStyle *style = vw_plot_figure_get_style (fixture->figure);
  const VwPlotTexts *texts = vw_plot_figure_get_texts (fixture->figure);

  g_assert_false (style->dark);
  g_assert_cmpuint (pixel_of (style->palette.background), ==, 0xffffffff);
  check_texts (texts, VW_PLOT_FIGURE_WIDTH, fixture->drawing.height, "figure");
  g_assert_true (has_text (texts, TITLE));
  g_assert_cmpuint (vw_plot_texts_get_n (texts), >=, 4); /* the caption went over lines */
  g_assert_cmpuint (count_cut (texts), ==, 0);
}

static void
test_long_texts_take_lines (void)
{
  g_autofree char *title = g_strnfill (300, 'm');
  VwPlotFigureText text = { title, CAPTION CAPTION, CAPTION CAPTION CAPTION };
  VwPlotFigureText none = { NULL, "", NULL };
  g_autoptr (VwMetrics) metrics = sample_notebook ();
  VwPlotHeatmap model = sample_heatmap (metrics, FALSE);
  g_autoptr (VwPlotFigure) figure = vw_plot_figure_new (&text, NULL, "Cantarell");
  g_autoptr (VwPlotFigure) bare = vw_plot_figure_new (&none, NULL, "Cantarell");
  double height, bare_height;

  vw_plot_figure_set_heatmap (figure, &model);
  vw_plot_figure_set_heatmap (bare, &model);
  height = vw_plot_figure_get_drawing (figure).height;
  bare_height = vw_plot_figure_get_drawing (bare).height;
  check_texts (vw_plot_figure_get_texts (figure), VW_PLOT_FIGURE_WIDTH, height, "long");
  g_assert_cmpuint (vw_plot_texts_get_n (vw_plot_figure_get_texts (bare)), ==, 0);
  g_assert_cmpfloat (height, >, bare_height + 100);
}

static void
paint_digit (cairo_t *cr, gconstpointer data)
{
  VwPlotDigit model = sample_digit (TRUE);
  g_auto (VwPlotDigitLayout) layout = { 0 };

  vw_plot_digit_layout (&model, 400, 400, data, &layout);
  vw_plot_digit_paint (cr, &model, &layout, data, NULL);
}

/* Any chart can be a figure, in any format. */
static void
test_digit_as_figure (void)
{
  g_autoptr (VwPlotFigure) figure = vw_plot_figure_new (&words, "fr", "Cantarell");
  VwPlotDrawing chart = { 400, 400, paint_digit, vw_plot_figure_get_style (figure) };
  VwPlotDrawing drawing;

  vw_plot_figure_set_chart (figure, &chart, 34);
  drawing = vw_plot_figure_get_drawing (figure);
  check_texts (vw_plot_figure_get_texts (figure), drawing.width, drawing.height, "digit");
  g_assert_cmpfloat (drawing.height, >, 400);
  for (guint format = VW_PLOT_PNG; format <= VW_PLOT_PDF; format++)
    {
      VwPlotExport options = options_for (format);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = vw_plot_export_render (&drawing, &options, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
    }
}

static void
test_too_many_pixels (Fixture *fixture, gconstpointer data)
{
  VwPlotExport options = options_for (VW_PLOT_PNG);

  for (options.resolution = 2700; options.resolution < 1e6; options.resolution *= 10)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vw_plot_export_render (&fixture->drawing, &options, &error));
      g_assert_error (error, VW_ERROR, VW_ERROR_TOO_LARGE);
    }
}

static void
test_same_bytes_again (Fixture *fixture, gconstpointer data)
{
  VwPlotExport options = options_for (VW_PLOT_PNG);
  g_autoptr (GBytes) one = NULL, two = NULL;

  options.resolution = 72;
  one = vw_plot_export_render (&fixture->drawing, &options, NULL);
  two = vw_plot_export_render (&fixture->drawing, &options, NULL);
  g_assert_true (g_bytes_equal (one, two));
}

static void
test_formats_by_name (void)
{
  VwPlotFormat format;

  g_assert_true (vw_plot_format_find ("a.b/Figure.PNG", &format));
  g_assert_cmpint (format, ==, VW_PLOT_PNG);
  g_assert_true (vw_plot_format_find ("x.svg", &format));
  g_assert_cmpint (format, ==, VW_PLOT_SVG);
  g_assert_true (vw_plot_format_find ("x.pdf", &format));
  g_assert_cmpint (format, ==, VW_PLOT_PDF);
  g_assert_false (vw_plot_format_find ("x.jpeg", &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  need_test_font ();
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/export/png", test_png);
  ADD ("/export/transparent", test_transparent_png);
  ADD ("/export/svg", test_svg);
  ADD ("/export/pdf-information", test_pdf_information);
  ADD ("/export/pdf-text", test_pdf_text);
  ADD ("/export/too-large", test_too_many_pixels);
  ADD ("/export/same-bytes", test_same_bytes_again);
  ADD ("/figure/light", test_figure_is_light_and_whole);
  g_test_add_func ("/figure/long-texts", test_long_texts_take_lines);
  g_test_add_func ("/figure/digit", test_digit_as_figure);
  g_test_add_func ("/export/formats", test_formats_by_name);
  return g_test_run ();
}
