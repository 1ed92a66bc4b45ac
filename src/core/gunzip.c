/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gunzip.h"

struct _VwGunzip {
  GObject parent_instance;
  GConverter *member;
  gboolean between; /* a member has ended, no other has begun */
};

static void vw_gunzip_converter_init (GConverterIface *iface);

G_DEFINE_TYPE_WITH_CODE (VwGunzip, vw_gunzip, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER, vw_gunzip_converter_init))

static GConverterResult
vw_gunzip_convert (GConverter *converter, const void *in, gsize in_size, void *out, gsize out_size,
                   GConverterFlags flags, gsize *n_read, gsize *n_written, GError **error)
{
  VwGunzip *self = VW_GUNZIP (converter);
  GConverterResult result;

  if (self->between && in_size == 0)
    {
      if ((flags & G_CONVERTER_INPUT_AT_END) != 0)
        return G_CONVERTER_FINISHED;
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "more input needed");
      return G_CONVERTER_ERROR;
    }
  if (self->between)
    g_converter_reset (self->member);
  self->between = FALSE;
  result = g_converter_convert (self->member, in, in_size, out, out_size, flags, n_read, n_written,
                                error);
  if (result != G_CONVERTER_FINISHED)
    return result;
  self->between = TRUE;
  return G_CONVERTER_CONVERTED;
}

static void
vw_gunzip_reset (GConverter *converter)
{
  VwGunzip *self = VW_GUNZIP (converter);

  g_converter_reset (self->member);
  self->between = FALSE;
}

static void
vw_gunzip_converter_init (GConverterIface *iface)
{
  iface->convert = vw_gunzip_convert;
  iface->reset = vw_gunzip_reset;
}

static void
vw_gunzip_finalize (GObject *object)
{
  g_clear_object (&VW_GUNZIP (object)->member);
  G_OBJECT_CLASS (vw_gunzip_parent_class)->finalize (object);
}

static void
vw_gunzip_class_init (VwGunzipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vw_gunzip_finalize;
}

static void
vw_gunzip_init (VwGunzip *self)
{
  self->member = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
}

GConverter *
vw_gunzip_new (void)
{
  return g_object_new (VW_TYPE_GUNZIP, NULL);
}
