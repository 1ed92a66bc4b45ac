/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* OpenCV behind C. No exception leaves it: a function that can fail returns %FALSE and a text. */

/* Returns: (transfer none): the version of the library that runs, such as "4.6.0". */
const char *vw_opencv_version (void);

G_END_DECLS
