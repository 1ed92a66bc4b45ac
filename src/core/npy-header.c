/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/npy-header.h"

#include <string.h>

#include "core/files.h"

#define MAX_WORD 64

typedef struct {
  const char *at, *end;
} Cursor;

static void
skip_blanks (Cursor *self)
{
  while (self->at < self->end && strchr (" \t\n", *self->at) != NULL && *self->at != '\0')
    self->at++;
}

static gboolean
take (Cursor *self, char c)
{
  skip_blanks (self);
  if (self->at == self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
take_string (Cursor *self, char word[MAX_WORD])
{
  char quote;
  guint n = 0;

  skip_blanks (self);
  if (self->at == self->end || (*self->at != '\'' && *self->at != '"'))
    return FALSE;
  quote = *self->at++;
  while (self->at < self->end && *self->at != quote)
    {
      if (n == MAX_WORD - 1 || !g_ascii_isprint (*self->at) || *self->at == '\\')
        return FALSE;
      word[n++] = *self->at++;
    }
  word[n] = '\0';
  return take (self, quote);
}

static gboolean
take_boolean (Cursor *self, gboolean *value)
{
  static const char *const words[] = { "False", "True" };

  skip_blanks (self);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (self->end - self->at >= length && strncmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          *value = i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
take_length (Cursor *self, gsize *value)
{
  gsize n = 0;

  skip_blanks (self);
  if (self->at == self->end || !g_ascii_isdigit (*self->at))
    return FALSE;
  for (; self->at < self->end && g_ascii_isdigit (*self->at); self->at++)
    if (!g_size_checked_mul (&n, n, 10) || !g_size_checked_add (&n, n, *self->at - '0'))
      return FALSE;
  *value = n;
  return TRUE;
}

/* "()", "(5,)" or "(5, 6)", the last comma optional from two lengths on. */
static gboolean
take_shape (Cursor *self, VwNpy *npy)
{
  gboolean comma = TRUE;

  npy->n_dims = 0;
  if (!take (self, '('))
    return FALSE;
  while (!take (self, ')'))
    {
      if (!comma || npy->n_dims == VW_NPY_MAX_DIMS || !take_length (self, &npy->shape[npy->n_dims]))
        return FALSE;
      npy->n_dims++;
      comma = take (self, ',');
    }
  return npy->n_dims != 1 || comma;
}

/* What the three keys said; a key that has not come yet is negative or empty. */
typedef struct {
  char type[MAX_WORD];
  gboolean fortran, has_fortran, has_shape;
} Header;

static gboolean
take_item (Cursor *self, Header *header, VwNpy *npy)
{
  char key[MAX_WORD];

  if (!take_string (self, key) || !take (self, ':'))
    return FALSE;
  if (g_str_equal (key, "descr") && header->type[0] == '\0')
    return take_string (self, header->type);
  if (g_str_equal (key, "fortran_order") && !header->has_fortran)
    return header->has_fortran = take_boolean (self, &header->fortran);
  if (g_str_equal (key, "shape") && !header->has_shape)
    return header->has_shape = take_shape (self, npy);
  return FALSE;
}

static gboolean
take_dictionary (Cursor *self, Header *header, VwNpy *npy)
{
  gboolean comma = TRUE;

  if (!take (self, '{'))
    return FALSE;
  while (!take (self, '}'))
    {
      if (!comma || !take_item (self, header, npy))
        return FALSE;
      comma = take (self, ',');
    }
  skip_blanks (self);
  return self->at == self->end && header->type[0] != '\0' && header->has_fortran
         && header->has_shape;
}

static gboolean
find_type (const char *text, VwNpyType *type)
{
  for (guint i = 0; i < VW_N_NPY_TYPES; i++)
    if (g_str_equal (text, vw_npy_type_name (i)))
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
vw_npy_header_parse (const char *text, gsize size, VwNpy *npy, const char *name, GError **error)
{
  Cursor cursor = { text, text + size };
  Header header = { "" };

  if (!take_dictionary (&cursor, &header, npy))
    vw_error_set (error, VW_ERROR_FORMAT, name,
                  N_ ("has a header that is not one of a plain NumPy array"));
  else if (strchr (header.type, 'O') != NULL)
    vw_error_set (error, VW_ERROR_UNSUPPORTED, name,
                  N_ ("holds pickled Python objects, which could run code and are never read"));
  else if (!find_type (header.type, &npy->type))
    vw_error_set (error, VW_ERROR_UNSUPPORTED, name,
                  N_ ("has numbers of type “%s”; |u1, <i8, <f4 and <f8 are read"), header.type);
  else if (header.fortran)
    vw_error_set (error, VW_ERROR_UNSUPPORTED, name,
                  N_ ("is in Fortran order; save it with numpy.ascontiguousarray()"));
  else
    return TRUE;
  return FALSE;
}
