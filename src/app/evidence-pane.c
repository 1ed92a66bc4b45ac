/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence-pane.h"

#include "app/evidence-table.h"
#include "app/strings.h"

#include <glib/gi18n.h>

#define MOST_WORDS 4 /* for and against */

struct _VwEvidencePane {
  GtkBox parent_instance;

  VwInspector *inspector;
  GtkBox *classes;
  GtkLabel *heading, *sum;
  VwEvidenceTable *table;
};

G_DEFINE_FINAL_TYPE (VwEvidencePane, vw_evidence_pane, GTK_TYPE_BOX)

static char *
format_signed (double value, int digits)
{
  return vw_plot_format_decimal (vw_strings_numbers (), value, digits, TRUE);
}

/* Returns: (transfer full) (nullable): "123 +0.39 · 10 +0.30" */
static char *
list_words (const VwEvidence *evidence, int sign)
{
  VwWordEvidence top[MOST_WORDS];
  guint n = vw_evidence_top (evidence, sign, MOST_WORDS, top);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *product = format_signed (top[i].product, 2);

      g_string_append_printf (text, "%s%u\u00a0%s", i > 0 ? " · " : "", top[i].word, product);
    }
  return g_string_free (text, n == 0);
}

static void
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
add_words (VwEvidencePane *self, const VwEvidence *evidence)
{
  g_autofree char *in_favour = list_words (evidence, 1), *against = list_words (evidence, -1);
  g_autofree char *first
      = in_favour != NULL ? g_strdup_printf (_("for: %s"), in_favour) : NULL;
  g_autofree char *second = against != NULL ? g_strdup_printf (_("against: %s"), against) : NULL;

  if (first != NULL)
    add_label (self->classes, first, "numeric");
  if (second != NULL)
    add_label (self->classes, second, "numeric");
}

/* @kind: "predicted", "label" or %NULL */
static void
add_class (VwEvidencePane *self, const VwInspection *seen, int class_index, const char *kind)
{
  g_autoptr (VwEvidence) evidence = vw_inspection_get_evidence (seen, class_index);
  const char *name = seen->model->class_names[class_index];
  g_autofree char *score = format_signed (evidence->score, 2);
  g_autofree char *what = kind != NULL ? g_strdup_printf ("%s (%s)", name, kind) : g_strdup (name);
  g_autofree char *title = g_strdup_printf (_("%s: score %s"), what, score);

  if (!evidence->trained)
    {
      add_label (self->classes, what, "heading");
      add_label (self->classes, _("It had no training digits, and is never predicted."), "dim-label");
      return;
    }
  add_label (self->classes, title, "heading");
  add_words (self, evidence);
}

static void
show_classes (VwEvidencePane *self, const VwInspection *seen, int chosen)
{
  int truth = vw_inspection_get_true_class (seen);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->classes))) != NULL)
    gtk_box_remove (self->classes, child);
  add_class (self, seen, seen->predicted, _("predicted"));
  if (truth >= 0 && truth != seen->predicted)
    add_class (self, seen, truth, _("label"));
  if (chosen != seen->predicted && chosen != truth)
    add_class (self, seen, chosen, NULL);
}

static void
show_sum (VwEvidencePane *self, const VwInspection *seen, int chosen)
{
  g_autoptr (VwEvidence) evidence = vw_inspection_get_evidence (seen, chosen);
  g_autofree char *heading
      = g_strdup_printf (_("The sum for %s"), seen->model->class_names[chosen]);
  g_autofree char *words = format_signed (evidence->score - evidence->intercept, 4);
  g_autofree char *intercept = format_signed (evidence->intercept, 4);
  g_autofree char *score = format_signed (evidence->score, 4);
  g_autofree char *sum
      = g_strdup_printf (_("words %s, intercept %s: score %s"), words, intercept, score);

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->sum, sum);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), evidence->trained);
  vw_evidence_table_show (self->table, evidence);
}

static void
refresh (VwEvidencePane *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  int chosen = vw_inspector_get_class (self->inspector);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || chosen < 0)
    return;
  show_classes (self, seen, chosen);
  show_sum (self, seen, chosen);
}

static void
vw_evidence_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vw_evidence_pane_parent_class)->map (widget);
  refresh (VW_EVIDENCE_PANE (widget));
}

void
vw_evidence_pane_set_inspector (VwEvidencePane *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_EVIDENCE_PANE (self));
  g_set_object (&self->inspector, inspector);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
vw_evidence_pane_dispose (GObject *object)
{
  g_clear_object (&VW_EVIDENCE_PANE (object)->inspector);
  G_OBJECT_CLASS (vw_evidence_pane_parent_class)->dispose (object);
}

static void
vw_evidence_pane_class_init (VwEvidencePaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_evidence_pane_dispose;
  widget_class->map = vw_evidence_pane_map;
  g_type_ensure (VW_TYPE_EVIDENCE_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VwEvidencePane, classes);
  gtk_widget_class_bind_template_child (widget_class, VwEvidencePane, heading);
  gtk_widget_class_bind_template_child (widget_class, VwEvidencePane, table);
  gtk_widget_class_bind_template_child (widget_class, VwEvidencePane, sum);
}

static void
vw_evidence_pane_init (VwEvidencePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
