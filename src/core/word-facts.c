/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/word-facts.h"

static guint64
patches_of (const VwWordGallery *gallery, guint word, guint label)
{
  return gallery->by_class[(gsize) word * gallery->n_classes + label];
}

double
vw_word_share (const VwWordGallery *gallery, guint word, guint label)
{
  return patches_of (gallery, word, label) / (double) MAX (gallery->patches[word], 1);
}

double
vw_word_average_share (const VwWordGallery *gallery, guint label)
{
  return gallery->class_patches[label] / (double) MAX (gallery->n_patches, 1);
}

int
vw_word_leader (const VwWordGallery *gallery, guint word)
{
  int leader = -1;
  guint64 most = 0;

  for (guint c = 0; c < gallery->n_classes; c++)
    if (patches_of (gallery, word, c) > most)
      {
        leader = (int) c;
        most = patches_of (gallery, word, c);
      }
  return leader;
}

double
vw_word_owner_share (guint n_classes)
{
  return MIN (3.0 / n_classes, (1 + 1.0 / n_classes) / 2);
}

int
vw_word_owner (const VwWordGallery *gallery, guint word)
{
  int leader = vw_word_leader (gallery, word);

  if (leader < 0
      || vw_word_share (gallery, word, (guint) leader) <= vw_word_owner_share (gallery->n_classes))
    return -1;
  return leader;
}

double
vw_word_weight (const VwModel *model, guint word, guint label)
{
  guint dims = vw_classifier_get_dims (model->classifier);
  guint n_words = vw_vocabulary_get_words (model->vocabulary);
  const double *weights = vw_classifier_get_coef (model->classifier) + (gsize) label * dims;
  double sum = 0;

  for (guint column = word; column < dims; column += n_words)
    sum += weights[column];
  return sum;
}

/* A word and what it is sorted by, the largest first. */
typedef struct {
  guint word;
  double key;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *other = b;

  if (one->key != other->key)
    return one->key > other->key ? -1 : 1;
  return one->word < other->word ? -1 : one->word > other->word;
}

guint *
vw_word_ranks (const VwWordGallery *gallery)
{
  g_autofree Ranked *ranked = g_new (Ranked, gallery->n_words);
  guint *ranks = g_new (guint, gallery->n_words);

  for (guint w = 0; w < gallery->n_words; w++)
    ranked[w] = (Ranked){ w, gallery->patches[w] };
  qsort (ranked, gallery->n_words, sizeof *ranked, compare_ranked);
  for (guint i = 0; i < gallery->n_words; i++)
    ranks[ranked[i].word] = i + 1;
  return ranks;
}

/* The largest weight that any class gives the word, times @sign. */
static double
most_weight (const VwModel *model, guint word, double sign)
{
  double most = -G_MAXDOUBLE;

  for (guint c = 0; c < vw_classifier_get_n_classes (model->classifier); c++)
    most = MAX (most, sign * vw_word_weight (model, word, c));
  return most;
}

static double
key_of_any (const VwModel *model, const VwWordGallery *gallery, guint word, VwWordOrder order)
{
  int leader = vw_word_leader (gallery, word);

  switch (order)
    {
    case VW_WORDS_FREQUENT:
      return gallery->patches[word];
    case VW_WORDS_OWNED:
      return leader < 0 ? 0 : vw_word_share (gallery, word, (guint) leader);
    case VW_WORDS_FOR:
      return most_weight (model, word, 1);
    case VW_WORDS_AGAINST:
      return most_weight (model, word, -1);
    default:
      return 0;
    }
}

static double
key_of_class (const VwModel *model, const VwWordGallery *gallery, guint word, VwWordOrder order,
              guint label)
{
  switch (order)
    {
    case VW_WORDS_FREQUENT:
      return patches_of (gallery, word, label);
    case VW_WORDS_OWNED:
      return vw_word_share (gallery, word, label);
    case VW_WORDS_FOR:
      return vw_word_weight (model, word, label);
    case VW_WORDS_AGAINST:
      return -vw_word_weight (model, word, label);
    default:
      return 0;
    }
}

static gboolean
concerns (const VwWordGallery *gallery, const Ranked *ranked, VwWordOrder order, guint label)
{
  if (order == VW_WORDS_FOR || order == VW_WORDS_AGAINST)
    return ranked->key > 0;
  return vw_word_share (gallery, ranked->word, label) > vw_word_average_share (gallery, label);
}

GArray *
vw_word_list (const VwModel *model, const VwWordGallery *gallery, VwWordOrder order, int label)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Ranked));
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint w = 0; w < gallery->n_words; w++)
    {
      Ranked ranked = { w, label < 0 ? key_of_any (model, gallery, w, order)
                                     : key_of_class (model, gallery, w, order, (guint) label) };

      if (label < 0 || concerns (gallery, &ranked, order, (guint) label))
        g_array_append_val (found, ranked);
    }
  g_array_sort (found, compare_ranked);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (words, g_array_index (found, Ranked, i).word);
  return words;
}

static void
add_header (VwTable *table, const VwModel *model)
{
  static const char *const fixed[] = { "word", "patches", "images", "rank", "owner" };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    vw_table_add (table, fixed[i]);
  for (guint block = 0; block < 2; block++)
    for (char **name = model->class_names; *name != NULL; name++)
      {
        g_autofree char *text = g_strconcat (block == 0 ? "patches " : "weight ", *name, NULL);

        vw_table_add (table, text);
      }
}

static void
add_big_count (VwTable *table, guint64 count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  vw_table_add (table, text);
}

static void
add_word (VwTable *table, const VwModel *model, const VwWordGallery *gallery, guint word,
          guint rank)
{
  int owner = vw_word_owner (gallery, word);

  vw_table_add_count (table, word);
  add_big_count (table, gallery->patches[word]);
  vw_table_add_count (table, gallery->images[word]);
  vw_table_add_count (table, rank);
  vw_table_add (table, owner >= 0 ? model->class_names[owner] : "");
  for (guint c = 0; c < gallery->n_classes; c++)
    add_big_count (table, patches_of (gallery, word, c));
  for (guint c = 0; c < gallery->n_classes; c++)
    vw_table_add_share (table, vw_word_weight (model, word, c));
}

VwTable *
vw_word_table (const VwModel *model, const VwWordGallery *gallery, const GArray *words)
{
  VwTable *table = vw_table_new (5 + 2 * gallery->n_classes);
  g_autofree guint *ranks = vw_word_ranks (gallery);
  guint n = words != NULL ? words->len : gallery->n_words;

  add_header (table, model);
  for (guint i = 0; i < n; i++)
    {
      guint word = words != NULL ? g_array_index (words, guint, i) : i;

      add_word (table, model, gallery, word, ranks[word]);
    }
  return table;
}
