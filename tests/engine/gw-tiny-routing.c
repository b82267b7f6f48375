/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiny routing problems, solved by trying everything. */
#include "config.h"

#include "gw-tiny-routing.h"

#include <string.h>

/* --- making ----------------------------------------------------------------------------------- */

static int32_t
draw (uint32_t *state, int32_t low, int32_t high)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return low + (int32_t) (*state % (uint32_t) (high - low + 1));
}

/* A way round is never shorter than the way: the search may count on that. */
static void
shorten (int32_t *matrix, int32_t n)
{
  for (int32_t k = 0; k < n; k++)
    for (int32_t i = 0; i < n; i++)
      for (int32_t j = 0; j < n; j++)
        if (matrix[i * n + j] > matrix[i * n + k] + matrix[k * n + j])
          matrix[i * n + j] = matrix[i * n + k] + matrix[k * n + j];
}

static void
make_distances (TinyRouting *self, uint32_t *state, int32_t horizon)
{
  int32_t n = self->input.n_places, most = horizon / 4 + 1;

  for (int32_t i = 0; i < n * n; i++)
    {
      bool is_same = i / n == i % n;
      self->distance[i] = is_same ? 0 : draw (state, 0, most);
      self->travel[i] = is_same ? 0 : draw (state, 0, most);
    }
  shorten (self->distance, n);
  shorten (self->travel, n);
  self->input.distance = self->distance;
  self->input.travel = draw (state, 0, 1) != 0 ? self->travel : NULL;
}

static void
make_operations (TinyRouting *self, uint32_t *state, int32_t horizon)
{
  for (int32_t i = 0; i < self->input.n_operations; i++)
    {
      int32_t open = draw (state, 0, horizon);
      self->operations[i] = (GwEngineRoutingOperation){
        .place = draw (state, 0, self->input.n_places - 1),
        .duration = draw (state, 0, horizon / 6 + 1),
        .open = open,
        .close = open + draw (state, 0, horizon / 2),
        .demand = draw (state, 0, 3),
      };
      for (int32_t v = 0; v < TINY_VEHICLES; v++)
        self->may_do[i * self->input.n_vehicles + v] = draw (state, 0, 4) > 0;
    }
  self->input.operations = self->operations;
  self->input.may_do = draw (state, 0, 1) != 0 ? self->may_do : NULL;
}

static void
make_vehicles (TinyRouting *self, uint32_t *state, int32_t horizon)
{
  for (int32_t v = 0; v < TINY_VEHICLES; v++)
    self->vehicles[v] = (GwEngineRoutingVehicle){
      .start_place = draw (state, 0, 1) != 0 ? 0 : draw (state, 0, self->input.n_places - 1),
      .end_place = draw (state, 0, 1) != 0 ? 0 : draw (state, 0, self->input.n_places - 1),
      .open = draw (state, 0, horizon / 4),
      .close = draw (state, horizon, 3 * horizon),
      .capacity = draw (state, 3, 12),
    };
  self->input.vehicles = self->vehicles;
}

/* Links between neighbours: 0 and 1, 2 and 3. */
static void
make_links (TinyRouting *self, uint32_t *state, int32_t horizon)
{
  for (int32_t i = 0; i + 1 < self->input.n_operations; i += 2)
    if (draw (state, 0, 2) == 0)
      {
        int32_t lag = draw (state, 0, 1) != 0 ? 0 : draw (state, 0, horizon / 2);
        self->links[self->input.n_links++] = (GwEngineRoutingLink){
          .first = i,
          .second = i + 1,
          .min_lag = lag,
          .max_lag = lag + (draw (state, 0, 1) != 0 ? 0 : draw (state, 0, horizon / 2)),
        };
      }
  self->input.links = self->links;
}

void
tiny_routing_make (TinyRouting *self, uint32_t seed, int32_t most, int32_t horizon)
{
  uint32_t state = seed * 2654435761u + 1;

  memset (self, 0, sizeof *self);
  for (int32_t i = 0; i < 8; i++)
    draw (&state, 0, 1);
  self->input.n_operations = draw (&state, 1, most);
  self->input.n_vehicles = draw (&state, 1, TINY_VEHICLES);
  self->input.n_places = self->input.n_operations + 1;
  make_distances (self, &state, horizon);
  make_operations (self, &state, horizon);
  make_vehicles (self, &state, horizon);
  if (self->input.n_vehicles > 1)
    make_links (self, &state, horizon);
  self->input.is_soft = draw (&state, 0, 1) != 0;
  self->input.distance_weight = draw (&state, 1, 3);
  self->input.tardiness_weight = self->input.is_soft ? draw (&state, 0, 3) : 0;
  self->input.greatest_tardiness_weight = self->input.is_soft ? draw (&state, 0, 3) : 0;
}

/* --- trying everything ------------------------------------------------------------------------ */

typedef struct
{
  const TinyRouting *tiny;
  TinyVisit visit;
  void *user_data;
  int32_t routes[TINY_VEHICLES][TINY_OPERATIONS];
  int32_t n[TINY_VEHICLES];
} Trial;

static void
hand_over (Trial *trial)
{
  TinyRoutes all = { .routes = { .n_vehicles = trial->tiny->input.n_vehicles } };

  for (int32_t v = 0; v < all.routes.n_vehicles; v++)
    {
      memcpy (all.operations + all.routes.n_served, trial->routes[v],
              (size_t) trial->n[v] * sizeof (int32_t));
      all.routes.n_served += trial->n[v];
      all.first[v + 1] = all.routes.n_served;
    }
  all.routes.n_unserved = trial->tiny->input.n_operations - all.routes.n_served;
  all.routes.first = all.first;
  all.routes.operations = all.operations;
  all.routes.starts = all.starts;
  trial->visit (trial->tiny, &all, trial->user_data);
}

static void
place_from (Trial *trial, int32_t operation)
{
  if (operation == trial->tiny->input.n_operations)
    {
      hand_over (trial);
      return;
    }
  place_from (trial, operation + 1); /* not served */
  for (int32_t v = 0; v < trial->tiny->input.n_vehicles; v++)
    for (int32_t at = 0; at <= trial->n[v]; at++)
      {
        int32_t *route = trial->routes[v];
        size_t n_after = (size_t) (trial->n[v] - at) * sizeof (int32_t);
        memmove (route + at + 1, route + at, n_after);
        route[at] = operation;
        trial->n[v]++;
        place_from (trial, operation + 1);
        trial->n[v]--;
        memmove (route + at, route + at + 1, n_after);
      }
}

void
tiny_routing_visit_all (const TinyRouting *tiny, TinyVisit visit, void *user_data)
{
  Trial trial = { .tiny = tiny, .visit = visit, .user_data = user_data };

  place_from (&trial, 0);
}

/* --- the best --------------------------------------------------------------------------------- */

typedef struct
{
  int32_t n_unserved;
  int64_t cost;
} Best;

bool
tiny_is_allowed (const GwEngineRoutesVerdict *verdict)
{
  for (int32_t rule = 0; rule < GW_ENGINE_ROUTES_N_RULES; rule++)
    if (rule != GW_ENGINE_ROUTES_UNSERVED && verdict->by_rule[rule] > 0)
      return false;
  return true;
}

static void
keep_best (const TinyRouting *tiny, TinyRoutes *routes, void *user_data)
{
  Best *best = user_data;
  GwEngineRoutesVerdict verdict;

  if (routes->routes.n_unserved > best->n_unserved ||
      !gw_engine_routes_set_earliest (&tiny->input, &routes->routes))
    return;
  gw_engine_verify_routes (&tiny->input, &routes->routes, &verdict);
  if (!tiny_is_allowed (&verdict))
    return;
  if (verdict.n_unserved < best->n_unserved || verdict.cost < best->cost)
    *best = (Best){ verdict.n_unserved, verdict.cost };
}

void
tiny_routing_find_best (const TinyRouting *tiny, int32_t *n_unserved, int64_t *cost)
{
  Best best = { INT32_MAX, INT64_MAX };

  tiny_routing_visit_all (tiny, keep_best, &best);
  *n_unserved = best.n_unserved;
  *cost = best.cost;
}
