/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a held visit says, and that it is true: the change a verdict builds brings exactly what the
 * verdict said, on hand-made weeks and on random drops in the sample.
 */
#include "config.h"

#include "gw-engine-price.h"
#include "gw-test-planned.h"
#include "gw-test-week.h"
#include "gw-visit-timing.h"
#include "gw-week-index.h"

typedef struct
{
  TestWeek week;
  GwPricer *pricer;
} World;

static void
begin (World *world)
{
  test_week_init_early (&world->week);
  test_add (&world->week, test_shift (&world->week, SHIFT_2, TEST_JOE, 0, H (7), H (14)));
}

static void
end_records (World *world)
{
  world->pricer = test_build_pricer (&world->week);
}

static void
world_clear (World *world)
{
  g_clear_pointer (&world->pricer, gw_pricer_free);
  test_week_clear (&world->week);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static GwVerdict *
hold (World *world, guint visit, guint from, guint to, gint start)
{
  GwVisitTarget target = { test_id (visit),
                           to != 0 ? test_id (to) : GW_ID_NONE,
                           from != 0 ? test_id (from) : GW_ID_NONE,
                           world->week.monday,
                           GW_MINUTE (start),
                           GW_TARGET_AT };

  return gw_pricer_price_visit (world->pricer, &target);
}

static void
assert_says (const GwVerdict *verdict, const char *sentence)
{
  for (guint i = 0; i < verdict->sentences->len; i++)
    if (g_str_equal (g_ptr_array_index (verdict->sentences, i), sentence))
      return;
  for (guint i = 0; i < verdict->sentences->len; i++)
    g_test_message ("says: %s", (char *) g_ptr_array_index (verdict->sentences, i));
  g_test_message ("does not say: %s", sentence);
  g_assert_not_reached ();
}

static void
test_travel (void)
{
  g_auto (World) world = { 0 };
  g_autoptr (GwVerdict) verdict = NULL;

  begin (&world);
  test_add (&world.week,
            test_give (test_visit (&world.week, VISIT, TEST_GEORGE, 0, H (9)), TEST_MARTA, H (9)));
  test_add (&world.week, test_visit (&world.week, VISIT_2, TEST_ROSE, 0, H (8)));
  end_records (&world);
  verdict = hold (&world, VISIT_2, 0, TEST_MARTA, H (8));
  g_assert_true (verdict->is_allowed);
  g_assert_cmpint (verdict->mood, ==, GW_MOOD_BETTER);
  g_assert_cmpint (verdict->travel_change, ==, 6);
  assert_says (verdict, "+6 min travel");
  g_assert_true (gw_id_equal (verdict->shift, test_id (SHIFT)));
}

/* Two new faces this month already; the regular colleague has come for ten weeks. */
static void
test_new_face (void)
{
  g_auto (World) world = { 0 };
  g_autoptr (GwVerdict) third = NULL, known = NULL, hidden = NULL;
  guint number = 200;
  GwDraft *draft;

  begin (&world);
  for (gint day = -70; day < -1; day += 7)
    {
      test_add (&world.week, test_give (test_visit (&world.week, number++, TEST_ROSE, day, H (8)),
                                        TEST_MARTA, H (8)));
    }
  for (guint i = 0; i < 2; i++)
    {
      GwId id = test_id (70 + i);
      draft = test_draft (&gw_colleague_type, 70 + i);
      gw_colleague_set_first_name (draft, i == 0 ? "Bea" : "Cem");
      test_add (&world.week, draft);
      draft = test_visit (&world.week, number++, TEST_ROSE, -3, H (12));
      gw_visit_set_colleagues (draft, (GwIds){ &id, 1 });
      gw_visit_set_start (draft, GW_MINUTE (H (12)));
      test_add (&world.week, draft);
    }
  test_add (&world.week, test_visit (&world.week, VISIT, TEST_ROSE, 0, H (8)));
  end_records (&world);
  third = hold (&world, VISIT, 0, TEST_JOE, H (8));
  g_assert_true (third->is_allowed);
  g_assert_cmpint (third->new_faces, ==, 1);
  g_assert_cmpstr (third->headline, ==, "A new face for Rose, 3rd this month");
  known = hold (&world, VISIT, 0, TEST_MARTA, H (8));
  g_assert_cmpint (known->new_faces, ==, 0);
  gw_planner_input_set_initials (world.week.input, TRUE);
  hidden = hold (&world, VISIT, 0, TEST_JOE, H (8));
  g_assert_true (g_str_has_prefix (hidden->headline, "A new face for R"));
  g_assert_null (strstr (hidden->headline, "Rose"));
}

static void
test_wishes (void)
{
  g_auto (World) world = { 0 };
  g_autoptr (GwVerdict) other = NULL, chosen = NULL, late = NULL;
  GwId marta = test_id (TEST_MARTA);
  GwDraft *draft;

  test_week_init (&world.week);
  draft = test_person (TEST_ROSE);
  gw_person_set_preferred (draft, (GwIds){ &marta, 1 });
  gw_person_set_gender_wish (draft, GW_GENDER_WOMAN);
  test_add (&world.week, draft);
  test_add (&world.week, test_colleague (TEST_MARTA));
  test_add (&world.week, test_colleague (TEST_JOE));
  test_add (&world.week, test_shift (&world.week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
  test_add (&world.week, test_shift (&world.week, SHIFT_2, TEST_JOE, 0, H (7), H (14)));
  test_add (&world.week, test_visit (&world.week, VISIT, TEST_ROSE, 0, H (8)));
  end_records (&world);
  other = hold (&world, VISIT, 0, TEST_JOE, H (8));
  g_assert_cmpstr (other->headline, ==, "Rose would rather see Marta");
  assert_says (other, "A wish of Rose’s about who comes gives way");
  chosen = hold (&world, VISIT, 0, TEST_MARTA, H (8));
  g_assert_true (chosen->is_allowed);
  late = hold (&world, VISIT, 0, TEST_MARTA, H (8) + 20);
  assert_says (late, "20 min later than Rose would choose");
}

/* Hours are told of who gets the shift, without what another no longer works beyond a contract. */
static void
test_overtime (void)
{
  g_auto (World) world = { 0 };
  g_autoptr (GwVerdict) verdict = NULL;
  GwDraft *draft;

  test_week_init (&world.week);
  test_add (&world.week, test_person (TEST_ROSE));
  draft = test_colleague (TEST_MARTA);
  gw_colleague_set_contract (draft, GW_SPAN (H (6)));
  test_add (&world.week, draft);
  draft = test_colleague (TEST_JOE);
  gw_colleague_set_contract (draft, GW_SPAN (H (7)));
  test_add (&world.week, draft);
  test_add (&world.week, test_shift (&world.week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
  test_add (&world.week, test_shift (&world.week, SHIFT_2, TEST_JOE, 1, H (7), H (14)));
  end_records (&world);
  verdict = gw_pricer_price_shift (world.pricer, test_id (SHIFT), test_id (TEST_JOE));
  g_assert_true (verdict->is_allowed);
  assert_says (verdict, "7 h over the contract hours of Joe");
}

/* Out of the row and into the lane: one more to cover, and worse than it was. */
static void
test_to_the_lane (void)
{
  g_auto (World) world = { 0 };
  g_autoptr (GwVerdict) verdict = NULL;
  g_autoptr (GwChange) change = NULL;

  begin (&world);
  test_add (&world.week,
            test_give (test_visit (&world.week, VISIT, TEST_ROSE, 0, H (8)), TEST_MARTA, H (8)));
  end_records (&world);
  verdict = hold (&world, VISIT, TEST_MARTA, 0, 0);
  g_assert_true (verdict->is_allowed);
  g_assert_cmpint (verdict->mood, ==, GW_MOOD_WORSE);
  g_assert_cmpstr (verdict->headline, ==, "1 visit more to cover");
  change = gw_pricer_build_change (world.pricer, verdict);
  g_assert_false (gw_change_is_empty (change));
}

static void
test_suggestions (void)
{
  g_auto (World) world = { 0 };
  g_autoptr (GPtrArray) places = NULL, refusals = NULL, reasons = NULL;
  g_autoptr (GwVerdict) next = NULL;
  const GwVerdict *first, *last;

  begin (&world);
  test_add (&world.week, test_give (test_visit (&world.week, VISIT, TEST_ROSE, 0, H (8)),
                                    TEST_MARTA, H (8) + 15));
  test_add (&world.week, test_visit (&world.week, VISIT_2, TEST_GEORGE, 0, H (9)));
  end_records (&world);
  places = gw_pricer_suggest_places (world.pricer, test_id (VISIT_2), GW_ID_NONE, 5);
  g_assert_cmpuint (places->len, ==, 2);
  for (guint i = 0; i < places->len; i++)
    {
      first = g_ptr_array_index (places, i);
      g_assert_true (first->is_allowed);
      g_assert_cmpuint (first->choice, ==, i);
      g_assert_cmpint (first->start.value, ==, H (9));
    }
  refusals = gw_pricer_list_refusals (world.pricer, test_id (VISIT_2), GW_ID_NONE);
  g_assert_cmpuint (refusals->len, ==, 3);
  first = g_ptr_array_index (refusals, 0);
  last = g_ptr_array_index (refusals, 2);
  g_assert_true (first->is_allowed);
  g_assert_false (last->is_allowed);
  g_assert_cmpstr (last->headline, ==, "Amina has no shift then");
  reasons = gw_pricer_explain (world.pricer, test_id (VISIT), test_id (TEST_MARTA), &next);
  g_assert_cmpuint (reasons->len, >=, 1);
  g_assert_cmpstr (g_ptr_array_index (reasons, 0), ==, "15 min from the time Rose would choose");
  g_assert_nonnull (next);
}

static void
test_strangers (void)
{
  g_auto (World) world = { 0 };
  g_autoptr (GwVerdict) visit = NULL, colleague = NULL, shift = NULL;
  g_autoptr (GPtrArray) nothing = NULL, none = NULL;
  g_autoptr (GwChange) change = NULL;

  begin (&world);
  test_add (&world.week, test_visit (&world.week, VISIT, TEST_ROSE, 0, H (8)));
  end_records (&world);
  visit = hold (&world, 999, 0, TEST_MARTA, H (8));
  g_assert_cmpstr (visit->headline, ==, "This visit is not planned here");
  colleague = hold (&world, VISIT, 0, 999, H (8));
  g_assert_cmpstr (colleague->headline, ==, "That colleague is not part of this rota");
  shift = gw_pricer_price_shift (world.pricer, test_id (999), test_id (TEST_MARTA));
  g_assert_false (shift->is_allowed);
  nothing = gw_pricer_suggest_places (world.pricer, test_id (999), GW_ID_NONE, 3);
  g_assert_cmpuint (nothing->len, ==, 0);
  none = gw_pricer_suggest_colleagues (world.pricer, test_id (999), 3);
  g_assert_cmpuint (none->len, ==, 0);
  change = gw_pricer_build_change (world.pricer, visit);
  g_assert_true (gw_change_is_empty (change));
}

/* --- drops in the sample ---------------------------------------------------------------------- */

static guint
count_clashes (GwPlannerInput *input, GwWeekPlan **out_plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GwWeekProblem) week = gw_week_problem_new (input, &error);
  g_autoptr (GPtrArray) trouble = NULL;

  g_assert_no_error (error);
  *out_plan = gw_week_problem_dup_current (week);
  trouble = gw_week_plan_list_trouble (*out_plan);
  return trouble->len;
}

/* Some visit of @plan, over somebody, within its window. */
static GwVisitTarget
draw_drop (GRand *random, GwPlannerInput *input, GwWeekPlan *plan)
{
  GPtrArray *colleagues = gw_planner_input_get_records (input, &gw_colleague_type);
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  gint32 n = gw_week_plan_get_engine (plan)->n_operations;
  const GwVisit *visit = gw_week_problem_get_visit (week, g_rand_int_range (random, 0, n), NULL);
  const GwRecord *to = g_ptr_array_index (colleagues,
                                          g_rand_int_range (random, 0, (gint) colleagues->len));
  GwStartWindow window = gw_visit_get_window (visit);
  gint32 start = g_rand_int_range (random, window.earliest.value, window.latest.value + 1);
  GwPlannedSlot slot;

  g_assert_true (gw_week_plan_get_slot (plan, gw_record_get_id (visit), 0, &slot));
  return (GwVisitTarget){ .visit = gw_record_get_id (visit),
                          .to = gw_record_get_id (to),
                          .from = slot.colleague,
                          .day = gw_visit_get_day (visit),
                          .start = GW_MINUTE (start),
                          .time = g_rand_boolean (random) ? GW_TARGET_AT : GW_TARGET_ANY_TIME };
}

/* What the board shows while it is dragged says the same in short. */
static void
assert_weighs_as (GwPricer *pricer, const GwVisitTarget *target, const GwVerdict *verdict)
{
  GwVisitWeight weight;

  g_assert_true (gw_pricer_weigh_visit (pricer, target, &weight) == verdict->is_allowed);
  g_assert_cmpint (weight.mood, ==, verdict->mood);
  g_assert_cmpint (weight.travel_change, ==, verdict->travel_change);
  g_assert_cmpint (weight.new_faces, ==, verdict->new_faces);
  g_assert_cmpint (weight.n_retimed, ==, verdict->n_retimed);
}

static gboolean
is_where_said (GwWeekPlan *plan, const GwVisitTarget *target, const GwVerdict *verdict)
{
  GwPlannedSlot slot;

  for (guint i = 0; gw_week_plan_get_slot (plan, target->visit, i, &slot); i++)
    if (gw_id_equal (slot.colleague, target->to) && slot.start.value == verdict->start.value &&
        gw_id_equal (slot.shift, verdict->shift))
      return TRUE;
  return FALSE;
}

/* An allowed drop makes no clash, and the visit then is where the verdict said. */
static void
test_true_on_the_sample (void)
{
  g_autoptr (GwPlannerInput) input = test_make_planned_week (3, 1500);
  g_autoptr (GPtrArray) records = gw_planner_input_list_records (input);
  g_autoptr (GwWeekPlan) plan = NULL;
  guint n_before = count_clashes (input, &plan), n_allowed = 0;
  g_autoptr (GwPricer) pricer = gw_pricer_new (plan);
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (guint round = 0; round < 600 && n_allowed < 40; round++)
    {
      GwVisitTarget target = draw_drop (random, input, plan);
      g_autoptr (GwVerdict) verdict = gw_pricer_price_visit (pricer, &target);
      g_autoptr (GwChange) change = NULL;
      g_autoptr (GwPlannerInput) after = NULL;
      g_autoptr (GwWeekPlan) plan_after = NULL;

      assert_weighs_as (pricer, &target, verdict);
      if (!verdict->is_allowed)
        continue;
      n_allowed++;
      change = gw_pricer_build_change (pricer, verdict);
      after = test_apply (input, records, change);
      g_assert_cmpuint (count_clashes (after, &plan_after), <=, n_before);
      g_assert_true (is_where_said (plan_after, &target, verdict));
    }
  g_test_message ("%u drops were allowed and true", n_allowed);
  g_assert_cmpuint (n_allowed, >=, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/pricer/travel", test_travel);
  g_test_add_func ("/planner/pricer/new-face", test_new_face);
  g_test_add_func ("/planner/pricer/wishes", test_wishes);
  g_test_add_func ("/planner/pricer/overtime", test_overtime);
  g_test_add_func ("/planner/pricer/to-the-lane", test_to_the_lane);
  g_test_add_func ("/planner/pricer/suggestions", test_suggestions);
  g_test_add_func ("/planner/pricer/strangers", test_strangers);
  g_test_add_func ("/planner/pricer/true-on-the-sample", test_true_on_the_sample);
  return g_test_run ();
}
