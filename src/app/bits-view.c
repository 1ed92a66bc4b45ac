/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bits-view.h"

#include "core/orb-trace.h"
#include "plot/bits.h"

#include <glib/gi18n.h>

struct _VwBitsView {
  VwChart parent_instance;

  VwInspector *inspector;
  VwPlotBitsLayout layout;
};

G_DEFINE_FINAL_TYPE (VwBitsView, vw_bits_view, VW_TYPE_CHART)

/* Returns: (nullable): the bits of the keypoint that is pointed at. */
static const guint8 *
find_descriptor (VwBitsView *self)
{
  int keypoint = self->inspector != NULL ? vw_inspector_get_keypoint (self->inspector) : -1;

  if (keypoint < 0)
    return NULL;
  return vw_inspector_get_inspection (self->inspector)->frame.descriptors
         + (gsize) keypoint * VW_DESCRIPTOR_BYTES;
}

static void
vw_bits_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  vw_plot_bits_layout (width, height, style, &VW_BITS_VIEW (chart)->layout);
}

static void
vw_bits_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwBitsView *self = VW_BITS_VIEW (chart);
  VwPlotBits model = { find_descriptor (self) };

  if (model.descriptor != NULL)
    vw_plot_bits_paint (cr, &model, &self->layout, style, vw_inspector_get_bit (self->inspector));
}

static int
hit (VwBitsView *self, double x, double y)
{
  vw_chart_ensure (VW_CHART (self));
  return find_descriptor (self) != NULL ? vw_plot_bits_hit (&self->layout, x, y) : -1;
}

static void
vw_bits_view_hover (VwChart *chart, double x, double y)
{
  VwBitsView *self = VW_BITS_VIEW (chart);

  vw_inspector_point_bit (self->inspector, hit (self, x, y));
}

static void
vw_bits_view_leave (VwChart *chart)
{
  VwBitsView *self = VW_BITS_VIEW (chart);

  vw_inspector_point_bit (self->inspector, -1);
}

static gboolean
vw_bits_view_key_pressed (VwChart *chart, guint key)
{
  VwBitsView *self = VW_BITS_VIEW (chart);
  int bit = vw_inspector_get_bit (self->inspector);
  int by = key == GDK_KEY_Right  ? 1
           : key == GDK_KEY_Left ? -1
           : key == GDK_KEY_Down ? VW_PLOT_BITS_SIDE
           : key == GDK_KEY_Up   ? -VW_PLOT_BITS_SIDE
                                 : 0;

  if (key == GDK_KEY_Escape)
    vw_bits_view_leave (VW_CHART (self));
  if (by == 0 || find_descriptor (self) == NULL)
    return key == GDK_KEY_Escape;
  bit = bit < 0 ? 0 : (bit + by + VW_DESCRIPTOR_BITS) % VW_DESCRIPTOR_BITS;
  vw_inspector_point_bit (self->inspector, bit);
  return TRUE;
}

/* Returns: (transfer full) (nullable): "Bit 37 is 1: grey values 80 < 112". */
static char *
describe_bit (VwBitsView *self, int bit)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  VwTestPair pairs[VW_DESCRIPTOR_BITS];

  if (bit < 0 || seen->frame.trace == NULL)
    return NULL;
  vw_orb_trace_get_pairs (seen->frame.trace, vw_inspector_get_keypoint (self->inspector), pairs);
  return g_strdup_printf (pairs[bit].bit ? _ ("Bit %d is 1: grey values %u < %u")
                                         : _ ("Bit %d is 0: grey values %u ≥ %u"),
                          bit, pairs[bit].grey[0], pairs[bit].grey[1]);
}

static gboolean
on_tooltip (VwBitsView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int bit = keyboard ? vw_inspector_get_bit (self->inspector) : hit (self, x, y);
  g_autofree char *text = describe_bit (self, bit);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* What a screen reader says of the bit that the arrow keys came to. */
static void
on_pointed (VwBitsView *self)
{
  g_autofree char *text = find_descriptor (self) != NULL
                              ? describe_bit (self, vw_inspector_get_bit (self->inspector))
                              : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  vw_chart_changed (VW_CHART (self));
}

void
vw_bits_view_set_inspector (VwBitsView *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_BITS_VIEW (self) && self->inspector == NULL);
  self->inspector = g_object_ref (inspector);
  g_signal_connect_object (inspector, "pointed", G_CALLBACK (on_pointed), self, G_CONNECT_SWAPPED);
}

static void
vw_bits_view_dispose (GObject *object)
{
  g_clear_object (&VW_BITS_VIEW (object)->inspector);
  G_OBJECT_CLASS (vw_bits_view_parent_class)->dispose (object);
}

static void
vw_bits_view_class_init (VwBitsViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_bits_view_dispose;
  VW_CHART_CLASS (class)->arrange = vw_bits_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_bits_view_paint;
  VW_CHART_CLASS (class)->hover = vw_bits_view_hover;
  VW_CHART_CLASS (class)->leave = vw_bits_view_leave;
  VW_CHART_CLASS (class)->key_pressed = vw_bits_view_key_pressed;
}

static void
vw_bits_view_init (VwBitsView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip), NULL);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("256 bits of the descriptor"), -1);
}
