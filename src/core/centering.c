/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/centering.h"

#include <math.h>
#include <string.h>

#define MIDDLE 14 /* the pixel of the field that gets the centre of mass */

/* Sides of a picture whose longer one becomes @side. */
static void
fit (guint width, guint height, guint side, guint *fit_width, guint *fit_height)
{
  double scale = (double) side / MAX (width, height);

  *fit_width = (guint) MAX (lround (width * scale), 1);
  *fit_height = (guint) MAX (lround (height * scale), 1);
}

/* Centre of mass; exact, as long as sums of bytes are. */
static void
find_mass (const guint8 *pixels, guint width, guint height, double *x, double *y)
{
  guint64 mass = 0, moment_x = 0, moment_y = 0;

  for (guint row = 0; row < height; row++)
    for (guint column = 0; column < width; column++)
      {
        guint ink = pixels[row * width + column];

        mass += ink;
        moment_x += ink * (2 * column + 1);
        moment_y += ink * (2 * row + 1);
      }
  *x = mass > 0 ? moment_x / (2.0 * mass) : width / 2.0; /* ink so faint that scaling lost it */
  *y = mass > 0 ? moment_y / (2.0 * mass) : height / 2.0;
}

/* Where @length pixels begin so that @mass in them comes to the middle. */
static guint
place (double mass, guint length)
{
  return (guint) CLAMP (MIDDLE - (int) floor (mass), 0, (int) (VW_FIELD_SIDE - length));
}

static void
put (VwCentering *self, const guint8 *pixels, guint left, guint top, guint width, guint height)
{
  for (guint y = 0; y < height; y++)
    memcpy (self->pixels + (top + y) * VW_FIELD_SIDE + left, pixels + y * width, width);
}

static void
note_box (VwCentering *self, double left, double top)
{
  self->left = left;
  self->top = top;
  self->width = self->ink.width * self->scale;
  self->height = self->ink.height * self->scale;
}

gboolean
vw_centering_apply (const VwInk *ink, VwCentering *out, GError **error)
{
  guint8 digit[VW_FIELD_BOX * VW_FIELD_BOX];
  guint width, height, left, top;

  *out = (VwCentering){ .ink = vw_ink_find_box (ink) };
  out->blank = out->ink.width == 0;
  if (out->blank)
    return TRUE;
  fit (out->ink.width, out->ink.height, VW_FIELD_BOX, &width, &height);
  if (!vw_ink_resize_box (ink, &out->ink, width, height, digit, error))
    return FALSE;
  find_mass (digit, width, height, &out->mass_x, &out->mass_y);
  left = place (out->mass_x, width);
  top = place (out->mass_y, height);
  put (out, digit, left, top, width, height);
  out->scale = (double) VW_FIELD_BOX / MAX (out->ink.width, out->ink.height);
  note_box (out, left, top);
  out->mass_x += left;
  out->mass_y += top;
  return TRUE;
}

gboolean
vw_centering_skip (const VwInk *ink, VwCentering *out, GError **error)
{
  guint8 all[VW_FIELD_SIDE * VW_FIELD_SIDE];
  const VwInkBox whole = { 0, 0, ink->width, ink->height };
  guint width, height, left, top;

  *out = (VwCentering){ .ink = vw_ink_find_box (ink) };
  out->blank = out->ink.width == 0;
  if (out->blank)
    return TRUE;
  fit (ink->width, ink->height, VW_FIELD_SIDE, &width, &height);
  if (!vw_ink_resize_box (ink, &whole, width, height, all, error))
    return FALSE;
  left = (VW_FIELD_SIDE - width) / 2;
  top = (VW_FIELD_SIDE - height) / 2;
  put (out, all, left, top, width, height);
  out->scale = (double) VW_FIELD_SIDE / MAX (ink->width, ink->height);
  note_box (out, left + out->ink.x * out->scale, top + out->ink.y * out->scale);
  find_mass (out->pixels, VW_FIELD_SIDE, VW_FIELD_SIDE, &out->mass_x, &out->mass_y);
  return TRUE;
}
