/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conformance/oracle.h"

#include <string.h>

VwOpencvOrb *
oracle_new (const VwParameters *parameters)
{
  VwOpencvOrbSettings settings = { parameters->features,       parameters->scale_factor,
                                   parameters->levels,         parameters->edge_threshold,
                                   parameters->patch_size,     parameters->fast_threshold };
  g_autofree char *message = NULL;
  VwOpencvOrb *oracle = vw_opencv_orb_new (&settings, &message);

  g_assert_cmpstr (message, ==, NULL);
  return oracle;
}

/* Both are six numbers of 4 bytes in the same order. */
G_STATIC_ASSERT (sizeof (VwKeypoint) == sizeof (VwOpencvKeypoint));
G_STATIC_ASSERT (sizeof (VwKeypoint) == 24);

gboolean
oracle_agrees (VwOpencvOrb *oracle, const VwOpencvImage *image, const VwOrbFrame *frame)
{
  const VwOpencvKeypoint *keypoints;
  const guint8 *descriptors;
  g_autofree char *message = NULL;
  guint n;

  vw_opencv_orb_detect (oracle, image, &keypoints, &descriptors, &n, &message);
  g_assert_cmpstr (message, ==, NULL);
  if (frame->n_keypoints != n)
    return FALSE;
  return n == 0
         || (memcmp (frame->keypoints, keypoints, n * sizeof *keypoints) == 0
             && memcmp (frame->descriptors, descriptors, n * VW_DESCRIPTOR_BYTES) == 0);
}
