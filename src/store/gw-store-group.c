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
  rebuilt->info.role = gw_change_log_read_role (statement, 5);
  gw_sql_column_id (statement, 6, &rebuilt->info.undone_group);
  return rebuilt;
}

/* What is asked for, and how many commits the group has. */
typedef struct
{
  GwId group;
  guint skip, most;
  guint n_commits;
} Part;

/* The commits of the part that is asked for, newest first. */
static GPtrArray *
read_commits (GwSql *sql, Part *part, GError **error)
{
  g_autoptr (GPtrArray) commits = g_ptr_array_new_with_free_func (rebuilt_free);
  sqlite3_stmt *statement = gw_sql_get (
      sql,
      "SELECT sequence, instant, author, label, ends_act, role, undone_act"
      " FROM gw_commit WHERE act = ? ORDER BY sequence DESC",
      error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return NULL;
  gw_sql_bind_id (statement, 1, part->group);
  for (; (step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW; part->n_commits++)
    if (part->n_commits >= part->skip && (part->most == 0 || commits->len < part->most))
      g_ptr_array_add (commits, read_commit (statement, part->group));
  if (step == GW_SQL_DONE && part->n_commits == 0)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_NOT_FOUND, "There is no such act");
  return part->n_commits > 0 && step == GW_SQL_DONE ? g_steal_pointer (&commits) : NULL;
}

static void
reverse (GPtrArray *commits)
{
  for (guint i = 0; i < commits->len / 2; i++)
    {
      gpointer first = commits->pdata[i];

      commits->pdata[i] = commits->pdata[commits->len - 1 - i];
      commits->pdata[commits->len - 1 - i] = first;
    }
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

static guint64
get_sequence (GPtrArray *commits, guint index)
{
  return ((Rebuilt *) commits->pdata[index])->info.sequence;
}

/* Records that the commits touched, those first that the oldest of them touched. */
static GArray *
read_touched (GwSql *sql, GwId group, GPtrArray *commits, GError **error)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (Touched));
  sqlite3_stmt *statement = gw_sql_get (sql,
                                        "SELECT type, record FROM gw_change WHERE sequence IN"
                                        " (SELECT sequence FROM gw_commit WHERE act = ?1"
                                        " AND sequence BETWEEN ?2 AND ?3)"
                                        " GROUP BY type, record ORDER BY min (sequence)",
                                        error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return NULL;
  gw_sql_bind_id (statement, 1, group);
  sqlite3_bind_int64 (statement, 2, (gint64) get_sequence (commits, 0));
  sqlite3_bind_int64 (statement, 3, (gint64) get_sequence (commits, commits->len - 1));
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

static gboolean
walk_touched (GwStore *self, GwId group, GPtrArray *commits, GError **error)
{
  g_autoptr (GArray) touched = read_touched (self->reader, group, commits, error);

  if (touched == NULL)
    return FALSE;
  for (guint i = 0; i < touched->len; i++)
    if (!walk_record (self, &g_array_index (touched, Touched, i), commits, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
rebuild (GwStore *self, Part *part, GError **error)
{
  g_autoptr (GPtrArray) rebuilt = read_commits (self->reader, part, error);
  GPtrArray *commits;

  if (rebuilt == NULL)
    return NULL;
  reverse (rebuilt);
  if (rebuilt->len > 0 && !walk_touched (self, part->group, rebuilt, error))
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
  Part *part = data;
  guint64 sequence;
  GPtrArray *commits;

  if (!gw_store_begin_read (owner, cancellable, &sequence, error))
    return NULL;
  commits = rebuild (owner, part, error);
  gw_store_end_read (owner);
  return commits;
}

GPtrArray *
gw_store_dup_group_sync (GwStore *self, GwId group, guint skip, guint most, guint *out_n_commits,
                         GCancellable *cancellable, GError **error)
{
  Part part = { .group = group, .skip = skip, .most = most };
  GPtrArray *commits;

  g_return_val_if_fail (GW_IS_STORE (self), NULL);
  commits = gw_store_run_sync (self, GW_STORE_READER, do_dup, &part, cancellable, error);
  if (out_n_commits != NULL)
    *out_n_commits = part.n_commits;
  return commits;
}
