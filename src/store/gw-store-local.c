/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small settings of a team on this laptop.
 */
#include "config.h"

#include "gw-store-draft.h"

#include "gw-store-private.h"

typedef struct
{
  char *key;
  char *text;
} Setting;

static void
setting_free (gpointer data)
{
  Setting *self = data;

  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static Setting *
make_setting (const char *key, const char *text)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->key = g_strdup (key);
  setting->text = g_strdup (text);
  return setting;
}

static gpointer
do_put (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  const Setting *setting = data;
  const char *sql = setting->text != NULL
                        ? "INSERT OR REPLACE INTO gw_local (key, text) VALUES (?1, ?2)"
                        : "DELETE FROM gw_local WHERE key = ?1";
  sqlite3_stmt *statement = gw_sql_get (self->writer, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, setting->key, -1, SQLITE_STATIC);
  if (setting->text != NULL)
    sqlite3_bind_text (statement, 2, setting->text, -1, SQLITE_STATIC);
  return GINT_TO_POINTER (gw_sql_run (self->writer, statement, error));
}

void
gw_store_put_local_async (GwStore *self, const char *key, const char *text,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self) && key != NULL);
  if (!gw_store_refuse_async (self, gw_store_put_local_async, callback, user_data))
    gw_store_run_async (self, GW_STORE_WRITER, gw_store_put_local_async, do_put,
                        make_setting (key, text), setting_free, NULL, cancellable, callback,
                        user_data);
}

gboolean
gw_store_put_local_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_put_local_async, error) != NULL;
}

gboolean
gw_store_put_local_sync (GwStore *self, const char *key, const char *text,
                         GCancellable *cancellable, GError **error)
{
  Setting setting = { (char *) key, (char *) text };

  g_return_val_if_fail (GW_IS_STORE (self) && key != NULL, FALSE);
  if (gw_store_refuse_writing (self, error))
    return FALSE;
  return gw_store_run_sync (self, GW_STORE_WRITER, do_put, &setting, cancellable, error) != NULL;
}

static gpointer
do_get (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  const Setting *setting = data;
  sqlite3_stmt *statement = gw_sql_get (self->reader, "SELECT text FROM gw_local WHERE key = ?",
                                        error);
  GwSqlStep step;
  char *text = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, setting->key, -1, SQLITE_STATIC);
  step = gw_sql_step (self->reader, statement, error);
  if (step == GW_SQL_ROW)
    text = gw_sql_column_dup_text (statement, 0);
  else if (step == GW_SQL_DONE)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_NOT_FOUND, "There is no such setting");
  sqlite3_reset (statement);
  return text;
}

void
gw_store_get_local_async (GwStore *self, const char *key, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_STORE (self) && key != NULL);
  gw_store_run_async (self, GW_STORE_READER, gw_store_get_local_async, do_get,
                      make_setting (key, NULL), setting_free, g_free, cancellable, callback,
                      user_data);
}

char *
gw_store_get_local_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_get_local_async, error);
}

char *
gw_store_get_local_sync (GwStore *self, const char *key, GCancellable *cancellable, GError **error)
{
  Setting setting = { (char *) key, NULL };

  g_return_val_if_fail (GW_IS_STORE (self) && key != NULL, NULL);
  return gw_store_run_sync (self, GW_STORE_READER, do_get, &setting, cancellable, error);
}
