/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search of every family of problems: large neighbourhood search. A step takes some operations out
 * (gw-engine-lns-ruin.h), puts them back where they cost least (gw-engine-lns-recreate.h), and the new
 * plan stays when annealing lets it (gw-engine-annealing.h).
 *
 * A family is what it says about its plans: rotas in gw-engine-search.c, gw-engine-ruin.c and
 * gw-engine-recreate.c; routes in routing/gw-routing-core.h, gw-routing-ruin.h and gw-routing-recreate.h,
 * once for each of the three kinds (gw-routing-core-*.c). The three parts of the search are templates:
 * a file names the family's types, includes a part, and defines the functions that the part declares as
 * the family's. A part is compiled together with a family's answers, so that the loop holds neither a
 * pointer to a function nor a test for what the family does not have.
 *
 * A GwLnsChain has a @state and its @annealing; a GwLnsState has a @random and the number of operations
 * that are absent, @n_absent. tests/engine/test-engine-lns.c is a family as small as can be.
 */
#pragma once

#include <stdatomic.h>

#include "gw-engine-annealing.h"

/* The family: what the plan costs as it is. */
static inline int64_t gw_lns_cost (const GwLnsChain *chain);

/* The family: begins a change, which may cost @limit when it is done. */
static inline void gw_lns_begin (GwLnsChain *chain, int64_t limit);

/* The family: takes something out, or makes another move. Returns false when what stays does not fit. */
static inline bool gw_lns_ruin (GwLnsChain *chain);

/* The family: puts back what is absent, of which @n_old operations were before the change. Returns
 * false when the change was given up. */
static inline bool gw_lns_recreate (GwLnsChain *chain, int32_t n_old);

/* The family: whether a change may stay although it costs too much. */
static inline bool gw_lns_eases (const GwLnsChain *chain);

/* The family: lets the change stand, and keeps the plan if it is the best so far. */
static inline void gw_lns_keep (GwLnsChain *chain);

/* The family: takes the change back. */
static inline void gw_lns_undo (GwLnsChain *chain);

/* The family: a step is over. */
static inline void gw_lns_end (GwLnsChain *chain);

/* Makes the change that was begun. Returns false when it must be taken back. */
static inline bool
gw_lns_change (GwLnsChain *chain)
{
  int32_t n_old = chain->state->n_absent;

  return gw_lns_ruin (chain) && gw_lns_recreate (chain, n_old);
}

/* One step: ruin, recreate, accept or take back. */
static inline void
gw_lns_step (GwLnsChain *chain)
{
  int64_t limit = gw_engine_annealing_limit (&chain->annealing, gw_lns_cost (chain),
                                             &chain->state->random);

  gw_lns_begin (chain, limit);
  if (gw_lns_change (chain) && (gw_lns_cost (chain) <= limit || gw_lns_eases (chain)))
    gw_lns_keep (chain);
  else
    gw_lns_undo (chain);
  gw_lns_end (chain);
}

/* Does @steps steps, or fewer once *@cancel (may be NULL) is not 0, which is looked at every
 * @cancel_every. */
static inline void
gw_lns_run (GwLnsChain *chain, int64_t steps, const atomic_int *cancel, int32_t cancel_every)
{
  for (int64_t i = 0; i < steps; i++)
    {
      if (i % cancel_every == 0 && cancel != NULL && atomic_load (cancel) != 0)
        return;
      gw_lns_step (chain);
    }
}
