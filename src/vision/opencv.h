/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * OpenCV behind C. No exception leaves it: a function that can fail returns %FALSE or %NULL and,
 * in @message (out) (optional) (transfer full), what OpenCV said, in English.
 *
 * OpenCV starts no threads of its own here: the callers run many images at once. Every function
 * is safe from several threads, each with its own #VwOpencvOrb.
 */

/* Returns: (transfer none): the version of the library that runs, such as "4.6.0". */
const char *vw_opencv_version (void);

typedef enum {
  VW_OPENCV_NEAREST,
  VW_OPENCV_LINEAR,
  VW_OPENCV_CUBIC,
  VW_OPENCV_AREA,
  VW_OPENCV_LANCZOS,
  VW_OPENCV_LINEAR_EXACT, /* ORB's own, between its pyramid levels */
} VwOpencvInterpolation;

/**
 * VwOpencvImage:
 * @pixels: width × height bytes, row-major, borrowed
 */
typedef struct {
  const guint8 *pixels;
  guint width, height;
} VwOpencvImage;

/**
 * vw_opencv_resize:
 * @pixels: (out caller-allocates): @width × @height bytes
 *
 * cv::resize().
 */
gboolean vw_opencv_resize (const VwOpencvImage *image, VwOpencvInterpolation interpolation,
                           guint width, guint height, guint8 *pixels, char **message);

typedef struct {
  int features;
  float scale_factor;
  int levels;
  int edge_threshold; /* pixels */
  int patch_size;     /* pixels */
  int fast_threshold; /* grey values */
} VwOpencvOrbSettings;

/* cv::KeyPoint without its class_id, which ORB leaves at −1. */
typedef struct {
  float x, y, size, angle, response;
  gint32 octave;
} VwOpencvKeypoint;

/**
 * VwOpencvOrb:
 *
 * A cv::ORB with two points a test and Harris scores, and its last result.
 */
typedef struct _VwOpencvOrb VwOpencvOrb;

/* Returns: (transfer full) (nullable): the detector. */
VwOpencvOrb *vw_opencv_orb_new (const VwOpencvOrbSettings *settings, char **message);
void vw_opencv_orb_free (VwOpencvOrb *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwOpencvOrb, vw_opencv_orb_free)

/**
 * vw_opencv_orb_detect:
 * @keypoints: (out) (transfer none): in OpenCV's order; good until the next call
 * @descriptors: (out) (transfer none): 32 bytes a keypoint; good until the next call
 * @n: (out): number of keypoints
 *
 * cv::ORB::detectAndCompute() without a mask.
 */
gboolean vw_opencv_orb_detect (VwOpencvOrb *self, const VwOpencvImage *image,
                               const VwOpencvKeypoint **keypoints, const guint8 **descriptors,
                               guint *n, char **message);

/**
 * vw_opencv_retain_best:
 * @responses: @n of them
 * @keep: how many to keep; ties with the last one kept are kept too
 * @order: (out caller-allocates): room for @n: indices of those kept, in OpenCV's order
 * @n_kept: (out)
 *
 * cv::KeyPointsFilter::retainBest(), whose order is the C++ library's choice.
 */
gboolean vw_opencv_retain_best (const float *responses, guint n, guint keep, guint *order,
                                guint *n_kept, char **message);

/**
 * vw_opencv_random_points:
 * @points: (out caller-allocates): room for @n × 2: x and y
 *
 * The points that ORB draws for its tests when the patch is not of the learned size: cv::RNG with
 * ORB's seed, uniform over the patch.
 */
gboolean vw_opencv_random_points (int patch_size, guint n, int *points, char **message);

/**
 * vw_opencv_blurs_ends_alike:
 *
 * Returns: whether ORB's blur rounds a row's last pixels, which do not fill a vector, as often as the
 *   others. With fused multiply-add it does where the compiler took that for them too: Debian's
 *   OpenCV 4.6 does, 4.10 does not. Always %TRUE without fused multiply-add.
 */
gboolean vw_opencv_blurs_ends_alike (void);

/**
 * vw_opencv_fast:
 * @suppress: after non-maximum suppression
 * @corners: (out) (transfer full): @n of them, row by row; their responses are 0 unless suppressed
 * @n: (out): number of corners
 *
 * cv::FAST() with the 16-pixel ring: the tests' yardstick.
 */
gboolean vw_opencv_fast (const VwOpencvImage *image, int threshold, gboolean suppress,
                         VwOpencvKeypoint **corners, guint *n, char **message);

G_END_DECLS
