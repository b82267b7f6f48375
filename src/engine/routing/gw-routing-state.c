/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-state.h.
 */
#include "gw-routing-state.h"

#include <stdlib.h>
#include <string.h>

/* Versions begin anew above this: a step takes far fewer than what is left, and the last of a search
 * of an hour must not be taken for the first. */
#define LAST_VERSION (UINT32_MAX - (UINT32_C (1) << 24))

/* Allocates what is kept by vehicle. */
static void
allocate_vehicles (GwRoutingState *state)
{
  size_t n = (size_t) state->routing->n_vehicles, stride = (size_t) state->stride;
  GwEngineArena *arena = &state->arena;

  state->stops = GW_ENGINE_NEW (arena, GwRoutingStop, n * stride);
  state->saved_stops = GW_ENGINE_NEW (arena, GwRoutingStop, n * stride);
  state->n_stops = GW_ENGINE_NEW (arena, int32_t, n);
  state->load = GW_ENGINE_NEW (arena, int32_t, n);
  state->length = GW_ENGINE_NEW (arena, int64_t, n);
  state->version = GW_ENGINE_NEW (arena, uint32_t, n);
  state->is_mine = GW_ENGINE_NEW (arena, uint8_t, n);
  state->used = GW_ENGINE_NEW (arena, int32_t, n);
  state->where_used = GW_ENGINE_NEW (arena, int32_t, n);
  state->spare = GW_ENGINE_NEW (arena, int32_t, state->routing->n_classes);
  state->saved = GW_ENGINE_NEW (arena, GwRoutingSaved, n);
  state->is_saved = GW_ENGINE_NEW (arena, uint8_t, n);
  state->trial = GW_ENGINE_NEW (arena, GwRoutingPosition, n * GW_ROUTING_MOST_REMOVED);
}

/* Allocates what is kept by operation. */
static void
allocate_operations (GwRoutingState *state)
{
  size_t n = (size_t) state->routing->n_operations;
  GwEngineArena *arena = &state->arena;

  state->route_of = GW_ENGINE_NEW (arena, int32_t, n);
  state->slot_of = GW_ENGINE_NEW (arena, int32_t, n);
  state->log_size = 4 * state->routing->n_operations + 16;
  state->log_stop = GW_ENGINE_NEW (arena, GwRoutingStop *, state->log_size);
  state->log_route = GW_ENGINE_NEW (arena, int32_t, state->log_size);
  state->log_ready = GW_ENGINE_NEW (arena, int32_t, state->log_size);
  state->pending = GW_ENGINE_NEW (arena, int32_t, state->log_size + 2);
  state->pending_start = GW_ENGINE_NEW (arena, int32_t, state->log_size + 2);
  state->old_ready = GW_ENGINE_NEW (arena, int32_t, n);
  state->absent = GW_ENGINE_NEW (arena, int32_t, n);
  state->saved_absent = GW_ENGINE_NEW (arena, int32_t, n);
  state->where_absent = GW_ENGINE_NEW (arena, int32_t, n);
  state->is_marked = GW_ENGINE_NEW (arena, uint8_t, n);
  state->list = GW_ENGINE_NEW (arena, int32_t, n);
  state->cache = GW_ENGINE_NEW (arena, GwRoutingPosition, n * (size_t) state->routing->n_vehicles);
}

/* Nothing is served, all vehicles are mine. */
static void
make_empty (GwRoutingState *state)
{
  const GwEngineRouting *routing = state->routing;

  memset (state->is_mine, 1, (size_t) routing->n_vehicles);
  for (int32_t o = 0; o < routing->n_operations; o++)
    {
      state->route_of[o] = state->slot_of[o] = state->where_absent[o] = GW_ROUTING_NONE;
    }
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      state->where_used[v] = GW_ROUTING_NONE;
      gw_routing_state_empty_route (state, v);
    }
  gw_routing_state_claim (state, state->is_mine);
}

GwRoutingState *
gw_routing_state_new (const GwEngineRouting *routing)
{
  GwRoutingState *state = calloc (1, sizeof *state);

  if (state == NULL)
    return NULL;
  state->routing = routing;
  state->stride = routing->n_operations + 2;
  allocate_vehicles (state);
  allocate_operations (state);
  if (state->arena.has_failed)
    {
      gw_routing_state_free (state);
      return NULL;
    }
  make_empty (state);
  return state;
}

void
gw_routing_state_free (GwRoutingState *state)
{
  if (state == NULL)
    return;
  gw_engine_arena_clear (&state->arena);
  free (state);
}

/* An unused vehicle of mine, alike those of @class. */
static int32_t
find_spare (const GwRoutingState *state, int32_t class)
{
  for (int32_t v = 0; v < state->routing->n_vehicles; v++)
    if (state->is_mine[v] && state->n_stops[v] == 2 && state->routing->class_of[v] == class)
      return v;
  return GW_ROUTING_NONE;
}

void
gw_routing_state_note_use (GwRoutingState *state, int32_t v)
{
  int32_t class = state->routing->class_of[v], at = state->where_used[v];

  if (state->n_stops[v] > 2 && at < 0)
    {
      state->where_used[v] = state->n_used;
      state->used[state->n_used++] = v;
      if (state->spare[class] == v)
        state->spare[class] = find_spare (state, class);
    }
  else if (state->n_stops[v] == 2 && at >= 0)
    {
      int32_t last = state->used[--state->n_used];

      state->used[at] = last;
      state->where_used[last] = at;
      state->where_used[v] = GW_ROUTING_NONE;
      if (state->spare[class] < 0)
        state->spare[class] = v;
    }
}

void
gw_routing_state_claim (GwRoutingState *state, const uint8_t *is_mine)
{
  const GwEngineRouting *routing = state->routing;

  memmove (state->is_mine, is_mine, (size_t) routing->n_vehicles);
  state->n_used = 0;
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      state->where_used[v] = GW_ROUTING_NONE;
      if (is_mine[v] && state->n_stops[v] > 2)
        {
          state->where_used[v] = state->n_used;
          state->used[state->n_used++] = v;
        }
    }
  for (int32_t c = 0; c < routing->n_classes; c++)
    state->spare[c] = GW_ROUTING_NONE;
  for (int32_t v = routing->n_vehicles - 1; v >= 0; v--)
    if (is_mine[v] && state->n_stops[v] == 2)
      state->spare[routing->class_of[v]] = v;
}

void
gw_routing_state_empty_route (GwRoutingState *state, int32_t v)
{
  const GwEngineRouting *routing = state->routing;
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t start = routing->start_node[v], end = routing->end_node[v];
  int32_t travel = gw_routing_travel_from (routing, start)[end];

  for (int32_t k = 1; k < state->n_stops[v] - 1; k++)
    state->route_of[stops[k].node] = state->slot_of[stops[k].node] = GW_ROUTING_NONE;
  stops[0] = (GwRoutingStop){ start, routing->vehicles[v].open, 0, 0 };
  /* An unused vehicle stays where it is. */
  stops[1] = (GwRoutingStop){ end, 0, routing->vehicles[v].close, 0 };
  stops[0].latest = stops[1].latest - travel;
  state->n_stops[v] = 2;
  state->load[v] = 0;
  state->length[v] = 0;
  state->version[v] = ++state->last_version;
  gw_routing_state_note_use (state, v);
}

void
gw_routing_state_save_route (GwRoutingState *state, int32_t v)
{
  GwRoutingSaved *saved = &state->saved[state->n_saved++];

  *saved = (GwRoutingSaved){ v, state->n_stops[v], state->load[v], state->length[v],
                             state->version[v] };
  memcpy (state->saved_stops + (int64_t) v * state->stride, gw_routing_stops (state, v),
          (size_t) saved->n_stops * sizeof (GwRoutingStop));
  state->is_saved[v] = 1;
}

static void
restore_route (GwRoutingState *state, const GwRoutingSaved *saved)
{
  int32_t v = saved->vehicle;
  GwRoutingStop *stops = gw_routing_stops (state, v);

  memcpy (stops, state->saved_stops + (int64_t) v * state->stride,
          (size_t) saved->n_stops * sizeof (GwRoutingStop));
  state->n_stops[v] = saved->n_stops;
  state->load[v] = saved->load;
  state->length[v] = saved->length;
  state->version[v] = saved->version;
  state->is_saved[v] = 0;
  for (int32_t k = 1; k < saved->n_stops - 1; k++)
    {
      state->route_of[stops[k].node] = v;
      state->slot_of[stops[k].node] = k;
    }
  gw_routing_state_note_use (state, v);
}

void
gw_routing_state_set_absent (GwRoutingState *state, int32_t o)
{
  state->where_absent[o] = state->n_absent;
  state->absent[state->n_absent++] = o;
}

void
gw_routing_state_set_present (GwRoutingState *state, int32_t o)
{
  int32_t at = state->where_absent[o], last = state->absent[--state->n_absent];

  state->absent[at] = last;
  state->where_absent[last] = at;
  state->where_absent[o] = GW_ROUTING_NONE;
}

/* Whatever was or is absent is a candidate of this step, so it suffices to put back the old
 * list. */
static void
restore_absent (GwRoutingState *state)
{
  for (int32_t i = 0; i < state->n_absent; i++)
    state->where_absent[state->absent[i]] = GW_ROUTING_NONE;
  state->n_absent = 0;
  for (int32_t i = 0; i < state->n_saved_absent; i++)
    {
      int32_t o = state->saved_absent[i];

      gw_routing_state_set_absent (state, o);
      state->route_of[o] = state->slot_of[o] = GW_ROUTING_NONE;
    }
}

/* Numbers the routes from one again, and forgets what was remembered under the old numbers. */
static void
renumber_versions (GwRoutingState *state)
{
  size_t n_vehicles = (size_t) state->routing->n_vehicles;

  memset (state->cache, 0,
          (size_t) state->routing->n_operations * n_vehicles * sizeof *state->cache);
  memset (state->trial, 0, GW_ROUTING_MOST_REMOVED * n_vehicles * sizeof *state->trial);
  state->last_version = 0;
  for (int32_t v = 0; v < state->routing->n_vehicles; v++)
    state->version[v] = ++state->last_version;
}

void
gw_routing_state_begin (GwRoutingState *state)
{
  if (state->last_version > LAST_VERSION)
    renumber_versions (state);
  state->n_saved = 0;
  state->n_removed = 0;
  state->saved_distance = state->distance;
  state->saved_tardiness = state->tardiness;
  state->saved_greatest = state->greatest;
  state->n_saved_absent = state->n_absent;
  if (state->n_absent > 0)
    memcpy (state->saved_absent, state->absent, (size_t) state->n_absent * sizeof (int32_t));
}

void
gw_routing_state_undo (GwRoutingState *state)
{
  for (int32_t i = 0; i < state->n_saved; i++)
    restore_route (state, &state->saved[i]);
  if (state->n_absent > 0 || state->n_saved_absent > 0)
    restore_absent (state);
  state->n_saved = 0;
  state->distance = state->saved_distance;
  state->tardiness = state->saved_tardiness;
  state->greatest = state->saved_greatest;
}

void
gw_routing_state_keep (GwRoutingState *state)
{
  for (int32_t i = 0; i < state->n_saved; i++)
    state->is_saved[state->saved[i].vehicle] = 0;
  state->n_saved = 0;
}
