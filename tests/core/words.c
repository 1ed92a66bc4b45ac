/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a model look like in the images: against direct computations. */
#include "core/error.h"
#include "core/features.h"
#include "core/presets.h"
#include "core/trainer.h"
#include "core/word-facts.h"
#include "lib/model.h"
#include "lib/scratch.h"
#include "lib/script.h"
#include "lib/synthetic.h"

#include <math.h>
#include <string.h>

#define N_TRAIN 70

static VwDataset *
load_sample (void)
{
  g_autoptr (GError) error = NULL;
  VwDataset *dataset = vw_dataset_load ("sample", NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* A trained model; the same for the same arguments. */
static VwModel *
train (VwDataset *dataset, const char *preset, int words, int max_train)
{
  VwTraining training = { .dataset = dataset, .parameters = vw_preset_find (preset)->parameters };
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  g_autoptr (GError) error = NULL;
  VwModel *model;

  training.parameters.words = words;
  training.parameters.max_train = max_train;
  model = vw_trainer_run (trainer, &training, NULL, NULL, &error);
  g_assert_no_error (error);
  return model;
}

static VwWordGallery *
make (VwModel *model, VwDataset *dataset, guint n_images, guint threads)
{
  const VwTask task = { .threads = threads };
  g_autoptr (GError) error = NULL;
  VwWordGallery *gallery
      = vw_word_gallery_new (model, dataset, VW_SPLIT_TRAIN, n_images, &task, &error);

  g_assert_no_error (error);
  return gallery;
}

/* The descriptors of the training images and their words, by the functions that training uses. */
typedef struct {
  VwFeatures *features;
  guint16 *words;
} Direct;

static void
direct_init (Direct *self, const VwModel *model, VwDataset *dataset)
{
  self->features = vw_features_extract (dataset, VW_SPLIT_TRAIN, &model->parameters, NULL, NULL);
  self->words = g_new (guint16, self->features->n_descriptors);
  g_assert_true (vw_vocabulary_assign (model->vocabulary, self->features->descriptors,
                                       self->features->n_descriptors, self->words, NULL, NULL,
                                       NULL));
}

static void
direct_clear (Direct *self)
{
  vw_features_free (self->features);
  g_free (self->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Direct, direct_clear)

static void
test_counts (gconstpointer preset)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = train (dataset, preset, 40, 500);
  g_autoptr (VwWordGallery) gallery = make (model, dataset, 0, 2);
  g_auto (Direct) direct = { 0 };
  g_autofree guint64 *by_class = g_new0 (guint64, 40 * 10);
  g_autofree guint *images = g_new0 (guint, 40), *last = g_new0 (guint, 40);

  direct_init (&direct, model, dataset);
  for (guint i = 0; i < direct.features->n_images; i++)
    for (gsize d = direct.features->offsets[i]; d < direct.features->offsets[i + 1]; d++)
      {
        guint word = direct.words[d];

        by_class[word * 10 + vw_dataset_get_labels (dataset, VW_SPLIT_TRAIN)[i]]++;
        images[word] += last[word] != i + 1;
        last[word] = i + 1;
      }
  g_assert_cmpuint (gallery->n_images, ==, 500);
  g_assert_cmpuint (gallery->n_patches, ==, model->train_descriptors);
  g_assert_cmpmem (gallery->by_class, 400 * sizeof *by_class, by_class, 400 * sizeof *by_class);
  g_assert_cmpmem (gallery->images, 40 * sizeof *images, images, 40 * sizeof *images);
  for (guint w = 0; w < 40; w++)
    {
      guint64 sum = 0;

      for (guint c = 0; c < 10; c++)
        sum += by_class[w * 10 + c];
      g_assert_cmpuint (gallery->patches[w], ==, sum);
    }
}

/* A patch of a word among all others of that word. */
typedef struct {
  double distance;
  guint image, keypoint;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;

  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  if (one->image != other->image)
    return one->image < other->image ? -1 : 1;
  return one->keypoint < other->keypoint ? -1 : 1;
}

static GArray *
list_candidates (const VwModel *model, const Direct *direct, guint word)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < direct->features->n_images; i++)
    for (gsize d = direct->features->offsets[i]; d < direct->features->offsets[i + 1]; d++)
      if (direct->words[d] == word)
        {
          const guint8 *descriptor = direct->features->descriptors + d * VW_DESCRIPTOR_BYTES;
          Candidate candidate = { vw_vocabulary_distance (model->vocabulary, descriptor, word), i,
                                  (guint) (d - direct->features->offsets[i]) };

          g_array_append_val (found, candidate);
        }
  g_array_sort (found, compare_candidates);
  return found;
}

static void
test_nearest (gconstpointer preset)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = train (dataset, preset, 40, N_TRAIN);
  g_autoptr (VwWordGallery) gallery = make (model, dataset, 0, 2);
  g_auto (Direct) direct = { 0 };

  direct_init (&direct, model, dataset);
  g_assert_cmpuint (gallery->n_images, ==, N_TRAIN);
  g_assert_cmpuint (gallery->n_nearest, ==, VW_GALLERY_MOST_NEAREST);
  for (guint w = 0; w < 40; w++)
    {
      g_autoptr (GArray) all = list_candidates (model, &direct, w);
      const VwWordPatch *nearest = vw_word_gallery_nearest (gallery, w);

      g_assert_cmpuint (gallery->kept[w], ==, MIN (all->len, VW_GALLERY_MOST_NEAREST));
      for (guint i = 0; i < gallery->kept[w]; i++)
        {
          const Candidate *expected = &g_array_index (all, Candidate, i);

          g_assert_cmpfloat (nearest[i].distance, ==, expected->distance);
          g_assert_cmpuint (nearest[i].image, ==, expected->image);
          g_assert_cmpuint (nearest[i].keypoint, ==, expected->keypoint);
        }
    }
}

/* All patches of an image, cut one by one from the keypoints that the detector finds. */
static void
add_patches (const VwModel *model, VwDataset *dataset, guint image, const guint16 *words,
             double *sums)
{
  g_autoptr (VwDetector) detector = vw_detector_new (&model->parameters, 28, 28, NULL);
  const VwDetection *seen
      = vw_detector_run (detector, vw_dataset_get_image (dataset, VW_SPLIT_TRAIN, image), NULL);
  g_autoptr (VwPatchCutter) cutter
      = vw_patch_cutter_new (&model->parameters, seen->width, seen->height, NULL);

  vw_patch_cutter_load (cutter, seen->pixels);
  for (guint k = 0; k < seen->frame.n_keypoints; k++)
    {
      guint8 patch[VW_PATCH_PIXELS];

      vw_patch_cutter_cut (cutter, &seen->frame.keypoints[k], VW_PATCH_SIDE, patch);
      for (guint i = 0; i < VW_PATCH_PIXELS; i++)
        sums[words[k] * VW_PATCH_PIXELS + i] += patch[i];
    }
}

static void
test_means (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = train (dataset, "tuned", 20, N_TRAIN);
  g_autoptr (VwWordGallery) gallery = make (model, dataset, 0, 2);
  g_autofree double *sums = g_new0 (double, 20 * VW_PATCH_PIXELS);
  g_auto (Direct) direct = { 0 };

  direct_init (&direct, model, dataset);
  for (guint i = 0; i < N_TRAIN; i++)
    add_patches (model, dataset, i, direct.words + direct.features->offsets[i], sums);
  for (guint w = 0; w < 20; w++)
    for (guint i = 0; i < VW_PATCH_PIXELS; i++)
      g_assert_cmpfloat_with_epsilon (vw_word_gallery_mean (gallery, w)[i],
                                      sums[w * VW_PATCH_PIXELS + i] / gallery->patches[w],
                                      .5 + 1e-9);
}

/* The pixels of the nearest patches are those at the keypoints that are named. */
static void
test_pixels (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = train (dataset, "fixed-border", 20, N_TRAIN);
  g_autoptr (VwWordGallery) gallery = make (model, dataset, 0, 2);
  g_autoptr (VwDetector) detector = vw_detector_new (&model->parameters, 28, 28, NULL);
  g_autoptr (VwPatchCutter) cutter = NULL;

  for (guint w = 0; w < 20; w++)
    for (guint i = 0; i < gallery->kept[w]; i++)
      {
        const VwWordPatch *found = &vw_word_gallery_nearest (gallery, w)[i];
        const VwDetection *seen = vw_detector_run (
            detector, vw_dataset_get_image (dataset, VW_SPLIT_TRAIN, found->image), NULL);
        const VwKeypoint *keypoint = &seen->frame.keypoints[found->keypoint];
        guint8 patch[VW_PATCH_PIXELS];

        if (cutter == NULL)
          cutter = vw_patch_cutter_new (&model->parameters, seen->width, seen->height, NULL);
        vw_patch_cutter_load (cutter, seen->pixels);
        vw_patch_cutter_cut (cutter, keypoint, VW_PATCH_SIDE, patch);
        g_assert_cmpfloat (found->x, ==, keypoint->x);
        g_assert_cmpfloat (found->angle, ==, keypoint->angle);
        g_assert_cmpint (found->octave, ==, keypoint->octave);
        g_assert_cmpmem (vw_word_gallery_pixels (gallery, w, i), VW_PATCH_PIXELS, patch,
                         VW_PATCH_PIXELS);
      }
}

static void
assert_same (const VwWordGallery *a, const VwWordGallery *b)
{
  gsize words = a->n_words, kept = words * a->n_nearest;

  g_assert_cmpuint (a->n_patches, ==, b->n_patches);
  g_assert_cmpmem (a->patches, words * 8, b->patches, words * 8);
  g_assert_cmpmem (a->images, words * sizeof (guint), b->images, words * sizeof (guint));
  g_assert_cmpmem (a->by_class, words * 80, b->by_class, words * 80);
  g_assert_cmpmem (a->means, words * VW_PATCH_PIXELS, b->means, words * VW_PATCH_PIXELS);
  g_assert_cmpmem (a->kept, words * sizeof (guint), b->kept, words * sizeof (guint));
  g_assert_cmpmem (a->nearest, kept * sizeof (VwWordPatch), b->nearest,
                   kept * sizeof (VwWordPatch));
  g_assert_cmpmem (a->pixels, kept * VW_PATCH_PIXELS, b->pixels, kept * VW_PATCH_PIXELS);
}

static void
test_threads (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = train (dataset, "tuned", 64, 500);
  g_autoptr (VwWordGallery) one = make (model, dataset, 0, 1);

  for (guint threads = 2; threads <= 7; threads += 5)
    {
      g_autoptr (VwWordGallery) many = make (model, dataset, 0, threads);

      assert_same (one, many);
    }
}

/* Some of the images, from all over the split; and the engine is OpenCV's. */
static void
test_some_images (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = train (dataset, "notebook", 30, 900);
  g_autoptr (VwWordGallery) some = make (model, dataset, 300, 2);
  g_autoptr (VwWordGallery) opencv = NULL;
  g_auto (Direct) direct = { 0 };
  guint64 expected = 0;

  direct_init (&direct, model, dataset);
  for (guint i = 0; i < 300; i++)
    expected += direct.features->offsets[3 * i + 1] - direct.features->offsets[3 * i];
  g_assert_cmpuint (some->n_total, ==, 900);
  g_assert_cmpuint (some->n_images, ==, 300);
  g_assert_cmpuint (some->n_patches, ==, expected);
  for (guint w = 0; w < 30; w++)
    for (guint i = 0; i < some->kept[w]; i++)
      g_assert_cmpuint (vw_word_gallery_nearest (some, w)[i].image % 3, ==, 0);
  model->parameters.engine = VW_ENGINE_OPENCV;
  opencv = make (model, dataset, 300, 2);
  assert_same (some, opencv);
}

/* The plan is all images but for very much work, and never none. */
static void
test_plan (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_HAMMING, VW_PYRAMID_1);
  guint n = vw_dataset_get_count (dataset, VW_SPLIT_TRAIN), planned;

  model->train_total = n;
  model->train_descriptors = 300 * (guint64) n;
  g_assert_cmpuint (vw_word_gallery_plan (model, dataset, VW_SPLIT_TRAIN), ==, n);
  model->train_descriptors *= 20;
  planned = vw_word_gallery_plan (model, dataset, VW_SPLIT_TRAIN);
  g_assert_cmpuint (planned, <, n);
  g_assert_cmpuint (planned, >=, 1000);
}

typedef struct {
  GCancellable *cancellable;
  gint64 cancelled_at;
} Cancelling;

static void
cancel_soon (double fraction, gpointer data)
{
  Cancelling *self = data;

  if (fraction < .1 || self->cancelled_at != 0)
    return;
  self->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);
}

static void
test_cancel (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = train (dataset, "tuned", 100, 100);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelling cancelling = { cancellable, 0 };
  const VwTask task = { 2, cancel_soon, &cancelling, cancellable };
  g_autoptr (GError) error = NULL;

  model->parameters.max_train = 0;
  g_assert_null (vw_word_gallery_new (model, dataset, VW_SPLIT_TRAIN, 0, &task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (cancelling.cancelled_at, >, 0);
  g_assert_cmpint (g_get_monotonic_time () - cancelling.cancelled_at, <, 200 * 1000);
}

static void
test_other_classes (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autoptr (GError) error = NULL;

  g_assert_null (vw_word_gallery_new (model, dataset, VW_SPLIT_TRAIN, 0, NULL, &error));
  g_assert_error (error, VW_ERROR, VW_ERROR_MISMATCH);
}

/* Upright, a patch of 31 samples is the pixels themselves; a quarter turn moves them round. */
static void
test_patch_turns (void)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_autofree guint8 *image = synthetic_image (SYNTHETIC_NOISE, 96, 96, 3);
  g_autoptr (VwPatchCutter) cutter = vw_patch_cutter_new (&parameters, 96, 96, NULL);
  guint8 patch[31 * 31];

  vw_patch_cutter_load (cutter, image);
  for (guint turn = 0; turn < 4; turn++)
    {
      static const int right[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
      const VwKeypoint keypoint = { .x = 40, .y = 50, .angle = 90.f * turn };

      vw_patch_cutter_cut (cutter, &keypoint, 31, patch);
      for (int v = -15; v <= 15; v++)
        for (int u = -15; u <= 15; u++)
          {
            int x = 40 + u * right[turn][0] - v * right[turn][1];
            int y = 50 + u * right[turn][1] + v * right[turn][0];

            g_assert_cmpuint (patch[(v + 15) * 31 + u + 15], ==, image[y * 96 + x]);
          }
    }
}

/* Beyond the edge the image goes on mirrored; a level of one colour stays it, however turned. */
static void
test_patch_edges (void)
{
  VwParameters parameters = vw_preset_find ("tuned")->parameters;
  g_autofree guint8 *image = synthetic_image (SYNTHETIC_NOISE, 96, 96, 4);
  g_autoptr (VwPatchCutter) cutter = vw_patch_cutter_new (&parameters, 96, 96, NULL);
  VwKeypoint keypoint = { .x = 4, .y = 4 };
  guint8 patch[31 * 31];

  vw_patch_cutter_load (cutter, image);
  vw_patch_cutter_cut (cutter, &keypoint, 31, patch);
  for (int v = 0; v < 31; v++)
    for (int u = 0; u < 31; u++)
      g_assert_cmpuint (patch[v * 31 + u], ==, image[ABS (v - 11) * 96 + ABS (u - 11)]);
  memset (image, 77, 96 * 96);
  vw_patch_cutter_load (cutter, image);
  for (keypoint.octave = 0; keypoint.octave < 8; keypoint.octave++)
    {
      keypoint.angle = 17.f * keypoint.octave;
      vw_patch_cutter_cut (cutter, &keypoint, 31, patch);
      for (guint i = 0; i < 31 * 31; i++)
        g_assert_cmpuint (patch[i], ==, 77);
    }
}

/* NumPy's bilinear interpolation between the pixels of level 0. */
static void
test_patch_is_bilinear (void)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  g_autofree guint8 *image = synthetic_image (SYNTHETIC_SOFT_NOISE, 96, 96, 5);
  g_autoptr (VwPatchCutter) cutter = vw_patch_cutter_new (&parameters, 96, 96, NULL);
  const VwKeypoint keypoint = { .x = 47, .y = 51, .angle = 33.25f };
  g_auto (Scratch) scratch = { 0 };
  g_autofree char *output = NULL;
  g_auto (GStrv) values = NULL;
  guint8 patch[VW_PATCH_PIXELS];

  scratch_init (&scratch);
  scratch_write (&scratch, "image", image, 96 * 96);
  output = test_script ("core/patch.py", scratch.path, "96", "47", "51", "33.25", "31", "24", NULL);
  if (output == NULL)
    return;
  values = g_strsplit (g_strstrip (output), "\n", -1);
  g_assert_cmpuint (g_strv_length (values), ==, VW_PATCH_PIXELS);
  vw_patch_cutter_load (cutter, image);
  vw_patch_cutter_cut (cutter, &keypoint, VW_PATCH_SIDE, patch);
  for (guint i = 0; i < VW_PATCH_PIXELS; i++) /* weights here are 256ths */
    g_assert_cmpfloat_with_epsilon (patch[i], g_ascii_strtod (values[i], NULL), 1.5);
}

/* Two words and three classes, counted by hand. */
static void
test_owners (void)
{
  guint64 patches[] = { 100, 10, 0 }, class_patches[] = { 40, 10, 60 };
  guint64 by_class[] = { 40, 0, 60, 0, 10, 0, 0, 0, 0 };
  const VwWordGallery gallery = { .n_words = 3,
                                  .n_classes = 3,
                                  .n_patches = 110,
                                  .patches = patches,
                                  .class_patches = class_patches,
                                  .by_class = by_class };
  g_autofree guint *ranks = vw_word_ranks (&gallery);

  g_assert_cmpfloat_with_epsilon (vw_word_owner_share (10), .3, 1e-12);
  g_assert_cmpfloat_with_epsilon (vw_word_owner_share (2), .75, 1e-12);
  g_assert_cmpfloat_with_epsilon (vw_word_share (&gallery, 0, 2), .6, 1e-12);
  g_assert_cmpfloat_with_epsilon (vw_word_average_share (&gallery, 1), 10 / 110.0, 1e-12);
  g_assert_cmpint (vw_word_leader (&gallery, 0), ==, 2);
  g_assert_cmpint (vw_word_owner (&gallery, 0), ==, -1); /* 60 % is under two thirds */
  g_assert_cmpint (vw_word_owner (&gallery, 1), ==, 1);
  g_assert_cmpint (vw_word_owner (&gallery, 2), ==, -1);
  for (guint w = 0; w < 3; w++)
    g_assert_cmpuint (ranks[w], ==, w + 1);
}

/* With a pyramid the weight is the sum over all 21 cells, as the word's evidence adds up. */
static void
test_weights (void)
{
  g_autoptr (VwModel) plain = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1);
  g_autoptr (VwModel) pyramid = test_model_new (VW_VOCABULARY_EUCLIDEAN, VW_PYRAMID_1_2_4);
  guint n_words = vw_vocabulary_get_words (plain->vocabulary);
  const double *coef = vw_classifier_get_coef (plain->classifier);
  const double *cells = vw_classifier_get_coef (pyramid->classifier);

  for (guint w = 0; w < n_words; w++)
    for (guint c = 0; c < 3; c++)
      {
        double sum = 0;

        for (guint cell = 0; cell < 21; cell++)
          sum += cells[(c * 21 + cell) * n_words + w];
        g_assert_cmpfloat (vw_word_weight (plain, w, c), ==, coef[c * n_words + w]);
        g_assert_cmpfloat_with_epsilon (vw_word_weight (pyramid, w, c), sum, 1e-12);
      }
}

/* Whatever the order, what it is by never rises from one word to the next. */
static void
test_orders (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = train (dataset, "notebook", 40, 400);
  g_autoptr (VwWordGallery) gallery = make (model, dataset, 0, 2);
  g_autoptr (GArray) frequent = vw_word_list (model, gallery, VW_WORDS_FREQUENT, VW_ANY_CLASS);
  g_autoptr (GArray) owned = vw_word_list (model, gallery, VW_WORDS_OWNED, 1);
  g_autoptr (GArray) in_favour = vw_word_list (model, gallery, VW_WORDS_FOR, 3);
  g_autoptr (GArray) against = vw_word_list (model, gallery, VW_WORDS_AGAINST, 3);
  g_autoptr (GArray) number = vw_word_list (model, gallery, VW_WORDS_NUMBER, VW_ANY_CLASS);
  g_autofree guint *ranks = vw_word_ranks (gallery);

#define WORD(list, i) g_array_index (list, guint, i)
  g_assert_cmpuint (frequent->len, ==, 40);
  for (guint i = 0; i < 40; i++)
    {
      g_assert_cmpuint (ranks[WORD (frequent, i)], ==, i + 1);
      g_assert_cmpuint (WORD (number, i), ==, i);
    }
  for (guint i = 0; i < owned->len; i++)
    {
      g_assert_cmpfloat (vw_word_share (gallery, WORD (owned, i), 1), >,
                         vw_word_average_share (gallery, 1));
      if (i > 0)
        g_assert_cmpfloat (vw_word_share (gallery, WORD (owned, i), 1), <=,
                           vw_word_share (gallery, WORD (owned, i - 1), 1));
    }
  g_assert_cmpuint (in_favour->len + against->len, ==, 40);
  for (guint i = 1; i < in_favour->len; i++)
    g_assert_cmpfloat (vw_word_weight (model, WORD (in_favour, i), 3), <=,
                       vw_word_weight (model, WORD (in_favour, i - 1), 3));
  for (guint i = 1; i < against->len; i++)
    g_assert_cmpfloat (vw_word_weight (model, WORD (against, i), 3), >=,
                       vw_word_weight (model, WORD (against, i - 1), 3));
#undef WORD
}

static void
test_table (void)
{
  g_autoptr (VwDataset) dataset = load_sample ();
  g_autoptr (VwModel) model = train (dataset, "notebook", 12, 100);
  g_autoptr (VwWordGallery) gallery = make (model, dataset, 0, 1);
  g_autoptr (VwTable) table = vw_word_table (model, gallery, NULL);
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, gallery->patches[7]);

  g_assert_cmpuint (table->n_columns, ==, 25);
  g_assert_cmpuint (table->cells->len, ==, 13 * 25);
  g_assert_cmpstr (g_ptr_array_index (table->cells, 5), ==, "patches 0");
  g_assert_cmpstr (g_ptr_array_index (table->cells, 24), ==, "weight 9");
  g_assert_cmpstr (g_ptr_array_index (table->cells, 8 * 25), ==, "7");
  g_assert_cmpstr (g_ptr_array_index (table->cells, 8 * 25 + 1), ==, count);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/words/counts/notebook", "notebook", test_counts);
  g_test_add_data_func ("/words/counts/tuned", "tuned", test_counts);
  g_test_add_data_func ("/words/nearest/notebook", "notebook", test_nearest);
  g_test_add_data_func ("/words/nearest/tuned", "tuned", test_nearest);
  g_test_add_func ("/words/means", test_means);
  g_test_add_func ("/words/pixels", test_pixels);
  g_test_add_func ("/words/threads", test_threads);
  g_test_add_func ("/words/some-images", test_some_images);
  g_test_add_func ("/words/plan", test_plan);
  g_test_add_func ("/words/cancel", test_cancel);
  g_test_add_func ("/words/other-classes", test_other_classes);
  g_test_add_func ("/words/owners", test_owners);
  g_test_add_func ("/words/weights", test_weights);
  g_test_add_func ("/words/orders", test_orders);
  g_test_add_func ("/words/table", test_table);
  g_test_add_func ("/patch/turns", test_patch_turns);
  g_test_add_func ("/patch/edges", test_patch_edges);
  g_test_add_func ("/patch/is-bilinear", test_patch_is_bilinear);
  return g_test_run ();
}
