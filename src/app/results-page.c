/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/results-page.h"

#include "app/breakpoint.h"
#include "app/compare-view.h"
#include "app/export-dialog.h"
#include "app/matrix-paper.h"
#include "app/results-digits.h"
#include "app/results-matrix.h"
#include "app/results-report.h"
#include "app/sheet-copy.h"
#include "app/strings.h"
#include "app/words.h"
#include "core/presets.h"
#include "text/language.h"

#include <glib/gi18n.h>

#define NARROW 1100 /* px at a text scale of 1; below, digits and report take turns and labels go */

struct _VwResultsPage {
  AdwBin parent_instance;
  VwSession *session;
  VwJob *copy_job;
  VwMatrixChoices choices;
  gboolean narrow;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *run_name, *run_data;
  GtkLabel *all_figure, *all_caption, *some_figure, *some_caption, *f1_figure;
  GtkWidget *f1_box;
  GtkDropDown *normalize, *map, *range, *population;
  GtkWidget *normalize_label, *map_label, *range_label;
  GtkCheckButton *hide_diagonal;
  GtkWidget *more_button;
  VwResultsMatrix *matrix;
  GtkWidget *side, *side_switch, *report_box;
  GtkToggleButton *show_digits;
  GtkWidget *side_separator;
  VwResultsDigits *digits;
  VwResultsReport *report;
  VwCompareView *compare;
  gboolean comparing;
};

G_DEFINE_FINAL_TYPE (VwResultsPage, vw_results_page, ADW_TYPE_BIN)

static char *
format_accuracy (const VwMetrics *metrics, VwPopulation population)
{
  return vw_plot_format_percent (vw_plot_numbers_for (vw_language ()),
                                 vw_metrics_accuracy (metrics, population), 2, FALSE);
}

/* @pattern: with {count}: how many images the population has */
static char *
format_population (const VwMetrics *metrics, VwPopulation population, const char *pattern)
{
  g_autofree char *count = vw_plot_format_count (vw_plot_numbers_for (vw_language ()),
                                                 vw_metrics_total (metrics, population), FALSE);

  return vw_plot_compose (pattern, "count", count, NULL);
}

static void
show_figures (VwResultsPage *self, const VwMetrics *metrics)
{
  g_autofree char *all = format_accuracy (metrics, VW_POPULATION_ALL);
  g_autofree char *some = format_accuracy (metrics, VW_POPULATION_WITH_KEYPOINTS);
  g_autofree char *all_caption
      = format_population (metrics, VW_POPULATION_ALL, _("of all {count} test images"));
  g_autofree char *some_caption = format_population (metrics, VW_POPULATION_WITH_KEYPOINTS,
                                                     _("of the {count} with keypoints"));
  VwScores mean = vw_metrics_macro_average (metrics, self->choices.population);
  g_autofree char *f1 = vw_plot_format_decimal (vw_plot_numbers_for (vw_language ()), mean.f1,
                                                3, FALSE);

  gtk_label_set_text (self->all_figure, all);
  gtk_label_set_text (self->some_figure, some);
  gtk_label_set_text (self->all_caption, all_caption);
  gtk_label_set_text (self->some_caption, some_caption);
  gtk_label_set_text (self->f1_figure, f1);
}

/* Whether the digits that the model was tested with are at hand. */
static const char *
describe_data (VwResultsPage *self)
{
  if (vw_session_get_predictions (self->session) != NULL)
    return _("tested on the open data");
  return vw_session_get_dataset (self->session) != NULL ? _("made from other data")
                                                        : _("its data are not open");
}

static void
show_name (VwResultsPage *self, const VwModel *model)
{
  const VwPreset *preset = vw_preset_matching (&model->parameters);

  gtk_label_set_text (self->run_name, preset != NULL ? _(preset->label) : _("Own settings"));
  gtk_label_set_text (self->run_data, describe_data (self));
}

static void
on_chosen (VwResultsPage *self)
{
  VwModel *model = vw_session_get_model (self->session);
  VwPlotSpot spot = vw_results_matrix_get_selected (self->matrix);
  VwPlotMatrixWords words;
  VwPlotHeatmap matrix;
  g_autofree char *text = NULL;
  g_autofree char *heading = NULL;

  if (model != NULL)
    {
      vw_words_init (&words);
      matrix = vw_matrix_choices_heatmap (&self->choices, model, &words);
      text = vw_plot_heatmap_describe (&matrix, spot);
    }
  heading = vw_strings_capitalize (text != NULL ? text : "");
  vw_results_digits_show (self->digits, spot, heading);
}

static void
show_report (VwResultsPage *self)
{
  vw_results_report_show (self->report, vw_session_get_model (self->session),
                          self->choices.population);
}

static void
show_what_is_wished (VwResultsPage *self)
{
  const char *alone = vw_session_get_model (self->session) != NULL ? "results" : "empty";

  gtk_stack_set_visible_child_name (self->stack, self->comparing ? "compare" : alone);
}

void
vw_results_page_compare (VwResultsPage *self, VwPastRun *before, VwPastRun *after)
{
  g_return_if_fail (VW_IS_RESULTS_PAGE (self));
  vw_compare_view_choose (self->compare, before, after);
  self->comparing = TRUE;
  show_what_is_wished (self);
}

static void
on_compare (VwResultsPage *self)
{
  vw_results_page_compare (self, NULL, NULL);
}

static void
on_compared (VwResultsPage *self)
{
  self->comparing = FALSE;
  show_what_is_wished (self);
}

/* Being mapped asks for everything again. Until then the digits would be asked what another model
   makes of them, or be looked for in other data. */
static gboolean
is_hidden (VwResultsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  vw_results_digits_show (self->digits, VW_PLOT_NOWHERE, NULL);
  return TRUE;
}

static void
on_model_changed (VwResultsPage *self)
{
  VwModel *model = vw_session_get_model (self->session);

  if (is_hidden (self))
    return;
  show_what_is_wished (self);
  vw_results_matrix_set_model (self->matrix, model);
  show_report (self);
  on_chosen (self);
  if (model == NULL)
    return;
  show_name (self, model);
  show_figures (self, model->metrics);
}

static void
on_dataset_changed (VwResultsPage *self)
{
  VwModel *model = vw_session_get_model (self->session);

  if (is_hidden (self))
    return;
  if (model != NULL)
    show_name (self, model);
  on_chosen (self);
}

static void
on_choice (VwResultsPage *self)
{
  VwModel *model = self->session != NULL ? vw_session_get_model (self->session) : NULL;
  VwPopulation population = gtk_drop_down_get_selected (self->population);
  gboolean other_images = population != self->choices.population;

  self->choices.normalize = gtk_drop_down_get_selected (self->normalize);
  self->choices.map = gtk_drop_down_get_selected (self->map);
  self->choices.range = gtk_drop_down_get_selected (self->range);
  self->choices.hide_diagonal = gtk_check_button_get_active (self->hide_diagonal);
  self->choices.population = population;
  vw_results_matrix_set_choices (self->matrix, &self->choices);
  if (model == NULL)
    return;
  if (other_images)
    show_report (self);
  show_figures (self, model->metrics);
  on_chosen (self);
}

static void
on_matrix_activate (VwResultsPage *self)
{
  vw_results_digits_lead (self->digits);
}

static void
on_report_row (VwResultsPage *self, guint class_index)
{
  vw_results_matrix_select (self->matrix, (VwPlotSpot) { class_index, -1 });
}

static void
on_copy (VwResultsPage *self)
{
  VwModel *model = vw_session_get_model (self->session);
  g_autoptr (VwPaper) paper = NULL;

  if (model == NULL)
    return;
  paper = vw_matrix_paper_new (model, &self->choices);
  vw_sheet_copy (GTK_WIDGET (self), self->copy_job, vw_paper_make_sheet (paper, 0, NULL));
}

static void
on_copy_report (VwResultsPage *self)
{
  VwModel *model = vw_session_get_model (self->session);
  g_autoptr (VwTable) table = NULL;
  g_autofree char *text = NULL;
  VwPlotMatrixWords words;
  VwReport report;

  if (model == NULL)
    return;
  vw_words_init (&words);
  report = (VwReport) { model->metrics, (const char *const *) model->class_names, &words.report,
                        self->choices.population };
  table = vw_report_scores (&report);
  text = vw_table_format (table, VW_TABLE_MARKDOWN);
  vw_copy_text (GTK_WIDGET (self), text);
}

static void
on_export (VwResultsPage *self)
{
  VwModel *model = vw_session_get_model (self->session);
  g_autoptr (VwPaper) paper = NULL;

  if (model == NULL)
    return;
  paper = vw_matrix_paper_new (model, &self->choices);
  vw_export_dialog_present (GTK_WIDGET (self), paper);
}

/* One at a time when there is no room for both. */
static void
update_side (VwResultsPage *self)
{
  gboolean digits = gtk_toggle_button_get_active (self->show_digits);

  gtk_widget_set_visible (self->side_switch, self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->digits), !self->narrow || digits);
  gtk_widget_set_visible (self->report_box, !self->narrow || !digits);
  gtk_widget_set_visible (self->side_separator, !self->narrow);
  gtk_widget_set_vexpand (self->report_box, self->narrow);
}

static void
apply_narrow (gpointer data, gboolean narrow)
{
  VwResultsPage *self = data;
  GtkWidget *labels[] = { self->normalize_label, self->map_label, self->range_label, self->f1_box,
                          GTK_WIDGET (self->hide_diagonal) };

  self->narrow = narrow;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_widget_set_visible (labels[i], !narrow);
  gtk_widget_set_visible (self->more_button, narrow);
  vw_results_digits_set_narrow (self->digits, narrow);
  vw_results_report_set_narrow (self->report, narrow);
  show_report (self);
  gtk_widget_set_size_request (self->side, narrow ? 262 : 436, -1);
  update_side (self);
}

static void
vw_results_page_dispose (GObject *object)
{
  VwResultsPage *self = VW_RESULTS_PAGE (object);

  if (self->copy_job != NULL)
    vw_job_cancel (self->copy_job);
  g_clear_object (&self->copy_job);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_results_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, VwResultsPage, name)
  BIND (stack);
  BIND (scroller);
  BIND (run_name);
  BIND (run_data);
  BIND (all_figure);
  BIND (all_caption);
  BIND (some_figure);
  BIND (some_caption);
  BIND (f1_figure);
  BIND (f1_box);
  BIND (normalize);
  BIND (map);
  BIND (range);
  BIND (population);
  BIND (normalize_label);
  BIND (map_label);
  BIND (range_label);
  BIND (hide_diagonal);
  BIND (more_button);
  BIND (matrix);
  BIND (side);
  BIND (side_switch);
  BIND (side_separator);
  BIND (report_box);
  BIND (show_digits);
  BIND (digits);
  BIND (report);
  BIND (compare);
#undef BIND
}

static void
vw_results_page_class_init (VwResultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (VW_TYPE_COMPARE_VIEW);
  g_type_ensure (VW_TYPE_RESULTS_MATRIX);
  g_type_ensure (VW_TYPE_RESULTS_DIGITS);
  g_type_ensure (VW_TYPE_RESULTS_REPORT);
  G_OBJECT_CLASS (klass)->dispose = vw_results_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/results-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_matrix_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_report_row);
  gtk_widget_class_bind_template_callback (widget_class, on_compare);
  gtk_widget_class_bind_template_callback (widget_class, on_compared);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_report);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, update_side);
}

static void
vw_results_page_init (VwResultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->copy_job = vw_job_new ();
  vw_breakpoint_add (self->scroller, NARROW, apply_narrow, self);
}

GtkWidget *
vw_results_page_new (VwSession *session, GListModel *runs)
{
  VwResultsPage *self = g_object_new (VW_TYPE_RESULTS_PAGE, NULL);

  self->session = g_object_ref (session);
  vw_results_digits_set_session (self->digits, session);
  vw_compare_view_set_runs (self->compare, session, runs);
  on_choice (self);
  g_signal_connect_object (session, "notify::model", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (on_dataset_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_model_changed), NULL);
  return GTK_WIDGET (self);
}
