/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shifts of a week problem: who holds them, who could, and what lies in them that is no visit:
 * meetings. Breaks are the engine's.
 */
#include "config.h"

#include "gw-week-problem-private.h"

#include "gw-colleague.h"
#include "gw-meeting.h"
#include "gw-place.h"
#include "gw-shift.h"
#include "gw-team.h"

#define LONGEST_SHIFT (24 * 60)
#define CHANGE_COST 20

void
gw_week_build_add_block (GwWeekBuild *build, const GwEngineBlock *block, const GwRecord *record)
{
  gw_engine_builder_add_block (build->builder, block);
  g_ptr_array_add (build->week->added_blocks, (gpointer) record);
}

/* --- meetings --------------------------------------------------------------------------------- */

static gboolean
falls_on (const GwMeeting *meeting, GwDay day)
{
  GwDay first = gw_meeting_get_first_day (meeting);
  gint since = gw_day_diff (day, first);
  gint every = (gint) CLAMP (gw_meeting_get_every_weeks (meeting), 0, 52);

  if (since < 0 || (gw_meeting_has_last_day (meeting) &&
                    gw_day_compare (day, gw_meeting_get_last_day (meeting)) > 0))
    return FALSE;
  return every == 0 ? since == 0 : since % (7 * every) == 0;
}

static gboolean
comes (const GwMeeting *meeting, const GwColleague *colleague)
{
  GwIds named = gw_meeting_get_colleagues (meeting);
  GwId team = gw_meeting_get_team (meeting);

  if (named.n > 0)
    return gw_ids_has (named, gw_record_get_id (colleague));
  return gw_id_is_none (team) || gw_id_equal (team, gw_colleague_get_team (colleague));
}

static gint32
find_meeting_place (GwWeekBuild *build, const GwMeeting *meeting)
{
  GwPlannerInput *input = build->week->input;
  GwId place = gw_meeting_get_place (meeting);
  const GwRecord *record;

  if (gw_id_is_none (place))
    {
      const GwTeam *team = gw_planner_input_find (input, &gw_team_type,
                                                  gw_meeting_get_team (meeting));
      if (team != NULL)
        place = gw_team_get_base (team);
    }
  record = gw_planner_input_find (input, &gw_place_type, place);
  return record != NULL ? gw_week_build_add_place (build, record) : GW_ENGINE_NONE;
}

static void
add_meeting (GwWeekBuild *build, const GwMeeting *meeting, gint32 index, const GwEngineShift *shift,
             GwDay day)
{
  gint32 start = gw_week_build_time (build, day, gw_meeting_get_start (meeting).value);
  gint32 end = gw_week_build_time (build, day, gw_meeting_get_end (meeting).value);

  start = MAX (start, shift->start);
  end = MIN (end, shift->end);
  if (start < end)
    {
      GwEngineBlock block = { GW_ENGINE_BLOCK_MEETING,
                              index,
                              end - start,
                              start,
                              start,
                              find_meeting_place (build, meeting) };
      gw_week_build_add_block (build, &block, meeting);
    }
}

void
gw_week_build_meetings (GwWeekBuild *build, const GwRecord *record, gint32 index,
                        const GwEngineShift *shift)
{
  GPtrArray *meetings = gw_planner_input_get_records (build->week->input, &gw_meeting_type);
  GwDay day = gw_shift_get_day (record);
  const GwColleague *colleague = g_ptr_array_index (build->week->colleagues, shift->colleague);

  for (guint i = 0; i < meetings->len; i++)
    {
      const GwMeeting *meeting = g_ptr_array_index (meetings, i);

      /* The day on which the shift began, and what it has of the next one. */
      for (gint after = 0; after < 2 && comes (meeting, colleague); after++)
        if (falls_on (meeting, gw_day_add (day, after)))
          add_meeting (build, meeting, index, shift, gw_day_add (day, after));
    }
}

/* --- shifts ----------------------------------------------------------------------------------- */

static gboolean
may_hold (const GwWeekBuild *build, const GwColleague *colleague, const GwShift *shift)
{
  guint64 workdays = gw_colleague_get_workdays (colleague);
  GwId team = gw_shift_get_team (shift);
  GwDay day = gw_shift_get_day (shift);

  if (workdays != 0 && !GW_HAS_CHOICE (workdays, gw_day_get_weekday (day)))
    return FALSE;
  if (gw_colleague_has_left (colleague) &&
      gw_day_compare (day, gw_colleague_get_left (colleague)) > 0)
    return FALSE;
  if (gw_colleague_has_started (colleague) &&
      gw_day_compare (day, gw_colleague_get_started (colleague)) < 0)
    return FALSE;
  return gw_id_is_none (team) || gw_id_is_none (gw_colleague_get_team (colleague)) ||
         gw_id_equal (team, gw_colleague_get_team (colleague));
}

static void
add_eligible (GwWeekBuild *build, const GwShift *record, gint32 index)
{
  for (guint c = 0; c < build->week->colleagues->len; c++)
    if (may_hold (build, g_ptr_array_index (build->week->colleagues, c), record))
      gw_engine_builder_add_eligible (build->builder, index, (gint32) c);
}

static gboolean
is_ours (const GwWeekBuild *build, const GwShift *shift)
{
  GwId holder = gw_shift_get_colleague (shift);

  if (!gw_id_is_none (holder))
    return gw_week_problem_find_colleague (build->week, holder) >= 0;
  return gw_week_build_is_our_team (build, gw_shift_get_team (shift));
}

gint32
gw_week_build_add_shift (GwWeekBuild *build, const GwEngineShift *shift, const GwRecord *record)
{
  gint32 index = gw_engine_builder_add_shift (build->builder, shift);
  GwId id = gw_record_get_id (record);

  g_ptr_array_add (build->week->shifts, (gpointer) record);
  g_hash_table_insert (build->week->shift_of, g_memdup2 (&id, sizeof id),
                       GINT_TO_POINTER (index + 1));
  return index;
}

static void
add_shift (GwWeekBuild *build, const GwShift *record, gint32 day)
{
  GwDay civil = gw_shift_get_day (record);
  gint start = gw_shift_get_start (record).value, end = gw_shift_get_end (record).value;
  GwEngineShift shift;
  gint32 index;

  if (start < 0 || end <= start || end - start > LONGEST_SHIFT)
    return;
  gw_engine_shift_init (&shift, day, gw_week_build_time (build, civil, start),
                        gw_week_build_time (build, civil, end));
  shift.colleague = gw_week_problem_find_colleague (build->week, gw_shift_get_colleague (record));
  shift.reference_colleague = shift.colleague;
  shift.change_cost = CHANGE_COST;
  shift.part = gw_week_build_get_part (start, end);
  shift.is_night = gw_week_build_is_night (start, end);
  shift.open_priority = 1;
  shift.may_take = day < build->week->n_days;
  shift.may_change = day < build->week->n_days && !gw_shift_get_pinned (record);
  index = gw_week_build_add_shift (build, &shift, record);
  if (!shift.may_take)
    return;
  add_eligible (build, record, index);
  if (shift.colleague >= 0)
    gw_week_build_meetings (build, record, index, &shift);
}

void
gw_week_build_shifts (GwWeekBuild *build)
{
  GPtrArray *shifts = gw_planner_input_get_records (build->week->input, &gw_shift_type);

  for (guint i = 0; i < shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (shifts, i);
      gint day = gw_day_diff (gw_shift_get_day (shift), build->week->origin);

      if (day >= 0 && day < build->week->n_days + GW_PLANNER_DAYS_AFTER && is_ours (build, shift))
        add_shift (build, shift, day);
    }
  gw_week_build_role_times (build);
  gw_week_build_add_nights (build);
}
