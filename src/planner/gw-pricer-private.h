/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The insides of a pricer, shared by pricing and by suggestions. */
#pragma once

#include "gw-pricer.h"
#include "gw-sentence.h"

G_BEGIN_DECLS

struct _GwPricer
{
  GwWeekPlan *plan;
  GwWeekProblem *week;        /* lent by the plan */
  const GwEnginePlan *before; /* lent by the plan */
  GwEnginePlan *after;        /* scratch */
  GwEnginePricer *engine;
  gint32 *shifts;      /* engine shifts by who holds them … */
  gint32 *first_shift; /* … where those of each colleague begin, and the end */
};

/* A verdict that says no; takes @headline. */
GwVerdict *gw_pricer_refuse (char *headline);

/* The verdict of an engine's price. */
GwVerdict *gw_pricer_judge (GwPricer *self, const GwEnginePrice *price);

/* Why a price breaks a hard rule. */
char *gw_pricer_refuse_price (GwPricer *self, const GwEnginePrice *price);

/* The operation that is the part of @visit which @from has (the none id: nobody has), or −1. */
gint32 gw_pricer_find_part (GwPricer *self, GwId visit, GwId from);

G_END_DECLS
