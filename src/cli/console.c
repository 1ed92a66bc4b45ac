/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/console.h"

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "core/error.h"
#include "core/file-write.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BAR_WIDTH 32
#define MOST_THREADS 256
#define LABEL_WIDTH 20

int
vw_cli_usage_error (const char *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list list;

  va_start (list, format);
  message = g_strdup_vprintf (format, list);
  va_end (list);
  fprintf (stderr, "%s: %s\n", VW_CLI_PROGRAM, message);
  fprintf (stderr, _("Try “%s%s%s --help”.\n"), VW_CLI_PROGRAM, command != NULL ? " " : "",
           command != NULL ? command : "");
  return VW_CLI_USAGE;
}

static const char *
translate (const char *reason)
{
  return _(reason);
}

char *
vw_cli_describe (const GError *error)
{
  char *message = vw_error_describe (error, translate);

  return g_strdelimit (message, "\n", ' ');
}

gboolean
vw_cli_check_threads (const char *command, int threads)
{
  if (threads >= 0 && threads <= MOST_THREADS)
    return TRUE;
  vw_cli_usage_error (command, _("threads: %d is not a number from 0 to %d"), threads,
                      MOST_THREADS);
  return FALSE;
}

int
vw_cli_fail (const GError *error)
{
  g_autofree char *message = vw_cli_describe (error);

  vw_cli_show_progress (NULL, 1);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      fprintf (stderr, "%s: %s\n", VW_CLI_PROGRAM, _("interrupted"));
      return VW_CLI_INTERRUPTED;
    }
  fprintf (stderr, "%s: %s\n", VW_CLI_PROGRAM, message);
  return g_error_matches (error, VW_ERROR, VW_ERROR_PARAMETER) ? VW_CLI_USAGE : VW_CLI_FAILED;
}

static gboolean
check_count (const VwCliSyntax *syntax, const char *command, int given)
{
  if (given >= syntax->least && (syntax->most == 0 || given <= syntax->most))
    return TRUE;
  vw_cli_usage_error (command, _("expected %s"), syntax->arguments);
  return FALSE;
}

gboolean
vw_cli_parse (const VwCliSyntax *syntax, int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (syntax->arguments);
  g_autofree char *command = g_strdup ((*argv)[0]);
  g_autofree char *program = g_strdup_printf ("%s %s", VW_CLI_PROGRAM, command);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_translation_domain (context, NULL);
  g_option_context_set_summary (context, syntax->summary);
  if (syntax->entries != NULL)
    g_option_context_add_main_entries (context, syntax->entries, NULL);
  if (syntax->group != NULL)
    g_option_context_add_group (context, syntax->group);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      message = vw_error_describe (error, translate);
      vw_cli_usage_error (command, "%s", message);
      return FALSE;
    }
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      (*argv)++;
      (*argc)--;
    }
  return check_count (syntax, command, *argc - 1);
}

int
vw_cli_finish_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return VW_CLI_DONE;
  fprintf (stderr, "%s: %s: %s\n", VW_CLI_PROGRAM, _("standard output"), g_strerror (errno));
  return VW_CLI_FAILED;
}

int
vw_cli_print_json (JsonNode *root)
{
  g_autofree char *text = json_to_string (root, TRUE);

  json_node_unref (root);
  puts (text);
  return vw_cli_finish_output ();
}

gboolean
vw_cli_check_output (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *reason = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    reason = N_ ("is a folder, not a file to write");
  else if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    reason = N_ ("is not a regular file, so it is not replaced");
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    reason = N_ ("cannot be written: its folder does not exist");
  else if (!vw_file_may_write (path))
    reason = N_ ("cannot be written: its folder is read-only");
  if (reason == NULL)
    return TRUE;
  vw_error_set (error, VW_ERROR_SYSTEM, path, "%s", reason);
  return FALSE;
}

void
vw_cli_show_progress (const char *what, double fraction)
{
  static gboolean visible;
  int filled = (int) (fraction * BAR_WIDTH);

  if (!isatty (STDERR_FILENO))
    return;
  if (fraction >= 1 || what == NULL)
    {
      if (visible)
        fputs ("\r\033[K", stderr);
      visible = FALSE;
      return;
    }
  visible = TRUE;
  fputs ("\r\033[K", stderr);
  for (int i = 0; i < BAR_WIDTH; i++)
    fputs (i < filled ? "█" : "░", stderr);
  fprintf (stderr, " %3d %%  %s", (int) (100 * fraction), what);
  fflush (stderr);
}

static void
show_task_progress (double fraction, gpointer data)
{
  static gint64 next;
  gint64 now = g_get_monotonic_time ();

  if (now < next && fraction < 1)
    return;
  next = now + 50 * G_TIME_SPAN_MILLISECOND;
  vw_cli_show_progress (_("Working"), fraction);
}

VwTask
vw_cli_task (guint threads)
{
  return (VwTask){ threads, show_task_progress, NULL, vw_cli_cancellable () };
}

VwDataset *
vw_cli_load (const char *source, guint threads, GError **error)
{
  VwTask task = vw_cli_task (threads);

  return vw_dataset_load (source, &task, error);
}

void
vw_cli_print_left (const char *text, int width)
{
  int length = (int) g_utf8_strlen (text, -1);
  g_autofree char *cut = g_utf8_substring (text, 0, MIN (length, width));

  printf ("%s%*s", cut, MAX (0, width - length), "");
}

void
vw_cli_print_right (const char *text, int width)
{
  int length = (int) g_utf8_strlen (text, -1);
  /* A space stays between it and the column before. */
  g_autofree char *cut = g_utf8_substring (text, 0, MIN (length, width - 1));

  printf ("%*s%s", MAX (1, width - length), "", cut);
}

void
vw_cli_print_label (const char *text)
{
  vw_cli_print_left (text, LABEL_WIDTH);
}

const char *
vw_cli_stage_label (VwStage stage)
{
  static const char *const labels[VW_N_STAGES]
      = { N_ ("Loading"),    N_ ("Keypoints"),  N_ ("Vocabulary"),
          N_ ("Histograms"), N_ ("Classifier"), N_ ("Evaluation") };

  return _(labels[stage]);
}
