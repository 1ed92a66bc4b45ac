/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draw-page-private.h"

#include "app/dialogs.h"
#include "app/draw-files.h"
#include "app/draw-texts.h"
#include "app/focus.h"
#include "app/saving.h"
#include "app/strings.h"

#include <glib/gi18n.h>

static void
fail (VwDrawPage *self, const char *heading, const GError *error)
{
  vw_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, error);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vw_draw_surface_undo (VW_DRAW_PAGE (widget)->surface);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vw_draw_surface_redo (VW_DRAW_PAGE (widget)->surface);
}

static void
clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vw_draw_surface_clear (VW_DRAW_PAGE (widget)->surface);
}

static void
inspect (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VwDrawPage *self = VW_DRAW_PAGE (widget);

  vw_session_set_guest (self->session, self->guest);
  gtk_widget_activate_action (widget, "win.page", "s", "digits");
}

/* A VwJobDoneFunc. */
static void
on_photo (gpointer result, const GError *error, gpointer data)
{
  VwDrawPage *self = data;
  g_autoptr (VwPhoto) photo = result;
  g_autofree char *note = NULL, *kept = NULL;

  if (photo == NULL)
    {
      fail (self, _ ("No Digit Was Found"), error);
      return;
    }
  note = vw_draw_texts_photo (photo);
  kept = vw_strings_keep_together (note);
  vw_draw_surface_put_ink (self->surface, &photo->ink, kept);
}

static void
open_photo_from (const char *path, gpointer data)
{
  VwDrawPage *self = data;

  if (path != NULL)
    vw_draw_files_read (self->photo_job, path, on_photo, self);
}

static void
open_photo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.png", "*.jpg", "*.jpeg", "*.webp", "*.gif",
                                          "*.bmp", "*.tif", "*.tiff", "*.pgm",  NULL };
  const VwFileRequest request = { GTK_FILE_CHOOSER_ACTION_OPEN,
                                  _ ("Open a Photo of a Digit"),
                                  NULL,
                                  _ ("Images"),
                                  patterns,
                                  open_photo_from,
                                  widget };

  vw_choose_file (GTK_WINDOW (gtk_widget_get_root (widget)), &request);
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VwDrawPage) self = data;
  g_autoptr (GdkTexture) texture
      = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return; /* the window has gone meanwhile */
  if (texture != NULL)
    vw_draw_files_decode (self->photo_job, texture, on_photo, self);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (widget), NULL, on_pasted,
                                    g_object_ref (widget));
}

static gboolean
drop_file (VwDrawPage *self, GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *uri = NULL;

  if (path != NULL && vw_draw_files_is_image (path))
    {
      vw_draw_files_read (self->photo_job, path, on_photo, self);
      return TRUE;
    }
  uri = g_file_get_uri (file);
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recent", "s", uri);
}

/* Photos are this page's, other files the window's. */
static gboolean
on_drop (VwDrawPage *self, const GValue *value)
{
  g_autoptr (GSList) files = NULL;

  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    {
      vw_draw_files_decode (self->photo_job, g_value_get_object (value), on_photo, self);
      return TRUE;
    }
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  return files != NULL && drop_file (self, files->data);
}

static void
save_picture (VwDrawPage *self, const char *path, GBytes *png, GError *error)
{
  if (png != NULL)
    vw_save_bytes (GTK_WIDGET (self), path, _ ("The Drawing Was Not Saved"), png);
  else
    fail (self, _ ("The Drawing Was Not Saved"), error);
}

static void
save_to (const char *path, gpointer data)
{
  VwDrawPage *self = data;
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    save_picture (self, path,
                  vw_draw_files_make (vw_draw_surface_get_drawing (self->surface), &error), error);
}

static void
save_field_to (const char *path, gpointer data)
{
  VwDrawPage *self = data;
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    save_picture (self, path, vw_draw_files_make_field (&self->centering, &error), error);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.png", NULL };
  gboolean field = g_str_equal (name, "draw.save-field");
  const VwFileRequest request = { GTK_FILE_CHOOSER_ACTION_SAVE,
                                  field ? _ ("Save the 28 × 28 Pixels") : _ ("Save the Drawing"),
                                  field ? _ ("digit-28.png") : _ ("digit.png"),
                                  _ ("Images"),
                                  patterns,
                                  field ? save_field_to : save_to,
                                  widget };

  vw_choose_file (GTK_WINDOW (gtk_widget_get_root (widget)), &request);
}

void
vw_draw_page_class_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "draw.undo", NULL, undo);
  gtk_widget_class_install_action (class, "draw.redo", NULL, redo);
  gtk_widget_class_install_action (class, "draw.clear", NULL, clear);
  gtk_widget_class_install_action (class, "draw.inspect", NULL, inspect);
  gtk_widget_class_install_action (class, "draw.open-photo", NULL, open_photo);
  gtk_widget_class_install_action (class, "draw.paste", NULL, paste);
  gtk_widget_class_install_action (class, "draw.save", NULL, save);
  gtk_widget_class_install_action (class, "draw.save-field", NULL, save);
}

void
vw_draw_page_update_actions (VwDrawPage *self)
{
  const VwDrawing *drawing = vw_draw_surface_get_drawing (self->surface);
  GtkWidget *widget = GTK_WIDGET (self), *focus = vw_focus_within (widget);

  gtk_widget_action_set_enabled (widget, "draw.undo", vw_drawing_can_undo (drawing));
  gtk_widget_action_set_enabled (widget, "draw.redo", vw_drawing_can_redo (drawing));
  gtk_widget_action_set_enabled (widget, "draw.clear", !vw_drawing_is_empty (drawing));
  gtk_widget_action_set_enabled (widget, "draw.inspect", !self->centering.blank);
  gtk_widget_action_set_enabled (widget, "draw.save", !self->centering.blank);
  gtk_widget_action_set_enabled (widget, "draw.save-field", !self->centering.blank);
  /* A button with nothing left to do loses the focus, which what it was about takes. */
  if (focus != NULL && !gtk_widget_is_sensitive (focus))
    gtk_widget_grab_focus (GTK_WIDGET (self->surface));
}

/* Of the page while it is shown, whatever has the focus. */
static gboolean
on_shortcut (GtkWidget *widget, GVariant *action, gpointer data)
{
  return gtk_widget_get_mapped (widget)
         && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

void
vw_draw_page_add_shortcuts (VwDrawPage *self)
{
  static const struct {
    const char *keys, *action;
  } shortcuts[] = {
    { "<Control>z", "draw.undo" },
    { "<Control><Shift>z|<Control>y", "draw.redo" },
    { "<Control>Delete", "draw.clear" },
    { "<Control>v", "draw.paste" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut
          = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                              gtk_callback_action_new (on_shortcut, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (shortcuts[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
vw_draw_page_add_drop_target (VwDrawPage *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
