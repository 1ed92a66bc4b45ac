/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/stalls.h"

#include <fcntl.h>
#include <unistd.h>

/* In ms since any moment: the time, and how long of it this thread waited for a processor. */
typedef struct {
  double time, queued;
} Moment;

static int schedstat = -1; /* the kernel's account of the main thread */
static gboolean busy;
static Moment since; /* of the last poll's end */
static double most_held, most_wall;

/* The second number is the time on the run queue, in ns. Without it all time counts as work. */
static double
read_queued (void)
{
  char text[96];
  char *end = text;
  ssize_t length = schedstat >= 0 ? pread (schedstat, text, sizeof text - 1, 0) : 0;

  if (length <= 0)
    return 0;
  text[length] = '\0';
  g_ascii_strtoull (text, &end, 10);
  return g_ascii_strtoull (end, NULL, 10) / 1e6;
}

static Moment
now (void)
{
  return (Moment){ g_get_monotonic_time () / 1e3, read_queued () };
}

static double
worked (const Moment *from, const Moment *to)
{
  return to->time - from->time - (to->queued - from->queued);
}

static void
note (void)
{
  Moment end = now ();

  most_wall = MAX (most_wall, end.time - since.time);
  most_held = MAX (most_held, worked (&since, &end));
}

/* A GPollFunc. */
static int
watched_poll (GPollFD *descriptors, guint n, int timeout)
{
  int ready;

  if (busy)
    note ();
  ready = g_poll (descriptors, n, timeout);
  since = now ();
  busy = TRUE;
  return ready;
}

void
stalls_watch (void)
{
  schedstat = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  g_main_context_set_poll_func (NULL, watched_poll);
}

void
stalls_init (Stalls *self)
{
  self->held = g_array_new (FALSE, FALSE, sizeof (double));
  self->wall = g_array_new (FALSE, FALSE, sizeof (double));
}

void
stalls_clear (Stalls *self)
{
  g_clear_pointer (&self->held, g_array_unref);
  g_clear_pointer (&self->wall, g_array_unref);
}

static gboolean
leave (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

/* What the caller did since the last step counts as well. */
void
stalls_step (Stalls *self, guint milliseconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (milliseconds, leave, loop);
  g_main_loop_run (loop);
  g_array_append_val (self->held, most_held);
  g_array_append_val (self->wall, most_wall);
  most_held = most_wall = 0;
}

double
stalls_time (void (*work) (void))
{
  Moment begin = now (), end;

  work ();
  end = now ();
  return worked (&begin, &end);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
stalls_quantile (GArray *steps, double share)
{
  g_assert_cmpuint (steps->len, >, 0);
  g_array_sort (steps, compare);
  return g_array_index (steps, double, (guint) (share * (steps->len - 1) + .5));
}
