/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"

/* Returns: (transfer none): the shipped sample, read once for all tests of a program. */
VwDataset *test_sample (void);
