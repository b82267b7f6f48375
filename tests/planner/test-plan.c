/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From records to a problem, from a plan to a change: what moves, what stays, what differs. */
#include "config.h"

#include "gw-plan-review.h"
#include "gw-test-plan.h"
#include "gw-week-index.h"

/* What the record would be after @change. */
static GwRecord *
find_after (GwChange *change, const GwRecord *before)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (before);

  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      if (!gw_id_equal (operation->record_id, gw_record_get_id (before)))
        continue;
      for (guint e = 0; operation->kind == GW_OPERATION_UPDATE && e < operation->n_edits; e++)
        gw_draft_set_value (draft, operation->edits[e].field, &operation->edits[e].value);
      if (operation->kind == GW_OPERATION_ADD_MEMBER)
        gw_draft_set_ids (draft, operation->member_field, &operation->member, 1);
    }
  return gw_draft_build (draft);
}

/* How many records @change touches. */
static guint
count_records (GwChange *change)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);

  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    g_hash_table_add (ids, (gpointer) &gw_change_get_operation (change, i)->record_id);
  return g_hash_table_size (ids);
}

static void
test_covers (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) current = NULL, plan = NULL;
  g_autoptr (GwPlanReview) review = NULL;
  g_autoptr (GwPlanReviewItem) item = NULL;
  g_autoptr (GwChange) change = NULL;
  g_autoptr (GwRecord) after = NULL;
  g_autofree char *summary = NULL, *others = NULL, *past = NULL, *clash = NULL, *clashes = NULL;
  GwPlannedSlot slot;

  test_week_init_early (&week);
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (8)));
  problem = test_build (&week);
  current = gw_week_problem_dup_current (problem);
  g_assert_true (gw_week_plan_get_slot (current, test_id (VISIT), 0, &slot));
  g_assert_false (slot.is_placed);
  plan = plan_week (problem, GW_PLAN_TO_COVER);
  g_assert_true (gw_week_plan_get_slot (plan, test_id (VISIT), 0, &slot));
  g_assert_true (slot.is_placed);
  g_assert_true (gw_id_equal (slot.colleague, test_id (TEST_MARTA)));
  g_assert_cmpint (slot.start.value, ==, H (8));
  review = gw_plan_review_new (plan);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (review), 0);
  g_assert_cmpstr (gw_plan_review_item_get_heading (item), ==, "Rose");
  g_assert_cmpstr (gw_plan_review_item_get_before (item), ==, "Monday 08:00, to cover");
  g_assert_cmpstr (gw_plan_review_item_get_after (item), ==, "Monday 08:00 with Marta");
  summary = gw_plan_review_dup_summary (review, 0, 0, 0);
  g_assert_cmpstr (summary, ==, "1 change; everything is covered");
  others = gw_plan_review_dup_summary (review, 2, 1, 0);
  g_assert_cmpstr (others, ==, "1 change; 3 still to cover");
  past = gw_plan_review_dup_summary (review, 0, 1, 0);
  g_assert_cmpstr (past, ==, "1 change; all is covered but 1 visit whose time has passed");
  clash = gw_plan_review_dup_summary (review, 0, 0, 1);
  g_assert_cmpstr (clash, ==, "1 change; everything is covered, but 1 clash stays");
  clashes = gw_plan_review_dup_summary (review, 2, 1, 2);
  g_assert_cmpstr (clashes, ==, "1 change; 3 still to cover; 2 clashes stay");
  change = gw_plan_review_build_change (review, "Plan");
  g_assert_cmpuint (count_records (change), ==, 1);
  after = find_after (change, gw_plan_review_item_get_record (item));
  g_assert_true (gw_ids_has (gw_visit_get_colleagues (after), test_id (TEST_MARTA)));
  g_assert_cmpint (gw_visit_get_start (after).value, ==, H (8));
}

/* A visit this morning to which only one of two came is past, and not open as well. */
static void
test_half_covered_past (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GwPlanReview) review = NULL;
  g_autofree char *past = NULL, *both = NULL;
  GwDraft *half;

  test_week_init_early (&week);
  half = test_visit (&week, VISIT, TEST_ROSE, 0, H (8));
  gw_visit_set_colleagues_needed (half, 2);
  test_give (half, TEST_MARTA, H (8));
  test_add (&week, half);
  test_add (&week, test_visit (&week, VISIT + 1, TEST_ROSE, 0, H (13)));
  gw_planner_input_set_now (week.input, week.monday, GW_HM (12, 0));
  plan = plan_records (&week, GW_PLAN_TO_COVER);
  g_assert_cmpuint (gw_week_plan_count_to_cover (plan), ==, 1);
  review = gw_plan_review_new (plan);
  past = gw_plan_review_dup_summary (review, 0, 1, 0);
  g_assert_cmpstr (past, ==, "1 change; all is covered but 1 visit whose time has passed");
  both = gw_plan_review_dup_summary (review, 1, 1, 0);
  g_assert_cmpstr (both, ==, "1 change; 2 still to cover");
}

/* Marta phones in: what she had is to cover, though the records still name her. */
static void
test_covers_for_somebody_away (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  GwDraft *away;
  GwPlannedSlot slot;

  test_week_init_early (&week);
  test_add (&week, test_shift (&week, SHIFT + 1, TEST_AMINA, 0, H (7), H (14)));
  test_add (&week, test_give (test_visit (&week, VISIT, TEST_ROSE, 0, H (8)), TEST_MARTA, H (8)));
  away = test_draft (&gw_absence_type, 900);
  gw_absence_set_colleague (away, test_id (TEST_MARTA));
  gw_absence_set_kind (away, GW_ABSENCE_AWAY);
  gw_absence_set_first_day (away, week.monday);
  test_add (&week, away);
  plan = plan_records (&week, GW_PLAN_TO_COVER);
  g_assert_true (gw_week_plan_get_slot (plan, test_id (VISIT), 0, &slot));
  g_assert_true (slot.is_placed);
  g_assert_true (gw_id_equal (slot.colleague, test_id (TEST_AMINA)));
}

static void
test_part_accepted (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GwPlanReview) review = NULL;
  g_autoptr (GwPlanReviewItem) item = NULL;
  g_autoptr (GwChange) change = NULL, nothing = NULL;

  test_week_init_early (&week);
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (8)));
  test_add (&week, test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (10)));
  plan = plan_records (&week, GW_PLAN_EVERYTHING);
  review = gw_plan_review_new (plan);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 2);
  item = g_list_model_get_item (G_LIST_MODEL (review), 0);
  g_assert_cmpstr (gw_plan_review_item_get_heading (item), ==, "George");
  gw_plan_review_item_set_accepted (item, FALSE);
  change = gw_plan_review_build_change (review, "Plan");
  g_assert_cmpuint (count_records (change), ==, 1);
  g_assert_true (gw_id_equal (gw_change_get_operation (change, 0)->record_id, test_id (VISIT)));
  g_assert_cmpuint (gw_plan_review_count_clashes (review), ==, 0);
  gw_plan_review_set_all_accepted (review, FALSE);
  nothing = gw_plan_review_build_change (review, "Plan");
  g_assert_true (gw_change_is_empty (nothing));
}

/* Cancelled, held, of somebody who died, over and never covered: not in the problem. */
static void
test_left_out (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = NULL;
  GwDraft *draft;

  test_week_init (&week);
  draft = test_person (TEST_ROSE);
  gw_person_set_status (draft, GW_PERSON_DIED);
  test_add (&week, draft);
  test_add (&week, test_person (TEST_GEORGE));
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 1, H (8)));
  draft = test_visit (&week, VISIT_2, TEST_GEORGE, 1, H (8));
  gw_visit_set_state (draft, GW_VISIT_STATE_HELD);
  test_add (&week, draft);
  draft = test_visit (&week, VISIT_3, TEST_GEORGE, 1, H (8));
  gw_visit_set_state (draft, GW_VISIT_STATE_CANCELLED);
  test_add (&week, draft);
  test_add (&week, test_visit (&week, 104, TEST_GEORGE, 0, H (8)));
  test_add (&week, test_visit (&week, 105, TEST_GEORGE, 1, H (8)));
  gw_planner_input_set_now (week.input, gw_day_add (week.monday, 1), GW_MINUTE (0));
  problem = test_build (&week);
  g_assert_cmpuint (gw_week_problem_get_n_visits (problem), ==, 1);
  g_assert_cmpint (gw_week_problem_find_operations (problem, test_id (105), NULL), ==, 0);
}

/* What is pinned, past or outside the planned days stays, whatever would be better. */
static void
test_stays (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GwPlanReview) review = NULL;
  GwDraft *draft;

  test_week_init (&week);
  gw_planner_input_unref (week.input);
  week.input = gw_planner_input_new (week.monday, 2);
  test_add_everybody (&week);
  for (gint day = 0; day < 3; day++)
    test_add (&week, test_shift (&week, SHIFT + (guint) day, TEST_MARTA, day, H (7), H (14)));
  /* All three start twenty minutes off. */
  test_add (&week,
            test_give (test_visit (&week, VISIT, TEST_ROSE, 0, H (8)), TEST_MARTA, H (8) + 20));
  draft = test_visit (&week, VISIT_2, TEST_ROSE, 1, H (8));
  test_give (draft, TEST_MARTA, H (8) + 20);
  gw_visit_set_pinned (draft, TRUE);
  test_add (&week, draft);
  test_add (&week,
            test_give (test_visit (&week, VISIT_3, TEST_ROSE, 2, H (8)), TEST_MARTA, H (8) + 20));
  test_add (&week,
            test_give (test_visit (&week, 104, TEST_GEORGE, 1, H (10)), TEST_MARTA, H (10) + 20));
  gw_planner_input_set_now (week.input, week.monday, GW_HM (12, 0));
  plan = plan_records (&week, GW_PLAN_EVERYTHING);
  review = gw_plan_review_new (plan);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 1);
  {
    g_autoptr (GwPlanReviewItem) item = g_list_model_get_item (G_LIST_MODEL (review), 0);
    g_assert_true (gw_id_equal (gw_plan_review_item_get_person (item), test_id (TEST_GEORGE)));
    g_assert_cmpstr (gw_plan_review_item_get_after (item), ==, "Tuesday 10:00 with Marta");
  }
}

/* An open shift is given to somebody, and the visits in it with it. */
static void
test_open_shift (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GwChange) change = NULL;
  g_autoptr (GwPlanReview) review = NULL;
  GwPlannedSlot slot;

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, 0, 0, H (7), H (14)));
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (8)));
  plan = plan_records (&week, GW_PLAN_EVERYTHING);
  g_assert_false (gw_id_is_none (gw_week_plan_get_colleague (plan, test_id (SHIFT))));
  g_assert_true (gw_week_plan_get_slot (plan, test_id (VISIT), 0, &slot));
  g_assert_true (gw_id_equal (slot.colleague, gw_week_plan_get_colleague (plan, test_id (SHIFT))));
  review = gw_plan_review_new (plan);
  change = gw_plan_review_build_change (review, "Plan");
  g_assert_cmpuint (count_records (change), ==, 2);
}

/* Both colleagues or none, at the same time. */
static void
test_two_colleagues (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  GwDraft *draft;
  GwPlannedSlot one, two;

  test_week_init_early (&week);
  test_add (&week, test_shift (&week, SHIFT_2, TEST_JOE, 0, H (7), H (14)));
  draft = test_visit (&week, VISIT, TEST_ROSE, 0, H (8));
  gw_visit_set_colleagues_needed (draft, 2);
  test_add (&week, draft);
  draft = test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (8));
  gw_visit_set_colleagues_needed (draft, 3);
  test_add (&week, draft);
  plan = plan_records (&week, GW_PLAN_EVERYTHING);
  g_assert_true (gw_week_plan_get_slot (plan, test_id (VISIT), 0, &one));
  g_assert_true (gw_week_plan_get_slot (plan, test_id (VISIT), 1, &two));
  g_assert_false (gw_week_plan_get_slot (plan, test_id (VISIT), 2, &two));
  gw_week_plan_get_slot (plan, test_id (VISIT), 1, &two);
  g_assert_true (one.is_placed && two.is_placed);
  g_assert_cmpint (one.start.value, ==, two.start.value);
  g_assert_false (gw_id_equal (one.colleague, two.colleague));
  for (guint slot = 0; slot < 3; slot++)
    {
      g_assert_true (gw_week_plan_get_slot (plan, test_id (VISIT_2), slot, &one));
      g_assert_false (one.is_placed);
    }
}

/* A colleague named for a visit without having a shift: in the trouble list, and left alone. */
static void
test_no_shift (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GPtrArray) trouble = NULL;
  g_autoptr (GwPlanReview) review = NULL;
  const GwTrouble *first;

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_give (test_visit (&week, VISIT, TEST_ROSE, 0, H (8)), TEST_MARTA, H (8)));
  plan = plan_records (&week, GW_PLAN_EVERYTHING);
  trouble = gw_week_plan_list_trouble (plan);
  g_assert_cmpuint (trouble->len, ==, 1);
  first = g_ptr_array_index (trouble, 0);
  g_assert_cmpstr (first->sentence, ==, "Marta has no shift on Monday");
  g_assert_cmpstr (first->heading, ==, "Monday 23 November, Rose 08:00");
  review = gw_plan_review_new (plan);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 0);
}

/* Sunday’s night shift ends on Monday; what it has then is no trouble of the week after. */
static void
test_night_before (void)
{
  g_auto (TestWeek) test = { 0 };
  g_autoptr (GwWeekProblem) week = NULL;
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GPtrArray) trouble = NULL;

  test_week_init (&test);
  test_add_everybody (&test);
  test_add (&test, test_shift (&test, 31, TEST_MARTA, -1, 22 * 60, 31 * 60));
  test_add (&test, test_give (test_visit (&test, 101, TEST_ROSE, 0, 60), TEST_MARTA, 60));
  week = test_build (&test);
  plan = gw_week_problem_dup_current (week);
  trouble = gw_week_plan_list_trouble (plan);
  g_assert_cmpuint (trouble->len, ==, 0);
}

/* Two laptops may merge into a rota that breaks a rule: it is listed, not refused. */
static void
test_trouble (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GPtrArray) trouble = NULL;
  const GwTrouble *first, *second;

  test_week_init_early (&week);
  test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, 1, H (0) + 30, H (6)));
  test_add (&week, test_give (test_visit (&week, VISIT, TEST_ROSE, 0, H (8)), TEST_MARTA, H (8)));
  test_add (&week,
            test_give (test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (8)), TEST_MARTA, H (8) + 10));
  plan = test_build_current (&week);
  trouble = gw_week_plan_list_trouble (plan);
  g_assert_cmpuint (trouble->len, >=, 2);
  first = g_ptr_array_index (trouble, 0);
  second = g_ptr_array_index (trouble, trouble->len - 1);
  g_assert_cmpstr (first->sentence, ==, "Marta can’t: the visit to Rose overlaps by 20 min");
  g_assert_cmpstr (first->rule, ==, "overlap");
  g_assert_cmpstr (second->rule, ==, "daily-rest");
  g_assert_cmpstr (second->sentence, ==, "Marta can’t: only 10 h 30 min rest after Monday’s early");
}

/* Who is on leave is not paid for being with people; who is in training is paid for that. */
static void
test_numbers_away (void)
{
  const gint kinds[] = { GW_ABSENCE_LEAVE, GW_ABSENCE_TRAINING };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (TestWeek) week = { 0 };
      g_autoptr (GwWeekPlan) plan = NULL;
      GwWeekNumbers numbers;
      GwDraft *draft;

      test_week_init_early (&week);
      draft = test_draft (&gw_absence_type, 900);
      gw_absence_set_colleague (draft, test_id (TEST_MARTA));
      gw_absence_set_kind (draft, kinds[i]);
      gw_absence_set_state (draft, GW_ABSENCE_APPROVED);
      gw_absence_set_first_day (draft, week.monday);
      gw_absence_set_last_day (draft, week.monday);
      test_add (&week, draft);
      plan = test_build_current (&week);
      gw_week_numbers_compute (plan, NULL, &numbers);
      g_assert_cmpint (numbers.share.paid, ==, i == 0 ? 0 : 420);
    }
}

static void
test_numbers (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  GwWeekNumbers numbers;

  test_week_init_early (&week);
  test_add (&week, test_shift (&week, SHIFT_2, 0, 1, H (7), H (14)));
  test_add (&week, test_give (test_visit (&week, VISIT, TEST_ROSE, 0, H (8)), TEST_MARTA, H (8)));
  test_add (&week,
            test_give (test_visit (&week, VISIT_2, TEST_GEORGE, 0, H (9)), TEST_MARTA, H (9) + 25));
  test_add (&week, test_visit (&week, VISIT_3, TEST_GEORGE, 1, H (9)));
  plan = test_build_current (&week);
  gw_week_numbers_compute (plan, NULL, &numbers);
  g_assert_cmpuint (numbers.n_visits, ==, 3);
  g_assert_cmpuint (numbers.n_to_cover, ==, 1);
  g_assert_cmpuint (numbers.n_open_shifts, ==, 1);
  g_assert_cmpuint (numbers.n_clashes, ==, 0);
  g_assert_cmpint (numbers.travel, ==, 6);
  g_assert_cmpuint (numbers.n_wishes, ==, 3);
  g_assert_cmpuint (numbers.n_wishes_kept, ==, 1);
  g_assert_cmpint (gw_week_numbers_get_wishes_permille (&numbers), ==, 333);
  g_assert_cmpint (numbers.share.paid, ==, 420);
  g_assert_cmpint (numbers.share.contact, ==, 60);
  g_assert_cmpuint (numbers.new_faces, ==, 2);
}

static void
test_repeatable (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) one = NULL, two = NULL;

  test_week_init_early (&week);
  test_add (&week, test_shift (&week, SHIFT_2, TEST_JOE, 0, H (7), H (14)));
  for (guint i = 0; i < 12; i++)
    test_add (&week, test_visit (&week, VISIT + i, i % 2 == 0 ? TEST_ROSE : TEST_GEORGE, 0,
                                 H (8) + (gint) i * 20));
  problem = test_build (&week);
  one = plan_week (problem, GW_PLAN_EVERYTHING);
  two = plan_week (problem, GW_PLAN_EVERYTHING);
  g_assert_true (
      gw_engine_plan_equal (gw_week_plan_get_engine (one), gw_week_plan_get_engine (two)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/plan/covers", test_covers);
  g_test_add_func ("/planner/plan/half-covered-past", test_half_covered_past);
  g_test_add_func ("/planner/plan/covers-for-somebody-away", test_covers_for_somebody_away);
  g_test_add_func ("/planner/plan/part-accepted", test_part_accepted);
  g_test_add_func ("/planner/plan/left-out", test_left_out);
  g_test_add_func ("/planner/plan/stays", test_stays);
  g_test_add_func ("/planner/plan/open-shift", test_open_shift);
  g_test_add_func ("/planner/plan/two-colleagues", test_two_colleagues);
  g_test_add_func ("/planner/plan/no-shift", test_no_shift);
  g_test_add_func ("/planner/plan/night-before", test_night_before);
  g_test_add_func ("/planner/plan/trouble", test_trouble);
  g_test_add_func ("/planner/plan/numbers", test_numbers);
  g_test_add_func ("/planner/plan/numbers-away", test_numbers_away);
  g_test_add_func ("/planner/plan/repeatable", test_repeatable);
  return g_test_run ();
}
