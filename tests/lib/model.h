/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model.h"

/* Returns: (transfer full): a model with made-up numbers, the same every time. Its classes have
   names that JSON must escape. */
VwModel *test_model_new (VwVocabularyKind kind, VwPyramid pyramid);
