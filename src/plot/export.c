/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/export-formats.h"

#include "core/error.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define POINTS_PER_MM (72 / 25.4)
#define MM_PER_INCH 25.4
#define MOST_SIDE 32767 /* of Cairo */
#define MOST_PIXELS 250000000 /* 2 GB while it is encoded */

static const char *const suffixes[] = { ".png", ".svg", ".pdf" };

gboolean
vw_plot_format_find (const char *file_name, VwPlotFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

static double
pixels_per_unit (const VwPlotDrawing *drawing, const VwPlotExport *options)
{
  return options->width / MM_PER_INCH * options->resolution / drawing->width;
}

void
vw_plot_export_pixels (const VwPlotDrawing *drawing, const VwPlotExport *options, guint *width,
                       guint *height)
{
  double scale = pixels_per_unit (drawing, options);

  *width = (guint) fmin (fmax (round (drawing->width * scale), 1), G_MAXUINT16);
  *height = (guint) fmin (fmax (round (drawing->height * scale), 1), G_MAXUINT16);
}

/* @scale: from the drawing's units to the surface's */
static gboolean
paint_onto (cairo_surface_t *surface, const VwPlotDrawing *drawing, const VwPlotExport *options,
            double scale, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (!options->transparent)
    {
      vw_plot_color_set (cr, vw_plot_color_from_rgb (0xffffff));
      cairo_paint (cr);
    }
  cairo_scale (cr, scale, scale);
  drawing->paint (cr, drawing->data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("the picture could not be drawn: %s"),
                cairo_status_to_string (status));
  return FALSE;
}

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_pdf_metadata (cairo_surface_t *surface, const VwPlotExport *options)
{
  const struct {
    cairo_pdf_metadata_t field;
    const char *value;
  } fields[] = {
    { CAIRO_PDF_METADATA_TITLE, options->title },
    { CAIRO_PDF_METADATA_SUBJECT, options->description },
    { CAIRO_PDF_METADATA_CREATOR, options->software },
    { CAIRO_PDF_METADATA_KEYWORDS, options->parameters },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].value != NULL)
      cairo_pdf_surface_set_metadata (surface, fields[i].field, fields[i].value);
}

static void
append_element (GString *out, const char *name, const char *first, const char *second)
{
  g_autofree char *one = g_markup_escape_text (first != NULL ? first : "", -1);
  g_autofree char *two = g_markup_escape_text (second != NULL ? second : "", -1);

  if (*one == '\0' && *two == '\0')
    return;
  g_string_append_printf (out, "\n<%s>%s%s%s</%s>", name, one, *one && *two ? "\n" : "", two, name);
}

/* Cairo writes no metadata into an SVG; they go behind the opening tag. */
static GBytes *
add_svg_metadata (GByteArray *svg, const VwPlotExport *options)
{
  GString *out = g_string_new_len ((const char *) svg->data, svg->len);
  GString *elements = g_string_new (NULL);
  const char *tag = g_strstr_len (out->str, out->len, "<svg");
  const char *end = tag != NULL ? strchr (tag, '>') : NULL;
  gsize length;

  g_byte_array_unref (svg);
  append_element (elements, "title", options->title, NULL);
  append_element (elements, "desc", options->description, options->parameters);
  if (options->software != NULL)
    append_element (elements, "metadata", options->software, NULL);
  if (end != NULL)
    g_string_insert (out, end + 1 - out->str, elements->str);
  g_string_free (elements, TRUE);
  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}

static GBytes *
render_vectors (const VwPlotDrawing *drawing, const VwPlotExport *options, GError **error)
{
  double scale = options->width * POINTS_PER_MM / drawing->width;
  double width = drawing->width * scale;
  double height = drawing->height * scale;
  GByteArray *out = g_byte_array_new ();
  gboolean pdf = options->format == VW_PLOT_PDF;
  cairo_surface_t *surface = pdf ? cairo_pdf_surface_create_for_stream (append, out, width, height)
                                 : cairo_svg_surface_create_for_stream (append, out, width, height);
  gboolean done;

  if (pdf)
    set_pdf_metadata (surface, options);
  else /* cairo's older default, said aloud: 1.18 has another */
    cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  done = paint_onto (surface, drawing, options, scale, error);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (!done)
    {
      g_byte_array_unref (out);
      return NULL;
    }
  return pdf ? g_byte_array_free_to_bytes (out) : add_svg_metadata (out, options);
}

static GBytes *
render_pixels (const VwPlotDrawing *drawing, const VwPlotExport *options, GError **error)
{
  cairo_surface_t *surface;
  GBytes *png = NULL;
  guint width, height;

  vw_plot_export_pixels (drawing, options, &width, &height);
  if (MAX (width, height) > MOST_SIDE || (guint64) width * height > MOST_PIXELS)
    {
      vw_error_set (error, VW_ERROR_TOO_LARGE, NULL,
                    N_ ("the picture would have too many pixels; lower its size or resolution"));
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  if (paint_onto (surface, drawing, options, pixels_per_unit (drawing, options), error))
    png = vw_plot_encode_png (surface, options, error);
  cairo_surface_destroy (surface);
  return png;
}

GBytes *
vw_plot_export_render (const VwPlotDrawing *drawing, const VwPlotExport *options, GError **error)
{
  return options->format == VW_PLOT_PNG ? render_pixels (drawing, options, error)
                                        : render_vectors (drawing, options, error);
}
