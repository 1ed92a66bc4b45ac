/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/inspection-export.h"

#include "config.h"
#include "core/parameters-json.h"

static VwTable *
make_table (const char *const *header, guint n_columns)
{
  VwTable *table = vw_table_new (n_columns);

  for (guint i = 0; i < n_columns; i++)
    vw_table_add (table, header[i]);
  return table;
}

VwTable *
vw_inspection_keypoints_table (const VwInspection *self)
{
  static const char *const header[]
      = { "x", "y", "size", "angle", "response", "octave", "word", "distance" };
  gboolean known = self->model != NULL;
  VwTable *table = make_table (header, G_N_ELEMENTS (header) - (known ? 0 : 2));

  for (guint i = 0; i < self->frame.n_keypoints; i++)
    {
      const VwKeypoint *keypoint = &self->frame.keypoints[i];

      vw_table_add_number (table, keypoint->x);
      vw_table_add_number (table, keypoint->y);
      vw_table_add_number (table, keypoint->size);
      vw_table_add_number (table, keypoint->angle);
      vw_table_add_number (table, keypoint->response);
      vw_table_add_count (table, keypoint->octave);
      if (!known)
        continue;
      vw_table_add_count (table, self->words[i]);
      vw_table_add_number (table, self->distances[i]);
    }
  return table;
}

VwTable *
vw_inspection_funnel_table (const VwInspection *self)
{
  static const char *const header[]
      = { "width", "height", "fast", "suppressed", "border", "kept" };
  VwTable *table = make_table (header, G_N_ELEMENTS (header));

  for (guint i = 0; i < self->frame.n_levels; i++)
    {
      const VwLevelCounts *level = &self->frame.levels[i];

      vw_table_add_count (table, level->width);
      vw_table_add_count (table, level->height);
      vw_table_add_count (table, level->fast);
      vw_table_add_count (table, level->suppressed);
      vw_table_add_count (table, level->border);
      vw_table_add_count (table, level->kept);
    }
  return table;
}

VwHistogramPlace
vw_inspection_place (const VwInspection *self, guint32 column)
{
  return vw_histogram_place (column, vw_vocabulary_get_words (self->model->vocabulary),
                             self->model->parameters.directions);
}

VwTable *
vw_inspection_words_table (const VwInspection *self)
{
  static const char *const header[] = { "cell", "direction", "word", "value" };
  VwTable *table = make_table (header, G_N_ELEMENTS (header));

  for (gsize i = 0; i < self->row->offsets[1]; i++)
    {
      VwHistogramPlace place = vw_inspection_place (self, self->row->indices[i]);

      vw_table_add_count (table, place.cell);
      vw_table_add_count (table, place.direction);
      vw_table_add_count (table, place.word);
      vw_table_add_number (table, self->row->values[i]);
    }
  return table;
}

static JsonObject *
parameters_to_json (const VwInspection *self)
{
  JsonObject *object = vw_parameters_to_json (&self->parameters);
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  for (guint i = 0; i < n && self->model == NULL; i++)
    if (!vw_parameter_is_of_detector (&table[i]))
      json_object_remove_member (object, table[i].name);
  return object;
}

char *
vw_inspection_origin (const VwInspection *self)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (self->guest == NULL)
    {
      json_object_set_string_member (object, "split", vw_split_name (self->split));
      json_object_set_int_member (object, "index", self->index);
      json_object_set_string_member (object, "label", vw_inspection_get_label (self));
    }
  json_object_set_object_member (object, "parameters", parameters_to_json (self));
  if (self->guest == NULL)
    json_object_set_string_member (object, "data_sha256", vw_dataset_get_sha256 (self->dataset));
  json_object_set_string_member (object, "version", VW_VERSION);
  return vw_json_format (object);
}
