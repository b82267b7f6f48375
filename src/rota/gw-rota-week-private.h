/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of a #GwRotaWeek: the live lists and the planner's answers, and the board that is built
 * from them. Same layer only.
 */
#pragma once

#include "gw-rota-queries.h"
#include "gw-rota-travel.h"
#include "gw-rota-week.h"

#include "gw-live-list.h"

G_BEGIN_DECLS

struct _GwRotaWeek
{
  GObject parent_instance;

  GwSession *session;
  GwDay first_day;
  guint n_days;
  GwId team;
  GwLiveList *lists[GW_ROTA_N_LISTS];
  GwLiveList *teams;
  GwBoardWeek *board;
  GwWeekPlan *preview;
  gboolean preview_is_counted;
  guint rebuild_source;
  guint read_source;

  /* The planner's view. */
  GwRotaPricer *pricer;
  GwWeekProblem *problem;
  GwWeekPlan *plan;
  GwWeekNumbers numbers;
  GwWeekNumbers preview_numbers; /* once preview_is_counted */
  GPtrArray *troubles;
  GwRotaTravel *travel;
  GCancellable *reading;
  gboolean read_again;
  gboolean has_read;
  gboolean has_regular;
  gboolean has_failed; /* the planner cannot read the days; that has been said */
};

/**
 * gw_rota_week_translate_troubles: @troubles of a plan as the board shows them, without those of days
 * that are over. (transfer full) (element-type GwBoardTrouble)
 */
GPtrArray *gw_rota_week_translate_troubles (GwRotaWeek *self, GPtrArray *troubles);

/** gw_rota_week_build_board: a new board from the lists and the plan. */
void gw_rota_week_build_board (GwRotaWeek *self);

G_END_DECLS
