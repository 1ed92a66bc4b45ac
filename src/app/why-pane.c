/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/why-pane.h"

#include "app/distribution-pane.h"
#include "app/funnel-view.h"
#include "app/live-settings.h"
#include "app/strings.h"
#include "core/error.h"
#include "text/reason-text.h"

#include <glib/gi18n.h>

struct _VwWhyPane {
  GtkBox parent_instance;

  VwInspector *inspector;
  GtkLabel *count, *sentence, *arithmetic;
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

static const char *
translate (const char *reason)
{
  return _(reason);
}

static void
on_inspected (VwWhyPane *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  const GError *error = vw_inspector_get_error (self->inspector);

  gtk_widget_set_visible (self->funnel_box,
                          seen != NULL && seen->reason.code != VW_REASON_UNKNOWN);
  if (seen != NULL)
    {
      show_reason (self, seen);
      return;
    }
  set_text (self->count, error != NULL ? g_strdup (_("No keypoints")) : NULL);
  set_text (self->sentence, error != NULL ? vw_error_describe (error, translate) : NULL);
  set_text (self->arithmetic, NULL);
}

void
vw_why_pane_set_inspector (VwWhyPane *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_WHY_PANE (self));
  g_set_object (&self->inspector, inspector);
  vw_funnel_view_set_inspector (self->funnel, inspector);
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
  g_clear_object (&VW_WHY_PANE (object)->inspector);
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
