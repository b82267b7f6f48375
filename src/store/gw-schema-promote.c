/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Unknown fields are JSON members that hold the plain spelling of gw_field_value_to_plain().
 */
#include "config.h"

#include "gw-schema-promote.h"

#include "gw-row.h"

typedef struct
{
  GwId id;
  GwFieldValue value;
} Promoted;

static void
promoted_clear (gpointer data)
{
  gw_field_value_clear (&((Promoted *) data)->value);
}

/* Adds what the current row holds, if it can be a value of @field. */
static void
take_row (sqlite3_stmt *statement, const GwField *field, GArray *found)
{
  g_autofree char *text = gw_sql_column_dup_text (statement, 1);
  Promoted promoted = { GW_ID_NONE, GW_FIELD_VALUE_INIT };

  if (gw_sql_column_id (statement, 0, &promoted.id) &&
      gw_field_value_from_text (field, text, GW_DAY (0), &promoted.value, NULL) &&
      promoted.value.form != GW_VALUE_EMPTY)
    g_array_append_val (found, promoted);
}

static gboolean
find_values (GwSql *sql, const GwTable *table, const GwField *field, GArray *found, GError **error)
{
  g_autofree char *text = g_strdup_printf (
      "SELECT id, json_extract (extra, '$.\"%s\"') FROM \"%s\""
      " WHERE json_valid (extra) AND json_type (extra, '$.\"%s\"') IN"
      " ('text', 'integer', 'real')",
      field->key, table->type->key, field->key);
  sqlite3_stmt *statement = gw_sql_get (sql, text, error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return FALSE;
  while ((step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW)
    take_row (statement, field, found);
  return step == GW_SQL_DONE;
}

static gboolean
run_with (GwSql *sql, const char *text, GwId id, const GwFieldValue *value, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (sql, text, error);

  if (statement == NULL)
    return FALSE;
  gw_sql_bind_id (statement, 1, id);
  if (value != NULL)
    gw_row_bind (statement, 2, value);
  return gw_sql_run (sql, statement, error);
}

static gboolean
put_value (GwSql *sql, const GwTable *table, const GwField *field, const Promoted *promoted,
           GError **error)
{
  const char *type = table->type->key;
  g_autofree char *column = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE id = ?1", type,
                                             field->key);
  g_autofree char *member = g_strdup_printf (
      "INSERT INTO \"%s__%s\" (owner, member) VALUES (?1, ?2)", type, field->key);

  if (!gw_field_is_set (field))
    return run_with (sql, column, promoted->id, &promoted->value, error);
  for (guint i = 0; i < promoted->value.n_ids; i++)
    {
      GwFieldValue one = gw_field_value_id (promoted->value.ids[i]);

      if (!run_with (sql, member, promoted->id, &one, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gw_schema_promote (GwSql *sql, const GwTable *table, guint index, GError **error)
{
  const GwField *field = &table->type->fields[index];
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Promoted));
  g_autofree char *forget = g_strdup_printf (
      "UPDATE \"%s\" SET extra = nullif (json_remove (extra, '$.\"%s\"'), '{}') WHERE id = ?1",
      table->type->key, field->key);

  g_array_set_clear_func (found, promoted_clear);
  if (!find_values (sql, table, field, found, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const Promoted *promoted = &g_array_index (found, Promoted, i);

      if (!put_value (sql, table, field, promoted, error) ||
          !run_with (sql, forget, promoted->id, NULL, error))
        return FALSE;
    }
  return TRUE;
}
