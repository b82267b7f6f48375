/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Applying a change in memory: the compare of compare-and-set.
 */
#include "config.h"

#include "gw-applied.h"

#include "gw-erase-rows.h"
#include "gw-row.h"

#include <glib/gi18n-lib.h>

static void
record_free (gpointer data)
{
  GwAppliedRecord *self = data;

  for (guint i = 0; i < self->table->type->n_fields; i++)
    gw_field_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self->extra);
  g_clear_pointer (&self->before, gw_record_unref);
  g_clear_pointer (&self->after, gw_record_unref);
  g_free (self);
}

void
gw_applied_init (GwApplied *self, GwStore *store)
{
  self->store = store;
  self->sql = store->writer;
  self->records = g_ptr_array_new_with_free_func (record_free);
  self->by_id = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);
  self->known = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
}

void
gw_applied_clear (GwApplied *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

static gboolean
refuse (GError **error, GwError code, const GwTable *table, const char *what)
{
  if (code != GW_ERROR_INVALID)
    g_set_error (error, GW_ERROR, code, "%s: %s", table->type->label, what);
  else
    {
      g_debug ("%s: %s", table->type->label, what);
      g_set_error (error, GW_ERROR, code, _ ("%s: this cannot be kept. Nothing was changed."),
                   _ (table->type->label));
    }
  return FALSE;
}

/* The row of @id as it is on the disk; NULL with or without an error. */
static GwRecord *
read_record (GwApplied *self, GwTable *table, GwId id, GError **error)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (table->type);
  sqlite3_stmt *statement = gw_sql_get (self->sql, table->select_one, error);
  GwRecord *record = NULL;

  if (statement == NULL)
    return NULL;
  gw_sql_bind_id (statement, 1, id);
  if (gw_sql_step (self->sql, statement, error) == GW_SQL_ROW)
    record = gw_row_read (table, statement, builder, error);
  sqlite3_reset (statement);
  return record;
}

static GwAppliedRecord *
add_record (GwApplied *self, GwTable *table, GwId id, GwRecord *before)
{
  GwAppliedRecord *record = g_new0 (GwAppliedRecord, 1);

  record->table = table;
  record->id = id;
  record->before = before;
  record->values = g_new0 (GwFieldValue, table->type->n_fields);
  record->deleted = before != NULL && gw_record_is_deleted (before);
  for (guint i = 0; before != NULL && i < table->type->n_fields; i++)
    gw_record_get_value (before, i, &record->values[i]);
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->by_id, &record->id, record);
  return record;
}

/* The record of @operation: as this change left it so far, or from the disk. NULL: not there. */
static gboolean
find_record (GwApplied *self, const GwOperation *operation, GwTable *table,
             GwAppliedRecord **out_record, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GwRecord *before;

  *out_record = g_hash_table_lookup (self->by_id, &operation->record_id);
  if (*out_record != NULL)
    return (*out_record)->table == table ||
           refuse (error, GW_ERROR_INVALID, table, "the id belongs to a record of another type");
  before = read_record (self, table, operation->record_id, &local_error);
  if (before != NULL)
    *out_record = add_record (self, table, operation->record_id, before);
  else if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static void
set_value (GwAppliedRecord *record, guint field, const GwFieldValue *value)
{
  gw_field_value_clear (&record->values[field]);
  gw_field_value_copy (value, &record->values[field]);
  record->touched |= G_GUINT64_CONSTANT (1) << field;
}

/* A value of the wrong form would be a damaged row; changes from files are not trusted either. */
static gboolean
check_edit (const GwTable *table, const GwFieldEdit *edit, GError **error)
{
  if (edit->field < table->type->n_fields &&
      (edit->value.form == GW_VALUE_EMPTY ||
       edit->value.form == gw_field_get_form (&table->type->fields[edit->field])))
    return TRUE;
  return refuse (error, GW_ERROR_INVALID, table, "a value does not fit its field");
}

static gboolean
insert (GwApplied *self, const GwOperation *operation, GwTable *table, GError **error)
{
  GwAppliedRecord *record;

  if (gw_id_is_none (operation->record_id))
    return refuse (error, GW_ERROR_INVALID, table, "a record needs an id");
  record = add_record (self, table, operation->record_id, NULL);
  record->extra = g_strdup (operation->extra);
  for (guint i = 0; i < operation->n_edits; i++)
    {
      if (!check_edit (table, &operation->edits[i], error))
        return FALSE;
      set_value (record, operation->edits[i].field, &operation->edits[i].value);
    }
  return TRUE;
}

/* Sealed values are not put into messages, so no value is. */
static gboolean
expect (const GwAppliedRecord *record, const GwFieldEdit *edit, GError **error)
{
  const GwField *field = &record->table->type->fields[edit->field];

  if (gw_field_value_equal (&record->values[edit->field], &edit->expected))
    return TRUE;
  g_set_error (error, GW_ERROR, GW_ERROR_CONFLICT, "%s: \"%s\" has changed meanwhile",
               record->table->type->label, field->label);
  return FALSE;
}

static gboolean
update (GwAppliedRecord *record, const GwOperation *operation, GError **error)
{
  for (guint i = 0; i < operation->n_edits; i++)
    {
      const GwFieldEdit *edit = &operation->edits[i];

      if (!check_edit (record->table, edit, error) || !expect (record, edit, error))
        return FALSE;
      if (operation->kind == GW_OPERATION_UPDATE)
        set_value (record, edit->field, &edit->value);
    }
  return TRUE;
}

static GwFieldValue
without_member (const GwFieldValue *set, GwId member)
{
  g_autofree GwId *rest = g_new (GwId, set->n_ids);
  guint n_rest = 0;

  for (guint i = 0; i < set->n_ids; i++)
    if (!gw_id_equal (set->ids[i], member))
      rest[n_rest++] = set->ids[i];
  return gw_field_value_ids (rest, n_rest);
}

static GwFieldValue
with_member (const GwFieldValue *set, GwId member)
{
  guint n_ids = set->form == GW_VALUE_IDS ? set->n_ids : 0;
  g_autofree GwId *more = g_new (GwId, n_ids + 1);

  for (guint i = 0; i < n_ids; i++)
    more[i] = set->ids[i];
  more[n_ids] = member;
  return gw_field_value_ids (more, n_ids + 1);
}

static gboolean
change_member (GwAppliedRecord *record, const GwOperation *operation, GError **error)
{
  const GwRecordType *type = record->table->type;
  gboolean adds = operation->kind == GW_OPERATION_ADD_MEMBER;
  const GwFieldValue *set;
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  if (operation->member_field >= type->n_fields ||
      !gw_field_is_set (&type->fields[operation->member_field]))
    return refuse (error, GW_ERROR_INVALID, record->table, "only sets have members");
  set = &record->values[operation->member_field];
  if (gw_field_value_has_id (set, operation->member) == adds)
    return refuse (error, GW_ERROR_CONFLICT, record->table, "a set has changed meanwhile");
  value = adds ? with_member (set, operation->member) : without_member (set, operation->member);
  set_value (record, operation->member_field, &value);
  return TRUE;
}

/* What was erased cannot come back: there is nothing left of it. */
static gboolean
restore (GwApplied *self, GwAppliedRecord *record, GError **error)
{
  gboolean is_erased = FALSE;

  if (!gw_erase_rows_is_erased (self->sql, record->table, record->id, &is_erased, error))
    return FALSE;
  if (is_erased)
    return refuse (error, GW_ERROR_CONFLICT, record->table, "its content was erased");
  record->deleted = FALSE;
  return TRUE;
}

static gboolean
apply_to_existing (GwApplied *self, GwAppliedRecord *record, const GwOperation *operation,
                   GError **error)
{
  gboolean restores = operation->kind == GW_OPERATION_RESTORE;

  if (record->deleted != restores)
    return refuse (error, GW_ERROR_CONFLICT, record->table,
                   restores ? "it has not been deleted" : "it has been deleted meanwhile");
  switch (operation->kind)
    {
    case GW_OPERATION_UPDATE:
    case GW_OPERATION_EXPECT:
      return update (record, operation, error);
    case GW_OPERATION_DELETE:
      record->deleted = TRUE;
      return TRUE;
    case GW_OPERATION_RESTORE:
      return restore (self, record, error);
    case GW_OPERATION_ADD_MEMBER:
    case GW_OPERATION_REMOVE_MEMBER:
      return change_member (record, operation, error);
    case GW_OPERATION_INSERT:
    default:
      return refuse (error, GW_ERROR_CONFLICT, record->table, "it is there already");
    }
}

/* Logs are append-only; only taking an act back may remove what it added. */
static gboolean
check_append_only (GwChange *change, const GwOperation *operation, const GwTable *table,
                   GError **error)
{
  if (!table->type->append_only || operation->kind == GW_OPERATION_INSERT ||
      operation->kind == GW_OPERATION_EXPECT)
    return TRUE;
  if ((gw_change_get_role (change) == GW_CHANGE_UNDO ||
       gw_change_get_role (change) == GW_CHANGE_REDO) &&
      (operation->kind == GW_OPERATION_DELETE || operation->kind == GW_OPERATION_RESTORE))
    return TRUE;
  return refuse (error, GW_ERROR_INVALID, table, "what was written here stays as it is");
}

gboolean
gw_applied_apply (GwApplied *self, GwChange *change, GError **error)
{
  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      GwTable *table = gw_store_find_table (self->store, operation->type, error);
      GwAppliedRecord *record;

      if (table == NULL || !check_append_only (change, operation, table, error) ||
          !find_record (self, operation, table, &record, error))
        return FALSE;
      if (record == NULL && operation->kind == GW_OPERATION_INSERT)
        {
          if (!insert (self, operation, table, error))
            return FALSE;
        }
      else if (record == NULL)
        return refuse (error, GW_ERROR_NOT_FOUND, table, "it is not there");
      else if (!apply_to_existing (self, record, operation, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes the mark off fields whose value came out as it was. */
static void
drop_idle_edits (GwAppliedRecord *record)
{
  for (guint i = 0; record->before != NULL && i < record->table->type->n_fields; i++)
    {
      g_auto (GwFieldValue) before = GW_FIELD_VALUE_INIT;

      if (!(record->touched & G_GUINT64_CONSTANT (1) << i))
        continue;
      gw_record_get_value (record->before, i, &before);
      if (gw_field_value_equal (&before, &record->values[i]))
        record->touched &= ~(G_GUINT64_CONSTANT (1) << i);
    }
}

gboolean
gw_applied_is_changed (const GwAppliedRecord *record)
{
  return record->before == NULL || record->touched != 0 ||
         record->deleted != gw_record_is_deleted (record->before);
}

void
gw_applied_build (GwApplied *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      GwAppliedRecord *record = self->records->pdata[i];
      g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (record->table->type);

      drop_idle_edits (record);
      for (guint field = 0; field < record->table->type->n_fields; field++)
        gw_record_builder_set_value (builder, field, &record->values[field]);
      gw_record_builder_set_deleted (builder, record->deleted);
      gw_record_builder_set_extra (
          builder, record->before != NULL ? gw_record_get_extra (record->before) : record->extra);
      record->after = gw_record_builder_end (builder, record->id);
    }
}
