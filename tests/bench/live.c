/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the window does anew for each digit that is shown and each move of a setting: from stored
 * pixels to keypoints with all counts, words, histogram, scores and the reason; then what would
 * help. Detector and recognizer are made anew each time, as settings change. Prints a line of JSON
 * for each case; the chain is to stay under 5 ms.
 */
#include "core/class-averages.h"
#include "core/dataset.h"
#include "core/detector.h"
#include "core/presets.h"
#include "core/recognizer.h"
#include "core/remedy.h"
#include "core/trainer.h"

#include <stdlib.h>
#include <time.h>

#define DIGITS 1000

typedef enum { WALL, CPU, N_CLOCKS } Clock;

/* Milliseconds of each digit. */
typedef struct {
  double chain[N_CLOCKS][DIGITS], remedies[N_CLOCKS][DIGITS];
} Times;

static void
read_clocks (double now[N_CLOCKS])
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  now[WALL] = time.tv_sec * 1e3 + time.tv_nsec / 1e6;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  now[CPU] = time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static VwReason
run_chain (VwModel *model, const VwParameters *settings, const guint8 *image, guint side)
{
  g_autoptr (VwRecognizer) recognizer
      = model != NULL ? vw_recognizer_new (model, settings, side, side, NULL) : NULL;
  g_autoptr (VwDetector) detector
      = model == NULL ? vw_detector_new (settings, side, side, NULL) : NULL;
  const VwDetection *seen = model != NULL ? vw_recognizer_run (recognizer, image, NULL)->detection
                                          : vw_detector_run (detector, image, NULL);

  return vw_reason_find (&seen->frame, settings);
}

static void
time_digit (const VwDataset *data, guint i, VwModel *model, const VwParameters *settings,
            Times *times)
{
  const guint8 *image = vw_dataset_get_image (data, VW_SPLIT_TEST, i);
  guint side = vw_dataset_get_rows (data);
  double begin[N_CLOCKS], middle[N_CLOCKS], end[N_CLOCKS];
  VwRemedies remedies;
  VwReason reason;

  read_clocks (begin);
  reason = run_chain (model, settings, image, side);
  read_clocks (middle);
  if (!vw_remedies_find (&(VwRemedyCase){ image, side, side, settings, &reason }, &remedies, NULL))
    g_error ("OpenCV failed");
  read_clocks (end);
  for (guint clock = 0; clock < N_CLOCKS; clock++)
    {
      times->chain[clock][i] = middle[clock] - begin[clock];
      times->remedies[clock][i] = end[clock] - middle[clock];
    }
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_spread (const char *name, double values[N_CLOCKS][DIGITS])
{
  for (guint clock = 0; clock < N_CLOCKS; clock++)
    {
      const char *unit = clock == CPU ? "cpu_ms" : "ms";

      qsort (values[clock], DIGITS, sizeof (double), compare);
      g_print (", \"%s_%s\": %.3f, \"%s_worst_%s\": %.3f", name, unit, values[clock][DIGITS / 2],
               name, unit, values[clock][DIGITS - 1]);
    }
}

static void
bench_case (const VwDataset *data, VwModel *model, const char *preset, int edge_threshold)
{
  g_autofree Times *times = g_new (Times, 1);
  VwParameters settings = vw_preset_find (preset)->parameters;

  settings.edge_threshold = edge_threshold;
  for (guint i = 0; i < DIGITS; i++)
    time_digit (data, i, model, &settings, times);
  g_print ("{\"benchmark\": \"live\", \"preset\": \"%s\", \"edge_threshold\": %d, \"model\": %s, "
           "\"digits\": %d",
           preset, edge_threshold, model != NULL ? "true" : "false", DIGITS);
  print_spread ("chain", times->chain);
  print_spread ("remedies", times->remedies);
  g_print ("}\n");
}

/* What goes on beside it: the averages of the classes, on one thread as in the window. */
static void
bench_averages (const VwDataset *data, const char *preset, int edge_threshold)
{
  VwParameters settings = vw_preset_find (preset)->parameters;
  VwTask alone = { .threads = 1 };
  double begin[N_CLOCKS], end[N_CLOCKS];
  g_autoptr (VwClassAverages) averages = NULL;

  settings.edge_threshold = edge_threshold;
  read_clocks (begin);
  averages = vw_class_averages_find (data, VW_SPLIT_TEST, &settings, &alone, NULL);
  read_clocks (end);
  g_print ("{\"benchmark\": \"class-averages\", \"preset\": \"%s\", \"edge_threshold\": %d, "
           "\"digits\": %u, \"ms\": %.0f, \"cpu_ms\": %.0f}\n",
           preset, edge_threshold, averages->all.n_images, end[WALL] - begin[WALL],
           end[CPU] - begin[CPU]);
}

static VwModel *
train (VwDataset *data, const char *preset)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  VwTraining training = { .dataset = data, .parameters = vw_preset_find (preset)->parameters };
  VwModel *model;

  model = vw_trainer_run (trainer, &training, NULL, NULL, NULL);
  g_assert_nonnull (model);
  return model;
}

int
main (void)
{
  static const char *const presets[] = { "notebook", "notebook-printed" };
  g_autoptr (VwDataset) sample = vw_dataset_load ("sample", NULL, NULL);
  const char *folder = g_getenv ("VW_MNIST_DIR");
  g_autoptr (VwDataset) whole = folder != NULL ? vw_dataset_load (folder, NULL, NULL) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      g_autoptr (VwModel) model = train (sample, presets[i]);

      for (int edge_threshold = 31; edge_threshold >= 4; edge_threshold -= 27)
        {
          bench_case (sample, NULL, presets[i], edge_threshold);
          bench_case (sample, model, presets[i], edge_threshold);
          bench_averages (whole != NULL ? whole : sample, presets[i], edge_threshold);
        }
    }
  return 0;
}
