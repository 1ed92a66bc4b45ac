/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/kernels.h"
#include "core/upscale.h"

G_BEGIN_DECLS

/* vw_upscaler_new() with given kernels, so that a test can run those of another machine. */
VwUpscaler *vw_upscaler_new_with_kernels (const VwParameters *parameters, guint rows, guint cols,
                                          const VwKernels *kernels);

G_END_DECLS
