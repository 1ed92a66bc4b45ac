/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the real window's main loop is held up by what a user does while a model is trained.
 * stalls            on the shipped sample: a test
 * stalls mnist      on $VW_MNIST_DIR: a benchmark that prints a line of JSON */
#include "app/application.h"
#include "app/window.h"
#include "core/presets.h"
#include "lib/scratch.h"
#include "lib/stalls.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#define MOST 30  /* pages of text, each 1.6 ms on a machine that does nothing else but train */
#define LINES 40 /* of a page of text */
#define STEP 30  /* ms between two things that the user does */
#define ROUNDS 8 /* what other programs hold up they hold up in some rounds; what we do, in all */

typedef struct {
  VwApplication *application;
  VwWindow *window;
  VwSession *session;
  GtkWidget *grid;
  GtkAdjustment *scroll;
  gboolean turning;       /* the wheel, after the next frame */
  guint trainings;        /* finished */
  double started, loaded; /* when the window was first drawn, and when with digits, in ms */
} Fixture;

typedef struct {
  const char *name;
  guint steps;
  void (*act) (Fixture *fixture, guint step);
} Doing;

static guint
count (Fixture *fixture)
{
  return vw_dataset_get_count (vw_session_get_dataset (fixture->session),
                               vw_session_get_split (fixture->session));
}

/* By the wheel, and now and then far away. */
static void
scroll (Fixture *fixture, guint step)
{
  fixture->turning = step % 10 != 9;
  if (fixture->turning)
    gtk_widget_queue_draw (fixture->grid);
  else
    gtk_widget_activate_action (fixture->grid, "list.scroll-to-item", "u",
                                step * 7919 % count (fixture));
}

/* When every change of the list has been laid out: GTK 4.8 warns of a turn before that. */
static void
turn_wheel (Fixture *fixture)
{
  double page = gtk_adjustment_get_page_size (fixture->scroll);

  if (fixture->turning)
    gtk_adjustment_set_value (fixture->scroll,
                              gtk_adjustment_get_value (fixture->scroll) + page / 4);
  fixture->turning = FALSE;
}

static void
switch_digit (Fixture *fixture, guint step)
{
  vw_session_set_selected (fixture->session, step % 5 == 4
                                                 ? step * 7919 % count (fixture)
                                                 : vw_session_get_selected (fixture->session) + 1);
}

static void
filter (Fixture *fixture, guint step)
{
  VwDigitFilter wanted = VW_DIGIT_FILTER_ALL;

  if (step % 4 > 0)
    wanted.label = (int) (step % 10);
  if (step % 4 == 2)
    wanted.most_keypoints = 5;
  if (step % 4 == 3 && vw_session_get_predictions (fixture->session) != NULL)
    wanted.verdict = VW_VERDICT_WRONG;
  vw_session_set_filter (fixture->session, &wanted);
}

static void
switch_split (Fixture *fixture, guint step)
{
  vw_session_set_split (fixture->session, step % 2 == 0 ? VW_SPLIT_TRAIN : VW_SPLIT_TEST);
}

static void
try_settings (Fixture *fixture, guint step)
{
  VwParameters settings = *vw_session_get_settings (fixture->session);

  settings.edge_threshold = 4 + (int) (step * 3 % 28);
  vw_session_try_settings (fixture->session, &settings);
}

static void
switch_page (Fixture *fixture, guint step)
{
  static const char *const pages[] = { "training", "results", "digits" };

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s",
                              pages[step % G_N_ELEMENTS (pages)]);
}

static const Doing doings[] = {
  { "scroll", 120, scroll },        { "digit", 60, switch_digit }, { "filter", 40, filter },
  { "settings", 30, try_settings }, { "split", 8, switch_split },  { "page", 12, switch_page },
};

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
wait_for_frame (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
  while (gdk_frame_clock_get_frame_counter (clock) < frame + 2)
    g_main_context_iteration (NULL, TRUE);
}

/* Always under way: another seed, so that stages run anew, as soon as one training has ended. */
static void
keep_training (Fixture *fixture)
{
  VwParameters parameters = vw_preset_find ("notebook")->parameters;

  parameters.seed += fixture->trainings;
  vw_session_set_parameters (fixture->session, &parameters);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.train", NULL);
}

static void
on_trained (Fixture *fixture)
{
  fixture->trainings += vw_session_get_predictions (fixture->session) != NULL;
}

/* Since this program was started, in ms. */
static double
age (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;
  struct timespec now;

  g_assert_true (g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL));
  fields = g_strsplit (strrchr (stat, ')'), " ", -1);
  clock_gettime (CLOCK_BOOTTIME, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6
         - g_ascii_strtod (fields[20], NULL) * 1e3 / sysconf (_SC_CLK_TCK);
}

static void
fixture_init (Fixture *self, const char *folder)
{
  g_autoptr (GFile) file = folder != NULL ? g_file_new_for_path (folder) : NULL;

  self->window = vw_window_new (GTK_APPLICATION (self->application));
  self->session = vw_window_get_session (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_for_frame (self);
  self->started = age ();
  if (file != NULL)
    vw_window_open (self->window, file);
  else
    vw_window_open_sample (self->window);
  while (vw_window_is_loading (self->window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (vw_session_get_dataset (self->session));
  self->grid = find (GTK_WIDGET (self->window), GTK_TYPE_GRID_VIEW);
  self->scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->grid));
  g_signal_connect_swapped (self->session, "notify::model", G_CALLBACK (on_trained), self);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (self->grid), "after-paint",
                            G_CALLBACK (turn_wheel), self);
  wait_for_frame (self);
  self->loaded = age ();
}

static void
fixture_clear (Fixture *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (self->grid), self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->application);
}

/* What the machine is asked for here, where it is as fast and as busy as it is for the window. */
static void
set_page_of_text (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 800);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);

  for (guint line = 0; line < LINES; line++)
    {
      g_autofree char *text = g_strdup_printf ("%u: a line of text that is not the one before", line);

      pango_layout_set_text (layout, text, -1);
      pango_cairo_show_layout (cr, layout);
      cairo_translate (cr, 0, 20);
    }
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Returns: how long a page of text takes meanwhile, in ms */
static double
run (Fixture *fixture, const Doing *doing, Stalls *stalls)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint step = 0; step < doing->steps; step++)
    {
      double page = stalls_time (set_page_of_text);

      g_array_append_val (pages, page);
      stalls_step (stalls, 0); /* that does not count, nor what was before */
      g_array_set_size (stalls->held, step);
      g_array_set_size (stalls->wall, step);
      keep_training (fixture);
      doing->act (fixture, step);
      stalls_step (stalls, STEP);
    }
  return stalls_quantile (pages, .5);
}

static void
report (const Doing *doing, Stalls *stalls)
{
  g_print ("\"%s\": {\"median\": %.1f, \"p99\": %.1f, \"worst\": %.1f, \"worst_wall\": %.1f}, ",
           doing->name, stalls_quantile (stalls->held, .5), stalls_quantile (stalls->held, .99),
           stalls_quantile (stalls->held, 1), stalls_quantile (stalls->wall, 1));
}

static void
measure (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (doings); i++)
    {
      g_auto (Stalls) stalls = { NULL };

      stalls_init (&stalls);
      run (fixture, &doings[i], &stalls);
      report (&doings[i], &stalls);
    }
}

static void
judge (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (doings); i++)
    {
      double least = G_MAXDOUBLE;

      for (guint round = 0; round < ROUNDS && least >= MOST; round++)
        {
          g_auto (Stalls) stalls = { NULL };
          double page, worst;

          stalls_init (&stalls);
          page = run (fixture, &doings[i], &stalls);
          worst = stalls_quantile (stalls.held, 1);
          g_print ("%s: at most %.1f ms, with a page of text in %.1f ms\n", doings[i].name, worst,
                   page);
          least = MIN (least, worst / page);
        }
      g_assert_cmpfloat (least, <, MOST);
    }
}

static void
benchmark (Fixture *fixture)
{
  g_print ("{\"benchmark\": \"window\", \"unit\": \"ms\", \"start\": %.0f, \"loaded\": %.0f, ",
           fixture->started, fixture->loaded);
  measure (fixture);
  while (fixture->trainings == 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("\"trainings\": %u, \"peak_mb\": %.0f}\n", fixture->trainings,
           test_memory_peak () / 1048576.0);
}

int
main (int argc, char **argv)
{
  const char *folder = argc > 1 ? g_getenv ("VW_MNIST_DIR") : NULL;
  Fixture fixture = { NULL };

  if (!gtk_init_check () || (argc > 1 && folder == NULL))
    return 77;
  adw_init ();
  g_set_application_name ("Visual Words");
  fixture.application = vw_application_new ();
  g_application_set_flags (G_APPLICATION (fixture.application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (fixture.application), NULL, NULL))
    return 1;
  stalls_watch ();
  fixture_init (&fixture, folder);
  if (folder != NULL)
    benchmark (&fixture);
  else
    judge (&fixture);
  fixture_clear (&fixture);
  return 0;
}
