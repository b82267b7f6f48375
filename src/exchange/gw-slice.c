/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes in slices. A finished change is held until another follows, since only the last one may
 * say that it is the last. */
#include "config.h"

#include "gw-slice.h"

typedef struct
{
  GwRecord *before;
  GwRecord *after;
} Entry;

struct _GwSlice
{
  guint most;
  char *label;
  GwId group;
  GArray *entries;
  GHashTable *places;
  GwChange *held;
  GQueue ready;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->before, gw_record_unref);
  g_clear_pointer (&entry->after, gw_record_unref);
}

GwSlice *
gw_slice_new (guint most, const char *label)
{
  GwSlice *self = g_new0 (GwSlice, 1);

  self->most = most;
  self->label = g_strdup (label);
  self->group = gw_id_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->places = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  g_queue_init (&self->ready);
  return self;
}

void
gw_slice_free (GwSlice *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_array_unref (self->entries);
  g_hash_table_unref (self->places);
  g_clear_pointer (&self->held, gw_change_unref);
  g_queue_clear_full (&self->ready, (GDestroyNotify) gw_change_unref);
  g_free (self);
}

static void
add_entry (GwChange *change, const Entry *entry)
{
  const GwRecordType *type = gw_record_get_record_type (entry->after);
  g_autoptr (GwDraft) draft = NULL;

  if (entry->before == NULL)
    {
      gw_change_insert (change, entry->after);
      return;
    }
  draft = gw_draft_new_for (entry->before);
  for (guint f = 0; f < type->n_fields; f++)
    {
      g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
      gw_record_get_value (entry->after, f, &value);
      gw_draft_take_value (draft, f, &value);
    }
  if (gw_draft_is_changed (draft))
    gw_change_add_draft (change, draft);
}

static void
release (GwSlice *self, gboolean last)
{
  if (self->held == NULL)
    return;
  gw_change_set_group (self->held, self->group, last);
  g_queue_push_tail (&self->ready, g_steal_pointer (&self->held));
}

static void
close_slice (GwSlice *self)
{
  g_autoptr (GwChange) change = NULL;

  if (self->entries->len == 0)
    return;
  change = gw_change_new (self->label);
  for (guint i = 0; i < self->entries->len; i++)
    add_entry (change, &g_array_index (self->entries, Entry, i));
  g_array_set_size (self->entries, 0);
  g_hash_table_remove_all (self->places);
  if (gw_change_is_empty (change))
    return;
  release (self, FALSE);
  self->held = g_steal_pointer (&change);
}

void
gw_slice_put (GwSlice *self, const GwRecord *before, const GwRecord *after)
{
  GwId id = gw_record_get_id (after);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &id));
  Entry entry = { before != NULL ? gw_record_ref (before) : NULL, gw_record_ref (after) };

  if (place > 0)
    {
      Entry *known = &g_array_index (self->entries, Entry, place - 1);
      gw_record_unref (known->after);
      known->after = entry.after;
      g_clear_pointer (&entry.before, gw_record_unref);
      return;
    }
  if (self->entries->len == self->most)
    close_slice (self);
  g_array_append_val (self->entries, entry);
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (self->entries->len));
}

GwChange *
gw_slice_pop (GwSlice *self)
{
  return g_queue_pop_head (&self->ready);
}

void
gw_slice_end (GwSlice *self)
{
  close_slice (self);
  release (self, TRUE);
}
