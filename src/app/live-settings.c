/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/live-settings.h"

#include "app/setting-row.h"
#include "app/toasts.h"
#include "app/tooltip.h"
#include "app/training-texts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MOST_ROWS 16

struct _VwLiveSettings {
  GtkBox parent_instance;

  VwSession *session;
  VwSettingRow *rows[MOST_ROWS];
  guint n_rows;
  GtkSizeGroup *names, *values;

  GtkLabel *base;
  GtkWidget *reset;
  GtkBox *first, *others;
  GtkToggleButton *more;
  GtkLabel *more_label;
  GtkImage *more_arrow;
  GtkWidget *use;
};

G_DEFINE_FINAL_TYPE (VwLiveSettings, vw_live_settings, GTK_TYPE_BOX)

/* Those that explain most; the others of the table stand behind "More". */
static const char *const first_settings[]
    = { "edge-threshold", "fast-threshold", "levels", "upscale", NULL };

static gboolean
differs_out_of_sight (VwLiveSettings *self)
{
  for (guint i = g_strv_length ((char **) first_settings); i < self->n_rows; i++)
    if (vw_setting_row_differs (self->rows[i]))
      return TRUE;
  return FALSE;
}

static void
show_more (VwLiveSettings *self)
{
  gboolean open = gtk_toggle_button_get_active (self->more);
  gboolean marked = !open && differs_out_of_sight (self);

  gtk_widget_set_visible (GTK_WIDGET (self->others), open);
  gtk_label_set_text (self->more_label, marked ? _("More · changed") : _("More"));
  if (marked)
    gtk_widget_add_css_class (GTK_WIDGET (self->more_label), "vw-changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->more_label), "vw-changed");
  gtk_image_set_from_icon_name (self->more_arrow, open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static void
follow_session (VwLiveSettings *self)
{
  const VwParameters *settings = vw_session_get_settings (self->session);
  const VwParameters *base = vw_session_get_base_settings (self->session);
  const VwParameters *next = vw_session_get_parameters (self->session);
  g_autofree char *name = vw_training_texts_name (base);
  g_autofree char *tooltip
      = g_strdup_printf (vw_session_get_model (self->session) != NULL
                             ? _("What the model was trained with: %s")
                             : _("What the next training uses: %s"), name);

  gtk_label_set_text (self->base, name);
  vw_tooltip_set (GTK_WIDGET (self->base), tooltip);
  gtk_widget_set_sensitive (self->reset, !vw_parameters_equal_detector (settings, base));
  gtk_widget_set_sensitive (self->use, !vw_parameters_equal_detector (settings, next));
  show_more (self);
}

static void
on_reset (VwLiveSettings *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[0])); /* the button is about to go insensitive */
  vw_session_reset_settings (self->session);
}

static void
on_use (VwLiveSettings *self)
{
  VwParameters parameters = *vw_session_get_parameters (self->session);

  gtk_widget_grab_focus (GTK_WIDGET (self->rows[0]));
  vw_parameters_set_detector (&parameters, vw_session_get_settings (self->session));
  vw_session_set_parameters (self->session, &parameters);
  vw_toast_with_page (GTK_WIDGET (self), _("The next training uses these settings"), _("Training"),
                      "training");
}

static void
add_row (VwLiveSettings *self, GtkBox *box, const VwParameterInfo *info)
{
  GtkWidget *row = vw_setting_row_new (self->session, info, self->names, self->values);

  g_return_if_fail (self->n_rows < MOST_ROWS);
  self->rows[self->n_rows++] = VW_SETTING_ROW (row);
  gtk_box_append (box, row);
}

static void
add_rows (VwLiveSettings *self)
{
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  for (guint i = 0; first_settings[i] != NULL; i++)
    add_row (self, self->first, vw_parameter_find (first_settings[i]));
  for (guint i = 0; i < n; i++)
    if (vw_parameter_is_of_detector (&table[i])
        && !g_strv_contains (first_settings, table[i].name))
      add_row (self, self->others, &table[i]);
}

void
vw_live_settings_set_session (VwLiveSettings *self, VwSession *session)
{
  static const char *const followed[]
      = { "notify::settings", "notify::parameters", "notify::model" };

  g_return_if_fail (VW_IS_LIVE_SETTINGS (self) && self->session == NULL);
  self->session = g_object_ref (session);
  add_rows (self);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (session, followed[i], G_CALLBACK (follow_session), self,
                             G_CONNECT_SWAPPED);
  follow_session (self);
}

static void
vw_live_settings_dispose (GObject *object)
{
  VwLiveSettings *self = VW_LIVE_SETTINGS (object);

  g_clear_object (&self->names);
  g_clear_object (&self->values);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_live_settings_parent_class)->dispose (object);
}

static void
vw_live_settings_class_init (VwLiveSettingsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_live_settings_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/live-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, VwLiveSettings, base);
  gtk_widget_class_bind_template_child (widget_class, VwLiveSettings, reset);
  gtk_widget_class_bind_template_child (widget_class, VwLiveSettings, first);
  gtk_widget_class_bind_template_child (widget_class, VwLiveSettings, others);
  gtk_widget_class_bind_template_child (widget_class, VwLiveSettings, more);
  gtk_widget_class_bind_template_child (widget_class, VwLiveSettings, more_label);
  gtk_widget_class_bind_template_child (widget_class, VwLiveSettings, more_arrow);
  gtk_widget_class_bind_template_child (widget_class, VwLiveSettings, use);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
  gtk_widget_class_bind_template_callback (widget_class, show_more);
}

static void
vw_live_settings_init (VwLiveSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->use))),
                           PANGO_ELLIPSIZE_END);
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->values = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}
