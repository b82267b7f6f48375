/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ruining by adjacent strings (Christiaens and Vanden Berghe 2020), for every family of problems: from a
 * seed on, runs of its neighbours are opened, and each loses a string around the neighbour.
 *
 * A template, like the other parts of the search (see gw-engine-lns.h). Who includes it has said what
 * GwLnsState is, and defines what is declared first.
 */
#pragma once

#include "gw-engine-small.h"
#include "gw-engine-strings.h"

/* The most runs that one ruin opens. */
#define GW_LNS_MOST_STRINGS 20

/* What a run may lose, and how many do. */
typedef struct
{
  int32_t mean_removed, usual; /* so many strings go that about this many items do when each has usual */
  int32_t longest, growth;     /* of a string; per cent by which what it spares grows */
} GwLnsStrings;

/* The family: where a ruin begins. */
static inline int32_t gw_lns_choose_seed (GwLnsState *state);

/* The family: the neighbours of @seed, nearest first, and in *@n how many. */
static inline const int32_t *gw_lns_near (const GwLnsState *state, int32_t seed, int32_t *n);

/* The family: how many strings, and how long. */
static inline GwLnsStrings gw_lns_strings (const GwLnsState *state);

/* The family: the run that @operation is in, or less than 0. */
static inline int32_t gw_lns_run_of (const GwLnsState *state, int32_t operation);

/* The family: whether @run may be opened for @operation, which is in it. */
static inline bool gw_lns_may_open (const GwLnsState *state, int32_t run, int32_t operation);

/* The family: another run, where there is room for @seed to be made, or less than 0. Asked once the
 * seed's own run has been opened. */
static inline int32_t gw_lns_choose_second (GwLnsState *state, int32_t seed);

/* The family: opens @run; returns how many items it has. */
static inline int32_t gw_lns_open (GwLnsState *state, int32_t run);

/* The family: the number of the item of @run that @operation is, or would be near to. */
static inline int32_t gw_lns_find_item (const GwLnsState *state, int32_t run, int32_t operation);

/* The family: lists item number @i of @run, and what has to go with it, for leaving, if it may. */
static inline void gw_lns_collect (GwLnsState *state, int32_t run, int32_t i);

/* Lists a string of up to @longest items of @run, around @operation, for leaving. */
static inline void
gw_lns_collect_string (GwLnsState *state, int32_t run, int32_t operation, int32_t longest,
                       int32_t growth)
{
  int32_t size = gw_lns_open (state, run), at = gw_lns_find_item (state, run, operation);
  int32_t length = 1 + gw_engine_random_below (&state->random, gw_engine_min (size, longest));
  GwEngineString string = gw_engine_string_draw (&state->random, size, at, length, growth);

  for (int32_t i = string.first; i < string.first + string.length; i++)
    if (gw_engine_string_takes (&string, i))
      gw_lns_collect (state, run, i);
}

/* Whether @run is one of the @n in @opened. */
static inline bool
gw_lns_is_opened (const int32_t *opened, int32_t n, int32_t run)
{
  for (int32_t k = 0; k < n; k++)
    if (opened[k] == run)
      return true;
  return false;
}

/* Lists strings of runs near a seed for leaving. No run is opened twice. */
static inline void
gw_lns_collect_strings (GwLnsState *state)
{
  int32_t opened[GW_LNS_MOST_STRINGS], n = 0, n_near, seed = gw_lns_choose_seed (state);
  GwLnsStrings strings = gw_lns_strings (state);
  int32_t n_strings = gw_engine_strings_count (&state->random, strings.mean_removed, strings.usual);
  const int32_t *near = gw_lns_near (state, seed, &n_near);

  n_strings = gw_engine_min (n_strings, GW_LNS_MOST_STRINGS);
  for (int32_t i = -1; i < n_near && n < n_strings; i++)
    {
      int32_t o = i < 0 ? seed : near[i], run = gw_lns_run_of (state, o);

      if (run < 0 || !gw_lns_may_open (state, run, o) || gw_lns_is_opened (opened, n, run))
        continue;
      gw_lns_collect_string (state, run, o, strings.longest, strings.growth);
      opened[n++] = run;
      run = i < 0 && n < n_strings ? gw_lns_choose_second (state, seed) : -1;
      if (run < 0)
        continue;
      gw_lns_collect_string (state, run, seed, strings.longest, strings.growth);
      opened[n++] = run;
    }
}
