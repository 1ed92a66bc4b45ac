/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/interrupt.h"

#include "cli/commands.h"
#include "cli/console.h"

#include <signal.h>
#include <unistd.h>

static GCancellable *cancellable;
static GMutex lock;
static gboolean ends_at_once; /* under the lock */

static void
take_interrupt (void)
{
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&lock);
  g_cancellable_cancel (cancellable);
  if (ends_at_once)
    {
      g_cancellable_set_error_if_cancelled (cancellable, &error);
      _exit (vw_cli_fail (error));
    }
  g_mutex_unlock (&lock);
}

/* A thread that waits for the signal may call anything; a handler could not. */
static gpointer
wait_for_signals (gpointer data)
{
  const sigset_t *signals = data;
  int number;

  sigwait (signals, &number);
  take_interrupt ();
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

gboolean
vw_cli_end_on_interrupt (gboolean at_once, GError **error)
{
  gboolean cancelled;

  g_mutex_lock (&lock);
  ends_at_once = at_once;
  cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
  g_mutex_unlock (&lock);
  return !cancelled;
}

GCancellable *
vw_cli_cancellable (void)
{
  return cancellable;
}
