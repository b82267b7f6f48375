/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The timing of one run: given the items of a shift in order, when does each start, and what does
 * that cost? The policy is deterministic: earliest starts forward, latest starts backward, then
 * each item as near the time it aims for as these allow. Operations in other shifts that are
 * linked to this one are taken to start when they start now.
 *
 * The result is feasible by construction: windows, shift bounds, travel, absences, blocks and
 * hard links hold. It is a function of the order and of the linked starts, not of history.
 */
#pragma once

#include "gw-engine-problem-private.h"
#include "gw-engine-small.h"
#include "gw-engine-tie.h"

/* What the passes over a run want to know of an item, side by side. An item is *plain* when its starts
 * are those on the grid from first to last: one window, no gap to keep, no time of its own beside the
 * grid. */
typedef struct
{
  bool is_plain, is_operation, has_ties;
  bool holds_time; /* rather at the time it has than with a travel buffer before it */
  int32_t duration, place;
  int32_t grid; /* 1 for blocks */
  /* Plain items. */
  int32_t first, last;
  int32_t wanted;           /* aimed for, or NO_TIME */
  int32_t ideal, reference; /* starts that cost nothing, or INT32_MAX: any does */
  int32_t tolerance;
  int64_t assign; /* what it costs that who has it has it: the owner keeps it up to date */
} GwEngineItem;

/* How an item of a run is timed. */
typedef enum
{
  GW_ENGINE_EASE_NONE,  /* windows, absences, gaps are asked */
  GW_ENGINE_EASE_PLAIN, /* it is plain and who makes the run is never away, but links may bound it */
  GW_ENGINE_EASE_FREE,  /* and nothing bounds it */
} GwEngineEase;

/* @time or the last multiple of @grid before it. */
static inline int32_t
gw_engine_round_down (int32_t time, int32_t grid)
{
  /* The usual grid is a constant that the compiler need not divide by. */
  int32_t over = grid == 5 ? time % 5 : time % grid;

  return time - (over < 0 ? over + grid : over);
}

/* What timing reads. The owner keeps it up to date. */
typedef struct
{
  const GwEngineProblem *problem;
  int64_t minute_weight;   /* what a minute of travel costs: as the rule says, or more for a while */
  int32_t *first_window;   /* [item + 1] into windows */
  GwEngineWindow *windows; /* effective: pins and scope are in them */
  int32_t *wanted;         /* [window]: the start aimed for in it, or NO_TIME */
  bool keeps_times;        /* moving a visit costs more than missing its ideal time */
  GwEngineTie *ties;
  GwEngineSlices item_ties; /* [operation] */
  uint8_t *has_gap;         /* [item]: a tie with is_gap */
  int32_t grid;             /* operations start at multiples of it … */
  int32_t *own_start;       /* [item] … or when they do already, or NO_TIME */
  int32_t *shift_of;        /* [operation] */
  int32_t *start_of;        /* [item] */
  int32_t *slot_of;         /* [item]: position in the run being timed if it has ties, else -1 */
  GwEngineItem *known;      /* [item] see gw_engine_timer_know() */
  const int32_t *aim;       /* [item]: wanted start, or NULL: what wanted[] says */
  int32_t locked_item;      /* must start at locked_start; NONE */
  int32_t locked_start;
  /* Results, by position; see gw_engine_timer_keep(). */
  int32_t *earliest, *latest, *start, *leg, *place, *low, *high, *own;
  int32_t *kept[4]; /* earliest, latest, start, place */
  uint8_t *ease;    /* GwEngineEase */
  bool is_away;     /* who makes the run is away at some time */
  int32_t last_leg; /* the way home */
} GwEngineTimer;

/* Prepares @timer for @problem with runs of up to @capacity items, in @arena: windows and ties of
 * the problem, everything unplaced. Returns false without memory. */
bool gw_engine_timer_init (GwEngineTimer *timer, const GwEngineProblem *problem,
                           GwEngineArena *arena, int32_t capacity);

/* Looks again at what is known of @item: to be called after its windows or own_start[] changed. */
void gw_engine_timer_know (GwEngineTimer *timer, int32_t item);

/* Forgets the ties between two operations of @is_still, which never move, and those that the windows
 * imply, in which all starts must lie from now on. To be called before gw_engine_timer_know(). */
void gw_engine_timer_drop_ties (GwEngineTimer *timer, const uint8_t *is_still);

/* Makes [@open, @close] the only window of @item. */
void gw_engine_timer_narrow (GwEngineTimer *timer, int32_t item, int32_t open, int32_t close);

/* Times the @n items of @items as a run of shift @s by @colleague. On success the results are in
 * the timer, latest[] is the latest start that keeps what follows possible. On failure returns
 * false. */
bool gw_engine_timer_run (GwEngineTimer *timer, int32_t s, int32_t colleague, const int32_t *items,
                          int32_t n);

/* Puts the results aside; what was put aside before becomes the results. */
void gw_engine_timer_keep (GwEngineTimer *timer);

/* Pulls the tight stretch of a run that ends with the item at @last earlier as long as that
 * lessens what the times cost. Part of gw_engine_timer_run(). */
void gw_engine_timer_pull (GwEngineTimer *timer, const int32_t *items, int32_t last);

/* The soft cost of the run last timed, or, with @start replaced, of any starts: travel, buffer,
 * density, flex, times, and the choice of colleague. */
int64_t gw_engine_timer_cost (const GwEngineTimer *timer, int32_t s, int32_t colleague,
                              const int32_t *items, const int32_t *start, int32_t n);

/* The same for the run that gw_engine_timer_run() has just timed successfully, when assign is right in
 * what is known of its operations. */
int64_t gw_engine_timer_cost_now (const GwEngineTimer *timer, int32_t s, const int32_t *items,
                                  int32_t n);

/* The soft cost of operation @item starting at @start; see gw_engine_problem_time_cost(). */
static inline int64_t
gw_engine_timer_time_cost (const GwEngineTimer *timer, int32_t item, int32_t start)
{
  const GwEngineItem *known = &timer->known[item];
  const int32_t *weight = timer->problem->settings.weight;
  int64_t cost = 0;

  if (!known->is_plain)
    return gw_engine_problem_time_cost (timer->problem, item, start);
  if (known->ideal != INT32_MAX)
    {
      int32_t off = start > known->ideal ? start - known->ideal : known->ideal - start;
      int32_t more = off > known->tolerance ? off - known->tolerance : 0;

      cost = (int64_t) off * weight[GW_ENGINE_RULE_IDEAL] +
             (int64_t) more * weight[GW_ENGINE_RULE_TOLERANCE];
    }
  if (known->reference != INT32_MAX)
    cost += (int64_t) (start > known->reference ? start - known->reference
                                                : known->reference - start) *
            weight[GW_ENGINE_RULE_STABLE_TIME];
  return cost;
}

/* The first start of @item that is at least @time, or INT32_MAX. @colleague's absences and gaps
 * to linked operations are respected. Starts are on the grid, or at @own. */
int32_t gw_engine_timer_first (const GwEngineTimer *timer, int32_t item, int32_t colleague,
                               int32_t time, int32_t own);

/* The same of a plain item when nobody is away. */
static inline int32_t
gw_engine_plain_first (const GwEngineItem *known, int32_t time)
{
  int32_t start = time > known->first ? time : known->first;

  if (known->grid > 1)
    start = gw_engine_round_down (start + known->grid - 1, known->grid);
  return start <= known->last ? start : INT32_MAX;
}

/* The last start of @item that is at most @time, or INT32_MIN. */
int32_t gw_engine_timer_last (const GwEngineTimer *timer, int32_t item, int32_t colleague,
                              int32_t time, int32_t own);

/* The same of a plain item when nobody is away. */
static inline int32_t
gw_engine_plain_last (const GwEngineItem *known, int32_t time)
{
  int32_t start = time < known->last ? time : known->last;

  if (known->grid > 1)
    start = gw_engine_round_down (start, known->grid);
  return start >= known->first ? start : INT32_MIN;
}

/* The start of @item that need not be on the grid, or NO_TIME, when links want it to start in
 * [@low, @high]: where the links leave no time that is on the grid, the first they leave; else
 * its own. */
int32_t gw_engine_timer_own (const GwEngineTimer *timer, int32_t item, int32_t low, int32_t high);

/* gw_engine_timer_first() without a detour where @item is plain. */
static inline int32_t
gw_engine_timer_first_of (const GwEngineTimer *timer, int32_t item, int32_t colleague, int32_t time,
                          int32_t own)
{
  const int32_t *away = timer->problem->colleague_absences.first;

  if (timer->known[item].is_plain && own == timer->own_start[item] &&
      away[colleague] == away[colleague + 1])
    return gw_engine_plain_first (&timer->known[item], time);
  return gw_engine_timer_first (timer, item, colleague, time, own);
}

/* The start that @item aims for when it may start in [@earliest, @latest]: its aim, or what it wants
 * in the first window that meets the range. It may lie outside the range, and outside the window;
 * GW_ENGINE_NO_TIME when nothing is aimed for. */
int32_t gw_engine_timer_wanted (const GwEngineTimer *timer, int32_t item, int32_t earliest,
                                int32_t latest);

/* Narrows [@low, @high] by the hard links of @item to operations outside the run being timed. */
void gw_engine_timer_link_bounds (const GwEngineTimer *timer, int32_t item, int32_t *low,
                                  int32_t *high);
