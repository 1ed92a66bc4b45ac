/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * OpenCV behind C. No exception leaves it: a function that can fail returns %FALSE and says why
 * in @message, to be freed by the caller. OpenCV's own threads are switched off: the callers
 * bring theirs. All images are 8-bit grey, row-major, without gaps.
 */

/* Returns: (transfer none): the version of the library that runs, such as "4.6.0". */
const char *vw_opencv_version (void);

typedef enum {
  VW_OPENCV_NEAREST,
  VW_OPENCV_LINEAR,
  VW_OPENCV_CUBIC,
  VW_OPENCV_AREA,
  VW_OPENCV_LANCZOS,
} VwOpencvInterpolation;

typedef struct {
  int width, height;
} VwOpencvSize;

/* cv::resize() of @from to @to. Several threads at once are fine. */
gboolean vw_opencv_resize (const guint8 *from, VwOpencvSize from_size, guint8 *to,
                           VwOpencvSize to_size, VwOpencvInterpolation interpolation,
                           char **message);

/* The members of cv::KeyPoint but for its class. */
typedef struct {
  float x, y, size, angle, response;
  int octave;
} VwOpencvKeypoint;

typedef struct {
  int features;
  float scale_factor;
  int levels, edge_threshold, patch_size, fast_threshold;
} VwOpencvOrbSettings;

/* cv::ORB with Harris scores; one object a thread. */
typedef struct _VwOpencvOrb VwOpencvOrb;

VwOpencvOrb *vw_opencv_orb_new (const VwOpencvOrbSettings *settings, char **message);
void vw_opencv_orb_free (VwOpencvOrb *self);

/**
 * vw_opencv_orb_run:
 * @keypoints, @descriptors: (out) (transfer none): @n of them, and @n × 32 bytes; good until the
 *   next run
 *
 * cv::ORB::detectAndCompute().
 */
gboolean vw_opencv_orb_run (VwOpencvOrb *self, const guint8 *pixels, VwOpencvSize size,
                            const VwOpencvKeypoint **keypoints, const guint8 **descriptors,
                            guint *n, char **message);

/**
 * vw_opencv_retain_best:
 * @responses: @n values
 * @most: how many to keep; those that tie with the last one are kept too
 * @kept: (out caller-allocates): up to @n indices into @responses, in OpenCV's order
 *
 * cv::KeyPointsFilter::retainBest(), whose order among the kept depends on the C++ library.
 *
 * Returns: how many were kept.
 */
guint vw_opencv_retain_best (const float *responses, guint n, int most, guint *kept);

/* cv::fastAtan2(): degrees, 0 … 360, to about 0.3°. */
float vw_opencv_atan2 (float y, float x);

/**
 * vw_opencv_random_pattern:
 * @points: (out caller-allocates): 512 × (x, y)
 *
 * The test points that cv::ORB draws for a patch size that has no learned ones.
 */
void vw_opencv_random_pattern (int patch_size, gint8 *points);

/* cv::getGaussianKernel() in float; @taps values. */
void vw_opencv_gaussian_kernel (int taps, double sigma, float *kernel);

/* How many corners cv::FAST() finds, with or without non-maximum suppression. */
guint vw_opencv_count_fast (const guint8 *pixels, VwOpencvSize size, int threshold,
                            gboolean suppress);

G_END_DECLS
