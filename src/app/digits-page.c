/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digits-page.h"

#include "app/digit-canvas.h"
#include "app/digit-grid.h"
#include "app/digit-paper.h"
#include "app/export-dialog.h"
#include "app/focus.h"
#include "app/heading.h"
#include "app/inspector.h"
#include "app/keypoint-card.h"
#include "app/layer-switches.h"
#include "app/lesson-stepper.h"
#include "app/lesson-view.h"
#include "app/sheet-copy.h"
#include "app/theme.h"
#include "app/tight-room.h"
#include "app/why-pane.h"
#include "app/words-pane.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.5
#define NARROW_WIDTH 1100 /* at a text scale of 1, as the next */
#define SHORT_HEIGHT 700
#define LEAST_WIDTH 860
#define LEAST_HEIGHT 480
#define SIDE_WIDTH 316
#define NARROW_SIDE_WIDTH 268

struct _VwDigitsPage {
  GtkWidget parent_instance;

  VwSession *session;
  VwInspector *inspector;
  VwDigitCounts *counts;
  VwJob *copy_job;
  VwLesson *lesson;
  guint resize_idle;
  gboolean narrow, low;

  GtkWidget *panes;
  VwDigitGrid *grid;
  GtkLabel *title, *guest_title, *facts;
  GtkWidget *guest;
  GtkDropDown *level;
  GtkWidget *output, *copy, *lesson_label;
  VwDigitCanvas *canvas;
  VwKeypointCard *card;
  VwLayerSwitches *layers;
  VwWordsPane *words;
  GtkWidget *side;
  VwWhyPane *why;
  GtkWidget *stepper_part;
  VwLessonStepper *stepper;
  GtkWidget *lesson_view; /* in the place of the panes, when it is shown */
  gboolean following; /* the drop-down of levels follows, it was not used */
};

G_DEFINE_FINAL_TYPE (VwDigitsPage, vw_digits_page, GTK_TYPE_WIDGET)

/* A guest has no label to compare with. */
static char *
format_guest_facts (const VwInspection *seen)
{
  if (seen->model == NULL)
    return g_strdup (_("without a label"));
  if (seen->predicted == VW_NO_PREDICTION)
    return g_strdup (_("no prediction without keypoints"));
  return g_strdup_printf (_("predicted %s"), seen->model->class_names[seen->predicted]);
}

static char *
format_facts (const VwInspection *seen)
{
  const char *label = vw_inspection_get_label (seen);

  if (label == NULL)
    return format_guest_facts (seen);
  if (seen->model == NULL)
    return g_strdup_printf (_("label %s"), label);
  if (seen->predicted == VW_NO_PREDICTION)
    return g_strdup_printf (_("label %s · no prediction without keypoints"), label);
  return g_strdup_printf (_("label %s · predicted %s"), label,
                          seen->model->class_names[seen->predicted]);
}

static void
list_levels (VwDigitsPage *self, const VwInspection *seen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("All levels"));
  for (guint i = 0; seen != NULL && i < seen->frame.n_levels; i++)
    gtk_string_list_take (list, g_strdup_printf (_("Level %u · %u px"), i,
                                                 seen->frame.levels[i].width));
  self->following = TRUE;
  gtk_drop_down_set_model (self->level, G_LIST_MODEL (list));
  self->following = FALSE;
}

static void
on_pointed (VwDigitsPage *self)
{
  self->following = TRUE;
  gtk_drop_down_set_selected (self->level,
                              (guint) (vw_inspector_get_pinned_level (self->inspector) + 1));
  self->following = FALSE;
}

static void
show_guest (VwDigitsPage *self, const VwGuest *guest)
{
  vw_focus_show (self->guest, guest != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->title), guest == NULL);
  if (guest != NULL)
    gtk_label_set_text (self->guest_title, guest->title);
}

static void
on_leave_guest (VwDigitsPage *self)
{
  vw_session_set_guest (self->session, NULL);
}

static void
on_inspected (VwDigitsPage *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  g_autofree char *title
      = seen != NULL ? g_strdup_printf (_("Digit %u"), seen->index) : g_strdup ("");
  g_autofree char *facts = seen != NULL ? format_facts (seen) : g_strdup ("");

  show_guest (self, seen != NULL ? seen->guest : NULL);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->facts, facts);
  gtk_widget_set_sensitive (self->output, seen != NULL);
  list_levels (self, seen);
}

static void
on_level_chosen (VwDigitsPage *self)
{
  if (!self->following && self->inspector != NULL)
    vw_inspector_pin_level (self->inspector, (int) gtk_drop_down_get_selected (self->level) - 1);
}

static void
on_zoom_in (VwDigitsPage *self)
{
  vw_digit_canvas_zoom (self->canvas, ZOOM_STEP);
}

static void
on_zoom_out (VwDigitsPage *self)
{
  vw_digit_canvas_zoom (self->canvas, 1 / ZOOM_STEP);
}

static void
on_zoom_all (VwDigitsPage *self)
{
  vw_digit_canvas_show_all (self->canvas);
}

/* Returns: (transfer full) (nullable): the digit as it is looked at. */
static VwPaper *
make_paper (VwDigitsPage *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  VwPlotDigitChoices choices = vw_digit_canvas_get_choices (self->canvas);

  return seen != NULL ? vw_digit_paper_new (seen, &choices) : NULL;
}

static void
on_export (VwDigitsPage *self)
{
  g_autoptr (VwPaper) paper = make_paper (self);

  if (paper != NULL)
    vw_export_dialog_present (GTK_WIDGET (self), paper);
}

static void
on_copy (VwDigitsPage *self)
{
  g_autoptr (VwPaper) paper = make_paper (self);

  if (paper != NULL)
    vw_sheet_copy (GTK_WIDGET (self), self->copy_job,
                   vw_paper_make_sheet (paper, VW_PLOT_DIGIT_KEYPOINTS, NULL));
}

static gboolean
on_go_to_index (GtkWidget *widget, GVariant *unused, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE; /* another page's key */
  vw_digit_grid_ask_index (VW_DIGITS_PAGE (widget)->grid);
  return TRUE;
}

static gboolean
is_lesson (VwDigitsPage *self)
{
  return gtk_widget_get_visible (self->lesson_view);
}

static void
show_lesson (VwDigitsPage *self, gboolean shown)
{
  if (shown)
    vw_lesson_set_step (self->lesson, vw_lesson_get_step (self->lesson));
  gtk_widget_set_visible (self->panes, !shown);
  gtk_widget_set_visible (self->lesson_view, shown);
  gtk_widget_grab_focus (shown ? self->lesson_view : GTK_WIDGET (self->canvas));
}

static void
on_lesson (VwDigitsPage *self)
{
  show_lesson (self, TRUE);
}

static void
on_lesson_left (VwDigitsPage *self)
{
  show_lesson (self, FALSE);
}

static void
on_step_chosen (VwDigitsPage *self, guint step)
{
  vw_lesson_set_step (self->lesson, step);
  show_lesson (self, TRUE);
}

static void
on_digit_wanted (VwDigitsPage *self, int by)
{
  vw_digit_grid_pass (self->grid, by);
}

static gboolean
on_toggle_lesson (GtkWidget *widget, GVariant *unused, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE; /* another page's key */
  show_lesson (VW_DIGITS_PAGE (widget), !is_lesson (VW_DIGITS_PAGE (widget)));
  return TRUE;
}

/* What stands beside the canvas in a wide window stands at the pointer in a narrow one. */
static gboolean
on_canvas_tooltip (VwDigitsPage *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (!self->narrow || vw_inspector_get_inspection (self->inspector) == NULL
      || !vw_digit_canvas_is_at_keypoint (self->canvas, x, y))
    return FALSE;
  text = vw_keypoint_describe (self->inspector);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
adapt (VwDigitsPage *self)
{
  vw_digit_grid_set_narrow (self->grid, self->narrow);
  vw_layer_switches_set_narrow (self->layers, self->narrow);
  vw_words_pane_set_size (self->words, self->low, self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->card), !self->narrow);
  gtk_widget_set_visible (self->copy, !self->narrow); /* the export dialog has it too */
  gtk_widget_set_visible (self->lesson_label, !self->narrow);
  gtk_widget_set_visible (self->stepper_part, !self->low);
  gtk_widget_set_size_request (self->side, self->narrow ? NARROW_SIDE_WIDTH : SIDE_WIDTH, -1);
}

static gboolean
adapt_when_idle (gpointer data)
{
  VwDigitsPage *self = data;

  self->resize_idle = 0;
  adapt (self);
  return G_SOURCE_REMOVE;
}

/* Children may not change while they are being given their places. */
static void
vw_digits_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VwDigitsPage *self = VW_DIGITS_PAGE (widget);
  VwPlotStyle style;
  gboolean narrow, low;

  vw_theme_get_style (widget, &style);
  narrow = width / style.text_scale < NARROW_WIDTH;
  low = height / style.text_scale < SHORT_HEIGHT;
  if (narrow != self->narrow || low != self->low)
    {
      self->narrow = narrow;
      self->low = low;
      if (self->resize_idle == 0)
        self->resize_idle = g_idle_add (adapt_when_idle, self);
    }
  vw_tight_room_allocate (is_lesson (self) ? self->lesson_view : self->panes, width, height, baseline);
}

/* The layout for a small window is made when the window is small, so it has to become so first. */
static void
vw_digits_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  VwDigitsPage *self = VW_DIGITS_PAGE (widget);

  vw_tight_room_measure (is_lesson (self) ? self->lesson_view : self->panes, orientation, for_size,
                         minimum, natural, minimum_baseline, natural_baseline);
  *minimum = MIN (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT);
}

static void
set_session (VwDigitsPage *self, VwSession *session)
{
  self->session = g_object_ref (session);
  self->inspector = vw_inspector_new (session);
  self->counts = vw_digit_counts_new ();
  vw_digit_counts_follow (self->counts, session);
  vw_digit_grid_set_session (self->grid, session, self->counts);
  vw_digit_canvas_set_inspector (self->canvas, self->inspector);
  vw_keypoint_card_set_inspector (self->card, self->inspector);
  vw_why_pane_set_inspector (self->why, self->inspector);
  vw_why_pane_set_session (self->why, session, self->counts);
  vw_words_pane_set_inspector (self->words, self->inspector);
  vw_layer_switches_set_canvas (self->layers, self->canvas, self->inspector);
  self->lesson = vw_lesson_new (self->inspector);
  vw_lesson_stepper_set_lesson (self->stepper, self->lesson, FALSE);
  vw_lesson_view_set_lesson (VW_LESSON_VIEW (self->lesson_view), self->lesson);
  g_signal_connect_object (self->inspector, "inspected", G_CALLBACK (on_inspected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector, "pointed", G_CALLBACK (on_pointed), self,
                           G_CONNECT_SWAPPED);
  on_inspected (self);
}

GtkWidget *
vw_digits_page_new (VwSession *session)
{
  VwDigitsPage *self = g_object_new (VW_TYPE_DIGITS_PAGE, NULL);

  set_session (self, session);
  return GTK_WIDGET (self);
}

static void
vw_digits_page_dispose (GObject *object)
{
  VwDigitsPage *self = VW_DIGITS_PAGE (object);

  g_clear_handle_id (&self->resize_idle, g_source_remove);
  if (self->copy_job != NULL)
    vw_job_cancel (self->copy_job);
  g_clear_object (&self->copy_job);
  g_clear_pointer (&self->panes, gtk_widget_unparent);
  g_clear_pointer (&self->lesson_view, gtk_widget_unparent);
  g_clear_object (&self->lesson);
  g_clear_object (&self->inspector);
  g_clear_object (&self->counts);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_digits_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, VwDigitsPage, panes);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, grid);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, title);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, guest);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, guest_title);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, facts);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, level);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, output);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, copy);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, lesson_label);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, canvas);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, card);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, layers);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, words);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, side);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, why);
  gtk_widget_class_bind_template_callback (class, on_leave_guest);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, stepper_part);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, stepper);
  gtk_widget_class_bind_template_child (class, VwDigitsPage, lesson_view);
  gtk_widget_class_bind_template_callback (class, on_level_chosen);
  gtk_widget_class_bind_template_callback (class, on_zoom_in);
  gtk_widget_class_bind_template_callback (class, on_zoom_out);
  gtk_widget_class_bind_template_callback (class, on_zoom_all);
  gtk_widget_class_bind_template_callback (class, on_export);
  gtk_widget_class_bind_template_callback (class, on_copy);
  gtk_widget_class_bind_template_callback (class, on_canvas_tooltip);
  gtk_widget_class_bind_template_callback (class, on_lesson);
  gtk_widget_class_bind_template_callback (class, on_lesson_left);
  gtk_widget_class_bind_template_callback (class, on_step_chosen);
  gtk_widget_class_bind_template_callback (class, on_digit_wanted);
}

static void
vw_digits_page_class_init (VwDigitsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GType used[] = { VW_TYPE_DIGIT_GRID, VW_TYPE_HEADING, VW_TYPE_DIGIT_CANVAS,
                         VW_TYPE_KEYPOINT_CARD, VW_TYPE_LAYER_SWITCHES, VW_TYPE_WORDS_PANE,
                         VW_TYPE_WHY_PANE, VW_TYPE_LESSON_STEPPER, VW_TYPE_LESSON_VIEW };

  G_OBJECT_CLASS (class)->dispose = vw_digits_page_dispose;
  widget_class->size_allocate = vw_digits_page_size_allocate;
  widget_class->measure = vw_digits_page_measure;
  for (guint i = 0; i < G_N_ELEMENTS (used); i++)
    g_type_ensure (used[i]);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/digits-page.ui");
  bind_template (widget_class);
}

static void
add_shortcuts (VwDigitsPage *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>g"),
                        gtk_callback_action_new (on_go_to_index, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("F5"),
                        gtk_callback_action_new (on_toggle_lesson, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
vw_digits_page_init (VwDigitsPage *self)
{
  self->copy_job = vw_job_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_shortcuts (self);
}
