/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building and life of a week problem. */
#include "config.h"

#include "gw-week-problem-private.h"

#include "gw-error.h"
#include "gw-shift.h"
#include "gw-travel-matrix.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

/* People agree quarter past eight, not fourteen minutes past. */
#define TIME_GRID 5
/* Weights of stability where changes are dear; ten is a minute of travel. */
#define DEAR_MINUTE 50
#define DEAR_COLLEAGUE 250
/* How much more weighs what somebody asked to be favoured. */
#define FAVOURED 12

/* --- building --------------------------------------------------------------------------------- */

gint32
gw_week_build_time (const GwWeekBuild *build, GwDay day, gint minute)
{
  return gw_week_problem_get_time (build->week, day, GW_MINUTE (minute));
}

gboolean
gw_week_build_is_our_team (const GwWeekBuild *build, GwId team)
{
  GwId ours = gw_planner_input_get_team (build->week->input);

  return gw_id_is_none (ours) || gw_id_is_none (team) || gw_id_equal (ours, team);
}

GwEnginePart
gw_week_build_get_part (gint start, gint end)
{
  if (start >= 14 * 60 || end > GW_MINUTES_A_DAY)
    return GW_ENGINE_PART_LATE;
  return start < 10 * 60 ? GW_ENGINE_PART_EARLY : GW_ENGINE_PART_MIDDLE;
}

gboolean
gw_week_build_is_night (gint start, gint end)
{
  gint minutes = 0;

  for (gint midnight = 0; midnight < end + 60; midnight += GW_MINUTES_A_DAY)
    minutes += MAX (MIN (end, midnight + 6 * 60) - MAX (start, midnight - 60), 0);
  return minutes >= 3 * 60;
}

/* Minutes that pass from midnight of @day to @minute of its clock. */
static gint
count_passed (GTimeZone *zone, GwDay day, gint minute)
{
  return gw_civil_elapsed (zone, day, GW_MINUTE (0), GW_MINUTE (minute)).value;
}

/* Looks for the night on which clocks are changed; twelve weeks hold one at most. */
static void
find_clock_change (GwWeekBuild *build, GwEngineSettings *settings)
{
  GTimeZone *known = gw_planner_input_get_zone (build->week->input);
  g_autoptr (GTimeZone) zone = known != NULL ? g_time_zone_ref (known) : g_time_zone_new_local ();

  for (gint i = -1; i < build->week->n_days + 7; i++)
    {
      GwDay day = gw_day_add (build->week->origin, i);
      gint change = GW_MINUTES_A_DAY - count_passed (zone, day, GW_MINUTES_A_DAY);

      for (gint hour = 1; hour <= 24 && change != 0; hour++)
        if (count_passed (zone, day, hour * 60) != hour * 60)
          {
            settings->clock_change = gw_week_build_time (build, day, hour * 60);
            settings->clock_change_minutes = change;
            return;
          }
    }
}

/* By colleague: each asks for its own several times, and history makes them many. */
static void
sort_shifts (GwWeekBuild *build)
{
  GPtrArray *shifts = gw_planner_input_get_records (build->week->input, &gw_shift_type);

  build->shifts_of = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < shifts->len; i++)
    {
      GwId colleague = gw_shift_get_colleague (g_ptr_array_index (shifts, i));
      GPtrArray *own = g_hash_table_lookup (build->shifts_of, &colleague);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (build->shifts_of, g_memdup2 (&colleague, sizeof colleague), own);
        }
      g_ptr_array_add (own, g_ptr_array_index (shifts, i));
    }
}

GPtrArray *
gw_week_build_list_shifts (const GwWeekBuild *build, GwId colleague)
{
  return g_hash_table_lookup (build->shifts_of, &colleague);
}

static GwWeekProblem *
make_empty (GwPlannerInput *input)
{
  GwWeekProblem *self = g_new0 (GwWeekProblem, 1);
  GwDay now_day;
  GwMinute now_minute;

  g_atomic_ref_count_init (&self->refs);
  self->input = gw_planner_input_ref (input);
  self->origin = gw_planner_input_get_horizon_start (input);
  self->n_days = (gint32) gw_planner_input_get_horizon_days (input);
  self->now = GW_ENGINE_NO_TIME;
  if (gw_planner_input_get_now (input, &now_day, &now_minute))
    self->now = CLAMP (gw_day_diff (now_day, self->origin), -10000, 10000) * GW_MINUTES_A_DAY +
                now_minute.value;
  self->operations = g_array_new (FALSE, TRUE, sizeof (GwWeekOperation));
  self->shifts = g_ptr_array_new ();
  self->colleagues = g_ptr_array_new ();
  self->persons = g_ptr_array_new ();
  self->skills = g_array_new (FALSE, FALSE, sizeof (GwId));
  self->added_blocks = g_ptr_array_new ();
  self->operation_of = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  self->shift_of = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  self->colleague_of = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  self->person_of = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  return self;
}

static void
build_all (GwWeekBuild *build)
{
  gw_week_build_colleagues (build);
  gw_week_build_shifts (build);
  gw_week_build_visits (build);
  gw_week_build_skills (build);
  gw_week_build_fits (build);
  gw_week_build_history (build);
  gw_week_build_travel (build);
}

static void
report_fault (const GwEngineFault *fault, GError **error)
{
  if (fault->status == GW_ENGINE_NO_MEMORY)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_IO,
                         _ ("There is not enough memory to plan these days."));
  else
    /* Translators: %1$s is a technical word such as "operation", %2$d a number. */
    g_set_error (error, GW_ERROR, GW_ERROR_INVALID,
                 _ ("These days cannot be planned: %1$s %2$d holds a value that is out of range."),
                 fault->what != NULL ? fault->what : "", fault->index);
}

static void
map_blocks (GwWeekProblem *self)
{
  gint32 n;

  gw_engine_problem_get_blocks (self->engine, &n);
  self->blocks = g_new0 (const GwRecord *, (gsize) MAX (n, 1));
  for (guint i = 0; i < self->added_blocks->len; i++)
    {
      gint32 sealed = gw_engine_problem_find_block (self->engine, (gint32) i);
      if (sealed >= 0 && sealed < n)
        self->blocks[sealed] = g_ptr_array_index (self->added_blocks, i);
    }
}

static gboolean
seal (GwWeekBuild *build, GError **error)
{
  GwWeekProblem *week = build->week;
  GwEngineFault fault = { GW_ENGINE_OK, NULL, 0 };

  week->engine = gw_engine_builder_seal (build->builder, &fault);
  if (week->engine != NULL)
    {
      /* From here on nothing but memory can be missing. */
      fault.status = GW_ENGINE_NO_MEMORY;
      week->records_plan = gw_engine_plan_new (week->engine);
    }
  if (week->records_plan == NULL)
    {
      report_fault (&fault, error);
      return FALSE;
    }
  map_blocks (week);
  for (guint i = 0; i < week->operations->len; i++)
    {
      week->records_plan->shift_of[i] = g_array_index (build->warm_shift, gint32, i);
      week->records_plan->start_of[i] = g_array_index (build->warm_start, gint32, i);
    }
  if (!gw_engine_plan_settle_blocks (week->engine, week->records_plan))
    {
      report_fault (&fault, error);
      return FALSE;
    }
  return TRUE;
}

static void
clear_build (GwWeekBuild *build)
{
  gw_engine_builder_free (build->builder);
  g_clear_pointer (&build->bit_of_skill, g_hash_table_unref);
  g_clear_pointer (&build->place_of, g_hash_table_unref);
  g_clear_pointer (&build->warm_shift, g_array_unref);
  g_clear_pointer (&build->warm_start, g_array_unref);
  g_clear_pointer (&build->stops, g_array_unref);
  g_clear_pointer (&build->absences, g_array_unref);
  g_clear_pointer (&build->nights, g_ptr_array_unref);
  g_clear_pointer (&build->shifts_of, g_hash_table_unref);
}

/* What a change costs where it is only made for something that matters more: more than any wish
 * about times, places or faces gains by it. */
static void
make_changes_dear (GwEngineSettings *settings)
{
  settings->weight[GW_ENGINE_RULE_STABLE_TIME] = DEAR_MINUTE;
  settings->weight[GW_ENGINE_RULE_STABLE_COLLEAGUE] = DEAR_COLLEAGUE;
  settings->weight[GW_ENGINE_RULE_STABLE_SHIFT] = DEAR_COLLEAGUE;
}

/* What matters most among plans that cover as much and disturb as few. */
static void
favour (GwEngineSettings *settings, GwPlanFavour what)
{
  gint32 *weight = settings->weight;

  if (what == GW_FAVOUR_FAMILIAR)
    {
      weight[GW_ENGINE_RULE_CONTINUITY] *= FAVOURED;
      weight[GW_ENGINE_RULE_REGULAR] *= FAVOURED;
      weight[GW_ENGINE_RULE_CHOICE] *= FAVOURED;
    }
  else if (what == GW_FAVOUR_CHEAP)
    {
      weight[GW_ENGINE_RULE_MINUTES] *= FAVOURED;
      weight[GW_ENGINE_RULE_OVERTIME] *= FAVOURED;
      weight[GW_ENGINE_RULE_FLEX] *= FAVOURED;
    }
}

static GwWeekProblem *
build_problem (GwPlannerInput *input, gboolean is_gentle, GwPlanFavour what, GError **error)
{
  g_autoptr (GwWeekProblem) self = make_empty (input);
  GwWeekBuild build = { .week = self, .is_gentle = is_gentle };
  gboolean ok;

  build.builder = gw_engine_builder_new (self->n_days, GW_MONDAY);
  if (build.builder == NULL)
    {
      GwEngineFault fault = { GW_ENGINE_NO_MEMORY, NULL, 0 };
      report_fault (&fault, error);
      return NULL;
    }
  gw_engine_builder_get_settings (build.builder)->time_grid = TIME_GRID;
  find_clock_change (&build, gw_engine_builder_get_settings (build.builder));
  if (is_gentle)
    {
      make_changes_dear (gw_engine_builder_get_settings (build.builder));
      favour (gw_engine_builder_get_settings (build.builder), what);
    }
  build.bit_of_skill = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  build.place_of = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  build.warm_shift = g_array_new (FALSE, TRUE, sizeof (gint32));
  build.warm_start = g_array_new (FALSE, TRUE, sizeof (gint32));
  build.stops = g_array_new (FALSE, TRUE, sizeof (GwTravelStop));
  build.absences = g_array_new (FALSE, FALSE, sizeof (GwEngineAbsence));
  build.nights = g_ptr_array_new ();
  sort_shifts (&build);
  build_all (&build);
  if (build.error != NULL)
    g_propagate_error (error, build.error);
  ok = build.error == NULL && seal (&build, error);
  clear_build (&build);
  return ok ? g_steal_pointer (&self) : NULL;
}

GwWeekProblem *
gw_week_problem_new (GwPlannerInput *input, GError **error)
{
  return build_problem (input, FALSE, GW_FAVOUR_STABILITY, error);
}

GwWeekProblem *
gw_week_problem_new_gentle (const GwWeekProblem *self, GwPlanFavour what, GError **error)
{
  return build_problem (self->input, TRUE, what, error);
}

/* --- life ------------------------------------------------------------------------------------- */

GwWeekProblem *
gw_week_problem_ref (GwWeekProblem *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
gw_week_problem_unref (GwWeekProblem *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  gw_engine_plan_free (self->records_plan);
  gw_engine_problem_unref (self->engine);
  g_array_unref (self->operations);
  g_ptr_array_unref (self->shifts);
  g_ptr_array_unref (self->colleagues);
  g_ptr_array_unref (self->persons);
  g_array_unref (self->skills);
  g_ptr_array_unref (self->added_blocks);
  g_clear_pointer (&self->blocks, g_free);
  g_hash_table_unref (self->operation_of);
  g_hash_table_unref (self->shift_of);
  g_hash_table_unref (self->colleague_of);
  g_hash_table_unref (self->person_of);
  g_clear_pointer (&self->visits_before, g_hash_table_unref);
  g_clear_pointer (&self->oldest_visit, g_free);
  gw_planner_input_unref (self->input);
  g_free (self);
}
