/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/orb.h"
#include "vision/opencv.h"

/* Returns: (transfer full): a cv::ORB with these parameters. */
VwOpencvOrb *oracle_new (const VwParameters *parameters);

/**
 * oracle_agrees:
 *
 * Whether @frame has the keypoints and descriptors that cv::ORB finds in @image, to the last bit
 * and in its order.
 */
gboolean oracle_agrees (VwOpencvOrb *oracle, const VwOpencvImage *image, const VwOrbFrame *frame);
