/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Commits, and their inverse. A record that a commit made is deleted by the inverse, which expects
 * every field to be as the commit left it; one that it deleted is restored; fields and set members
 * go back one by one. Since operations apply in order, a record is restored before its fields go
 * back and deleted after.
 */

#include "config.h"

#include "gw-commit.h"

struct _GwCommit
{
  gatomicrefcount refs;
  GwCommitInfo info;
  char *label;
  GArray *entries;
};

static void
clear_entry (gpointer data)
{
  GwCommitEntry *entry = data;

  g_clear_pointer (&entry->before, gw_record_unref);
  g_clear_pointer (&entry->after, gw_record_unref);
}

GwCommit *
gw_commit_new (const GwCommitInfo *info, GArray *entries)
{
  GwCommit *self = g_new0 (GwCommit, 1);

  g_atomic_ref_count_init (&self->refs);
  self->label = g_strdup (info->label);
  self->info = *info;
  self->info.label = self->label;
  self->entries = entries;
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

GwCommit *
gw_commit_ref (GwCommit *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
gw_commit_unref (GwCommit *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->entries);
  g_free (self->label);
  g_free (self);
}

const GwCommitInfo *
gw_commit_get_info (const GwCommit *self)
{
  return &self->info;
}

guint
gw_commit_get_n_entries (const GwCommit *self)
{
  return self->entries->len;
}

const GwCommitEntry *
gw_commit_get_entry (const GwCommit *self, guint index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);
  return &g_array_index (self->entries, GwCommitEntry, index);
}

/* The inverse deletes what the commit left, if nobody has touched it since. */
static void
invert_insertion (GwChange *inverse, const GwRecord *after)
{
  guint n_fields = gw_record_get_record_type (after)->n_fields;

  if (gw_record_is_deleted (after))
    return;
  for (guint i = 0; i < n_fields; i++)
    gw_change_expect (inverse, after, i);
  gw_change_delete (inverse, after);
}

static gboolean
has_same_fields (const GwRecord *a, const GwRecord *b)
{
  guint n_fields = gw_record_get_record_type (a)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    {
      GwFieldValue value_a = GW_FIELD_VALUE_INIT, value_b = GW_FIELD_VALUE_INIT;

      gw_record_lend_value (a, i, &value_a);
      gw_record_lend_value (b, i, &value_b);
      if (!gw_field_value_equal (&value_a, &value_b))
        return FALSE;
    }
  return TRUE;
}

static void
invert_entry (GwChange *inverse, const GwCommitEntry *entry)
{
  gboolean was_there, is_there, has_edits;

  if (entry->before == NULL)
    {
      invert_insertion (inverse, entry->after);
      return;
    }
  was_there = !gw_record_is_deleted (entry->before);
  is_there = !gw_record_is_deleted (entry->after);
  has_edits = !has_same_fields (entry->before, entry->after);
  if (!is_there && (was_there || has_edits))
    gw_change_restore (inverse, gw_record_get_record_type (entry->after),
                       gw_record_get_id (entry->after));
  if (!was_there && is_there && !has_edits)
    invert_insertion (inverse, entry->after);
  else
    {
      gw_change_update (inverse, entry->after, entry->before);
      if (!was_there && (is_there || has_edits))
        gw_change_delete (inverse, entry->after);
    }
}

GwChange *
gw_commit_invert (GwCommit *const *commits, guint n_commits, const char *label)
{
  GwChange *inverse = gw_change_new (label);

  g_return_val_if_fail (n_commits > 0, inverse);
  for (guint i = n_commits; i-- > 0;)
    for (guint j = commits[i]->entries->len; j-- > 0;)
      invert_entry (inverse, gw_commit_get_entry (commits[i], j));
  gw_change_set_role (inverse,
                      commits[0]->info.role == GW_CHANGE_UNDO ? GW_CHANGE_REDO : GW_CHANGE_UNDO,
                      commits[0]->info.group);
  return inverse;
}
