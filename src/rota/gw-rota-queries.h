/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a stretch of the rota asks for: one query for each list that the board is made from. In one
 * place, so that the program can have this week read while it is still starting. Any thread.
 */
#pragma once

#include "gw-civil-time.h"
#include "gw-query.h"

G_BEGIN_DECLS

/** GW_ROTA_DAYS: days that the page shows: a week, from Monday. */
#define GW_ROTA_DAYS 7

/** GwRotaList: the lists that a board is made from. */
typedef enum
{
  GW_ROTA_LIST_COLLEAGUES,
  GW_ROTA_LIST_PEOPLE,
  GW_ROTA_LIST_VISITS,
  GW_ROTA_LIST_SHIFTS,
  GW_ROTA_LIST_ABSENCES,
  GW_ROTA_LIST_MEETINGS,
  GW_ROTA_LIST_ROLE_TIMES,
  GW_ROTA_N_LISTS
} GwRotaList;

/**
 * gw_rota_query_new: what @list asks about the days from @first to @last: of shifts also those of the
 * night before, and of visits those after the last midnight. (transfer full)
 */
GwQuery *gw_rota_query_new (GwRotaList list, GwDay first, GwDay last) G_GNUC_WARN_UNUSED_RESULT;

/** gw_rota_query_new_teams: the teams by name. (transfer full) */
GwQuery *gw_rota_query_new_teams (void) G_GNUC_WARN_UNUSED_RESULT;

/** gw_rota_list_first_queries: all of them for the week of @today. (element-type GwQuery) (transfer full) */
GPtrArray *gw_rota_list_first_queries (GwDay today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
