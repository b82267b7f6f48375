/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The score of a colleague's working weeks: rest, hours, days in a row, fair sharing, wishes. It
 * depends on which shifts the colleague holds and on nothing else, so it is only computed when a
 * shift changes hands.
 */
#include "gw-engine-score-private.h"

static void
add (GwEngineTally *tally, GwEngineRule rule, int32_t c, int64_t amount)
{
  gw_engine_tally_add (tally, rule, GW_ENGINE_SUBJECT_COLLEAGUE, c, amount);
}

static int32_t
week_of (int32_t day)
{
  return (day >= 0 ? day : day - 6) / 7;
}

static int32_t
outer_start (const GwEngineShift *shift)
{
  return shift->start - shift->flex_before;
}

static int32_t
outer_end (const GwEngineShift *shift)
{
  return shift->end + shift->flex_after;
}

int32_t
gw_engine_score_list_shifts (const GwEngineProblem *problem, const int32_t *colleague_of, int32_t c,
                             int32_t *shifts)
{
  int32_t n = 0;

  for (int32_t i = 0; i < problem->n_shifts; i++)
    if (colleague_of[problem->rank_by_start[i]] == c)
      shifts[n++] = problem->rank_by_start[i];
  return n;
}

/* Minutes that @shift lasts. */
static int32_t
length_of (const GwEngineProblem *problem, const GwEngineShift *shift)
{
  return gw_engine_elapsed (problem, shift->start, shift->end);
}

static void
score_gap (GwEngineTally *tally, int32_t c, int32_t gap)
{
  const GwEngineColleague *colleague = &tally->problem->colleagues[c];

  if (gap < colleague->rest_hard)
    add (tally, GW_ENGINE_RULE_DAILY_REST, c, colleague->rest_hard - gap);
  else if (gap < colleague->rest_soft)
    add (tally, GW_ENGINE_RULE_SHORT_REST, c, colleague->rest_soft - gap);
}

/* Gaps between shifts: one span a day, rest between days. */
static void
score_gaps (GwEngineTally *tally, int32_t c, const int32_t *shifts, int32_t n)
{
  const GwEngineShift *all = tally->problem->shifts;
  int32_t end_before = tally->problem->colleagues[c].end_before;

  if (end_before != GW_ENGINE_NO_TIME)
    score_gap (tally, c,
               gw_engine_elapsed (tally->problem, end_before, outer_start (&all[shifts[0]])));
  for (int32_t i = 1; i < n; i++)
    {
      const GwEngineShift *before = &all[shifts[i - 1]], *after = &all[shifts[i]];

      if (before->day == after->day)
        add (tally, GW_ENGINE_RULE_ONE_SPAN, c, after->start != before->end);
      else
        score_gap (tally, c,
                   gw_engine_elapsed (tally->problem, outer_end (before), outer_start (after)));
    }
}

static void
score_week (GwEngineTally *tally, int32_t c, int32_t week, int64_t minutes)
{
  const GwEngineColleague *colleague = &tally->problem->colleagues[c];
  bool is_whole = week >= 0 && week * 7 + 6 < tally->problem->settings.n_days;

  if (colleague->week_minutes_max > 0 && minutes > colleague->week_minutes_max)
    add (tally, GW_ENGINE_RULE_WEEKLY_HOURS, c, minutes - colleague->week_minutes_max);
  if (colleague->week_minutes_contract > 0 && minutes > colleague->week_minutes_contract)
    add (tally, GW_ENGINE_RULE_OVERTIME, c, minutes - colleague->week_minutes_contract);
  if (is_whole && minutes < colleague->week_minutes_min)
    add (tally, GW_ENGINE_RULE_UNDER_HOURS, c, colleague->week_minutes_min - minutes);
}

/* Hours a day and a week. Shifts come in order of start; days follow that order. */
static void
score_hours (GwEngineTally *tally, int32_t c, const int32_t *shifts, int32_t n)
{
  const GwEngineShift *all = tally->problem->shifts;
  int32_t longest = tally->problem->colleagues[c].day_minutes_max;
  int32_t last_week = (tally->problem->settings.n_days + 6) / 7 - 1;
  int32_t week = n > 0 && all[shifts[0]].day < 0 ? week_of (all[shifts[0]].day) : 0;
  int64_t in_week = 0, in_day = 0;

  for (int32_t i = 0; i < n; i++)
    {
      const GwEngineShift *shift = &all[shifts[i]];

      for (; week < week_of (shift->day); week++, in_week = 0)
        score_week (tally, c, week, in_week);
      in_week += length_of (tally->problem, shift);
      in_day += length_of (tally->problem, shift);
      if (i + 1 < n && all[shifts[i + 1]].day == shift->day)
        continue;
      if (longest > 0 && in_day > longest)
        add (tally, GW_ENGINE_RULE_DAY_HOURS, c, in_day - longest);
      in_day = 0;
    }
  do
    {
      score_week (tally, c, week, in_week);
      in_week = 0;
    }
  while (++week <= last_week);
}

/* Hours on average over the weeks before and those of the horizon. Who works nights is counted apart:
 * nobody can sign away that limit. */
static void
score_average (GwEngineTally *tally, int32_t c, const int32_t *shifts, int32_t n)
{
  const GwEngineProblem *problem = tally->problem;
  const GwEngineColleague *colleague = &problem->colleagues[c];
  int64_t minutes = colleague->minutes_before, weeks = colleague->average_weeks;
  bool works_nights = colleague->nights_before > 0;

  if (colleague->average_minutes_max == 0 && colleague->night_minutes_max == 0)
    return;
  for (int32_t i = 0; i < n; i++)
    {
      const GwEngineShift *shift = &problem->shifts[shifts[i]];

      if (shift->day < 0 || shift->day >= problem->settings.n_days)
        continue;
      minutes += length_of (problem, shift);
      works_nights |= shift->is_night;
    }
  if (colleague->average_minutes_max > 0 && minutes > weeks * colleague->average_minutes_max)
    add (tally, GW_ENGINE_RULE_AVERAGE_HOURS, c, minutes - weeks * colleague->average_minutes_max);
  if (works_nights && colleague->night_minutes_max > 0 &&
      minutes > weeks * colleague->night_minutes_max)
    add (tally, GW_ENGINE_RULE_NIGHT_HOURS, c, minutes - weeks * colleague->night_minutes_max);
}

static void
score_days (GwEngineTally *tally, int32_t c, const int32_t *shifts, int32_t n)
{
  const GwEngineColleague *colleague = &tally->problem->colleagues[c];
  const GwEngineShift *all = tally->problem->shifts;
  int32_t run = colleague->days_before, first_weekday, weekend = INT32_MIN;
  int32_t last = n > 0 && all[shifts[0]].day < 0 ? all[shifts[0]].day - 1 : -1;
  int64_t lates = 0, weekends = 0;

  first_weekday = tally->problem->settings.first_weekday;
  for (int32_t i = 0; i < n; i++)
    {
      const GwEngineShift *shift = &all[shifts[i]];
      int32_t since_monday = first_weekday + shift->day;

      lates += shift->part == GW_ENGINE_PART_LATE;
      if (since_monday - 7 * week_of (since_monday) >= 5 && week_of (since_monday) != weekend)
        {
          weekend = week_of (since_monday);
          weekends++;
        }
      if (i > 0 && shift->day == last)
        continue;
      run = shift->day == last + 1 ? run + 1 : 1;
      last = shift->day;
      if (colleague->days_hard > 0 && run > colleague->days_hard)
        add (tally, GW_ENGINE_RULE_CONSECUTIVE_DAYS, c, 1);
      else if (colleague->days_soft > 0 && run > colleague->days_soft)
        add (tally, GW_ENGINE_RULE_LONG_RUN, c, 1);
    }
  if (colleague->lates_fair != GW_ENGINE_NO_TIME)
    {
      lates += colleague->lates_before - (int64_t) colleague->lates_fair;
      add (tally, GW_ENGINE_RULE_LATES, c, lates > 0 ? lates * lates : 0);
    }
  if (colleague->weekends_fair != GW_ENGINE_NO_TIME)
    {
      weekends += colleague->weekends_before - (int64_t) colleague->weekends_fair;
      add (tally, GW_ENGINE_RULE_WEEKENDS, c, weekends > 0 ? weekends * weekends : 0);
    }
}

/* How much of the rest from @free to @start counts for the period: what lies in it and a daily rest,
 * which may reach beyond the period's ends. */
static int32_t
count_rest (const GwEngineProblem *problem, int32_t c, int32_t from, int32_t to, int32_t free,
            int32_t start)
{
  int32_t first = free > from ? free : from, last = start < to ? start : to;
  int32_t rest = gw_engine_elapsed (problem, free, start), most;

  if (last <= first)
    return 0;
  most = gw_engine_elapsed (problem, first, last) + problem->colleagues[c].rest_hard;
  return rest < most ? rest : most;
}

/* When a rest that began at @free ends: where shifts overlap, one that starts later may count as
 * begun earlier, by its flex. @n is at least 1. */
static int32_t
end_of_rest (const GwEngineProblem *problem, int32_t free, const int32_t *shifts, int32_t n)
{
  int32_t end = outer_start (&problem->shifts[shifts[0]]);

  for (int32_t i = 1; i < n; i++)
    {
      const GwEngineShift *shift = &problem->shifts[shifts[i]];

      if (outer_start (shift) < end && outer_end (shift) > free)
        end = outer_start (shift);
    }
  return end;
}

/* The longest rest of one period. */
static int32_t
longest_rest (const GwEngineProblem *problem, int32_t c, int32_t from, int32_t to,
              int32_t free_since, const int32_t *shifts, int32_t n)
{
  int32_t longest = 0, free = free_since;

  for (int32_t i = 0; i <= n; i++)
    {
      int32_t start = i < n ? end_of_rest (problem, free, shifts + i, n - i)
                            : 2 * GW_ENGINE_TIME_MAX;
      int32_t end = i < n ? outer_end (&problem->shifts[shifts[i]]) : 0;
      int32_t rest = count_rest (problem, c, from, to, free, start);

      longest = rest > longest ? rest : longest;
      free = end > free ? end : free;
    }
  return longest;
}

static void
score_weekly_rest (GwEngineTally *tally, int32_t c, const int32_t *shifts, int32_t n)
{
  const GwEngineProblem *problem = tally->problem;
  const GwEngineColleague *colleague = &problem->colleagues[c];
  int32_t days = colleague->weekly_rest_days, ticks = problem->settings.ticks_per_day;
  int32_t free_since = colleague->end_before == GW_ENGINE_NO_TIME ? -2 * GW_ENGINE_TIME_MAX
                                                                  : colleague->end_before;

  if (colleague->weekly_rest_minutes == 0)
    return;
  for (int32_t day = 0; day + days <= problem->settings.n_days; day += days)
    {
      int32_t rest = longest_rest (problem, c, day * ticks, (day + days) * ticks, free_since,
                                   shifts, n);

      if (rest < colleague->weekly_rest_minutes)
        add (tally, GW_ENGINE_RULE_WEEKLY_REST, c, colleague->weekly_rest_minutes - rest);
    }
}

static void
score_wishes (GwEngineTally *tally, int32_t c, const int32_t *shifts, int32_t n)
{
  const GwEngineProblem *problem = tally->problem;
  const GwEngineSlices *slices = &problem->colleague_wishes;

  for (int32_t i = slices->first[c]; i < slices->first[c + 1]; i++)
    {
      const GwEngineWish *wish = &problem->wishes[slices->items[i]];

      for (int32_t j = 0; j < n; j++)
        {
          const GwEngineShift *shift = &problem->shifts[shifts[j]];

          if ((wish->day == GW_ENGINE_NONE || wish->day == shift->day) &&
              (wish->part == GW_ENGINE_PART_ANY || wish->part == shift->part))
            add (tally, GW_ENGINE_RULE_WISH, c, wish->points);
        }
    }
}

void
gw_engine_score_colleague (GwEngineTally *tally, int32_t c, const int32_t *shifts, int32_t n)
{
  score_hours (tally, c, shifts, n);
  score_average (tally, c, shifts, n);
  score_days (tally, c, shifts, n);
  if (n == 0)
    return;
  score_gaps (tally, c, shifts, n);
  score_weekly_rest (tally, c, shifts, n);
  score_wishes (tally, c, shifts, n);
}
