/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/breakpoint.h"

#include "app/theme.h"

typedef struct {
  GtkWidget *page; /* weak */
  GtkAdjustment *across;
  int width;
  VwBreakpointFunc adapt;
  gboolean narrow;
  guint idle;
} Breakpoint;

static void
breakpoint_free (gpointer data)
{
  Breakpoint *self = data;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->page);
  g_free (self);
}

static gboolean
adapt (gpointer data)
{
  Breakpoint *self = data;

  self->idle = 0;
  if (self->page != NULL)
    self->adapt (self->page, self->narrow);
  return G_SOURCE_REMOVE;
}

/* Widgets may not come and go while sizes are given out, so that waits for the next turn. */
static void
on_width (Breakpoint *self)
{
  double width = gtk_adjustment_get_page_size (self->across);
  VwPlotStyle style;
  gboolean narrow;

  if (self->page == NULL || width <= 0) /* gone, or never shown */
    return;
  vw_theme_get_style (self->page, &style);
  narrow = width / style.text_scale < self->width;
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  if (self->idle == 0)
    self->idle = g_idle_add (adapt, self);
}

/* Larger letters make a page narrower without a change of its width. */
static void
on_text_scale (GtkAdjustment *across)
{
  g_object_notify (G_OBJECT (across), "page-size");
}

void
vw_breakpoint_add (GtkScrolledWindow *scroller, int width, VwBreakpointFunc func, gpointer page)
{
  Breakpoint *self = g_new0 (Breakpoint, 1);

  *self = (Breakpoint){ .across = gtk_scrolled_window_get_hadjustment (scroller), .width = width,
                        .adapt = func };
  g_set_weak_pointer (&self->page, GTK_WIDGET (page));
  g_signal_connect_data (self->across, "notify::page-size", G_CALLBACK (on_width), self,
                         (GClosureNotify) (void (*) (void)) breakpoint_free, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (self->page), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_text_scale), self->across, G_CONNECT_SWAPPED);
}
