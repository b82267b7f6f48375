/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a local commit has to obey: the type's rules, and references that point to something.
 * Records that come from another laptop may break both, and are tolerated.
 */
#include "config.h"

#include "gw-applied.h"

#include "gw-problem-list.h"

#include <glib/gi18n-lib.h>

/* A fault the record had before is no reason to refuse an edit of something else. */
static gboolean
is_old_problem (const GwProblemList *before, gint field, const char *sentence)
{
  for (guint i = 0; before != NULL && i < gw_problem_list_get_n (before); i++)
    if (gw_problem_list_get_field (before, i) == field &&
        g_str_equal (gw_problem_list_get_sentence (before, i), sentence))
      return TRUE;
  return FALSE;
}

static gboolean
is_field_touched (const GwAppliedRecord *record, gint field)
{
  return field >= 0 && (record->touched & G_GUINT64_CONSTANT (1) << field);
}

static gboolean
validate (const GwAppliedRecord *record, GError **error)
{
  g_autoptr (GwProblemList) after = gw_record_validate (record->after);
  g_autoptr (GwProblemList) before = NULL;
  g_autoptr (GString) sentences = g_string_new (NULL);

  if (gw_problem_list_get_n (after) == 0)
    return TRUE;
  if (record->before != NULL)
    before = gw_record_validate (record->before);
  for (guint i = 0; i < gw_problem_list_get_n (after); i++)
    {
      gint field = gw_problem_list_get_field (after, i);
      const char *sentence = gw_problem_list_get_sentence (after, i);

      if (!is_field_touched (record, field) && is_old_problem (before, field, sentence))
        continue;
      if (sentences->len > 0)
        g_string_append_c (sentences, '\n');
      g_string_append (sentences, sentence);
    }
  if (sentences->len == 0)
    return TRUE;
  g_set_error_literal (error, GW_ERROR, GW_ERROR_INVALID, sentences->str);
  return FALSE;
}

static gboolean
is_on_disk (GwApplied *self, const GwTable *target, GwId id, gboolean *out_found, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ? AND deleted = 0",
                                          target->type->key);
  sqlite3_stmt *statement = gw_sql_get (self->sql, sql, error);
  GwSqlStep step;

  if (statement == NULL)
    return FALSE;
  gw_sql_bind_id (statement, 1, id);
  step = gw_sql_step (self->sql, statement, error);
  sqlite3_reset (statement);
  *out_found = step == GW_SQL_ROW;
  return step != GW_SQL_FAILED;
}

static gboolean
is_there (GwApplied *self, const GwTable *target, GwId id, gboolean *out_found, GError **error)
{
  const GwAppliedRecord *here = g_hash_table_lookup (self->by_id, &id);

  if (here != NULL)
    {
      *out_found = !here->deleted && here->table == target;
      return TRUE;
    }
  *out_found = g_hash_table_contains (self->known, &id);
  if (*out_found)
    return TRUE;
  if (!is_on_disk (self, target, id, out_found, error))
    return FALSE;
  if (*out_found)
    g_hash_table_add (self->known, g_memdup2 (&id, sizeof id));
  return TRUE;
}

static gboolean
check_reference (GwApplied *self, const GwAppliedRecord *record, const GwField *field, GwId id,
                 GError **error)
{
  const GwTable *target = g_hash_table_lookup (self->store->tables_by_key, field->target);
  gboolean found = FALSE;

  if (target == NULL)
    return TRUE;
  if (!is_there (self, target, id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  /* Translators: what a record is and one of its fields: "Visit" and "Person". */
  g_set_error (error, GW_ERROR, GW_ERROR_INVALID,
               _ ("%1$s: what stands in “%2$s” is not there any more. Please choose again."),
               _ (record->table->type->label), _ (field->label));
  return FALSE;
}

/* Members that were in the set before may have gone meanwhile; only new ones are looked at. */
static gboolean
check_set (GwApplied *self, const GwAppliedRecord *record, guint index, GError **error)
{
  const GwField *field = &record->table->type->fields[index];
  const GwFieldValue *value = &record->values[index];
  g_auto (GwFieldValue) before = GW_FIELD_VALUE_INIT;

  if (record->before != NULL)
    gw_record_get_value (record->before, index, &before);
  for (guint i = 0; value->form == GW_VALUE_IDS && i < value->n_ids; i++)
    if (!gw_field_value_has_id (&before, value->ids[i]) &&
        !check_reference (self, record, field, value->ids[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_references (GwApplied *self, const GwAppliedRecord *record, GError **error)
{
  for (guint i = 0; i < record->table->type->n_fields; i++)
    {
      const GwField *field = &record->table->type->fields[i];

      if (!(record->touched & G_GUINT64_CONSTANT (1) << i) || field->target == NULL)
        continue;
      if (record->values[i].form == GW_VALUE_ID &&
          !check_reference (self, record, field, record->values[i].id, error))
        return FALSE;
      if (!check_set (self, record, i, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gw_applied_check (GwApplied *self, GError **error)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const GwAppliedRecord *record = self->records->pdata[i];

      if (record->deleted || !gw_applied_is_changed (record))
        continue;
      if (!validate (record, error) || !check_references (self, record, error))
        return FALSE;
    }
  return TRUE;
}
