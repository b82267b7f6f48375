/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of attachments, wherever they are. In the log and in drafts any run of 64 hexadecimal
 * digits counts: rather keep one file too many.
 */
#include "config.h"

#include "gw-attachment-use.h"

#include "gw-store-private.h"

#include <string.h>

#define NAME_LENGTH 64

static gboolean
is_digit (char c)
{
  return g_ascii_isdigit (c) || (c >= 'a' && c <= 'f');
}

static void
add_names (GHashTable *used, const char *text)
{
  gsize n_digits = 0;

  for (; text != NULL && *text != '\0'; text++)
    {
      n_digits = is_digit (*text) ? n_digits + 1 : 0;
      if (n_digits == NAME_LENGTH)
        {
          g_hash_table_add (used, g_strndup (text - NAME_LENGTH + 1, NAME_LENGTH));
          n_digits = 0;
        }
    }
}

static gboolean
add_all (GwSql *sql, const char *query, GHashTable *used, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (sql, query, error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return FALSE;
  while ((step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW)
    add_names (used, (const char *) sqlite3_column_text (statement, 0));
  return step == GW_SQL_DONE;
}

static gboolean
add_table (GwSql *sql, const GwTable *table, GHashTable *used, GError **error)
{
  for (guint i = 0; i < table->type->n_fields; i++)
    {
      const GwField *field = &table->type->fields[i];
      g_autofree char *query = NULL;

      if (field->kind != GW_FIELD_ATTACHMENT)
        continue;
      query = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL", field->key,
                               table->type->key, field->key);
      if (!add_all (sql, query, used, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_everything (GwStore *self, GHashTable *used, GError **error)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (!add_table (self->reader, self->tables->pdata[i], used, error))
      return FALSE;
  return add_all (self->reader,
                  "SELECT before FROM gw_change WHERE typeof (before) = 'text'"
                  " AND length (before) >= 64",
                  used, error) &&
         add_all (self->reader, "SELECT text FROM gw_draft", used, error);
}

static gpointer
do_read (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint64 sequence;
  gboolean done;

  if (!gw_store_begin_read (owner, cancellable, &sequence, error))
    return NULL;
  done = add_everything (owner, used, error);
  gw_store_end_read (owner);
  return done ? g_steal_pointer (&used) : NULL;
}

GHashTable *
gw_attachment_use_read (GwStore *store, GCancellable *cancellable, GError **error)
{
  return gw_store_run_sync (store, GW_STORE_READER, do_read, NULL, cancellable, error);
}
