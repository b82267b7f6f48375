/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a week problem says about itself: records by the engine's numbers, and the other way round. */
#include "config.h"

#include "gw-week-problem-private.h"

GwPlannerInput *
gw_week_problem_get_input (const GwWeekProblem *self)
{
  return self->input;
}

GwWeekPlan *
gw_week_problem_dup_current (GwWeekProblem *self)
{
  GwEnginePlan *plan = gw_engine_plan_copy (self->records_plan);

  if (plan == NULL)
    g_error ("Out of memory");
  return gw_week_plan_new (self, plan);
}

guint
gw_week_problem_get_n_visits (const GwWeekProblem *self)
{
  return g_hash_table_size (self->operation_of);
}

guint
gw_week_problem_get_n_guessed_legs (const GwWeekProblem *self)
{
  return self->n_guessed_legs;
}

/* --- index maps ------------------------------------------------------------------------------- */

static gint32
find_index (GHashTable *table, GwId id)
{
  return (gint32) GPOINTER_TO_INT (g_hash_table_lookup (table, &id)) - 1;
}

const GwEngineProblem *
gw_week_problem_get_engine (const GwWeekProblem *self)
{
  return self->engine;
}

const GwEnginePlan *
gw_week_problem_get_records_plan (const GwWeekProblem *self)
{
  return self->records_plan;
}

static const GwWeekOperation *
get_operation (const GwWeekProblem *self, gint32 operation)
{
  g_assert (operation >= 0 && (guint) operation < self->operations->len);
  return &g_array_index (self->operations, GwWeekOperation, operation);
}

const GwRecord *
gw_week_problem_get_visit (const GwWeekProblem *self, gint32 operation, guint *out_slot)
{
  const GwWeekOperation *op = get_operation (self, operation);

  if (out_slot != NULL)
    *out_slot = op->slot;
  return op->visit;
}

const GwRecord *
gw_week_problem_get_shift (const GwWeekProblem *self, gint32 shift)
{
  return g_ptr_array_index (self->shifts, shift);
}

const GwRecord *
gw_week_problem_get_colleague (const GwWeekProblem *self, gint32 colleague)
{
  return g_ptr_array_index (self->colleagues, colleague);
}

const GwRecord *
gw_week_problem_get_block (const GwWeekProblem *self, gint32 block)
{
  return self->blocks[block];
}

GwId
gw_week_problem_get_skill (const GwWeekProblem *self, guint bit)
{
  return bit < self->skills->len ? g_array_index (self->skills, GwId, bit) : GW_ID_NONE;
}

gint32
gw_week_problem_find_operations (const GwWeekProblem *self, GwId visit, guint *out_n)
{
  gint32 first = find_index (self->operation_of, visit);
  guint n = 0;

  while (first >= 0 && (guint) first + n < self->operations->len &&
         get_operation (self, first + (gint32) n)->visit == get_operation (self, first)->visit)
    n++;
  if (out_n != NULL)
    *out_n = n;
  return first;
}

gint32
gw_week_problem_find_shift (const GwWeekProblem *self, GwId shift)
{
  return find_index (self->shift_of, shift);
}

gint32
gw_week_problem_find_colleague (const GwWeekProblem *self, GwId colleague)
{
  return find_index (self->colleague_of, colleague);
}

GwDay
gw_week_problem_get_day_of (const GwWeekProblem *self, gint32 time)
{
  gint32 days = time / GW_MINUTES_A_DAY - (time % GW_MINUTES_A_DAY < 0);

  return gw_day_add (self->origin, days);
}

gint32
gw_week_problem_get_time (const GwWeekProblem *self, GwDay day, GwMinute minute)
{
  gint days = CLAMP (gw_day_diff (day, self->origin), -10000, 10000);

  return days * GW_MINUTES_A_DAY + CLAMP (minute.value, -100000, 100000);
}

gint32
gw_week_problem_get_now (const GwWeekProblem *self)
{
  return self->now;
}

gboolean
gw_week_problem_is_planned (const GwWeekProblem *self, gint32 operation)
{
  return get_operation (self, operation)->is_planned;
}

gboolean
gw_week_problem_is_planned_shift (const GwWeekProblem *self, gint32 shift)
{
  const GwEngineShift *s = &gw_engine_problem_get_shifts (self->engine, NULL)[shift];
  gint32 first = gw_day_diff (gw_planner_input_get_first_day (self->input), self->origin);
  gint32 n = (gint32) gw_planner_input_get_n_days (self->input);

  return s->day >= first && s->day < first + n &&
         (self->now == GW_ENGINE_NO_TIME || s->end > self->now);
}

gboolean
gw_week_problem_may_take (const GwWeekProblem *self, gint32 shift)
{
  const GwEngineShift *s = &gw_engine_problem_get_shifts (self->engine, NULL)[shift];
  gint32 first = gw_day_diff (gw_planner_input_get_first_day (self->input), self->origin);
  gboolean is_night_before = s->day == first - 1 && s->end > first * GW_MINUTES_A_DAY;

  return gw_week_problem_is_planned_shift (self, shift) ||
         (is_night_before && (self->now == GW_ENGINE_NO_TIME || s->end > self->now));
}

gboolean
gw_week_problem_is_away (const GwWeekProblem *self, gint32 colleague, gint32 start, gint32 end)
{
  gint32 n;
  const GwEngineAbsence *absences = gw_engine_problem_get_absences (self->engine, &n);

  for (gint32 i = 0; i < n; i++)
    if (absences[i].colleague == colleague && absences[i].start < end && absences[i].end > start)
      return TRUE;
  return FALSE;
}

GwId
gw_week_problem_get_homeless (const GwWeekProblem *self, gint32 operation)
{
  return get_operation (self, operation)->homeless;
}
