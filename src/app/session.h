/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/dataset.h"
#include "core/guest.h"
#include "core/model.h"
#include "core/trainer.h"
#include "core/word-gallery.h"

G_BEGIN_DECLS

/* Which digits of the split are shown; the members combine. */
typedef enum { VW_VERDICT_ANY, VW_VERDICT_RIGHT, VW_VERDICT_WRONG } VwVerdict;

/**
 * VwDigitFilter:
 * @label: a class, −1 for any
 * @predicted: a class, −1 for any, VW_FILTER_NO_KEYPOINTS for images that got no prediction
 * @least_keypoints, @most_keypoints: range, G_MAXUINT for no upper bound
 * @word: a visual word of the model that the digit has, −1 for any
 */
#define VW_FILTER_NO_KEYPOINTS (-2)
typedef struct {
  int label;
  int predicted;
  VwVerdict verdict;
  guint least_keypoints, most_keypoints;
  int word;
} VwDigitFilter;

#define VW_DIGIT_FILTER_ALL ((VwDigitFilter){ -1, -1, VW_VERDICT_ANY, 0, G_MAXUINT, -1 })

#define VW_TYPE_DATASET (vw_dataset_get_type ())
#define VW_TYPE_MODEL (vw_model_get_type ())
#define VW_TYPE_WORD_GALLERY (vw_word_gallery_get_type ())
GType vw_dataset_get_type (void);      /* boxed */
GType vw_model_get_type (void);        /* boxed */
GType vw_word_gallery_get_type (void); /* boxed */

#define VW_TYPE_SESSION (vw_session_get_type ())
G_DECLARE_FINAL_TYPE (VwSession, vw_session, VW, SESSION, GObject)

/**
 * VwSession:
 *
 * What the window is about, and nothing of how it is shown. Pages bind to its properties and never
 * to each other. Properties, each with notify:
 *   "dataset" (boxed VwDataset, nullable), "model" (boxed VwModel, nullable),
 *   "split" (int, VwSplit), "selected" (uint, index within the split),
 *   "guest" (pointer to VwGuest, nullable: a digit from elsewhere that Digits shows instead),
 *   "parameters" (pointer to VwParameters: what the next training will use),
 *   "settings" (pointer to VwParameters: what Digits finds keypoints with),
 *   "filter" (pointer to VwDigitFilter: what the grid of Digits shows),
 *   "keypoint" (int: the keypoint of the selected digit to look at, −1 for none in particular),
 *   "word" (int: the visual word that Vocabulary shows, −1 for none),
 *   "gallery" (boxed VwWordGallery, nullable: what the model's words look like in its data),
 *   "gallery-wanted" (boolean: somebody would show the gallery).
 * "predictions" belong to the model and the current data set's test split: NULL when the model was
 * made from other data. Main thread only.
 */
VwSession *vw_session_new (void);

VwDataset *vw_session_get_dataset (VwSession *self);
void vw_session_set_dataset (VwSession *self, VwDataset *dataset);

VwModel *vw_session_get_model (VwSession *self);

/* @predictions: (nullable): gint16 a test image, VW_NO_PREDICTION without keypoints. */
void vw_session_set_model (VwSession *self, VwModel *model, GArray *predictions);
const GArray *vw_session_get_predictions (VwSession *self);

VwSplit vw_session_get_split (VwSession *self);
void vw_session_set_split (VwSession *self, VwSplit split);

guint vw_session_get_selected (VwSession *self);
void vw_session_set_selected (VwSession *self, guint index);

/* Returns: (transfer none) (nullable): the guest, until a digit of the data is selected. */
VwGuest *vw_session_get_guest (VwSession *self);
void vw_session_set_guest (VwSession *self, VwGuest *guest);

const VwParameters *vw_session_get_parameters (VwSession *self);
void vw_session_set_parameters (VwSession *self, const VwParameters *parameters);

/**
 * vw_session_get_settings:
 *
 * Returns: (transfer none): the model's parameters, or those of the next training when there is
 *   none, but for what was tried out since.
 */
const VwParameters *vw_session_get_settings (VwSession *self);

/* Tries out how @settings finds keypoints; the model and the next training stay as they are. */
void vw_session_try_settings (VwSession *self, const VwParameters *settings);

/* Back to what the settings start from. */
void vw_session_reset_settings (VwSession *self);

/* Returns: (transfer none): what the settings start from. */
const VwParameters *vw_session_get_base_settings (VwSession *self);

/* Whether the data set is the one that the model was made from. */
gboolean vw_session_model_is_of_dataset (VwSession *self);

/**
 * vw_session_show_keypoint:
 *
 * Selects a digit and one of the keypoints that the model's settings give it. What was tried out
 * on Digits and filters that could hide the digit are taken back.
 */
void vw_session_show_keypoint (VwSession *self, VwSplit split, guint index, int keypoint);

/* Returns: −1 as soon as another digit is selected, or a model or data set comes. */
int vw_session_get_keypoint (VwSession *self);

/* The word is forgotten with the model. */
int vw_session_get_word (VwSession *self);
void vw_session_set_word (VwSession *self, int word);

/* Asks for the gallery, which comes when it is made; again only for other data or another model. */
void vw_session_want_gallery (VwSession *self);
gboolean vw_session_is_gallery_wanted (VwSession *self);

/* Returns: (transfer none) (nullable): of the present model in the data that it was made from. */
VwWordGallery *vw_session_get_gallery (VwSession *self);
void vw_session_set_gallery (VwSession *self, VwWordGallery *gallery);

/* What it asks of predictions is taken off it where there are none. */
const VwDigitFilter *vw_session_get_filter (VwSession *self);
void vw_session_set_filter (VwSession *self, const VwDigitFilter *filter);

G_END_DECLS
