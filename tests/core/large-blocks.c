/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/large-blocks.h"

#include <malloc.h>
#include <stdlib.h>

#define BLOCKS 8

/* Bytes that the allocator has from the system for nothing else than one large block each. */
static gsize
count_large (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.hblkhd;
}

/* Each block a little smaller than the one before, so that it would fit where that one was. */
static void
test_give_back (void)
{
  gsize before = count_large ();

  vw_large_blocks_give_back ();
  for (gsize i = 0; i < BLOCKS; i++)
    {
      gsize size = (24 - i) * VW_LARGE_BLOCK;
      volatile guint8 *block = malloc (size);

      g_assert_nonnull ((gpointer) block);
      block[0] = block[size - 1] = 1;
      if (i == 0 && count_large () == before)
        {
          free ((gpointer) block);
          g_test_skip ("another allocator than the C library's, as the sanitizers have");
          return;
        }
      g_assert_cmpuint (count_large (), >=, before + size);
      free ((gpointer) block);
      g_assert_cmpuint (count_large (), ==, before);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large-blocks/give-back", test_give_back);
  return g_test_run ();
}
