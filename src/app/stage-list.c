/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/stage-list.h"

#include "app/strings.h"
#include "app/training-texts.h"

#include <glib/gi18n.h>

#define BAR_WIDTH 232

typedef struct {
  GtkWidget *row;
  GtkStack *state;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkLabel *name, *detail;
  GtkProgressBar *bar;
  GtkLabel *seconds, *cpu, *memory;
} Row;

struct _VwStageList {
  AdwBin parent_instance;

  VwSession *session;
  VwTrainingJob *training;
  Row rows[VW_N_STAGES];
  gboolean narrow, tight;
};

G_DEFINE_FINAL_TYPE (VwStageList, vw_stage_list, ADW_TYPE_BIN)

static void
set_figures (Row *row, const VwStageRecord *record, gboolean dim)
{
  GtkLabel *labels[] = { row->cpu, row->memory };
  g_autofree char *cpu = record != NULL ? vw_strings_decimal (record->cpu_percent, 0) : NULL;
  g_autofree char *memory = record != NULL ? vw_strings_decimal (record->peak_mb, 0) : NULL;

  gtk_label_set_text (row->cpu, cpu != NULL ? cpu : "");
  gtk_label_set_text (row->memory, memory != NULL ? memory : "");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (dim)
      gtk_widget_add_css_class (GTK_WIDGET (labels[i]), "dim-label");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (labels[i]), "dim-label");
}

static void
set_seconds (Row *row, double seconds, gboolean guess)
{
  g_autofree char *number = vw_strings_decimal (guess ? MAX (seconds, 0.1) : seconds, 1);
  g_autofree char *text = g_strconcat (!guess           ? ""
                                       : seconds < 0.05 ? "<\u202f"
                                                        : "≈\u202f",
                                       number, NULL);

  gtk_label_set_text (row->seconds, text);
}

static void
set_state (Row *row, gboolean done, gboolean working)
{
  gtk_image_set_from_icon_name (row->icon, done ? "object-select-symbolic" : "vw-pending-symbolic");
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (row->icon), "success");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->icon), "success");
  gtk_stack_set_visible_child (row->state,
                               working ? GTK_WIDGET (row->spinner) : GTK_WIDGET (row->icon));
  gtk_spinner_set_spinning (row->spinner, working);
}

/* Where there is little room a bar takes the place of the words. */
static void
show_bar (VwStageList *self, Row *row, gboolean shown)
{
  gboolean alone = self->tight || (self->narrow && shown);

  gtk_widget_set_visible (GTK_WIDGET (row->bar), shown);
  gtk_widget_set_visible (GTK_WIDGET (row->detail), !alone);
  gtk_widget_set_hexpand (GTK_WIDGET (row->name), alone);
}

static void
show_work (Row *row, VwStage stage, VwDataset *dataset, const VwParameters *parameters)
{
  g_autofree char *work = vw_training_texts_work (dataset, parameters, stage);

  gtk_label_set_text (row->detail, work);
}

/* @text: (transfer full): what a stage has made, or, when @kept, had made for an earlier run. */
static void
show_product (Row *row, char *text, gboolean kept)
{
  g_autofree char *product = text;
  g_autofree char *note = g_strdup_printf (_("kept · %s"), product);

  gtk_label_set_text (row->detail, kept ? note : product);
}

/* What came of a stage, or what the next run will do with it. */
static void
show_plan (VwStageList *self, VwStage stage)
{
  Row *row = &self->rows[stage];
  VwDataset *dataset = vw_session_get_dataset (self->session);
  const VwParameters *parameters = vw_session_get_parameters (self->session);
  const VwStageRecord *measured = vw_training_job_get_measured (self->training, stage);
  gboolean kept = vw_training_job_has_kept (self->training, stage);

  set_state (row, kept, FALSE);
  show_bar (self, row, FALSE);
  if (kept)
    show_product (row,
                  vw_training_texts_made (dataset, parameters, stage,
                                          vw_training_job_get_made (self->training, stage)),
                  stage != VW_STAGE_LOAD && vw_training_job_count_missing (self->training) > 0);
  else
    show_work (row, stage, dataset, parameters);
  if (dataset == NULL)
    gtk_label_set_text (row->seconds, "");
  else if (kept && measured != NULL)
    set_seconds (row, measured->seconds, FALSE);
  else if (stage != VW_STAGE_LOAD)
    set_seconds (row, vw_training_job_estimate (self->training, stage), TRUE);
  set_figures (row, measured, TRUE);
}

static void
show_expectation (VwStageList *self, Row *row, VwStage stage)
{
  g_autofree char *text
      = vw_training_texts_about (vw_training_job_estimate (self->training, stage));

  gtk_label_set_text (row->detail, text);
}

/* What the run under way has done of a stage. */
static void
show_progress (VwStageList *self, VwStage stage)
{
  Row *row = &self->rows[stage];
  const VwStageRecord *record = &vw_training_job_get_records (self->training)[stage];
  VwDataset *dataset = vw_training_job_get_dataset (self->training);
  const VwParameters *parameters = vw_training_job_get_parameters (self->training);
  double fraction;
  VwStage current = vw_training_job_get_stage (self->training, &fraction);
  gboolean working = stage == current && !record->finished;
  gboolean begun = working || record->finished;

  set_state (row, record->finished, working);
  show_bar (self, row, TRUE);
  gtk_progress_bar_set_fraction (row->bar, record->finished ? 1 : working ? fraction : 0);
  gtk_widget_set_opacity (GTK_WIDGET (row->bar), record->finished ? .45 : 1);
  if (record->finished)
    show_product (row, vw_training_texts_made (dataset, parameters, stage, record->made),
                  record->reused);
  else if (working)
    show_work (row, stage, dataset, parameters);
  else
    show_expectation (self, row, stage);
  if (begun)
    set_seconds (row, record->seconds, FALSE);
  else
    gtk_label_set_text (row->seconds, "");
  set_figures (row, begun ? record : NULL, FALSE);
}

static void
refresh (VwStageList *self)
{
  gboolean running = vw_training_job_is_running (self->training);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* being mapped asks again */
  for (VwStage stage = 0; stage < VW_N_STAGES; stage++)
    if (running)
      show_progress (self, stage);
    else
      show_plan (self, stage);
}

static GtkLabel *
add_label (GtkBox *box, int width, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (label, width, -1);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_state (Row *row, GtkBox *box)
{
  GtkWidget *state = gtk_stack_new ();

  row->state = GTK_STACK (state);
  row->icon = GTK_IMAGE (gtk_image_new ());
  row->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_stack_add_child (row->state, GTK_WIDGET (row->icon));
  gtk_stack_add_child (row->state, GTK_WIDGET (row->spinner));
  gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
  gtk_box_append (box, state);
}

static void
add_bar (Row *row, GtkBox *box, VwStage stage)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  row->bar = GTK_PROGRESS_BAR (bar);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
  gtk_widget_add_css_class (bar, "vw-stage-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vw_training_texts_stage (stage), -1);
  gtk_box_append (box, bar);
}

static GtkWidget *
new_row (VwStageList *self, VwStage stage)
{
  Row *row = &self->rows[stage];
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkBox *box = GTK_BOX (content);

  row->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vw_training_texts_stage (stage), -1);
  add_state (row, box);
  row->name = add_label (box, 104, 0); /* "Histogrammes" */
  gtk_label_set_text (row->name, vw_training_texts_stage (stage));
  row->detail = add_label (box, -1, 0);
  gtk_label_set_ellipsize (row->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (row->detail), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row->detail), "dim-label");
  add_bar (row, box, stage);
  row->seconds = add_label (box, 62, 1);
  row->cpu = add_label (box, 62, 1);
  row->memory = add_label (box, 76, 1);
  return row->row;
}

static GtkWidget *
new_captions (void)
{
  GtkWidget *captions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkBox *box = GTK_BOX (captions);
  GtkLabel *labels[] = { add_label (box, -1, 0), add_label (box, 62, 1), add_label (box, 62, 1),
                         add_label (box, 76, 1) };
  const char *const texts[] = { _("Stage"), _("Time, s"), _("CPU, %"), _("Memory, MB") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_text (labels[i], texts[i]);
      gtk_widget_add_css_class (GTK_WIDGET (labels[i]), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (labels[i]), "dim-label");
    }
  gtk_widget_set_hexpand (GTK_WIDGET (labels[0]), TRUE);
  gtk_widget_add_css_class (captions, "vw-captions");
  return captions;
}

void
vw_stage_list_set_narrow (VwStageList *self, gboolean narrow)
{
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  for (VwStage stage = 0; stage < VW_N_STAGES; stage++)
    {
      gtk_widget_set_size_request (GTK_WIDGET (self->rows[stage].bar), narrow ? 48 : BAR_WIDTH, -1);
      gtk_widget_set_hexpand (GTK_WIDGET (self->rows[stage].bar), narrow);
      if (narrow)
        gtk_widget_add_css_class (GTK_WIDGET (self->rows[stage].detail), "caption");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->rows[stage].detail), "caption");
    }
  refresh (self);
}

void
vw_stage_list_set_tight (VwStageList *self, gboolean tight)
{
  self->tight = tight;
  refresh (self);
}

GtkWidget *
vw_stage_list_new (VwSession *session, VwTrainingJob *training)
{
  VwStageList *self = g_object_new (VW_TYPE_STAGE_LIST, NULL);

  self->session = g_object_ref (session);
  self->training = g_object_ref (training);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::parameters", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (training, "progress", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (training, "notify::running", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
  return GTK_WIDGET (self);
}

static void
vw_stage_list_dispose (GObject *object)
{
  VwStageList *self = VW_STAGE_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->training);
  G_OBJECT_CLASS (vw_stage_list_parent_class)->dispose (object);
}

static void
vw_stage_list_class_init (VwStageListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_stage_list_dispose;
}

static void
vw_stage_list_init (VwStageList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "vw-stages");
  for (VwStage stage = 0; stage < VW_N_STAGES; stage++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (self, stage));
  gtk_box_append (GTK_BOX (box), new_captions ());
  gtk_box_append (GTK_BOX (box), list);
  adw_bin_set_child (ADW_BIN (self), box);
}
