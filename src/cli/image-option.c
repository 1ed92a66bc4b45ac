/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/image-option.h"

#include "core/error.h"

void
vw_cli_pick_clear (VwCliPick *self)
{
  g_clear_pointer (&self->split, g_free);
}

gboolean
vw_cli_pick_split (const VwCliPick *self, VwSplit *split, GError **error)
{
  if (self->index == VW_CLI_NO_INDEX)
    {
      vw_error_set (error, VW_ERROR_PARAMETER, NULL,
                    N_ ("--index is needed, with the number of an image from 0 on"));
      return FALSE;
    }
  for (*split = 0; *split < VW_N_SPLITS; (*split)++)
    if (g_strcmp0 (self->split != NULL ? self->split : "test", vw_split_name (*split)) == 0)
      return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: “%s” is not one of %s"), "split",
                self->split, "train, test");
  return FALSE;
}

gboolean
vw_cli_pick_check (const VwCliPick *self, const VwDataset *dataset, VwSplit split, GError **error)
{
  guint count = vw_dataset_get_count (dataset, split);
  g_autofree char *given = g_strdup_printf ("%d", self->index);
  g_autofree char *last = g_strdup_printf ("%u", count - 1);

  if (self->index >= 0 && (guint) self->index < count)
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: %s is not a number from %s to %s"),
                "index", given, "0", last);
  return FALSE;
}
