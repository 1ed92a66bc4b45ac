/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/error.h"

static const char *
to_french (const char *reason)
{
  g_assert_cmpstr (reason, ==, "%s of %s bytes, 100 %% wrong");
  return "%s de %s octets, faux à 100 %%";
}

static void
test_says_it_in_two_languages (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autofree char *french = NULL;

  vw_error_set (&error, VW_ERROR_TRUNCATED, "a.gz", N_ ("%s of %s bytes, 100 %% wrong"), "5", "90");
  g_assert_error (error, VW_ERROR, VW_ERROR_TRUNCATED);
  g_assert_cmpstr (error->message, ==, "a.gz: 5 of 90 bytes, 100 % wrong");
  copy = g_error_copy (error);
  french = vw_error_describe (copy, to_french);
  g_assert_cmpstr (french, ==, "a.gz: 5 de 90 octets, faux à 100 %");
}

static void
test_keeps_what_others_say (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "gone");
  g_autofree char *text = vw_error_describe (error, to_french);

  g_assert_cmpstr (text, ==, "gone");
}

static void
test_values_are_not_formats (void)
{
  g_autoptr (GError) error = NULL;

  vw_error_set (&error, VW_ERROR_FORMAT, "%s%n", "is %s", "%s %d");
  g_assert_cmpstr (error->message, ==, "%s%n: is %s %d");
}

/* Paths are bytes, and so are the names of an archive's members. */
static void
test_messages_are_utf8 (void)
{
  g_autoptr (GError) error = NULL;

  vw_error_set (&error, VW_ERROR_FORMAT, "caf\xe9.csv", N_ ("belongs beside %s"), "th\xe9.csv");
  g_assert_cmpstr (error->message, ==, "caf\357\277\275.csv: belongs beside th\357\277\275.csv");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/languages", test_says_it_in_two_languages);
  g_test_add_func ("/error/other-domain", test_keeps_what_others_say);
  g_test_add_func ("/error/not-formats", test_values_are_not_formats);
  g_test_add_func ("/error/utf8", test_messages_are_utf8);
  return g_test_run ();
}
