/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is printed of a planned week: numbers before and after, what the plan means for people, and
 * what leaves no place for the visits that stay to cover. One thread.
 */
#pragma once

#include "gw-cli.h"

#include "gw-week-problem.h"

G_BEGIN_DECLS

/** gw_cli_week_report_print_numbers: two lines, before the plan and after it. */
void gw_cli_week_report_print_numbers (GwWeekPlan *plan, GTimeZone *zone);

/** gw_cli_week_report_judge: GW_CLI_BROKEN when something in @plan clashes, else GW_CLI_DONE. */
GwCliStatus gw_cli_week_report_judge (const GwWeekPlan *plan);

/** gw_cli_week_report_print_people: what changes for people, what clashes, what stays to cover and why,
 * and a summary. */
void gw_cli_week_report_print_people (GwWeekPlan *plan);

G_END_DECLS
