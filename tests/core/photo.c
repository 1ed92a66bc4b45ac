/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos made from digits whose label and pixels are known: enlarged, laid on paper with uneven
   light, noise and dirt, taken as a camera would. */
#include "core/centering.h"
#include "core/dataset.h"
#include "core/image-file.h"
#include "core/paper.h"
#include "core/photo.h"
#include "core/presets.h"
#include "core/random.h"
#include "core/recognizer.h"
#include "core/specks.h"
#include "core/trainer.h"
#include "lib/sample.h"
#include "lib/scratch.h"
#include "lib/synthetic.h"

#include <math.h>
#include <string.h>

#define WIDTH 420
#define HEIGHT 360
#define ENLARGED 8

/**
 * Scene:
 * @paper, @ink: grey values where the light is best
 * @shade: share of the light that the darkest corner lacks
 * @noise: greatest error of a pixel
 * @specks: spots of 3 × 3 pixels
 */
typedef struct {
  double paper, ink;
  double shade;
  double noise;
  guint specks;
  guint orientation; /* as a camera notes it; 1 is upright */
} Scene;

static const Scene dark_on_light = { 215, 60, .35, 8, 5, 1 };
static const Scene light_on_dark = { 45, 225, .25, 8, 5, 1 };

static double
ink_at (const guint8 *digit, double x, double y)
{
  int column = (int) floor (x), row = (int) floor (y);
  double u = x - column, v = y - row, sum = 0;

  for (int dy = 0; dy <= 1; dy++)
    for (int dx = 0; dx <= 1; dx++)
      if (column + dx >= 0 && column + dx < 28 && row + dy >= 0 && row + dy < 28)
        sum += (dx ? u : 1 - u) * (dy ? v : 1 - v) * digit[(row + dy) * 28 + column + dx];
  return sum / 255;
}

static GdkPixbuf *
take_photo (const guint8 *digit, const Scene *scene, guint seed)
{
  GdkPixbuf *photo = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  VwRandom random;
  double left, top;

  vw_random_init (&random, seed);
  left = 20 + 120 * vw_random_unit (&random);
  top = 20 + 80 * vw_random_unit (&random);
  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      {
        guint8 *pixel
            = gdk_pixbuf_get_pixels (photo) + y * gdk_pixbuf_get_rowstride (photo) + 3 * x;
        double ink = ink_at (digit, (x - left) / ENLARGED - .5, (y - top) / ENLARGED - .5);
        double light = 1 - scene->shade * (.7 * x / WIDTH + .3 * y / HEIGHT);
        double grey = (scene->paper + ink * (scene->ink - scene->paper)) * light
                      + scene->noise * (2 * vw_random_unit (&random) - 1);

        memset (pixel, (int) CLAMP (lround (grey), 0, 255), 3);
      }
  for (guint i = 0; i < scene->specks; i++)
    {
      guint x = vw_random_below (&random, WIDTH - 3), y = vw_random_below (&random, HEIGHT - 3);

      for (guint row = 0; row < 3; row++)
        memset (gdk_pixbuf_get_pixels (photo) + (y + row) * gdk_pixbuf_get_rowstride (photo)
                    + 3 * x,
                (int) scene->ink, 9);
    }
  return photo;
}

/* A JPEG with the one note in it that the camera makes of how it was held. */
static GBytes *
note_orientation (const char *jpeg, gsize size, guint orientation)
{
  guint8 exif[]
      = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0,
          0,    0,    8, 0,  1,   1,   18,  0,   3, 0, 0,   0,   1, 0,  (guint8) orientation,
          0,    0,    0, 0,  0,   0 };
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, (const guint8 *) jpeg, 2);
  g_byte_array_append (file, exif, sizeof exif);
  g_byte_array_append (file, (const guint8 *) jpeg + 2, size - 2);
  return g_byte_array_free_to_bytes (file);
}

/* How the sensor sees what is upright in the world, for the orientations 1, 3, 6 and 8. */
static GdkPixbuf *
hold_camera (GdkPixbuf *upright, guint orientation)
{
  return gdk_pixbuf_rotate_simple (upright, orientation == 3   ? GDK_PIXBUF_ROTATE_UPSIDEDOWN
                                            : orientation == 6 ? GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE
                                            : orientation == 8 ? GDK_PIXBUF_ROTATE_CLOCKWISE
                                                               : GDK_PIXBUF_ROTATE_NONE);
}

static GBytes *
make_jpeg (const guint8 *digit, const Scene *scene, guint seed)
{
  g_autoptr (GdkPixbuf) upright = take_photo (digit, scene, seed);
  g_autoptr (GdkPixbuf) held = hold_camera (upright, scene->orientation);
  g_autofree char *jpeg = NULL;
  gsize size;

  g_assert_true (
      gdk_pixbuf_save_to_buffer (held, &jpeg, &size, "jpeg", NULL, "quality", "90", NULL));
  return note_orientation (jpeg, size, scene->orientation);
}

static VwPhoto *
look_at (const guint8 *digit, const Scene *scene, guint seed)
{
  g_autoptr (GBytes) jpeg = make_jpeg (digit, scene, seed);
  g_autoptr (GError) error = NULL;
  VwPhoto *photo = vw_photo_decode (jpeg, "photo.jpg", &error);

  g_assert_no_error (error);
  return photo;
}

/* Pearson's correlation of two images, the second moved by (@dx, @dy). */
static double
correlate_moved (const guint8 *a, const guint8 *b, int dx, int dy)
{
  double n = 784, sum_a = 0, sum_b = 0, aa = 0, bb = 0, ab = 0;

  for (int i = 0; i < 784; i++)
    {
      int x = i % 28 + dx, y = i / 28 + dy;
      double moved = x >= 0 && x < 28 && y >= 0 && y < 28 ? b[y * 28 + x] : 0;

      sum_a += a[i];
      sum_b += moved;
      aa += a[i] * a[i];
      bb += moved * moved;
      ab += a[i] * moved;
    }
  return (n * ab - sum_a * sum_b) / sqrt ((n * aa - sum_a * sum_a) * (n * bb - sum_b * sum_b));
}

/* The best of nine places: centring moves by whole pixels, so that a centre of mass that lies at
   the edge of a pixel may bring the image one further. */
static double
correlate (const guint8 *a, const guint8 *b)
{
  double best = -1;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      best = MAX (best, correlate_moved (a, b, dx, dy));
  return best;
}

/* What becomes of the photo is close to the digit that it was made from: in the mean of 200, and
   hardly ever far. */
static void
test_close (gconstpointer data)
{
  const Scene *scene = data;
  double sum = 0;
  guint n_far = 0;

  for (guint i = 0; i < 200; i++)
    {
      const guint8 *digit = vw_dataset_get_image (test_sample (), VW_SPLIT_TEST, i);
      g_autoptr (VwPhoto) photo = look_at (digit, scene, i);
      VwCentering seen;
      double correlation;

      g_assert_cmpint (photo->inverted, ==, scene->paper > scene->ink);
      g_assert_cmpint (photo->turned, ==, scene->orientation != 1);
      g_assert_cmpuint (photo->width, ==, WIDTH);
      g_assert_cmpuint (photo->height, ==, HEIGHT);
      g_assert_true (vw_centering_apply (&photo->ink, &seen, NULL));
      correlation = correlate (digit, seen.pixels);
      sum += correlation;
      n_far += correlation < .85;
    }
  g_test_message ("mean correlation %.4f, %u far", sum / 200, n_far);
  g_assert_cmpfloat (sum / 200, >, .95);
  g_assert_cmpuint (n_far, <=, 2);
}

static guint
count_right (VwRecognizer *recognizer, const Scene *scene, guint n)
{
  const guint8 *labels = vw_dataset_get_labels (test_sample (), VW_SPLIT_TEST);
  guint right = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint8 *digit = vw_dataset_get_image (test_sample (), VW_SPLIT_TEST, i);
      VwCentering seen;

      if (scene != NULL)
        {
          g_autoptr (VwPhoto) photo = look_at (digit, scene, i);

          g_assert_true (vw_centering_apply (&photo->ink, &seen, NULL));
          digit = seen.pixels;
        }
      right += vw_recognizer_run (recognizer, digit, NULL)->predicted == labels[i];
    }
  return right;
}

/* A model that never saw a photo reads 500 of them nearly as well as what they were made from. */
static void
test_recognized (void)
{
  g_autoptr (VwTrainer) trainer = vw_trainer_new ();
  VwTraining training
      = { .dataset = test_sample (), .parameters = vw_preset_find ("spatial-pyramid")->parameters };
  g_autoptr (VwModel) model = vw_trainer_run (trainer, &training, NULL, NULL, NULL);
  g_autoptr (VwRecognizer) recognizer = vw_recognizer_new (model, &model->parameters, 28, 28, NULL);
  guint n = g_getenv ("VW_QUICK") == NULL ? 500 : 100;
  guint right = count_right (recognizer, NULL, n);
  guint dark = count_right (recognizer, &dark_on_light, n);
  guint light = count_right (recognizer, &light_on_dark, n);

  g_test_message ("right: %u, of photos %u dark on light, %u light on dark", right, dark, light);
  g_assert_cmpfloat (right, >, .9 * n);
  g_assert_cmpfloat (dark + .03 * n, >=, right); /* 3 points */
  g_assert_cmpfloat (light + .03 * n, >=, right);
}

/* The stored digits as image files: bright ink on black, as this program writes them. */
static void
test_stored (void)
{
  for (guint i = 0; i < 100; i++)
    {
      const guint8 *digit = vw_dataset_get_image (test_sample (), VW_SPLIT_TEST, i);
      g_autoptr (GByteArray) pgm = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (VwPhoto) photo = NULL;
      VwCentering seen;

      g_byte_array_append (pgm, (const guint8 *) "P5 28 28 255\n", 13);
      g_byte_array_append (pgm, digit, 784);
      bytes = g_bytes_new (pgm->data, pgm->len);
      photo = vw_photo_decode (bytes, "digit.pgm", NULL);
      g_assert_false (photo->inverted);
      g_assert_true (vw_centering_apply (&photo->ink, &seen, NULL));
      g_assert_cmpfloat (correlate (digit, seen.pixels), >, .9);
    }
}

static void
assert_nothing (const guint8 *grey, guint width, guint height)
{
  g_autofree char *header = g_strdup_printf ("P5 %u %u 255\n", width, height);
  g_autoptr (GByteArray) pgm = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_byte_array_append (pgm, (const guint8 *) header, strlen (header));
  g_byte_array_append (pgm, grey, width * height);
  bytes = g_bytes_new (pgm->data, pgm->len);
  g_assert_null (vw_photo_decode (bytes, "paper.pgm", &error));
  test_assert_refused (error, VW_ERROR_EMPTY, "paper.pgm");
}

/* Bare paper, with every kind of light, shows no digit. */
static void
test_nothing (void)
{
  static const Synthetic kinds[]
      = { SYNTHETIC_BLANK, SYNTHETIC_WHITE, SYNTHETIC_GRADIENT, SYNTHETIC_NOISE };
  static const guint sizes[][2] = { { 1, 1 }, { 1, 300 }, { 28, 28 }, { 640, 400 } };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
      {
        guint width = sizes[size][0], height = sizes[size][1];
        g_autofree guint8 *grey = synthetic_image (kinds[kind], width, height, 1);

        if (kinds[kind] == SYNTHETIC_NOISE)
          for (guint i = 0; i < width * height; i++)
            grey[i] = 150 + grey[i] / 8;
        assert_nothing (grey, width, height);
      }
}

/* Ink on nothing at all: what is transparent becomes what the ink is not. */
static void
test_transparent (gconstpointer data)
{
  guint8 grey = (guint8) GPOINTER_TO_INT (data);
  g_autoptr (GdkPixbuf) drawing = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 100, 100);
  g_autofree char *png = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VwPhoto) photo = NULL;
  gsize size;

  gdk_pixbuf_fill (drawing, (guint32) grey * 0x01010100);
  for (guint y = 20; y < 80; y++)
    for (guint x = 45; x < 55; x++)
      gdk_pixbuf_get_pixels (drawing)[y * gdk_pixbuf_get_rowstride (drawing) + 4 * x + 3] = 255;
  g_assert_true (gdk_pixbuf_save_to_buffer (drawing, &png, &size, "png", NULL, NULL));
  bytes = g_bytes_new (png, size);
  photo = vw_photo_decode (bytes, "drawing.png", NULL);
  g_assert_cmpint (photo->inverted, ==, grey < 128);
  g_assert_cmpuint (photo->crop.x, ==, 45);
  g_assert_cmpuint (photo->crop.y, ==, 20);
  g_assert_cmpuint (photo->crop.width, ==, 10);
  g_assert_cmpuint (photo->crop.height, ==, 60);
}

static void
test_specks (void)
{
  guint8 mask[8 * 6] = { 0 };

  for (guint i = 0; i < 5; i++)
    mask[i * 8 + i] = 1; /* one spot, by its corners */
  mask[7] = mask[5 * 8 + 7] = 1;
  g_assert_cmpuint (vw_specks_remove (mask, 8, 6, .2), ==, 0);
  g_assert_cmpuint (mask[7], ==, 1);
  g_assert_cmpuint (vw_specks_remove (mask, 8, 6, .21), ==, 2);
  for (guint i = 0; i < sizeof mask; i++)
    g_assert_cmpuint (mask[i], ==, i % 9 == 0 && i < 40);
}

static void
test_refused (void)
{
  g_auto (Scratch) scratch = { NULL };
  g_autofree char *empty = NULL, *text = NULL, *missing = NULL;
  g_autoptr (GError) error = NULL;

  scratch_init (&scratch);
  scratch_write (&scratch, "empty.png", "", 0);
  scratch_write (&scratch, "text.png", "no image", 8);
  empty = scratch_path (&scratch, "empty.png");
  text = scratch_path (&scratch, "text.png");
  missing = scratch_path (&scratch, "missing.png");
  g_assert_null (vw_photo_read (empty, &error));
  test_assert_refused (error, VW_ERROR_EMPTY, empty);
  g_clear_error (&error);
  g_assert_null (vw_photo_read (text, &error));
  test_assert_refused (error, VW_ERROR_FORMAT, text);
  g_clear_error (&error);
  g_assert_null (vw_photo_read (missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A header that promises more than is accepted, with nothing behind it. */
static void
test_too_large (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("P5 8193 10 255\n", 15);
  g_autoptr (GError) error = NULL;
  gsize before;

  test_memory_reset ();
  before = test_memory_peak ();
  g_assert_null (vw_photo_decode (bytes, "wide.pgm", &error));
  test_assert_refused (error, VW_ERROR_TOO_LARGE, "wide.pgm");
  g_assert_cmpuint (test_memory_peak () - before, <, 1 << 20);
}

int
main (int argc, char **argv)
{
  static const Scene turned[]
      = { { 215, 60, .35, 8, 5, 3 }, { 215, 60, .35, 8, 5, 6 }, { 45, 225, .25, 8, 5, 8 } };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/photo/close/dark-on-light", &dark_on_light, test_close);
  g_test_add_data_func ("/photo/close/light-on-dark", &light_on_dark, test_close);
  for (guint i = 0; i < G_N_ELEMENTS (turned); i++)
    {
      g_autofree char *path = g_strdup_printf ("/photo/close/turned-%u", turned[i].orientation);

      g_test_add_data_func (path, &turned[i], test_close);
    }
  g_test_add_func ("/photo/recognized", test_recognized);
  g_test_add_func ("/photo/stored", test_stored);
  g_test_add_func ("/photo/nothing", test_nothing);
  g_test_add_data_func ("/photo/transparent/dark", GINT_TO_POINTER (10), test_transparent);
  g_test_add_data_func ("/photo/transparent/light", GINT_TO_POINTER (240), test_transparent);
  g_test_add_func ("/photo/specks", test_specks);
  g_test_add_func ("/photo/refused", test_refused);
  g_test_add_func ("/photo/too-large", test_too_large);
  return g_test_run ();
}
