/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Draw page in a window of its own, drawn on by what its gestures call. */
#include "app/draw-files.h"
#include "app/draw-page-private.h"
#include "core/file-write.h"
#include "core/images.h"
#include "core/inspection-export.h"
#include "core/presets.h"
#include "core/trainer.h"
#include "lib/sample.h"
#include "lib/scratch.h"

#include <adwaita.h>
#include <string.h>

#define FRAME (1000000 / 60) /* microseconds */

static VwModel *
train (const char *preset)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  VwTraining training = { .dataset = test_sample (), .parameters = vw_preset_find (preset)->parameters };

  return vw_trainer_run (trainer, &training, NULL, NULL, NULL);
}

static VwModel *
good_model (void)
{
  static VwModel *model;

  if (model == NULL)
    model = train ("fixed-border");
  return model;
}

/* A window with the page in it; @session: (transfer none) */
static VwDrawPage *
open_page (VwSession *session)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = vw_draw_page_new (session);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  return VW_DRAW_PAGE (page);
}

static void
close_page (VwDrawPage *page)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Until what is shown is that of the last change. */
static const VwInspection *
wait_for_page (VwDrawPage *page)
{
  const VwInspection *seen;

  while ((seen = vw_inspector_get_inspection (page->inspector)) == NULL
         || seen->guest != page->guest || seen->model != vw_session_get_model (page->session))
    g_main_context_iteration (NULL, TRUE);
  return seen;
}

static void
draw_line (VwDrawPage *page, double x1, double y1, double x2, double y2)
{
  vw_draw_surface_begin (page->surface, x1, y1, .5);
  for (guint i = 1; i <= 20; i++)
    vw_draw_surface_move (page->surface, x1 + (x2 - x1) * i / 20, y1 + (y2 - y1) * i / 20, .5);
  vw_draw_surface_end (page->surface);
}

static void
draw_seven (VwDrawPage *page)
{
  draw_line (page, .3, .2, .7, .2);
  draw_line (page, .7, .2, .45, .8);
}

static const char *
verdict (VwDrawPage *page)
{
  return gtk_stack_get_visible_child_name (page->verdict);
}

static void
act (VwDrawPage *page, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), action, NULL));
}

/* The pixels that the method gets are those of @expected. */
static void
assert_pixels (VwDrawPage *page, const VwCentering *expected)
{
  g_assert_cmpmem (page->centering.pixels, 784, expected->pixels, 784);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 difference = *(const gint64 *) a - *(const gint64 *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
test_untrained (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  VwDrawPage *page = open_page (session);

  g_assert_cmpstr (verdict (page), ==, "untrained");
  g_assert_cmpuint (wait_for_page (page)->frame.n_keypoints, ==, 0);
  draw_seven (page);
  g_assert_null (wait_for_page (page)->model);
  g_assert_false (page->centering.blank);
  g_assert_cmpstr (verdict (page), ==, "untrained");
  vw_session_set_parameters (session, &vw_preset_find ("fixed-border")->parameters);
  while (vw_inspector_get_inspection (page->inspector)->frame.n_keypoints < 20)
    g_main_context_iteration (NULL, TRUE);
  close_page (page);
}

static void
test_predicted (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  VwDrawPage *page = open_page (session);
  const VwInspection *seen;
  g_autofree char *origin = NULL;

  vw_session_set_model (session, good_model (), NULL);
  wait_for_page (page);
  g_assert_cmpstr (verdict (page), ==, "blank");
  draw_seven (page);
  seen = wait_for_page (page);
  g_assert_cmpstr (verdict (page), ==, "verdict");
  g_assert_cmpint (seen->predicted, ==, 7);
  g_assert_cmpstr (gtk_label_get_text (page->predicted), ==, "7");
  g_assert_null (vw_inspection_get_label (seen));
  g_assert_cmpint (vw_inspection_get_true_class (seen), ==, -1);
  origin = vw_inspection_origin (seen);
  g_assert_nonnull (strstr (origin, "\"parameters\""));
  g_assert_null (strstr (origin, "\"label\""));
  close_page (page);
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *left = data;

  return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until all is laid out, what is laid out anew after a first time as well. */
static void
wait_for_frames (VwDrawPage *page)
{
  guint left = 5;

  gtk_widget_add_tick_callback (GTK_WIDGET (page), count_frame, &left, NULL);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Whether all of @child is within the page. */
static gboolean
is_inside (VwDrawPage *page, gpointer child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (page), &bounds));
  return bounds.size.width > 0
         && bounds.origin.x + bounds.size.width <= gtk_widget_get_width (GTK_WIDGET (page))
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (page));
}

/* With the notebook's border a straight 1 has no keypoint, and the page says why; what it said takes
 * no room from what follows. */
static void
test_no_keypoints (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (VwModel) model = train ("notebook");
  VwDrawPage *page = open_page (session);

  vw_session_set_model (session, model, NULL);
  draw_line (page, .5, .2, .5, .8);
  g_assert_cmpint (wait_for_page (page)->predicted, ==, VW_NO_PREDICTION);
  g_assert_cmpstr (verdict (page), ==, "empty");
  g_assert_nonnull (strstr (gtk_label_get_text (page->no_keypoints), "31"));
  draw_line (page, .3, .2, .7, .5);
  wait_for_page (page);
  g_assert_cmpstr (verdict (page), ==, "verdict");
  wait_for_frames (page);
  g_assert_true (is_inside (page, page->scores));
  g_assert_true (is_inside (page, page->words));
  g_assert_true (is_inside (page, page->canvas));
  close_page (page);
}

static void
test_undo (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  VwDrawPage *page = open_page (session);
  VwCentering one, two;

  act (page, "draw.undo"); /* nothing to undo: nothing happens */
  g_assert_true (page->centering.blank);
  draw_line (page, .3, .2, .7, .2);
  one = page->centering;
  draw_line (page, .7, .2, .45, .8);
  two = page->centering;
  act (page, "draw.undo");
  assert_pixels (page, &one);
  act (page, "draw.redo");
  assert_pixels (page, &two);
  act (page, "draw.redo");
  assert_pixels (page, &two);
  gtk_toggle_button_set_active (page->eraser, TRUE);
  draw_line (page, .3, .2, .55, .2);
  g_assert_cmpint (memcmp (page->centering.pixels, two.pixels, 784), !=, 0);
  act (page, "draw.undo");
  assert_pixels (page, &two);
  act (page, "draw.clear");
  g_assert_true (page->centering.blank);
  act (page, "draw.inspect"); /* nothing to look at */
  g_assert_null (vw_session_get_guest (session));
  act (page, "draw.undo");
  assert_pixels (page, &two);
  close_page (page);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);
  return found;
}

/* Pressed by key, a button that has nothing left to do leaves the focus to the drawing. */
static void
test_focus (void)
{
  static const char *const actions[] = { "draw.undo", "draw.clear" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (VwSession) session = vw_session_new ();
      VwDrawPage *page = open_page (session);
      GtkWidget *button = find_button (GTK_WIDGET (page), actions[i]);

      draw_line (page, .2, .2, .8, .2);
      draw_line (page, .2, .6, .8, .6);
      g_assert_true (gtk_widget_grab_focus (button));
      act (page, actions[i]);
      if (i == 0)
        {
          /* There is more to undo. */
          g_assert_true (gtk_root_get_focus (gtk_widget_get_root (button)) == button);
          act (page, actions[i]);
        }
      g_assert_false (gtk_widget_is_sensitive (button));
      g_assert_true (gtk_root_get_focus (gtk_widget_get_root (button))
                     == GTK_WIDGET (page->surface));
      close_page (page);
    }
}

/* A small digit in a corner: the switch decides whether it stays one. */
static void
test_centring (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  VwDrawPage *page = open_page (session);

  draw_line (page, .1, .1, .1, .3);
  g_assert_cmpfloat (page->centering.height, ==, VW_FIELD_BOX);
  gtk_switch_set_active (page->centre, FALSE);
  g_assert_cmpfloat (page->centering.height, <, 10);
  g_assert_cmpfloat (page->centering.mass_x, <, 5);
  gtk_switch_set_active (page->centre, TRUE);
  g_assert_cmpfloat (page->centering.height, ==, VW_FIELD_BOX);
  close_page (page);
}

/* Shown on Digits, the drawing is what an inspector of the session sees, until a digit is selected,
   the one that was selected before as well. */
static void
test_guest (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (VwInspector) inspector = NULL;
  VwDrawPage *page = open_page (session);
  const VwInspection *seen;

  vw_session_set_dataset (session, test_sample ());
  inspector = vw_inspector_new (session);
  draw_seven (page);
  act (page, "draw.inspect");
  g_assert_true (vw_session_get_guest (session) == page->guest);
  while ((seen = vw_inspector_get_inspection (inspector)) == NULL || seen->guest == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpmem (seen->guest->pixels, 784, page->centering.pixels, 784);
  g_assert_null (vw_inspection_get_label (seen));
  draw_line (page, .3, .5, .6, .5); /* does not change what is on Digits */
  g_assert_true (vw_session_get_guest (session) == seen->guest);
  vw_session_set_selected (session, vw_session_get_selected (session));
  g_assert_null (vw_session_get_guest (session));
  while ((seen = vw_inspector_get_inspection (inspector)) == NULL || seen->guest != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (vw_inspection_get_label (seen));
  close_page (page);
}

static gint64
find_median (GArray *times)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, gint64, times->len / 2);
}

static void
note_time (GArray *times, gint64 start)
{
  gint64 time = g_get_monotonic_time () - start;

  g_array_append_val (times, time);
}

/* From the pen's move to the prediction on the page: what the page adds to the method's own time is
   less than a frame; three, as the machine may have other things to do. */
static void
test_one_frame (void)
{
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (gint64));
  VwDrawPage *page = open_page (session);

  vw_session_set_model (session, good_model (), NULL);
  draw_line (page, .3, .2, .7, .2);
  vw_draw_surface_begin (page->surface, .7, .2, .5);
  for (guint i = 1; i <= 101; i++)
    {
      g_autoptr (VwInspection) seen = NULL;
      gint64 start;

      wait_for_page (page);
      start = g_get_monotonic_time ();
      vw_draw_surface_move (page->surface, .7 - .0025 * i, .2 + .006 * i, .5);
      wait_for_page (page);
      note_time (times, start);
      start = g_get_monotonic_time ();
      seen = vw_inspection_new_guest (page->guest, vw_session_get_settings (session), good_model (),
                                      NULL);
      note_time (bare, start);
    }
  g_test_message ("from move to prediction %d µs, the method alone %d µs",
                  (int) find_median (times), (int) find_median (bare));
  g_assert_cmpint (find_median (times) - find_median (bare), <, 3 * FRAME);
  close_page (page);
}

/* What is saved is what was drawn: read again, it is the same image. */
static void
test_save (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *large = NULL, *small = NULL;
  g_autofree guint8 *grey = NULL;
  g_autoptr (GBytes) drawn = NULL, field = NULL;
  g_autoptr (VwPhoto) photo = NULL;
  g_autoptr (VwSession) session = vw_session_new ();
  g_autoptr (GError) error = NULL;
  VwDrawPage *page = open_page (session);
  VwCentering again;
  guint rows, cols, sum = 0;

  scratch_init (&scratch);
  large = scratch_path (&scratch, "large.png");
  small = scratch_path (&scratch, "small.png");
  draw_seven (page);
  drawn = vw_draw_files_make (vw_draw_surface_get_drawing (page->surface), &error);
  field = vw_draw_files_make_field (&page->centering, &error);
  g_assert_true (vw_file_write (large, drawn, &error));
  g_assert_true (vw_file_write (small, field, &error));
  g_assert_no_error (error);
  grey = vw_image_read_grey (small, &rows, &cols, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows, ==, VW_FIELD_SIDE);
  g_assert_cmpmem (grey, rows * cols, page->centering.pixels, 784);
  photo = vw_photo_read (large, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (photo->width, ==, 560);
  g_assert_true (photo->inverted);
  g_assert_true (vw_centering_apply (&photo->ink, &again, NULL));
  for (guint i = 0; i < 784; i++)
    sum += (guint) ABS (again.pixels[i] - page->centering.pixels[i]);
  g_assert_cmpuint (sum / 784, <, 12);
  close_page (page);
}

static void
on_photo (gpointer result, const GError *error, gpointer data)
{
  g_assert_no_error (error);
  *(VwPhoto **) data = result;
}

/* A picture from the clipboard is what a file of it would be. */
static void
test_texture (void)
{
  static guint8 pixels[100 * 100 * 3];
  g_autoptr (VwJob) job = vw_job_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (VwPhoto) photo = NULL;

  memset (pixels, 230, sizeof pixels);
  for (guint y = 20; y < 80; y++)
    memset (pixels + (y * 100 + 45) * 3, 20, 30);
  bytes = g_bytes_new_static (pixels, sizeof pixels);
  texture = gdk_memory_texture_new (100, 100, GDK_MEMORY_R8G8B8, bytes, 300);
  vw_draw_files_decode (job, texture, on_photo, &photo);
  while (photo == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (photo->inverted);
  g_assert_cmpuint (photo->crop.x, ==, 45);
  g_assert_cmpuint (photo->crop.width, ==, 10);
  g_assert_cmpuint (photo->crop.height, ==, 60);
  g_assert_true (vw_draw_files_is_image ("a.JPG"));
  g_assert_false (vw_draw_files_is_image ("a.vwm"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  g_test_add_func ("/draw/untrained", test_untrained);
  g_test_add_func ("/draw/predicted", test_predicted);
  g_test_add_func ("/draw/no-keypoints", test_no_keypoints);
  g_test_add_func ("/draw/undo", test_undo);
  g_test_add_func ("/draw/focus", test_focus);
  g_test_add_func ("/draw/centring", test_centring);
  g_test_add_func ("/draw/guest", test_guest);
  g_test_add_func ("/draw/one-frame", test_one_frame);
  g_test_add_func ("/draw/save", test_save);
  g_test_add_func ("/draw/texture", test_texture);
  return g_test_run ();
}
