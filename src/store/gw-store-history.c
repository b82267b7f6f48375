/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The audit view of one record.
 */
#include "config.h"

#include "gw-store-history.h"

#include "gw-log-walk.h"

void
gw_history_entry_free (GwHistoryEntry *self)
{
  g_free (self->label);
  gw_field_value_clear (&self->before);
  gw_field_value_clear (&self->after);
  g_free (self);
}

typedef struct
{
  const GwRecordType *type;
  GwId id;
  guint limit;
} Question;

static GwHistoryKind
get_kind (const GwLogWalk *walk)
{
  if (walk->number != 0)
    return GW_HISTORY_CHANGED;
  switch (walk->event)
    {
    case GW_LOG_MADE:
      return GW_HISTORY_MADE;
    case GW_LOG_DELETED:
      return GW_HISTORY_DELETED;
    case GW_LOG_RESTORED:
      return GW_HISTORY_RESTORED;
    default:
      return GW_HISTORY_ERASED;
    }
}

static gboolean
read_commit (GwSql *sql, GwHistoryEntry *entry, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (sql,
                                        "SELECT instant, author, label, role, undone_act"
                                        " FROM gw_commit WHERE sequence = ?",
                                        error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, (gint64) entry->sequence);
  if (gw_sql_step (sql, statement, error) == GW_SQL_FAILED)
    return FALSE;
  /* A line without its commit (a damaged file) is still shown, by nobody at no time. */
  entry->instant.value = sqlite3_column_int64 (statement, 0);
  gw_sql_column_id (statement, 1, &entry->author);
  entry->label = gw_sql_column_dup_text (statement, 2);
  entry->role = gw_change_log_read_role (statement, 3);
  sqlite3_reset (statement);
  return TRUE;
}

static GwHistoryEntry *
make_entry (GwLogWalk *walk, GError **error)
{
  g_autoptr (GwHistoryEntry) entry = g_new0 (GwHistoryEntry, 1);

  entry->sequence = walk->sequence;
  entry->kind = get_kind (walk);
  entry->field = walk->field;
  entry->sealed = walk->field >= 0 &&
                  walk->table->type->fields[walk->field].kind == GW_FIELD_SEALED;
  if (walk->field >= 0 && !entry->sealed)
    {
      gw_field_value_copy (&walk->before, &entry->before);
      gw_field_value_copy (&walk->values[walk->field], &entry->after);
    }
  return read_commit (walk->sql, entry, error) ? g_steal_pointer (&entry) : NULL;
}

static GPtrArray *
walk_history (GwStore *self, GwTable *table, const Question *question, GError **error)
{
  g_autoptr (GPtrArray)
      entries = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_history_entry_free);
  g_auto (GwLogWalk) walk = { 0 };
  GwSqlStep step = GW_SQL_DONE;

  if (!gw_log_walk_begin (&walk, self, table, question->id, error))
    return NULL;
  while ((question->limit == 0 || entries->len < question->limit) &&
         (step = gw_log_walk_next (&walk, error)) == GW_SQL_ROW)
    {
      GwHistoryEntry *entry;

      if (walk.number != 0 && walk.field < 0)
        continue;
      entry = make_entry (&walk, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
      gw_log_walk_undo (&walk);
    }
  return step != GW_SQL_FAILED ? g_steal_pointer (&entries) : NULL;
}

static gpointer
do_history (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  const Question *question = data;
  GwTable *table = gw_store_find_table (self, question->type, error);
  guint64 sequence;
  GPtrArray *entries;

  if (table == NULL || !gw_store_begin_read (self, cancellable, &sequence, error))
    return NULL;
  entries = walk_history (self, table, question, error);
  gw_store_end_read (self);
  return entries;
}

void
gw_store_history_async (GwStore *self, const GwRecordType *type, GwId id, guint limit,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  const Question question = { type, id, limit };

  g_return_if_fail (GW_IS_STORE (self) && type != NULL);
  gw_store_run_async (self, GW_STORE_READER, gw_store_history_async, do_history,
                      g_memdup2 (&question, sizeof question), g_free,
                      (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
gw_store_history_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_history_async, error);
}

GPtrArray *
gw_store_history_sync (GwStore *self, const GwRecordType *type, GwId id, guint limit,
                       GCancellable *cancellable, GError **error)
{
  Question question = { type, id, limit };

  g_return_val_if_fail (GW_IS_STORE (self) && type != NULL, NULL);
  return gw_store_run_sync (self, GW_STORE_READER, do_history, &question, cancellable, error);
}
