/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random towns with a depot for tests of whole searches for routes: hard windows, or late starts and
 * links, and so many vehicles that threads share them. All in a header, as a town is some lines.
 */
#pragma once

#include <stdlib.h>
#include <string.h>

#include "gw-engine-routing.h"
#include "gw-town-map.h"

#define MOST 128

typedef struct
{
  int32_t distance[MOST * MOST], travel[MOST * MOST];
  GwEngineRoutingOperation operations[MOST];
  GwEngineRoutingVehicle vehicles[MOST];
  GwEngineRoutingLink links[MOST];
  uint8_t may_do[MOST * MOST];
  GwEngineRoutingInput input;
} World;

/* A town of @n operations around one depot; @is_plain: symmetric, everybody may do everything. */
static inline World *
make_world (int32_t n, int32_t n_vehicles, bool is_plain, uint64_t seed)
{
  World *world = calloc (1, sizeof *world);
  GwEngineRandom random;
  int32_t x[MOST], y[MOST];

  gw_engine_random_init (&random, seed, 0);
  gw_town_draw (&random, n + 1, x, y);
  gw_town_measure (n + 1, x, y, world->distance);
  for (int32_t i = 0; !is_plain && i <= n; i++)
    for (int32_t j = 0; j <= n; j++)
      {
        world->travel[i * (n + 1) + j] = world->distance[i * (n + 1) + j] / 2;
        world->distance[i * (n + 1) + j] += (x[i] > x[j]) * 3;
      }
  gw_town_draw_operations (&random, n, &(TownWindows){ 200, 400, 40, 200 }, world->operations);
  for (int32_t v = 0; v < n_vehicles; v++)
    {
      world->vehicles[v] = (GwEngineRoutingVehicle){ 0, 0, 0, 1200, 40 };
      for (int32_t o = 0; o < n; o++)
        world->may_do[o * n_vehicles + v] = is_plain || gw_engine_random_below (&random, 3) > 0;
    }
  world->input = (GwEngineRoutingInput){ .n_places = n + 1,
                                         .n_operations = n,
                                         .n_vehicles = n_vehicles,
                                         .distance = world->distance,
                                         .travel = is_plain ? NULL : world->travel,
                                         .operations = world->operations,
                                         .vehicles = world->vehicles,
                                         .may_do = is_plain ? NULL : world->may_do,
                                         .distance_weight = 1 };
  return world;
}

/* So many small vehicles that two threads share the routes. */
static inline World *
make_split_world (void)
{
  World *world = make_world (100, 60, true, 100);

  for (int32_t v = 0; v < 60; v++)
    world->vehicles[v].capacity = 8;
  return world;
}

/* Late starts cost, and every third operation is tied to the next one. */
static inline World *
make_linked_world (int32_t n, int32_t n_vehicles, uint64_t seed)
{
  World *world = make_world (n, n_vehicles, false, seed);
  GwEngineRoutingInput *input = &world->input;

  for (int32_t o = 0; o + 1 < n; o += 3)
    {
      world->operations[o + 1].open = world->operations[o].open;
      world->operations[o + 1].close = world->operations[o].close;
      world->links[input->n_links++] = (GwEngineRoutingLink){ o, o + 1, (o % 2) * 20,
                                                              (o % 2) * 20 + (o % 4) * 15 };
    }
  input->links = world->links;
  input->is_soft = true;
  input->tardiness_weight = 2;
  input->greatest_tardiness_weight = 3;
  return world;
}

/* Whether the routes are the same. */
static inline bool
are_equal (const GwEngineRoutes *a, const GwEngineRoutes *b)
{
  return a->cost == b->cost && a->n_served == b->n_served &&
         memcmp (a->first, b->first, ((size_t) a->n_vehicles + 1) * sizeof *a->first) == 0 &&
         memcmp (a->operations, b->operations, (size_t) a->n_served * sizeof *a->operations) == 0;
}
