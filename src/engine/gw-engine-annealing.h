/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): a change stays when the new cost is at
 * most the old one plus T · -ln(u), and T falls geometrically from step to step. Every search of
 * the engine accepts by this rule. The temperature is a double and its fall comes from pow(), so a
 * run repeats for the same build on the same kind of machine, not on every machine.
 */
#pragma once

#include <math.h>

#include "gw-engine-random.h"

/* A temperature and what it is multiplied with after each step. Costs are in the units of the
 * searched problem. */
typedef struct
{
  double temperature, cooling;
} GwEngineAnnealing;

/* Falls from @start (> 0) to @end (> 0) within @steps steps. */
static inline void
gw_engine_annealing_init (GwEngineAnnealing *annealing, double start, double end, int64_t steps)
{
  annealing->temperature = start;
  annealing->cooling = steps > 0 ? pow (end / start, 1.0 / (double) steps) : 1.0;
}

/* The highest cost that this step may end with, coming from @cost; cools down. */
static inline int64_t
gw_engine_annealing_limit (GwEngineAnnealing *annealing, int64_t cost, GwEngineRandom *random)
{
  double heat = annealing->temperature * gw_engine_random_minus_log (random) / 65536.0;

  annealing->temperature *= annealing->cooling;
  return cost + (heat < 1e15 ? (int64_t) heat : (int64_t) 1e15);
}
