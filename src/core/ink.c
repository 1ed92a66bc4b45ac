/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ink.h"

#include "core/error.h"
#include "vision/opencv.h"

#include <string.h>

VwInkBox
vw_ink_find_box (const VwInk *self)
{
  guint left = self->width, top = self->height, right = 0, bottom = 0;

  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      if (self->pixels[(gsize) y * self->width + x] > 0)
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = y + 1;
        }
  if (bottom == 0)
    return (VwInkBox){ 0 };
  return (VwInkBox){ left, top, right - left, bottom - top };
}

static guint8 *
cut_out (const VwInk *self, const VwInkBox *box)
{
  guint8 *cut = g_malloc ((gsize) box->width * box->height);

  for (guint y = 0; y < box->height; y++)
    memcpy (cut + (gsize) y * box->width,
            self->pixels + (gsize) (box->y + y) * self->width + box->x, box->width);
  return cut;
}

gboolean
vw_ink_resize_box (const VwInk *self,
                   const VwInkBox *box,
                   guint width,
                   guint height,
                   guint8 *pixels,
                   GError **error)
{
  g_autofree guint8 *cut = cut_out (self, box);
  g_autofree char *message = NULL;
  VwOpencvImage image = { cut, box->width, box->height };

  if (vw_opencv_resize (&image, VW_OPENCV_AREA, width, height, pixels, &message))
    return TRUE;
  vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("OpenCV: %s"), message);
  return FALSE;
}
