/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/parameter-row.h"

#include "app/parameter-input.h"
#include "app/training-texts.h"

#include <glib/gi18n.h>

struct _VwParameterRow {
  AdwActionRow parent_instance;

  VwSession *session;
  const VwParameterInfo *info;
  GtkWidget *input; /* a spin button or a drop-down */
  GtkWidget *undo;
  double preset_value;
  gboolean updating; /* the input follows the session, not the other way round */
};

G_DEFINE_FINAL_TYPE (VwParameterRow, vw_parameter_row, ADW_TYPE_ACTION_ROW)

static void
set_value (VwParameterRow *self, double value)
{
  VwParameters parameters = *vw_session_get_parameters (self->session);

  vw_parameter_set (&parameters, self->info, value);
  vw_session_set_parameters (self->session, &parameters);
}

static void
on_input (VwParameterRow *self)
{
  if (self->updating)
    return;
  set_value (self, vw_parameter_input_get (self->input));
}

static void
follow_session (VwParameterRow *self)
{
  double value = vw_parameter_get (vw_session_get_parameters (self->session), self->info);

  self->updating = TRUE;
  vw_parameter_input_set (self->input, value);
  self->updating = FALSE;
}

static void
on_undo (VwParameterRow *self)
{
  gtk_widget_grab_focus (self->input); /* the button is about to go */
  set_value (self, self->preset_value);
}

/* "8–512 px", never broken at the end of a line */
static char *
describe_range (const VwParameterInfo *info)
{
  g_autofree char *least = vw_training_texts_value (info, info->least);
  g_autofree char *most = vw_training_texts_value (info, info->most);

  return g_strconcat (least, "\u2060–\u2060", most, info->unit != NULL ? "\u00a0" : NULL,
                      info->unit != NULL ? _(info->unit) : NULL, NULL);
}

static GtkWidget *
new_undo_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "accent");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_tooltip_text (button, _("Back to the preset"));
  return button;
}

VwParameterRow *
vw_parameter_row_new (VwSession *session, const VwParameterInfo *info)
{
  VwParameterRow *self = g_object_new (VW_TYPE_PARAMETER_ROW, "title", _(info->label), NULL);
  gboolean is_choice = info->type == VW_PARAMETER_CHOICE;
  g_autofree char *undo = NULL;
  g_autofree char *range = is_choice ? NULL : describe_range (info);
  g_autofree char *help = is_choice ? g_strdup (_(info->help))
                                    : g_strdup_printf ("%s · %s", _(info->help), range);

  self->session = g_object_ref (session);
  self->info = info;
  self->input = vw_parameter_input_new (info);
  self->undo = new_undo_button ();
  gtk_widget_set_valign (self->input, GTK_ALIGN_CENTER);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), help);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->undo);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->input);
  undo = g_strdup_printf (_("%s: back to the preset"), _(info->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo), GTK_ACCESSIBLE_PROPERTY_LABEL, undo,
                                  -1);
  follow_session (self);
  g_signal_connect_swapped (self->input, vw_parameter_input_signal (info), G_CALLBACK (on_input),
                            self);
  g_signal_connect_swapped (self->undo, "clicked", G_CALLBACK (on_undo), self);
  g_signal_connect_object (session, "notify::parameters", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gboolean
vw_parameter_row_compare (VwParameterRow *self, const VwParameters *preset)
{
  gboolean differs;

  self->preset_value = vw_parameter_get (preset, self->info);
  differs = vw_parameter_get (vw_session_get_parameters (self->session), self->info)
            != self->preset_value;
  gtk_widget_set_visible (self->undo, differs);
  return differs;
}

static void
vw_parameter_row_dispose (GObject *object)
{
  g_clear_object (&VW_PARAMETER_ROW (object)->session);
  G_OBJECT_CLASS (vw_parameter_row_parent_class)->dispose (object);
}

static void
vw_parameter_row_class_init (VwParameterRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_parameter_row_dispose;
}

static void
vw_parameter_row_init (VwParameterRow *self)
{
}
