/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/theme.h"

#include <adwaita.h>

/* Cantarell 11 at 96 dpi, which the sizes in the drawings are made for. */
#define USUAL_FONT_PIXELS (11.0 * 96 / 72)

static VwPlotTheme
current_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? VW_PLOT_HIGH_CONTRAST_DARK : VW_PLOT_HIGH_CONTRAST;
  return dark ? VW_PLOT_DARK : VW_PLOT_LIGHT;
}

/* Of the window, so that a small or large font of the widget's own style does not count. */
static double
font_pixels (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (resolution > 0 ? resolution : 96) / 72;
}

void
vw_theme_get_style (GtkWidget *widget, VwPlotStyle *style)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  PangoContext *context = gtk_widget_get_pango_context (root != NULL ? GTK_WIDGET (root) : widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double pixels = font_pixels (context);

  vw_plot_style_init (style, current_theme ());
  style->font_family = g_intern_string (pango_font_description_get_family (font));
  style->language = pango_language_to_string (pango_context_get_language (context));
  if (pixels > 0)
    style->text_scale = pixels / USUAL_FONT_PIXELS;
}

void
vw_theme_watch (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_resize), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_resize),
                           widget, G_CONNECT_SWAPPED);
}
