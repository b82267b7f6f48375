/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who knows whom: what makes a face a new one. */
#include "config.h"

#include "gw-week-problem-private.h"

/* Marks the colleagues who come to @person in @plan, but for operation @except. Returns whether any
 * does. */
static gboolean
mark_in_plan (const GwWeekProblem *self, const GwEnginePlan *plan, gint32 person, gint32 except,
              guint8 *comes)
{
  const GwEngineOperation *operations = gw_engine_problem_get_operations (self->engine, NULL);
  gboolean any = FALSE;

  for (gint32 i = 0; i < plan->n_operations; i++)
    if (operations[i].person == person && i != except && plan->shift_of[i] >= 0)
      {
        gint32 colleague = plan->colleague_of[plan->shift_of[i]];

        any = TRUE;
        if (colleague >= 0)
          comes[colleague] = 1;
      }
  return any;
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
  gint recent = self->n_days - GW_WEEK_RECENT_DAYS;
  gboolean has_older = self->oldest_visit[person] < recent;
  g_autofree guint8 *comes = NULL;
  GwFamiliarity result = { .person_known = TRUE, .has_met = TRUE };

  if (find_visits (self, person, colleague) != NULL)
    return result;
  comes = g_new0 (guint8, (gsize) self->colleagues->len + 1);
  result.person_known = mark_in_plan (self, plan, person, except, comes) ||
                        self->oldest_visit[person] != G_MAXINT;
  result.has_met = comes[colleague];
  for (gint32 c = 0; has_older && !result.has_met && (guint) c < self->colleagues->len; c++)
    {
      const GwWeekVisits *known = find_visits (self, person, c);
      if (known != NULL ? known->first_day >= recent : comes[c])
        result.new_faces++;
    }
  return result;
}
