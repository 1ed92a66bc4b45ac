/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model.h"

#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/archive.h"
#include "core/json.h"
#include "core/npy-text.h"
#include "core/npy.h"
#include "lib/model.h"
#include "lib/scratch.h"
#include "lib/script.h"

static const char *const names[] = { "centers.npy", "coef.npy", "intercept.npy",
                                     "classes.npy", "meta.npy", "checksum.npy" };

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static GBytes *
save (const VwModel *model, const Scratch *folder)
{
  g_autofree char *path = scratch_path (folder, "m.vwm");
  g_autoptr (GError) error = NULL;

  vw_model_save (model, path, &error);
  g_assert_no_error (error);
  return read_file (path);
}

static void
assert_equal_files (GBytes *a, GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));
}

static void
assert_equal_models (const VwModel *a, const VwModel *b)
{
  guint n = vw_classifier_get_n_classes (a->classifier);
  guint dims = vw_classifier_get_dims (a->classifier);

  g_assert_true (vw_parameters_equal (&a->parameters, &b->parameters));
  g_assert_cmpuint (vw_vocabulary_get_kind (a->vocabulary), ==,
                    vw_vocabulary_get_kind (b->vocabulary));
  g_assert_cmpuint (dims, ==, vw_classifier_get_dims (b->classifier));
  g_assert_cmpmem (vw_classifier_get_coef (a->classifier), n * dims * sizeof (double),
                   vw_classifier_get_coef (b->classifier), n * dims * sizeof (double));
  g_assert_cmpmem (vw_classifier_get_intercept (a->classifier), n * sizeof (double),
                   vw_classifier_get_intercept (b->classifier), n * sizeof (double));
  g_assert_cmpmem (a->metrics->confusion, n * n * sizeof (guint), b->metrics->confusion,
                   n * n * sizeof (guint));
  g_assert_cmpstrv (a->class_names, b->class_names);
  g_assert_cmpstr (a->data_sha256, ==, b->data_sha256);
  g_assert_cmpstr (a->version, ==, b->version);
  g_assert_cmpuint (a->rows, ==, b->rows);
  g_assert_cmpuint (a->cols, ==, b->cols);
  g_assert_cmpuint (a->train_descriptors, ==, b->train_descriptors);
  g_assert_cmpuint (a->train_images, ==, b->train_images);
  g_assert_cmpuint (a->train_total, ==, b->train_total);
  g_assert_cmpfloat (a->inertia, ==, b->inertia);
}

static void
test_round_trip (void)
{
  g_auto (Scratch) folder = { NULL };

  scratch_init (&folder);
  for (int kind = VW_VOCABULARY_EUCLIDEAN; kind <= VW_VOCABULARY_HAMMING; kind++)
    for (int pyramid = VW_PYRAMID_1; pyramid <= VW_PYRAMID_1_2_4; pyramid++)
      {
        g_autoptr (VwModel) model = test_model_new (kind, pyramid);
        g_autoptr (GBytes) first = save (model, &folder), second = NULL;
        g_autofree char *path = scratch_path (&folder, "m.vwm");
        g_autoptr (GError) error = NULL;
        g_autoptr (VwModel) loaded = vw_model_load (path, &error);

        g_assert_no_error (error);
        assert_equal_models (model, loaded);
        second = save (loaded, &folder);
        assert_equal_files (first, second);
      }
}

static void
test_numpy_opens_it (void)
{
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1_2);
  g_auto (Scratch) folder = { NULL };
  g_autoptr (GBytes) file = NULL;
  g_autofree char *output = NULL, *shapes = NULL;
  g_autoptr (JsonObject) seen = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *meta;

  scratch_init (&folder);
  file = save (model, &folder);
  output = test_script ("core/model.py", folder.path, NULL);
  if (output == NULL)
    return;
  seen = vw_json_parse (output, strlen (output), "model.py", NULL);
  g_assert_nonnull (seen);
  node = json_object_dup_member (seen, "shapes");
  shapes = json_to_string (node, FALSE);
  g_assert_cmpstr (shapes, ==, "[[6,32],[3,30],[3],[3],[]]");
  g_assert_true (json_object_get_boolean_member (seen, "checksum_holds"));
  g_assert_true (json_object_get_boolean_member (seen, "numpy_writes_the_same"));
  g_assert_cmpfloat (json_object_get_double_member (seen, "coef"), ==,
                     vw_classifier_get_coef (model->classifier)[30 + 2]);
  meta = json_object_get_object_member (seen, "meta");
  g_assert_cmpstr (json_array_get_string_element (
                       json_object_get_array_member (meta, "class_names"), 1),
                   ==, model->class_names[1]);
  g_assert_cmpfloat (json_object_get_double_member (
                         json_object_get_object_member (meta, "parameters"), "svm-c"),
                     ==, 0.1);
}

/**
 * Damage:
 * @path: of the test
 * @member: to be changed; %NULL to leave all members as they are
 * @find, @replace: (nullable): what to change in the text of meta
 * @keep_checksum: do not make it right again
 * @array: what to put in place of another member, filled with @fill; with n_dims 9 it is left out
 * @raw: (nullable): the same as bytes
 */
typedef struct {
  const char *path;
  int code;
  const char *member;
  const char *find, *replace;
  gboolean keep_checksum;
  VwNpy array;
  double fill;
  GBytes *raw;
} Damage;

#define LEFT_OUT { VW_NPY_UINT8, 9 }
#define META(path, find, replace) { path, VW_ERROR_FORMAT, "meta.npy", find, replace }
#define ARRAY(path, code, member, type, fill, ...) \
  { path, code, member, NULL, NULL, FALSE, { type, G_N_ELEMENTS (((gsize[]) { __VA_ARGS__ })), \
    { __VA_ARGS__ } }, fill }

/* The undamaged model: 6 words, 3 classes, one cell. */
static const Damage damages[] = {
  META ("no-json", "{", "["),
  META ("meta-cut-off", "]}", "]"),
  META ("no-format", "\"format\"", "\"fromat\""),
  META ("format-text", "\"format\":1", "\"format\":\"1\""),
  { "format-2", VW_ERROR_UNSUPPORTED, "meta.npy", "\"format\":1", "\"format\":2" },
  { "format-0", VW_ERROR_UNSUPPORTED, "meta.npy", "\"format\":1", "\"format\":0" },
  META ("no-version", "\"version\"", "\"v\""),
  META ("version-number", "\"0.1.0\"", "1"),
  META ("no-parameters", "\"parameters\"", "\"p\""),
  META ("parameter-missing", "\"upscale\":96,", ""),
  { "parameter-unknown", VW_ERROR_UNSUPPORTED, "meta.npy", "\"upscale\"", "\"zoom\"" },
  META ("parameter-out-of-range", "\"upscale\":96", "\"upscale\":1000000"),
  META ("parameter-negative", "\"levels\":8", "\"levels\":-8"),
  META ("parameter-fraction", "\"levels\":8", "\"levels\":8.5"),
  META ("parameter-text", "\"levels\":8", "\"levels\":\"8\""),
  META ("parameter-choice-number", "\"norm\":\"l2\"", "\"norm\":0"),
  META ("parameter-choice-unknown", "\"norm\":\"l2\"", "\"norm\":\"l3\""),
  META ("sha256-short", "\"aaaa", "\"aaa"),
  META ("sha256-not-hex", "\"aaaa", "\"aaag"),
  META ("rows-0", "\"rows\":28", "\"rows\":0"),
  META ("rows-huge", "\"rows\":28", "\"rows\":4294967297"),
  META ("cols-negative", "\"cols\":20", "\"cols\":-1"),
  META ("train-images-too-many", "\"train_images\":99", "\"train_images\":101"),
  META ("train-descriptors-negative", "\"train_descriptors\":5", "\"train_descriptors\":-5"),
  META ("inertia-negative", "\"inertia\":0", "\"inertia\":-0"),
  META ("inertia-huge", "\"inertia\":0", "\"inertia\":1e999"),
  META ("inertia-text", "\"inertia\":0", "\"inertia\":\"\",\"i\":0"),
  META ("class-names-fewer", "\"zero \\\"0\\\"\",", ""),
  META ("class-names-more", "\"zero", "\"\",\"zero"),
  META ("class-name-number", "\"zero \\\"0\\\"\"", "0"),
  META ("confusion-negative", "\"confusion\":[[1", "\"confusion\":[[-1"),
  META ("confusion-not-square", "\"confusion\":[[1,", "\"confusion\":[["),
  { "confusion-of-2", VW_ERROR_FORMAT, "meta.npy", "\"confusion\":[[1,1,1],[1,1,1],[1,1,1]]",
    "\"confusion\":[[1,1],[1,1]]" },
  { "meta-changed", VW_ERROR_CHECKSUM, "meta.npy", "\"rows\":28", "\"rows\":27", TRUE },
  { "words-more", VW_ERROR_MISMATCH, "meta.npy", "\"words\":6", "\"words\":7" },
  { "words-most", VW_ERROR_MISMATCH, "meta.npy", "\"words\":6", "\"words\":20000" },
  { "pyramid-other", VW_ERROR_MISMATCH, "meta.npy", "\"pyramid\":\"1\"", "\"pyramid\":\"1+2\"" },
  { "vocabulary-other", VW_ERROR_MISMATCH, "meta.npy", "euclidean", "hamming" },
  ARRAY ("meta-numbers", VW_ERROR_FORMAT, "meta.npy", VW_NPY_UINT8, 32, 10),
  ARRAY ("checksum-numbers", VW_ERROR_FORMAT, "checksum.npy", VW_NPY_UINT8, 97, 64),
  ARRAY ("centers-few", VW_ERROR_MISMATCH, "centers.npy", VW_NPY_FLOAT32, 1, 5, 32),
  ARRAY ("centers-wide", VW_ERROR_MISMATCH, "centers.npy", VW_NPY_FLOAT32, 1, 6, 64),
  ARRAY ("centers-flat", VW_ERROR_MISMATCH, "centers.npy", VW_NPY_FLOAT32, 1, 192),
  ARRAY ("centers-of-doubles", VW_ERROR_MISMATCH, "centers.npy", VW_NPY_FLOAT64, 1, 6, 32),
  ARRAY ("centers-nan", VW_ERROR_FORMAT, "centers.npy", VW_NPY_FLOAT32, NAN, 6, 32),
  ARRAY ("coef-nan", VW_ERROR_FORMAT, "coef.npy", VW_NPY_FLOAT64, NAN, 3, 6),
  ARRAY ("coef-infinite", VW_ERROR_FORMAT, "coef.npy", VW_NPY_FLOAT64, INFINITY, 3, 6),
  ARRAY ("coef-transposed", VW_ERROR_MISMATCH, "coef.npy", VW_NPY_FLOAT64, 1, 6, 3),
  ARRAY ("coef-narrow", VW_ERROR_MISMATCH, "coef.npy", VW_NPY_FLOAT64, 1, 3, 5),
  ARRAY ("coef-of-floats", VW_ERROR_MISMATCH, "coef.npy", VW_NPY_FLOAT32, 1, 3, 6),
  ARRAY ("coef-empty", VW_ERROR_MISMATCH, "coef.npy", VW_NPY_FLOAT64, 1, 0, 6),
  ARRAY ("intercept-short", VW_ERROR_MISMATCH, "intercept.npy", VW_NPY_FLOAT64, 1, 2),
  ARRAY ("intercept-infinite", VW_ERROR_FORMAT, "intercept.npy", VW_NPY_FLOAT64, -INFINITY, 3),
  ARRAY ("classes-equal", VW_ERROR_FORMAT, "classes.npy", VW_NPY_INT64, 0, 3),
  ARRAY ("classes-more", VW_ERROR_MISMATCH, "classes.npy", VW_NPY_INT64, 0, 4),
  { "centers-missing", VW_ERROR_MISMATCH, "centers.npy", .array = LEFT_OUT },
  { "coef-missing", VW_ERROR_MISMATCH, "coef.npy", .array = LEFT_OUT },
  { "intercept-missing", VW_ERROR_MISMATCH, "intercept.npy", .array = LEFT_OUT },
  { "classes-missing", VW_ERROR_MISMATCH, "classes.npy", .array = LEFT_OUT },
  { "meta-missing", VW_ERROR_MISMATCH, "meta.npy", .array = LEFT_OUT },
  { "checksum-missing", VW_ERROR_MISMATCH, "checksum.npy", .array = LEFT_OUT },
};

static GBytes *
fill_array (const VwNpy *array, double fill)
{
  gsize n = 1, size = vw_npy_type_size (array->type);
  g_autofree guint8 *data = NULL;

  for (guint i = 0; i < array->n_dims; i++)
    n *= array->shape[i];
  data = g_malloc0 (n * size + 1);
  for (gsize i = 0; i < n; i++)
    if (array->type == VW_NPY_FLOAT64)
      ((double *) data)[i] = fill;
    else if (array->type == VW_NPY_FLOAT32)
      ((float *) data)[i] = fill;
    else
      data[i * size] = fill;
  return vw_npy_build (array->type, array->n_dims, array->shape, data);
}

static GBytes *
damage_member (GBytes *content, const Damage *damage)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *before = NULL;

  if (damage->raw != NULL)
    return g_bytes_ref (damage->raw);
  if (damage->find == NULL)
    return fill_array (&damage->array, damage->fill);
  before = vw_npy_text_parse (content, "meta.npy", NULL);
  text = g_string_new (before);
  if (g_string_replace (text, damage->find, damage->replace, 1) == 0)
    g_error ("%s has no %s", before, damage->find);
  return vw_npy_text_build (text->str);
}

/* Builds the model file anew with the damage and, unless told otherwise, the right checksum. */
static GBytes *
build_damaged (GBytes *file, const Damage *damage)
{
  g_autoptr (VwArchive) archive = vw_archive_parse (file, "m.vwm", NULL);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  VwArchiveMember members[G_N_ELEMENTS (names)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GBytes *content = vw_archive_get (archive, names[i], NULL, NULL);
      gboolean last = i == G_N_ELEMENTS (names) - 1, here = g_str_equal (names[i], damage->member);

      if (last && !here && !damage->keep_checksum)
        {
          g_bytes_unref (content);
          content = vw_npy_text_build (g_checksum_get_string (checksum));
        }
      g_ptr_array_add (contents, content);
      if (here && damage->array.n_dims > VW_NPY_MAX_DIMS)
        continue;
      if (here)
        g_ptr_array_add (contents, content = damage_member (content, damage));
      if (!last)
        g_checksum_update (checksum, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
      members[n++] = (VwArchiveMember){ names[i], content };
    }
  return vw_archive_build (members, n, NULL);
}

static GBytes *
whole_file (void)
{
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_auto (Scratch) folder = { NULL };

  scratch_init (&folder);
  return save (model, &folder);
}

static void
test_damaged (gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (GBytes) file = whole_file (), damaged = build_damaged (file, damage);
  g_autoptr (GError) error = NULL;

  g_assert_null (vw_model_parse (damaged, "m.vwm", &error));
  test_assert_refused (error, damage->code, "m.vwm");
}

/* What the damaging does without damage is no damage. */
static void
test_undamaged (void)
{
  const Damage none = { .member = "" };
  g_autoptr (GBytes) file = whole_file (), rebuilt = build_damaged (file, &none);

  assert_equal_files (file, rebuilt);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) file = whole_file ();

  for (gsize size = 0; size < g_bytes_get_size (file); size++)
    {
      g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (file, NULL), size);
      g_autoptr (GError) error = NULL;

      g_assert_null (vw_model_parse (part, "m.vwm", &error));
      g_assert_true (error->domain == VW_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "m.vwm"));
    }
}

/* Marks the bytes of @file that are members' content; archives here are not compressed. */
static void
mark_content (GBytes *file, guint8 *marks)
{
  const guint8 *data = g_bytes_get_data (file, NULL);
  g_autoptr (VwArchive) archive = vw_archive_parse (file, "m.vwm", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) content = vw_archive_get (archive, names[i], NULL, NULL);
      gsize size = g_bytes_get_size (content);
      const guint8 *at
          = memmem (data, g_bytes_get_size (file), g_bytes_get_data (content, NULL), size);

      g_assert_nonnull (at);
      memset (marks + (at - data), TRUE, size);
    }
}

/* A flip in a member is found; where zip keeps what means nothing here, the model is the same. */
static void
test_flipped_bits (void)
{
  g_autoptr (GBytes) file = whole_file ();
  g_autoptr (VwModel) model = vw_model_parse (file, "m.vwm", NULL);
  gsize size = g_bytes_get_size (file);
  g_autofree guint8 *is_content = g_malloc0 (size);

  mark_content (file, is_content);
  for (gsize i = 0; i < size; i++)
    {
      guint8 *data = g_memdup2 (g_bytes_get_data (file, NULL), size);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (VwModel) read = NULL;

      data[i] ^= 1 << i % 8;
      flipped = g_bytes_new_take (data, size);
      read = vw_model_parse (flipped, "m.vwm", &error);
      if (read == NULL)
        g_assert_true (error->domain == VW_ERROR);
      else
        assert_equal_models (model, read);
      g_assert_false (read != NULL && is_content[i]);
    }
}

/* A header that promises much is refused before memory is asked for. */
static void
test_huge_promise (void)
{
  static const char array[] = "\x93NUMPY\x01\x00\x4c\x00{'descr': '<f8', 'fortran_order': False, "
                              "'shape': (3, 1125899906842624), }      \n\0\0\0\0\0\0\0\0";
  Damage damage = { .member = "coef.npy" };
  g_autoptr (GBytes) raw = g_bytes_new_static (array, sizeof array - 1);
  g_autoptr (GBytes) file = whole_file (), damaged = NULL;
  g_autoptr (GError) error = NULL;
  gsize before;

  damage.raw = raw;
  damaged = build_damaged (file, &damage);
  test_memory_reset ();
  before = test_memory_peak ();
  g_assert_null (vw_model_parse (damaged, "m.vwm", &error));
  test_assert_refused (error, VW_ERROR_TRUNCATED, "m.vwm/coef.npy");
  g_assert_cmpuint (test_memory_peak (), <, before + (8 << 20));
}

static void
test_no_such_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vw_model_load ("/nonexistent/m.vwm", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nonexistent/m.vwm"));
  g_clear_error (&error);
  g_assert_null (vw_model_load ("/dev/zero", &error));
  test_assert_refused (error, VW_ERROR_FORMAT, "/dev/zero");
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A limit on the size of files stops a write halfway, as a full disk does. */
static void
test_failed_save_leaves_the_old (void)
{
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_HAMMING, VW_PYRAMID_1_2_4);
  g_auto (Scratch) folder = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, tight;

  scratch_init (&folder);
  path = scratch_path (&folder, "m.vwm");
  scratch_write (&folder, "m.vwm", "old", 3);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  tight = before;
  tight.rlim_cur = 1000;
  setrlimit (RLIMIT_FSIZE, &tight);
  vw_model_save (model, path, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, path));
  after = read_file (path);
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after), "old", 3);
  g_assert_cmpuint (count_files (folder.path), ==, 1);
}

static void
test_saves_behind_a_link (void)
{
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_auto (Scratch) folder = { NULL };
  g_autofree char *link = NULL, *target = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VwModel) loaded = NULL;

  scratch_init (&folder);
  link = scratch_path (&folder, "link.vwm");
  target = scratch_path (&folder, "target.vwm");
  scratch_write (&folder, "target.vwm", "old", 3);
  g_assert_cmpint (symlink ("target.vwm", link), ==, 0);
  g_assert_true (vw_model_save (model, link, &error));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  loaded = vw_model_load (target, &error);
  g_assert_no_error (error);
  assert_equal_models (model, loaded);
}

static void
test_cannot_save_there (void)
{
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_auto (Scratch) folder = { NULL };
  g_autofree char *pipe = NULL, *missing = NULL;
  g_autoptr (GError) error = NULL;

  scratch_init (&folder);
  pipe = scratch_path (&folder, "pipe");
  missing = scratch_path (&folder, "missing/m.vwm");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_false (vw_model_save (model, pipe, &error));
  test_assert_refused (error, VW_ERROR_FORMAT, pipe);
  g_clear_error (&error);
  g_assert_false (vw_model_save (model, folder.path, &error));
  test_assert_refused (error, VW_ERROR_FORMAT, folder.path);
  g_clear_error (&error);
  g_assert_false (vw_model_save (model, missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, missing));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/round-trip", test_round_trip);
  g_test_add_func ("/model/numpy", test_numpy_opens_it);
  g_test_add_func ("/model/undamaged", test_undamaged);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/model/damaged/", damages[i].path, NULL);

      g_test_add_data_func (path, &damages[i], test_damaged);
    }
  g_test_add_func ("/model/truncated", test_truncated);
  g_test_add_func ("/model/flipped-bits", test_flipped_bits);
  g_test_add_func ("/model/huge-promise", test_huge_promise);
  g_test_add_func ("/model/no-such-file", test_no_such_file);
  g_test_add_func ("/model/failed-save", test_failed_save_leaves_the_old);
  g_test_add_func ("/model/link", test_saves_behind_a_link);
  g_test_add_func ("/model/cannot-save", test_cannot_save_there);
  return g_test_run ();
}
