/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/parameter-options.h"

#include "core/error.h"
#include "core/preset-file.h"
#include "core/presets.h"

#include <glib/gi18n.h>

void
vw_cli_parameters_clear (VwCliParameters *self)
{
  g_clear_pointer (&self->settings, g_ptr_array_unref);
  g_clear_pointer (&self->preset, g_free);
}

static gboolean
remember (const char *option, const char *text, gpointer data, GError **error)
{
  VwCliParameters *self = data;

  g_ptr_array_add (self->settings, g_strdup (option + 2)); /* without its "--" */
  g_ptr_array_add (self->settings, g_strdup (text));
  return TRUE;
}

static char *
preset_names (void)
{
  GString *names = g_string_new (NULL);
  guint n;
  const VwPreset *presets = vw_preset_table (&n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s, ", presets[i].name);
  g_string_append (names, _("FILE.vwpreset"));
  return g_string_free (names, FALSE);
}

/* One that comes with the program, by its name, or one of the user's own, by its file. */
static gboolean
apply_preset (VwCliParameters *self, GError **error)
{
  const VwPreset *preset
      = self->preset != NULL ? vw_preset_find (self->preset) : vw_preset_default ();
  g_autoptr (VwUserPreset) own = NULL;
  g_autofree char *names = NULL;

  if (preset != NULL)
    {
      self->values = preset->parameters;
      return TRUE;
    }
  if (!g_str_has_suffix (self->preset, VW_PRESET_SUFFIX))
    {
      names = preset_names ();
      vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: “%s” is not one of %s"), "preset",
                    self->preset, names);
      return FALSE;
    }
  own = vw_user_preset_load (self->preset, error);
  if (own != NULL)
    self->values = own->parameters;
  return own != NULL;
}

static gboolean
apply_settings (VwCliParameters *self, GError **error)
{
  for (guint i = 0; i + 1 < self->settings->len; i += 2)
    if (!vw_parameter_parse (&self->values, vw_parameter_find (self->settings->pdata[i]),
                             self->settings->pdata[i + 1], error))
      return FALSE;
  return TRUE;
}

void
vw_cli_parameters_set_base (VwCliParameters *self, const VwParameters *base)
{
  if (self->preset != NULL)
    return;
  self->values = *base;
  apply_settings (self, NULL); /* they were good when they were parsed */
}

/* The preset first, wherever it stands on the command line, then the single settings. */
static gboolean
apply (GOptionContext *context, GOptionGroup *group, gpointer data, GError **error)
{
  VwCliParameters *self = data;

  return apply_preset (self, error) && apply_settings (self, error);
}

static char *
argument_of (const VwParameterInfo *info)
{
  GString *text = g_string_new (NULL);
  char least[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];

  /* With a point in every language, as it is to be typed. */
  if (info->type != VW_PARAMETER_CHOICE)
    g_string_append_printf (text, "%s…%s",
                            g_ascii_formatd (least, sizeof least, "%.10g", info->least),
                            g_ascii_formatd (most, sizeof most, "%.10g", info->most));
  else
    for (guint i = 0; info->choices[i].nick != NULL; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", info->choices[i].nick);
  return g_string_free (text, FALSE);
}

static GOptionEntry *
make_entries (VwCliParameters *self, GPtrArray *texts)
{
  guint n;
  const VwParameterInfo *table = vw_parameter_table (&n);
  GOptionEntry *entries = g_new0 (GOptionEntry, n + 2);
  char *names = preset_names ();

  g_ptr_array_add (texts, names);
  entries[0] = (GOptionEntry){ "preset", 0, 0, G_OPTION_ARG_STRING, &self->preset,
                               _("Settings to start from"), names };
  for (guint i = 0; i < n; i++)
    {
      char *argument = argument_of (&table[i]);

      g_ptr_array_add (texts, argument);
      entries[i + 1] = (GOptionEntry){ table[i].name, 0, 0, G_OPTION_ARG_CALLBACK,
                                       (gpointer) remember, _(table[i].help), argument };
    }
  g_ptr_array_add (texts, entries);
  return entries;
}

GOptionGroup *
vw_cli_parameter_options (VwCliParameters *self)
{
  static GPtrArray *texts; /* GOption refers to them as long as the program runs */
  GOptionGroup *group = g_option_group_new ("parameters", _("Parameters:"),
                                            _("List the parameters"), self, NULL);

  if (texts == NULL)
    texts = g_ptr_array_new_with_free_func (g_free);
  self->settings = g_ptr_array_new_with_free_func (g_free);
  g_option_group_add_entries (group, make_entries (self, texts));
  g_option_group_set_parse_hooks (group, NULL, apply);
  return group;
}
