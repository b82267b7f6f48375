/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When colleagues of a week problem are not there: before they began and after they left, time away,
 * and times at which they cannot come or would rather not.
 */
#include "config.h"

#include "gw-week-problem-private.h"

#include "gw-absence.h"
#include "gw-availability.h"
#include "gw-colleague.h"
#include "gw-shift.h"

/* Points of wishes, as gw_week_build_add_wish() takes them. */
#define POINTS_RATHER_NOT 8
#define POINTS_ASKED_LEAVE 15

static void
add_absence (const GwWeekBuild *build, gint32 colleague, gint32 start, gint32 end)
{
  gint32 first = 0, last = (build->week->n_days + GW_PLANNER_DAYS_AFTER) * GW_MINUTES_A_DAY;

  start = CLAMP (start, first, last);
  end = CLAMP (end, first, last);
  if (start < end)
    {
      GwEngineAbsence absence = { colleague, start, end };

      gw_engine_builder_add_absence (build->builder, colleague, start, end);
      g_array_append_val (build->absences, absence);
    }
}

void
gw_week_build_add_wish (const GwWeekBuild *build, gint32 colleague, gint32 day, GwEnginePart part,
                        gint32 points)
{
  GwEngineWish wish = { colleague, day, part, points };

  gw_engine_builder_add_wish (build->builder, &wish);
}

void
gw_week_build_employment (GwWeekBuild *build, const GwRecord *colleague, gint32 index)
{
  if (gw_colleague_has_started (colleague))
    add_absence (build, index, 0,
                 gw_week_build_time (build, gw_colleague_get_started (colleague), 0));
  if (gw_colleague_has_left (colleague))
    add_absence (build, index,
                 gw_week_build_time (build, gw_colleague_get_left (colleague), GW_MINUTES_A_DAY),
                 G_MAXINT32);
}

/* When somebody who is away until @end could come again. Where that is midnight, who does not come in
 * the evening does not come to what is left of that shift after midnight. */
static gint32
get_return (const GwWeekBuild *build, const GwAbsence *absence, gint32 start, gint32 end)
{
  GPtrArray *shifts = gw_week_build_list_shifts (build, gw_absence_get_colleague (absence));
  gint32 last = end;

  if (end == G_MAXINT32 || gw_absence_has_end (absence) ||
      gw_absence_get_kind (absence) == GW_ABSENCE_TRAINING)
    return end;
  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (shifts, i);
      GwDay day = gw_shift_get_day (shift);
      gint32 begins = gw_week_build_time (build, day, gw_shift_get_start (shift).value);

      if (begins >= start && begins < end)
        last = MAX (last, gw_week_build_time (build, day, gw_shift_get_end (shift).value));
    }
  return last;
}

static void
add_absence_record (const GwWeekBuild *build, const GwAbsence *absence)
{
  gint32 index = gw_week_problem_find_colleague (build->week, gw_absence_get_colleague (absence));
  GwDay first = gw_absence_get_first_day (absence);
  gboolean is_asked = gw_absence_get_state (absence) == GW_ABSENCE_ASKED;
  gint32 start, end = G_MAXINT32;

  if (index < 0 || gw_absence_get_state (absence) == GW_ABSENCE_DECLINED)
    return;
  start = gw_week_build_time (build, first, gw_absence_get_start (absence).value);
  if (gw_absence_has_last_day (absence))
    end = gw_week_build_time (build, gw_absence_get_last_day (absence),
                              gw_absence_has_end (absence) ? gw_absence_get_end (absence).value
                                                           : GW_MINUTES_A_DAY);
  if (!is_asked || gw_absence_get_kind (absence) == GW_ABSENCE_AWAY)
    add_absence (build, index, start, get_return (build, absence, start, end));
  else
    for (gint32 day = 0; day < build->week->n_days; day++)
      if (day * GW_MINUTES_A_DAY < end && (day + 1) * GW_MINUTES_A_DAY > start)
        gw_week_build_add_wish (build, index, day, GW_ENGINE_PART_ANY, POINTS_ASKED_LEAVE);
}

static gboolean
is_valid_on (const GwAvailability *availability, GwDay day)
{
  if (!GW_HAS_CHOICE (gw_availability_get_weekdays (availability), gw_day_get_weekday (day)))
    return FALSE;
  if (gw_availability_has_first_day (availability) &&
      gw_day_compare (day, gw_availability_get_first_day (availability)) < 0)
    return FALSE;
  return !gw_availability_has_last_day (availability) ||
         gw_day_compare (day, gw_availability_get_last_day (availability)) <= 0;
}

static void
add_availability_on (const GwWeekBuild *build, const GwAvailability *availability, gint32 index,
                     gint32 day)
{
  gint start = gw_availability_get_start (availability).value;
  gint end = gw_availability_has_end (availability) ? gw_availability_get_end (availability).value
                                                    : GW_MINUTES_A_DAY;
  gboolean is_whole_day = start <= 7 * 60 && end >= 22 * 60;

  if (gw_availability_get_kind (availability) == GW_AVAILABILITY_CANNOT)
    add_absence (build, index, day * GW_MINUTES_A_DAY + start, day * GW_MINUTES_A_DAY + end);
  else if (gw_availability_get_kind (availability) == GW_AVAILABILITY_RATHER_NOT)
    gw_week_build_add_wish (build, index, day,
                            is_whole_day ? GW_ENGINE_PART_ANY : gw_week_build_get_part (start, end),
                            POINTS_RATHER_NOT);
}

static void
add_availability (const GwWeekBuild *build, const GwAvailability *availability)
{
  gint32 index = gw_week_problem_find_colleague (build->week,
                                                 gw_availability_get_colleague (availability));

  if (index < 0)
    return;
  for (gint32 day = 0; day < build->week->n_days; day++)
    if (is_valid_on (availability, gw_day_add (build->week->origin, day)))
      add_availability_on (build, availability, index, day);
}

void
gw_week_build_absences (GwWeekBuild *build)
{
  GPtrArray *absences = gw_planner_input_get_records (build->week->input, &gw_absence_type);
  GPtrArray *availabilities = gw_planner_input_get_records (build->week->input,
                                                            &gw_availability_type);

  for (guint i = 0; i < absences->len; i++)
    add_absence_record (build, g_ptr_array_index (absences, i));
  for (guint i = 0; i < availabilities->len; i++)
    add_availability (build, g_ptr_array_index (availabilities, i));
}
