/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ties: hard links between starts, as distances; and which of them the windows imply.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "gw-engine-problem.h"

/* Beyond every time, and near enough to it to be added to one. */
#define GW_ENGINE_ALWAYS (GW_ENGINE_TIME_MAX * 2)

/* A hard link between starts, as the timing needs it: low ≤ start(b) - start(a) ≤ high, or with
 * is_gap a distance of at least low either way. */
typedef struct
{
  int32_t a, b;
  int32_t low, high;
  bool is_gap;
} GwEngineTie;

/* Some windows of an operation that is not pinned, or the moment at which a pinned one starts. */
typedef struct
{
  const GwEngineWindow *windows;
  int32_t n;
} GwEngineTimes;

/* Makes the tie that @link is: one that allows everything where it is soft or about who. */
void gw_engine_tie_init (GwEngineTie *tie, const GwEngineLink *link);

/* Whether @tie does not allow everything. */
bool gw_engine_tie_binds (const GwEngineTie *tie);

/* Whether @tie holds whatever the starts in the times @a of one operation and @b of the other. */
bool gw_engine_tie_is_implied (const GwEngineTie *tie, GwEngineTimes a, GwEngineTimes b);
