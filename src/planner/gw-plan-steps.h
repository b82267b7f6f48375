/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The steps that a search took, by which the same plan is found again: seconds are only turned into
 * steps, and how many that were differs from run to run. As text, for a command line:
 *
 *   5000/4800@1500:4900@2500:4800,300/300
 *
 * planned for 5000 steps, 4800 done; at step 1500 planned anew to end with step 4900, and so on; then
 * a second search of 300. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GW_PLAN_MOST_SEARCHES 3
#define GW_PLAN_MOST_REPLANS 4
/* What no search takes. */
#define GW_PLAN_MOST_STEPS G_GINT64_CONSTANT (1000000000000)

/**
 * GwPlanReplan: the rest of a search was planned anew.
 * @at: at this step
 * @steps: to end with this one
 */
typedef struct
{
  gint64 at;
  gint64 steps;
} GwPlanReplan;

/**
 * GwPlanSearch: one search.
 * @planned: steps planned in the beginning
 * @done: steps done; fewer when time was up
 * @replans: how it was planned anew
 * @n_replans: how many of them count
 */
typedef struct
{
  gint64 planned;
  gint64 done;
  GwPlanReplan replans[GW_PLAN_MOST_REPLANS];
  guint n_replans;
} GwPlanSearch;

/**
 * GwPlanSteps: all searches for one plan.
 * @searches: one after another
 * @n_searches: 0: none, or it cannot be repeated
 */
typedef struct
{
  GwPlanSearch searches[GW_PLAN_MOST_SEARCHES];
  guint n_searches;
} GwPlanSteps;

/** gw_plan_steps_to_text: see above; NULL when there are none. (transfer full) (nullable) */
char *gw_plan_steps_to_text (const GwPlanSteps *steps);

/**
 * gw_plan_steps_parse: reads such a text. FALSE when it is none, or holds a number above
 * GW_PLAN_MOST_STEPS; then @out_steps is empty.
 */
gboolean gw_plan_steps_parse (const char *text, GwPlanSteps *out_steps);

G_END_DECLS
