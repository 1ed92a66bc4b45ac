/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/fetch.h"

#include "core/files.h"
#include "net/part.h"
#include "net/rate.h"
#include "net/staging.h"
#include "net/transfer.h"

#include <glib/gstdio.h>

#define TRIES 5            /* at one mirror, as long as each brings something */
#define PACKED_SLACK 65536 /* bytes by which gzip may make a file longer */
#define TELL_INTERVAL (50 * G_TIME_SPAN_MILLISECOND)

typedef enum { MIRROR_GAVE, MIRROR_FAILED, MIRROR_STOP } MirrorEnd;

typedef struct {
  const VwFetch *fetch;
  const VwTask *task;
  GCancellable *cancellable;
  SoupSession *session;
  VwStaging staging;
  GPtrArray *notes;
  const char *const *mirrors;
  guint n_mirrors, mirror; /* the one that gave the last file is asked first */

  guint part;
  guint64 sizes[VW_KNOWN_PARTS]; /* of what is to be fetched, as well as it is known */
  guint64 before;                /* bytes of the parts that are done */
  guint64 came, first;           /* bytes since the start; of the part, when its transfer began */
  gboolean begun;                /* the transfer has told of the first byte */
  VwRate rate;
  gint64 next_tell;
  double fraction;
} Run;

static guint64
expected_bytes (const Run *self)
{
  guint64 sum = 0;

  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    sum += self->sizes[part];
  return sum;
}

static void
tell (Run *self, guint64 received, gint64 now)
{
  VwFetchStatus status = {
    .file = vw_remote_file (self->part),
    .mirror = self->mirrors[self->mirror],
    .received = self->before + received,
    .expected = MAX (expected_bytes (self), self->before + received),
    .speed = vw_rate_get (&self->rate, now),
  };

  if (self->fetch->told != NULL)
    self->fetch->told (&status, self->fetch->data);
  /* A file that begins anew may not take the progress back. */
  self->fraction = MAX (self->fraction, (double) status.received / MAX (status.expected, 1));
  vw_task_report (self->task, MIN (self->fraction, 0.999));
}

static void
on_piece (guint64 received, guint64 total, gpointer data)
{
  Run *self = data;
  gint64 now = g_get_monotonic_time ();

  if (total > 0)
    self->sizes[self->part] = total;
  if (!self->begun)
    self->first = received;
  self->begun = TRUE;
  vw_rate_note (&self->rate, now, self->came + received - self->first);
  if (now < self->next_tell)
    return;
  self->next_tell = now + TELL_INTERVAL;
  tell (self, received, now);
}

static char *
make_url (const char *mirror, guint part)
{
  return g_strconcat (mirror, g_str_has_suffix (mirror, "/") ? "" : "/", vw_remote_file (part),
                      NULL);
}

static gboolean
verify (Run *self, const char *path, const char *name, GError **error)
{
  const VwTask silent = { .cancellable = self->cancellable };

  return vw_part_verify (path, name, self->fetch->remote->data, self->part, &silent, error);
}

static gboolean
transfer (Run *self, VwTransfer *transfer, GError **error)
{
  gboolean good;

  self->begun = FALSE;
  good = vw_transfer_run (transfer, self->cancellable, error);
  self->came += transfer->gained;
  return good;
}

/* Whether another try at the same mirror can do what the last did not. */
static gboolean
is_worth_trying (const VwTransfer *transfer, gboolean verified, const GError *problem)
{
  if (g_error_matches (problem, VW_ERROR, VW_ERROR_TRUNCATED))
    return transfer->gained > 0;
  /* What was there before may have been wrong, and is gone now. */
  return verified && transfer->resumed;
}

/* Asks one mirror for the part, taking the thread up again where it broke. */
static MirrorEnd
try_mirror (Run *self, const char *path, GError **error)
{
  g_autofree char *url = make_url (self->mirrors[self->mirror], self->part);
  VwTransfer request
      = { .session = self->session,
          .url = url,
          .path = path,
          .told = on_piece,
          .data = self,
          .most = vw_part_size (self->fetch->remote->data, self->part) + PACKED_SLACK };
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; i < TRIES; i++)
    {
      gboolean verified;

      g_clear_error (&problem);
      verified = transfer (self, &request, &problem);
      if (verified && verify (self, path, url, &problem))
        return MIRROR_GAVE;
      if (problem->domain != VW_ERROR) /* cancelled, or this computer's disk */
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return MIRROR_STOP;
        }
      if (verified && !g_error_matches (problem, VW_ERROR, VW_ERROR_TRUNCATED))
        g_unlink (path);
      if (!is_worth_trying (&request, verified, problem))
        break;
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return MIRROR_FAILED;
}

/* What an earlier call left is kept when it is the part, or the beginning of one. */
static gboolean
is_there (Run *self, const char *path, gboolean *there, GError **error)
{
  GError *problem = NULL;

  *there = g_file_test (path, G_FILE_TEST_EXISTS) && verify (self, path, path, &problem);
  if (problem == NULL)
    return TRUE;
  if (problem->domain != VW_ERROR)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (problem->code != VW_ERROR_TRUNCATED)
    g_unlink (path);
  g_error_free (problem);
  return TRUE;
}

static void
set_failure (Run *self, GPtrArray *failures, GError **error)
{
  GError *made = NULL;

  vw_error_set (&made, VW_ERROR_SYSTEM, vw_remote_file (self->part),
                self->n_mirrors == 1 ? N_ ("was not to be had:")
                                     : N_ ("was not to be had from any mirror:"));
  for (guint i = 0; i < failures->len; i++)
    vw_error_add_cause (made, failures->pdata[i]);
  g_propagate_error (error, made);
}

static gboolean
ask_mirrors (Run *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  for (guint i = 0; i < self->n_mirrors; i++)
    {
      GError *problem = NULL;
      MirrorEnd end = try_mirror (self, path, &problem);

      if (end == MIRROR_STOP)
        {
          g_propagate_error (error, problem);
          return FALSE;
        }
      if (end == MIRROR_GAVE)
        {
          g_ptr_array_extend_and_steal (self->notes, g_steal_pointer (&failures));
          return TRUE;
        }
      g_ptr_array_add (failures, problem);
      self->mirror = (self->mirror + 1) % self->n_mirrors;
    }
  set_failure (self, failures, error);
  return FALSE;
}

static gboolean
fetch_part (Run *self, guint part, guint *fetched, GError **error)
{
  g_autofree char *path = vw_staging_part (&self->staging, part);
  gboolean there;
  GStatBuf status;

  self->part = part;
  if (!is_there (self, path, &there, error) || (!there && !ask_mirrors (self, path, error)))
    return FALSE;
  *fetched += !there;
  if (g_stat (path, &status) == 0)
    self->sizes[part] = status.st_size;
  self->before += self->sizes[part];
  tell (self, 0, g_get_monotonic_time ());
  return TRUE;
}

static gboolean
run (Run *self, guint *fetched, GError **error)
{
  const guint64 *packed = self->fetch->remote->packed;

  if (!vw_staging_open (&self->staging, self->notes, self->task, error))
    return FALSE;
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    self->sizes[part] = self->staging.missing[part] ? packed[part] : 0;
  for (guint part = 0; part < VW_KNOWN_PARTS; part++)
    if (self->staging.missing[part] && !fetch_part (self, part, fetched, error))
      return FALSE;
  if (vw_task_cancelled (self->task, error) || !vw_staging_place (&self->staging, error))
    return FALSE;
  vw_task_report (self->task, 1);
  return TRUE;
}

gboolean
vw_fetch_check_mirror (const char *address, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if ((g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && host != NULL
      && *host != '\0')
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, address, N_ ("is no http or https address"));
  return FALSE;
}

static gboolean
check_mirrors (const Run *self, GError **error)
{
  for (guint i = 0; i < self->n_mirrors; i++)
    if (!vw_fetch_check_mirror (self->mirrors[i], error))
      return FALSE;
  return TRUE;
}

gboolean
vw_fetch_run (const VwFetch *self,
              GPtrArray **notes,
              guint *fetched,
              const VwTask *task,
              GError **error)
{
  /* A context of its own, so that the main thread's never runs what the session leaves in it. */
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GPtrArray) noted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  Run fetching = { .fetch = self,
                   .task = task,
                   .notes = noted,
                   .cancellable = task != NULL ? task->cancellable : NULL,
                   .mirrors = self->mirrors != NULL ? self->mirrors : self->remote->mirrors,
                   .staging = { self->remote->data, self->folder, self->own, .lock = -1 } };
  gboolean good;

  fetching.n_mirrors = g_strv_length ((char **) fetching.mirrors);
  *fetched = 0;
  if (vw_task_cancelled (task, error) || !check_mirrors (&fetching, error))
    return FALSE;
  g_main_context_push_thread_default (context);
  fetching.session = vw_transfer_session (self->stall);
  good = run (&fetching, fetched, error);
  vw_staging_clear (&fetching.staging);
  soup_session_abort (fetching.session);
  g_object_unref (fetching.session);
  g_main_context_pop_thread_default (context);
  if (good)
    *notes = g_steal_pointer (&noted);
  return good;
}
