/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/next-step.h"

#include "app/focus.h"
#include "app/strings.h"
#include "core/presets.h"

#include <glib/gi18n.h>

struct _VwNextStep {
  AdwBin parent_instance;

  VwSession *session;
  const VwPreset *next;
  AdwActionRow *row;
};

G_DEFINE_FINAL_TYPE (VwNextStep, vw_next_step, ADW_TYPE_BIN)

/* Returns: (nullable): the preset that was trained and is chosen still. */
static const VwPreset *
get_present (VwNextStep *self)
{
  VwModel *model = vw_session_get_model (self->session);
  const VwParameters *parameters = vw_session_get_parameters (self->session);

  if (model == NULL || !vw_parameters_equal (&model->parameters, parameters))
    return NULL;
  return vw_preset_matching (parameters);
}

static void
show_next (VwNextStep *self, const VwPreset *present)
{
  /* A tenth where two presets are less than a percent apart. */
  int digits = self->next->accuracy - present->accuracy < .01 ? 1 : 0;
  g_autofree char *before = vw_strings_percent (present->accuracy, digits);
  g_autofree char *after = vw_strings_percent (self->next->accuracy, digits);
  g_autofree char *title = g_strdup_printf (_("Next step: %s"), _(self->next->step));
  g_autofree char *subtitle = g_strdup_printf (_("%s: %s → %s expected with all of MNIST"),
                                               _(self->next->label), before, after);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (self->row, subtitle);
}

static void
follow_session (VwNextStep *self)
{
  const VwPreset *present = get_present (self);

  self->next = present != NULL ? vw_preset_next (present) : NULL;
  vw_focus_show (GTK_WIDGET (self), self->next != NULL);
  if (self->next != NULL)
    show_next (self, present);
}

static void
on_take (VwNextStep *self)
{
  if (self->next != NULL)
    vw_session_set_parameters (self->session, &self->next->parameters);
}

GtkWidget *
vw_next_step_new (VwSession *session)
{
  VwNextStep *self = g_object_new (VW_TYPE_NEXT_STEP, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::model", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::parameters", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
  follow_session (self);
  return GTK_WIDGET (self);
}

static void
vw_next_step_dispose (GObject *object)
{
  g_clear_object (&VW_NEXT_STEP (object)->session);
  G_OBJECT_CLASS (vw_next_step_parent_class)->dispose (object);
}

static void
vw_next_step_class_init (VwNextStepClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_next_step_dispose;
}

static void
vw_next_step_init (VwNextStep *self)
{
  GtkWidget *group = adw_preferences_group_new (), *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Choose _It"));

  self->row = ADW_ACTION_ROW (row);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("For the next training"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_take), self);
  adw_action_row_add_suffix (self->row, button);
  adw_action_row_set_activatable_widget (self->row, button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_bin_set_child (ADW_BIN (self), group);
}
