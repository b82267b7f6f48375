/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A world without a store for tests of imports: changes are put straight into a table of records,
 * comparing what they expect as a store would.
 */
#pragma once

#include "gw-import.h"

typedef struct
{
  GHashTable *records;
  GwImportReport *report;
  GwImport *import;
  GwImportIndex *index;
  guint n_slices;
  guint n_operations;
  gboolean ended;
} World;

static inline void
world_free_record (gpointer data)
{
  gw_record_unref (data);
}

static inline void
world_init (World *self)
{
  *self = (World){ 0 };
  self->records = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                         world_free_record);
}

static inline void
world_forget_import (World *self)
{
  g_clear_pointer (&self->import, gw_import_free);
  g_clear_pointer (&self->index, gw_import_index_free);
}

static inline void
world_clear (World *self)
{
  world_forget_import (self);
  g_hash_table_unref (self->records);
}

static inline void
world_put (World *self, GwRecord *record)
{
  GwId id = gw_record_get_id (record);

  g_hash_table_replace (self->records, g_memdup2 (&id, sizeof id), record);
}

static inline void
world_apply (World *self, GwChange *change)
{
  guint n = gw_change_get_n_operations (change);

  g_assert_cmpuint (n, <=, GW_IMPORT_SLICE);
  g_assert_cmpuint (n, >, 0);
  g_assert_false (self->ended);
  self->ended = gw_change_get_ends_group (change);
  self->n_slices++;
  self->n_operations += n;
  for (guint i = 0; i < n; i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      GwRecord *known = g_hash_table_lookup (self->records, &operation->record_id);
      g_autoptr (GwDraft)
          draft = known != NULL ? gw_draft_new_for (known)
                                : gw_draft_new_with_id (operation->type, operation->record_id);
      g_assert_true ((operation->kind == GW_OPERATION_INSERT) == (known == NULL));
      for (guint e = 0; e < operation->n_edits; e++)
        {
          const GwFieldEdit *edit = &operation->edits[e];
          g_assert_true (
              gw_field_value_equal (gw_draft_get_value (draft, edit->field), &edit->expected));
          gw_draft_set_value (draft, edit->field, &edit->value);
        }
      if (operation->extra != NULL)
        gw_draft_set_extra (draft, operation->extra);
      world_put (self, gw_draft_build (draft));
    }
}

static inline void
world_begin (World *self)
{
  static GTimeZone *zone;
  GwImportSettings settings = { 0 };
  GHashTableIter iter;
  gpointer record;

  if (zone == NULL)
    zone = g_time_zone_new_identifier ("Europe/London");
  settings.zone = zone;
  g_assert_true (gw_day_from_iso ("2026-11-24", &settings.today));
  world_forget_import (self);
  self->index = gw_import_index_new ();
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    gw_import_index_put (self->index, record);
  self->import = gw_import_new (self->index, &settings);
  self->report = gw_import_get_report (self->import);
  self->n_slices = self->n_operations = 0;
  self->ended = FALSE;
}

static inline void
world_add_text (World *self, GwImportTarget target, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  gw_import_add_source (self->import, target, stream, NULL, 0, strlen (text));
}

static inline gboolean
world_run (World *self, GError **error)
{
  for (;;)
    {
      g_autoptr (GwChange) change = NULL;
      if (!gw_import_next (self->import, NULL, &change, error))
        return FALSE;
      if (change == NULL)
        return TRUE;
      world_apply (self, change);
    }
}

static inline guint
world_count (World *self, const GwRecordType *type)
{
  GHashTableIter iter;
  gpointer record;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    n += gw_record_get_record_type (record) == type;
  return n;
}
