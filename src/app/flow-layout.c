/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/flow-layout.h"

#define SPACING 4

struct _VwFlowLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (VwFlowLayout, vw_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The next child that takes room, @child itself included. */
static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
child_width (GtkWidget *child, int most)
{
  int least, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  return MAX (MIN (natural, most), least);
}

static int
child_height (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

typedef struct {
  GtkWidget *end; /* the first child of the next row, or %NULL */
  int width, height;
} Row;

static Row
measure_row (GtkWidget *first, int most)
{
  Row row = { 0 };

  for (row.end = first; row.end != NULL;
       row.end = next_shown (gtk_widget_get_next_sibling (row.end)))
    {
      int width = row.width + (row.end != first ? SPACING : 0) + child_width (row.end, most);

      if (row.end != first && width > most)
        break;
      row.width = width;
      row.height = MAX (row.height, child_height (row.end));
    }
  return row;
}

static int
measure_height (GtkWidget *widget, int width)
{
  GtkWidget *first = next_shown (gtk_widget_get_first_child (widget));
  int height = 0;

  while (first != NULL)
    {
      Row row = measure_row (first, width);

      height += (height > 0 ? SPACING : 0) + row.height;
      first = row.end;
    }
  return height;
}

static void
measure_widths (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  while ((child = next_shown (child)) != NULL)
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += (*natural > 0 ? SPACING : 0) + wanted;
      child = gtk_widget_get_next_sibling (child);
    }
}

static void
vw_flow_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                        int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_widths (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (widget, for_size >= 0 ? for_size : G_MAXINT / 2);
}

static void
allocate_row (GtkWidget *first, const Row *row, int x, int y, int most)
{
  gboolean mirrored = gtk_widget_get_direction (first) == GTK_TEXT_DIR_RTL;
  int end = x + row->width, left = x;

  for (GtkWidget *child = first; child != row->end;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int width = child_width (child, most);

      gtk_widget_size_allocate (
          child,
          &(GtkAllocation){ mirrored ? end - (left - x) - width : left, y, width, row->height },
          -1);
      left += width + SPACING;
    }
}

static void
vw_flow_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                         int baseline)
{
  GtkWidget *first = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (first != NULL)
    {
      Row row = measure_row (first, width);

      allocate_row (first, &row, MAX (width - row.width, 0) / 2, y, width);
      y += row.height + SPACING;
      first = row.end;
    }
}

static GtkSizeRequestMode
vw_flow_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vw_flow_layout_class_init (VwFlowLayoutClass *class)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (class);

  manager_class->measure = vw_flow_layout_measure;
  manager_class->allocate = vw_flow_layout_allocate;
  manager_class->get_request_mode = vw_flow_layout_get_request_mode;
}

static void
vw_flow_layout_init (VwFlowLayout *self)
{
}
