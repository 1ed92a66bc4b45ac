/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/answer.h"

#include "core/files.h"

#define MOST_REDIRECTS 5

struct _VwAnswer {
  char *url; /* as asked for, which is what the user knows */
  guint64 from;
  SoupMessage *message;
  GInputStream *body;
  guint stall; /* seconds */
};

/* What is wrong with the way to a server, in words; GIO's own where there are none. */
static const struct {
  GQuark (*domain) (void);
  int code;
  VwErrorCode kind;
  const char *reason;
} reasons[] = {
  { g_io_error_quark, G_IO_ERROR_PARTIAL_INPUT, VW_ERROR_TRUNCATED,
    N_ ("broke off before its end") },
  { g_io_error_quark, G_IO_ERROR_CONNECTION_CLOSED, VW_ERROR_TRUNCATED,
    N_ ("broke off before its end") },
  { g_io_error_quark, G_IO_ERROR_CONNECTION_REFUSED, VW_ERROR_SYSTEM,
    N_ ("its server does not take the connection") },
  { g_io_error_quark, G_IO_ERROR_NETWORK_UNREACHABLE, VW_ERROR_SYSTEM,
    N_ ("cannot be reached; is this computer on the network?") },
  { g_io_error_quark, G_IO_ERROR_HOST_UNREACHABLE, VW_ERROR_SYSTEM,
    N_ ("cannot be reached; is this computer on the network?") },
  { g_resolver_error_quark, G_RESOLVER_ERROR_NOT_FOUND, VW_ERROR_SYSTEM,
    N_ ("its server is not found; is this computer on the network?") },
  { g_resolver_error_quark, G_RESOLVER_ERROR_TEMPORARY_FAILURE, VW_ERROR_SYSTEM,
    N_ ("its server is not found; is this computer on the network?") },
};

/* What is wrong with a certificate, the first that applies. */
static const struct {
  GTlsCertificateFlags flags;
  const char *reason;
} faults[] = {
  { G_TLS_CERTIFICATE_BAD_IDENTITY, N_ ("its server’s certificate is for another host") },
  { G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED,
    N_ ("its server’s certificate is out of date; is this computer’s clock right?") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA,
    N_ ("its server’s certificate comes from nobody that this computer trusts") },
  { G_TLS_CERTIFICATE_VALIDATE_ALL, N_ ("its server’s certificate is not valid") },
};

static const char *
find_fault (VwAnswer *self)
{
  GTlsCertificateFlags flags = soup_message_get_tls_peer_certificate_errors (self->message);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (faults) && (faults[i].flags & flags) == 0)
    i++;
  return faults[i].reason;
}

static void
take_error (VwAnswer *self, GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_error_matches (cause, reasons[i].domain (), reasons[i].code))
      {
        vw_error_set_literal (error, reasons[i].kind, self->url, reasons[i].reason);
        g_error_free (cause);
        return;
      }
  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    vw_error_set_literal (error, VW_ERROR_SYSTEM, self->url, find_fault (self));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    vw_error_set (error, VW_ERROR_SYSTEM, self->url, N_ ("stalled: nothing came for %s seconds"),
                  VW_NUMBER (self->stall));
  else
    vw_error_set (error, VW_ERROR_SYSTEM, self->url, N_ ("cannot be fetched: %s"), cause->message);
  g_error_free (cause);
}

static gboolean
send (VwAnswer *self, SoupSession *session, GUri *uri, GCancellable *cancellable, GError **error)
{
  SoupMessageHeaders *headers;
  GError *cause = NULL;

  g_clear_object (&self->body);
  g_clear_object (&self->message);
  self->message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_disable_feature (self->message, SOUP_TYPE_CONTENT_DECODER);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  if (self->from > 0)
    soup_message_headers_set_range (headers, self->from, -1);
  self->body = soup_session_send (session, self->message, cancellable, &cause);
  if (self->body == NULL)
    take_error (self, cause, error);
  return self->body != NULL;
}

static gboolean
is_http (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/* Returns: (transfer full) (nullable): where an answer leads to. */
static GUri *
follow (VwAnswer *self, GUri *from, GError **error)
{
  const char *location = soup_message_headers_get_one (
      soup_message_get_response_headers (self->message), "Location");
  g_autoptr (GUri) to
      = location != NULL ? g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (to == NULL || !is_http (to))
    vw_error_set (error, VW_ERROR_SYSTEM, self->url, N_ ("leads to no address of the web: %s"),
                  location != NULL ? location : "");
  else if (g_str_equal (g_uri_get_scheme (from), "https")
           && g_str_equal (g_uri_get_scheme (to), "http"))
    vw_error_set (error, VW_ERROR_SYSTEM, self->url,
                  N_ ("leads away from the secure connection, to %s"), location);
  else
    return g_steal_pointer (&to);
  return NULL;
}

static gboolean
send_and_follow (VwAnswer *self, SoupSession *session, GCancellable *cancellable, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (self->url, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || !is_http (uri))
    {
      vw_error_set (error, VW_ERROR_PARAMETER, self->url, N_ ("is no http or https address"));
      return FALSE;
    }
  for (guint i = 0; i <= MOST_REDIRECTS; i++)
    {
      GUri *next;

      if (!send (self, session, uri, cancellable, error))
        return FALSE;
      if (!SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (self->message)))
        return TRUE;
      next = follow (self, uri, error);
      if (next == NULL)
        return FALSE;
      g_uri_unref (uri);
      uri = next;
    }
  vw_error_set (error, VW_ERROR_SYSTEM, self->url, N_ ("leads in circles"));
  return FALSE;
}

VwAnswer *
vw_answer_new (SoupSession *session,
               const char *url,
               guint64 from,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (VwAnswer) self = g_new0 (VwAnswer, 1);

  self->url = g_strdup (url);
  self->from = from;
  self->stall = soup_session_get_timeout (session);
  return send_and_follow (self, session, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

VwAnswerBegin
vw_answer_begins (VwAnswer *self, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  guint status = soup_message_get_status (self->message);
  goffset start, end, total;

  if (status == SOUP_STATUS_OK)
    return VW_ANSWER_START;
  if (self->from > 0 && status == SOUP_STATUS_PARTIAL_CONTENT)
    return soup_message_headers_get_content_range (headers, &start, &end, &total)
                   && (guint64) start == self->from
               ? VW_ANSWER_THERE
               : VW_ANSWER_ELSEWHERE;
  if (self->from > 0 && status == SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE)
    return VW_ANSWER_ELSEWHERE;
  vw_error_set (error, VW_ERROR_SYSTEM, self->url, N_ ("its server answers %s %s"),
                VW_NUMBER (status), soup_message_get_reason_phrase (self->message));
  return VW_ANSWER_FAILED;
}

guint64
vw_answer_length (VwAnswer *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  goffset length = soup_message_headers_get_content_length (headers);

  return MAX (length, 0);
}

gssize
vw_answer_read (VwAnswer *self,
                guint8 *bytes,
                gsize size,
                GCancellable *cancellable,
                GError **error)
{
  GError *cause = NULL;
  gssize got = g_input_stream_read (self->body, bytes, size, cancellable, &cause);

  if (got < 0)
    take_error (self, cause, error);
  return got;
}

void
vw_answer_free (VwAnswer *self)
{
  g_clear_object (&self->body);
  g_clear_object (&self->message);
  g_free (self->url);
  g_free (self);
}
