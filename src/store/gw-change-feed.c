/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The feed is a queue of commits under one lock. Numbers follow each other, so a commit is found by
 * counting.
 */
#include "config.h"

#include "gw-change-feed.h"

/* Beyond this, old commits go before there are 512 of them: an import is not kept in memory. */
#define MAX_KEPT_BYTES (16 * 1024 * 1024)

struct _GwChangeFeed
{
  GObject parent_instance;
  GMainContext *context; /* constant */
  GMutex lock;           /* guards the rest */
  GQueue commits;        /* Kept */
  gsize n_bytes;
  guint64 last;
  gboolean nudge_waits;
};

typedef struct
{
  GwCommit *commit;
  gsize n_bytes;
} Kept;

enum
{
  NUDGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwChangeFeed, gw_change_feed, G_TYPE_OBJECT)

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  gw_commit_unref (kept->commit);
  g_free (kept);
}

static void
gw_change_feed_finalize (GObject *object)
{
  GwChangeFeed *self = GW_CHANGE_FEED (object);

  g_queue_clear_full (&self->commits, kept_free);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (gw_change_feed_parent_class)->finalize (object);
}

static void
gw_change_feed_class_init (GwChangeFeedClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gw_change_feed_finalize;
  signals[NUDGED] = g_signal_new ("nudged", GW_TYPE_CHANGE_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
gw_change_feed_init (GwChangeFeed *self)
{
  g_mutex_init (&self->lock);
  g_queue_init (&self->commits);
  self->context = g_main_context_ref_thread_default ();
}

GwChangeFeed *
gw_change_feed_new (guint64 last_sequence)
{
  GwChangeFeed *self = g_object_new (GW_TYPE_CHANGE_FEED, NULL);

  self->last = last_sequence;
  return self;
}

static gboolean
on_nudge (gpointer data)
{
  GwChangeFeed *self = data;

  g_mutex_lock (&self->lock);
  self->nudge_waits = FALSE;
  g_mutex_unlock (&self->lock);
  g_signal_emit (self, signals[NUDGED], 0);
  return G_SOURCE_REMOVE;
}

/* Under the lock. */
static void
nudge (GwChangeFeed *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->nudge_waits)
    return;
  self->nudge_waits = TRUE;
  source = g_idle_source_new ();
  /* Before the next frame is drawn, after input. */
  g_source_set_priority (source, G_PRIORITY_HIGH_IDLE);
  g_source_set_callback (source, on_nudge, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static gsize
measure (GwCommit *commit)
{
  gsize n_bytes = 256;

  for (guint i = 0; i < gw_commit_get_n_entries (commit); i++)
    {
      const GwCommitEntry *entry = gw_commit_get_entry (commit, i);

      n_bytes += gw_record_get_size (entry->after);
      if (entry->before != NULL)
        n_bytes += gw_record_get_size (entry->before);
    }
  return n_bytes;
}

void
gw_change_feed_publish (GwChangeFeed *self, GwCommit *commit)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->commit = gw_commit_ref (commit);
  kept->n_bytes = measure (commit);
  g_mutex_lock (&self->lock);
  g_assert (gw_commit_get_info (commit)->sequence == self->last + 1);
  self->last++;
  self->n_bytes += kept->n_bytes;
  g_queue_push_tail (&self->commits, kept);
  while (self->commits.length > GW_CHANGE_FEED_KEPT ||
         (self->n_bytes > MAX_KEPT_BYTES && self->commits.length > 1))
    {
      Kept *oldest = g_queue_pop_head (&self->commits);

      self->n_bytes -= oldest->n_bytes;
      kept_free (oldest);
    }
  nudge (self);
  g_mutex_unlock (&self->lock);
}

void
gw_change_feed_forget (GwChangeFeed *self, guint64 last_sequence)
{
  g_mutex_lock (&self->lock);
  g_queue_clear_full (&self->commits, kept_free);
  self->n_bytes = 0;
  self->last = last_sequence;
  nudge (self);
  g_mutex_unlock (&self->lock);
}

GPtrArray *
gw_change_feed_pull (GwChangeFeed *self, guint64 after, gboolean *out_gap)
{
  GPtrArray *commits = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_commit_unref);

  g_mutex_lock (&self->lock);
  /* A number from the future is one of another file: what was fetched is not to be trusted. */
  *out_gap = after > self->last || self->last - after > self->commits.length;
  if (!*out_gap)
    {
      GList *link = g_queue_peek_nth_link (&self->commits,
                                           self->commits.length - (guint) (self->last - after));

      for (; link != NULL; link = link->next)
        g_ptr_array_add (commits, gw_commit_ref (((Kept *) link->data)->commit));
    }
  g_mutex_unlock (&self->lock);
  return commits;
}

guint64
gw_change_feed_get_last (GwChangeFeed *self)
{
  guint64 last;

  g_mutex_lock (&self->lock);
  last = self->last;
  g_mutex_unlock (&self->lock);
  return last;
}
