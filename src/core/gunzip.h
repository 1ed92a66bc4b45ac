/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VwGunzip:
 *
 * A #GConverter that unpacks whole gzip files: several members are one content, as RFC 1952 has
 * it, and anything else behind a member is %G_IO_ERROR_INVALID_DATA. GZlibDecompressor alone stops
 * after the first member and hides what follows.
 */
#define VW_TYPE_GUNZIP (vw_gunzip_get_type ())
G_DECLARE_FINAL_TYPE (VwGunzip, vw_gunzip, VW, GUNZIP, GObject)

GConverter *vw_gunzip_new (void);

G_END_DECLS
