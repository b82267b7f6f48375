/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The commits of one group, rebuilt from the log. Each record the group touched is walked back
 * once; the points where the walk passes a commit of the group become that commit's entries.
 */
#include "config.h"

#include "gw-store-history.h"

#include "gw-log-walk.h"

/* One commit in the making. */
typedef struct
{
  GwCommitInfo info;
  char *label;
  GArray *entries;
} Rebuilt;

static void
clear_entry (gpointer data)
{
  GwCommitEntry *entry = data;

  g_clear_pointer (&entry->before, gw_record_unref);
  g_clear_pointer (&entry->after, gw_record_unref);
}

static void
rebuilt_free (gpointer data)
{
  Rebuilt *self = data;

  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self->label);
  g_free (self);
}

static Rebuilt *
read_commit (sqlite3_stmt *statement, GwId group)
{
  Rebuilt *rebuilt = g_new0 (Rebuilt, 1);

  rebuilt->entries = g_array_new (FALSE, TRUE, sizeof (GwCommitEntry));
  g_array_set_clear_func (rebuilt->entries, clear_entry);
  rebuilt->label = gw_sql_column_dup_text (statement, 3);
  rebuilt->info.sequence = (guint64) sqlite3_column_int64 (statement, 0);
  rebuilt->info.instant.value = sqlite3_column_int64 (statement, 1);
  gw_sql_column_id (statement, 2, &rebuilt->info.author);
  rebuilt->info.label = rebuilt->label;
  rebuilt->info.group = group;
  rebuilt->info.ends_group = sqlite3_column_int (statement, 4) != 0;
  rebuilt->info.role = (GwChangeRole) CLAMP (sqlite3_column_int (statement, 5), 0, GW_CHANGE_REDO);
  gw_sql_column_id (statement, 6, &rebuilt->info.undone_group);
  return rebuilt;
}

static GPtrArray *
read_commits (GwSql *sql, GwId group, GError **error)
{
  g_autoptr (GPtrArray) commits = g_ptr_array_new_with_free_func (rebuilt_free);
  sqlite3_stmt *statement = gw_sql_get (
      sql,
      "SELECT sequence, instant, author, label, ends_act, role, undone_act"
      " FROM gw_commit WHERE act = ? ORDER BY sequence",
      error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return NULL;
  gw_sql_bind_id (statement, 1, group);
  while ((step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW)
    g_ptr_array_add (commits, read_commit (statement, group));
  if (step == GW_SQL_DONE && commits->len == 0)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_NOT_FOUND, "There is no such act");
  return commits->len > 0 && step == GW_SQL_DONE ? g_steal_pointer (&commits) : NULL;
}

static Rebuilt *
find_commit (GPtrArray *commits, guint64 sequence)
{
  for (guint low = 0, high = commits->len; low < high;)
    {
      guint middle = (low + high) / 2;
      Rebuilt *rebuilt = commits->pdata[middle];

      if (rebuilt->info.sequence == sequence)
        return rebuilt;
      if (rebuilt->info.sequence < sequence)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Adds the point the walk has come to as a side of the entry of the commit it is passing. */
static void
note_after (Rebuilt *rebuilt, GwLogWalk *walk)
{
  GwCommitEntry entry = { NULL, gw_log_walk_dup_record (walk) };

  g_array_append_val (rebuilt->entries, entry);
}

static void
note_before (Rebuilt *rebuilt, GwLogWalk *walk)
{
  g_array_index (rebuilt->entries, GwCommitEntry, rebuilt->entries->len - 1).before =
      gw_log_walk_dup_record (walk);
}

static gboolean
walk_back (GwLogWalk *walk, GPtrArray *commits, GError **error)
{
  guint64 oldest = ((Rebuilt *) commits->pdata[0])->info.sequence;
  Rebuilt *passing = NULL;
  GwSqlStep step;

  while ((step = gw_log_walk_next (walk, error)) == GW_SQL_ROW)
    {
      if (passing != NULL && passing->info.sequence != walk->sequence)
        {
          note_before (passing, walk);
          passing = NULL;
        }
      if (walk->sequence < oldest || walk->is_erased)
        break;
      if (passing == NULL)
        {
          passing = find_commit (commits, walk->sequence);
          if (passing != NULL)
            note_after (passing, walk);
        }
      gw_log_walk_undo (walk);
    }
  if (passing != NULL)
    note_before (passing, walk);
  if (walk->is_erased)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_CONFLICT,
                         "The act touched something that was erased since");
  return step != GW_SQL_FAILED && !walk->is_erased;
}

typedef struct
{
  gint64 type;
  GwId id;
} Touched;

static GArray *
read_touched (GwSql *sql, GwId group, GError **error)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (Touched));
  sqlite3_stmt *statement = gw_sql_get (sql,
                                        "SELECT type, record FROM gw_change WHERE sequence IN"
                                        " (SELECT sequence FROM gw_commit WHERE act = ?)"
                                        " GROUP BY type, record ORDER BY min (sequence)",
                                        error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return NULL;
  gw_sql_bind_id (statement, 1, group);
  while ((step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW)
    {
      Touched one = { sqlite3_column_int64 (statement, 0), GW_ID_NONE };

      gw_sql_column_id (statement, 1, &one.id);
      g_array_append_val (touched, one);
    }
  return step == GW_SQL_DONE ? g_steal_pointer (&touched) : NULL;
}

static gboolean
walk_record (GwStore *self, const Touched *touched, GPtrArray *commits, GError **error)
{
  GwTable *table = gw_store_find_table_by_number (self, touched->type);
  g_auto (GwLogWalk) walk = { 0 };

  if (table == NULL)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_CONFLICT,
                           "The act touched records of a kind this program does not know");
      return FALSE;
    }
  return gw_log_walk_begin (&walk, self, table, touched->id, error) &&
         walk_back (&walk, commits, error);
}

static GPtrArray *
rebuild (GwStore *self, GwId group, GError **error)
{
  g_autoptr (GPtrArray) rebuilt = read_commits (self->reader, group, error);
  g_autoptr (GArray) touched = rebuilt ? read_touched (self->reader, group, error) : NULL;
  GPtrArray *commits;

  if (touched == NULL)
    return NULL;
  for (guint i = 0; i < touched->len; i++)
    if (!walk_record (self, &g_array_index (touched, Touched, i), rebuilt, error))
      return NULL;
  commits = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_commit_unref);
  for (guint i = 0; i < rebuilt->len; i++)
    {
      Rebuilt *one = rebuilt->pdata[i];

      g_ptr_array_add (commits, gw_commit_new (&one->info, g_steal_pointer (&one->entries)));
    }
  return commits;
}

static gpointer
do_dup (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  guint64 sequence;
  GPtrArray *commits;

  if (!gw_store_begin_read (owner, cancellable, &sequence, error))
    return NULL;
  commits = rebuild (owner, *(GwId *) data, error);
  gw_store_end_read (owner);
  return commits;
}

void
gw_store_dup_group_async (GwStore *self, GwId group, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self));
  gw_store_run_async (self, GW_STORE_READER, gw_store_dup_group_async, do_dup,
                      g_memdup2 (&group, sizeof group), g_free, (GDestroyNotify) g_ptr_array_unref,
                      cancellable, callback, user_data);
}

GPtrArray *
gw_store_dup_group_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_dup_group_async, error);
}

GPtrArray *
gw_store_dup_group_sync (GwStore *self, GwId group, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GW_IS_STORE (self), NULL);
  return gw_store_run_sync (self, GW_STORE_READER, do_dup, &group, cancellable, error);
}
