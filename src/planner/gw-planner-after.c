/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as a change would leave them. */
#include "config.h"

#include "gw-planner-after.h"

/* Adds the member to a set of ids, or removes it. */
static void
change_member (GwDraft *draft, const GwOperation *operation)
{
  const GwFieldValue *value = gw_draft_get_value (draft, operation->member_field);
  g_autofree GwId *ids = g_new (GwId, value->n_ids + 1);
  guint n = 0;

  for (guint i = 0; i < value->n_ids; i++)
    if (!gw_id_equal (value->ids[i], operation->member))
      ids[n++] = value->ids[i];
  if (operation->kind == GW_OPERATION_ADD_MEMBER)
    ids[n++] = operation->member;
  gw_draft_set_ids (draft, operation->member_field, ids, n);
}

static void
do_operation (GwDraft *draft, const GwOperation *operation)
{
  if (operation->kind == GW_OPERATION_ADD_MEMBER || operation->kind == GW_OPERATION_REMOVE_MEMBER)
    change_member (draft, operation);
  else if (operation->kind == GW_OPERATION_UPDATE || operation->kind == GW_OPERATION_INSERT)
    for (guint i = 0; i < operation->n_edits; i++)
      gw_draft_set_value (draft, operation->edits[i].field, &operation->edits[i].value);
}

/* The draft of what @operation is about; NULL: there is no such record. */
static GwDraft *
find_draft (GHashTable *drafts, const GwPlannerInput *input, const GwOperation *operation)
{
  GwDraft *draft = g_hash_table_lookup (drafts, &operation->record_id);
  const GwRecord *before = gw_planner_input_find (input, operation->type, operation->record_id);

  if (draft != NULL)
    return draft;
  if (before != NULL)
    draft = gw_draft_new_for (before);
  else if (operation->kind == GW_OPERATION_INSERT)
    draft = gw_draft_new_with_id (operation->type, operation->record_id);
  else
    return NULL;
  g_hash_table_insert (drafts, (gpointer) &operation->record_id, draft);
  return draft;
}

GPtrArray *
gw_planner_list_after (const GwPlannerInput *input, GwChange *change)
{
  /* Keys are lent by the change. */
  g_autoptr (GHashTable) drafts = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, NULL,
                                                         (GDestroyNotify) gw_draft_free);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  GHashTableIter iter;
  gpointer draft;

  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);

      draft = find_draft (drafts, input, operation);
      if (draft != NULL)
        do_operation (draft, operation);
    }
  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    g_ptr_array_add (records, gw_draft_build (draft));
  return records;
}
