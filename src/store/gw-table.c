/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SQL from a field table. Keys are our own constants, checked here, so they may be spliced in.
 */
#include "config.h"

#include "gw-table.h"

#include "gw-value.h"

#include <string.h>

static gboolean
is_name (const char *key)
{
  if (!g_ascii_islower (key[0]) || strstr (key, "__") != NULL)
    return FALSE;
  for (; *key != '\0'; key++)
    if (!g_ascii_islower (*key) && !g_ascii_isdigit (*key) && *key != '_')
      return FALSE;
  return TRUE;
}

void
gw_table_check_type (const GwRecordType *type)
{
  static const char *const taken[] = { "id", "deleted", "clock", "clocks", "extra", NULL };

  g_assert (is_name (type->key));
  g_assert (!g_str_has_prefix (type->key, "gw_") && !g_str_has_prefix (type->key, "sqlite_"));
  g_assert (type->n_fields >= 1 && type->n_fields <= 64);
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_assert (is_name (type->fields[i].key));
      g_assert (!g_strv_contains (taken, type->fields[i].key));
    }
}

const char *
gw_field_get_column_type (const GwField *field)
{
  switch (gw_field_get_form (field))
    {
    case GW_VALUE_INTEGER:
    case GW_VALUE_POINT:
      return "INTEGER";
    case GW_VALUE_TEXT:
      return "TEXT";
    case GW_VALUE_ID:
      return "BLOB";
    case GW_VALUE_IDS:
      return NULL;
    case GW_VALUE_EMPTY:
    default:
      g_assert_not_reached ();
    }
}

guint
gw_table_get_version (const GwRecordType *type)
{
  guint version = MAX (type->since, 1);

  for (guint i = 0; i < type->n_fields; i++)
    version = MAX (version, type->fields[i].since);
  return version;
}

static char *
make_select (const GwRecordType *type)
{
  GString *sql = g_string_new ("SELECT t.id, t.deleted, t.extra");

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *key = type->fields[i].key;

      if (gw_field_is_set (&type->fields[i]))
        g_string_append_printf (
            sql, ", (SELECT gw_ids (member) FROM \"%s__%s\" WHERE owner = t.id)", type->key, key);
      else
        g_string_append_printf (sql, ", t.\"%s\"", key);
    }
  g_string_append_printf (sql, " FROM \"%s\" AS t", type->key);
  return g_string_free (sql, FALSE);
}

static char *
make_insert (const GwRecordType *type)
{
  g_autoptr (GString) names = g_string_new ("id, deleted, clock, extra");
  g_autoptr (GString) marks = g_string_new ("?, ?, ?, ?");

  for (guint i = 0; i < type->n_fields; i++)
    {
      if (gw_field_is_set (&type->fields[i]))
        continue;
      g_string_append_printf (names, ", \"%s\"", type->fields[i].key);
      g_string_append (marks, ", ?");
    }
  return g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", type->key, names->str, marks->str);
}

static gboolean
is_searchable (const GwRecordType *type)
{
  if (type->audience == GW_AUDIENCE_SEALED_UNTIL_REVEALED)
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & GW_FIELD_SEARCHABLE)
      return TRUE;
  return FALSE;
}

GwTable *
gw_table_new (const GwRecordType *type)
{
  GwTable *self = g_new0 (GwTable, 1);

  gw_table_check_type (type);
  self->type = type;
  self->field_numbers = g_new0 (gint64, type->n_fields);
  self->select = make_select (type);
  self->select_one = g_strconcat (self->select, " WHERE t.id = ?", NULL);
  self->insert = make_insert (type);
  self->is_searchable = is_searchable (type);
  return self;
}

void
gw_table_free (GwTable *self)
{
  g_free (self->field_numbers);
  g_free (self->select);
  g_free (self->select_one);
  g_free (self->insert);
  g_free (self);
}

gint
gw_table_find_field (const GwTable *self, gint64 number)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->field_numbers[i] == number)
      return (gint) i;
  return -1;
}
