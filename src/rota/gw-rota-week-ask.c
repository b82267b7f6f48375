/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about the days on the screen that their live lists answer. */
#include "config.h"

#include "gw-rota-week-private.h"

#include "gw-team.h"
#include "gw-visit-timing.h"

gint
gw_rota_week_get_contact_target (GwRotaWeek *self)
{
  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), GW_TEAM_USUAL_CONTACT_TARGET);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->teams)); i++)
    {
      const GwTeam *team = gw_live_list_get_record (self->teams, i);
      gboolean ours = gw_id_is_none (self->team) ||
                      gw_id_equal (gw_record_get_id (team), self->team);
      if (ours && gw_team_has_contact_target (team))
        return (gint) gw_team_get_contact_target (team);
    }
  return GW_TEAM_USUAL_CONTACT_TARGET;
}

static const GwRecord *
find_in (GwLiveList *list, GwId id)
{
  guint position;

  if (list == NULL || !gw_live_list_find (list, id, &position))
    return NULL;
  return gw_live_list_get_record (list, position);
}

const GwRecord *
gw_rota_week_find_person (GwRotaWeek *self, GwId id)
{
  const GwRecord *record;

  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), NULL);
  record = find_in (self->lists[GW_ROTA_LIST_PEOPLE], id);
  return record != NULL ? record : find_in (self->lists[GW_ROTA_LIST_COLLEAGUES], id);
}

gboolean
gw_rota_week_has_regular (GwRotaWeek *self)
{
  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), FALSE);
  return self->has_regular;
}

guint
gw_rota_week_get_n_people (GwRotaWeek *self)
{
  GwLiveList *people;
  guint n = 0;

  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), 0);
  people = self->lists[GW_ROTA_LIST_PEOPLE];
  for (guint i = 0; people != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (people)); i++)
    n += !gw_record_is_deleted (gw_live_list_get_record (people, i));
  return n;
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  const GwVisit *one = *(GwVisit *const *) a, *other = *(GwVisit *const *) b;
  return gw_visit_get_shown_start (one).value - gw_visit_get_shown_start (other).value;
}

GPtrArray *
gw_rota_week_list_cancelled (GwRotaWeek *self, GwDay day)
{
  GPtrArray *visits = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  GwLiveList *list;

  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), visits);
  list = self->lists[GW_ROTA_LIST_VISITS];
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      const GwVisit *visit = gw_live_list_get_record (list, i);
      if (gw_visit_get_state (visit) == GW_VISIT_STATE_CANCELLED &&
          gw_day_compare (gw_visit_get_day (visit), day) == 0)
        g_ptr_array_add (visits, gw_record_ref (visit));
    }
  g_ptr_array_sort (visits, compare_starts);
  return visits;
}
