/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a visit from being covered, in the words of the trade. */
#include "config.h"

#include "gw-test-week.h"

/* Checks the headline and the sentences, which end with NULL. */
static void
expect (TestWeek *week, guint visit, const char *headline, const char *const *sentences)
{
  g_autoptr (GwPricer) pricer = test_build_pricer (week);
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) list = gw_pricer_list_clashes (pricer, test_id (visit), &found);

  for (guint i = 0; i < list->len; i++)
    g_test_message ("%s", ((GwClash *) g_ptr_array_index (list, i))->sentence);
  g_assert_cmpstr (found, ==, headline);
  g_assert_cmpuint (list->len, ==, g_strv_length ((char **) sentences));
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((GwClash *) g_ptr_array_index (list, i))->sentence, ==, sentences[i]);
}

static void
add_at (TestWeek *week, guint number, guint person, gint start, guint colleague)
{
  GwDraft *visit = test_visit (week, number, person, 0, start);

  gw_visit_set_tolerance (visit, GW_SPAN (0));
  if (colleague != 0)
    test_give (visit, colleague, start);
  test_add (week, visit);
}

/* Rose and George both at eight, and one colleague. */
static void
test_same_time (void)
{
  const char *const sentences[] = { "Rose’s visit starts at 08:00",
                                    "Marta is with George from 08:10 to 08:40", NULL };
  g_auto (TestWeek) week = { 0 };

  test_week_init_early (&week);
  add_at (&week, VISIT, TEST_ROSE, H (8), 0);
  add_at (&week, VISIT_2, TEST_GEORGE, H (8) + 10, TEST_MARTA);
  add_at (&week, VISIT_3, TEST_GEORGE, H (12), TEST_MARTA);
  expect (&week, VISIT,
          "Rose’s visit finds no place because all of this comes together:", sentences);
}

/* The same, and an open shift then, and one too early. */
static void
test_open_shift (void)
{
  const char *const sentences[] = { "Rose’s visit starts at 08:00",
                                    "Marta is with George from 08:10 to 08:40",
                                    "Nobody has the shift from 08:00 to 12:00", NULL };
  g_auto (TestWeek) week = { 0 };

  test_week_init_early (&week);
  test_add (&week, test_shift (&week, SHIFT_2, 0, 0, H (8), H (12)));
  test_add (&week, test_shift (&week, SHIFT_3, 0, 0, H (6), H (8) + 15));
  add_at (&week, VISIT, TEST_ROSE, H (8), 0);
  add_at (&week, VISIT_2, TEST_GEORGE, H (8) + 10, TEST_MARTA);
  expect (&week, VISIT,
          "Rose’s visit finds no place because all of this comes together:", sentences);
}

/* Amina could, but she is away; Joe could, but Rose is helped only by women. */
static void
test_who (void)
{
  const char *const sentences[] = { "Joe can’t: Rose is helped only by women",
                                    "Amina is away on Monday", NULL };
  GwDraft *rose = test_person (TEST_ROSE), *away;
  g_auto (TestWeek) week = { 0 };

  test_week_init (&week);
  for (guint number = TEST_MARTA; number <= TEST_JOE; number++)
    test_add (&week, test_colleague (number));
  gw_person_set_gender_wish (rose, GW_GENDER_WOMAN);
  gw_person_set_gender_must (rose, TRUE);
  test_add (&week, rose);
  test_add (&week, test_shift (&week, SHIFT, TEST_AMINA, 0, H (7), H (14)));
  test_add (&week, test_shift (&week, SHIFT_2, TEST_JOE, 0, H (7), H (14)));
  away = test_draft (&gw_absence_type, 900);
  gw_absence_set_colleague (away, test_id (TEST_AMINA));
  gw_absence_set_kind (away, GW_ABSENCE_AWAY);
  gw_absence_set_first_day (away, week.monday);
  test_add (&week, away);
  add_at (&week, VISIT, TEST_ROSE, H (8), 0);
  expect (&week, VISIT,
          "Rose’s visit finds no place because all of this comes together:", sentences);
}

static void
test_skill (void)
{
  const char *const sentences[] = { "It needs somebody who is signed off for hoist", NULL };
  GwDraft *visit, *skill = test_draft (&gw_skill_type, TEST_HOIST);
  GwId needed = test_id (TEST_HOIST);
  g_auto (TestWeek) week = { 0 };

  test_week_init_early (&week);
  gw_skill_set_name (skill, "hoist");
  test_add (&week, skill);
  visit = test_visit (&week, VISIT, TEST_ROSE, 0, H (8));
  gw_visit_set_skills (visit, (GwIds){ &needed, 1 });
  test_add (&week, visit);
  expect (&week, VISIT, "Rose’s visit finds no place because of this:", sentences);
}

static void
test_two (void)
{
  const char *const sentences[] = { "Rose needs two colleagues at the same time", NULL };
  GwDraft *visit;
  g_auto (TestWeek) week = { 0 };

  test_week_init_early (&week);
  visit = test_visit (&week, VISIT, TEST_ROSE, 0, H (8));
  gw_visit_set_colleagues_needed (visit, 2);
  test_add (&week, visit);
  expect (&week, VISIT, "Rose’s visit finds no place because of this:", sentences);
}

static void
test_no_set (void)
{
  const char *const nothing[] = { NULL };
  g_auto (TestWeek) week = { 0 };

  test_week_init_early (&week);
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (8)));
  test_add (&week, test_visit (&week, VISIT_2, TEST_ROSE, 3, H (8)));
  expect (&week, VISIT, "Rose’s visit could be covered as things are", nothing);
  expect (&week, VISIT_2, "Nobody has a shift on Thursday that is long enough", nothing);
  expect (&week, VISIT_3, "This visit is not planned here", nothing);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/clash/same-time", test_same_time);
  g_test_add_func ("/planner/clash/open-shift", test_open_shift);
  g_test_add_func ("/planner/clash/who", test_who);
  g_test_add_func ("/planner/clash/skill", test_skill);
  g_test_add_func ("/planner/clash/two", test_two);
  g_test_add_func ("/planner/clash/no-set", test_no_set);
  return g_test_run ();
}
