/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making and migrating tables, all in one transaction, so that a power cut in between leaves the
 * file as it was. A new field is ADD COLUMN; a renamed one is a step of the configuration.
 */
#include "config.h"

#include "gw-schema.h"

#include "gw-schema-fixed.h"
#include "gw-schema-promote.h"
#include "gw-search-index.h"

#include "gw-value.h"

static gboolean
make_fixed (GwSql *sql, GError **error)
{
  return gw_sql_exec (sql, GW_SCHEMA_FIXED, error) && gw_schema_renew_device (sql, error) &&
         gw_sql_execf (sql, error, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                       GW_SCHEMA_APPLICATION_ID, GW_SCHEMA_VERSION);
}

static gboolean
add_type (GwSql *sql, GwTable *table, GError **error)
{
  const char *key = table->type->key;

  if (!gw_sql_execf (sql, error,
                     "CREATE TABLE \"%s\" (id BLOB PRIMARY KEY NOT NULL, deleted INTEGER NOT NULL,"
                     " clock BLOB NOT NULL, clocks BLOB, extra TEXT) STRICT;"
                     "INSERT INTO gw_type (key, version) VALUES ('%s', 0);",
                     key, key))
    return FALSE;
  table->number = sqlite3_last_insert_rowid (gw_sql_get_handle (sql));
  return TRUE;
}

static gboolean
add_set (GwSql *sql, const char *type, const char *key, GError **error)
{
  return gw_sql_execf (sql, error,
                       "CREATE TABLE \"%s__%s\" (owner BLOB NOT NULL, member BLOB NOT NULL,"
                       " PRIMARY KEY (owner, member)) STRICT, WITHOUT ROWID;"
                       "CREATE INDEX \"%s__%s__member\" ON \"%s__%s\" (member);",
                       type, key, type, key, type, key);
}

static gboolean
add_column (GwSql *sql, const char *type, const GwField *field, GError **error)
{
  if (!gw_sql_execf (sql, error, "ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s", type, field->key,
                     gw_field_get_column_type (field)))
    return FALSE;
  if (field->kind != GW_FIELD_REFERENCE && field->kind != GW_FIELD_DAY)
    return TRUE;
  return gw_sql_execf (sql, error,
                       "CREATE INDEX \"%s__%s\" ON \"%s\" (\"%s\") WHERE \"%s\" IS NOT NULL", type,
                       field->key, type, field->key, field->key);
}

static gboolean
add_field (GwSql *sql, GwTable *table, guint index, GError **error)
{
  const GwField *field = &table->type->fields[index];
  gboolean is_made = gw_field_is_set (field) ? add_set (sql, table->type->key, field->key, error)
                                             : add_column (sql, table->type->key, field, error);

  return is_made &&
         gw_sql_execf (sql, error,
                       "INSERT INTO gw_field (type, number, key, kind) SELECT %" G_GINT64_FORMAT
                       ", 1 + coalesce (max (number), 0), '%s', %d FROM gw_field"
                       " WHERE type = %" G_GINT64_FORMAT,
                       table->number, field->key, field->kind, table->number);
}

static gboolean
rename_set (GwSql *sql, const GwSchemaStep *step, GError **error)
{
  const char *type = step->type_key;

  return gw_sql_execf (sql, error,
                       "DROP INDEX \"%s__%s__member\";"
                       "ALTER TABLE \"%s__%s\" RENAME TO \"%s__%s\";"
                       "CREATE INDEX \"%s__%s__member\" ON \"%s__%s\" (member);",
                       type, step->old_key, type, step->old_key, type, step->new_key, type,
                       step->new_key, type, step->new_key);
}

static gboolean
rename_column (GwSql *sql, const GwSchemaStep *step, const GwField *field, GError **error)
{
  const char *type = step->type_key;

  if (!gw_sql_execf (sql, error,
                     "DROP INDEX IF EXISTS \"%s__%s\";"
                     "ALTER TABLE \"%s\" RENAME COLUMN \"%s\" TO \"%s\";",
                     type, step->old_key, type, step->old_key, step->new_key))
    return FALSE;
  if (field->kind != GW_FIELD_REFERENCE && field->kind != GW_FIELD_DAY)
    return TRUE;
  return gw_sql_execf (sql, error,
                       "CREATE INDEX \"%s__%s\" ON \"%s\" (\"%s\") WHERE \"%s\" IS NOT NULL", type,
                       step->new_key, type, step->new_key, step->new_key);
}

/* Whether the file still has the old name and not the new one. */
static gboolean
is_due (GwSql *sql, const GwTable *table, const GwSchemaStep *step, gint64 *out_due, GError **error)
{
  g_autofree char *query = g_strdup_printf (
      "SELECT sum (CASE key WHEN '%s' THEN 1 WHEN '%s' THEN 2 ELSE 0 END) = 1 FROM gw_field"
      " WHERE type = %" G_GINT64_FORMAT,
      step->old_key, step->new_key, table->number);

  return gw_sql_get_integer (sql, query, 0, out_due, error);
}

static gboolean
do_step (GwSql *sql, const GwTable *table, const GwSchemaStep *step, GError **error)
{
  gint index = gw_record_type_find_field (table->type, step->new_key);
  const GwField *field;
  gint64 due;

  g_assert (index >= 0);
  field = &table->type->fields[index];
  if (!is_due (sql, table, step, &due, error))
    return FALSE;
  if (!due)
    return TRUE;
  if (gw_field_is_set (field) ? !rename_set (sql, step, error)
                              : !rename_column (sql, step, field, error))
    return FALSE;
  return gw_sql_execf (
      sql, error, "UPDATE gw_field SET key = '%s' WHERE key = '%s' AND type = %" G_GINT64_FORMAT,
      step->new_key, step->old_key, table->number);
}

static gboolean
do_steps (GwSql *sql, const GwTable *table, const GwStoreConfig *config, GError **error)
{
  for (guint i = 0; i < config->n_steps; i++)
    if (g_str_equal (config->steps[i].type_key, table->type->key) &&
        !do_step (sql, table, &config->steps[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
update_type (GwSql *sql, GwTable *table, const GwStoreConfig *config, GError **error)
{
  GPtrArray one = { (gpointer[]){ table }, 1 };
  g_autoptr (GError) local_error = NULL;

  if (table->number == 0 && !add_type (sql, table, error))
    return FALSE;
  if (!do_steps (sql, table, config, error))
    return FALSE;
  gw_schema_is_current (sql, &one, &local_error); /* Reads the numbers, after the renames. */
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  for (guint i = 0; i < table->type->n_fields; i++)
    if (table->field_numbers[i] == 0 &&
        (!add_field (sql, table, i, error) || !gw_schema_promote (sql, table, i, error)))
      return FALSE;
  return gw_sql_execf (sql, error,
                       "UPDATE gw_type SET version = %u WHERE number = %" G_GINT64_FORMAT,
                       gw_table_get_version (table->type), table->number);
}

static gboolean
update_all (GwSql *sql, GPtrArray *tables, const GwStoreConfig *config, GError **error)
{
  gboolean is_empty = FALSE;

  if (!gw_schema_recognise (sql, GW_SCHEMA_APPLICATION_ID, &is_empty, error) ||
      (is_empty && !make_fixed (sql, error)))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!update_type (sql, tables->pdata[i], config, error))
      return FALSE;
  return TRUE;
}

gboolean
gw_schema_update (GwSql *sql, GPtrArray *tables, const GwStoreConfig *config, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!gw_sql_exec (sql, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!update_all (sql, tables, config, error))
    {
      gw_sql_rollback (sql);
      return FALSE;
    }
  gw_schema_is_current (sql, tables, &local_error); /* Reads the numbers of what was just made. */
  if (local_error == NULL && gw_search_index_rebuild (sql, tables, &local_error) &&
      gw_sql_exec (sql, "COMMIT", &local_error))
    return TRUE;
  gw_sql_rollback (sql);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
