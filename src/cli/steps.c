/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/steps.h"

#include "plot/numbers.h"
#include "text/step-text.h"

#include <stdio.h>

/* A VwDecimalFunc. */
static char *
decimal (double value, int digits)
{
  return vw_plot_format_decimal (vw_plot_numbers_for (g_get_language_names ()[0]), value, digits,
                                 FALSE);
}

void
vw_cli_print_steps (const VwSteps *steps)
{
  for (VwStep step = 0; step < VW_N_STEPS; step++)
    {
      g_autofree char *figure = vw_step_figure (step, steps);
      g_autofree char *sentence = vw_step_sentence (step, steps, decimal);
      g_autofree char *note = vw_step_note (step, steps, decimal);

      printf ("%s%u %s · %s\n%s\n", step > 0 ? "\n" : "", step + 1, vw_step_title (step), figure,
              sentence);
      if (note != NULL)
        puts (note);
    }
}

static void
add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

void
vw_cli_add_steps (JsonBuilder *json, const VwSteps *steps)
{
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (VwStep step = 0; step < VW_N_STEPS; step++)
    {
      g_autofree char *figure = vw_step_figure (step, steps);
      g_autofree char *sentence = vw_step_sentence (step, steps, decimal);
      g_autofree char *note = vw_step_note (step, steps, decimal);

      json_builder_begin_object (json);
      add_string (json, "name", vw_step_name (step));
      add_string (json, "title", vw_step_title (step));
      add_string (json, "figure", figure);
      add_string (json, "sentence", sentence);
      add_string (json, "note", note);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}
