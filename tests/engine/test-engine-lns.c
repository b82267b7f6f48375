/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search itself, on a family that is as small as can be: machines do jobs one after another, which
 * shall be done as early as possible in sum, and there is no room for one of them. What is best is known:
 * the longest is left out, and each machine does its shortest first.
 */
#include <stdatomic.h>
#include <string.h>

#include "gw-engine-annealing.h"
#include "gw-tap.h"

#define MACHINES 3
#define ROOM 5
#define JOBS (MACHINES * ROOM + 1)
/* Of a job that is left out. */
#define ABSENT_COST 100000

/* Who does what, in order. */
typedef struct
{
  int32_t n[MACHINES], jobs[MACHINES][ROOM];
  int32_t absent[JOBS], n_absent;
} Plan;

typedef struct
{
  GwEngineRandom random;
  int32_t length[JOBS], near[JOBS][JOBS - 1];
  Plan plan, saved;
  int32_t n_absent; /* as in the plan */
  int64_t limit;
  uint8_t is_marked[JOBS];
  int32_t units[JOBS];
  int64_t keys[JOBS];
  int32_t n_given_up;
} GwLnsState;

typedef struct
{
  GwLnsState *state;
  GwEngineAnnealing annealing;
  int64_t best, n_steps, cancel_at;
  atomic_int cancel;
} GwLnsChain;

#include "gw-engine-lns-recreate.h"
#include "gw-engine-lns-ruin.h"
#include "gw-engine-lns.h"

static int64_t
cost_of (const GwLnsState *state)
{
  const Plan *plan = &state->plan;
  int64_t cost = (int64_t) plan->n_absent * ABSENT_COST;

  for (int32_t m = 0; m < MACHINES; m++)
    for (int32_t i = 0; i < plan->n[m]; i++)
      cost += (int64_t) state->length[plan->jobs[m][i]] * (plan->n[m] - i);
  return cost;
}

static inline int32_t
gw_lns_choose_seed (GwLnsState *state)
{
  return gw_engine_random_below (&state->random, JOBS);
}

static inline const int32_t *
gw_lns_near (const GwLnsState *state, int32_t seed, int32_t *n)
{
  *n = JOBS - 1;
  return state->near[seed];
}

static inline GwLnsStrings
gw_lns_strings (const GwLnsState *state)
{
  return (GwLnsStrings){ 4, 2, 3, 50 };
}

static inline int32_t
gw_lns_run_of (const GwLnsState *state, int32_t job)
{
  for (int32_t m = 0; m < MACHINES; m++)
    for (int32_t i = 0; i < state->plan.n[m]; i++)
      if (state->plan.jobs[m][i] == job)
        return m;
  return -1;
}

static inline bool
gw_lns_may_open (const GwLnsState *state, int32_t m, int32_t job)
{
  return true;
}

/* Any other, if it does something. */
static inline int32_t
gw_lns_choose_second (GwLnsState *state, int32_t seed)
{
  int32_t m = (gw_lns_run_of (state, seed) + 1) % MACHINES;

  return gw_engine_random_below (&state->random, 4) == 0 && state->plan.n[m] > 0 ? m : -1;
}

static inline int32_t
gw_lns_open (GwLnsState *state, int32_t m)
{
  return state->plan.n[m];
}

static inline int32_t
gw_lns_find_item (const GwLnsState *state, int32_t m, int32_t job)
{
  for (int32_t i = 0; i < state->plan.n[m]; i++)
    if (state->plan.jobs[m][i] == job)
      return i;
  return 0;
}

static inline void
gw_lns_collect (GwLnsState *state, int32_t m, int32_t i)
{
  GW_CHECK_INT (i, >=, 0);
  GW_CHECK_INT (i, <, state->plan.n[m]);
  state->is_marked[state->plan.jobs[m][i]] = 1;
}

static void
set_absent (GwLnsState *state, int32_t job)
{
  state->plan.absent[state->plan.n_absent++] = job;
  state->n_absent = state->plan.n_absent;
}

static inline bool
gw_lns_ruin (GwLnsChain *chain)
{
  GwLnsState *state = chain->state;
  Plan *plan = &state->plan;

  memset (state->is_marked, 0, sizeof state->is_marked);
  gw_lns_collect_strings (state);
  for (int32_t m = 0; m < MACHINES; m++)
    {
      int32_t n = 0;

      for (int32_t i = 0; i < plan->n[m]; i++)
        if (state->is_marked[plan->jobs[m][i]])
          set_absent (state, plan->jobs[m][i]);
        else
          plan->jobs[m][n++] = plan->jobs[m][i];
      plan->n[m] = n;
    }
  return true;
}

static inline int32_t
gw_lns_list (GwLnsState *state, int32_t n_old, int32_t **units, int64_t **keys)
{
  memcpy (state->units, state->plan.absent, sizeof state->units);
  *units = state->units;
  *keys = state->keys;
  return state->n_absent;
}

static inline int32_t
gw_lns_draw_order (GwLnsState *state)
{
  return gw_engine_random_below (&state->random, 2);
}

static inline int64_t
gw_lns_key (GwLnsState *state, int32_t job, int32_t order)
{
  return order == 0 ? gw_engine_random_below (&state->random, 1000) : state->length[job];
}

static inline void
gw_lns_sort (int32_t *units, int64_t *keys, int32_t n)
{
  for (int32_t i = 1; i < n; i++)
    for (int32_t k = i; k > 0 && keys[k - 1] > keys[k]; k--)
      {
        int64_t key = keys[k];
        int32_t unit = units[k];

        keys[k] = keys[k - 1];
        units[k] = units[k - 1];
        keys[k - 1] = key;
        units[k - 1] = unit;
      }
}

static void
insert (Plan *plan, int32_t job, int32_t m, int32_t at)
{
  int32_t k = 0;

  memmove (plan->jobs[m] + at + 1, plan->jobs[m] + at,
           (size_t) (plan->n[m] - at) * sizeof plan->jobs[m][0]);
  plan->jobs[m][at] = job;
  plan->n[m]++;
  while (plan->absent[k] != job)
    k++;
  plan->absent[k] = plan->absent[--plan->n_absent];
}

static inline bool
gw_lns_place (GwLnsState *state, int32_t i)
{
  Plan before = state->plan, best = before;
  int64_t least = cost_of (state);

  for (int32_t m = 0; m < MACHINES; m++)
    for (int32_t at = 0; at <= before.n[m] && before.n[m] < ROOM; at++)
      {
        int64_t cost;

        state->plan = before;
        insert (&state->plan, state->units[i], m, at);
        cost = cost_of (state);
        if (cost < least)
          {
            least = cost;
            best = state->plan;
          }
      }
  state->plan = best;
  state->n_absent = best.n_absent;
  return best.n_absent < before.n_absent;
}

static inline bool
gw_lns_is_hopeless (const GwLnsState *state, int32_t i, int32_t n)
{
  return cost_of (state) - (int64_t) (n - i) * ABSENT_COST > state->limit;
}

static inline bool
gw_lns_must_stop (const GwLnsState *state, int32_t i)
{
  return false;
}

static inline bool
gw_lns_recreate (GwLnsChain *chain, int32_t n_old)
{
  bool fits = gw_lns_place_all (chain->state, n_old);

  GW_CHECK_INT (chain->state->n_absent, >=, 1);
  chain->state->n_given_up += !fits;
  return fits;
}

static inline int64_t
gw_lns_cost (const GwLnsChain *chain)
{
  return cost_of (chain->state);
}

static inline void
gw_lns_begin (GwLnsChain *chain, int64_t limit)
{
  chain->state->saved = chain->state->plan;
  chain->state->limit = limit;
}

static inline bool
gw_lns_eases (const GwLnsChain *chain)
{
  return false;
}

static inline void
gw_lns_keep (GwLnsChain *chain)
{
  GW_CHECK_INT (cost_of (chain->state), <=, chain->state->limit);
  if (cost_of (chain->state) < chain->best)
    chain->best = cost_of (chain->state);
}

static inline void
gw_lns_undo (GwLnsChain *chain)
{
  chain->state->plan = chain->state->saved;
  chain->state->n_absent = chain->state->plan.n_absent;
}

static inline void
gw_lns_end (GwLnsChain *chain)
{
  chain->n_steps++;
  if (chain->n_steps == chain->cancel_at)
    atomic_store (&chain->cancel, 1);
}

/* Jobs of 1, 4, 9 … minutes, none of which is done. */
static void
make_jobs (GwLnsState *state, uint64_t seed)
{
  *state = (GwLnsState){ .limit = INT64_MAX };
  gw_engine_random_init (&state->random, seed, 0);
  for (int32_t job = 0; job < JOBS; job++)
    {
      state->length[job] = (job + 1) * (job + 1);
      for (int32_t i = 1; i < JOBS; i++)
        state->near[job][i - 1] = (job + i) % JOBS;
      set_absent (state, job);
    }
}

/* What comes last on a machine counts once, what comes before it twice, and so on. */
static int64_t
find_best (void)
{
  int64_t cost = ABSENT_COST;

  for (int32_t job = 0; job < JOBS - 1; job++)
    cost += (int64_t) (job + 1) * (job + 1) * ((JOBS - 2 - job) / MACHINES + 1);
  return cost;
}

static void
search (GwLnsChain *chain, GwLnsState *state, uint64_t seed, int64_t steps)
{
  make_jobs (state, seed);
  chain->state = state;
  chain->best = INT64_MAX;
  gw_lns_place_all (state, JOBS);
  gw_engine_annealing_init (&chain->annealing, 300, 1, steps);
  gw_lns_run (chain, steps, &chain->cancel, 16);
}

static void
test_best (void)
{
  for (uint64_t seed = 1; seed <= 5; seed++)
    {
      static GwLnsState state, again;
      GwLnsChain chain = { 0 }, repeated = { 0 };

      search (&chain, &state, seed, 20000);
      GW_CHECK_INT (chain.best, ==, find_best ());
      GW_CHECK_INT (chain.n_steps, ==, 20000);
      GW_CHECK_INT (state.n_given_up, >, 0);
      search (&repeated, &again, seed, 20000);
      GW_CHECK_INT (memcmp (&state.plan, &again.plan, sizeof state.plan), ==, 0);
    }
}

static void
test_cancel (void)
{
  static GwLnsState state;
  GwLnsChain chain = { .cancel_at = 100 };

  search (&chain, &state, 1, 20000);
  GW_CHECK_INT (chain.n_steps, ==, 112);
}

int
main (void)
{
  gw_tap_run ("finds what is best", test_best);
  gw_tap_run ("cancel is heard", test_cancel);
  return gw_tap_done ();
}
