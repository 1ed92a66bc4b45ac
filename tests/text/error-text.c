/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/error-text.h"

#include <gio/gio.h>

typedef struct {
  const char *file, *reason;
  const char *sentence;
} Case;

static const Case cases[] = {
  { "/home/ada/digits.npz", "is not a zip archive", "“digits.npz” is not a zip archive." },
  { "/home/ada/digits/", "holds no images", "“/home/ada/digits/” holds no images." },
  { "digits.csv", "line 3 has no value", "“digits.csv”: line 3 has no value." },
  { "m.vwpreset", "“name” is not a text", "“m.vwpreset”: “name” is not a text." },
  { "m.vwm", "a name ends in a mark?", "“m.vwm”: a name ends in a mark?" },
  { "/tmp/m.vwm/centers.npy", "is empty", "“m.vwm/centers.npy” is empty." },
  { "http://127.0.0.1:80/a/t10k.gz", "its server answers 404",
    "“http://127.0.0.1:80/a/t10k.gz”: its server answers 404." },
  { NULL, "the picture could not be drawn: é", "The picture could not be drawn: é." },
  { NULL, "ärger", "Ärger." },
};

static void
test_sentence (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  vw_error_set_literal (&error, VW_ERROR_FORMAT, row->file, row->reason);
  sentence = vw_error_sentence (error);
  g_assert_cmpstr (sentence, ==, row->sentence);
}

static void
test_causes (void)
{
  g_autoptr (GError) error = NULL, cause = NULL;
  g_autofree char *sentence = NULL;

  vw_error_set_literal (&error, VW_ERROR_SYSTEM, "train.gz", "was not to be had:");
  vw_error_set_literal (&cause, VW_ERROR_SYSTEM, "http://a/train.gz", "leads in circles");
  vw_error_add_cause (error, cause);
  sentence = vw_error_sentence (error);
  g_assert_cmpstr (sentence, ==,
                   "“train.gz” was not to be had:\n“http://a/train.gz” leads in circles.");
}

/* Errors of others are sentences but for the full stop. */
static void
test_others (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No such file");
  g_autofree char *sentence = vw_error_sentence (error);

  g_assert_cmpstr (sentence, ==, "No such file.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/error-text/sentence/%u", i);

      g_test_add_data_func (path, &cases[i], test_sentence);
    }
  g_test_add_func ("/error-text/causes", test_causes);
  g_test_add_func ("/error-text/others", test_others);
  return g_test_run ();
}
