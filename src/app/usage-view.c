/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/usage-view.h"

#include "app/strings.h"
#include "app/theme.h"
#include "app/training-texts.h"
#include "core/usage.h"
#include "plot/strips.h"

#include <glib/gi18n.h>

#define SAMPLE_INTERVAL 200 /* ms */
#define LEAST_INTERVAL (50 * G_TIME_SPAN_MILLISECOND) /* a share of less time is noise */
#define HEIGHT 126

struct _VwUsageView {
  GtkWidget parent_instance;

  VwTrainingJob *training;
  GArray *samples; /* VwPlotSample */
  gint64 start;    /* µs */
  VwUsage usage;   /* since the last sample */
  guint timeout;
  VwPlotStageBand bands[VW_N_STAGES];
  guint n_bands;
};

G_DEFINE_FINAL_TYPE (VwUsageView, vw_usage_view, GTK_TYPE_WIDGET)

static gboolean
take_sample (gpointer data)
{
  VwUsageView *self = data;
  VwStageRecord record = { 0 };
  VwPlotSample sample = { (g_get_monotonic_time () - self->start) / 1e6, { 0 } };

  vw_usage_read (&self->usage, &record);
  vw_usage_start (&self->usage);
  sample.values[0] = record.cpu_percent;
  sample.values[1] = record.end_mb;
  g_array_append_val (self->samples, sample);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_CONTINUE;
}

static double
expected_seconds (VwUsageView *self, VwStage stage, const VwStageRecord *record)
{
  double estimate;

  if (record->finished)
    return record->reused ? 0 : record->seconds;
  if (!vw_training_job_is_running (self->training))
    return record->seconds; /* cancelled in it, or before it */
  estimate = vw_training_job_estimate (self->training, stage);
  return MAX (record->seconds, estimate);
}

static void
place_stages (VwUsageView *self)
{
  const VwStageRecord *records = vw_training_job_get_records (self->training);
  double at = 0;

  self->n_bands = 0;
  for (VwStage stage = VW_STAGE_KEYPOINTS; stage < VW_N_STAGES; stage++)
    {
      double seconds = expected_seconds (self, stage, &records[stage]);

      if (seconds <= 0)
        continue;
      self->bands[self->n_bands++]
          = (VwPlotStageBand){ vw_training_texts_stage (stage), at, at + seconds };
      at += seconds;
    }
}

static void
on_running (VwUsageView *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!vw_training_job_is_running (self->training))
    {
      if (self->samples->len > 0
          && g_get_monotonic_time () - self->usage.wall_start > LEAST_INTERVAL)
        take_sample (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  g_array_set_size (self->samples, 0);
  self->start = g_get_monotonic_time ();
  vw_usage_start (&self->usage);
  take_sample (self);
  self->timeout = g_timeout_add (SAMPLE_INTERVAL, take_sample, self);
}

static VwPlotSample
most_of (const GArray *samples)
{
  VwPlotSample most = { 0 };

  for (guint i = 0; i < samples->len; i++)
    for (guint strip = 0; strip < G_N_ELEMENTS (most.values); strip++)
      most.values[strip]
          = MAX (most.values[strip], g_array_index (samples, VwPlotSample, i).values[strip]);
  return most;
}

static void
paint (VwUsageView *self, cairo_t *cr, int width, int height)
{
  gboolean running = vw_training_job_is_running (self->training);
  const VwPlotSample *last = &g_array_index (self->samples, VwPlotSample, self->samples->len - 1);
  VwPlotSample most = most_of (self->samples);
  const VwPlotSample *shown = running ? last : &most;
  g_autofree char *cpu = vw_strings_percent (shown->values[0] / 100, 0);
  g_autofree char *megabytes = vw_strings_decimal (shown->values[1], 0);
  g_autofree char *memory = g_strdup_printf (_("%s MB"), megabytes);
  double end = self->n_bands > 0 ? self->bands[self->n_bands - 1].end : 0;
  g_auto (VwPlotStripsLayout) layout = { 0 };
  VwPlotStyle style;
  VwPlotStrips strips = {
    .titles = { running ? _("CPU") : _("CPU, most"), running ? _("Memory") : _("Memory, most") },
    .figures = { cpu, memory },
    .most = { MAX (most.values[0], 100.0) * 1.1, MAX (most.values[1], 1) * 1.15 },
    .n_samples = self->samples->len, .samples = (const VwPlotSample *) self->samples->data,
    .n_stages = self->n_bands, .stages = self->bands,
    .seconds = MAX (end, last->second), .running = running,
  };

  vw_theme_get_style (GTK_WIDGET (self), &style);
  vw_plot_strips_layout (&strips, width, height, &style, &layout);
  vw_plot_strips_paint (cr, &strips, &layout, &style);
}

static void
vw_usage_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VwUsageView *self = VW_USAGE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->samples->len == 0 || width <= 0)
    return;
  place_stages (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  paint (self, cr, width, height);
  cairo_destroy (cr);
}

static void
vw_usage_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  VwPlotStyle style;

  vw_theme_get_style (widget, &style);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT * style.text_scale : 1;
}

GtkWidget *
vw_usage_view_new (VwTrainingJob *training)
{
  VwUsageView *self = g_object_new (VW_TYPE_USAGE_VIEW, NULL);

  self->training = g_object_ref (training);
  g_signal_connect_object (training, "notify::running", G_CALLBACK (on_running), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Processor and memory over time"), -1);
  vw_theme_watch (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
vw_usage_view_dispose (GObject *object)
{
  VwUsageView *self = VW_USAGE_VIEW (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->training);
  g_clear_pointer (&self->samples, g_array_unref);
  G_OBJECT_CLASS (vw_usage_view_parent_class)->dispose (object);
}

static void
vw_usage_view_class_init (VwUsageViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_usage_view_dispose;
  widget_class->snapshot = vw_usage_view_snapshot;
  widget_class->measure = vw_usage_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vw_usage_view_init (VwUsageView *self)
{
  self->samples = g_array_new (FALSE, FALSE, sizeof (VwPlotSample));
}
