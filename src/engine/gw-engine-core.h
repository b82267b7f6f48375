/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why a visit cannot be covered: a set of things that together leave no place for it, none of which
 * can be left out of it; another set may be smaller. Were any one of the set different, and nothing
 * else in the way, the visit would fit. Other visits keep their colleagues and their times, though a
 * visit fits too when they only have to come at another time within their windows.
 */
#pragma once

#include "gw-engine-plan.h"

/* A thing in the way. */
typedef enum
{
  GW_ENGINE_CLASH_WINDOW, /* when the visit may start; index: the operation */
  GW_ENGINE_CLASH_SKILL,  /* the skills it needs; index: the operation */
  GW_ENGINE_CLASH_PIN,    /* where or when it is pinned; index: the operation */
  GW_ENGINE_CLASH_LINK,   /* that it needs two, a gap, the same colleague, …; index: the link */
  GW_ENGINE_CLASH_FIT,    /* a colleague who may not come; index: the colleague; see rule */
  GW_ENGINE_CLASH_AWAY,   /* a colleague who is away; index: the colleague */
  GW_ENGINE_CLASH_VISIT,  /* another visit, where it is; index: its (first) operation */
  GW_ENGINE_CLASH_BLOCK,  /* a break, meeting or role time; index: the block */
} GwEngineClashKind;

/* One of the set. */
typedef struct
{
  GwEngineClashKind kind;
  int32_t index;
  GwEngineRule rule; /* FIT: DECLINED, MUST or LIMIT; else GW_ENGINE_RULE_NONE */
} GwEngineClash;

/* What came out. */
typedef enum
{
  GW_ENGINE_CORE_FOUND,    /* the set, in the order of GwEngineClashKind */
  GW_ENGINE_CORE_FITS,     /* nothing is in the way */
  GW_ENGINE_CORE_NOBODY,   /* nobody has a shift on the day that is long enough */
  GW_ENGINE_CORE_TOO_MANY, /* the set has more than @max */
  GW_ENGINE_CORE_NO_MEMORY,
} GwEngineCoreStatus;

/* Finds what keeps @operation, which @plan does not place, from being placed; with it the other
 * half of a two-person visit. Writes up to @max clashes and their number. A place is looked for
 * twice for each thing on the days of the visit, at worst, and only in the shifts that the thing
 * has to do with (gw_engine_price_has_place()). */
GwEngineCoreStatus gw_engine_find_core (const GwEngineProblem *problem, const GwEnginePlan *plan,
                                        int32_t operation, GwEngineClash *clashes, int32_t max,
                                        int32_t *n);
