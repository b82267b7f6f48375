/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is typed and not saved: kept on the disk, found again, and known where the disk refuses it.
 * The newest text of a draft stays here until the disk has it.
 */
#include "config.h"

#include "gw-session-private.h"

#include "gw-draft-text.h"
#include "gw-store-draft.h"

#include <glib/gi18n-lib.h>

/** GwTypedDraft: a draft that is on its way to the disk, or that the disk refused. */
typedef struct
{
  GwId id;
  const GwRecordType *type;
  char *text;
  guint64 order;       /* of all that went to the disk, the newest of this draft */
  gboolean is_refused; /* that one was */
} GwTypedDraft;

static void
gw_typed_draft_free (gpointer data)
{
  GwTypedDraft *typed = data;

  g_free (typed->text);
  g_free (typed);
}

GHashTable *
gw_session_new_typed (void)
{
  return g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, NULL, gw_typed_draft_free);
}

/* Said once, not with every key that is typed; @error NULL: it works, so the next failure is new. */
static void
tell_draft_failure (GwSession *self, gboolean *told, const GError *error, const char *sentence)
{
  if (error == NULL || g_error_matches (error, GW_ERROR, GW_ERROR_NOT_FOUND))
    {
      *told = FALSE;
      return;
    }
  g_debug ("%s", error->message);
  if (*told || self->is_closed || g_error_matches (error, GW_ERROR, GW_ERROR_CANCELLED))
    return;
  *told = TRUE;
  g_signal_emit_by_name (self, "drafts-failed", sentence);
}

static void
tell_unreachable (GwSession *self, const GError *error)
{
  tell_draft_failure (self, &self->told_unreachable, error,
                      _ ("What was typed before and not saved could not be read from the disk."));
}

/* Keeping --------------------------------------------------------------------------------- */

/* Whether any draft is refused, or, if @refused is FALSE, whether any is on its way. */
static gboolean
has_typed (GwSession *self, gboolean refused)
{
  GHashTableIter iter;
  gpointer typed;

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, NULL, &typed))
    if (((GwTypedDraft *) typed)->is_refused == refused)
      return TRUE;
  return FALSE;
}

/* Answers those who wait, once the disk has said yes or no to everything. */
static void
answer_keepers (GwSession *self)
{
  GTask *task;

  if (has_typed (self, FALSE))
    return;
  while ((task = g_queue_pop_head (&self->keepers)) != NULL)
    {
      g_task_return_boolean (task, !has_typed (self, TRUE));
      g_object_unref (task);
    }
}

/** GwKeeping: one text on its way. */
typedef struct
{
  GwSession *session;
  GwId id;
  guint64 order;
} GwKeeping;

/* The answer to a text that was dropped, or typed on, says nothing about what there is now. */
static void
note_answer (const GwKeeping *keeping, gboolean is_kept)
{
  GwTypedDraft *typed = g_hash_table_lookup (keeping->session->typed, &keeping->id);

  if (typed == NULL || typed->order != keeping->order)
    return;
  if (is_kept)
    g_hash_table_remove (keeping->session->typed, &keeping->id);
  else
    typed->is_refused = TRUE;
}

static void
on_draft_kept (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autofree GwKeeping *keeping = user_data;
  g_autoptr (GwSession) self = keeping->session;
  g_autoptr (GError) error = NULL;

  gw_store_keep_draft_finish (GW_STORE (store), result, &error);
  note_answer (keeping, error == NULL);
  tell_draft_failure (self, &self->told_unkept, error,
                      g_error_matches (error, GW_ERROR, GW_ERROR_DISK_FULL)
                          ? _ ("The disk is full, so what you type is not kept until you save it. "
                               "Please make some room and save.")
                          : _ ("What you type cannot be kept on the disk just now. "
                               "Please save before you close this."));
  answer_keepers (self);
}

static void
send_typed (GwSession *self, GwTypedDraft *typed)
{
  GwKeeping *keeping = g_new (GwKeeping, 1);

  typed->order = ++self->n_typed;
  typed->is_refused = FALSE;
  *keeping = (GwKeeping){ g_object_ref (self), typed->id, typed->order };
  gw_store_keep_draft_async (self->store, typed->type, typed->id, typed->text, NULL, on_draft_kept,
                             keeping);
}

static void
source_keep_draft (GwRecordSource *source, const GwDraft *draft)
{
  GwSession *self = GW_SESSION (source);
  GwTypedDraft *typed;

  if (self->is_closed || gw_session_is_read_only (self))
    return;
  typed = g_new0 (GwTypedDraft, 1);
  typed->id = gw_draft_get_id (draft);
  typed->type = gw_draft_get_record_type (draft);
  typed->text = gw_draft_to_text (draft);
  g_hash_table_replace (self->typed, &typed->id, typed);
  g_hash_table_remove (self->given_up, &typed->id);
  send_typed (self, typed);
}

/* There may be room by now. */
static void
send_refused (GwSession *self)
{
  GHashTableIter iter;
  gpointer typed;

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, NULL, &typed))
    if (((GwTypedDraft *) typed)->is_refused)
      send_typed (self, typed);
}

void
gw_session_keep_typed_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GW_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, gw_session_keep_typed_async);
  if (self->is_closed)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  g_queue_push_tail (&self->keepers, task);
  send_refused (self);
  g_signal_emit_by_name (self, "drafts-due");
  answer_keepers (self);
}

gboolean
gw_session_keep_typed_finish (GwSession *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), TRUE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
on_draft_dropped (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gw_store_drop_draft_finish (GW_STORE (store), result, &error))
    g_debug ("A draft could not be dropped: %s", error->message);
}

/* It was saved, or is no longer wanted. What is read from the disk meanwhile may not know that yet. */
static void
source_drop_draft (GwRecordSource *source, const GwRecordType *type, GwId id)
{
  GwSession *self = GW_SESSION (source);

  g_hash_table_remove (self->typed, &id);
  g_hash_table_add (self->given_up, g_memdup2 (&id, sizeof id));
  if (!has_typed (self, TRUE))
    self->told_unkept = FALSE;
  if (!self->is_closed && !gw_session_is_read_only (self))
    gw_store_drop_draft_async (self->store, type, id, NULL, on_draft_dropped, NULL);
  answer_keepers (self);
}

/* Finding again --------------------------------------------------------------------------- */

static void
on_draft_got (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *text = gw_store_get_draft_finish (GW_STORE (store), result, &error);
  GwSession *self = g_task_get_source_object (task);
  const GwTypedDraft *typed = g_hash_table_lookup (self->typed, g_task_get_task_data (task));

  tell_unreachable (self, error);
  /* What the disk refused is newer than what it has. */
  if (typed != NULL)
    {
      g_free (text);
      text = g_strdup (typed->text);
    }
  else if (g_hash_table_contains (self->given_up, g_task_get_task_data (task)))
    g_clear_pointer (&text, g_free);
  g_task_return_pointer (task, text, g_free);
}

static void
source_get_draft_async (GwRecordSource *source, const GwRecordType *type, GwId id,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (source, NULL, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  gw_store_get_draft_async (GW_SESSION (source)->store, type, id, NULL, on_draft_got, task);
}

static char *
source_get_draft_finish (GwRecordSource *source, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/** GwNewDraftSearch: drafts, newest first, and the one being looked at. */
typedef struct
{
  const GwRecordType *type;
  GPtrArray *kept;
  guint index;
} GwNewDraftSearch;

static void
gw_new_draft_search_free (gpointer data)
{
  GwNewDraftSearch *search = data;

  g_clear_pointer (&search->kept, g_ptr_array_unref);
  g_free (search);
}

static void look_at_next (GTask *task);

static void
on_drafted_record (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwNewDraftSearch *search = g_task_get_task_data (task);
  const GwKeptDraft *kept = g_ptr_array_index (search->kept, search->index);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwRecord) record = gw_store_get_finish (GW_STORE (store), result, &error);
  GwDraft *draft;

  if (record != NULL || !g_error_matches (error, GW_ERROR, GW_ERROR_NOT_FOUND))
    {
      search->index++;
      look_at_next (task);
      return;
    }
  draft = gw_draft_new_with_id (search->type, kept->record_id);
  gw_draft_apply_text (draft, kept->text);
  g_task_return_pointer (task, draft, (GDestroyNotify) gw_draft_free);
}

static void
look_at_next (GTask *task)
{
  GwSession *self = g_task_get_source_object (task);
  GwNewDraftSearch *search = g_task_get_task_data (task);

  for (; search->index < search->kept->len; search->index++)
    {
      const GwKeptDraft *kept = g_ptr_array_index (search->kept, search->index);

      if (kept->type != search->type || g_hash_table_contains (self->given_up, &kept->record_id))
        continue;
      gw_store_get_async (self->store, kept->type, kept->record_id, NULL, on_drafted_record,
                          g_object_ref (task));
      return;
    }
  g_task_return_pointer (task, NULL, NULL);
}

/* Those that went to the disk in this order. */
static int
compare_typed (gconstpointer a, gconstpointer b)
{
  const GwTypedDraft *typed_a = *(const GwTypedDraft *const *) a;
  const GwTypedDraft *typed_b = *(const GwTypedDraft *const *) b;

  return (typed_a->order > typed_b->order) - (typed_a->order < typed_b->order);
}

/* What the disk refused, or has not answered to yet, is newer than what it has; the newest first.
   An older text of the same draft may stay behind it: the first one is taken. */
static void
put_typed_first (GwSession *self, GPtrArray *kept)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer typed;

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, NULL, &typed))
    g_ptr_array_add (all, typed);
  g_ptr_array_sort (all, compare_typed);
  for (guint i = 0; i < all->len; i++)
    {
      const GwTypedDraft *newer = g_ptr_array_index (all, i);
      GwKeptDraft *draft = g_new0 (GwKeptDraft, 1);

      draft->type = newer->type;
      draft->record_id = newer->id;
      draft->text = g_strdup (newer->text);
      g_ptr_array_insert (kept, 0, draft);
    }
}

static void
on_drafts_listed (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = g_task_get_source_object (task);
  GwNewDraftSearch *search = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  search->kept = gw_store_list_drafts_finish (GW_STORE (store), result, &error);
  tell_unreachable (self, error);
  if (search->kept == NULL)
    search->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_kept_draft_free);
  put_typed_first (self, search->kept);
  look_at_next (task);
}

static void
source_get_new_draft_async (GwRecordSource *source, const GwRecordType *type,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (source, NULL, callback, user_data);
  GwNewDraftSearch *search = g_new0 (GwNewDraftSearch, 1);

  search->type = type;
  g_task_set_task_data (task, search, gw_new_draft_search_free);
  gw_store_list_drafts_async (GW_SESSION (source)->store, NULL, on_drafts_listed, task);
}

static GwDraft *
source_get_new_draft_finish (GwRecordSource *source, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
gw_session_source_init_drafts (GwRecordSourceInterface *iface)
{
  iface->keep_draft = source_keep_draft;
  iface->drop_draft = source_drop_draft;
  iface->get_draft_async = source_get_draft_async;
  iface->get_draft_finish = source_get_draft_finish;
  iface->get_new_draft_async = source_get_new_draft_async;
  iface->get_new_draft_finish = source_get_new_draft_finish;
}
