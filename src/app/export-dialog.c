/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-dialog.h"

#include "app/dialogs.h"
#include "app/export-preview.h"
#include "app/job.h"
#include "app/matrix-copy.h"
#include "app/words.h"
#include "core/file-write.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* px, where the window has room for it and a margin */
#define WIDTH 1060
#define HEIGHT 700
#define MARGIN 48

/* In the order of the buttons. */
typedef enum { FORMAT_PNG, FORMAT_SVG, FORMAT_PDF, FORMAT_CSV, FORMAT_MARKDOWN, FORMAT_LATEX,
               N_FORMATS } Format;

static const struct {
  const char *suffix;
  gboolean is_table;
  int format; /* of its own kind */
} formats[N_FORMATS] = {
  { ".png", FALSE, VW_PLOT_PNG }, { ".svg", FALSE, VW_PLOT_SVG },
  { ".pdf", FALSE, VW_PLOT_PDF }, { ".csv", TRUE, VW_TABLE_CSV },
  { ".md", TRUE, VW_TABLE_MARKDOWN }, { ".tex", TRUE, VW_TABLE_LATEX },
};

/* Millimetres, in the order of the list; what is not there is of the user's own choice. */
static const double widths[] = { 85, 170 };
#define OWN_WIDTH G_N_ELEMENTS (widths)

static const char *const languages[] = { "en", "fr" };

struct _VwExportDialog {
  AdwWindow parent_instance;
  VwModel *model;
  VwMatrixChoices choices;
  VwMatrixPaper *paper;
  VwJob *write_job, *copy_job;
  gboolean filling; /* the program writes into the entries, not the user */
  GtkStack *preview_stack;
  VwExportPreview *preview;
  GtkLabel *table_preview, *size_label;
  GtkToggleButton *png, *svg, *pdf, *csv, *markdown, *latex;
  GtkWidget *paper_note, *size_group, *resolution_row, *caption_row, *title_row;
  GtkDropDown *width_preset, *language;
  GtkSpinButton *width, *resolution;
  GtkSwitch *transparent, *caption;
  GtkEditable *across_row, *down_row;
};

G_DEFINE_FINAL_TYPE (VwExportDialog, vw_export_dialog, ADW_TYPE_WINDOW)

static Format
current_format (VwExportDialog *self)
{
  GtkToggleButton *buttons[N_FORMATS]
      = { self->png, self->svg, self->pdf, self->csv, self->markdown, self->latex };

  for (guint i = 0; i < N_FORMATS; i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      return i;
  return FORMAT_PNG;
}

static VwPlotExport
current_export (VwExportDialog *self, VwPlotFormat format)
{
  return (VwPlotExport) {
    .format = format,
    .width = gtk_spin_button_get_value (self->width),
    .resolution = gtk_spin_button_get_value (self->resolution),
    .transparent = gtk_switch_get_active (self->transparent),
  };
}

/* Returns: (transfer full): the figure with what the user has set. */
static VwMatrixPaper *
make_paper (VwExportDialog *self)
{
  VwMatrixPaper *paper = vw_matrix_paper_new (
      self->model, &self->choices, languages[gtk_drop_down_get_selected (self->language)]);

  vw_matrix_paper_set_titles (paper, gtk_editable_get_text (GTK_EDITABLE (self->title_row)),
                              gtk_editable_get_text (self->down_row),
                              gtk_editable_get_text (self->across_row));
  if (!gtk_switch_get_active (self->caption))
    g_clear_pointer (&paper->caption, g_free);
  return paper;
}

static void
show_size (VwExportDialog *self, Format format)
{
  VwPlotDrawing drawing = vw_export_preview_get_drawing (self->preview);
  VwPlotExport options = current_export (self, VW_PLOT_PNG);
  g_autofree char *text = NULL;
  guint width, height;

  vw_plot_export_pixels (&drawing, &options, &width, &height);
  if (format == FORMAT_PNG)
    text = g_strdup_printf (_("%.0f × %.0f mm · %u × %u px"), options.width,
                            options.width * drawing.height / drawing.width, width, height);
  else
    text = g_strdup_printf (_("%.0f × %.0f mm"), options.width,
                            options.width * drawing.height / drawing.width);
  gtk_label_set_text (self->size_label, formats[format].is_table ? "" : text);
}

/* A table has no size and no titles, a vector graphic no resolution. */
static void
show_what_counts (VwExportDialog *self, Format format)
{
  gboolean is_table = formats[format].is_table;
  GtkWidget *of_figures[] = { self->size_group, self->title_row, GTK_WIDGET (self->across_row),
                              GTK_WIDGET (self->down_row), self->caption_row };

  gtk_stack_set_visible_child_name (self->preview_stack, is_table ? "table" : "figure");
  for (guint i = 0; i < G_N_ELEMENTS (of_figures); i++)
    gtk_widget_set_sensitive (of_figures[i], !is_table);
  gtk_widget_set_sensitive (self->resolution_row, format == FORMAT_PNG);
  gtk_widget_set_visible (self->paper_note, !is_table);
}

static void
update (VwExportDialog *self)
{
  Format format = current_format (self);
  gboolean is_table = formats[format].is_table;
  VwMatrixPaper *paper;

  if (self->model == NULL || self->filling)
    return;
  paper = make_paper (self);
  vw_export_preview_show (self->preview, paper, gtk_switch_get_active (self->transparent));
  g_clear_pointer (&self->paper, vw_matrix_paper_free);
  self->paper = paper;
  if (is_table)
    {
      g_autofree char *table = vw_matrix_paper_format_table (paper, formats[format].format);

      gtk_label_set_text (self->table_preview, table);
    }
  show_what_counts (self, format);
  show_size (self, format);
}

static void
on_width_preset (VwExportDialog *self)
{
  guint preset = gtk_drop_down_get_selected (self->width_preset);

  if (preset < OWN_WIDTH)
    gtk_spin_button_set_value (self->width, widths[preset]);
}

static void
on_width (VwExportDialog *self)
{
  double width = gtk_spin_button_get_value (self->width);
  guint preset = 0;

  while (preset < OWN_WIDTH && widths[preset] != width)
    preset++;
  gtk_drop_down_set_selected (self->width_preset, preset);
  update (self);
}

/* What the user wrote stays; what the program wrote is said in the new language. */
static void
retitle (GtkEditable *entry, const char *before, const char *after)
{
  if (before == NULL || g_str_equal (gtk_editable_get_text (entry), before))
    gtk_editable_set_text (entry, after);
}

static void
on_language (VwExportDialog *self)
{
  VwPlotMatrixWords before = { 0 }, after;

  if (self->model == NULL)
    return;
  if (self->paper != NULL)
    vw_words_init (&before, self->paper->language);
  vw_words_init (&after, languages[gtk_drop_down_get_selected (self->language)]);
  self->filling = TRUE;
  retitle (GTK_EDITABLE (self->title_row), before.title, after.title);
  retitle (self->across_row, before.heatmap.prediction, after.heatmap.prediction);
  retitle (self->down_row, before.heatmap.truth, after.heatmap.truth);
  self->filling = FALSE;
  update (self);
}

/* What a thread needs to write a file. */
typedef struct {
  VwMatrixPaper *paper;
  VwPlotExport options;
  Format format;
  char *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  vw_matrix_paper_free (self->paper);
  g_free (self->path);
  g_free (self);
}

static GBytes *
render (const Writing *writing, GError **error)
{
  char *table;

  if (!formats[writing->format].is_table)
    return vw_matrix_paper_render (writing->paper, &writing->options, error);
  table = vw_matrix_paper_format_table (writing->paper, formats[writing->format].format);
  return g_bytes_new_take (table, strlen (table));
}

static gpointer
write_file (gpointer input, const VwTask *task, GError **error)
{
  Writing *writing = input;
  g_autoptr (GBytes) bytes = render (writing, error);

  if (bytes == NULL || !vw_file_write (writing->path, bytes, error))
    return NULL;
  return g_strdup (writing->path);
}

static void
on_written (gpointer result, const GError *error, gpointer data)
{
  VwExportDialog *self = data;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (error != NULL)
    {
      vw_show_error (GTK_WINDOW (self), _("Export Failed"), error);
      return;
    }
  g_free (result);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The name stays as the user chose it; when it ends as a known format does, that is meant. */
static Format
format_of_name (const char *path, Format chosen)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < N_FORMATS; i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      return i;
  return chosen;
}

static void
on_file_chosen (const char *path, gpointer data)
{
  VwExportDialog *self = data;
  Writing *writing;
  VwJobWork work = { .run = write_file, .free_input = writing_free, .free_result = g_free,
                     .done = on_written, .data = self };

  if (path == NULL)
    return;
  writing = g_new0 (Writing, 1);
  writing->paper = make_paper (self);
  writing->format = format_of_name (path, current_format (self));
  writing->options = current_export (self, formats[writing->format].is_table
                                               ? VW_PLOT_PNG
                                               : formats[writing->format].format);
  writing->path = g_strdup (path);
  work.input = writing;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  vw_job_start (self->write_job, &work);
}

static void
on_export (VwExportDialog *self)
{
  g_autofree char *name
      /* Translators: a file's name, without spaces */
      = g_strconcat (_("confusion-matrix"), formats[current_format (self)].suffix, NULL);
  const VwFileRequest request = { .action = GTK_FILE_CHOOSER_ACTION_SAVE,
                                  .title = _("Export Confusion Matrix"), .name = name,
                                  .done = on_file_chosen, .data = self };

  vw_choose_file (GTK_WINDOW (self), &request);
}

static void
on_copy (VwExportDialog *self)
{
  Format format = current_format (self);
  g_autoptr (VwMatrixPaper) paper = make_paper (self);
  g_autofree char *table = NULL;

  if (!formats[format].is_table)
    {
      vw_matrix_copy (GTK_WIDGET (self), self->copy_job, g_steal_pointer (&paper));
      return;
    }
  table = vw_matrix_paper_format_table (paper, formats[format].format);
  vw_matrix_copy_text (GTK_WIDGET (self), table);
}

static void
vw_export_dialog_dispose (GObject *object)
{
  VwExportDialog *self = VW_EXPORT_DIALOG (object);

  if (self->write_job != NULL)
    vw_job_cancel (self->write_job);
  if (self->copy_job != NULL)
    vw_job_cancel (self->copy_job);
  g_clear_object (&self->write_job);
  g_clear_object (&self->copy_job);
  g_clear_pointer (&self->model, vw_model_unref);
  G_OBJECT_CLASS (vw_export_dialog_parent_class)->dispose (object);
}

static void
vw_export_dialog_finalize (GObject *object)
{
  /* The preview draws from it as long as it lives. */
  g_clear_pointer (&VW_EXPORT_DIALOG (object)->paper, vw_matrix_paper_free);
  G_OBJECT_CLASS (vw_export_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, VwExportDialog, name)
  BIND (preview_stack);
  BIND (preview);
  BIND (table_preview);
  BIND (size_label);
  BIND (paper_note);
  BIND (png);
  BIND (svg);
  BIND (pdf);
  BIND (csv);
  BIND (markdown);
  BIND (latex);
  BIND (size_group);
  BIND (caption_row);
  BIND (resolution_row);
  BIND (title_row);
  BIND (across_row);
  BIND (down_row);
  BIND (width_preset);
  BIND (language);
  BIND (width);
  BIND (resolution);
  BIND (transparent);
  BIND (caption);
#undef BIND
}

static void
vw_export_dialog_class_init (VwExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (VW_TYPE_EXPORT_PREVIEW);
  G_OBJECT_CLASS (klass)->dispose = vw_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vw_export_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_width_preset);
  gtk_widget_class_bind_template_callback (widget_class, on_width);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vw_export_dialog_init (VwExportDialog *self)
{
  self->write_job = vw_job_new ();
  self->copy_job = vw_job_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vw_export_dialog_present (GtkWindow *parent, VwModel *model, const VwMatrixChoices *choices)
{
  VwExportDialog *self = g_object_new (VW_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  gboolean french = g_str_has_prefix (vw_words_language (), "fr");

  /* No larger than the window that it belongs to. */
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent)) - MARGIN),
                               MIN (HEIGHT, gtk_widget_get_height (GTK_WIDGET (parent)) - MARGIN));
  self->choices = *choices;
  gtk_drop_down_set_selected (self->language, french ? 1 : 0);
  self->model = vw_model_ref (model);
  on_language (self);
  gtk_window_present (GTK_WINDOW (self));
}
