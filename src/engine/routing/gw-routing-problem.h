/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a sealed routing problem is inside. Operations and the ends of vehicles together are called
 * *nodes*: node o is operation o, and the nodes from n_operations on are the places where vehicles
 * start or end. Distances and travel times are kept by node, so that a row fits the cache, and
 * once more the other way round where they are not symmetric.
 */
#pragma once

#include "gw-engine-arena.h"
#include "gw-engine-routing.h"

/* No operation, no vehicle, no link. */
#define GW_ROUTING_NONE (-1)

/* How many neighbours of an operation are kept. */
#define GW_ROUTING_NEAR 100

struct GwEngineRouting
{
  GwEngineArena arena;
  int32_t n_operations, n_vehicles, n_nodes, n_classes, n_links;
  int32_t distance_weight, tardiness_weight, greatest_tardiness_weight;
  bool is_soft, is_symmetric, has_skills;

  GwEngineRoutingOperation *operations;
  GwEngineRoutingVehicle *vehicles;
  int32_t *start_node, *end_node; /* [vehicle] */
  int32_t *class_of;              /* [vehicle]: vehicles of a class are alike */
  uint8_t *may_do;                /* [operation * n_vehicles + vehicle] */
  int32_t *partner;               /* [operation]: the other one of its link, or NONE */
  int32_t *first_of_link;         /* [link] */
  int32_t *min_lag, *max_lag;     /* [operation]: bounds of the partner's start minus its own */
  int32_t *distance;              /* [from * n_nodes + to] */
  int32_t *distance_back;         /* [to * n_nodes + from]; the same array when symmetric */
  int32_t *travel, *travel_back;  /* the same for time; the same arrays where times are distances */

  int32_t *near;   /* [operation * n_near + i]: other operations, nearest first */
  int32_t n_near;  /* ≤ GW_ROUTING_NEAR */
  int64_t longest; /* no route takes longer, however late it is */
  int64_t dearest; /* more than any routes cost; times the operations it still fits an int64 */
  int32_t *remote; /* [operation]: distance from the nearest place where a vehicle starts */
};

/* The row of distances from @node. */
static inline const int32_t *
gw_routing_distances_from (const GwEngineRouting *routing, int32_t node)
{
  return routing->distance + (int64_t) node * routing->n_nodes;
}

/* The row of distances to @node. */
static inline const int32_t *
gw_routing_distances_to (const GwEngineRouting *routing, int32_t node)
{
  return routing->distance_back + (int64_t) node * routing->n_nodes;
}

/* The row of travel times from @node. */
static inline const int32_t *
gw_routing_travel_from (const GwEngineRouting *routing, int32_t node)
{
  return routing->travel + (int64_t) node * routing->n_nodes;
}

/* The row of travel times to @node. */
static inline const int32_t *
gw_routing_travel_to (const GwEngineRouting *routing, int32_t node)
{
  return routing->travel_back + (int64_t) node * routing->n_nodes;
}

/* Whether @vehicle may do @operation. */
static inline bool
gw_routing_may_do (const GwEngineRouting *routing, int32_t operation, int32_t vehicle)
{
  return routing->may_do[(int64_t) operation * routing->n_vehicles + vehicle] != 0;
}
