/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/digit-output.h"

#include "core/error.h"
#include "core/inspection-export.h"
#include "text/language.h"
#include "text/reason-text.h"

static const char *const names[VW_PLOT_N_DIGIT_CONTENTS] = { "keypoints", "funnel", "words" };

void
vw_cli_digit_output_clear (VwCliDigitOutput *self)
{
  vw_cli_figure_clear (&self->figure);
  g_free (self->show);
}

static gboolean
find_content (VwCliDigitOutput *self, gboolean with_model, GError **error)
{
  guint n = with_model ? VW_PLOT_N_DIGIT_CONTENTS : VW_PLOT_DIGIT_WORDS;

  if (self->show == NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i], self->show))
      {
        self->content = i;
        return TRUE;
      }
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("%s: “%s” is not one of %s"), "show",
                self->show, with_model ? "keypoints, funnel, words" : "keypoints, funnel");
  return FALSE;
}

gboolean
vw_cli_digit_output_read (VwCliDigitOutput *self, gboolean with_model, char *const *inputs,
                          GError **error)
{
  if (self->figure.output != NULL)
    return find_content (self, with_model, error)
           && vw_cli_figure_read (&self->figure, inputs, error);
  if (self->show == NULL && self->figure.title == NULL)
    return TRUE;
  vw_error_set (error, VW_ERROR_PARAMETER, NULL, N_ ("--output is needed"));
  return FALSE;
}

static gboolean
write_table (const VwCliDigitOutput *self, const VwInspection *seen, GError **error)
{
  static VwTable *(*const make[]) (const VwInspection *)
      = { [VW_PLOT_DIGIT_KEYPOINTS] = vw_inspection_keypoints_table,
          [VW_PLOT_DIGIT_FUNNEL] = vw_inspection_funnel_table,
          [VW_PLOT_DIGIT_WORDS] = vw_inspection_words_table };
  g_autoptr (VwTable) table = make[self->content](seen);

  return vw_cli_figure_write_table (&self->figure, table, error);
}

static gboolean
write_picture (const VwCliDigitOutput *self, const VwInspection *inspection, GError **error)
{
  g_autoptr (VwInspection) seen = vw_inspection_say (inspection, vw_cli_translate);
  VwPlotDigitWords words;
  g_autofree char *title = NULL, *subtitle = NULL, *caption = NULL, *origin = NULL;
  g_autoptr (VwPlotFigure) figure = NULL;
  VwPlotDigitFigure content
      = { .seen = seen, .content = self->content, .choices = VW_PLOT_DIGIT_CHOICES_INIT,
          .words = &words, .width = vw_plot_figure_width_for (self->figure.width) };

  vw_plot_digit_words_init (&words, vw_language (), vw_cli_translate);
  title = vw_plot_digit_words_title (&words, seen, self->content);
  subtitle = self->content == VW_PLOT_DIGIT_WORDS ? vw_plot_digit_words_summary (&words, seen)
                                                  : vw_reason_sentence (&seen->reason);
  caption = vw_plot_digit_words_made_from (&words, seen, self->content);
  origin = vw_inspection_origin (seen);
  content.title = self->figure.title != NULL ? self->figure.title : title;
  content.subtitle = subtitle;
  content.caption = caption;
  figure = vw_plot_digit_figure_new (&content);
  return vw_cli_figure_write_picture (&self->figure, figure, origin, error);
}

gboolean
vw_cli_digit_output_write (const VwCliDigitOutput *self, const VwInspection *seen, GError **error)
{
  if (self->content == VW_PLOT_DIGIT_FUNNEL && seen->reason.code == VW_REASON_UNKNOWN)
    {
      vw_error_set (error, VW_ERROR_UNSUPPORTED, self->figure.output,
                    N_ ("there is no funnel to show: OpenCV does not tell what it dropped"));
      return FALSE;
    }
  return self->figure.is_picture ? write_picture (self, seen, error)
                                 : write_table (self, seen, error);
}
