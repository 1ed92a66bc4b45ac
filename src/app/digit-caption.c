/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-caption.h"

#include "app/ink-texture.h"
#include "app/theme.h"

#include <math.h>

#define WIDTH 44 /* at a text scale of 1; as wide as the thumbnail */
#define WIDTH_OF_TWO_LINES 66
#define GAP 3

enum { LABEL, MISTAKE, COUNT, N_PARTS };

struct _VwDigitCaption {
  GtkWidget parent_instance;

  char *texts[N_PARTS];
  PangoLayout *layouts[N_PARTS]; /* made when they are drawn */
  gboolean two_lines;
};

G_DEFINE_FINAL_TYPE (VwDigitCaption, vw_digit_caption, GTK_TYPE_WIDGET)

static void
forget_layouts (VwDigitCaption *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_object (&self->layouts[i]);
}

gboolean
vw_digit_caption_set (VwDigitCaption *self,
                      const char *label,
                      const char *mistake,
                      const char *count)
{
  const char *const texts[] = { label, mistake, count };
  gboolean changed = FALSE;

  g_return_val_if_fail (VW_IS_DIGIT_CAPTION (self), FALSE);
  for (guint i = 0; i < N_PARTS; i++)
    if (g_strcmp0 (self->texts[i], texts[i]) != 0)
      {
        g_free (self->texts[i]);
        self->texts[i] = g_strdup (texts[i]);
        g_clear_object (&self->layouts[i]);
        changed = TRUE;
      }
  if (changed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  return changed;
}

void
vw_digit_caption_set_two_lines (VwDigitCaption *self, gboolean two_lines)
{
  g_return_if_fail (VW_IS_DIGIT_CAPTION (self));
  if (two_lines == self->two_lines)
    return;
  self->two_lines = two_lines;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static PangoLayout *
get_layout (VwDigitCaption *self, guint part)
{
  if (self->layouts[part] == NULL)
    {
      PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->texts[part]);
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      if (part != COUNT)
        pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      self->layouts[part] = layout;
    }
  return self->layouts[part];
}

static int
line_height (GtkWidget *widget)
{
  PangoFontMetrics *metrics
      = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

/* Returns: how wide it is, at most @room */
static int
draw_part (VwDigitCaption *self,
           GtkSnapshot *snapshot,
           guint part,
           VwPlotColor color,
           float x,
           float y,
           int room)
{
  PangoLayout *layout = get_layout (self, part);
  GdkRGBA rgba = vw_ink_to_rgba (color);
  int width;

  pango_layout_set_width (layout, MAX (room, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
  return width;
}

static int
natural_width (VwDigitCaption *self, guint part)
{
  PangoLayout *layout = get_layout (self, part);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
vw_digit_caption_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwDigitCaption *self = VW_DIGIT_CAPTION (widget);
  int width = gtk_widget_get_width (widget), x = 0, y = 0, count;
  VwPlotStyle style;

  if (self->texts[LABEL] == NULL)
    return;
  vw_theme_get_style (widget, &style);
  count = natural_width (self, COUNT);
  x = draw_part (self, snapshot, LABEL, style.palette.text, 0, 0,
                 self->two_lines ? width : width - count - GAP);
  if (self->two_lines)
    {
      y = line_height (widget);
      x = 0;
    }
  if (self->texts[MISTAKE][0] != '\0')
    draw_part (self, snapshot, MISTAKE, style.palette.against, x, y, width - x - count - GAP);
  draw_part (self, snapshot, COUNT, style.palette.dim, width - count, y, count);
}

static void
vw_digit_caption_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  VwDigitCaption *self = VW_DIGIT_CAPTION (widget);
  VwPlotStyle style;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = line_height (widget) * (self->two_lines ? 2 : 1);
      return;
    }
  vw_theme_get_style (widget, &style);
  *minimum = *natural
      = (int) ceil ((self->two_lines ? WIDTH_OF_TWO_LINES : WIDTH) * style.text_scale);
}

static void
vw_digit_caption_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vw_digit_caption_parent_class)->css_changed (widget, change);
  forget_layouts (VW_DIGIT_CAPTION (widget)); /* the font may be another */
  gtk_widget_queue_resize (widget);
}

static void
vw_digit_caption_finalize (GObject *object)
{
  VwDigitCaption *self = VW_DIGIT_CAPTION (object);

  forget_layouts (self);
  for (guint i = 0; i < N_PARTS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (vw_digit_caption_parent_class)->finalize (object);
}

static void
vw_digit_caption_class_init (VwDigitCaptionClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = vw_digit_caption_finalize;
  widget_class->snapshot = vw_digit_caption_snapshot;
  widget_class->measure = vw_digit_caption_measure;
  widget_class->css_changed = vw_digit_caption_css_changed;
  /* The thumbnail above says it all. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vw_digit_caption_init (VwDigitCaption *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  vw_theme_watch (GTK_WIDGET (self));
}

GtkWidget *
vw_digit_caption_new (void)
{
  return g_object_new (VW_TYPE_DIGIT_CAPTION, NULL);
}
