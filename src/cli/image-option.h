/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"

/**
 * VwCliPick:
 * @split: (nullable): "train" or "test" as given; %NULL means test
 * @index: as given, %VW_CLI_NO_INDEX when it was not
 *
 * The options that pick one image of a data set.
 */
typedef struct {
  char *split;
  int index;
} VwCliPick;

#define VW_CLI_NO_INDEX G_MININT
#define VW_CLI_PICK_INIT { NULL, VW_CLI_NO_INDEX }

/* Fits between the entries of a command; @pick is a #VwCliPick. */
#define VW_CLI_PICK_ENTRIES(pick) \
  { "index", 'i', 0, G_OPTION_ARG_INT, &(pick).index, N_ ("Number of the image, from 0"), "I" }, \
  { "split", 0, 0, G_OPTION_ARG_STRING, &(pick).split, N_ ("Split of the data (default: test)"), \
    "train|test" }

void vw_cli_pick_clear (VwCliPick *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VwCliPick, vw_cli_pick_clear)

/* Reads the split's name; on failure %VW_ERROR_PARAMETER. To be called before data are read. */
gboolean vw_cli_pick_split (const VwCliPick *self, VwSplit *split, GError **error);

/* Checks the index against the data; on failure %VW_ERROR_PARAMETER names the range. */
gboolean vw_cli_pick_check (const VwCliPick *self, const VwDataset *dataset, VwSplit split,
                            GError **error);
