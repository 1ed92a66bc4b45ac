/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/liblinear.h"

#include "core/error.h"
#include "core/huge-pages.h"

#include <linear.h>
#include <stdlib.h>
#include <string.h>

#define TOLERANCE 1e-4 /* scikit-learn's LinearSVC */
#define BIAS 1.0
#define POLL_MS 50
#define ROWS_A_POLL 4096

/* Shared by the caller and the solver threads; the last to leave frees it. */
typedef struct {
  gatomicrefcount refs;
  struct feature_node *nodes; /* the rows, each ended by the bias and index −1 */
  struct feature_node **rows; /* the n_rows that are not empty */
  guint8 *labels;             /* theirs */
  int n_rows, n_columns;      /* the bias is a column */
  guint n_classes;
  double cost;
  double *weights;  /* n_classes × n_columns */
  gint *iterations; /* atomic, by class: steps of the solver, G_MAXINT when it is done */
  gint next;        /* atomic: the next class to take */
  gint stop;        /* atomic: take no further class */

  GMutex lock; /* guards what is below */
  GCond progressed;
  guint done;
} Job;

static gint running;

/* liblinear has one print function for the process and gives it no data. */
static _Thread_local gint *iterations_here;

static void
count_iteration (const char *text)
{
  if (iterations_here != NULL)
    g_atomic_int_inc (iterations_here);
}

static void
listen_to_liblinear (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      set_print_string_function (count_iteration);
      g_once_init_leave (&once, 1);
    }
}

static void
job_unref (Job *job)
{
  if (!g_atomic_ref_count_dec (&job->refs))
    return;
  free (job->nodes);
  g_free (job->rows);
  g_free (job->labels);
  g_free (job->weights);
  g_free (job->iterations);
  g_mutex_clear (&job->lock);
  g_cond_clear (&job->progressed);
  g_free (job);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

static struct feature_node *
copy_row (const VwHistograms *from, guint row, struct feature_node *to)
{
  for (gsize i = from->offsets[row]; i < from->offsets[row + 1]; i++)
    *to++ = (struct feature_node){ (int) from->indices[i] + 1, from->values[i] };
  *to++ = (struct feature_node){ (int) from->dims + 1, BIAS };
  *to++ = (struct feature_node){ -1, 0 };
  return to;
}

static guint
row_length (const VwLinearProblem *problem, guint row)
{
  return (guint) (problem->rows->offsets[row + 1] - problem->rows->offsets[row]);
}

static guint
longest_row (const VwLinearProblem *problem)
{
  guint longest = 0;

  for (guint row = 0; row < problem->rows->n_rows; row++)
    longest = MAX (longest, row_length (problem, row));
  return longest;
}

/* Puts the rows that are not empty in order: class by class, because a solver looks at most of one
 * class and few of the others, and by their lengths, because its loops then end where that can be
 * foreseen. Returns: (transfer full): them, @n of them. */
static guint *
sort_rows (const VwLinearProblem *problem, int *n)
{
  const gsize n_lengths = longest_row (problem) + 1, n_keys = problem->n_classes * n_lengths;
  g_autofree guint *starts = g_new0 (guint, n_keys + 1);
  guint *sorted = g_new (guint, problem->rows->n_rows);

  for (guint row = 0; row < problem->rows->n_rows; row++)
    if (row_length (problem, row) > 0)
      starts[problem->labels[row] * n_lengths + row_length (problem, row) + 1]++;
  for (gsize key = 0; key < n_keys; key++)
    starts[key + 1] += starts[key];
  *n = (int) starts[n_keys];
  for (guint row = 0; row < problem->rows->n_rows; row++)
    if (row_length (problem, row) > 0)
      sorted[starts[problem->labels[row] * n_lengths + row_length (problem, row)]++] = row;
  return sorted;
}

static gboolean
alloc_rows (Job *job, const VwHistograms *from, GError **error)
{
  gsize n_nodes = from->offsets[from->n_rows] + 2 * (gsize) from->n_rows;

  job->nodes = vw_huge_pages_try_alloc (n_nodes * sizeof *job->nodes);
  job->rows = g_try_new (struct feature_node *, from->n_rows);
  job->labels = g_try_malloc (from->n_rows);
  if (job->nodes != NULL && job->rows != NULL && job->labels != NULL)
    return TRUE;
  vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("Not enough memory to train the classifier"));
  return FALSE;
}

static gboolean
copy_rows (Job *job, const VwLinearProblem *problem, const VwTask *task, GError **error)
{
  g_autofree guint *sorted = NULL;
  struct feature_node *to;

  if (!alloc_rows (job, problem->rows, error))
    return FALSE;
  sorted = sort_rows (problem, &job->n_rows);
  to = job->nodes;
  for (int i = 0; i < job->n_rows; i++)
    {
      if (i % ROWS_A_POLL == 0 && vw_task_cancelled (task, error))
        return FALSE;
      job->rows[i] = to;
      job->labels[i] = problem->labels[sorted[i]];
      to = copy_row (problem->rows, sorted[i], to);
    }
  return TRUE;
}

static Job *
job_new (const VwLinearProblem *problem, const VwTask *task, GError **error)
{
  g_autoptr (Job) job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->refs);
  g_mutex_init (&job->lock);
  g_cond_init (&job->progressed);
  job->n_columns = (int) problem->rows->dims + 1;
  job->n_classes = problem->n_classes;
  job->cost = problem->cost;
  job->weights = g_new0 (double, (gsize) job->n_classes * job->n_columns);
  job->iterations = g_new0 (gint, job->n_classes);
  return copy_rows (job, problem, task, error) ? g_steal_pointer (&job) : NULL;
}

static struct parameter
solver_settings (double cost)
{
  struct parameter settings = { .solver_type = L2R_L2LOSS_SVC, .eps = TOLERANCE, .C = cost };

#ifdef HAVE_LIBLINEAR_REGULARIZE_BIAS
  settings.regularize_bias = 1; /* newer liblinear asks; older ones, and scikit-learn, always do */
#endif
  return settings;
}

static void
solve (Job *job, guint class_index)
{
  g_autofree double *signs = g_new (double, job->n_rows);
  struct problem problem = { job->n_rows, job->n_columns, signs, job->rows, BIAS };
  struct parameter settings = solver_settings (job->cost);
  struct model *model;
  gsize n_positive = 0;

  for (int i = 0; i < job->n_rows; i++)
    {
      signs[i] = job->labels[i] == class_index ? 1 : -1;
      n_positive += signs[i] > 0;
    }
  if (n_positive == 0)
    return;
  iterations_here = &job->iterations[class_index];
  /* Of the labels +1 and −1 liblinear always takes +1 for its positive side. */
  model = train (&problem, &settings);
  iterations_here = NULL;
  memcpy (job->weights + (gsize) class_index * job->n_columns, model->w,
          job->n_columns * sizeof *model->w);
  free_and_destroy_model (&model);
}

static gpointer
solver_thread (gpointer data)
{
  Job *job = data;
  guint class_index;

  while (!g_atomic_int_get (&job->stop)
         && (class_index = g_atomic_int_add (&job->next, 1)) < job->n_classes)
    {
      solve (job, class_index);
      g_atomic_int_set (&job->iterations[class_index], G_MAXINT);
      g_mutex_lock (&job->lock);
      job->done++;
      g_cond_signal (&job->progressed);
      g_mutex_unlock (&job->lock);
    }
  job_unref (job);
  g_atomic_int_add (&running, -1);
  return NULL;
}

/* Fewer threads than wanted will do, none will not. */
static gboolean
start_solvers (Job *job, guint wanted, GError **error)
{
  for (guint i = 0; i < wanted; i++)
    {
      GThread *thread;

      g_atomic_ref_count_inc (&job->refs);
      g_atomic_int_inc (&running);
      thread = g_thread_try_new ("svm", solver_thread, job, NULL);
      if (thread != NULL)
        {
          g_thread_unref (thread);
          continue;
        }
      g_atomic_int_add (&running, -1);
      job_unref (job);
      if (i == 0)
        vw_error_set (error, VW_ERROR_SYSTEM, NULL, N_ ("No thread could be started"));
      return i > 0;
    }
  return TRUE;
}

/* How many steps a solver needs is not known before its last; most need about eight. */
static double
fraction_done (Job *job)
{
  double sum = 0;

  for (guint i = 0; i < job->n_classes; i++)
    {
      double n = g_atomic_int_get (&job->iterations[i]);

      sum += n / (n + 4);
    }
  return sum / job->n_classes;
}

static gboolean
wait_for_solvers (Job *job, const VwTask *task, GError **error)
{
  guint done = 0;

  while (done < job->n_classes)
    {
      gint64 until = g_get_monotonic_time () + POLL_MS * G_TIME_SPAN_MILLISECOND;

      vw_task_report (task, fraction_done (job));
      if (vw_task_cancelled (task, error))
        return FALSE;
      g_mutex_lock (&job->lock);
      while (job->done == done && g_cond_wait_until (&job->progressed, &job->lock, until))
        ;
      done = job->done;
      g_mutex_unlock (&job->lock);
    }
  vw_task_report (task, 1);
  return TRUE;
}

gboolean
vw_liblinear_train (const VwLinearProblem *problem, const VwTask *task, double *weights,
                    GError **error)
{
  g_autoptr (Job) job = job_new (problem, task, error);

  if (job == NULL)
    return FALSE;
  listen_to_liblinear ();
  if (!start_solvers (job, MIN (vw_task_threads (task), job->n_classes), error)
      || !wait_for_solvers (job, task, error))
    {
      g_atomic_int_set (&job->stop, TRUE);
      return FALSE;
    }
  memcpy (weights, job->weights,
          (gsize) job->n_classes * job->n_columns * sizeof *weights);
  return TRUE;
}

guint
vw_liblinear_running (void)
{
  return g_atomic_int_get (&running);
}
