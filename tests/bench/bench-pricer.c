/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a held visit costs: the price of a drop in sentences on the sample's week of one team
 * (p99 ≤ 1 ms) and of a neighbourhood (≤ 5 ms), five suggestions (≤ 16 ms), what together leaves no
 * place, three repairs, and building the problem from records. Thread CPU time, so that other
 * programs do not count.
 */
#include "config.h"

#include "gw-colleague.h"
#include "gw-plan-effects.h"
#include "gw-plan-review.h"
#include "gw-planner.h"
#include "gw-pricer.h"
#include "gw-sample.h"
#include "gw-test-week.h"
#include "gw-visit-timing.h"
#include "gw-week-index.h"

#include <time.h>

/* Places that are priced in one go, and for how many visits. */
#define PLACES 400
#define MOST_BOARDS 150
/* What a repair is measured with, the seconds that somebody waits for one gladly, and those that the
 * board gives each of the three. */
#define TRIAL_STEPS 1000
#define FEW_SECONDS 1
#define BOARD_SECONDS 4

static guint n_missed;

static gdouble
read_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gdouble) now.tv_sec * 1e3 + (gdouble) now.tv_nsec * 1e-6;
}

static gint
compare_doubles (gconstpointer a, gconstpointer b)
{
  gdouble x = *(const gdouble *) a, y = *(const gdouble *) b;

  return x < y ? -1 : x > y;
}

static void
report (const char *what, GArray *samples, gdouble limit)
{
  gdouble p50, p99;

  g_array_sort (samples, compare_doubles);
  p50 = g_array_index (samples, gdouble, samples->len / 2);
  p99 = g_array_index (samples, gdouble, samples->len * 99 / 100);
  g_print ("%-44s p50 %7.3f ms  p99 %7.3f ms", what, p50, p99);
  if (limit >= 0)
    {
      g_print ("  limit %g ms  %s", limit, p99 <= limit ? "met" : "MISSED");
      n_missed += p99 > limit;
    }
  g_print ("\n");
  g_array_set_size (samples, 0);
}

static GwPlannerInput *
make_input (GwSample *sample)
{
  GwPlannerInput *input;
  GwDay today;

  g_assert_true (gw_day_from_ymd (2026, 11, 23, &today));
  input = gw_planner_input_new (gw_day_add (today, 7), 7);
  gw_planner_input_add_all (input, gw_sample_get_records (sample));
  return input;
}

static GwWeekProblem *
build (GwPlannerInput *input, GArray *samples)
{
  g_autoptr (GError) error = NULL;
  GwWeekProblem *week = NULL;

  for (guint i = 0; i < 5; i++)
    {
      gdouble begin = read_cpu_ms (), took;
      g_clear_pointer (&week, gw_week_problem_unref);
      week = gw_week_problem_new (input, &error);
      g_assert_no_error (error);
      took = read_cpu_ms () - begin;
      g_array_append_val (samples, took);
    }
  return week;
}

/* Holds every visit over every colleague at its own time, as a hand passing over the rows does. */
static void
hold_everything (GwPricer *pricer, GwWeekProblem *week, const GwWeekPlan *plan, GArray *samples)
{
  const GwEnginePlan *engine = gw_week_plan_get_engine (plan);
  GPtrArray *colleagues = gw_planner_input_get_records (gw_week_problem_get_input (week),
                                                        &gw_colleague_type);

  for (gint32 i = 0; i < engine->n_operations && samples->len < 20000; i += 3)
    {
      const GwRecord *visit = gw_week_problem_get_visit (week, i, NULL);
      gint32 shift = engine->shift_of[i];
      GwId from = GW_ID_NONE;

      if (shift >= 0 && engine->colleague_of[shift] >= 0)
        from = gw_record_get_id (gw_week_problem_get_colleague (week, engine->colleague_of[shift]));
      for (guint c = 0; c < colleagues->len; c++)
        {
          GwVisitTarget target = { gw_record_get_id (visit),
                                   gw_record_get_id (g_ptr_array_index (colleagues, c)),
                                   from,
                                   gw_visit_get_day (visit),
                                   gw_visit_get_shown_start (visit),
                                   GW_TARGET_AT };
          gdouble begin = read_cpu_ms (), took;

          gw_verdict_free (gw_pricer_price_visit (pricer, &target));
          took = read_cpu_ms () - begin;
          g_array_append_val (samples, took);
        }
    }
}

/* Prices 400 places of one visit in one go, as a board does that shows beforehand where a visit may
 * be dropped: everybody's row, at times in even steps over the day. */
static void
price_boards (GwPricer *pricer, GwWeekProblem *week, const GwWeekPlan *plan, gboolean in_words,
              GArray *samples)
{
  gint32 n = gw_week_plan_get_engine (plan)->n_operations, step = MAX (n / MOST_BOARDS, 1);
  GPtrArray *colleagues = gw_planner_input_get_records (gw_week_problem_get_input (week),
                                                        &gw_colleague_type);
  guint n_times = (PLACES + colleagues->len - 1) / colleagues->len;

  for (gint32 i = 0; i < n; i += step)
    {
      const GwRecord *visit = gw_week_problem_get_visit (week, i, NULL);
      GwVisitTarget target = { .visit = gw_record_get_id (visit),
                               .day = gw_visit_get_day (visit),
                               .time = GW_TARGET_AT };
      gdouble begin, took;
      GwVisitWeight weight;
      GwPlannedSlot slot;

      if (gw_week_plan_get_slot (plan, target.visit, 0, &slot))
        target.from = slot.colleague;
      begin = read_cpu_ms ();
      for (guint k = 0; k < PLACES; k++)
        {
          target.to = gw_record_get_id (g_ptr_array_index (colleagues, k / n_times));
          target.start = GW_MINUTE ((gint) (7 * 60 + k % n_times * (15 * 60 / n_times) / 5 * 5));
          if (in_words)
            gw_verdict_free (gw_pricer_price_visit (pricer, &target));
          else
            gw_pricer_weigh_visit (pricer, &target, &weight);
        }
      /* What is pointed at is said in words. */
      gw_verdict_free (gw_pricer_price_visit (pricer, &target));
      took = read_cpu_ms () - begin;
      g_array_append_val (samples, took);
    }
}

/* What is asked about a visit that is chosen: where else, or why here. */
static void
ask_about_all (GwPricer *pricer, GwWeekProblem *week, const GwWeekPlan *plan, gboolean why,
               GArray *samples)
{
  gint32 n = gw_week_plan_get_engine (plan)->n_operations, step = MAX (n / 300, 1);

  for (gint32 i = 0; i < n; i += step)
    {
      GwId visit = gw_record_get_id (gw_week_problem_get_visit (week, i, NULL));
      GwVerdict *next = NULL;
      GwPlannedSlot slot;
      gdouble begin, took;

      if (!gw_week_plan_get_slot (plan, visit, 0, &slot))
        continue;
      begin = read_cpu_ms ();
      g_ptr_array_unref (why ? gw_pricer_explain (pricer, visit, slot.colleague, &next)
                             : gw_pricer_suggest_places (pricer, visit, slot.colleague, 5));
      g_clear_pointer (&next, gw_verdict_free);
      took = read_cpu_ms () - begin;
      g_array_append_val (samples, took);
    }
}

/* Why visits that are left find no place: a worker's job. */
static void
find_clashes (GwPricer *pricer, GwWeekProblem *week, const GwWeekPlan *plan, GArray *samples)
{
  const GwEnginePlan *engine = gw_week_plan_get_engine (plan);

  for (gint32 i = 0; i < engine->n_operations && samples->len < 100; i++)
    if (engine->shift_of[i] < 0)
      {
        g_autofree char *headline = NULL;
        gdouble begin = read_cpu_ms (), took;

        g_ptr_array_unref (gw_pricer_list_clashes (
            pricer, gw_record_get_id (gw_week_problem_get_visit (week, i, NULL)), &headline));
        took = read_cpu_ms () - begin;
        g_array_append_val (samples, took);
      }
}

/* --- three repairs ------------------------------------------------------------------------------ */

/* The records without visits that @plan leaves to cover: a repair is about what an absence leaves. */
static GPtrArray *
list_covered (GwWeekPlan *plan, GPtrArray *records)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  const GwEnginePlan *engine = gw_week_plan_get_engine (plan);
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  GPtrArray *covered = g_ptr_array_new ();

  for (gint32 i = 0; i < engine->n_operations; i++)
    if (engine->shift_of[i] < 0)
      g_hash_table_add (left, (gpointer) gw_week_problem_get_visit (week, i, NULL));
  for (guint i = 0; i < records->len; i++)
    if (!g_hash_table_contains (left, g_ptr_array_index (records, i)))
      g_ptr_array_add (covered, g_ptr_array_index (records, i));
  return covered;
}

/* A shift of the second day of @input that somebody has. */
static const GwShift *
find_shift (GwPlannerInput *input)
{
  GPtrArray *shifts = gw_planner_input_get_records (input, &gw_shift_type);
  GwDay day = gw_day_add (gw_planner_input_get_first_day (input), 1);

  for (guint i = 0; i < shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (shifts, i);

      if (gw_day_compare (gw_shift_get_day (shift), day) == 0 &&
          !gw_id_is_none (gw_shift_get_colleague (shift)))
        return shift;
    }
  g_assert_not_reached ();
}

/* The week in records as @plan has it, on whose second day somebody is away. */
static GwWeekProblem *
make_trouble (GwWeekPlan *plan, GPtrArray *records)
{
  g_autoptr (GPtrArray) covered = list_covered (plan, records);
  g_autoptr (GwPlanReview) review = gw_plan_review_new (plan);
  g_autoptr (GwChange) change = gw_plan_review_build_change (review, "Plan");
  g_autoptr (GwPlannerInput) after = test_apply (
      gw_week_problem_get_input (gw_week_plan_get_problem (plan)), covered, change);
  const GwShift *shift = find_shift (after);
  g_autoptr (GwDraft) absence = test_draft (&gw_absence_type, 900);
  g_autoptr (GwRecord) record = NULL;

  gw_absence_set_colleague (absence, gw_shift_get_colleague (shift));
  gw_absence_set_kind (absence, GW_ABSENCE_AWAY);
  gw_absence_set_first_day (absence, gw_shift_get_day (shift));
  gw_absence_set_last_day (absence, gw_shift_get_day (shift));
  record = gw_draft_build (absence);
  gw_planner_input_add (after, record);
  return gw_week_problem_new (after, NULL);
}

static gdouble
read_both_threads (void)
{
  return (gdouble) clock () / CLOCKS_PER_SEC;
}

/* What is left to cover. */
static guint
repair (GwWeekProblem *week, GwPlanFavour favour, gint64 steps)
{
  GwPlanOptions options = {
    .scope = GW_PLAN_TO_COVER, .favour = favour, .steps = steps, .threads = 2
  };
  g_autoptr (GwWeekPlan) plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, NULL);
  GwPlanEffects effects;

  gw_plan_effects_compute (plan, &effects);
  return effects.n_to_cover;
}

/* Somebody is away: in each of three repairs a second leaves no more to cover than the board's four.
 * Seconds are counted in steps, so that a busy machine says the same. */
static void
measure_repairs (GwWeekPlan *plan, GPtrArray *records)
{
  g_autoptr (GwWeekProblem) week = make_trouble (plan, records);
  gdouble begin = read_both_threads (), beginning, took;
  gint64 steps;

  /* What it takes to begin is measured apart. */
  repair (week, GW_FAVOUR_STABILITY, 4);
  beginning = read_both_threads () - begin;
  begin += beginning;
  repair (week, GW_FAVOUR_STABILITY, TRIAL_STEPS);
  took = MAX (read_both_threads () - begin - beginning, 0.02);
  steps = (gint64) (TRIAL_STEPS * 2 / took);
  g_print ("  %-42s %7.3f s  1 s is %d steps\n", "beginning a repair", beginning / 2, (gint) steps);
  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
    {
      guint left = repair (week, favour, FEW_SECONDS * steps);
      guint least = repair (week, favour, BOARD_SECONDS * steps);

      g_print ("  repair: %-34s %u to cover after %d s  limit %u (after %d s)  %s\n",
               gw_plan_favour_to_text (favour), left, FEW_SECONDS, least, BOARD_SECONDS,
               left <= least ? "met" : "MISSED");
      n_missed += left > least;
    }
}

/* --- all of it ---------------------------------------------------------------------------------- */

static void
measure (const char *name, guint n_teams, GwSampleKind kind, gdouble limit)
{
  GwSampleSpec spec = { .kind = kind, .seed = 7 };
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (gdouble));
  g_autoptr (GwSample) sample = NULL;
  g_autoptr (GwPlannerInput) input = NULL;
  g_autoptr (GwWeekProblem) week = NULL;
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = 3000, .threads = 1 };
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GwPricer) pricer = NULL;
  gdouble begin;

  g_assert_true (gw_day_from_ymd (2026, 11, 23, &spec.today));
  sample = gw_sample_new (&spec);
  input = make_input (sample);
  week = build (input, samples);
  plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, NULL);
  g_print ("%s: %d colleague-visits in %d shifts, %d places\n", name,
           gw_week_plan_get_engine (plan)->n_operations, gw_week_plan_get_engine (plan)->n_shifts,
           gw_engine_problem_get_n_places (gw_week_problem_get_engine (week)));
  report ("  building the problem", samples, n_teams <= 4 ? 100 : 500);
  begin = read_cpu_ms ();
  pricer = gw_pricer_new (plan);
  begin = read_cpu_ms () - begin;
  g_array_append_val (samples, begin);
  report ("  making a pricer", samples, 8);
  hold_everything (pricer, week, plan, samples);
  report ("  price of a drop, in sentences", samples, limit);
  price_boards (pricer, week, plan, FALSE, samples);
  report ("  400 prices in one go", samples, limit);
  price_boards (pricer, week, plan, TRUE, samples);
  report ("  400 prices in one go, all in sentences", samples, -1);
  ask_about_all (pricer, week, plan, FALSE, samples);
  report ("  five suggestions", samples, 16);
  ask_about_all (pricer, week, plan, TRUE, samples);
  report ("  explaining one visit", samples, 16);
  find_clashes (pricer, week, plan, samples);
  report ("  what together leaves no place", samples, n_teams <= 4 ? 16 : 150);
  measure_repairs (plan, gw_sample_get_records (sample));
}

/* With a number of teams, only these. */
int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    guint n_teams;
    GwSampleKind kind;
    gdouble limit;
  } sizes[] = {
    { "One team", 1, GW_SAMPLE_ONE_TEAM, 1 },
    { "Neighbourhood", 4, GW_SAMPLE_NEIGHBOURHOOD, 5 },
    { "Twelve teams", 12, GW_SAMPLE_STRESS, 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || strtoul (argv[1], NULL, 10) == sizes[i].n_teams)
      measure (sizes[i].name, sizes[i].n_teams, sizes[i].kind, sizes[i].limit);
  return n_missed > 0;
}
