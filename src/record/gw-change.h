/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A change: a labelled list of insertions, updates, deletions, restorations and set-member
 * additions and removals, with the values it expects in the fields it touches and in fields it
 * relied on. Committing compares and sets all of it in one transaction or refuses and leaves all as
 * it was. Operations apply in order and each sees what those before it did. Deleting keeps the
 * fields as they are, so that restoring brings the record back as it was. Functions in `model` build
 * changes; nothing else writes. A change is built on one thread and may then be handed to another;
 * once submitted it is not altered.
 */
#pragma once

#include "gw-draft.h"

G_BEGIN_DECLS

typedef struct _GwChange GwChange;

/** GwOperationKind: what one operation does. */
typedef enum
{
  GW_OPERATION_INSERT,
  GW_OPERATION_UPDATE,
  GW_OPERATION_DELETE,
  GW_OPERATION_RESTORE,
  GW_OPERATION_ADD_MEMBER,
  GW_OPERATION_REMOVE_MEMBER,
  GW_OPERATION_EXPECT
} GwOperationKind;

/**
 * GwFieldEdit: one field of an operation.
 * @field: index in the type's table
 * @expected: the value before; compared at commit
 * @value: the value after (same as @expected for GW_OPERATION_EXPECT)
 */
typedef struct
{
  guint field;
  GwFieldValue expected;
  GwFieldValue value;
} GwFieldEdit;

/**
 * GwOperation: one operation of a change; lent by gw_change_get_operation().
 * @kind: what it does
 * @type: the record type
 * @record_id: which record
 * @edits: #GwFieldEdit array, @n_edits long (insert, update, expect)
 * @member_field: set field of a member operation
 * @member: the member added or removed
 * @extra: unknown fields of an insertion; nullable
 */
typedef struct
{
  GwOperationKind kind;
  const GwRecordType *type;
  GwId record_id;
  GwFieldEdit *edits;
  guint n_edits;
  guint member_field;
  GwId member;
  char *extra;
} GwOperation;

/**
 * gw_change_new: an empty change. @label says what happened, translated, in a few words that stand
 * by themselves and after "Taken back:" ("Rose’s visit moved"): toasts, undo and the history say
 * it. What can be done is worded as a command by menus and buttons, not here.
 */
GwChange *gw_change_new (const char *label) G_GNUC_WARN_UNUSED_RESULT;

/** gw_change_ref: another reference. (transfer full); any thread. */
GwChange *gw_change_ref (GwChange *self);

/** gw_change_unref: gives a reference back; any thread. */
void gw_change_unref (GwChange *self);

/** gw_change_get_label: what undo calls it; lent. */
const char *gw_change_get_label (const GwChange *self);

/**
 * gw_change_add_draft: an insertion, or gw_change_update() from the draft's base to the draft.
 * Copies.
 */
void gw_change_add_draft (GwChange *self, const GwDraft *draft);

/**
 * gw_change_update: one update of the fields in which @after differs from @before, the same record,
 * and one member operation for each difference of a set. Unknown fields stay as they are. Nothing
 * when nothing differs.
 */
void gw_change_update (GwChange *self, const GwRecord *before, const GwRecord *after);

/** gw_change_insert: an insertion of @record as it is. */
void gw_change_insert (GwChange *self, const GwRecord *record);

/** gw_change_delete: a deletion that expects the record to be there. */
void gw_change_delete (GwChange *self, const GwRecord *record);

/** gw_change_restore: brings a deleted record back as it was. */
void gw_change_restore (GwChange *self, const GwRecordType *type, GwId id);

/** gw_change_add_member: adds @member to a set; expects it not to be in it. */
void gw_change_add_member (GwChange *self, const GwRecord *record, guint field, GwId member);

/** gw_change_remove_member: removes @member from a set; expects it to be in it. */
void gw_change_remove_member (GwChange *self, const GwRecord *record, guint field, GwId member);

/** gw_change_expect: the change relied on this field having the value it has in @record. */
void gw_change_expect (GwChange *self, const GwRecord *record, guint field);

/** gw_change_add_edit: for inversion and tools: an update of one field by id, moving both values. */
void gw_change_add_edit (GwChange *self, const GwRecordType *type, GwId id, guint field,
                         GwFieldValue *expected, GwFieldValue *value);

/** gw_change_add_operation: appends a copy of @operation. */
void gw_change_add_operation (GwChange *self, const GwOperation *operation);

/** gw_change_get_n_operations: how many there are. */
guint gw_change_get_n_operations (const GwChange *self);

/** gw_change_get_operation: operation @index; lent. */
const GwOperation *gw_change_get_operation (const GwChange *self, guint index);

/** gw_change_is_empty: whether there is nothing to do; expecting alone is nothing. */
gboolean gw_change_is_empty (const GwChange *self);

/**
 * gw_change_set_group: makes it one slice of a larger act: slices with the same @group are undone
 * together. @last says that the group is complete with this slice; an unfinished group is offered
 * for undo at the next start. Without a call a change is a whole group of its own.
 */
void gw_change_set_group (GwChange *self, GwId group, gboolean last);

/** gw_change_get_group: the group's id; its own unless set. */
GwId gw_change_get_group (GwChange *self);

/** gw_change_get_ends_group: whether it is its group's last slice. */
gboolean gw_change_get_ends_group (const GwChange *self);

/**
 * GwChangeRole: what a change is to undo. The store keeps the numbers: they are never altered.
 * @GW_CHANGE_DO: a fresh act
 * @GW_CHANGE_UNDO: takes an act back
 * @GW_CHANGE_REDO: does again what was taken back
 * @GW_CHANGE_NOTE: a note in the log (a secret was shown, a release at an erasure): it takes no act
 *   back, and nobody takes it back
 */
typedef enum
{
  GW_CHANGE_DO,
  GW_CHANGE_UNDO,
  GW_CHANGE_REDO,
  GW_CHANGE_NOTE
} GwChangeRole;

/**
 * gw_change_set_role: marks an inverse of @undone_group, or a note (then the none id); the store
 * keeps it so that undo lists can be rebuilt.
 */
void gw_change_set_role (GwChange *self, GwChangeRole role, GwId undone_group);

/** gw_change_get_role: GW_CHANGE_DO unless set. */
GwChangeRole gw_change_get_role (const GwChange *self);

/** gw_change_get_undone_group: the group an inverse takes back; the none id otherwise. */
GwId gw_change_get_undone_group (const GwChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwChange, gw_change_unref)

G_END_DECLS
