/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lane's thread and queue. The lock guards @closed and the pushing that depends on it; the
 * queue has its own.
 */
#include "config.h"

#include "gw-lane.h"

#include "gw-error.h"

struct _GwLane
{
  GThread *thread;
  GAsyncQueue *queue; /* Item */
  GMutex lock;        /* guards closed, thread */
  gboolean closed;
  gboolean orphaned; /* lane only: freed by its own last work; frees itself */
  gint refusing;     /* atomic */
};

/* A caller that waits, on its own stack. */
typedef struct
{
  GMutex lock;
  GCond done_changed;
  gboolean done;
  gpointer result;
  GError *error;
} Waiter;

typedef struct
{
  GwLaneWork work; /* NULL: the end */
  gpointer owner;
  gpointer data;
  GCancellable *cancellable;
  GTask *task; /* or waiter */
  GDestroyNotify result_free;
  Waiter *waiter;
} Item;

static void
answer (Item *item, gpointer result, GError *error)
{
  if (item->task != NULL)
    {
      if (error != NULL)
        g_task_return_error (item->task, error);
      else
        g_task_return_pointer (item->task, result, item->result_free);
      return;
    }
  g_mutex_lock (&item->waiter->lock);
  item->waiter->result = result;
  item->waiter->error = error;
  item->waiter->done = TRUE;
  g_cond_signal (&item->waiter->done_changed);
  g_mutex_unlock (&item->waiter->lock);
}

static void
do_item (GwLane *self, Item *item)
{
  GError *error = NULL;
  gpointer result = NULL;

  if (g_atomic_int_get (&self->refusing))
    error = g_error_new_literal (GW_ERROR, GW_ERROR_CANCELLED, "The file is being closed");
  else if (g_cancellable_is_cancelled (item->cancellable))
    error = g_error_new_literal (GW_ERROR, GW_ERROR_CANCELLED, "Stopped before it began");
  else
    result = item->work (item->owner, item->data, item->cancellable, &error);
  answer (item, result, error);
}

static void
destroy (GwLane *self)
{
  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static gpointer
run (gpointer data)
{
  GwLane *self = data;

  for (;;)
    {
      Item *item = g_async_queue_pop (self->queue);
      gboolean last = item->work == NULL;

      if (!last)
        do_item (self, item);
      g_clear_object (&item->task);
      g_free (item);
      if (last)
        break;
    }
  if (self->orphaned)
    destroy (self);
  return NULL;
}

GwLane *
gw_lane_new (const char *name)
{
  GwLane *self = g_new0 (GwLane, 1);

  self->queue = g_async_queue_new ();
  g_mutex_init (&self->lock);
  self->thread = g_thread_new (name, run, self);
  return self;
}

/* Queues a copy of @item; FALSE when the lane is closed. */
static gboolean
enqueue (GwLane *self, const Item *item)
{
  gboolean open;

  g_mutex_lock (&self->lock);
  open = !self->closed;
  if (open)
    g_async_queue_push (self->queue, g_memdup2 (item, sizeof *item));
  g_mutex_unlock (&self->lock);
  return open;
}

void
gw_lane_push (GwLane *self, GTask *task, GwLaneWork work, GDestroyNotify result_free)
{
  Item item = { .work = work,
                .owner = g_task_get_source_object (task),
                .data = g_task_get_task_data (task),
                .cancellable = g_task_get_cancellable (task),
                .task = g_object_ref (task),
                .result_free = result_free };

  if (enqueue (self, &item))
    return;
  g_task_return_new_error (task, GW_ERROR, GW_ERROR_CANCELLED, "The file is closed");
  g_object_unref (task);
}

gpointer
gw_lane_call (GwLane *self, GwLaneWork work, gpointer owner, gpointer data,
              GCancellable *cancellable, GError **error)
{
  Waiter waiter = { 0 };
  Item item = {
    .work = work, .owner = owner, .data = data, .cancellable = cancellable, .waiter = &waiter
  };

  g_assert (g_thread_self () != self->thread);
  g_mutex_init (&waiter.lock);
  g_cond_init (&waiter.done_changed);
  if (enqueue (self, &item))
    {
      g_mutex_lock (&waiter.lock);
      while (!waiter.done)
        g_cond_wait (&waiter.done_changed, &waiter.lock);
      g_mutex_unlock (&waiter.lock);
    }
  else
    waiter.error = g_error_new_literal (GW_ERROR, GW_ERROR_CANCELLED, "The file is closed");
  g_mutex_clear (&waiter.lock);
  g_cond_clear (&waiter.done_changed);
  if (waiter.error != NULL)
    g_propagate_error (error, waiter.error);
  return waiter.result;
}

void
gw_lane_refuse (GwLane *self)
{
  g_atomic_int_set (&self->refusing, 1);
}

void
gw_lane_stop (GwLane *self)
{
  GThread *thread;
  gboolean was_closed;

  g_mutex_lock (&self->lock);
  was_closed = self->closed;
  self->closed = TRUE;
  thread = g_steal_pointer (&self->thread);
  if (!was_closed)
    g_async_queue_push (self->queue, g_new0 (Item, 1));
  g_mutex_unlock (&self->lock);
  if (thread == g_thread_self ())
    {
      /* The last reference to the owner went away with a task that this lane had just answered. */
      self->orphaned = TRUE;
      g_thread_unref (thread);
    }
  else if (thread != NULL)
    g_thread_join (thread);
}

void
gw_lane_free (GwLane *self)
{
  if (self == NULL)
    return;
  gw_lane_stop (self);
  if (!self->orphaned)
    destroy (self);
}
