/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes applied in memory, operation by operation, to a copy that replaces the world at the end. */

#include "config.h"

#include "gw-memory-world.h"

/* records: id (in the record's own copy) → GwRecord. */
struct _GwMemoryWorld
{
  GHashTable *records;
  guint64 sequence;
};

static GHashTable *
make_table (void)
{
  return g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                (GDestroyNotify) gw_record_unref);
}

static void
put (GHashTable *records, GwRecord *record)
{
  GwId id = gw_record_get_id (record);

  g_hash_table_replace (records, g_memdup2 (&id, sizeof id), record);
}

static GHashTable *
copy_table (GHashTable *records)
{
  GHashTable *copy = make_table ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    put (copy, gw_record_ref (record));
  return copy;
}

GwMemoryWorld *
gw_memory_world_new (void)
{
  GwMemoryWorld *self = g_new0 (GwMemoryWorld, 1);

  self->records = make_table ();
  return self;
}

GwMemoryWorld *
gw_memory_world_copy (const GwMemoryWorld *self)
{
  GwMemoryWorld *copy = g_new0 (GwMemoryWorld, 1);

  copy->records = copy_table (self->records);
  copy->sequence = self->sequence;
  return copy;
}

void
gw_memory_world_free (GwMemoryWorld *self)
{
  g_hash_table_unref (self->records);
  g_free (self);
}

/* --- one operation ----------------------------------------------------------------------------- */

/* A builder filled with what @record holds. */
static GwRecordBuilder *
unpack (const GwRecord *record)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  GwRecordBuilder *builder = gw_record_builder_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      GwFieldValue value = GW_FIELD_VALUE_INIT;

      gw_record_lend_value (record, i, &value);
      gw_record_builder_set_value (builder, i, &value);
    }
  gw_record_builder_set_extra (builder, gw_record_get_extra (record));
  gw_record_builder_set_deleted (builder, gw_record_is_deleted (record));
  return builder;
}

static gboolean
is_as_expected (const GwRecord *record, const GwOperation *operation)
{
  for (guint i = 0; i < operation->n_edits; i++)
    {
      GwFieldValue value = GW_FIELD_VALUE_INIT;

      gw_record_lend_value (record, operation->edits[i].field, &value);
      if (!gw_field_value_equal (&value, &operation->edits[i].expected))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_insert (GHashTable *records, const GwOperation *operation)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (operation->type);

  if (g_hash_table_contains (records, &operation->record_id))
    return FALSE;
  for (guint i = 0; i < operation->n_edits; i++)
    gw_record_builder_set_value (builder, operation->edits[i].field, &operation->edits[i].value);
  gw_record_builder_set_extra (builder, operation->extra);
  put (records, gw_record_builder_end (builder, operation->record_id));
  return TRUE;
}

static gboolean
apply_update (GHashTable *records, const GwRecord *record, const GwOperation *operation)
{
  g_autoptr (GwRecordBuilder) builder = unpack (record);

  for (guint i = 0; i < operation->n_edits; i++)
    gw_record_builder_set_value (builder, operation->edits[i].field, &operation->edits[i].value);
  put (records, gw_record_builder_end (builder, operation->record_id));
  return TRUE;
}

static gboolean
apply_deletion (GHashTable *records, const GwRecord *record, gboolean is_deleted)
{
  g_autoptr (GwRecordBuilder) builder = unpack (record);

  gw_record_builder_set_deleted (builder, is_deleted);
  put (records, gw_record_builder_end (builder, gw_record_get_id (record)));
  return TRUE;
}

static gboolean
apply_member (GHashTable *records, const GwRecord *record, const GwOperation *operation)
{
  gboolean is_addition = operation->kind == GW_OPERATION_ADD_MEMBER;
  g_autoptr (GwRecordBuilder) builder = NULL;
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (GwId));
  gboolean is_member = FALSE;
  guint n_ids;
  const GwId *ids = gw_record_get_ids (record, operation->member_field, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      gboolean is_this = gw_id_equal (ids[i], operation->member);

      is_member = is_member || is_this;
      if (!is_this)
        g_array_append_val (members, ids[i]);
    }
  if (is_member == is_addition)
    return FALSE;
  if (is_addition)
    g_array_append_val (members, operation->member);
  builder = unpack (record);
  gw_record_builder_set_ids (builder, operation->member_field,
                             (const GwId *) (gpointer) members->data, members->len);
  put (records, gw_record_builder_end (builder, operation->record_id));
  return TRUE;
}

static gboolean
apply (GHashTable *records, const GwOperation *operation)
{
  const GwRecord *found = g_hash_table_lookup (records, &operation->record_id);
  g_autoptr (GwRecord) record = NULL;

  if (operation->kind == GW_OPERATION_INSERT)
    return apply_insert (records, operation);
  if (found == NULL || gw_record_is_deleted (found) != (operation->kind == GW_OPERATION_RESTORE) ||
      !is_as_expected (found, operation))
    return FALSE;
  record = gw_record_ref (found);
  switch (operation->kind)
    {
    case GW_OPERATION_UPDATE:
      return apply_update (records, record, operation);
    case GW_OPERATION_DELETE:
    case GW_OPERATION_RESTORE:
      return apply_deletion (records, record, operation->kind == GW_OPERATION_DELETE);
    case GW_OPERATION_ADD_MEMBER:
    case GW_OPERATION_REMOVE_MEMBER:
      return apply_member (records, record, operation);
    case GW_OPERATION_EXPECT:
    case GW_OPERATION_INSERT:
    default:
      return TRUE;
    }
}

/* --- whole changes ----------------------------------------------------------------------------- */

/* One entry for each record that @change names and that differs now. */
static GArray *
collect_entries (GHashTable *before, GHashTable *after, const GwChange *change)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (GwCommitEntry));

  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      GwRecord *was = g_hash_table_lookup (before, &operation->record_id);
      GwRecord *is = g_hash_table_lookup (after, &operation->record_id);
      GwCommitEntry entry = { NULL, NULL };

      if (was == is || !g_hash_table_add (seen, (gpointer) &operation->record_id))
        continue;
      entry.before = was != NULL ? gw_record_ref (was) : NULL;
      entry.after = gw_record_ref (is);
      g_array_append_val (entries, entry);
    }
  return entries;
}

GwCommit *
gw_memory_world_commit (GwMemoryWorld *self, GwChange *change)
{
  g_autoptr (GHashTable) after = copy_table (self->records);
  GwCommitInfo info = { .label = gw_change_get_label (change) };
  GwCommit *commit;

  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    if (!apply (after, gw_change_get_operation (change, i)))
      return NULL;
  info.sequence = ++self->sequence;
  info.group = gw_change_get_group (change);
  info.ends_group = gw_change_get_ends_group (change);
  info.role = gw_change_get_role (change);
  info.undone_group = gw_change_get_undone_group (change);
  commit = gw_commit_new (&info, collect_entries (self->records, after, change));
  g_hash_table_unref (self->records);
  self->records = g_steal_pointer (&after);
  return commit;
}

guint
gw_memory_world_get_n (const GwMemoryWorld *self)
{
  return g_hash_table_size (self->records);
}

const GwRecord *
gw_memory_world_lookup (const GwMemoryWorld *self, GwId id)
{
  return g_hash_table_lookup (self->records, &id);
}

static gint
compare_records (gconstpointer a, gconstpointer b)
{
  return gw_id_compare (gw_record_get_id (*(GwRecord *const *) a),
                        gw_record_get_id (*(GwRecord *const *) b));
}

GPtrArray *
gw_memory_world_list (const GwMemoryWorld *self)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (list, record);
  g_ptr_array_sort (list, compare_records);
  return list;
}

/* Whether all that lives in @a lives equally in @b. */
static gboolean
is_contained (const GwMemoryWorld *a, const GwMemoryWorld *b)
{
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, a->records);
  while (g_hash_table_iter_next (&iter, &id, &record))
    {
      const GwRecord *other = g_hash_table_lookup (b->records, id);

      if (!gw_record_is_deleted (record) && (other == NULL || !gw_record_equal (record, other)))
        return FALSE;
    }
  return TRUE;
}

gboolean
gw_memory_world_equal (const GwMemoryWorld *a, const GwMemoryWorld *b)
{
  return is_contained (a, b) && is_contained (b, a);
}
