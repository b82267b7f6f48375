/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices of drops, suggestions and explanations, from the engine's numbers. */
#include "config.h"

#include "gw-pricer-private.h"

#include "gw-shift.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

void
gw_verdict_free (GwVerdict *self)
{
  g_free (self->headline);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_free (self->price);
  g_free (self);
}

/* Groups the shifts by colleague, in their order. */
static void
group_shifts (GwPricer *self)
{
  gint32 n_colleagues, n = 0;

  gw_engine_problem_get_colleagues (gw_week_problem_get_engine (self->week), &n_colleagues);
  self->shifts = g_new (gint32, (gsize) self->before->n_shifts + 1);
  self->first_shift = g_new (gint32, (gsize) n_colleagues + 1);
  for (gint32 c = 0; c < n_colleagues; c++)
    {
      self->first_shift[c] = n;
      for (gint32 s = 0; s < self->before->n_shifts; s++)
        if (self->before->colleague_of[s] == c)
          self->shifts[n++] = s;
    }
  self->first_shift[n_colleagues] = n;
}

GwPricer *
gw_pricer_new (GwWeekPlan *plan)
{
  GwPricer *self = g_new0 (GwPricer, 1);

  self->plan = gw_week_plan_ref (plan);
  self->week = gw_week_plan_get_problem (plan);
  self->before = gw_week_plan_get_engine (plan);
  self->engine = gw_engine_pricer_new (gw_week_problem_get_engine (self->week), self->before);
  self->after = gw_engine_plan_copy (self->before);
  if (self->engine == NULL || self->after == NULL)
    g_error ("Out of memory");
  group_shifts (self);
  return self;
}

void
gw_pricer_free (GwPricer *self)
{
  gw_engine_pricer_free (self->engine);
  gw_engine_plan_free (self->after);
  g_free (self->shifts);
  g_free (self->first_shift);
  gw_week_plan_unref (self->plan);
  g_free (self);
}

/* --- verdicts --------------------------------------------------------------------------------- */

GwVerdict *
gw_pricer_refuse (char *headline)
{
  GwVerdict *verdict = g_new0 (GwVerdict, 1);

  verdict->mood = GW_MOOD_REFUSED;
  verdict->headline = headline;
  verdict->sentences = g_ptr_array_new_with_free_func (g_free);
  return verdict;
}

static GwVerdictMood
get_mood (const GwEnginePrice *price)
{
  gint64 change = price->delta.medium != 0 ? price->delta.medium : price->delta.soft;

  if (price->broken != GW_ENGINE_RULE_NONE)
    return GW_MOOD_REFUSED;
  return change < 0 ? GW_MOOD_BETTER : change > 0 ? GW_MOOD_WORSE : GW_MOOD_SAME;
}

static void
fill_place (GwPricer *self, const GwEnginePrice *price, GwVerdict *verdict)
{
  const GwRecord *shift;

  if (price->operation >= 0)
    {
      const GwVisit *visit = gw_week_problem_get_visit (self->week, price->operation, NULL);
      verdict->visit = gw_record_get_id (visit);
      verdict->day = gw_visit_get_day (visit);
    }
  if (price->colleague >= 0)
    verdict->colleague = gw_record_get_id (
        gw_week_problem_get_colleague (self->week, price->colleague));
  if (price->shift < 0)
    return;
  shift = gw_week_problem_get_shift (self->week, price->shift);
  verdict->shift = gw_record_get_id (shift);
  if (price->operation < 0)
    verdict->day = gw_shift_get_day (shift);
  else
    verdict->start.value = price->start -
                           gw_week_problem_get_time (self->week, verdict->day, GW_MINUTE (0));
}

static gint
get_travel_change (GwPricer *self, const GwEnginePrice *price)
{
  const GwEngineSettings *settings = gw_engine_problem_get_settings (
      gw_week_problem_get_engine (self->week));
  gint32 weight = settings->weight[GW_ENGINE_RULE_MINUTES];

  return weight > 0 ? (gint) (price->by_rule[GW_ENGINE_RULE_MINUTES] / weight) : 0;
}

static gboolean
is_new_face (GwPricer *self, const GwEnginePrice *price)
{
  gint32 person;
  GwFamiliarity known;

  if (price->operation < 0 || price->shift < 0 || price->colleague < 0)
    return FALSE;
  person = gw_engine_problem_get_operations (gw_week_problem_get_engine (self->week),
                                             NULL)[price->operation]
               .person;
  if (person < 0)
    return FALSE;
  known = gw_week_problem_get_familiarity (self->week, self->before, person, price->colleague,
                                           price->operation);
  return !known.has_met && known.person_known;
}

static void
fill_effects (GwPricer *self, const GwSentenceCase *about, const GwEnginePrice *price,
              GwVerdict *verdict)
{
  gw_engine_price_apply (self->engine, price, self->after);
  verdict->sentences = gw_sentence_list_effects (about, price, self->after);
  verdict->n_retimed = price->n_retimed;
  verdict->travel_change = get_travel_change (self, price);
  verdict->new_faces = is_new_face (self, price);
}

GwVerdict *
gw_pricer_judge (GwPricer *self, const GwEnginePrice *price)
{
  GwSentenceCase about = { self->week,   self->before, price->operation,
                           price->shift, price->start, price->colleague };
  GwVerdict *verdict = g_new0 (GwVerdict, 1);

  verdict->price = g_memdup2 (price, sizeof *price);
  verdict->is_allowed = price->broken == GW_ENGINE_RULE_NONE;
  verdict->mood = get_mood (price);
  fill_place (self, price, verdict);
  if (!verdict->is_allowed)
    {
      verdict->sentences = g_ptr_array_new_with_free_func (g_free);
      verdict->headline = gw_pricer_refuse_price (self, price);
      return verdict;
    }
  fill_effects (self, &about, price, verdict);
  if (verdict->sentences->len > 0)
    verdict->headline = g_strdup (g_ptr_array_index (verdict->sentences, 0));
  else
    verdict->headline = g_strdup (_ ("Nothing changes for others"));
  return verdict;
}

/* --- finding the part and the shift ----------------------------------------------------------- */

gint32
gw_pricer_find_part (GwPricer *self, GwId visit, GwId from)
{
  guint n;
  gint32 first = gw_week_problem_find_operations (self->week, visit, &n);
  gint32 colleague = gw_week_problem_find_colleague (self->week, from);

  if (first < 0)
    return -1;
  for (gint32 i = first; i < first + (gint32) n; i++)
    {
      gint32 shift = self->before->shift_of[i];
      gint32 holder = shift >= 0 ? self->before->colleague_of[shift] : -1;

      if (gw_id_is_none (from)
              ? shift < 0
              : (shift >= 0 && holder >= 0 && holder == colleague) ||
                    gw_id_equal (gw_week_problem_get_homeless (self->week, i), from))
        return i;
    }
  return -1;
}

/* The shift of @colleague on @day that holds @start, or the nearest of that day. */
static gint32
find_shift_at (GwPricer *self, gint32 colleague, gint32 day, gint32 start, gint32 duration)
{
  gint32 best = -1, nearest = G_MAXINT32;
  const GwEngineShift *all = gw_engine_problem_get_shifts (gw_week_problem_get_engine (self->week),
                                                           NULL);

  for (gint32 i = self->first_shift[colleague]; i < self->first_shift[colleague + 1]; i++)
    {
      const GwEngineShift *shift = &all[self->shifts[i]];
      gint32 off = MAX (MAX (shift->start - start, start + duration - shift->end), 0);

      if (!shift->may_take || off >= nearest || (shift->day != day && off > 0))
        continue;
      nearest = off;
      best = self->shifts[i];
    }
  return best;
}

static char *
refuse_without_shift (GwPricer *self, gint32 colleague, gint32 time)
{
  g_autofree char *name = gw_sentence_dup_colleague (self->week, colleague);
  g_autofree char *day = gw_sentence_dup_day (self->week, time);

  if (gw_week_problem_is_away (self->week, colleague, time, time + 1))
    return g_strdup_printf (_ ("%1$s is away on %2$s"), name, day);
  return g_strdup_printf (_ ("%1$s has no shift on %2$s"), name, day);
}

/* --- a visit ---------------------------------------------------------------------------------- */

static gboolean
is_past (GwPricer *self, gint32 operation, gint32 time)
{
  gint32 now = gw_week_problem_get_now (self->week);
  gint32 was = self->before->start_of[operation];
  gint32 shift = self->before->shift_of[operation];

  return now != GW_ENGINE_NO_TIME && (time < now || (shift >= 0 && was < now));
}

static char *
refuse_past (void)
{
  return g_strdup (_ ("That is in the past: please enter what really happened instead"));
}

static GwVerdict *
finish_visit (GwVerdict *verdict, const GwVisitTarget *target)
{
  verdict->visit = target->visit;
  if (gw_id_is_none (verdict->colleague))
    verdict->colleague = target->to;
  if (verdict->price == NULL)
    {
      verdict->day = target->day;
      verdict->start = target->start;
    }
  return verdict;
}

/* Whether the engine could be asked about a place. */
typedef enum
{
  PLACE_PRICED,
  PLACE_PAST,
  PLACE_STRANGER,
  PLACE_WITHOUT_SHIFT,
} PlaceStatus;

static PlaceStatus
price_place (GwPricer *self, const GwVisitTarget *target, gint32 operation, GwEnginePrice *price)
{
  const GwEngineOperation *op = &gw_engine_problem_get_operations (
      gw_week_problem_get_engine (self->week), NULL)[operation];
  gint32 colleague = gw_week_problem_find_colleague (self->week, target->to);
  gint32 time = gw_week_problem_get_time (self->week, target->day, target->start);
  gint32 day = gw_week_problem_get_time (self->week, target->day, GW_MINUTE (0)) / GW_MINUTES_A_DAY;
  gint32 shift;

  if (is_past (self, operation, target->time == GW_TARGET_AT ? time : G_MAXINT32))
    return PLACE_PAST;
  if (colleague < 0)
    return PLACE_STRANGER;
  shift = find_shift_at (self, colleague, day, time, op->duration);
  if (shift < 0)
    return PLACE_WITHOUT_SHIFT;
  gw_engine_price_place (self->engine, operation, shift,
                         target->time == GW_TARGET_AT ? time : GW_ENGINE_NO_TIME, price);
  return PLACE_PRICED;
}

static GwVerdict *
price_placed (GwPricer *self, const GwVisitTarget *target, gint32 operation)
{
  GwEnginePrice price;

  switch (price_place (self, target, operation, &price))
    {
    case PLACE_PAST:
      return gw_pricer_refuse (refuse_past ());
    case PLACE_STRANGER:
      return gw_pricer_refuse (g_strdup (_ ("That colleague is not part of this rota")));
    case PLACE_WITHOUT_SHIFT:
      return gw_pricer_refuse (
          refuse_without_shift (self, gw_week_problem_find_colleague (self->week, target->to),
                                gw_week_problem_get_time (self->week, target->day, target->start)));
    case PLACE_PRICED:
    default:
      return gw_pricer_judge (self, &price);
    }
}

GwVerdict *
gw_pricer_price_visit (GwPricer *self, const GwVisitTarget *target)
{
  gint32 operation = gw_pricer_find_part (self, target->visit, target->from);
  GwEnginePrice price;

  if (operation < 0)
    return finish_visit (gw_pricer_refuse (g_strdup (_ ("This visit is not planned here"))),
                         target);
  if (!gw_id_is_none (target->to))
    return finish_visit (price_placed (self, target, operation), target);
  if (is_past (self, operation, G_MAXINT32))
    return finish_visit (gw_pricer_refuse (refuse_past ()), target);
  gw_engine_price_remove (self->engine, operation, &price);
  return finish_visit (gw_pricer_judge (self, &price), target);
}

gboolean
gw_pricer_weigh_visit (GwPricer *self, const GwVisitTarget *target, GwVisitWeight *out_weight)
{
  gint32 operation = gw_pricer_find_part (self, target->visit, target->from);
  GwEnginePrice price;
  gboolean is_priced;

  *out_weight = (GwVisitWeight){ .mood = GW_MOOD_REFUSED };
  if (operation < 0)
    return FALSE;
  if (!gw_id_is_none (target->to))
    is_priced = price_place (self, target, operation, &price) == PLACE_PRICED;
  else
    {
      is_priced = !is_past (self, operation, G_MAXINT32);
      if (is_priced)
        gw_engine_price_remove (self->engine, operation, &price);
    }
  if (!is_priced || price.broken != GW_ENGINE_RULE_NONE)
    return FALSE;
  *out_weight = (GwVisitWeight){ get_mood (&price), get_travel_change (self, &price),
                                 is_new_face (self, &price), price.n_retimed };
  return TRUE;
}

/* --- a shift ---------------------------------------------------------------------------------- */

GwVerdict *
gw_pricer_price_shift (GwPricer *self, GwId shift, GwId to)
{
  gint32 index = gw_week_problem_find_shift (self->week, shift);
  gint32 colleague = gw_id_is_none (to) ? GW_ENGINE_NONE
                                        : gw_week_problem_find_colleague (self->week, to);
  gint32 now = gw_week_problem_get_now (self->week);
  GwVerdict *verdict;
  GwEnginePrice price;

  if (index < 0)
    verdict = gw_pricer_refuse (g_strdup (_ ("This shift is not planned here")));
  else if (colleague < 0 && !gw_id_is_none (to))
    verdict = gw_pricer_refuse (g_strdup (_ ("That colleague is not part of this rota")));
  else if (now != GW_ENGINE_NO_TIME &&
           gw_engine_problem_get_shifts (gw_week_problem_get_engine (self->week), NULL)[index]
                   .start < now)
    verdict = gw_pricer_refuse (refuse_past ());
  else
    {
      gw_engine_price_shift (self->engine, index, colleague, &price);
      verdict = gw_pricer_judge (self, &price);
    }
  verdict->shift = shift;
  verdict->colleague = to;
  return verdict;
}
