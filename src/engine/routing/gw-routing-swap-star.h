/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SWAP* (Vidal 2022): two operations of two routes change over, each to wherever it fits best in
 * the other route, not only where the other one was. The three best places of each operation in
 * each route are remembered for as long as the route stays as it is.
 */
#pragma once

#include "gw-routing-local.h"

/* Tries all pairs of routes that have operations near to one another and of which one has changed
 * since the pair was last tried. Returns whether anything helped. */
bool gw_routing_swap_star (GwRoutingLocal *local);
