/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "net/fetch.h"
#include "text/fetch-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
show_status (const VwFetchStatus *status, gpointer data)
{
  g_autofree char *text
      = vw_fetch_text_progress (status->received, status->expected, status->speed);

  vw_cli_show_progress (text, MIN ((double) status->received / MAX (status->expected, 1), 0.999));
}

/* What went wrong on the way to success. */
static void
print_notes (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *text = vw_cli_describe (notes->pdata[i]);

      fprintf (stderr, "%s: %s\n", VW_CLI_PROGRAM, text);
    }
}

/* The result is where the data are, so that another command can be given it. */
static int
fetch (const VwFetch *request)
{
  VwTask task = vw_cli_task (0);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  guint fetched;

  task.progress = NULL; /* bytes say more */
  if (!vw_fetch_run (request, &notes, &fetched, &task, &error))
    return vw_cli_fail (error);
  vw_cli_show_progress (NULL, 1);
  print_notes (notes);
  puts (request->folder);
  return vw_cli_finish_output ();
}

int
vw_cli_fetch_mnist (int argc, char **argv)
{
  g_autofree char *mirror = NULL, *own = NULL;
  const GOptionEntry entries[]
      = { { "mirror", 0, 0, G_OPTION_ARG_STRING, &mirror,
            _ ("Fetch from here and nowhere else: a folder with the four .gz files"), _ ("URL") },
          { NULL } };
  const VwCliSyntax syntax
      = { "[DIR]",
          _ ("Fetch the full MNIST, 70,000 digits, verify it, and print where it is. What is there "
             "already is not fetched again; an interrupted download is resumed from its .part "
             "files."),
          entries,
          NULL,
          0,
          1 };
  const char *mirrors[2] = { NULL };
  g_autofree VwRemote *remote = vw_remote_new ("mnist");
  VwFetch request = { .remote = remote, .stall = VW_FETCH_STALL, .told = show_status };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  if (argc > 1 && *argv[1] == '\0')
    return vw_cli_usage_error ("fetch-mnist", _ ("expected %s"), syntax.arguments);
  own = vw_remote_folder (remote);
  request.own = argc < 2;
  request.folder = request.own ? own : argv[1];
  mirrors[0] = mirror;
  request.mirrors = mirror != NULL ? mirrors : NULL;
  return fetch (&request);
}
