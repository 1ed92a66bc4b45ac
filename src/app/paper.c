/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/paper.h"

struct _VwPaper {
  GObject parent_instance;

  char *heading;
  GPtrArray *names, *file_names; /* the names ended by NULL */
  VwPaperFunc make_sheet;
  gpointer source;
  GDestroyNotify free_source;
};

G_DEFINE_FINAL_TYPE (VwPaper, vw_paper, G_TYPE_OBJECT)

VwPaper *
vw_paper_new (const char *heading,
              VwPaperFunc make_sheet,
              gpointer source,
              GDestroyNotify free_source)
{
  VwPaper *self = g_object_new (VW_TYPE_PAPER, NULL);

  self->heading = g_strdup (heading);
  self->make_sheet = make_sheet;
  self->source = source;
  self->free_source = free_source;
  return self;
}

void
vw_paper_add (VwPaper *self, const char *name, const char *file_name)
{
  g_return_if_fail (VW_IS_PAPER (self));
  g_ptr_array_insert (self->names, (int) self->names->len - 1, g_strdup (name));
  g_ptr_array_add (self->file_names, g_strdup (file_name));
}

const char *
vw_paper_get_heading (VwPaper *self)
{
  g_return_val_if_fail (VW_IS_PAPER (self), NULL);
  return self->heading;
}

const char *const *
vw_paper_list (VwPaper *self)
{
  g_return_val_if_fail (VW_IS_PAPER (self), NULL);
  return (const char *const *) self->names->pdata;
}

const char *
vw_paper_suggest_name (VwPaper *self, guint content)
{
  g_return_val_if_fail (VW_IS_PAPER (self) && content < self->file_names->len, NULL);
  return g_ptr_array_index (self->file_names, content);
}

VwSheet *
vw_paper_make_sheet (VwPaper *self, guint content, const char *language)
{
  VwSheet *sheet;

  g_return_val_if_fail (VW_IS_PAPER (self) && content < self->file_names->len, NULL);
  sheet = self->make_sheet (self->source, content);
  vw_sheet_speak (sheet, language);
  return sheet;
}

static void
vw_paper_finalize (GObject *object)
{
  VwPaper *self = VW_PAPER (object);

  g_free (self->heading);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->file_names);
  self->free_source (self->source);
  G_OBJECT_CLASS (vw_paper_parent_class)->finalize (object);
}

static void
vw_paper_class_init (VwPaperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = vw_paper_finalize;
}

static void
vw_paper_init (VwPaper *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->names, NULL);
  self->file_names = g_ptr_array_new_with_free_func (g_free);
}
