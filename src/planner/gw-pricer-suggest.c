/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggestions, refusals by colleague, explanations, and the change a verdict stands for. */
#include "config.h"

#include "gw-pricer-private.h"

#include "gw-plan-change.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

#define MOST_SUGGESTIONS 16

/* --- refusals --------------------------------------------------------------------------------- */

/* The case a broken rule is about: the operation held, or another whose rule breaks because of it. */
static GwSentenceCase
find_case (GwPricer *self, const GwEnginePrice *price)
{
  GwSentenceCase about = { self->week,   self->before, price->operation,
                           price->shift, price->start, price->colleague };
  gint32 other = price->broken_index;

  /* Without it the way between its neighbours may be too long: that is theirs. */
  if (price->operation >= 0 && price->shift < 0 &&
      price->broken_subject == GW_ENGINE_SUBJECT_OPERATION && other >= 0)
    {
      about.operation = other;
      about.shift = self->before->shift_of[other];
      about.start = self->before->start_of[other];
      about.colleague = about.shift >= 0 ? self->before->colleague_of[about.shift] : -1;
      return about;
    }
  if (price->broken_subject == GW_ENGINE_SUBJECT_OPERATION && other >= 0 &&
      (price->operation < 0 ||
       (other != price->operation && price->broken != GW_ENGINE_RULE_OVERLAP &&
        price->broken != GW_ENGINE_RULE_TRAVEL)))
    {
      about.operation = other;
      about.start = self->before->start_of[other];
      if (other == price->partner)
        {
          about.shift = price->partner_shift;
          about.start = price->partner_start;
          about.colleague = about.shift >= 0 ? self->before->colleague_of[about.shift] : -1;
        }
    }
  return about;
}

char *
gw_pricer_refuse_price (GwPricer *self, const GwEnginePrice *price)
{
  GwSentenceCase about = find_case (self, price);

  return gw_sentence_refuse (&about, price->broken, price->broken_index, price->broken_amount);
}

static GwVerdict *
judge_refusal (GwPricer *self, gint32 operation, const GwEngineRefusal *refusal)
{
  GwSentenceCase about = {
    self->week,        self->before, operation, refusal->shift, self->before->start_of[operation],
    refusal->colleague
  };
  GwVerdict *verdict;
  GwEnginePrice price;

  if (refusal->rule == GW_ENGINE_RULE_NONE && refusal->shift >= 0)
    {
      gw_engine_price_place (self->engine, operation, refusal->shift, GW_ENGINE_NO_TIME, &price);
      return gw_pricer_judge (self, &price);
    }
  if (refusal->shift < 0)
    {
      g_autofree char *name = gw_sentence_dup_colleague (self->week, refusal->colleague);
      verdict = gw_pricer_refuse (g_strdup_printf (_ ("%s has no shift then"), name));
    }
  else
    {
      gw_engine_price_place (self->engine, operation, refusal->shift, GW_ENGINE_NO_TIME, &price);
      about.start = price.start;
      verdict = gw_pricer_refuse (gw_sentence_refuse (
          &about, refusal->rule, price.broken == refusal->rule ? price.broken_index : -1,
          refusal->amount));
      verdict->shift = gw_record_get_id (gw_week_problem_get_shift (self->week, refusal->shift));
    }
  verdict->colleague = gw_record_get_id (
      gw_week_problem_get_colleague (self->week, refusal->colleague));
  return verdict;
}

static gint
compare_verdicts (gconstpointer a, gconstpointer b)
{
  const GwVerdict *first = *(const GwVerdict *const *) a, *second = *(const GwVerdict *const *) b;

  if (first->is_allowed != second->is_allowed)
    return first->is_allowed ? -1 : 1;
  if (first->is_allowed)
    return gw_engine_score_compare (&((const GwEnginePrice *) first->price)->delta,
                                    &((const GwEnginePrice *) second->price)->delta);
  return first->choice < second->choice ? -1 : first->choice > second->choice;
}

/* How far a colleague is from being able to come: without a shift is farthest, then rules about who,
 * then rules about when, by how much is missing. */
static guint
rank_refusal (const GwEngineRefusal *refusal)
{
  guint amount = (guint) CLAMP (refusal->amount, 0, 9999);

  if (refusal->rule == GW_ENGINE_RULE_NONE && refusal->shift >= 0)
    return 0;
  if (refusal->shift < 0)
    return G_MAXINT;
  return (guint) (GW_ENGINE_N_RULES - (gint) refusal->rule) * 10000 + amount;
}

static void
number_verdicts (GPtrArray *verdicts)
{
  for (guint i = 0; i < verdicts->len; i++)
    ((GwVerdict *) g_ptr_array_index (verdicts, i))->choice = i;
}

static GPtrArray *
new_verdicts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gw_verdict_free);
}

GPtrArray *
gw_pricer_list_refusals (GwPricer *self, GwId visit, GwId from)
{
  GPtrArray *verdicts = new_verdicts ();
  gint32 operation = gw_pricer_find_part (self, visit, from);
  gint32 n;
  g_autofree GwEngineRefusal *refusals = NULL;

  if (operation < 0)
    return verdicts;
  gw_engine_problem_get_colleagues (gw_week_problem_get_engine (self->week), &n);
  refusals = g_new0 (GwEngineRefusal, (gsize) MAX (n, 1));
  gw_engine_price_refusals (self->engine, operation, refusals);
  for (gint32 i = 0; i < n; i++)
    {
      GwVerdict *verdict = judge_refusal (self, operation, &refusals[i]);
      verdict->visit = visit;
      verdict->choice = rank_refusal (&refusals[i]);
      g_ptr_array_add (verdicts, verdict);
    }
  g_ptr_array_sort (verdicts, compare_verdicts);
  number_verdicts (verdicts);
  return verdicts;
}

/* --- suggestions ------------------------------------------------------------------------------ */

static GPtrArray *
judge_all (GwPricer *self, const GwEnginePrice *prices, gint32 n)
{
  GPtrArray *verdicts = new_verdicts ();

  for (gint32 i = 0; i < n; i++)
    g_ptr_array_add (verdicts, gw_pricer_judge (self, &prices[i]));
  number_verdicts (verdicts);
  return verdicts;
}

GPtrArray *
gw_pricer_suggest_places (GwPricer *self, GwId visit, GwId from, guint k)
{
  gint32 operation = gw_pricer_find_part (self, visit, from);
  GwEnginePrice prices[MOST_SUGGESTIONS];

  if (operation < 0 || !gw_week_problem_is_planned (self->week, operation))
    return new_verdicts ();
  return judge_all (self, prices,
                    gw_engine_price_best_places (self->engine, operation, prices,
                                                 (gint32) MIN (k, MOST_SUGGESTIONS)));
}

GPtrArray *
gw_pricer_suggest_colleagues (GwPricer *self, GwId shift, guint k)
{
  gint32 index = gw_week_problem_find_shift (self->week, shift);
  GwEnginePrice prices[MOST_SUGGESTIONS];

  if (index < 0 || !gw_week_problem_is_planned_shift (self->week, index))
    return new_verdicts ();
  return judge_all (self, prices,
                    gw_engine_price_best_colleagues (self->engine, index, prices,
                                                     (gint32) MIN (k, MOST_SUGGESTIONS)));
}

/* --- why this --------------------------------------------------------------------------------- */

static char *
explain_one (GwPricer *self, gint32 operation, const GwEngineContribution *part)
{
  g_autofree char *person = gw_sentence_dup_person (self->week, operation);
  gint minutes = (gint) part->amount;

  switch (part->rule)
    {
    case GW_ENGINE_RULE_CHOICE:
      return g_strdup_printf (_ ("%s would have chosen another colleague"), person);
    case GW_ENGINE_RULE_LIKE:
      return g_strdup_printf (_ ("A wish of %s’s about who comes gave way"), person);
    case GW_ENGINE_RULE_IDEAL: /* how much of that is beyond a tolerance is no time of its own */
      return g_strdup_printf (ngettext ("%1$d min from the time %2$s would choose",
                                        "%1$d min from the time %2$s would choose",
                                        (gulong) minutes),
                              minutes, person);
    case GW_ENGINE_RULE_CONTINUITY:
      return g_strdup_printf (_ ("More faces in 28 days than a small team for %s"), person);
    case GW_ENGINE_RULE_REGULAR:
      return g_strdup_printf (_ ("Not one of %s’s regular team"), person);
    case GW_ENGINE_RULE_APART:
      return g_strdup_printf (_ ("Two visits to %s are close together"), person);
    case GW_ENGINE_RULE_BUFFER:
      return g_strdup (_ ("There is little time to spare on the way"));
    case GW_ENGINE_RULE_MINUTES:
      return g_strdup_printf (ngettext ("%d min of travel in this run",
                                        "%d min of travel in this run", (gulong) minutes),
                              minutes);
    case GW_ENGINE_RULE_UNPLACED:
    case GW_ENGINE_RULE_OPTIONAL:
      return g_strdup_printf (_ ("%s’s visit is to cover"), person);
    default:
      return NULL;
    }
}

GPtrArray *
gw_pricer_explain (GwPricer *self, GwId visit, GwId colleague, GwVerdict **out_next)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  gint32 operation = gw_pricer_find_part (self, visit, colleague);
  GwEngineContributions parts = { 0 };
  GwEnginePrice next;
  gboolean has_next;

  if (out_next != NULL)
    *out_next = NULL;
  if (operation < 0)
    return sentences;
  has_next = gw_engine_price_explain (self->engine, operation, &parts, &next);
  for (gint32 i = 0; i < parts.n_items; i++)
    {
      char *sentence = explain_one (self, operation, &parts.items[i]);
      if (sentence != NULL &&
          g_ptr_array_find_with_equal_func (sentences, sentence, g_str_equal, NULL))
        g_clear_pointer (&sentence, g_free);
      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
    }
  gw_engine_contributions_clear (&parts);
  if (sentences->len == 0)
    g_ptr_array_add (sentences, g_strdup (_ ("Every wish about this visit is kept")));
  if (has_next && out_next != NULL)
    *out_next = gw_pricer_judge (self, &next);
  return sentences;
}

/* --- the change ------------------------------------------------------------------------------- */

GwChange *
gw_pricer_build_change (GwPricer *self, const GwVerdict *verdict)
{
  const GwEnginePrice *price = verdict->price;
  g_autofree char *person = NULL;
  g_autofree char *label = NULL;

  if (!verdict->is_allowed || price == NULL)
    return gw_change_new (_ ("No change"));
  if (price->operation >= 0)
    {
      person = gw_sentence_dup_person (self->week, price->operation);
      label = g_strdup_printf (_ ("%s’s visit moved"), person);
    }
  else
    label = g_strdup (_ ("A shift given to somebody else"));
  gw_engine_price_apply (self->engine, price, self->after);
  return gw_plan_change_build (self->week, self->after, NULL, label);
}
