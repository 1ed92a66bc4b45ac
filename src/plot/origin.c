/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/origin.h"

#include <string.h>

#include "core/presets.h"

#define SHOWN_HASH 16 /* hexadecimal digits; enough to tell data sets apart */

/* A language to say it in. */
typedef struct {
  VwPlotTranslate translate;
  const VwPlotNumbers *numbers;
} Language;

void
vw_plot_translate_all (const char **strings, gsize size, VwPlotTranslate translate)
{
  for (guint i = 0; i < size / sizeof *strings; i++)
    strings[i] = translate (strings[i]);
}

static char *
parameter_number (const Language *self, const VwParameters *parameters,
                  const VwParameterInfo *info)
{
  char *number = vw_parameter_format (parameters, info);

  return g_strdelimit (number, ".", self->numbers->decimal[0]);
}

static gboolean
contains (const char *text, const char *part)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_part = g_utf8_casefold (part, -1);

  return strstr (folded, folded_part) != NULL;
}

/* Returns: (transfer full): "Edge threshold 31 px"; a unit that the label names is left out. */
static char *
parameter_in_words (const Language *self, const VwParameters *parameters,
                    const VwParameterInfo *info)
{
  const char *label = self->translate (info->label);
  const char *unit = info->unit != NULL ? self->translate (info->unit) : "";
  g_autofree char *number = NULL;

  if (info->type == VW_PARAMETER_CHOICE)
    {
      const VwChoice *choice = &info->choices[(guint) vw_parameter_get (parameters, info)];

      return g_strdup_printf ("%s %s", label, self->translate (choice->label));
    }
  number = parameter_number (self, parameters, info);
  if (contains (label, unit))
    unit = "";
  return g_strdup_printf ("%s %s%s%s", label, number, *unit != '\0' ? " " : "", unit);
}

/* Lines break between parts, not within them. */
static void
append_part (GString *out, const char *part)
{
  GString *whole = g_string_new (part);

  g_string_replace (whole, " ", "\u00a0", 0);
  g_string_append_printf (out, "%s%s", out->len > 0 ? "\u00a0· " : "", whole->str);
  g_string_free (whole, TRUE);
}

/* A limit of 0 images is none, which needs no words. */
static gboolean
is_silent (const VwPlotOrigin *self, const VwParameterInfo *info)
{
  if (info == self->varied || (self->detector_only && !vw_parameter_is_of_detector (info)))
    return TRUE;
  return g_str_has_prefix (info->name, "max-") && vw_parameter_get (self->parameters, info) == 0;
}

VwPlotOrigin
vw_plot_origin_of_model (const VwModel *model)
{
  return (VwPlotOrigin){ .version = model->version,
                         .parameters = &model->parameters,
                         .data_sha256 = model->data_sha256 };
}

char *
vw_plot_origin_describe (const VwPlotOrigin *self, VwPlotTranslate translate,
                         const VwPlotNumbers *numbers)
{
  const Language language = { translate, numbers };
  const VwPreset *preset = vw_preset_matching (self->parameters);
  g_autofree char *program = g_strdup_printf ("Visual Words %s", self->version);
  g_autofree char *hash = NULL;
  GString *out = g_string_new (NULL);
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);

  append_part (out, program);
  if (self->subject != NULL)
    append_part (out, self->subject);
  if (preset != NULL)
    append_part (out, translate (preset->label));
  for (guint i = 0; i < n; i++)
    if (!is_silent (self, &table[i]))
      {
        g_autofree char *part = parameter_in_words (&language, self->parameters, &table[i]);

        append_part (out, part);
      }
  if (self->data_sha256 != NULL)
    {
      hash = g_strdup_printf ("SHA-256 %.*s…", SHOWN_HASH, self->data_sha256);
      append_part (out, hash);
    }
  return g_string_free (out, FALSE);
}
