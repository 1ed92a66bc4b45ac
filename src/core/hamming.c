/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hamming.h"

#define DIMS VW_DESCRIPTOR_BYTES

static void
lay_out_word (VwHammingWords *self, guint word)
{
  const guint8 *pattern = self->patterns + (gsize) word * DIMS;
  guint8 *to = self->nibbles + (gsize) (word / VW_HAMMING_LANES) * 2 * DIMS * VW_HAMMING_LANES
               + word % VW_HAMMING_LANES;

  for (guint d = 0; d < DIMS; d++)
    {
      to[2 * d * VW_HAMMING_LANES] = pattern[d] & 15;
      to[(2 * d + 1) * VW_HAMMING_LANES] = pattern[d] >> 4;
    }
}

void
vw_hamming_words_init (VwHammingWords *self, const guint8 *patterns, guint words)
{
  self->words = words;
  self->patterns = g_memdup2 (patterns, (gsize) words * DIMS);
  self->blocks = (words + VW_HAMMING_LANES - 1) / VW_HAMMING_LANES;
  self->nibbles = g_aligned_alloc0 ((gsize) self->blocks * 2 * DIMS, VW_HAMMING_LANES,
                                    VW_HAMMING_LANES);
  for (guint w = 0; w < words; w++)
    lay_out_word (self, w);
}

void
vw_hamming_words_clear (VwHammingWords *self)
{
  g_clear_pointer (&self->patterns, g_free);
  g_clear_pointer (&self->nibbles, g_aligned_free);
}

static void
distances (const guint8 *descriptors, gsize n, const guint8 *to, guint32 *found)
{
  for (gsize i = 0; i < n; i++)
    found[i] = vw_hamming_distance (descriptors + i * DIMS, to);
}

const VwHammingKernels vw_hamming_kernels_plain = { vw_hamming_nearest_one_by_one, distances };

const VwHammingKernels *
vw_hamming_kernels_get (void)
{
#ifdef VW_HAVE_AVX2
  if (__builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("popcnt"))
    return &vw_hamming_kernels_avx2;
#endif
  return &vw_hamming_kernels_plain;
}
