/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the parts of the search for routes share: the team's members, what they have found, and the
 * schedule. Owned by the thread that called; members touch only what is theirs between two
 * meetings.
 */
#pragma once

#include "gw-engine-budget.h"
#include "gw-engine-team.h"
#include "gw-routing-breed.h"
#include "gw-routing-brood.h"
#include "gw-routing-chain.h"
#include "gw-routing-cross.h"
#include "gw-routing-pool.h"
#include "gw-routing-schedule.h"

/* One member of the team. */
typedef struct
{
  GwRoutingChain chain;
  GwRoutingPlan plan;  /* what to begin the task with */
  int64_t rounds_left; /* of the task */
  bool is_new;         /* the task begins */
  bool is_child;
  int64_t cost_at_first; /* of the state when this round began */
  bool is_breeding;      /* no task any more: makes children of the population */
  GwRoutingBrood brood;
  uint8_t *is_mine; /* [vehicle], when routes are split */
} GwRoutingMember;

typedef struct
{
  const GwEngineRouting *routing;
  const GwEngineRoutingOptions *options;
  GwRoutingSchedule schedule;
  GwEngineArena arena;
  int32_t n_members;
  GwRoutingMember members[GW_ENGINE_TEAM_MAX];
  GwRoutingPool pool;
  GwRoutingBreed breed;
  GwRoutingCross cross;
  GwRoutingPlan best, empty, merged, merged_best;
  GwEngineRandom random; /* of the meetings */
  double unit;           /* mean cost of serving one operation at first */
  GwEngineBudget budget;
  int64_t done;
  int32_t n_grown, n_refused; /* refused: children since something came in, or got better */
  int32_t *member_of, *order; /* [vehicle] */
  int64_t *keys;
  bool was_cancelled;
} GwRoutingSearch;

/* Gives every member the routes of all, and vehicles of its own. */
void gw_routing_search_split (GwRoutingSearch *search);

/* Turns the budget of seconds into steps, by trying. @n_used routes are used at first. Everything
 * that this changes is to be set anew afterwards. */
int64_t gw_routing_search_find_steps (GwRoutingSearch *search, int32_t n_used);

/* Between two rounds: plans the rest anew where the budget is seconds and the pace has changed, or where
 * the search that is repeated did. Not for populations, which go on until the time is up. */
void gw_routing_search_replan (GwRoutingSearch *search);
