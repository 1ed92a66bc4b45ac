/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fetch-dialog.h"

#include "app/fetch-worker.h"
#include "app/strings.h"
#include "text/error-text.h"
#include "text/fetch-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_SETS 2

static const struct {
  const char *name, *content;
} sets[N_SETS] = {
  { "mnist", N_ ("70,000 handwritten digits") },
  { "fashion-mnist", N_ ("70,000 pictures of clothes, in the place of digits") },
};

struct _VwFetchDialog {
  AdwWindow parent_instance;

  VwJob *job;
  VwFetchWorker *workers[N_SETS];
  GtkCheckButton *choices[N_SETS];
  guint chosen;
  gboolean open_after; /* not only to be checked */
  gboolean problem;    /* is what is shown */

  AdwPreferencesGroup *sets;
  GtkLabel *place;
  GtkWidget *running, *outcome;
  GtkProgressBar *progress;
  GtkLabel *amount, *source;
  GtkImage *outcome_icon;
  GtkLabel *outcome_text;
  GtkWidget *check, *cancel;
  GtkButton *open;
};

enum { OPEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VwFetchDialog, vw_fetch_dialog, ADW_TYPE_WINDOW)

static VwFetchWorker *
chosen (VwFetchDialog *self)
{
  return self->workers[self->chosen];
}

/* @text: (nullable): hides it */
static void
show_outcome (VwFetchDialog *self, const char *icon, const char *text)
{
  self->problem = FALSE;
  gtk_widget_set_visible (self->outcome, text != NULL);
  gtk_image_set_from_icon_name (self->outcome_icon, icon);
  gtk_label_set_text (self->outcome_text, text != NULL ? text : "");
}

static void
show_problem (VwFetchDialog *self, const GError *problem)
{
  g_autofree char *text = vw_error_sentence (problem);

  show_outcome (self, "dialog-warning-symbolic", text);
  self->problem = TRUE;
}

static char *
describe_place (VwFetchDialog *self, gboolean there)
{
  const char *folder = vw_fetch_worker_get_folder (chosen (self));
  const char *home = g_get_home_dir ();
  gboolean below = g_str_has_prefix (folder, home) && folder[strlen (home)] == G_DIR_SEPARATOR;
  g_autofree char *display = g_filename_display_name (below ? folder + strlen (home) : folder);
  g_autofree char *name = g_strconcat (below ? "~" : "", display, NULL);

  return g_strdup_printf (there ? _ ("It is in %s") : _ ("It will be kept in %s"), name);
}

/* One of the buttons takes the place of the one that had the focus. */
static void
focus_button (VwFetchDialog *self)
{
  GtkWidget *const buttons[] = { self->cancel, GTK_WIDGET (self->open), self->check };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_widget_get_visible (buttons[i]))
      {
        gtk_widget_grab_focus (buttons[i]);
        return;
      }
}

static void
update (VwFetchDialog *self)
{
  gboolean running = vw_job_is_running (self->job);
  gboolean there = vw_fetch_worker_is_there (chosen (self));
  g_autofree char *place = describe_place (self, there);
  gboolean focused = gtk_widget_has_focus (self->cancel) || gtk_widget_has_focus (self->check)
                     || gtk_widget_has_focus (GTK_WIDGET (self->open));

  gtk_label_set_text (self->place, place);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sets), !running);
  gtk_widget_set_visible (self->running, running);
  gtk_widget_set_visible (self->cancel, running);
  gtk_widget_set_visible (self->check, there && !running);
  /* What was wrong would be so again. */
  gtk_widget_set_visible (GTK_WIDGET (self->open), !running && !(there && self->problem));
  gtk_button_set_label (self->open, there                                    ? _ ("_Open")
                                    : gtk_widget_get_visible (self->outcome) ? _ ("_Try Again")
                                                                             : _ ("_Download"));
  if (focused)
    focus_button (self);
}

static char *
host_of (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return g_strdup (uri != NULL ? g_uri_get_host (uri) : address);
}

static void
show_progress (VwFetchDialog *self)
{
  VwFetchStatus status;
  g_autofree char *amount = NULL, *host = NULL, *source = NULL;

  gtk_progress_bar_set_fraction (self->progress, vw_job_get_fraction (self->job));
  if (!vw_fetch_worker_read (chosen (self), &status))
    {
      gtk_label_set_text (self->amount, _ ("Looking at what is there…"));
      gtk_label_set_text (self->source, "");
      return;
    }
  amount = vw_fetch_text_progress (status.received, status.expected, status.speed);
  host = host_of (status.mirror);
  /* Translators: a file and the server that it comes from */
  source = g_strdup_printf (_ ("%s from %s"), status.file, host);
  gtk_label_set_text (self->amount, amount);
  gtk_label_set_text (self->source, source);
}

static void
open_chosen (VwFetchDialog *self)
{
  g_signal_emit (self, signals[OPEN], 0, vw_fetch_worker_get_folder (chosen (self)));
  gtk_window_close (GTK_WINDOW (self));
}

/* A damaged file that was mended is named. */
static void
show_checked (VwFetchDialog *self, const GPtrArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *note = vw_error_sentence (notes->pdata[i]);

      g_string_append_printf (text, "%s\n", note);
    }
  g_string_append (text, notes->len == 0 ? _ ("All four files are right.")
                                         : _ ("All four files are right now."));
  show_outcome (self, "emblem-ok-symbolic", text->str);
}

static void
on_done (gpointer result, const GError *error, gpointer data)
{
  VwFetchDialog *self = data;
  g_autoptr (GPtrArray) notes = result;

  if (error != NULL)
    show_problem (self, error);
  else if (self->open_after)
    {
      open_chosen (self);
      return;
    }
  else
    show_checked (self, notes);
  update (self);
}

static void
start (VwFetchDialog *self, gboolean open_after)
{
  VwJobWork work = { .done = on_done, .data = self };

  self->open_after = open_after;
  show_outcome (self, NULL, NULL);
  vw_fetch_worker_prepare (chosen (self), &work);
  vw_job_start (self->job, &work);
  show_progress (self);
  update (self);
}

static void
on_check (VwFetchDialog *self)
{
  start (self, FALSE);
}

static void
on_open (VwFetchDialog *self)
{
  if (vw_fetch_worker_is_there (chosen (self)))
    open_chosen (self);
  else
    start (self, TRUE);
}

static void
on_cancel (VwFetchDialog *self)
{
  vw_job_cancel (self->job);
  show_outcome (self, "dialog-information-symbolic",
                _ ("Cancelled. What has come is kept, and the next download goes on from there."));
  update (self);
}

static gboolean
on_close_request (VwFetchDialog *self)
{
  vw_job_cancel (self->job);
  return FALSE;
}

static void
on_choice (VwFetchDialog *self, GParamSpec *pspec, GtkCheckButton *choice)
{
  for (guint i = 0; i < N_SETS; i++)
    if (gtk_check_button_get_active (choice) && self->choices[i] == choice)
      {
        self->chosen = i;
        show_outcome (self, NULL, NULL);
        update (self);
      }
}

static void
add_set (VwFetchDialog *self, guint i)
{
  const VwRemote *remote = vw_fetch_worker_get_remote (self->workers[i]);
  GtkWidget *row = adw_action_row_new (), *choice = gtk_check_button_new ();
  g_autofree char *size = vw_fetch_text_size (vw_remote_size (remote));
  /* Translators: what is in it, its size, its licence and its authors */
  g_autofree char *about = g_strdup_printf (_ ("%s · %s\n%s licence · %s"), _ (sets[i].content), size,
                                            remote->licence, remote->authors);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), remote->data->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  self->choices[i] = GTK_CHECK_BUTTON (choice);
  gtk_check_button_set_group (self->choices[i], i > 0 ? self->choices[0] : NULL);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  adw_preferences_group_add (self->sets, row);
  g_signal_connect_swapped (choice, "notify::active", G_CALLBACK (on_choice), self);
}

VwFetchDialog *
vw_fetch_dialog_new (GtkWindow *parent)
{
  return g_object_new (VW_TYPE_FETCH_DIALOG, "transient-for", parent, NULL);
}

void
vw_fetch_dialog_choose (VwFetchDialog *self, const char *name, const GError *problem)
{
  g_return_if_fail (VW_IS_FETCH_DIALOG (self));
  if (vw_job_is_running (self->job))
    return;
  for (guint i = 0; i < N_SETS; i++)
    if (g_str_equal (sets[i].name, name))
      gtk_check_button_set_active (self->choices[i], TRUE);
  if (problem != NULL)
    show_problem (self, problem);
  update (self);
}

static void
vw_fetch_dialog_dispose (GObject *object)
{
  VwFetchDialog *self = VW_FETCH_DIALOG (object);

  if (self->job != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->job, self);
      vw_job_cancel (self->job);
    }
  g_clear_object (&self->job);
  G_OBJECT_CLASS (vw_fetch_dialog_parent_class)->dispose (object);
}

static void
vw_fetch_dialog_finalize (GObject *object)
{
  VwFetchDialog *self = VW_FETCH_DIALOG (object);

  for (guint i = 0; i < N_SETS; i++)
    vw_fetch_worker_unref (self->workers[i]);
  G_OBJECT_CLASS (vw_fetch_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, VwFetchDialog, name)
  BIND (sets);
  BIND (place);
  BIND (running);
  BIND (outcome);
  BIND (progress);
  BIND (amount);
  BIND (source);
  BIND (outcome_icon);
  BIND (outcome_text);
  BIND (check);
  BIND (cancel);
  BIND (open);
#undef BIND
}

static void
vw_fetch_dialog_class_init (VwFetchDialogClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = vw_fetch_dialog_dispose;
  object_class->finalize = vw_fetch_dialog_finalize;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/visualwords/VisualWords/fetch-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_check);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vw_fetch_dialog_init (VwFetchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->job = vw_job_new ();
  for (guint i = 0; i < N_SETS; i++)
    {
      self->workers[i] = vw_fetch_worker_new (sets[i].name);
      add_set (self, i);
    }
  g_signal_connect_swapped (self->job, "notify::fraction", G_CALLBACK (show_progress), self);
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request), NULL);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->open));
  gtk_check_button_set_active (self->choices[0], TRUE);
}
