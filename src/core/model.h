/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/classifier.h"
#include "core/known-data.h"
#include "core/metrics.h"
#include "core/parameters.h"
#include "core/vocabulary.h"

G_BEGIN_DECLS

#define VW_MODEL_SUFFIX ".vwm"

/**
 * VwModel:
 * @class_names: n_classes names in the user's words, %NULL-terminated
 * @stored_names: (nullable): the names that its file has, where those are others
 * @metrics: of the test split it was trained with
 * @data_sha256: of the data set it was trained on
 * @rows, @cols: size of that data set's images
 * @train_images: training images with keypoints
 * @version: of the program that trained it
 *
 * What training gives, and all that classifying needs. Holds nothing that depends on when, where
 * or how fast it was trained, so equal input gives equal files. Immutable once shared,
 * reference-counted.
 */
typedef struct {
  gatomicrefcount refs; /* private */
  VwParameters parameters;
  VwVocabulary *vocabulary;
  VwClassifier *classifier;
  VwMetrics *metrics;
  char **class_names, **stored_names;
  char *data_sha256;
  guint rows, cols;
  guint64 train_descriptors;
  guint train_images, train_total;
  double inertia;
  char *version;
} VwModel;

/* Gives the classes their names, in the user's words where they are those of known data.
   @names: (transfer full) */
void vw_model_take_class_names (VwModel *self, char **names);

/* Returns: (transfer full): an empty model to fill in. */
VwModel *vw_model_new (void);
VwModel *vw_model_ref (VwModel *self);
void vw_model_unref (VwModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VwModel, vw_model_unref)

/* Returns: (transfer full): the same, calling the classes of known data in the words of @translate;
   @self when they are no known data's. */
VwModel *vw_model_say (VwModel *self, VwTranslateName translate);

/**
 * vw_model_check_size:
 * @n_classes: of the data
 *
 * Whether a model with these parameters fits into a file that vw_model_load() reads: the classifier
 * has a weight for each word, cell, direction and class. Known before anything is trained.
 *
 * Returns: %FALSE with %VW_ERROR_TRAINING.
 */
gboolean vw_model_check_size (const VwParameters *parameters, guint n_classes, GError **error);

/* Returns: the index of the class of that name, the user's or the stored one, −1 when there is none. */
int vw_model_find_class (const VwModel *self, const char *name);

/**
 * vw_model_save:
 *
 * Writes a .npz that numpy.load() opens: centers, coef, intercept, classes and the JSON text meta.
 * The file appears whole or not at all, and the same model gives the same bytes.
 */
gboolean vw_model_save (const VwModel *self, const char *path, GError **error);

/**
 * vw_model_load:
 *
 * Trusts nothing in the file: sizes are compared with the file's before memory is asked for, the
 * checksum and every shape, range and finite number is checked, a version it does not know is
 * refused by name.
 *
 * Returns: (transfer full): or %NULL with an error that names the file.
 */
VwModel *vw_model_load (const char *path, GError **error);

/* The same from memory; @name is for messages. */
VwModel *vw_model_parse (GBytes *bytes, const char *name, GError **error);

/* Whether a file of this beginning is a model's, and no other .npz. */
gboolean vw_model_begins_so (const guint8 *begin, gsize size);

G_END_DECLS
