/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chains that share one plan: what any of them has seen is not forgotten when they meet.
 */
#include "gw-engine-share.h"
#include "gw-sample-problem.h"
#include "gw-small-world.h"

#define N_CHAINS 3

/* While they cover first each chain has a plan of its own. The best pieces of all must be in the plan
 * that they go on from together. */
static void
test_gather (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 4);
  GwEngineOptions options = { .seed = 7 };
  GwEngineChain chains[N_CHAINS];
  GwEngineShare share;
  int n_differ = 0;

  for (int i = 0; i < N_CHAINS; i++)
    {
      GW_CHECK (gw_engine_chain_init (&chains[i], problem, &options, i));
      gw_engine_chain_prepare (&chains[i], 600);
      gw_engine_chain_run (&chains[i], 200);
    }
  GW_CHECK (gw_engine_share_init (&share, &chains[0], N_CHAINS, options.seed));
  GW_CHECK (gw_engine_share_is_possible (&share));
  gw_engine_share_take (&share, chains, 1);
  GW_CHECK (gw_engine_plan_equal (share.plan, chains[1].best));
  for (int32_t k = 0; k < share.n_live; k++)
    for (int i = 0; i < N_CHAINS; i++)
      GW_CHECK_INT (share.elite.medium[share.order[k]], <=, chains[i].elite.medium[share.order[k]]);
  for (int32_t k = 0; k < share.n_live; k++)
    n_differ += chains[1].state->island_medium[share.order[k]] > share.elite.medium[share.order[k]];
  /* Some piece was better in another chain than in the plan of the leader. */
  GW_CHECK_INT (n_differ, >, 0);
  gw_engine_share_gather (&share);
  gw_engine_share_deal (&share);
  for (int i = 0; i < N_CHAINS; i++)
    {
      gw_engine_chain_end_easing (&chains[i]);
      gw_engine_share_follow (&share, &chains[i], i);
      for (int32_t k = 0; k < share.n_live; k++)
        GW_CHECK_INT (chains[i].state->island_medium[share.order[k]], ==,
                      share.elite.medium[share.order[k]]);
    }
  gw_engine_share_clear (&share);
  for (int i = 0; i < N_CHAINS; i++)
    gw_engine_chain_clear (&chains[i]);
  gw_engine_problem_unref (problem);
}

/* Two shifts that each would cover a visit, but are too near each other for the one colleague: pieces of
 * different plans that must not both be taken. */
static void
test_too_much (void)
{
  GwEngineOptions options = { .seed = 1 };
  GwEngineShare share;
  GwEngineChain chain;
  GwEngineScore score;
  GwWorld world;
  int visits[2];

  gw_world_begin (&world);
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (&world);
  gw_world_add_shift (&world, 0, AT (16, 0), AT (22, 0), GW_ENGINE_NONE);
  gw_world_add_shift (&world, 1, AT (6, 0), AT (12, 0), GW_ENGINE_NONE);
  visits[0] = gw_world_add_operation (&world, AT (17, 0), AT (20, 0));
  visits[1] = gw_world_add_operation (&world, AT (24 + 7, 0), AT (24 + 9, 0));
  gw_world_seal (&world);
  GW_CHECK (gw_engine_chain_init (&chain, world.problem, &options, 0));
  GW_CHECK (gw_engine_share_init (&share, &chain, 1, options.seed));
  GW_CHECK_INT (share.n_live, ==, 2);
  for (int i = 0; i < 2; i++)
    {
      share.elite.plan->colleague_of[i] = 0;
      share.elite.plan->shift_of[visits[i]] = i;
      share.elite.plan->start_of[visits[i]] = i == 0 ? AT (18, 0) : AT (24 + 8, 0);
      share.elite.medium[world.problem->operation_island[visits[i]]] = 0;
    }
  score = gw_engine_score_plan (world.problem, share.elite.plan, NULL, NULL);
  GW_CHECK_INT (score.hard, >, 0);
  gw_engine_share_gather (&share);
  GW_CHECK (!share.has_failed);
  score = gw_engine_score_plan (world.problem, share.plan, NULL, NULL);
  GW_CHECK_INT (score.hard, ==, 0);
  GW_CHECK_INT (gw_engine_score_compare (&score, &share.score), ==, 0);
  /* One of them, whichever. */
  GW_CHECK_INT ((share.plan->shift_of[visits[0]] >= 0) + (share.plan->shift_of[visits[1]] >= 0), ==,
                1);
  gw_engine_share_clear (&share);
  gw_engine_chain_clear (&chain);
  gw_world_end (&world);
}

int
main (void)
{
  gw_tap_run ("pieces that are too much together are not all taken", test_too_much);
  gw_tap_run ("what one chain covered all go on from", test_gather);
  return gw_tap_done ();
}
