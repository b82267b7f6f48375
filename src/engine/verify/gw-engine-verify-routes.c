/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second opinion on routes: one walk along each route, then links, then what is missing. */
#include "gw-engine-verify-routes.h"

#include <stdlib.h>

/* Where an operation stands. */
typedef struct
{
  int32_t vehicle; /* -1: nowhere */
  int32_t start;
} Stand;

typedef struct
{
  const GwEngineRoutingInput *input;
  const GwEngineRoutes *routes;
  GwEngineRoutesVerdict *verdict;
  Stand *stands; /* [n_operations] */
} Check;

static const char *const rule_names[GW_ENGINE_ROUTES_N_RULES] = {
  "shape", "fleet", "unserved", "twice", "skill", "early",
  "late",  "shift", "capacity", "lag",   "same",  "half",
};

const char *
gw_engine_routes_rule_get_name (GwEngineRoutesRule rule)
{
  return rule_names[rule];
}

static void
blame (Check *check, GwEngineRoutesRule rule, int32_t vehicle, int32_t operation, int64_t amount)
{
  GwEngineRoutesVerdict *verdict = check->verdict;

  verdict->by_rule[rule]++;
  if (verdict->n_faults < GW_ENGINE_ROUTES_MOST_FAULTS)
    verdict->faults[verdict->n_faults++] = (GwEngineRoutesFault){ rule, vehicle, operation,
                                                                  amount };
}

static int64_t
get_leg (const GwEngineRoutingInput *input, const int32_t *matrix, int32_t from, int32_t to)
{
  return matrix[(int64_t) from * input->n_places + to];
}

static const int32_t *
get_travel (const GwEngineRoutingInput *input)
{
  return input->travel != NULL ? input->travel : input->distance;
}

/* --- shape ------------------------------------------------------------------------------------ */

static bool
has_order (const GwEngineRoutes *routes)
{
  if (routes->n_vehicles < 0 || routes->n_served < 0 || routes->first[0] != 0)
    return false;
  for (int32_t v = 0; v < routes->n_vehicles; v++)
    if (routes->first[v + 1] < routes->first[v])
      return false;
  return routes->first[routes->n_vehicles] == routes->n_served;
}

static bool
are_in_range (const GwEngineRoutingInput *input, const GwEngineRoutes *routes)
{
  for (int32_t i = 0; i < routes->n_served; i++)
    if (routes->operations[i] < 0 || routes->operations[i] >= input->n_operations)
      return false;
  return true;
}

/* --- one route -------------------------------------------------------------------------------- */

static void
note_stand (Check *check, int32_t vehicle, int32_t operation, int32_t start)
{
  Stand *stand = &check->stands[operation];

  if (stand->vehicle >= 0)
    blame (check, GW_ENGINE_ROUTES_TWICE, vehicle, operation, 1);
  *stand = (Stand){ vehicle, start };
}

static void
check_window (Check *check, int32_t vehicle, int32_t operation, int64_t start)
{
  const GwEngineRoutingOperation *visit = &check->input->operations[operation];
  int64_t late = start - visit->close;

  if (start < visit->open)
    blame (check, GW_ENGINE_ROUTES_EARLY, vehicle, operation, visit->open - start);
  if (late <= 0)
    return;
  if (!check->input->is_soft)
    blame (check, GW_ENGINE_ROUTES_LATE, vehicle, operation, late);
  check->verdict->tardiness += late;
  if (late > check->verdict->greatest_tardiness)
    check->verdict->greatest_tardiness = late;
}

static void
check_skill (Check *check, int32_t vehicle, int32_t operation)
{
  const GwEngineRoutingInput *input = check->input;

  if (input->may_do != NULL && !input->may_do[(int64_t) operation * input->n_vehicles + vehicle])
    blame (check, GW_ENGINE_ROUTES_SKILL, vehicle, operation, 1);
}

static void
check_route (Check *check, int32_t vehicle)
{
  const GwEngineRoutingInput *input = check->input;
  const GwEngineRoutes *routes = check->routes;
  const GwEngineRoutingVehicle *by = &input->vehicles[vehicle];
  const int32_t *travel = get_travel (input);
  int64_t free_at = by->open, load = 0;
  int32_t here = by->start_place;

  for (int32_t i = routes->first[vehicle]; i < routes->first[vehicle + 1]; i++)
    {
      int32_t operation = routes->operations[i];
      const GwEngineRoutingOperation *visit = &input->operations[operation];
      int64_t arrival = free_at + get_leg (input, travel, here, visit->place);
      int64_t start = routes->starts[i];
      note_stand (check, vehicle, operation, routes->starts[i]);
      check_skill (check, vehicle, operation);
      if (start < arrival)
        blame (check, GW_ENGINE_ROUTES_EARLY, vehicle, operation, arrival - start);
      check_window (check, vehicle, operation, start);
      check->verdict->distance += get_leg (input, input->distance, here, visit->place);
      load += visit->demand;
      free_at = start + visit->duration;
      here = visit->place;
    }
  if (routes->first[vehicle] == routes->first[vehicle + 1])
    return;
  check->verdict->distance += get_leg (input, input->distance, here, by->end_place);
  free_at += get_leg (input, travel, here, by->end_place);
  if (free_at > by->close)
    blame (check, GW_ENGINE_ROUTES_SHIFT, vehicle, -1, free_at - by->close);
  if (load > by->capacity)
    blame (check, GW_ENGINE_ROUTES_CAPACITY, vehicle, -1, load - by->capacity);
}

/* Routes of vehicles that are not there: what they serve is served, by nobody. */
static void
check_too_many (Check *check)
{
  const GwEngineRoutes *routes = check->routes;

  for (int32_t v = check->input->n_vehicles; v < routes->n_vehicles; v++)
    {
      if (routes->first[v] == routes->first[v + 1])
        continue;
      blame (check, GW_ENGINE_ROUTES_FLEET, v, -1, 1);
      for (int32_t i = routes->first[v]; i < routes->first[v + 1]; i++)
        note_stand (check, v, routes->operations[i], routes->starts[i]);
    }
}

/* --- across routes ---------------------------------------------------------------------------- */

static void
check_links (Check *check)
{
  for (int32_t i = 0; i < check->input->n_links; i++)
    {
      const GwEngineRoutingLink *link = &check->input->links[i];
      const Stand *first = &check->stands[link->first], *second = &check->stands[link->second];
      int64_t lag = (int64_t) second->start - first->start;
      if ((first->vehicle < 0) != (second->vehicle < 0))
        blame (check, GW_ENGINE_ROUTES_HALF, -1, first->vehicle < 0 ? link->first : link->second,
               1);
      if (first->vehicle < 0 || second->vehicle < 0)
        continue;
      if (lag < link->min_lag)
        blame (check, GW_ENGINE_ROUTES_LAG, second->vehicle, link->second, link->min_lag - lag);
      if (lag > link->max_lag)
        blame (check, GW_ENGINE_ROUTES_LAG, second->vehicle, link->second, lag - link->max_lag);
      if (first->vehicle == second->vehicle)
        blame (check, GW_ENGINE_ROUTES_SAME, second->vehicle, link->second, 1);
    }
}

static void
check_served (Check *check)
{
  for (int32_t i = 0; i < check->input->n_operations; i++)
    if (check->stands[i].vehicle < 0)
      {
        blame (check, GW_ENGINE_ROUTES_UNSERVED, -1, i, 1);
        check->verdict->n_unserved++;
      }
}

static void
check_all (Check *check)
{
  const GwEngineRoutingInput *input = check->input;
  GwEngineRoutesVerdict *verdict = check->verdict;

  for (int32_t i = 0; i < input->n_operations; i++)
    check->stands[i] = (Stand){ -1, 0 };
  for (int32_t v = 0; v < input->n_vehicles && v < check->routes->n_vehicles; v++)
    check_route (check, v);
  check_too_many (check);
  check_links (check);
  check_served (check);
  verdict->cost = verdict->distance * input->distance_weight +
                  verdict->tardiness * input->tardiness_weight +
                  verdict->greatest_tardiness * input->greatest_tardiness_weight;
}

bool
gw_engine_verify_routes (const GwEngineRoutingInput *input, const GwEngineRoutes *routes,
                         GwEngineRoutesVerdict *verdict)
{
  Check check = { .input = input, .routes = routes, .verdict = verdict };

  *verdict = (GwEngineRoutesVerdict){ .n_unserved = 0 };
  if (!has_order (routes) || !are_in_range (input, routes))
    {
      blame (&check, GW_ENGINE_ROUTES_SHAPE, -1, -1, 1);
      return false;
    }
  check.stands = calloc ((size_t) input->n_operations + 1, sizeof *check.stands);
  if (check.stands == NULL)
    return false;
  check_all (&check);
  free (check.stands);
  return verdict->n_faults == 0;
}

/* --- earliest starts -------------------------------------------------------------------------- */

/* No start: not served. */
#define NEVER INT64_MIN

/* Raises the starts along one route; true when one moved. */
static bool
push_route (const GwEngineRoutingInput *input, const GwEngineRoutes *routes, int32_t vehicle,
            int64_t *starts)
{
  const GwEngineRoutingVehicle *by = &input->vehicles[vehicle];
  const int32_t *travel = get_travel (input);
  int64_t free_at = by->open;
  int32_t here = by->start_place;
  bool has_moved = false;

  for (int32_t i = routes->first[vehicle]; i < routes->first[vehicle + 1]; i++)
    {
      const GwEngineRoutingOperation *visit = &input->operations[routes->operations[i]];
      int64_t *start = &starts[routes->operations[i]];
      int64_t earliest = free_at + get_leg (input, travel, here, visit->place);
      if (earliest < visit->open)
        earliest = visit->open;
      if (*start < earliest)
        {
          *start = earliest;
          has_moved = true;
        }
      free_at = *start + visit->duration;
      here = visit->place;
    }
  return has_moved;
}

static bool
push_links (const GwEngineRoutingInput *input, int64_t *starts)
{
  bool has_moved = false;

  for (int32_t i = 0; i < input->n_links; i++)
    {
      const GwEngineRoutingLink *link = &input->links[i];
      int64_t *first = &starts[link->first], *second = &starts[link->second];
      if (*first == NEVER || *second == NEVER)
        continue;
      if (*second < *first + link->min_lag)
        {
          *second = *first + link->min_lag;
          has_moved = true;
        }
      if (*first < *second - link->max_lag)
        {
          *first = *second - link->max_lag;
          has_moved = true;
        }
    }
  return has_moved;
}

/* The longest way to an operation has at most as many steps as there are operations, so what still
 * moves after so many rounds moves for ever. */
static bool
push_all (const GwEngineRoutingInput *input, const GwEngineRoutes *routes, int64_t *starts)
{
  int32_t n_vehicles = routes->n_vehicles < input->n_vehicles ? routes->n_vehicles
                                                              : input->n_vehicles;

  for (int32_t round = 0; round <= routes->n_served + 1; round++)
    {
      bool has_moved = false;
      for (int32_t v = 0; v < n_vehicles; v++)
        has_moved |= push_route (input, routes, v, starts);
      if (!has_moved && round > 0)
        return true;
      if (!push_links (input, starts))
        return true;
    }
  return false;
}

bool
gw_engine_routes_set_earliest (const GwEngineRoutingInput *input, GwEngineRoutes *routes)
{
  int64_t *starts;
  bool is_possible;

  if (!has_order (routes) || !are_in_range (input, routes))
    return false;
  starts = malloc (((size_t) input->n_operations + 1) * sizeof *starts);
  if (starts == NULL)
    return false;
  for (int32_t i = 0; i < input->n_operations; i++)
    starts[i] = NEVER;
  for (int32_t i = 0; i < routes->n_served; i++)
    starts[routes->operations[i]] = input->operations[routes->operations[i]].open;
  is_possible = push_all (input, routes, starts);
  for (int32_t i = 0; i < routes->n_served && is_possible; i++)
    {
      is_possible = starts[routes->operations[i]] <= INT32_MAX;
      routes->starts[i] = (int32_t) starts[routes->operations[i]];
    }
  free (starts);
  return is_possible;
}
