/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chains that share one plan: what any of them has seen is not forgotten when they meet.
 */
#include "gw-engine-share.h"
#include "gw-sample-problem.h"
#include "gw-tap.h"

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

int
main (void)
{
  gw_tap_run ("what one chain covered all go on from", test_gather);
  return gw_tap_done ();
}
