/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/parameter-list.h"

#include "app/parameter-row.h"
#include "app/strings.h"
#include "app/training-texts.h"

#include <glib/gi18n.h>

#define MOST_GROUPS (VW_N_STAGES + 1)

typedef struct {
  AdwPreferencesGroup *widget;
  GtkLabel *differences;
  GPtrArray *rows; /* borrowed VwParameterRow */
} Group;

struct _VwParameterList {
  AdwBin parent_instance;

  VwSession *session;
  const VwPreset *preset;
  GtkBox *box;
  GPtrArray *checks; /* one borrowed check button a preset */
  Group groups[MOST_GROUPS];
  guint n_groups;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (VwParameterList, vw_parameter_list, ADW_TYPE_BIN)

static void
show_differences (VwParameterList *self, const Group *group)
{
  guint n = 0;

  for (guint i = 0; i < group->rows->len; i++)
    n += vw_parameter_row_compare (group->rows->pdata[i], &self->preset->parameters);
  gtk_widget_set_visible (GTK_WIDGET (group->differences), n > 0);
  if (n > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u differs from the preset",
                                                         "%u differ from the preset", n), n);

      gtk_label_set_text (group->differences, text);
    }
}

static void
follow_session (VwParameterList *self)
{
  guint n;
  const VwPreset *presets = vw_preset_table (&n);

  self->preset = vw_training_texts_preset (vw_session_get_parameters (self->session), self->preset);
  self->updating = TRUE;
  gtk_check_button_set_active (self->checks->pdata[self->preset - presets], TRUE);
  self->updating = FALSE;
  for (guint i = 0; i < self->n_groups; i++)
    show_differences (self, &self->groups[i]);
}

static void
on_preset (GtkCheckButton *check, VwParameterList *self)
{
  guint n, i;
  const VwPreset *presets = vw_preset_table (&n);

  if (self->updating || !gtk_check_button_get_active (check)
      || !g_ptr_array_find (self->checks, check, &i))
    return;
  self->preset = &presets[i];
  vw_session_set_parameters (self->session, &presets[i].parameters);
  follow_session (self);
}

static GtkWidget *
new_preset_row (VwParameterList *self, const VwPreset *preset)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *percent = vw_strings_percent (preset->accuracy, 0);
  GtkWidget *accuracy = gtk_label_new (percent);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(preset->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(preset->lesson));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  g_ptr_array_add (self->checks, check);
  gtk_widget_add_css_class (accuracy, "dim-label");
  gtk_widget_add_css_class (accuracy, "numeric");
  gtk_widget_set_tooltip_text (accuracy, _("Of all 10,000 test digits of MNIST"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), accuracy);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_preset), self, 0);
  return row;
}

static void
add_presets (VwParameterList *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n;
  const VwPreset *presets = vw_preset_table (&n);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Preset"));
  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_preset_row (self, &presets[i]));
  gtk_box_append (self->box, group);
}

static Group *
add_group (VwParameterList *self, const char *title)
{
  Group *group = &self->groups[self->n_groups++];
  GtkWidget *differences = gtk_label_new (NULL);

  gtk_widget_add_css_class (differences, "accent");
  gtk_widget_add_css_class (differences, "caption");
  group->differences = GTK_LABEL (differences);
  group->rows = g_ptr_array_new ();
  group->widget = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group->widget, title);
  adw_preferences_group_set_header_suffix (group->widget, differences);
  gtk_box_append (self->box, GTK_WIDGET (group->widget));
  return group;
}

static void
add_parameters (VwParameterList *self)
{
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);
  VwStage stage = VW_STAGE_LOAD;
  Group *group = NULL;

  for (guint i = 0; i < n; i++)
    {
      VwParameterRow *row = vw_parameter_row_new (self->session, &table[i]);

      /* The table goes along the pipeline, and ends with how many digits enter it. */
      if (table[i].stage != stage)
        group = add_group (self, table[i].stage < stage ? _("Digits to use")
                                                        : vw_training_texts_stage (table[i].stage));
      stage = table[i].stage;
      adw_preferences_group_add (group->widget, GTK_WIDGET (row));
      g_ptr_array_add (group->rows, row);
    }
}

GtkWidget *
vw_parameter_list_new (VwSession *session)
{
  VwParameterList *self = g_object_new (VW_TYPE_PARAMETER_LIST, NULL);

  self->session = g_object_ref (session);
  self->preset = vw_preset_default ();
  add_presets (self);
  add_parameters (self);
  follow_session (self);
  g_signal_connect_object (session, "notify::parameters", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
vw_parameter_list_dispose (GObject *object)
{
  g_clear_object (&VW_PARAMETER_LIST (object)->session);
  G_OBJECT_CLASS (vw_parameter_list_parent_class)->dispose (object);
}

static void
vw_parameter_list_finalize (GObject *object)
{
  VwParameterList *self = VW_PARAMETER_LIST (object);

  for (guint i = 0; i < self->n_groups; i++)
    g_ptr_array_unref (self->groups[i].rows);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (vw_parameter_list_parent_class)->finalize (object);
}

static void
vw_parameter_list_class_init (VwParameterListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_parameter_list_dispose;
  G_OBJECT_CLASS (class)->finalize = vw_parameter_list_finalize;
}

static void
vw_parameter_list_init (VwParameterList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->checks = g_ptr_array_new ();
  self->box = GTK_BOX (box);
  adw_bin_set_child (ADW_BIN (self), box);
}
