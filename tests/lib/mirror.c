/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/mirror.h"

#include <string.h>

#define LARGE 32768 /* bytes; smaller files are never asked for in pieces */
#define SLOW_PIECE 4096
#define SLOW_PAUSE 2000 /* µs */
#define STALL (20 * G_USEC_PER_SEC)

typedef struct {
  GOutputStream *out;
  GInputStream *in;
  char *name;
  gint64 from; /* −1 when no piece is asked for */
  gboolean breaks;
} Request;

static void
send_text (Request *request, const char *text)
{
  g_output_stream_write_all (request->out, text, strlen (text), NULL, NULL, NULL);
}

static void
send_head (Request *request, const char *status, gsize length, const char *more)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %s\r\nContent-Length: %" G_GSIZE_FORMAT
                                           "\r\nConnection: close\r\n%s\r\n",
                                           status, length, more);

  send_text (request, head);
}

static void
send_bytes (Request *request, const guint8 *bytes, gsize size)
{
  g_output_stream_write_all (request->out, bytes, size, NULL, NULL, NULL);
}

/* Until the other side closes, or for long. */
static void
hang (Request *request)
{
  GSocket *socket = g_socket_connection_get_socket (
      G_SOCKET_CONNECTION (g_object_get_data (G_OBJECT (request->out), "connection")));

  g_socket_condition_timed_wait (socket, G_IO_IN | G_IO_HUP, STALL, NULL, NULL);
}

static void
send_slowly (Request *request, const guint8 *bytes, gsize size)
{
  for (gsize at = 0; at < size; at += SLOW_PIECE)
    {
      if (!g_output_stream_write_all (request->out, bytes + at, MIN (SLOW_PIECE, size - at), NULL,
                                      NULL, NULL))
        return;
      g_usleep (SLOW_PAUSE);
    }
}

static void
send_body (Mirror *self, Request *request, const guint8 *bytes, gsize size)
{
  if (self->kind == MIRROR_SLOW)
    send_slowly (request, bytes, size);
  else if (self->kind == MIRROR_BREAKS || self->kind == MIRROR_STALLS
           || (self->kind == MIRROR_BREAKS_ONCE && request->from < 0 && size > LARGE))
    {
      send_bytes (request, bytes, (size + 1) / 2);
      request->breaks = self->kind != MIRROR_STALLS;
    }
  else
    send_bytes (request, bytes, size);
  if (self->kind == MIRROR_STALLS)
    hang (request);
}

static void
send_file (Mirror *self, Request *request, GBytes *file)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (file, &size);
  gboolean whole = request->from < 0 || self->kind == MIRROR_WHOLE;
  gsize from = whole ? 0 : request->from;
  g_autofree char *range = NULL;

  if (!whole && from >= size)
    {
      send_head (request, "416 Range Not Satisfiable", 0, "");
      return;
    }
  if (self->kind == MIRROR_ELSEWHERE && !whole)
    from += 1;
  range = whole ? g_strdup ("")
                : g_strdup_printf ("Content-Range: bytes %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT
                                   "/%" G_GSIZE_FORMAT "\r\n",
                                   from, size - 1, size);
  send_head (request, whole ? "200 OK" : "206 Partial Content",
             (size - from) / (self->kind == MIRROR_PROMISES_LESS ? 2 : 1)
                 + (self->kind == MIRROR_PROMISES_MORE ? 1000 : 0),
             range);
  send_body (self, request, bytes + from, size - from);
}

static void
answer (Mirror *self, Request *request)
{
  GHashTable *files = self->kind == MIRROR_REPACKED ? self->repacked : self->files;
  GBytes *file = g_hash_table_lookup (files, request->name);

  if (self->kind == MIRROR_ANSWERS)
    {
      g_autofree char *status = g_strdup_printf ("%u Reason", self->status);

      send_head (request, status, 0, "");
    }
  else if (self->kind == MIRROR_LEADS)
    {
      g_autofree char *location
          = g_strdup_printf ("Location: %s%s\r\n", self->location, request->name);

      send_head (request, "302 Found", 0, location);
    }
  else if (self->kind == MIRROR_SENDS)
    send_file (self, request, self->body);
  else if (file != NULL)
    send_file (self, request, file);
  else
    send_head (request, "404 Not Found", 0, "");
}

static gboolean
read_request (Mirror *self, Request *request)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (request->in);
  g_autofree char *first = NULL;
  g_auto (GStrv) words = NULL;
  char *line;

  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  first = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  if (first == NULL)
    return FALSE;
  words = g_strsplit (first, " ", -1);
  request->name = g_path_get_basename (words[1]);
  request->from = -1;
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL && *line != '\0')
    {
      if (g_ascii_strncasecmp (line, "Range: bytes=", 13) == 0)
        request->from = g_ascii_strtoll (line + 13, NULL, 10);
      g_free (line);
    }
  g_free (line);
  g_atomic_int_inc (&self->requests);
  if (request->from >= 0)
    g_atomic_int_inc (&self->pieces);
  return TRUE;
}

/* Returns: (transfer full): what the request is read from: the connection, or TLS over it */
static GIOStream *
open_stream (Mirror *self, GSocketConnection *connection)
{
  g_autoptr (GError) error = NULL;
  GIOStream *stream;

  if (self->certificate == NULL)
    return G_IO_STREAM (g_object_ref (connection));
  stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, &error);
  g_assert_no_error (error);
  return stream;
}

static gboolean
on_connection (GThreadedSocketService *service,
               GSocketConnection *connection,
               GObject *source,
               Mirror *self)
{
  g_autoptr (GIOStream) stream = open_stream (self, connection);
  Request request
      = { g_io_stream_get_output_stream (stream), g_io_stream_get_input_stream (stream) };

  g_atomic_int_inc (&self->active);
  g_object_set_data (G_OBJECT (request.out), "connection", connection);
  if (read_request (self, &request))
    answer (self, &request);
  if (!request.breaks)
    g_io_stream_close (stream, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  g_free (request.name);
  g_atomic_int_dec_and_test (&self->active);
  return TRUE;
}

static gpointer
serve (gpointer data)
{
  Mirror *self = data;

  g_main_context_push_thread_default (self->context);
  g_socket_service_start (self->service);
  g_main_loop_run (self->loop);
  g_socket_service_stop (self->service);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static char *
certificate_path (const char *name)
{
  return g_strdup_printf ("%s/tls/%s.pem", g_getenv ("VW_TEST_DATA"), name);
}

void
mirror_trust_authority (void)
{
  g_autofree char *path = certificate_path ("authority");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
}

static GTlsCertificate *
read_certificate (const char *name)
{
  g_autofree char *path = certificate_path (name);
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  return certificate;
}

static Mirror *
make (MirrorKind kind, GHashTable *files, GTlsCertificate *certificate)
{
  Mirror *self = g_new0 (Mirror, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  /* GLib 2.74 can lock up when two threads are the first to use a type. */
  g_type_ensure (G_TYPE_TASK);
  self->kind = kind;
  self->files = g_hash_table_ref (files);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->service = g_threaded_socket_service_new (8);
  g_socket_service_stop (self->service);
  g_signal_connect (self->service, "run", G_CALLBACK (on_connection), self);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  self->certificate = certificate;
  self->url = g_strdup_printf ("%s://127.0.0.1:%u/set/", certificate != NULL ? "https" : "http",
                               g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective)));
  self->thread = g_thread_new ("mirror", serve, self);
  return self;
}

Mirror *
mirror_new (MirrorKind kind, GHashTable *files)
{
  return make (kind, files, NULL);
}

Mirror *
mirror_new_secure (MirrorKind kind, GHashTable *files, const char *certificate)
{
  return make (kind, files, read_certificate (certificate));
}

static gboolean
quit (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
mirror_free (Mirror *self)
{
  g_autoptr (GSource) source = g_idle_source_new (); /* runs once the loop does */

  g_source_set_callback (source, quit, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  while (g_atomic_int_get (&self->active) > 0) /* the other side has closed, or is about to */
    g_usleep (1000);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->files);
  g_clear_pointer (&self->repacked, g_hash_table_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_object (&self->certificate);
  g_free (self->location);
  g_free (self->url);
  g_free (self);
}
