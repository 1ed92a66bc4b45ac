/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/setting-row.h"

#include "app/parameter-input.h"
#include "app/tooltip.h"
#include "app/training-texts.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST_SCALE 64 /* px of a slider */

struct _VwSettingRow {
  GtkBox parent_instance;

  VwSession *session;
  const VwParameterInfo *info;
  GtkWidget *name;
  GtkWidget *scale; /* NULL for a choice */
  GtkWidget *input;
  double marked;      /* where the slider has its mark */
  gboolean following; /* the row follows the session, not the other way round */
};

G_DEFINE_FINAL_TYPE (VwSettingRow, vw_setting_row, GTK_TYPE_BOX)

static double
get_base (VwSettingRow *self)
{
  return vw_parameter_get (vw_session_get_base_settings (self->session), self->info);
}

gboolean
vw_setting_row_differs (VwSettingRow *self)
{
  g_return_val_if_fail (VW_IS_SETTING_ROW (self), FALSE);
  return vw_parameter_get (vw_session_get_settings (self->session), self->info) != get_base (self);
}

/* What this small a place needs to know beyond the table of parameters: a shorter name, and where a
   slider is of use. */
typedef struct {
  const char *name;
  const char *label; /* NULL for the table's */
  double least, most;
} Hint;

static const Hint hints[] = {
  { "upscale", NULL, 28, 192 },      { "features", NULL, 1, 1000 },
  { "scale-factor", NULL, 1.05, 2 }, { "levels", N_ ("Levels"), 1, 16 },
  { "patch-size", NULL, 2, 64 },     { "fast-threshold", NULL, 0, 100 },
};

static const char *
get_label (const VwParameterInfo *info)
{
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (g_str_equal (hints[i].name, info->name) && hints[i].label != NULL)
      return _(hints[i].label);
  return _(info->label);
}

static void
find_span (const VwParameterInfo *info, const VwParameters *settings, double *least, double *most)
{
  *least = info->least;
  *most = info->most;
  /* Beyond half a side every border covers the whole image. */
  if (info->offset == G_STRUCT_OFFSET (VwParameters, edge_threshold))
    *most = MIN (*most, settings->upscale / 2);
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (g_str_equal (hints[i].name, info->name))
      {
        *least = MAX (*least, hints[i].least);
        *most = MIN (*most, hints[i].most);
      }
}

/* The slider reaches what the settings start from, and what was typed. */
static void
follow_scale (VwSettingRow *self, double value)
{
  double base = get_base (self), least, most;

  find_span (self->info, vw_session_get_settings (self->session), &least, &most);
  gtk_range_set_range (GTK_RANGE (self->scale), MIN (least, MIN (base, value)),
                       MAX (most, MAX (base, value)));
  gtk_range_set_value (GTK_RANGE (self->scale), value);
  if (self->marked == base)
    return;
  self->marked = base;
  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  gtk_scale_add_mark (GTK_SCALE (self->scale), base, GTK_POS_BOTTOM, NULL);
}

/* Returns: (transfer full): "Keypoints nearer … · changed from 31" */
static char *
describe (VwSettingRow *self)
{
  g_autofree char *base = vw_training_texts_choice_or_value (self->info, get_base (self));

  if (!vw_setting_row_differs (self))
    return g_strdup (_(self->info->help));
  return g_strdup_printf (_("%s · changed from %s"), _(self->info->help), base);
}

static void
follow_session (VwSettingRow *self)
{
  double value = vw_parameter_get (vw_session_get_settings (self->session), self->info);
  gboolean differs = vw_setting_row_differs (self);
  g_autofree char *description = describe (self);
  GtkWidget *const described[] = { self->input, self->scale };

  self->following = TRUE;
  vw_parameter_input_set (self->input, value);
  if (self->scale != NULL)
    follow_scale (self, value);
  self->following = FALSE;
  if (differs)
    gtk_widget_add_css_class (GTK_WIDGET (self), "vw-changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "vw-changed");
  vw_tooltip_set (GTK_WIDGET (self), description);
  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    if (described[i] != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (described[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
try_value (VwSettingRow *self, double value)
{
  VwParameters settings;

  if (self->following)
    return;
  settings = *vw_session_get_settings (self->session);
  vw_parameter_set (&settings, self->info, value);
  vw_session_try_settings (self->session, &settings);
}

static void
on_input (VwSettingRow *self)
{
  try_value (self, vw_parameter_input_get (self->input));
}

static void
on_scale (VwSettingRow *self)
{
  double unit = pow (10, self->info->digits);

  try_value (self, round (gtk_range_get_value (GTK_RANGE (self->scale)) * unit) / unit);
}

/* A value without its buttons: the slider is beside it. */
static void
make_plain (GtkWidget *spin)
{
  for (GtkWidget *child = gtk_widget_get_first_child (spin); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      gtk_widget_set_visible (child, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 4);
  gtk_editable_set_alignment (GTK_EDITABLE (spin), 1);
  gtk_widget_add_css_class (spin, "vw-value");
  gtk_widget_add_css_class (spin, "numeric");
}

static void
add_scale (VwSettingRow *self)
{
  double step = self->info->step;

  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, self->info->least,
                                          self->info->most, step);
  self->marked = NAN;
  gtk_range_set_round_digits (GTK_RANGE (self->scale), self->info->digits);
  gtk_range_set_increments (GTK_RANGE (self->scale), step, 5 * step);
  gtk_widget_set_size_request (self->scale, LEAST_SCALE, -1);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_widget_set_valign (self->scale, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->scale, "vw-setting");
  vw_parameter_input_ignore_wheel (self->scale);
  gtk_box_append (GTK_BOX (self), self->scale);
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (on_scale), self);
}

/* "Edge threshold (px)" for who only hears it. */
static void
name_widgets (VwSettingRow *self)
{
  g_autofree char *name
      = self->info->unit != NULL
            ? g_strdup_printf ("%s (%s)", get_label (self->info), _(self->info->unit))
            : g_strdup (get_label (self->info));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (self->scale != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}

static void
add_name (VwSettingRow *self)
{
  self->name = gtk_label_new (get_label (self->info));
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->name, "vw-setting-name");
  gtk_box_append (GTK_BOX (self), self->name);
}

GtkWidget *
vw_setting_row_new (VwSession *session, const VwParameterInfo *info, GtkSizeGroup *names,
                    GtkSizeGroup *values)
{
  VwSettingRow *self = g_object_new (VW_TYPE_SETTING_ROW, "spacing", 6, NULL);

  self->session = g_object_ref (session);
  self->info = info;
  add_name (self);
  gtk_size_group_add_widget (names, self->name);
  self->input = vw_parameter_input_new (info);
  if (info->type == VW_PARAMETER_CHOICE)
    {
      vw_parameter_input_shorten (self->input);
      gtk_widget_set_hexpand (self->input, TRUE);
      gtk_widget_add_css_class (self->input, "vw-choice");
    }
  else
    {
      add_scale (self);
      make_plain (self->input);
      gtk_size_group_add_widget (values, self->input);
    }
  gtk_box_append (GTK_BOX (self), self->input);
  name_widgets (self);
  follow_session (self);
  g_signal_connect_swapped (self->input, vw_parameter_input_signal (info), G_CALLBACK (on_input),
                            self);
  g_signal_connect_object (session, "notify::settings", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
vw_setting_row_dispose (GObject *object)
{
  g_clear_object (&VW_SETTING_ROW (object)->session);
  G_OBJECT_CLASS (vw_setting_row_parent_class)->dispose (object);
}

static void
vw_setting_row_class_init (VwSettingRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_setting_row_dispose;
}

static void
vw_setting_row_init (VwSettingRow *self)
{
}
