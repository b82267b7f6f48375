/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sharing the routes among threads by where they lie. Annealing accepts by differences, so threads
 * that change disjoint sets of routes anneal the whole as one thread would, in a fraction of the
 * time; the border is drawn anew at each meeting.
 */
#pragma once

#include "gw-engine-random.h"
#include "gw-routing-plan.h"

/* Gives each vehicle a member in @member_of[vehicle] (0 … n_members - 1): used vehicles along the
 * line between two random operations, equal numbers of operations each; unused ones in turn.
 * @keys and @order are scratch, by vehicle. */
void gw_routing_split (const GwEngineRouting *routing, const GwRoutingPlan *plan, int32_t n_members,
                       GwEngineRandom *random, int32_t *member_of, int64_t *keys, int32_t *order);
