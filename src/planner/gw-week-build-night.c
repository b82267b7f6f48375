/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The night before the first day: what lies after midnight of shifts that began on the evening before.
 * Visits of the first morning may lie in it. Its hours are those of the week before, which count as
 * history, and so is the rest before it; here it is a short shift of the day before, from midnight or
 * the end of the visit of that evening that begins last, which nobody takes from its colleague.
 * Meetings after midnight are in it; breaks are judged by what is left, and role time is the week
 * before's.
 */
#include "config.h"

#include "gw-week-problem-private.h"

#include "gw-person.h"
#include "gw-shift-change.h"
#include "gw-visit-timing.h"
#include "gw-visit.h"

/* Whether a visit of the first day could begin before @end of its clock. */
static gboolean
has_early_visit (const GwWeekBuild *build, gint end)
{
  GPtrArray *visits = gw_planner_input_get_records (build->week->input, &gw_visit_type);

  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);

      if (gw_day_compare (gw_visit_get_day (visit), build->week->origin) == 0 &&
          gw_visit_is_live (visit) &&
          (gw_visit_get_window (visit).earliest.value < end ||
           gw_visit_get_shown_start (visit).value < end))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_night (const GwWeekBuild *build, const GwShift *shift)
{
  gint end = gw_shift_get_end (shift).value - GW_MINUTES_A_DAY;

  return gw_day_diff (build->week->origin, gw_shift_get_day (shift)) == 1 && end > 0 &&
         end < GW_MINUTES_A_DAY && gw_shift_get_start (shift).value >= 0 &&
         gw_week_problem_find_colleague (build->week, gw_shift_get_colleague (shift)) >= 0 &&
         has_early_visit (build, end);
}

void
gw_week_build_find_nights (GwWeekBuild *build)
{
  GPtrArray *shifts = gw_planner_input_get_records (build->week->input, &gw_shift_type);

  for (guint i = 0; i < shifts->len; i++)
    if (is_of_night (build, g_ptr_array_index (shifts, i)))
      g_ptr_array_add (build->nights, g_ptr_array_index (shifts, i));
}

gboolean
gw_week_build_has_night (const GwWeekBuild *build, const GwShift *shift)
{
  return g_ptr_array_find (build->nights, shift, NULL);
}

/* The visit after which @shift goes on past midnight, or NULL. */
static const GwVisit *
find_last_of_evening (const GwWeekBuild *build, const GwShift *shift)
{
  GPtrArray *visits = gw_planner_input_get_records (build->week->input, &gw_visit_type);
  const GwVisit *last = NULL;

  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);

      if (gw_day_compare (gw_visit_get_day (visit), gw_shift_get_day (shift)) == 0 &&
          gw_shift_has_visit (shift, visit) &&
          (last == NULL ||
           gw_visit_get_shown_start (visit).value > gw_visit_get_shown_start (last).value))
        last = visit;
    }
  return last;
}

static void
begin_after (GwWeekBuild *build, const GwVisit *last, GwEngineShift *shift)
{
  const GwPerson *person = gw_planner_input_find (build->week->input, &gw_person_type,
                                                  gw_visit_get_person (last));
  gint end = gw_visit_get_shown_start (last).value + gw_visit_get_duration (last).value;

  shift->start = MAX (end - GW_MINUTES_A_DAY, 0);
  if (person != NULL)
    shift->start_place = gw_week_build_add_place (build, person);
}

void
gw_week_build_add_nights (GwWeekBuild *build)
{
  for (guint i = 0; i < build->nights->len; i++)
    {
      const GwShift *record = g_ptr_array_index (build->nights, i);
      const GwVisit *last = find_last_of_evening (build, record);
      GwEngineShift shift;

      gw_engine_shift_init (&shift, -1, 0, gw_shift_get_end (record).value - GW_MINUTES_A_DAY);
      shift.colleague = gw_week_problem_find_colleague (build->week,
                                                        gw_shift_get_colleague (record));
      shift.reference_colleague = shift.colleague;
      shift.may_take = TRUE;
      shift.may_change = FALSE;
      if (last != NULL)
        begin_after (build, last, &shift);
      shift.start = MIN (shift.start, shift.end - 1);
      gw_week_build_meetings (build, record, gw_week_build_add_shift (build, &shift, record),
                              &shift);
    }
}
