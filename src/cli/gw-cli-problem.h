/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading problem and plan files, with messages. One thread.
 */
#pragma once

#include "gw-problem-json.h"

#include <glib.h>

G_BEGIN_DECLS

/** gw_cli_read_problem: the problem in the file @path; a member that means nothing is told. NULL after
 * a message. (transfer full) */
const GwEngineProblem *gw_cli_read_problem (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/** gw_cli_read_plan: the plan for @problem in the file @path. NULL after a message. (transfer full) */
GwEnginePlan *gw_cli_read_plan (const GwEngineProblem *problem, const char *path)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
