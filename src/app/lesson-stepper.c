/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-stepper.h"

#include "app/tooltip.h"
#include "text/step-text.h"

#include <glib/gi18n.h>

struct _VwLessonStepper {
  GtkWidget parent_instance;

  VwLesson *lesson;
  gboolean follow, compact;
  guint compact_idle;
  int full_width; /* that the names need */
  GtkWidget *box, *previous, *next;
  GtkWidget *buttons[VW_N_STEPS];
  GtkLabel *names[VW_N_STEPS], *figures[VW_N_STEPS];
  gboolean updating; /* buttons follow, they were not used */
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwLessonStepper, vw_lesson_stepper, GTK_TYPE_WIDGET)

static char *
name_of (VwLessonStepper *self, VwStep step)
{
  if (!self->follow)
    return g_strdup (vw_step_title (step));
  if (self->compact && step != vw_lesson_get_step (self->lesson))
    return g_strdup_printf ("%u", step + 1);
  return g_strdup_printf ("%u  %s", step + 1, vw_step_title (step));
}

static void
describe_button (VwLessonStepper *self, VwStep step, const char *figure)
{
  g_autofree char *text
      = g_strdup_printf (_("Step %u, %s: %s"), step + 1, vw_step_title (step), figure);

  vw_tooltip_set (self->buttons[step], self->compact ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[step]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_button (VwLessonStepper *self, VwStep step, const VwSteps *steps)
{
  g_autofree char *name = name_of (self, step);
  g_autofree char *figure = steps != NULL ? vw_step_figure (step, steps) : g_strdup ("");
  VwStep current = vw_lesson_get_step (self->lesson);

  gtk_label_set_text (self->names[step], name);
  gtk_label_set_text (self->figures[step], figure);
  gtk_widget_set_visible (GTK_WIDGET (self->figures[step]), !(self->follow && self->compact));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[step]),
                                self->follow && step == current);
  if (self->follow && step > current)
    gtk_widget_add_css_class (self->buttons[step], "vw-later");
  else
    gtk_widget_remove_css_class (self->buttons[step], "vw-later");
  describe_button (self, step, figure);
}

static void
update (VwLessonStepper *self)
{
  VwLessonScene scene;
  gboolean seen = vw_lesson_get_scene (self->lesson, &scene);
  VwStep step = vw_lesson_get_step (self->lesson);

  self->updating = TRUE;
  for (VwStep i = 0; i < VW_N_STEPS; i++)
    update_button (self, i, seen ? scene.steps : NULL);
  gtk_widget_set_sensitive (self->previous, step > 0);
  gtk_widget_set_sensitive (self->next, step + 1 < VW_N_STEPS);
  self->updating = FALSE;
}

static void
on_toggled (GtkToggleButton *button, VwLessonStepper *self)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));

  if (self->updating)
    return;
  update (self); /* the present step stays pressed in */
  g_signal_emit (self, signals[CHOSEN], 0, step);
}

static void
on_previous (VwLessonStepper *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, vw_lesson_get_step (self->lesson) - 1);
}

static void
on_next (VwLessonStepper *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, vw_lesson_get_step (self->lesson) + 1);
}

void
vw_lesson_stepper_set_lesson (VwLessonStepper *self, VwLesson *lesson, gboolean follow)
{
  g_return_if_fail (VW_IS_LESSON_STEPPER (self) && self->lesson == NULL);
  self->lesson = g_object_ref (lesson);
  self->follow = follow;
  gtk_widget_set_visible (self->previous, follow);
  gtk_widget_set_visible (self->next, follow);
  gtk_widget_add_css_class (GTK_WIDGET (self), follow ? "vw-large" : "vw-small");
  g_signal_connect_object (lesson, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lesson, "stepped", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static gboolean
adapt (gpointer data)
{
  VwLessonStepper *self = data;

  self->compact_idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* What the names need is known while they are there. */
static void
vw_lesson_stepper_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  VwLessonStepper *self = VW_LESSON_STEPPER (widget);

  gtk_widget_measure (self->box, orientation, -1, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  if (!self->compact)
    self->full_width = *minimum;
  *minimum = 1; /* it makes do with what there is */
}

/* Children may not change while they are being given their places. */
static void
vw_lesson_stepper_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VwLessonStepper *self = VW_LESSON_STEPPER (widget);
  gboolean compact = width < self->full_width;
  int least;

  if (compact != self->compact)
    {
      self->compact = compact;
      if (self->compact_idle == 0)
        self->compact_idle = g_idle_add (adapt, self);
    }
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (self->box, MAX (width, least), height, baseline, NULL);
}

static GtkWidget *
add_step (VwLessonStepper *self, VwStep step)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->names[step] = GTK_LABEL (gtk_label_new (NULL));
  self->figures[step] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->names[step]), "vw-step-name");
  gtk_widget_add_css_class (GTK_WIDGET (self->figures[step]), "vw-step-figure");
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->names[step]));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->figures[step]));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (step));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static GtkWidget *
add_arrow (VwLessonStepper *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
vw_lesson_stepper_dispose (GObject *object)
{
  VwLessonStepper *self = VW_LESSON_STEPPER (object);

  g_clear_handle_id (&self->compact_idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->lesson);
  G_OBJECT_CLASS (vw_lesson_stepper_parent_class)->dispose (object);
}

static void
vw_lesson_stepper_class_init (VwLessonStepperClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_lesson_stepper_dispose;
  widget_class->measure = vw_lesson_stepper_measure;
  widget_class->size_allocate = vw_lesson_stepper_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "vw-stepper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", VW_TYPE_LESSON_STEPPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
vw_lesson_stepper_init (VwLessonStepper *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->previous = add_arrow (self, "go-previous-symbolic", _("Previous Step (Page Up)"),
                              G_CALLBACK (on_previous));
  for (VwStep step = 0; step < VW_N_STEPS; step++)
    self->buttons[step] = add_step (self, step);
  self->next
      = add_arrow (self, "go-next-symbolic", _("Next Step (Page Down)"), G_CALLBACK (on_next));
}
