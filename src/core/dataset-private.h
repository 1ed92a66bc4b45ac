/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"

G_BEGIN_DECLS

/* vw_dataset_new() with a task: hashing 55 MB takes long enough to be cancelled. */
VwDataset *vw_dataset_new_with_task (const VwDatasetContent *content, const VwTask *task,
                                     GError **error);

G_END_DECLS
