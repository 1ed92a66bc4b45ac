/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * VwAnswerBegin:
 * @VW_ANSWER_FAILED: with an error
 * @VW_ANSWER_THERE: the body begins where it was asked to
 * @VW_ANSWER_START: the body is the whole file
 * @VW_ANSWER_ELSEWHERE: the server cannot go on from there; ask for the whole file
 */
typedef enum {
  VW_ANSWER_FAILED,
  VW_ANSWER_THERE,
  VW_ANSWER_START,
  VW_ANSWER_ELSEWHERE,
} VwAnswerBegin;

/* What a server sends for one address, after redirects. */
typedef struct _VwAnswer VwAnswer;

/**
 * vw_answer_new:
 * @from: the first byte wanted
 *
 * Asks for the file as it is stored, with no coding of the transport's. At most five redirects
 * are followed, to http and https, and none from https to http.
 *
 * Returns: (transfer full): or %NULL with a %VW_ERROR that names @url, or %G_IO_ERROR_CANCELLED.
 */
VwAnswer *vw_answer_new (SoupSession *session,
                         const char *url,
                         guint64 from,
                         GCancellable *cancellable,
                         GError **error);

/* Where the body begins, by the answer's status and headers. */
VwAnswerBegin vw_answer_begins (VwAnswer *self, GError **error);

/* Returns: bytes that the body has, 0 when the server does not say. */
guint64 vw_answer_length (VwAnswer *self);

/* Returns: bytes read, 0 at the end, −1 with @error: %VW_ERROR_TRUNCATED when it broke off. */
gssize vw_answer_read (VwAnswer *self,
                       guint8 *bytes,
                       gsize size,
                       GCancellable *cancellable,
                       GError **error);

void vw_answer_free (VwAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwAnswer, vw_answer_free)

G_END_DECLS
