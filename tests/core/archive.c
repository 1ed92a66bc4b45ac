/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/archive.h"

#include <string.h>

#include "core/npy.h"
#include "lib/scratch.h"

#define EOCD_SIZE 22

static GBytes *
build (const char *first, const char *second)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("the content of the first", 24);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  VwArchiveMember members[] = { { first, text }, { second, nothing } };
  g_autoptr (GError) error = NULL;
  GBytes *zip = vw_archive_build (members, 2, &error);

  g_assert_no_error (error);
  return zip;
}

static GBytes *
load (const Scratch *scratch, const char *name)
{
  g_autofree char *path = scratch_path (scratch, name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = vw_file_read (path, 1 << 30, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_round_trip (void)
{
  g_autoptr (GBytes) zip = build ("a.npy", "b/c.npy");
  g_autoptr (GError) error = NULL;
  g_autoptr (VwArchive) archive = vw_archive_parse (zip, "a.zip", &error);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  gsize size;

  g_assert_no_error (error);
  g_assert_true (vw_archive_has (archive, "a.npy", &size));
  g_assert_cmpuint (size, ==, 24);
  g_assert_false (vw_archive_has (archive, "c.npy", NULL));
  first = vw_archive_get (archive, "a.npy", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                   "the content of the first", 24);
  second = vw_archive_get (archive, "b/c.npy", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (second), ==, 0);
  g_assert_null (vw_archive_get (archive, "c.npy", NULL, &error));
  test_assert_refused (error, VW_ERROR_MISMATCH, "a.zip: ");
}

/* Neither the clock nor the time zone is in it. */
static void
test_same_bytes_anywhere (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GBytes) zip = build ("a.npy", "b.npy");
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, zip);

      g_print ("%s\n", sum);
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) zip = build ("a.npy", "b.npy");
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, zip);
      g_autofree char *pattern = g_strdup_printf ("*%s*", sum);

      g_setenv ("TZ", i == 0 ? "Asia/Tokyo" : "America/Los_Angeles", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout (pattern);
    }
}

typedef enum { WHOLE, CUT, FLIPPED, JUNK, WEB_PAGE, NOTHING, SHORT_PROMISE, LONG_PROMISE } Damage;

static const struct {
  const char *name;
  Damage damage;
  VwErrorCode code;
} damaged[] = {
  { "empty", NOTHING, VW_ERROR_EMPTY },
  { "junk", JUNK, VW_ERROR_FORMAT },
  { "web-page", WEB_PAGE, VW_ERROR_FORMAT },
  { "cut", CUT, VW_ERROR_TRUNCATED },
  { "flipped-bit", FLIPPED, VW_ERROR_CHECKSUM },
  { "size-too-small", SHORT_PROMISE, VW_ERROR_CHECKSUM },
  { "size-too-large", LONG_PROMISE, VW_ERROR_TOO_LARGE },
};

/* The uncompressed size of the first member in the table of contents. */
static guint8 *
promised_size (GByteArray *file)
{
  guint8 *eocd = file->data + file->len - EOCD_SIZE;
  guint32 offset;

  g_assert_cmpmem (eocd, 4, "PK\5\6", 4);
  memcpy (&offset, eocd + 16, 4);
  return file->data + GUINT32_FROM_LE (offset) + 24;
}

/* In both places where it stands. */
static void
promise (GByteArray *file, guint32 size)
{
  size = GUINT32_TO_LE (size);
  memcpy (file->data + 22, &size, 4);
  memcpy (promised_size (file), &size, 4);
}

static GBytes *
damage (GBytes *zip, Damage kind)
{
  GByteArray *file = g_byte_array_new ();

  if (kind == JUNK || kind == WEB_PAGE)
    g_byte_array_append (file, (guint8 *) (kind == JUNK ? "junk" : "<html>"), 4);
  else if (kind != NOTHING)
    g_byte_array_append (file, g_bytes_get_data (zip, NULL), g_bytes_get_size (zip));
  if (kind == CUT)
    g_byte_array_set_size (file, file->len - EOCD_SIZE - 1);
  if (kind == FLIPPED) /* somewhere in the first member's content */
    ((char *) memmem (file->data, file->len, "content", 7))[0] ^= 1;
  if (kind == SHORT_PROMISE)
    promise (file, 4);
  if (kind == LONG_PROMISE)
    promise (file, 0x7f000000);
  return g_byte_array_free_to_bytes (file);
}

static void
test_damaged (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) zip = build ("a.npy", "b.npy");
  g_autoptr (GBytes) file = damage (zip, damaged[row].damage);
  g_autoptr (GError) error = NULL;
  g_autoptr (VwArchive) archive = vw_archive_parse (file, "dir/a.npz", &error);

  if (archive != NULL)
    g_assert_null (vw_archive_get (archive, "a.npy", NULL, &error));
  test_assert_refused (error, damaged[row].code,
                       archive != NULL ? "dir/a.npz/a.npy: " : "dir/a.npz: ");
}

static void
test_duplicate_members (void)
{
  g_autoptr (GBytes) zip = build ("a.npy", "a.npy");
  g_autoptr (GError) error = NULL;

  g_assert_null (vw_archive_parse (zip, "a.npz", &error));
  test_assert_refused (error, VW_ERROR_FORMAT, "a.npz: ");
}

static void
test_too_many_members (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autofree VwArchiveMember *members = g_new (VwArchiveMember, 1001);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1001; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("%u", i));
      members[i] = (VwArchiveMember){ names->pdata[i], nothing };
    }
  zip = vw_archive_build (members, 1001, &error);
  g_assert_no_error (error);
  g_assert_null (vw_archive_parse (zip, "a.npz", &error));
  test_assert_refused (error, VW_ERROR_TOO_LARGE, "a.npz: ");
}

/* Every byte of the zip in turn: refused or read, never anything else. */
static void
test_every_byte_flipped (void)
{
  g_autoptr (GBytes) zip = build ("a.npy", "b.npy");
  gsize size = g_bytes_get_size (zip);

  for (gsize i = 0; i < size; i++)
    for (guint bit = 1; bit < 256; bit <<= 1)
      {
        g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (zip, NULL), size);
        g_autoptr (GBytes) file = NULL;
        g_autoptr (VwArchive) archive = NULL;
        g_autoptr (GBytes) content = NULL;
        g_autoptr (GError) error = NULL;

        copy[i] ^= bit;
        file = g_bytes_new_take (g_steal_pointer (&copy), size);
        archive = vw_archive_parse (file, "a.npz", &error);
        if (archive != NULL)
          content = vw_archive_get (archive, "a.npy", NULL, &error);
        if (content != NULL)
          g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                           "the content of the first", 24);
        else
          g_assert_true (g_str_has_prefix (error->message, "a.npz"));
      }
}

/* Writes a bomb, a bomb that lies about its size and a zip in a zip. */
static const char bomb_script[] =
    "import struct, sys, zipfile\n"
    "zeros = bytes(1 << 20)\n"
    "with zipfile.ZipFile(sys.argv[1] + '/bomb.npz', 'w', zipfile.ZIP_DEFLATED) as z:\n"
    "    with z.open('x_train.npy', 'w') as f:\n"
    "        for i in range(300):\n"
    "            f.write(zeros)\n"
    "data = bytearray(open(sys.argv[1] + '/bomb.npz', 'rb').read())\n"
    "at = data.rindex(b'PK\\1\\2')\n"
    "data[22:26] = data[at + 24:at + 28] = struct.pack('<I', 4)\n"
    "open(sys.argv[1] + '/lie.npz', 'wb').write(data)\n"
    "with zipfile.ZipFile(sys.argv[1] + '/nested.npz', 'w', zipfile.ZIP_DEFLATED) as z:\n"
    "    z.write(sys.argv[1] + '/bomb.npz', 'x_train.npy')\n";

static void
test_bombs (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *output = NULL;
  g_autoptr (GBytes) bomb = NULL, lie = NULL, nested = NULL, content = NULL;
  g_autoptr (VwArchive) lying = NULL, nesting = NULL;
  g_autoptr (GError) error = NULL;
  gsize before;

  scratch_init (&scratch);
  output = test_python (bomb_script, (const char *[]){ scratch.path, NULL });
  if (output == NULL)
    return;
  bomb = load (&scratch, "bomb.npz");
  lie = load (&scratch, "lie.npz");
  nested = load (&scratch, "nested.npz");
  test_memory_reset ();
  before = test_memory_peak ();
  g_assert_null (vw_archive_parse (bomb, "bomb.npz", &error));
  test_assert_refused (error, VW_ERROR_TOO_LARGE, "bomb.npz: ");
  g_clear_error (&error);
  lying = vw_archive_parse (lie, "lie.npz", &error);
  g_assert_no_error (error);
  g_assert_null (vw_archive_get (lying, "x_train.npy", NULL, &error));
  test_assert_refused (error, VW_ERROR_CHECKSUM, "lie.npz/x_train.npy: ");
  g_clear_error (&error);
  nesting = vw_archive_parse (nested, "nested.npz", &error);
  content = vw_archive_get (nesting, "x_train.npy", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (vw_npy_parse (content, "nested.npz/x_train.npy", &error));
  test_assert_refused (error, VW_ERROR_FORMAT, "nested.npz/x_train.npy: ");
  g_assert_cmpuint (test_memory_peak () - before, <, 4 << 20);
}

/* An encrypted zip: bit 0 of the member's flags in both headers. */
static void
test_encrypted (void)
{
  g_autoptr (GBytes) zip = build ("a.npy", "b.npy");
  g_autoptr (GByteArray) file = g_bytes_unref_to_array (g_steal_pointer (&zip));
  g_autoptr (GBytes) encrypted = NULL;
  g_autoptr (GError) error = NULL;

  file->data[6] |= 1;
  promised_size (file)[8 - 24] |= 1;
  encrypted = g_byte_array_free_to_bytes (g_steal_pointer (&file));
  g_assert_null (vw_archive_parse (encrypted, "a.npz", &error));
  test_assert_refused (error, VW_ERROR_UNSUPPORTED, "a.npz: ");
}

static void
test_numpy_opens_ours (void)
{
  static const char script[] = "import numpy, sys\n"
                               "with numpy.load(sys.argv[1]) as z:\n"
                               "    print(z.files, z['a'].tolist(), z['b'].tolist())\n";
  static const double numbers[] = { 0.5, 1, 2, 3, 4, 5 };
  static const gsize shape[] = { 2, 3 }, none[] = { 0 };
  g_autoptr (GBytes) a = vw_npy_build (VW_NPY_FLOAT64, 2, shape, numbers);
  g_autoptr (GBytes) b = vw_npy_build (VW_NPY_UINT8, 1, none, NULL);
  VwArchiveMember members[] = { { "a.npy", a }, { "b.npy", b } };
  g_autoptr (GBytes) zip = vw_archive_build (members, 2, NULL);
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *path = NULL, *output = NULL;

  scratch_init (&scratch);
  scratch_write_bytes (&scratch, "ours.npz", zip);
  path = scratch_path (&scratch, "ours.npz");
  output = test_python (script, (const char *[]){ path, NULL });
  if (output != NULL)
    g_assert_cmpstr (output, ==, "['a', 'b'] [[0.5, 1.0, 2.0], [3.0, 4.0, 5.0]] []\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *path = g_strconcat ("/archive/damaged/", damaged[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_damaged);
    }
  g_test_add_func ("/archive/round-trip", test_round_trip);
  g_test_add_func ("/archive/same-bytes", test_same_bytes_anywhere);
  g_test_add_func ("/archive/duplicates", test_duplicate_members);
  g_test_add_func ("/archive/too-many", test_too_many_members);
  g_test_add_func ("/archive/every-byte", test_every_byte_flipped);
  g_test_add_func ("/archive/bombs", test_bombs);
  g_test_add_func ("/archive/encrypted", test_encrypted);
  g_test_add_func ("/archive/numpy", test_numpy_opens_ours);
  return g_test_run ();
}
