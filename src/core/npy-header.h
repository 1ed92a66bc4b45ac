/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/npy.h"

G_BEGIN_DECLS

/**
 * vw_npy_header_parse:
 * @text: the dictionary, a Python literal, of @size bytes
 * @npy: (out caller-allocates): its type, n_dims and shape are set
 *
 * Accepts exactly the dictionaries that NumPy writes: the keys descr, fortran_order and shape, each
 * once, and blanks behind.
 */
gboolean vw_npy_header_parse (const char *text, gsize size, VwNpy *npy, const char *name,
                              GError **error);

/* Returns: (transfer full): the beginning of a file, up to the data; both in Python's words. */
GByteArray *vw_npy_header_build (const char *type, const char *shape);

G_END_DECLS
