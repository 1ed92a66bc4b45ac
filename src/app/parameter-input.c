/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/parameter-input.h"

#include <glib/gi18n.h>

void
vw_parameter_input_ignore_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); i-- > 0;)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (widget, controller);
    }
}

static GtkWidget *
new_spin_button (const VwParameterInfo *info)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (info->least, info->most, info->step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), info->digits);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 5);
  vw_parameter_input_ignore_wheel (spin);
  return spin;
}

static GtkWidget *
new_drop_down (const VwParameterInfo *info)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (const VwChoice *choice = info->choices; choice->nick != NULL; choice++)
    gtk_string_list_append (labels, _(choice->label));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_widget_add_css_class (drop_down, "flat");
  return drop_down;
}

GtkWidget *
vw_parameter_input_new (const VwParameterInfo *info)
{
  return info->type == VW_PARAMETER_CHOICE ? new_drop_down (info) : new_spin_button (info);
}

const char *
vw_parameter_input_signal (const VwParameterInfo *info)
{
  return info->type == VW_PARAMETER_CHOICE ? "notify::selected" : "value-changed";
}

double
vw_parameter_input_get (GtkWidget *input)
{
  return GTK_IS_SPIN_BUTTON (input) ? gtk_spin_button_get_value (GTK_SPIN_BUTTON (input))
                                    : gtk_drop_down_get_selected (GTK_DROP_DOWN (input));
}

void
vw_parameter_input_set (GtkWidget *input, double value)
{
  if (GTK_IS_SPIN_BUTTON (input))
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (input), value);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (input), (guint) value);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

void
vw_parameter_input_shorten (GtkWidget *drop_down)
{
  g_autoptr (GtkListItemFactory) in_list = g_object_ref (
      gtk_drop_down_get_factory (GTK_DROP_DOWN (drop_down)));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), in_list);
  g_object_unref (factory);
}
