/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The core's reference-counted structs as boxed types, so that they can be properties. */
#include "app/session.h"

G_DEFINE_BOXED_TYPE (VwDataset, vw_dataset, vw_dataset_ref, vw_dataset_unref)
G_DEFINE_BOXED_TYPE (VwModel, vw_model, vw_model_ref, vw_model_unref)
G_DEFINE_BOXED_TYPE (VwWordGallery, vw_word_gallery, vw_word_gallery_ref, vw_word_gallery_unref)
