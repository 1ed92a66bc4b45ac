/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/flip-pane.h"

#include "app/digit-view.h"
#include "app/job.h"
#include "app/strings.h"
#include "text/error-text.h"

#include <glib/gi18n.h>

enum { BEFORE, AFTER, N_SIDES };

/* The digit as each run sees it. */
typedef struct {
  VwInspection *seen[N_SIDES];
} Sight;

typedef struct {
  VwRunPair *pair;
  guint digit;
} Question;

/* What of the pane is about one run. */
typedef struct {
  GtkLabel *prediction, *keypoints;
  VwDigitView *view;
} Side;

struct _VwFlipPane {
  AdwBin parent_instance;
  VwJob *job;
  VwRunPair *pair; /* with its data; NULL without a digit */
  guint digit;
  GtkStack *stack;
  GtkLabel *heading;
  Side sides[N_SIDES];
};

G_DEFINE_FINAL_TYPE (VwFlipPane, vw_flip_pane, ADW_TYPE_BIN)

static void
question_free (gpointer data)
{
  Question *self = data;

  vw_run_pair_unref (self->pair);
  g_free (self);
}

static void
sight_free (gpointer data)
{
  Sight *self = data;

  for (guint i = 0; i < N_SIDES; i++)
    g_clear_pointer (&self->seen[i], vw_inspection_unref);
  g_free (self);
}

/* A VwJobFunc. */
static gpointer
look (gpointer input, const VwTask *task, GError **error)
{
  const Question *question = input;
  const VwRun *const runs[] = { question->pair->before, question->pair->after };
  Sight *sight = g_new0 (Sight, 1);

  for (guint i = 0; i < N_SIDES; i++)
    {
      sight->seen[i] = vw_inspection_new (question->pair->dataset, VW_SPLIT_TEST, question->digit,
                                          &runs[i]->summary->parameters, NULL, error);
      if (sight->seen[i] == NULL)
        {
          sight_free (sight);
          return NULL;
        }
    }
  return sight;
}

static void
show_side (Side *side, VwInspection *seen)
{
  guint n = seen != NULL ? seen->frame.n_keypoints : 0;
  g_autofree char *count = vw_strings_count (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s keypoint", "%s keypoints", n), count);

  vw_digit_view_set_inspection (side->view, seen);
  gtk_label_set_text (side->keypoints, seen != NULL ? text : "");
}

/* A VwJobDoneFunc. */
static void
on_looked (gpointer result, const GError *error, gpointer data)
{
  VwFlipPane *self = data;
  Sight *sight = result;

  for (guint i = 0; i < N_SIDES; i++)
    show_side (&self->sides[i], sight != NULL ? sight->seen[i] : NULL);
  if (error != NULL)
    {
      g_autofree char *reason = vw_error_sentence (error);

      gtk_label_set_text (self->heading, reason);
    }
  g_clear_pointer (&sight, sight_free);
}

static void
show_prediction (VwFlipPane *self, guint side, const char *pattern, int predicted)
{
  const char *name = predicted == VW_NO_PREDICTION
                         ? _("no keypoints")
                         : vw_dataset_get_class_name (self->pair->dataset, (guint) predicted);
  int truth = vw_dataset_get_labels (self->pair->dataset, VW_SPLIT_TEST)[self->digit];
  g_autofree char *text = vw_plot_compose (pattern, "prediction", name, NULL);
  GtkWidget *label = GTK_WIDGET (self->sides[side].prediction);

  gtk_label_set_text (self->sides[side].prediction, text);
  if (predicted == truth)
    gtk_widget_remove_css_class (label, "vw-digit-mistake");
  else
    gtk_widget_add_css_class (label, "vw-digit-mistake");
}

static void
show_words (VwFlipPane *self)
{
  const guint8 *labels = vw_dataset_get_labels (self->pair->dataset, VW_SPLIT_TEST);
  g_autofree char *number = vw_strings_count (self->digit);
  g_autofree char *heading = vw_plot_compose (
      _("Test digit {index}, a {truth}"), "index", number, "truth",
      vw_dataset_get_class_name (self->pair->dataset, labels[self->digit]), NULL);

  gtk_label_set_text (self->heading, heading);
  show_prediction (self, BEFORE, _("A: {prediction}"),
                   vw_run_pair_predicted_before (self->pair, self->digit));
  show_prediction (self, AFTER, _("B: {prediction}"),
                   vw_run_pair_predicted_after (self->pair, self->digit));
}

static void
start (VwFlipPane *self)
{
  Question *question = g_new (Question, 1);

  question->pair = vw_run_pair_ref (self->pair);
  question->digit = self->digit;
  vw_job_start (self->job,
                &(VwJobWork){ look, question, question_free, sight_free, on_looked, self });
}

void
vw_flip_pane_show (VwFlipPane *self, VwRunPair *pair, guint digit)
{
  g_return_if_fail (VW_IS_FLIP_PANE (self));
  if (pair == self->pair && digit == self->digit)
    return;
  if (pair != NULL)
    vw_run_pair_ref (pair);
  g_clear_pointer (&self->pair, vw_run_pair_unref);
  self->pair = pair;
  self->digit = digit;
  gtk_stack_set_visible_child_name (self->stack, pair != NULL ? "digit" : "none");
  if (pair == NULL)
    {
      vw_job_cancel (self->job);
      return;
    }
  show_words (self);
  start (self);
}

static void
vw_flip_pane_dispose (GObject *object)
{
  VwFlipPane *self = VW_FLIP_PANE (object);

  if (self->job != NULL)
    vw_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_pointer (&self->pair, vw_run_pair_unref);
  G_OBJECT_CLASS (vw_flip_pane_parent_class)->dispose (object);
}

static void
bind_side (GtkWidgetClass *class, const char *part, gsize member, guint side)
{
  g_autofree char *name = g_strconcat (part, side == BEFORE ? "_before" : "_after", NULL);

  gtk_widget_class_bind_template_child_full (
      class, name, FALSE,
      (gssize) (G_STRUCT_OFFSET (VwFlipPane, sides) + side * sizeof (Side) + member));
}

static void
vw_flip_pane_class_init (VwFlipPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (VW_TYPE_DIGIT_VIEW);
  G_OBJECT_CLASS (class)->dispose = vw_flip_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/visualwords/VisualWords/flip-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VwFlipPane, stack);
  gtk_widget_class_bind_template_child (widget_class, VwFlipPane, heading);
  for (guint i = 0; i < N_SIDES; i++)
    {
      bind_side (widget_class, "prediction", G_STRUCT_OFFSET (Side, prediction), i);
      bind_side (widget_class, "keypoints", G_STRUCT_OFFSET (Side, keypoints), i);
      bind_side (widget_class, "view", G_STRUCT_OFFSET (Side, view), i);
    }
}

static void
vw_flip_pane_init (VwFlipPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->job = vw_job_new ();
}
