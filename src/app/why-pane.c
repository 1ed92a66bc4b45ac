/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/why-pane.h"

#include "app/class-watch.h"
#include "app/distribution-pane.h"
#include "app/focus.h"
#include "app/funnel-view.h"
#include "app/live-settings.h"
#include "app/strings.h"
#include "app/tooltip.h"
#include "text/error-text.h"
#include "text/class-text.h"
#include "text/reason-text.h"
#include "text/remedy-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define LEAST_COMPARISON 2 /* lines */

struct _VwWhyPane {
  GtkBox parent_instance;

  VwInspector *inspector;
  VwClassWatch *watch;
  GtkLabel *count, *sentence, *arithmetic, *comparison, *remedy_label, *no_remedy;
  GtkWidget *remedy_box, *remedy;
  GtkWidget *funnel_box;
  VwFunnelView *funnel;
  VwLiveSettings *settings;
  VwDistributionPane *distribution;
};

G_DEFINE_FINAL_TYPE (VwWhyPane, vw_why_pane, GTK_TYPE_BOX)

/* @text: (transfer full) (nullable): hides the label */
static void
set_text (GtkLabel *label, char *text)
{
  g_autofree char *kept = text != NULL ? vw_strings_keep_together (text) : NULL;

  gtk_label_set_text (label, kept != NULL ? kept : "");
  gtk_widget_set_visible (GTK_WIDGET (label), kept != NULL);
  g_free (text);
}

static void
show_reason (VwWhyPane *self, const VwInspection *seen)
{
  guint n = seen->frame.n_keypoints;
  g_autofree char *number = vw_strings_count (n);

  set_text (self->count, g_strdup_printf (ngettext ("%s keypoint", "%s keypoints", n), number));
  set_text (self->sentence, vw_reason_sentence (&seen->reason));
  set_text (self->arithmetic, vw_reason_arithmetic (&seen->reason));
}

/* @action: (transfer full). What comes of it stays on one line. */
static char *
keep_outcome_together (char *action)
{
  const char *outcome = strstr (action, "→");
  g_autoptr (GString) text = g_string_new (outcome);

  g_string_replace (text, " ", "\302\240", 0);
  g_string_prepend_len (text, action, outcome - action);
  g_free (action);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The best is a button, and what else would help its tooltip: the pane is short of height. */
static void
show_remedies (VwWhyPane *self, const VwRemedies *remedies)
{
  g_autofree char *others = vw_remedies_sentence (remedies);

  vw_focus_show (self->remedy, remedies->n > 0);
  if (remedies->n > 0)
    {
      set_text (self->remedy_label,
                keep_outcome_together (vw_remedy_action (&remedies->found[0])));
      vw_tooltip_set (self->remedy, others);
      g_clear_pointer (&others, g_free);
    }
  set_text (self->no_remedy, g_steal_pointer (&others));
}

/* Keeps the place for what is still being found out: as many lines as there were. */
static void
reserve_comparison (VwWhyPane *self)
{
  int lines = pango_layout_get_line_count (gtk_label_get_layout (self->comparison));
  g_autoptr (GString) blank = g_string_new ("\302\240");

  for (int i = 1; i < MAX (lines, LEAST_COMPARISON); i++)
    g_string_append (blank, "\n\302\240");
  set_text (self->comparison, g_strdup (blank->str));
  gtk_widget_add_css_class (GTK_WIDGET (self->comparison), "vw-pending");
}

static void
show_comparison (VwWhyPane *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  const VwClassAverages *averages = vw_class_watch_get_averages (self->watch);
  gboolean labelled = seen != NULL && seen->dataset != NULL; /* which a guest is not */
  guint label = labelled ? vw_dataset_get_labels (seen->dataset, seen->split)[seen->index] : 0;

  if (!labelled)
    set_text (self->comparison, NULL);
  else if (averages == NULL || label >= averages->n_classes) /* or still of the data before */
    reserve_comparison (self);
  else
    {
      set_text (self->comparison,
                vw_class_sentence (averages, label, vw_inspection_get_label (seen)));
      gtk_widget_remove_css_class (GTK_WIDGET (self->comparison), "vw-pending");
    }
}

static void
on_remedy (VwWhyPane *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  VwParameters settings;

  if (seen == NULL || seen->remedies.n == 0)
    return;
  settings = seen->parameters;
  vw_parameter_set (&settings, seen->remedies.found[0].info, seen->remedies.found[0].value);
  vw_session_try_settings (vw_inspector_get_session (self->inspector), &settings);
}

static void
on_inspected (VwWhyPane *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  const GError *error = vw_inspector_get_error (self->inspector);

  gtk_widget_set_visible (self->funnel_box,
                          seen != NULL && seen->reason.code != VW_REASON_UNKNOWN);
  vw_focus_show (self->remedy_box, seen != NULL && seen->remedies.wanted);
  show_comparison (self);
  if (seen != NULL)
    {
      show_reason (self, seen);
      show_remedies (self, &seen->remedies);
      return;
    }
  set_text (self->count, error != NULL ? g_strdup (_("No keypoints")) : NULL);
  set_text (self->sentence, error != NULL ? vw_error_sentence (error) : NULL);
  set_text (self->arithmetic, NULL);
}

void
vw_why_pane_set_inspector (VwWhyPane *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_WHY_PANE (self));
  g_set_object (&self->inspector, inspector);
  vw_funnel_view_set_inspector (self->funnel, inspector);
  self->watch = vw_class_watch_new (vw_inspector_get_session (inspector));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show_comparison), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (on_inspected), self,
                           G_CONNECT_SWAPPED);
  on_inspected (self);
}

void
vw_why_pane_set_session (VwWhyPane *self, VwSession *session, VwDigitCounts *counts)
{
  g_return_if_fail (VW_IS_WHY_PANE (self));
  vw_live_settings_set_session (self->settings, session);
  vw_distribution_pane_follow (self->distribution, session, self->inspector, counts);
}

static void
vw_why_pane_dispose (GObject *object)
{
  VwWhyPane *self = VW_WHY_PANE (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->inspector);
  G_OBJECT_CLASS (vw_why_pane_parent_class)->dispose (object);
}

static void
vw_why_pane_class_init (VwWhyPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_why_pane_dispose;
  g_type_ensure (VW_TYPE_DISTRIBUTION_PANE);
  g_type_ensure (VW_TYPE_FUNNEL_VIEW);
  g_type_ensure (VW_TYPE_LIVE_SETTINGS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/visualwords/VisualWords/why-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, count);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, sentence);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, arithmetic);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, comparison);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, remedy_box);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, remedy);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, remedy_label);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, no_remedy);
  gtk_widget_class_bind_template_callback (widget_class, on_remedy);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, funnel_box);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, funnel);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, settings);
  gtk_widget_class_bind_template_child (widget_class, VwWhyPane, distribution);
}

static void
vw_why_pane_init (VwWhyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
