/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/digit-model.h"

#include "app/digit-words.h"

struct _VwDigitItem {
  GObject parent_instance;

  guint index;
};

struct _VwDigitModel {
  GObject parent_instance;

  VwSession *session;
  VwDigitCounts *counts;
  VwDigitWords *words;
  GArray *indices; /* guint, rising */
};

G_DEFINE_FINAL_TYPE (VwDigitItem, vw_digit_item, G_TYPE_OBJECT)

static void vw_digit_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VwDigitModel, vw_digit_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vw_digit_model_list_init))

static void
vw_digit_item_class_init (VwDigitItemClass *class)
{
}

static void
vw_digit_item_init (VwDigitItem *self)
{
}

guint
vw_digit_item_get_index (VwDigitItem *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_ITEM (self), 0);
  return self->index;
}

static GType
get_item_type (GListModel *list)
{
  return VW_TYPE_DIGIT_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return VW_DIGIT_MODEL (list)->indices->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  GArray *indices = VW_DIGIT_MODEL (list)->indices;
  VwDigitItem *item;

  if (position >= indices->len)
    return NULL;
  item = g_object_new (VW_TYPE_DIGIT_ITEM, NULL);
  item->index = g_array_index (indices, guint, position);
  return item;
}

static void
vw_digit_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

gboolean
vw_digit_model_get_prediction (VwDigitModel *self, guint index, int *predicted)
{
  const GArray *predictions = vw_session_get_predictions (self->session);

  if (vw_session_get_split (self->session) != VW_SPLIT_TEST || predictions == NULL
      || index >= predictions->len)
    return FALSE;
  *predicted = g_array_index (predictions, gint16, index);
  return TRUE;
}

static gboolean
count_passes (VwDigitModel *self, const VwDigitFilter *filter, guint index)
{
  guint count;

  if (filter->least_keypoints == 0 && filter->most_keypoints == G_MAXUINT)
    return TRUE;
  count = vw_digit_counts_get (self->counts, index);
  return count != VW_COUNT_UNKNOWN && count >= filter->least_keypoints
         && count <= filter->most_keypoints;
}

static gboolean
prediction_passes (VwDigitModel *self, const VwDigitFilter *filter, guint index, int label)
{
  int predicted;

  if (filter->predicted == -1 && filter->verdict == VW_VERDICT_ANY)
    return TRUE;
  if (!vw_digit_model_get_prediction (self, index, &predicted))
    return FALSE;
  if (filter->verdict != VW_VERDICT_ANY
      && (filter->verdict == VW_VERDICT_RIGHT) != (predicted == label))
    return FALSE;
  if (filter->predicted == VW_FILTER_NO_KEYPOINTS)
    return predicted == VW_NO_PREDICTION;
  return filter->predicted == -1 || predicted == filter->predicted;
}

static gboolean
word_passes (VwDigitModel *self, const VwDigitFilter *filter, guint index)
{
  return filter->word < 0 || vw_digit_words_has (self->words, index, (guint) filter->word);
}

static GArray *
find_passing (VwDigitModel *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  VwDataset *dataset = vw_session_get_dataset (self->session);
  VwSplit split = vw_session_get_split (self->session);
  const VwDigitFilter *filter = vw_session_get_filter (self->session);
  guint n = dataset != NULL ? vw_dataset_get_count (dataset, split) : 0;
  const guint8 *labels = n > 0 ? vw_dataset_get_labels (dataset, split) : NULL;

  for (guint i = 0; i < n; i++)
    if ((filter->label < 0 || labels[i] == filter->label) && count_passes (self, filter, i)
        && prediction_passes (self, filter, i, labels[i]) && word_passes (self, filter, i))
      g_array_append_val (found, i);
  return found;
}

/* Tells the views only what really changed, so that the others stay where they are. */
static void
refilter (VwDigitModel *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->indices);
  const guint *before = (const guint *) old->data, *after;
  guint start = 0, end = 0, least;

  self->indices = find_passing (self);
  after = (const guint *) self->indices->data;
  least = MIN (old->len, self->indices->len);
  while (start < least && before[start] == after[start])
    start++;
  while (end < least - start
         && before[old->len - 1 - end] == after[self->indices->len - 1 - end])
    end++;
  if (old->len != self->indices->len || start < least)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                self->indices->len - start - end);
}

/* Other images under the same indices: every item is a new one. */
static void
replace_all (VwDigitModel *self)
{
  guint before = self->indices->len;

  g_array_set_size (self->indices, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  refilter (self);
}

static void
on_counts_changed (VwDigitModel *self)
{
  const VwDigitFilter *filter = vw_session_get_filter (self->session);

  if (filter->least_keypoints > 0 || filter->most_keypoints < G_MAXUINT)
    refilter (self);
}

static void
on_words_changed (VwDigitModel *self)
{
  if (vw_session_get_filter (self->session)->word < 0)
    return;
  refilter (self);
  /* That an empty list stays empty is news, too. */
  if (self->indices->len == 0 && !vw_digit_words_is_running (self->words))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 0);
}

VwDigitModel *
vw_digit_model_new (VwSession *session, VwDigitCounts *counts)
{
  VwDigitModel *self = g_object_new (VW_TYPE_DIGIT_MODEL, NULL);
  const struct {
    const char *signal;
    void (*handler) (VwDigitModel *self);
  } followed[] = {
    { "notify::dataset", replace_all }, { "notify::split", replace_all },
    { "notify::model", refilter },      { "notify::filter", refilter },
  };

  self->session = g_object_ref (session);
  self->words = vw_digit_words_new (session);
  g_signal_connect_object (self->words, "changed", G_CALLBACK (on_words_changed), self,
                           G_CONNECT_SWAPPED);
  self->counts = g_object_ref (counts);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (session, followed[i].signal, G_CALLBACK (followed[i].handler), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (counts, "changed", G_CALLBACK (on_counts_changed), self,
                           G_CONNECT_SWAPPED);
  replace_all (self);
  return self;
}

VwSession *
vw_digit_model_get_session (VwDigitModel *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_MODEL (self), NULL);
  return self->session;
}

VwDigitCounts *
vw_digit_model_get_counts (VwDigitModel *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_MODEL (self), NULL);
  return self->counts;
}

gboolean
vw_digit_model_is_searching (VwDigitModel *self)
{
  g_return_val_if_fail (VW_IS_DIGIT_MODEL (self), FALSE);
  return vw_digit_words_is_running (self->words);
}

guint
vw_digit_model_find (VwDigitModel *self, guint index)
{
  const guint *indices = (const guint *) self->indices->data;
  guint low = 0, high = self->indices->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (indices[middle] < index)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->indices->len && indices[low] == index ? low : VW_DIGIT_NOT_LISTED;
}

guint
vw_digit_model_count_right (VwDigitModel *self)
{
  VwDataset *dataset = vw_session_get_dataset (self->session);
  VwSplit split = vw_session_get_split (self->session);
  guint right = 0;

  for (guint i = 0; i < self->indices->len; i++)
    {
      guint index = g_array_index (self->indices, guint, i);
      int predicted;

      right += vw_digit_model_get_prediction (self, index, &predicted)
               && predicted == vw_dataset_get_labels (dataset, split)[index];
    }
  return right;
}

static void
vw_digit_model_dispose (GObject *object)
{
  VwDigitModel *self = VW_DIGIT_MODEL (object);

  g_clear_object (&self->counts);
  g_clear_object (&self->words);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vw_digit_model_parent_class)->dispose (object);
}

static void
vw_digit_model_finalize (GObject *object)
{
  g_array_unref (VW_DIGIT_MODEL (object)->indices);
  G_OBJECT_CLASS (vw_digit_model_parent_class)->finalize (object);
}

static void
vw_digit_model_class_init (VwDigitModelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_digit_model_dispose;
  G_OBJECT_CLASS (class)->finalize = vw_digit_model_finalize;
}

static void
vw_digit_model_init (VwDigitModel *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
}
