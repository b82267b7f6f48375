/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The second opinion on routes. It checks and prices routes from what the routing problem was made
 * of, written apart from the search and sharing no code with it, for tests, for
 * `good-week-plan bench` and for solutions that somebody else found. It prefers being plain to being
 * fast. Any thread.
 */
#pragma once

#include "gw-engine-routing.h"

/* What routes can do wrong. */
typedef enum
{
  GW_ENGINE_ROUTES_SHAPE,    /* an operation that is not in the problem, or routes without order */
  GW_ENGINE_ROUTES_FLEET,    /* a route more than there are vehicles */
  GW_ENGINE_ROUTES_UNSERVED, /* an operation in no route */
  GW_ENGINE_ROUTES_TWICE,    /* an operation in two places */
  GW_ENGINE_ROUTES_SKILL,    /* a vehicle that may not do the operation */
  GW_ENGINE_ROUTES_EARLY,    /* a start before the window, or before the vehicle can be there */
  GW_ENGINE_ROUTES_LATE,     /* a start after a hard window */
  GW_ENGINE_ROUTES_SHIFT,    /* back after the end of the shift */
  GW_ENGINE_ROUTES_CAPACITY, /* more demand than fits */
  GW_ENGINE_ROUTES_LAG,      /* linked starts too close or too far apart */
  GW_ENGINE_ROUTES_SAME,     /* one vehicle for both linked operations */
  GW_ENGINE_ROUTES_HALF,     /* one of two linked operations without the other */
  GW_ENGINE_ROUTES_N_RULES
} GwEngineRoutesRule;

/* How many faults a verdict names; the others are only counted. */
#define GW_ENGINE_ROUTES_MOST_FAULTS 16

/* One fault; vehicle or operation is -1 where there is none. */
typedef struct
{
  GwEngineRoutesRule rule;
  int32_t vehicle, operation;
  int64_t amount; /* by how much, in units of the problem; 1 where that has no meaning */
} GwEngineRoutesFault;

/* The verdict. Owns nothing. */
typedef struct
{
  int64_t distance, tardiness, greatest_tardiness;
  int64_t cost; /* the weighted sum, of what is served */
  int32_t n_unserved;
  int32_t by_rule[GW_ENGINE_ROUTES_N_RULES]; /* how many faults of each kind */
  int32_t n_faults;                          /* how many are named below */
  GwEngineRoutesFault faults[GW_ENGINE_ROUTES_MOST_FAULTS];
} GwEngineRoutesVerdict;

/* Checks @routes, with the start times that they give, against the problem that @input describes
 * (it must be one that gw_engine_routing_new() accepts). A vehicle without operations stays at home
 * and costs nothing. Returns true when everything is served and no rule is broken; false also
 * without memory, which is the only time that no fault is named then. */
bool gw_engine_verify_routes (const GwEngineRoutingInput *input, const GwEngineRoutes *routes,
                              GwEngineRoutesVerdict *verdict);

/* Sets the starts of @routes to the earliest that windows, travel and links allow, which are also
 * the least tardy; routes and order stay. Returns false when the links contradict the order, or
 * when indices of @routes are out of range; then the starts mean nothing. */
bool gw_engine_routes_set_earliest (const GwEngineRoutingInput *input, GwEngineRoutes *routes);

/* The English name of a rule, stable, for files and messages. */
const char *gw_engine_routes_rule_get_name (GwEngineRoutesRule rule);
