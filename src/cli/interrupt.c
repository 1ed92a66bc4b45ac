/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/interrupt.h"

#include "cli/commands.h"

#include <signal.h>
#include <unistd.h>

static GCancellable *cancellable;

/* A thread that waits for the signal may call anything; a handler could not. */
static gpointer
wait_for_signals (gpointer data)
{
  const sigset_t *signals = data;
  int number;

  sigwait (signals, &number);
  g_cancellable_cancel (cancellable);
  sigwait (signals, &number);
  _exit (VW_CLI_INTERRUPTED);
}

void
vw_cli_catch_interrupts (void)
{
  static sigset_t signals;

  cancellable = g_cancellable_new ();
  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, &signals));
}

GCancellable *
vw_cli_cancellable (void)
{
  return cancellable;
}
