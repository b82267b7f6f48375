/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names, days and times as the planner's sentences use them. */
#include "config.h"

#include "gw-sentence.h"

#include "gw-person.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

char *
gw_sentence_dup_colleague (const GwWeekProblem *week, gint32 colleague)
{
  if (colleague < 0)
    return g_strdup (C_ ("colleague", "Nobody"));
  return gw_planner_input_dup_name (gw_week_problem_get_input (week),
                                    gw_week_problem_get_colleague (week, colleague));
}

const GwRecord *
gw_sentence_find_person (const GwWeekProblem *week, gint32 operation)
{
  const GwVisit *visit = gw_week_problem_get_visit (week, operation, NULL);

  return gw_planner_input_find (gw_week_problem_get_input (week), &gw_person_type,
                                gw_visit_get_person (visit));
}

char *
gw_sentence_dup_person (const GwWeekProblem *week, gint32 operation)
{
  const GwRecord *person = gw_sentence_find_person (week, operation);

  if (person == NULL)
    return g_strdup (C_ ("person", "Somebody"));
  return gw_planner_input_dup_name (gw_week_problem_get_input (week), person);
}

char *
gw_sentence_dup_day (const GwWeekProblem *week, gint32 time)
{
  return gw_day_format (gw_week_problem_get_day_of (week, time), "%A");
}

char *
gw_sentence_dup_clock (gint32 time)
{
  gint32 minute = time % GW_MINUTES_A_DAY;

  return gw_minute_to_text (GW_MINUTE (minute < 0 ? minute + GW_MINUTES_A_DAY : minute));
}

char *
gw_sentence_dup_span (gint64 minutes)
{
  return gw_span_to_text (GW_SPAN ((gint32) CLAMP (minutes, 0, G_MAXINT32)));
}

char *
gw_sentence_travel (gint minutes)
{
  if (minutes == 0)
    return NULL;
  if (minutes > 0)
    return g_strdup_printf (ngettext ("+%d min travel", "+%d min travel", (gulong) minutes),
                            minutes);
  return g_strdup_printf (ngettext ("−%d min travel", "−%d min travel", (gulong) -minutes),
                          -minutes);
}

char *
gw_sentence_new_face (const GwSentenceCase *about)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  gint32 person = gw_engine_problem_get_operations (engine, NULL)[about->operation].person;
  g_autofree char *name = gw_sentence_dup_person (about->week, about->operation);
  GwFamiliarity known;
  guint n;

  if (about->colleague < 0 || person < 0)
    return NULL;
  known = gw_week_problem_get_familiarity (about->week, about->plan, person, about->colleague,
                                           about->operation);
  if (known.has_met || !known.person_known)
    return NULL;
  n = known.new_faces + 1;
  switch (n)
    {
    case 1:
      return g_strdup_printf (_ ("A new face for %s"), name);
    case 2:
      return g_strdup_printf (_ ("A new face for %s, 2nd this month"), name);
    case 3:
      return g_strdup_printf (_ ("A new face for %s, 3rd this month"), name);
    default:
      /* Translators: %2$u is 4 or more, this new face included. */
      return g_strdup_printf (ngettext ("A new face for %1$s, one of %2$u this month",
                                        "A new face for %1$s, one of %2$u this month", n),
                              name, n);
    }
}
