/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Role time of a week problem. Of two shifts that a colleague has on its day it lies in one: the one
 * that its time is in, or else the longer one of those whose visits leave room for it.
 */
#include "config.h"

#include "gw-week-problem-private.h"

#include "gw-role-time.h"
#include "gw-shift-change.h"
#include "gw-visit.h"

static gboolean
is_of_day (const GwRoleTime *role, const GwShift *shift)
{
  return gw_id_equal (gw_role_time_get_colleague (role), gw_shift_get_colleague (shift)) &&
         gw_day_compare (gw_role_time_get_day (role), gw_shift_get_day (shift)) == 0;
}

/* Minutes of @shift that its visits leave. */
static gint
get_room (const GwWeekBuild *build, const GwShift *shift)
{
  GPtrArray *visits = gw_planner_input_get_records (build->week->input, &gw_visit_type);
  gint room = gw_shift_get_end (shift).value - gw_shift_get_start (shift).value;

  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);

      if (gw_shift_has_visit (shift, visit))
        room -= gw_visit_get_duration (visit).value;
    }
  return room;
}

/* How well @role lies in @shift: how much of it, and then how long the shift is. */
static gint
get_fit (const GwWeekBuild *build, const GwRoleTime *role, const GwShift *shift)
{
  gint start = gw_role_time_get_start (role).value, end = gw_shift_get_end (shift).value;
  gint duration = gw_role_time_get_duration (role).value, inside;

  if (gw_role_time_has_start (role))
    inside = MIN (start + duration, end) - MAX (start, gw_shift_get_start (shift).value);
  else
    inside = MIN (get_room (build, shift), duration);
  return inside * 2 * GW_MINUTES_A_DAY + end - gw_shift_get_start (shift).value;
}

/* Whether another shift of the day has it: one that fits better, or the first of two. */
static gboolean
is_in_another (const GwWeekBuild *build, const GwRoleTime *role, const GwShift *shift)
{
  GPtrArray *shifts = gw_week_build_list_shifts (build, gw_shift_get_colleague (shift));
  gboolean is_later = FALSE;

  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    {
      const GwShift *other = g_ptr_array_index (shifts, i);
      gint more;

      if (other == shift)
        is_later = TRUE;
      if (other == shift || !is_of_day (role, other))
        continue;
      more = get_fit (build, role, other) - get_fit (build, role, shift);
      if (more > 0 || (more == 0 && !is_later))
        return TRUE;
    }
  return FALSE;
}

static void
add_role_time (GwWeekBuild *build, const GwRoleTime *role, gint32 index, const GwEngineShift *shift)
{
  gint32 duration = CLAMP (gw_role_time_get_duration (role).value, 1, shift->end - shift->start);
  GwEngineBlock block = { GW_ENGINE_BLOCK_ROLE,  index,         duration, shift->start,
                          shift->end - duration, GW_ENGINE_NONE };

  if (gw_role_time_has_start (role))
    {
      gint32 start = gw_week_build_time (build, gw_role_time_get_day (role),
                                         gw_role_time_get_start (role).value);
      if (start + duration <= shift->start || start >= shift->end)
        return;
      block.earliest = block.latest = CLAMP (start, block.earliest, block.latest);
    }
  gw_week_build_add_block (build, &block, role);
}

void
gw_week_build_role_times (GwWeekBuild *build, const GwRecord *record, gint32 index,
                          const GwEngineShift *shift)
{
  GPtrArray *roles = gw_planner_input_get_records (build->week->input, &gw_role_time_type);

  for (guint i = 0; i < roles->len; i++)
    {
      const GwRoleTime *role = g_ptr_array_index (roles, i);

      if (is_of_day (role, record) && !is_in_another (build, role, record))
        add_role_time (build, role, index, shift);
    }
}
