/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The questions of gw-engine-price.h: place, remove, hand over, and the lists of best answers.
 */
#include "gw-engine-price.h"

#include <string.h>

#include "gw-engine-price-private.h"

static void
clear_price (const GwEnginePricer *pricer, GwEnginePrice *price, int32_t operation, int32_t shift,
             int32_t start)
{
  memset (price, 0, sizeof *price);
  price->operation = operation;
  price->shift = shift;
  price->start = start;
  price->colleague = shift >= 0 ? pricer->work->colleague_of[shift] : GW_ENGINE_NONE;
  price->partner = price->partner_shift = GW_ENGINE_NONE;
  price->partner_start = GW_ENGINE_NO_TIME;
  price->broken = GW_ENGINE_RULE_NONE;
}

/* The other half of a two-person visit and how far apart they may start, or NONE. */
static int32_t
find_partner (const GwEngineProblem *problem, int32_t operation, int32_t *apart)
{
  const GwEngineSlices *links = &problem->operation_links;

  for (int32_t i = links->first[operation]; i < links->first[operation + 1]; i++)
    {
      const GwEngineLink *link = &problem->links[links->items[i]];

      if (link->kind == GW_ENGINE_LINK_TOGETHER)
        {
          *apart = link->max;
          return link->a == operation ? link->b : link->a;
        }
    }
  return GW_ENGINE_NONE;
}

static bool
is_pair_of_colleagues (const GwEnginePricer *pricer, int32_t a, int32_t b)
{
  return pricer->work->colleague_of[a] != pricer->work->colleague_of[b];
}

/* Puts the absent @partner where it disturbs least now that @price->operation is placed. */
static bool
place_absent_partner (GwEnginePricer *pricer, int32_t partner, GwEnginePrice *price)
{
  const GwEngineSlices *shifts = &pricer->problem->operation_shifts;
  int32_t best = GW_ENGINE_NONE;
  int64_t least = INT64_MAX;
  GwEngineFitting fitting;

  for (int32_t i = shifts->first[partner]; i < shifts->first[partner + 1]; i++)
    {
      int32_t s = shifts->items[i];
      int64_t value;

      if ((pricer->partner_shifts != NULL && !pricer->partner_shifts[s]) ||
          !is_pair_of_colleagues (pricer, s, price->shift) ||
          gw_engine_pricer_who (pricer, partner, s) != GW_ENGINE_RULE_NONE ||
          !gw_engine_pricer_fit (pricer, partner, s, GW_ENGINE_NO_TIME, &fitting))
        continue;
      value = fitting.displaced * pricer->problem->settings.weight[GW_ENGINE_RULE_IDEAL] +
              pricer->problem->assign_cost[(int64_t) partner * pricer->problem->n_colleagues +
                                           pricer->work->colleague_of[s]];
      if (value < least)
        {
          least = value;
          best = s;
        }
    }
  if (best < 0 || !gw_engine_pricer_fit (pricer, partner, best, GW_ENGINE_NO_TIME, &fitting))
    return false;
  gw_engine_pricer_set_run (pricer, best, fitting.n);
  price->partner = partner;
  return true;
}

/* Moves the placed @partner within its shift so that both halves start together. */
static bool
move_partner (GwEnginePricer *pricer, int32_t partner, int32_t start, GwEnginePrice *price)
{
  int32_t s = pricer->plan->shift_of[partner];
  GwEngineFitting fitting;

  pricer->timer.shift_of[partner] = s;
  if (!gw_engine_pricer_fit (pricer, partner, s, start, &fitting))
    return false;
  gw_engine_pricer_set_run (pricer, s, fitting.n);
  price->partner = partner;
  return true;
}

/* Changes the working copy so that the operation starts at @start in its new shift and nobody is
 * in anybody's way. Returns false when that cannot be; the copy then is in between. */
static bool
place_well (GwEnginePricer *pricer, GwEnginePrice *price, int32_t start)
{
  const GwEngineProblem *problem = pricer->problem;
  int32_t operation = price->operation, s = price->shift, apart = 0;
  int32_t partner = find_partner (problem, operation, &apart);
  bool moves_partner = partner >= 0 && pricer->plan->shift_of[partner] >= 0 &&
                       start != GW_ENGINE_NO_TIME &&
                       (start - pricer->plan->start_of[partner] > apart ||
                        pricer->plan->start_of[partner] - start > apart);
  GwEngineFitting fitting;

  if (gw_engine_pricer_who (pricer, operation, s) != GW_ENGINE_RULE_NONE)
    return false;
  /* The half that has to follow must not bind the one that leads. */
  if (moves_partner)
    pricer->timer.shift_of[partner] = GW_ENGINE_NONE;
  if (!gw_engine_pricer_fit (pricer, operation, s, start, &fitting))
    {
      if (moves_partner)
        pricer->timer.shift_of[partner] = pricer->plan->shift_of[partner];
      return false;
    }
  gw_engine_pricer_set_run (pricer, s, fitting.n);
  start = pricer->work->start_of[operation];
  if (moves_partner)
    return move_partner (pricer, partner, start, price);
  if (partner >= 0 && pricer->plan->shift_of[partner] < 0)
    return place_absent_partner (pricer, partner, price);
  return true;
}

static void
note_partner (const GwEnginePricer *pricer, GwEnginePrice *price)
{
  if (price->partner < 0)
    return;
  price->partner_shift = pricer->work->shift_of[price->partner];
  price->partner_start = pricer->work->start_of[price->partner];
}

/* Leaves the working copy as it would be after placing, for measuring or for copying. */
static void
place_at (GwEnginePricer *pricer, int32_t operation, int32_t shift, int32_t start,
          GwEnginePrice *price)
{
  int32_t partner, apart;

  clear_price (pricer, price, operation, shift, start);
  if (place_well (pricer, price, start))
    {
      note_partner (pricer, price);
      gw_engine_pricer_measure (pricer, price);
      if (price->broken == GW_ENGINE_RULE_NONE)
        return;
    }
  /* It cannot be done well: what would it break if it were just done? */
  partner = find_partner (pricer->problem, operation, &apart);
  if (partner >= 0)
    pricer->timer.shift_of[partner] = pricer->plan->shift_of[partner];
  gw_engine_pricer_end (pricer);
  clear_price (pricer, price, operation, shift, start);
  price->is_forced = true;
  gw_engine_pricer_set (pricer, operation, shift, start);
  gw_engine_pricer_measure (pricer, price);
}

/* A start for the operation in a shift where it can start nowhere: its aim cut to the shift. */
static int32_t
guess_start (const GwEnginePricer *pricer, int32_t operation, int32_t s)
{
  const GwEngineOperation *op = &pricer->problem->operations[operation];
  const GwEngineShift *shift = &pricer->problem->shifts[s];
  int32_t outside, middle = shift->start + (shift->end - shift->start) / 2;
  const GwEngineWindow *window = gw_engine_problem_find_window (pricer->problem, op, middle,
                                                                &outside);

  if (op->pin_start != GW_ENGINE_NO_TIME)
    return op->pin_start;
  if (window == NULL)
    return shift->start;
  return window->ideal != GW_ENGINE_NO_TIME ? window->ideal : window->open;
}

/* The start that the operation would have in @shift, or a guess. */
static int32_t
find_start (GwEnginePricer *pricer, int32_t operation, int32_t shift)
{
  GwEnginePrice price;
  int32_t start;

  clear_price (pricer, &price, operation, shift, GW_ENGINE_NO_TIME);
  if (place_well (pricer, &price, GW_ENGINE_NO_TIME))
    start = pricer->work->start_of[operation];
  else
    start = guess_start (pricer, operation, shift);
  gw_engine_pricer_end (pricer);
  return start;
}

void
gw_engine_price_place (GwEnginePricer *pricer, int32_t operation, int32_t shift, int32_t start,
                       GwEnginePrice *price)
{
  if (start == GW_ENGINE_NO_TIME)
    start = find_start (pricer, operation, shift);
  place_at (pricer, operation, shift, start, price);
  gw_engine_pricer_end (pricer);
}

/* Takes the operation's whole unit out of the working copy. */
static void
take_out (GwEnginePricer *pricer, int32_t operation, GwEnginePrice *price)
{
  const GwEngineSlices *units = &pricer->problem->unit_operations;
  int32_t unit = pricer->problem->unit_of[operation];

  for (int32_t i = units->first[unit]; i < units->first[unit + 1]; i++)
    {
      int32_t o = units->items[i];

      if (pricer->work->shift_of[o] < 0)
        continue;
      gw_engine_pricer_set (pricer, o, GW_ENGINE_NONE, pricer->plan->start_of[o]);
      if (o != operation)
        price->partner = o;
    }
}

void
gw_engine_price_remove (GwEnginePricer *pricer, int32_t operation, GwEnginePrice *price)
{
  clear_price (pricer, price, operation, GW_ENGINE_NONE, GW_ENGINE_NO_TIME);
  take_out (pricer, operation, price);
  note_partner (pricer, price);
  gw_engine_pricer_measure (pricer, price);
  gw_engine_pricer_end (pricer);
}

/* --- Who holds a shift ----------------------------------------------------------------------- */

/* Times the run of shift @s for its new holder, keeping starts where that can be. */
static void
retime (GwEnginePricer *pricer, int32_t s)
{
  int32_t n = gw_engine_pricer_list (pricer, s, GW_ENGINE_NONE, pricer->best_trial);

  if (!gw_engine_timer_run (&pricer->timer, s, pricer->work->colleague_of[s], pricer->best_trial,
                            n))
    return;
  memcpy (pricer->best_start, pricer->timer.start, (size_t) n * sizeof (int32_t));
  gw_engine_pricer_set_run (pricer, s, n);
}

static void
hand_over (GwEnginePricer *pricer, int32_t shift, int32_t colleague, GwEnginePrice *price)
{
  const int32_t *items = pricer->items + (int64_t) shift * pricer->capacity;

  clear_price (pricer, price, GW_ENGINE_NONE, shift, GW_ENGINE_NO_TIME);
  price->colleague = colleague;
  gw_engine_pricer_hand (pricer, shift, colleague);
  if (colleague >= 0)
    retime (pricer, shift);
  for (int32_t i = 0; colleague < 0 && i < pricer->n_items[shift]; i++)
    if (items[i] < pricer->problem->n_operations)
      take_out (pricer, items[i], price);
  price->partner = GW_ENGINE_NONE;
  gw_engine_pricer_measure (pricer, price);
}

void
gw_engine_price_shift (GwEnginePricer *pricer, int32_t shift, int32_t colleague,
                       GwEnginePrice *price)
{
  hand_over (pricer, shift, colleague, price);
  gw_engine_pricer_end (pricer);
}

void
gw_engine_price_apply (GwEnginePricer *pricer, const GwEnginePrice *price, GwEnginePlan *plan)
{
  GwEnginePrice again;

  if (price->operation < 0)
    hand_over (pricer, price->shift, price->colleague, &again);
  else if (price->shift < 0)
    {
      clear_price (pricer, &again, price->operation, GW_ENGINE_NONE, GW_ENGINE_NO_TIME);
      take_out (pricer, price->operation, &again);
    }
  else if (price->is_forced)
    gw_engine_pricer_set (pricer, price->operation, price->shift, price->start);
  else
    {
      clear_price (pricer, &again, price->operation, price->shift, price->start);
      place_well (pricer, &again, price->start);
    }
  gw_engine_plan_assign (plan, pricer->work);
  gw_engine_pricer_end (pricer);
}

/* --- Best answers ---------------------------------------------------------------------------- */

/* Keeps the best @k prices in order; returns how many there are. */
static int32_t
keep_best (GwEnginePrice *prices, int32_t n, int32_t k, const GwEnginePrice *price)
{
  int32_t i;

  if (k < 1 || price->broken != GW_ENGINE_RULE_NONE ||
      (n == k && gw_engine_score_compare (&price->delta, &prices[n - 1].delta) >= 0))
    return n;
  i = n < k ? n++ : n - 1;
  for (; i > 0 && gw_engine_score_compare (&prices[i - 1].delta, &price->delta) > 0; i--)
    prices[i] = prices[i - 1];
  prices[i] = *price;
  return n;
}

int32_t
gw_engine_price_best_places (GwEnginePricer *pricer, int32_t operation, GwEnginePrice *prices,
                             int32_t k)
{
  const GwEngineSlices *shifts = &pricer->problem->operation_shifts;
  GwEnginePrice price;
  int32_t n = 0;

  for (int32_t i = shifts->first[operation]; i < shifts->first[operation + 1]; i++)
    {
      int32_t s = shifts->items[i];

      if (s == pricer->plan->shift_of[operation] ||
          gw_engine_pricer_who (pricer, operation, s) != GW_ENGINE_RULE_NONE)
        continue;
      gw_engine_price_place (pricer, operation, s, GW_ENGINE_NO_TIME, &price);
      n = keep_best (prices, n, k, &price);
    }
  return n;
}

/* Whether the absent @partner fits into any of @shifts by itself. */
static bool
can_follow (GwEnginePricer *pricer, int32_t partner, const uint8_t *shifts)
{
  const GwEngineSlices *slices = &pricer->problem->operation_shifts;
  GwEngineFitting fitting;

  for (int32_t i = slices->first[partner]; i < slices->first[partner + 1]; i++)
    if (shifts[slices->items[i]] &&
        gw_engine_pricer_who (pricer, partner, slices->items[i]) == GW_ENGINE_RULE_NONE &&
        gw_engine_pricer_fit (pricer, partner, slices->items[i], GW_ENGINE_NO_TIME, &fitting))
      return true;
  return false;
}

static bool
has_place_in (GwEnginePricer *pricer, int32_t operation, int32_t s)
{
  GwEnginePrice price;

  if (s == pricer->plan->shift_of[operation] ||
      gw_engine_pricer_who (pricer, operation, s) != GW_ENGINE_RULE_NONE)
    return false;
  gw_engine_price_place (pricer, operation, s, GW_ENGINE_NO_TIME, &price);
  return price.broken == GW_ENGINE_RULE_NONE;
}

bool
gw_engine_price_has_place (GwEnginePricer *pricer, int32_t operation, const uint8_t *shifts)
{
  const GwEngineSlices *slices = &pricer->problem->operation_shifts;
  int32_t apart, partner = find_partner (pricer->problem, operation, &apart);
  int32_t with = partner >= 0 ? pricer->plan->shift_of[partner] : GW_ENGINE_NONE;
  bool found = false, is_followed;

  /* A partner who is placed already moves along, and wherever the visit goes. */
  if (with >= 0 && shifts != NULL && shifts[with])
    shifts = NULL;
  is_followed = partner >= 0 && with < 0 && shifts != NULL && can_follow (pricer, partner, shifts);
  for (int32_t i = slices->first[operation]; i < slices->first[operation + 1] && !found; i++)
    {
      int32_t s = slices->items[i];
      bool is_asked = shifts == NULL || shifts[s];

      pricer->partner_shifts = is_asked ? NULL : shifts;
      if (is_asked || is_followed)
        found = has_place_in (pricer, operation, s);
    }
  pricer->partner_shifts = NULL;
  return found;
}

int32_t
gw_engine_price_best_colleagues (GwEnginePricer *pricer, int32_t shift, GwEnginePrice *prices,
                                 int32_t k)
{
  const GwEngineShift *row = &pricer->problem->shifts[shift];
  GwEnginePrice price;
  int32_t n = 0;

  for (int32_t i = 0; i < row->n_eligible; i++)
    {
      int32_t c = pricer->problem->eligible[row->first_eligible + i];

      if (c == pricer->plan->colleague_of[shift])
        continue;
      gw_engine_price_shift (pricer, shift, c, &price);
      n = keep_best (prices, n, k, &price);
    }
  return n;
}
