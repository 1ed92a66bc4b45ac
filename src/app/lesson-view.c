/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-view.h"

#include "app/lesson-canvas.h"
#include "app/lesson-chart.h"
#include "app/lesson-markup.h"
#include "app/lesson-stepper.h"
#include "app/strings.h"
#include "app/theme.h"
#include "app/tight-room.h"
#include "text/step-text.h"

#include <glib/gi18n.h>

/* At a text scale of 1. */
#define SMALL_WIDTH 1060
#define SMALL_HEIGHT 640
#define LARGE_WIDTH 1600
#define LARGE_HEIGHT 900

typedef enum { SMALL, USUAL, LARGE } Size;

struct _VwLessonView {
  GtkWidget parent_instance;

  VwLesson *lesson;
  Size size;
  guint size_idle;
  GtkWidget *content;
  VwLessonCanvas *canvas;
  VwLessonChart *chart;
  VwLessonStepper *stepper;
  GtkLabel *title, *facts, *sentence, *note;
  GtkWidget *train, *leave_label;
};

enum { LEFT, DIGIT_WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwLessonView, vw_lesson_view, GTK_TYPE_WIDGET)

static char *
format_facts (const VwLessonScene *scene)
{
  const VwInspection *seen = scene->seen;
  g_autofree char *title = vw_lesson_scene_title (scene);

  if (seen->model == NULL || seen->predicted == VW_NO_PREDICTION)
    return g_steal_pointer (&title);
  /* Translators: “Digit 53, a 5, taken for a 3” */
  return g_strdup_printf (_("%s, taken for a %s"), title,
                          seen->model->class_names[seen->predicted]);
}

static void
show_title (VwLessonView *self, VwStep step)
{
  g_autofree char *title = g_strdup_printf ("%u  %s", step + 1, vw_step_title (step));

  gtk_label_set_text (self->title, title);
}

static void
show_texts (VwLessonView *self, const VwLessonScene *scene, VwStep step)
{
  VwPlotStyle style;
  g_autofree char *facts = format_facts (scene);
  g_autofree char *sentence = vw_step_sentence (step, scene->steps, vw_strings_decimal);
  g_autofree char *note = vw_step_note (step, scene->steps, vw_strings_decimal);
  g_autofree char *kept_note = note != NULL ? vw_strings_keep_together (note) : NULL;
  g_autofree char *markup = NULL;

  vw_theme_get_style (GTK_WIDGET (self), &style);
  markup = vw_lesson_markup (sentence, &style);
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_markup (self->sentence, markup);
  gtk_label_set_text (self->note, kept_note != NULL ? kept_note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

static void
update (VwLessonView *self)
{
  VwStep step = vw_lesson_get_step (self->lesson);
  VwLack lack = vw_lesson_get_lack (self->lesson);
  VwLessonScene scene;

  show_title (self, step);
  if (!vw_lesson_get_scene (self->lesson, &scene))
    return; /* another digit is on its way, or the page says why there is none */
  show_texts (self, &scene, step);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), lack == VW_LACK_NOTHING);
  gtk_widget_set_visible (self->train, lack == VW_LACK_MODEL);
}

static void
on_chosen (VwLessonView *self, guint step)
{
  vw_lesson_set_step (self->lesson, step);
}

static void
leave (VwLessonView *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
pass_digits (VwLessonView *self, int by)
{
  g_signal_emit (self, signals[DIGIT_WANTED], 0, by);
}

static void
on_previous_digit (VwLessonView *self)
{
  pass_digits (self, -1);
}

static void
on_next_digit (VwLessonView *self)
{
  pass_digits (self, 1);
}

static gboolean
on_control_key (VwLessonView *self, guint key)
{
  if (key == GDK_KEY_Right || key == GDK_KEY_Down)
    pass_digits (self, 1);
  else if (key == GDK_KEY_Left || key == GDK_KEY_Up)
    pass_digits (self, -1);
  else
    return FALSE;
  return TRUE;
}

static gboolean
on_key (VwLessonView *self, guint key, guint code, GdkModifierType state)
{
  int step = vw_lesson_get_step (self->lesson);

  if (state & GDK_ALT_MASK)
    return FALSE;
  if (state & GDK_CONTROL_MASK)
    return on_control_key (self, key);
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
      vw_lesson_set_step (self->lesson, step + 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
      vw_lesson_set_step (self->lesson, step - 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      vw_lesson_set_step (self->lesson, key == GDK_KEY_Home ? 0 : VW_N_STEPS - 1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      vw_lesson_pass_keypoints (self->lesson, key == GDK_KEY_Down ? 1 : -1);
      return TRUE;
    case GDK_KEY_Escape:
      leave (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static Size
size_for (double width, double height)
{
  if (width < SMALL_WIDTH || height < SMALL_HEIGHT)
    return SMALL;
  return width >= LARGE_WIDTH && height >= LARGE_HEIGHT ? LARGE : USUAL;
}

static gboolean
adapt (gpointer data)
{
  static const char *const classes[] = { "vw-small", "vw-usual", "vw-large" };
  VwLessonView *self = data;

  self->size_idle = 0;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[self->size]);
  gtk_widget_set_visible (self->leave_label, self->size != SMALL);
  return G_SOURCE_REMOVE;
}

/* Children may not change while they are being given their places. */
static void
vw_lesson_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VwLessonView *self = VW_LESSON_VIEW (widget);
  VwPlotStyle style;
  Size size;

  vw_theme_get_style (widget, &style);
  size = size_for (width / style.text_scale, height / style.text_scale);
  if (size != self->size)
    {
      self->size = size;
      if (self->size_idle == 0)
        self->size_idle = g_idle_add (adapt, self);
    }
  vw_tight_room_allocate (self->content, width, height, baseline);
}

static void
vw_lesson_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (VW_LESSON_VIEW (widget)->content, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
vw_lesson_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vw_lesson_view_parent_class)->css_changed (widget, change);
  if (VW_LESSON_VIEW (widget)->lesson != NULL)
    update (VW_LESSON_VIEW (widget)); /* the sentence has colours */
}

void
vw_lesson_view_set_lesson (VwLessonView *self, VwLesson *lesson)
{
  g_return_if_fail (VW_IS_LESSON_VIEW (self) && self->lesson == NULL);
  self->lesson = g_object_ref (lesson);
  vw_lesson_canvas_set_lesson (self->canvas, lesson);
  vw_lesson_chart_set_lesson (self->chart, lesson);
  vw_lesson_stepper_set_lesson (self->stepper, lesson, TRUE);
  g_signal_connect_object (lesson, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lesson, "stepped", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static gboolean
vw_lesson_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VW_LESSON_VIEW (widget)->canvas));
}

static void
vw_lesson_view_dispose (GObject *object)
{
  VwLessonView *self = VW_LESSON_VIEW (object);

  g_clear_handle_id (&self->size_idle, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->lesson);
  G_OBJECT_CLASS (vw_lesson_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  gtk_widget_class_set_template_from_resource (class,
                                               "/io/github/visualwords/VisualWords/lesson-view.ui");
  gtk_widget_class_bind_template_child (class, VwLessonView, content);
  gtk_widget_class_bind_template_child (class, VwLessonView, canvas);
  gtk_widget_class_bind_template_child (class, VwLessonView, chart);
  gtk_widget_class_bind_template_child (class, VwLessonView, stepper);
  gtk_widget_class_bind_template_child (class, VwLessonView, title);
  gtk_widget_class_bind_template_child (class, VwLessonView, facts);
  gtk_widget_class_bind_template_child (class, VwLessonView, sentence);
  gtk_widget_class_bind_template_child (class, VwLessonView, note);
  gtk_widget_class_bind_template_child (class, VwLessonView, train);
  gtk_widget_class_bind_template_child (class, VwLessonView, leave_label);
  gtk_widget_class_bind_template_callback (class, on_chosen);
  gtk_widget_class_bind_template_callback (class, on_previous_digit);
  gtk_widget_class_bind_template_callback (class, on_next_digit);
  gtk_widget_class_bind_template_callback (class, leave);
}

static void
vw_lesson_view_class_init (VwLessonViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_lesson_view_dispose;
  widget_class->measure = vw_lesson_view_measure;
  widget_class->size_allocate = vw_lesson_view_size_allocate;
  widget_class->css_changed = vw_lesson_view_css_changed;
  widget_class->grab_focus = vw_lesson_view_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "vw-lesson");
  g_type_ensure (VW_TYPE_LESSON_CANVAS);
  g_type_ensure (VW_TYPE_LESSON_CHART);
  g_type_ensure (VW_TYPE_LESSON_STEPPER);
  bind_template (widget_class);
  signals[LEFT] = g_signal_new ("left", VW_TYPE_LESSON_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[DIGIT_WANTED] = g_signal_new ("digit-wanted", VW_TYPE_LESSON_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
vw_lesson_view_init (VwLessonView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->size = USUAL;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  vw_theme_watch (GTK_WIDGET (self));
  /* Before the buttons, for which arrows mean something else. */
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
