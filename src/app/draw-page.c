/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draw-page-private.h"

#include "app/draw-texts.h"
#include "app/strings.h"
#include "app/theme.h"
#include "app/tight-room.h"
#include "text/reason-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define INK_SIDE 560 /* pixels of the drawing that the chain begins with, 20 for each of the 28 */
#define LEAST_WIDTH 860
#define LEAST_HEIGHT 480
#define LEAST_PIXEL 6   /* units that one of the 28 is shown in */
#define NARROW_PIXEL 9
#define MOST_PIXEL 20
#define CANVAS_PAD 3    /* that the canvas has round the digit */
#define SCORE_HEIGHT 23 /* of a class where there is room */
#define LOW_SCORE_HEIGHT 15
#define LAYERS                                                                                     \
  (VW_PLOT_LAYER_PIXELS | VW_PLOT_LAYER_BORDER | VW_PLOT_LAYER_WINDOWS | VW_PLOT_LAYER_KEPT)

G_DEFINE_FINAL_TYPE (VwDrawPage, vw_draw_page, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, char *text)
{
  g_autofree char *kept = text != NULL ? vw_strings_keep_together (text) : NULL;

  gtk_label_set_text (label, kept != NULL ? kept : "");
  g_free (text);
}

static const char *
choose_verdict (VwDrawPage *self, const VwInspection *seen)
{
  if (vw_session_get_model (self->session) == NULL)
    return "untrained";
  if (self->centering.blank || seen == NULL || seen->model == NULL)
    return "blank";
  return seen->predicted == VW_NO_PREDICTION ? "empty" : "verdict";
}

static void
show_verdict (VwDrawPage *self, const VwInspection *seen)
{
  const char *page = choose_verdict (self, seen);
  const char *name;

  gtk_stack_set_visible_child_name (self->verdict, page);
  /* Of a hidden page GtkStack wants to know how wide it is in a single line. */
  set_text (self->no_keypoints,
            g_str_equal (page, "empty") ? vw_reason_sentence (&seen->reason) : NULL);
  if (!g_str_equal (page, "verdict"))
    return;
  name = seen->model->class_names[seen->predicted];
  gtk_label_set_text (self->predicted, name);
  /* A name that is a word is large enough beside it. */
  gtk_widget_set_visible (GTK_WIDGET (self->predicted), g_utf8_strlen (name, -1) <= 2);
  set_text (self->looks_like, vw_draw_texts_verdict (seen));
  set_text (self->runner_up, vw_draw_texts_runner_up (seen));
  set_text (self->words_caption,
            vw_draw_texts_words (seen, vw_words_view_get_n_words (self->words)));
}

static void
on_inspected (VwDrawPage *self)
{
  const VwInspection *seen = vw_inspector_get_inspection (self->inspector);
  guint n = seen != NULL ? seen->frame.n_keypoints : 0;
  g_autofree char *number = vw_strings_count (n);

  set_text (self->keypoints, g_strdup_printf (ngettext ("%s keypoint", "%s keypoints", n), number));
  if (seen != NULL && !self->centering.blank)
    set_text (self->keypoints_caption, vw_draw_texts_keypoints (seen));
  else
    set_text (self->keypoints_caption, NULL);
  show_verdict (self, seen);
}

/* From the strokes to the image that the method begins with. */
static void
centre (VwDrawPage *self)
{
  g_autofree guint8 *pixels = NULL;
  g_autoptr (GError) error = NULL;
  VwInk ink = { NULL, INK_SIDE, INK_SIDE };
  gboolean centred = gtk_switch_get_active (self->centre);

  vw_drawing_raster_update (self->raster, vw_draw_surface_get_drawing (self->surface));
  ink.pixels = pixels = vw_drawing_raster_get_ink (self->raster);
  if (!(centred ? vw_centering_apply : vw_centering_skip) (&ink, &self->centering, &error))
    {
      g_warning ("%s", error->message); /* OpenCV out of memory, which GLib would not survive */
      return;
    }
  vw_field_view_show (self->field_view, &self->centering, centred);
  set_text (self->field_caption, vw_draw_texts_field (&self->centering, centred));
}

/* The drawing or the way to centre it changed: all that follows from it. */
static void
follow (VwDrawPage *self)
{
  const char *note = vw_drawing_get_note (vw_draw_surface_get_drawing (self->surface));

  if (self->inspector == NULL)
    return; /* still being made */
  centre (self);
  g_clear_pointer (&self->guest, vw_guest_unref);
  self->guest = vw_guest_new (self->centering.pixels, VW_FIELD_SIDE, VW_FIELD_SIDE,
                              note != NULL ? _ ("Your photo") : _ ("Your drawing"));
  vw_inspector_set_guest (self->inspector, self->guest);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_box, note != NULL);
  vw_draw_page_update_actions (self);
}

static void
on_brush (VwDrawPage *self)
{
  vw_draw_surface_set_brush (self->surface, gtk_range_get_value (self->brush) / 100);
}

static void
on_tool (VwDrawPage *self)
{
  vw_draw_surface_set_erasing (self->surface, gtk_toggle_button_get_active (self->eraser));
}

static gboolean
resize_when_idle (gpointer data)
{
  VwDrawPage *self = data;
  int field = self->field + 2 * CANVAS_PAD; /* both alike, so that they line up */

  self->resize_idle = 0;
  gtk_widget_set_size_request (GTK_WIDGET (self->surface), self->square, self->square);
  adw_clamp_set_maximum_size (self->fields, field); /* words wrap, whatever their language */
  adw_clamp_set_tightening_threshold (self->fields, field);
  gtk_widget_set_size_request (GTK_WIDGET (self->field_view), field, field);
  gtk_widget_set_size_request (GTK_WIDGET (self->canvas), field, field);
  gtk_widget_set_size_request (GTK_WIDGET (self->scores), -1, self->scores_height);
  return G_SOURCE_REMOVE;
}

/* What stands round the two fields; narrow ones have more lines of text above them. */
static double
measure_words (int pixel, double text_scale)
{
  return (pixel < NARROW_PIXEL ? 192 : 155) * text_scale;
}

/* The drawings take what room there is: the square beside its tools, two fields one above the
   other, whole units a pixel. */
static void
find_sizes (int width, int height, double text_scale, int *square, int *field)
{
  int pixel = MOST_PIXEL;

  while (pixel > LEAST_PIXEL
         && (pixel * VW_FIELD_SIDE > .245 * width
             || 2 * pixel * VW_FIELD_SIDE + measure_words (pixel, text_scale) > height))
    pixel--;
  *square = (int) CLAMP (MIN (height - 256 * text_scale, .344 * width), 240, 720);
  *field = VW_FIELD_SIDE * pixel;
}

static void
vw_draw_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VwDrawPage *self = VW_DRAW_PAGE (widget);
  VwPlotStyle style;
  int square, field;

  vw_theme_get_style (widget, &style);
  find_sizes (width, height, style.text_scale, &square, &field);
  if (square != self->square || field != self->field)
    {
      self->square = square;
      self->field = field;
      self->scores_height
          = (int) (10 * (height < 700 * style.text_scale ? LOW_SCORE_HEIGHT : SCORE_HEIGHT)
                   * style.text_scale);
      if (self->resize_idle == 0) /* children may not change while they are being placed */
        self->resize_idle = g_idle_add (resize_when_idle, self);
    }
  vw_tight_room_allocate (self->panes, width, height, baseline);
}

static void
vw_draw_page_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  vw_tight_room_measure (VW_DRAW_PAGE (widget)->panes, orientation, for_size, minimum, natural,
                         minimum_baseline, natural_baseline);
  *minimum = MIN (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT);
}

GtkWidget *
vw_draw_page_new (VwSession *session)
{
  VwDrawPage *self = g_object_new (VW_TYPE_DRAW_PAGE, NULL);

  self->session = g_object_ref (session);
  self->inspector = vw_inspector_new_for_guest (session);
  vw_digit_canvas_set_inspector (self->canvas, self->inspector);
  vw_scores_view_set_inspector (self->scores, self->inspector);
  vw_words_view_set_inspector (self->words, self->inspector);
  g_signal_connect_object (self->inspector, "inspected", G_CALLBACK (on_inspected), self,
                           G_CONNECT_SWAPPED);
  on_brush (self);
  follow (self);
  return GTK_WIDGET (self);
}

static void
vw_draw_page_dispose (GObject *object)
{
  VwDrawPage *self = VW_DRAW_PAGE (object);

  g_clear_handle_id (&self->resize_idle, g_source_remove);
  if (self->photo_job != NULL)
    vw_job_cancel (self->photo_job);
  g_clear_object (&self->photo_job);
  g_clear_pointer (&self->panes, gtk_widget_unparent);
  g_clear_object (&self->inspector);
  g_clear_object (&self->session);
  g_clear_pointer (&self->guest, vw_guest_unref);
  g_clear_pointer (&self->raster, vw_drawing_raster_free);
  G_OBJECT_CLASS (vw_draw_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, VwDrawPage, panes);
  gtk_widget_class_bind_template_child (class, VwDrawPage, surface);
  gtk_widget_class_bind_template_child (class, VwDrawPage, eraser);
  gtk_widget_class_bind_template_child (class, VwDrawPage, brush);
  gtk_widget_class_bind_template_child (class, VwDrawPage, centre);
  gtk_widget_class_bind_template_child (class, VwDrawPage, note);
  gtk_widget_class_bind_template_child (class, VwDrawPage, note_box);
  gtk_widget_class_bind_template_child (class, VwDrawPage, fields);
  gtk_widget_class_bind_template_child (class, VwDrawPage, field_view);
  gtk_widget_class_bind_template_child (class, VwDrawPage, field_caption);
  gtk_widget_class_bind_template_child (class, VwDrawPage, keypoints);
  gtk_widget_class_bind_template_child (class, VwDrawPage, keypoints_caption);
  gtk_widget_class_bind_template_child (class, VwDrawPage, canvas);
  gtk_widget_class_bind_template_child (class, VwDrawPage, verdict);
  gtk_widget_class_bind_template_child (class, VwDrawPage, predicted);
  gtk_widget_class_bind_template_child (class, VwDrawPage, looks_like);
  gtk_widget_class_bind_template_child (class, VwDrawPage, runner_up);
  gtk_widget_class_bind_template_child (class, VwDrawPage, no_keypoints);
  gtk_widget_class_bind_template_child (class, VwDrawPage, words_caption);
  gtk_widget_class_bind_template_child (class, VwDrawPage, scores);
  gtk_widget_class_bind_template_child (class, VwDrawPage, words);
  gtk_widget_class_bind_template_callback (class, follow);
  gtk_widget_class_bind_template_callback (class, on_brush);
  gtk_widget_class_bind_template_callback (class, on_tool);
}

static void
vw_draw_page_class_init (VwDrawPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GType used[] = { VW_TYPE_DRAW_SURFACE, VW_TYPE_FIELD_VIEW, VW_TYPE_DIGIT_CANVAS,
                         VW_TYPE_SCORES_VIEW, VW_TYPE_WORDS_VIEW };

  G_OBJECT_CLASS (class)->dispose = vw_draw_page_dispose;
  widget_class->size_allocate = vw_draw_page_size_allocate;
  widget_class->measure = vw_draw_page_measure;
  for (guint i = 0; i < G_N_ELEMENTS (used); i++)
    g_type_ensure (used[i]);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/visualwords/VisualWords/draw-page.ui");
  bind_template (widget_class);
  vw_draw_page_class_install_actions (widget_class);
}

static void
vw_draw_page_init (VwDrawPage *self)
{
  self->photo_job = vw_job_new ();
  self->raster = vw_drawing_raster_new (INK_SIDE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  vw_digit_canvas_set_layers (self->canvas, LAYERS);
  vw_draw_page_add_shortcuts (self);
  vw_draw_page_add_drop_target (self);
}
