/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetching over TLS: from whom it is allowed, and what is said when it is not. */
#include "lib/download.h"

#include <string.h>

/* A server that nothing may be fetched from, and what is said of it. */
typedef struct {
  const char *certificate, *says;
} Case;

static const Case cases[] = {
  { "self-signed", "its server’s certificate comes from nobody that this computer trusts" },
  { "other-host", "its server’s certificate is for another host" },
  { "expired", "its server’s certificate is out of date" },
  { "not-yet-valid", "its server’s certificate is out of date" },
};

static void
test_good (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new_secure (MIRROR_SERVES, self->files, "good");
  g_auto (DownloadResult) result = download_fetch (self, mirror, NULL);

  g_assert_no_error (result.error);
  g_assert_cmpuint (result.fetched, ==, 4);
  g_assert_cmpint (mirror->requests, ==, 4);
  download_assert_complete (self);
}

/* A server that fails in some way, alone and then with a good one behind it. */
static void
check_refused (Download *self, Mirror *mirror, const char *says)
{
  g_autoptr (Mirror) other = mirror_new_secure (MIRROR_SERVES, self->files, "good");
  g_auto (DownloadResult) alone = download_fetch (self, mirror, NULL), both = { 0 };
  g_autofree char *named = g_strconcat (mirror->url, vw_remote_file (0), ": ", says, NULL);

  g_assert_error (alone.error, VW_ERROR, VW_ERROR_SYSTEM);
  download_assert_says (&alone, named);
  download_assert_nothing (self);
  both = download_fetch (self, mirror, other);
  g_assert_no_error (both.error);
  g_assert_cmpuint (both.notes->len, ==, 1);
  g_assert_nonnull (strstr (((GError *) both.notes->pdata[0])->message, named));
  download_assert_complete (self);
}

/* The server never hears what was wanted of it. */
static void
test_certificate (Download *self, gconstpointer data)
{
  const Case *row = data;
  g_autoptr (Mirror) mirror = mirror_new_secure (MIRROR_SERVES, self->files, row->certificate);

  check_refused (self, mirror, row->says);
  g_assert_cmpint (mirror->requests, ==, 0);
}

/* Where a redirect leads the certificate counts as well, and the address that is known is named. */
static void
test_leads_to_certificate (Download *self, gconstpointer data)
{
  const Case *row = data;
  g_autoptr (Mirror) wrong = mirror_new_secure (MIRROR_SERVES, self->files, row->certificate);
  g_autoptr (Mirror) mirror = mirror_new_secure (MIRROR_LEADS, self->files, "good");

  mirror->location = g_strdup (wrong->url);
  check_refused (self, mirror, row->says);
  g_assert_cmpint (wrong->requests, ==, 0);
}

/* What is secure stays so, even where the file is to be had. */
static void
test_leads_away (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) plain = mirror_new (MIRROR_SERVES, self->files);
  g_autoptr (Mirror) mirror = mirror_new_secure (MIRROR_LEADS, self->files, "good");
  g_autofree char *says = g_strconcat ("leads away from the secure connection, to ", plain->url,
                                       vw_remote_file (0), NULL);

  mirror->location = g_strdup (plain->url);
  check_refused (self, mirror, says);
  g_assert_cmpint (plain->requests, ==, 0);
}

/* Nor by way of another secure address. */
static void
test_leads_away_later (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) plain = mirror_new (MIRROR_SERVES, self->files);
  g_autoptr (Mirror) between = mirror_new_secure (MIRROR_LEADS, self->files, "good");
  g_autoptr (Mirror) mirror = mirror_new_secure (MIRROR_LEADS, self->files, "good");

  between->location = g_strdup (plain->url);
  mirror->location = g_strdup (between->url);
  check_refused (self, mirror, "leads away from the secure connection, to http://127.0.0.1:");
  g_assert_cmpint (between->requests, ==, 2);
  g_assert_cmpint (plain->requests, ==, 0);
}

static void
check_leads (Download *self, Mirror *mirror, Mirror *to)
{
  g_auto (DownloadResult) result = { 0 };

  mirror->location = g_strdup (to->url);
  result = download_fetch (self, mirror, NULL);
  g_assert_no_error (result.error);
  g_assert_cmpint (to->requests, ==, 4);
  download_assert_complete (self);
}

static void
test_leads_on (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) to = mirror_new_secure (MIRROR_SERVES, self->files, "good");
  g_autoptr (Mirror) mirror = mirror_new_secure (MIRROR_LEADS, self->files, "good");

  check_leads (self, mirror, to);
}

static void
test_leads_to_secure (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) to = mirror_new_secure (MIRROR_SERVES, self->files, "good");
  g_autoptr (Mirror) mirror = mirror_new (MIRROR_LEADS, self->files);

  check_leads (self, mirror, to);
}

/* A connection that is gone without the good-bye of TLS is taken up again as any other. */
static void
test_break (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new_secure (MIRROR_BREAKS_ONCE, self->files, "good");
  g_auto (DownloadResult) result = download_fetch (self, mirror, NULL);

  g_assert_no_error (result.error);
  g_assert_cmpint (mirror->requests, ==, 5);
  g_assert_cmpint (mirror->pieces, ==, 1);
  download_assert_complete (self);
}

static void
test_breaks (Download *self, gconstpointer unused)
{
  g_autoptr (Mirror) mirror = mirror_new_secure (MIRROR_BREAKS, self->files, "good");

  check_refused (self, mirror, "broke off before its end");
}

typedef void (*TestFunc) (Download *self, gconstpointer data);

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    TestFunc test;
  } tests[] = {
    { "/secure/good", test_good },
    { "/secure/leads-away", test_leads_away },
    { "/secure/leads-away-later", test_leads_away_later },
    { "/secure/leads-on", test_leads_on },
    { "/secure/leads-to-secure", test_leads_to_secure },
    { "/secure/break", test_break },
    { "/secure/breaks", test_breaks },
  };

  g_test_init (&argc, &argv, NULL);
  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_print ("1..0 # SKIP glib-networking is not installed\n");
      return 0;
    }
  mirror_trust_authority ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Download, NULL, download_set_up, tests[i].test, download_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/secure/", cases[i].certificate, NULL);
      g_autofree char *led = g_strconcat ("/secure/leads-to/", cases[i].certificate, NULL);

      g_test_add (path, Download, &cases[i], download_set_up, test_certificate, download_tear_down);
      g_test_add (led, Download, &cases[i], download_set_up, test_leads_to_certificate,
                  download_tear_down);
    }
  return g_test_run ();
}
