/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queries behind a board. */
#include "config.h"

#include "gw-rota-queries.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-meeting.h"
#include "gw-person.h"
#include "gw-role-time.h"
#include "gw-shift.h"
#include "gw-team.h"
#include "gw-visit.h"

static const struct
{
  const GwRecordType *type;
  gint day_field; /* −1: all of them */
} lists[GW_ROTA_N_LISTS] = {
  [GW_ROTA_LIST_COLLEAGUES] = { &gw_colleague_type, -1 },
  [GW_ROTA_LIST_PEOPLE] = { &gw_person_type, -1 },
  [GW_ROTA_LIST_VISITS] = { &gw_visit_type, GW_VISIT_DAY },
  [GW_ROTA_LIST_SHIFTS] = { &gw_shift_type, GW_SHIFT_DAY },
  [GW_ROTA_LIST_ABSENCES] = { &gw_absence_type, GW_ABSENCE_FIRST_DAY },
  [GW_ROTA_LIST_MEETINGS] = { &gw_meeting_type, -1 },
  [GW_ROTA_LIST_ROLE_TIMES] = { &gw_role_time_type, GW_ROLE_TIME_DAY },
};

GwQuery *
gw_rota_query_new (GwRotaList list, GwDay first, GwDay last)
{
  GwQuery *query = gw_query_new (lists[list].type);
  /* Somebody away may have left long ago; the first morning has visits of the night before, and the
   * last night visits of the day after. */
  gint64 low = list == GW_ROTA_LIST_ABSENCES ? G_MININT32
               : list == GW_ROTA_LIST_SHIFTS ? first.value - 1
                                             : first.value;
  gint64 high = list == GW_ROTA_LIST_VISITS ? last.value + 1 : last.value;

  /* Who was deleted has a past: who came, and to whom, is still on the board of that week. */
  if (list == GW_ROTA_LIST_COLLEAGUES || list == GW_ROTA_LIST_PEOPLE)
    gw_query_set_with_deleted (query, TRUE);
  if (lists[list].day_field >= 0)
    gw_query_where_between (query, (guint) lists[list].day_field, low, high);
  return query;
}

GwQuery *
gw_rota_query_new_teams (void)
{
  GwQuery *query = gw_query_new (&gw_team_type);

  gw_query_sort (query, GW_TEAM_NAME, FALSE);
  return query;
}

GPtrArray *
gw_rota_list_first_queries (GwDay today)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_query_unref);
  GwDay first = gw_day_get_week_start (today);

  for (GwRotaList list = 0; list < GW_ROTA_N_LISTS; list++)
    g_ptr_array_add (queries,
                     gw_rota_query_new (list, first, gw_day_add (first, GW_ROTA_DAYS - 1)));
  g_ptr_array_add (queries, gw_rota_query_new_teams ());
  return queries;
}
