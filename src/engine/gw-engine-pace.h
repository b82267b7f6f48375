/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pace of a search with a budget of seconds: the temperature must have fallen when time is up, so
 * now and then the steps that are left are counted by how long those took that are done.
 */
#pragma once

#include <stdint.h>

/* How often the rest of a search may be planned anew, because steps take longer than was thought. */
#define GW_ENGINE_REPLANS 4

/* At step @at the rest was planned to end with step @steps. */
typedef struct
{
  int64_t at, steps;
} GwEngineReplan;

/* Zero-initialise for a budget of steps, which keeps its pace. */
typedef struct
{
  double deadline; /* in seconds of the caller's clock */
  /* When the clock was looked at last. */
  double looked;
  int64_t looked_step;
} GwEnginePace;

/* Looks at the clock, which says @now, after step @done of @planned. Returns with which step to end:
 * @planned where that is about right, and else another one greater than @done. */
int64_t gw_engine_pace_look (GwEnginePace *pace, double now, int64_t done, int64_t planned);
