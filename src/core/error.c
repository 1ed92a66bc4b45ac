/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/error.h"

#include <stdarg.h>
#include <string.h>

#define MAX_STRINGS 6

/* What an error carries beyond GError, so that it can be said again in another language. */
typedef struct {
  char *file;
  const char *reason; /* a string literal */
  char *strings[MAX_STRINGS];
  GPtrArray *causes; /* of GError; NULL for none */
} VwErrorPrivate;

static void
vw_error_private_init (VwErrorPrivate *priv)
{
}

static gpointer
copy_cause (gconstpointer cause, gpointer unused)
{
  return g_error_copy (cause);
}

static void
vw_error_private_copy (const VwErrorPrivate *from, VwErrorPrivate *to)
{
  to->file = g_strdup (from->file);
  to->reason = from->reason;
  for (guint i = 0; i < MAX_STRINGS; i++)
    to->strings[i] = g_strdup (from->strings[i]);
  if (from->causes != NULL)
    to->causes = g_ptr_array_copy (from->causes, copy_cause, NULL);
}

static void
vw_error_private_clear (VwErrorPrivate *priv)
{
  g_free (priv->file);
  for (guint i = 0; i < MAX_STRINGS; i++)
    g_free (priv->strings[i]);
  g_clear_pointer (&priv->causes, g_ptr_array_unref);
}

G_DEFINE_EXTENDED_ERROR (VwError, vw_error)

static const char *
keep (const char *reason)
{
  return reason;
}

static void
append_reason (GString *message, const VwErrorPrivate *priv, const char *reason)
{
  guint used = 0;

  for (const char *at = reason; *at != '\0'; at++)
    {
      gboolean marker = at[0] == '%' && (at[1] == 's' || at[1] == '%');

      if (!marker)
        g_string_append_c (message, *at);
      else if (at[1] == '%')
        g_string_append_c (message, '%');
      else if (used < MAX_STRINGS && priv->strings[used] != NULL)
        g_string_append (message, priv->strings[used++]);
      at += marker;
    }
}

static char *
compose (const VwErrorPrivate *priv, const char *(*translate) (const char *reason))
{
  GString *message = g_string_new (NULL);

  if (priv->file != NULL)
    g_string_append_printf (message, "%s: ", priv->file);
  append_reason (message, priv, translate (priv->reason));
  for (guint i = 0; priv->causes != NULL && i < priv->causes->len; i++)
    {
      g_autofree char *cause = vw_error_describe (priv->causes->pdata[i], translate);

      g_string_append_printf (message, "\n%s", cause);
    }
  return g_string_free (message, FALSE);
}

static guint
count_strings (const char *reason)
{
  guint n = 0;

  for (const char *at = reason; *at != '\0'; at++)
    if (at[0] == '%')
      {
        g_assert (at[1] == 's' || at[1] == '%');
        n += at[1] == 's';
        at++;
      }
  return n;
}

static GError *
error_new (VwErrorCode code, const char *file, const char *reason)
{
  GError *made = g_error_new_literal (VW_ERROR, code, "");
  VwErrorPrivate *priv = vw_error_get_private (made);

  priv->file = file != NULL ? g_filename_display_name (file) : NULL;
  priv->reason = reason;
  return made;
}

static void
propagate (GError **error, GError *made)
{
  g_free (made->message);
  made->message = compose (vw_error_get_private (made), keep);
  g_propagate_error (error, made);
}

void
vw_error_set_literal (GError **error, VwErrorCode code, const char *file, const char *reason)
{
  g_assert (count_strings (reason) == 0);
  if (error != NULL)
    propagate (error, error_new (code, file, reason));
}

void
vw_error_set (GError **error, VwErrorCode code, const char *file, const char *reason, ...)
{
  GError *made;
  VwErrorPrivate *priv;
  guint n = count_strings (reason);
  va_list list;

  g_assert (n <= MAX_STRINGS);
  if (error == NULL)
    return;
  made = error_new (code, file, reason);
  priv = vw_error_get_private (made);
  va_start (list, reason);
  for (guint i = 0; i < n; i++)
    {
      const char *string = va_arg (list, const char *);

      /* A path, or what somebody else wrote, may be anything; a message is shown. */
      priv->strings[i] = string != NULL ? g_utf8_make_valid (string, -1) : NULL;
    }
  va_end (list);
  propagate (error, made);
}

void
vw_error_add_cause (GError *error, const GError *cause)
{
  VwErrorPrivate *priv = vw_error_get_private (error);

  if (priv->causes == NULL)
    priv->causes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_ptr_array_add (priv->causes, g_error_copy (cause));
  g_free (error->message);
  error->message = compose (priv, keep);
}

/* Returns: (nullable): what it carries; %NULL for one that was not made here. */
static const VwErrorPrivate *
get_parts (const GError *error)
{
  const VwErrorPrivate *priv
      = error->domain == VW_ERROR ? vw_error_get_private ((GError *) error) : NULL;

  return priv != NULL && priv->reason != NULL ? priv : NULL;
}

char *
vw_error_describe (const GError *error, const char *(*translate) (const char *reason))
{
  const VwErrorPrivate *priv = get_parts (error);

  return priv != NULL && translate != NULL ? compose (priv, translate) : g_strdup (error->message);
}

/* As the header has it; of the English, whatever the language. */
static gboolean
is_predicate (const char *reason)
{
  static const char *const clauses[] = { "a ", "another ", "its ", "line ", "the " };

  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    if (g_str_has_prefix (reason, clauses[i]))
      return FALSE;
  return g_ascii_islower (reason[0]);
}

gboolean
vw_error_take_apart (const GError *error,
                     const char *(*translate) (const char *reason),
                     VwErrorParts *parts)
{
  const VwErrorPrivate *priv = get_parts (error);
  GString *reason;

  if (priv == NULL)
    return FALSE;
  reason = g_string_new (NULL);
  append_reason (reason, priv, translate (priv->reason));
  *parts = (VwErrorParts){ priv->file, g_string_free (reason, FALSE), is_predicate (priv->reason),
                           priv->causes };
  return TRUE;
}
