/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/usage.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#define SAMPLE_INTERVAL (20 * G_TIME_SPAN_MILLISECOND)

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

double
vw_memory_mb (void)
{
  unsigned long size = 0, resident = 0;
  FILE *file = fopen ("/proc/self/statm", "re");

  if (file == NULL)
    return 0;
  if (fscanf (file, "%lu %lu", &size, &resident) != 2)
    resident = 0;
  fclose (file);
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

void
vw_usage_start (VwUsage *self)
{
  *self = (VwUsage){ .wall_start = g_get_monotonic_time (), .cpu_start = cpu_seconds () };
  vw_usage_sample (self);
}

void
vw_usage_sample (VwUsage *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now < self->next_sample)
    return;
  self->next_sample = now + SAMPLE_INTERVAL;
  self->peak_mb = MAX (self->peak_mb, vw_memory_mb ());
}

void
vw_usage_read (VwUsage *self, VwStageRecord *record)
{
  record->seconds = (g_get_monotonic_time () - self->wall_start) / 1e6;
  record->cpu_percent
      = record->seconds > 0 ? 100 * (cpu_seconds () - self->cpu_start) / record->seconds : 0;
  record->end_mb = vw_memory_mb ();
  self->peak_mb = MAX (self->peak_mb, record->end_mb);
  record->peak_mb = self->peak_mb;
}
