/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Checking, copying and deriving. Nothing behind the seal has to check again or can overflow: the
 * greatest time is 2^28, so the sum of a few still fits an int32; where starts may be late the sum of
 * all does; and so does what the dearest routes cost, in an int64.
 */
#include "gw-routing-problem.h"

#include <stdlib.h>
#include <string.h>

/* The greatest sum of times along a route, and of demands: adding a few more must be safe. */
#define MOST_SUM (INT32_C (1) << 30)
/* What the dearest routes may cost, times operations: costs are added and compared. */
#define MOST_COST (INT64_MAX / 8)

static bool
in_range (int32_t value, int32_t least)
{
  return value >= least && value <= GW_ENGINE_ROUTING_MAX;
}

static const char *
check_operations (const GwEngineRoutingInput *input)
{
  for (int32_t o = 0; o < input->n_operations; o++)
    {
      const GwEngineRoutingOperation *op = &input->operations[o];

      if (op->place < 0 || op->place >= input->n_places)
        return "An operation is at a place that does not exist.";
      if (!in_range (op->duration, 0) || !in_range (op->demand, 0))
        return "A duration or a demand is out of range.";
      if (!in_range (op->open, -GW_ENGINE_ROUTING_MAX) || !in_range (op->close, op->open))
        return "A window ends before it begins or is out of range.";
    }
  return NULL;
}

/* All of it could come into one route of the local search. */
static const char *
check_demand (const GwEngineRoutingInput *input)
{
  int64_t sum = 0;

  for (int32_t o = 0; o < input->n_operations; o++)
    sum += input->operations[o].demand;
  return sum > MOST_SUM ? "The demands are too great together." : NULL;
}

static const char *
check_vehicles (const GwEngineRoutingInput *input)
{
  for (int32_t v = 0; v < input->n_vehicles; v++)
    {
      const GwEngineRoutingVehicle *vehicle = &input->vehicles[v];

      if (vehicle->start_place < 0 || vehicle->start_place >= input->n_places ||
          vehicle->end_place < 0 || vehicle->end_place >= input->n_places)
        return "A vehicle starts or ends at a place that does not exist.";
      if (!in_range (vehicle->open, -GW_ENGINE_ROUTING_MAX) ||
          !in_range (vehicle->close, vehicle->open))
        return "A vehicle's span ends before it begins or is out of range.";
      if (!in_range (vehicle->capacity, 0))
        return "A capacity is out of range.";
    }
  return NULL;
}

static const char *
check_links (const GwEngineRoutingInput *input, uint8_t *linked)
{
  const char *fault = NULL;

  for (int32_t i = 0; i < input->n_links && fault == NULL; i++)
    {
      const GwEngineRoutingLink *link = &input->links[i];

      if (link->first < 0 || link->first >= input->n_operations || link->second < 0 ||
          link->second >= input->n_operations || link->first == link->second)
        fault = "A link names an operation that does not exist, or one twice.";
      else if (linked[link->first] || linked[link->second])
        fault = "An operation has two links.";
      else if (!in_range (link->min_lag, 0) || !in_range (link->max_lag, link->min_lag))
        fault = "A lag is out of range.";
      else
        linked[link->first] = linked[link->second] = 1;
    }
  return fault;
}

static const char *
check_sizes (const GwEngineRoutingInput *input)
{
  if (input->n_places < 1 || input->n_places > GW_ENGINE_ROUTING_MOST_OPERATIONS ||
      input->n_operations < 0 || input->n_operations > GW_ENGINE_ROUTING_MOST_OPERATIONS ||
      input->n_links < 0 || input->n_vehicles < 1 ||
      input->n_vehicles > GW_ENGINE_ROUTING_MOST_VEHICLES)
    return "There are no places, no vehicles, or too many of something.";
  return NULL;
}

/* @linked: [operation], all 0. */
static const char *
check (const GwEngineRoutingInput *input, uint8_t *linked)
{
  const char *fault = NULL;
  int64_t n = (int64_t) input->n_places * input->n_places;

  if (!in_range (input->distance_weight, 0) || !in_range (input->tardiness_weight, 0) ||
      !in_range (input->greatest_tardiness_weight, 0))
    return "A weight is out of range.";
  for (int64_t i = 0; i < n; i++)
    if (!in_range (input->distance[i], 0) ||
        (input->travel != NULL && !in_range (input->travel[i], 0)))
      return "A distance or a travel time is out of range.";
  fault = check_operations (input);
  fault = fault != NULL ? fault : check_demand (input);
  fault = fault != NULL ? fault : check_vehicles (input);
  return fault != NULL ? fault : check_links (input, linked);
}

/* Gives each place where a vehicle starts or ends a node; returns the place of each node. */
static int32_t *
make_nodes (GwEngineRouting *routing, const GwEngineRoutingInput *input)
{
  int32_t *node_of = calloc ((size_t) input->n_places, sizeof *node_of);
  int32_t *place_of = calloc ((size_t) input->n_operations + 2 * (size_t) input->n_vehicles,
                              sizeof *place_of);

  routing->n_nodes = input->n_operations;
  if (node_of == NULL || place_of == NULL)
    {
      free (node_of);
      free (place_of);
      return NULL;
    }
  for (int32_t o = 0; o < input->n_operations; o++)
    place_of[o] = input->operations[o].place;
  for (int32_t i = 0; i < 2 * input->n_vehicles; i++)
    {
      const GwEngineRoutingVehicle *vehicle = &input->vehicles[i / 2];
      int32_t place = i % 2 == 0 ? vehicle->start_place : vehicle->end_place;

      if (node_of[place] == 0)
        {
          place_of[routing->n_nodes] = place;
          node_of[place] = routing->n_nodes++;
        }
      if (i % 2 == 0)
        routing->start_node[i / 2] = node_of[place];
      else
        routing->end_node[i / 2] = node_of[place];
    }
  free (node_of);
  return place_of;
}

static int32_t *
copy_matrix (GwEngineRouting *routing, const int32_t *matrix, int32_t n_places,
             const int32_t *place_of, bool is_turned)
{
  int32_t n = routing->n_nodes;
  int32_t *copy = GW_ENGINE_NEW (&routing->arena, int32_t, (int64_t) n * n);

  for (int32_t i = 0; i < n && copy != NULL; i++)
    for (int32_t j = 0; j < n; j++)
      copy[(int64_t) i * n + j] = is_turned
                                      ? matrix[(int64_t) place_of[j] * n_places + place_of[i]]
                                      : matrix[(int64_t) place_of[i] * n_places + place_of[j]];
  return copy;
}

static bool
is_symmetric (const int32_t *matrix, int32_t n)
{
  for (int32_t i = 0; i < n; i++)
    for (int32_t j = 0; j < i; j++)
      if (matrix[(int64_t) i * n + j] != matrix[(int64_t) j * n + i])
        return false;
  return true;
}

static bool
make_matrices (GwEngineRouting *routing, const GwEngineRoutingInput *input)
{
  int32_t *place_of = make_nodes (routing, input);
  const int32_t *travel = input->travel != NULL ? input->travel : input->distance;
  int32_t n = input->n_places;

  if (place_of == NULL)
    return false;
  routing->is_symmetric = is_symmetric (input->distance, n) && is_symmetric (travel, n);
  routing->distance = copy_matrix (routing, input->distance, n, place_of, false);
  routing->distance_back = routing->is_symmetric
                               ? routing->distance
                               : copy_matrix (routing, input->distance, n, place_of, true);
  routing->travel = routing->distance;
  routing->travel_back = routing->distance_back;
  if (travel != input->distance)
    {
      routing->travel = copy_matrix (routing, travel, n, place_of, false);
      routing->travel_back = routing->is_symmetric
                                 ? routing->travel
                                 : copy_matrix (routing, travel, n, place_of, true);
    }
  free (place_of);
  return !routing->arena.has_failed;
}

static void
copy_links (GwEngineRouting *routing, const GwEngineRoutingInput *input)
{
  for (int32_t o = 0; o < routing->n_operations; o++)
    routing->partner[o] = GW_ROUTING_NONE;
  for (int32_t i = 0; i < input->n_links; i++)
    {
      const GwEngineRoutingLink *link = &input->links[i];

      routing->first_of_link[i] = link->first;
      routing->partner[link->first] = link->second;
      routing->partner[link->second] = link->first;
      routing->min_lag[link->first] = link->min_lag;
      routing->max_lag[link->first] = link->max_lag;
      routing->min_lag[link->second] = -link->max_lag;
      routing->max_lag[link->second] = -link->min_lag;
    }
}

static bool
are_alike (const GwEngineRouting *routing, int32_t v, int32_t w)
{
  if (memcmp (&routing->vehicles[v], &routing->vehicles[w], sizeof *routing->vehicles) != 0)
    return false;
  for (int32_t o = 0; o < routing->n_operations; o++)
    if (gw_routing_may_do (routing, o, v) != gw_routing_may_do (routing, o, w))
      return false;
  return true;
}

static void
make_classes (GwEngineRouting *routing)
{
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      int32_t w = 0;

      while (w < v && !are_alike (routing, v, w))
        w++;
      routing->class_of[v] = w < v ? routing->class_of[w] : routing->n_classes++;
    }
}

/* How near two operations are, in fifths: the distance, a fifth of the wait, and the delay that doing
 * one right after the other brings, whichever order is the better one (Vidal et al. 2013). */
static int64_t
nearness (const GwEngineRouting *routing, int32_t a, int32_t b)
{
  int64_t best = INT64_MAX;

  for (int turn = 0; turn < 2; turn++)
    {
      int32_t first = turn == 0 ? a : b, next = turn == 0 ? b : a;
      const GwEngineRoutingOperation *x = &routing->operations[first];
      const GwEngineRoutingOperation *y = &routing->operations[next];
      int64_t travel = gw_routing_travel_from (routing, first)[next];
      int64_t wait = y->open - (int64_t) x->close - x->duration - travel;
      int64_t late = x->open + (int64_t) x->duration + travel - y->close;
      int64_t sum = 5 * (int64_t) gw_routing_distances_from (routing, first)[next];

      sum += (wait > 0 ? wait : 0) + 5 * (late > 0 ? late : 0);
      best = sum < best ? sum : best;
    }
  return best;
}

typedef struct
{
  int64_t key;
  int32_t operation;
} Neighbour;

static int
compare_neighbours (const void *a, const void *b)
{
  const Neighbour *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->operation < y->operation ? -1 : x->operation > y->operation;
}

static bool
find_neighbours (GwEngineRouting *routing)
{
  int32_t n = routing->n_operations;
  Neighbour *all = calloc ((size_t) n + 1, sizeof *all);

  for (int32_t o = 0; o < n && all != NULL; o++)
    {
      int32_t count = 0;

      for (int32_t other = 0; other < n; other++)
        if (other != o)
          all[count++] = (Neighbour){ nearness (routing, o, other), other };
      qsort (all, (size_t) count, sizeof *all, compare_neighbours);
      for (int32_t i = 0; i < routing->n_near; i++)
        routing->near[(int64_t) o * routing->n_near + i] = all[i].operation;
      routing->remote[o] = GW_ENGINE_ROUTING_MAX;
      for (int32_t v = 0; v < routing->n_vehicles; v++)
        {
          int32_t distance = gw_routing_distances_to (routing, o)[routing->start_node[v]];

          routing->remote[o] = distance < routing->remote[o] ? distance : routing->remote[o];
        }
    }
  free (all);
  return all != NULL;
}

/* The latest end of a window or a vehicle, and the longest leg and duration for each stop there may
 * be in a route. */
static int64_t
find_longest (const GwEngineRouting *routing)
{
  int64_t n = routing->n_nodes, leg = 0, duration = 0, close = 0;

  for (int64_t i = 0; i < n * n; i++)
    leg = routing->travel[i] > leg ? routing->travel[i] : leg;
  for (int32_t o = 0; o < routing->n_operations; o++)
    {
      const GwEngineRoutingOperation *op = &routing->operations[o];

      duration = op->duration > duration ? op->duration : duration;
      close = op->close > close ? op->close : close;
    }
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    close = routing->vehicles[v].close > close ? routing->vehicles[v].close : close;
  return close + (routing->n_operations + 2) * (leg + duration);
}

/* More than any routes cost, and safe to be taken times the operations. Returns a fault when there is
 * no such number, or when times might not be numbers any more. */
static const char *
find_dearest (GwEngineRouting *routing)
{
  double n = routing->n_operations + 1, n_legs = n + routing->n_vehicles, cost;
  int64_t n_pairs = (int64_t) routing->n_nodes * routing->n_nodes;
  int32_t longest_leg = 0;

  if ((routing->is_soft || routing->n_links > 0) && routing->longest > MOST_SUM)
    return "Times are so long that late starts cannot be counted.";
  for (int64_t i = 0; i < n_pairs; i++)
    longest_leg = routing->distance[i] > longest_leg ? routing->distance[i] : longest_leg;
  cost = 1 + n_legs * longest_leg * routing->distance_weight;
  if (routing->is_soft)
    cost += (double) routing->longest *
            (n * routing->tardiness_weight + routing->greatest_tardiness_weight);
  if (cost > (double) MOST_COST / n)
    return "Weights, distances and times are too great together.";
  routing->dearest = (int64_t) cost;
  return NULL;
}

static bool
fill (GwEngineRouting *routing, const GwEngineRoutingInput *input)
{
  size_t n = (size_t) input->n_operations, v = (size_t) input->n_vehicles;
  GwEngineArena *arena = &routing->arena;

  routing->n_near = input->n_operations <= GW_ROUTING_NEAR
                        ? (input->n_operations > 0 ? input->n_operations - 1 : 0)
                        : GW_ROUTING_NEAR;
  routing->operations = GW_ENGINE_NEW (arena, GwEngineRoutingOperation, n);
  routing->vehicles = GW_ENGINE_NEW (arena, GwEngineRoutingVehicle, v);
  routing->start_node = GW_ENGINE_NEW (arena, int32_t, v);
  routing->end_node = GW_ENGINE_NEW (arena, int32_t, v);
  routing->class_of = GW_ENGINE_NEW (arena, int32_t, v);
  routing->may_do = GW_ENGINE_NEW (arena, uint8_t, n * v);
  routing->partner = GW_ENGINE_NEW (arena, int32_t, n);
  routing->first_of_link = GW_ENGINE_NEW (arena, int32_t, input->n_links);
  routing->min_lag = GW_ENGINE_NEW (arena, int32_t, n);
  routing->max_lag = GW_ENGINE_NEW (arena, int32_t, n);
  routing->near = GW_ENGINE_NEW (arena, int32_t, n * (size_t) routing->n_near);
  routing->remote = GW_ENGINE_NEW (arena, int32_t, n);
  if (arena->has_failed)
    return false;
  memcpy (routing->operations, input->operations, n * sizeof *input->operations);
  memcpy (routing->vehicles, input->vehicles, v * sizeof *input->vehicles);
  if (input->may_do != NULL)
    memcpy (routing->may_do, input->may_do, n * v);
  else
    memset (routing->may_do, 1, n * v);
  copy_links (routing, input);
  make_classes (routing);
  routing->has_skills = memchr (routing->may_do, 0, n * v) != NULL;
  if (!make_matrices (routing, input) || !find_neighbours (routing))
    return false;
  routing->longest = find_longest (routing);
  return true;
}

/* Seals what was checked. Returns NULL without memory, or with a fault. */
static GwEngineRouting *
seal (const GwEngineRoutingInput *input, const char **fault)
{
  GwEngineRouting *routing = calloc (1, sizeof *routing);

  if (routing == NULL)
    return NULL;
  routing->n_operations = input->n_operations;
  routing->n_vehicles = input->n_vehicles;
  routing->n_links = input->n_links;
  routing->distance_weight = input->distance_weight;
  routing->tardiness_weight = input->tardiness_weight;
  routing->greatest_tardiness_weight = input->greatest_tardiness_weight;
  routing->is_soft = input->is_soft;
  if (fill (routing, input))
    *fault = find_dearest (routing);
  if (routing->dearest > 0)
    return routing;
  gw_engine_routing_free (routing);
  return NULL;
}

GwEngineRouting *
gw_engine_routing_new (const GwEngineRoutingInput *input, const char **fault)
{
  const char *what = check_sizes (input);
  uint8_t *linked = what == NULL ? calloc ((size_t) input->n_operations + 1, 1) : NULL;
  GwEngineRouting *routing = NULL;

  if (linked != NULL)
    what = check (input, linked);
  if (linked != NULL && what == NULL)
    routing = seal (input, &what);
  free (linked);
  if (fault != NULL)
    *fault = what;
  return routing;
}

void
gw_engine_routing_free (GwEngineRouting *routing)
{
  if (routing == NULL)
    return;
  gw_engine_arena_clear (&routing->arena);
  free (routing);
}
