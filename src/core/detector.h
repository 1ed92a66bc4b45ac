/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb.h"

G_BEGIN_DECLS

/**
 * VwDetection:
 * @pixels: (nullable): the upscaled image, width × height bytes; %NULL after vw_detector_skip_pixels()
 * @frame: keypoints, descriptors and counts; the counts of a level are all 0, but for
 *   @frame.levels[].kept, when the engine is OpenCV, which does not tell them
 *
 * Owned by the detector, good until its next use.
 */
typedef struct {
  const guint8 *pixels;
  guint width, height;
  VwOrbFrame frame;
} VwDetection;

/**
 * VwDetector:
 *
 * From a stored image to its keypoints: upscaling, then ORB by the engine that the parameters
 * name. Holds one thread's scratch memory: use one a thread.
 */
typedef struct _VwDetector VwDetector;

/**
 * vw_detector_new:
 * @rows, @cols: of the stored images
 *
 * Returns: (transfer full): or %NULL with %VW_ERROR_PARAMETER.
 */
VwDetector *vw_detector_new (const VwParameters *parameters, guint rows, guint cols, GError **error);
void vw_detector_free (VwDetector *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwDetector, vw_detector_free)

/* From now on the counts of the levels need not be found out: see vw_orb_skip_counts(). */
void vw_detector_skip_counts (VwDetector *self);

/* From now on the upscaled image need not be kept: the staged engine upscales to where it works. */
void vw_detector_skip_pixels (VwDetector *self);

/* From now on frames have a trace, if the engine is the staged one: see vw_orb_explain(). */
void vw_detector_explain (VwDetector *self);

/**
 * vw_detector_run:
 * @image: rows × cols bytes
 *
 * Returns: (transfer none): no keypoint is not an error; %NULL with %VW_ERROR_SYSTEM when OpenCV
 *   refuses.
 */
const VwDetection *vw_detector_run (VwDetector *self, const guint8 *image, GError **error);

G_END_DECLS
