/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/past-run.h"

#include "app/training-texts.h"

struct _VwPastRun {
  GObject parent_instance;

  VwRun *run;
  char *title;
  gboolean current;
};

enum { PROP_TITLE = 1, PROP_CURRENT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VwPastRun, vw_past_run, G_TYPE_OBJECT)

VwPastRun *
vw_past_run_new (VwRun *run)
{
  VwPastRun *self = g_object_new (VW_TYPE_PAST_RUN, NULL);

  vw_past_run_set_run (self, run);
  return self;
}

VwRun *
vw_past_run_get_run (VwPastRun *self)
{
  g_return_val_if_fail (VW_IS_PAST_RUN (self), NULL);
  return self->run;
}

const char *
vw_past_run_get_title (VwPastRun *self)
{
  g_return_val_if_fail (VW_IS_PAST_RUN (self), NULL);
  return self->title;
}

gboolean
vw_past_run_is_current (VwPastRun *self)
{
  g_return_val_if_fail (VW_IS_PAST_RUN (self), FALSE);
  return self->current;
}

void
vw_past_run_set_run (VwPastRun *self, VwRun *run)
{
  vw_run_ref (run);
  g_clear_pointer (&self->run, vw_run_unref);
  self->run = run;
  g_free (self->title);
  self->title = run->name != NULL ? g_strdup (run->name)
                                  : vw_training_texts_name (&run->summary->parameters);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
vw_past_run_set_current (VwPastRun *self, gboolean current)
{
  if (current == self->current)
    return;
  self->current = current;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static void
vw_past_run_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VwPastRun *self = VW_PAST_RUN (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_CURRENT)
    g_value_set_boolean (value, self->current);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vw_past_run_finalize (GObject *object)
{
  VwPastRun *self = VW_PAST_RUN (object);

  g_clear_pointer (&self->run, vw_run_unref);
  g_free (self->title);
  G_OBJECT_CLASS (vw_past_run_parent_class)->finalize (object);
}

static void
vw_past_run_class_init (VwPastRunClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vw_past_run_get_property;
  object_class->finalize = vw_past_run_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vw_past_run_init (VwPastRun *self)
{
}
