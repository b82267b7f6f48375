/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that planning a stretch of days needs, sorted by type and found by id. */
#include "config.h"

#include "gw-planner-input.h"

#include "gw-absence.h"
#include "gw-availability.h"
#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-meeting.h"
#include "gw-name.h"
#include "gw-person.h"
#include "gw-place.h"
#include "gw-role-time.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-text.h"
#include "gw-travel-model.h"
#include "gw-travel-override.h"
#include "gw-visit.h"

/* Working hours are averaged over seventeen weeks, one of which at least is planned. */
#define SHIFT_HISTORY_DAYS 112

static const GwRecordType *const whole_types[] = {
  &gw_team_type,      &gw_place_type,      &gw_skill_type,
  &gw_colleague_type, &gw_competence_type, &gw_availability_type,
  &gw_person_type,    &gw_meeting_type,    &gw_travel_override_type,
};

/* Of these there are more every week, so only those are asked for that the days need. */
static const GwRecordType *const dated_types[] = {
  &gw_absence_type,
  &gw_role_time_type,
  &gw_shift_type,
  &gw_visit_type,
};

struct _GwPlannerInput
{
  gatomicrefcount refs;
  GwDay first_day;
  guint n_days;
  gboolean initials;
  gboolean has_now;
  GwDay now_day;
  GwMinute now_minute;
  GwId team;
  GTimeZone *zone;
  GwTravelModel *travel;
  GHashTable *by_type; /* GwRecordType* → GPtrArray of GwRecord */
  GHashTable *by_id;   /* GwId* in the record's key → GwRecord, lent by by_type */
  GPtrArray *nothing;
};

static void
free_records (gpointer records)
{
  g_ptr_array_unref (records);
}

GwPlannerInput *
gw_planner_input_new (GwDay first_day, guint n_days)
{
  GwPlannerInput *self;

  g_return_val_if_fail (n_days >= 1 && n_days <= GW_PLANNER_MOST_DAYS, NULL);
  self = g_new0 (GwPlannerInput, 1);
  g_atomic_ref_count_init (&self->refs);
  self->first_day = first_day;
  self->n_days = n_days;
  self->by_type = g_hash_table_new_full (NULL, NULL, NULL, free_records);
  self->by_id = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  self->nothing = g_ptr_array_new ();
  return self;
}

GwPlannerInput *
gw_planner_input_new_like (const GwPlannerInput *other)
{
  GwPlannerInput *self = gw_planner_input_new (other->first_day, other->n_days);

  self->has_now = other->has_now;
  self->now_day = other->now_day;
  self->now_minute = other->now_minute;
  self->team = other->team;
  self->initials = other->initials;
  gw_planner_input_set_zone (self, other->zone);
  gw_planner_input_set_travel (self, other->travel);
  return self;
}

GwPlannerInput *
gw_planner_input_ref (GwPlannerInput *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
gw_planner_input_unref (GwPlannerInput *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->travel, gw_travel_model_unref);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_type);
  g_ptr_array_unref (self->nothing);
  g_free (self);
}

void
gw_planner_input_set_now (GwPlannerInput *self, GwDay day, GwMinute minute)
{
  self->has_now = TRUE;
  self->now_day = day;
  self->now_minute = minute;
}

void
gw_planner_input_set_zone (GwPlannerInput *self, GTimeZone *zone)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
}

void
gw_planner_input_set_travel (GwPlannerInput *self, GwTravelModel *model)
{
  g_clear_pointer (&self->travel, gw_travel_model_unref);
  self->travel = model != NULL ? gw_travel_model_ref (model) : NULL;
}

void
gw_planner_input_set_team (GwPlannerInput *self, GwId team)
{
  self->team = team;
}

void
gw_planner_input_set_initials (GwPlannerInput *self, gboolean initials)
{
  self->initials = initials;
}

char *
gw_planner_input_dup_name (const GwPlannerInput *self, const GwRecord *record)
{
  g_autofree char *name = NULL;

  if (self->initials)
    name = gw_record_dup_initials (record);
  else if (gw_record_get_record_type (record) == &gw_person_type)
    name = gw_person_dup_name (record, FALSE);
  else
    name = gw_colleague_dup_name (record, FALSE);
  return gw_text_isolate (name);
}

void
gw_planner_input_add (GwPlannerInput *self, const GwRecord *record)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  GwId id = gw_record_get_id (record);
  GPtrArray *records;

  if (gw_record_is_deleted (record) || g_hash_table_contains (self->by_id, &id))
    return;
  records = g_hash_table_lookup (self->by_type, type);
  if (records == NULL)
    {
      records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
      g_hash_table_insert (self->by_type, (gpointer) type, records);
    }
  g_ptr_array_add (records, gw_record_ref (record));
  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), (gpointer) record);
}

void
gw_planner_input_add_all (GwPlannerInput *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    gw_planner_input_add (self, g_ptr_array_index (records, i));
}

GPtrArray *
gw_planner_input_list_queries (GwDay first_day, guint n_days)
{
  g_autoptr (GwPlannerInput) span = gw_planner_input_new (first_day, n_days);
  GwDay start = gw_planner_input_get_horizon_start (span);
  gint from = start.value - GW_PLANNER_HISTORY_DAYS;
  gint to = start.value + (gint) gw_planner_input_get_horizon_days (span) + GW_PLANNER_DAYS_AFTER;
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_query_unref);
  GwQuery *query;

  for (guint i = 0; i < G_N_ELEMENTS (whole_types); i++)
    g_ptr_array_add (queries, gw_query_new (whole_types[i]));
  query = gw_query_new (&gw_absence_type);
  gw_query_where_between (query, GW_ABSENCE_FIRST_DAY, G_MININT32, to);
  g_ptr_array_add (queries, query);
  query = gw_query_new (&gw_role_time_type);
  gw_query_where_between (query, GW_ROLE_TIME_DAY, start.value, to);
  g_ptr_array_add (queries, query);
  query = gw_query_new (&gw_shift_type);
  gw_query_where_between (query, GW_SHIFT_DAY, start.value - SHIFT_HISTORY_DAYS, to);
  g_ptr_array_add (queries, query);
  query = gw_query_new (&gw_visit_type);
  gw_query_where_between (query, GW_VISIT_DAY, from, to);
  g_ptr_array_add (queries, query);
  return queries;
}

GwDay
gw_planner_input_get_first_day (const GwPlannerInput *self)
{
  return self->first_day;
}

guint
gw_planner_input_get_n_days (const GwPlannerInput *self)
{
  return self->n_days;
}

gboolean
gw_planner_input_has_day (const GwPlannerInput *self, GwDay day)
{
  gint since = gw_day_diff (day, self->first_day);

  return since >= 0 && since < (gint) self->n_days;
}

GwDay
gw_planner_input_get_horizon_start (const GwPlannerInput *self)
{
  return gw_day_get_week_start (self->first_day);
}

guint
gw_planner_input_get_horizon_days (const GwPlannerInput *self)
{
  gint lead = gw_day_diff (self->first_day, gw_planner_input_get_horizon_start (self));

  return ((guint) lead + self->n_days + 6) / 7 * 7;
}

gboolean
gw_planner_input_get_now (const GwPlannerInput *self, GwDay *out_day, GwMinute *out_minute)
{
  *out_day = self->now_day;
  *out_minute = self->now_minute;
  return self->has_now;
}

GTimeZone *
gw_planner_input_get_zone (const GwPlannerInput *self)
{
  return self->zone;
}

GwTravelModel *
gw_planner_input_get_travel (const GwPlannerInput *self)
{
  return self->travel;
}

GwId
gw_planner_input_get_team (const GwPlannerInput *self)
{
  return self->team;
}

GPtrArray *
gw_planner_input_get_records (const GwPlannerInput *self, const GwRecordType *type)
{
  GPtrArray *records = g_hash_table_lookup (self->by_type, type);

  return records != NULL ? records : self->nothing;
}

GPtrArray *
gw_planner_input_list_records (const GwPlannerInput *self)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (whole_types); i++)
    g_ptr_array_extend (all, gw_planner_input_get_records (self, whole_types[i]), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (dated_types); i++)
    g_ptr_array_extend (all, gw_planner_input_get_records (self, dated_types[i]), NULL, NULL);
  return all;
}

const GwRecord *
gw_planner_input_find (const GwPlannerInput *self, const GwRecordType *type, GwId id)
{
  const GwRecord *record = g_hash_table_lookup (self->by_id, &id);

  return record != NULL && gw_record_get_record_type (record) == type ? record : NULL;
}
