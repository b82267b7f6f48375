/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who knows whom: what makes a face a new one. */
#include "config.h"

#include "gw-week-problem-private.h"

#define RECENT_DAYS 28

static gboolean
is_in_plan (const GwWeekProblem *self, const GwEnginePlan *plan, gint32 person, gint32 colleague,
            gint32 except)
{
  const GwEngineOperation *operations = gw_engine_problem_get_operations (self->engine, NULL);

  for (gint32 i = 0; i < plan->n_operations; i++)
    if (operations[i].person == person && i != except && plan->shift_of[i] >= 0 &&
        (colleague < 0 || plan->colleague_of[plan->shift_of[i]] == colleague))
      return TRUE;
  return FALSE;
}

static const GwWeekVisits *
find_visits (const GwWeekProblem *self, gint32 person, gint32 colleague)
{
  GwWeekPair pair = { person, colleague };

  return g_hash_table_lookup (self->visits_before, &pair);
}

GwFamiliarity
gw_week_problem_get_familiarity (const GwWeekProblem *self, const GwEnginePlan *plan, gint32 person,
                                 gint32 colleague, gint32 except)
{
  gint recent = self->n_days - RECENT_DAYS;
  gboolean has_older = self->oldest_visit[person] < recent;
  GwFamiliarity result = { 0 };

  result.person_known = self->oldest_visit[person] != G_MAXINT ||
                        is_in_plan (self, plan, person, -1, except);
  result.has_met = find_visits (self, person, colleague) != NULL ||
                   is_in_plan (self, plan, person, colleague, except);
  for (gint32 c = 0; has_older && (guint) c < self->colleagues->len; c++)
    {
      const GwWeekVisits *known = find_visits (self, person, c);
      if (known != NULL ? known->first_day >= recent : is_in_plan (self, plan, person, c, except))
        result.new_faces++;
    }
  return result;
}
