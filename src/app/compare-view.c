/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-view.h"

#include "app/breakpoint.h"
#include "app/compare-digits.h"
#include "app/compare-paper.h"
#include "app/compare-report.h"
#include "app/dumbbells-view.h"
#include "app/export-dialog.h"
#include "app/flip-pane.h"
#include "app/results-matrix.h"
#include "app/sheet-copy.h"
#include "app/strings.h"
#include "app/tooltip.h"
#include "app/words.h"

#include <glib/gi18n.h>

#define NARROW 1100 /* px at a text scale of 1; below, captions and labels go */

struct _VwCompareView {
  AdwBin parent_instance;
  VwSession *session;
  GListModel *runs; /* of VwPastRun */
  VwRunPair *pair;  /* NULL when there is nothing to compare */
  VwJob *copy_job;
  VwMatrixChoices choices;

  GtkScrolledWindow *scroller;
  GtkDropDown *before, *after;
  GtkWidget *runs_box, *figures, *export_box;
  GtkLabel *accuracies, *images, *points, *flips, *p, *chance;
  GtkWidget *points_box, *p_box;
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkDropDown *normalize, *range, *score;
  GtkWidget *normalize_label, *range_label;
  VwResultsMatrix *matrix;
  GtkWidget *side;
  VwCompareDigits *digits;
  GtkToggleButton *show_digit, *show_chart;
  GtkStack *details;
  VwFlipPane *flip;
  GtkLabel *legend;
  VwDumbbellsView *dumbbells;
  VwCompareReport *report;
};

G_DEFINE_FINAL_TYPE (VwCompareView, vw_compare_view, ADW_TYPE_BIN)

static guint closed_signal;

static VwRun *
get_run (GtkDropDown *chooser)
{
  VwPastRun *past = gtk_drop_down_get_selected_item (chooser);

  return past != NULL ? vw_past_run_get_run (past) : NULL;
}

static VwPlotComparison
current_comparison (VwCompareView *self)
{
  VwPlotComparison comparison = vw_run_pair_get_comparison (self->pair);

  comparison.normalize = self->choices.normalize;
  comparison.range = self->choices.range;
  comparison.score = gtk_drop_down_get_selected (self->score);
  return comparison;
}

static void
show_accuracies (VwCompareView *self, const VwPlotComparisonWords *words)
{
  const VwMetrics *before = self->pair->before->summary->metrics;
  const VwMetrics *after = self->pair->after->summary->metrics;
  g_autofree char *accuracies = vw_plot_comparison_words_accuracies (words, before, after);
  g_autofree char *points = vw_plot_comparison_words_points (words, before, after);
  g_autofree char *count = vw_strings_count (vw_metrics_total (after, VW_POPULATION_ALL));
  g_autofree char *images
      = vw_plot_compose (_("of all {count} test images"), "count", count, NULL);

  gtk_label_set_text (self->accuracies, accuracies);
  gtk_label_set_text (self->images, images);
  gtk_label_set_text (self->points, points);
}

/* What only the data can tell. */
static void
show_flips (VwCompareView *self, const VwPlotComparisonWords *words)
{
  const VwComparison *comparison = self->pair->flips;
  g_autofree char *flips = NULL, *p = NULL, *verdict = NULL;

  gtk_widget_set_visible (self->p_box, comparison != NULL);
  if (comparison == NULL)
    {
      gtk_label_set_text (self->flips, _("their data are not open"));
      return;
    }
  flips = vw_plot_comparison_words_flips (words, comparison);
  p = vw_plot_comparison_words_p (words, comparison);
  verdict = vw_plot_comparison_words_verdict (words, comparison);
  gtk_label_set_text (self->flips, flips);
  gtk_label_set_text (self->p, p);
  gtk_label_set_text (self->chance, vw_plot_comparison_is_unlikely (comparison)
                                        ? _("unlikely to be chance")
                                        : _("may be chance"));
  vw_tooltip_set (self->p_box, verdict);
}

static void
show_figures (VwCompareView *self)
{
  VwPlotComparisonWords words;

  vw_words_init_comparison (&words);
  gtk_label_set_text (self->legend, words.text.legend);
  if (self->pair == NULL)
    return;
  show_accuracies (self, &words);
  show_flips (self, &words);
}

static void
show_scores (VwCompareView *self)
{
  VwScore score = gtk_drop_down_get_selected (self->score);

  vw_dumbbells_view_show (self->dumbbells, self->pair, score);
  vw_compare_report_show (self->report, self->pair, score);
}

/* Returns: (transfer full): the selected place of the matrix, with a capital at its start. */
static char *
describe_selected (VwCompareView *self, VwPlotSpot spot)
{
  VwPlotComparison comparison = current_comparison (self);
  VwPlotMatrixWords words;
  VwPlotHeatmap matrix;
  g_autofree char *text = NULL;

  vw_words_init (&words);
  matrix = vw_plot_comparison_heatmap (&comparison, &words);
  text = vw_plot_heatmap_describe (&matrix, spot);
  return text != NULL ? vw_strings_capitalize (text) : NULL;
}

static void
on_cell (VwCompareView *self)
{
  VwPlotSpot spot = vw_results_matrix_get_selected (self->matrix);
  g_autofree char *heading = self->pair != NULL ? describe_selected (self, spot) : NULL;

  vw_compare_digits_show (self->digits, self->pair, spot, heading);
}

static void
on_cell_activated (VwCompareView *self)
{
  vw_compare_digits_lead (self->digits);
}

static void
on_class (VwCompareView *self, guint class_index)
{
  vw_results_matrix_select (self->matrix, (VwPlotSpot){ (int) class_index, -1 });
}

static void
on_digit (VwCompareView *self)
{
  guint digit = 0;
  gboolean chosen = vw_compare_digits_get_chosen (self->digits, &digit);

  vw_flip_pane_show (self->flip, chosen ? self->pair : NULL, digit);
  if (chosen)
    gtk_toggle_button_set_active (self->show_digit, TRUE);
}

static void
on_details (VwCompareView *self)
{
  gboolean digit = gtk_toggle_button_get_active (self->show_digit);
  gboolean chart = gtk_toggle_button_get_active (self->show_chart);

  gtk_stack_set_visible_child_name (self->details, digit ? "digit" : chart ? "chart" : "table");
  gtk_widget_set_visible (GTK_WIDGET (self->score), !digit);
}

static void
on_choice (VwCompareView *self)
{
  self->choices.normalize = gtk_drop_down_get_selected (self->normalize) == 0
                                ? VW_PLOT_NORMALIZE_NONE
                                : VW_PLOT_NORMALIZE_TRUE;
  self->choices.range = gtk_drop_down_get_selected (self->range);
  vw_results_matrix_set_choices (self->matrix, &self->choices);
}

static void
show_problem (VwCompareView *self, gboolean few)
{
  adw_status_page_set_title (self->problem, few ? _("Nothing to Compare Yet")
                                                : _("These Runs Cannot Be Compared"));
  adw_status_page_set_description (
      self->problem,
      few ? _("Each finished training is kept as a run. Change something on the page "
               "Training and train again, then compare the two.")
          : _("They were tested on other digits: their classes, or how many there are "
               "of each, differ."));
}

static void
show_pair (VwCompareView *self)
{
  gboolean few = self->runs == NULL || g_list_model_get_n_items (self->runs) < 2;
  gboolean ready = self->pair != NULL;

  gtk_stack_set_visible_child_name (self->stack, ready ? "comparison" : "problem");
  gtk_widget_set_visible (self->runs_box, !few);
  gtk_widget_set_visible (self->figures, ready);
  gtk_widget_set_visible (self->export_box, ready);
  show_problem (self, few);
  vw_results_matrix_set_difference (self->matrix, ready ? self->pair->after->summary : NULL,
                                    ready ? self->pair->before->summary : NULL);
  show_figures (self);
  show_scores (self);
  on_cell (self);
}

static void
on_runs (VwCompareView *self)
{
  VwRun *before = get_run (self->before), *after = get_run (self->after);
  gboolean enough = self->runs != NULL && g_list_model_get_n_items (self->runs) >= 2;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* being mapped asks again */
  g_clear_pointer (&self->pair, vw_run_pair_unref);
  if (enough && before != NULL && after != NULL)
    self->pair = vw_run_pair_new (before, after, vw_session_get_dataset (self->session));
  show_pair (self);
}

static void
on_swap (VwCompareView *self)
{
  guint before = gtk_drop_down_get_selected (self->before);

  gtk_drop_down_set_selected (self->before, gtk_drop_down_get_selected (self->after));
  gtk_drop_down_set_selected (self->after, before);
}

static guint
position_of (VwCompareView *self, VwPastRun *wanted)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->runs); i++)
    {
      g_autoptr (VwPastRun) past = g_list_model_get_item (self->runs, i);

      if (past == wanted)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
vw_compare_view_choose (VwCompareView *self, VwPastRun *before, VwPastRun *after)
{
  guint n = g_list_model_get_n_items (self->runs);

  g_return_if_fail (VW_IS_COMPARE_VIEW (self));
  if (before != NULL && after != NULL)
    {
      gtk_drop_down_set_selected (self->before, position_of (self, before));
      gtk_drop_down_set_selected (self->after, position_of (self, after));
    }
  else if (n >= 2
           && gtk_drop_down_get_selected (self->before) == gtk_drop_down_get_selected (self->after))
    {
      gtk_drop_down_set_selected (self->before, n - 2);
      gtk_drop_down_set_selected (self->after, n - 1);
    }
}

/* Returns: (nullable): a button pressed by key is clicked a moment later, and there may be nothing to
   export any more. */
static VwPaper *
make_paper (VwCompareView *self)
{
  VwPlotComparison comparison;

  if (self->pair == NULL)
    return NULL;
  comparison = current_comparison (self);
  return vw_compare_paper_new (self->pair, &comparison);
}

static void
on_copy (VwCompareView *self)
{
  g_autoptr (VwPaper) paper = make_paper (self);

  if (paper != NULL)
    vw_sheet_copy (GTK_WIDGET (self), self->copy_job,
                   vw_paper_make_sheet (paper, VW_PLOT_COMPARISON_DIFFERENCE, NULL));
}

static void
on_export (VwCompareView *self)
{
  g_autoptr (VwPaper) paper = make_paper (self);

  if (paper != NULL)
    vw_export_dialog_present (GTK_WIDGET (self), paper);
}

static void
on_close (VwCompareView *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
apply_narrow (gpointer data, gboolean narrow)
{
  VwCompareView *self = data;
  GtkWidget *wide_only[] = { self->normalize_label, self->range_label, self->points_box,
                             GTK_WIDGET (self->chance), GTK_WIDGET (self->images) };

  for (guint i = 0; i < G_N_ELEMENTS (wide_only); i++)
    gtk_widget_set_visible (wide_only[i], !narrow);
  vw_compare_digits_set_narrow (self->digits, narrow);
  gtk_widget_set_size_request (self->side, narrow ? 290 : 436, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->details), -1, narrow ? 204 : 272);
}

/* A run more or less: the last two, unless two are chosen already. */
static void
on_runs_changed (VwCompareView *self)
{
  vw_compare_view_choose (self, NULL, NULL);
  on_runs (self);
}

void
vw_compare_view_set_runs (VwCompareView *self, VwSession *session, GListModel *runs)
{
  g_return_if_fail (VW_IS_COMPARE_VIEW (self));
  g_set_object (&self->session, session);
  g_set_object (&self->runs, runs);
  vw_compare_digits_set_session (self->digits, session);
  gtk_drop_down_set_model (self->before, runs);
  gtk_drop_down_set_model (self->after, runs);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (on_runs), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (runs, "items-changed", G_CALLBACK (on_runs_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_runs), NULL);
}

static void
vw_compare_view_dispose (GObject *object)
{
  VwCompareView *self = VW_COMPARE_VIEW (object);

  if (self->copy_job != NULL)
    vw_job_cancel (self->copy_job);
  g_clear_object (&self->copy_job);
  g_clear_pointer (&self->pair, vw_run_pair_unref);
  g_clear_object (&self->runs);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_compare_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, VwCompareView, name)
  BIND (scroller);
  BIND (before);
  BIND (after);
  BIND (runs_box);
  BIND (figures);
  BIND (export_box);
  BIND (accuracies);
  BIND (images);
  BIND (points);
  BIND (flips);
  BIND (p);
  BIND (chance);
  BIND (points_box);
  BIND (p_box);
  BIND (stack);
  BIND (problem);
  BIND (normalize);
  BIND (range);
  BIND (score);
  BIND (normalize_label);
  BIND (range_label);
  BIND (matrix);
  BIND (side);
  BIND (digits);
  BIND (show_digit);
  BIND (show_chart);
  BIND (details);
  BIND (flip);
  BIND (legend);
  BIND (dumbbells);
  BIND (report);
#undef BIND
}

static void
vw_compare_view_class_init (VwCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (VW_TYPE_PAST_RUN);
  g_type_ensure (VW_TYPE_RESULTS_MATRIX);
  g_type_ensure (VW_TYPE_COMPARE_DIGITS);
  g_type_ensure (VW_TYPE_COMPARE_REPORT);
  g_type_ensure (VW_TYPE_DUMBBELLS_VIEW);
  g_type_ensure (VW_TYPE_FLIP_PANE);
  G_OBJECT_CLASS (klass)->dispose = vw_compare_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/compare-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_runs);
  gtk_widget_class_bind_template_callback (widget_class, on_swap);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_cell);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_class);
  gtk_widget_class_bind_template_callback (widget_class, on_digit);
  gtk_widget_class_bind_template_callback (widget_class, on_details);
  gtk_widget_class_bind_template_callback (widget_class, show_scores);
  closed_signal = g_signal_new ("closed", VW_TYPE_COMPARE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
vw_compare_view_init (VwCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->copy_job = vw_job_new ();
  vw_breakpoint_add (self->scroller, NARROW, apply_narrow, self);
  on_choice (self);
  on_details (self);
}
