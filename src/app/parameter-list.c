/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/parameter-list.h"

#include "app/parameter-row.h"
#include "app/preset-list.h"
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
  VwPresetList *presets;
  GtkBox *box;
  Group groups[MOST_GROUPS];
  guint n_groups;
};

G_DEFINE_FINAL_TYPE (VwParameterList, vw_parameter_list, ADW_TYPE_BIN)

static void
show_differences (VwParameterList *self, const Group *group)
{
  guint n = 0;

  for (guint i = 0; i < group->rows->len; i++)
    n += vw_parameter_row_compare (group->rows->pdata[i], vw_preset_list_get_base (self->presets));
  gtk_widget_set_visible (GTK_WIDGET (group->differences), n > 0);
  if (n > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u differs from the preset",
                                                         "%u differ from the preset", n), n);

      gtk_label_set_text (group->differences, text);
    }
}

static void
refresh (VwParameterList *self)
{
  for (guint i = 0; i < self->n_groups; i++)
    show_differences (self, &self->groups[i]);
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
vw_parameter_list_new (VwSession *session, VwPresetFolder *folder)
{
  VwParameterList *self = g_object_new (VW_TYPE_PARAMETER_LIST, NULL);

  self->session = g_object_ref (session);
  self->presets = vw_preset_list_new (session, folder);
  gtk_box_append (self->box, GTK_WIDGET (self->presets));
  add_parameters (self);
  refresh (self);
  g_signal_connect_object (self->presets, "changed", G_CALLBACK (refresh), self,
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

  self->box = GTK_BOX (box);
  adw_bin_set_child (ADW_BIN (self), box);
}
