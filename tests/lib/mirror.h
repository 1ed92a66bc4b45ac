/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * MirrorKind:
 * @MIRROR_SERVES: as a good server does, pieces too
 * @MIRROR_WHOLE: never sends a piece
 * @MIRROR_BREAKS: closes the connection half-way through what is left, without the good-bye of
 *   TLS
 * @MIRROR_BREAKS_ONCE: the same with large files, but not when asked for a piece
 * @MIRROR_PROMISES_LESS, @MIRROR_PROMISES_MORE: Content-Length is not that of the file
 * @MIRROR_STALLS: sends half and then nothing
 * @MIRROR_SLOW: a little at a time
 * @MIRROR_ANSWERS: with @status and nothing else
 * @MIRROR_SENDS: @body whatever was asked for
 * @MIRROR_LEADS: to @location, with the file's name behind it
 * @MIRROR_ELSEWHERE: a piece that begins where it was not asked to
 * @MIRROR_REPACKED: the same content, with other bytes
 */
typedef enum {
  MIRROR_SERVES,
  MIRROR_WHOLE,
  MIRROR_BREAKS,
  MIRROR_BREAKS_ONCE,
  MIRROR_PROMISES_LESS,
  MIRROR_PROMISES_MORE,
  MIRROR_STALLS,
  MIRROR_SLOW,
  MIRROR_ANSWERS,
  MIRROR_SENDS,
  MIRROR_LEADS,
  MIRROR_ELSEWHERE,
  MIRROR_REPACKED,
} MirrorKind;

/**
 * Mirror:
 * @url: on loopback
 * @requests: atomic: so many came
 * @pieces: atomic: so many of them asked for a piece
 * @files: (element-type utf8 GBytes): by name
 *
 * A server for tests, on threads of its own. Set the members before the first request.
 */
typedef struct {
  MirrorKind kind;
  guint status;
  GBytes *body;
  char *location;
  GHashTable *files, *repacked;

  GTlsCertificate *certificate;
  char *url;
  gint requests, pieces, active;
  GSocketService *service;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
} Mirror;

Mirror *mirror_new (MirrorKind kind, GHashTable *files);

/* The same over TLS, with tests/data/tls/@certificate.pem. */
Mirror *mirror_new_secure (MirrorKind kind, GHashTable *files, const char *certificate);

/* Has this process trust the authority of these certificates, and no other. */
void mirror_trust_authority (void);

void mirror_free (Mirror *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mirror, mirror_free)
