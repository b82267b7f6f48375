/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problem that is planned of a week, as a file: the records and what may move of them. */
#include "config.h"

#include "gw-planner-private.h"
#include "gw-problem-json.h"

/* A start before every shift, so long before that its end is too. */
static gint32
find_never (const GwEngineProblem *problem)
{
  gint32 n_shifts, n_operations, first = 0, longest = 0;
  const GwEngineShift *shifts = gw_engine_problem_get_shifts (problem, &n_shifts);
  const GwEngineOperation *operations = gw_engine_problem_get_operations (problem, &n_operations);

  for (gint32 i = 0; i < n_shifts; i++)
    first = MIN (first, shifts[i].start - shifts[i].flex_before);
  for (gint32 i = 0; i < n_operations; i++)
    longest = MAX (longest, operations[i].duration);
  return first - longest - 1;
}

/* Whether an operation that may move could be in @shift, seen from its windows. */
static gboolean
could_take (const GwEngineProblem *problem, const GwEngineShift *shift, const GwEngineScope *scope)
{
  gint32 n;
  const GwEngineOperation *operations = gw_engine_problem_get_operations (problem, &n);
  const GwEngineWindow *windows = gw_engine_problem_get_windows (problem, NULL);

  for (gint32 i = 0; i < n; i++)
    for (gint32 k = 0; k < operations[i].n_windows; k++)
      {
        const GwEngineWindow *window = &windows[operations[i].first_window + k];

        if (scope->operation_freedom[i] != GW_ENGINE_FIXED && window->close >= scope->not_before &&
            window->close >= shift->start - shift->flex_before &&
            window->open + operations[i].duration <= shift->end + shift->flex_after)
          return TRUE;
      }
  return FALSE;
}

/* A shift that nothing may be placed in needs no break either. So where nothing could be placed in
 * one anyway, that is not said, and its breaks stay as they are. */
static void
keep_breaks (const GwEngineProblem *problem, GwPlannerScope *scope)
{
  gint32 n;
  const GwEngineShift *shifts = gw_engine_problem_get_shifts (problem, &n);

  for (gint32 i = 0; i < n; i++)
    scope->may_take[i] |= !could_take (problem, &shifts[i], &scope->scope);
}

/* What may move at most, in the last stage. */
static char *
write_scope (const GwWeekProblem *week, const GwPlanOptions *options)
{
  const GwEngineProblem *problem = gw_week_problem_get_engine (week);
  g_autofree guint8 *has_trouble = NULL;
  GwPlannerScope scope = { 0 };
  char *text;

  has_trouble = gw_planner_scope_find_trouble (week, gw_week_problem_get_records_plan (week));
  gw_planner_scope_fill (&scope, week, options, GW_STAGE_PEOPLE, has_trouble);
  keep_breaks (problem, &scope);
  text = gw_problem_json_write_scoped (week, &scope.scope, find_never (problem));
  gw_planner_scope_clear (&scope);
  return text;
}

char *
gw_problem_json_write_planned (const GwWeekProblem *week, const GwPlanOptions *options,
                               GError **error)
{
  g_autoptr (GwWeekProblem) gentle = NULL;

  if (options->scope != GW_PLAN_TO_COVER)
    return write_scope (week, options);
  gentle = gw_week_problem_new_gentle (week, options->favour, error);
  return gentle != NULL ? write_scope (gentle, options) : NULL;
}
