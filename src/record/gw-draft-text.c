/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line a field, escaped so that no value can look like another line. */
#include "config.h"

#include "gw-draft-text.h"

#include <string.h>

static void
append_escaped (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      default:
        g_string_append_c (out, *text);
      }
}

static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text != '\\' || text[1] == '\0')
        g_string_append_c (out, *text);
      else
        {
          text++;
          g_string_append_c (out, *text == 'n' ? '\n' : *text == 'r' ? '\r' : *text);
        }
    }
  return g_string_free (out, FALSE);
}

static void
append_id (GString *out, GwId id, gboolean is_first)
{
  g_autofree char *text = gw_id_to_text (id);

  g_string_append_printf (out, "%s%s", is_first ? "" : " ", text);
}

static void
append_value (GString *out, const GwFieldValue *value)
{
  switch (value->form)
    {
    case GW_VALUE_INTEGER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value->integer);
      break;
    case GW_VALUE_TEXT:
      append_escaped (out, value->text);
      break;
    case GW_VALUE_ID:
      append_id (out, value->id, TRUE);
      break;
    case GW_VALUE_IDS:
      for (guint i = 0; i < value->n_ids; i++)
        append_id (out, value->ids[i], i == 0);
      break;
    case GW_VALUE_POINT:
      g_string_append_printf (out, "%d %d", value->point.latitude, value->point.longitude);
      break;
    case GW_VALUE_EMPTY:
    default:
      break;
    }
}

static void
append_unread (GString *out, const GwDraft *self, guint field)
{
  const char *unread = gw_draft_get_unread (self, field);

  if (unread == NULL)
    return;
  g_string_append_printf (out, "%s?=", gw_draft_get_record_type (self)->fields[field].key);
  append_escaped (out, unread);
  g_string_append_c (out, '\n');
}

char *
gw_draft_to_text (const GwDraft *self)
{
  const GwRecordType *type = gw_draft_get_record_type (self);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    {
      if (type->fields[i].kind == GW_FIELD_SEALED)
        continue;
      if (gw_draft_is_touched (self, i))
        {
          g_string_append_printf (out, "%s=", type->fields[i].key);
          append_value (out, gw_draft_get_value (self, i));
          g_string_append_c (out, '\n');
        }
      append_unread (out, self, i);
    }
  return g_string_free (out, FALSE);
}

static gboolean
read_ids (const char *text, GArray *ids)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      GwId id;

      if (!gw_id_from_text (words[i], &id))
        return FALSE;
      g_array_append_val (ids, id);
    }
  return TRUE;
}

static gboolean
read_point (const char *text, GwGeoPoint *out_point)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  gint64 latitude, longitude;

  if (g_strv_length (words) != 2 ||
      !g_ascii_string_to_signed (words[0], 10, G_MININT32, G_MAXINT32, &latitude, NULL) ||
      !g_ascii_string_to_signed (words[1], 10, G_MININT32, G_MAXINT32, &longitude, NULL))
    return FALSE;
  *out_point = (GwGeoPoint){ (gint32) latitude, (gint32) longitude };
  return TRUE;
}

/* Reads what append_value() wrote; FALSE when it is damaged. */
static gboolean
read_value (GwValueForm form, const char *text, GwFieldValue *out_value)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *plain = NULL;
  GwGeoPoint point;
  gint64 integer;

  switch (form)
    {
    case GW_VALUE_INTEGER:
      if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
        return FALSE;
      *out_value = gw_field_value_integer (integer);
      return TRUE;
    case GW_VALUE_TEXT:
      plain = unescape (text);
      *out_value = gw_field_value_text (plain);
      return g_utf8_validate (plain, -1, NULL);
    case GW_VALUE_ID:
    case GW_VALUE_IDS:
      ids = g_array_new (FALSE, FALSE, sizeof (GwId));
      if (!read_ids (text, ids) || (form == GW_VALUE_ID && ids->len != 1))
        return FALSE;
      *out_value = form == GW_VALUE_ID
                       ? gw_field_value_id (g_array_index (ids, GwId, 0))
                       : gw_field_value_ids ((const GwId *) (gpointer) ids->data, ids->len);
      return TRUE;
    case GW_VALUE_POINT:
      if (!read_point (text, &point))
        return FALSE;
      *out_value = gw_field_value_point (point);
      return TRUE;
    case GW_VALUE_EMPTY:
    default:
      return FALSE;
    }
}

static void
apply_unread (GwDraft *self, const char *key, const char *text)
{
  gint field = gw_record_type_find_field (gw_draft_get_record_type (self), key);
  g_autofree char *plain = unescape (text);

  if (field >= 0 && g_utf8_validate (plain, -1, NULL))
    gw_draft_set_unread (self, (guint) field, plain);
}

static void
apply_line (GwDraft *self, char *line)
{
  const GwRecordType *type = gw_draft_get_record_type (self);
  char *sign = strchr (line, '=');
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  gint field;

  if (sign == NULL)
    return;
  *sign = '\0';
  if (g_str_has_suffix (line, "?"))
    {
      sign[-1] = '\0';
      apply_unread (self, line, sign + 1);
      return;
    }
  field = gw_record_type_find_field (type, line);
  if (field < 0 || type->fields[field].kind == GW_FIELD_SEALED)
    return;
  if (sign[1] == '\0')
    gw_draft_clear_value (self, (guint) field);
  else if (read_value (gw_field_get_form (&type->fields[field]), sign + 1, &value))
    gw_draft_take_value (self, (guint) field, &value);
}

void
gw_draft_apply_text (GwDraft *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    apply_line (self, lines[i]);
}
