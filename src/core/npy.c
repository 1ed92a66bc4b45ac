/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/npy.h"

#include <string.h>

#include "core/files.h"
#include "core/npy-header.h"

/* Numbers are used as they stand in the file. */
G_STATIC_ASSERT (G_BYTE_ORDER == G_LITTLE_ENDIAN);

#define MAGIC "\x93NUMPY"
#define MAGIC_SIZE 6
#define PREFIX_SIZE_1 10 /* magic, version, length of the header in 2 bytes */
#define PREFIX_SIZE_2 12 /* the same in 4 bytes */
#define ALIGNMENT 64     /* of the data in the file, by NumPy's choice */

static const struct {
  const char *name;
  gsize size;
} types[VW_N_NPY_TYPES] = {
  [VW_NPY_UINT8] = { "|u1", 1 },
  [VW_NPY_INT64] = { "<i8", 8 },
  [VW_NPY_FLOAT32] = { "<f4", 4 },
  [VW_NPY_FLOAT64] = { "<f8", 8 },
};

gsize
vw_npy_type_size (VwNpyType type)
{
  return types[type].size;
}

const char *
vw_npy_type_name (VwNpyType type)
{
  return types[type].name;
}

gboolean
vw_npy_is (const VwNpy *self, VwNpyType type, guint n_dims)
{
  return self->type == type && self->n_dims == n_dims;
}

void
vw_npy_free (VwNpy *self)
{
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self);
}

/* Finds the header's text, @prefix and @length bytes, within the file. */
static gboolean
find_header (const guint8 *file, gsize size, gsize *prefix, gsize *length, const char *name,
             GError **error)
{
  gboolean is_npy = size > MAGIC_SIZE && memcmp (file, MAGIC, MAGIC_SIZE) == 0;

  if (size == 0)
    vw_error_set (error, VW_ERROR_EMPTY, name, N_ ("is empty"));
  else if (!is_npy)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is not a NumPy array"));
  else if (size < PREFIX_SIZE_2)
    vw_error_set (error, VW_ERROR_TRUNCATED, name, N_ ("is cut off in its header"));
  else if (file[6] < 1 || file[6] > 3 || file[7] != 0)
    vw_error_set (error, VW_ERROR_UNSUPPORTED, name,
                  N_ ("has version %s.%s of NumPy's format; 1.0 to 3.0 are read"),
                  VW_NUMBER (file[6]), VW_NUMBER (file[7]));
  else
    {
      *prefix = file[6] == 1 ? PREFIX_SIZE_1 : PREFIX_SIZE_2;
      *length = file[8] | (gsize) file[9] << 8;
      if (file[6] > 1)
        *length |= (gsize) file[10] << 16 | (gsize) file[11] << 24;
      if (*length <= size - *prefix)
        return TRUE;
      vw_error_set (error, VW_ERROR_TRUNCATED, name, N_ ("is cut off in its header"));
    }
  return FALSE;
}

static gboolean
check_size (VwNpy *self, gsize held, const char *name, GError **error)
{
  gboolean fits = TRUE;
  gsize bytes;

  self->n_items = 1;
  for (guint i = 0; fits && i < self->n_dims; i++)
    fits = g_size_checked_mul (&self->n_items, self->n_items, self->shape[i]);
  if (!fits || !g_size_checked_mul (&bytes, self->n_items, types[self->type].size))
    vw_error_set (error, VW_ERROR_TOO_LARGE, name,
                  N_ ("promises more numbers than any memory holds"));
  else if (held < bytes)
    vw_error_set (error, VW_ERROR_TRUNCATED, name,
                  N_ ("is cut off: it holds %s of the %s bytes that it promises"),
                  VW_NUMBER (held), VW_NUMBER (bytes));
  else if (held > bytes)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("holds more behind the end of its data"));
  else
    return TRUE;
  return FALSE;
}

/* A foreign header need not leave the numbers where the processor wants them. */
static GBytes *
aligned_part (GBytes *file, gsize from, gsize size, gsize alignment)
{
  const guint8 *data = (const guint8 *) g_bytes_get_data (file, NULL) + from;

  if ((guintptr) data % alignment != 0)
    return g_bytes_new (data, size);
  return g_bytes_new_from_bytes (file, from, size);
}

VwNpy *
vw_npy_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (VwNpy) self = g_new0 (VwNpy, 1);
  gsize size, prefix, length, held;
  const guint8 *file = g_bytes_get_data (bytes, &size);

  if (!find_header (file, size, &prefix, &length, name, error)
      || !vw_npy_header_parse ((const char *) file + prefix, length, self, name, error))
    return NULL;
  held = size - prefix - length;
  if (!check_size (self, held, name, error))
    return NULL;
  self->data = aligned_part (bytes, prefix + length, held, types[self->type].size);
  return g_steal_pointer (&self);
}

char *
vw_npy_format_shape (guint n_dims, const gsize *shape)
{
  GString *text = g_string_new ("(");

  for (guint i = 0; i < n_dims; i++)
    g_string_append_printf (text, i == 0 ? "%" G_GSIZE_FORMAT : ", %" G_GSIZE_FORMAT, shape[i]);
  g_string_append (text, n_dims == 1 ? ",)" : ")");
  return g_string_free (text, FALSE);
}

GByteArray *
vw_npy_header_build (const char *type, const char *shape)
{
  g_autoptr (GString) header = g_string_new (NULL);
  GByteArray *file = g_byte_array_new ();
  guint8 prefix[PREFIX_SIZE_1] = MAGIC "\x01";

  g_string_printf (header, "{'descr': '%s', 'fortran_order': False, 'shape': %s, }", type, shape);
  while ((PREFIX_SIZE_1 + header->len + 1) % ALIGNMENT != 0)
    g_string_append_c (header, ' ');
  g_string_append_c (header, '\n');
  prefix[8] = header->len & 0xff;
  prefix[9] = header->len >> 8;
  g_byte_array_append (file, prefix, sizeof prefix);
  g_byte_array_append (file, (const guint8 *) header->str, header->len);
  return file;
}

GBytes *
vw_npy_build (VwNpyType type, guint n_dims, const gsize *shape, gconstpointer data)
{
  g_autofree char *lengths = vw_npy_format_shape (n_dims, shape);
  GByteArray *file = vw_npy_header_build (types[type].name, lengths);
  gsize size = types[type].size;

  for (guint i = 0; i < n_dims; i++)
    size *= shape[i];
  if (size > 0)
    g_byte_array_append (file, data, size);
  return g_byte_array_free_to_bytes (file);
}
