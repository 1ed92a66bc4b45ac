/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "core/archive.h"
#include "core/file-write.h"
#include "core/files.h"
#include "core/model-json.h"
#include "core/npy-text.h"
#include "core/npy.h"
#include "core/orb.h"
#include "core/sha256.h"

#define MAX_FILE_BYTES ((gsize) 1 << 30)

/*
 * The members in the order of the file. The checksum is the SHA-256 of those before it, one after
 * another as they stand: in Python,
 *   zip = zipfile.ZipFile ("m.vwm")
 *   hashlib.sha256 (b"".join (zip.read (n) for n in zip.namelist ()[:-1])).hexdigest ()
 */
enum { CENTERS, COEF, INTERCEPT, CLASSES, META, N_CHECKED, CHECKSUM = N_CHECKED, N_MEMBERS };

static const char *const member_names[N_MEMBERS] = {
  "centers.npy", "coef.npy", "intercept.npy", "classes.npy", "meta.npy", "checksum.npy",
};

typedef struct {
  GBytes *content[N_MEMBERS];
} Members;

static void
members_clear (Members *self)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    g_clear_pointer (&self->content[i], g_bytes_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Members, members_clear)

static char *
members_sha256 (const Members *self)
{
  VwSha256 sum;

  vw_sha256_init (&sum);
  for (guint i = 0; i < N_CHECKED; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (self->content[i], &size);

      vw_sha256_add (&sum, data, size);
    }
  return vw_sha256_text (&sum);
}

static GBytes *
build_centers (const VwVocabulary *vocabulary)
{
  gsize shape[] = { vw_vocabulary_get_words (vocabulary), VW_DESCRIPTOR_BYTES };

  if (vw_vocabulary_get_kind (vocabulary) == VW_VOCABULARY_HAMMING)
    return vw_npy_build (VW_NPY_UINT8, 2, shape, vw_vocabulary_get_patterns (vocabulary));
  return vw_npy_build (VW_NPY_FLOAT32, 2, shape, vw_vocabulary_get_centres (vocabulary));
}

static GBytes *
build_classes (guint n_classes)
{
  g_autofree gint64 *classes = g_new (gint64, n_classes);
  gsize shape = n_classes;

  for (guint i = 0; i < n_classes; i++)
    classes[i] = i;
  return vw_npy_build (VW_NPY_INT64, 1, &shape, classes);
}

static void
build_members (const VwModel *model, Members *members)
{
  const VwClassifier *classifier = model->classifier;
  gsize shape[] = { vw_classifier_get_n_classes (classifier), vw_classifier_get_dims (classifier) };
  g_autoptr (JsonObject) json = vw_model_to_json (model);
  g_autofree char *meta = vw_json_format (json);
  g_autofree char *checksum = NULL;

  members->content[CENTERS] = build_centers (model->vocabulary);
  members->content[COEF]
      = vw_npy_build (VW_NPY_FLOAT64, 2, shape, vw_classifier_get_coef (classifier));
  members->content[INTERCEPT]
      = vw_npy_build (VW_NPY_FLOAT64, 1, shape, vw_classifier_get_intercept (classifier));
  members->content[CLASSES] = build_classes (shape[0]);
  members->content[META] = vw_npy_text_build (meta);
  checksum = members_sha256 (members);
  members->content[CHECKSUM] = vw_npy_text_build (checksum);
}

gboolean
vw_model_save (const VwModel *self, const char *path, GError **error)
{
  g_auto (Members) members = { { NULL } };
  VwArchiveMember list[N_MEMBERS];
  g_autoptr (GBytes) file = NULL;

  build_members (self, &members);
  for (guint i = 0; i < N_MEMBERS; i++)
    list[i] = (VwArchiveMember){ member_names[i], members.content[i] };
  file = vw_archive_build (list, N_MEMBERS, error);
  return file != NULL && vw_file_write (path, file, error);
}

static gboolean
check_checksum (const Members *members, const char *name, GError **error)
{
  g_autofree char *promised = vw_npy_text_parse (members->content[CHECKSUM], name, error);
  g_autofree char *actual = NULL;

  if (promised == NULL)
    return FALSE;
  actual = members_sha256 (members);
  if (g_str_equal (promised, actual))
    return TRUE;
  vw_error_set (error, VW_ERROR_CHECKSUM, name,
                N_ ("is damaged: its content is not what was saved"));
  return FALSE;
}

/* The array of a member when it has this type and shape, else %VW_ERROR_MISMATCH. */
static VwNpy *
get_array (const Members *members, guint member, const VwNpy *expected, const char *file,
           GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", file, member_names[member]);
  g_autoptr (VwNpy) array = vw_npy_parse (members->content[member], name, error);
  g_autofree char *is = NULL, *should_be = NULL;

  if (array == NULL)
    return NULL;
  if (vw_npy_is (array, expected->type, expected->n_dims)
      && memcmp (array->shape, expected->shape, expected->n_dims * sizeof (gsize)) == 0)
    return g_steal_pointer (&array);
  is = vw_npy_format_shape (array->n_dims, array->shape);
  should_be = vw_npy_format_shape (expected->n_dims, expected->shape);
  vw_error_set (error, VW_ERROR_MISMATCH, name, N_ ("is %s %s where %s %s is expected"),
                vw_npy_type_name (array->type), is, vw_npy_type_name (expected->type), should_be);
  return NULL;
}

static gboolean
is_finite (const VwNpy *array)
{
  gconstpointer data = g_bytes_get_data (array->data, NULL);

  for (gsize i = 0; i < array->n_items; i++)
    if (array->type == VW_NPY_FLOAT32 ? !isfinite (((const float *) data)[i])
                                      : !isfinite (((const double *) data)[i]))
      return FALSE;
  return TRUE;
}

static VwNpy *
get_finite_array (const Members *members, guint member, const VwNpy *expected, const char *file,
                  GError **error)
{
  g_autoptr (VwNpy) array = get_array (members, member, expected, file, error);

  if (array == NULL)
    return NULL;
  if (is_finite (array))
    return g_steal_pointer (&array);
  vw_error_set (error, VW_ERROR_FORMAT, file, N_ ("has a number in “%s” that is not finite"),
                member_names[member]);
  return NULL;
}

static gboolean
read_vocabulary (VwModel *self, const Members *members, const char *file, GError **error)
{
  gboolean hamming = self->parameters.vocabulary == VW_VOCABULARY_HAMMING;
  guint words = self->parameters.words;
  VwNpy expected = { hamming ? VW_NPY_UINT8 : VW_NPY_FLOAT32, 2, { words, VW_DESCRIPTOR_BYTES } };
  g_autoptr (VwNpy) array
      = hamming ? get_array (members, CENTERS, &expected, file, error)
                : get_finite_array (members, CENTERS, &expected, file, error);

  if (array == NULL)
    return FALSE;
  if (hamming)
    self->vocabulary = vw_vocabulary_new_hamming (g_bytes_get_data (array->data, NULL), words);
  else
    self->vocabulary = vw_vocabulary_new_euclidean (g_bytes_get_data (array->data, NULL), words);
  return TRUE;
}

static gboolean
check_classes (guint n_classes, const Members *members, const char *file, GError **error)
{
  VwNpy expected = { VW_NPY_INT64, 1, { n_classes } };
  g_autoptr (VwNpy) array = get_array (members, CLASSES, &expected, file, error);
  const gint64 *classes;

  if (array == NULL)
    return FALSE;
  classes = g_bytes_get_data (array->data, NULL);
  for (guint i = 0; i < n_classes; i++)
    if (classes[i] != i)
      {
        vw_error_set (error, VW_ERROR_FORMAT, file, N_ ("does not number its classes from 0 on"));
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_classifier (VwModel *self, const Members *members, const char *file, GError **error)
{
  guint n_classes = self->metrics->n_classes;
  guint dims = self->parameters.words * vw_histogram_parts (&self->parameters);
  VwNpy expected = { VW_NPY_FLOAT64, 2, { n_classes, dims } };
  g_autoptr (VwNpy) coef = get_finite_array (members, COEF, &expected, file, error);
  g_autoptr (VwNpy) intercept = NULL;

  if (coef == NULL)
    return FALSE;
  expected.n_dims = 1;
  intercept = get_finite_array (members, INTERCEPT, &expected, file, error);
  if (intercept == NULL || !check_classes (n_classes, members, file, error))
    return FALSE;
  self->classifier
      = vw_classifier_new (g_bytes_get_data (coef->data, NULL),
                           g_bytes_get_data (intercept->data, NULL), n_classes, dims);
  return TRUE;
}

static gboolean
unpack (const VwArchive *archive, guint member, Members *members, GError **error)
{
  if (members->content[member] == NULL)
    members->content[member] = vw_archive_get (archive, member_names[member], NULL, error);
  return members->content[member] != NULL;
}

/* The format comes first: what another format means by the rest is not known here. */
static JsonObject *
read_meta (const VwArchive *archive, Members *members, const char *file, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", file, member_names[META]);
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) meta = NULL;

  if (!unpack (archive, META, members, error))
    return NULL;
  text = vw_npy_text_parse (members->content[META], name, error);
  if (text == NULL)
    return NULL;
  meta = vw_json_parse (text, strlen (text), name, error);
  if (meta == NULL || !vw_model_check_format (&(VwJson){ meta, file }, error))
    return NULL;
  return g_steal_pointer (&meta);
}

VwModel *
vw_model_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (VwArchive) archive = vw_archive_parse (bytes, name, error);
  g_auto (Members) members = { { NULL } };
  g_autoptr (VwModel) self = NULL;
  g_autoptr (JsonObject) meta = NULL;

  if (archive == NULL)
    return NULL;
  meta = read_meta (archive, &members, name, error);
  if (meta == NULL)
    return NULL;
  for (guint i = 0; i < N_MEMBERS; i++)
    if (!unpack (archive, i, &members, error))
      return NULL;
  self = vw_model_new ();
  if (!check_checksum (&members, name, error)
      || !vw_model_read_json (self, &(VwJson){ meta, name }, error)
      || !read_vocabulary (self, &members, name, error)
      || !read_classifier (self, &members, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

VwModel *
vw_model_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = vw_file_read (path, MAX_FILE_BYTES, NULL, error);

  return bytes != NULL ? vw_model_parse (bytes, path, error) : NULL;
}
