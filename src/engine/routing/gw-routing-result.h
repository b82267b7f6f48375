/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes as they are handed out: with start times and sums.
 */
#pragma once

#include "gw-routing-chain.h"

/* Makes the routes of @plan, timed by @chain (which takes the plan over); NULL without memory. */
GwEngineRoutes *gw_routing_routes_new (GwRoutingChain *chain, const GwRoutingPlan *plan);
