/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan solve: plans a problem file. */
#include "config.h"

#include "gw-cli-budget.h"
#include "gw-cli-interrupt.h"
#include "gw-cli-output.h"
#include "gw-cli-problem.h"
#include "gw-cli-verdict.h"

#include "gw-plan-replans.h"

#include "gw-engine-solve.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static char *out_path, *warm_path, *repeat_text;
static GwCliBudget budget = GW_CLI_BUDGET_INIT;
static gint64 seed = 1;

static GwPlanSteps repeat;

static const GOptionEntry entries[] = {
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path,
    N_ ("Where to write the plan; standard output"), "PLAN.json" },
  { "warm", 0, 0, G_OPTION_ARG_FILENAME, &warm_path, N_ ("Plan to start from"), "PLAN.json" },
  { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &budget.seconds,
    N_ ("How long to search, up to 86400 seconds; 5"), "S" },
  GW_CLI_THREADS_ENTRY (budget),
  GW_CLI_SEED_ENTRY (seed),
  GW_CLI_STEPS_ENTRY (budget),
  GW_CLI_REPEAT_ENTRY (repeat_text),
  { NULL },
};

static void
on_progress (const GwEngineProgress *progress, void *user_data)
{
  g_autofree char *line = g_strdup_printf (
      _ ("Planning %1$d %%, %2$d still to cover. Ctrl+C keeps the best so far."),
      progress->steps_planned > 0 ? (int) (progress->steps_done * 100 / progress->steps_planned)
                                  : 0,
      progress->n_unplaced);

  gw_cli_progress (line);
}

/* Has @options do what an earlier run did. */
static void
repeat_search (GwEngineReplan *replans, GwEngineOptions *options)
{
  const GwPlanSearch *search = &repeat.searches[0];

  options->steps = search->planned;
  options->stop_after = search->done;
  options->replans = replans;
  options->n_replans = gw_plan_search_get_replans (search, replans);
}

/* Says how to find the same plan again; after Ctrl+C nothing does, since threads that are stopped by
 * hand stop at different steps. */
static void
tell_repeat (const GwEngineResult *result)
{
  GwPlanSteps steps = { .n_searches = 1 };
  GwPlanSearch *search = &steps.searches[0];
  g_autofree char *text = NULL, *again = NULL, *warm = NULL, *what = NULL;

  if (result->was_cancelled)
    return;
  *search = (GwPlanSearch){ .planned = result->steps_planned, .done = result->steps_done };
  gw_plan_search_set_replans (search, result->replans, result->n_replans);
  text = gw_plan_steps_to_text (&steps);
  warm = warm_path != NULL ? g_shell_quote (warm_path) : NULL;
  what = warm != NULL ? g_strconcat ("--warm ", warm, NULL) : g_strdup ("");
  again = gw_cli_dup_repeat (what, budget.threads, seed, text);
  gw_cli_say ("%s", again);
}

static GwEnginePlan *
search (const GwEngineProblem *problem, const GwEnginePlan *warm, GwEngineResult *result)
{
  GwEngineReplan replans[GW_ENGINE_REPLANS];
  GwEngineOptions options = {
    .threads = budget.threads,
    .seed = (uint64_t) seed,
    .steps = budget.steps,
    .seconds = budget.seconds,
    .clock = gw_cli_read_clock,
    .cancel = gw_cli_interrupt_begin (),
    .progress = on_progress,
    .warm = warm,
  };
  GwEnginePlan *plan;

  if (repeat.n_searches > 0)
    repeat_search (replans, &options);
  plan = gw_engine_solve (problem, &options, result);
  gw_cli_interrupt_end ();
  gw_cli_progress (NULL);
  return plan;
}

/* How many steps it was to be when it was planned last. */
static gint64
get_steps (const GwEngineResult *result)
{
  return result->n_replans > 0 ? result->replans[result->n_replans - 1].steps
                               : result->steps_planned;
}

static GwCliStatus
solve (const GwEngineProblem *problem, const GwEnginePlan *warm)
{
  GwEngineResult result = { 0 };
  GwEnginePlan *plan = search (problem, warm, &result);
  g_autofree char *text = NULL, *score = NULL;
  gboolean is_written, is_kept;

  if (plan == NULL)
    {
      gw_cli_say (_ ("There is not enough memory for this problem."));
      return GW_CLI_UNREADABLE;
    }
  text = gw_plan_json_write (problem, plan);
  if (result.was_cancelled)
    gw_cli_say (_ ("Stopped: this is the best plan so far."));
  is_written = gw_cli_write (out_path != NULL ? out_path : "-", text, -1);
  score = gw_cli_dup_score (result.score.hard, result.score.medium, result.score.soft,
                            result.steps_done, get_steps (&result));
  gw_cli_say ("%s", score);
  tell_repeat (&result);
  is_kept = result.score.hard == 0 || gw_cli_say_broken (problem, plan);
  gw_cli_say_uncovered (problem, plan);
  gw_engine_plan_free (plan);
  return !is_written ? GW_CLI_NOT_SAVED : is_kept ? GW_CLI_DONE : GW_CLI_BROKEN;
}

static gboolean
read_options (int *argc, char ***argv)
{
  if (!gw_cli_parse (&gw_cli_solve, entries, argc, argv, 1) || !gw_cli_budget_check (&budget, 5) ||
      !gw_cli_parse_repeat (repeat_text, &budget, &repeat))
    return FALSE;
  return gw_cli_check_repeats_once (&repeat);
}

static GwCliStatus
run (int argc, char **argv)
{
  const GwEngineProblem *problem;
  GwEnginePlan *warm = NULL;
  GwCliStatus status;

  if (!read_options (&argc, &argv))
    return GW_CLI_USAGE;
  /* A plan may take the place of the one to start from, which is read before. */
  status = gw_cli_check_files ((GwCliFile[]){ { argv[1], FALSE }, { out_path, TRUE } }, 2);
  if (status != GW_CLI_DONE)
    return status;
  problem = gw_cli_read_problem (argv[1]);
  if (problem == NULL)
    return GW_CLI_UNREADABLE;
  if (warm_path != NULL)
    warm = gw_cli_read_plan (problem, warm_path);
  status = warm_path != NULL && warm == NULL ? GW_CLI_UNREADABLE : solve (problem, warm);
  gw_engine_plan_free (warm);
  gw_engine_problem_unref (problem);
  return status;
}

const GwCliCommand gw_cli_solve = {
  .name = "solve",
  .arguments = "PROBLEM.json",
  .summary = N_ ("Plan a problem file"),
  .run = run,
};
