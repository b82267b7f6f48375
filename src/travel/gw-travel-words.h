/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is said when a travel service does not help: one translated sentence for each thing that
 * somebody can do about it. Private to this layer; pure.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GW_TRAVEL_FAULT (gw_travel_fault_quark ())

/**
 * GwTravelFault: why a service did not help, by what can be done about it.
 * @GW_TRAVEL_FAULT_ADDRESS: what was entered is no web address
 * @GW_TRAVEL_FAULT_STRANGER: something answers, but not a routing service
 * @GW_TRAVEL_FAULT_PERMISSION: it wants to know who asks
 * @GW_TRAVEL_FAULT_BUSY: it was asked too much
 * @GW_TRAVEL_FAULT_BROKEN: it has a fault of its own
 * @GW_TRAVEL_FAULT_NO_MAP: it says that it knows no ways between these doors
 * @GW_TRAVEL_FAULT_TOO_MANY: it says that it was asked about too many doors at once
 */
typedef enum
{
  GW_TRAVEL_FAULT_ADDRESS,
  GW_TRAVEL_FAULT_STRANGER,
  GW_TRAVEL_FAULT_PERMISSION,
  GW_TRAVEL_FAULT_BUSY,
  GW_TRAVEL_FAULT_BROKEN,
  GW_TRAVEL_FAULT_NO_MAP,
  GW_TRAVEL_FAULT_TOO_MANY
} GwTravelFault;

/** gw_travel_fault_quark: the domain; its messages are for the log. */
GQuark gw_travel_fault_quark (void);

/** gw_travel_fault_from_status: what an HTTP status other than 200 means. */
GwTravelFault gw_travel_fault_from_status (guint status);

/**
 * gw_travel_fault_to_sentence: what happened with the service at @url, what times are made from
 * now, and what to do; for a GwTravelFault or whatever the network said. (transfer full)
 */
char *gw_travel_fault_to_sentence (const GError *fault, const char *url);

G_END_DECLS
