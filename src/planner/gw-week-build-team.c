/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Colleagues of a week problem: limits of the working week, wishes, and skills that are in
 * date.
 */
#include "config.h"

#include "gw-week-problem-private.h"

#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-shift.h"

#define DEFAULT_CONTRACT (35 * 60)
#define DEFAULT_WEEK (48 * 60) /* the law, unless somebody opted out */
/* Hours on average: forty-eight a week, which for nights is eight in each day but one a week. */
#define AVERAGE_WEEK (48 * 60)
#define AVERAGE_WEEKS 17
#define DEFAULT_SHIFT (9 * 60) /* the longest shift most teams agree */
#define DEFAULT_RUN 6          /* days in a row */
#define GOOD_RUN 5
#define SHARED_YEAR 1900 /* a birthday without its year */

/* Points of wishes, as gw_week_build_add_wish() takes them. */
#define POINTS_PART 5
#define POINTS_WEEKEND 8

/* As it is counted in weeks ago. */
#define LAST_WEEKEND (1u << 1)

/* What all colleagues together did in the twelve weeks and do in the horizon. */
typedef struct
{
  gint lates;
  gint weekends;
  gint64 contract;
} Shared;

static gboolean
has_shift_wish (const GwColleague *colleague, GwShiftWish wish)
{
  return GW_HAS_CHOICE (gw_colleague_get_shift_wishes (colleague), wish);
}

static gint
get_contract (const GwColleague *colleague)
{
  gint contract = gw_colleague_get_contract (colleague).value;

  return contract > 0 ? contract : DEFAULT_CONTRACT;
}

static gboolean
is_weekend (GwDay day)
{
  return gw_day_get_weekday (day) >= GW_SATURDAY;
}

static gboolean
is_late (const GwShift *shift)
{
  return gw_week_build_get_part (gw_shift_get_start (shift).value,
                                 gw_shift_get_end (shift).value) == GW_ENGINE_PART_LATE;
}

/* --- history ---------------------------------------------------------------------------------- */

typedef struct
{
  gint lates, end_before, days_before;
  guint32 weekends;     /* bit n: worked on the weekend n weeks ago */
  gint minutes, nights; /* in the weeks that count for the average */
  gint oldest;          /* days ago of the first shift in them */
  guint64 worked;       /* bit n: worked n + 1 days before the horizon */
  gboolean has_night;   /* a shift that ends on the first morning is in the problem */
} Before;

static void
note_shift (const GwWeekBuild *build, const GwShift *shift, Before *before)
{
  GwDay day = gw_shift_get_day (shift);
  gint ago = gw_day_diff (build->week->origin, day);
  gint weeks_ago =
      gw_day_diff (gw_day_get_week_start (build->week->origin), gw_day_get_week_start (day)) / 7;

  if (ago <= 0)
    return;
  if (ago <= 7 * AVERAGE_WEEKS - build->week->n_days)
    {
      before->minutes += MAX (gw_shift_get_end (shift).value - gw_shift_get_start (shift).value, 0);
      before->nights += gw_week_build_is_night (gw_shift_get_start (shift).value,
                                                gw_shift_get_end (shift).value);
      before->oldest = MAX (before->oldest, ago);
    }
  if (ago > GW_PLANNER_HISTORY_DAYS)
    return;
  before->lates += is_late (shift);
  if (is_weekend (day))
    before->weekends |= 1u << weeks_ago;
  if (gw_week_build_has_night (build, shift))
    {
      before->has_night = TRUE;
      return;
    }
  if (ago <= 64)
    before->worked |= G_GUINT64_CONSTANT (1) << (ago - 1);
  before->end_before = MAX (before->end_before,
                            gw_week_build_time (build, day, gw_shift_get_end (shift).value));
}

static Before
look_back (const GwWeekBuild *build, GwId colleague)
{
  GPtrArray *shifts = gw_week_build_list_shifts (build, colleague);
  Before before = { .end_before = G_MININT };

  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    note_shift (build, g_ptr_array_index (shifts, i), &before);
  /* The engine counts the day and the weekend of a shift that it has. It has that one from midnight
   * only: the rest before it is the week before's. */
  if (before.has_night)
    {
      before.worked >>= 1;
      before.weekends &= ~LAST_WEEKEND;
      before.end_before = G_MININT;
    }
  while (before.days_before < 64 && (before.worked >> before.days_before) & 1)
    before.days_before++;
  return before;
}

/* The weeks over which hours are averaged: those since the colleague joined. Weeks that nobody wrote
 * down are taken for usual ones: as empty ones they would make room for long ones. */
static void
set_average (const GwWeekBuild *build, const GwColleague *colleague, const Before *before,
             GwEngineColleague *limits)
{
  gint weeks = AVERAGE_WEEKS, planned = build->week->n_days / 7, written = (before->oldest + 6) / 7;

  if (gw_colleague_has_started (colleague))
    {
      gint days = gw_day_diff (build->week->origin, gw_colleague_get_started (colleague));
      weeks = CLAMP (planned + (MAX (days, 0) + 6) / 7, 1, AVERAGE_WEEKS);
    }
  weeks = MAX (weeks, MIN (planned + written, AVERAGE_WEEKS));
  limits->average_weeks = weeks;
  limits->minutes_before = before->minutes +
                           MAX (weeks - planned - written, 0) * get_contract (colleague);
  limits->nights_before = before->nights;
}

static void
set_history (const GwWeekBuild *build, const GwColleague *colleague, const Shared *shared,
             GwEngineColleague *limits)
{
  Before before = look_back (build, gw_record_get_id (colleague));
  gint64 contract = get_contract (colleague);
  gint64 all = MAX (shared->contract, 1);

  set_average (build, colleague, &before, limits);
  limits->lates_before = before.lates;
  limits->weekends_before = __builtin_popcount (before.weekends);
  limits->days_before = before.days_before;
  if (before.end_before != G_MININT)
    limits->end_before = before.end_before;
  if (!has_shift_wish (colleague, GW_SHIFT_WISH_LATES))
    limits->lates_fair = (gint32) ((shared->lates * contract + all - 1) / all);
  limits->weekends_fair = (gint32) ((shared->weekends * contract + all - 1) / all);
}

static Shared
sum_shared (const GwWeekBuild *build)
{
  GPtrArray *shifts = gw_planner_input_get_records (build->week->input, &gw_shift_type);
  Shared shared = { 0 };

  for (guint i = 0; i < shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (shifts, i);
      gint ago = gw_day_diff (build->week->origin, gw_shift_get_day (shift));

      if (ago > GW_PLANNER_HISTORY_DAYS || ago <= -build->week->n_days ||
          !gw_week_build_is_our_team (build, gw_shift_get_team (shift)))
        continue;
      shared.lates += is_late (shift);
      shared.weekends += gw_day_get_weekday (gw_shift_get_day (shift)) == GW_SATURDAY;
    }
  for (guint i = 0; i < build->week->colleagues->len; i++)
    shared.contract += get_contract (g_ptr_array_index (build->week->colleagues, i));
  return shared;
}

/* --- limits ----------------------------------------------------------------------------------- */

static gboolean
is_under_18 (const GwWeekBuild *build, const GwColleague *colleague)
{
  gint born_year, born_month, born_day, year, month, day;
  gint age;

  if (!gw_colleague_has_born (colleague))
    return FALSE;
  gw_day_get_ymd (gw_colleague_get_born (colleague), &born_year, &born_month, &born_day);
  gw_day_get_ymd (build->week->origin, &year, &month, &day);
  age = year - born_year - (month < born_month || (month == born_month && day < born_day));
  return born_year > SHARED_YEAR && age < 18;
}

/* What the law asks for people under 18, whatever else was agreed. */
static void
protect_young (GwEngineColleague *limits)
{
  limits->rest_hard = MAX (limits->rest_hard, 12 * 60);
  limits->rest_soft = MAX (limits->rest_soft, 13 * 60);
  limits->weekly_rest_minutes = 48 * 60;
  limits->weekly_rest_days = 7;
  limits->break_after = 4 * 60 + 30;
  limits->break_minutes = 30;
  limits->day_minutes_max = MIN (limits->day_minutes_max, 8 * 60);
  limits->week_minutes_max = limits->week_minutes_max > 0 ? MIN (limits->week_minutes_max, 40 * 60)
                                                          : 40 * 60;
}

static void
set_limits (const GwWeekBuild *build, const GwColleague *colleague, GwEngineColleague *limits)
{
  gint week = gw_colleague_get_greatest_week (colleague).value;
  gint shift = gw_colleague_get_greatest_shift (colleague).value;
  gint run = (gint) CLAMP (gw_colleague_get_greatest_run (colleague), 0, 14);
  gint mode = gw_colleague_get_travel_mode (colleague);

  limits->mode = mode >= GW_TRAVEL_CAR && mode <= GW_TRAVEL_BUS ? mode - GW_TRAVEL_CAR : 0;
  limits->week_minutes_contract = MAX (gw_colleague_get_contract (colleague).value, 0);
  if (week > 0)
    limits->week_minutes_max = week;
  else
    limits->week_minutes_max = gw_colleague_get_opted_out (colleague) ? 0 : DEFAULT_WEEK;
  limits->average_minutes_max = gw_colleague_get_opted_out (colleague) ? 0 : AVERAGE_WEEK;
  limits->night_minutes_max = AVERAGE_WEEK;
  limits->day_minutes_max = shift > 0 ? shift : DEFAULT_SHIFT;
  limits->days_hard = run > 0 ? run : DEFAULT_RUN;
  limits->days_soft = MIN (GOOD_RUN, limits->days_hard);
  if (is_under_18 (build, colleague))
    protect_young (limits);
}

/* --- wishes ----------------------------------------------------------------------------------- */

static void
add_wishes (const GwWeekBuild *build, const GwColleague *colleague, gint32 index)
{
  if (has_shift_wish (colleague, GW_SHIFT_WISH_EARLIES) &&
      !has_shift_wish (colleague, GW_SHIFT_WISH_LATES))
    gw_week_build_add_wish (build, index, GW_ENGINE_NONE, GW_ENGINE_PART_LATE, POINTS_PART);
  if (has_shift_wish (colleague, GW_SHIFT_WISH_LATES) &&
      !has_shift_wish (colleague, GW_SHIFT_WISH_EARLIES))
    gw_week_build_add_wish (build, index, GW_ENGINE_NONE, GW_ENGINE_PART_EARLY, POINTS_PART);
  for (gint32 day = 0; day < build->week->n_days; day++)
    if (has_shift_wish (colleague, GW_SHIFT_WISH_FEW_WEEKENDS) &&
        is_weekend (gw_day_add (build->week->origin, day)))
      gw_week_build_add_wish (build, index, day, GW_ENGINE_PART_ANY, POINTS_WEEKEND);
}

/* --- colleagues ------------------------------------------------------------------------------- */

static gboolean
holds_shift (const GwWeekBuild *build, GwId colleague)
{
  GPtrArray *shifts = gw_week_build_list_shifts (build, colleague);

  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (shifts, i);
      gint day = gw_day_diff (gw_shift_get_day (shift), build->week->origin);

      if (day >= 0 && day < build->week->n_days &&
          gw_week_build_is_our_team (build, gw_shift_get_team (shift)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_here (const GwWeekBuild *build, const GwColleague *colleague)
{
  GwDay end = gw_day_add (build->week->origin, build->week->n_days);

  if (gw_colleague_has_left (colleague) &&
      gw_day_compare (gw_colleague_get_left (colleague), build->week->origin) < 0)
    return FALSE;
  if (gw_colleague_has_started (colleague) &&
      gw_day_compare (gw_colleague_get_started (colleague), end) >= 0)
    return FALSE;
  return gw_week_build_is_our_team (build, gw_colleague_get_team (colleague));
}

static void
list_colleagues (GwWeekBuild *build)
{
  GPtrArray *all = gw_planner_input_get_records (build->week->input, &gw_colleague_type);

  for (guint i = 0; i < all->len; i++)
    {
      const GwColleague *colleague = g_ptr_array_index (all, i);
      GwId id = gw_record_get_id (colleague);

      if (!is_here (build, colleague) && !holds_shift (build, id))
        continue;
      g_ptr_array_add (build->week->colleagues, (gpointer) colleague);
      g_hash_table_insert (build->week->colleague_of, g_memdup2 (&id, sizeof id),
                           GUINT_TO_POINTER (build->week->colleagues->len));
    }
}

void
gw_week_build_colleagues (GwWeekBuild *build)
{
  Shared shared;

  list_colleagues (build);
  gw_week_build_find_nights (build);
  shared = sum_shared (build);
  for (guint i = 0; i < build->week->colleagues->len; i++)
    {
      const GwColleague *colleague = g_ptr_array_index (build->week->colleagues, i);
      GwEngineColleague limits;
      gint32 index;

      gw_engine_colleague_init (&limits);
      set_limits (build, colleague, &limits);
      set_history (build, colleague, &shared, &limits);
      index = gw_engine_builder_add_colleague (build->builder, &limits);
      add_wishes (build, colleague, index);
      gw_week_build_employment (build, colleague, index);
    }
  gw_week_build_absences (build);
}

/* A skill counts on the days on which it is in date. */
void
gw_week_build_skills (GwWeekBuild *build)
{
  GPtrArray *competences = gw_planner_input_get_records (build->week->input, &gw_competence_type);

  for (guint i = 0; i < competences->len; i++)
    {
      const GwCompetence *competence = g_ptr_array_index (competences, i);
      GwId skill = gw_competence_get_skill (competence);
      gint bit = GPOINTER_TO_INT (g_hash_table_lookup (build->bit_of_skill, &skill)) - 1;
      gint32 colleague = gw_week_problem_find_colleague (build->week,
                                                         gw_competence_get_colleague (competence));
      gint32 first = 0, last = build->week->n_days - 1;

      if (bit < 0 || colleague < 0)
        continue;
      if (gw_competence_has_since (competence))
        first = MAX (first,
                     gw_day_diff (gw_competence_get_since (competence), build->week->origin));
      if (gw_competence_has_expires (competence))
        last = MIN (last,
                    gw_day_diff (gw_competence_get_expires (competence), build->week->origin));
      if (first <= last)
        gw_engine_builder_add_skills (build->builder, colleague, G_GUINT64_CONSTANT (1) << bit,
                                      first, last);
    }
}
