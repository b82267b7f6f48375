/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search: its running cost is the score, the verifier agrees, equal budgets give equal plans.
 */
#include <stdlib.h>

#include "gw-engine-hand-over.h"
#include "gw-engine-recreate.h"
#include "gw-engine-ruin.h"
#include "gw-engine-score.h"
#include "gw-engine-search.h"
#include "gw-engine-solve.h"
#include "gw-engine-verify.h"
#include "gw-sample-problem.h"
#include "gw-tap.h"

/* Checks that state, score and verifier say the same; returns whether they do. */
static bool
agree (const GwEngineState *state, GwEnginePlan *plan)
{
  GwEngineVerdict verdict;
  GwEngineScore score;
  int64_t by_rule[GW_ENGINE_N_RULES];
  bool same;

  gw_engine_state_get_plan (state, plan);
  score = gw_engine_score_plan (state->problem, plan, by_rule, NULL);
  gw_engine_verify (state->problem, plan, &verdict);
  same = score.medium == state->medium && score.soft == state->soft &&
         gw_engine_score_compare (&score, &verdict.score) == 0 &&
         memcmp (by_rule, verdict.by_rule, sizeof by_rule) == 0;
  if (!same)
    {
      printf ("# state %lld %lld, score %lld %lld %lld, verifier %lld %lld %lld\n",
              (long long) state->medium, (long long) state->soft, (long long) score.hard,
              (long long) score.medium, (long long) score.soft, (long long) verdict.score.hard,
              (long long) verdict.score.medium, (long long) verdict.score.soft);
      for (int i = 0; i < GW_ENGINE_N_RULES; i++)
        if (by_rule[i] != verdict.by_rule[i])
          printf ("#   %s: %lld, %lld\n", gw_engine_rule_get_info ((GwEngineRule) i)->name,
                  (long long) by_rule[i], (long long) verdict.by_rule[i]);
    }
  gw_engine_verdict_clear (&verdict);
  return same;
}

/* As agree(), without the verifier. */
static bool
agree_at_once (const GwEngineState *state, GwEnginePlan *plan)
{
  GwEngineScore score;

  gw_engine_state_get_plan (state, plan);
  score = gw_engine_score_plan (state->problem, plan, NULL, NULL);
  return score.medium == state->medium && score.soft == state->soft;
}

/* Random changes, some undone, each compared with the score of the whole plan, and each @every of
 * them with the verifier. Returns how often they differed. */
static int
shake (const GwEngineProblem *problem, uint64_t seed, int moves, int every)
{
  GwEngineState *state = gw_engine_state_new (problem, NULL, NULL);
  GwEnginePlan *plan = gw_engine_plan_new (problem);
  int64_t hard;
  int wrong = 0;

  gw_engine_random_init (&state->random, seed, 1);
  gw_engine_recreate (state, 0);
  wrong += !agree (state, plan);
  hard = gw_engine_score_plan (problem, plan, NULL, NULL).hard;
  for (int i = 0; i < moves && wrong == 0; i++)
    {
      int32_t n_old = state->n_absent;
      bool fits;

      gw_engine_state_begin (state);
      fits = state->n_changeable > 0 && i % 4 == 0 ? gw_engine_hand_over (state)
                                                   : gw_engine_ruin (state);
      if (fits)
        gw_engine_recreate (state, n_old);
      if (!fits || state->is_spoilt || i % 3 == 0)
        gw_engine_state_undo (state);
      wrong += !agree_at_once (state, plan);
      if (i % every == 0)
        {
          wrong += !agree (state, plan);
          /* What was pinned may break rules; the search never breaks more. */
          wrong += gw_engine_score_plan (problem, plan, NULL, NULL).hard > hard;
        }
    }
  gw_engine_plan_free (plan);
  gw_engine_state_free (state);
  return wrong;
}

static void
test_mixtures (void)
{
  for (uint64_t seed = 0; seed < 1500; seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 10 + (int) seed % 40, 4 + (int) seed % 9);
      int wrong = shake (problem, seed, 650, 11);

      GW_CHECK_INT (wrong, ==, 0);
      if (wrong != 0)
        printf ("# seed %d\n", (int) seed);
      gw_engine_problem_unref (problem);
    }
}

static void
test_week (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 5);

  GW_CHECK_INT (shake (problem, 3, 25000, 1000), ==, 0);
  gw_engine_problem_unref (problem);
}

/* Who does not want to know any more need not wait: neither in the making of a first plan nor in a
 * round is much done after that. */
static void
test_cancel_soon (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 4, 8);
  atomic_int cancel = 1;
  GwEngineOptions options = { .cancel = &cancel };
  GwEngineChain chain;
  int64_t evaluations;

  GW_CHECK (gw_engine_chain_init (&chain, problem, &options, 0));
  gw_engine_chain_prepare (&chain, 100);
  evaluations = chain.state->n_evaluations;
  GW_CHECK_INT (chain.state->n_absent, >, 1000);
  gw_engine_chain_run (&chain, 100000);
  GW_CHECK_INT (chain.done, ==, 0);
  GW_CHECK_INT (chain.state->n_evaluations, ==, evaluations);
  atomic_store (&cancel, 0);
  gw_engine_chain_run (&chain, GW_ENGINE_CANCEL_EVERY);
  GW_CHECK_INT (chain.done, ==, GW_ENGINE_CANCEL_EVERY);
  GW_CHECK_INT (GW_ENGINE_CANCEL_EVERY, <=, 16);
  gw_engine_chain_clear (&chain);
  gw_engine_problem_unref (problem);
}

/* While covering comes first travel costs more than the rule says; afterwards costs are the score's. */
static void
test_end_of_easing (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 5);
  GwEngineOptions options = { .seed = 2 };
  GwEngineChain chain;
  GwEngineScore score;

  GW_CHECK (gw_engine_chain_init (&chain, problem, &options, 0));
  gw_engine_chain_prepare (&chain, 300);
  gw_engine_chain_run (&chain, 300);
  gw_engine_state_get_plan (chain.state, chain.best);
  score = gw_engine_score_plan (problem, chain.best, NULL, NULL);
  GW_CHECK_INT (chain.state->medium, ==, score.medium);
  GW_CHECK_INT (chain.state->soft, >, score.soft);
  gw_engine_chain_end_easing (&chain);
  gw_engine_chain_gather (&chain);
  score = gw_engine_score_plan (problem, chain.elite.plan, NULL, NULL);
  GW_CHECK_INT (gw_engine_score_compare (&chain.best_score, &score), <=, 0);
  GW_CHECK_INT (chain.state->soft, ==, score.soft);
  GW_CHECK_INT (chain.state->medium, ==, score.medium);
  gw_engine_chain_clear (&chain);
  gw_engine_problem_unref (problem);
}

/* Makes the plan better, since what is bad loses nothing. */
static void
improve (GwEngineState *state, int moves)
{
  for (int i = 0; i < moves; i++)
    {
      int64_t cost = gw_engine_state_cost (state);
      int32_t n_old = state->n_absent;

      gw_engine_state_begin (state);
      if (gw_engine_ruin (state))
        gw_engine_recreate (state, n_old);
      if (state->is_spoilt || gw_engine_state_cost (state) > cost)
        gw_engine_state_undo (state);
    }
}

/* Ruins and recreates @moves times, taking each back. Returns how often it was given up. */
static int
count_given_up (GwEngineState *state, GwEnginePlan *plan, GwEnginePlan *before, int moves)
{
  int n = 0;

  for (int i = 0; i < moves; i++)
    {
      int32_t n_old = state->n_absent;

      gw_engine_state_get_plan (state, before);
      gw_engine_state_begin (state);
      if (gw_engine_ruin (state))
        gw_engine_recreate (state, n_old);
      n += state->is_spoilt;
      gw_engine_state_undo (state);
      GW_CHECK (agree_at_once (state, plan));
      GW_CHECK (gw_engine_plan_equal (plan, before));
    }
  return n;
}

/* A change that leaves out what was covered is given up as soon as that is certain, and never where
 * there is no limit. */
static void
test_give_up (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 2);
  GwEngineState *state = gw_engine_state_new (problem, NULL, NULL);
  GwEnginePlan *plan = gw_engine_plan_new (problem), *before = gw_engine_plan_new (problem);
  int64_t evaluations[2];

  gw_engine_recreate (state, 0);
  gw_engine_random_init (&state->random, 5, 1);
  improve (state, 5000);
  gw_engine_random_init (&state->random, 5, 1);
  evaluations[0] = -state->n_evaluations;
  GW_CHECK_INT (count_given_up (state, plan, before, 500), ==, 0);
  evaluations[0] += state->n_evaluations;
  gw_engine_random_init (&state->random, 5, 1);
  state->limit = gw_engine_state_cost (state);
  evaluations[1] = -state->n_evaluations;
  GW_CHECK_INT (count_given_up (state, plan, before, 500), >, 50);
  evaluations[1] += state->n_evaluations;
  GW_CHECK_INT (evaluations[1], <, evaluations[0]);
  gw_engine_plan_free (plan);
  gw_engine_plan_free (before);
  gw_engine_state_free (state);
  gw_engine_problem_unref (problem);
}

int
main (void)
{
  gw_tap_run ("after covering first costs are right", test_end_of_easing);
  gw_tap_run ("state, score and verifier agree on mixtures", test_mixtures);
  gw_tap_run ("state, score and verifier agree on a week", test_week);
  gw_tap_run ("what is too dear is given up", test_give_up);
  gw_tap_run ("cancel is heard soon", test_cancel_soon);
  return gw_tap_done ();
}
