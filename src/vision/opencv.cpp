/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vision/opencv.h"

#include <cstring>
#include <new>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

struct _VwOpencvOrb {
  cv::Ptr<cv::ORB> orb;
  std::vector<cv::KeyPoint> found;
  cv::Mat bits;
  std::vector<VwOpencvKeypoint> keypoints;
};

namespace {

/* Runs @work; an exception becomes a message. */
template <typename Work>
gboolean
guarded (char **message, Work work)
{
  try
    {
      work ();
      return TRUE;
    }
  catch (const std::exception &problem)
    {
      if (message != nullptr)
        *message = g_strdup (problem.what ());
    }
  catch (...)
    {
      if (message != nullptr)
        *message = g_strdup ("OpenCV failed");
    }
  return FALSE;
}

/* OpenCV reads through it only, so the cast is safe. */
cv::Mat
borrow (const guint8 *pixels, VwOpencvSize size)
{
  return cv::Mat (size.height, size.width, CV_8UC1, const_cast<guint8 *> (pixels));
}

void
use_the_callers_threads ()
{
  static const bool done = (cv::setNumThreads (1), true);

  (void) done;
}

} // namespace

const char *
vw_opencv_version (void)
{
  static const std::string version = cv::getVersionString ();

  return version.c_str ();
}

gboolean
vw_opencv_resize (const guint8 *from, VwOpencvSize from_size, guint8 *to, VwOpencvSize to_size,
                  VwOpencvInterpolation interpolation, char **message)
{
  static const int flags[] = { cv::INTER_NEAREST, cv::INTER_LINEAR, cv::INTER_CUBIC,
                               cv::INTER_AREA, cv::INTER_LANCZOS4 };

  use_the_callers_threads ();
  return guarded (message, [&] {
    cv::Mat target = borrow (to, to_size);

    cv::resize (borrow (from, from_size), target, target.size (), 0, 0, flags[interpolation]);
  });
}

VwOpencvOrb *
vw_opencv_orb_new (const VwOpencvOrbSettings *s, char **message)
{
  VwOpencvOrb *self = nullptr;

  use_the_callers_threads ();
  guarded (message, [&] {
    cv::Ptr<cv::ORB> orb
        = cv::ORB::create (s->features, s->scale_factor, s->levels, s->edge_threshold, 0, 2,
                           cv::ORB::HARRIS_SCORE, s->patch_size, s->fast_threshold);

    self = new VwOpencvOrb;
    self->orb = orb;
  });
  return self;
}

void
vw_opencv_orb_free (VwOpencvOrb *self)
{
  delete self;
}

gboolean
vw_opencv_orb_run (VwOpencvOrb *self, const guint8 *pixels, VwOpencvSize size,
                   const VwOpencvKeypoint **keypoints, const guint8 **descriptors, guint *n,
                   char **message)
{
  return guarded (message, [&] {
    self->found.clear ();
    self->orb->detectAndCompute (borrow (pixels, size), cv::noArray (), self->found, self->bits);
    self->keypoints.clear ();
    for (const cv::KeyPoint &k : self->found)
      self->keypoints.push_back ({ k.pt.x, k.pt.y, k.size, k.angle, k.response, k.octave });
    *keypoints = self->keypoints.data ();
    *descriptors = self->bits.data;
    *n = self->keypoints.size ();
  });
}

guint
vw_opencv_retain_best (const float *responses, guint n, int most, guint *kept)
{
  std::vector<cv::KeyPoint> points (n);

  for (guint i = 0; i < n; i++)
    {
      points[i].response = responses[i];
      points[i].class_id = i;
    }
  cv::KeyPointsFilter::retainBest (points, most);
  for (guint i = 0; i < points.size (); i++)
    kept[i] = points[i].class_id;
  return points.size ();
}

float
vw_opencv_atan2 (float y, float x)
{
  return cv::fastAtan2 (y, x);
}

void
vw_opencv_random_pattern (int patch_size, gint8 *points)
{
  cv::RNG random (0x34985739);

  for (int i = 0; i < 2 * 512; i++)
    points[i] = random.uniform (-patch_size / 2, patch_size / 2 + 1);
}

void
vw_opencv_gaussian_kernel (int taps, double sigma, float *kernel)
{
  cv::Mat made = cv::getGaussianKernel (taps, sigma, CV_32F);

  memcpy (kernel, made.data, taps * sizeof *kernel);
}

guint
vw_opencv_count_fast (const guint8 *pixels, VwOpencvSize size, int threshold, gboolean suppress)
{
  std::vector<cv::KeyPoint> found;

  cv::FAST (borrow (pixels, size), found, threshold, suppress);
  return found.size ();
}
