/* SPDX-License-Identifier: GPL-3.0-or-later */
/* good-week-plan week: plans days of a team file. */
#include "config.h"

#include "gw-cli-budget.h"
#include "gw-cli-output.h"
#include "gw-cli-week-report.h"

#include "gw-plan-review.h"
#include "gw-planner-travel.h"
#include "gw-planner.h"
#include "gw-problem-json.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"
#include "gw-week-index.h"
#include "gw-week-json.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <signal.h>

static char *from_text, *json_path, *problem_path, *warm_path, *scope_text, *favour_text;
static char *service_url, *repeat_text;
static GwCliBudget budget = GW_CLI_BUDGET_INIT;
static int n_days = 7;
static gint64 seed = 1;
static gboolean do_apply, keep_shifts;

static const char *const favours[GW_N_FAVOURS] = { "stability", "familiar", "cheap" };

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First day"), "DATE" },
  { "days", 0, 0, G_OPTION_ARG_INT, &n_days, N_ ("How many days (1–84); 7"), "N" },
  { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &budget.seconds,
    N_ ("How long to search, up to 86400 seconds; 5"), "S" },
  GW_CLI_THREADS_ENTRY (budget),
  GW_CLI_SEED_ENTRY (seed),
  GW_CLI_STEPS_ENTRY (budget),
  GW_CLI_REPEAT_ENTRY (repeat_text),
  { "scope", 0, 0, G_OPTION_ARG_STRING, &scope_text,
    N_ ("What may move: “everything” (usual) or “to-cover”"), "SCOPE" },
  { "favour", 0, 0, G_OPTION_ARG_STRING, &favour_text,
    N_ ("With “to-cover”: “stability” (usual), “familiar” faces or “cheap” travel"), "WHAT" },
  { "keep-shifts", 0, 0, G_OPTION_ARG_NONE, &keep_shifts, N_ ("Leave open shifts open"), NULL },
  { "travel-service", 0, 0, G_OPTION_ARG_STRING, &service_url,
    N_ ("Ask this travel time service (OSRM style) first; it learns where people live"), "URL" },
  { "apply", 0, 0, G_OPTION_ARG_NONE, &do_apply, N_ ("Save the plan in the team file"), NULL },
  { "json", 0, 0, G_OPTION_ARG_FILENAME, &json_path,
    N_ ("Write the plan as JSON; “-” for standard output"), "OUT" },
  { "problem", 0, 0, G_OPTION_ARG_FILENAME, &problem_path,
    N_ ("Also write the problem, for “solve” and “check”"), "OUT" },
  { "warm", 0, 0, G_OPTION_ARG_FILENAME, &warm_path,
    N_ ("Also write what is planned so far, for “solve --warm”"), "OUT" },
  { NULL },
};

/* --- reading ---------------------------------------------------------------------------------- */

static GwPlannerInput *
read_input (GwSession *session, GwDay first_day, GError **error)
{
  g_autoptr (GwPlannerInput) input = gw_planner_input_new (first_day, (guint) n_days);
  g_autoptr (GPtrArray) queries = gw_planner_input_list_queries (first_day, (guint) n_days);
  GwClock *clock = gw_session_get_clock (session);
  GwDay today = gw_clock_get_today (clock);

  for (guint i = 0; i < queries->len; i++)
    {
      g_autoptr (GPtrArray)
          records = gw_session_query_sync (session, g_ptr_array_index (queries, i), NULL, error);
      if (records == NULL)
        return NULL;
      gw_planner_input_add_all (input, records);
    }
  gw_planner_input_set_zone (input, gw_clock_get_zone (clock));
  /* Days that are over are planned as an exercise; otherwise the past stays as it is. */
  if (gw_day_diff (today, first_day) < n_days)
    gw_planner_input_set_now (input, today, gw_clock_get_minute (clock));
  else
    gw_cli_say (_ ("These days are over: they are planned as if they were still to come."));
  return g_steal_pointer (&input);
}

static void
measure_travel (GwPlannerInput *input)
{
  g_autofree char *note = NULL;

  if (service_url == NULL)
    return;
  note = gw_planner_travel_measure_sync (input, service_url, NULL);
  if (note != NULL)
    gw_cli_say ("%s", note);
}

static gboolean
parse_favour (GwPlanFavour *out_favour)
{
  *out_favour = GW_FAVOUR_STABILITY;
  for (GwPlanFavour i = 0; i < GW_N_FAVOURS; i++)
    if (g_strcmp0 (favour_text, favours[i]) == 0)
      *out_favour = i;
  return favour_text == NULL || g_str_equal (favour_text, favours[*out_favour]);
}

static gboolean
check_options (GwPlanOptions *options)
{
  GwPlanFavour favour;
  GwPlanSteps repeat;

  if (n_days < 1 || n_days > GW_PLANNER_MOST_DAYS)
    gw_cli_say (_ ("--days must be from 1 to 84."));
  else if (scope_text != NULL && !g_str_equal (scope_text, "everything") &&
           !g_str_equal (scope_text, "to-cover"))
    gw_cli_say (_ ("--scope must be “everything” or “to-cover”."));
  else if (!parse_favour (&favour))
    gw_cli_say (_ ("--favour must be “stability”, “familiar” or “cheap”."));
  else if (favour_text != NULL && g_strcmp0 (scope_text, "to-cover") != 0)
    gw_cli_say (_ ("--favour goes with --scope to-cover."));
  else if (gw_cli_budget_check (&budget, 5) && gw_cli_parse_repeat (repeat_text, &budget, &repeat))
    {
      *options = (GwPlanOptions){ .favour = favour,
                                  .scope = g_strcmp0 (scope_text, "to-cover") == 0
                                               ? GW_PLAN_TO_COVER
                                               : GW_PLAN_EVERYTHING,
                                  .keep_shifts = keep_shifts,
                                  .seconds = budget.seconds,
                                  .steps = budget.steps,
                                  .repeat = repeat,
                                  .threads = (guint) budget.threads,
                                  .seed = (guint64) seed };
      return TRUE;
    }
  return FALSE;
}

/* --- searching -------------------------------------------------------------------------------- */

typedef struct
{
  GMainLoop *loop;
  GwJob *job;
  GwWeekPlan *plan;
  GwPlanOutcome outcome;
  GError *error;
} Search;

static void
on_news (const GwPlanNews *news, gpointer data)
{
  g_autofree char *line = g_strdup_printf (
      _ ("Planning %1$d %%, %2$u still to cover. Ctrl+C keeps the best so far."),
      news->permille / 10, news->n_visits);

  gw_cli_progress (line);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;

  search->plan = gw_planner_plan_finish (result, &search->outcome, &search->error);
  g_main_loop_quit (search->loop);
}

static gboolean
on_interrupted (gpointer data)
{
  Search *search = data;

  gw_job_stop (search->job);
  return G_SOURCE_CONTINUE;
}

static void
search_plan (Search *search, GwWeekProblem *problem, const GwPlanOptions *options)
{
  guint interrupt;

  search->loop = g_main_loop_new (NULL, FALSE);
  search->job = gw_job_new (_ ("Planning"));
  interrupt = g_unix_signal_add (SIGINT, on_interrupted, search);
  gw_planner_plan_async (problem, options, search->job, on_news, search, on_planned, search);
  g_main_loop_run (search->loop);
  g_source_remove (interrupt);
  g_main_loop_unref (search->loop);
  g_object_unref (search->job);
  gw_cli_progress (NULL);
}

/* --- the command ------------------------------------------------------------------------------ */

/* The options that say what is planned, as they are given; the usual ones are left out. */
static char *
dup_what (const GwWeekProblem *week, const GwPlanOptions *options)
{
  GwDay first_day = gw_planner_input_get_first_day (gw_week_problem_get_input (week));
  g_autofree char *from = gw_day_to_iso (first_day);
  GString *what = g_string_new (NULL);

  g_string_append_printf (what, "--from %s --days %d", from, n_days);
  if (options->scope == GW_PLAN_TO_COVER)
    g_string_append_printf (what, " --scope to-cover --favour %s", favours[options->favour]);
  if (options->keep_shifts)
    g_string_append (what, " --keep-shifts");
  if (service_url != NULL)
    {
      g_autofree char *url = g_shell_quote (service_url);
      g_string_append_printf (what, " --travel-service %s", url);
    }
  return g_string_free (what, FALSE);
}

/* How many steps it was to be when it was planned last. */
static gint64
get_steps (const GwPlanOutcome *outcome)
{
  const GwPlanSearch *search = &outcome->repeat.searches[0];

  return outcome->repeat.n_searches == 1 && search->n_replans > 0
             ? search->replans[search->n_replans - 1].steps
             : outcome->steps_planned;
}

/* How it was searched, and how to find the same plan again. */
static void
print_search (const Search *search, const GwPlanOptions *options)
{
  const GwPlanOutcome *outcome = &search->outcome;
  g_autofree char *repeat = gw_plan_steps_to_text (&outcome->repeat);
  g_autofree char *score = NULL;

  if (outcome->was_stopped)
    g_print ("%s\n", _ ("Stopped: this is the best plan so far."));
  score = gw_cli_dup_score (outcome->score.hard, outcome->score.medium, outcome->score.soft,
                            outcome->steps_done, get_steps (outcome));
  g_print ("%s\n", score);
  if (repeat != NULL)
    {
      g_autofree char *what = dup_what (gw_week_plan_get_problem (search->plan), options);
      g_autofree char *again = gw_cli_dup_repeat (what, budget.threads, seed, repeat);
      g_print ("%s\n", again);
    }
}

static GwCliStatus
apply (GwSession *session, GwWeekPlan *plan)
{
  g_autoptr (GwPlanReview) review = gw_plan_review_new (plan);
  g_autoptr (GwChange) change = gw_plan_review_build_change (review, _ ("Week planned"));
  g_autoptr (GwCommit) commit = NULL;
  g_autoptr (GError) error = NULL;

  if (gw_change_is_empty (change))
    return GW_CLI_DONE;
  commit = gw_session_submit_sync (session, change, NULL, &error);
  if (commit == NULL)
    return gw_cli_fail (error, GW_ERROR_DEED_SAVE);
  g_print ("%s\n", _ ("The plan is saved. It can be undone in Good Week."));
  return GW_CLI_DONE;
}

static GwCliStatus
write_files (GwWeekPlan *plan, const GwPlanOptions *options, const GwPlanOutcome *outcome,
             GTimeZone *zone)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  g_autofree char *json = NULL, *problem = NULL, *warm = NULL;
  g_autoptr (GError) error = NULL;

  if (json_path != NULL)
    json = gw_week_json_write (plan, options, outcome, zone);
  if (problem_path != NULL)
    problem = gw_problem_json_write_planned (week, options, &error);
  if (error != NULL)
    return gw_cli_fail (error, GW_ERROR_DEED_PLAN);
  if (warm_path != NULL)
    warm = gw_plan_json_write (gw_week_problem_get_engine (week),
                               gw_week_problem_get_records_plan (week));
  if ((json != NULL && !gw_cli_write (json_path, json, -1)) ||
      (problem != NULL && !gw_cli_write (problem_path, problem, -1)) ||
      (warm != NULL && !gw_cli_write (warm_path, warm, -1)))
    return GW_CLI_NOT_SAVED;
  return GW_CLI_DONE;
}

static GwCliStatus
report (GwSession *session, Search *search, const GwPlanOptions *options)
{
  GTimeZone *zone = gw_clock_get_zone (gw_session_get_clock (session));
  GwCliStatus status = write_files (search->plan, options, &search->outcome, zone);

  if (status != GW_CLI_DONE || g_strcmp0 (json_path, "-") == 0 ||
      g_strcmp0 (problem_path, "-") == 0 || g_strcmp0 (warm_path, "-") == 0)
    return status;
  gw_cli_week_report_print_numbers (search->plan, zone);
  print_search (search, options);
  gw_cli_week_report_print_people (search->plan);
  if (!do_apply)
    g_print ("%s\n", _ ("Nothing is saved yet: add --apply to save."));
  return GW_CLI_DONE;
}

static GwCliStatus
plan_week (GwSession *session, const GwPlanOptions *options)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (session)), first_day;
  g_autoptr (GwPlannerInput) input = NULL;
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GError) error = NULL;
  Search search = { 0 };
  GwCliStatus status;

  if (!gw_cli_parse_day (from_text, today, &first_day))
    return GW_CLI_USAGE;
  input = read_input (session, first_day, &error);
  if (input != NULL)
    {
      measure_travel (input);
      problem = gw_week_problem_new (input, &error);
    }
  if (problem == NULL)
    return gw_cli_fail (error, GW_ERROR_DEED_PLAN);
  if (gw_week_problem_get_n_visits (problem) == 0)
    gw_cli_say (_ ("There are no visits in these days. “good-week-plan generate” makes them from "
                   "regular visits."));
  if (gw_week_problem_get_n_guessed_legs (problem) > 0)
    gw_cli_say (_ ("Some addresses have no place on the map, so the ways to and from them are "
                   "guessed. Give them latitude and longitude, or import travel times."));
  search_plan (&search, problem, options);
  if (search.plan == NULL)
    {
      status = gw_cli_fail (search.error, GW_ERROR_DEED_PLAN);
      g_clear_error (&search.error);
      return status;
    }
  status = report (session, &search, options);
  if (status == GW_CLI_DONE && do_apply)
    status = apply (session, search.plan);
  if (status == GW_CLI_DONE)
    status = gw_cli_week_report_judge (search.plan);
  gw_week_plan_unref (search.plan);
  return status;
}

static GwCliStatus
check_files (const char *team_path)
{
  const GwCliFile files[] = {
    { team_path, FALSE }, { json_path, TRUE }, { problem_path, TRUE }, { warm_path, TRUE }
  };

  return gw_cli_check_files (files, G_N_ELEMENTS (files));
}

static GwCliStatus
run (int argc, char **argv)
{
  GwPlanOptions options;
  g_autoptr (GwSession) session = NULL;
  GwCliStatus status;

  if (!gw_cli_parse (&gw_cli_week, entries, &argc, &argv, 1) || !check_options (&options))
    return GW_CLI_USAGE;
  status = check_files (argv[1]);
  if (status != GW_CLI_DONE)
    return status;
  session = gw_cli_open (argv[1], do_apply ? GW_SESSION_NO_FLAGS : GW_SESSION_READ_ONLY);
  if (session == NULL)
    return GW_CLI_UNREADABLE;
  status = plan_week (session, &options);
  gw_session_close_sync (session, NULL);
  return status;
}

const GwCliCommand gw_cli_week = {
  .name = "week",
  .arguments = "TEAM.gw --from DATE",
  .summary = N_ ("Plan days of a team file"),
  .run = run,
};
