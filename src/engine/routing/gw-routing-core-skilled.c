/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The core for hard windows, any matrices, and skills. See gw-routing-chain.h.
 */
#include "gw-routing-traits.h"

static const GwRoutingTraits gw_routing_traits = { .has_skills = true };

#include "gw-routing-core.h"

GW_ROUTING_DEFINE_CORE (gw_routing_core_skilled);
