/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan bench-check: the second opinion on a written solution of a published instance. */
#include "config.h"

#include "gw-bench-report.h"
#include "gw-cli.h"

#include "gw-published-solution.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Costs are published with two decimals, rounded or cut. */
#define TOLERANCE 0.01

static gboolean has_hard_shifts;

static const GOptionEntry entries[] = {
  { "hard-shifts", 0, 0, G_OPTION_ARG_NONE, &has_hard_shifts,
    N_ ("Let nobody come back after the end of a shift (hhcrsp-json)"), NULL },
  { NULL },
};

static GwCliStatus
check (const GwPublishedInstance *instance, GwPublishedSolution *solution)
{
  GwEngineRoutingInput input = gw_published_instance_get_input (instance);
  GwEngineRoutesVerdict verdict;
  gboolean is_kept, is_true;
  double cost;

  if (!solution->has_times && !gw_engine_routes_set_earliest (&input, &solution->routes))
    gw_cli_say (_ ("No times are possible for these routes."));
  is_kept = gw_engine_verify_routes (&input, &solution->routes, &verdict);
  cost = gw_published_instance_get_cost (instance, verdict.cost);
  gw_bench_print_faults (instance, &verdict);
  g_print (_ ("Cost %1$.4f: distance %2$.4f, tardiness %3$.4f, greatest tardiness %4$.4f\n"), cost,
           (double) verdict.distance / instance->units,
           (double) verdict.tardiness / instance->units,
           (double) verdict.greatest_tardiness / instance->units);
  if (verdict.by_rule[GW_ENGINE_ROUTES_SHAPE] == 0)
    gw_bench_print_overtime (instance, &solution->routes);
  if (verdict.n_unserved > 0)
    g_print (_ ("Not served: %1$d of %2$d visits\n"), verdict.n_unserved, instance->n_operations);
  is_true = isnan (solution->cost) || fabs (solution->cost - cost) <= TOLERANCE;
  if (!is_true)
    g_print (_ ("The file says it costs %.4f.\n"), solution->cost);
  g_print ("%s\n", !is_kept ? _ ("Not feasible as written.")
                   : is_true
                       ? _ ("Feasible: all rules are kept.")
                       : _ ("All rules are kept, but the routes do not cost what the file says."));
  return is_kept && is_true ? GW_CLI_DONE : GW_CLI_BROKEN;
}

static GwPublishedSolution *
read_solution (const GwPublishedInstance *instance, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GwPublishedSolution *solution;
  gsize length;

  text = gw_cli_read (path, &length);
  if (text == NULL)
    return NULL;
  solution = gw_published_solution_read (instance, text, length, &error);
  if (solution == NULL)
    gw_cli_say ("%s: %s", path, error->message);
  return solution;
}

static GwCliStatus
run (int argc, char **argv)
{
  g_autoptr (GwPublishedInstance) instance = NULL;
  g_autoptr (GwPublishedSolution) solution = NULL;
  GwPublishedFamily family;

  if (!gw_cli_parse (&gw_cli_bench_check, entries, &argc, &argv, 3))
    return GW_CLI_USAGE;
  if (!gw_bench_parse_family (argv[1], has_hard_shifts, &family))
    return GW_CLI_USAGE;
  instance = gw_bench_read_instance (family, argv[2], has_hard_shifts);
  solution = instance != NULL ? read_solution (instance, argv[3]) : NULL;
  return solution != NULL ? check (instance, solution) : GW_CLI_UNREADABLE;
}

const GwCliCommand gw_cli_bench_check = {
  .name = "bench-check",
  .arguments = "vrptw|hhcrsp|hhcrsp-json INSTANCE SOLUTION",
  .summary = N_ ("Check written routes of a published instance"),
  .run = run,
};
