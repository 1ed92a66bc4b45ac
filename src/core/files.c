/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/files.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <sys/stat.h>
#include <unistd.h>

const char *
vw_number_text (char text[24], guint64 n)
{
  g_snprintf (text, 24, "%" G_GUINT64_FORMAT, n);
  return text;
}

void
vw_meter_init (VwMeter *self, const VwTask *task, guint64 total)
{
  *self = (VwMeter){ .task = task, .owner = g_thread_self (), .total = MAX (total, 1) };
}

gboolean
vw_meter_add (VwMeter *self, gsize n, GError **error)
{
  gsize done = (gsize) g_atomic_pointer_add (&self->done, n) + n;

  if (g_thread_self () == self->owner)
    vw_task_report (self->task, (double) done / self->total);
  return !vw_task_cancelled (self->task, error);
}

typedef struct {
  VwMeter meter;
  VwMeteredFunc work;
  gpointer data;
} MeteredRun;

static gboolean
work_metered (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  MeteredRun *run = data;

  return run->work (chunk, &run->meter, run->data, error);
}

gboolean
vw_metered_run (const VwTask *task, gsize n, guint64 total, VwMeteredFunc work, gpointer data,
                GError **error)
{
  MeteredRun run = { .work = work, .data = data };
  VwTask silent = task != NULL ? *task : (VwTask){ 0 };

  /* The meter tells the progress; pieces of very different size would tell another. */
  silent.progress = NULL;
  vw_meter_init (&run.meter, task, total);
  if (!vw_parallel_run (&silent, n, 1, work_metered, &run, error))
    return FALSE;
  vw_task_report (task, 1.0);
  return TRUE;
}

void
vw_file_set_errno (GError **error, const char *path, int number)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), "%s: %s", name,
               g_strerror (number));
}

static gboolean
check_regular (int fd, const char *path, guint64 *size, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      vw_file_set_errno (error, path, errno);
      return FALSE;
    }
  if (S_ISDIR (status.st_mode))
    vw_error_set (error, VW_ERROR_FORMAT, path, N_ ("is a folder where a file is expected"));
  else if (!S_ISREG (status.st_mode))
    vw_error_set (error, VW_ERROR_FORMAT, path, N_ ("is a device or pipe, not a file"));
  else
    {
      if (size != NULL)
        *size = status.st_size;
      return TRUE;
    }
  return FALSE;
}

GInputStream *
vw_file_open (const char *path, guint64 *size, GError **error)
{
  /* Without O_NONBLOCK the open of a pipe would wait for somebody to write to it. */
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0)
    {
      vw_file_set_errno (error, path, errno);
      return NULL;
    }
  if (!check_regular (fd, path, size, error))
    {
      close (fd);
      return NULL;
    }
  return g_unix_input_stream_new (fd, TRUE);
}

GDir *
vw_folder_open (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GDir *dir = g_dir_open (path, 0, error);

  if (dir == NULL)
    g_prefix_error (error, "%s: ", name);
  return dir;
}

gboolean
vw_folder_make (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  vw_file_set_errno (error, path, errno);
  return FALSE;
}

/* Says a stream's error in words that name the file. */
static void
take_stream_error (GError **error, GError *cause, const char *name)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    vw_error_set (error, VW_ERROR_TRUNCATED, name, N_ ("is cut off: its compressed data just end"));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    vw_error_set (error, VW_ERROR_CHECKSUM, name, N_ ("is damaged: it cannot be decompressed"));
  else
    {
      g_autofree char *display = g_filename_display_name (name);

      g_propagate_prefixed_error (error, g_steal_pointer (&cause), "%s: ", display);
    }
  g_clear_error (&cause);
}

gboolean
vw_memory_resize (guint8 **data, gsize size, const char *name, GError **error)
{
  guint8 *resized = g_try_realloc (*data, MAX (size, 1));

  if (resized == NULL)
    {
      vw_error_set (error, VW_ERROR_SYSTEM, name, N_ ("needs %s bytes of memory at once"),
                    VW_NUMBER (size));
      return FALSE;
    }
  *data = resized;
  return TRUE;
}

static gssize
read_piece (GInputStream *stream, guint8 *at, gsize size, const char *name, GError **error)
{
  GError *cause = NULL;
  gssize got = g_input_stream_read (stream, at, size, NULL, &cause);

  if (got < 0)
    take_stream_error (error, cause, name);
  return got;
}

GBytes *
vw_stream_read (GInputStream *stream, gsize least, gsize most, const char *name, VwMeter *meter,
                GError **error)
{
  gsize capacity = MIN (most, VW_READ_PIECE), size = 0;
  g_autofree guint8 *data = NULL;

  if (!vw_memory_resize (&data, capacity, name, error))
    return NULL;
  while (size < most)
    {
      gssize got;

      if (size == capacity)
        {
          capacity = capacity > most / 2 ? most : capacity * 2;
          if (!vw_memory_resize (&data, capacity, name, error))
            return NULL;
        }
      got = read_piece (stream, data + size, MIN (capacity - size, VW_READ_PIECE), name, error);
      if (got < 0 || (meter != NULL && !vw_meter_add (meter, got, error)))
        return NULL;
      if (got == 0)
        break;
      size += got;
    }
  if (size < least)
    {
      vw_error_set (error, VW_ERROR_TRUNCATED, name,
                    N_ ("is cut off: it holds %s of the %s bytes that it promises"),
                    VW_NUMBER (size), VW_NUMBER (least));
      return NULL;
    }
  if (size < capacity && !vw_memory_resize (&data, size, name, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), size);
}

gboolean
vw_stream_check_end (GInputStream *stream, const char *name, GError **error)
{
  guint8 more;
  gssize got = read_piece (stream, &more, 1, name, error);

  if (got > 0)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("holds more behind the end of its data"));
  return got == 0;
}

GBytes *
vw_file_read (const char *path, gsize most, const VwTask *task, GError **error)
{
  guint64 size;
  g_autoptr (GInputStream) stream = vw_file_open (path, &size, error);
  g_autoptr (GBytes) bytes = NULL;
  VwMeter meter;

  if (stream == NULL)
    return NULL;
  vw_meter_init (&meter, task, size);
  if (size <= most)
    bytes = vw_stream_read (stream, 0, most + 1, path, &meter, error);
  if (size > most || (bytes != NULL && g_bytes_get_size (bytes) > most))
    {
      vw_error_set (error, VW_ERROR_TOO_LARGE, path,
                    N_ ("is too large: more than the %s bytes that are accepted"),
                    VW_NUMBER (most));
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

gboolean
vw_looks_like_web_page (const guint8 *begin, gsize size)
{
  gsize at = size >= 3 && memcmp (begin, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (at < size && g_ascii_isspace (begin[at]))
    at++;
  return at + 1 < size && begin[at] == '<'
         && (begin[at + 1] == '!' || begin[at + 1] == '?' || g_ascii_isalpha (begin[at + 1]));
}

guint64
vw_unpacked_limit (guint64 packed)
{
  /* Handwriting packs to a fifth, clean drawings to a fiftieth; the rest is room for small files
   * of blank images. */
  return (guint64) 64 * 1024 * 1024 + 100 * MIN (packed, G_MAXUINT32);
}
