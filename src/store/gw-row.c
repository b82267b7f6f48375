/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading is distrustful: the file may be damaged or made by somebody else, so every column's type
 * and length is looked at before its bytes are.
 */
#include "config.h"

#include "gw-row.h"

#include <string.h>

#define ID_BYTES ((int) sizeof (GwId))

gint64
gw_row_pack_point (GwGeoPoint point)
{
  return (gint64) point.latitude * G_GINT64_CONSTANT (0x100000000) +
         ((gint64) point.longitude + G_GINT64_CONSTANT (0x80000000));
}

GwGeoPoint
gw_row_unpack_point (gint64 packed)
{
  guint32 low = (guint32) ((guint64) packed & 0xffffffffu);

  return (GwGeoPoint){
    .latitude = (gint32) ((packed - (gint64) low) / G_GINT64_CONSTANT (0x100000000)),
    .longitude = (gint32) ((gint64) low - G_GINT64_CONSTANT (0x80000000)),
  };
}

void
gw_row_bind (sqlite3_stmt *statement, int index, const GwFieldValue *value)
{
  switch (value->form)
    {
    case GW_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, index, value->integer);
      break;
    case GW_VALUE_TEXT:
      gw_sql_bind_text (statement, index, value->text);
      break;
    case GW_VALUE_ID:
      gw_sql_bind_id (statement, index, value->id);
      break;
    case GW_VALUE_IDS:
      sqlite3_bind_blob (statement, index, value->ids, (int) value->n_ids * ID_BYTES,
                         SQLITE_TRANSIENT);
      break;
    case GW_VALUE_POINT:
      sqlite3_bind_int64 (statement, index, gw_row_pack_point (value->point));
      break;
    case GW_VALUE_EMPTY:
    default:
      sqlite3_bind_null (statement, index);
    }
}

/* Columns are taken as values: asking the statement for each of type, length and bytes goes through
 * a lock and an error check every time. Only one thread uses the connection, so they may be read. */
static gboolean
has_type (sqlite3_value *value, GwValueForm form)
{
  int type = sqlite3_value_type (value);

  switch (form)
    {
    case GW_VALUE_INTEGER:
    case GW_VALUE_POINT:
      return type == SQLITE_INTEGER;
    case GW_VALUE_TEXT:
      return type == SQLITE_TEXT;
    case GW_VALUE_ID:
      return type == SQLITE_BLOB && sqlite3_value_bytes (value) == ID_BYTES;
    case GW_VALUE_IDS:
      return type == SQLITE_BLOB && sqlite3_value_bytes (value) % ID_BYTES == 0;
    case GW_VALUE_EMPTY:
    default:
      return FALSE;
    }
}

static GwFieldValue
read_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  GwFieldValue value = GW_FIELD_VALUE_INIT;

  if (text == NULL || *text == '\0')
    return value;
  value.form = GW_VALUE_TEXT;
  value.text = g_utf8_make_valid (text, -1);
  return value;
}

/* A copy, because a blob's bytes have no alignment. */
static GwFieldValue
read_ids (sqlite3_value *value)
{
  const void *bytes = sqlite3_value_blob (value);
  gsize n_bytes = (gsize) sqlite3_value_bytes (value);
  g_autofree GwId *ids = g_memdup2 (bytes, n_bytes);

  return gw_field_value_ids (ids, (guint) (n_bytes / sizeof (GwId)));
}

gboolean
gw_row_read_value (sqlite3_stmt *statement, int column, const GwField *field,
                   GwFieldValue *out_value)
{
  GwValueForm form = gw_field_get_form (field);
  GwId id;

  *out_value = (GwFieldValue) GW_FIELD_VALUE_INIT;
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return TRUE;
  if (!has_type (sqlite3_column_value (statement, column), form))
    return FALSE;
  if (form == GW_VALUE_INTEGER)
    *out_value = gw_field_value_integer (sqlite3_column_int64 (statement, column));
  else if (form == GW_VALUE_POINT)
    *out_value = gw_field_value_point (
        gw_row_unpack_point (sqlite3_column_int64 (statement, column)));
  else if (form == GW_VALUE_TEXT)
    *out_value = read_text (statement, column);
  else if (form == GW_VALUE_IDS)
    *out_value = read_ids (sqlite3_column_value (statement, column));
  else if (gw_sql_column_id (statement, column, &id))
    *out_value = gw_field_value_id (id);
  return TRUE;
}

/* As gw_row_read_value(), straight into the record: the way 100,000 rows are loaded. */
static gboolean
read_field (sqlite3_value *value, guint field, GwValueForm form, GwRecordBuilder *builder)
{
  GwId id;
  const char *text;

  if (form == GW_VALUE_INTEGER)
    gw_record_builder_set_integer (builder, field, sqlite3_value_int64 (value));
  else if (form == GW_VALUE_ID)
    {
      memcpy (&id, sqlite3_value_blob (value), sizeof id);
      gw_record_builder_set_id (builder, field, id);
    }
  else if (form == GW_VALUE_POINT)
    gw_record_builder_set_point (builder, field, gw_row_unpack_point (sqlite3_value_int64 (value)));
  else if (form == GW_VALUE_TEXT)
    {
      text = (const char *) sqlite3_value_text (value);
      if (text == NULL || !g_utf8_validate (text, -1, NULL))
        return FALSE;
      gw_record_builder_set_text (builder, field, text, -1);
    }
  else
    {
      g_auto (GwFieldValue) ids = read_ids (value);
      gw_record_builder_set_ids (builder, field, ids.ids, ids.n_ids);
    }
  return TRUE;
}

static GwRecord *
refuse_row (const GwTable *table, const char *what, GError **error)
{
  g_set_error (error, GW_ERROR, GW_ERROR_CORRUPT, "A row of \"%s\" is damaged: %s",
               table->type->key, what);
  return NULL;
}

GwRecord *
gw_row_read (const GwTable *table, sqlite3_stmt *statement, GwRecordBuilder *builder,
             GError **error)
{
  const GwRecordType *type = table->type;
  g_autofree char *extra = NULL;
  GwId id;

  if (!gw_sql_column_id (statement, 0, &id) || gw_id_is_none (id))
    return refuse_row (table, "its id", error);
  for (guint i = 0; i < type->n_fields; i++)
    {
      sqlite3_value *value = sqlite3_column_value (statement, (int) i + GW_TABLE_FIRST_FIELD);
      GwValueForm form;

      if (sqlite3_value_type (value) == SQLITE_NULL)
        continue;
      form = gw_field_get_form (&type->fields[i]);
      if (!has_type (value, form) || !read_field (value, i, form, builder))
        {
          gw_record_unref (gw_record_builder_end (builder, id));
          return refuse_row (table, type->fields[i].key, error);
        }
    }
  gw_record_builder_set_deleted (builder, sqlite3_column_int (statement, 1) != 0);
  if (sqlite3_column_type (statement, 2) != SQLITE_NULL)
    {
      extra = gw_sql_column_dup_text (statement, 2);
      gw_record_builder_set_extra (builder, extra);
    }
  return gw_record_builder_end (builder, id);
}
