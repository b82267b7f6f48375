/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change means for others, in the order that matters. */
#include "config.h"

#include "gw-sentence.h"

#include "gw-colleague.h"
#include "gw-engine-score.h"
#include "gw-person.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

/* So many other visits are named one by one; more are counted. */
#define MOST_NAMED 3

typedef struct
{
  const GwSentenceCase *about;
  const GwEnginePrice *price;
  const GwEnginePlan *after;
  const char *person;
  const char *colleague;
  GPtrArray *sentences;
} Telling;

static void
tell (const Telling *telling, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (telling->sentences, sentence);
}

/* How many units more (less when negative) the rule counts after the change. */
static gint64
get_units (const Telling *telling, GwEngineRule rule)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (telling->about->week);
  gint32 weight = gw_engine_problem_get_settings (engine)->weight[rule];

  return weight > 0 ? telling->price->by_rule[rule] / weight : 0;
}

/* --- cover ------------------------------------------------------------------------------------ */

/* Visits, not their parts; the parts of a visit follow one another. */
static gint
count_to_cover (const Telling *telling, const GwEnginePlan *plan)
{
  const GwRecord *last = NULL;
  gint n = 0;

  for (gint32 i = 0; i < plan->n_operations; i++)
    {
      const GwRecord *visit;

      if (plan->shift_of[i] >= 0)
        continue;
      visit = gw_week_problem_get_visit (telling->about->week, i, NULL);
      n += visit != last;
      last = visit;
    }
  return n;
}

static void
tell_cover (const Telling *telling)
{
  gint more = 0;

  if (gw_engine_plan_count_unplaced (telling->after) >
      gw_engine_plan_count_unplaced (telling->about->plan))
    more = count_to_cover (telling, telling->after) -
           count_to_cover (telling, telling->about->plan);

  if (more > 0)
    tell (telling,
          g_strdup_printf (
              ngettext ("%d visit more to cover", "%d visits more to cover", (gulong) more), more));
  if (telling->price->partner != GW_ENGINE_NONE && telling->price->partner_shift >= 0)
    {
      gint32 shift = telling->price->partner_shift;
      g_autofree char *name = gw_sentence_dup_colleague (telling->about->week,
                                                         telling->after->colleague_of[shift]);
      /* Translators: of a visit that needs two colleagues. */
      tell (telling, g_strdup_printf (_ ("%s is the second colleague"), name));
    }
}

/* --- choice ----------------------------------------------------------------------------------- */

static void
tell_preferred (const Telling *telling)
{
  const GwPerson *person = gw_sentence_find_person (telling->about->week,
                                                    telling->about->operation);
  GwIds preferred = gw_person_get_preferred (person);
  const GwRecord *first = NULL;
  g_autofree char *name = NULL;

  if (preferred.n > 0)
    first = gw_planner_input_find (gw_week_problem_get_input (telling->about->week),
                                   &gw_colleague_type, preferred.ids[0]);
  if (first == NULL)
    return;
  name = gw_planner_input_dup_name (gw_week_problem_get_input (telling->about->week), first);
  /* Translators: %1$s is a person, %2$s a colleague. */
  tell (telling, g_strdup_printf (_ ("%1$s would rather see %2$s"), telling->person, name));
}

static void
tell_choice (const Telling *telling)
{
  gint64 choice = get_units (telling, GW_ENGINE_RULE_CHOICE);
  gint64 like = get_units (telling, GW_ENGINE_RULE_LIKE);

  if (telling->about->operation < 0)
    {
      if (choice + like > 0)
        tell (telling, g_strdup (_ ("People see colleagues whom they would not have chosen")));
      return;
    }
  if (choice > 0)
    tell_preferred (telling);
  else if (choice < 0)
    tell (telling, g_strdup_printf (_ ("%s sees a colleague they chose"), telling->person));
  if (like > 0)
    tell (telling,
          g_strdup_printf (_ ("A wish of %s’s about who comes gives way"), telling->person));
  else if (like < 0)
    tell (telling, g_strdup_printf (_ ("Keeps a wish of %s’s about who comes"), telling->person));
}

/* --- times ------------------------------------------------------------------------------------ */

static void
tell_ideal (const Telling *telling)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (telling->about->week);
  gint32 operation = telling->about->operation;
  const GwEngineOperation *op;
  gint32 ideal;
  gint off;

  if (operation < 0 || telling->price->shift < 0)
    return;
  op = &gw_engine_problem_get_operations (engine, NULL)[operation];
  if (op->n_windows == 0)
    return;
  ideal = gw_engine_problem_get_windows (engine, NULL)[op->first_window].ideal;
  if (ideal == GW_ENGINE_NO_TIME || get_units (telling, GW_ENGINE_RULE_IDEAL) == 0)
    return;
  off = telling->price->start - ideal;
  if (off > 0)
    tell (telling,
          g_strdup_printf (ngettext ("%1$d min later than %2$s would choose",
                                     "%1$d min later than %2$s would choose", (gulong) off),
                           off, telling->person));
  else if (off < 0)
    tell (telling,
          g_strdup_printf (ngettext ("%1$d min earlier than %2$s would choose",
                                     "%1$d min earlier than %2$s would choose", (gulong) -off),
                           -off, telling->person));
  else
    tell (telling, g_strdup_printf (_ ("Just when %s would choose"), telling->person));
}

static gboolean
is_retimed (const Telling *telling, gint32 operation)
{
  const GwEnginePlan *before = telling->about->plan, *after = telling->after;

  return operation != telling->about->operation && operation != telling->price->partner &&
         before->shift_of[operation] >= 0 && after->shift_of[operation] >= 0 &&
         before->start_of[operation] != after->start_of[operation];
}

static void
tell_one_retimed (const Telling *telling, gint32 operation)
{
  g_autofree char *name = gw_sentence_dup_person (telling->about->week, operation);
  gint later = telling->after->start_of[operation] - telling->about->plan->start_of[operation];
  g_autofree char *clock = gw_sentence_dup_clock (telling->after->start_of[operation]);

  /* Translators: %1$d minutes, %2$s a person, %3$s a time of day. */
  if (later > 0)
    tell (telling, g_strdup_printf (ngettext ("%2$s: %1$d min later, at %3$s",
                                              "%2$s: %1$d min later, at %3$s", (gulong) later),
                                    later, name, clock));
  else
    tell (telling, g_strdup_printf (ngettext ("%2$s: %1$d min earlier, at %3$s",
                                              "%2$s: %1$d min earlier, at %3$s", (gulong) -later),
                                    -later, name, clock));
}

static void
tell_retimed (const Telling *telling)
{
  gint n = 0;

  if (telling->price->n_retimed == 0)
    return;
  for (gint32 i = 0; i < telling->after->n_operations; i++)
    if (is_retimed (telling, i) && ++n <= MOST_NAMED)
      tell_one_retimed (telling, i);
  if (n > MOST_NAMED)
    tell (telling,
          g_strdup_printf (ngettext ("%d more visit at another time",
                                     "%d more visits at another time", (gulong) (n - MOST_NAMED)),
                           n - MOST_NAMED));
}

static void
tell_gaps (const Telling *telling)
{
  if (telling->about->operation >= 0 && get_units (telling, GW_ENGINE_RULE_APART) > 0)
    tell (telling, g_strdup_printf (_ ("Two visits to %s come close together"), telling->person));
  if (get_units (telling, GW_ENGINE_RULE_SOFT_LAG) > 0)
    tell (telling, g_strdup (_ ("A gap between two visits is not what people would like")));
}

/* --- colleagues ------------------------------------------------------------------------------- */

/* Minutes beyond the contract with @plan. The price would take off what others no longer work. */
static gint64
sum_overtime (const Telling *telling, const GwEnginePlan *plan)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (telling->about->week);
  GwEngineContributions all = { 0 };
  gint64 sum = 0;

  gw_engine_score_plan (engine, plan, NULL, &all);
  for (gint32 i = 0; i < all.n_items; i++)
    if (all.items[i].rule == GW_ENGINE_RULE_OVERTIME &&
        all.items[i].index == telling->about->colleague)
      sum += all.items[i].amount;
  gw_engine_contributions_clear (&all);
  return sum;
}

static void
tell_overtime (const Telling *telling)
{
  gint64 overtime;

  /* Visits do not change how long a shift is paid. */
  if (telling->about->colleague < 0 || telling->about->operation >= 0)
    return;
  overtime = sum_overtime (telling, telling->after) - sum_overtime (telling, telling->about->plan);
  if (overtime > 0)
    {
      g_autofree char *span = gw_sentence_dup_span (overtime);
      tell (telling,
            g_strdup_printf (_ ("%1$s over the contract hours of %2$s"), span, telling->colleague));
    }
}

static void
tell_working_week (const Telling *telling)
{
  const char *name = telling->colleague;

  if (get_units (telling, GW_ENGINE_RULE_WISH) > 0)
    tell (telling, g_strdup_printf (_ ("Not a time %s would choose to work"), name));
  if (get_units (telling, GW_ENGINE_RULE_SHORT_REST) > 0)
    tell (telling, g_strdup_printf (_ ("A short night’s rest for %s"), name));
  if (get_units (telling, GW_ENGINE_RULE_LONG_RUN) > 0)
    tell (telling, g_strdup_printf (_ ("A long run of days for %s"), name));
  tell_overtime (telling);
  if (get_units (telling, GW_ENGINE_RULE_LATES) > 0)
    tell (telling, g_strdup_printf (_ ("More than a fair share of lates for %s"), name));
  if (get_units (telling, GW_ENGINE_RULE_WEEKENDS) > 0)
    tell (telling, g_strdup_printf (_ ("More than a fair share of weekends for %s"), name));
}

static void
tell_run (const Telling *telling)
{
  gint64 buffer = get_units (telling, GW_ENGINE_RULE_BUFFER);

  tell (telling, gw_sentence_travel ((gint) get_units (telling, GW_ENGINE_RULE_MINUTES)));
  if (buffer > 0)
    tell (telling, g_strdup_printf (ngettext ("%d min less to spare on the way",
                                              "%d min less to spare on the way", (gulong) buffer),
                                    (gint) buffer));
  if (get_units (telling, GW_ENGINE_RULE_DENSITY) > 0)
    tell (telling, g_strdup_printf (_ ("A very full run for %s"), telling->colleague));
}

GPtrArray *
gw_sentence_list_effects (const GwSentenceCase *about, const GwEnginePrice *price,
                          const GwEnginePlan *after)
{
  g_autofree char *colleague = gw_sentence_dup_colleague (about->week, about->colleague);
  g_autofree char *person = about->operation >= 0
                                ? gw_sentence_dup_person (about->week, about->operation)
                                : g_strdup ("");
  Telling telling = { about,  price,     after,
                      person, colleague, g_ptr_array_new_with_free_func (g_free) };

  tell_cover (&telling);
  tell_choice (&telling);
  if (about->operation >= 0 && price->shift >= 0)
    tell (&telling, gw_sentence_new_face (about));
  tell_ideal (&telling);
  tell_retimed (&telling);
  tell_gaps (&telling);
  tell_working_week (&telling);
  tell_run (&telling);
  return telling.sentences;
}
