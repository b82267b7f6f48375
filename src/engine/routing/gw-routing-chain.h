/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One annealing trajectory of routes, on one thread.
 */
#pragma once

#include <stdatomic.h>

#include "gw-engine-annealing.h"
#include "gw-routing-plan.h"
#include "gw-routing-state.h"

typedef struct GwRoutingChain GwRoutingChain;

/* The instantiation of the core for the family of a problem. */
typedef struct
{
  /* Does @steps steps, or fewer once *@cancel (may be NULL) is not 0. */
  void (*run) (GwRoutingChain *chain, int64_t steps, const atomic_int *cancel);
  /* Places what is absent where it costs least, as far as it fits. */
  void (*fill) (GwRoutingChain *chain);
  /* Brings the times of all routes up to date after they were set. Returns false when no times fit
   * them. */
  bool (*retime) (GwRoutingState *state);
} GwRoutingCore;

/* Hard windows, symmetric, travel times are distances, everybody may do everything: the vehicle
 * routing problem with time windows as published. */
extern const GwRoutingCore gw_routing_core_windows;

/* Hard windows, nothing else taken for granted. */
extern const GwRoutingCore gw_routing_core_skilled;

/* Late starts, links, skills: home health care as published. */
extern const GwRoutingCore gw_routing_core_linked;

/* One chain. */
struct GwRoutingChain
{
  GwRoutingState *state;
  const GwRoutingCore *core;
  GwEngineAnnealing annealing;
  int64_t absence_cost; /* of one operation that is not served: more than any routes cost */
  GwRoutingPlan best;   /* the best since the last gw_routing_chain_set() */
};

/* Returns the instantiation for @routing. */
const GwRoutingCore *gw_routing_core_for (const GwEngineRouting *routing);

/* Makes a chain without routes; clear it in any case. Returns false without memory. */
bool gw_routing_chain_init (GwRoutingChain *chain, const GwEngineRouting *routing, uint64_t seed,
                            uint64_t stream);

/* Frees what the chain holds. */
void gw_routing_chain_clear (GwRoutingChain *chain);

/* Goes on from @plan: all its routes become the state's, and what it does not serve becomes absent
 * if @takes_absent. Routes that the state has already keep their versions. A crossed plan for which
 * there are no times (pairs that wait for each other in a circle) is dropped: all is absent then. */
void gw_routing_chain_set (GwRoutingChain *chain, const GwRoutingPlan *plan, bool takes_absent);

/* The cost of the state, with what operations not served cost. */
int64_t gw_routing_chain_cost (const GwRoutingChain *chain);

/* Copies the routes of the state into @plan. */
void gw_routing_chain_get (const GwRoutingChain *chain, GwRoutingPlan *plan);
