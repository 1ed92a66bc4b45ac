/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_counts (const char *name, int width, guint train, guint test)
{
  vw_cli_print_left (name, width);
  printf ("%15u%9u\n", train, test);
}

static int
width_of_names (const VwDataset *data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < vw_dataset_get_n_classes (data); i++)
    g_ptr_array_add (names, (gpointer) vw_dataset_get_class_name (data, i));
  g_ptr_array_add (names, NULL);
  return vw_cli_width_for ((char *const *) names->pdata, VW_CLI_LABEL_WIDTH);
}

static void
print_text (const VwDataset *data)
{
  int width = width_of_names (data);

  vw_cli_print_label (_("Source"));
  puts (vw_dataset_get_source (data));
  vw_cli_print_label (_("Kind"));
  puts (vw_dataset_get_kind (data));
  vw_cli_print_label (_("Pixels"));
  printf ("%u × %u\n", vw_dataset_get_cols (data), vw_dataset_get_rows (data));
  vw_cli_print_label ("SHA-256");
  puts (vw_dataset_get_sha256 (data));
  vw_cli_print_label ("MNIST");
  printf ("%s\n\n", vw_dataset_is_mnist (data) ? _("yes, the canonical 70,000 digits") : _("no"));
  vw_cli_print_left (_("Class"), width);
  vw_cli_print_right (C_ ("data", "Train"), 15);
  vw_cli_print_right (C_ ("data", "Test"), 9);
  putchar ('\n');
  for (guint i = 0; i < vw_dataset_get_n_classes (data); i++)
    print_counts (vw_dataset_get_class_name (data, i), width,
                  vw_dataset_get_class_count (data, VW_SPLIT_TRAIN, i),
                  vw_dataset_get_class_count (data, VW_SPLIT_TEST, i));
  print_counts (_("All"), width, vw_dataset_get_count (data, VW_SPLIT_TRAIN),
                vw_dataset_get_count (data, VW_SPLIT_TEST));
}

static void
add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_split (JsonBuilder *json, const VwDataset *data, VwSplit split)
{
  json_builder_set_member_name (json, vw_split_name (split));
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "count");
  json_builder_add_int_value (json, vw_dataset_get_count (data, split));
  json_builder_set_member_name (json, "labels");
  json_builder_begin_array (json);
  for (guint i = 0; i < vw_dataset_get_n_classes (data); i++)
    json_builder_add_int_value (json, vw_dataset_get_class_count (data, split, i));
  json_builder_end_array (json);
  add_string (json, "images_sha256", vw_dataset_get_part_sha256 (data, split, FALSE));
  add_string (json, "labels_sha256", vw_dataset_get_part_sha256 (data, split, TRUE));
  json_builder_end_object (json);
}

static int
print_json (const VwDataset *data)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *source = g_filename_display_name (vw_dataset_get_source (data)); /* UTF-8 */

  json_builder_begin_object (json);
  add_string (json, "source", source);
  add_string (json, "kind", vw_dataset_get_kind (data));
  json_builder_set_member_name (json, "width");
  json_builder_add_int_value (json, vw_dataset_get_cols (data));
  json_builder_set_member_name (json, "height");
  json_builder_add_int_value (json, vw_dataset_get_rows (data));
  json_builder_set_member_name (json, "classes");
  json_builder_begin_array (json);
  for (guint i = 0; i < vw_dataset_get_n_classes (data); i++)
    json_builder_add_string_value (json, vw_dataset_get_class_name (data, i));
  json_builder_end_array (json);
  add_split (json, data, VW_SPLIT_TRAIN);
  add_split (json, data, VW_SPLIT_TEST);
  add_string (json, "sha256", vw_dataset_get_sha256 (data));
  json_builder_set_member_name (json, "mnist");
  json_builder_add_boolean_value (json, vw_dataset_is_mnist (data));
  json_builder_end_object (json);
  return vw_cli_print_json (json_builder_get_root (json));
}

int
vw_cli_info (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, _("Print one JSON object"), NULL }, { NULL }
  };
  const VwCliSyntax syntax = { "DATA", _("Say what a data set holds."), entries, NULL, 1, 1 };
  g_autoptr (VwDataset) data = NULL;
  g_autoptr (GError) error = NULL;

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  data = vw_cli_load (argv[1], 0, &error);
  if (data == NULL)
    return vw_cli_fail (error);
  if (as_json)
    return print_json (data);
  print_text (data);
  return vw_cli_finish_output ();
}
