/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/figure-options.h"
#include "core/error.h"
#include "core/word-facts.h"
#include "plot/word-figure.h"
#include "text/language.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define EVERY_WORD G_MININT

typedef struct {
  VwCliFigure figure;
  char *split;
  int word;
  int threads;
  gboolean as_json;
} Options;

/* A model's words as seen in a data set. */
typedef struct {
  VwModel *model;
  VwDataset *data;
  VwWordGallery *gallery;
} Seen;

static void
options_clear (Options *self)
{
  vw_cli_figure_clear (&self->figure);
  g_free (self->split);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
seen_clear (Seen *self)
{
  g_clear_pointer (&self->gallery, vw_word_gallery_unref);
  g_clear_pointer (&self->data, vw_dataset_unref);
  g_clear_pointer (&self->model, vw_model_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

static gboolean
find_split (const char *name, VwSplit *split, GError **error)
{
  for (*split = 0; *split < VW_N_SPLITS; (*split)++)
    if (g_strcmp0 (name != NULL ? name : "train", vw_split_name (*split)) == 0)
      return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: “%s” is not one of %s"), "split", name,
                "train, test");
  return FALSE;
}

static gboolean
check_word (const Options *options, const VwModel *model, GError **error)
{
  guint n = vw_vocabulary_get_words (model->vocabulary);
  g_autofree char *given = g_strdup_printf ("%d", options->word);
  g_autofree char *last = g_strdup_printf ("%u", n - 1);

  if (options->word == EVERY_WORD || (options->word >= 0 && options->word < (int) n))
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: %s is not a number from %s to %s"),
                "word", given, "0", last);
  return FALSE;
}

static gboolean
look (Seen *seen, char *const *paths, Options *options, GError **error)
{
  VwTask task = vw_cli_task ((guint) options->threads);
  VwSplit split;

  if (!find_split (options->split, &split, error)
      || (options->figure.output != NULL && !vw_cli_figure_read (&options->figure, paths, error))
      || (seen->model = vw_model_load (paths[0], error)) == NULL
      || !check_word (options, seen->model, error)
      || (seen->data = vw_cli_load (paths[1], (guint) options->threads, error)) == NULL)
    return FALSE;
  seen->gallery = vw_word_gallery_new (seen->model, seen->data, split, 0, &task, error);
  if (seen->gallery == NULL)
    return FALSE;
  vw_cli_note_classes (seen->model, seen->data);
  return TRUE;
}

/* The words that were asked for. */
static GArray *
list_words (const Seen *seen, const Options *options)
{
  GArray *words;

  if (options->word < 0)
    return vw_word_list (seen->model, seen->gallery, VW_WORDS_NUMBER, VW_ANY_CLASS);
  words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (words, options->word);
  return words;
}

static void
print_classes (const Seen *seen, guint word)
{
  int width = vw_cli_width_for (seen->model->class_names, VW_CLI_LABEL_WIDTH);

  putchar ('\n');
  vw_cli_print_left (_("Class"), width);
  vw_cli_print_right (_("Patches"), 12);
  vw_cli_print_right (_("Share"), 10);
  vw_cli_print_right (_("Average"), 10);
  vw_cli_print_right (_("Weight"), 10);
  putchar ('\n');
  for (guint c = 0; c < seen->gallery->n_classes; c++)
    {
      vw_cli_print_left (seen->model->class_names[c], width);
      printf ("%12" G_GUINT64_FORMAT "%10.4f%10.4f%10.4f\n",
              seen->gallery->by_class[(gsize) word * seen->gallery->n_classes + c],
              vw_word_share (seen->gallery, word, c), vw_word_average_share (seen->gallery, c),
              vw_word_weight (seen->model, word, c));
    }
}

static void
print_nearest (const Seen *seen, guint word)
{
  const VwWordPatch *nearest = vw_word_gallery_nearest (seen->gallery, word);
  const guint8 *labels = vw_dataset_get_labels (seen->data, seen->gallery->split);

  putchar ('\n');
  vw_cli_print_label (_("Image"));
  vw_cli_print_right (_("Class"), 12);
  vw_cli_print_right (_("Distance"), 12);
  putchar ('\n');
  for (guint i = 0; i < seen->gallery->kept[word]; i++)
    {
      g_autofree char *image = g_strdup_printf ("%u", nearest[i].image);

      vw_cli_print_label (image);
      vw_cli_print_right (seen->model->class_names[labels[nearest[i].image]], 12);
      printf ("%12.2f\n", nearest[i].distance);
    }
}

static void
print_text (const Seen *seen, const GArray *words)
{
  g_autofree guint *ranks = vw_word_ranks (seen->gallery);

  vw_cli_print_right (_("Word"), 9);
  vw_cli_print_right (_("Patches"), 12);
  vw_cli_print_right (_("Images"), 9);
  vw_cli_print_right (_("Rank"), 9);
  printf ("  %s\n", _("Owner"));
  for (guint i = 0; i < words->len; i++)
    {
      guint word = g_array_index (words, guint, i);
      int owner = vw_word_owner (seen->gallery, word);

      printf ("%9u%12" G_GUINT64_FORMAT "%9u%9u  %s\n", word, seen->gallery->patches[word],
              seen->gallery->images[word], ranks[word],
              owner >= 0 ? seen->model->class_names[owner] : "–");
    }
}

static void
add_nearest (JsonBuilder *json, const Seen *seen, guint word)
{
  const VwWordPatch *nearest = vw_word_gallery_nearest (seen->gallery, word);

  json_builder_set_member_name (json, "nearest");
  json_builder_begin_array (json);
  for (guint i = 0; i < seen->gallery->kept[word]; i++)
    {
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "image");
      json_builder_add_int_value (json, nearest[i].image);
      json_builder_set_member_name (json, "keypoint");
      json_builder_add_int_value (json, nearest[i].keypoint);
      json_builder_set_member_name (json, "distance");
      json_builder_add_double_value (json, nearest[i].distance);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_word (JsonBuilder *json, const Seen *seen, guint word)
{
  const VwWordGallery *gallery = seen->gallery;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "word");
  json_builder_add_int_value (json, word);
  json_builder_set_member_name (json, "patches");
  json_builder_add_int_value (json, (gint64) gallery->patches[word]);
  json_builder_set_member_name (json, "images");
  json_builder_add_int_value (json, gallery->images[word]);
  json_builder_set_member_name (json, "by_class");
  json_builder_begin_array (json);
  for (guint c = 0; c < gallery->n_classes; c++)
    json_builder_add_int_value (json,
                                (gint64) gallery->by_class[(gsize) word * gallery->n_classes + c]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "weights");
  json_builder_begin_array (json);
  for (guint c = 0; c < gallery->n_classes; c++)
    json_builder_add_double_value (json, vw_word_weight (seen->model, word, c));
  json_builder_end_array (json);
  add_nearest (json, seen, word);
  json_builder_end_object (json);
}

static int
print_json (const Seen *seen, const GArray *words)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "split");
  json_builder_add_string_value (json, vw_split_name (seen->gallery->split));
  json_builder_set_member_name (json, "images");
  json_builder_add_int_value (json, seen->gallery->n_images);
  json_builder_set_member_name (json, "patches");
  json_builder_add_int_value (json, (gint64) seen->gallery->n_patches);
  json_builder_set_member_name (json, "words");
  json_builder_begin_array (json);
  for (guint i = 0; i < words->len; i++)
    add_word (json, seen, g_array_index (words, guint, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
  return vw_cli_print_json (json_builder_get_root (json));
}

static gboolean
write_picture (const Seen *seen, const Options *options, GError **error)
{
  int word = options->word == EVERY_WORD ? VW_PLOT_ALL_WORDS : options->word;
  g_autofree char *title = NULL, *parameters = NULL;
  g_autoptr (VwPlotFigure) figure = NULL;
  VwPlotGalleryWords words;
  VwPlotWordFigure content;

  vw_plot_gallery_words_init (&words, vw_language (), vw_cli_translate);
  title = vw_plot_gallery_words_title (&words, word);
  content = (VwPlotWordFigure){
    .model = seen->model,
    .gallery = seen->gallery,
    .word = word,
    .labels = vw_dataset_get_labels (seen->data, seen->gallery->split),
    .words = &words,
    .title = options->figure.title != NULL ? options->figure.title : title,
    .width = vw_plot_figure_width_for (options->figure.width),
  };
  figure = vw_plot_word_figure_new (&content);
  parameters = vw_plot_word_figure_parameters (&content);
  return vw_cli_figure_write_picture (&options->figure, figure, parameters, error);
}

static gboolean
write_file (const Seen *seen, const GArray *words, const Options *options, GError **error)
{
  g_autoptr (VwTable) table = NULL;

  if (options->figure.is_picture)
    return write_picture (seen, options, error);
  table = vw_word_table (seen->model, seen->gallery, words);
  return vw_cli_figure_write_table (&options->figure, table, error);
}

static int
run (char *const *paths, Options *options)
{
  g_auto (Seen) seen = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) words = NULL;

  if (!look (&seen, paths, options, &error))
    return vw_cli_fail (error);
  words = list_words (&seen, options);
  if (options->figure.output != NULL && !write_file (&seen, words, options, &error))
    return vw_cli_fail (error);
  if (options->as_json)
    return print_json (&seen, words);
  if (options->figure.output != NULL)
    return VW_CLI_DONE;
  print_text (&seen, words);
  if (options->word >= 0)
    {
      print_classes (&seen, (guint) options->word);
      print_nearest (&seen, (guint) options->word);
    }
  return vw_cli_finish_output ();
}

int
vw_cli_vocabulary (int argc, char **argv)
{
  g_auto (Options) options = { .figure = VW_CLI_FIGURE_INIT, .word = EVERY_WORD };
  const GOptionEntry entries[] = {
    { "word", 'w', 0, G_OPTION_ARG_INT, &options.word,
      _("Number of the word, from 0 (default: all)"), "W" },
    VW_CLI_FIGURE_ENTRIES (options.figure),
    { "split", 0, 0, G_OPTION_ARG_STRING, &options.split,
      _("Split whose images are looked at (default: train)"), "train|test" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &options.threads, _("Threads to use (default: all)"),
      "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, _("Print one JSON object"), NULL },
    { NULL },
  };
  const VwCliSyntax syntax
      = { "MODEL DATA",
          _("Show the visual words of a model in a data set: all of them, or one closely."),
          entries,
          NULL,
          2,
          2 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  if (!vw_cli_check_threads ("vocabulary", options.threads))
    return VW_CLI_USAGE;
  if (options.figure.output == NULL && options.figure.title != NULL)
    return vw_cli_usage_error ("vocabulary", _("--output is needed"));
  vw_cli_figure_speak (&options.figure, options.as_json);
  return run (argv + 1, &options);
}
