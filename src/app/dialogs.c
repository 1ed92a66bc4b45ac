/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs that newer GTK and libadwaita have other ways for stand here and nowhere else. */
#include "app/dialogs.h"

#include "config.h"
#include "text/error-text.h"

#include <glib/gi18n.h>

typedef struct {
  VwFileFunc done;
  gpointer data;
  GDestroyNotify free_data;
} Answer;

/* A GClosureNotify. */
static void
free_answer (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  if (answer->free_data != NULL)
    answer->free_data (answer->data);
  g_free (answer);
}

static void
on_response (GtkNativeDialog *dialog, int response, Answer *answer)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  answer->done (response == GTK_RESPONSE_ACCEPT ? path : NULL, answer->data);
  gtk_native_dialog_destroy (dialog);
}

static void
add_filters (GtkFileChooser *chooser, const VwFileRequest *request)
{
  g_autoptr (GtkFileFilter) kinds = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (kinds, request->kinds);
  for (const char *const *pattern = request->patterns; *pattern != NULL; pattern++)
    gtk_file_filter_add_pattern (kinds, *pattern);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, kinds);
  gtk_file_chooser_add_filter (chooser, all);
}

void
vw_choose_file (GtkWindow *parent, const VwFileRequest *request)
{
  const char *accept
      = request->action == GTK_FILE_CHOOSER_ACTION_SAVE ? _("_Save") : _("_Open");
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (request->title, parent, request->action, accept, _("_Cancel"));
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ request->done, request->data, request->free_data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (request->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), request->name);
  if (request->patterns != NULL)
    add_filters (GTK_FILE_CHOOSER (dialog), request);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), answer, free_answer, 0);
  /* The window owns the dialog, which may not outlive what the answer is for. */
  g_object_set_data_full (G_OBJECT (parent), "vw-file-dialog", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

typedef struct {
  VwNameRequest request;
  AdwMessageDialog *dialog;
  GtkEditable *entry;
  GtkLabel *reason;
} NameDialog;

static void
name_dialog_free (NameDialog *self)
{
  if (self->request.free_data != NULL)
    self->request.free_data (self->request.data);
  g_free (self);
}

static void
check_name (NameDialog *self)
{
  const char *name = gtk_editable_get_text (self->entry);
  g_autofree char *reason = self->request.check != NULL
                                ? self->request.check (name, self->request.data)
                                : NULL;

  gtk_label_set_text (self->reason, reason);
  adw_message_dialog_set_response_enabled (self->dialog, "accept", reason == NULL);
}

static void
on_name (NameDialog *self, const char *response)
{
  if (g_str_equal (response, "accept"))
    self->request.done (gtk_editable_get_text (self->entry), self->request.data);
}

static GtkWidget *
new_name_entry (NameDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *reason = gtk_label_new (NULL);

  self->entry = GTK_EDITABLE (entry);
  self->reason = GTK_LABEL (reason);
  gtk_editable_set_text (self->entry, self->request.name);
  gtk_entry_set_max_length (GTK_ENTRY (entry), self->request.most);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), self->request.placeholder);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"),
                                  -1);
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_widget_add_css_class (reason, "caption");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), reason);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check_name), self);
  return box;
}

void
vw_ask_name (GtkWindow *parent, const VwNameRequest *request)
{
  NameDialog *self = g_new0 (NameDialog, 1);
  GtkWidget *dialog = adw_message_dialog_new (parent, request->heading, NULL);

  self->request = *request;
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Cancel"), "accept",
                                    request->accept, NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "accept");
  adw_message_dialog_set_extra_child (self->dialog, new_name_entry (self));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_name), self,
                         (GClosureNotify) (void (*) (void)) name_dialog_free, G_CONNECT_SWAPPED);
  check_name (self);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
vw_show_error (GtkWindow *parent, const char *heading, const GError *error)
{
  g_autofree char *reason = NULL;
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  reason = vw_error_sentence (error);
  dialog = adw_message_dialog_new (parent, heading, reason);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  if (parent == NULL)
    gtk_window_set_application (GTK_WINDOW (dialog),
                                GTK_APPLICATION (g_application_get_default ()));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
vw_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Visual Words"),
                         "application-icon", VW_APP_ID,
                         "version", VW_VERSION,
                         "developer-name", _("The Visual Words contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("See how a computer reads digits by their visual words: "
                                       "ORB keypoints, a vocabulary, histograms and a linear "
                                       "classifier."),
                         NULL);
}

static int
limit (int wanted, int room)
{
  return room > 0 ? MIN (wanted, room) : wanted;
}

void
vw_size_within (GtkWindow *dialog, GtkWindow *parent, int width, int height, int margin)
{
  gtk_window_set_default_size (dialog,
                               limit (width, gtk_widget_get_width (GTK_WIDGET (parent)) - margin),
                               limit (height,
                                      gtk_widget_get_height (GTK_WIDGET (parent)) - margin));
}
