/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes as families of the search (see gw-engine-lns.h): what it asks about them, and the instantiation of
 * all of it. Whoever includes this has said what the family has, as gw_routing_traits.
 */
#pragma once

#include "gw-routing-chain.h"
#include "gw-routing-linked.h"
#include "gw-routing-windows.h"

typedef GwRoutingState GwLnsState;
typedef GwRoutingChain GwLnsChain;

#include "gw-engine-lns-recreate.h"
#include "gw-engine-lns.h"
#include "gw-routing-ruin.h"

/* Of 128 insertions so many pass over the best position (blinks). */
#define GW_ROUTING_BLINKS 1

/* Steps between two looks at the cancel flag. */
#define GW_ROUTING_CANCEL_EVERY 64

/* The orders in which operations are put back, as often as they stand here. */
typedef enum
{
  GW_ROUTING_ORDER_RANDOM,
  GW_ROUTING_ORDER_DEMAND,
  GW_ROUTING_ORDER_FAR,
  GW_ROUTING_ORDER_CLOSE,
  GW_ROUTING_ORDER_NARROW,
  GW_ROUTING_ORDER_EARLY,
  GW_ROUTING_ORDER_LATE,
} GwRoutingOrder;

static const uint8_t gw_routing_orders[16] = {
  GW_ROUTING_ORDER_RANDOM, GW_ROUTING_ORDER_RANDOM, GW_ROUTING_ORDER_RANDOM,
  GW_ROUTING_ORDER_RANDOM, GW_ROUTING_ORDER_DEMAND, GW_ROUTING_ORDER_DEMAND,
  GW_ROUTING_ORDER_DEMAND, GW_ROUTING_ORDER_FAR,    GW_ROUTING_ORDER_FAR,
  GW_ROUTING_ORDER_CLOSE,  GW_ROUTING_ORDER_NARROW, GW_ROUTING_ORDER_NARROW,
  GW_ROUTING_ORDER_NARROW, GW_ROUTING_ORDER_EARLY,  GW_ROUTING_ORDER_EARLY,
  GW_ROUTING_ORDER_LATE,
};

/* As often as they stand in the table. */
static inline int32_t
gw_lns_draw_order (GwLnsState *state)
{
  return gw_routing_orders[gw_engine_random_next (&state->random) >> 60];
}

/* What is hard to place goes first, however that is measured. */
static inline int64_t
gw_lns_key (GwLnsState *state, int32_t o, int32_t order)
{
  const GwEngineRoutingOperation *op = &state->routing->operations[o];

  switch ((GwRoutingOrder) order)
    {
    case GW_ROUTING_ORDER_DEMAND:
      return -op->demand;
    case GW_ROUTING_ORDER_FAR:
      return -state->routing->remote[o];
    case GW_ROUTING_ORDER_CLOSE:
      return state->routing->remote[o];
    case GW_ROUTING_ORDER_NARROW:
      return (int64_t) op->close - op->open;
    case GW_ROUTING_ORDER_EARLY:
      return op->open;
    case GW_ROUTING_ORDER_LATE:
      return -op->close;
    case GW_ROUTING_ORDER_RANDOM:
    default:
      return (int64_t) (gw_engine_random_next (&state->random) >> 2);
    }
}

/* Insertion sort, stable: there are few. */
static inline void
gw_lns_sort (int32_t *operations, int64_t *keys, int32_t n)
{
  for (int32_t i = 1; i < n; i++)
    {
      int32_t o = operations[i], k = i;
      int64_t key = keys[i];

      for (; k > 0 && keys[k - 1] > key; k--)
        {
          keys[k] = keys[k - 1];
          operations[k] = operations[k - 1];
        }
      keys[k] = key;
      operations[k] = o;
    }
}

/* The best position for candidate number @i in the route of @v, remembered by version. */
static GW_ROUTING_INLINE const GwRoutingPosition *
gw_routing_position (GwRoutingState *state, GwRoutingTraits traits, int32_t i, int32_t v)
{
  int64_t n = state->routing->n_vehicles;
  int32_t o = state->removed[i];
  GwRoutingPosition *position = state->is_saved[v] ? &state->trial[i * n + v]
                                                   : &state->cache[o * n + v];

  if (position->version != state->version[v])
    *position = gw_routing_windows_find (state, traits, o, v, GW_ROUTING_NONE);
  return position;
}

/* Finds the cheapest place for candidate number @i. */
static GW_ROUTING_INLINE GwRoutingPosition
gw_routing_find (GwRoutingState *state, GwRoutingTraits traits, int32_t i, int32_t *vehicle,
                 int32_t banned_vehicle, int32_t banned_slot)
{
  const GwEngineRouting *routing = state->routing;
  GwRoutingPosition best = { 0, GW_ROUTING_NEVER, 0 };
  int32_t o = state->removed[i];

  for (int32_t k = 0; k < state->n_used + routing->n_classes; k++)
    {
      int32_t v = k < state->n_used ? state->used[k] : state->spare[k - state->n_used];
      const GwRoutingPosition *position;
      GwRoutingPosition other;

      if (k >= state->n_used && v < 0)
        continue;
      if (traits.has_skills && !gw_routing_may_do (routing, o, v))
        continue;
      position = gw_routing_position (state, traits, i, v);
      if (position->cost >= best.cost)
        continue;
      if (v == banned_vehicle && position->slot == banned_slot)
        {
          other = gw_routing_windows_find (state, traits, o, v, banned_slot);
          position = &other;
          if (position->cost >= best.cost)
            continue;
        }
      best = *position;
      *vehicle = v;
    }
  return best;
}

/* Finds where candidate number @i is put: the cheapest place, or now and then the next one. */
static GW_ROUTING_INLINE GwRoutingPosition
gw_routing_choose_place (GwRoutingState *state, GwRoutingTraits traits, int32_t i, int32_t *vehicle)
{
  GwRoutingPosition best = gw_routing_find (state, traits, i, vehicle, GW_ROUTING_NONE, 0);
  GwRoutingPosition next;
  int32_t other = GW_ROUTING_NONE;

  if (best.cost == GW_ROUTING_NEVER ||
      (gw_engine_random_next (&state->random) >> 57) >= GW_ROUTING_BLINKS)
    return best;
  next = gw_routing_find (state, traits, i, &other, *vehicle, best.slot);
  if (next.cost == GW_ROUTING_NEVER)
    return best;
  *vehicle = other;
  return next;
}

/* Puts candidate number @i back; false when it fits nowhere. */
static GW_ROUTING_INLINE bool
gw_routing_put (GwRoutingState *state, GwRoutingTraits traits, int32_t i)
{
  int32_t vehicle = GW_ROUTING_NONE;
  GwRoutingPosition best = gw_routing_choose_place (state, traits, i, &vehicle);

  if (best.cost == GW_ROUTING_NEVER)
    return false;
  gw_routing_state_touch (state, vehicle);
  gw_routing_windows_insert (state, traits, state->removed[i], vehicle, best.slot);
  return true;
}

/* What has a partner goes with it. */
static GW_ROUTING_INLINE bool
gw_lns_place (GwLnsState *state, int32_t i)
{
  int32_t o = state->removed[i];
  bool is_put = state->route_of[o] >= 0;

  if (!is_put)
    is_put = gw_routing_traits.is_linked ? gw_routing_linked_put (state, gw_routing_traits, o)
                                         : gw_routing_put (state, gw_routing_traits, i);
  if (!is_put)
    gw_routing_state_set_absent (state, o);
  return is_put;
}

/* Costs are read off at the end. */
static inline bool
gw_lns_is_hopeless (const GwLnsState *state, int32_t i, int32_t n)
{
  return false;
}

/* There are few. */
static inline bool
gw_lns_must_stop (const GwLnsState *state, int32_t i)
{
  return false;
}

/* Takes out what is marked. Returns false when what stays does not fit. */
static GW_ROUTING_INLINE bool
gw_routing_take_out (GwRoutingState *state, GwRoutingTraits traits)
{
  bool fits = true;

  if (traits.is_linked)
    fits = gw_routing_linked_remove (state);
  for (int32_t i = 0; i < state->n_saved && !traits.is_linked; i++)
    fits = gw_routing_windows_remove (state, traits, state->saved[i].vehicle) && fits;
  for (int32_t i = 0; i < state->n_removed; i++)
    state->is_marked[state->removed[i]] = 0;
  return fits;
}

/* Of what was absent before as much as there is room for, drawn. */
static inline int32_t
gw_lns_list (GwLnsState *state, int32_t n_old, int32_t **units, int64_t **keys)
{
  while (state->n_absent > 0 && state->n_removed < GW_ROUTING_MOST_REMOVED)
    {
      int32_t o = state->absent[gw_engine_random_below (&state->random, state->n_absent)];

      gw_routing_state_set_present (state, o);
      state->removed[state->n_removed++] = o;
    }
  *units = state->removed;
  *keys = state->keys;
  return state->n_removed;
}

/* What is not served costs more than any routes. */
static inline int64_t
gw_lns_cost (const GwLnsChain *chain)
{
  return gw_routing_chain_cost (chain);
}

/* A limit is of no use: costs are read off at the end. */
static inline void
gw_lns_begin (GwLnsChain *chain, int64_t limit)
{
  gw_routing_state_begin (chain->state);
}

/* There may be nothing of mine near the seed. */
static inline bool
gw_lns_ruin (GwLnsChain *chain)
{
  GwRoutingState *state = chain->state;

  gw_lns_collect_strings (state);
  return state->n_removed + state->n_absent > 0 && gw_routing_take_out (state, gw_routing_traits);
}

/* Puts back what went, and what was not served. */
static inline bool
gw_lns_recreate (GwLnsChain *chain, int32_t n_old)
{
  return gw_lns_place_all (chain->state, n_old);
}

/* Costs say all. */
static inline bool
gw_lns_eases (const GwLnsChain *chain)
{
  return false;
}

/* The best is the cheapest. */
static inline void
gw_lns_keep (GwLnsChain *chain)
{
  gw_routing_state_keep (chain->state);
  if (gw_lns_cost (chain) < chain->best.cost)
    gw_routing_chain_get (chain, &chain->best);
}

/* Routes come back with their versions, and with all that is remembered under them. */
static inline void
gw_lns_undo (GwLnsChain *chain)
{
  gw_routing_state_undo (chain->state);
}

/* There is nothing to count. */
static inline void
gw_lns_end (GwLnsChain *chain)
{
}

/* Many steps; looks at the cancel flag now and then. */
static inline void
gw_routing_run (GwRoutingChain *chain, int64_t steps, const atomic_int *cancel)
{
  if (chain->state->routing->n_operations > 0)
    gw_lns_run (chain, steps, cancel, GW_ROUTING_CANCEL_EVERY);
}

/* Tries to place what is absent, many at a time. */
static inline void
gw_routing_fill (GwRoutingChain *chain)
{
  GwRoutingState *state = chain->state;

  for (int32_t left = state->n_absent; left > 0; left -= GW_ROUTING_MOST_REMOVED)
    {
      gw_routing_state_begin (state);
      gw_lns_place_all (state, state->n_absent);
      gw_routing_state_keep (state);
    }
  gw_routing_chain_get (chain, &chain->best);
}

/* The times of all routes. Returns false when none fit. */
static GW_ROUTING_INLINE bool
gw_routing_retime (GwRoutingState *state, GwRoutingTraits traits)
{
  bool fits = true;

  if (traits.is_linked)
    {
      gw_routing_state_begin (state);
      fits = gw_routing_linked_retime (state);
      gw_routing_state_keep (state);
      return fits;
    }
  for (int32_t v = 0; v < state->routing->n_vehicles; v++)
    {
      GwRoutingStop *stops = gw_routing_stops (state, v);

      gw_routing_windows_forward (state, traits, stops, state->n_stops[v], 1);
      gw_routing_windows_backward (state, traits, stops, state->n_stops[v] - 2);
      fits = fits && gw_routing_windows_fit (state, traits, v);
    }
  return fits;
}

/* Instantiates the core as @name. */
#define GW_ROUTING_DEFINE_CORE(name)                                                              \
  static bool name##_retime (GwRoutingState *state)                                               \
  {                                                                                               \
    return gw_routing_retime (state, gw_routing_traits);                                          \
  }                                                                                               \
  const GwRoutingCore name = { gw_routing_run, gw_routing_fill, name##_retime }
