/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed of a planned week. */
#include "config.h"

#include "gw-cli-week-report.h"

#include "gw-name.h"
#include "gw-plan-effects.h"
#include "gw-plan-review.h"
#include "gw-pricer.h"
#include "gw-visit-timing.h"
#include "gw-visit.h"
#include "gw-week-index.h"
#include "gw-week-report.h"

#include <glib/gi18n-lib.h>

#define MOST_EXPLAINED 20

static void
print_numbers (const char *label, const GwWeekPlan *plan, GTimeZone *zone)
{
  GwWeekNumbers numbers;

  gw_week_numbers_compute (plan, zone, &numbers);
  /* Translators: a line of a table: label, then counts. */
  g_print (_ ("%1$-8s to cover %2$4u, open shifts %3$3u, clashes %4$3u, travel %5$5d min, "
              "wishes kept %6$3d %%, paid time with people %7$3d %%\n"),
           label, numbers.n_to_cover, numbers.n_open_shifts, numbers.n_clashes, numbers.travel,
           gw_week_numbers_get_wishes_permille (&numbers) / 10,
           gw_contact_share_get_permille (&numbers.share) / 10);
}

static char *
describe_uncovered (GwWeekProblem *week, const GwVisit *visit)
{
  const GwRecord *person = gw_planner_input_find (gw_week_problem_get_input (week), &gw_person_type,
                                                  gw_visit_get_person (visit));
  g_autofree char *name = gw_person_dup_name (person, FALSE);
  g_autofree char *day = gw_day_format (gw_visit_get_day (visit), "%a %-d %b");
  g_autofree char *clock = gw_minute_to_text (gw_visit_get_shown_start (visit));

  return g_strdup_printf ("%s %s %s", day, clock, name);
}

/* What it means for people. */
static void
print_effects (GwWeekPlan *plan)
{
  g_autoptr (GPtrArray) words = NULL;
  GwPlanEffects effects;

  gw_plan_effects_compute (plan, &effects);
  words = gw_plan_effects_list (&effects);
  for (guint i = 0; i < words->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (words, i));
}

/* What together leaves no place for @visit. */
static void
print_clashes (GwPricer *pricer, const GwVisit *visit)
{
  g_autofree char *headline = NULL;
  g_autoptr (GPtrArray)
      clashes = gw_pricer_list_clashes (pricer, gw_record_get_id (visit), &headline);

  g_print ("      %s\n", headline);
  for (guint i = 0; i < clashes->len; i++)
    g_print ("        %s\n", ((const GwClash *) g_ptr_array_index (clashes, i))->sentence);
}

/* For each visit that is left, who comes nearest to it and what is in the way. */
static void
print_uncovered (GwWeekPlan *plan)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  g_autoptr (GwPricer) pricer = gw_pricer_new (plan);
  const GwEnginePlan *engine = gw_week_plan_get_engine (plan);
  const GwRecord *last = NULL;
  gint n = 0;

  for (gint32 i = 0; i < engine->n_operations; i++)
    {
      const GwVisit *visit = gw_week_problem_get_visit (week, i, NULL);
      g_autoptr (GPtrArray) refusals = NULL;
      g_autofree char *title = NULL;

      if (engine->shift_of[i] >= 0 || visit == last || !gw_week_problem_is_planned (week, i))
        continue;
      last = visit;
      if (++n > MOST_EXPLAINED)
        continue;
      title = describe_uncovered (week, visit);
      refusals = gw_pricer_list_refusals (pricer, gw_record_get_id (visit), GW_ID_NONE);
      g_print ("  %s", title);
      for (guint r = 0; r < MIN (refusals->len, 2); r++)
        g_print (" · %s", ((const GwVerdict *) g_ptr_array_index (refusals, r))->headline);
      g_print ("\n");
      print_clashes (pricer, visit);
    }
  if (n > MOST_EXPLAINED)
    g_print (ngettext ("  and %d more\n", "  and %d more\n", (gulong) (n - MOST_EXPLAINED)),
             n - MOST_EXPLAINED);
}

/* What clashes, whoever made it. */
static void
print_trouble (GPtrArray *list)
{
  for (guint i = 0; i < MIN (list->len, MOST_EXPLAINED); i++)
    {
      const GwTrouble *trouble = g_ptr_array_index (list, i);

      /* Translators: what clashes: which visit or shift, then a sentence. */
      g_print (_ ("  Clash: %1$s · %2$s\n"), trouble->heading, trouble->sentence);
    }
  if (list->len > MOST_EXPLAINED)
    g_print (ngettext ("  and %d more\n", "  and %d more\n", (gulong) (list->len - MOST_EXPLAINED)),
             (gint) (list->len - MOST_EXPLAINED));
}

void
gw_cli_week_report_print_numbers (GwWeekPlan *plan, GTimeZone *zone)
{
  g_autoptr (GwWeekPlan) before = gw_week_problem_dup_current (gw_week_plan_get_problem (plan));

  print_numbers (_ ("Before:"), before, zone);
  print_numbers (_ ("After:"), plan, zone);
}

GwCliStatus
gw_cli_week_report_judge (const GwWeekPlan *plan)
{
  g_autoptr (GPtrArray) trouble = gw_week_plan_list_trouble (plan);

  return trouble->len > 0 ? GW_CLI_BROKEN : GW_CLI_DONE;
}

void
gw_cli_week_report_print_people (GwWeekPlan *plan)
{
  g_autoptr (GwPlanReview) review = gw_plan_review_new (plan);
  g_autoptr (GPtrArray) trouble = gw_week_plan_list_trouble (plan);
  g_autofree char *summary = gw_plan_review_dup_summary (review, 0, 0, trouble->len);

  print_effects (plan);
  print_trouble (trouble);
  print_uncovered (plan);
  g_print ("%s\n", summary);
}
