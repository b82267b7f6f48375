/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading: each call is one snapshot on the reader's lane.
 */
#include "config.h"

#include "gw-store.h"

#include "gw-query-sql.h"
#include "gw-row.h"
#include "gw-store-private.h"

/* What a query comes back with. */
typedef struct
{
  GPtrArray *records;
  guint64 sequence;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

typedef struct
{
  GwQuery *query;
  GwStoreVisit visit;
  gpointer user_data;
  guint64 sequence;
  gboolean sorts_later;
} Scan;

/* Hands each row to the scan's visitor, inside a snapshot. */
static gboolean
visit_rows (GwStore *self, const GwTable *table, const Scan *scan, GError **error)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (table->type);
  g_autofree char *sql = scan->sorts_later ? gw_query_sql_make_unsorted_select (scan->query, table)
                                           : gw_query_sql_make_select (scan->query, table);
  sqlite3_stmt *statement = gw_sql_get (self->reader, sql, error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return FALSE;
  gw_query_sql_bind (scan->query, statement);
  while ((step = gw_sql_step (self->reader, statement, error)) == GW_SQL_ROW)
    {
      g_autoptr (GwRecord) record = gw_row_read (table, statement, builder, error);

      if (record == NULL || !scan->visit (record, scan->user_data))
        {
          sqlite3_reset (statement);
          return record != NULL;
        }
    }
  return step == GW_SQL_DONE;
}

static gpointer
do_scan (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  Scan *scan = data;
  const GwTable *table = gw_store_find_table (self, gw_query_get_record_type (scan->query), error);
  gboolean done;

  if (table == NULL || !gw_store_begin_read (self, cancellable, &scan->sequence, error))
    return NULL;
  done = visit_rows (self, table, scan, error);
  gw_store_end_read (self);
  return GINT_TO_POINTER (done);
}

static gboolean
collect (GwRecord *record, gpointer user_data)
{
  g_ptr_array_add (user_data, gw_record_ref (record));
  return TRUE;
}

static gint
compare_records (gconstpointer a, gconstpointer b, gpointer query)
{
  return gw_query_compare (query, *(GwRecord *const *) a, *(GwRecord *const *) b);
}

/* Ids grow with time, so rows lie nearly or quite in their order. */
static void
sort_by_id (GPtrArray *records, GwQuery *query)
{
  for (guint i = 1; i < records->len; i++)
    if (compare_records (&records->pdata[i - 1], &records->pdata[i], query) > 0)
      {
        g_ptr_array_sort_with_data (records, compare_records, query);
        return;
      }
}

/*
 * Order by id would send SQLite through the index of ids and from there to each row; the rows as they
 * lie, put in order afterwards, take half the time.
 */
static gpointer
do_query (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  Scan scan = { data, collect, records, 0, gw_query_sql_sorts_later (data) };
  Answer *answer;

  if (do_scan (owner, &scan, cancellable, error) == NULL)
    return NULL;
  if (scan.sorts_later)
    sort_by_id (records, data);
  answer = g_new (Answer, 1);
  answer->records = g_steal_pointer (&records);
  answer->sequence = scan.sequence;
  return answer;
}

/* Takes @answer apart. */
static GPtrArray *
open_answer (Answer *answer, guint64 *out_sequence)
{
  GPtrArray *records;

  if (answer == NULL)
    return NULL;
  if (out_sequence != NULL)
    *out_sequence = answer->sequence;
  records = g_steal_pointer (&answer->records);
  answer_free (answer);
  return records;
}

void
gw_store_query_async (GwStore *self, GwQuery *query, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self) && query != NULL);
  gw_store_run_async (self, GW_STORE_READER, gw_store_query_async, do_query, gw_query_ref (query),
                      (GDestroyNotify) gw_query_unref, answer_free, cancellable, callback,
                      user_data);
}

GPtrArray *
gw_store_query_finish (GwStore *self, GAsyncResult *result, guint64 *out_sequence, GError **error)
{
  return open_answer (gw_store_run_finish (self, result, gw_store_query_async, error),
                      out_sequence);
}

GPtrArray *
gw_store_query_sync (GwStore *self, GwQuery *query, guint64 *out_sequence,
                     GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GW_IS_STORE (self) && query != NULL, NULL);
  return open_answer (
      gw_store_run_sync (self, GW_STORE_READER, do_query, query, cancellable, error), out_sequence);
}

gboolean
gw_store_scan_sync (GwStore *self, GwQuery *query, GwStoreVisit visit, gpointer user_data,
                    guint64 *out_sequence, GCancellable *cancellable, GError **error)
{
  Scan scan = { query, visit, user_data, 0, FALSE };
  gboolean done;

  g_return_val_if_fail (GW_IS_STORE (self) && query != NULL && visit != NULL, FALSE);
  done = gw_store_run_sync (self, GW_STORE_READER, do_scan, &scan, cancellable, error) != NULL;
  if (done && out_sequence != NULL)
    *out_sequence = scan.sequence;
  return done;
}

static gboolean
count_rows (GwStore *self, const GwTable *table, GwQuery *query, gint64 *out_n, GError **error)
{
  g_autofree char *sql = gw_query_sql_make_count (query, table);
  sqlite3_stmt *statement = gw_sql_get (self->reader, sql, error);

  if (statement == NULL)
    return FALSE;
  gw_query_sql_bind (query, statement);
  if (gw_sql_step (self->reader, statement, error) != GW_SQL_ROW)
    return FALSE;
  *out_n = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

static gpointer
do_count (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  const GwTable *table = gw_store_find_table (self, gw_query_get_record_type (data), error);
  guint64 sequence;
  gint64 n_rows = 0;
  gboolean done;

  if (table == NULL || !gw_store_begin_read (self, cancellable, &sequence, error))
    return NULL;
  done = count_rows (self, table, data, &n_rows, error);
  gw_store_end_read (self);
  return done ? g_memdup2 (&n_rows, sizeof n_rows) : NULL;
}

static gint64
open_count (gint64 *answer)
{
  g_autofree gint64 *owned = answer;

  return owned != NULL ? *owned : -1;
}

void
gw_store_count_async (GwStore *self, GwQuery *query, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self) && query != NULL);
  gw_store_run_async (self, GW_STORE_READER, gw_store_count_async, do_count, gw_query_ref (query),
                      (GDestroyNotify) gw_query_unref, g_free, cancellable, callback, user_data);
}

gint64
gw_store_count_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return open_count (gw_store_run_finish (self, result, gw_store_count_async, error));
}

gint64
gw_store_count_sync (GwStore *self, GwQuery *query, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GW_IS_STORE (self) && query != NULL, -1);
  return open_count (
      gw_store_run_sync (self, GW_STORE_READER, do_count, query, cancellable, error));
}

typedef struct
{
  const GwRecordType *type;
  GwId id;
} Wanted;

static gpointer
read_one (GwStore *self, const GwTable *table, GwId id, GError **error)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (table->type);
  sqlite3_stmt *statement = gw_sql_get (self->reader, table->select_one, error);
  GwSqlStep step = GW_SQL_FAILED;
  GwRecord *record = NULL;

  if (statement == NULL)
    return NULL;
  gw_sql_bind_id (statement, 1, id);
  step = gw_sql_step (self->reader, statement, error);
  if (step == GW_SQL_ROW)
    record = gw_row_read (table, statement, builder, error);
  else if (step == GW_SQL_DONE)
    g_set_error (error, GW_ERROR, GW_ERROR_NOT_FOUND, "%s: it is not there", table->type->label);
  sqlite3_reset (statement);
  return record;
}

static gpointer
do_get (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  const Wanted *wanted = data;
  const GwTable *table = gw_store_find_table (self, wanted->type, error);
  guint64 sequence;
  GwRecord *record;

  if (table == NULL || !gw_store_begin_read (self, cancellable, &sequence, error))
    return NULL;
  record = read_one (self, table, wanted->id, error);
  gw_store_end_read (self);
  return record;
}

void
gw_store_get_async (GwStore *self, const GwRecordType *type, GwId id, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  const Wanted wanted = { type, id };

  g_return_if_fail (GW_IS_STORE (self) && type != NULL);
  gw_store_run_async (self, GW_STORE_READER, gw_store_get_async, do_get,
                      g_memdup2 (&wanted, sizeof wanted), g_free, (GDestroyNotify) gw_record_unref,
                      cancellable, callback, user_data);
}

GwRecord *
gw_store_get_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_get_async, error);
}

GwRecord *
gw_store_get_sync (GwStore *self, const GwRecordType *type, GwId id, GCancellable *cancellable,
                   GError **error)
{
  Wanted wanted = { type, id };

  g_return_val_if_fail (GW_IS_STORE (self) && type != NULL, NULL);
  return gw_store_run_sync (self, GW_STORE_READER, do_get, &wanted, cancellable, error);
}
