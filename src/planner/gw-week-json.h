/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A planned week for other programs: numbers before and after, who does what when by record id and
 * name, what is to cover, and trouble in words. JSON; described on the help page "Problem and plan
 * files". Any thread.
 */
#pragma once

#include "gw-planner.h"

G_BEGIN_DECLS

/**
 * gw_week_json_write: @plan with @outcome (nullable) and the options that made it (nullable) as
 * indented text. @zone nullable: local. (transfer full)
 */
char *gw_week_json_write (const GwWeekPlan *plan, const GwPlanOptions *options,
                          const GwPlanOutcome *outcome, GTimeZone *zone);

G_END_DECLS
