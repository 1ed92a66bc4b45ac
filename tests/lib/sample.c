/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/sample.h"

VwDataset *
test_sample (void)
{
  static VwDataset *dataset;
  g_autoptr (GError) error = NULL;

  if (dataset == NULL)
    dataset = vw_dataset_load ("sample", NULL, &error);
  g_assert_no_error (error);
  return dataset;
}
