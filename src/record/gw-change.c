/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Building changes. Sets are never written whole into a record that exists: a draft's new set
 * becomes additions and removals of members, so that two people may each add to it.
 */

#include "config.h"

#include "gw-change.h"

struct _GwChange
{
  gatomicrefcount refs;
  char *label;
  GPtrArray *operations;
  GwId group;
  gboolean ends_group;
  GwChangeRole role;
  GwId undone_group;
};

static void
operation_free (gpointer data)
{
  GwOperation *operation = data;

  for (guint i = 0; i < operation->n_edits; i++)
    {
      gw_field_value_clear (&operation->edits[i].expected);
      gw_field_value_clear (&operation->edits[i].value);
    }
  g_free (operation->edits);
  g_free (operation->extra);
  g_free (operation);
}

GwChange *
gw_change_new (const char *label)
{
  GwChange *self = g_new0 (GwChange, 1);

  g_atomic_ref_count_init (&self->refs);
  self->label = g_strdup (label != NULL ? label : "");
  self->operations = g_ptr_array_new_with_free_func (operation_free);
  self->group = gw_id_new ();
  self->ends_group = TRUE;
  return self;
}

GwChange *
gw_change_ref (GwChange *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
gw_change_unref (GwChange *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->label);
  g_ptr_array_unref (self->operations);
  g_free (self);
}

const char *
gw_change_get_label (const GwChange *self)
{
  return self->label;
}

static GwOperation *
add_operation (GwChange *self, GwOperationKind kind, const GwRecordType *type, GwId id)
{
  GwOperation *operation = g_new0 (GwOperation, 1);

  operation->kind = kind;
  operation->type = type;
  operation->record_id = id;
  g_ptr_array_add (self->operations, operation);
  return operation;
}

/* Appends an edit; both values are copied. */
static void
append_edit (GwOperation *operation, guint field, const GwFieldValue *expected,
             const GwFieldValue *value)
{
  GwFieldEdit *edit;

  operation->edits = g_renew (GwFieldEdit, operation->edits, operation->n_edits + 1);
  edit = &operation->edits[operation->n_edits++];
  edit->field = field;
  gw_field_value_copy (expected, &edit->expected);
  gw_field_value_copy (value, &edit->value);
}

static void
add_member_operation (GwChange *self, GwOperationKind kind, const GwRecordType *type, GwId id,
                      guint field, GwId member)
{
  GwOperation *operation;

  g_assert (field < type->n_fields && gw_field_is_set (&type->fields[field]));
  operation = add_operation (self, kind, type, id);
  operation->member_field = field;
  operation->member = member;
}

/* Adds an operation for each member that is in @with and not in @without. */
static void
add_members_between (GwChange *self, GwOperationKind kind, const GwRecordType *type, GwId id,
                     guint field, const GwFieldValue *with, const GwFieldValue *without)
{
  for (guint i = 0; with->form == GW_VALUE_IDS && i < with->n_ids; i++)
    if (!gw_field_value_has_id (without, with->ids[i]))
      add_member_operation (self, kind, type, id, field, with->ids[i]);
}

static void
insert_record (GwChange *self, const GwRecord *record)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  const GwFieldValue nothing = GW_FIELD_VALUE_INIT;
  GwOperation *operation = add_operation (self, GW_OPERATION_INSERT, type,
                                          gw_record_get_id (record));

  for (guint i = 0; i < type->n_fields; i++)
    {
      GwFieldValue value = GW_FIELD_VALUE_INIT;

      gw_record_lend_value (record, i, &value);
      if (value.form != GW_VALUE_EMPTY)
        append_edit (operation, i, &nothing, &value);
    }
  operation->extra = g_strdup (gw_record_get_extra (record));
}

void
gw_change_add_draft (GwChange *self, const GwDraft *draft)
{
  const GwRecord *base = gw_draft_get_base (draft);
  g_autoptr (GwRecord) record = gw_draft_build (draft);

  if (base == NULL)
    insert_record (self, record);
  else
    gw_change_update (self, base, record);
}

void
gw_change_update (GwChange *self, const GwRecord *before, const GwRecord *after)
{
  const GwRecordType *type = gw_record_get_record_type (before);
  GwId id = gw_record_get_id (before);
  GwOperation *update = NULL;

  g_return_if_fail (gw_record_get_record_type (after) == type);
  g_return_if_fail (gw_id_equal (gw_record_get_id (after), id));
  for (guint i = 0; i < type->n_fields; i++)
    {
      GwFieldValue old_value = GW_FIELD_VALUE_INIT, new_value = GW_FIELD_VALUE_INIT;

      gw_record_lend_value (before, i, &old_value);
      gw_record_lend_value (after, i, &new_value);
      if (gw_field_value_equal (&old_value, &new_value))
        continue;
      if (gw_field_is_set (&type->fields[i]))
        {
          add_members_between (self, GW_OPERATION_REMOVE_MEMBER, type, id, i, &old_value,
                               &new_value);
          add_members_between (self, GW_OPERATION_ADD_MEMBER, type, id, i, &new_value, &old_value);
          continue;
        }
      if (update == NULL)
        update = add_operation (self, GW_OPERATION_UPDATE, type, id);
      append_edit (update, i, &old_value, &new_value);
    }
}

void
gw_change_insert (GwChange *self, const GwRecord *record)
{
  g_return_if_fail (!gw_record_is_deleted (record));
  insert_record (self, record);
}

void
gw_change_delete (GwChange *self, const GwRecord *record)
{
  add_operation (self, GW_OPERATION_DELETE, gw_record_get_record_type (record),
                 gw_record_get_id (record));
}

void
gw_change_restore (GwChange *self, const GwRecordType *type, GwId id)
{
  add_operation (self, GW_OPERATION_RESTORE, type, id);
}

void
gw_change_add_member (GwChange *self, const GwRecord *record, guint field, GwId member)
{
  add_member_operation (self, GW_OPERATION_ADD_MEMBER, gw_record_get_record_type (record),
                        gw_record_get_id (record), field, member);
}

void
gw_change_remove_member (GwChange *self, const GwRecord *record, guint field, GwId member)
{
  add_member_operation (self, GW_OPERATION_REMOVE_MEMBER, gw_record_get_record_type (record),
                        gw_record_get_id (record), field, member);
}

/* The last operation when it is of @kind and about the same record, else a new one. */
static GwOperation *
continue_operation (GwChange *self, GwOperationKind kind, const GwRecordType *type, GwId id)
{
  guint n = self->operations->len;
  GwOperation *last = n > 0 ? self->operations->pdata[n - 1] : NULL;

  if (last != NULL && last->kind == kind && last->type == type && gw_id_equal (last->record_id, id))
    return last;
  return add_operation (self, kind, type, id);
}

void
gw_change_expect (GwChange *self, const GwRecord *record, guint field)
{
  GwFieldValue value = GW_FIELD_VALUE_INIT;

  gw_record_lend_value (record, field, &value);
  append_edit (continue_operation (self, GW_OPERATION_EXPECT, gw_record_get_record_type (record),
                                   gw_record_get_id (record)),
               field, &value, &value);
}

void
gw_change_add_edit (GwChange *self, const GwRecordType *type, GwId id, guint field,
                    GwFieldValue *expected, GwFieldValue *value)
{
  g_assert (field < type->n_fields);
  append_edit (continue_operation (self, GW_OPERATION_UPDATE, type, id), field, expected, value);
  gw_field_value_clear (expected);
  gw_field_value_clear (value);
}

void
gw_change_add_operation (GwChange *self, const GwOperation *operation)
{
  GwOperation *copy = add_operation (self, operation->kind, operation->type, operation->record_id);

  for (guint i = 0; i < operation->n_edits; i++)
    append_edit (copy, operation->edits[i].field, &operation->edits[i].expected,
                 &operation->edits[i].value);
  copy->member_field = operation->member_field;
  copy->member = operation->member;
  copy->extra = g_strdup (operation->extra);
}

guint
gw_change_get_n_operations (const GwChange *self)
{
  return self->operations->len;
}

const GwOperation *
gw_change_get_operation (const GwChange *self, guint index)
{
  g_return_val_if_fail (index < self->operations->len, NULL);
  return self->operations->pdata[index];
}

gboolean
gw_change_is_empty (const GwChange *self)
{
  for (guint i = 0; i < self->operations->len; i++)
    if (gw_change_get_operation (self, i)->kind != GW_OPERATION_EXPECT)
      return FALSE;
  return TRUE;
}

void
gw_change_set_group (GwChange *self, GwId group, gboolean last)
{
  self->group = group;
  self->ends_group = last;
}

GwId
gw_change_get_group (GwChange *self)
{
  return self->group;
}

gboolean
gw_change_get_ends_group (const GwChange *self)
{
  return self->ends_group;
}

void
gw_change_set_role (GwChange *self, GwChangeRole role, GwId undone_group)
{
  self->role = role;
  self->undone_group = undone_group;
}

GwChangeRole
gw_change_get_role (const GwChange *self)
{
  return self->role;
}

GwId
gw_change_get_undone_group (const GwChange *self)
{
  return self->undone_group;
}
