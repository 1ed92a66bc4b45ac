/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preset-list.h"

#include "app/dialogs.h"
#include "app/strings.h"
#include "app/toasts.h"
#include "app/training-texts.h"

#include <glib/gi18n.h>

#define FEW_LETTERS 7

/* A row; either shipped or own. */
typedef struct {
  const VwPreset *shipped;
  VwOwnPreset *own;
  GtkWidget *row;
  GtkCheckButton *check;
} Entry;

struct _VwPresetList {
  AdwBin parent_instance;

  VwSession *session;
  VwPresetFolder *folder;
  AdwPreferencesGroup *group;
  GtkRevealer *save;
  GPtrArray *entries; /* those shipped, then the user's own */
  VwParameters base;
  Entry *chosen;
  gboolean updating;
};

static guint changed;

G_DEFINE_FINAL_TYPE (VwPresetList, vw_preset_list, ADW_TYPE_BIN)

static void
entry_free (Entry *entry)
{
  g_clear_object (&entry->own);
  g_free (entry);
}

static const VwParameters *
parameters_of (const Entry *entry)
{
  return entry->shipped != NULL ? &entry->shipped->parameters
                                : &vw_own_preset_get (entry->own)->parameters;
}

static gboolean
matches (const Entry *entry, const VwParameters *parameters)
{
  return entry != NULL && vw_parameters_equal (parameters_of (entry), parameters);
}

/* The preset with the session's parameters, the chosen one before others; NULL if none has them. */
static Entry *
find_match (VwPresetList *self)
{
  const VwParameters *parameters = vw_session_get_parameters (self->session);

  if (matches (self->chosen, parameters))
    return self->chosen;
  for (guint i = 0; i < self->entries->len; i++)
    if (matches (self->entries->pdata[i], parameters))
      return self->entries->pdata[i];
  return NULL;
}

static Entry *
find_nearest (VwPresetList *self)
{
  const VwPreset *nearest = vw_training_texts_preset (vw_session_get_parameters (self->session));
  guint n;

  return self->entries->pdata[nearest - vw_preset_table (&n)];
}

static void
follow (VwPresetList *self)
{
  Entry *match = find_match (self);

  if (match != NULL)
    self->chosen = match;
  else if (self->chosen == NULL)
    self->chosen = find_nearest (self);
  self->base = *parameters_of (self->chosen);
  self->updating = TRUE;
  gtk_check_button_set_active (self->chosen->check, TRUE);
  self->updating = FALSE;
  gtk_revealer_set_reveal_child (self->save, match == NULL);
  g_signal_emit (self, changed, 0);
}

static void
on_check (GtkCheckButton *check, VwPresetList *self)
{
  if (self->updating || !gtk_check_button_get_active (check))
    return;
  for (guint i = 0; i < self->entries->len; i++)
    if (((Entry *) self->entries->pdata[i])->check == check)
      self->chosen = self->entries->pdata[i];
  vw_session_set_parameters (self->session, parameters_of (self->chosen));
  follow (self);
}

static Entry *
add_entry (VwPresetList *self, const char *title, const char *subtitle)
{
  Entry *entry = g_new0 (Entry, 1);
  GtkWidget *check = gtk_check_button_new ();

  entry->row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle",
                             subtitle, "activatable-widget", check, NULL);
  entry->check = GTK_CHECK_BUTTON (check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (self->entries->len > 0)
    gtk_check_button_set_group (entry->check, ((Entry *) self->entries->pdata[0])->check);
  adw_action_row_add_prefix (ADW_ACTION_ROW (entry->row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check), self, 0);
  g_ptr_array_add (self->entries, entry);
  adw_preferences_group_add (self->group, entry->row);
  return entry;
}

static void
add_shipped (VwPresetList *self, const VwPreset *preset)
{
  g_autofree char *percent = vw_strings_percent (preset->accuracy, 0);
  GtkWidget *accuracy = gtk_label_new (percent);
  Entry *entry = add_entry (self, _(preset->label), _(preset->lesson));

  entry->shipped = preset;
  gtk_widget_add_css_class (accuracy, "dim-label");
  gtk_widget_add_css_class (accuracy, "numeric");
  gtk_widget_set_tooltip_text (accuracy, _("Of all 10,000 test digits of MNIST"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (entry->row), accuracy);
}

static GMenuModel *
new_menu (const char *path)
{
  static const struct {
    const char *label, *action;
  } items[] = {
    { N_ ("_Rename…"), "preset.rename" },
    { N_ ("_Share…"), "preset.share" },
    { N_ ("_Delete"), "preset.delete" },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "s", path);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* A name of a few letters is not cut: where the dots that would stand for it are wider than itself, GTK
   complains that the title's least width is above its natural one. */
static int
title_lines (const char *name)
{
  return g_utf8_strlen (name, -1) > FEW_LETTERS ? 1 : 0;
}

static void
add_own (VwPresetList *self, VwOwnPreset *own)
{
  const VwUserPreset *preset = vw_own_preset_get (own);
  g_autofree char *settings = vw_training_texts_name (&preset->parameters);
  g_autofree char *label = g_strdup_printf (_("Menu of the preset “%s”"), preset->name);
  g_autoptr (GMenuModel) menu = new_menu (preset->path);
  Entry *entry = add_entry (self, preset->name, settings);
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic",
                                    "menu-model", menu, "valign", GTK_ALIGN_CENTER, NULL);

  entry->own = g_object_ref (own);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (entry->row), title_lines (preset->name));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (entry->row), 1);
  gtk_widget_set_tooltip_text (entry->row, settings);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (entry->row), button);
}

/* The list changed: the user's own rows are made anew, and the choice stays by its parameters. */
static void
renew_own (VwPresetList *self)
{
  GListModel *presets = vw_preset_folder_get_presets (self->folder);
  gboolean focused = FALSE;
  guint n_shipped;

  vw_preset_table (&n_shipped);
  if (self->chosen->own != NULL)
    self->chosen = NULL;
  for (guint i = self->entries->len; i-- > n_shipped;)
    {
      GtkWidget *row = ((Entry *) self->entries->pdata[i])->row;

      focused = focused || (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
      adw_preferences_group_remove (self->group, row);
      g_ptr_array_remove_index (self->entries, i);
    }
  for (guint i = 0; i < g_list_model_get_n_items (presets); i++)
    {
      g_autoptr (VwOwnPreset) own = g_list_model_get_item (presets, i);

      add_own (self, own);
      if (self->chosen == NULL
          && vw_parameters_equal (&vw_own_preset_get (own)->parameters, &self->base))
        self->chosen = self->entries->pdata[self->entries->len - 1];
    }
  follow (self);
  if (focused) /* it would go to the beginning of the window */
    gtk_widget_grab_focus (GTK_WIDGET (self->chosen->check));
}

static VwOwnPreset *
find_own (VwPresetList *self, GVariant *path)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      VwOwnPreset *own = ((Entry *) self->entries->pdata[i])->own;

      if (own != NULL
          && g_strcmp0 (vw_own_preset_get (own)->path, g_variant_get_string (path, NULL)) == 0)
        return own;
    }
  return NULL;
}

typedef struct {
  VwPresetList *list;
  VwOwnPreset *preset; /* NULL for a new one */
} Naming;

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_object_unref (naming->list);
  g_clear_object (&naming->preset);
  g_free (naming);
}

static char *
check_name (const char *name, gpointer data)
{
  Naming *naming = data;
  VwOwnPreset *same = vw_preset_folder_find (naming->list->folder, name);

  if (!vw_user_preset_check_name (name, NULL))
    return g_strdup ("");
  return same != NULL && same != naming->preset ? g_strdup (_("There is a preset of this name"))
                                                : NULL;
}

static void
take_name (const char *name, gpointer data)
{
  Naming *naming = data;
  VwPresetList *self = naming->list;

  if (naming->preset != NULL)
    vw_preset_folder_rename (self->folder, naming->preset, name);
  else
    vw_preset_folder_keep (self->folder, name, vw_session_get_parameters (self->session));
}

/* @preset: (nullable): to be renamed, else the parameters are to be saved under the name */
static void
ask_name (VwPresetList *self, VwOwnPreset *preset)
{
  Naming *naming = g_new0 (Naming, 1);
  const VwNameRequest request = {
    .heading = preset != NULL ? _("Rename the Preset") : _("Save as Preset"),
    .accept = preset != NULL ? _("_Rename") : _("_Save"),
    .name = preset != NULL ? vw_own_preset_get (preset)->name : "",
    .placeholder = _("Name"),
    .most = VW_PRESET_MOST_CHARACTERS,
    .check = check_name,
    .done = take_name,
    .data = naming,
    .free_data = naming_free,
  };

  naming->list = g_object_ref (self);
  g_set_object (&naming->preset, preset);
  vw_ask_name (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &request);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_name (VW_PRESET_LIST (widget), NULL);
}

static void
rename_preset (GtkWidget *widget, const char *name, GVariant *path)
{
  VwOwnPreset *preset = find_own (VW_PRESET_LIST (widget), path);

  if (preset != NULL)
    ask_name (VW_PRESET_LIST (widget), preset);
}

static void
share_to (const char *path, gpointer data)
{
  VwPresetList *self = data;
  VwOwnPreset *preset = g_object_get_data (G_OBJECT (self), "vw-shared");

  if (path != NULL)
    vw_preset_folder_share (self->folder, preset, path);
}

static void
share (GtkWidget *widget, const char *action, GVariant *path)
{
  static const char *const patterns[] = { "*" VW_PRESET_SUFFIX, NULL };
  VwOwnPreset *preset = find_own (VW_PRESET_LIST (widget), path);
  g_autofree char *name
      = preset != NULL ? g_path_get_basename (vw_own_preset_get (preset)->path) : NULL;
  const VwFileRequest request = { GTK_FILE_CHOOSER_ACTION_SAVE,
                                  _("Save a Copy of the Preset"),
                                  name,
                                  _("Presets"),
                                  patterns,
                                  share_to,
                                  widget };

  if (preset == NULL)
    return;
  g_object_set_data_full (G_OBJECT (widget), "vw-shared", g_object_ref (preset), g_object_unref);
  vw_choose_file (GTK_WINDOW (gtk_widget_get_root (widget)), &request);
}

static void
delete_preset (GtkWidget *widget, const char *name, GVariant *path)
{
  VwOwnPreset *preset = find_own (VW_PRESET_LIST (widget), path);

  if (preset != NULL)
    vw_preset_folder_remove (VW_PRESET_LIST (widget)->folder, preset);
}

static void
restore (gpointer folder, gpointer preset)
{
  vw_preset_folder_restore (folder, preset);
}

static void
on_removed (VwPresetList *self, VwOwnPreset *preset)
{
  const VwUndo undo
      = { restore, g_object_ref (self->folder), g_object_ref (preset), g_object_unref };
  g_autofree char *text
      = g_strdup_printf (_("Preset “%s” deleted"), vw_own_preset_get (preset)->name);

  vw_toast_with_undo (GTK_WIDGET (self), text, &undo);
}

static void
on_saved (VwPresetList *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), name);

  vw_toast (GTK_WIDGET (self), text);
}

static void
on_problems (VwPresetList *self, GPtrArray *problems)
{
  vw_toast_problems (GTK_WIDGET (self), problems);
}

static void
on_failed (VwPresetList *self, const char *heading, const GError *error)
{
  vw_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, error);
}

static void
add_save_button (VwPresetList *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("S_ave as Preset…"));
  GtkWidget *revealer = gtk_revealer_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "vw-header-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "preset.save");
  self->save = GTK_REVEALER (revealer);
  gtk_revealer_set_transition_type (self->save, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->save, button);
  adw_preferences_group_set_header_suffix (self->group, revealer);
}

static void
connect_signals (VwPresetList *self)
{
  GListModel *presets = vw_preset_folder_get_presets (self->folder);
  const struct {
    gpointer object;
    const char *signal;
    GCallback callback;
  } connections[] = {
    { self->session, "notify::parameters", G_CALLBACK (follow) },
    { presets, "items-changed", G_CALLBACK (renew_own) },
    { self->folder, "removed", G_CALLBACK (on_removed) },
    { self->folder, "saved", G_CALLBACK (on_saved) },
    { self->folder, "problems", G_CALLBACK (on_problems) },
    { self->folder, "failed", G_CALLBACK (on_failed) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (connections[i].object, connections[i].signal, connections[i].callback,
                             self, G_CONNECT_SWAPPED);
}

VwPresetList *
vw_preset_list_new (VwSession *session, VwPresetFolder *folder)
{
  VwPresetList *self = g_object_new (VW_TYPE_PRESET_LIST, NULL);
  guint n;
  const VwPreset *presets = vw_preset_table (&n);

  self->session = g_object_ref (session);
  self->folder = g_object_ref (folder);
  for (guint i = 0; i < n; i++)
    add_shipped (self, &presets[i]);
  follow (self);
  renew_own (self);
  connect_signals (self);
  return self;
}

const VwParameters *
vw_preset_list_get_base (VwPresetList *self)
{
  g_return_val_if_fail (VW_IS_PRESET_LIST (self), NULL);
  return &self->base;
}

static void
vw_preset_list_dispose (GObject *object)
{
  VwPresetList *self = VW_PRESET_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->folder);
  G_OBJECT_CLASS (vw_preset_list_parent_class)->dispose (object);
}

static void
vw_preset_list_finalize (GObject *object)
{
  g_ptr_array_unref (VW_PRESET_LIST (object)->entries);
  G_OBJECT_CLASS (vw_preset_list_parent_class)->finalize (object);
}

static void
vw_preset_list_class_init (VwPresetListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_preset_list_dispose;
  G_OBJECT_CLASS (class)->finalize = vw_preset_list_finalize;
  gtk_widget_class_install_action (widget_class, "preset.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "preset.rename", "s", rename_preset);
  gtk_widget_class_install_action (widget_class, "preset.share", "s", share);
  gtk_widget_class_install_action (widget_class, "preset.delete", "s", delete_preset);
  changed = g_signal_new ("changed", VW_TYPE_PRESET_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                          G_TYPE_NONE, 0);
}

static void
vw_preset_list_init (VwPresetList *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Preset"));
  add_save_button (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
