/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/text.h"

#include <math.h>
#include <pango/pangocairo.h>

#define PROBE_SIZE 100.0

struct _VwPlotTexts {
  GArray *items;
  PangoLayout *measure;
  char *font_family;
  char *language;
  double figure_height; /* of a font of size 1 */
  double line_height;
};

static void
text_clear (gpointer item)
{
  g_free (((VwPlotText *) item)->string);
}

/* Font settings of the device must not move a text between measuring, screen and paper. */
static PangoContext *
create_context (const char *font_family, const char *language)
{
  PangoContext *context
      = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_set_family (font, font_family != NULL ? font_family : "sans-serif");
  pango_context_set_font_description (context, font);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return context;
}

static PangoLayout *
create_layout (PangoContext *context)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static void
set_text (PangoLayout *layout, const char *string, double size, gboolean bold, double max_width)
{
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));
  gboolean from_right;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, max_width > 0 ? (int) ceil (max_width * PANGO_SCALE) : -1);
  pango_layout_set_ellipsize (layout, max_width > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text (layout, string, -1);
  /* The left of its box is where a text starts, whichever way it is written; Pango swaps the sides
     of one that is written from the right. */
  from_right = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  pango_layout_set_alignment (layout, from_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

VwPlotTexts *
vw_plot_texts_new (const VwPlotStyle *style)
{
  VwPlotTexts *self = g_new0 (VwPlotTexts, 1);
  PangoContext *context = create_context (style->font_family, style->language);
  PangoRectangle ink, logical;

  self->items = g_array_new (FALSE, FALSE, sizeof (VwPlotText));
  g_array_set_clear_func (self->items, text_clear);
  self->font_family = g_strdup (style->font_family);
  self->language = g_strdup (style->language);
  self->measure = create_layout (context);
  set_text (self->measure, "0", PROBE_SIZE, FALSE, 0);
  pango_layout_get_extents (self->measure, &ink, &logical);
  self->figure_height = ink.height / PROBE_SIZE / PANGO_SCALE;
  self->line_height = logical.height / PROBE_SIZE / PANGO_SCALE;
  g_object_unref (context);
  return self;
}

void
vw_plot_texts_free (VwPlotTexts *self)
{
  g_array_unref (self->items);
  g_object_unref (self->measure);
  g_free (self->font_family);
  g_free (self->language);
  g_free (self);
}

double
vw_plot_texts_measure (VwPlotTexts *self, const char *string, double size, gboolean bold)
{
  PangoRectangle logical;

  if (string == NULL)
    return 0;
  set_text (self->measure, string, size, bold, 0);
  pango_layout_get_extents (self->measure, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

double
vw_plot_texts_figure_height (const VwPlotTexts *self, double size)
{
  return self->figure_height * size;
}

double
vw_plot_texts_line_height (const VwPlotTexts *self, double size)
{
  return self->line_height * size;
}

/* From a box along the text, its origin at the base line's start, to the page. */
static cairo_rectangle_t
turn_box (const VwPlotText *text, double top, double width, double height)
{
  switch (text->turn)
    {
    case VW_PLOT_UPWARDS:
      return (cairo_rectangle_t) { text->x + top, text->y - width, height, width };
    case VW_PLOT_DOWNWARDS:
      return (cairo_rectangle_t) { text->x - top - height, text->y, height, width };
    default:
      return (cairo_rectangle_t) { text->x, text->y + top, width, height };
    }
}

void
vw_plot_texts_add (VwPlotTexts *self, const VwPlotLabel *label)
{
  VwPlotText text = { .turn = label->turn, .size = label->size, .bold = label->bold,
                      .max_width = label->max_width, .color = label->color, .tag = label->tag };
  PangoRectangle ink, logical;
  double top, width, along, across;

  if (label->string == NULL || *label->string == '\0' || label->max_width < 0)
    return;
  set_text (self->measure, label->string, label->size, label->bold, label->max_width);
  pango_layout_get_extents (self->measure, &ink, &logical);
  width = (double) logical.width / PANGO_SCALE;
  top = (double) (ink.y - pango_layout_get_baseline (self->measure)) / PANGO_SCALE;
  along = label->align == VW_PLOT_START ? 0 : label->align == VW_PLOT_CENTER ? width / 2 : width;
  across = self->figure_height * label->size / 2;
  text.string = g_strdup (label->string);
  text.unknown_glyphs = pango_layout_get_unknown_glyphs_count (self->measure);
  text.cut = pango_layout_is_ellipsized (self->measure);
  text.x = label->x + (label->turn == VW_PLOT_ACROSS ? -along
                       : label->turn == VW_PLOT_UPWARDS ? across : -across);
  text.y = label->y + (label->turn == VW_PLOT_ACROSS ? across
                       : label->turn == VW_PLOT_UPWARDS ? along : -along);
  text.box = turn_box (&text, top, width, (double) ink.height / PANGO_SCALE);
  g_array_append_val (self->items, text);
}

/* Half a unit more than asked, so that what was measured to fit does. */
static PangoLayout *
break_lines (VwPlotTexts *self, const VwPlotLabel *label, double width)
{
  PangoLayout *layout = pango_layout_copy (self->measure);

  set_text (layout, label->string, label->size, label->bold, 0);
  pango_layout_set_width (layout, width > 0 ? (int) ((width + .5) * PANGO_SCALE) : -1);
  return layout;
}

guint
vw_plot_texts_add_lines (VwPlotTexts *self, const VwPlotLabel *label, double width)
{
  VwPlotLabel line = *label;
  PangoLayout *layout;
  guint n;

  if (label->string == NULL || *label->string == '\0')
    return 0;
  layout = break_lines (self, label, width);
  n = pango_layout_get_line_count (layout);
  for (guint i = 0; i < n; i++)
    {
      PangoLayoutLine *broken = pango_layout_get_line_readonly (layout, i);
      g_autofree char *string = g_strndup (label->string + broken->start_index, broken->length);

      line.string = g_strchomp (string);
      vw_plot_texts_add (self, &line);
      line.y += self->line_height * label->size;
    }
  g_object_unref (layout);
  return n;
}

guint
vw_plot_texts_count_lines (VwPlotTexts *self, const char *string, double size, double width)
{
  VwPlotLabel label = { .string = string, .size = size };
  PangoLayout *layout = break_lines (self, &label, width);
  guint n = pango_layout_get_line_count (layout);

  g_object_unref (layout);
  return n;
}

guint
vw_plot_texts_get_n (const VwPlotTexts *self)
{
  return self->items->len;
}

const VwPlotText *
vw_plot_texts_get (const VwPlotTexts *self, guint index)
{
  return &g_array_index (self->items, VwPlotText, index);
}

static gboolean
has_tag (const VwPlotEmphasis *emphasis, guint tag)
{
  for (guint i = 0; emphasis != NULL && tag != 0 && i < emphasis->n_tags; i++)
    if (emphasis->tags[i] == tag)
      return TRUE;
  return FALSE;
}

static void
paint_text (const VwPlotText *text, PangoLayout *layout, cairo_t *cr)
{
  static const double angles[] = { 0, -G_PI_2, G_PI_2 };

  cairo_save (cr);
  cairo_translate (cr, text->x, text->y);
  cairo_rotate (cr, angles[text->turn]);
  cairo_move_to (cr, 0, -(double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

void
vw_plot_texts_paint (const VwPlotTexts *self, cairo_t *cr, const VwPlotEmphasis *emphasis)
{
  PangoContext *context = create_context (self->font_family, self->language);
  PangoLayout *layout;

  pango_cairo_update_context (cr, context);
  layout = create_layout (context);
  for (guint i = 0; i < self->items->len; i++)
    {
      const VwPlotText *text = vw_plot_texts_get (self, i);
      gboolean strong = has_tag (emphasis, text->tag);

      set_text (layout, text->string, text->size, text->bold || strong, text->max_width);
      vw_plot_color_set (cr, strong ? emphasis->color : text->color);
      paint_text (text, layout, cr);
    }
  g_object_unref (layout);
  g_object_unref (context);
}
