/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What makers of problems share: repeatable numbers, sealing, and places with ways between them.
 */
#pragma once

#include "gw-sample-problem.h"

#include <stdlib.h>

#include "gw-engine-random.h"

typedef struct
{
  GwEngineRandom random;
  GwEngineBuilder *builder;
} Maker;

static inline int
below (Maker *maker, int n)
{
  return gw_engine_random_below (&maker->random, n);
}

static inline int
between (Maker *maker, int low, int high)
{
  return low + below (maker, high - low + 1);
}

static inline bool
chance (Maker *maker, int percent)
{
  return below (maker, 100) < percent;
}

static inline GwEngineProblem *
finish (Maker *maker)
{
  GwEngineFault fault;
  GwEngineProblem *problem = gw_engine_builder_seal (maker->builder, &fault);

  gw_engine_builder_free (maker->builder);
  if (problem == NULL)
    abort ();
  return problem;
}

/* Places in a square of @metres, travel by three modes with two minutes to park. */
static inline void
make_places (Maker *maker, int n, int metres)
{
  static const int speed[3] = { 333, 200, 80 }; /* metres a minute */
  int *x = malloc (2 * (size_t) n * sizeof *x), *y = x + n;

  gw_engine_builder_set_places (maker->builder, n, 3);
  for (int i = 0; i < n; i++)
    {
      x[i] = below (maker, metres);
      y[i] = below (maker, metres);
    }
  for (int mode = 0; mode < 3; mode++)
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++)
        {
          int way = (abs (x[i] - x[j]) + abs (y[i] - y[j])) * 13 / 14;

          if (i != j)
            gw_engine_builder_set_travel (maker->builder, mode, i, j,
                                          (mode == 0 ? 2 : 0) +
                                              (way + speed[mode] - 1) / speed[mode]);
        }
  free (x);
}
