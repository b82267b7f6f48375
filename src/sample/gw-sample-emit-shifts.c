/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of regular shifts, shifts, role time and meetings. */
#include "config.h"

#include "gw-sample-roster.h"

#include "gw-meeting.h"
#include "gw-role-time.h"
#include "gw-shift-pattern.h"
#include "gw-shift.h"

static void
emit (GPtrArray *records, GwRecordBuilder *builder, GwId id)
{
  g_ptr_array_add (records, gw_record_builder_end (builder, id));
}

static void
emit_patterns (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_shift_pattern_type);

  for (guint i = 0; i < self->shift_patterns->len; i++)
    {
      const GwSampleShiftPattern *pattern = &g_array_index (self->shift_patterns,
                                                            GwSampleShiftPattern, i);
      if (pattern->colleague >= 0)
        gw_record_builder_set_id (builder, GW_SHIFT_PATTERN_COLLEAGUE,
                                  GW_SAMPLE_COLLEAGUE (self, pattern->colleague)->id);
      gw_record_builder_set_id (builder, GW_SHIFT_PATTERN_TEAM, self->teams[pattern->team].id);
      gw_record_builder_set_integer (builder, GW_SHIFT_PATTERN_WEEKDAYS, pattern->weekdays);
      gw_record_builder_set_integer (builder, GW_SHIFT_PATTERN_EVERY_WEEKS, GW_SAMPLE_CYCLE_WEEKS);
      gw_record_builder_set_integer (builder, GW_SHIFT_PATTERN_FIRST_DAY,
                                     gw_day_add (self->first_day, (gint) pattern->week * 7).value);
      gw_record_builder_set_integer (builder, GW_SHIFT_PATTERN_START, pattern->start);
      gw_record_builder_set_integer (builder, GW_SHIFT_PATTERN_END, pattern->end);
      emit (records, builder, pattern->id);
    }
}

static void
emit_shifts (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_shift_type);

  for (guint i = 0; i < self->shifts->len; i++)
    {
      const GwSampleShift *shift = GW_SAMPLE_SHIFT (self, i);
      if (shift->colleague >= 0)
        gw_record_builder_set_id (builder, GW_SHIFT_COLLEAGUE,
                                  GW_SAMPLE_COLLEAGUE (self, shift->colleague)->id);
      gw_record_builder_set_id (builder, GW_SHIFT_TEAM, self->teams[shift->team].id);
      gw_record_builder_set_integer (builder, GW_SHIFT_DAY, shift->day.value);
      gw_record_builder_set_integer (builder, GW_SHIFT_START, shift->start);
      gw_record_builder_set_integer (builder, GW_SHIFT_END, shift->end);
      gw_record_builder_set_id (builder, GW_SHIFT_PATTERN, shift->pattern);
      gw_record_builder_set_integer (builder, GW_SHIFT_PATTERN_DAY, shift->day.value);
      if (shift->exception)
        gw_record_builder_set_integer (builder, GW_SHIFT_EXCEPTION, 1);
      emit (records, builder, shift->id);
    }
}

static void
emit_role_times (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_role_time_type);

  for (guint i = 0; i < self->shifts->len; i++)
    {
      const GwSampleShift *shift = GW_SAMPLE_SHIFT (self, i);

      if (shift->role == 0)
        continue;
      gw_record_builder_set_id (builder, GW_ROLE_TIME_COLLEAGUE,
                                GW_SAMPLE_COLLEAGUE (self, shift->colleague)->id);
      gw_record_builder_set_integer (builder, GW_ROLE_TIME_ROLE, shift->role);
      gw_record_builder_set_integer (builder, GW_ROLE_TIME_DAY, shift->day.value);
      /* In weeks that are planned it has its time; later it goes where there is room. */
      if (gw_day_diff (shift->day, self->week) < 7)
        gw_record_builder_set_integer (builder, GW_ROLE_TIME_START,
                                       gw_sample_get_role_start (shift));
      gw_record_builder_set_integer (builder, GW_ROLE_TIME_DURATION, shift->role_minutes);
      emit (records, builder, gw_sample_world_make_id (self));
    }
}

static void
emit_meetings (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_meeting_type);

  for (guint t = 0; t < self->n_teams; t++)
    {
      const GwSampleTeam *team = &self->teams[t];
      GwId who[GW_SAMPLE_MOST_COLLEAGUES];
      guint n = 0;
      for (guint place = 0; place < team->n_colleagues; place++)
        if (gw_sample_roster_comes_to_meeting (team, place))
          who[n++] = GW_SAMPLE_COLLEAGUE (self, team->first_colleague + place)->id;
      gw_record_builder_set_text (builder, GW_MEETING_TITLE, "Team meeting", -1);
      gw_record_builder_set_id (builder, GW_MEETING_TEAM, team->id);
      gw_record_builder_set_id (builder, GW_MEETING_PLACE, team->base);
      gw_record_builder_set_integer (builder, GW_MEETING_FIRST_DAY,
                                     gw_day_add (self->first_day, 2).value);
      gw_record_builder_set_integer (builder, GW_MEETING_EVERY_WEEKS, 1);
      gw_record_builder_set_integer (builder, GW_MEETING_START, 780);
      gw_record_builder_set_integer (builder, GW_MEETING_END, 900);
      gw_record_builder_set_ids (builder, GW_MEETING_COLLEAGUES, who, n);
      emit (records, builder, gw_sample_world_make_id (self));
    }
}

void
gw_sample_emit_shifts (GwSampleWorld *self, GPtrArray *records)
{
  emit_patterns (self, records);
  emit_shifts (self, records);
  emit_role_times (self, records);
  emit_meetings (self, records);
}
