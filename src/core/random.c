/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/random.h"

/* GRand would do, but its numbers change with the G_RANDOM_VERSION of the environment. */
#define MULTIPLIER G_GUINT64_CONSTANT (6364136223846793005)
#define INCREMENT G_GUINT64_CONSTANT (1442695040888963407)

void
vw_random_init (VwRandom *self, guint64 seed)
{
  self->state = seed + INCREMENT;
  vw_random_bits (self);
}

guint32
vw_random_bits (VwRandom *self)
{
  guint64 old = self->state;
  guint32 shifted = (guint32) (((old >> 18) ^ old) >> 27);
  guint32 turn = (guint32) (old >> 59);

  self->state = old * MULTIPLIER + INCREMENT;
  return (shifted >> turn) | (shifted << ((32 - turn) & 31));
}

guint32
vw_random_below (VwRandom *self, guint32 n)
{
  guint32 lowest = -n % n; /* under it the last, incomplete round of 2^32 numbers begins */
  guint32 bits;

  do
    bits = vw_random_bits (self);
  while (bits < lowest);
  return bits % n;
}

double
vw_random_unit (VwRandom *self)
{
  guint64 high = vw_random_bits (self) >> 5, low = vw_random_bits (self) >> 6;

  return (high * 67108864.0 + low) / 9007199254740992.0;
}
