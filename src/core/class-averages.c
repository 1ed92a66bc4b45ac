/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/class-averages.h"

#include "core/detector.h"

#define CHUNK 100
#define FEW (2 / 3.0)    /* corners, of the average */
#define NOTABLE 0.05     /* difference of shares */
#define HOLLOW (1 / 2.0) /* corners in the middle, of the average share */

/* Of one class in one chunk. @largest: corners of level 0, with those outside and in the middle. */
typedef struct {
  guint64 images, corners, keypoints;
  guint64 largest, outside, middle;
} Sum;

typedef struct {
  const VwDataset *dataset;
  VwSplit split;
  const VwParameters *parameters;
  const VwTask *task;
  GArray *sample; /* of guint: indices */
  guint n_classes;
  Sum *sums; /* chunks × n_classes */
} Work;

static GArray *
choose_sample (const VwDataset *dataset, VwSplit split)
{
  const guint8 *labels = vw_dataset_get_labels (dataset, split);
  guint n = vw_dataset_get_count (dataset, split);
  g_autofree guint *seen = g_new0 (guint, vw_dataset_get_n_classes (dataset));
  GArray *sample = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    if (seen[labels[i]]++ < VW_CLASS_SAMPLE)
      g_array_append_val (sample, i);
  return sample;
}

static void
add_image (Sum *sum, const VwOrbFrame *frame)
{
  const VwLevelCounts *levels = frame->levels;

  sum->images++;
  sum->keypoints += frame->n_keypoints;
  for (guint i = 0; i < frame->n_levels; i++)
    sum->corners += levels[i].suppressed;
  sum->largest += levels[0].suppressed;
  sum->outside += levels[0].suppressed - levels[0].border;
  sum->middle += levels[0].middle;
}

/* A VwChunkFunc. */
static gboolean
sum_chunk (gsize chunk, gsize begin, gsize end, gpointer data, GError **error)
{
  Work *work = data;
  Sum *sums = work->sums + chunk * work->n_classes;
  const guint8 *labels = vw_dataset_get_labels (work->dataset, work->split);
  g_autoptr (VwDetector) detector
      = vw_detector_new (work->parameters, vw_dataset_get_rows (work->dataset),
                         vw_dataset_get_cols (work->dataset), error);

  for (gsize i = begin; detector != NULL && i < end; i++)
    {
      guint index = g_array_index (work->sample, guint, i);
      const VwDetection *seen;

      if (vw_task_cancelled (work->task, error)) /* a hundred large images take seconds */
        return FALSE;
      seen = vw_detector_run (detector, vw_dataset_get_image (work->dataset, work->split, index),
                              error);
      if (seen == NULL)
        return FALSE;
      add_image (&sums[labels[index]], &seen->frame);
    }
  return detector != NULL;
}

static void
add_sum (Sum *total, const Sum *sum)
{
  total->images += sum->images;
  total->corners += sum->corners;
  total->keypoints += sum->keypoints;
  total->largest += sum->largest;
  total->outside += sum->outside;
  total->middle += sum->middle;
}

static VwClassAverage
average (const Sum *sum)
{
  double images = MAX (sum->images, 1), largest = MAX (sum->largest, 1);

  return (VwClassAverage){ sum->images, sum->corners / images, sum->keypoints / images,
                           sum->outside / largest, sum->middle / largest };
}

static VwClassAverages *
add_up (const Work *work)
{
  VwClassAverages *self = g_new0 (VwClassAverages, 1);
  gsize chunks = vw_parallel_chunks (work->sample->len, CHUNK);
  Sum all = { 0 };

  self->n_classes = work->n_classes;
  self->classes = g_new (VwClassAverage, work->n_classes);
  for (guint label = 0; label < work->n_classes; label++)
    {
      Sum total = { 0 };

      for (gsize chunk = 0; chunk < chunks; chunk++)
        add_sum (&total, &work->sums[chunk * work->n_classes + label]);
      self->classes[label] = average (&total);
      add_sum (&all, &total);
    }
  self->all = average (&all);
  return self;
}

VwClassAverages *
vw_class_averages_find (const VwDataset *dataset, VwSplit split, const VwParameters *parameters,
                        const VwTask *task, GError **error)
{
  g_autoptr (GArray) sample = choose_sample (dataset, split);
  guint n_classes = vw_dataset_get_n_classes (dataset);
  g_autofree Sum *sums = g_new0 (Sum, vw_parallel_chunks (sample->len, CHUNK) * n_classes);
  Work work = { dataset, split, parameters, task, sample, n_classes, sums };

  if (!vw_parallel_run (task, sample->len, CHUNK, sum_chunk, &work, error))
    return NULL;
  return add_up (&work);
}

void
vw_class_averages_free (VwClassAverages *self)
{
  g_free (self->classes);
  g_free (self);
}

VwClassTrait
vw_class_averages_get_trait (const VwClassAverages *self, guint label)
{
  const VwClassAverage *own = &self->classes[label], *all = &self->all;

  if (own->n_images == 0)
    return VW_CLASS_TRAIT_NONE;
  if (all->keypoints == 0)
    return VW_CLASS_TRAIT_NOTHING;
  if (all->corners == 0)
    return VW_CLASS_TRAIT_KEYPOINTS;
  if (own->corners <= FEW * all->corners)
    return VW_CLASS_TRAIT_FEW;
  if (own->outside <= all->outside - NOTABLE)
    return VW_CLASS_TRAIT_INSIDE;
  if (own->outside < all->outside + NOTABLE)
    return VW_CLASS_TRAIT_ALIKE;
  return own->middle <= HOLLOW * all->middle ? VW_CLASS_TRAIT_RING : VW_CLASS_TRAIT_OUTSIDE;
}

const char *
vw_class_trait_name (VwClassTrait code)
{
  static const char *const names[] = { "none",    "keypoints-only", "no-keypoints", "few-corners",
                                       "ring",    "outside",        "inside",       "alike" };

  return names[code];
}
