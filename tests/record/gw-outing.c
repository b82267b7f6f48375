/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record type for tests. */

#include "config.h"

#include "gw-outing.h"

const GwChoice gw_outing_transports[] = {
  { 1, "car", N_ ("Car") },
  { 2, "bus", N_ ("Bus") },
  { 5, "on_foot", N_ ("On foot") },
  { 0, NULL, NULL },
};

static void
validate (const GwRecord *outing, GwProblemList *problems)
{
  if (gw_outing_has_end (outing) &&
      gw_outing_get_end (outing).value <= gw_outing_get_start (outing).value)
    gw_problem_list_add (problems, GW_OUTING_END, "The end must come after the start.");
}

GW_DEFINE_RECORD_TYPE (outing, GW_OUTING_FIELDS, .label = N_ ("Outing"),
                       .label_plural = N_ ("Outings"), .icon_name = "walking-symbolic",
                       .title_fields = { GW_OUTING_TITLE, GW_OUTING_DAY, -1 }, .validate = validate,
                       .since = 2)
