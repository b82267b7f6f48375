/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Kept drafts. Written on the writer's lane without a commit: they are nobody's business but this
 * laptop's.
 */
#include "config.h"

#include "gw-store-draft.h"

#include "gw-store-private.h"

void
gw_kept_draft_free (GwKeptDraft *self)
{
  g_free (self->text);
  g_free (self);
}

/* Which draft; @text NULL drops it. */
typedef struct
{
  const GwRecordType *type;
  GwId record_id;
  char *text;
} Place;

static void
place_free (gpointer data)
{
  Place *self = data;

  g_free (self->text);
  g_free (self);
}

static Place *
make_place (const GwRecordType *type, GwId record_id, const char *text)
{
  Place *place = g_new0 (Place, 1);

  place->type = type;
  place->record_id = record_id;
  place->text = g_strdup (text);
  return place;
}

static gpointer
do_write (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  const Place *place = data;
  const char *sql = place->text != NULL
                        ? "INSERT OR REPLACE INTO gw_draft (type, record, instant, text)"
                          " VALUES (?1, ?2, ?3, ?4)"
                        : "DELETE FROM gw_draft WHERE type = ?1 AND record = ?2";
  sqlite3_stmt *statement = gw_sql_get (self->writer, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, place->type->key, -1, SQLITE_STATIC);
  gw_sql_bind_id (statement, 2, place->record_id);
  if (place->text != NULL)
    {
      sqlite3_bind_int64 (statement, 3, gw_clock_get_now (self->clock).value);
      sqlite3_bind_text (statement, 4, place->text, -1, SQLITE_STATIC);
    }
  return GINT_TO_POINTER (gw_sql_run (self->writer, statement, error));
}

static void
write_async (GwStore *self, gpointer tag, Place *place, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer user_data)
{
  if (gw_store_refuse_async (self, tag, callback, user_data))
    place_free (place);
  else
    gw_store_run_async (self, GW_STORE_WRITER, tag, do_write, place, place_free, NULL, cancellable,
                        callback, user_data);
}

static gboolean
write_sync (GwStore *self, const GwRecordType *type, GwId record_id, const char *text,
            GCancellable *cancellable, GError **error)
{
  Place place = { type, record_id, (char *) text };

  if (gw_store_refuse_writing (self, error))
    return FALSE;
  return gw_store_run_sync (self, GW_STORE_WRITER, do_write, &place, cancellable, error) != NULL;
}

void
gw_store_keep_draft_async (GwStore *self, const GwRecordType *type, GwId record_id,
                           const char *text, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self) && type != NULL && text != NULL);
  write_async (self, gw_store_keep_draft_async, make_place (type, record_id, text), cancellable,
               callback, user_data);
}

gboolean
gw_store_keep_draft_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_keep_draft_async, error) != NULL;
}

gboolean
gw_store_keep_draft_sync (GwStore *self, const GwRecordType *type, GwId record_id, const char *text,
                          GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GW_IS_STORE (self) && type != NULL && text != NULL, FALSE);
  return write_sync (self, type, record_id, text, cancellable, error);
}

void
gw_store_drop_draft_async (GwStore *self, const GwRecordType *type, GwId record_id,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self) && type != NULL);
  write_async (self, gw_store_drop_draft_async, make_place (type, record_id, NULL), cancellable,
               callback, user_data);
}

gboolean
gw_store_drop_draft_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_drop_draft_async, error) != NULL;
}

gboolean
gw_store_drop_draft_sync (GwStore *self, const GwRecordType *type, GwId record_id,
                          GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GW_IS_STORE (self) && type != NULL, FALSE);
  return write_sync (self, type, record_id, NULL, cancellable, error);
}

/* Drafts of types this program does not know stay where they are. */
static void
add_draft (GwStore *self, sqlite3_stmt *statement, GPtrArray *drafts)
{
  g_autofree char *key = gw_sql_column_dup_text (statement, 0);
  const GwRecordType *type = gw_store_find_type (self, key);
  GwKeptDraft *draft;

  if (type == NULL)
    return;
  draft = g_new0 (GwKeptDraft, 1);
  draft->type = type;
  gw_sql_column_id (statement, 1, &draft->record_id);
  draft->instant.value = sqlite3_column_int64 (statement, 2);
  draft->text = gw_sql_column_dup_text (statement, 3);
  g_ptr_array_add (drafts, draft);
}

static gpointer
do_list (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  g_autoptr (GPtrArray)
      drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_kept_draft_free);
  sqlite3_stmt *statement = gw_sql_get (
      self->reader,
      "SELECT type, record, instant, text FROM gw_draft ORDER BY instant DESC, record", error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return NULL;
  while ((step = gw_sql_step (self->reader, statement, error)) == GW_SQL_ROW)
    add_draft (self, statement, drafts);
  return step == GW_SQL_DONE ? g_steal_pointer (&drafts) : NULL;
}

void
gw_store_list_drafts_async (GwStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self));
  gw_store_run_async (self, GW_STORE_READER, gw_store_list_drafts_async, do_list, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
gw_store_list_drafts_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_list_drafts_async, error);
}

GPtrArray *
gw_store_list_drafts_sync (GwStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GW_IS_STORE (self), NULL);
  return gw_store_run_sync (self, GW_STORE_READER, do_list, NULL, cancellable, error);
}

static gpointer
do_get (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  const Place *place = data;
  sqlite3_stmt *statement = gw_sql_get (
      self->reader, "SELECT text FROM gw_draft WHERE type = ? AND record = ?", error);
  GwSqlStep step;
  char *text = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, place->type->key, -1, SQLITE_STATIC);
  gw_sql_bind_id (statement, 2, place->record_id);
  step = gw_sql_step (self->reader, statement, error);
  if (step == GW_SQL_ROW)
    text = gw_sql_column_dup_text (statement, 0);
  else if (step == GW_SQL_DONE)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_NOT_FOUND, "No draft was kept");
  sqlite3_reset (statement);
  return text;
}

void
gw_store_get_draft_async (GwStore *self, const GwRecordType *type, GwId record_id,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self) && type != NULL);
  gw_store_run_async (self, GW_STORE_READER, gw_store_get_draft_async, do_get,
                      make_place (type, record_id, NULL), place_free, g_free, cancellable, callback,
                      user_data);
}

char *
gw_store_get_draft_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_get_draft_async, error);
}

char *
gw_store_get_draft_sync (GwStore *self, const GwRecordType *type, GwId record_id,
                         GCancellable *cancellable, GError **error)
{
  Place place = { type, record_id, NULL };

  g_return_val_if_fail (GW_IS_STORE (self) && type != NULL, NULL);
  return gw_store_run_sync (self, GW_STORE_READER, do_get, &place, cancellable, error);
}
