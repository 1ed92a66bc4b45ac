/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of files that can be opened; %VW_FILE_DATA is also what nobody knows. */
typedef enum { VW_FILE_DATA, VW_FILE_MODEL, VW_FILE_PRESET, VW_FILE_RUN } VwFileKind;

/* What a file is, by what it begins with; where that says nothing, because it is damaged or is not
   there, by its ending. Reads less than a page of it. */
VwFileKind vw_file_kind (const char *path);

G_END_DECLS
