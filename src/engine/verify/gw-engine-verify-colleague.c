/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The working weeks, checked from the calendar: day by day and week by week, and every shift
 * against the one that follows it, found by looking at all of them.
 */
#include "gw-engine-verify-private.h"

static void
enter (GwEngineCase *self, GwEngineRule rule, int32_t c, int64_t amount)
{
  gw_engine_case_enter (self, rule, GW_ENGINE_SUBJECT_COLLEAGUE, c, amount);
}

static bool
holds (const GwEngineCase *self, int32_t c, int32_t s)
{
  return self->plan->colleague_of[s] == c;
}

static int64_t
begins (const GwEngineShift *shift)
{
  return (int64_t) shift->start - shift->flex_before;
}

static int64_t
ends (const GwEngineShift *shift)
{
  return (int64_t) shift->end + shift->flex_after;
}

/* Minutes of a clock's time from @from to @to that are not there, because clocks are put forward in
 * between; negative when they are put back. */
static int64_t
skipped (const GwEngineCase *self, int64_t from, int64_t to)
{
  int64_t change = self->settings->clock_change;

  if (self->settings->clock_change == GW_ENGINE_NO_TIME || change <= from || change > to)
    return 0;
  return self->settings->clock_change_minutes;
}

static int64_t
lasts (const GwEngineCase *self, const GwEngineShift *shift)
{
  return (int64_t) shift->end - shift->start - skipped (self, shift->start, shift->end);
}

/* The shift of @c that follows @s (shifts that start together follow in order of number), or the
 * first one when @s is NONE. */
static int32_t
next_shift (const GwEngineCase *self, int32_t c, int32_t s)
{
  int32_t next = GW_ENGINE_NONE;

  for (int32_t i = 0; i < self->n_shifts; i++)
    {
      int32_t start = self->shifts[i].start;

      if (!holds (self, c, i))
        continue;
      if (s >= 0 && (start < self->shifts[s].start || (start == self->shifts[s].start && i <= s)))
        continue;
      if (next < 0 || start < self->shifts[next].start)
        next = i;
    }
  return next;
}

static void
check_rest (GwEngineCase *self, int32_t c, int64_t from, int64_t to)
{
  const GwEngineColleague *colleague = &self->colleagues[c];
  int64_t gap = to - from - skipped (self, from, to);

  if (gap < colleague->rest_hard)
    enter (self, GW_ENGINE_RULE_DAILY_REST, c, colleague->rest_hard - gap);
  else if (gap < colleague->rest_soft)
    enter (self, GW_ENGINE_RULE_SHORT_REST, c, colleague->rest_soft - gap);
}

static void
check_gaps (GwEngineCase *self, int32_t c)
{
  int32_t s = next_shift (self, c, GW_ENGINE_NONE);

  if (s >= 0 && self->colleagues[c].end_before != GW_ENGINE_NO_TIME)
    check_rest (self, c, self->colleagues[c].end_before, begins (&self->shifts[s]));
  while (s >= 0)
    {
      int32_t next = next_shift (self, c, s);

      if (next >= 0 && self->shifts[next].day == self->shifts[s].day)
        enter (self, GW_ENGINE_RULE_ONE_SPAN, c, self->shifts[next].start != self->shifts[s].end);
      else if (next >= 0)
        check_rest (self, c, ends (&self->shifts[s]), begins (&self->shifts[next]));
      s = next;
    }
}

/* Minutes of shifts of @c on days from @first to @last. */
static int64_t
minutes_in (const GwEngineCase *self, int32_t c, int32_t first, int32_t last)
{
  int64_t minutes = 0;

  for (int32_t s = 0; s < self->n_shifts; s++)
    if (holds (self, c, s) && self->shifts[s].day >= first && self->shifts[s].day <= last)
      minutes += lasts (self, &self->shifts[s]);
  return minutes;
}

static void
find_days (const GwEngineCase *self, int32_t c, int32_t *first, int32_t *last)
{
  *first = 0;
  *last = self->settings->n_days - 1;
  for (int32_t s = 0; s < self->n_shifts; s++)
    if (holds (self, c, s))
      {
        *first = self->shifts[s].day < *first ? self->shifts[s].day : *first;
        *last = self->shifts[s].day > *last ? self->shifts[s].day : *last;
      }
}

static bool
works_on (const GwEngineCase *self, int32_t c, int32_t day)
{
  return minutes_in (self, c, day, day) > 0;
}

/* Whole days; a day with shifts that last no time does not exist, since start < end. */
static void
check_days (GwEngineCase *self, int32_t c, int32_t first, int32_t last)
{
  const GwEngineColleague *colleague = &self->colleagues[c];
  int32_t in_a_row = colleague->days_before;

  for (int32_t day = first; day <= last; day++)
    {
      int64_t minutes = minutes_in (self, c, day, day);

      in_a_row = minutes > 0 ? in_a_row + 1 : 0;
      if (colleague->day_minutes_max > 0 && minutes > colleague->day_minutes_max)
        enter (self, GW_ENGINE_RULE_DAY_HOURS, c, minutes - colleague->day_minutes_max);
      if (colleague->days_hard > 0 && in_a_row > colleague->days_hard)
        enter (self, GW_ENGINE_RULE_CONSECUTIVE_DAYS, c, 1);
      else if (colleague->days_soft > 0 && in_a_row > colleague->days_soft)
        enter (self, GW_ENGINE_RULE_LONG_RUN, c, 1);
    }
}

static void
check_weeks (GwEngineCase *self, int32_t c, int32_t first, int32_t last)
{
  const GwEngineColleague *colleague = &self->colleagues[c];
  int32_t monday = 0;

  while (monday > first)
    monday -= 7;
  for (; monday <= last; monday += 7)
    {
      int64_t minutes = minutes_in (self, c, monday, monday + 6);

      if (colleague->week_minutes_max > 0 && minutes > colleague->week_minutes_max)
        enter (self, GW_ENGINE_RULE_WEEKLY_HOURS, c, minutes - colleague->week_minutes_max);
      if (colleague->week_minutes_contract > 0 && minutes > colleague->week_minutes_contract)
        enter (self, GW_ENGINE_RULE_OVERTIME, c, minutes - colleague->week_minutes_contract);
      if (monday >= 0 && monday + 6 < self->settings->n_days &&
          minutes < colleague->week_minutes_min)
        enter (self, GW_ENGINE_RULE_UNDER_HOURS, c, colleague->week_minutes_min - minutes);
    }
}

/* The average over the reference period, as a total that all its weeks together may reach. */
static void
check_average (GwEngineCase *self, int32_t c)
{
  const GwEngineColleague *colleague = &self->colleagues[c];
  int64_t minutes = colleague->minutes_before + minutes_in (self, c, 0, self->settings->n_days - 1);
  int64_t over = minutes - (int64_t) colleague->average_minutes_max * colleague->average_weeks;
  int64_t over_nights = minutes - (int64_t) colleague->night_minutes_max * colleague->average_weeks;
  bool works_nights = colleague->nights_before > 0;

  for (int32_t s = 0; s < self->n_shifts; s++)
    if (holds (self, c, s) && self->shifts[s].day >= 0 &&
        self->shifts[s].day < self->settings->n_days && self->shifts[s].is_night)
      works_nights = true;
  if (colleague->average_minutes_max > 0 && over > 0)
    enter (self, GW_ENGINE_RULE_AVERAGE_HOURS, c, over);
  if (colleague->night_minutes_max > 0 && works_nights && over_nights > 0)
    enter (self, GW_ENGINE_RULE_NIGHT_HOURS, c, over_nights);
}

/* The longest rest that counts for the days between @from and @to. A rest begins long ago, at the end
 * of the last shift before the problem, or at the end of a shift, and lasts until the next shift.
 * The part of it between @from and @to counts, and beyond it as much as a daily rest. */
static int64_t
longest_free (const GwEngineCase *self, int32_t c, int64_t from, int64_t to)
{
  int64_t longest = 0, ever = 4 * (int64_t) GW_ENGINE_TIME_MAX;

  for (int32_t k = -1; k < self->n_shifts; k++)
    {
      int64_t begin = -ever, end = ever, first, last, whole, counted;

      if (k == -1 && self->colleagues[c].end_before != GW_ENGINE_NO_TIME)
        begin = self->colleagues[c].end_before;
      if (k >= 0 && !holds (self, c, k))
        continue;
      if (k >= 0)
        begin = ends (&self->shifts[k]);
      for (int32_t s = 0; s < self->n_shifts; s++)
        if (holds (self, c, s) && ends (&self->shifts[s]) > begin)
          end = begins (&self->shifts[s]) < end ? begins (&self->shifts[s]) : end;
      first = begin > from ? begin : from;
      last = end < to ? end : to;
      whole = end - begin - skipped (self, begin, end);
      counted = last - first - skipped (self, first, last) + self->colleagues[c].rest_hard;
      counted = whole < counted ? whole : counted;
      if (last > first && counted > longest)
        longest = counted;
    }
  return longest;
}

static void
check_weekly_rest (GwEngineCase *self, int32_t c)
{
  const GwEngineColleague *colleague = &self->colleagues[c];
  int64_t ticks = self->settings->ticks_per_day;

  for (int32_t day = 0; colleague->weekly_rest_minutes > 0 &&
                        day + colleague->weekly_rest_days <= self->settings->n_days;
       day += colleague->weekly_rest_days)
    {
      int64_t rest = longest_free (self, c, day * ticks,
                                   (day + colleague->weekly_rest_days) * ticks);

      if (rest < colleague->weekly_rest_minutes)
        enter (self, GW_ENGINE_RULE_WEEKLY_REST, c, colleague->weekly_rest_minutes - rest);
    }
}

static int64_t
square_of_excess (int64_t n, int32_t before, int32_t fair)
{
  int64_t excess = n + before - fair;

  return fair == GW_ENGINE_NO_TIME || excess <= 0 ? 0 : excess * excess;
}

static void
check_fairness (GwEngineCase *self, int32_t c, int32_t first, int32_t last)
{
  const GwEngineColleague *colleague = &self->colleagues[c];
  int64_t lates = 0, weekends = 0;
  int32_t saturday = 5 - self->settings->first_weekday;

  for (int32_t s = 0; s < self->n_shifts; s++)
    lates += holds (self, c, s) && self->shifts[s].part == GW_ENGINE_PART_LATE;
  while (saturday + 1 >= first)
    saturday -= 7;
  for (; saturday <= last; saturday += 7)
    weekends += works_on (self, c, saturday) || works_on (self, c, saturday + 1);
  enter (self, GW_ENGINE_RULE_LATES, c,
         square_of_excess (lates, colleague->lates_before, colleague->lates_fair));
  enter (self, GW_ENGINE_RULE_WEEKENDS, c,
         square_of_excess (weekends, colleague->weekends_before, colleague->weekends_fair));
}

static void
check_wishes (GwEngineCase *self)
{
  for (int32_t i = 0; i < self->n_wishes; i++)
    for (int32_t s = 0; s < self->n_shifts; s++)
      {
        const GwEngineWish *wish = &self->wishes[i];

        if (holds (self, wish->colleague, s) &&
            (wish->day == GW_ENGINE_NONE || wish->day == self->shifts[s].day) &&
            (wish->part == GW_ENGINE_PART_ANY || wish->part == self->shifts[s].part))
          enter (self, GW_ENGINE_RULE_WISH, wish->colleague, wish->points);
      }
}

void
gw_engine_case_check_colleagues (GwEngineCase *self)
{
  for (int32_t c = 0; c < self->n_colleagues; c++)
    {
      int32_t first, last;

      find_days (self, c, &first, &last);
      check_gaps (self, c);
      check_days (self, c, first, last);
      check_weeks (self, c, first, last);
      check_average (self, c);
      if (next_shift (self, c, GW_ENGINE_NONE) >= 0)
        check_weekly_rest (self, c);
      check_fairness (self, c, first, last);
    }
  check_wishes (self);
}
