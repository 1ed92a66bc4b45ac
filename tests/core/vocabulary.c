/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/error.h"
#include "core/hamming.h"
#include "core/presets.h"
#include "core/random.h"
#include "core/vocabulary.h"
#include "lib/prompt.h"
#include "lib/scratch.h"

#include <math.h>
#include <string.h>

#define DIMS VW_DESCRIPTOR_BYTES

/* Descriptors scattered around @n_centres random ones: noise flips about one bit in @rarity. */
static guint8 *
make_descriptors (guint n, guint n_centres, guint rarity, guint64 seed)
{
  g_autofree guint8 *centres = g_malloc (n_centres * DIMS);
  guint8 *descriptors = g_malloc ((gsize) n * DIMS);
  VwRandom random;

  vw_random_init (&random, seed);
  for (guint i = 0; i < n_centres * DIMS; i++)
    centres[i] = (guint8) vw_random_bits (&random);
  for (guint i = 0; i < n; i++)
    {
      const guint8 *centre = centres + vw_random_below (&random, n_centres) * DIMS;

      for (guint d = 0; d < DIMS; d++)
        {
          guint8 flips = 0;

          for (guint bit = 0; bit < 8; bit++)
            flips |= (guint8) ((vw_random_below (&random, rarity) == 0) << bit);
          descriptors[(gsize) i * DIMS + d] = centre[d] ^ flips;
        }
    }
  return descriptors;
}

static VwParameters
parameters_for (VwVocabularyKind kind, int words)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;

  parameters.vocabulary = kind;
  parameters.words = words;
  parameters.batch = 1024;
  return parameters;
}

static VwVocabulary *
train (const guint8 *descriptors, gsize n, const VwParameters *parameters, guint threads)
{
  VwTask task = { .threads = threads };
  g_autoptr (GError) error = NULL;
  VwVocabulary *vocabulary = vw_vocabulary_train (descriptors, n, parameters, &task, &error);

  g_assert_no_error (error);
  return vocabulary;
}

static void
test_threads (gconstpointer kind)
{
  VwParameters parameters = parameters_for (GPOINTER_TO_INT (kind), 50);
  g_autofree guint8 *descriptors = make_descriptors (30000, 80, 8, 1);
  g_autoptr (VwVocabulary) one = train (descriptors, 30000, &parameters, 1);
  static const guint threads[] = { 2, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (VwVocabulary) many = train (descriptors, 30000, &parameters, threads[i]);

      if (parameters.vocabulary == VW_VOCABULARY_EUCLIDEAN)
        g_assert_cmpmem (vw_vocabulary_get_centres (one), 50 * DIMS * sizeof (float),
                         vw_vocabulary_get_centres (many), 50 * DIMS * sizeof (float));
      else
        g_assert_cmpmem (vw_vocabulary_get_patterns (one), 50 * DIMS,
                         vw_vocabulary_get_patterns (many), 50 * DIMS);
    }
}

static double
exact_cost (const VwVocabulary *self, const guint8 *descriptor, guint word)
{
  double sum = 0;

  for (guint d = 0; d < DIMS; d++)
    if (vw_vocabulary_get_kind (self) == VW_VOCABULARY_EUCLIDEAN)
      {
        double difference = descriptor[d] - (double) vw_vocabulary_get_centres (self)[word * DIMS + d];

        sum += difference * difference;
      }
    else
      sum += __builtin_popcount (descriptor[d] ^ vw_vocabulary_get_patterns (self)[word * DIMS + d]);
  return sum;
}

static void
assert_nearest (const VwVocabulary *self, const guint8 *descriptors, guint n)
{
  g_autofree guint16 *words = g_new (guint16, n);
  double inertia, sum = 0;

  g_assert_true (vw_vocabulary_assign (self, descriptors, n, words, &inertia, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      guint best = 0;
      double least = INFINITY;

      for (guint w = 0; w < vw_vocabulary_get_words (self); w++)
        {
          double cost = exact_cost (self, descriptors + i * DIMS, w);

          if (cost < least)
            {
              least = cost;
              best = w;
            }
        }
      g_assert_cmpuint (words[i], ==, best);
      sum += least;
    }
  g_assert_cmpfloat_with_epsilon (inertia, sum, 1e-9 * sum + 1e-9);
}

/* Words that differ by less than a float's rounding of the score, and words that do not differ. */
static void
test_nearest_is_exact_and_ties_go_down (void)
{
  g_autofree guint8 *descriptors = make_descriptors (3000, 20, 4, 2);
  float centres[37 * DIMS];
  g_autoptr (VwVocabulary) vocabulary = NULL;

  for (guint w = 0; w < 37; w++)
    for (guint d = 0; d < DIMS; d++)
      {
        centres[w * DIMS + d] = descriptors[(w % 9) * DIMS + d];
        if (w >= 18 && w < 27)
          centres[w * DIMS + d] += 1e-4f * (float) ((int) (w + d) % 3 - 1);
      }
  vocabulary = vw_vocabulary_new_euclidean (centres, 37);
  assert_nearest (vocabulary, descriptors, 3000);
}

static void
test_hamming_ties_go_down (void)
{
  g_autofree guint8 *descriptors = make_descriptors (2000, 5, 2, 3);
  g_autoptr (VwVocabulary) vocabulary = vw_vocabulary_new_hamming (descriptors, 41);

  assert_nearest (vocabulary, descriptors, 2000);
}

static void
assert_kernels_agree (const guint8 *words, guint n_words, const guint8 *descriptors, guint n)
{
  const VwHammingKernels *plain = &vw_hamming_kernels_plain, *fast = vw_hamming_kernels_get ();
  g_autofree guint32 *a = g_new (guint32, n), *b = g_new (guint32, n);
  VwHammingWords laid_out;

  vw_hamming_words_init (&laid_out, words, n_words);
  for (guint i = 0; i < n; i++)
    {
      guint d1, d2;

      g_assert_cmpuint (fast->nearest (&laid_out, descriptors + i * DIMS, &d1), ==,
                        plain->nearest (&laid_out, descriptors + i * DIMS, &d2));
      g_assert_cmpuint (d1, ==, d2);
    }
  fast->distances (descriptors, n, words, a);
  plain->distances (descriptors, n, words, b);
  g_assert_cmpmem (a, n * sizeof *a, b, n * sizeof *b);
  vw_hamming_words_clear (&laid_out);
}

/* Every number of blocks up to 20 with whole and broken ones; and words that have nothing in common
 * with the descriptors, whose distance of 256 is more than a byte holds. */
static void
test_kernels_agree (void)
{
  g_autofree guint8 *bytes = make_descriptors (700, 700, 2, 4);
  guint8 opposites[5 * DIMS];

  if (vw_hamming_kernels_get () == &vw_hamming_kernels_plain)
    {
      g_test_skip ("this processor has only the plain kernels");
      return;
    }
  for (guint n_words = 1; n_words < 650; n_words += 21)
    assert_kernels_agree (bytes + DIMS, n_words, bytes, 50);
  memset (opposites, 0xff, sizeof opposites);
  memset (bytes, 0, 50 * DIMS);
  assert_kernels_agree (opposites, 5, bytes, 50);
  opposites[3 * DIMS] = 0xfe;
  assert_kernels_agree (opposites, 5, bytes, 50);
  memset (bytes, 0xff, DIMS);
  assert_kernels_agree (opposites, 5, bytes, 50);
}

static void
test_few_descriptors (gconstpointer kind)
{
  VwParameters parameters = parameters_for (GPOINTER_TO_INT (kind), 50);
  g_autofree guint8 *descriptors = make_descriptors (50, 50, 3, 5);
  g_autoptr (VwVocabulary) exactly = train (descriptors, 50, &parameters, 2);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (vw_vocabulary_get_words (exactly), ==, 50);
  g_assert_null (vw_vocabulary_train (descriptors, 49, &parameters, NULL, &error));
  g_assert_error (error, VW_ERROR, VW_ERROR_TRAINING);
  g_assert_nonnull (strstr (error->message, "49 descriptors"));
}

static void
test_all_the_same (gconstpointer kind)
{
  VwParameters parameters = parameters_for (GPOINTER_TO_INT (kind), 20);
  g_autofree guint8 *descriptors = g_malloc (5000 * DIMS);
  g_autoptr (VwVocabulary) vocabulary = NULL;
  double inertia;
  guint16 words[5000];

  memset (descriptors, 0x5a, 5000 * DIMS);
  vocabulary = train (descriptors, 5000, &parameters, 2);
  g_assert_true (vw_vocabulary_assign (vocabulary, descriptors, 5000, words, &inertia, NULL, NULL));
  g_assert_cmpfloat (inertia, ==, 0);
}

static void
test_nothing_to_assign (void)
{
  float centre[DIMS] = { 0 };
  g_autoptr (VwVocabulary) vocabulary = vw_vocabulary_new_euclidean (centre, 1);
  double inertia = -1;

  g_assert_true (vw_vocabulary_assign (vocabulary, NULL, 0, NULL, &inertia, NULL, NULL));
  g_assert_cmpfloat (inertia, ==, 0);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (50000);
  g_cancellable_cancel (cancellable);
  return GSIZE_TO_POINTER ((gsize) g_get_monotonic_time ());
}

static void
test_cancel (gconstpointer kind)
{
  VwParameters parameters = parameters_for (GPOINTER_TO_INT (kind), 3000);
  g_autofree guint8 *descriptors = make_descriptors (100000, 4000, 4, 6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VwTask task = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  gint64 cancelled, answered;

  g_assert_null (vw_vocabulary_train (descriptors, 100000, &parameters, &task, &error));
  answered = g_get_monotonic_time ();
  cancelled = (gint64) GPOINTER_TO_SIZE (g_thread_join (thread));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_assert_prompt (cancelled, answered, 200);
}

static double
our_inertia (const guint8 *descriptors, gsize n, VwParameters *parameters)
{
  g_autofree guint16 *words = g_new (guint16, n);
  double sum = 0;

  for (int seed = 0; seed < 3; seed++)
    {
      g_autoptr (VwVocabulary) vocabulary = NULL;
      double inertia;

      parameters->seed = seed;
      vocabulary = train (descriptors, n, parameters, 0);
      g_assert_true (
          vw_vocabulary_assign (vocabulary, descriptors, n, words, &inertia, NULL, NULL));
      sum += inertia / 3;
    }
  return sum;
}

static void
compare_with_sklearn (const char *path, gsize n)
{
  g_autofree char *text = NULL;
  g_autofree guint8 *descriptors = NULL;
  VwParameters parameters = vw_preset_find ("notebook")->parameters;
  const char *const arguments[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  double theirs, ours;
  gsize size;

  text = test_python (
      "import sys, numpy as np\n"
      "from sklearn.cluster import MiniBatchKMeans\n"
      "rows = np.fromfile(sys.argv[1], np.uint8).reshape(-1, 32).astype(np.float32)\n"
      "print(np.mean([MiniBatchKMeans(n_clusters=300, batch_size=4096, random_state=seed,\n"
      "                               n_init='auto').fit(rows).inertia_ for seed in range(3)]))\n",
      arguments);
  if (text == NULL)
    return;
  g_assert_true (g_file_get_contents (path, (char **) &descriptors, &size, &error));
  g_assert_cmpuint (size, ==, n * DIMS);
  theirs = g_ascii_strtod (text, NULL);
  ours = our_inertia (descriptors, n, &parameters);
  g_test_message ("inertia: ours %g, scikit-learn %g, ratio %.4f", ours, theirs, ours / theirs);
  g_assert_cmpfloat (ours, <, 1.01 * theirs);
  g_assert_cmpfloat (ours, >, 0.9 * theirs);
}

/* Comparing takes minutes under the sanitizers and finds nothing that it does not find without. */
static gboolean
skip_long (void)
{
  if (g_getenv ("VW_QUICK") == NULL)
    return FALSE;
  g_test_skip ("long; the leg without sanitizers has it");
  return TRUE;
}

static void
test_sklearn_on_a_mixture (void)
{
  g_auto (Scratch) folder = { 0 };
  g_autofree guint8 *descriptors = make_descriptors (60000, 1000, 6, 7);
  g_autofree char *path = NULL;

  if (skip_long ())
    return;
  scratch_init (&folder);
  path = scratch_path (&folder, "descriptors");
  scratch_write (&folder, "descriptors", descriptors, 60000 * DIMS);
  compare_with_sklearn (path, 60000);
}

/* ORB by OpenCV's Python, so that nothing of ours made the descriptors. */
static void
test_sklearn_on_digits (void)
{
  const char *mnist = test_mnist ();
  g_auto (Scratch) folder = { 0 };
  g_autofree char *path = NULL, *count = NULL;

  if (mnist == NULL || skip_long ())
    return;
  scratch_init (&folder);
  path = scratch_path (&folder, "descriptors");
  count = test_python (
      "import sys, gzip, cv2, numpy as np\n"
      "raw = gzip.open(sys.argv[1] + '/train-images-idx3-ubyte.gz').read(16 + 784 * 6000)\n"
      "orb = cv2.ORB_create(nfeatures=500)\n"
      "found = [orb.detectAndCompute(cv2.resize(image, (96, 96)), None)[1]\n"
      "         for image in np.frombuffer(raw, np.uint8, offset=16).reshape(-1, 28, 28)]\n"
      "rows = np.vstack([d for d in found if d is not None])\n"
      "rows.tofile(sys.argv[2])\n"
      "print(len(rows))\n",
      (const char *const[]){ mnist, path, NULL });
  if (count != NULL)
    compare_with_sklearn (path, g_ascii_strtoull (count, NULL, 10));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*test) (gconstpointer kind);
  } both[] = { { "threads", test_threads },
               { "few-descriptors", test_few_descriptors },
               { "all-the-same", test_all_the_same },
               { "cancel", test_cancel } };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_autofree char *euclidean = g_strdup_printf ("/vocabulary/euclidean/%s", both[i].name);
      g_autofree char *hamming = g_strdup_printf ("/vocabulary/hamming/%s", both[i].name);

      g_test_add_data_func (euclidean, GINT_TO_POINTER (VW_VOCABULARY_EUCLIDEAN), both[i].test);
      g_test_add_data_func (hamming, GINT_TO_POINTER (VW_VOCABULARY_HAMMING), both[i].test);
    }
  g_test_add_func ("/vocabulary/euclidean/exact", test_nearest_is_exact_and_ties_go_down);
  g_test_add_func ("/vocabulary/hamming/exact", test_hamming_ties_go_down);
  g_test_add_func ("/vocabulary/hamming/kernels", test_kernels_agree);
  g_test_add_func ("/vocabulary/nothing", test_nothing_to_assign);
  g_test_add_func ("/vocabulary/sklearn/mixture", test_sklearn_on_a_mixture);
  g_test_add_func ("/vocabulary/sklearn/digits", test_sklearn_on_digits);
  return g_test_run ();
}
