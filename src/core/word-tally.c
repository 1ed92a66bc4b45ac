/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/word-tally.h"

#include <string.h>

VwWordTally *
vw_word_tally_new (guint n_words, guint n_classes, guint n_nearest)
{
  VwWordTally *self = g_new0 (VwWordTally, 1);

  self->n_words = n_words;
  self->n_classes = n_classes;
  self->n_nearest = n_nearest;
  self->sums = g_new0 (guint32, (gsize) n_words * VW_PATCH_PIXELS);
  self->patches = g_new0 (guint64, n_words);
  self->by_class = g_new0 (guint64, (gsize) n_words * n_classes);
  self->images = g_new0 (guint, n_words);
  self->last_image = g_new (guint32, n_words);
  memset (self->last_image, 0xff, n_words * sizeof *self->last_image);
  self->kept = g_new0 (guint, n_words);
  self->nearest = g_new0 (VwWordPatch, (gsize) n_words * n_nearest);
  return self;
}

void
vw_word_tally_free (VwWordTally *self)
{
  g_free (self->sums);
  g_free (self->patches);
  g_free (self->by_class);
  g_free (self->images);
  g_free (self->last_image);
  g_free (self->kept);
  g_free (self->nearest);
  g_free (self);
}

gsize
vw_word_tally_size (guint n_words, guint n_classes, guint n_nearest)
{
  return n_words
         * (VW_PATCH_PIXELS * sizeof (guint32) + (1 + (gsize) n_classes) * sizeof (guint64)
            + 3 * sizeof (guint) + n_nearest * sizeof (VwWordPatch));
}

/* Whether @a is farther from the word, or as far and later. */
static gboolean
is_after (const VwWordPatch *a, const VwWordPatch *b)
{
  if (a->distance != b->distance)
    return a->distance > b->distance;
  if (a->image != b->image)
    return a->image > b->image;
  return a->keypoint > b->keypoint;
}

static void
sift_up (VwWordPatch *heap, guint at)
{
  for (guint parent; at > 0 && is_after (&heap[at], &heap[parent = (at - 1) / 2]); at = parent)
    {
      VwWordPatch moved = heap[at];

      heap[at] = heap[parent];
      heap[parent] = moved;
    }
}

static void
sift_down (VwWordPatch *heap, guint n)
{
  guint at = 0, child;

  while ((child = 2 * at + 1) < n)
    {
      VwWordPatch moved = heap[at];

      child += child + 1 < n && is_after (&heap[child + 1], &heap[child]);
      if (!is_after (&heap[child], &moved))
        return;
      heap[at] = heap[child];
      heap[child] = moved;
      at = child;
    }
}

static void
keep_near (VwWordTally *self, guint word, const VwWordPatch *found)
{
  VwWordPatch *heap = self->nearest + (gsize) word * self->n_nearest;

  if (self->kept[word] < self->n_nearest)
    {
      heap[self->kept[word]] = *found;
      sift_up (heap, self->kept[word]++);
    }
  else if (is_after (&heap[0], found))
    {
      heap[0] = *found;
      sift_down (heap, self->n_nearest);
    }
}

void
vw_word_tally_add (VwWordTally *self, guint word, guint label, const VwWordPatch *found,
                   const guint8 *pixels)
{
  guint32 *sums = self->sums + (gsize) word * VW_PATCH_PIXELS;

  for (guint i = 0; i < VW_PATCH_PIXELS; i++)
    sums[i] += pixels[i];
  self->n_pending++;
  self->patches[word]++;
  self->by_class[(gsize) word * self->n_classes + label]++;
  self->images[word] += self->last_image[word] != found->image;
  self->last_image[word] = found->image;
  keep_near (self, word, found);
}

void
vw_word_tally_flush (VwWordTally *self, guint64 *sums)
{
  gsize n = (gsize) self->n_words * VW_PATCH_PIXELS;

  for (gsize i = 0; i < n; i++)
    sums[i] += self->sums[i];
  memset (self->sums, 0, n * sizeof *self->sums);
  self->n_pending = 0;
}

void
vw_word_tally_merge (VwWordTally *self, const VwWordTally *other)
{
  for (guint w = 0; w < self->n_words; w++)
    {
      self->patches[w] += other->patches[w];
      self->images[w] += other->images[w];
      for (guint i = 0; i < other->kept[w]; i++)
        keep_near (self, w, &other->nearest[(gsize) w * other->n_nearest + i]);
    }
  for (gsize i = 0; i < (gsize) self->n_words * self->n_classes; i++)
    self->by_class[i] += other->by_class[i];
}

static int
compare_patches (const void *a, const void *b)
{
  return is_after (a, b) ? 1 : -1;
}

void
vw_word_tally_sort (VwWordTally *self)
{
  for (guint w = 0; w < self->n_words; w++)
    qsort (self->nearest + (gsize) w * self->n_nearest, self->kept[w], sizeof (VwWordPatch),
           compare_patches);
}
