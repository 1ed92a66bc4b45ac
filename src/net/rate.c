/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/rate.h"

#define INTERVAL (250 * (gint64) 1000)   /* µs between two samples */
#define LEAST_SPAN (500 * (gint64) 1000) /* before it, any number would jump about */
#define WINDOW (VW_RATE_SAMPLES * INTERVAL)

void
vw_rate_note (VwRate *self, gint64 time, guint64 bytes)
{
  guint last = (self->n + VW_RATE_SAMPLES - 1) % VW_RATE_SAMPLES;

  if (self->n > 0 && time - self->samples[last].time < INTERVAL)
    return;
  self->samples[self->n % VW_RATE_SAMPLES].time = time;
  self->samples[self->n % VW_RATE_SAMPLES].bytes = bytes;
  self->n++;
}

double
vw_rate_get (const VwRate *self, gint64 time)
{
  guint kept = MIN (self->n, VW_RATE_SAMPLES);
  guint last = (self->n + VW_RATE_SAMPLES - 1) % VW_RATE_SAMPLES;

  for (guint i = 0; i < kept; i++)
    {
      guint first = (self->n - kept + i) % VW_RATE_SAMPLES;
      gint64 span = time - self->samples[first].time;

      if (span > WINDOW + INTERVAL)
        continue;
      return span < LEAST_SPAN ? 0
                               : (double) (self->samples[last].bytes - self->samples[first].bytes)
                                     * G_USEC_PER_SEC / span;
    }
  return 0;
}
