/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small town for tests of the routes' search: one depot, vehicles alike, hard windows; and a plan
 * of it counted anew, stop by stop. All in a header, since a failed check must count in the program
 * that runs it.
 */
#pragma once

#include <stdlib.h>

#include "gw-engine-routing.h"
#include "gw-routing-local.h"
#include "gw-tap.h"
#include "gw-town-map.h"

#define MOST 90
#define VEHICLES 30

typedef struct
{
  int32_t distance[(MOST + 1) * (MOST + 1)];
  GwEngineRoutingOperation operations[MOST];
  GwEngineRoutingVehicle vehicles[VEHICLES];
  GwEngineRoutingInput input;
} Town;

static inline Town *
make_town (int32_t n, uint64_t seed)
{
  Town *town = calloc (1, sizeof *town);
  int32_t x[MOST + 1], y[MOST + 1];
  GwEngineRandom random;

  gw_engine_random_init (&random, seed, 0);
  gw_town_draw (&random, n + 1, x, y);
  gw_town_measure (n + 1, x, y, town->distance);
  gw_town_draw_operations (&random, n, &(TownWindows){ 150, 500, 30, 150 }, town->operations);
  for (int32_t v = 0; v < VEHICLES; v++)
    town->vehicles[v] = (GwEngineRoutingVehicle){ 0, 0, 0, 1000, 30 };
  town->input = (GwEngineRoutingInput){ .n_places = n + 1,
                                        .n_operations = n,
                                        .n_vehicles = VEHICLES,
                                        .distance = town->distance,
                                        .operations = town->operations,
                                        .vehicles = town->vehicles,
                                        .distance_weight = 1 };
  return town;
}

/* How far a route goes back in time, walked along from the earliest start on. */
static inline int64_t
walk (const Town *town, const GwRoutingPlan *plan, int32_t v, int64_t *load, int64_t *length)
{
  int64_t at = 0, warp = 0;
  int32_t place = 0, n = town->input.n_places;

  *load = *length = 0;
  for (int32_t i = plan->first[v]; i < plan->first[v + 1]; i++)
    {
      const GwEngineRoutingOperation *op = &town->operations[plan->operations[i]];
      int32_t leg = town->distance[place * n + op->place];

      at += leg;
      *length += leg;
      at = at > op->open ? at : op->open;
      warp += at > op->close ? at - op->close : 0;
      at = (at < op->close ? at : op->close) + op->duration;
      *load += op->demand;
      place = op->place;
    }
  at += town->distance[place * n];
  *length += town->distance[place * n];
  return warp + (at > 1000 ? at - 1000 : 0);
}

/* The cost with penalties, counted anew; also whether each operation stands in it once. */
static inline int64_t
count (const Town *town, const GwRoutingPlan *plan, GwRoutingPrices prices, GwRoutingBreach *breach)
{
  int32_t seen[MOST] = { 0 };
  int64_t length = 0, load, more;

  *breach = (GwRoutingBreach){ 0, 0 };
  for (int32_t v = 0; v < VEHICLES; v++)
    {
      breach->warp += walk (town, plan, v, &load, &more);
      breach->overload += load > 30 ? load - 30 : 0;
      length += more;
    }
  for (int32_t i = 0; i < plan->first[VEHICLES]; i++)
    seen[plan->operations[i]]++;
  for (int32_t o = 0; o < town->input.n_operations; o++)
    GW_CHECK_INT (seen[o], ==, 1);
  GW_CHECK_INT (plan->cost, ==, length);
  return length * GW_ROUTING_LOCAL_SCALE + breach->warp * prices.warp +
         breach->overload * prices.load;
}
