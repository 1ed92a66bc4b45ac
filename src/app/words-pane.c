/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/words-pane.h"

#include "app/evidence-pane.h"
#include "app/scores-view.h"
#include "app/strings.h"
#include "app/tooltip.h"
#include "app/words-view.h"

#include <glib/gi18n.h>

#define HEIGHT 156
#define LOW_HEIGHT 112

struct _VwWordsPane {
  GtkBox parent_instance;

  VwInspector *inspector;
  GtkStack *stack;
  GtkLabel *summary, *question, *evidence_title;
  GtkWidget *why_not, *evidence;
  VwEvidencePane *evidence_pane;
  VwWordsView *words;
  VwScoresView *scores;
  GtkWidget *score_part;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (VwWordsPane, vw_words_pane, GTK_TYPE_BOX)

static const char *
norm_text (int norm)
{
  return norm == VW_NORM_L2          ? _("value after L2 norm")
         : norm == VW_NORM_HELLINGER ? _("value after Hellinger norm")
                                     : _("value after L1 norm");
}

static void
show_summary (VwWordsPane *self, const VwInspection *seen)
{
  g_autofree char *n = vw_strings_count (vw_words_view_get_n_words (self->words));
  g_autofree char *all = vw_strings_count (vw_vocabulary_get_words (seen->model->vocabulary));
  gboolean as_trained = vw_parameters_equal_detector (&seen->parameters, &seen->model->parameters);
  g_autofree char *text
      = g_strdup_printf (_("%s of %s · %s"), n, all, norm_text (seen->parameters.norm));
  g_autofree char *warned
      = as_trained ? NULL : g_strdup_printf (_("the model was trained with other settings · %s"), text);

  gtk_label_set_text (self->summary, as_trained ? text : warned);
  vw_tooltip_set (GTK_WIDGET (self->summary), as_trained ? text : warned);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !self->narrow || !as_trained);
}

/* Whose evidence there is to see beside the chosen class's: the true class's when the prediction is
   wrong, and the predicted one's when another is chosen. Returns: −1 for none. */
static int
find_other_class (const VwInspection *seen, int chosen)
{
  int truth = vw_inspection_get_true_class (seen);

  return chosen != seen->predicted ? seen->predicted : truth != chosen ? truth : -1;
}

/* A button's own label would not let itself be shortened. */
static void
say (GtkWidget *button, GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_class (VwWordsPane *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  int chosen = vw_inspector_get_class (self->inspector);
  int other = chosen >= 0 ? find_other_class (seen, chosen) : -1;
  g_autofree char *score = NULL, *text = NULL, *question = NULL;

  if (chosen < 0)
    return;
  score = vw_plot_format_decimal (vw_strings_numbers (), seen->scores[chosen], 2, TRUE);
  text = seen->scores[chosen] > -G_MAXFLOAT
             ? g_strdup_printf (_("Evidence for %s: %s"), seen->model->class_names[chosen], score)
             : g_strdup_printf (_("Evidence for %s: none"), seen->model->class_names[chosen]);
  say (self->evidence, self->evidence_title, text);
  gtk_widget_set_visible (self->why_not, other >= 0);
  if (other < 0)
    return;
  question = g_strdup_printf (other == seen->predicted ? _("Why %s?") : _("Why not %s?"),
                              seen->model->class_names[other]);
  say (self->why_not, self->question, question);
}

static void
on_why_not (VwWordsPane *self)
{
  int chosen = vw_inspector_get_class (self->inspector);

  if (chosen >= 0)
    vw_inspector_choose_class (
        self->inspector, find_other_class (vw_inspector_get_inspection (self->inspector), chosen));
}

static void
on_inspected (VwWordsPane *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);

  if (seen == NULL)
    return; /* the page says why; this part stays as it was until then */
  if (seen->model == NULL)
    gtk_stack_set_visible_child_name (self->stack, "untrained");
  else if (seen->predicted == VW_NO_PREDICTION)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "words");
      show_summary (self, seen);
      show_class (self);
    }
}

void
vw_words_pane_set_inspector (VwWordsPane *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_WORDS_PANE (self));
  g_set_object (&self->inspector, inspector);
  vw_words_view_set_inspector (self->words, inspector);
  vw_scores_view_set_inspector (self->scores, inspector);
  vw_evidence_pane_set_inspector (self->evidence_pane, inspector);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (on_inspected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inspector, "pointed", G_CALLBACK (show_class), self, G_CONNECT_SWAPPED);
}

void
vw_words_pane_set_size (VwWordsPane *self, gboolean low, gboolean narrow)
{
  g_return_if_fail (VW_IS_WORDS_PANE (self));
  gtk_widget_set_size_request (GTK_WIDGET (self->words), -1, low ? LOW_HEIGHT : HEIGHT);
  gtk_widget_set_visible (self->score_part, !narrow);
  self->narrow = narrow;
  on_inspected (self);
}

static void
vw_words_pane_dispose (GObject *object)
{
  g_clear_object (&VW_WORDS_PANE (object)->inspector);
  G_OBJECT_CLASS (vw_words_pane_parent_class)->dispose (object);
}

static void
vw_words_pane_class_init (VwWordsPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_words_pane_dispose;
  g_type_ensure (VW_TYPE_EVIDENCE_PANE);
  g_type_ensure (VW_TYPE_WORDS_VIEW);
  g_type_ensure (VW_TYPE_SCORES_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/visualwords/VisualWords/words-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, summary);
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, why_not);
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, question);
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, evidence);
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, evidence_title);
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, evidence_pane);
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, words);
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, scores);
  gtk_widget_class_bind_template_child (widget_class, VwWordsPane, score_part);
  gtk_widget_class_bind_template_callback (widget_class, on_why_not);
}

static void
vw_words_pane_init (VwWordsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
