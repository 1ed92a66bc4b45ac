/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/huge-pages.h"

#include <stdlib.h>
#include <sys/mman.h>

#define HUGE_PAGE ((gsize) 1 << 21)

gpointer
vw_huge_pages_try_alloc (gsize size)
{
  gsize whole = (size + HUGE_PAGE - 1) & ~(HUGE_PAGE - 1);
  gpointer memory = whole >= size ? aligned_alloc (HUGE_PAGE, whole) : NULL;

#ifdef MADV_HUGEPAGE
  /* A wish: without it the memory is as good, only slower. */
  if (memory != NULL)
    madvise (memory, whole, MADV_HUGEPAGE);
#endif
  return memory;
}
