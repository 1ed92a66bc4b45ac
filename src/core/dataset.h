/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/parallel.h"

G_BEGIN_DECLS

typedef enum { VW_SPLIT_TRAIN, VW_SPLIT_TEST, VW_N_SPLITS } VwSplit;

/**
 * VwDataset:
 *
 * Labelled grey images of one size, in a train and a test split. Immutable and
 * reference-counted: every function here is safe from any thread.
 */
typedef struct _VwDataset VwDataset;

/**
 * VwDatasetPart:
 * @pixels: count × rows × cols bytes, row-major, 0 = background
 * @labels: count bytes, each under the number of classes
 *
 * One split as it comes from a reader.
 */
typedef struct {
  GBytes *pixels;
  GBytes *labels;
  guint count;
} VwDatasetPart;

/**
 * VwDatasetContent:
 * @kind: "IDX", "NumPy", "CSV" or "images"
 * @source: (nullable): the file or folder it was read from
 * @turned: rows and columns were exchanged on reading
 * @class_names: (nullable): %NULL-terminated; %NULL for "0", "1" … up to the largest label
 *
 * All that a data set is made of; borrowed by vw_dataset_new().
 */
typedef struct {
  const char *kind;
  const char *source;
  guint rows, cols;
  gboolean turned;
  const char *const *class_names;
  VwDatasetPart parts[VW_N_SPLITS];
} VwDatasetContent;

/**
 * vw_dataset_new:
 *
 * Checks that sizes, counts and labels agree, and takes the SHA-256 of the content.
 *
 * Returns: (transfer full): the data set, or %NULL with %VW_ERROR_MISMATCH, %VW_ERROR_EMPTY.
 */
VwDataset *vw_dataset_new (const VwDatasetContent *content, GError **error);

/**
 * vw_dataset_load:
 * @source: "sample", a folder with the IDX files of MNIST or EMNIST or with a sub-folder of images a
 *   class, one of its IDX files, a Keras .npz or a .csv with one labelled image a line
 * @task: (nullable): for progress and cancelling
 *
 * Reads and checks a data set. Memory stays within a small multiple of what the files really
 * hold, whatever their headers say. Data that come in one part only (one CSV, one folder of
 * classes) are split: the last seventh of each class becomes the test split.
 *
 * Returns: (transfer full): the data set, or %NULL with an error that names the file.
 */
VwDataset *vw_dataset_load (const char *source, const VwTask *task, GError **error);

/* The same with every image as it is stored: vw_dataset_load() turns those of EMNIST upright, which
   are stored with rows and columns exchanged and known by the names of their files. */
VwDataset *vw_dataset_load_as_stored (const char *source, const VwTask *task, GError **error);

VwDataset *vw_dataset_ref (VwDataset *self);
void vw_dataset_unref (VwDataset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwDataset, vw_dataset_unref)

const char *vw_dataset_get_kind (const VwDataset *self);
const char *vw_dataset_get_source (const VwDataset *self); /* (nullable) */
gboolean vw_dataset_is_turned (const VwDataset *self); /* vw_dataset_load() turned it upright */
guint vw_dataset_get_rows (const VwDataset *self);
guint vw_dataset_get_cols (const VwDataset *self);
guint vw_dataset_get_n_classes (const VwDataset *self);
const char *vw_dataset_get_class_name (const VwDataset *self, guint label);

/* The same as files have it, in English where the class is one of known data. */
const char *vw_dataset_get_stored_class_name (const VwDataset *self, guint label);
guint vw_dataset_get_count (const VwDataset *self, VwSplit split);

/* Returns: (transfer none): rows × cols bytes. */
const guint8 *vw_dataset_get_image (const VwDataset *self, VwSplit split, guint index);

/* Returns: (transfer none): one label an image. */
const guint8 *vw_dataset_get_labels (const VwDataset *self, VwSplit split);

/* How many images of @split have @label. */
guint vw_dataset_get_class_count (const VwDataset *self, VwSplit split, guint label);

/**
 * vw_dataset_get_part_sha256:
 * @labels: the labels' hash instead of the images'
 *
 * Returns: (transfer none): hexadecimal SHA-256 of the part as an uncompressed IDX file, which is
 *   what MNIST's published files hash to, whatever format this data set came in.
 */
const char *vw_dataset_get_part_sha256 (const VwDataset *self, VwSplit split, gboolean labels);

/* Returns: (transfer none): hexadecimal SHA-256 of the four parts as IDX, one after another. */
const char *vw_dataset_get_sha256 (const VwDataset *self);

/* Whether this is the canonical MNIST, all 70,000 digits of it, by its SHA-256. */
gboolean vw_dataset_is_mnist (const VwDataset *self);

/* Returns: (transfer none) (nullable): "mnist", "fashion-mnist" or "sample" when @sha256 is that of
   the canonical MNIST, of Fashion-MNIST or of the shipped sample. */
const char *vw_dataset_name_of_sha256 (const char *sha256);

const char *vw_split_name (VwSplit split); /* "train", "test" */

G_END_DECLS
