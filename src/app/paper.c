/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/paper.h"

G_DEFINE_INTERFACE (VwPaper, vw_paper, G_TYPE_OBJECT)

char *
vw_paper_get_heading (VwPaper *self)
{
  g_return_val_if_fail (VW_IS_PAPER (self), NULL);
  return VW_PAPER_GET_IFACE (self)->get_heading (self);
}

const char *const *
vw_paper_list (VwPaper *self)
{
  g_return_val_if_fail (VW_IS_PAPER (self), NULL);
  return VW_PAPER_GET_IFACE (self)->list (self);
}

char *
vw_paper_suggest_name (VwPaper *self, guint content)
{
  g_return_val_if_fail (VW_IS_PAPER (self), NULL);
  return VW_PAPER_GET_IFACE (self)->suggest_name (self, content);
}

VwSheet *
vw_paper_make_sheet (VwPaper *self, guint content, const char *language)
{
  g_return_val_if_fail (VW_IS_PAPER (self), NULL);
  return VW_PAPER_GET_IFACE (self)->make_sheet (self, content, language);
}

static void
vw_paper_default_init (VwPaperInterface *iface)
{
}
