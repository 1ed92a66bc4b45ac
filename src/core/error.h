/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VwErrorCode:
 * @VW_ERROR_FORMAT: the file is not what it should be
 * @VW_ERROR_TRUNCATED: the file ends before what its header promises
 * @VW_ERROR_TOO_LARGE: the file, or what it unpacks to, is beyond what is accepted
 * @VW_ERROR_MISMATCH: two parts that belong together disagree (images and labels, sizes)
 * @VW_ERROR_EMPTY: nothing in it to work with
 * @VW_ERROR_UNSUPPORTED: a valid file of a version or kind this program does not read
 * @VW_ERROR_CHECKSUM: the content is not what was written
 * @VW_ERROR_PARAMETER: a setting is outside its range or of no known name
 * @VW_ERROR_TRAINING: the data cannot be trained on with these settings
 * @VW_ERROR_SYSTEM: a library or the operating system refused
 *
 * Cancelling is never one of these but always %G_IO_ERROR_CANCELLED; files that cannot be
 * opened or written keep GIO's own errors, which name the file.
 */
typedef enum {
  VW_ERROR_FORMAT,
  VW_ERROR_TRUNCATED,
  VW_ERROR_TOO_LARGE,
  VW_ERROR_MISMATCH,
  VW_ERROR_EMPTY,
  VW_ERROR_UNSUPPORTED,
  VW_ERROR_CHECKSUM,
  VW_ERROR_PARAMETER,
  VW_ERROR_TRAINING,
  VW_ERROR_SYSTEM,
} VwErrorCode;

#define VW_ERROR (vw_error_quark ())
GQuark vw_error_quark (void);

/* Marks a string for translation without translating it: the core knows no languages. */
#ifndef N_
#define N_(String) (String) /* to the letter as <glib/gi18n.h> has it */
#endif

/**
 * vw_error_set:
 * @error: (out) (optional): where to put it
 * @file: (nullable): the file at fault; it opens the message as "FILE: reason"
 * @reason: the reason in English, marked N_(), with no conversion but %s: what is to be said of the
 *   file, "is empty", or a clause of its own, "line 3 has no value", which begins with a capital, an
 *   article, a mark or one of "another", "its" and "line"
 * @...: one string for each %s, paths too: whatever is not UTF-8 in one is made so
 *
 * The reason and its strings are kept in the error, so that vw_error_describe() can say the
 * same in another language.
 */
void vw_error_set (GError **error, VwErrorCode code, const char *file, const char *reason, ...)
    G_GNUC_PRINTF (4, 5);

/* The same with a reason out of a table, which has no %s. */
void vw_error_set_literal (GError **error, VwErrorCode code, const char *file, const char *reason);

/**
 * vw_error_add_cause:
 * @error: made by vw_error_set()
 * @cause: what led to it; one of several
 *
 * The message of @cause becomes another line of that of @error, and like it can be said in
 * another language.
 */
void vw_error_add_cause (GError *error, const GError *cause);

/**
 * vw_error_describe:
 * @translate: (nullable): gives the translation of a reason, for example gettext()
 *
 * Returns: (transfer full): the message of @error, "FILE: reason", in the language of
 *   @translate; an error of another domain keeps its message.
 */
char *vw_error_describe (const GError *error, const char *(*translate) (const char *reason));

/**
 * VwErrorParts:
 * @file: (nullable): the file at fault
 * @reason: translated
 * @is_predicate: the reason is said of the file, and no clause of its own
 * @causes: (nullable): of GError
 *
 * What a sentence about an error is made of; borrowed but for @reason.
 */
typedef struct {
  const char *file;
  char *reason;
  gboolean is_predicate;
  const GPtrArray *causes;
} VwErrorParts;

/* @parts: (out): @reason is to be freed. Returns: %FALSE for an error of another domain, which has none. */
gboolean vw_error_take_apart (const GError *error, const char *(*translate) (const char *reason),
                              VwErrorParts *parts);

G_END_DECLS
