/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A team of threads that work in rounds. In each round all members work side by side on what is
 * theirs; then they meet, and one of them (on the thread that called) confers for all: compares,
 * exchanges, tells progress, decides whether there is another round. Between two rounds nothing
 * else runs, so what is done at a meeting needs no lock, and the result depends on the number of
 * members and on the rounds alone, not on the machine's load.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* The most members a team may have. */
#define GW_ENGINE_TEAM_MAX 64

/* What a team does. */
typedef struct
{
  int32_t n_members; /* 1 … GW_ENGINE_TEAM_MAX; the caller is member 0 */
  /* The work of @member in @round (0, 1, …), on its own thread. */
  void (*work) (void *data, int32_t member, int32_t round);
  /* The meeting after @round, on the calling thread; false ends the work. */
  bool (*confer) (void *data, int32_t round);
  void *data;
} GwEngineTeam;

/* Works until a meeting says so. Returns false, having done nothing, when a thread could not be
 * had. */
bool gw_engine_team_run (const GwEngineTeam *team) __attribute__ ((warn_unused_result));

/* How many members a team for @threads threads has: at least one, at most the most. */
static inline int32_t
gw_engine_team_size (int32_t threads)
{
  return threads < 1 ? 1 : threads > GW_ENGINE_TEAM_MAX ? GW_ENGINE_TEAM_MAX : threads;
}
