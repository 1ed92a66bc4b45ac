/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reason.h"

G_BEGIN_DECLS

#define VW_REMEDIES_MOST 3

/* More keypoints than any MNIST digit has with the notebook's settings: nothing to be mended. */
#define VW_REMEDY_USEFUL 50

/**
 * VwRemedy:
 * @info: (transfer none): the one parameter to change
 * @value: what to change it to
 * @keypoints: how many the image then has
 */
typedef struct {
  const VwParameterInfo *info;
  double value;
  guint keypoints;
} VwRemedy;

/**
 * VwRemedies:
 * @wanted: whether the image has few keypoints or lost most of them to the quota
 * @n: how many of @found there are; 0, although @wanted, when nothing that was tried helps
 * @found: the best first, each of another parameter
 */
typedef struct {
  gboolean wanted;
  guint n;
  VwRemedy found[VW_REMEDIES_MOST];
} VwRemedies;

/**
 * VwRemedyCase:
 * @image: rows × cols bytes
 * @parameters: what @reason was found with
 */
typedef struct {
  const guint8 *image;
  guint rows, cols;
  const VwParameters *parameters;
  const VwReason *reason;
} VwRemedyCase;

/**
 * vw_remedies_find:
 *
 * What would give the image more keypoints, found out by trying: the detector runs with one
 * parameter changed at a time, in steps away from the present value. Of each parameter the first
 * step counts that at least doubles the keypoints and gives %VW_REMEDY_USEFUL of them; without
 * such a step the one that gives most, provided that it gives a quarter more. Parameters that
 * reach that goal come first, those that bear on the rule that binds before others; then the rest
 * by their keypoints. At most 20 runs of the detector, a few milliseconds.
 *
 * Returns: %FALSE with %VW_ERROR_SYSTEM when a library refuses.
 */
gboolean vw_remedies_find (const VwRemedyCase *given, VwRemedies *out, GError **error);

G_END_DECLS
