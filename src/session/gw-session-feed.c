/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How items and live lists follow the store. The feed nudges, the session pulls; each commit goes to
 * the items that are alive, then to the lists. A list that cannot tell by itself, or that was left
 * behind by a gap, asks again. Answers may belong to a later or an earlier commit than the one the
 * session is at: the list takes its own number from the answer and catches up by itself.
 */
#include "config.h"

#include "gw-session-private.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-place.h"
#include "gw-skill.h"
#include "gw-team.h"

#define MOST_NAMES 2000

/** GwWatch: a list the session keeps up to date, without keeping it alive. */
typedef struct
{
  GwSession *session;
  GwLiveList *list;
  GCancellable *cancellable;
} GwWatch;

static const GwRecordType *const name_types[GW_SESSION_N_NAME_TYPES] = {
  &gw_colleague_type, &gw_person_type, &gw_skill_type, &gw_place_type, &gw_team_type
};

static void ask (GwWatch *watch);

static void
gw_watch_clear (gpointer data)
{
  GwWatch *watch = data;

  g_cancellable_cancel (watch->cancellable);
  g_clear_object (&watch->cancellable);
}

void
gw_session_watch_free (gpointer watch)
{
  g_rc_box_release_full (watch, gw_watch_clear);
}

static void
on_list_gone (gpointer data, GObject *where_the_list_was)
{
  GwWatch *watch = data;

  watch->list = NULL;
  g_cancellable_cancel (watch->cancellable);
  if (watch->session != NULL)
    g_ptr_array_remove_fast (watch->session->watches, watch);
}

const GwRecordType *const *
gw_session_get_name_types (void)
{
  return name_types;
}

static gboolean
is_name_type (const GwRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_types); i++)
    if (name_types[i] == type)
      return TRUE;
  return FALSE;
}

/* Lets @list follow the commits after its answer. FALSE when it has to ask again. */
static gboolean
catch_up (GwSession *self, GwLiveList *list)
{
  gboolean gap;
  g_autoptr (GPtrArray) commits = gw_change_feed_pull (gw_store_get_feed (self->store),
                                                       gw_live_list_get_sequence (list), &gap);

  if (gap)
    return FALSE;
  for (guint i = 0; i < commits->len; i++)
    if (!gw_live_list_apply (list, g_ptr_array_index (commits, i)))
      return FALSE;
  return TRUE;
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GwWatch *watch = user_data;
  g_autoptr (GError) error = NULL;
  guint64 sequence;
  g_autoptr (GPtrArray)
      records = gw_store_query_finish (GW_STORE (source), result, &sequence, &error);

  if (watch->list != NULL && watch->session != NULL)
    {
      g_autoptr (GwLiveList) list = g_object_ref (watch->list);

      g_clear_object (&watch->cancellable);
      if (records == NULL)
        {
          g_autofree char *sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_READ);
          gw_live_list_fail (list, sentence);
        }
      else
        {
          gw_live_list_reset (list, records, sequence);
          if (watch->session != NULL && !catch_up (watch->session, list))
            ask (watch);
        }
    }
  gw_session_watch_free (watch);
}

static void
ask (GwWatch *watch)
{
  if (watch->cancellable != NULL)
    return;
  watch->cancellable = g_cancellable_new ();
  gw_store_query_async (watch->session->store, gw_live_list_get_query (watch->list),
                        watch->cancellable, on_answer, g_rc_box_acquire (watch));
}

static GwWatch *
find_watch (GwSession *self, GwLiveList *list)
{
  for (guint i = 0; i < self->watches->len; i++)
    {
      GwWatch *watch = g_ptr_array_index (self->watches, i);
      if (watch->list == list)
        return watch;
    }
  return NULL;
}

void
gw_session_update_items (GwSession *self, GwCommit *commit)
{
  guint64 sequence = gw_commit_get_info (commit)->sequence;

  for (guint i = 0; i < gw_commit_get_n_entries (commit); i++)
    {
      const GwRecord *after = gw_commit_get_entry (commit, i)->after;
      GwItem *item = gw_item_table_find (self->items, gw_record_get_id (after));

      if (item != NULL)
        {
          g_autoptr (GwItem) kept = g_object_ref (item);
          gw_item_update (kept, after, sequence);
        }
    }
}

static gboolean
touches_names (GwCommit *commit)
{
  for (guint i = 0; i < gw_commit_get_n_entries (commit); i++)
    if (is_name_type (gw_record_get_record_type (gw_commit_get_entry (commit, i)->after)))
      return TRUE;
  return FALSE;
}

/* A copy of the lists that are alive: callbacks may start and drop lists. */
static GPtrArray *
dup_watches (GwSession *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (gw_session_watch_free);

  for (guint i = 0; i < self->watches->len; i++)
    g_ptr_array_add (copy, g_rc_box_acquire (g_ptr_array_index (self->watches, i)));
  return copy;
}

static void
follow (GwSession *self, GwCommit *commit)
{
  g_autoptr (GPtrArray) watches = dup_watches (self);

  self->sequence = gw_commit_get_info (commit)->sequence;
  g_clear_pointer (&self->first, gw_first_reading_free);
  gw_undo_list_apply (self->undo, gw_commit_get_info (commit), 1);
  gw_session_update_items (self, commit);
  for (guint i = 0; i < watches->len; i++)
    {
      GwWatch *watch = g_ptr_array_index (watches, i);

      if (watch->list != NULL && watch->cancellable == NULL)
        {
          g_autoptr (GwLiveList) list = g_object_ref (watch->list);
          if (!gw_live_list_apply (list, commit))
            ask (watch);
        }
    }
  g_signal_emit_by_name (self, "committed", commit);
}

static void
on_undo_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GwSession *self = GW_SESSION (source);
  g_autoptr (GError) error = NULL;

  if (!gw_session_load_undo_finish (self, result, &error))
    g_debug ("The undo list could not be read: %s", error->message);
}

/* Items that stand in no list have nobody else to ask for them again. */
static void
reload_loose_items (GwSession *self, GPtrArray *watches)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) items = gw_item_table_list (self->items);

  for (guint w = 0; w < watches->len; w++)
    {
      GwLiveList *list = ((GwWatch *) g_ptr_array_index (watches, w))->list;

      for (guint i = 0; list != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
        {
          g_autoptr (GwItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

          g_hash_table_add (listed, item);
        }
    }
  for (guint i = 0; i < items->len; i++)
    if (!g_hash_table_contains (listed, g_ptr_array_index (items, i)))
      gw_session_load_item (self, g_ptr_array_index (items, i));
}

static void
reload_all (GwSession *self)
{
  g_autoptr (GPtrArray) watches = dup_watches (self);

  self->sequence = gw_change_feed_get_last (gw_store_get_feed (self->store));
  for (guint i = 0; i < watches->len; i++)
    {
      GwWatch *watch = g_ptr_array_index (watches, i);
      if (watch->list != NULL)
        ask (watch);
    }
  reload_loose_items (self, watches);
  gw_session_load_undo (self, on_undo_loaded, NULL);
}

void
gw_session_pump (GwSession *self)
{
  gboolean gap;
  gboolean names = FALSE;
  g_autoptr (GPtrArray) commits = NULL;

  if (self->is_closed)
    return;
  commits = gw_change_feed_pull (gw_store_get_feed (self->store), self->sequence, &gap);
  if (gap)
    {
      reload_all (self);
      names = TRUE;
    }
  for (guint i = 0; i < commits->len; i++)
    {
      GwCommit *commit = g_ptr_array_index (commits, i);

      /* A callback of the last commit may have pumped already. */
      if (gw_commit_get_info (commit)->sequence <= self->sequence)
        continue;
      follow (self, commit);
      names = names || touches_names (commit);
    }
  if (commits->len > 0)
    gw_session_notify_undo (self);
  if (names)
    g_signal_emit_by_name (self, "names-changed");
}

static void
on_nudged (GwChangeFeed *feed, GwSession *self)
{
  g_object_ref (self);
  gw_session_pump (self);
  g_object_unref (self);
}

void
gw_session_start_feed (GwSession *self)
{
  GwChangeFeed *feed = gw_store_get_feed (self->store);

  self->sequence = gw_change_feed_get_last (feed);
  self->nudged_id = g_signal_connect (feed, "nudged", G_CALLBACK (on_nudged), self);
}

void
gw_session_stop_feed (GwSession *self)
{
  if (self->nudged_id != 0)
    g_signal_handler_disconnect (gw_store_get_feed (self->store), self->nudged_id);
  self->nudged_id = 0;
  for (guint i = 0; i < self->watches->len; i++)
    {
      GwWatch *watch = g_ptr_array_index (self->watches, i);

      watch->session = NULL;
      g_cancellable_cancel (watch->cancellable);
      if (watch->list != NULL)
        g_object_weak_unref (G_OBJECT (watch->list), on_list_gone, watch);
      watch->list = NULL;
    }
  g_ptr_array_set_size (self->watches, 0);
}

static GwWatch *
add_watch (GwSession *self, GwLiveList *list)
{
  GwWatch *watch = g_rc_box_new0 (GwWatch);

  watch->session = self;
  watch->list = list;
  g_ptr_array_add (self->watches, watch);
  g_object_weak_ref (G_OBJECT (list), on_list_gone, watch);
  return watch;
}

GwLiveList *
gw_session_watch (GwSession *self, GwQuery *query)
{
  g_return_val_if_fail (GW_IS_SESSION (self), NULL);

  GwLiveList *list = gw_live_list_new (query, self->items);
  if (!self->is_closed)
    ask (add_watch (self, list));
  return list;
}

GwLiveList *
gw_session_watch_first (GwSession *self, GwQuery *query)
{
  guint64 sequence = 0;
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);

  if (self->first != NULL && !self->is_closed)
    records = gw_first_reading_take_answer (self->first, query, &sequence);
  if (records == NULL)
    return gw_session_watch (self, query);

  GwLiveList *list = gw_live_list_new (query, self->items);
  GwWatch *watch = add_watch (self, list);
  gw_live_list_reset (list, records, sequence);
  if (!catch_up (self, list))
    ask (watch);
  return list;
}

void
gw_session_reload (GwSession *self, GwLiveList *list)
{
  g_return_if_fail (GW_IS_SESSION (self));

  GwWatch *watch = find_watch (self, list);
  if (watch != NULL && gw_live_list_get_state (list) == GW_LIVE_LIST_FAILED)
    ask (watch);
}

GPtrArray *
gw_session_list_name_queries (void)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_query_unref);

  for (guint i = 0; i < G_N_ELEMENTS (name_types); i++)
    {
      GwQuery *query = gw_query_new (name_types[i]);

      gw_query_set_limit (query, MOST_NAMES);
      g_ptr_array_add (queries, query);
    }
  return queries;
}

void
gw_session_watch_names (GwSession *self)
{
  g_autoptr (GPtrArray) queries = gw_session_list_name_queries ();

  for (guint i = 0; i < queries->len; i++)
    g_ptr_array_add (self->names, gw_session_watch_first (self, g_ptr_array_index (queries, i)));
}

gboolean
gw_session_has_names (GwSession *self)
{
  for (guint i = 0; i < self->names->len; i++)
    if (gw_live_list_get_state (g_ptr_array_index (self->names, i)) == GW_LIVE_LIST_LOADING)
      return FALSE;
  return TRUE;
}
