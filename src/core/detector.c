/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/detector.h"

#include "core/error.h"
#include "core/upscale.h"
#include "vision/opencv.h"

struct _VwDetector {
  VwUpscaler *upscaler;
  VwOrb *orb;          /* one of the two engines */
  VwOpencvOrb *opencv;
  VwDetection detection;
  VwOrbFrame sizes; /* of the levels, for the engine that does not tell them */
};

static gboolean
make_opencv (VwDetector *self, const VwParameters *p, GError **error)
{
  VwOpencvOrbSettings settings = { p->features, (float) p->scale_factor, p->levels,
                                   p->edge_threshold, p->patch_size, p->fast_threshold };
  g_autofree char *message = NULL;

  self->opencv = vw_opencv_orb_new (&settings, &message);
  if (self->opencv != NULL)
    return TRUE;
  vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("OpenCV failed: %s"), message);
  return FALSE;
}

VwDetector *
vw_detector_new (const VwParameters *parameters, guint rows, guint cols, GError **error)
{
  g_autoptr (VwDetector) self = g_new0 (VwDetector, 1);

  self->upscaler = vw_upscaler_new (parameters, rows, cols);
  self->detection.width = vw_upscaler_get_width (self->upscaler);
  self->detection.height = vw_upscaler_get_height (self->upscaler);
  /* Its check of the levels' sizes is wanted for both engines. */
  self->orb = vw_orb_new (parameters, self->detection.width, self->detection.height, error);
  if (self->orb == NULL)
    return NULL;
  if (parameters->engine == VW_ENGINE_OPENCV && !make_opencv (self, parameters, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vw_detector_skip_counts (VwDetector *self)
{
  vw_orb_skip_counts (self->orb);
}

void
vw_detector_free (VwDetector *self)
{
  g_clear_pointer (&self->upscaler, vw_upscaler_free);
  g_clear_pointer (&self->orb, vw_orb_free);
  g_clear_pointer (&self->opencv, vw_opencv_orb_free);
  g_free (self);
}

G_STATIC_ASSERT (sizeof (VwKeypoint) == sizeof (VwOpencvKeypoint));

static const VwOrbFrame *
run_opencv (VwDetector *self, GError **error)
{
  VwOpencvSize size = { (int) self->detection.width, (int) self->detection.height };
  const VwOpencvKeypoint *keypoints = NULL;
  g_autofree char *message = NULL;
  VwOrbFrame *frame = &self->sizes;

  if (!vw_opencv_orb_run (self->opencv, self->detection.pixels, size, &keypoints,
                          &frame->descriptors, &frame->n_keypoints, &message))
    {
      vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("OpenCV failed: %s"), message);
      return NULL;
    }
  frame->keypoints = (const VwKeypoint *) keypoints; /* same members, as asserted above */
  frame->n_levels = vw_orb_level_sizes (self->orb, frame->levels);
  for (guint i = 0; i < frame->n_keypoints; i++)
    frame->levels[frame->keypoints[i].octave].kept++;
  return frame;
}

const VwDetection *
vw_detector_run (VwDetector *self, const guint8 *image, GError **error)
{
  const VwOrbFrame *frame;

  self->detection.pixels = vw_upscaler_run (self->upscaler, image, error);
  if (self->detection.pixels == NULL)
    return NULL;
  frame = self->opencv != NULL ? run_opencv (self, error)
                               : vw_orb_extract (self->orb, self->detection.pixels, error);
  if (frame == NULL)
    return NULL;
  self->detection.frame = *frame;
  return &self->detection;
}
