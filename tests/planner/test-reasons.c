/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Explanations are true, number by number: on planned weeks of the sample each visit is explained, and
 * what the sentences say is compared with the records and with what the verifier finds after doing
 * what the next best place says.
 */
#include "config.h"

#include "gw-engine-price.h"
#include "gw-engine-verify.h"
#include "gw-test-planned.h"
#include "gw-test-week.h"
#include "gw-visit-timing.h"
#include "gw-week-index.h"

#include <stdlib.h>

typedef struct
{
  GwPlannerInput *input;
  GPtrArray *records;
  GwWeekProblem *week;
  GwWeekPlan *plan;
  const GwEnginePlan *before;
  GwPricer *pricer;
  GwEnginePricer *engine;
  GwEngineVerdict verdict; /* of the plan */
  gint *travel;            /* [shift]: what was said about its run, or −1 */
} World;

static void
set_up (World *world, guint64 seed, gint steps)
{
  const GwEngineProblem *engine;

  world->input = test_make_planned_week (seed, steps);
  world->records = gw_planner_input_list_records (world->input);
  world->week = gw_week_problem_new (world->input, NULL);
  world->plan = gw_week_problem_dup_current (world->week);
  world->before = gw_week_plan_get_engine (world->plan);
  world->pricer = gw_pricer_new (world->plan);
  engine = gw_week_problem_get_engine (world->week);
  world->engine = gw_engine_pricer_new (engine, world->before);
  gw_engine_verify (engine, world->before, &world->verdict);
  world->travel = g_new (gint, world->before->n_shifts);
  for (gint32 s = 0; s < world->before->n_shifts; s++)
    world->travel[s] = -1;
}

static void
tear_down (World *world)
{
  g_free (world->travel);
  gw_engine_verdict_clear (&world->verdict);
  gw_engine_pricer_free (world->engine);
  gw_pricer_free (world->pricer);
  gw_week_plan_unref (world->plan);
  gw_week_problem_unref (world->week);
  g_ptr_array_unref (world->records);
  gw_planner_input_unref (world->input);
}

static gboolean
says (GPtrArray *sentences, const char *words)
{
  for (guint i = 0; i < sentences->len; i++)
    if (strstr (g_ptr_array_index (sentences, i), words) != NULL)
      return TRUE;
  for (guint i = 0; i < sentences->len; i++)
    g_test_message ("says: %s", (char *) g_ptr_array_index (sentences, i));
  return FALSE;
}

/* The number with which the sentence that contains @words begins, behind @sign; 0 when there is none.
 * There is never more than one. */
static gint
find_number (GPtrArray *sentences, const char *sign, const char *words)
{
  gint number = 0;
  guint n = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      const char *sentence = g_ptr_array_index (sentences, i);
      gboolean is_it = g_str_has_prefix (sentence, sign) &&
                       g_ascii_isdigit (sentence[strlen (sign)]) &&
                       strstr (sentence, words) != NULL;

      if (!is_it)
        continue;
      number = atoi (sentence + strlen (sign));
      n++;
    }
  g_assert_cmpuint (n, <=, 1);
  return number;
}

static gint64
count_units (World *world, GwEngineRule rule, const gint64 *by_rule)
{
  return by_rule[rule] /
         gw_engine_problem_get_settings (gw_week_problem_get_engine (world->week))->weight[rule];
}

/* --- why it is where it is ---------------------------------------------------------------------- */

static void
check_reasons (World *world, gint32 operation, const GwVisit *visit, GPtrArray *reasons)
{
  gint32 shift = world->before->shift_of[operation];
  gint off = find_number (reasons, "", " from the time ");
  gint travel = find_number (reasons, "", " of travel in this run");
  gint32 midnight = gw_week_problem_get_time (world->week, gw_visit_get_day (visit), GW_MINUTE (0));

  g_assert_cmpuint (reasons->len, >, 0);
  if (shift < 0)
    {
      g_assert_cmpint (off, ==, 0);
      g_assert_cmpint (travel, ==, 0);
      g_assert_true (says (reasons, "is to cover"));
      return;
    }
  if (gw_visit_has_ideal (visit) && gw_visit_get_firmness (visit) != GW_FIRMNESS_FLEXIBLE)
    g_assert_cmpint (
        off, ==,
        ABS (world->before->start_of[operation] - midnight - gw_visit_get_ideal (visit).value));
  g_assert_true (world->travel[shift] < 0 || world->travel[shift] == travel);
  world->travel[shift] = travel;
}

/* What was said about runs adds up to what the verifier finds in the week. */
static void
check_all_travel (World *world)
{
  gint64 sum = 0;

  for (gint32 s = 0; s < world->before->n_shifts; s++)
    sum += MAX (world->travel[s], 0);
  g_assert_cmpint (sum, >, 0);
  g_assert_cmpint (sum, ==, count_units (world, GW_ENGINE_RULE_MINUTES, world->verdict.by_rule));
}

/* --- what the next best changes ------------------------------------------------------------------ */

/* Visits, not parts, to cover. */
static gint
count_to_cover (World *world, const GwEnginePlan *plan)
{
  g_autoptr (GHashTable) visits = g_hash_table_new (NULL, NULL);

  for (gint32 i = 0; i < plan->n_operations; i++)
    if (plan->shift_of[i] < 0)
      g_hash_table_add (visits, (gpointer) gw_week_problem_get_visit (world->week, i, NULL));
  return (gint) g_hash_table_size (visits);
}

/* Others whose time changes: each is named with its minutes and its time, or counted. */
static void
check_others (World *world, const GwEnginePrice *price, const GwEnginePlan *after,
              const GwVerdict *next)
{
  gint named = 0, moved = 0, counted = find_number (next->sentences, "", " at another time");

  for (gint32 i = 0; i < after->n_operations; i++)
    {
      gint later = after->start_of[i] - world->before->start_of[i];
      g_autofree char *words = NULL;
      gint minute = after->start_of[i] % GW_MINUTES_A_DAY;

      if (i == price->operation || i == price->partner || world->before->shift_of[i] < 0 ||
          later == 0)
        continue;
      moved++;
      words = g_strdup_printf (": %d min %s, at %02d:%02d", ABS (later),
                               later > 0 ? "later" : "earlier", minute / 60, minute % 60);
      for (guint k = 0; k < next->sentences->len; k++)
        if (g_str_has_suffix (g_ptr_array_index (next->sentences, k), words))
          {
            named++;
            break;
          }
    }
  g_assert_cmpint (moved, ==, next->n_retimed);
  g_assert_cmpint (named + counted, ==, moved);
}

/* Does what the verdict says in the engine's plan and asks the verifier what that brought. */
static void
check_next (World *world, const GwVerdict *next)
{
  const GwEngineProblem *problem = gw_week_problem_get_engine (world->week);
  const GwEnginePrice *price = next->price;
  const GwEngineOperation *op = &gw_engine_problem_get_operations (problem, NULL)[price->operation];
  GwEnginePlan *after = gw_engine_plan_copy (world->before);
  GwEngineVerdict verdict;
  gint64 change[GW_ENGINE_N_RULES];
  gint ideal, off, later, more;

  gw_engine_price_apply (world->engine, price, after);
  gw_engine_verify (problem, after, &verdict);
  for (gint i = 0; i < GW_ENGINE_N_RULES; i++)
    {
      change[i] = verdict.by_rule[i] - world->verdict.by_rule[i];
      g_assert_cmpint (change[i], ==, price->by_rule[i]);
    }
  g_assert_cmpint (verdict.score.hard, <=, world->verdict.score.hard);
  g_assert_cmpint (next->travel_change, ==, count_units (world, GW_ENGINE_RULE_MINUTES, change));
  g_assert_cmpint (find_number (next->sentences, "+", " min travel") -
                       find_number (next->sentences, "−", " min travel"),
                   ==, next->travel_change);
  more = count_to_cover (world, after) - count_to_cover (world, world->before);
  g_assert_cmpint (find_number (next->sentences, "", " more to cover"), ==, MAX (more, 0));
  g_assert_cmpint (find_number (next->sentences, "", " to spare on the way"), ==,
                   MAX (count_units (world, GW_ENGINE_RULE_BUFFER, change), 0));
  ideal = gw_engine_problem_get_windows (problem, NULL)[op->first_window].ideal;
  off = ideal != GW_ENGINE_NO_TIME && change[GW_ENGINE_RULE_IDEAL] != 0 ? price->start - ideal : 0;
  later = find_number (next->sentences, "", " later than ") -
          find_number (next->sentences, "", " earlier than ");
  g_assert_cmpint (later, ==, off);
  check_others (world, price, after, next);
  g_assert_cmpstr (next->headline, ==,
                   next->sentences->len > 0 ? g_ptr_array_index (next->sentences, 0)
                                            : "Nothing changes for others");
  gw_engine_verdict_clear (&verdict);
  gw_engine_plan_free (after);
}

/* The same in the records: a week made of them anew has what was said, says the verifier. */
static void
check_in_records (World *world, const GwVerdict *next)
{
  static const GwEngineRule rules[] = { GW_ENGINE_RULE_MINUTES,   GW_ENGINE_RULE_IDEAL,
                                        GW_ENGINE_RULE_TOLERANCE, GW_ENGINE_RULE_CHOICE,
                                        GW_ENGINE_RULE_LIKE,      GW_ENGINE_RULE_CONTINUITY,
                                        GW_ENGINE_RULE_UNPLACED };
  const GwEnginePrice *price = next->price;
  g_autoptr (GwChange) change = gw_pricer_build_change (world->pricer, next);
  g_autoptr (GwPlannerInput) input = test_apply (world->input, world->records, change);
  g_autoptr (GwWeekProblem) week = gw_week_problem_new (input, NULL);
  GwEngineVerdict verdict;

  gw_engine_verify (gw_week_problem_get_engine (week), gw_week_problem_get_records_plan (week),
                    &verdict);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_cmpint (verdict.by_rule[rules[i]] - world->verdict.by_rule[rules[i]], ==,
                     price->by_rule[rules[i]]);
  g_assert_cmpint (verdict.score.hard, <=, world->verdict.score.hard);
  gw_engine_verdict_clear (&verdict);
}

/* --- all visits ---------------------------------------------------------------------------------- */

static void
check_visit (World *world, gint32 operation, gboolean in_records, guint *n_next)
{
  const GwVisit *visit = gw_week_problem_get_visit (world->week, operation, NULL);
  gint32 shift = world->before->shift_of[operation];
  gint32 colleague = shift >= 0 ? world->before->colleague_of[shift] : -1;
  GwId holder = colleague >= 0
                    ? gw_record_get_id (gw_week_problem_get_colleague (world->week, colleague))
                    : GW_ID_NONE;
  g_autoptr (GwVerdict) next = NULL;
  g_autoptr (GPtrArray)
      reasons = gw_pricer_explain (world->pricer, gw_record_get_id (visit), holder, &next);

  check_reasons (world, operation, visit, reasons);
  if (next == NULL)
    return;
  g_assert_true (next->is_allowed);
  g_assert_cmpint (((const GwEnginePrice *) next->price)->operation, ==, operation);
  check_next (world, next);
  if (in_records)
    check_in_records (world, next);
  (*n_next)++;
}

static void
test_weeks (void)
{
  for (guint64 seed = 1; seed <= 3; seed++)
    {
      World world;
      guint n_next = 0, n = 0;

      set_up (&world, seed, seed == 1 ? 100 : 1000);
      for (gint32 i = 0; i < world.before->n_operations; i++)
        if (gw_week_problem_is_planned (world.week, i))
          check_visit (&world, i, n++ % 29 == 0, &n_next);
      check_all_travel (&world);
      g_test_message ("%u visits, %u with a next best", n, n_next);
      g_assert_cmpuint (n, >, 300);
      g_assert_cmpuint (n_next, >, 90);
      tear_down (&world);
    }
}

/* Whether all parts of the visit have somebody. */
static gboolean
is_covered (World *world, gint32 operation)
{
  const GwVisit *visit = gw_week_problem_get_visit (world->week, operation, NULL);

  for (gint32 i = 0; i < world->before->n_operations; i++)
    if (world->before->shift_of[i] < 0 && gw_week_problem_get_visit (world->week, i, NULL) == visit)
      return FALSE;
  return TRUE;
}

/* Taken out, a visit for two is one visit to cover, and not two. */
static void
test_to_the_lane (void)
{
  World world;
  guint n_two = 0;

  set_up (&world, 2, 1000);
  for (gint32 i = 0; i < world.before->n_operations; i++)
    {
      const GwVisit *visit = gw_week_problem_get_visit (world.week, i, NULL);
      gint32 shift = world.before->shift_of[i];
      GwVisitTarget target = { .visit = gw_record_get_id (visit), .day = gw_visit_get_day (visit) };
      g_autoptr (GwVerdict) verdict = NULL;
      gint more;

      if (!gw_week_problem_is_planned (world.week, i) || shift < 0)
        continue;
      target.from = gw_record_get_id (
          gw_week_problem_get_colleague (world.week, world.before->colleague_of[shift]));
      verdict = gw_pricer_price_visit (world.pricer, &target);
      /* Where the way past a door is shorter than the direct one, somebody is late without it. */
      if (!verdict->is_allowed)
        {
          g_assert_false (g_str_has_prefix (verdict->headline, "Nobody"));
          continue;
        }
      more = find_number (verdict->sentences, "", " more to cover");
      g_assert_cmpint (more, ==, is_covered (&world, i) ? 1 : 0);
      n_two += more == 1 && gw_visit_get_colleagues_needed (visit) == 2;
    }
  g_assert_cmpuint (n_two, >, 3);
  tear_down (&world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/reasons/weeks", test_weeks);
  g_test_add_func ("/planner/reasons/to-the-lane", test_to_the_lane);
  return g_test_run ();
}
