/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each hard rule that records can express, broken by hand-made records: the
 * planner must refuse, and say why in the words of the trade.
 */
#include "config.h"

#include "gw-test-refusal.h"

static void
test_allowed (void)
{
  g_auto (TestWeek) week = { 0 };

  set_up (&week);
  assert_allowed (test_price (&week, VISIT, TEST_MARTA, 0, H (8)));
}

/* --- pay -------------------------------------------------------------------------------------- */

/* From George, one kilometre away, it takes six minutes, not none. */
static void
test_travel (void)
{
  g_auto (TestWeek) week = { 0 };
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
}

static void
add_role_time (TestWeek *week, gint minutes)
{
  GwDraft *role = test_draft (&gw_role_time_type, 70);

  gw_role_time_set_colleague (role, test_id (TEST_MARTA));
  gw_role_time_set_day (role, week->monday);
  gw_role_time_set_duration (role, GW_SPAN (minutes));
  test_add (week, role);
}

static void
add_george (TestWeek *week, gint start)
{
  GwDraft *visit = test_visit (week, VISIT_2, TEST_GEORGE, 0, start);

  gw_visit_set_tolerance (visit, GW_SPAN (0));
  gw_visit_set_pinned (visit, TRUE);
  test_give (visit, TEST_MARTA, start);
  test_add (week, visit);
}

/* Role time that was given no time is moved for a visit, but it must fit. */
static void
test_role_time (void)
{
  /* George at 09:00 leaves 09:30 to 14:00, and the way to him from Rose fits. */
  static const gint minutes[] = { 150, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_auto (TestWeek) week = { 0 };
      GwVerdict *verdict;

      set_up (&week);
      add_george (&week, H (9));
      add_role_time (&week, minutes[i]);
      verdict = test_price (&week, VISIT, TEST_MARTA, 0, H (8) + 15);
      if (i == 0)
        assert_allowed (verdict);
      else
        assert_refused (verdict, "Marta can’t: role time would no longer fit");
      /* Too near to George it is the way. */
      assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8) + 27),
                      "Marta can’t: travel needs 3 min more than there is");
    }
}

/* --- visits ----------------------------------------------------------------------------------- */

static void
test_declined (void)
{
  g_auto (TestWeek) week = { 0 };
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
}

static void
test_gender_must (void)
{
  g_auto (TestWeek) week = { 0 };
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
}

static void
test_dog (void)
{
  g_auto (TestWeek) week = { 0 };
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
}

/* Signed off until Monday counts on Monday, not on Tuesday. */
static void
test_skill (void)
{
  g_auto (TestWeek) week = { 0 };
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
}

/* Half an hour either side was agreed. */
static void
test_window (void)
{
  g_auto (TestWeek) week = { 0 };

  set_up (&week);
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8) + 50),
                  "Rose’s visit starts between 07:30 and 08:30; this is 20 min outside");
}

/* Where medicine is critical, fifteen minutes are the edge. */
static void
test_window_critical (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *visit;

  set_up (&week);
  visit = test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (9));
  gw_draft_clear_value (visit, GW_VISIT_TOLERANCE);
  gw_visit_set_firmness (visit, GW_FIRMNESS_CRITICAL);
  test_add (&week, visit);
  assert_allowed (test_price (&week, VISIT_2, TEST_MARTA, 0, H (9) + 15));
  assert_refused (test_price (&week, VISIT_2, TEST_MARTA, 0, H (9) + 16),
                  "George’s visit starts between 08:45 and 09:15; this is 1 min outside");
}

static void
test_other_day (void)
{
  g_auto (TestWeek) week = { 0 };

  set_up (&week);
  test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, 2, H (7), H (14)));
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 2, H (8)),
                  "Rose’s visit is agreed for Monday");
}

/* Four hours between two doses, from start to start. */
static void
test_medicine_gap (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *first, *second;

  test_week_init_early (&week);
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
}

/* A visit for two with one colleague is not covered, and is never left so. */
static void
test_two_colleagues (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *visit;
  GwVerdict *verdict;

  test_week_init_early (&week);
  visit = test_visit (&week, VISIT, TEST_ROSE, 0, H (8));
  gw_visit_set_colleagues_needed (visit, 2);
  test_add (&week, visit);
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)),
                  "Rose needs two colleagues, and only one can come");
  test_add (&week, test_shift (&week, SHIFT_2, TEST_AMINA, 0, H (7), H (14)));
  verdict = test_price (&week, VISIT, TEST_MARTA, 0, H (8));
  g_assert_cmpstr (verdict->headline, ==, "Amina is the second colleague");
  assert_allowed (verdict);
}

/* --- rota ------------------------------------------------------------------------------------- */

static void
test_shift_end (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *visit;

  set_up (&week);
  visit = test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (14));
  test_add (&week, visit);
  assert_refused (test_price (&week, VISIT_2, TEST_MARTA, 0, H (13) + 45),
                  "Marta can’t: the shift ends at 14:00");
  assert_refused (test_price (&week, VISIT, TEST_AMINA, 0, H (8)), "Amina has no shift on Monday");
}

static void
test_away (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *absence = test_draft (&gw_absence_type, 61);

  set_up (&week);
  gw_absence_set_colleague (absence, test_id (TEST_MARTA));
  gw_absence_set_kind (absence, GW_ABSENCE_AWAY);
  gw_absence_set_first_day (absence, week.monday);
  test_add (&week, absence);
  test_add (&week, test_shift (&week, SHIFT_2, 0, 3, H (7), H (14)));
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)), "Marta is away then");
  assert_refused (test_price_shift (&week, SHIFT_2, TEST_MARTA), "Marta is away then");
}

/* The meeting takes its time out of the shift. */
static void
test_meeting (void)
{
  g_auto (TestWeek) week = { 0 };
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
}

/* What is kept stays. */
static void
test_pin (void)
{
  g_auto (TestWeek) week = { 0 };
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
  pricer = test_build_pricer (&week);
  target = (GwVisitTarget){ test_id (VISIT_2), test_id (TEST_AMINA), test_id (TEST_MARTA),
                            week.monday,       GW_HM (9, 0),         GW_TARGET_AT };
  assert_refused (gw_pricer_price_visit (pricer, &target), "This is kept as it is: his birthday");
}

static void
test_overlap (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *visit;

  set_up (&week);
  visit = test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (8));
  test_give (visit, TEST_MARTA, H (8));
  gw_visit_set_pinned (visit, TRUE);
  test_add (&week, visit);
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8) + 10),
                  "Marta can’t: the visit to George overlaps by 20 min");
}

/* The past is corrected by what really happened, never dragged. */
static void
test_over (void)
{
  g_auto (TestWeek) week = { 0 };

  set_up (&week);
  gw_planner_input_set_now (week.input, week.monday, GW_HM (8, 5));
  assert_refused (test_price (&week, VISIT, TEST_MARTA, 0, H (8)),
                  "This visit is not planned here");
}

static void
test_past (void)
{
  g_auto (TestWeek) week = { 0 };

  set_up (&week);
  test_add (&week, test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (8) + 20));
  gw_planner_input_set_now (week.input, week.monday, GW_HM (8, 5));
  assert_refused (test_price (&week, VISIT_2, TEST_MARTA, 0, H (8)),
                  "That is in the past: please enter what really happened instead");
  assert_allowed (test_price (&week, VISIT_2, TEST_MARTA, 0, H (8) + 20));
}

static void
test_workday (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_workdays (marta, GW_EVERY_DAY & ~GW_CHOICE_BIT (GW_TUESDAY));
  test_add (&week, marta);
  test_add (&week, test_shift (&week, SHIFT, 0, 1, H (7), H (14)));
  assert_refused (test_price_shift (&week, SHIFT, TEST_MARTA),
                  "Marta can’t: Tuesday is not a working day");
}

int
main (int argc, char *argv[])
{
  /* Clocks are changed where the office is. */
  g_setenv ("TZ", "Europe/London", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/refusal/none", test_allowed);
  g_test_add_func ("/planner/refusal/role-time", test_role_time);
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
  g_test_add_func ("/planner/refusal/over", test_over);
  g_test_add_func ("/planner/refusal/past", test_past);
  g_test_add_func ("/planner/refusal/workday", test_workday);
  return g_test_run ();
}
