/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan check: the second opinion on a plan, by the verifier. */
#include "config.h"

#include "gw-cli-output.h"
#include "gw-cli-problem.h"
#include "gw-cli-verdict.h"

#include "gw-engine-score.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static char *json_path;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_FILENAME, &json_path,
    N_ ("Write the verdict as JSON; “-” for standard output"), "OUT" },
  { NULL },
};

/* All words here are the engine's stable names: ASCII without quotes. */
static char *
write_verdict (const GwEngineVerdict *verdict, gboolean is_kept)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text,
                   "{\n  \"format\": \"good-week-verdict\",\n  \"version\": 1,\n"
                   "  \"wellformed\": %s,\n  \"feasible\": %s,\n"
                   "  \"score\": { \"hard\": %" G_GINT64_FORMAT ", \"medium\": %" G_GINT64_FORMAT
                   ", \"soft\": %" G_GINT64_FORMAT " },\n  \"by_rule\": {",
                   verdict->is_wellformed ? "true" : "false", is_kept ? "true" : "false",
                   (gint64) verdict->score.hard, (gint64) verdict->score.medium,
                   (gint64) verdict->score.soft);
  for (gint rule = 0; rule < GW_ENGINE_N_RULES; rule++)
    g_string_append_printf (text, "%s\n    \"%s\": %" G_GINT64_FORMAT, rule > 0 ? "," : "",
                            gw_engine_rule_get_info ((GwEngineRule) rule)->name,
                            (gint64) verdict->by_rule[rule]);
  g_string_append (text, "\n  },\n  \"broken\": [");
  for (gint32 i = 0; i < verdict->n_violations; i++)
    {
      const GwEngineViolation *broken = &verdict->violations[i];
      g_string_append_printf (text,
                              "%s\n    { \"rule\": \"%s\", \"subject\": \"%s\", \"index\": %d, "
                              "\"amount\": %" G_GINT64_FORMAT " }",
                              i > 0 ? "," : "", gw_engine_rule_get_info (broken->rule)->name,
                              gw_cli_get_subject_name (broken->subject), broken->index,
                              (gint64) broken->amount);
    }
  g_string_append (text, "\n  ]\n}\n");
  return g_string_free (text, FALSE);
}

static void
print_verdict (const GwEngineVerdict *verdict, gboolean is_kept)
{
  for (gint32 i = 0; i < verdict->n_violations; i++)
    {
      g_autofree char *line = gw_cli_dup_broken (&verdict->violations[i]);
      g_print ("%s\n", line);
    }
  g_print (_ ("Score: %1$" PRId64 " hard, %2$" PRId64 " medium, %3$" PRId64 " soft\n"),
           (gint64) verdict->score.hard, (gint64) verdict->score.medium,
           (gint64) verdict->score.soft);
  g_print ("%s\n", is_kept ? _ ("All rules are kept.") : _ ("The plan breaks rules."));
}

static GwCliStatus
check (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  GwEngineVerdict verdict = { 0 };
  gboolean is_kept = gw_engine_verify (problem, plan, &verdict);
  GwEngineScore score = gw_engine_score_plan (problem, plan, NULL, NULL);
  GwCliStatus status = is_kept ? GW_CLI_DONE : GW_CLI_BROKEN;
  g_autofree char *json = NULL;

  if (gw_engine_score_compare (&score, &verdict.score) != 0)
    gw_cli_say (_ ("The engine scores this plan otherwise. Please report it with both files."));
  if (json_path != NULL)
    {
      json = write_verdict (&verdict, is_kept);
      if (!gw_cli_write (json_path, json, -1))
        status = GW_CLI_NOT_SAVED;
    }
  if (g_strcmp0 (json_path, "-") != 0)
    print_verdict (&verdict, is_kept);
  gw_engine_verdict_clear (&verdict);
  return status;
}

static GwCliStatus
check_files (char **argv)
{
  const GwCliFile files[] = { { argv[1], FALSE }, { argv[2], FALSE }, { json_path, TRUE } };

  return gw_cli_check_files (files, G_N_ELEMENTS (files));
}

static GwCliStatus
run (int argc, char **argv)
{
  const GwEngineProblem *problem;
  GwEnginePlan *plan;
  GwCliStatus status;

  if (!gw_cli_parse (&gw_cli_check, entries, &argc, &argv, 2))
    return GW_CLI_USAGE;
  status = check_files (argv);
  if (status != GW_CLI_DONE)
    return status;
  problem = gw_cli_read_problem (argv[1]);
  if (problem == NULL)
    return GW_CLI_UNREADABLE;
  plan = gw_cli_read_plan (problem, argv[2]);
  status = plan != NULL ? check (problem, plan) : GW_CLI_UNREADABLE;
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
  return status;
}

const GwCliCommand gw_cli_check = {
  .name = "check",
  .arguments = "PROBLEM.json PLAN.json",
  .summary = N_ ("Check a plan with the independent verifier"),
  .run = run,
};
