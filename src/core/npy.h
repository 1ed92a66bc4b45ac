/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/error.h"

G_BEGIN_DECLS

#define VW_NPY_MAX_DIMS 8

/* Little-endian, as in the file. */
typedef enum {
  VW_NPY_UINT8,
  VW_NPY_INT64,
  VW_NPY_FLOAT32,
  VW_NPY_FLOAT64,
  VW_N_NPY_TYPES,
} VwNpyType;

/**
 * VwNpy:
 * @n_dims: 0 for a single number
 * @shape: @n_dims lengths, the slowest first; a length may be 0
 * @n_items: product of the shape
 * @data: exactly @n_items numbers in C order, aligned for their type
 *
 * An array as NumPy's .npy files hold it.
 */
typedef struct {
  VwNpyType type;
  guint n_dims;
  gsize shape[VW_NPY_MAX_DIMS];
  gsize n_items;
  GBytes *data;
} VwNpy;

/**
 * vw_npy_parse:
 * @bytes: a whole file; the array may refer to it
 * @name: for messages
 *
 * Reads versions 1, 2 and 3 of the format; never executes or unpickles anything.
 * Source: NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays".
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_FORMAT, %VW_ERROR_TRUNCATED,
 *   %VW_ERROR_TOO_LARGE for a shape that no memory holds, or %VW_ERROR_UNSUPPORTED for Python
 *   objects, Fortran order, other types of numbers or versions.
 */
VwNpy *vw_npy_parse (GBytes *bytes, const char *name, GError **error);
void vw_npy_free (VwNpy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwNpy, vw_npy_free)

/**
 * vw_npy_build:
 * @shape: @n_dims lengths
 * @data: the numbers in C order: as many bytes as @type and @shape say
 *
 * Returns: (transfer full): the same bytes that numpy.save() writes, version 1.
 */
GBytes *vw_npy_build (VwNpyType type, guint n_dims, const gsize *shape, gconstpointer data);

/* Whether the array has this type and this number of dimensions. */
gboolean vw_npy_is (const VwNpy *self, VwNpyType type, guint n_dims);

/* Bytes of one number. */
gsize vw_npy_type_size (VwNpyType type);

/* As in the file's header: "<f4". */
const char *vw_npy_type_name (VwNpyType type);

/* Returns: (transfer full): the shape in Python's words: "(60000, 28, 28)". */
char *vw_npy_format_shape (guint n_dims, const gsize *shape);

G_END_DECLS
