/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/large-blocks.h"

#include <malloc.h>

void
vw_large_blocks_give_back (void)
{
#ifdef M_MMAP_THRESHOLD
  mallopt (M_MMAP_THRESHOLD, VW_LARGE_BLOCK); /* a fixed one; it would grow */
#endif
}
