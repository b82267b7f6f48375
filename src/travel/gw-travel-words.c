/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence for each thing that somebody can do about a travel service that does not help. */
#include "config.h"

#include "gw-travel-words.h"

#include "gw-travel-service.h"

#include <glib/gi18n-lib.h>

/* It would put spaces into the name. */
/* clang-format off */
G_DEFINE_QUARK (gw-travel-fault-quark, gw_travel_fault)
/* clang-format on */

#define UNAUTHORIZED 401
#define FORBIDDEN 403
#define TOO_MANY_REQUESTS 429
#define FIRST_OF_ITS_OWN 500
#define UNAVAILABLE 503

GwTravelFault
gw_travel_fault_from_status (guint status)
{
  if (status == UNAUTHORIZED || status == FORBIDDEN)
    return GW_TRAVEL_FAULT_PERMISSION;
  if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE)
    return GW_TRAVEL_FAULT_BUSY;
  return status >= FIRST_OF_ITS_OWN ? GW_TRAVEL_FAULT_BROKEN : GW_TRAVEL_FAULT_STRANGER;
}

/* In each sentence %s is the web address of the service. */
static char *
say_fault (GwTravelFault fault, const char *url)
{
  switch (fault)
    {
    case GW_TRAVEL_FAULT_ADDRESS:
      return g_strdup_printf (_ ("“%s” is not a web address, so travel times are computed from "
                                 "distance. Please correct it in the preferences."),
                              url);
    case GW_TRAVEL_FAULT_PERMISSION:
      return g_strdup_printf (_ ("The travel service %s does not let Good Week in, so travel times "
                                 "are computed from distance. Please ask those who run it."),
                              url);
    case GW_TRAVEL_FAULT_BUSY:
      return g_strdup_printf (_ ("The travel service %s has too much to do, so travel times are "
                                 "computed from distance. Please start Good Week again later."),
                              url);
    case GW_TRAVEL_FAULT_BROKEN:
      return g_strdup_printf (_ ("The travel service %s has a fault, so travel times are computed "
                                 "from distance. Please tell those who run it."),
                              url);
    case GW_TRAVEL_FAULT_NO_MAP:
      return g_strdup_printf (_ ("The travel service %s knows no ways here, so travel times are "
                                 "computed from distance. Please ask those who run it for a map "
                                 "of your area."),
                              url);
    case GW_TRAVEL_FAULT_TOO_MANY:
      return g_strdup_printf (_ ("The travel service %s lets nobody ask about %d doors at once, so "
                                 "travel times are computed from distance. Please ask those who "
                                 "run it to allow as many."),
                              url, GW_TRAVEL_SERVICE_BATCH);
    case GW_TRAVEL_FAULT_STRANGER:
    default:
      return g_strdup_printf (_ ("What answers at %s is not a travel service, so travel times are "
                                 "computed from distance. Please check the address in the "
                                 "preferences."),
                              url);
    }
}

char *
gw_travel_fault_to_sentence (const GError *fault, const char *url)
{
  g_return_val_if_fail (fault != NULL && url != NULL, NULL);

  if (fault->domain == GW_TRAVEL_FAULT)
    return say_fault ((GwTravelFault) fault->code, url);
  if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_strdup_printf (_ ("The travel service %s does not answer, so travel times are "
                               "computed from distance. Please start Good Week again later, or "
                               "check the address in the preferences."),
                            url);
  if (fault->domain == G_TLS_ERROR)
    return g_strdup_printf (_ ("The travel service %s cannot prove who it is, so travel times are "
                               "computed from distance. Please ask those who run it to renew its "
                               "certificate."),
                            url);
  return g_strdup_printf (_ ("The travel service %s cannot be reached, so travel times are "
                             "computed from distance. Please check the network, and the address "
                             "in the preferences."),
                          url);
}
