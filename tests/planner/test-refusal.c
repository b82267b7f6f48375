/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each hard rule that records can express, broken by hand-made records: the
 * planner must refuse, and say why in the words of the trade.
 */
#include "config.h"

#include "gw-test-week.h"

#define H(hours) ((hours) *60)

enum
{
  SHIFT = 31,
  SHIFT_2,
  SHIFT_3,
  VISIT = 101,
  VISIT_2,
};

/* What holding a visit nobody has over @to at @start of day @day gets. */
static GwVerdict *
test_price (TestWeek *week, guint visit, guint to, gint day, gint start)
{
  g_autoptr (GwWeekProblem) problem = test_build (week);
  g_autoptr (GwWeekPlan) plan = gw_week_problem_dup_current (problem);
  g_autoptr (GwPricer) pricer = gw_pricer_new (plan);
  GwVisitTarget target = { test_id (visit),   to != 0 ? test_id (to) : GW_ID_NONE,
                           GW_ID_NONE,        gw_day_add (week->monday, day),
                           GW_MINUTE (start), GW_TARGET_AT };

  return gw_pricer_price_visit (pricer, &target);
}

/* What giving @shift to @to gets. */
static GwVerdict *
test_price_shift (TestWeek *week, guint shift, guint to)
{
  g_autoptr (GwWeekProblem) problem = test_build (week);
  g_autoptr (GwWeekPlan) plan = gw_week_problem_dup_current (problem);
  g_autoptr (GwPricer) pricer = gw_pricer_new (plan);

  return gw_pricer_price_shift (pricer, test_id (shift), to != 0 ? test_id (to) : GW_ID_NONE);
}

static void
assert_refused (GwVerdict *verdict, const char *sentence)
{
  g_assert_nonnull (verdict);
  g_assert_cmpstr (verdict->headline, ==, sentence);
  g_assert_false (verdict->is_allowed);
  g_assert_cmpint (verdict->mood, ==, GW_MOOD_REFUSED);
  gw_verdict_free (verdict);
}

static void
assert_allowed (GwVerdict *verdict)
{
  g_test_message ("%s", verdict->headline);
  g_assert_true (verdict->is_allowed);
  gw_verdict_free (verdict);
}

/* Marta's early on Monday, and Rose at 08:00 whom nobody has yet. */
static void
set_up (TestWeek *week)
{
  test_week_init (week);
  test_add_everybody (week);
  test_add (week, test_shift (week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
  test_add (week, test_visit (week, VISIT, TEST_ROSE, 0, H (8)));
}

static void
test_allowed (void)
{
  TestWeek week;

  set_up (&week);
  assert_allowed (test_price (&week, VISIT, TEST_MARTA, 0, H (8)));
  test_week_clear (&week);
}

/* --- 4.1 working time ------------------------------------------------------------------------- */

/* Amina's late on Tuesday ends at 22:00; Wednesday 07:00 leaves 9 h. */
static void
test_daily_rest (void)
{
  TestWeek week;

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 1, H (15), H (22)));
  test_add (&week, test_shift (&week, SHIFT_2, 0, 2, H (7), H (14)));
  assert_refused (test_price_shift (&week, SHIFT_2, TEST_MARTA),
                  "Marta can’t: only 9 h rest after Tuesday’s late");
  assert_allowed (test_price_shift (&week, SHIFT_2, TEST_AMINA));
  test_week_clear (&week);
}

/* Seven shifts in seven days, 13:00–14:00, leave 23 h each time; days in a row are allowed. */
static void
test_weekly_rest (void)
{
  TestWeek week;
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_greatest_run (marta, 14);
  test_add (&week, marta);
  for (gint day = 0; day < 6; day++)
    test_add (&week, test_shift (&week, SHIFT + (guint) day, TEST_MARTA, day, H (13), H (14)));
  test_add (&week, test_shift (&week, SHIFT + 6, 0, 6, H (13), H (14)));
  assert_refused (test_price_shift (&week, SHIFT + 6, TEST_MARTA),
                  "Marta can’t: no 35 h free in one piece would be left");
  test_week_clear (&week);
}

/* A shift over six hours so full that no 20 minutes are left away from its ends. */
static void
test_break (void)
{
  TestWeek week;

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
  for (gint i = 0; i < 13; i++)
    {
      GwDraft *visit = test_visit (&week, VISIT + (guint) i, TEST_ROSE, 0, H (7) + 30 * i);
      gw_visit_set_tolerance (visit, GW_SPAN (0));
      test_give (visit, TEST_MARTA, H (7) + 30 * i);
      if (i == 6)
        gw_visit_set_colleagues (visit, (GwIds){ NULL, 0 });
      test_add (&week, visit);
    }
  assert_refused (test_price (&week, VISIT + 6, TEST_MARTA, 0, H (10)),
                  "Marta can’t: no room would be left for the 20 min break");
  test_week_clear (&week);
}

/* 48 hours a week: six shifts of eight hours are all there is. */
static void
test_weekly_hours (void)
{
  TestWeek week;
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_greatest_week (marta, GW_SPAN (H (30)));
  test_add (&week, marta);
  for (gint day = 0; day < 4; day++)
    test_add (&week, test_shift (&week, SHIFT + (guint) day, TEST_MARTA, day, H (8), H (15)));
  test_add (&week, test_shift (&week, SHIFT + 4, 0, 4, H (8), H (15)));
  assert_refused (test_price_shift (&week, SHIFT + 4, TEST_MARTA),
                  "Marta can’t: 5 h more than 30 h in the week");
  test_week_clear (&week);
}

static void
test_weekly_hours_opted_out (void)
{
  TestWeek week;
  GwDraft *marta = test_colleague (TEST_MARTA), *amina = test_colleague (TEST_AMINA);

  test_week_init (&week);
  gw_colleague_set_opted_out (amina, TRUE);
  test_add (&week, marta);
  test_add (&week, amina);
  for (gint day = 0; day < 5; day++)
    {
      test_add (&week, test_shift (&week, 31 + (guint) day, TEST_MARTA, day, H (8), H (17)));
      test_add (&week, test_shift (&week, 41 + (guint) day, TEST_AMINA, day, H (8), H (17)));
    }
  test_add (&week, test_shift (&week, 51, 0, 5, H (8), H (12)));
  assert_refused (test_price_shift (&week, 51, TEST_MARTA),
                  "Marta can’t: 1 h more than 48 h in the week");
  assert_allowed (test_price_shift (&week, 51, TEST_AMINA));
  test_week_clear (&week);
}

/* Marta has agreed to long weeks; sixteen of them are behind her. */
static void
add_long_weeks (TestWeek *week, guint n_weeks, gint start, gint end)
{
  for (guint i = 0; i < n_weeks * 5; i++)
    test_add (week, test_shift (week, 2000 + i, TEST_MARTA,
                                -7 * (gint) (1 + i / 5) + (gint) (i % 5), start, end));
}

static void
check_average (gboolean opted_out, gint start, gint end, const char *sentence)
{
  TestWeek week;
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_greatest_week (marta, GW_SPAN (H (60)));
  gw_colleague_set_greatest_shift (marta, GW_SPAN (H (12)));
  gw_colleague_set_opted_out (marta, opted_out);
  test_add (&week, marta);
  add_long_weeks (&week, 16, start, end);
  for (gint day = 0; day < 4; day++)
    test_add (&week, test_shift (&week, SHIFT + (guint) day, TEST_MARTA, day, start, end));
  test_add (&week, test_shift (&week, SHIFT + 4, 0, 4, start, end));
  if (sentence != NULL)
    assert_refused (test_price_shift (&week, SHIFT + 4, TEST_MARTA), sentence);
  else
    assert_allowed (test_price_shift (&week, SHIFT + 4, TEST_MARTA));
  test_week_clear (&week);
}

/* A day of 9 h 42 min, five times in seventeen weeks. */
#define LONG_DAY (9 * 60 + 42)

/* The last day of them is eight hours and a half too many. */
static void
test_average_hours (void)
{
  check_average (FALSE, H (8), H (8) + LONG_DAY,
                 "Marta can’t: 8 h 30 min more than 48 h a week over 17 weeks");
  check_average (FALSE, H (8), H (17), NULL);
  check_average (TRUE, H (8), H (8) + LONG_DAY, NULL);
}

/* Nobody who works nights can opt out. */
static void
test_night_hours (void)
{
  check_average (TRUE, H (21), H (21) + LONG_DAY,
                 "Marta works nights and can’t: 8 h 30 min more than 48 h a week over 17 weeks");
}

/* Weeks that nobody wrote down were as agreed; before she joined there were none. */
static void
test_average_since (void)
{
  TestWeek week;

  for (gint joined = 0; joined <= 1; joined++)
    {
      GwDraft *marta = test_colleague (TEST_MARTA);

      test_week_init (&week);
      gw_colleague_set_greatest_week (marta, GW_SPAN (H (60)));
      gw_colleague_set_greatest_shift (marta, GW_SPAN (H (12)));
      if (joined)
        gw_colleague_set_started (marta, gw_day_add (week.monday, -14));
      test_add (&week, marta);
      add_long_weeks (&week, 2, H (8), H (8) + LONG_DAY);
      for (gint day = 0; day < 4; day++)
        test_add (&week, test_shift (&week, SHIFT + (guint) day, TEST_MARTA, day, H (8),
                                     H (8) + LONG_DAY));
      test_add (&week, test_shift (&week, SHIFT + 4, 0, 4, H (8), H (8) + LONG_DAY));
      if (joined)
        assert_refused (test_price_shift (&week, SHIFT + 4, TEST_MARTA),
                        "Marta can’t: 1 h 30 min more than 48 h a week over 3 weeks");
      else
        assert_allowed (test_price_shift (&week, SHIFT + 4, TEST_MARTA));
      test_week_clear (&week);
    }
}

/* Sunday's early at 08:00 leaves ten hours after Saturday's late; the night on which clocks are put
 * back leaves eleven, and the one on which they are put forward nine. */
static void
check_clock_change (const char *identifier, gint year, gint month, gint day, const char *sentence)
{
  g_autoptr (GTimeZone) zone = identifier != NULL ? g_time_zone_new_identifier (identifier) : NULL;
  TestWeek week;

  test_week_init (&week);
  gw_planner_input_unref (week.input);
  g_assert_true (gw_day_from_ymd (year, month, day, &week.monday));
  week.input = gw_planner_input_new (week.monday, 7);
  gw_planner_input_set_zone (week.input, zone);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 5, H (15), H (22)));
  test_add (&week, test_shift (&week, SHIFT_2, 0, 6, H (8), H (14)));
  if (sentence != NULL)
    assert_refused (test_price_shift (&week, SHIFT_2, TEST_MARTA), sentence);
  else
    assert_allowed (test_price_shift (&week, SHIFT_2, TEST_MARTA));
  test_week_clear (&week);
}

static void
test_clock_change (void)
{
  check_clock_change (NULL, 2026, 11, 16, "Marta can’t: only 10 h rest after Saturday’s late");
  check_clock_change (NULL, 2026, 10, 19, NULL);
  check_clock_change (NULL, 2027, 3, 22, "Marta can’t: only 9 h rest after Saturday’s late");
  /* The team's own clock counts, not that of the machine: New York changes a week later. */
  check_clock_change ("America/New_York", 2026, 10, 19,
                      "Marta can’t: only 10 h rest after Saturday’s late");
  check_clock_change ("America/New_York", 2026, 10, 26, NULL);
}

/* At 17, nine hours in a day are too many whatever was agreed; so is a rest under 12 h. */
static void
test_under_18 (void)
{
  TestWeek week;
  GwDraft *marta = test_colleague (TEST_MARTA);
  GwDay born;

  test_week_init (&week);
  g_assert_true (gw_day_from_ymd (2009, 6, 1, &born));
  gw_colleague_set_born (marta, born);
  test_add (&week, marta);
  test_add (&week, test_shift (&week, SHIFT, 0, 0, H (8), H (17)));
  test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, 2, H (13), H (20)));
  test_add (&week, test_shift (&week, SHIFT_3, 0, 3, H (7) + 30, H (14)));
  assert_refused (test_price_shift (&week, SHIFT, TEST_MARTA),
                  "Marta can’t: 1 h more than the longest day of 8 h");
  assert_refused (test_price_shift (&week, SHIFT_3, TEST_MARTA),
                  "Marta can’t: only 11 h 30 min rest after Wednesday’s shift");
  test_week_clear (&week);
}

/* One start and one end a day. */
static void
test_one_span (void)
{
  TestWeek week;

  set_up (&week);
  test_add (&week, test_shift (&week, SHIFT_2, 0, 0, H (17), H (19)));
  assert_refused (test_price_shift (&week, SHIFT_2, TEST_MARTA),
                  "Marta can’t: that would be two separate shifts in one day");
  test_week_clear (&week);
}

/* A seventh day, with the days before the week counted. */
static void
test_days_in_a_row (void)
{
  TestWeek week;
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_greatest_week (marta, GW_SPAN (H (60)));
  test_add (&week, marta);
  for (gint day = -3; day < 3; day++)
    test_add (&week, test_shift (&week, 40 + (guint) (day + 3), TEST_MARTA, day, H (8), H (13)));
  test_add (&week, test_shift (&week, SHIFT, 0, 3, H (8), H (13)));
  assert_refused (test_price_shift (&week, SHIFT, TEST_MARTA),
                  "Marta can’t: that would be 7 days in a row");
  test_week_clear (&week);
}

/* Nine hours are the longest shift unless somebody said otherwise. */
static void
test_longest_shift (void)
{
  TestWeek week;

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, 0, 0, H (8), H (18)));
  assert_refused (test_price_shift (&week, SHIFT, TEST_MARTA),
                  "Marta can’t: 1 h more than the longest day of 9 h");
  test_week_clear (&week);
}

/* --- 4.2 pay ---------------------------------------------------------------------------------- */

/* From George, one kilometre away, it takes six minutes, not none. */
static void
test_travel (void)
{
  TestWeek week;
  GwDraft *visit;

  set_up (&week);
  visit = test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (7) + 30);
  gw_visit_set_tolerance (visit, GW_SPAN (0));
  gw_visit_set_pinned (visit, TRUE);
  test_give (visit, TEST_MARTA, H (7) + 30);
  test_add (&week, visit);
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)),
                  "Marta can’t: travel needs 6 min more than there is");
  assert_allowed (test_price (&week, VISIT, TEST_MARTA, 0, H (8) + 6));
  test_week_clear (&week);
}

/* --- 4.3 visits ------------------------------------------------------------------------------- */

static void
test_declined (void)
{
  TestWeek week;
  GwDraft *rose = test_person (TEST_ROSE);
  GwId marta = test_id (TEST_MARTA);

  test_week_init (&week);
  gw_person_set_declined (rose, (GwIds){ &marta, 1 });
  test_add (&week, rose);
  test_add (&week, test_colleague (TEST_MARTA));
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (8)));
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)),
                  "Marta can’t: Rose chose not to see Marta");
  test_week_clear (&week);
}

static void
test_gender_must (void)
{
  TestWeek week;
  GwDraft *rose = test_person (TEST_ROSE);

  test_week_init (&week);
  gw_person_set_gender_wish (rose, GW_GENDER_WOMAN);
  gw_person_set_gender_must (rose, TRUE);
  test_add (&week, rose);
  test_add (&week, test_colleague (TEST_JOE));
  test_add (&week, test_colleague (TEST_MARTA));
  test_add (&week, test_shift (&week, SHIFT, TEST_JOE, 0, H (7), H (14)));
  test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, 0, H (7), H (14)));
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (8)));
  assert_refused (test_price (&week, VISIT, TEST_JOE, 0, H (8)),
                  "Joe can’t: Rose is helped only by women");
  assert_allowed (test_price (&week, VISIT, TEST_MARTA, 0, H (8)));
  test_week_clear (&week);
}

static void
test_dog (void)
{
  TestWeek week;
  GwDraft *rose = test_person (TEST_ROSE), *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_person_set_home_features (rose, GW_CHOICE_BIT (GW_HOME_DOG));
  gw_colleague_set_cannot_with (marta, GW_CHOICE_BIT (GW_HOME_DOG));
  test_add (&week, rose);
  test_add (&week, marta);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (8)));
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)),
                  "Marta can’t: there is a dog at Rose’s home");
  test_week_clear (&week);
}

/* Signed off until Monday counts on Monday, not on Tuesday. */
static void
test_skill (void)
{
  TestWeek week;
  GwDraft *skill = test_draft (&gw_skill_type, TEST_HOIST), *visit;
  GwDraft *competence = test_draft (&gw_competence_type, 22);
  GwId hoist = test_id (TEST_HOIST);

  test_week_init (&week);
  test_add_everybody (&week);
  gw_skill_set_name (skill, "hoist");
  test_add (&week, skill);
  gw_competence_set_colleague (competence, test_id (TEST_MARTA));
  gw_competence_set_skill (competence, hoist);
  gw_competence_set_expires (competence, week.monday);
  test_add (&week, competence);
  for (gint day = 0; day < 2; day++)
    {
      test_add (&week, test_shift (&week, SHIFT + (guint) day, TEST_MARTA, day, H (7), H (14)));
      visit = test_visit (&week, VISIT + (guint) day, TEST_ROSE, day, H (8));
      gw_visit_set_skills (visit, (GwIds){ &hoist, 1 });
      test_add (&week, visit);
    }
  test_add (&week, test_shift (&week, SHIFT_3, TEST_JOE, 0, H (7), H (14)));
  assert_allowed (test_price (&week, VISIT, TEST_MARTA, 0, H (8)));
  assert_refused (test_price (&week, VISIT_2, TEST_MARTA, 1, H (8)),
                  "Marta can’t: hoist ran out on 23 November");
  assert_refused (test_price (&week, VISIT, TEST_JOE, 0, H (8)),
                  "Joe can’t: not signed off for hoist");
  test_week_clear (&week);
}

/* Half an hour either side was agreed. */
static void
test_window (void)
{
  TestWeek week;

  set_up (&week);
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8) + 50),
                  "Rose’s visit starts between 07:30 and 08:30; this is 20 min outside");
  test_week_clear (&week);
}

/* Where medicine is critical, fifteen minutes are the edge. */
static void
test_window_critical (void)
{
  TestWeek week;
  GwDraft *visit;

  set_up (&week);
  visit = test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (9));
  gw_draft_clear_value (visit, GW_VISIT_TOLERANCE);
  gw_visit_set_firmness (visit, GW_FIRMNESS_CRITICAL);
  test_add (&week, visit);
  assert_allowed (test_price (&week, VISIT_2, TEST_MARTA, 0, H (9) + 15));
  assert_refused (test_price (&week, VISIT_2, TEST_MARTA, 0, H (9) + 16),
                  "George’s visit starts between 08:45 and 09:15; this is 1 min outside");
  test_week_clear (&week);
}

static void
test_other_day (void)
{
  TestWeek week;

  set_up (&week);
  test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, 2, H (7), H (14)));
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 2, H (8)),
                  "Rose’s visit is agreed for Monday");
  test_week_clear (&week);
}

/* Four hours between two doses, from start to start. */
static void
test_medicine_gap (void)
{
  TestWeek week;
  GwDraft *first, *second;

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
  first = test_visit (&week, VISIT, TEST_ROSE, 0, H (8));
  gw_visit_set_pinned (first, TRUE);
  test_give (first, TEST_MARTA, H (8));
  test_add (&week, first);
  second = test_visit (&week, VISIT_2, TEST_ROSE, 0, H (12));
  gw_visit_set_after (second, test_id (VISIT));
  gw_visit_set_gap_least (second, GW_SPAN (H (4)));
  test_add (&week, second);
  assert_refused (test_price (&week, VISIT_2, TEST_MARTA, 0, H (11) + 40),
                  "Rose needs 4 h between these two visits; 20 min is missing");
  assert_allowed (test_price (&week, VISIT_2, TEST_MARTA, 0, H (12)));
  test_week_clear (&week);
}

/* A visit for two with one colleague is not covered, and is never left so. */
static void
test_two_colleagues (void)
{
  TestWeek week;
  GwDraft *visit;
  GwVerdict *verdict;

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
  visit = test_visit (&week, VISIT, TEST_ROSE, 0, H (8));
  gw_visit_set_colleagues_needed (visit, 2);
  test_add (&week, visit);
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)),
                  "Rose needs two colleagues, and only one can come");
  test_add (&week, test_shift (&week, SHIFT_2, TEST_AMINA, 0, H (7), H (14)));
  verdict = test_price (&week, VISIT, TEST_MARTA, 0, H (8));
  g_assert_cmpstr (verdict->headline, ==, "Amina is the second colleague");
  assert_allowed (verdict);
  test_week_clear (&week);
}

/* --- 4.4 rota --------------------------------------------------------------------------------- */

static void
test_shift_end (void)
{
  TestWeek week;
  GwDraft *visit;

  set_up (&week);
  visit = test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (14));
  test_add (&week, visit);
  assert_refused (test_price (&week, VISIT_2, TEST_MARTA, 0, H (13) + 45),
                  "Marta can’t: the shift ends at 14:00");
  assert_refused (test_price (&week, VISIT, TEST_AMINA, 0, H (8)), "Amina has no shift on Monday");
  test_week_clear (&week);
}

static void
test_away (void)
{
  TestWeek week;
  GwDraft *absence = test_draft (&gw_absence_type, 61);

  set_up (&week);
  gw_absence_set_colleague (absence, test_id (TEST_MARTA));
  gw_absence_set_kind (absence, GW_ABSENCE_AWAY);
  gw_absence_set_first_day (absence, week.monday);
  test_add (&week, absence);
  test_add (&week, test_shift (&week, SHIFT_2, 0, 3, H (7), H (14)));
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)), "Marta is away then");
  assert_refused (test_price_shift (&week, SHIFT_2, TEST_MARTA), "Marta is away then");
  test_week_clear (&week);
}

/* The meeting takes its time out of the shift. */
static void
test_meeting (void)
{
  TestWeek week;
  GwDraft *meeting = test_draft (&gw_meeting_type, 62);

  set_up (&week);
  gw_meeting_set_title (meeting, "Team meeting");
  gw_meeting_set_first_day (meeting, gw_day_add (week.monday, -14));
  gw_meeting_set_every_weeks (meeting, 2);
  gw_meeting_set_start (meeting, GW_HM (7, 30));
  gw_meeting_set_end (meeting, GW_HM (9, 30));
  test_add (&week, meeting);
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)),
                  "Marta can’t: Team meeting is then");
  test_week_clear (&week);
}

/* What is kept stays. */
static void
test_pin (void)
{
  TestWeek week;
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GwPricer) pricer = NULL;
  GwVisitTarget target;
  GwDraft *visit;

  set_up (&week);
  visit = test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (9));
  test_give (visit, TEST_MARTA, H (9));
  gw_visit_set_pinned (visit, TRUE);
  gw_visit_set_pin_reason (visit, "his birthday");
  test_add (&week, visit);
  test_add (&week, test_shift (&week, SHIFT_2, TEST_AMINA, 0, H (7), H (14)));
  problem = test_build (&week);
  plan = gw_week_problem_dup_current (problem);
  pricer = gw_pricer_new (plan);
  target = (GwVisitTarget){ test_id (VISIT_2), test_id (TEST_AMINA), test_id (TEST_MARTA),
                            week.monday,       GW_HM (9, 0),         GW_TARGET_AT };
  assert_refused (gw_pricer_price_visit (pricer, &target), "This is kept as it is: his birthday");
  test_week_clear (&week);
}

static void
test_overlap (void)
{
  TestWeek week;
  GwDraft *visit;

  set_up (&week);
  visit = test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (8));
  test_give (visit, TEST_MARTA, H (8));
  gw_visit_set_pinned (visit, TRUE);
  test_add (&week, visit);
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8) + 10),
                  "Marta can’t: the visit to George overlaps by 20 min");
  test_week_clear (&week);
}

/* The past is corrected by what really happened, never dragged. */
static void
test_past (void)
{
  TestWeek week;

  set_up (&week);
  gw_planner_input_set_now (week.input, week.monday, GW_HM (8, 5));
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)),
                  "This visit is not planned here");
  test_week_clear (&week);

  set_up (&week);
  test_add (&week, test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (8) + 20));
  gw_planner_input_set_now (week.input, week.monday, GW_HM (8, 5));
  assert_refused (test_price (&week, VISIT_2, TEST_MARTA, 0, H (8)),
                  "That is in the past: please enter what really happened instead");
  assert_allowed (test_price (&week, VISIT_2, TEST_MARTA, 0, H (8) + 20));
  test_week_clear (&week);
}

static void
test_workday (void)
{
  TestWeek week;
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_workdays (marta, GW_EVERY_DAY & ~GW_CHOICE_BIT (GW_TUESDAY));
  test_add (&week, marta);
  test_add (&week, test_shift (&week, SHIFT, 0, 1, H (7), H (14)));
  assert_refused (test_price_shift (&week, SHIFT, TEST_MARTA),
                  "Marta can’t: Tuesday is not a working day");
  test_week_clear (&week);
}

int
main (int argc, char *argv[])
{
  /* Clocks are changed where the office is. */
  g_setenv ("TZ", "Europe/London", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/refusal/none", test_allowed);
  g_test_add_func ("/planner/refusal/daily-rest", test_daily_rest);
  g_test_add_func ("/planner/refusal/weekly-rest", test_weekly_rest);
  g_test_add_func ("/planner/refusal/break", test_break);
  g_test_add_func ("/planner/refusal/weekly-hours", test_weekly_hours);
  g_test_add_func ("/planner/refusal/weekly-hours-opted-out", test_weekly_hours_opted_out);
  g_test_add_func ("/planner/refusal/average-hours", test_average_hours);
  g_test_add_func ("/planner/refusal/average-since", test_average_since);
  g_test_add_func ("/planner/refusal/night-hours", test_night_hours);
  g_test_add_func ("/planner/refusal/clock-change", test_clock_change);
  g_test_add_func ("/planner/refusal/under-18", test_under_18);
  g_test_add_func ("/planner/refusal/one-span", test_one_span);
  g_test_add_func ("/planner/refusal/days-in-a-row", test_days_in_a_row);
  g_test_add_func ("/planner/refusal/longest-shift", test_longest_shift);
  g_test_add_func ("/planner/refusal/travel", test_travel);
  g_test_add_func ("/planner/refusal/declined", test_declined);
  g_test_add_func ("/planner/refusal/gender-must", test_gender_must);
  g_test_add_func ("/planner/refusal/dog", test_dog);
  g_test_add_func ("/planner/refusal/skill", test_skill);
  g_test_add_func ("/planner/refusal/window", test_window);
  g_test_add_func ("/planner/refusal/window-critical", test_window_critical);
  g_test_add_func ("/planner/refusal/other-day", test_other_day);
  g_test_add_func ("/planner/refusal/medicine-gap", test_medicine_gap);
  g_test_add_func ("/planner/refusal/two-colleagues", test_two_colleagues);
  g_test_add_func ("/planner/refusal/shift-end", test_shift_end);
  g_test_add_func ("/planner/refusal/away", test_away);
  g_test_add_func ("/planner/refusal/meeting", test_meeting);
  g_test_add_func ("/planner/refusal/pin", test_pin);
  g_test_add_func ("/planner/refusal/overlap", test_overlap);
  g_test_add_func ("/planner/refusal/past", test_past);
  g_test_add_func ("/planner/refusal/workday", test_workday);
  return g_test_run ();
}
