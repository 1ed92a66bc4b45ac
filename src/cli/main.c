/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "config.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "core/installation.h"
#include "core/known-data.h"
#include "vision/opencv.h"

#include <archive.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <linear.h>
#include <locale.h>
#include <string.h>

typedef struct {
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { "info", vw_cli_info, N_ ("Say what a data set holds") },
  { "train", vw_cli_train, N_ ("Train a model and report how well it does") },
  { "evaluate", vw_cli_evaluate, N_ ("Report how well a saved model does") },
  { "predict", vw_cli_predict, N_ ("Classify image files") },
  { "inspect", vw_cli_inspect, N_ ("Show one image’s keypoints and why there are so few") },
  { "histogram", vw_cli_histogram, N_ ("Show the visual words of one image") },
  { "sweep", vw_cli_sweep, N_ ("Train once for each value of a parameter") },
  { "vocabulary", vw_cli_vocabulary, N_ ("Show what the words of a model look like") },
  { "matrix", vw_cli_matrix, N_ ("Write a confusion matrix as a picture or a table") },
  { "compare", vw_cli_compare, N_ ("Report what changes from one model to another") },
  { "fetch-mnist", vw_cli_fetch_mnist, N_ ("Fetch the full MNIST and verify it") },
};

static void
print_help (FILE *to)
{
  fprintf (to, _("Usage: %s COMMAND [OPTION…] [FILE…]\n\n"), VW_CLI_PROGRAM);
  fprintf (to, "%s\n\n", _("Bag of visual words on MNIST: ORB keypoints, a vocabulary, histograms, "
                           "a linear classifier."));
  fprintf (to, "%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (to, "  %-11s %s\n", commands[i].name, _(commands[i].summary));
  fprintf (to, _("\n“%s COMMAND --help” lists the options of a command.\n"), VW_CLI_PROGRAM);
}

static void
print_version (void)
{
  printf ("%s %s\n", VW_CLI_PROGRAM, VW_VERSION);
  printf ("GLib %u.%u.%u, OpenCV %s, liblinear %d, %s, json-glib %s\n", glib_major_version,
          glib_minor_version, glib_micro_version, vw_opencv_version (), liblinear_version,
          archive_version_string (), JSON_VERSION_S);
}

static void
set_up_language (void)
{
  g_autofree char *folder = vw_installation_locale ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static const char *
translate (const char *name)
{
  return gettext (name);
}

/* What programs read has the names that files have, whatever the language. */
static gboolean
asks_for_json (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--json"))
      return TRUE;
  return FALSE;
}

int
main (int argc, char **argv)
{
  set_up_language ();
  if (!asks_for_json (argc, argv))
    vw_class_names_translate_with (translate);
  if (argc < 2)
    {
      print_help (stderr);
      return VW_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help (stdout);
      return vw_cli_finish_output ();
    }
  if (g_str_equal (argv[1], "--version"))
    {
      print_version ();
      return vw_cli_finish_output ();
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      {
        vw_cli_catch_interrupts ();
        return commands[i].run (argc - 1, argv + 1);
      }
  return vw_cli_usage_error (NULL, _("“%s” is not a command"), argv[1]);
}
