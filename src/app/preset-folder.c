/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preset-folder.h"

#include "app/queue.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

struct _VwOwnPreset {
  GObject parent_instance;
  VwUserPreset *preset;
};

G_DEFINE_FINAL_TYPE (VwOwnPreset, vw_own_preset, G_TYPE_OBJECT)

static void
vw_own_preset_finalize (GObject *object)
{
  vw_user_preset_free (VW_OWN_PRESET (object)->preset);
  G_OBJECT_CLASS (vw_own_preset_parent_class)->finalize (object);
}

static void
vw_own_preset_class_init (VwOwnPresetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_own_preset_finalize;
}

static void
vw_own_preset_init (VwOwnPreset *self)
{
}

const VwUserPreset *
vw_own_preset_get (VwOwnPreset *self)
{
  g_return_val_if_fail (VW_IS_OWN_PRESET (self), NULL);
  return self->preset;
}

/* @path: (nullable) */
static VwOwnPreset *
new_own_preset (const char *name, const VwParameters *parameters, const char *path)
{
  VwOwnPreset *self = g_object_new (VW_TYPE_OWN_PRESET, NULL);

  self->preset = vw_user_preset_new (name, parameters);
  self->preset->path = g_strdup (path);
  return self;
}

struct _VwPresetFolder {
  GObject parent_instance;

  char *folder;
  GListStore *presets;
  guint pending;
};

enum { PROP_BUSY = 1, N_PROPS };
enum { OPENED, REMOVED, SAVED, PROBLEMS, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwPresetFolder, vw_preset_folder, G_TYPE_OBJECT)

/**
 * Wish:
 * @work: on the queue's thread; sets @error when it cannot be
 * @done: on the main thread, unless there was an error
 * @failure: English, marked for translation
 * @preset: what it is about
 * @result: (nullable): what came of it
 * @path: (nullable): to read from, save to, or delete once the preset is kept
 *
 * One thing to do with the folder.
 */
typedef struct _Wish Wish;
typedef void (*WishFunc) (Wish *wish);
typedef struct {
  WishFunc work, done;
  const char *failure;
} WishKind;
struct _Wish {
  VwPresetFolder *owner;
  const WishKind *kind;
  VwOwnPreset *preset, *result;
  char *path;
  GPtrArray *list;
  GPtrArray *problems;
  GError *error;
};

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->owner);
  g_clear_object (&wish->preset);
  g_clear_object (&wish->result);
  g_free (wish->path);
  g_clear_pointer (&wish->list, g_ptr_array_unref);
  g_ptr_array_unref (wish->problems);
  g_clear_error (&wish->error);
  g_free (wish);
}

static void
set_pending (VwPresetFolder *self, guint pending)
{
  gboolean changes = (self->pending == 0) != (pending == 0);

  self->pending = pending;
  if (changes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
finish (gpointer data)
{
  Wish *wish = data;
  VwPresetFolder *self = wish->owner;

  if (wish->error == NULL)
    wish->kind->done (wish);
  else
    g_signal_emit (self, signals[FAILED], 0, _(wish->kind->failure), wish->error);
  set_pending (self, self->pending - 1);
  wish_free (wish);
}

static void
work (gpointer data)
{
  Wish *wish = data;

  wish->kind->work (wish);
}

/* @preset, @path: (nullable) */
static void
push (VwPresetFolder *self, const WishKind *kind, VwOwnPreset *preset, const char *path)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->owner = g_object_ref (self);
  wish->kind = kind;
  g_set_object (&wish->preset, preset);
  wish->path = g_strdup (path);
  wish->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  set_pending (self, self->pending + 1);
  vw_queue_push (work, finish, wish);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer unused)
{
  return g_utf8_collate (((VwOwnPreset *) a)->preset->name, ((VwOwnPreset *) b)->preset->name);
}

/* Takes the preset of that @path out of the list, unless it is @but (nullable). */
static void
forget (VwPresetFolder *self, const char *path, VwOwnPreset *but)
{
  GListModel *list = G_LIST_MODEL (self->presets);

  for (guint i = g_list_model_get_n_items (list); i-- > 0;)
    {
      g_autoptr (VwOwnPreset) preset = g_list_model_get_item (list, i);

      if (preset != but && g_strcmp0 (preset->preset->path, path) == 0)
        g_list_store_remove (self->presets, i);
    }
}

static void
do_list (Wish *wish)
{
  wish->list = vw_user_presets_list (wish->owner->folder, wish->problems, &wish->error);
}

static void
take_list (Wish *wish)
{
  for (guint i = 0; i < wish->list->len; i++)
    {
      const VwUserPreset *read = wish->list->pdata[i];
      g_autoptr (VwOwnPreset) preset = new_own_preset (read->name, &read->parameters, read->path);

      g_list_store_insert_sorted (wish->owner->presets, preset, compare_names, NULL);
    }
  if (wish->problems->len > 0)
    g_signal_emit (wish->owner, signals[PROBLEMS], 0, wish->problems);
}

static void
do_keep (Wish *wish)
{
  const VwUserPreset *preset = wish->preset->preset;
  g_autofree char *path = vw_user_presets_keep (wish->owner->folder, preset, &wish->error);

  if (path == NULL)
    return;
  wish->result = new_own_preset (preset->name, &preset->parameters, path);
  if (wish->path != NULL && !g_str_equal (wish->path, path))
    g_unlink (wish->path); /* left behind, it would be a second preset, and no loss */
}

static void
take_kept (Wish *wish)
{
  VwPresetFolder *self = wish->owner;

  g_list_store_insert_sorted (self->presets, wish->result, compare_names, NULL);
  forget (self, wish->result->preset->path, wish->result);
  if (wish->path != NULL)
    forget (self, wish->path, wish->result);
}

static void
take_kept_of_opened (Wish *wish)
{
  take_kept (wish);
  g_signal_emit (wish->owner, signals[OPENED], 0, wish->result);
}

static const WishKind keep_opened_kind
    = { do_keep, take_kept_of_opened, N_ ("The Preset Was Not Kept") };

static void
do_read (Wish *wish)
{
  g_autoptr (VwUserPreset) read = vw_user_preset_load (wish->path, &wish->error);

  if (read != NULL)
    wish->result = new_own_preset (read->name, &read->parameters, NULL);
}

/* Returns: (transfer full): @name, or with a number behind it, so that none has it already. */
static char *
free_name (VwPresetFolder *self, const char *name)
{
  if (vw_preset_folder_find (self, name) == NULL)
    return g_strdup (name);
  for (guint i = 2;; i++)
    {
      g_autofree char *number = g_strdup_printf (" %u", i);
      g_autofree char *stem = g_utf8_substring (
          name, 0,
          MIN (g_utf8_strlen (name, -1), VW_PRESET_MOST_CHARACTERS - (int) strlen (number)));
      char *numbered = g_strconcat (stem, number, NULL);

      if (vw_preset_folder_find (self, numbered) == NULL)
        return numbered;
      g_free (numbered);
    }
}

static void
take_read (Wish *wish)
{
  VwPresetFolder *self = wish->owner;
  const VwUserPreset *read = wish->result->preset;
  VwOwnPreset *same = vw_preset_folder_find (self, read->name);
  g_autofree char *name = NULL;
  g_autoptr (VwOwnPreset) renamed = NULL;

  if (same != NULL && vw_parameters_equal (&same->preset->parameters, &read->parameters))
    {
      g_signal_emit (self, signals[OPENED], 0, same);
      return;
    }
  name = free_name (self, read->name);
  renamed = new_own_preset (name, &read->parameters, NULL);
  push (self, &keep_opened_kind, renamed, NULL);
}

static void
do_remove (Wish *wish)
{
  const char *path = wish->preset->preset->path;
  int code;

  if (g_unlink (path) == 0)
    return;
  code = errno;
  g_set_error (&wish->error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
}

static void
take_removed (Wish *wish)
{
  forget (wish->owner, wish->preset->preset->path, NULL);
  g_signal_emit (wish->owner, signals[REMOVED], 0, wish->preset);
}

static void
do_share (Wish *wish)
{
  vw_user_preset_save (wish->preset->preset, wish->path, &wish->error);
}

static void
take_shared (Wish *wish)
{
  g_signal_emit (wish->owner, signals[SAVED], 0, wish->path);
}

static const WishKind list_kind = { do_list, take_list, N_ ("Your Presets Were Not Read") };
static const WishKind keep_kind = { do_keep, take_kept, N_ ("The Preset Was Not Saved") };
static const WishKind rename_kind = { do_keep, take_kept, N_ ("The Preset Was Not Renamed") };
static const WishKind read_kind = { do_read, take_read, N_ ("The Preset Was Not Opened") };
static const WishKind remove_kind = { do_remove, take_removed, N_ ("The Preset Was Not Deleted") };
static const WishKind restore_kind = { do_keep, take_kept, N_ ("The Preset Was Not Brought Back") };
static const WishKind share_kind = { do_share, take_shared, N_ ("The Preset Was Not Saved") };

VwPresetFolder *
vw_preset_folder_new (const char *folder)
{
  VwPresetFolder *self = g_object_new (VW_TYPE_PRESET_FOLDER, NULL);

  self->folder = g_strdup (folder);
  push (self, &list_kind, NULL, NULL);
  return self;
}

char *
vw_preset_folder_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "visual-words", "presets", NULL);
}

GListModel *
vw_preset_folder_get_presets (VwPresetFolder *self)
{
  g_return_val_if_fail (VW_IS_PRESET_FOLDER (self), NULL);
  return G_LIST_MODEL (self->presets);
}

VwOwnPreset *
vw_preset_folder_find (VwPresetFolder *self, const char *name)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->presets));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VwOwnPreset) preset = g_list_model_get_item (G_LIST_MODEL (self->presets), i);

      if (g_str_equal (preset->preset->name, name))
        return preset; /* the list has it */
    }
  return NULL;
}

gboolean
vw_preset_folder_is_busy (VwPresetFolder *self)
{
  g_return_val_if_fail (VW_IS_PRESET_FOLDER (self), FALSE);
  return self->pending > 0;
}

void
vw_preset_folder_keep (VwPresetFolder *self, const char *name, const VwParameters *parameters)
{
  g_autoptr (VwOwnPreset) preset = new_own_preset (name, parameters, NULL);
  VwOwnPreset *same = vw_preset_folder_find (self, name);

  push (self, &keep_kind, preset, same != NULL ? same->preset->path : NULL);
}

void
vw_preset_folder_open (VwPresetFolder *self, const char *path)
{
  push (self, &read_kind, NULL, path);
}

void
vw_preset_folder_rename (VwPresetFolder *self, VwOwnPreset *preset, const char *name)
{
  g_autoptr (VwOwnPreset) renamed = new_own_preset (name, &preset->preset->parameters, NULL);

  push (self, &rename_kind, renamed, preset->preset->path);
}

void
vw_preset_folder_remove (VwPresetFolder *self, VwOwnPreset *preset)
{
  push (self, &remove_kind, preset, NULL);
}

void
vw_preset_folder_restore (VwPresetFolder *self, VwOwnPreset *preset)
{
  g_autofree char *name = free_name (self, preset->preset->name);
  g_autoptr (VwOwnPreset) restored = new_own_preset (name, &preset->preset->parameters, NULL);

  push (self, &restore_kind, restored, NULL);
}

void
vw_preset_folder_share (VwPresetFolder *self, VwOwnPreset *preset, const char *path)
{
  push (self, &share_kind, preset, path);
}

static void
vw_preset_folder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, vw_preset_folder_is_busy (VW_PRESET_FOLDER (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_preset_folder_finalize (GObject *object)
{
  VwPresetFolder *self = VW_PRESET_FOLDER (object);

  g_object_unref (self->presets);
  g_free (self->folder);
  G_OBJECT_CLASS (vw_preset_folder_parent_class)->finalize (object);
}

static void
vw_preset_folder_class_init (VwPresetFolderClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->get_property = vw_preset_folder_get_property;
  object_class->finalize = vw_preset_folder_finalize;
  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, VW_TYPE_OWN_PRESET);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, VW_TYPE_OWN_PRESET);
  signals[SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
  signals[PROBLEMS] = g_signal_new ("problems", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
vw_preset_folder_init (VwPresetFolder *self)
{
  self->presets = g_list_store_new (VW_TYPE_OWN_PRESET);
}
