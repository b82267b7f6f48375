/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prices and reasons: what would change if …, bounded and without side effects. A pricer holds
 * one problem and one plan with scratch space; it belongs to one thread at a time (make one for
 * each). It changes nothing: gw_engine_price_apply() writes into a plan of the caller's.
 *
 * Other visits of the row stay where they are unless they must give way; then they move as little
 * as they can, within their windows. Breaks and role time make room for visits. The other half of a
 * two-person visit keeps its shift and moves along; when it is not placed, the best place for it is
 * found too, since one colleague alone does not cover the visit. Of a visit that three or more make,
 * one other part moves along and the rest stay, so such a visit is offered no places.
 */
#pragma once

#include "gw-engine-plan.h"
#include "gw-engine-score.h"

/* A plan with prepared scratch space. */
typedef struct GwEnginePricer GwEnginePricer;

/* What a change would bring. When broken is not GW_ENGINE_RULE_NONE the change is refused; the
 * delta then is that of doing it with nobody giving way. */
typedef struct
{
  int32_t operation; /* or GW_ENGINE_NONE for a change of colleague */
  int32_t shift;     /* where to, or GW_ENGINE_NONE: taken out */
  int32_t start;     /* when */
  int32_t colleague; /* who holds that shift (then) */
  int32_t partner;   /* other half of a two-person visit that moves too, or NONE */
  int32_t partner_shift, partner_start;
  int32_t n_retimed;   /* other operations whose start changes */
  bool is_forced;      /* nobody gives way, since that would not help */
  GwEngineRule broken; /* first hard rule that it breaks, in the order of GwEngineRule */
  GwEngineSubject broken_subject;
  int32_t broken_index;
  int64_t broken_amount; /* in the rule's unit: minutes of rest missing, … */
  GwEngineScore delta;
  int64_t by_rule[GW_ENGINE_N_RULES]; /* cost after minus cost before */
} GwEnginePrice;

/* Why a colleague cannot take an operation. */
typedef struct
{
  int32_t colleague;
  GwEngineRule rule; /* first rule in the way in the shift where most goes well, or
                          GW_ENGINE_RULE_NONE: it would fit */
  int32_t shift;     /* the shift it was tried in, or GW_ENGINE_NONE: has none at that time */
  int64_t amount;    /* in the rule's unit */
} GwEngineRefusal;

/* Makes a pricer of @problem (referenced) and @plan (copied). Returns NULL without memory. Linear
 * in the size of the problem. */
GwEnginePricer *gw_engine_pricer_new (const GwEngineProblem *problem, const GwEnginePlan *plan)
    __attribute__ ((warn_unused_result));

/* Frees @pricer; NULL is allowed. */
void gw_engine_pricer_free (GwEnginePricer *pricer);

/* Lends the plan that is priced. */
const GwEnginePlan *gw_engine_pricer_get_plan (const GwEnginePricer *pricer);

/* Prices putting @operation into @shift at @start, or at the best time there when @start is
 * GW_ENGINE_NO_TIME. Quadratic in the visits of the row at worst. */
void gw_engine_price_place (GwEnginePricer *pricer, int32_t operation, int32_t shift, int32_t start,
                            GwEnginePrice *price);

/* Prices taking @operation out (and the other half of a two-person visit with it). */
void gw_engine_price_remove (GwEnginePricer *pricer, int32_t operation, GwEnginePrice *price);

/* Prices giving @shift to @colleague (GW_ENGINE_NONE: opening it; then everything in it is taken
 * out). Visits that the colleague cannot do are broken rules. */
void gw_engine_price_shift (GwEnginePricer *pricer, int32_t shift, int32_t colleague,
                            GwEnginePrice *price);

/* Finds up to @k best places other than where it is, best first, one a shift, none that breaks a
 * hard rule. Returns how many were written to @prices. */
int32_t gw_engine_price_best_places (GwEnginePricer *pricer, int32_t operation,
                                     GwEnginePrice *prices, int32_t k);

/* Whether there is any place for @operation other than where it is: sooner known than which is best.
 * With @shifts (by shift, not 0: asked for; or NULL) only places in one of these, of either half of
 * a two-person visit. */
bool gw_engine_price_has_place (GwEnginePricer *pricer, int32_t operation, const uint8_t *shifts);

/* Finds up to @k best colleagues for @shift other than its own, best first. */
int32_t gw_engine_price_best_colleagues (GwEnginePricer *pricer, int32_t shift,
                                         GwEnginePrice *prices, int32_t k);

/* Writes for each colleague, in their order, the first rule in the way of @operation. @refusals
 * has as many elements as there are colleagues. */
void gw_engine_price_refusals (GwEnginePricer *pricer, int32_t operation,
                               GwEngineRefusal *refusals);

/* Explains where @operation is: appends the contributions that concern it, its person, its links
 * and its shift to @contributions, and stores what the next best place would change in @next.
 * Returns false when there is no other place (then @next->shift is GW_ENGINE_NONE). */
bool gw_engine_price_explain (GwEnginePricer *pricer, int32_t operation,
                              GwEngineContributions *contributions, GwEnginePrice *next);

/* Writes the plan after the change that @price describes into @plan (same size as the pricer's).
 * The difference between the scores of the two plans is @price->delta, exactly. */
void gw_engine_price_apply (GwEnginePricer *pricer, const GwEnginePrice *price, GwEnginePlan *plan);
