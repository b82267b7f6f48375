/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who steps in with a plan: colleagues who come to visits that are not theirs now. Pure; any thread.
 */
#pragma once

#include "gw-week-problem.h"

G_BEGIN_DECLS

/**
 * gw_rota_helpers_dup_words: "Stepping in: Shanice (6), Marta (2)", those with most of them first; NULL
 * when nobody does. (transfer full) (nullable)
 */
char *gw_rota_helpers_dup_words (GwWeekPlan *plan);

G_END_DECLS
