/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb.h"

#include <string.h>

G_BEGIN_DECLS

#define VW_HAMMING_LANES 32 /* words side by side in a block */

/**
 * VwHammingWords:
 * @patterns: words × 32 bytes
 * @blocks: of 32 words, the last one filled up with words that are not looked at
 * @nibbles: blocks × 64 × 32 bytes: for each block the first half byte of its words, the second …
 *
 * Words that descriptors are compared with bit by bit, as they are and as vectors want them.
 */
typedef struct {
  guint words;
  guint8 *patterns;
  guint blocks;
  guint8 *nibbles;
} VwHammingWords;

void vw_hamming_words_init (VwHammingWords *self, const guint8 *patterns, guint words);
void vw_hamming_words_clear (VwHammingWords *self);

/**
 * VwHammingKernels:
 * @nearest: the word with the fewest bits that differ from @descriptor's, the lowest of equals;
 *   *@distance is how many differ
 * @distances: how many bits of each of @n descriptors differ from those of @to
 *
 * Plain C and AVX2 give the same numbers.
 */
typedef struct {
  guint (*nearest) (const VwHammingWords *words, const guint8 *descriptor, guint *distance);
  void (*distances) (const guint8 *descriptors, gsize n, const guint8 *to, guint32 *distances);
} VwHammingKernels;

extern const VwHammingKernels vw_hamming_kernels_plain;
#ifdef VW_HAVE_AVX2
extern const VwHammingKernels vw_hamming_kernels_avx2;
#endif

/* Returns: the fastest kernels that this processor runs. */
const VwHammingKernels *vw_hamming_kernels_get (void);

/* How many bits of two descriptors differ. */
static inline guint
vw_hamming_distance (const guint8 *a, const guint8 *b)
{
  guint64 x[VW_DESCRIPTOR_BYTES / 8], y[VW_DESCRIPTOR_BYTES / 8];
  int sum = 0;

  memcpy (x, a, sizeof x);
  memcpy (y, b, sizeof y);
  for (guint i = 0; i < G_N_ELEMENTS (x); i++)
    sum += __builtin_popcountll (x[i] ^ y[i]);
  return (guint) sum;
}

/* VwHammingKernels' @nearest, word by word. */
static inline guint
vw_hamming_nearest_one_by_one (const VwHammingWords *words, const guint8 *descriptor,
                               guint *distance)
{
  guint best = 0;

  *distance = G_MAXUINT;
  for (guint w = 0; w < words->words; w++)
    {
      guint bits
          = vw_hamming_distance (descriptor, words->patterns + (gsize) w * VW_DESCRIPTOR_BYTES);

      if (bits < *distance)
        {
          *distance = bits;
          best = w;
        }
    }
  return best;
}

G_END_DECLS
