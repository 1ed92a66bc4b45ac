/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dataset.h"

G_BEGIN_DECLS

#define VW_KNOWN_PARTS (VW_N_SPLITS * 2)

/* Where a part stands in arrays of four: train images, train labels, test images, test labels. */
#define VW_KNOWN_PART(split, labels) ((split) *2 + ((labels) != FALSE))

/**
 * VwKnownData:
 * @name: in options and paths: "mnist"
 * @title: its own name, which no language translates
 * @class_names: (nullable): %NULL-terminated English, marked for translation; %NULL for digits
 * @rows, @cols: of an image
 * @counts: images of each split
 * @sha256: of the parts as uncompressed IDX files, hexadecimal
 *
 * A published data set, known by its content.
 */
typedef struct {
  const char *name, *title;
  const char *const *class_names;
  guint rows, cols;
  guint counts[VW_N_SPLITS];
  const char *sha256[VW_KNOWN_PARTS];
} VwKnownData;

/* Returns: (transfer none) (nullable): the @index-th of them; MNIST is the first. */
const VwKnownData *vw_known_data (guint index);

/* Returns: (transfer none) (nullable): the one of that name. */
const VwKnownData *vw_known_data_named (const char *name);

/* Returns: (transfer none) (nullable): the one whose four parts have these hashes. */
const VwKnownData *vw_known_data_find (char *const sha256[VW_KNOWN_PARTS]);

/* Gives the translation of an English name, for example gettext(). */
typedef const char *(*VwTranslateName) (const char *name);

/**
 * vw_class_names_translate_with:
 * @translate: asked at once for all there are, and kept by nobody
 *
 * From now on data sets and models that are made or read call the classes of known data in the
 * user's words. Files keep the English names. Call it before any thread is started; without it
 * names are English.
 */
void vw_class_names_translate_with (VwTranslateName translate);

/* Returns: (transfer full) (nullable): @names in the user's words; %NULL unless they are all those of
   known data, which the user's own folders are not, or when there are none but English ones. */
char **vw_class_names_translate (char *const *names);

/* Returns: (transfer full) (nullable): the same in the words of @translate, as for a figure in
   another language than the user's. */
char **vw_class_names_say (char *const *names, VwTranslateName translate);

/* Returns: (transfer none) (nullable): which of them a data set is. */
const VwKnownData *vw_dataset_get_known (const VwDataset *self);

/* Returns: (transfer full): the same, calling its classes in the words of @translate; @self when it is
   none of them. */
VwDataset *vw_dataset_say (VwDataset *self, VwTranslateName translate);

G_END_DECLS
