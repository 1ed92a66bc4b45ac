/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/experiment-form.h"

#include "app/parameter-input.h"
#include "app/tooltip.h"
#include "core/error.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

/* The lesson that comes first: what the border costs. */
#define FIRST_PARAMETER "edge-threshold"
#define FIRST_TO 31
#define USUAL_STEPS 8
#define USUAL_SEEDS 5
#define MOST_SEEDS 100

typedef enum { FROM, TO, STEP, N_LIMITS } Limit;

struct _VwExperimentForm {
  AdwBin parent_instance;

  VwSession *session;
  GtkStack *modes;
  AdwComboRow *parameter;
  GtkBox *values; /* how they are chosen depends on the parameter */
  GPtrArray *infos; /* of the parameters that can be chosen, borrowed */
  GtkSpinButton *limits[N_LIMITS]; /* of a number, else NULL; the box's, like what follows */
  GtkEditable *list; /* of single values, instead of the limits; of a number too */
  GPtrArray *checks; /* of a choice, one check button each */
  GtkSpinButton *seeds;
};

G_DEFINE_FINAL_TYPE (VwExperimentForm, vw_experiment_form, ADW_TYPE_BIN)

static guint changed;

static void
emit_changed (VwExperimentForm *self)
{
  g_signal_emit (self, changed, 0);
}

static const VwParameterInfo *
get_info (VwExperimentForm *self)
{
  return self->infos->pdata[adw_combo_row_get_selected (self->parameter)];
}

static GtkWidget *
new_row (const char *title, GtkWidget *input)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), input);
  return row;
}

/* What is chosen in the group below it; no wider than its lines need to be. */
static GtkWidget *
new_help (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* Round about the value in force, on multiples of the step where the range allows; 0 of a number of
   digits is all of them, which has no place in a range. */
static void
guess_range (const VwParameterInfo *info, double present, double *from, double *to)
{
  double least = MAX (info->least, ceil (info->least / info->step) * info->step);

  if (g_str_has_prefix (info->name, "max-"))
    least = info->step;
  *from = MAX (least, present - USUAL_STEPS / 2 * info->step);
  *to = MIN (info->most, *from + USUAL_STEPS * info->step);
  if (g_str_equal (info->name, FIRST_PARAMETER))
    {
      *from = info->least;
      *to = FIRST_TO;
    }
}

static GtkWidget *
add_limit (VwExperimentForm *self, Limit limit, GtkWidget *input, double value)
{
  static const char *const titles[N_LIMITS] = { N_ ("From"), N_ ("To"), N_ ("Step") };
  GtkWidget *row = new_row (_(titles[limit]), input);

  self->limits[limit] = GTK_SPIN_BUTTON (input);
  gtk_spin_button_set_value (self->limits[limit], value);
  g_signal_connect_object (input, "value-changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
new_step_input (const VwParameterInfo *info)
{
  double least = info->type == VW_PARAMETER_INT ? 1 : pow (10, -info->digits);
  GtkWidget *spin
      = gtk_spin_button_new_with_range (least, info->most - info->least, least);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), info->digits);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 5);
  vw_parameter_input_ignore_wheel (spin);
  return spin;
}

static gboolean
has_list (VwExperimentForm *self)
{
  const char *text = gtk_editable_get_text (self->list);

  return text[strspn (text, " ")] != '\0';
}

static void
on_list (VwExperimentForm *self)
{
  for (Limit limit = FROM; limit < N_LIMITS; limit++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->limits[limit]), !has_list (self));
  emit_changed (self);
}

static GtkWidget *
add_list (VwExperimentForm *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Or single values"));
  vw_tooltip_set (row, _("Such as 100, 300, 1000"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  self->list = GTK_EDITABLE (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_list), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_range (VwExperimentForm *self, AdwPreferencesGroup *group, const VwParameterInfo *info)
{
  double from, to;

  guess_range (info, vw_parameter_get (vw_session_get_parameters (self->session), info), &from,
               &to);
  adw_preferences_group_add (group, add_limit (self, FROM, vw_parameter_input_new (info), from));
  adw_preferences_group_add (group, add_limit (self, TO, vw_parameter_input_new (info), to));
  adw_preferences_group_add (group, add_limit (self, STEP, new_step_input (info), info->step));
  adw_preferences_group_add (group, add_list (self));
}

static void
add_choices (VwExperimentForm *self, AdwPreferencesGroup *group, const VwParameterInfo *info)
{
  for (const VwChoice *choice = info->choices; choice->nick != NULL; choice++)
    {
      GtkWidget *check = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      g_ptr_array_add (self->checks, check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (emit_changed), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, new_row (_(choice->label), check));
    }
}

static void
on_parameter (VwExperimentForm *self)
{
  const VwParameterInfo *info = get_info (self);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *before;
  g_autofree char *help
      = info->unit != NULL ? g_strdup_printf ("%s (%s)", _(info->help), _(info->unit))
                           : g_strdup (_(info->help));

  while ((before = gtk_widget_get_first_child (GTK_WIDGET (self->values))) != NULL)
    gtk_box_remove (self->values, before);
  g_ptr_array_set_size (self->checks, 0);
  memset (self->limits, 0, sizeof self->limits);
  self->list = NULL;
  if (info->type == VW_PARAMETER_CHOICE)
    add_choices (self, ADW_PREFERENCES_GROUP (group), info);
  else
    add_range (self, ADW_PREFERENCES_GROUP (group), info);
  gtk_box_append (self->values, new_help (help));
  gtk_box_append (self->values, group);
  emit_changed (self);
}

/* Seeds are an experiment of their own. */
static void
list_parameters (VwExperimentForm *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n, first = 0;
  const VwParameterInfo *table = vw_parameter_table (&n);

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (table[i].name, "seed"))
        continue;
      if (g_str_equal (table[i].name, FIRST_PARAMETER))
        first = self->infos->len;
      g_ptr_array_add (self->infos, (gpointer) &table[i]);
      gtk_string_list_append (labels, _(table[i].label));
    }
  adw_combo_row_set_model (self->parameter, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->parameter, first);
}

static GArray *
read_choices (VwExperimentForm *self, const VwParameterInfo *info, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      {
        double value = i;

        g_array_append_val (values, value);
      }
  if (values->len > 0)
    return g_steal_pointer (&values);
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("Nothing is ticked"));
  return NULL;
}

static GArray *
read_numbers (VwExperimentForm *self, const VwParameterInfo *info, GError **error)
{
  if (has_list (self))
    return vw_experiment_parse_typed (info, gtk_editable_get_text (self->list),
                                      g_str_equal (nl_langinfo (RADIXCHAR), ","), error);
  return vw_experiment_range (info, gtk_spin_button_get_value (self->limits[FROM]),
                              gtk_spin_button_get_value (self->limits[TO]),
                              gtk_spin_button_get_value (self->limits[STEP]), error);
}

GArray *
vw_experiment_form_read (VwExperimentForm *self, const VwParameterInfo **info, GError **error)
{
  g_return_val_if_fail (VW_IS_EXPERIMENT_FORM (self) && self->session != NULL, NULL);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->modes), "seeds"))
    {
      *info = vw_parameter_find ("seed");
      return vw_experiment_seeds (vw_session_get_parameters (self->session),
                                  (guint) gtk_spin_button_get_value_as_int (self->seeds));
    }
  *info = get_info (self);
  return (*info)->type == VW_PARAMETER_CHOICE ? read_choices (self, *info, error)
                                              : read_numbers (self, *info, error);
}

void
vw_experiment_form_set_session (VwExperimentForm *self, VwSession *session)
{
  g_return_if_fail (VW_IS_EXPERIMENT_FORM (self) && self->session == NULL);
  self->session = g_object_ref (session);
  list_parameters (self);
  g_signal_connect_object (self->parameter, "notify::selected", G_CALLBACK (on_parameter), self,
                           G_CONNECT_SWAPPED);
  on_parameter (self);
}

static GtkWidget *
new_sweep_page (VwExperimentForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new (), *values = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Parameter"));
  self->parameter = ADW_COMBO_ROW (row);
  adw_combo_row_set_use_subtitle (self->parameter, TRUE); /* beside it a name is cut off */
  self->values = GTK_BOX (values);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), values);
  return box;
}

static GtkWidget *
new_seeds_page (VwExperimentForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (2, MOST_SEEDS, 1);

  self->seeds = GTK_SPIN_BUTTON (spin);
  gtk_spin_button_set_numeric (self->seeds, TRUE);
  gtk_spin_button_set_value (self->seeds, USUAL_SEEDS);
  vw_parameter_input_ignore_wheel (spin);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (emit_changed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             new_row (_("Number of seeds"), spin));
  gtk_box_append (GTK_BOX (box),
                  new_help (_("The same training, begun from other random numbers each time: how "
                              "much of a difference is chance?")));
  gtk_box_append (GTK_BOX (box), group);
  return box;
}

static void
vw_experiment_form_finalize (GObject *object)
{
  VwExperimentForm *self = VW_EXPERIMENT_FORM (object);

  g_clear_object (&self->session);
  g_ptr_array_unref (self->infos);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (vw_experiment_form_parent_class)->finalize (object);
}

static void
vw_experiment_form_class_init (VwExperimentFormClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_experiment_form_finalize;
  changed = g_signal_new ("changed", VW_TYPE_EXPERIMENT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                          NULL, G_TYPE_NONE, 0);
}

static void
vw_experiment_form_init (VwExperimentForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *switcher = gtk_stack_switcher_new (), *stack = gtk_stack_new ();

  self->infos = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->modes = GTK_STACK (stack);
  gtk_stack_set_hhomogeneous (self->modes, FALSE); /* the page that is hidden may not be wrapped */
  gtk_stack_set_vhomogeneous (self->modes, FALSE);
  gtk_stack_add_titled (self->modes, new_sweep_page (self), "sweep", _("Sweep"));
  gtk_stack_add_titled (self->modes, new_seeds_page (self), "seeds", _("Seeds"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->modes);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
}
