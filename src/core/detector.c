/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/detector.h"

#include "core/orb-private.h"
#include "core/upscale.h"
#include "vision/opencv.h"

struct _VwDetector {
  VwUpscaler *upscaler;
  VwOrb *staged;       /* one of these two is set */
  VwOpencvOrb *opencv;
  gboolean in_place;   /* the image is upscaled where ORB wants it */
  VwOrbLevel levels[VW_ORB_MAX_LEVELS]; /* of OpenCV's pyramid */
  GArray *keypoints;   /* of VwKeypoint, from OpenCV */
  VwDetection detection;
};

static VwOpencvOrb *
make_opencv (const VwParameters *parameters, GError **error)
{
  VwOpencvOrbSettings settings = { parameters->features,       parameters->scale_factor,
                                   parameters->levels,         parameters->edge_threshold,
                                   parameters->patch_size,     parameters->fast_threshold };
  char *message = NULL;
  VwOpencvOrb *opencv = vw_opencv_orb_new (&settings, &message);

  if (opencv == NULL)
    vw_orb_take_message (message, error);
  return opencv;
}

VwDetector *
vw_detector_new (const VwParameters *parameters, guint rows, guint cols, GError **error)
{
  g_autoptr (VwDetector) self = g_new0 (VwDetector, 1);
  VwDetection *detection = &self->detection;

  g_return_val_if_fail (rows > 0 && cols > 0, NULL);
  if (!vw_parameters_check (parameters, error))
    return NULL;
  self->upscaler = vw_upscaler_new (parameters, rows, cols);
  self->keypoints = g_array_new (FALSE, FALSE, sizeof (VwKeypoint));
  detection->width = vw_upscaler_get_width (self->upscaler);
  detection->height = vw_upscaler_get_height (self->upscaler);
  if (parameters->engine == VW_ENGINE_STAGED)
    {
      self->staged = vw_orb_new (parameters, detection->width, detection->height, error);
      return self->staged != NULL ? g_steal_pointer (&self) : NULL;
    }
  detection->frame.n_levels = parameters->levels;
  if (!vw_orb_plan_levels (parameters, detection->width, detection->height, self->levels, error))
    return NULL;
  self->opencv = make_opencv (parameters, error);
  return self->opencv != NULL ? g_steal_pointer (&self) : NULL;
}

void
vw_detector_skip_counts (VwDetector *self)
{
  if (self->staged != NULL)
    vw_orb_skip_counts (self->staged);
}

void
vw_detector_skip_pixels (VwDetector *self)
{
  self->in_place = self->staged != NULL;
  if (self->in_place)
    self->detection.pixels = NULL;
}

void
vw_detector_explain (VwDetector *self)
{
  if (self->staged != NULL)
    vw_orb_explain (self->staged);
}

void
vw_detector_free (VwDetector *self)
{
  g_clear_pointer (&self->upscaler, vw_upscaler_free);
  g_clear_pointer (&self->staged, vw_orb_free);
  g_clear_pointer (&self->opencv, vw_opencv_orb_free);
  g_clear_pointer (&self->keypoints, g_array_unref);
  g_free (self);
}

static gboolean
run_opencv (VwDetector *self, const guint8 *image, GError **error)
{
  VwDetection *detection = &self->detection;
  VwOrbFrame *frame = &detection->frame;
  VwOpencvImage upscaled = { NULL, detection->width, detection->height };
  const VwOpencvKeypoint *found;
  char *message = NULL;

  detection->pixels = vw_upscaler_run (self->upscaler, image, error);
  if (detection->pixels == NULL)
    return FALSE;
  upscaled.pixels = detection->pixels;
  if (!vw_opencv_orb_detect (self->opencv, &upscaled, &found, &frame->descriptors,
                             &frame->n_keypoints, &message))
    {
      vw_orb_take_message (message, error);
      return FALSE;
    }
  for (guint i = 0; i < frame->n_levels; i++)
    frame->levels[i] = (VwLevelCounts){ .width = self->levels[i].width,
                                        .height = self->levels[i].height };
  g_array_set_size (self->keypoints, 0);
  for (guint i = 0; i < frame->n_keypoints; i++)
    {
      const VwOpencvKeypoint *k = &found[i];
      VwKeypoint keypoint = { k->x, k->y, k->size, k->angle, k->response, k->octave };

      g_array_append_val (self->keypoints, keypoint);
      frame->levels[k->octave].kept++;
    }
  frame->keypoints = (const VwKeypoint *) self->keypoints->data;
  return TRUE;
}

static const VwOrbFrame *
run_staged (VwDetector *self, const guint8 *image, GError **error)
{
  VwDetection *detection = &self->detection;

  if (self->in_place)
    return vw_upscaler_fill (self->upscaler, image, vw_orb_get_image (self->staged), error)
               ? vw_orb_run (self->staged, error)
               : NULL;
  detection->pixels = vw_upscaler_run (self->upscaler, image, error);
  return detection->pixels != NULL ? vw_orb_extract (self->staged, detection->pixels, error) : NULL;
}

const VwDetection *
vw_detector_run (VwDetector *self, const guint8 *image, GError **error)
{
  VwDetection *detection = &self->detection;
  const VwOrbFrame *frame;

  if (self->opencv != NULL)
    return run_opencv (self, image, error) ? detection : NULL;
  frame = run_staged (self, image, error);
  if (frame == NULL)
    return NULL;
  detection->frame = *frame;
  return detection;
}
