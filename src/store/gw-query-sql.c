/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Queries as SQL. Values are always bound; only our own table and column names are spliced in.
 */
#include "config.h"

#include "gw-query-sql.h"

#include "gw-row.h"
#include "gw-sql-functions.h"

static char *
make_column (const GwTable *table, guint field)
{
  return g_strdup_printf ("t.\"%s\"", table->type->fields[field].key);
}

static void
append_set_condition (GString *sql, const GwTable *table, const GwCondition *condition)
{
  const char *type = table->type->key;
  const char *key = table->type->fields[condition->field].key;

  if (condition->kind == GW_CONDITION_EQUALS)
    g_string_append_printf (sql, " AND t.id IN (SELECT owner FROM \"%s__%s\" WHERE member = ?)",
                            type, key);
  else
    g_string_append_printf (sql, " AND %s EXISTS (SELECT 1 FROM \"%s__%s\" WHERE owner = t.id)",
                            condition->kind == GW_CONDITION_EMPTY ? "NOT" : "", type, key);
}

static void
append_condition (GString *sql, const GwTable *table, const GwCondition *condition)
{
  g_autofree char *column = make_column (table, condition->field);

  switch (condition->kind)
    {
    case GW_CONDITION_EQUALS:
      g_string_append_printf (sql, " AND %s = ?", column);
      break;
    case GW_CONDITION_BETWEEN:
      g_string_append_printf (sql, " AND %s BETWEEN ? AND ?", column);
      break;
    case GW_CONDITION_EMPTY:
      g_string_append_printf (sql, " AND %s IS NULL", column);
      break;
    case GW_CONDITION_NOT_EMPTY:
      g_string_append_printf (sql, " AND %s IS NOT NULL", column);
      break;
    case GW_CONDITION_CONTAINS:
    default:
      g_string_append_printf (sql, " AND instr (gw_fold (%s), ?) > 0", column);
    }
}

static void
append_where (GString *sql, const GwQuery *query, const GwTable *table)
{
  g_string_append (sql, gw_query_get_with_deleted (query) ? " WHERE 1" : " WHERE t.deleted = 0");
  for (guint i = 0; i < gw_query_get_n_conditions (query); i++)
    {
      const GwCondition *condition = gw_query_get_condition (query, i);

      if (gw_field_is_set (&table->type->fields[condition->field]))
        append_set_condition (sql, table, condition);
      else
        append_condition (sql, table, condition);
    }
}

/* What is sorted by: points and sets only by whether they are there. */
static char *
make_sort_key (const GwTable *table, guint field)
{
  const GwField *row = &table->type->fields[field];
  g_autofree char *column = make_column (table, field);

  if (gw_field_is_set (row))
    return g_strdup_printf ("EXISTS (SELECT 1 FROM \"%s__%s\" WHERE owner = t.id)",
                            table->type->key, row->key);
  if (gw_field_get_form (row) == GW_VALUE_POINT)
    return g_strdup_printf ("%s IS NOT NULL", column);
  if (gw_field_get_form (row) == GW_VALUE_TEXT)
    return g_strdup_printf ("gw_fold (%s)", column);
  return g_steal_pointer (&column);
}

gboolean
gw_query_sql_sorts_later (const GwQuery *query)
{
  return gw_query_get_n_sorts (query) == 0 && gw_query_get_limit (query) == 0;
}

char *
gw_query_sql_make_unsorted_select (const GwQuery *query, const GwTable *table)
{
  GString *sql = g_string_new (table->select);

  append_where (sql, query, table);
  return g_string_free (sql, FALSE);
}

char *
gw_query_sql_make_select (const GwQuery *query, const GwTable *table)
{
  GString *sql = g_string_new (table->select);

  append_where (sql, query, table);
  g_string_append (sql, " ORDER BY ");
  for (guint i = 0; i < gw_query_get_n_sorts (query); i++)
    {
      gboolean descending = FALSE;
      guint field = gw_query_get_sort (query, i, &descending);
      g_autofree char *key = make_sort_key (table, field);

      g_string_append_printf (sql, "%s%s, ", key, descending ? " DESC" : "");
    }
  g_string_append (sql, "t.id");
  if (gw_query_get_limit (query) > 0)
    g_string_append_printf (sql, " LIMIT %u", gw_query_get_limit (query));
  return g_string_free (sql, FALSE);
}

char *
gw_query_sql_make_count (const GwQuery *query, const GwTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT count (*) FROM \"%s\" AS t", table->type->key);
  append_where (sql, query, table);
  return g_string_free (sql, FALSE);
}

void
gw_query_sql_bind (const GwQuery *query, sqlite3_stmt *statement)
{
  int index = 1;

  for (guint i = 0; i < gw_query_get_n_conditions (query); i++)
    {
      const GwCondition *condition = gw_query_get_condition (query, i);

      if (condition->kind == GW_CONDITION_EQUALS)
        gw_row_bind (statement, index++, &condition->value);
      else if (condition->kind == GW_CONDITION_BETWEEN)
        {
          sqlite3_bind_int64 (statement, index++, condition->low);
          sqlite3_bind_int64 (statement, index++, condition->high);
        }
      else if (condition->kind == GW_CONDITION_CONTAINS)
        sqlite3_bind_text (
            statement, index++,
            gw_sql_fold (condition->value.form == GW_VALUE_TEXT ? condition->value.text : ""), -1,
            g_free);
    }
}
