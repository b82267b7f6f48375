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

static gint
get_role_minutes (guint64 roles, gint *out_role)
{
  static const struct
  {
    gint role;
    gint minutes;
  } weekly[] = {
    { GW_TEAM_ROLE_SCHEDULER, 150 },       { GW_TEAM_ROLE_RECRUITMENT, 60 },
    { GW_TEAM_ROLE_FACILITATOR, 60 },      { GW_TEAM_ROLE_STORYTELLER, 60 },
    { GW_TEAM_ROLE_RECORDER, 60 },         { GW_TEAM_ROLE_CHAMPION, 60 },
    { GW_TEAM_ROLE_TRUSTED_ASSESSOR, 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (weekly); i++)
    if (GW_HAS_CHOICE (roles, weekly[i].role))
      {
        *out_role = weekly[i].role;
        return weekly[i].minutes;
      }
  return 0;
}

/* Role time falls on the first worked day of the week, the scheduler's on the first two. */
static void
emit_role_times (GwSampleWorld *self, GPtrArray *records)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_role_time_type);
  g_autofree gint *last_week = g_new (gint, self->colleagues->len);
  g_autofree guint *n_given = g_new0 (guint, self->colleagues->len);

  for (guint i = 0; i < self->colleagues->len; i++)
    last_week[i] = -1;
  for (guint i = 0; i < self->shifts->len; i++)
    {
      const GwSampleShift *shift = GW_SAMPLE_SHIFT (self, i);
      gint week = gw_day_diff (shift->day, self->first_day) / 7;
      gint role = 0, minutes;
      if (shift->colleague < 0 || gw_day_get_weekday (shift->day) == GW_WEDNESDAY)
        continue;
      if (last_week[shift->colleague] != week)
        n_given[shift->colleague] = 0;
      last_week[shift->colleague] = week;
      minutes = get_role_minutes (GW_SAMPLE_COLLEAGUE (self, shift->colleague)->team_roles, &role);
      if (minutes == 0 || n_given[shift->colleague]++ >= (role == GW_TEAM_ROLE_SCHEDULER ? 2u : 1u))
        continue;
      gw_record_builder_set_id (builder, GW_ROLE_TIME_COLLEAGUE,
                                GW_SAMPLE_COLLEAGUE (self, shift->colleague)->id);
      gw_record_builder_set_integer (builder, GW_ROLE_TIME_ROLE, role);
      gw_record_builder_set_integer (builder, GW_ROLE_TIME_DAY, shift->day.value);
      gw_record_builder_set_integer (builder, GW_ROLE_TIME_DURATION, minutes);
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
