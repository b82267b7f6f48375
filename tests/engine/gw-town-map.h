/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What random towns have in common: where their places are, how far apart, and what is to be done.
 */
#pragma once

#include <stdlib.h>

#include "gw-engine-random.h"
#include "gw-engine-routing.h"

/* Draws @n places in a square of a hundred by a hundred. */
static inline void
gw_town_draw (GwEngineRandom *random, int32_t n, int32_t *x, int32_t *y)
{
  for (int32_t i = 0; i < n; i++)
    {
      x[i] = gw_engine_random_below (random, 100);
      y[i] = gw_engine_random_below (random, 100);
    }
}

/* Measures @distance [n * n] along streets that cross at right angles. */
static inline void
gw_town_measure (int32_t n, const int32_t *x, const int32_t *y, int32_t *distance)
{
  for (int32_t i = 0; i < n; i++)
    for (int32_t j = 0; j < n; j++)
      distance[i * n + j] = abs (x[i] - x[j]) + abs (y[i] - y[j]);
}

/* What lies at random in a town: when windows open, and how long they stay open. */
typedef struct
{
  int32_t opens, opens_within;
  int32_t lasts, lasts_within;
} TownWindows;

/* Draws @n operations, one at each place but the depot, with demands of 1 to 5. */
static inline void
gw_town_draw_operations (GwEngineRandom *random, int32_t n, const TownWindows *windows,
                         GwEngineRoutingOperation *operations)
{
  for (int32_t o = 0; o < n; o++)
    {
      int32_t open = windows->opens + gw_engine_random_below (random, windows->opens_within);
      int32_t close = open + windows->lasts + gw_engine_random_below (random, windows->lasts_within);

      operations[o] = (GwEngineRoutingOperation){ o + 1, 10, open, close,
                                                  1 + gw_engine_random_below (random, 5) };
    }
}
