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

/* Two shifts that each would cover a visit, but are too near each other for the one colleague. */
typedef struct
{
  GwWorld world;
  GwEngineOptions options;
  GwEngineChain chains[2];
  GwEngineShare share;
  int visits[2];
} Tight;

static void
begin_tight (Tight *self)
{
  *self = (Tight){ .options = { .seed = 1 } };
  gw_world_begin (&self->world);
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (&self->world);
  gw_world_add_shift (&self->world, 0, AT (16, 0), AT (22, 0), GW_ENGINE_NONE);
  gw_world_add_shift (&self->world, 1, AT (6, 0), AT (12, 0), GW_ENGINE_NONE);
  self->visits[0] = gw_world_add_operation (&self->world, AT (17, 0), AT (20, 0));
  self->visits[1] = gw_world_add_operation (&self->world, AT (24 + 7, 0), AT (24 + 9, 0));
  gw_world_seal (&self->world);
  for (int i = 0; i < 2; i++)
    GW_CHECK (gw_engine_chain_init (&self->chains[i], self->world.problem, &self->options, i));
  GW_CHECK (gw_engine_share_init (&self->share, &self->chains[0], 2, self->options.seed));
  GW_CHECK_INT (self->share.n_live, ==, 2);
}

/* Covers visit number @i in @plan. */
static void
cover (const Tight *self, GwEnginePlan *plan, int i)
{
  plan->colleague_of[i] = 0;
  plan->shift_of[self->visits[i]] = i;
  plan->start_of[self->visits[i]] = i == 0 ? AT (18, 0) : AT (24 + 8, 0);
}

/* The plan is possible, its score is known, and visit number @i is covered or not. */
static void
check_tight (const Tight *self, bool first, bool second)
{
  const GwEngineShare *share = &self->share;
  GwEngineScore score = gw_engine_score_plan (self->world.problem, share->plan, NULL, NULL);

  GW_CHECK (!share->has_failed);
  GW_CHECK_INT (score.hard, ==, 0);
  GW_CHECK_INT (gw_engine_score_compare (&score, &share->score), ==, 0);
  GW_CHECK_INT (share->plan->shift_of[self->visits[0]] >= 0, ==, first);
  GW_CHECK_INT (share->plan->shift_of[self->visits[1]] >= 0, ==, second);
}

static void
end_tight (Tight *self)
{
  gw_engine_share_clear (&self->share);
  for (int i = 0; i < 2; i++)
    gw_engine_chain_clear (&self->chains[i]);
  gw_world_end (&self->world);
}

/* Pieces of different plans must not both be taken. */
static void
test_too_much (void)
{
  GwEngineShare *share;
  GwEngineScore score;
  Tight tight;

  begin_tight (&tight);
  share = &tight.share;
  for (int i = 0; i < 2; i++)
    {
      cover (&tight, share->elite.plan, i);
      share->elite.medium[tight.world.problem->operation_island[tight.visits[i]]] = 0;
    }
  score = gw_engine_score_plan (tight.world.problem, share->elite.plan, NULL, NULL);
  GW_CHECK_INT (score.hard, >, 0);
  gw_engine_share_gather (share);
  check_tight (&tight, share->order[0] == tight.world.problem->shift_island[0],
               share->order[0] == tight.world.problem->shift_island[1]);
  end_tight (&tight);
}

/* Nor what two chains have made of islands of their own: what the better one covered stays. */
static void
test_better_stays (void)
{
  for (int better = 0; better < 2; better++)
    {
      GwEnginePlan *plan;
      Tight tight;

      begin_tight (&tight);
      tight.world.problem->operations[tight.visits[better]].priority += 10;
      plan = gw_engine_plan_new (tight.world.problem);
      for (int i = 0; i < 2; i++)
        {
          int32_t island = tight.world.problem->operation_island[tight.visits[i]];

          gw_engine_state_get_plan (tight.chains[i].state, plan);
          cover (&tight, plan, i);
          gw_engine_state_set_plan (tight.chains[i].state, plan);
          GW_CHECK_INT (tight.chains[i].state->island_medium[island], ==, 0);
          tight.share.owner[island] = i;
        }
      gw_engine_share_collect (&tight.share, tight.chains);
      check_tight (&tight, better == 0, better == 1);
      gw_engine_plan_free (plan);
      end_tight (&tight);
    }
}

int
main (void)
{
  gw_tap_run ("pieces that are too much together are not all taken", test_too_much);
  gw_tap_run ("of what chains made together too much the better stays", test_better_stays);
  gw_tap_run ("what one chain covered all go on from", test_gather);
  return gw_tap_done ();
}
