/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-dialog.h"

#include "app/dialogs.h"
#include "app/export-preview.h"
#include "app/focus.h"
#include "app/sheet-copy.h"
#include "app/sheet-file.h"
#include "app/toasts.h"
#include "app/strings.h"
#include "text/language.h"

#include <glib/gi18n.h>
#include <string.h>

/* px, where the window has room for it and a margin */
#define WIDTH 1060
#define HEIGHT 700
#define MARGIN 48

#define MOST_LINES 100 /* of a table: to lay thousands of them out takes seconds */

/* Millimetres, in the order of the list; what is not there is of the user's own choice. */
static const double widths[] = { 85, 170 };
#define OWN_WIDTH G_N_ELEMENTS (widths)

static const char *const languages[] = { "en", "fr" };

struct _VwExportDialog {
  AdwWindow parent_instance;
  GtkWidget *origin; /* weak: in whose window it is said what was written */
  VwPaper *paper;
  VwSheet *usual; /* with the texts that the program gives it */
  VwJob *write_job, *copy_job;
  gboolean filling; /* the program writes into the entries, not the user */
  AdwWindowTitle *heading;
  GtkStack *preview_stack;
  VwExportPreview *preview;
  GtkLabel *table_preview, *size_label;
  GtkToggleButton *png, *svg, *pdf, *csv, *markdown, *latex;
  GtkWidget *paper_note, *size_group, *resolution_row, *caption_row, *title_row;
  GtkWidget *content_row, *toasts;
  GtkDropDown *content, *width_preset, *language;
  GtkSpinButton *width, *resolution;
  GtkSwitch *transparent, *caption;
  GtkEditable *across_row, *down_row;
};

G_DEFINE_FINAL_TYPE (VwExportDialog, vw_export_dialog, ADW_TYPE_WINDOW)

static VwSheetFormat
current_format (VwExportDialog *self)
{
  GtkToggleButton *buttons[VW_N_SHEET_FORMATS] = {
    [VW_SHEET_PNG] = self->png, [VW_SHEET_SVG] = self->svg, [VW_SHEET_PDF] = self->pdf,
    [VW_SHEET_CSV] = self->csv, [VW_SHEET_MARKDOWN] = self->markdown,
    [VW_SHEET_LATEX] = self->latex,
  };

  for (guint i = 0; i < VW_N_SHEET_FORMATS; i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      return i;
  return VW_SHEET_PNG;
}

static VwPlotExport
current_options (VwExportDialog *self)
{
  return (VwPlotExport) {
    .format = VW_PLOT_PNG,
    .width = gtk_spin_button_get_value (self->width),
    .resolution = gtk_spin_button_get_value (self->resolution),
    .transparent = gtk_switch_get_active (self->transparent),
  };
}

/* Returns: (transfer full): as the program words it, in the language that is chosen. */
static VwSheet *
make_usual_sheet (VwExportDialog *self)
{
  return vw_paper_make_sheet (self->paper, gtk_drop_down_get_selected (self->content),
                              languages[gtk_drop_down_get_selected (self->language)]);
}

/* Returns: (transfer full): the figure with what the user has set. */
static VwSheet *
make_sheet (VwExportDialog *self)
{
  VwSheet *sheet = make_usual_sheet (self);
  VwSheetTexts texts = *vw_sheet_get_texts (sheet);
  g_autofree char *caption
      = gtk_switch_get_active (self->caption) ? g_strdup (texts.caption) : NULL;

  texts.title = (char *) gtk_editable_get_text (GTK_EDITABLE (self->title_row));
  if (texts.across != NULL)
    texts.across = (char *) gtk_editable_get_text (self->across_row);
  if (texts.down != NULL)
    texts.down = (char *) gtk_editable_get_text (self->down_row);
  texts.caption = caption;
  vw_sheet_set_texts (sheet, &texts);
  return sheet;
}

static void
show_size (VwExportDialog *self, VwSheetFormat format)
{
  VwPlotDrawing drawing = vw_export_preview_get_drawing (self->preview);
  VwPlotExport options = current_options (self);
  g_autofree char *text = NULL;
  guint width, height;

  vw_plot_export_pixels (&drawing, &options, &width, &height);
  if (format == VW_SHEET_PNG)
    text = g_strdup_printf (_("%.0f × %.0f mm · %u × %u px"), options.width,
                            options.width * drawing.height / drawing.width, width, height);
  else
    text = g_strdup_printf (_("%.0f × %.0f mm"), options.width,
                            options.width * drawing.height / drawing.width);
  gtk_label_set_text (self->size_label, vw_sheet_format_is_table (format) ? "" : text);
}

/* A table has no size and no titles, a vector graphic no resolution. */
static void
show_what_counts (VwExportDialog *self, VwSheetFormat format)
{
  gboolean is_table = vw_sheet_format_is_table (format);
  GtkWidget *of_figures[] = { self->size_group, self->title_row, GTK_WIDGET (self->across_row),
                              GTK_WIDGET (self->down_row), self->caption_row };

  gtk_stack_set_visible_child_name (self->preview_stack, is_table ? "table" : "figure");
  for (guint i = 0; i < G_N_ELEMENTS (of_figures); i++)
    gtk_widget_set_sensitive (of_figures[i], !is_table);
  gtk_widget_set_sensitive (self->resolution_row, format == VW_SHEET_PNG);
  gtk_widget_set_visible (self->paper_note, !is_table);
}

/* @table: (transfer full). Returns: (transfer full): its first lines, and how many follow. */
static char *
shorten (char *table)
{
  char *rest = table, *text;
  guint more = 0;
  g_autofree char *number = NULL, *note = NULL;

  for (guint i = 0; i < MOST_LINES && (rest = strchr (rest, '\n')) != NULL; i++)
    rest++;
  if (rest == NULL || *rest == '\0')
    return table;
  for (const char *end = rest; (end = strchr (end, '\n')) != NULL; end++)
    more++;
  number = vw_strings_count (more);
  note = g_strdup_printf (ngettext ("… and %s more line", "… and %s more lines", more), number);
  *rest = '\0';
  text = g_strconcat (table, note, NULL);
  g_free (table);
  return text;
}

static void
update (VwExportDialog *self)
{
  VwSheetFormat format = current_format (self);
  g_autoptr (VwSheet) sheet = NULL;

  if (self->usual == NULL || self->filling)
    return;
  sheet = make_sheet (self);
  vw_export_preview_show (self->preview, sheet, gtk_spin_button_get_value (self->width),
                          gtk_switch_get_active (self->transparent));
  if (vw_sheet_format_is_table (format))
    {
      g_autofree char *table = shorten (vw_sheet_format_text (sheet, format));

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

/* What the user wrote stays; what the program wrote is said anew. */
static void
retitle (GtkEditable *entry, const char *before, const char *after)
{
  gtk_widget_set_visible (GTK_WIDGET (entry), after != NULL);
  if (before == NULL || g_str_equal (gtk_editable_get_text (entry), before))
    gtk_editable_set_text (entry, after != NULL ? after : "");
}

/* Another content or another language. */
static void
on_words (VwExportDialog *self)
{
  g_autoptr (VwSheet) old = NULL;
  VwSheetTexts before = { 0 };
  const VwSheetTexts *after;

  if (self->paper == NULL)
    return;
  old = self->usual;
  if (old != NULL)
    before = *vw_sheet_get_texts (old);
  self->usual = make_usual_sheet (self);
  after = vw_sheet_get_texts (self->usual);
  self->filling = TRUE;
  retitle (GTK_EDITABLE (self->title_row), before.title, after->title);
  retitle (self->across_row, before.across, after->across);
  retitle (self->down_row, before.down, after->down);
  self->filling = FALSE;
  update (self);
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
  if (self->origin != NULL)
    vw_toast_saved (self->origin, result);
  g_free (result);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_file_chosen (const char *path, gpointer data)
{
  VwExportDialog *self = data;
  g_autoptr (VwSheet) sheet = NULL;
  VwSheetFile file;

  if (path == NULL)
    return;
  sheet = make_sheet (self);
  file = (VwSheetFile) { sheet, current_format (self), current_options (self), path };
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  vw_sheet_write (self->write_job, &file, on_written, self);
}

static void
on_export (VwExportDialog *self)
{
  const char *base
      = vw_paper_suggest_name (self->paper, gtk_drop_down_get_selected (self->content));
  g_autofree char *name = g_strconcat (base, vw_sheet_format_ending (current_format (self)), NULL);
  const VwFileRequest request = { .action = GTK_FILE_CHOOSER_ACTION_SAVE,
                                  .title = gtk_window_get_title (GTK_WINDOW (self)), .name = name,
                                  .done = on_file_chosen, .data = self };

  vw_choose_file (GTK_WINDOW (self), &request);
}

static void
on_copy (VwExportDialog *self)
{
  VwSheetFormat format = current_format (self);
  g_autoptr (VwSheet) sheet = make_sheet (self);
  g_autofree char *table = NULL;

  if (!vw_sheet_format_is_table (format))
    {
      vw_sheet_copy (self->toasts, self->copy_job, g_steal_pointer (&sheet));
      return;
    }
  table = vw_sheet_format_text (sheet, format);
  vw_copy_text (self->toasts, table);
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
  g_clear_object (&self->usual);
  g_clear_object (&self->paper);
  g_clear_weak_pointer (&self->origin);
  G_OBJECT_CLASS (vw_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, VwExportDialog, name)
  BIND (heading);
  BIND (toasts);
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
  BIND (content_row);
  BIND (content);
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
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_width_preset);
  gtk_widget_class_bind_template_callback (widget_class, on_width);
  gtk_widget_class_bind_template_callback (widget_class, on_words);
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
  vw_focus_keep_in_sight (GTK_WINDOW (self));
}

/* Names what is exported; which of it is a question only when there are several. */
static void
set_paper (VwExportDialog *self, VwPaper *paper)
{
  const char *const *names = vw_paper_list (paper);
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  const char *heading = vw_paper_get_heading (paper);

  gtk_window_set_title (GTK_WINDOW (self), heading);
  adw_window_title_set_title (self->heading, heading);
  gtk_drop_down_set_model (self->content, G_LIST_MODEL (list));
  gtk_widget_set_visible (self->content_row, names[1] != NULL);
  self->paper = g_object_ref (paper);
}

void
vw_export_dialog_present (GtkWidget *widget, VwPaper *paper)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  VwExportDialog *self = g_object_new (VW_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  gboolean french = g_str_has_prefix (vw_language (), "fr");

  g_set_weak_pointer (&self->origin, widget);
  vw_size_within (GTK_WINDOW (self), parent, WIDTH, HEIGHT, MARGIN);
  gtk_drop_down_set_selected (self->language, french ? 1 : 0);
  set_paper (self, paper);
  on_words (self);
  gtk_window_present (GTK_WINDOW (self));
}
