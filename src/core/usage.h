/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VwStageRecord:
 * @finished: the stage came to its end
 * @reused: the product of an earlier run served, nothing was computed
 * @seconds: wall time
 * @cpu_percent: processor time of the process by wall time; 200 is two processors busy
 * @peak_mb: highest resident memory of the process seen during the stage, in 10^6 bytes
 * @end_mb: resident memory of the process at its end
 * @made: how large its product is, reused or not, once it is finished: keypoints of the training
 *   digits; words; entries of a training digit's histogram in the mean; classes; test digits named
 *   rightly. Not written to files.
 *
 * What the notebook tracked for each stage.
 */
typedef struct {
  gboolean finished;
  gboolean reused;
  double seconds;
  double cpu_percent;
  double peak_mb;
  double end_mb;
  double made;
} VwStageRecord;

/**
 * VwUsage:
 *
 * Measures this process over a stretch of work. Plain data; not for several threads at once.
 */
typedef struct {
  gint64 wall_start;  /* µs, monotonic */
  double cpu_start;   /* s */
  gint64 next_sample; /* µs, monotonic */
  double peak_mb;
} VwUsage;

void vw_usage_start (VwUsage *self);

/* Looks at the memory, at most every 20 ms; call it as often as is convenient. */
void vw_usage_sample (VwUsage *self);

/* Fills in all but @finished, @reused and @made, as of now. */
void vw_usage_read (VwUsage *self, VwStageRecord *record);

/* Resident memory of the process in 10^6 bytes; 0 where the system does not tell. */
double vw_memory_mb (void);

G_END_DECLS
