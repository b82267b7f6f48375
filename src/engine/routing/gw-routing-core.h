/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One step of the search: ruin, recreate, accept or take back. Everything is inlined into an
 * instantiation for one family; nothing here allocates or calls through a pointer.
 */
#pragma once

#include "gw-routing-chain.h"
#include "gw-routing-linked.h"
#include "gw-routing-ruin.h"
#include "gw-routing-windows.h"

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

/* What @o is sorted by, small first. */
static inline int64_t
gw_routing_key (GwRoutingState *state, int32_t o, GwRoutingOrder order)
{
  const GwEngineRoutingOperation *op = &state->routing->operations[o];

  switch (order)
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

/* Sorts what is to be placed: insertion sort, stable, of few. */
static inline void
gw_routing_sort (GwRoutingState *state)
{
  GwRoutingOrder order =
      (GwRoutingOrder) gw_routing_orders[gw_engine_random_next (&state->random) >> 60];

  for (int32_t i = 0; i < state->n_removed; i++)
    {
      int32_t o = state->removed[i], k = i;
      int64_t key = gw_routing_key (state, o, order);

      for (; k > 0 && state->keys[k - 1] > key; k--)
        {
          state->keys[k] = state->keys[k - 1];
          state->removed[k] = state->removed[k - 1];
        }
      state->keys[k] = key;
      state->removed[k] = o;
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

/* Puts what is listed back where it costs least. */
static GW_ROUTING_INLINE void
gw_routing_recreate (GwRoutingState *state, GwRoutingTraits traits)
{
  for (int32_t i = 0; i < state->n_removed; i++)
    {
      int32_t o = state->removed[i];
      bool is_put = state->route_of[o] >= 0; /* with its partner */

      if (!is_put)
        is_put = traits.is_linked ? gw_routing_linked_put (state, traits, o)
                                  : gw_routing_put (state, traits, i);
      if (!is_put)
        gw_routing_state_set_absent (state, o);
    }
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

/* Adds some of those that were not served before to what is to be placed. */
static inline void
gw_routing_retry (GwRoutingState *state)
{
  while (state->n_absent > 0 && state->n_removed < GW_ROUTING_MOST_REMOVED)
    {
      int32_t o = state->absent[gw_engine_random_below (&state->random, state->n_absent)];

      gw_routing_state_set_present (state, o);
      state->removed[state->n_removed++] = o;
    }
}

/* One step. */
static GW_ROUTING_INLINE void
gw_routing_step (GwRoutingChain *chain, GwRoutingTraits traits)
{
  GwRoutingState *state = chain->state;
  int64_t before = gw_routing_chain_cost (chain), after;
  int64_t limit = gw_engine_annealing_limit (&chain->annealing, before, &state->random);

  gw_routing_state_begin (state);
  if (!gw_routing_choose (state, traits))
    return;
  if (!gw_routing_take_out (state, traits))
    {
      gw_routing_state_undo (state);
      return;
    }
  gw_routing_retry (state);
  gw_routing_sort (state);
  gw_routing_recreate (state, traits);
  after = gw_routing_chain_cost (chain);
  if (after > limit)
    gw_routing_state_undo (state);
  else
    {
      gw_routing_state_keep (state);
      if (after < chain->best.cost)
        gw_routing_chain_get (chain, &chain->best);
    }
}

/* Many steps; looks at the cancel flag now and then. */
static GW_ROUTING_INLINE void
gw_routing_run (GwRoutingChain *chain, GwRoutingTraits traits, int64_t steps,
                const atomic_int *cancel)
{
  if (chain->state->routing->n_operations == 0)
    return;
  for (int64_t i = 0; i < steps; i++)
    {
      if (i % GW_ROUTING_CANCEL_EVERY == 0 && cancel != NULL && atomic_load (cancel) != 0)
        return;
      gw_routing_step (chain, traits);
    }
}

/* Tries to place what is absent, many at a time. */
static GW_ROUTING_INLINE void
gw_routing_fill (GwRoutingChain *chain, GwRoutingTraits traits)
{
  GwRoutingState *state = chain->state;

  for (int32_t left = state->n_absent; left > 0; left -= GW_ROUTING_MOST_REMOVED)
    {
      gw_routing_state_begin (state);
      gw_routing_retry (state);
      gw_routing_sort (state);
      gw_routing_recreate (state, traits);
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

/* Instantiates the core as @name with constant traits. */
#define GW_ROUTING_DEFINE_CORE(name, linked, one_matrix, skills)                                  \
  static const GwRoutingTraits name##_traits = { linked, one_matrix, skills };                    \
  static void name##_run (GwRoutingChain *chain, int64_t steps, const atomic_int *cancel)         \
  {                                                                                               \
    gw_routing_run (chain, name##_traits, steps, cancel);                                         \
  }                                                                                               \
  static void name##_fill (GwRoutingChain *chain) { gw_routing_fill (chain, name##_traits); }     \
  static bool name##_retime (GwRoutingState *state)                                               \
  {                                                                                               \
    return gw_routing_retime (state, name##_traits);                                              \
  }                                                                                               \
  const GwRoutingCore name = { name##_run, name##_fill, name##_retime }
