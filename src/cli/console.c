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
#include <sys/stat.h>
#include <unistd.h>

#define BAR_WIDTH 32
#define MOST_THREADS 256
#define MOST_NAME_WIDTH 40

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

/* What stands behind "--" is no option even if it looks like one; "--" itself is no argument. */
static void
drop_separator (int *argc, char **argv)
{
  int at = 1;

  while (at < *argc && !g_str_equal (argv[at], "--"))
    at++;
  if (at == *argc)
    return;
  for (; at < *argc; at++)
    argv[at] = argv[at + 1];
  (*argc)--;
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
  drop_separator (argc, *argv);
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
  g_autofree char *valid = g_utf8_make_valid (text, -1); /* names of files need not be */

  json_node_unref (root);
  puts (valid);
  return vw_cli_finish_output ();
}

/* Whether it is one of them, by whatever name. */
static gboolean
is_among (const char *path, char *const *inputs)
{
  struct stat output, input;

  if (stat (path, &output) != 0)
    return FALSE;
  for (; *inputs != NULL; inputs++)
    if (stat (*inputs, &input) == 0 && input.st_dev == output.st_dev
        && input.st_ino == output.st_ino)
      return TRUE;
  return FALSE;
}

/* What is wrong however the folder is. */
static gboolean
check_output_name (const char *path, char *const *inputs, GError **error)
{
  if (*path == '\0')
    vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("--output is needed"));
  else if (g_str_equal (path, "-"))
    vw_error_set (error, VW_ERROR_PARAMETER, path,
                  N_ ("no file is written to standard output; ./- is a file of that name"));
  else if (is_among (path, inputs))
    vw_error_set (error, VW_ERROR_PARAMETER, path, N_ ("is read here, so it is not replaced"));
  else
    return TRUE;
  return FALSE;
}

gboolean
vw_cli_check_output (const char *path, char *const *inputs, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *reason = NULL;

  if (!check_output_name (path, inputs, error))
    return FALSE;
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
  VwDataset *data = vw_dataset_load (source, &task, error);

  if (data != NULL && vw_dataset_is_turned (data))
    {
      vw_cli_show_progress (NULL, 1);
      fprintf (stderr, "%s: %s: %s\n", VW_CLI_PROGRAM, vw_dataset_get_source (data),
               _("EMNIST’s images are stored with rows and columns exchanged; they are read upright"));
    }
  return data;
}

void
vw_cli_note_classes (const VwModel *model, const VwDataset *data)
{
  for (guint i = 0; i < vw_dataset_get_n_classes (data); i++)
    {
      const char *name = vw_dataset_get_class_name (data, i);

      if (g_str_equal (name, model->class_names[i]))
        continue;
      vw_cli_show_progress (NULL, 1);
      fprintf (stderr, "%s: %s: ", VW_CLI_PROGRAM, vw_dataset_get_source (data));
      fprintf (stderr, _("classes go by their numbers: what is “%s” here is “%s” to the model\n"),
               name, model->class_names[i]);
      return;
    }
}

static int
columns_of (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static int
count_columns (const char *text)
{
  int columns = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    columns += columns_of (g_utf8_get_char (text));
  return columns;
}

/* Returns: (transfer full): @text on one line and within so many columns. */
static char *
fit (const char *text, int width)
{
  GString *out = g_string_new (NULL);
  gboolean cut = count_columns (text) > width;
  int left = cut ? width - 1 : width;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      left -= columns_of (c);
      if (left < 0)
        break;
      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (cut)
    g_string_append (out, "…");
  return g_string_free (out, FALSE);
}

void
vw_cli_print_left (const char *text, int width)
{
  g_autofree char *fitted = fit (text, width);

  printf ("%s%*s", fitted, width - count_columns (fitted), "");
}

void
vw_cli_print_right (const char *text, int width)
{
  /* A space stays between it and the column before. */
  g_autofree char *fitted = fit (text, width - 1);

  printf ("%*s%s", width - count_columns (fitted), "", fitted);
}

int
vw_cli_width_for (char *const *names, int least)
{
  int width = least;

  for (; *names != NULL; names++)
    width = MAX (width, count_columns (*names) + 1);
  return MAX (least, MIN (width, MOST_NAME_WIDTH));
}

void
vw_cli_print_label (const char *text)
{
  vw_cli_print_left (text, VW_CLI_LABEL_WIDTH);
}

gboolean
vw_cli_is_score (double score)
{
  return score > -G_MAXFLOAT;
}

void
vw_cli_add_score (JsonBuilder *json, double score)
{
  if (vw_cli_is_score (score))
    json_builder_add_double_value (json, score);
  else
    json_builder_add_null_value (json);
}

const char *
vw_cli_stage_label (VwStage stage)
{
  static const char *const labels[VW_N_STAGES]
      = { N_ ("Loading"),    N_ ("Keypoints"),  N_ ("Vocabulary"),
          N_ ("Histograms"), N_ ("Classifier"), N_ ("Evaluation") };

  return _(labels[stage]);
}
