/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/heading.h"

#define SPACING 9
#define LINE_SPACING 2

typedef enum { TITLE, FACTS, CONTROLS, N_PARTS } Part;

struct _VwHeading {
  GtkWidget parent_instance;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VwHeading, vw_heading, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

/* Where the parts stand: as wide as @widths, in rows that begin at @y. */
typedef struct {
  GtkWidget *parts[N_PARTS];
  int least[N_PARTS], widths[N_PARTS], y[N_PARTS], heights[N_PARTS];
  int height;
} Plan;

static int
measure_height (GtkWidget *part, int width)
{
  int natural;

  gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
measure_parts (VwHeading *self, Plan *plan)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (Part i = 0; i < N_PARTS; i++, child = gtk_widget_get_next_sibling (child))
    {
      plan->parts[i] = child;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &plan->least[i],
                          &plan->widths[i], NULL, NULL);
    }
}

/* Puts the parts of a set, 1 << Part each, into a row at @y. Returns: its height. */
static int
place_row (Plan *plan, int y, guint set)
{
  int height = 0;

  for (Part i = 0; i < N_PARTS; i++)
    if (set & 1 << i)
      height = MAX (height, measure_height (plan->parts[i], plan->widths[i]));
  for (Part i = 0; i < N_PARTS; i++)
    if (set & 1 << i)
      {
        plan->y[i] = y;
        plan->heights[i] = height;
      }
  return height;
}

static void
make_plan (VwHeading *self, int width, Plan *plan)
{
  int *widths = plan->widths;

  measure_parts (self, plan);
  if (widths[TITLE] + widths[FACTS] + widths[CONTROLS] + 2 * SPACING <= width)
    {
      widths[FACTS] = width - widths[TITLE] - widths[CONTROLS] - 2 * SPACING;
      plan->height = place_row (plan, 0, 1 << TITLE | 1 << FACTS | 1 << CONTROLS);
      return;
    }
  if (widths[TITLE] + SPACING + widths[CONTROLS] <= width)
    {
      widths[FACTS] = width;
      plan->height = place_row (plan, 0, 1 << TITLE | 1 << CONTROLS) + LINE_SPACING;
      plan->height += place_row (plan, plan->height, 1 << FACTS);
      return;
    }
  widths[TITLE] = CLAMP (width - plan->least[FACTS] - SPACING, plan->least[TITLE], widths[TITLE]);
  widths[FACTS] = MAX (width - widths[TITLE] - SPACING, plan->least[FACTS]);
  widths[CONTROLS] = CLAMP (width, plan->least[CONTROLS], widths[CONTROLS]);
  plan->height = place_row (plan, 0, 1 << TITLE | 1 << FACTS) + LINE_SPACING;
  plan->height += place_row (plan, plan->height, 1 << CONTROLS);
}

static void
vw_heading_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  Plan plan = { 0 };

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      make_plan (VW_HEADING (widget), for_size >= 0 ? for_size : G_MAXINT / 2, &plan);
      *minimum = *natural = plan.height;
      return;
    }
  measure_parts (VW_HEADING (widget), &plan);
  *minimum = MAX (plan.least[TITLE] + SPACING + plan.least[FACTS], plan.least[CONTROLS]);
  *natural = plan.widths[TITLE] + plan.widths[FACTS] + plan.widths[CONTROLS] + 2 * SPACING;
}

static void
vw_heading_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Plan plan = { 0 };

  make_plan (VW_HEADING (widget), width, &plan);
  for (Part i = 0; i < N_PARTS; i++)
    {
      gboolean after_title = i == FACTS && plan.y[FACTS] == plan.y[TITLE];
      int x = after_title ? plan.widths[TITLE] + SPACING
              : i == CONTROLS ? width - plan.widths[CONTROLS]
                              : 0;

      gtk_widget_size_allocate (
          plan.parts[i],
          &(GtkAllocation){ mirrored ? width - x - plan.widths[i] : x, plan.y[i], plan.widths[i],
                            plan.heights[i] },
          -1);
    }
}

static GtkSizeRequestMode
vw_heading_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vw_heading_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (vw_heading_parent_class)->dispose (object);
}

static void
vw_heading_class_init (VwHeadingClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = vw_heading_dispose;
  widget_class->measure = vw_heading_measure;
  widget_class->size_allocate = vw_heading_size_allocate;
  widget_class->get_request_mode = vw_heading_get_request_mode;
}

static void
vw_heading_init (VwHeading *self)
{
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = add_child;
}
