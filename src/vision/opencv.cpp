/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vision/opencv.h"

#include <opencv2/core.hpp>

const char *
vw_opencv_version (void)
{
  static const std::string version = cv::getVersionString ();

  return version.c_str ();
}
