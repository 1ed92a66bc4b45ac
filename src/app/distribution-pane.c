/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/distribution-pane.h"

#include "app/distribution-view.h"
#include "app/strings.h"

#include <glib/gi18n.h>

struct _VwDistributionPane {
  GtkBox parent_instance;

  VwSession *session;
  VwDigitCounts *counts;
  GtkLabel *state;
  VwDistributionView *view;
};

G_DEFINE_FINAL_TYPE (VwDistributionPane, vw_distribution_pane, GTK_TYPE_BOX)

/* Returns: (transfer full): "10,000 digits", or how far counting is */
static char *
describe_state (VwDistributionPane *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  g_autofree char *number = NULL;
  guint n;

  if (dataset == NULL)
    return g_strdup ("");
  if (vw_digit_counts_is_running (self->counts))
    {
      number = vw_strings_percent (vw_digit_counts_get_fraction (self->counts), 0);
      return g_strdup_printf (_("counting… %s"), number);
    }
  if (!vw_digit_counts_are_complete (self->counts))
    return g_strdup (_("not with these settings"));
  n = vw_dataset_get_count (dataset, vw_session_get_split (self->session));
  number = vw_strings_count (n);
  return g_strdup_printf (ngettext ("%s digit", "%s digits", n), number);
}

static void
on_counted (VwDistributionPane *self)
{
  g_autofree char *text = describe_state (self);

  gtk_label_set_text (self->state, text);
}

void
vw_distribution_pane_follow (VwDistributionPane *self, VwSession *session, VwInspector *inspector,
                             VwDigitCounts *counts)
{
  g_return_if_fail (VW_IS_DISTRIBUTION_PANE (self) && self->session == NULL);
  self->session = g_object_ref (session);
  self->counts = g_object_ref (counts);
  vw_distribution_view_follow (self->view, session, inspector, counts);
  g_signal_connect_object (counts, "changed", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  on_counted (self);
}

static void
vw_distribution_pane_dispose (GObject *object)
{
  VwDistributionPane *self = VW_DISTRIBUTION_PANE (object);

  g_clear_object (&self->counts);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_distribution_pane_parent_class)->dispose (object);
}

static void
vw_distribution_pane_class_init (VwDistributionPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_distribution_pane_dispose;
  g_type_ensure (VW_TYPE_DISTRIBUTION_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/distribution-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VwDistributionPane, state);
  gtk_widget_class_bind_template_child (widget_class, VwDistributionPane, view);
}

static void
vw_distribution_pane_init (VwDistributionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
