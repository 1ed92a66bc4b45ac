/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vision/opencv.h"

#include <opencv2/core.hpp>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include <exception>
#include <mutex>
#include <vector>

const char *
vw_opencv_version (void)
{
  static const std::string version = cv::getVersionString ();

  return version.c_str ();
}

static void
stay_on_this_thread ()
{
  static std::once_flag once;

  std::call_once (once, [] { cv::setNumThreads (1); });
}

static void
say (char **message, const char *text)
{
  if (message != nullptr)
    *message = g_strdup (text);
}

/* Runs @work and turns whatever it throws into FALSE and a text. */
template <typename Work>
static gboolean
guarded (char **message, Work work)
{
  try
    {
      stay_on_this_thread ();
      work ();
      return TRUE;
    }
  catch (const cv::Exception &exception)
    {
      say (message, exception.err.c_str ());
    }
  catch (const std::exception &exception)
    {
      say (message, exception.what ());
    }
  catch (...)
    {
      say (message, "an exception of unknown type");
    }
  return FALSE;
}

/* A view: OpenCV's functions that are used here only read it. */
static cv::Mat
view (const VwOpencvImage *image)
{
  return cv::Mat (image->height, image->width, CV_8UC1, const_cast<guint8 *> (image->pixels));
}

gboolean
vw_opencv_resize (const VwOpencvImage *image, VwOpencvInterpolation interpolation, guint width,
                  guint height, guint8 *pixels, char **message)
{
  static const int flags[] = { cv::INTER_NEAREST, cv::INTER_LINEAR,   cv::INTER_CUBIC,
                               cv::INTER_AREA,    cv::INTER_LANCZOS4, cv::INTER_LINEAR_EXACT };

  return guarded (message, [=] {
    cv::Mat to (height, width, CV_8UC1, pixels);

    cv::resize (view (image), to, to.size (), 0, 0, flags[interpolation]);
    CV_Assert (to.data == pixels);
  });
}

struct _VwOpencvOrb {
  cv::Ptr<cv::ORB> orb;
  std::vector<cv::KeyPoint> found;
  std::vector<VwOpencvKeypoint> keypoints;
  cv::Mat descriptors;
};

VwOpencvOrb *
vw_opencv_orb_new (const VwOpencvOrbSettings *settings, char **message)
{
  VwOpencvOrb *self = nullptr;
  const int first_level = 0, points_a_test = 2;

  guarded (message, [&] {
    auto orb = cv::ORB::create (settings->features, settings->scale_factor, settings->levels,
                                settings->edge_threshold, first_level, points_a_test,
                                cv::ORB::HARRIS_SCORE, settings->patch_size,
                                settings->fast_threshold);

    self = new VwOpencvOrb{ orb, {}, {}, {} };
  });
  return self;
}

void
vw_opencv_orb_free (VwOpencvOrb *self)
{
  delete self;
}

gboolean
vw_opencv_orb_detect (VwOpencvOrb *self, const VwOpencvImage *image,
                      const VwOpencvKeypoint **keypoints, const guint8 **descriptors, guint *n,
                      char **message)
{
  return guarded (message, [=] {
    self->orb->detectAndCompute (view (image), cv::noArray (), self->found, self->descriptors);
    CV_Assert (self->found.empty () || self->descriptors.isContinuous ());
    self->keypoints.clear ();
    for (const cv::KeyPoint &k : self->found)
      self->keypoints.push_back ({ k.pt.x, k.pt.y, k.size, k.angle, k.response, k.octave });
    *keypoints = self->keypoints.data ();
    *descriptors = self->descriptors.data;
    *n = self->keypoints.size ();
  });
}

gboolean
vw_opencv_retain_best (const float *responses, guint n, guint keep, guint *order, guint *n_kept,
                       char **message)
{
  return guarded (message, [=] {
    std::vector<cv::KeyPoint> keypoints;

    keypoints.reserve (n);
    for (guint i = 0; i < n; i++)
      keypoints.emplace_back (0.f, 0.f, 0.f, 0.f, responses[i], 0, i);
    cv::KeyPointsFilter::retainBest (keypoints, keep);
    for (size_t i = 0; i < keypoints.size (); i++)
      order[i] = keypoints[i].class_id;
    *n_kept = keypoints.size ();
  });
}

gboolean
vw_opencv_random_points (int patch_size, guint n, int *points, char **message)
{
  return guarded (message, [=] {
    cv::RNG random (0x34985739);

    for (guint i = 0; i < 2 * n; i++)
      points[i] = random.uniform (-patch_size / 2, patch_size / 2 + 1);
  });
}

gboolean
vw_opencv_blurs_ends_alike (void)
{
  const int period = 8; /* of the pixels: with 32 in a vector, those from 32 on see what these saw */
  const guchar pixels[period] = { 13, 201, 90, 255, 38, 147, 66, 229 };
  cv::Mat row (1, 40, CV_8U), blurred;

  for (int x = 0; x < row.cols; x++)
    row.at<guchar> (x) = pixels[x % period];
  try
    {
      cv::sepFilter2D (row, blurred, CV_32F, cv::getGaussianKernel (7, 2, CV_32F),
                       cv::Mat::ones (1, 1, CV_32F));
    }
  catch (...)
    {
      return TRUE;
    }
  for (int x = 32; x + 3 < row.cols; x++)
    if (blurred.at<float> (x) != blurred.at<float> (x - period))
      return FALSE;
  return TRUE;
}

gboolean
vw_opencv_fast (const VwOpencvImage *image, int threshold, gboolean suppress,
                VwOpencvKeypoint **corners, guint *n, char **message)
{
  return guarded (message, [=] {
    std::vector<cv::KeyPoint> found;

    cv::FAST (view (image), found, threshold, suppress);
    *n = found.size ();
    *corners = g_new (VwOpencvKeypoint, found.size ());
    for (size_t i = 0; i < found.size (); i++)
      (*corners)[i] = { found[i].pt.x,  found[i].pt.y,     found[i].size,
                        found[i].angle, found[i].response, found[i].octave };
  });
}
