/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Budgets: what seconds are worth in steps, where a search stops, and how its rest is planned anew.
 */
#include "gw-engine-budget.h"
#include "gw-tap.h"

/* A machine that takes so long for a step, and cancels after so many. */
typedef struct
{
  double time, a_step;
  int64_t done, cancel_at;
  atomic_int cancel;
} Machine;

static double
read_clock (void *data)
{
  Machine *machine = data;

  return machine->time;
}

static void
run (void *data, int64_t steps)
{
  Machine *machine = data;

  machine->time += (double) steps * machine->a_step;
  machine->done += steps;
  if (machine->cancel_at > 0 && machine->done >= machine->cancel_at)
    atomic_store (&machine->cancel, 1);
}

static GwEngineTerms
seconds_of (Machine *machine, double seconds)
{
  return (GwEngineTerms){
    .seconds = seconds, .clock = read_clock, .clock_data = machine, .cancel = &machine->cancel
  };
}

static void
test_measure (void)
{
  Machine machine = { .time = 7, .a_step = 0.001 };
  GwEngineTerms terms = seconds_of (&machine, 10);
  GwEngineBudget budget;
  double rate;

  gw_engine_budget_begin (&budget, &terms);
  GW_CHECK (budget.has_seconds);
  rate = gw_engine_budget_measure (&budget, 0.095, 0.2, 10, run, &machine);
  GW_CHECK_NEAR (rate, 1000, 1e-6);
  GW_CHECK_INT (machine.done, >=, 290);
  GW_CHECK_INT (machine.done, <=, 320);
  GW_CHECK_INT (gw_engine_budget_count_steps (&budget, 1000, 0.5), ==, 5000);
  GW_CHECK_INT (gw_engine_budget_count_steps (&budget, 0, 0.5), ==, 1);
  GW_CHECK_INT (gw_engine_budget_count_steps (&budget, 1e300, 0.5), ==, 1000000000000000);
}

static void
test_cancelled_measure (void)
{
  Machine machine = { .a_step = 0.001, .cancel_at = 50 };
  GwEngineTerms terms = seconds_of (&machine, 10);
  GwEngineBudget budget;

  gw_engine_budget_begin (&budget, &terms);
  GW_CHECK_NEAR (gw_engine_budget_measure (&budget, 0, 1, 10, run, &machine), 0, 0);
  GW_CHECK_INT (machine.done, ==, 50);
}

static void
test_steps (void)
{
  static const GwEngineReplan replans[] = { { 300, 1200 }, { 600, 900 } };
  GwEngineTerms terms = { .steps = 1000, .stop_after = 950, .replans = replans, .n_replans = 2 };
  GwEngineBudget budget;

  gw_engine_budget_begin (&budget, &terms);
  gw_engine_budget_plan (&budget, terms.steps);
  GW_CHECK (!budget.has_seconds);
  GW_CHECK_INT (budget.last_step, ==, 950);
  GW_CHECK (!gw_engine_budget_replan (&budget, 200, true));
  GW_CHECK (gw_engine_budget_replan (&budget, 300, true));
  GW_CHECK_INT (budget.steps, ==, 1200);
  GW_CHECK_INT (budget.last_step, ==, 950);
  GW_CHECK (!gw_engine_budget_is_over (&budget, 949));
  GW_CHECK (gw_engine_budget_is_over (&budget, 950));
  GW_CHECK (gw_engine_budget_replan (&budget, 600, false));
  GW_CHECK_INT (budget.last_step, ==, 900);
  GW_CHECK_INT (budget.n_replans, ==, 2);
  GW_CHECK (!gw_engine_budget_replan (&budget, 600, true));
}

static void
test_seconds (void)
{
  Machine machine = { .time = 3, .a_step = 0.001 };
  GwEngineTerms terms = seconds_of (&machine, 10);
  GwEngineBudget budget;

  gw_engine_budget_begin (&budget, &terms);
  machine.time = 4;
  gw_engine_budget_plan (&budget, 9000);
  run (&machine, 3000);
  GW_CHECK (!gw_engine_budget_replan (&budget, 3000, true));
  /* Everything takes twice as long. */
  machine.a_step = 0.002;
  run (&machine, 2000);
  GW_CHECK (!gw_engine_budget_replan (&budget, 5000, false));
  GW_CHECK (gw_engine_budget_replan (&budget, 5000, true));
  GW_CHECK_INT (budget.steps, ==, 5000 + 990);
  GW_CHECK_INT (budget.last_step, ==, budget.steps);
  GW_CHECK_INT (budget.replans[0].at, ==, 5000);
  machine.time = 13.1;
  GW_CHECK (!gw_engine_budget_is_over (&budget, 5800));
  machine.time = 13.3;
  GW_CHECK (gw_engine_budget_is_over (&budget, 5800));
}

int
main (void)
{
  gw_tap_run ("seconds are measured in steps", test_measure);
  gw_tap_run ("nothing is learnt from who is cancelled", test_cancelled_measure);
  gw_tap_run ("steps are planned as they were", test_steps);
  gw_tap_run ("seconds are kept when the pace changes", test_seconds);
  return gw_tap_done ();
}
