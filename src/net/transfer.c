/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/transfer.h"

#include "config.h"
#include "core/files.h"
#include "net/answer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PIECE ((gsize) 64 * 1024)
#define OVERLAP ((gsize) 16 * 1024) /* that two files packed by different hands have never alike   \
                                     */
#define BEGINNING ((gsize) 512)

/* How it ended; OTHER is another file than the one whose beginning is there. */
typedef enum { BODY_FAILED, BODY_DONE, BODY_OTHER } BodyEnd;

typedef struct {
  VwTransfer *transfer;
  GCancellable *cancellable;
  int fd;
  guint64 at; /* where the next byte goes */
} Writing;

static void
set_local_error (Writing *self, GError **error)
{
  vw_file_set_errno (error, self->transfer->path, errno);
}

static gboolean
cut (Writing *self, guint64 size, GError **error)
{
  if (ftruncate (self->fd, size) == 0)
    return TRUE;
  set_local_error (self, error);
  return FALSE;
}

static gboolean
write_piece (Writing *self, const guint8 *piece, gsize size, GError **error)
{
  if (self->at + size > self->transfer->most)
    {
      cut (self, 0, NULL);
      vw_error_set (error, VW_ERROR_TOO_LARGE, self->transfer->url,
                    N_ ("is too large: more than the %s bytes that are accepted"),
                    VW_NUMBER (self->transfer->most));
      return FALSE;
    }
  while (size > 0)
    {
      gssize n = pwrite (self->fd, piece, size, self->at);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          set_local_error (self, error);
          return FALSE;
        }
      piece += n;
      size -= n;
      self->at += n;
      self->transfer->gained += n;
    }
  return TRUE;
}

/* Returns: bytes read, fewer than @size only at the end; −1 with @error. */
static gssize
read_bytes (Writing *self, VwAnswer *answer, guint8 *bytes, gsize size, GError **error)
{
  gsize got = 0;

  while (got < size)
    {
      gssize n = vw_answer_read (answer, bytes + got, size - got, self->cancellable, error);

      if (n < 0)
        return -1;
      if (n == 0)
        break;
      got += n;
    }
  return got;
}

/* The last bytes of what is there come once more: only the same file goes on like that. */
static BodyEnd
compare_overlap (Writing *self, VwAnswer *answer, gsize size, GError **error)
{
  guint8 here[OVERLAP], there[OVERLAP];
  gssize got = read_bytes (self, answer, there, size, error);

  if (got < 0)
    return BODY_FAILED;
  if (got < (gssize) size || pread (self->fd, here, size, self->at) != (gssize) size
      || memcmp (here, there, size) != 0)
    return BODY_OTHER;
  self->at += size;
  return BODY_DONE;
}

static gboolean
check_beginning (Writing *self, const guint8 *begin, gsize size, GError **error)
{
  const char *url = self->transfer->url;

  if (size == 0)
    vw_error_set (error, VW_ERROR_EMPTY, url, N_ ("is empty"));
  else if (vw_looks_like_web_page (begin, size))
    vw_error_set (error, VW_ERROR_FORMAT, url,
                  N_ ("is a web page, not data; the download went wrong"));
  else if (size < 2 || begin[0] != 0x1f || begin[1] != 0x8b)
    vw_error_set (error, VW_ERROR_FORMAT, url, N_ ("is not compressed with gzip"));
  else
    return TRUE;
  return FALSE;
}

/* What was there goes only now: the page of a network that wants a password is no reason for that. */
static gboolean
write_beginning (Writing *self, VwAnswer *answer, GError **error)
{
  guint8 begin[BEGINNING];
  gssize got = read_bytes (self, answer, begin, sizeof begin, error);

  return got >= 0 && check_beginning (self, begin, got, error) && cut (self, 0, error)
         && write_piece (self, begin, got, error);
}

static gboolean
write_rest (Writing *self, VwAnswer *answer, guint64 total, GError **error)
{
  VwTransfer *transfer = self->transfer;
  g_autofree guint8 *piece = g_malloc (PIECE);
  gssize got;

  do
    {
      transfer->told (self->at, total, transfer->data);
      got = vw_answer_read (answer, piece, PIECE, self->cancellable, error);
      if (got < 0 || !write_piece (self, piece, got, error))
        return FALSE;
  } while (got > 0);
  if (self->at < total)
    {
      vw_error_set (error, VW_ERROR_TRUNCATED, transfer->url, N_ ("broke off before its end"));
      return FALSE;
    }
  if (fsync (self->fd) == 0)
    return TRUE;
  set_local_error (self, error);
  return FALSE;
}

static BodyEnd
take_body (Writing *self, VwAnswer *answer, guint64 have, GError **error)
{
  guint64 length = vw_answer_length (answer);
  guint64 total = length > 0 ? self->at + length : 0;

  if (self->at > 0)
    {
      BodyEnd end = compare_overlap (self, answer, have - self->at, error);

      if (end != BODY_DONE)
        return end;
      self->transfer->resumed = TRUE;
    }
  else if (!write_beginning (self, answer, error))
    return BODY_FAILED;
  return write_rest (self, answer, total, error) ? BODY_DONE : BODY_FAILED;
}

static BodyEnd
get_from (Writing *self, guint64 have, GError **error)
{
  const VwTransfer *transfer = self->transfer;
  g_autoptr (VwAnswer) answer
      = vw_answer_new (transfer->session, transfer->url, self->at, self->cancellable, error);

  if (answer == NULL)
    return BODY_FAILED;
  switch (vw_answer_begins (answer, error))
    {
    case VW_ANSWER_THERE:
      return take_body (self, answer, have, error);
    case VW_ANSWER_START:
      self->at = 0;
      return take_body (self, answer, have, error);
    case VW_ANSWER_ELSEWHERE:
      return BODY_OTHER;
    default:
      return BODY_FAILED;
    }
}

static BodyEnd
get (Writing *self, GError **error)
{
  gint64 have = lseek (self->fd, 0, SEEK_END);
  BodyEnd end;

  if (have < 0)
    {
      set_local_error (self, error);
      return BODY_FAILED;
    }
  self->at = have > (gint64) OVERLAP ? have - OVERLAP : 0;
  end = get_from (self, have, error);
  if (end != BODY_OTHER)
    return end;
  self->at = 0; /* without a piece asked for there is none to be wrong */
  return get_from (self, 0, error);
}

gboolean
vw_transfer_run (VwTransfer *self, GCancellable *cancellable, GError **error)
{
  Writing writing = { .transfer = self, .cancellable = cancellable };
  BodyEnd end;

  self->gained = 0;
  self->resumed = FALSE;
  writing.fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (writing.fd < 0)
    {
      set_local_error (&writing, error);
      return FALSE;
    }
  end = get (&writing, error);
  if (lseek (writing.fd, 0, SEEK_END) == 0)
    g_unlink (self->path); /* nothing to take up again */
  close (writing.fd);
  return end == BODY_DONE;
}

SoupSession *
vw_transfer_session (guint stall)
{
  return soup_session_new_with_options ("timeout", stall, "user-agent", "visual-words/" VW_VERSION,
                                        NULL);
}
