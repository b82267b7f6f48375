/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The core for hard windows, any matrices, and skills. See gw-routing-chain.h.
 */
#include "gw-routing-core.h"

GW_ROUTING_DEFINE_CORE (gw_routing_core_skilled, false, false, true);
