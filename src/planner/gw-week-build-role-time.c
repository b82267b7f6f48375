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

/* The shift of that day that @role lies in, the first of two that are as good, or NULL. */
static const GwShift *
find_shift (const GwWeekBuild *build, const GwRoleTime *role)
{
  GPtrArray *shifts = gw_week_build_list_shifts (build, gw_role_time_get_colleague (role));
  const GwShift *best = NULL;
  gint best_fit = G_MININT;

  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (shifts, i);
      gint fit;

      if (gw_day_compare (gw_role_time_get_day (role), gw_shift_get_day (shift)) != 0)
        continue;
      fit = get_fit (build, role, shift);
      if (fit > best_fit)
        {
          best = shift;
          best_fit = fit;
        }
    }
  return best;
}

static void
add_role_time (GwWeekBuild *build, const GwRoleTime *role, const GwShift *shift, gint32 index)
{
  GwDay day = gw_shift_get_day (shift);
  gint32 from = gw_week_build_time (build, day, gw_shift_get_start (shift).value);
  gint32 until = gw_week_build_time (build, day, gw_shift_get_end (shift).value);
  gint32 duration = CLAMP (gw_role_time_get_duration (role).value, 1, until - from);
  GwEngineBlock block = { GW_ENGINE_BLOCK_ROLE, index,         duration, from,
                          until - duration,     GW_ENGINE_NONE };

  if (gw_role_time_has_start (role))
    {
      gint32 start = gw_week_build_time (build, gw_role_time_get_day (role),
                                         gw_role_time_get_start (role).value);
      if (start + duration <= from || start >= until)
        return;
      block.earliest = block.latest = CLAMP (start, block.earliest, block.latest);
    }
  gw_week_build_add_block (build, &block, role);
}

void
gw_week_build_role_times (GwWeekBuild *build)
{
  GPtrArray *roles = gw_planner_input_get_records (build->week->input, &gw_role_time_type);

  for (guint i = 0; i < roles->len; i++)
    {
      const GwRoleTime *role = g_ptr_array_index (roles, i);
      gint day = gw_day_diff (gw_role_time_get_day (role), build->week->origin);
      const GwShift *shift = NULL;
      gint32 index = GW_ENGINE_NONE;

      if (day >= 0 && day < build->week->n_days)
        shift = find_shift (build, role);
      if (shift != NULL)
        index = gw_week_problem_find_shift (build->week, gw_record_get_id (shift));
      if (index >= 0)
        add_role_time (build, role, shift, index);
    }
}
