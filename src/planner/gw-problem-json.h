/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Problem and plan files: JSON, documented by data/schemas/good-week-problem.schema.json and
 * good-week-plan.schema.json and the help page "Problem and plan files", stable from version 1.
 * Elements are referred to by their place in their list, from 0. Any thread.
 */
#pragma once

#include "gw-engine-builder.h"
#include "gw-engine-plan.h"
#include "gw-planner.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * gw_problem_json_read: the sealed problem of @text. NULL with GW_ERROR_INVALID (a sentence with the
 * place of the fault) or GW_ERROR_TOO_NEW. (transfer full)
 */
const GwEngineProblem *gw_problem_json_read (const char *text, gsize length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_problem_json_read_noting: the same; @out_unknown becomes the place of the first member that
 * means nothing, such as "opperations", or NULL. (transfer full)
 */
const GwEngineProblem *gw_problem_json_read_noting (const char *text, gsize length,
                                                    char **out_unknown, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_problem_json_write: @problem as text. @week (nullable) adds names, which have no meaning for
 * the reader; names are left out otherwise. (transfer full)
 */
char *gw_problem_json_write (const GwEngineProblem *problem, const GwWeekProblem *week);

/**
 * gw_problem_json_write_planned: the problem that gw_planner_plan_sync() searches with @options, as
 * text with names: what they hold still is pinned, or may not be taken or changed. Of the stages of
 * GW_PLAN_TO_COVER it is the last, in which the most may move. (transfer full), or NULL as
 * gw_week_problem_new(). Workers.
 */
char *gw_problem_json_write_planned (const GwWeekProblem *week, const GwPlanOptions *options,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_plan_json_read: the plan of @text for @problem: any plan of the right size, however wrong.
 * NULL with GW_ERROR_INVALID or GW_ERROR_TOO_NEW. (transfer full)
 */
GwEnginePlan *gw_plan_json_read (const GwEngineProblem *problem, const char *text, gsize length,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_plan_json_write: @plan of @problem with its score as text. (transfer full) */
char *gw_plan_json_write (const GwEngineProblem *problem, const GwEnginePlan *plan);

G_END_DECLS
