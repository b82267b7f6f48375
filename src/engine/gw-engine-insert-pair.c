/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-insert-pair.h.
 */
#include "gw-engine-insert-pair.h"

#include "gw-engine-spot.h"

/* Pairs of spots that are tried before giving up. */
#define MAX_PAIRS 12

/* One pair in so many is put at a random time. */
#define WHIM 4

typedef struct
{
  int32_t a, b; /* spots */
  int32_t start, partner_start;
  int64_t cost;
} Pair;

/* Two operations that start together, and how. */
typedef struct
{
  int32_t first, second;
  int32_t apart; /* they may start so far apart */
  bool is_whim;  /* at a random time */
} Couple;

static Couple
make_couple (GwEngineState *state, int32_t first, int32_t second)
{
  const GwEngineSlices *links = &state->problem->operation_links;
  Couple couple = { first, second, GW_ENGINE_TIME_MAX,
                    gw_engine_random_below (&state->random, WHIM) == 0 };

  for (int32_t i = links->first[first]; i < links->first[first + 1]; i++)
    {
      const GwEngineLink *link = &state->problem->links[links->items[i]];

      if (link->kind == GW_ENGINE_LINK_TOGETHER && (link->a == second || link->b == second) &&
          link->max < couple.apart)
        couple.apart = link->max;
    }
  return couple;
}

static int32_t
cut (int32_t time, int32_t low, int32_t high)
{
  return time < low ? low : time > high ? high : time;
}

/* Starts for both that their slots allow, as near the ideal as they can; false when there are
 * none. A placed pair does not move when others come, so now and then it must be put where
 * nothing yet says that it should be. */
static bool
common_start (GwEngineState *state, const Couple *couple, const GwEngineSpot *a,
              const GwEngineSpot *b, Pair *pair)
{
  const GwEngineTimer *timer = &state->timer;
  int32_t who_a = state->colleague_of[a->shift], who_b = state->colleague_of[b->shift];
  int32_t low = a->earliest, high = a->latest, wanted, own;

  if (who_a == who_b)
    return false;
  low = low < b->earliest - couple->apart ? b->earliest - couple->apart : low;
  high = high > b->latest + couple->apart ? b->latest + couple->apart : high;
  if (low > high)
    return false;
  wanted = gw_engine_timer_wanted (timer, couple->first, low, high);
  if (couple->is_whim)
    wanted = low + gw_engine_random_below (&state->random, high - low + 1);
  wanted = wanted == GW_ENGINE_NO_TIME ? low : cut (wanted, low, high);
  own = gw_engine_timer_own (timer, couple->first, low, high);
  pair->start = gw_engine_timer_first_of (timer, couple->first, who_a, wanted, own);
  if (pair->start > high)
    pair->start = gw_engine_timer_first_of (timer, couple->first, who_a, low, own);
  if (pair->start > high)
    return false;
  wanted = cut (pair->start, b->earliest, b->latest);
  own = couple->apart == 0 ? pair->start : timer->own_start[couple->second];
  pair->partner_start = gw_engine_timer_first_of (timer, couple->second, who_b, wanted, own);
  return pair->partner_start <= b->latest && pair->partner_start - pair->start <= couple->apart &&
         pair->start - pair->partner_start <= couple->apart;
}

/* Keeps the cheapest pairs in order; returns how many there are. */
static int32_t
keep_pair (Pair *pairs, int32_t n, const Pair *pair)
{
  int32_t i;

  if (n == MAX_PAIRS && pair->cost >= pairs[n - 1].cost)
    return n;
  i = n < MAX_PAIRS ? n++ : n - 1;
  for (; i > 0 && pairs[i - 1].cost > pair->cost; i--)
    pairs[i] = pairs[i - 1];
  pairs[i] = *pair;
  return n;
}

/* The cheapest pairs: both lists are in order of cost. */
static int32_t
list_pairs (GwEngineState *state, const Couple *couple, int32_t n_first, int32_t n_second,
            Pair *pairs)
{
  const GwEngineSpot *spots = state->spots;
  int32_t n = 0;

  for (int32_t a = 0; a < n_first; a++)
    for (int32_t b = GW_ENGINE_MAX_SPOTS; b < GW_ENGINE_MAX_SPOTS + n_second; b++)
      {
        Pair pair = { a, b, 0, 0, spots[a].cost + spots[b].cost };

        /* All that follow cost as much at least. */
        if (n == MAX_PAIRS && pair.cost >= pairs[n - 1].cost)
          break;
        if (!common_start (state, couple, &spots[a], &spots[b], &pair))
          continue;
        pair.cost += gw_engine_timer_time_cost (&state->timer, couple->first, pair.start) +
                     gw_engine_timer_time_cost (&state->timer, couple->second, pair.partner_start) +
                     gw_engine_state_tie_cost (state, couple->first, pair.start);
        n = keep_pair (pairs, n, &pair);
      }
  return n;
}

static bool
insert_at (GwEngineState *state, int32_t o, const GwEngineSpot *spot, int32_t start)
{
  bool done;

  state->timer.locked_item = o;
  state->timer.locked_start = start;
  done = gw_engine_state_insert (state, o, spot->shift, spot->slot);
  state->timer.locked_item = GW_ENGINE_NONE;
  return done;
}

bool
gw_engine_insert_pair (GwEngineState *state, int32_t first, int32_t second, int64_t worth,
                       int32_t blink)
{
  Pair pairs[MAX_PAIRS];
  Couple couple = make_couple (state, first, second);
  int32_t n_first = gw_engine_spots_list (state, first, GW_ENGINE_FACES_ALL, blink, true, state->spots);
  GwEngineSpot *partners = state->spots + GW_ENGINE_MAX_SPOTS;
  int32_t n_second = 0, n;

  if (n_first > 0)
    n_second = gw_engine_spots_list (state, second, GW_ENGINE_FACES_ALL, blink, true, partners);
  gw_engine_spots_sort (state->spots, n_first);
  gw_engine_spots_sort (partners, n_second);
  n = list_pairs (state, &couple, n_first, n_second, pairs);

  for (int32_t i = 0; i < n && pairs[i].cost < worth; i++)
    {
      state->n_evaluations += 2;
      if (!insert_at (state, first, &state->spots[pairs[i].a], pairs[i].start))
        continue;
      if (insert_at (state, second, &state->spots[pairs[i].b], pairs[i].partner_start))
        return true;
      if (!gw_engine_state_remove (state, state->spots[pairs[i].a].shift, &first, 1))
        return false;
    }
  return false;
}
