/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prices: what a price says is what the score and the verifier say after doing it.
 */
#include <stdlib.h>

#include "gw-engine-price.h"
#include "gw-engine-random.h"
#include "gw-engine-solve.h"
#include "gw-engine-verify.h"
#include "gw-sample-problem.h"
#include "gw-tap.h"

static GwEnginePlan *
solve (const GwEngineProblem *problem, int64_t steps)
{
  GwEngineOptions options = { .seed = 1, .steps = steps };
  GwEngineResult result;

  return gw_engine_solve (problem, &options, &result);
}

/* Returns whether @price is exactly the difference that doing it makes. */
static bool
is_true (GwEnginePricer *pricer, const GwEngineProblem *problem, const GwEnginePrice *price,
         const GwEngineVerdict *before)
{
  GwEnginePlan *after = gw_engine_plan_copy (gw_engine_pricer_get_plan (pricer));
  GwEngineVerdict verdict;
  bool same = true, broken = false;

  gw_engine_price_apply (pricer, price, after);
  gw_engine_verify (problem, after, &verdict);
  for (int i = 0; i < GW_ENGINE_N_RULES; i++)
    {
      int64_t change = verdict.by_rule[i] - before->by_rule[i];

      broken |= change > 0 &&
                gw_engine_rule_get_info ((GwEngineRule) i)->level == GW_ENGINE_LEVEL_HARD;
      if (change != price->by_rule[i])
        {
          printf ("# operation %d to %d at %d: %s %lld, verifier %lld\n", price->operation,
                  price->shift, price->start, gw_engine_rule_get_info ((GwEngineRule) i)->name,
                  (long long) price->by_rule[i], (long long) change);
          same = false;
        }
    }
  same = same && verdict.score.soft - before->score.soft == price->delta.soft &&
         verdict.score.hard - before->score.hard == price->delta.hard &&
         verdict.score.medium - before->score.medium == price->delta.medium &&
         broken == (price->broken != GW_ENGINE_RULE_NONE);
  gw_engine_verdict_clear (&verdict);
  gw_engine_plan_free (after);
  return same;
}

static int
price_at_random (const GwEngineProblem *problem, const GwEnginePlan *plan, uint64_t seed, int n)
{
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);
  const GwEngineOperation *operations = gw_engine_problem_get_operations (problem, NULL);
  const GwEngineWindow *windows = gw_engine_problem_get_windows (problem, NULL);
  const GwEngineShift *shifts = gw_engine_problem_get_shifts (problem, NULL);
  GwEngineVerdict before;
  GwEngineRandom random;
  int wrong = 0, n_fine = 0;

  gw_engine_verify (problem, plan, &before);
  gw_engine_random_init (&random, seed, 3);
  for (int i = 0; i < n && wrong == 0; i++)
    {
      int o = gw_engine_random_below (&random, plan->n_operations);
      int s = gw_engine_random_below (&random, plan->n_shifts), kind = i % 8;
      GwEnginePrice price;

      if (kind == 0)
        gw_engine_price_remove (pricer, o, &price);
      else if (kind == 1)
        gw_engine_price_shift (
            pricer, s,
            shifts[s].n_eligible > 0
                ? gw_engine_problem_get_eligible (
                      problem, NULL)[shifts[s].first_eligible +
                                     gw_engine_random_below (&random, shifts[s].n_eligible)]
                : GW_ENGINE_NONE,
            &price);
      else if (kind < 5)
        gw_engine_price_place (pricer, o, s, GW_ENGINE_NO_TIME, &price);
      else
        gw_engine_price_place (pricer, o, s,
                               operations[o].n_windows > 0
                                   ? windows[operations[o].first_window].open +
                                         gw_engine_random_below (&random, 90)
                                   : shifts[s].start,
                               &price);
      n_fine += price.broken == GW_ENGINE_RULE_NONE;
      wrong += !is_true (pricer, problem, &price, &before);
    }
  GW_CHECK_INT (n_fine, >, 0);
  gw_engine_verdict_clear (&before);
  gw_engine_pricer_free (pricer);
  return wrong;
}

static void
test_mixtures (void)
{
  for (uint64_t seed = 0; seed < 60; seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 10 + (int) seed % 40, 4 + (int) seed % 9);
      GwEnginePlan *plan = solve (problem, 200);
      int wrong = price_at_random (problem, plan, seed, 400);

      GW_CHECK_INT (wrong, ==, 0);
      if (wrong != 0)
        printf ("# seed %d\n", (int) seed);
      gw_engine_plan_free (plan);
      gw_engine_problem_unref (problem);
    }
}

static void
test_week (void)
{
  GwEngineProblem *problem = gw_sample_week (2, 1, 4);
  GwEnginePlan *plan = solve (problem, 300);

  GW_CHECK_INT (price_at_random (problem, plan, 5, 500), ==, 0);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

/* A plan that breaks rules is priced too: somebody must be able to mend it. */
static void
test_broken_plan (void)
{
  GwEngineProblem *problem = gw_sample_week (2, 1, 4);
  GwEnginePlan *plan = solve (problem, 100);

  for (int32_t o = 0; o < plan->n_operations; o += 5)
    if (plan->shift_of[o] >= 0)
      plan->start_of[o] += 13;
  GW_CHECK_INT (price_at_random (problem, plan, 6, 300), ==, 0);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

static void
test_best_places (void)
{
  GwEngineProblem *problem = gw_sample_week (3, 1, 0);
  GwEnginePlan *plan = solve (problem, 300);
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);
  GwEngineVerdict before;
  int found = 0;

  gw_engine_verify (problem, plan, &before);
  for (int32_t o = 0; o < plan->n_operations; o += 7)
    {
      GwEnginePrice prices[5];
      int n = gw_engine_price_best_places (pricer, o, prices, 5);

      found += n;
      for (int i = 0; i < n; i++)
        {
          GW_CHECK_INT (prices[i].broken, ==, GW_ENGINE_RULE_NONE);
          GW_CHECK (is_true (pricer, problem, &prices[i], &before));
          GW_CHECK (prices[i].shift != plan->shift_of[o]);
          if (i > 0)
            GW_CHECK_INT (gw_engine_score_compare (&prices[i - 1].delta, &prices[i].delta), <=, 0);
        }
    }
  GW_CHECK_INT (found, >, 10);
  gw_engine_verdict_clear (&before);
  gw_engine_pricer_free (pricer);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

/* Whether there is a place is the same question as which is the best; asked of every shift by itself,
 * one has a place whenever all together have. */
static void
check_has_place (const GwEngineProblem *problem, const GwEnginePlan *plan, int *n_yes, int *n_no)
{
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);
  uint8_t *shifts = calloc ((size_t) plan->n_shifts, 1);

  for (int32_t o = 0; o < plan->n_operations; o++)
    {
      GwEnginePrice best;
      bool has_best = gw_engine_price_best_places (pricer, o, &best, 1) > 0, has_any = false;

      for (int32_t s = 0; s < plan->n_shifts && !has_any; s++)
        {
          shifts[s] = 1;
          has_any = gw_engine_price_has_place (pricer, o, shifts);
          shifts[s] = 0;
        }
      GW_CHECK_INT (gw_engine_price_has_place (pricer, o, NULL), ==, has_best);
      GW_CHECK_INT (has_any, ==, has_best);
      GW_CHECK (!gw_engine_price_has_place (pricer, o, shifts));
      *(has_best ? n_yes : n_no) += 1;
    }
  free (shifts);
  gw_engine_pricer_free (pricer);
}

static void
test_has_place (void)
{
  GwEngineProblem *week = gw_sample_week (4, 1, 0);
  GwEnginePlan *plan = solve (week, 300);
  int n_yes = 0, n_no = 0;

  check_has_place (week, plan, &n_yes, &n_no);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (week);
  for (uint64_t seed = 0; seed < 40; seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 30, 8);

      plan = solve (problem, 100);
      check_has_place (problem, plan, &n_yes, &n_no);
      gw_engine_plan_free (plan);
      gw_engine_problem_unref (problem);
    }
  GW_CHECK_INT (n_yes, >, 200);
  GW_CHECK_INT (n_no, >, 300);
}

/* Every colleague either has a shift in which the visit fits, or a reason. */
static void
test_refusals (void)
{
  GwEngineProblem *problem = gw_sample_week (3, 1, 0);
  GwEnginePlan *plan = solve (problem, 300);
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);
  GwEngineRefusal refusals[12];
  int n_reasons = 0;

  for (int32_t o = 0; o < plan->n_operations; o += 11)
    {
      gw_engine_price_refusals (pricer, o, refusals);
      for (int c = 0; c < 12; c++)
        {
          GwEnginePrice price;

          GW_CHECK_INT (refusals[c].colleague, ==, c);
          n_reasons += refusals[c].rule != GW_ENGINE_RULE_NONE;
          GW_CHECK (refusals[c].rule == GW_ENGINE_RULE_NONE || refusals[c].amount > 0 ||
                    refusals[c].shift < 0);
          if (refusals[c].shift < 0 || refusals[c].shift == plan->shift_of[o])
            continue;
          GW_CHECK_INT (plan->colleague_of[refusals[c].shift], ==, c);
          gw_engine_price_place (pricer, o, refusals[c].shift, GW_ENGINE_NO_TIME, &price);
          GW_CHECK_INT (price.broken, ==, refusals[c].rule);
        }
    }
  GW_CHECK_INT (n_reasons, >, 20);
  gw_engine_pricer_free (pricer);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

static void
test_explain (void)
{
  GwEngineProblem *problem = gw_sample_week (3, 1, 0);
  GwEnginePlan *plan = solve (problem, 300);
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);
  GwEngineVerdict before;

  gw_engine_verify (problem, plan, &before);
  for (int32_t o = 0; o < plan->n_operations; o++)
    {
      GwEngineContributions list = { 0 };
      GwEnginePrice next;

      if (gw_engine_price_explain (pricer, o, &list, &next))
        GW_CHECK (is_true (pricer, problem, &next, &before));
      else
        GW_CHECK_INT (next.shift, ==, GW_ENGINE_NONE);
      GW_CHECK_INT (list.n_items, >, 0);
      gw_engine_contributions_clear (&list);
    }
  gw_engine_verdict_clear (&before);
  gw_engine_pricer_free (pricer);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

/* Contributions add up to the score, rule by rule. */
static void
test_contributions (void)
{
  for (uint64_t seed = 0; seed < 30; seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 30, 8);
      GwEnginePlan *plan = solve (problem, 100);
      GwEngineContributions list = { 0 };
      int64_t by_rule[GW_ENGINE_N_RULES], sum[GW_ENGINE_N_RULES] = { 0 }, level[3] = { 0 };
      GwEngineScore score = gw_engine_score_plan (problem, plan, by_rule, &list);

      for (int32_t i = 0; i < list.n_items; i++)
        {
          sum[list.items[i].rule] += list.items[i].cost;
          level[gw_engine_rule_get_info (list.items[i].rule)->level] += list.items[i].cost;
        }
      GW_CHECK (memcmp (sum, by_rule, sizeof sum) == 0);
      GW_CHECK_INT (list.n_missing, ==, 0);
      GW_CHECK_INT (level[GW_ENGINE_LEVEL_HARD], ==, score.hard);
      GW_CHECK_INT (level[GW_ENGINE_LEVEL_MEDIUM], ==, score.medium);
      GW_CHECK_INT (level[GW_ENGINE_LEVEL_SOFT], ==, score.soft);
      gw_engine_contributions_clear (&list);
      gw_engine_plan_free (plan);
      gw_engine_problem_unref (problem);
    }
}

/* A plan that nobody made with care: visits anywhere, at any time, in anybody's hands. */
static GwEnginePlan *
throw_plan (const GwEngineProblem *problem, uint64_t seed)
{
  const GwEngineShift *shifts = gw_engine_problem_get_shifts (problem, NULL);
  GwEnginePlan *plan = gw_engine_plan_new (problem);
  GwEngineRandom random;
  int32_t n_colleagues;

  gw_engine_problem_get_colleagues (problem, &n_colleagues);
  gw_engine_random_init (&random, seed, 77);
  for (int32_t s = 0; s < plan->n_shifts; s++)
    if (gw_engine_random_below (&random, 4) == 0)
      plan->colleague_of[s] = gw_engine_random_below (&random, n_colleagues + 1) - 1;
  for (int32_t o = 0; o < plan->n_operations; o++)
    {
      int32_t s = gw_engine_random_below (&random, plan->n_shifts + 1) - 1;

      plan->shift_of[o] = s;
      plan->start_of[o] = s < 0 ? 0
                                : shifts[s].start - 30 +
                                      gw_engine_random_below (&random,
                                                              60 + shifts[s].end - shifts[s].start);
    }
  gw_engine_plan_settle_blocks (problem, plan);
  return plan;
}

static bool
is_in (const GwEngineContributions *list, const GwEngineContribution *item)
{
  for (int32_t i = 0; i < list->n_items; i++)
    if (list->items[i].rule == item->rule && list->items[i].subject == item->subject &&
        list->items[i].index == item->index && list->items[i].amount == item->amount &&
        list->items[i].cost == item->cost)
      return true;
  return false;
}

/* Whatever the plan: contributions add up to what the verifier finds, each reason that is given for
 * a visit is one of them, and doing the next best changes what was said. */
static void
check_reasons (const GwEngineProblem *problem, const GwEnginePlan *plan, int *n_reasons)
{
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);
  int64_t by_rule[GW_ENGINE_N_RULES], sum[GW_ENGINE_N_RULES] = { 0 };
  GwEngineContributions all = { 0 };
  GwEngineVerdict verdict;

  gw_engine_verify (problem, plan, &verdict);
  gw_engine_score_plan (problem, plan, by_rule, &all);
  for (int32_t i = 0; i < all.n_items; i++)
    sum[all.items[i].rule] += all.items[i].cost;
  GW_CHECK (memcmp (sum, verdict.by_rule, sizeof sum) == 0);
  for (int32_t o = 0; o < plan->n_operations; o++)
    {
      GwEngineContributions reasons = { 0 };
      GwEnginePrice next;

      if (gw_engine_price_explain (pricer, o, &reasons, &next))
        GW_CHECK (is_true (pricer, problem, &next, &verdict));
      for (int32_t i = 0; i < reasons.n_items; i++)
        GW_CHECK (is_in (&all, &reasons.items[i]));
      *n_reasons += reasons.n_items;
      gw_engine_contributions_clear (&reasons);
    }
  gw_engine_contributions_clear (&all);
  gw_engine_verdict_clear (&verdict);
  gw_engine_pricer_free (pricer);
}

static void
test_reasons (void)
{
  int n_reasons = 0;

  for (uint64_t seed = 0; seed < 60; seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 30, 8);
      GwEnginePlan *thrown = throw_plan (problem, seed), *solved = solve (problem, 100);

      check_reasons (problem, thrown, &n_reasons);
      check_reasons (problem, solved, &n_reasons);
      GW_CHECK_INT (price_at_random (problem, thrown, seed, 60), ==, 0);
      gw_engine_plan_free (thrown);
      gw_engine_plan_free (solved);
      gw_engine_problem_unref (problem);
    }
  GW_CHECK_INT (n_reasons, >, 1000);
}

int
main (void)
{
  gw_tap_run ("prices on mixtures are what happens", test_mixtures);
  gw_tap_run ("prices on a week are what happens", test_week);
  gw_tap_run ("prices on a broken plan are what happens", test_broken_plan);
  gw_tap_run ("best places are sorted and true", test_best_places);
  gw_tap_run ("there is a place or there is none", test_has_place);
  gw_tap_run ("each colleague fits or has a reason", test_refusals);
  gw_tap_run ("the next best place is what happens", test_explain);
  gw_tap_run ("contributions add up to the score", test_contributions);
  gw_tap_run ("reasons are parts of what the verifier finds", test_reasons);
  return gw_tap_done ();
}
