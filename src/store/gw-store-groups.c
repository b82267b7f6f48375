/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The newest groups of commits, for undo lists that survive a restart.
 */
#include "config.h"

#include "gw-store-history.h"

#include "gw-change-log.h"
#include "gw-store-private.h"

void
gw_group_info_free (GwGroupInfo *self)
{
  g_free (self->label);
  g_free (self);
}

/* The bare columns are those of the group's first commit: SQLite promises that beside one min(). */
#define SELECT_GROUPS                                                                              \
  "SELECT act, CASE WHEN count (label) = count (*) THEN label END, author, role, undone_act, min " \
  "(sequence), count (*),"                                                                         \
  " (SELECT max (sequence) FROM gw_commit AS l WHERE l.act = g.act),"                              \
  " (SELECT max (instant) FROM gw_commit AS l WHERE l.act = g.act),"                               \
  " (SELECT max (ends_act) FROM gw_commit AS l WHERE l.act = g.act)"                               \
  " FROM gw_commit AS g WHERE act IN (%s) GROUP BY act ORDER BY 8 DESC LIMIT ?1"

/* Only the newest commits are looked through: a group of an import has one slice in 500 records. */
#define SELECT_RECENT "SELECT act FROM gw_commit ORDER BY sequence DESC LIMIT ?1 * 20 + 1000"

static GwGroupInfo *
read_group (sqlite3_stmt *statement)
{
  GwGroupInfo *info = g_new0 (GwGroupInfo, 1);

  gw_sql_column_id (statement, 0, &info->group);
  if (sqlite3_column_type (statement, 1) != SQLITE_NULL)
    info->label = gw_sql_column_dup_text (statement, 1);
  gw_sql_column_id (statement, 2, &info->author);
  info->role = gw_change_log_read_role (statement, 3);
  gw_sql_column_id (statement, 4, &info->undone_group);
  info->first_sequence = (guint64) sqlite3_column_int64 (statement, 5);
  info->n_commits = (guint) sqlite3_column_int (statement, 6);
  info->last_sequence = (guint64) sqlite3_column_int64 (statement, 7);
  info->instant.value = sqlite3_column_int64 (statement, 8);
  info->finished = sqlite3_column_int (statement, 9) != 0;
  return info;
}

static GPtrArray *
read_groups (GwStore *self, guint limit, GError **error)
{
  g_autoptr (GPtrArray)
      groups = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_group_info_free);
  g_autofree char *sql = g_strdup_printf (SELECT_GROUPS, SELECT_RECENT);
  sqlite3_stmt *statement = gw_sql_get (self->reader, sql, error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit);
  while ((step = gw_sql_step (self->reader, statement, error)) == GW_SQL_ROW)
    g_ptr_array_add (groups, read_group (statement));
  return step == GW_SQL_DONE ? g_steal_pointer (&groups) : NULL;
}

static gpointer
do_list (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  guint64 sequence;
  GPtrArray *groups;

  if (!gw_store_begin_read (owner, cancellable, &sequence, error))
    return NULL;
  groups = read_groups (owner, GPOINTER_TO_UINT (data), error);
  gw_store_end_read (owner);
  return groups;
}

void
gw_store_list_groups_async (GwStore *self, guint limit, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self) && limit >= 1 && limit <= 10000);
  gw_store_run_async (self, GW_STORE_READER, gw_store_list_groups_async, do_list,
                      GUINT_TO_POINTER (limit), NULL, (GDestroyNotify) g_ptr_array_unref,
                      cancellable, callback, user_data);
}

GPtrArray *
gw_store_list_groups_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_list_groups_async, error);
}

GPtrArray *
gw_store_list_groups_sync (GwStore *self, guint limit, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GW_IS_STORE (self) && limit >= 1 && limit <= 10000, NULL);
  return gw_store_run_sync (self, GW_STORE_READER, do_list, GUINT_TO_POINTER (limit), cancellable,
                            error);
}
