/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/orb-kernels.h"

const VwKernels *
vw_kernels_get (void)
{
#ifdef VW_HAVE_AVX2
  if (__builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma"))
    return &vw_kernels_avx2;
#endif
  return &vw_kernels_plain;
}
