/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as CSV. */
#include "config.h"

#include "gw-csv-writer.h"

#include <string.h>

#define MARK "\xef\xbb\xbf"
#define CHUNK 65536

/* OWASP's list of what begins a formula; a plain number is none, whatever its sign. */
static gboolean
is_formula (const char *text)
{
  if (strchr ("=+-@\t\r", *text) == NULL || *text == '\0')
    return FALSE;
  return *text == '=' || *text == '@' || strspn (text + 1, "0123456789.") != strlen (text + 1) ||
         text[1] == '\0';
}

void
gw_csv_append_cell (GString *line, const char *text)
{
  gboolean formula = is_formula (text);

  if (!formula && strpbrk (text, ",;\"\r\n\t") == NULL && *text != ' ')
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  if (formula)
    g_string_append_c (line, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *text);
    }
  g_string_append_c (line, '"');
}

static gboolean
is_written (const GwField *field)
{
  return field->kind != GW_FIELD_SEALED && field->kind != GW_FIELD_ATTACHMENT &&
         (field->flags & GW_FIELD_INTERNAL) == 0;
}

void
gw_csv_append_headings (GString *text, const GwRecordType *type)
{
  gw_csv_append_cell (text, "id");
  for (guint f = 0; f < type->n_fields; f++)
    if (is_written (&type->fields[f]))
      {
        g_string_append_c (text, ',');
        gw_csv_append_cell (text, type->fields[f].key);
      }
  g_string_append (text, "\r\n");
}

static char *
dup_name (GwId id, const GwField *field, GwCsvNameFunc name, gpointer data)
{
  char *text = name != NULL ? name (id, field, data) : NULL;

  return text != NULL ? text : gw_id_to_text (id);
}

static char *
dup_names (const GwFieldValue *value, const GwField *field, GwCsvNameFunc name, gpointer data)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < value->n_ids; i++)
    {
      g_autofree char *one = dup_name (value->ids[i], field, name, data);
      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", one);
    }
  return g_string_free (names, FALSE);
}

static char *
dup_hours (gint64 minutes)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (minutes % 60 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, minutes / 60);
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.2f", (gdouble) minutes / 60));
}

static char *
dup_cell (const GwRecord *record, guint field_index, GwCsvNameFunc name, gpointer data)
{
  const GwField *field = &gw_record_get_record_type (record)->fields[field_index];
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  gw_record_get_value (record, field_index, &value);
  if (value.form == GW_VALUE_ID)
    return dup_name (value.id, field, name, data);
  if (value.form == GW_VALUE_IDS)
    return dup_names (&value, field, name, data);
  if (value.form == GW_VALUE_INTEGER && field->kind == GW_FIELD_SPAN &&
      g_strcmp0 (field->unit, "h") == 0)
    return dup_hours (value.integer);
  return gw_field_value_to_plain (&value, field);
}

void
gw_csv_append_record (GString *text, const GwRecord *record, GwCsvNameFunc name, gpointer data)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  g_autofree char *id = gw_id_to_text (gw_record_get_id (record));

  g_string_append (text, id);
  for (guint f = 0; f < type->n_fields; f++)
    if (is_written (&type->fields[f]))
      {
        g_autofree char *cell = dup_cell (record, f, name, data);
        g_string_append_c (text, ',');
        gw_csv_append_cell (text, cell);
      }
  g_string_append (text, "\r\n");
}

gboolean
gw_csv_write (GOutputStream *stream, const GwRecordType *type, GPtrArray *records,
              GwCsvNameFunc name, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = g_string_new (MARK);

  gw_csv_append_headings (text, type);
  for (guint i = 0; i < records->len; i++)
    {
      gw_csv_append_record (text, g_ptr_array_index (records, i), name, data);
      if (text->len < CHUNK)
        continue;
      if (!g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error))
        return FALSE;
      g_string_truncate (text, 0);
    }
  return g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error);
}
