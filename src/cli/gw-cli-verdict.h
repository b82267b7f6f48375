/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is wrong with a plan of a problem file, in words: rules that it breaks, and why visits are not
 * covered. Things are called by their place in the lists of the file, from 0. One thread.
 */
#pragma once

#include "gw-engine-verify.h"

#include <glib.h>

G_BEGIN_DECLS

/** gw_cli_get_subject_name: the stable English name of what a rule is about. */
const char *gw_cli_get_subject_name (GwEngineSubject subject);

/** gw_cli_dup_broken: the line for a broken rule. (transfer full) */
char *gw_cli_dup_broken (const GwEngineViolation *broken);

/**
 * gw_cli_say_broken: a line on standard error for each hard rule that @plan breaks, by the verifier.
 * TRUE when none is.
 */
gboolean gw_cli_say_broken (const GwEngineProblem *problem, const GwEnginePlan *plan);

/** gw_cli_say_uncovered: for each visit that @plan does not cover, what together leaves no place for
 * it, on standard error; for the first twenty. */
void gw_cli_say_uncovered (const GwEngineProblem *problem, const GwEnginePlan *plan);

G_END_DECLS
