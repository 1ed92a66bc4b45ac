/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/known-data.h"

#include "core/error.h"

static const char *const fashion_names[] = {
  N_ ("T-shirt/top"), N_ ("Trouser"), N_ ("Pullover"),
  N_ ("Dress"),       N_ ("Coat"),    N_ ("Sandal"),
  N_ ("Shirt"),       N_ ("Sneaker"), N_ ("Bag"),
  N_ ("Ankle boot"),  NULL,
};

/* MNIST's hashes are those of the files that LeCun, Cortes and Burges published; Fashion-MNIST's
 * were taken of Debian's package dataset-fashion-mnist, where a test compares them. */
static const VwKnownData known[] = {
  { "mnist",
    "MNIST",
    NULL,
    28,
    28,
    { 60000, 10000 },
    { "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
      "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
      "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2" } },
  { "fashion-mnist",
    "Fashion-MNIST",
    fashion_names,
    28,
    28,
    { 60000, 10000 },
    { "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
      "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
      "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
      "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34" } },
};

const VwKnownData *
vw_known_data (guint index)
{
  return index < G_N_ELEMENTS (known) ? &known[index] : NULL;
}

const VwKnownData *
vw_known_data_named (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, name))
      return &known[i];
  return NULL;
}

static gboolean
has_hashes (const VwKnownData *self, char *const sha256[VW_KNOWN_PARTS])
{
  for (guint i = 0; i < VW_KNOWN_PARTS; i++)
    if (!g_str_equal (self->sha256[i], sha256[i]))
      return FALSE;
  return TRUE;
}

const VwKnownData *
vw_known_data_find (char *const sha256[VW_KNOWN_PARTS])
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (has_hashes (&known[i], sha256))
      return &known[i];
  return NULL;
}

static char **user_names[G_N_ELEMENTS (known)]; /* of the same classes */

static char **
translate_all (const char *const *names, VwTranslateName translate)
{
  guint n = g_strv_length ((char **) names);
  char **translated = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    translated[i] = g_strdup (translate (names[i]));
  return translated;
}

void
vw_class_names_translate_with (VwTranslateName translate)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_clear_pointer (&user_names[i], g_strfreev);
      if (known[i].class_names != NULL)
        user_names[i] = translate_all (known[i].class_names, translate);
    }
}

/* Returns: which known data have these names, −1 for none. */
static int
find_names (char *const *names)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].class_names != NULL
        && g_strv_equal (known[i].class_names, (const char *const *) names))
      return i;
  return -1;
}

char **
vw_class_names_translate (char *const *names)
{
  int index = find_names (names);

  return index >= 0 ? g_strdupv (user_names[index]) : NULL;
}

char **
vw_class_names_say (char *const *names, VwTranslateName translate)
{
  int index = find_names (names);

  return index >= 0 ? translate_all (known[index].class_names, translate) : NULL;
}
