/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/histogram.h"

G_BEGIN_DECLS

/**
 * VwLinearProblem:
 * @labels: one a row of @rows, borrowed
 * @cost: liblinear's C
 *
 * What is to be trained; needed only until vw_liblinear_train() returns.
 */
typedef struct {
  const VwHistograms *rows;
  const guint8 *labels;
  guint n_classes;
  double cost;
} VwLinearProblem;

/**
 * vw_liblinear_train:
 * @weights: (out caller-allocates): n_classes × (dims + 1), row-major, the last of a row its
 *   bias; all 0 for a class without an example
 *
 * One binary problem a class against the rest, several at a time. liblinear's rows take 16 bytes
 * an entry while it works, shared by all classes.
 *
 * liblinear cannot be interrupted. When cancelled this returns within 100 ms, and solvers that are
 * at work end in the background; they read only copies that they own.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, or %VW_ERROR_SYSTEM without memory or threads.
 */
gboolean vw_liblinear_train (const VwLinearProblem *problem, const VwTask *task, double *weights,
                             GError **error);

/* Returns: how many solver threads of this process are still at work, abandoned ones too. */
guint vw_liblinear_running (void);

G_END_DECLS
