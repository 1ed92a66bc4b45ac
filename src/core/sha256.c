/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sha256.h"

#include <nettle/base16.h>

void
vw_sha256_init (VwSha256 *self)
{
  sha256_init (self);
}

void
vw_sha256_add (VwSha256 *self, gconstpointer data, gsize size)
{
  sha256_update (self, size, data);
}

char *
vw_sha256_text (const VwSha256 *self)
{
  VwSha256 ended = *self;
  guint8 digest[SHA256_DIGEST_SIZE];
  char *text = g_malloc0 (BASE16_ENCODE_LENGTH (sizeof digest) + 1);

  sha256_digest (&ended, sizeof digest, digest);
  base16_encode_update (text, sizeof digest, digest);
  return text;
}
