/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small records for model tests, and what a change would do to one of them. */
#pragma once

#include "gw-change.h"
#include "gw-pattern-generate.h"
#include "gw-shift.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

/** fixture_id: a repeatable id. */
static inline GwId
fixture_id (guint64 n)
{
  return gw_id_from_seed (1764000000000, n, n * 7919 + 1);
}

/** fixture_day: Monday 24 November 2025 and what follows. */
static inline GwDay
fixture_day (gint offset)
{
  GwDay day;

  g_assert_true (gw_day_from_ymd (2025, 11, 24, &day));
  return gw_day_add (day, offset);
}

/** fixture_visit: a live visit of person 1 on Monday at 08:00 for 30 minutes. */
static inline GwRecord *
fixture_visit (GwId colleague)
{
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (&gw_visit_type, fixture_id (100));

  gw_visit_set_person (draft, fixture_id (1));
  gw_visit_set_day (draft, fixture_day (0));
  gw_visit_set_start (draft, GW_HM (8, 0));
  gw_visit_set_duration (draft, GW_SPAN (30));
  gw_visit_set_state (draft, GW_VISIT_STATE_PLANNED);
  if (!gw_id_is_none (colleague))
    gw_visit_set_colleagues (draft, (GwIds){ &colleague, 1 });
  return gw_draft_build (draft);
}

/** fixture_pattern: a pattern of person 1, 08:00 for 30 minutes, from Monday on. */
static inline GwRecord *
fixture_pattern (guint64 id, guint64 weekdays, gint64 every_weeks)
{
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (&gw_visit_pattern_type, fixture_id (id));

  gw_visit_pattern_set_person (draft, fixture_id (1));
  gw_visit_pattern_set_weekdays (draft, weekdays);
  gw_visit_pattern_set_every_weeks (draft, every_weeks);
  gw_visit_pattern_set_first_day (draft, fixture_day (0));
  gw_visit_pattern_set_ideal (draft, GW_HM (8, 0));
  gw_visit_pattern_set_duration (draft, GW_SPAN (30));
  return gw_draft_build (draft);
}

/** fixture_insertions: the records that @change inserts. */
static inline GPtrArray *
fixture_insertions (GwChange *change, const GwRecordType *type)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (type);

  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);

      if (operation->kind != GW_OPERATION_INSERT || operation->type != type)
        continue;
      for (guint e = 0; e < operation->n_edits; e++)
        gw_record_builder_set_value (builder, operation->edits[e].field,
                                     &operation->edits[e].value);
      g_ptr_array_add (records, gw_record_builder_end (builder, operation->record_id));
    }
  return records;
}

/** fixture_count: how many operations of @kind touch records of @type. */
static inline guint
fixture_count (GwChange *change, GwOperationKind kind, const GwRecordType *type)
{
  guint n = 0;

  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    if (gw_change_get_operation (change, i)->kind == kind &&
        gw_change_get_operation (change, i)->type == type)
      n++;
  return n;
}

/** fixture_find_edit: the edit of @field in an update of @id, or NULL. */
static inline const GwFieldEdit *
fixture_find_edit (GwChange *change, GwId id, guint field)
{
  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);

      if (operation->kind != GW_OPERATION_UPDATE || !gw_id_equal (operation->record_id, id))
        continue;
      for (guint e = 0; e < operation->n_edits; e++)
        if (operation->edits[e].field == field)
          return &operation->edits[e];
    }
  return NULL;
}

/** fixture_get_edit: the same where there must be one. */
static inline const GwFieldEdit *
fixture_get_edit (GwChange *change, GwId id, guint field)
{
  const GwFieldEdit *edit = fixture_find_edit (change, id, field);

  if (edit == NULL)
    g_error ("no edit of field %u", field);
  return edit;
}
