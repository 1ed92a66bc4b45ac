/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vw_installation_data:
 * @name: below share/visual-words
 *
 * Where a data file of the program is: in $VW_DATADIR if that is set, which is how it runs
 * uninstalled; else beside the program's own folder, wherever the installation was moved to; else
 * where it was configured to be. Nobody looks whether it is there.
 *
 * Returns: (transfer full): a path.
 */
char *vw_installation_data (const char *name);

/* Returns: (transfer full): the folder of the translations, found in the same way by $VW_LOCALEDIR. */
char *vw_installation_locale (void);

G_END_DECLS
