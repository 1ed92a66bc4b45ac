/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lesson-picture.h"

#include "app/strings.h"
#include "core/evidence.h"
#include "plot/rows.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#define GAP 28.0
#define MOST_ROWS 60

/* A class's score, built up word by word from its constant. */
typedef struct {
  guint n_texts;
  char *texts[2 * MOST_ROWS];
  char *title;
  guint n_rows;
  VwPlotRow rows[MOST_ROWS];
  VwPlotRows model;
  VwPlotRowsLayout layout;
} Sum;

/* The predicted class and the true one, if that is another. */
typedef struct {
  guint n;
  Sum sums[2];
  double step;
} Picture;

static const char *
keep (Sum *self, char *text)
{
  return self->texts[self->n_texts++] = text;
}

static char *
format_signed (double value)
{
  return vw_plot_format_decimal (vw_strings_numbers (), value, 2, TRUE);
}

/* @label: (transfer full): */
static void
add_row (Sum *self, char *label, double from, double by)
{
  self->rows[self->n_rows++] = (VwPlotRow){ .label = keep (self, label),
                                            .from = from,
                                            .to = from + by,
                                            .lost = from + by,
                                            .kind = VW_PLOT_BAR_SIGNED,
                                            .figure = keep (self, format_signed (by)) };
}

/* Strongest first, of equals the lower word first. */
static int
compare_pushes (const void *a, const void *b)
{
  const VwWordEvidence *first = a, *second = b;
  double difference = fabs (second->product) - fabs (first->product);

  if (difference != 0)
    return difference > 0 ? 1 : -1;
  return first->word < second->word ? -1 : 1;
}

/* The words that push hardest one by one, the others together, so that the end is the score. */
static void
add_words (Sum *self, const VwEvidence *evidence, guint most)
{
  g_autofree VwWordEvidence *words = g_memdup2 (evidence->words, evidence->n_words * sizeof *words);
  guint n = evidence->n_words, single = n <= most ? n : most - 1;
  double at = evidence->intercept;

  if (n > 0)
    qsort (words, n, sizeof *words, compare_pushes);
  for (guint i = 0; i < single; i++)
    {
      add_row (self, g_strdup_printf (_("word %u"), words[i].word), at, words[i].product);
      at += words[i].product;
    }
  if (single < n)
    add_row (self, g_strdup_printf (ngettext ("%u other", "%u others", n - single), n - single), at,
             evidence->score - at);
}

static char *
title_of (const VwInspection *seen, guint class)
{
  const char *name = seen->model->class_names[class];

  if (g_strcmp0 (name, vw_inspection_get_label (seen)) != 0)
    return g_strdup_printf (_("Class %s"), name);
  return g_strdup_printf (_("Class %s, the right one"), name);
}

static void
sum_init (Sum *self, const VwInspection *seen, guint class, guint most)
{
  g_autoptr (VwEvidence) evidence
      = vw_inspection_get_evidence (seen, class);
  VwPlotRow *end;

  self->title = title_of (seen, class);
  add_row (self, g_strdup (_("constant")), 0, evidence->intercept);
  add_words (self, evidence, most);
  add_row (self, g_strdup (_("score")), 0, evidence->score);
  end = &self->rows[self->n_rows - 1];
  end->bold = end->ruled = TRUE;
  self->model = (VwPlotRows){ self->title, self->n_rows, self->rows, 0 };
}

static void
sum_clear (Sum *self)
{
  for (guint i = 0; i < self->n_texts; i++)
    g_free (self->texts[i]);
  g_free (self->title);
  vw_plot_rows_layout_clear (&self->layout);
}

static gpointer
make (const VwLessonScene *scene, double width, double height, const VwPlotStyle *style)
{
  const VwInspection *seen = scene->seen;
  int truth = vw_inspection_get_true_class (seen);
  Picture *self = g_new0 (Picture, 1);
  int rows = (int) MIN (vw_plot_rows_capacity (height, style), MOST_ROWS) - 2;

  self->n = scene->steps->truth != NULL && truth != seen->predicted ? 2 : 1;
  self->step = (width + GAP) / self->n;
  for (guint i = 0; i < self->n; i++)
    {
      Sum *sum = &self->sums[i];

      sum_init (sum, seen, i == 0 ? (guint) seen->predicted : (guint) truth, (guint) MAX (rows, 1));
      vw_plot_rows_layout (&sum->model, self->step - GAP, height, style, &sum->layout);
    }
  return self;
}

static void
paint (gpointer picture, cairo_t *cr, const VwPlotStyle *style)
{
  Picture *self = picture;

  for (guint i = 0; i < self->n; i++)
    {
      vw_plot_rows_paint (cr, &self->sums[i].model, &self->sums[i].layout, style);
      cairo_translate (cr, self->step, 0);
    }
}

static void
picture_free (gpointer picture)
{
  Picture *self = picture;

  for (guint i = 0; i < self->n; i++)
    sum_clear (&self->sums[i]);
  g_free (self);
}

const VwLessonPicture vw_lesson_scores = { make, paint, NULL, picture_free };
