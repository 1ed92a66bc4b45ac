/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draw-files.h"

#include "plot/export.h"

#include <glib/gi18n.h>

#define SAVED_SIDE 560  /* pixels: 20 for each of the 28 */
#define RESOLUTION 96.0 /* dots per inch, to have one unit a pixel */
#define MM_PER_INCH 25.4

/* One of the two. */
typedef struct {
  char *path;
  GdkTexture *texture;
} Source;

static void
source_free (Source *source)
{
  g_free (source->path);
  g_clear_object (&source->texture);
  g_free (source);
}

/* A VwJobFunc. What other programs give goes the way of files, so that there is one. */
static gpointer
read_photo (gpointer input, const VwTask *task, GError **error)
{
  const Source *source = input;
  g_autoptr (GBytes) png = NULL;

  if (source->path != NULL)
    return vw_photo_read (source->path, error);
  png = gdk_texture_save_to_png_bytes (source->texture);
  return vw_photo_decode (png, _ ("The picture"), error);
}

static void
start (VwJob *job, Source source, VwJobDoneFunc done, gpointer data)
{
  vw_job_start (job, &(VwJobWork){ read_photo, g_memdup2 (&source, sizeof source),
                                   (GDestroyNotify) source_free, (GDestroyNotify) vw_photo_free,
                                   done, data });
}

void
vw_draw_files_read (VwJob *job, const char *path, VwJobDoneFunc done, gpointer data)
{
  start (job, (Source){ .path = g_strdup (path) }, done, data);
}

void
vw_draw_files_decode (VwJob *job, GdkTexture *texture, VwJobDoneFunc done, gpointer data)
{
  start (job, (Source){ .texture = g_object_ref (texture) }, done, data);
}

gboolean
vw_draw_files_is_image (const char *path)
{
  g_autofree char *type = g_content_type_guess (path, NULL, 0, NULL);
  g_autofree char *mime = g_content_type_get_mime_type (type);

  return mime != NULL && g_str_has_prefix (mime, "image/");
}

/* A VwPlotPaintFunc. */
static void
paint_drawing (cairo_t *cr, gconstpointer data)
{
  g_autoptr (VwDrawingRaster) raster = vw_drawing_raster_new (SAVED_SIDE);

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_mask_surface (cr, vw_drawing_raster_update (raster, data), 0, 0);
}

/* A VwPlotPaintFunc. */
static void
paint_field (cairo_t *cr, gconstpointer data)
{
  const VwCentering *centering = data;

  for (guint y = 0; y < VW_FIELD_SIDE; y++)
    for (guint x = 0; x < VW_FIELD_SIDE; x++)
      {
        double grey = centering->pixels[y * VW_FIELD_SIDE + x] / 255.0;

        cairo_set_source_rgb (cr, grey, grey, grey);
        cairo_rectangle (cr, x, y, 1, 1);
        cairo_fill (cr);
      }
}

static GBytes *
make (const VwPlotDrawing *drawing, GError **error)
{
  const VwPlotExport options = { .format = VW_PLOT_PNG,
                                 .width = drawing->width * MM_PER_INCH / RESOLUTION,
                                 .resolution = RESOLUTION,
                                 .software = "Visual Words" };

  return vw_plot_export_render (drawing, &options, error);
}

GBytes *
vw_draw_files_make (const VwDrawing *drawing, GError **error)
{
  return make (&(VwPlotDrawing){ SAVED_SIDE, SAVED_SIDE, paint_drawing, drawing }, error);
}

GBytes *
vw_draw_files_make_field (const VwCentering *centering, GError **error)
{
  return make (&(VwPlotDrawing){ VW_FIELD_SIDE, VW_FIELD_SIDE, paint_field, centering }, error);
}
