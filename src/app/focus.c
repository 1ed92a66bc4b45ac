/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/focus.h"

void
vw_focus_show (GtkWidget *widget, gboolean shown)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean focused = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (!shown && focused && root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (widget, shown);
}

GtkWidget *
vw_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget) ? focus : NULL;
}

/* Moves @adjustment so that some of what lies at @start shows, relative to what it shows now.
   Returns: whether it had to, and could */
static gboolean
bring (GtkAdjustment *adjustment, double start, double length)
{
  double before = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (start + length <= 0)
    gtk_adjustment_set_value (adjustment, before + start);
  else if (start >= page)
    gtk_adjustment_set_value (adjustment, before + start + length - page);
  return gtk_adjustment_get_value (adjustment) != before;
}

static gboolean
bring_in_sight (GtkWidget *widget)
{
  gboolean moved = FALSE;
  graphene_rect_t at;

  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL;
       around = gtk_widget_get_parent (around))
    if (GTK_IS_SCROLLED_WINDOW (around) && gtk_widget_compute_bounds (widget, around, &at))
      {
        GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (around);

        moved |= bring (gtk_scrolled_window_get_hadjustment (scroller), at.origin.x, at.size.width);
        moved |= bring (gtk_scrolled_window_get_vadjustment (scroller), at.origin.y,
                        at.size.height);
      }
  return moved;
}

static gboolean
presses (guint key)
{
  return key == GDK_KEY_space || key == GDK_KEY_KP_Space || key == GDK_KEY_Return
         || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* Behind a drop-down and a button with a menu there is a toggle button. */
static gboolean
has_popover (GtkWidget *focus)
{
  GtkWidget *parent = gtk_widget_get_parent (focus);

  return GTK_IS_TOGGLE_BUTTON (focus) && (GTK_IS_DROP_DOWN (parent) || GTK_IS_MENU_BUTTON (parent));
}

static gboolean
opens (GtkWidget *focus, guint key, GdkModifierType state)
{
  return key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0)
         || (has_popover (focus) && presses (key));
}

/* What opened now would open where the focus was: places change with the next frame. */
static gboolean
on_key (GtkRoot *window, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (window);

  return focus != NULL && opens (focus, key, state) && bring_in_sight (focus);
}

void
vw_focus_keep_in_sight (GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), window);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

#define LAST "vw-last-focus" /* of a window: a weak reference to what has, or had, its focus */

/* Returns: whether a neighbour of @widget could take the focus */
static gboolean
hand_on (GtkWidget *widget)
{
  for (GtkWidget *next = gtk_widget_get_next_sibling (widget); next != NULL;
       next = gtk_widget_get_next_sibling (next))
    if (gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD))
      return TRUE;
  for (GtkWidget *before = gtk_widget_get_prev_sibling (widget); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    if (gtk_widget_child_focus (before, GTK_DIR_TAB_BACKWARD))
      return TRUE;
  return FALSE;
}

static void
on_focus (GtkWindow *window, GParamSpec *pspec, GWeakRef *last)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  g_autoptr (GtkWidget) lost = focus == NULL ? g_weak_ref_get (last) : NULL;

  if (focus != NULL)
    g_weak_ref_set (last, focus);
  if (lost == NULL || !gtk_widget_get_mapped (lost) || gtk_widget_is_sensitive (lost))
    return;
  for (GtkWidget *at = lost; at != NULL && !hand_on (at); at = gtk_widget_get_parent (at))
    ;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
vw_focus_keep_alive (GtkWindow *window)
{
  GWeakRef *last = g_new0 (GWeakRef, 1);

  g_weak_ref_init (last, NULL);
  g_object_set_data_full (G_OBJECT (window), LAST, last, weak_ref_free);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus), last);
}
