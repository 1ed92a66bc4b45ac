/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/numbers.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

/* U+2212 minus, U+202F narrow no-break space, U+00A0 no-break space. */
static const VwPlotNumbers english = { ".", ",", "\u2212", "\u202f%" };
static const VwPlotNumbers french = { ",", "\u202f", "\u2212", "\u00a0%" };

const VwPlotNumbers *
vw_plot_numbers_for (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "fr") ? &french : &english;
}

static const char *
sign_of (const VwPlotNumbers *self, int direction, gboolean sign)
{
  if (direction < 0)
    return self->minus;
  return direction > 0 && sign ? "+" : "";
}

/* @digits: ASCII digits with at most one point */
static void
append_grouped (GString *out, const VwPlotNumbers *self, const char *digits)
{
  gsize whole = strcspn (digits, ".");

  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (i > 0 && i < whole && (whole - i) % 3 == 0)
        g_string_append (out, self->thousands);
      if (i == whole)
        g_string_append (out, self->decimal);
      else
        g_string_append_c (out, digits[i]);
    }
}

char *
vw_plot_format_count (const VwPlotNumbers *self, gint64 count, gboolean sign)
{
  guint64 size = count < 0 ? -(guint64) count : (guint64) count;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, size);
  GString *out = g_string_new (sign_of (self, (count > 0) - (count < 0), sign));

  append_grouped (out, self, digits);
  return g_string_free (out, FALSE);
}

static GString *
format_decimal (const VwPlotNumbers *self, double value, int digits, gboolean sign)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 32];
  char format[8];
  gboolean zero;
  GString *out;

  g_snprintf (format, sizeof format, "%%.%df", CLAMP (digits, 0, 9));
  g_ascii_formatd (buffer, sizeof buffer, format, fabs (value));
  zero = strspn (buffer, "0.") == strlen (buffer); /* no −0.0 */
  out = g_string_new (zero ? "" : sign_of (self, value < 0 ? -1 : 1, sign));
  append_grouped (out, self, buffer);
  return out;
}

char *
vw_plot_format_decimal (const VwPlotNumbers *self, double value, int digits, gboolean sign)
{
  return g_string_free (format_decimal (self, value, digits, sign), FALSE);
}

char *
vw_plot_format_percent (const VwPlotNumbers *self, double share, int digits, gboolean sign)
{
  GString *out = format_decimal (self, share * 100, digits, sign);

  return g_string_free (g_string_append (out, self->percent), FALSE);
}

/* Returns: (nullable): the string that goes with the name of that length. */
static const char *
find_value (const char *name, gsize length, va_list list)
{
  const char *key;
  const char *found = NULL;
  va_list copy;

  va_copy (copy, list);
  while (found == NULL && (key = va_arg (copy, const char *)) != NULL)
    {
      const char *value = va_arg (copy, const char *);

      if (strlen (key) == length && strncmp (key, name, length) == 0)
        found = value;
    }
  va_end (copy);
  return found;
}

char *
vw_plot_compose (const char *pattern, ...)
{
  GString *out = g_string_new (NULL);
  va_list list;

  va_start (list, pattern);
  for (const char *at = pattern; *at != '\0'; at++)
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      const char *value = end != NULL ? find_value (at + 1, end - at - 1, list) : NULL;

      if (value == NULL)
        g_string_append_c (out, *at);
      else
        {
          g_string_append (out, value);
          at = end;
        }
    }
  va_end (list);
  return g_string_free (out, FALSE);
}
