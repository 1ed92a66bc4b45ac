/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/npy.h"

#include <string.h>

#include "lib/scratch.h"

#define DICT(descr, fortran, shape) \
  "{'descr': " descr ", 'fortran_order': " fortran ", 'shape': " shape ", }\n"
#define GOOD DICT ("'|u1'", "False", "(2,)")

/* One row a file that must be refused: a version, a header and a number of bytes behind it. */
static const struct {
  const char *name;
  VwErrorCode code;
  guint version;
  const char *header;
  gsize n_data;
} malformed[] = {
  { "cut", VW_ERROR_TRUNCATED, 1, GOOD, 1 },
  { "more-behind", VW_ERROR_FORMAT, 1, GOOD, 3 },
  { "version-0", VW_ERROR_UNSUPPORTED, 0, GOOD, 2 },
  { "version-4", VW_ERROR_UNSUPPORTED, 4, GOOD, 2 },
  { "pickled", VW_ERROR_UNSUPPORTED, 1, DICT ("'|O'", "False", "(2,)"), 2 },
  { "fortran", VW_ERROR_UNSUPPORTED, 1, DICT ("'|u1'", "True", "(2, 1)"), 2 },
  { "big-endian", VW_ERROR_UNSUPPORTED, 1, DICT ("'>f8'", "False", "(2,)"), 16 },
  { "unicode", VW_ERROR_UNSUPPORTED, 1, DICT ("'<U4'", "False", "(2,)"), 32 },
  { "no-type", VW_ERROR_FORMAT, 1, DICT ("''", "False", "(2,)"), 2 },
  { "structured", VW_ERROR_FORMAT, 1, DICT ("[('a', '|u1')]", "False", "(2,)"), 2 },
  { "fortran-word", VW_ERROR_FORMAT, 1, DICT ("'|u1'", "0", "(2,)"), 2 },
  { "negative", VW_ERROR_FORMAT, 1, DICT ("'|u1'", "False", "(-2,)"), 2 },
  { "no-tuple", VW_ERROR_FORMAT, 1, DICT ("'|u1'", "False", "2"), 2 },
  { "bracketed-number", VW_ERROR_FORMAT, 1, DICT ("'|u1'", "False", "(2)"), 2 },
  { "comma-only", VW_ERROR_FORMAT, 1, DICT ("'|u1'", "False", "(,)"), 2 },
  { "two-commas", VW_ERROR_FORMAT, 1, DICT ("'|u1'", "False", "(2,,)"), 2 },
  { "float-length", VW_ERROR_FORMAT, 1, DICT ("'|u1'", "False", "(2.0,)"), 2 },
  { "nine-dims", VW_ERROR_FORMAT, 1, DICT ("'|u1'", "False", "(1, 1, 1, 1, 1, 1, 1, 1, 2)"), 2 },
  { "length-overflows", VW_ERROR_FORMAT, 1,
    DICT ("'|u1'", "False", "(99999999999999999999999999,)"), 2 },
  { "product-overflows", VW_ERROR_TOO_LARGE, 1,
    DICT ("'|u1'", "False", "(4294967296, 4294967296)"), 2 },
  { "bytes-overflow", VW_ERROR_TOO_LARGE, 1,
    DICT ("'<f8'", "False", "(4611686018427387904,)"), 2 },
  { "overflow-times-0", VW_ERROR_TOO_LARGE, 1,
    DICT ("'|u1'", "False", "(4294967296, 4294967296, 0)"), 0 },
  { "huge", VW_ERROR_TRUNCATED, 1, DICT ("'|u1'", "False", "(1099511627776,)"), 2 },
  { "key-twice", VW_ERROR_FORMAT, 1,
    "{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': (2,), }\n", 2 },
  { "key-missing", VW_ERROR_FORMAT, 1, "{'descr': '|u1', 'shape': (2,), }\n", 2 },
  { "key-unknown", VW_ERROR_FORMAT, 1,
    "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), 'x': 1}\n", 2 },
  { "no-comma", VW_ERROR_FORMAT, 1, "{'descr': '|u1' 'fortran_order': False, 'shape': (2,)}\n", 2 },
  { "unclosed", VW_ERROR_FORMAT, 1, "{'descr': '|u1', 'fortran_order': False, 'shape': (2,", 2 },
  { "unclosed-string", VW_ERROR_FORMAT, 1, "{'descr", 2 },
  { "code", VW_ERROR_FORMAT, 1, "__import__('os').system('true')", 2 },
  { "text-behind", VW_ERROR_FORMAT, 1, GOOD "x", 2 },
  { "no-header", VW_ERROR_FORMAT, 1, "", 2 },
};

/* The header as it is, without NumPy's padding. */
static GBytes *
make_npy (guint version, const char *header, gsize n_data)
{
  GByteArray *file = g_byte_array_new ();
  guint8 prefix[12] = "\x93NUMPY";
  gsize length = strlen (header);

  prefix[6] = version;
  prefix[8] = length & 0xff;
  prefix[9] = length >> 8;
  g_byte_array_append (file, prefix, version == 1 ? 10 : 12);
  g_byte_array_append (file, (const guint8 *) header, length);
  for (gsize i = 0; i < n_data; i++)
    g_byte_array_append (file, &(guint8){ i + 1 }, 1);
  return g_byte_array_free_to_bytes (file);
}

static void
test_malformed (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;

  file = make_npy (malformed[row].version, malformed[row].header, malformed[row].n_data);
  g_assert_null (vw_npy_parse (file, "a.npz/x.npy", &error));
  test_assert_refused (error, malformed[row].code, "a.npz/x.npy: ");
}

static void
test_every_cut (void)
{
  g_autoptr (GBytes) file = make_npy (1, GOOD, 2);

  for (gsize size = 0; size < g_bytes_get_size (file); size++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (file, 0, size);
      g_autoptr (GError) error = NULL;

      g_assert_null (vw_npy_parse (cut, "x.npy", &error));
      test_assert_refused (error,
                           size == 0  ? VW_ERROR_EMPTY
                           : size < 7 ? VW_ERROR_FORMAT
                                      : VW_ERROR_TRUNCATED,
                           "x.npy: ");
    }
}

/* Whatever blanks, quotes and order; and numbers that the header leaves at odd addresses. */
static void
test_lenient_where_python_is (void)
{
  static const char *const headers[] = {
    "{'shape':(1,2),'descr':'<f8','fortran_order':False}",
    "{\"descr\": \"<f8\", \"fortran_order\": False, \"shape\": (1, 2, ), }   \n",
    " { 'descr' : '<f8' , 'fortran_order' : False , 'shape' : ( 1 , 2 ) } \n\n",
  };

  for (guint version = 1; version <= 3; version++)
    for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
      {
        g_autoptr (GBytes) file = make_npy (version, headers[i], 16);
        g_autoptr (GError) error = NULL;
        g_autoptr (VwNpy) npy = vw_npy_parse (file, "x.npy", &error);

        g_assert_no_error (error);
        g_assert_true (vw_npy_is (npy, VW_NPY_FLOAT64, 2));
        g_assert_cmpuint (npy->shape[0], ==, 1);
        g_assert_cmpuint (npy->shape[1], ==, 2);
        g_assert_cmpuint (npy->n_items, ==, 2);
        g_assert_cmpuint ((guintptr) g_bytes_get_data (npy->data, NULL) % 8, ==, 0);
      }
}

static void
test_round_trip (void)
{
  static const gsize shapes[][3] = { { 0 }, { 6 }, { 2, 3 }, { 1, 2, 3 } };
  double numbers[6] = { 0.1, -2, 3e300, 4, 5, 6 };

  for (VwNpyType type = 0; type < VW_N_NPY_TYPES; type++)
    for (guint n_dims = 0; n_dims < G_N_ELEMENTS (shapes); n_dims++)
      {
        gsize size = vw_npy_type_size (type) * (n_dims == 0 ? 1 : 6);
        g_autoptr (GBytes) file = vw_npy_build (type, n_dims, shapes[n_dims], numbers);
        g_autoptr (GError) error = NULL;
        g_autoptr (VwNpy) npy = vw_npy_parse (file, "x.npy", &error);

        g_assert_no_error (error);
        g_assert_true (vw_npy_is (npy, type, n_dims));
        for (guint i = 0; i < n_dims; i++)
          g_assert_cmpuint (npy->shape[i], ==, shapes[n_dims][i]);
        g_assert_cmpmem (g_bytes_get_data (npy->data, NULL), g_bytes_get_size (npy->data), numbers,
                         size);
      }
}

/* Saves arrays as numpy.save() does and in each version, and loads ours. */
static const char numpy_script[] =
    "import numpy, sys\n"
    "for i, t in enumerate(['u1', 'i8', 'f4', 'f8']):\n"
    "    a = numpy.arange(6, dtype='<' + t).reshape(2, 3)\n"
    "    numpy.save(f'{sys.argv[1]}/v0-{i}.npy', a)\n"
    "    assert (numpy.load(f'{sys.argv[1]}/ours-{i}.npy') == a).all()\n"
    "    for v in (1, 2, 3):\n"
    "        with open(f'{sys.argv[1]}/v{v}-{i}.npy', 'wb') as f:\n"
    "            numpy.lib.format.write_array(f, a, version=(v, 0))\n";

static GBytes *
build_range (VwNpyType type)
{
  static const guint8 bytes[6] = { 0, 1, 2, 3, 4, 5 };
  static const gint64 longs[6] = { 0, 1, 2, 3, 4, 5 };
  static const float floats[6] = { 0, 1, 2, 3, 4, 5 };
  static const double doubles[6] = { 0, 1, 2, 3, 4, 5 };
  static gconstpointer const numbers[] = { bytes, longs, floats, doubles };

  return vw_npy_build (type, 2, (gsize[]){ 2, 3 }, numbers[type]);
}

static void
compare_with_numpy (const Scratch *scratch, VwNpyType type, guint version)
{
  g_autofree char *path = g_strdup_printf ("%s/v%u-%d.npy", scratch->path, version, type);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) ours = build_range (type);
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (VwNpy) our_array = vw_npy_parse (ours, "ours", NULL);
  g_autoptr (VwNpy) their_array = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  theirs = g_bytes_new (content, size);
  their_array = vw_npy_parse (theirs, path, &error);
  g_assert_no_error (error);
  g_assert_true (vw_npy_is (their_array, type, 2));
  g_assert_true (g_bytes_equal (our_array->data, their_array->data));
  if (version <= 1)
    g_assert_true (g_bytes_equal (ours, theirs));
}

/* The same bytes as numpy.save(), which reads them back too. */
static void
test_numpy (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *output = NULL;

  scratch_init (&scratch);
  for (VwNpyType type = 0; type < VW_N_NPY_TYPES; type++)
    {
      g_autoptr (GBytes) ours = build_range (type);
      g_autofree char *name = g_strdup_printf ("ours-%d.npy", type);

      scratch_write_bytes (&scratch, name, ours);
    }
  output = test_python (numpy_script, (const char *[]){ scratch.path, NULL });
  for (VwNpyType type = 0; output != NULL && type < VW_N_NPY_TYPES; type++)
    for (guint version = 0; version <= 3; version++)
      compare_with_numpy (&scratch, type, version);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autofree char *path = g_strconcat ("/npy/malformed/", malformed[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_malformed);
    }
  g_test_add_func ("/npy/every-cut", test_every_cut);
  g_test_add_func ("/npy/lenient", test_lenient_where_python_is);
  g_test_add_func ("/npy/round-trip", test_round_trip);
  g_test_add_func ("/npy/numpy", test_numpy);
  return g_test_run ();
}
