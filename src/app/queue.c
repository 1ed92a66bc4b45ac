/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queue.h"

typedef struct {
  VwQueueFunc work, done;
  gpointer data;
  GApplication *application; /* held; NULL in a program without one */
} Item;

static gboolean
finish (gpointer data)
{
  Item *item = data;

  item->done (item->data);
  if (item->application != NULL)
    {
      g_application_release (item->application);
      g_object_unref (item->application);
    }
  g_free (item);
  return G_SOURCE_REMOVE;
}

/* On the queue's thread. */
static void
work (gpointer data, gpointer unused)
{
  Item *item = data;

  item->work (item->data);
  g_idle_add_full (G_PRIORITY_DEFAULT, finish, item, NULL);
}

void
vw_queue_push (VwQueueFunc work_func, VwQueueFunc done, gpointer data)
{
  static GThreadPool *pool;
  Item *item = g_new0 (Item, 1);

  if (pool == NULL)
    pool = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
  *item = (Item){ work_func, done, data, g_application_get_default () };
  if (item->application != NULL)
    g_application_hold (g_object_ref (item->application));
  g_thread_pool_push (pool, item, NULL);
}
