/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A search for a clashing set inside: a view of the problem without what was taken away, and a pricer
 * of the view, which follows when things go and come back.
 */
#pragma once

#include "gw-engine-core.h"
#include "gw-engine-price-private.h"
#include "gw-engine-problem-private.h"

typedef struct
{
  const GwEngineProblem *problem;
  const GwEnginePlan *plan;
  GwEngineArena arena;
  GwEngineProblem view;   /* the problem without what was taken away */
  GwEnginePricer *pricer; /* of the view and of the plan without what was taken away, or NULL */
  const int32_t *members;
  int32_t n_members; /* the visit's operations */
  int32_t *shifts;
  int32_t n_shifts;    /* those of the visit's days */
  uint8_t *is_shift;   /* [shift] */
  uint8_t *is_freed;   /* [shift] in which a place may have appeared */
  uint8_t *is_present; /* [colleague] holds one of them */
  GwEngineClash *list;
  int32_t *shift_of; /* [in list] the shift a visit or block is in, or NONE */
  uint8_t *is_gone;  /* [in list] */
  int32_t n;
  /* What is taken away together: the things of group g are grouped[group_first[g]] and on. */
  int32_t *grouped, *group_first;
  int32_t n_grouped, n_groups;
  bool has_failed;
} GwEngineCore;

/* Makes the view: the problem as it is, with room for what can be taken away. */
bool gw_engine_core_make_view (GwEngineCore *self);

/* Takes what is at @k of the list out of the view, or puts it back. */
void gw_engine_core_set_gone (GwEngineCore *self, int32_t k, bool is_gone);

/* Drops the pricer: it has read what is different now. */
void gw_engine_core_drop_pricer (GwEngineCore *self);

/* Whether the visit finds a place in the view, in one of @shifts or, when that is NULL, in any. */
bool gw_engine_core_fits (GwEngineCore *self, const uint8_t *shifts);
