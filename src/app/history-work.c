/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history-work.h"

void
vw_history_work_init (VwHistoryWork *self, const char *folder)
{
  *self = (VwHistoryWork){
    .folder = g_strdup (folder),
    .runs = g_ptr_array_new_with_free_func ((GDestroyNotify) vw_run_unref),
    .problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free),
  };
}

void
vw_history_work_clear (VwHistoryWork *self)
{
  g_free (self->folder);
  g_ptr_array_unref (self->runs);
  g_clear_pointer (&self->model, vw_model_unref);
  g_free (self->path);
  g_ptr_array_unref (self->problems);
  g_clear_error (&self->error);
}

void
vw_history_work_list (VwHistoryWork *self)
{
  GPtrArray *runs;

  vw_run_store_sweep (self->folder);
  runs = vw_run_store_list (self->folder, self->problems, &self->error);
  if (runs == NULL)
    return;
  g_ptr_array_unref (self->runs);
  self->runs = runs;
}

void
vw_history_work_add (VwHistoryWork *self)
{
  VwRun *kept = vw_run_store_add (self->folder, self->runs->pdata[0], self->model, &self->error);

  g_ptr_array_set_size (self->runs, 0);
  if (kept != NULL)
    g_ptr_array_add (self->runs, kept);
}

typedef gboolean (*StoreFunc) (const char *folder, const VwRun *run, GError **error);

static void
do_each (VwHistoryWork *self, StoreFunc func)
{
  guint i = 0;

  while (i < self->runs->len && func (self->folder, self->runs->pdata[i], &self->error))
    i++;
  g_ptr_array_set_size (self->runs, i);
}

void
vw_history_work_update (VwHistoryWork *self)
{
  do_each (self, vw_run_store_update);
}

void
vw_history_work_remove (VwHistoryWork *self)
{
  do_each (self, vw_run_store_remove);
}

void
vw_history_work_restore (VwHistoryWork *self)
{
  do_each (self, vw_run_store_restore);
}

void
vw_history_work_load (VwHistoryWork *self)
{
  self->model = vw_run_store_load_model (self->folder, self->runs->pdata[0], &self->error);
  if (self->model == NULL)
    g_ptr_array_set_size (self->runs, 0);
}

void
vw_history_work_save_model (VwHistoryWork *self)
{
  vw_history_work_load (self);
  if (self->model != NULL && !vw_model_save (self->model, self->path, &self->error))
    g_ptr_array_set_size (self->runs, 0);
}
