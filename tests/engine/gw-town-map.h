/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the places of a random town are.
 */
#pragma once

#include <stdlib.h>

#include "gw-engine-random.h"

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
