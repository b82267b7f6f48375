/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table from person to visit, made afresh after changes, once a turn of the main loop. */
#include "config.h"

#include "gw-next-visits.h"

#include "gw-session-records.h"

#define DAYS_AHEAD 7

struct _GwNextVisits
{
  GObject parent_instance;

  GwClock *clock;
  GwLiveList *visits;
  GHashTable *next; /* person id to GwRecord */
  guint refresh_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwNextVisits, gw_next_visits, G_TYPE_OBJECT)

static gint
get_start (const GwVisit *visit)
{
  if (gw_visit_has_start (visit))
    return gw_visit_get_start (visit).value;
  if (gw_visit_has_ideal (visit))
    return gw_visit_get_ideal (visit).value;
  return gw_visit_get_earliest (visit).value;
}

static gboolean
is_before (const GwVisit *a, const GwVisit *b)
{
  gint days = gw_day_diff (gw_visit_get_day (a), gw_visit_get_day (b));

  return days < 0 || (days == 0 && get_start (a) < get_start (b));
}

static gboolean
is_ahead (GwNextVisits *self, const GwVisit *visit)
{
  GwVisitState state = (GwVisitState) gw_visit_get_state (visit);
  gint days = gw_day_diff (gw_visit_get_day (visit), gw_clock_get_today (self->clock));

  if (state == GW_VISIT_STATE_CANCELLED || state == GW_VISIT_STATE_HELD ||
      state == GW_VISIT_STATE_DONE)
    return FALSE;
  return days > 0 || (days == 0 && get_start (visit) >= gw_clock_get_minute (self->clock).value);
}

static gboolean
on_refresh (gpointer data)
{
  GwNextVisits *self = data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->visits));

  self->refresh_id = 0;
  g_hash_table_remove_all (self->next);
  for (guint i = 0; i < n; i++)
    {
      const GwVisit *visit = gw_live_list_get_record (self->visits, i);
      GwId person = gw_visit_get_person (visit);
      const GwVisit *known = g_hash_table_lookup (self->next, &person);

      if (is_ahead (self, visit) && (known == NULL || is_before (visit, known)))
        g_hash_table_replace (self->next, g_memdup2 (&person, sizeof person),
                              gw_record_ref (visit));
    }
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (GwNextVisits *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh, self);
}

static void
on_visits_changed (GListModel *visits, guint position, guint removed, guint added,
                   GwNextVisits *self)
{
  refresh_soon (self);
}

static void
on_committed (GwSession *session, gpointer commit, GwNextVisits *self)
{
  refresh_soon (self);
}

static void
gw_next_visits_finalize (GObject *object)
{
  GwNextVisits *self = GW_NEXT_VISITS (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->visits != NULL)
    g_signal_handlers_disconnect_by_data (self->visits, self);
  g_clear_object (&self->visits);
  g_clear_pointer (&self->next, g_hash_table_unref);
  g_clear_pointer (&self->clock, gw_clock_unref);
  G_OBJECT_CLASS (gw_next_visits_parent_class)->finalize (object);
}

static void
gw_next_visits_class_init (GwNextVisitsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gw_next_visits_finalize;
  signals[CHANGED] = g_signal_new ("changed", GW_TYPE_NEXT_VISITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gw_next_visits_init (GwNextVisits *self)
{
  self->next = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                      (GDestroyNotify) gw_record_unref);
}

GwNextVisits *
gw_next_visits_new (GwSession *session)
{
  GwNextVisits *self = g_object_new (GW_TYPE_NEXT_VISITS, NULL);
  g_autoptr (GwQuery) query = gw_query_new (&gw_visit_type);
  GwDay today;

  self->clock = gw_clock_ref (gw_session_get_clock (session));
  today = gw_clock_get_today (self->clock);
  gw_query_where_between (query, GW_VISIT_DAY, today.value, gw_day_add (today, DAYS_AHEAD).value);
  self->visits = gw_session_watch (session, query);
  g_signal_connect (self->visits, "items-changed", G_CALLBACK (on_visits_changed), self);
  g_signal_connect_object (session, "committed", G_CALLBACK (on_committed), self, 0);
  return self;
}

const GwVisit *
gw_next_visits_find (GwNextVisits *self, GwId person)
{
  g_return_val_if_fail (GW_IS_NEXT_VISITS (self), NULL);
  return g_hash_table_lookup (self->next, &person);
}
