/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session.h"

#include "core/presets.h"

struct _VwSession {
  GObject parent_instance;

  VwDataset *dataset;
  VwModel *model;
  GArray *predictions;
  VwSplit split;
  guint selected;
  VwGuest *guest;
  VwParameters parameters;
  VwParameters settings;
  gboolean trying; /* settings of the user's own, which stay when model or parameters change */
  VwDigitFilter filter;
  int keypoint, word;
  VwWordGallery *gallery;
  gboolean gallery_wanted;
};

enum {
  PROP_DATASET = 1,
  PROP_MODEL,
  PROP_SPLIT,
  PROP_SELECTED,
  PROP_GUEST,
  PROP_PARAMETERS,
  PROP_SETTINGS,
  PROP_FILTER,
  PROP_KEYPOINT,
  PROP_WORD,
  PROP_GALLERY,
  PROP_GALLERY_WANTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VwSession, vw_session, G_TYPE_OBJECT)

VwSession *
vw_session_new (void)
{
  return g_object_new (VW_TYPE_SESSION, NULL);
}

static void
notify (VwSession *self, int property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

const VwParameters *
vw_session_get_base_settings (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), NULL);
  return self->model != NULL ? &self->model->parameters : &self->parameters;
}

static void
set_settings (VwSession *self, const VwParameters *detector)
{
  VwParameters settings = *vw_session_get_base_settings (self);

  vw_parameters_set_detector (&settings, detector);
  self->trying = !vw_parameters_equal (&settings, vw_session_get_base_settings (self));
  if (vw_parameters_equal (&settings, &self->settings))
    return;
  self->settings = settings;
  notify (self, PROP_SETTINGS);
}

/* Model or parameters changed, and what the settings start from with them. */
static void
follow_base (VwSession *self)
{
  set_settings (self, self->trying ? &self->settings : vw_session_get_base_settings (self));
}

VwDataset *
vw_session_get_dataset (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), NULL);
  return self->dataset;
}

/* A model and its predictions go together with the data that they were made from. */
gboolean
vw_session_model_is_of_dataset (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), FALSE);
  return self->model != NULL && self->dataset != NULL
         && g_strcmp0 (self->model->data_sha256, vw_dataset_get_sha256 (self->dataset)) == 0;
}

/* Where nothing is predicted, what a digit is predicted as would hide them all. */
static void
forget_verdicts (VwSession *self)
{
  VwDigitFilter filter = self->filter;

  if (self->predictions != NULL && self->split == VW_SPLIT_TEST)
    return;
  filter.verdict = VW_VERDICT_ANY;
  filter.predicted = -1;
  vw_session_set_filter (self, &filter);
}

/* The words, or the images that they were looked at in, are others now. */
static void
forget_words (VwSession *self)
{
  VwDigitFilter filter = self->filter;

  filter.word = -1;
  vw_session_set_filter (self, &filter);
  vw_session_set_word (self, -1);
  vw_session_set_gallery (self, NULL);
  if (!self->gallery_wanted)
    return;
  self->gallery_wanted = FALSE;
  notify (self, PROP_GALLERY_WANTED);
}

static void
set_keypoint (VwSession *self, int keypoint)
{
  if (keypoint == self->keypoint)
    return;
  self->keypoint = keypoint;
  notify (self, PROP_KEYPOINT);
}

void
vw_session_set_dataset (VwSession *self, VwDataset *dataset)
{
  g_return_if_fail (VW_IS_SESSION (self));
  if (dataset == self->dataset)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->dataset, vw_dataset_unref);
  self->dataset = dataset != NULL ? vw_dataset_ref (dataset) : NULL;
  if (!vw_session_model_is_of_dataset (self) && self->predictions != NULL)
    {
      g_clear_pointer (&self->predictions, g_array_unref);
      notify (self, PROP_MODEL);
    }
  forget_words (self);
  vw_session_set_filter (self, &VW_DIGIT_FILTER_ALL);
  set_keypoint (self, -1);
  vw_session_set_selected (self, 0);
  notify (self, PROP_DATASET);
  g_object_thaw_notify (G_OBJECT (self));
}

VwModel *
vw_session_get_model (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), NULL);
  return self->model;
}

void
vw_session_set_model (VwSession *self, VwModel *model, GArray *predictions)
{
  g_return_if_fail (VW_IS_SESSION (self));
  g_object_freeze_notify (G_OBJECT (self));
  if (model != self->model)
    {
      forget_words (self);
      set_keypoint (self, -1); /* it is one that the former finds */
    }
  if (model != NULL)
    vw_model_ref (model);
  g_clear_pointer (&self->model, vw_model_unref);
  self->model = model;
  if (predictions != NULL && vw_session_model_is_of_dataset (self))
    g_array_ref (predictions);
  else
    predictions = NULL;
  g_clear_pointer (&self->predictions, g_array_unref);
  self->predictions = predictions;
  forget_verdicts (self);
  follow_base (self);
  notify (self, PROP_MODEL);
  g_object_thaw_notify (G_OBJECT (self));
}

const GArray *
vw_session_get_predictions (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), NULL);
  return self->predictions;
}

VwSplit
vw_session_get_split (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), VW_SPLIT_TEST);
  return self->split;
}

void
vw_session_set_split (VwSession *self, VwSplit split)
{
  g_return_if_fail (VW_IS_SESSION (self));
  if (split == self->split)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->split = split;
  forget_verdicts (self);
  notify (self, PROP_SPLIT);
  set_keypoint (self, -1);
  vw_session_set_selected (self, 0);
  g_object_thaw_notify (G_OBJECT (self));
}

guint
vw_session_get_selected (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), 0);
  return self->selected;
}

void
vw_session_set_selected (VwSession *self, guint index)
{
  g_return_if_fail (VW_IS_SESSION (self));
  g_object_freeze_notify (G_OBJECT (self));
  vw_session_set_guest (self, NULL);
  if (index != self->selected)
    {
      self->selected = index;
      set_keypoint (self, -1);
      notify (self, PROP_SELECTED);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

VwGuest *
vw_session_get_guest (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), NULL);
  return self->guest;
}

void
vw_session_set_guest (VwSession *self, VwGuest *guest)
{
  g_return_if_fail (VW_IS_SESSION (self));
  if (guest == self->guest)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->guest, vw_guest_unref);
  self->guest = guest != NULL ? vw_guest_ref (guest) : NULL;
  set_keypoint (self, -1);
  notify (self, PROP_GUEST);
  g_object_thaw_notify (G_OBJECT (self));
}

int
vw_session_get_keypoint (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), -1);
  return self->keypoint;
}

void
vw_session_show_keypoint (VwSession *self, VwSplit split, guint index, int keypoint)
{
  g_return_if_fail (VW_IS_SESSION (self));
  g_object_freeze_notify (G_OBJECT (self));
  vw_session_reset_settings (self);
  vw_session_set_filter (self, &VW_DIGIT_FILTER_ALL);
  vw_session_set_split (self, split);
  vw_session_set_selected (self, index);
  set_keypoint (self, keypoint);
  g_object_thaw_notify (G_OBJECT (self));
}

const VwParameters *
vw_session_get_parameters (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), NULL);
  return &self->parameters;
}

void
vw_session_set_parameters (VwSession *self, const VwParameters *parameters)
{
  g_return_if_fail (VW_IS_SESSION (self));
  if (vw_parameters_equal (parameters, &self->parameters))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->parameters = *parameters;
  follow_base (self);
  notify (self, PROP_PARAMETERS);
  g_object_thaw_notify (G_OBJECT (self));
}

const VwParameters *
vw_session_get_settings (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), NULL);
  return &self->settings;
}

void
vw_session_try_settings (VwSession *self, const VwParameters *settings)
{
  g_return_if_fail (VW_IS_SESSION (self));
  set_settings (self, settings);
}

void
vw_session_reset_settings (VwSession *self)
{
  g_return_if_fail (VW_IS_SESSION (self));
  set_settings (self, vw_session_get_base_settings (self));
}

int
vw_session_get_word (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), -1);
  return self->word;
}

void
vw_session_set_word (VwSession *self, int word)
{
  g_return_if_fail (VW_IS_SESSION (self));
  if (word == self->word)
    return;
  self->word = word;
  notify (self, PROP_WORD);
}

gboolean
vw_session_is_gallery_wanted (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), FALSE);
  return self->gallery_wanted;
}

void
vw_session_want_gallery (VwSession *self)
{
  g_return_if_fail (VW_IS_SESSION (self));
  if (self->gallery_wanted || !vw_session_model_is_of_dataset (self))
    return;
  self->gallery_wanted = TRUE;
  notify (self, PROP_GALLERY_WANTED);
}

VwWordGallery *
vw_session_get_gallery (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), NULL);
  return self->gallery;
}

void
vw_session_set_gallery (VwSession *self, VwWordGallery *gallery)
{
  g_return_if_fail (VW_IS_SESSION (self));
  if (gallery == self->gallery)
    return;
  g_clear_pointer (&self->gallery, vw_word_gallery_unref);
  self->gallery = gallery != NULL ? vw_word_gallery_ref (gallery) : NULL;
  notify (self, PROP_GALLERY);
}

const VwDigitFilter *
vw_session_get_filter (VwSession *self)
{
  g_return_val_if_fail (VW_IS_SESSION (self), NULL);
  return &self->filter;
}

static gboolean
filters_equal (const VwDigitFilter *a, const VwDigitFilter *b)
{
  return a->label == b->label && a->predicted == b->predicted && a->verdict == b->verdict
         && a->least_keypoints == b->least_keypoints && a->most_keypoints == b->most_keypoints
         && a->word == b->word;
}

void
vw_session_set_filter (VwSession *self, const VwDigitFilter *filter)
{
  g_return_if_fail (VW_IS_SESSION (self));
  if (filters_equal (filter, &self->filter))
    return;
  self->filter = *filter;
  notify (self, PROP_FILTER);
}

static void
vw_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VwSession *self = VW_SESSION (object);

  switch (id)
    {
    case PROP_DATASET:
      g_value_set_boxed (value, self->dataset);
      break;
    case PROP_MODEL:
      g_value_set_boxed (value, self->model);
      break;
    case PROP_SPLIT:
      g_value_set_int (value, self->split);
      break;
    case PROP_SELECTED:
      g_value_set_uint (value, self->selected);
      break;
    case PROP_GUEST:
      g_value_set_pointer (value, self->guest);
      break;
    case PROP_PARAMETERS:
      g_value_set_pointer (value, &self->parameters);
      break;
    case PROP_SETTINGS:
      g_value_set_pointer (value, &self->settings);
      break;
    case PROP_FILTER:
      g_value_set_pointer (value, &self->filter);
      break;
    case PROP_KEYPOINT:
      g_value_set_int (value, self->keypoint);
      break;
    case PROP_WORD:
      g_value_set_int (value, self->word);
      break;
    case PROP_GALLERY:
      g_value_set_boxed (value, self->gallery);
      break;
    case PROP_GALLERY_WANTED:
      g_value_set_boolean (value, self->gallery_wanted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vw_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VwSession *self = VW_SESSION (object);

  switch (id)
    {
    case PROP_DATASET:
      vw_session_set_dataset (self, g_value_get_boxed (value));
      break;
    case PROP_SPLIT:
      vw_session_set_split (self, g_value_get_int (value));
      break;
    case PROP_SELECTED:
      vw_session_set_selected (self, g_value_get_uint (value));
      break;
    case PROP_GUEST:
      vw_session_set_guest (self, g_value_get_pointer (value));
      break;
    case PROP_PARAMETERS:
      vw_session_set_parameters (self, g_value_get_pointer (value));
      break;
    case PROP_SETTINGS:
      vw_session_try_settings (self, g_value_get_pointer (value));
      break;
    case PROP_FILTER:
      vw_session_set_filter (self, g_value_get_pointer (value));
      break;
    case PROP_WORD:
      vw_session_set_word (self, g_value_get_int (value));
      break;
    case PROP_GALLERY:
      vw_session_set_gallery (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vw_session_finalize (GObject *object)
{
  VwSession *self = VW_SESSION (object);

  g_clear_pointer (&self->dataset, vw_dataset_unref);
  g_clear_pointer (&self->model, vw_model_unref);
  g_clear_pointer (&self->predictions, g_array_unref);
  g_clear_pointer (&self->gallery, vw_word_gallery_unref);
  g_clear_pointer (&self->guest, vw_guest_unref);
  G_OBJECT_CLASS (vw_session_parent_class)->finalize (object);
}

static void
vw_session_class_init (VwSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags told = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vw_session_get_property;
  object_class->set_property = vw_session_set_property;
  object_class->finalize = vw_session_finalize;
  properties[PROP_DATASET]
      = g_param_spec_boxed ("dataset", NULL, NULL, VW_TYPE_DATASET, flags);
  properties[PROP_MODEL] = g_param_spec_boxed ("model", NULL, NULL, VW_TYPE_MODEL, told);
  properties[PROP_SPLIT]
      = g_param_spec_int ("split", NULL, NULL, 0, VW_N_SPLITS - 1, VW_SPLIT_TEST, flags);
  properties[PROP_SELECTED]
      = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_GUEST] = g_param_spec_pointer ("guest", NULL, NULL, flags);
  properties[PROP_PARAMETERS] = g_param_spec_pointer ("parameters", NULL, NULL, flags);
  properties[PROP_SETTINGS] = g_param_spec_pointer ("settings", NULL, NULL, flags);
  properties[PROP_FILTER] = g_param_spec_pointer ("filter", NULL, NULL, flags);
  properties[PROP_KEYPOINT]
      = g_param_spec_int ("keypoint", NULL, NULL, -1, G_MAXINT, -1, told);
  properties[PROP_WORD] = g_param_spec_int ("word", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_GALLERY]
      = g_param_spec_boxed ("gallery", NULL, NULL, VW_TYPE_WORD_GALLERY, flags);
  properties[PROP_GALLERY_WANTED]
      = g_param_spec_boolean ("gallery-wanted", NULL, NULL, FALSE, told);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vw_session_init (VwSession *self)
{
  self->split = VW_SPLIT_TEST;
  self->parameters = self->settings = vw_preset_default ()->parameters;
  self->filter = VW_DIGIT_FILTER_ALL;
  self->keypoint = self->word = -1;
}
