/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * good-week-plan weeks: plans one week after another. Each week knows what the ones before it decided:
 * who comes to whom, who worked lates and weekends, how long.
 */
#include "config.h"

#include "gw-cli-budget.h"
#include "gw-cli-week-report.h"
#include "gw-cli.h"

#include "gw-plan-change.h"
#include "gw-planner-after.h"
#include "gw-planner.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"
#include "gw-shift.h"
#include "gw-visit.h"
#include "gw-week-index.h"
#include "gw-week-report.h"

#include <glib/gi18n-lib.h>

#define MOST_WEEKS 52

static char *from_text;
static GwCliBudget budget = GW_CLI_BUDGET_INIT;
static int n_weeks = 26;
static gint64 seed = 1;
static gboolean do_apply, do_forget;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("A day of the first week"), "DATE" },
  { "weeks", 0, 0, G_OPTION_ARG_INT, &n_weeks, N_ ("How many weeks (1–52); 26"), "N" },
  { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &budget.seconds,
    N_ ("How long to search each week, up to 86400 seconds; 5"), "S" },
  GW_CLI_STEPS_ENTRY (budget),
  GW_CLI_THREADS_ENTRY (budget),
  GW_CLI_SEED_ENTRY (seed),
  { "apply", 0, 0, G_OPTION_ARG_NONE, &do_apply, N_ ("Save each week in the team file"), NULL },
  { "forget", 0, 0, G_OPTION_ARG_NONE, &do_forget,
    N_ ("Plan each week as if nothing were known of the ones before: to compare"), NULL },
  { NULL },
};

/* What is known while weeks are planned. */
typedef struct
{
  GwSession *session;
  GHashTable *decided; /* GwId of a record → the record as a week before left it */
  GwWeekProblem *last; /* of the week planned last */
  gboolean has_clashes;
} Roll;

static gboolean
check_options (void)
{
  if (n_weeks < 1 || n_weeks > MOST_WEEKS)
    gw_cli_say (_ ("--weeks must be from 1 to %d."), MOST_WEEKS);
  else
    return gw_cli_budget_check (&budget, 5);
  return FALSE;
}

/* Whether it is about a day before @first_day: who came, and who worked. */
static gboolean
is_history (const GwRecord *record, GwDay first_day)
{
  if (gw_record_get_record_type (record) == &gw_visit_type)
    return gw_day_compare (gw_visit_get_day (record), first_day) < 0;
  return gw_record_get_record_type (record) == &gw_shift_type &&
         gw_day_compare (gw_shift_get_day (record), first_day) < 0;
}

/* The records of one week, as they are stored or as a week before left them. */
static GwPlannerInput *
read_input (Roll *roll, GwDay first_day, GError **error)
{
  g_autoptr (GwPlannerInput) input = gw_planner_input_new (first_day, 7);
  g_autoptr (GPtrArray) queries = gw_planner_input_list_queries (first_day, 7);
  GwClock *clock = gw_session_get_clock (roll->session);

  for (guint i = 0; i < queries->len; i++)
    {
      g_autoptr (GPtrArray) records = gw_session_query_sync (
          roll->session, g_ptr_array_index (queries, i), NULL, error);

      if (records == NULL)
        return NULL;
      for (guint k = 0; k < records->len; k++)
        {
          const GwRecord *record = g_ptr_array_index (records, k);
          GwId id = gw_record_get_id (record);
          const GwRecord *decided = g_hash_table_lookup (roll->decided, &id);

          if (!do_forget || !is_history (record, first_day))
            gw_planner_input_add (input, decided != NULL ? decided : record);
        }
    }
  gw_planner_input_set_zone (input, gw_clock_get_zone (clock));
  if (gw_day_diff (gw_clock_get_today (clock), first_day) < 7)
    gw_planner_input_set_now (input, gw_clock_get_today (clock), gw_clock_get_minute (clock));
  return g_steal_pointer (&input);
}

static void
print_week (GwWeekPlan *plan, GwDay monday, GTimeZone *zone)
{
  g_autofree char *day = gw_day_format (monday, "%-d %B %Y");
  GwWeekNumbers numbers;

  gw_week_numbers_compute (plan, zone, &numbers);
  if (numbers.n_visits == 0)
    {
      /* Translators: a line of a table; a week is called by its first day. */
      g_print (_ ("%-18s no visits\n"), day);
      return;
    }
  /* Translators: a line of a table; a week is called by its first day. */
  g_print (_ ("%1$-18s visits %2$4u, to cover %3$4u, clashes %4$3u, new faces %5$3u, wishes kept "
              "%6$3d %%\n"),
           day, numbers.n_visits, numbers.n_to_cover, numbers.n_clashes, numbers.new_faces,
           gw_week_numbers_get_wishes_permille (&numbers) / 10);
}

/* Saves what the plan changes, and remembers it for the weeks to come. */
static gboolean
keep (Roll *roll, GwWeekPlan *plan, GError **error)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  g_autoptr (GwChange) change = gw_plan_change_build (week, gw_week_plan_get_engine (plan), NULL,
                                                      _ ("Week planned"));
  g_autoptr (GPtrArray) after = gw_planner_list_after (gw_week_problem_get_input (week), change);
  g_autoptr (GwCommit) commit = NULL;

  if (gw_change_is_empty (change))
    return TRUE;
  for (guint i = 0; i < after->len; i++)
    {
      GwRecord *record = g_ptr_array_index (after, i);
      GwId id = gw_record_get_id (record);
      g_hash_table_replace (roll->decided, g_memdup2 (&id, sizeof id), gw_record_ref (record));
    }
  if (do_apply)
    commit = gw_session_submit_sync (roll->session, change, NULL, error);
  return !do_apply || commit != NULL;
}

static gboolean
plan_week (Roll *roll, GwDay monday, GError **error)
{
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING,
                            .seconds = budget.seconds,
                            .steps = budget.steps,
                            .threads = (guint) budget.threads,
                            .seed = (guint64) seed };
  GTimeZone *zone = gw_clock_get_zone (gw_session_get_clock (roll->session));
  g_autoptr (GwPlannerInput) input = read_input (roll, monday, error);
  g_autoptr (GwWeekProblem) week = input != NULL ? gw_week_problem_new (input, error) : NULL;
  g_autoptr (GwWeekPlan) plan = NULL;

  if (week != NULL)
    plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, error);
  if (plan == NULL)
    return FALSE;
  print_week (plan, monday, zone);
  roll->has_clashes |= gw_cli_week_report_judge (plan) != GW_CLI_DONE;
  g_clear_pointer (&roll->last, gw_week_problem_unref);
  roll->last = gw_week_problem_ref (week);
  return keep (roll, plan, error);
}

/* How evenly lates and weekends were dealt in the twelve weeks before the last one planned. */
static void
print_shares (const Roll *roll)
{
  gint32 n, least_lates = G_MAXINT32, most_lates = 0, least_weekends = G_MAXINT32;
  gint32 most_weekends = 0;
  const GwEngineColleague *all = gw_engine_problem_get_colleagues (
      gw_week_problem_get_engine (roll->last), &n);

  for (gint32 i = 0; i < n; i++)
    {
      least_lates = MIN (least_lates, all[i].lates_before);
      most_lates = MAX (most_lates, all[i].lates_before);
      least_weekends = MIN (least_weekends, all[i].weekends_before);
      most_weekends = MAX (most_weekends, all[i].weekends_before);
    }
  if (n > 0)
    g_print (
        _ ("In the twelve weeks before the last one each colleague had %1$d to %2$d late shifts, "
           "and worked on %3$d to %4$d of the weekends.\n"),
        least_lates, most_lates, least_weekends, most_weekends);
}

static GwCliStatus
plan_weeks (Roll *roll)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (roll->session)), monday;
  g_autoptr (GError) error = NULL;

  if (!gw_cli_parse_day (from_text, today, &monday))
    return GW_CLI_USAGE;
  monday = gw_day_get_week_start (monday);
  for (int i = 0; i < n_weeks; i++)
    if (!plan_week (roll, gw_day_add (monday, 7 * i), &error))
      return gw_cli_fail (error, GW_ERROR_DEED_PLAN);
  if (!do_forget)
    print_shares (roll);
  g_print ("%s\n", do_apply ? _ ("The weeks are saved. Each can be undone in Good Week.")
                            : _ ("Nothing is saved yet: add --apply to save."));
  return roll->has_clashes ? GW_CLI_BROKEN : GW_CLI_DONE;
}

static GwCliStatus
run (int argc, char **argv)
{
  Roll roll = { 0 };
  GwCliStatus status;

  if (!gw_cli_parse (&gw_cli_weeks, entries, &argc, &argv, 1) || !check_options ())
    return GW_CLI_USAGE;
  roll.session = gw_cli_open (argv[1], do_apply ? GW_SESSION_NO_FLAGS : GW_SESSION_READ_ONLY);
  if (roll.session == NULL)
    return GW_CLI_UNREADABLE;
  roll.decided = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                        (GDestroyNotify) gw_record_unref);
  status = plan_weeks (&roll);
  g_clear_pointer (&roll.last, gw_week_problem_unref);
  g_hash_table_unref (roll.decided);
  gw_session_close_sync (roll.session, NULL);
  g_object_unref (roll.session);
  return status;
}

const GwCliCommand gw_cli_weeks = {
  .name = "weeks",
  .arguments = "TEAM.gw --from DATE",
  .summary = N_ ("Plan one week after another"),
  .run = run,
};
