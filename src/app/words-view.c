/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/words-view.h"

#include "app/strings.h"
#include "plot/word-bars.h"

#include <glib/gi18n.h>

struct _VwWordsView {
  VwChart parent_instance;

  VwInspector *inspector;
  VwPlotWordBars bars;
  VwWordGallery *gallery; /* (nullable): that the bars' patches are borrowed from */
  int class_index; /* whose evidence they have */
  VwPlotWords model;
  VwPlotWordsLayout layout;
};

G_DEFINE_FINAL_TYPE (VwWordsView, vw_words_view, VW_TYPE_CHART)

static void
vw_words_view_arrange (VwChart *chart, double width, double height, const VwPlotStyle *style)
{
  VwWordsView *self = VW_WORDS_VIEW (chart);

  self->model = (VwPlotWords){ .n_words = self->bars.n, .words = self->bars.words,
                               .patch_side = self->gallery != NULL ? VW_PATCH_SIDE : 0,
                               .has_evidence = TRUE, .numbers = vw_strings_numbers () };
  vw_plot_words_layout (&self->model, width, height, style, &self->layout);
}

static void
vw_words_view_paint (VwChart *chart, cairo_t *cr, const VwPlotStyle *style)
{
  VwWordsView *self = VW_WORDS_VIEW (chart);

  if (self->bars.n > 0)
    vw_plot_words_paint (cr, &self->model, &self->layout, style,
                         vw_plot_word_bars_find (&self->bars,
                                                 vw_inspector_get_word (self->inspector)));
}

/* Returns: a word, −1 where there is none. */
static int
hit (VwWordsView *self, double x, double y)
{
  int at;

  vw_chart_ensure (VW_CHART (self));
  at = self->bars.n > 0 ? vw_plot_words_hit (&self->layout, x, y) : -1;
  return at >= 0 ? (int) self->bars.words[at].word : -1;
}

/* Pins the first keypoint of a word, which stands for all of them. */
static void
pin_word (VwWordsView *self, int word)
{
  g_autoptr (GArray) keypoints
      = vw_inspection_with_word (vw_inspector_get_inspection (self->inspector), word);

  if (keypoints->len > 0)
    vw_inspector_pin (self->inspector, g_array_index (keypoints, guint, 0));
}

static void
show_in_vocabulary (VwWordsView *self, int word)
{
  vw_session_set_word (vw_inspector_get_session (self->inspector), word);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "vocabulary");
}

static void
vw_words_view_hover (VwChart *chart, double x, double y)
{
  VwWordsView *self = VW_WORDS_VIEW (chart);

  vw_inspector_point_word (self->inspector, hit (self, x, y));
}

static void
vw_words_view_leave (VwChart *chart)
{
  VwWordsView *self = VW_WORDS_VIEW (chart);

  vw_inspector_point_word (self->inspector, -1);
}

static void
vw_words_view_press (VwChart *chart, int n_press, double x, double y)
{
  VwWordsView *self = VW_WORDS_VIEW (chart);
  int word = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (word < 0)
    return;
  pin_word (self, word);
  if (n_press == 2)
    show_in_vocabulary (self, word);
}

static gboolean
vw_words_view_key_pressed (VwChart *chart, guint key)
{
  VwWordsView *self = VW_WORDS_VIEW (chart);
  int at = vw_plot_word_bars_find (&self->bars, vw_inspector_get_word (self->inspector));

  if (self->bars.n == 0)
    return FALSE;
  if (key == GDK_KEY_Escape)
    vw_inspector_pin (self->inspector, -1);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && at >= 0)
    show_in_vocabulary (self, vw_inspector_get_word (self->inspector));
  else if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    {
      at = CLAMP (at + (key == GDK_KEY_Right ? 1 : -1), 0, (int) self->bars.n - 1);
      pin_word (self, self->bars.words[at].word);
    }
  else
    return FALSE;
  return TRUE;
}

/* Returns: (transfer full): "Word 145: 0.42, +0.12 for 5" */
static char *
describe_word (VwWordsView *self, const VwPlotWord *word)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  g_autofree char *value = vw_strings_decimal (word->value, 2);
  g_autofree char *evidence
      = vw_plot_format_decimal (vw_strings_numbers (), word->evidence, 2, TRUE);

  if (self->class_index < 0)
    return g_strdup_printf (_("Word %u: %s"), word->word, value);
  return g_strdup_printf (_("Word %u: %s, %s for %s"), word->word, value, evidence,
                          seen->model->class_names[self->class_index]);
}

/* What a screen reader says: each word with its value, and what it says of the class. */
static void
describe (VwWordsView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->bars.n; i++)
    {
      g_autofree char *line = describe_word (self, &self->bars.words[i]);

      g_string_append_printf (text, "%s. ", line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

/* Patches come with the gallery, which is that of the session's model. */
static void
show_patches (VwWordsView *self)
{
  VwSession *session = vw_inspector_get_session (self->inspector);
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  gboolean known = seen != NULL && seen->model != NULL
                   && seen->model == vw_session_get_model (session);
  VwWordGallery *gallery = known ? vw_session_get_gallery (session) : NULL;

  if (gallery != NULL)
    vw_word_gallery_ref (gallery);
  g_clear_pointer (&self->gallery, vw_word_gallery_unref);
  self->gallery = gallery;
  for (guint i = 0; i < self->bars.n; i++)
    self->bars.words[i].patch
        = gallery != NULL ? vw_word_gallery_mean (gallery, self->bars.words[i].word) : NULL;
  vw_chart_changed (VW_CHART (self));
  if (known && gtk_widget_get_mapped (GTK_WIDGET (self)))
    vw_session_want_gallery (session);
}

static gboolean
on_tooltip (VwWordsView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int at = keyboard ? -1 : vw_plot_word_bars_find (&self->bars, hit (self, x, y));
  g_autofree char *text = NULL;

  if (at < 0)
    return FALSE;
  text = describe_word (self, &self->bars.words[at]);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){
    (int) (self->layout.left + at * self->layout.slot), 0, (int) self->layout.slot,
    (int) self->layout.height });
  return TRUE;
}

static void
on_inspected (VwWordsView *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);

  vw_plot_word_bars_clear (&self->bars);
  self->class_index = vw_inspector_get_class (self->inspector);
  if (seen != NULL && seen->model != NULL)
    vw_plot_word_bars_init (&self->bars, seen, self->class_index);
  describe (self);
  show_patches (self);
}

static void
on_mapped (VwWordsView *self)
{
  if (self->inspector != NULL)
    show_patches (self);
}

static void
on_pointed (VwWordsView *self)
{
  if (vw_inspector_get_class (self->inspector) != self->class_index)
    on_inspected (self);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
vw_words_view_set_inspector (VwWordsView *self, VwInspector *inspector)
{
  g_return_if_fail (VW_IS_WORDS_VIEW (self));
  g_set_object (&self->inspector, inspector);
  g_signal_connect_object (inspector, "inspected", G_CALLBACK (on_inspected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vw_inspector_get_session (inspector), "notify::gallery",
                           G_CALLBACK (show_patches), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inspector, "pointed", G_CALLBACK (on_pointed), self, G_CONNECT_SWAPPED);
}

guint
vw_words_view_get_n_words (VwWordsView *self)
{
  g_return_val_if_fail (VW_IS_WORDS_VIEW (self), 0);
  return self->bars.n;
}

static void
vw_words_view_dispose (GObject *object)
{
  VwWordsView *self = VW_WORDS_VIEW (object);

  vw_plot_words_layout_clear (&self->layout);
  vw_plot_word_bars_clear (&self->bars);
  g_clear_pointer (&self->gallery, vw_word_gallery_unref);
  g_clear_object (&self->inspector);
  G_OBJECT_CLASS (vw_words_view_parent_class)->dispose (object);
}

static void
vw_words_view_class_init (VwWordsViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vw_words_view_dispose;
  VW_CHART_CLASS (class)->arrange = vw_words_view_arrange;
  VW_CHART_CLASS (class)->paint = vw_words_view_paint;
  VW_CHART_CLASS (class)->hover = vw_words_view_hover;
  VW_CHART_CLASS (class)->leave = vw_words_view_leave;
  VW_CHART_CLASS (class)->press = vw_words_view_press;
  VW_CHART_CLASS (class)->key_pressed = vw_words_view_key_pressed;
}

static void
vw_words_view_init (VwWordsView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  g_signal_connect_swapped (self, "query-tooltip", G_CALLBACK (on_tooltip), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Visual words of this digit"), -1);
}
