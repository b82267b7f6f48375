/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The core for late starts and linked operations. See gw-routing-chain.h.
 */
#include "gw-routing-traits.h"

static const GwRoutingTraits gw_routing_traits = { .is_linked = true, .has_skills = true };

#include "gw-routing-core.h"

GW_ROUTING_DEFINE_CORE (gw_routing_core_linked);
