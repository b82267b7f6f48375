/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The core for hard windows and one symmetric matrix. See gw-routing-chain.h.
 */
#include "gw-routing-traits.h"

static const GwRoutingTraits gw_routing_traits = { .has_one_matrix = true };

#include "gw-routing-core.h"

GW_ROUTING_DEFINE_CORE (gw_routing_core_windows);
