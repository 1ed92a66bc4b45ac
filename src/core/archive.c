/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_MEMBERS 1000

typedef struct archive Zip;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Zip, archive_free)

struct _VwArchive {
  char *name;
  GBytes *bytes;
  GHashTable *sizes; /* member → unpacked size */
};

/* A libarchive handle is for one thread, so each reading has its own. */
static Zip *
open_zip (GBytes *bytes)
{
  g_autoptr (Zip) zip = archive_read_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  /* With its table of contents only: reading on past damage would find members that are not. */
  if (archive_read_support_format_zip_seekable (zip) != ARCHIVE_OK
      || archive_read_open_memory (zip, data, size) != ARCHIVE_OK)
    return NULL;
  return g_steal_pointer (&zip);
}

/* Passes over folders and links. Returns: ARCHIVE_OK, ARCHIVE_EOF or worse; what libarchive only
 * warns of is no obstacle. */
static int
next_member (Zip *zip, struct archive_entry **entry)
{
  int result;

  do
    result = archive_read_next_header (zip, entry);
  while ((result == ARCHIVE_OK || result == ARCHIVE_WARN)
         && archive_entry_filetype (*entry) != AE_IFREG);
  return result == ARCHIVE_WARN ? ARCHIVE_OK : result;
}

static const char *
member_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return name != NULL ? name : archive_entry_pathname (entry);
}

static gboolean
check_member (const VwArchive *self, struct archive_entry *entry, GError **error)
{
  const char *member = member_name (entry);

  if (member == NULL || member[0] == '\0')
    vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("has a member without a readable name"));
  else if (archive_entry_is_encrypted (entry))
    vw_error_set (error, VW_ERROR_UNSUPPORTED, self->name, N_ ("is encrypted"));
  else if (g_hash_table_contains (self->sizes, member))
    vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("has two members of the name “%s”"),
                  member);
  else if (!archive_entry_size_is_set (entry) || archive_entry_size (entry) < 0)
    vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("does not tell the size of “%s”"),
                  member);
  else if (g_hash_table_size (self->sizes) == MAX_MEMBERS)
    vw_error_set (error, VW_ERROR_TOO_LARGE, self->name, N_ ("has more than %s members"),
                  VW_NUMBER (MAX_MEMBERS));
  else
    return TRUE;
  return FALSE;
}

static gboolean
list_members (VwArchive *self, Zip *zip, GError **error)
{
  guint64 limit = vw_unpacked_limit (g_bytes_get_size (self->bytes)), total = 0;
  struct archive_entry *entry;
  int result;

  while ((result = next_member (zip, &entry)) == ARCHIVE_OK)
    {
      guint64 size = MAX (archive_entry_size (entry), 0);

      if (!check_member (self, entry, error))
        return FALSE;
      if (size > limit - total)
        {
          vw_error_set (error, VW_ERROR_TOO_LARGE, self->name,
                        N_ ("unpacks to more than its %s bytes can honestly hold"),
                        VW_NUMBER (g_bytes_get_size (self->bytes)));
          return FALSE;
        }
      total += size;
      g_hash_table_insert (self->sizes, g_strdup (member_name (entry)), GSIZE_TO_POINTER (size));
    }
  if (result == ARCHIVE_EOF)
    return TRUE;
  vw_error_set (error, VW_ERROR_FORMAT, self->name, N_ ("has a damaged zip table of contents"));
  return FALSE;
}

static gboolean
check_begin (const guint8 *data, gsize size, const char *name, GError **error)
{
  if (size == 0)
    vw_error_set (error, VW_ERROR_EMPTY, name, N_ ("is empty"));
  else if (vw_looks_like_web_page (data, size))
    vw_error_set (error, VW_ERROR_FORMAT, name,
                  N_ ("is a web page, not data; the download went wrong"));
  else if (size < 4 || memcmp (data, "PK", 2) != 0)
    vw_error_set (error, VW_ERROR_FORMAT, name, N_ ("is not a zip archive"));
  else
    return TRUE;
  return FALSE;
}

VwArchive *
vw_archive_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (VwArchive) self = g_new0 (VwArchive, 1);
  g_autoptr (Zip) zip = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!check_begin (data, size, name, error))
    return NULL;
  zip = open_zip (bytes);
  if (zip == NULL)
    {
      vw_error_set (error, VW_ERROR_TRUNCATED, name,
                    N_ ("is cut off: the table of contents at its end is missing"));
      return NULL;
    }
  if (!list_members (self, zip, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vw_archive_free (VwArchive *self)
{
  g_clear_pointer (&self->sizes, g_hash_table_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

gboolean
vw_archive_has (const VwArchive *self, const char *member, gsize *size)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->sizes, member, NULL, &value))
    return FALSE;
  if (size != NULL)
    *size = GPOINTER_TO_SIZE (value);
  return TRUE;
}

char *
vw_archive_member_name (const VwArchive *self, const char *member)
{
  return g_strdup_printf ("%s/%s", self->name, member);
}

/* Moves @zip to the member. */
static gboolean
seek_member (Zip *zip, const char *member)
{
  struct archive_entry *entry;

  while (next_member (zip, &entry) == ARCHIVE_OK)
    if (g_strcmp0 (member_name (entry), member) == 0)
      return TRUE;
  return FALSE;
}

typedef struct {
  Zip *zip;
  gsize promised;
  VwMeter *meter;
} Unpacking;

/* Returns: the number of bytes unpacked to @data, or a negative number with @error set. */
static gssize
unpack_into (const Unpacking *self, guint8 **data, const char *name, GError **error)
{
  gsize capacity = MIN (self->promised, VW_READ_PIECE), size = 0;

  if (!vw_memory_resize (data, capacity, name, error))
    return -1;
  for (;;)
    {
      guint8 beyond;
      gboolean full = size == self->promised;
      gssize got;

      if (size == capacity && !full)
        {
          capacity = capacity > self->promised / 2 ? self->promised : capacity * 2;
          if (!vw_memory_resize (data, capacity, name, error))
            return -1;
        }
      /* Also asked for once all has come: the CRC is checked at the end of the member. */
      got = archive_read_data (self->zip, full ? &beyond : *data + size,
                               full ? 1 : MIN (capacity - size, VW_READ_PIECE));
      if (got < 0 || (full && got > 0))
        {
          vw_error_set (error, VW_ERROR_CHECKSUM, name, N_ ("is damaged: it cannot be unpacked"));
          return -1;
        }
      if (got == 0)
        return size;
      size += got;
      if (self->meter != NULL && !vw_meter_add (self->meter, got, error))
        return -1;
    }
}

GBytes *
vw_archive_get (const VwArchive *self, const char *member, VwMeter *meter, GError **error)
{
  g_autofree char *name = vw_archive_member_name (self, member);
  g_autofree guint8 *data = NULL;
  g_autoptr (Zip) zip = open_zip (self->bytes);
  Unpacking unpacking = { .zip = zip, .meter = meter };
  gssize size;

  if (!vw_archive_has (self, member, &unpacking.promised) || zip == NULL
      || !seek_member (zip, member))
    {
      vw_error_set (error, VW_ERROR_MISMATCH, self->name, N_ ("has no member “%s”"), member);
      return NULL;
    }
  size = unpack_into (&unpacking, &data, name, error);
  if (size < 0)
    return NULL;
  if (size < unpacking.promised)
    {
      vw_error_set (error, VW_ERROR_TRUNCATED, name,
                    N_ ("is cut off: it holds %s of the %s bytes that it promises"),
                    VW_NUMBER (size), VW_NUMBER (unpacking.promised));
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), size);
}

static la_ssize_t
append (Zip *zip, void *data, const void *bytes, size_t size)
{
  g_byte_array_append (data, bytes, size);
  return size;
}

static gboolean
write_member (Zip *zip, const VwArchiveMember *member)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (member->content, &size);
  gboolean done;

  archive_entry_set_pathname_utf8 (entry, member->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);
  /* The epoch is before zip's first day, which it becomes in every time zone. */
  archive_entry_set_mtime (entry, 0, 0);
  done = archive_write_header (zip, entry) == ARCHIVE_OK
         && archive_write_data (zip, data, size) == (la_ssize_t) size;
  archive_entry_free (entry);
  return done;
}

GBytes *
vw_archive_build (const VwArchiveMember *members, guint n, GError **error)
{
  g_autoptr (Zip) zip = archive_write_new ();
  g_autoptr (GByteArray) file = g_byte_array_new ();
  gboolean done = archive_write_set_format_zip (zip) == ARCHIVE_OK
                  && archive_write_zip_set_compression_store (zip) == ARCHIVE_OK
                  && archive_write_set_bytes_in_last_block (zip, 1) == ARCHIVE_OK
                  && archive_write_open (zip, file, NULL, append, NULL) == ARCHIVE_OK;

  for (guint i = 0; done && i < n; i++)
    done = write_member (zip, &members[i]);
  if (done && archive_write_close (zip) == ARCHIVE_OK)
    return g_byte_array_free_to_bytes (g_steal_pointer (&file));
  vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("the archive cannot be built: %s"),
                archive_error_string (zip));
  return NULL;
}
