/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one searching thread works on: a plan that obeys the rules, with everything needed to
 * change it, to know its cost at once, and to take the change back. Changes between
 * gw_engine_state_begin() and gw_engine_state_undo() are journalled run by run. Nothing here
 * allocates after gw_engine_state_new().
 *
 * Shifts whose fixed contents break a rule (somebody pinned an impossible run) are *frozen*:
 * they keep what is fixed in them at its time and take nothing else.
 */
#pragma once

#include "gw-engine-plan.h"
#include "gw-engine-random.h"
#include "gw-engine-run.h"
#include "gw-engine-score-private.h"
#include "gw-engine-solve.h"

/* A soft link between starts: SOFT_LAG of a link, or two visits of one person that should not be
 * too near each other (is_near). */
typedef struct
{
  int32_t a, b;
  int32_t low, high;
  int32_t weight;
  bool is_gap, is_near;
} GwEngineSoftTie;

/* Where something could be put into a run. Times are hints, exact when the run was last timed. */
typedef struct
{
  int32_t ready;        /* when the colleague is free where the item before it is */
  int32_t due;          /* the latest start of the item behind it, or being back */
  int32_t before, next; /* places, or NONE */
} GwEngineSlot;

/* One run put aside by the journal. */
typedef struct
{
  int32_t shift, n, colleague, widest;
  int64_t cost;
} GwEngineSavedRun;

typedef struct
{
  const GwEngineProblem *problem;
  GwEngineArena arena;
  GwEngineTimer timer;
  GwEngineRandom random;
  const atomic_int *cancel; /* may be NULL */

  /* What may move: fixed while searching. */
  uint8_t *freedom;    /* [operation] GwEngineFreedom */
  uint8_t *can_take;   /* [shift] */
  uint8_t *can_change; /* [shift] */
  uint8_t *is_frozen;  /* [shift] */
  int32_t *changeable; /* shifts with can_change */
  int32_t n_changeable;
  int64_t medium_scale; /* soft points that one medium point is worth to the search */

  /* Where it may change anything: the islands that belong to this number, all without owners. */
  const int32_t *island_owner;
  int32_t number;
  int32_t *seeds; /* free operations there: near them a change may begin */
  int32_t n_seeds;
  bool is_easing;       /* who comes does not matter yet */
  int32_t absent_seeds; /* of 100 changes so many begin where something is not covered */
  int64_t limit;        /* a change that must cost more is given up; INT64_MAX: none is */

  /* Runs: shift s has items[s · capacity] … in order. */
  int32_t capacity;
  int32_t *n_items; /* [shift] */
  int32_t *items;
  GwEngineSlot *slots; /* by slot: slot k lies before item k, slot n behind the last */
  int32_t *widest;       /* [shift] the most minutes between ready and due of a slot, 0: nobody's */
  int64_t *run_cost;     /* [shift] */
  int32_t *colleague_of; /* [shift] */

  /* Counters. */
  int32_t *visits;         /* [person][colleague] in the plan */
  int32_t *n_known;        /* [person] colleagues: history and plan */
  int32_t *group_placed;   /* [alternative] operations placed */
  int64_t *colleague_soft; /* [colleague] */
  int64_t *colleague_hard; /* [colleague] */
  int64_t *island_medium;  /* [island] priority that is not covered */

  GwEngineSoftTie *soft_ties;
  int64_t *soft_tie_cost;
  GwEngineSlices soft_ties_of; /* [operation] */
  int32_t n_soft_ties;

  /* Absent operations that are free, in no particular order; where_absent is -1 when placed. */
  int32_t *absent, *where_absent;
  int32_t n_absent;

  int64_t medium, soft, hard_of_colleagues;

  /* Journal of the current change. */
  GwEngineSavedRun *saved;
  int32_t *saved_items, *saved_start; /* by item of the saved run */
  GwEngineSlot *saved_slots;          /* by slot of the saved run */
  uint8_t *is_saved;                                /* [shift] */
  int32_t n_saved;
  int32_t *saved_ties;
  int64_t *saved_tie_cost;
  uint8_t *tie_is_saved;
  int32_t n_saved_ties;
  int32_t *saved_colleagues;
  int64_t *saved_colleague_costs; /* soft, hard pairs */
  uint8_t *colleague_is_saved;
  int32_t n_saved_colleagues;
  int64_t saved_medium, saved_soft, saved_hard;

  /* Scratch. */
  int32_t *trial;      /* items of a run being tried */
  int32_t *kept_trial; /* items of the best one, whose times the timer has kept */
  int64_t kept_cost;   /* what that run costs */
  int32_t *moved;      /* [slot] */
  int32_t *shifts;     /* [shift] */
  int32_t *list;       /* [operation] */
  int32_t n_listed;    /* of what a ruin takes out */
  int32_t *next;       /* [operation] */
  int64_t *keys;       /* [item] */
  uint8_t *is_marked;  /* [operation] on its way out, or here to stay */
  int32_t *units;      /* [unit] to be placed */
  int32_t n_units;
  uint8_t *is_listed;  /* [unit] */
  uint8_t *is_retried; /* [operation] only runs that this change touched are new to it */
  int32_t barred_person, barred_colleague; /* who shall not come together in this step */
  bool is_spoilt; /* a half could not be taken out again, or it costs too much: must be undone */
  struct GwEngineSpot *spots; /* places for an operation, and for its partner */
  int64_t n_evaluations;
} GwEngineState;

/* Makes a state of @problem: the warm start (may be NULL) as far as it obeys the rules, pins
 * first. Deterministic. Returns NULL without memory. */
GwEngineState *gw_engine_state_new (const GwEngineProblem *problem, const GwEngineScope *scope,
                                    const GwEnginePlan *warm);

/* Frees @state; NULL is allowed. */
void gw_engine_state_free (GwEngineState *state);

/* Writes the current plan. */
void gw_engine_state_get_plan (const GwEngineState *state, GwEnginePlan *plan);

/* Makes @plan, which came from gw_engine_state_get_plan() of a state of the same problem and
 * scope, the current plan, exactly. */
void gw_engine_state_set_plan (GwEngineState *state, const GwEnginePlan *plan);

/* Changes are made only in the islands i with @owner[i] == @number from now on; NULL: in all.
 * @owner is lent. */
void gw_engine_state_confine (GwEngineState *state, const int32_t *owner, int32_t number);

/* Whether something in @island may be changed. */
static inline bool
gw_engine_state_may_change (const GwEngineState *state, int32_t island)
{
  return state->island_owner == NULL || state->island_owner[island] == state->number;
}

/* The number that the search makes small. */
static inline int64_t
gw_engine_state_cost (const GwEngineState *state)
{
  return state->medium * state->medium_scale + state->soft;
}

/* Starts a change. */
void gw_engine_state_begin (GwEngineState *state);

/* Takes back everything since gw_engine_state_begin(). */
void gw_engine_state_undo (GwEngineState *state);

/* Puts @operation at @slot of shift @s, or returns false and changes nothing. Who may do it is not
 * asked; see gw_engine_state_allows(). */
bool gw_engine_state_insert (GwEngineState *state, int32_t operation, int32_t s, int32_t slot);

/* Puts the run in kept_trial, which is that of shift @s with @operation in it, costs kept_cost, and
 * whose times the timer has kept, in place of the shift's. */
void gw_engine_state_insert_kept (GwEngineState *state, int32_t operation, int32_t s);

/* Takes @n operations of shift @s out of it at once and times what is left. Returns false (with
 * the run unchanged) when what is left does not fit: possible where a detour is faster. */
bool gw_engine_state_remove (GwEngineState *state, int32_t s, const int32_t *operations, int32_t n);

/* Makes what the timer holds for @items the run of shift @s, counting in what is new to it. For
 * making a first plan. */
void gw_engine_state_adopt (GwEngineState *state, int32_t s, const int32_t *items, int32_t n);

/* Empties every run and counts everything afresh for colleague_of[]. For making a first plan. */
void gw_engine_state_count_all (GwEngineState *state);

/* Puts the run of shift @s into the order of @items (the same items) if that is possible. */
bool gw_engine_state_reorder (GwEngineState *state, int32_t s, const int32_t *items);

/* Makes the starts that the timer holds for the run of shift @s, which it has just timed, those of the run
 * when that lessens the cost: a change of its own, which ends the current one. */
void gw_engine_state_take_times (GwEngineState *state, int32_t s);

/* Gives shift @s, whose run is kept, to @colleague (NONE only when the run is without
 * operations), with the costs of both colleagues. Returns false and changes nothing when the run
 * does not fit the colleague. Hard rules of working weeks show in hard_of_colleagues. */
bool gw_engine_state_give (GwEngineState *state, int32_t s, int32_t colleague);

/* The first reason why @operation may not be in shift @s held by @colleague, whatever the time:
 * fits, skills, links about who, alternatives; or GW_ENGINE_RULE_NONE. */
GwEngineRule gw_engine_state_refuses (const GwEngineState *state, int32_t operation, int32_t s,
                                      int32_t colleague);

/* The cost of one more colleague coming to the operation's person. */
int64_t gw_engine_state_face_cost (const GwEngineState *state, int32_t operation);

/* The same when @colleague comes: 0 for one who does already, or is known from before. */
int64_t gw_engine_state_new_face (const GwEngineState *state, int32_t operation, int32_t colleague);

/* The soft link costs of @operation if it started at @start. */
int64_t gw_engine_state_tie_cost (const GwEngineState *state, int32_t operation, int32_t start);

/* What it costs that @colleague does @operation. */
static inline int64_t
gw_engine_state_assign_cost (const GwEngineState *state, int32_t operation, int32_t colleague)
{
  const GwEngineProblem *problem = state->problem;

  return problem->assign_cost[(int64_t) operation * problem->n_colleagues + colleague];
}

/* The items of a shift in order, blocks and operations. */
static inline int32_t *
gw_engine_state_items (const GwEngineState *state, int32_t s)
{
  return state->items + (int64_t) s * state->capacity;
}

/* Whether whoever asked does not want to know any more. */
static inline bool
gw_engine_state_is_cancelled (const GwEngineState *state)
{
  return state->cancel != NULL && atomic_load (state->cancel) != 0;
}
