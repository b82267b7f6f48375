/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the search asks about routes when it recreates: see gw-engine-lns-recreate.h. Included by the search
 * core only.
 */
#pragma once

#include "gw-engine-lns-recreate.h"
#include "gw-routing-linked.h"
#include "gw-routing-windows.h"

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

/* What has a partner goes with it. */
static GW_ROUTING_INLINE bool
gw_lns_place (GwLnsState *state, int32_t i)
{
  int32_t o = state->removed[i];
  bool is_put = state->route_of[o] >= 0;

  if (!is_put)
    is_put = gw_routing_traits.is_linked ? gw_routing_linked_put (state, o)
                                         : gw_routing_put (state, i);
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
