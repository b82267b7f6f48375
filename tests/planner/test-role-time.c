/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Role time on a day with two shifts lies in one of them, and counts once. */
#include "config.h"

#include "gw-test-plan.h"

#define ROLE 70

static void
add_role_time (TestWeek *week, gint start)
{
  GwDraft *role = test_draft (&gw_role_time_type, ROLE);

  gw_role_time_set_colleague (role, test_id (TEST_MARTA));
  gw_role_time_set_day (role, week->monday);
  gw_role_time_set_duration (role, GW_SPAN (60));
  if (start >= 0)
    gw_role_time_set_start (role, GW_MINUTE (start));
  test_add (week, role);
}

/* When the role time is in @shift; negative: it is not in it. */
static gint
find_start (GwWeekPlan *plan, guint shift)
{
  g_autoptr (GArray) blocks = gw_week_plan_list_blocks (plan, test_id (shift));

  for (guint i = 0; i < blocks->len; i++)
    if (gw_id_equal (g_array_index (blocks, GwPlannedBlock, i).record, test_id (ROLE)))
      return g_array_index (blocks, GwPlannedBlock, i).start.value;
  return -1;
}

/* Checks that it lies in the shift that is @expected when it begins at @start, or any time when that
 * is negative, and the shift from seven has so many visits. */
static void
check (gint start, guint n_visits, guint expected)
{
  TestWeek week;
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) plan = NULL;

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 0, H (7), H (11)));
  test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, 0, H (11), H (14)));
  for (guint i = 0; i < n_visits; i++)
    {
      GwDraft *visit = test_visit (&week, VISIT + i, TEST_ROSE, 0, H (7) + 30 * (gint) i);
      test_give (visit, TEST_MARTA, H (7) + 30 * (gint) i);
      test_add (&week, visit);
    }
  add_role_time (&week, start);
  problem = test_build (&week);
  plan = gw_week_problem_dup_current (problem);
  g_assert_cmpint (find_start (plan, SHIFT) >= 0, ==, expected == SHIFT);
  g_assert_cmpint (find_start (plan, SHIFT_2) >= 0, ==, expected == SHIFT_2);
  if (start >= 0)
    g_assert_cmpint (find_start (plan, expected), ==, start);
  test_week_clear (&week);
}

static void
test_one_of_two (void)
{
  check (-1, 0, SHIFT);
  check (-1, 4, SHIFT);
  /* Seven visits leave half an hour of the longer one. */
  check (-1, 7, SHIFT_2);
  check (H (8), 0, SHIFT);
  check (H (12), 0, SHIFT_2);
  check (H (10), 0, SHIFT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/role-time/one-of-two", test_one_of_two);
  return g_test_run ();
}
