/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/npy-text.h"

#include <string.h>

#include "core/npy-header.h"

/* NumPy's strings are 32 bits a character, their number part of the type. */
static GByteArray *
begin_text (glong n_characters)
{
  g_autofree char *type = g_strdup_printf ("<U%ld", n_characters);

  return vw_npy_header_build (type, "()");
}

GBytes *
vw_npy_text_build (const char *text)
{
  glong length;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &length);
  GByteArray *file = begin_text (length);

  g_byte_array_append (file, (const guint8 *) characters, length * sizeof *characters);
  return g_byte_array_free_to_bytes (file);
}

/* Returns: the bytes of data behind the one header that fits them, or 0. */
static gsize
check_header (const guint8 *file, gsize size)
{
  g_autoptr (GByteArray) header = begin_text (1);
  gsize data;

  /* Every number of digits leaves room in the same multiple of 64 bytes. */
  if (size <= header->len || (size - header->len) % sizeof (gunichar) != 0)
    return 0;
  data = size - header->len;
  g_byte_array_unref (header);
  header = begin_text (data / sizeof (gunichar));
  return memcmp (file, header->data, header->len) == 0 ? data : 0;
}

char *
vw_npy_text_parse (GBytes *bytes, const char *name, GError **error)
{
  gsize size;
  const guint8 *file = g_bytes_get_data (bytes, &size);
  gsize data = check_header (file, size);
  char *text = NULL;

  if (data > 0)
    {
      g_autofree gunichar *characters = g_memdup2 (file + size - data, data);

      text = g_ucs4_to_utf8 (characters, data / sizeof *characters, NULL, NULL, NULL);
    }
  if (text == NULL)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is not a NumPy array of one text"));
  return text;
}
