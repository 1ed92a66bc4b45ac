/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/images.h"

#include <string.h>

#include "core/files.h"

#define IMAGES_A_CHUNK 32 /* some milliseconds, unless they are large */

/* By bytes and numbers, never by language: the order decides labels. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strverscmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full): the names in a folder, or of its sub-folders only, in order. */
static GPtrArray *
list (const char *folder, gboolean folders_only, const VwTask *task, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = vw_folder_open (folder, error);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (vw_task_cancelled (task, error))
        return NULL;
      if (name[0] != '.' && (!folders_only || g_file_test (path, G_FILE_TEST_IS_DIR)))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

gboolean
vw_images_is_folder (const char *folder)
{
  g_autoptr (GPtrArray) names = list (folder, TRUE, NULL, NULL);

  return names != NULL && names->len > 0;
}

/* The images of one split before they are read. */
typedef struct {
  GPtrArray *paths;
  GByteArray *labels;
} Listing;

static void
listing_clear (Listing *self)
{
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

static void
listing_init (Listing *self)
{
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_byte_array_new ();
}

static gboolean
list_class (Listing *self, const char *folder, guint8 label, const VwTask *task, GError **error)
{
  g_autoptr (GPtrArray) names = list (folder, FALSE, task, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_ptr_array_add (self->paths, g_build_filename (folder, names->pdata[i], NULL));
      g_byte_array_append (self->labels, &label, 1);
    }
  if (names->len == 0)
    vw_error_set (error, VW_ERROR_EMPTY, folder, N_ ("holds no images"));
  return names->len > 0;
}

static gboolean
find_label (const GPtrArray *classes, const char *name, guint8 *label)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func ((GPtrArray *) classes, name, g_str_equal, &index))
    return FALSE;
  *label = index;
  return TRUE;
}

/* Lists the images of one split; its class folders must be among @classes. */
static gboolean
list_split (Listing *self, const char *folder, const GPtrArray *classes, const VwTask *task,
            GError **error)
{
  g_autoptr (GPtrArray) names = list (folder, TRUE, task, error);

  if (names == NULL)
    return FALSE;
  listing_init (self);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      guint8 label;

      if (!find_label (classes, names->pdata[i], &label))
        {
          vw_error_set (error, VW_ERROR_MISMATCH, path,
                        N_ ("is a class to test that there is none of to train on"));
          return FALSE;
        }
      if (!list_class (self, path, label, task, error))
        return FALSE;
    }
  if (names->len == 0)
    vw_error_set (error, VW_ERROR_EMPTY, folder, N_ ("has no sub-folders, one for each class"));
  return names->len > 0;
}

static gboolean
list_classes (const char *folder, GPtrArray **classes, const VwTask *task, GError **error)
{
  *classes = list (folder, TRUE, task, error);
  if (*classes == NULL)
    return FALSE;
  if ((*classes)->len <= VW_MAX_CLASSES)
    return TRUE;
  vw_error_set (error, VW_ERROR_TOO_LARGE, folder,
                N_ ("has %s sub-folders; at most %s are accepted"), VW_NUMBER ((*classes)->len),
                VW_NUMBER (VW_MAX_CLASSES));
  return FALSE;
}

typedef struct {
  const GPtrArray *paths;
  const VwTask *task;
  guint rows, cols;
  const char *first; /* the file that set the size */
  guint8 *pixels;
} Reading;

static gboolean
read_images (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Reading *self = data;
  gsize image_size = (gsize) self->rows * self->cols;

  for (gsize i = begin; i < end; i++)
    {
      guint rows, cols;
      g_autofree guint8 *grey = NULL;

      if (vw_task_cancelled (self->task, error))
        return FALSE;
      grey = vw_image_read_grey (self->paths->pdata[i], &rows, &cols, error);
      if (grey == NULL)
        return FALSE;
      if (rows != self->rows || cols != self->cols)
        {
          vw_error_set (error, VW_ERROR_MISMATCH, self->paths->pdata[i],
                        N_ ("has %s × %s pixels, %s has %s × %s; all must be of one size"),
                        VW_NUMBER (cols), VW_NUMBER (rows), self->first, VW_NUMBER (self->cols),
                        VW_NUMBER (self->rows));
          return FALSE;
        }
      memcpy (self->pixels + i * image_size, grey, image_size);
    }
  return TRUE;
}

/* The first image of all sets the size. */
static gboolean
find_size (VwRawData *data, const char *path, GError **error)
{
  g_autofree guint8 *grey = vw_image_read_grey (path, &data->rows, &data->cols, error);

  return grey != NULL;
}

static gboolean
read_listing (VwRawData *data, VwSplit split, Listing *listing, const char *first,
              const VwTask *task, GError **error)
{
  gsize size = (gsize) data->rows * data->cols * listing->paths->len;
  g_autofree guint8 *pixels = NULL;
  Reading reading = { .paths = listing->paths, .task = task, .rows = data->rows,
                      .cols = data->cols, .first = first };

  if (!vw_raw_data_check_shape (listing->paths->len, data->rows, data->cols, first, error))
    return FALSE;
  if (!vw_memory_resize (&pixels, size, first, error))
    return FALSE;
  reading.pixels = pixels;
  if (!vw_parallel_run (task, listing->paths->len, IMAGES_A_CHUNK, read_images, &reading, error))
    return FALSE;
  data->parts[split].count = listing->paths->len;
  data->parts[split].pixels = g_bytes_new_take (g_steal_pointer (&pixels), size);
  data->parts[split].labels = g_byte_array_free_to_bytes (g_steal_pointer (&listing->labels));
  return TRUE;
}

/* Names are shown in lines and cells. */
static void
put_on_one_line (char *name)
{
  for (; *name != '\0'; name++)
    if (g_ascii_iscntrl (*name))
      *name = ' ';
}

static void
name_classes (VwRawData *data, const GPtrArray *classes)
{
  data->class_names = g_new0 (char *, classes->len + 1);
  for (guint i = 0; i < classes->len; i++)
    {
      data->class_names[i] = g_filename_display_name (classes->pdata[i]);
      put_on_one_line (data->class_names[i]);
    }
}

/* @folders: the second may be NULL: the data come in one part. */
static gboolean
read_folders (char *const folders[VW_N_SPLITS], VwRawData *data, const VwTask *task, GError **error)
{
  g_autoptr (GPtrArray) classes = NULL;
  g_auto (Listing) train = { NULL };
  g_auto (Listing) test = { NULL };
  VwSubtask tasks[VW_N_SPLITS];
  const char *first;

  if (!list_classes (folders[0], &classes, task, error)
      || !list_split (&train, folders[0], classes, task, error)
      || (folders[1] != NULL && !list_split (&test, folders[1], classes, task, error)))
    return FALSE;
  first = train.paths->pdata[0];
  name_classes (data, classes);
  return find_size (data, first, error)
         && read_listing (data, VW_SPLIT_TRAIN, &train, first,
                          vw_subtask_init (&tasks[0], task, 0, folders[1] != NULL ? 0.85 : 1),
                          error)
         && (folders[1] == NULL
             || read_listing (data, VW_SPLIT_TEST, &test, first,
                              vw_subtask_init (&tasks[1], task, 0.85, 1), error));
}

/* Fills @folders with the two splits' when one of them is there. */
static gboolean
find_splits (const char *folder, char *folders[VW_N_SPLITS])
{
  static const char *const names[][VW_N_SPLITS] = {
    { "train", "test" },
    { "training", "testing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint split = 0; split < VW_N_SPLITS; split++)
        folders[split] = g_build_filename (folder, names[i][split], NULL);
      /* A sub-folder of that name with images in it is a class, perhaps of vehicles. */
      if (vw_images_is_folder (folders[0]) || vw_images_is_folder (folders[1]))
        return TRUE;
      g_clear_pointer (&folders[0], g_free);
      g_clear_pointer (&folders[1], g_free);
    }
  return FALSE;
}

gboolean
vw_images_read (const char *folder, VwRawData *data, const VwTask *task, GError **error)
{
  g_autofree char *train = NULL;
  g_autofree char *test = NULL;
  char *folders[VW_N_SPLITS] = { NULL };
  gboolean splits = find_splits (folder, folders);

  train = splits ? folders[0] : g_strdup (folder);
  test = folders[1];
  folders[0] = train;
  for (guint i = 0; splits && i < VW_N_SPLITS; i++)
    if (!g_file_test (folders[i], G_FILE_TEST_IS_DIR))
      {
        vw_error_set (error, VW_ERROR_MISMATCH, folders[i], N_ ("is missing; it belongs beside %s"),
                      folders[1 - i]);
        return FALSE;
      }
  return read_folders (folders, data, task, error);
}
