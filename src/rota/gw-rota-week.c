/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Live lists feed the board at once; the planner's reading follows from a worker. While one
 * reading runs, further commits only mark that another is due.
 */
#include "config.h"

#include "gw-rota-week-private.h"

#include "gw-rota-reading.h"

#include "gw-error.h"
#include "gw-session-error.h"
#include "gw-session-records.h"

#define READ_AFTER_MS 40
/* The first picture has the machine to itself. */
#define FIRST_READ_AFTER_MS 120

G_DEFINE_FINAL_TYPE (GwRotaWeek, gw_rota_week, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PLANNED,
  SIGNAL_NOTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void schedule_reading (GwRotaWeek *self);

static gboolean
on_rebuild (gpointer data)
{
  GwRotaWeek *self = data;

  self->rebuild_source = 0;
  if (gw_rota_week_get_state (self) == GW_ROTA_WEEK_READY)
    gw_rota_week_build_board (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
rebuild_now (GwRotaWeek *self)
{
  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  on_rebuild (self);
}

/* Before the next frame, once for all that a commit touched. */
static void
schedule_rebuild (GwRotaWeek *self)
{
  if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_rebuild, self, NULL);
}

static void
take_reading (GwRotaWeek *self, GwRotaReading *reading)
{
  self->has_failed = FALSE;
  g_clear_pointer (&self->plan, gw_week_plan_unref);
  g_clear_pointer (&self->problem, gw_week_problem_unref);
  g_clear_pointer (&self->troubles, g_ptr_array_unref);
  self->problem = g_steal_pointer (&reading->problem);
  self->plan = g_steal_pointer (&reading->plan);
  self->numbers = reading->numbers;
  self->has_regular = reading->has_regular;
  self->troubles = gw_rota_week_translate_troubles (self, reading->troubles);
  /* What was committed meanwhile is not in it. */
  gw_rota_pricer_set_stale (self->pricer, self->read_again);
  gw_rota_pricer_take (self->pricer, g_steal_pointer (&reading->pricer), self->problem);
  schedule_rebuild (self);
  g_signal_emit (self, signals[SIGNAL_PLANNED], 0);
  gw_rota_travel_update (self->travel, self->first_day, self->n_days, self->team);
}

static void
on_travel_failed (GwRotaWeek *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_NOTED], 0, sentence);
}

static void
forget_plan (GwRotaWeek *self)
{
  g_clear_pointer (&self->plan, gw_week_plan_unref);
  g_clear_pointer (&self->problem, gw_week_problem_unref);
  g_clear_pointer (&self->troubles, g_ptr_array_unref);
  gw_rota_pricer_take (self->pricer, NULL, NULL);
}

/* Without prices the board looks as if it only waited for them, so the reason is said, but once. */
static void
fail_reading (GwRotaWeek *self, const GError *error)
{
  g_autofree char *sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_PLAN);
  gboolean had_failed = self->has_failed;

  g_debug ("the planner cannot read these days: %s", error->message);
  if (g_error_matches (error, GW_ERROR, GW_ERROR_CANCELLED))
    return;
  /* Prices of how things were before would be wrong. */
  gw_rota_pricer_set_stale (self->pricer, FALSE);
  forget_plan (self);
  schedule_rebuild (self);
  self->has_failed = TRUE;
  g_signal_emit (self, signals[SIGNAL_PLANNED], 0);
  if (!had_failed)
    g_signal_emit (self, signals[SIGNAL_NOTED], 0, sentence);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GwRotaWeek) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwRotaReading) reading = gw_rota_read_finish (result, &error);
  gboolean cancelled = g_cancellable_is_cancelled (self->reading);

  g_clear_object (&self->reading);
  if (reading != NULL && !cancelled)
    take_reading (self, reading);
  else if (!cancelled)
    fail_reading (self, error);
  if (self->read_again)
    schedule_reading (self);
}

static gboolean
on_read_due (gpointer data)
{
  GwRotaWeek *self = data;

  self->read_source = 0;
  self->read_again = FALSE;
  self->has_read = TRUE;
  self->reading = g_cancellable_new ();
  gw_rota_read_async (self->session, self->first_day, self->n_days, self->team,
                      gw_rota_travel_get_known (self->travel), self->reading, on_read,
                      g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
schedule_reading (GwRotaWeek *self)
{
  gw_rota_pricer_set_stale (self->pricer, TRUE);
  if (self->reading != NULL)
    self->read_again = TRUE;
  else if (self->read_source == 0)
    self->read_source = g_timeout_add (self->has_read ? READ_AFTER_MS : FIRST_READ_AFTER_MS,
                                       on_read_due, self);
}

static void
on_list_changed (GwRotaWeek *self)
{
  schedule_rebuild (self);
}

/* The planner's sentences hold names, so they are made again; meanwhile there are none. */
static void
on_hide_names (GwRotaWeek *self)
{
  if (self->n_days == 0)
    return;
  g_clear_pointer (&self->troubles, g_ptr_array_unref);
  gw_rota_pricer_take (self->pricer, NULL, NULL);
  schedule_rebuild (self);
  schedule_reading (self);
}

static void
on_committed (GwSession *session, gpointer commit, GwRotaWeek *self)
{
  if (self->n_days == 0)
    return;
  schedule_rebuild (self);
  schedule_reading (self);
}

static void
forget_lists (GwRotaWeek *self)
{
  for (guint i = 0; i < GW_ROTA_N_LISTS; i++)
    {
      if (self->lists[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->lists[i], self);
      g_clear_object (&self->lists[i]);
    }
}

static void
gw_rota_week_dispose (GObject *object)
{
  GwRotaWeek *self = GW_ROTA_WEEK (object);

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  g_clear_handle_id (&self->read_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  forget_lists (self);
  if (self->teams != NULL)
    g_signal_handlers_disconnect_by_data (self->teams, self);
  g_clear_object (&self->teams);
  g_clear_object (&self->pricer);
  g_clear_object (&self->travel);
  g_clear_pointer (&self->board, gw_board_week_unref);
  g_clear_pointer (&self->preview, gw_week_plan_unref);
  g_clear_pointer (&self->plan, gw_week_plan_unref);
  g_clear_pointer (&self->problem, gw_week_problem_unref);
  g_clear_pointer (&self->troubles, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_rota_week_parent_class)->dispose (object);
}

static void
gw_rota_week_class_init (GwRotaWeekClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gw_rota_week_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", GW_TYPE_ROTA_WEEK, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NOTED] = g_signal_new ("noted", GW_TYPE_ROTA_WEEK, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_PLANNED] = g_signal_new ("planned", GW_TYPE_ROTA_WEEK, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
gw_rota_week_init (GwRotaWeek *self)
{
  self->pricer = gw_rota_pricer_new ();
}

GwRotaWeek *
gw_rota_week_new (GwSession *session)
{
  GwRotaWeek *self = g_object_new (GW_TYPE_ROTA_WEEK, NULL);
  g_autoptr (GwQuery) teams = gw_rota_query_new_teams ();

  self->session = g_object_ref (session);
  self->travel = gw_rota_travel_new (session);
  g_signal_connect_object (self->travel, "measured", G_CALLBACK (schedule_reading), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->travel, "failed", G_CALLBACK (on_travel_failed), self,
                           G_CONNECT_SWAPPED);
  self->teams = gw_session_watch_first (session, teams);
  g_signal_connect (session, "committed", G_CALLBACK (on_committed), self);
  g_signal_connect_swapped (session, "notify::hide-names", G_CALLBACK (on_hide_names), self);
  return self;
}

static void
watch_lists (GwRotaWeek *self)
{
  GwDay last = gw_day_add (self->first_day, (gint) self->n_days - 1);

  for (GwRotaList i = 0; i < GW_ROTA_N_LISTS; i++)
    {
      g_autoptr (GwQuery) query = gw_rota_query_new (i, self->first_day, last);

      self->lists[i] = gw_session_watch_first (self->session, query);
      g_signal_connect_swapped (self->lists[i], "items-changed", G_CALLBACK (on_list_changed),
                                self);
      g_signal_connect_swapped (self->lists[i], "notify::state", G_CALLBACK (on_list_changed),
                                self);
    }
}

void
gw_rota_week_watch (GwRotaWeek *self, GwDay first_day, guint n_days, GwId team)
{
  gboolean same_days;

  g_return_if_fail (GW_IS_ROTA_WEEK (self));
  same_days = self->n_days == n_days && gw_day_compare (self->first_day, first_day) == 0;
  if (same_days && gw_id_equal (self->team, team))
    return;
  self->first_day = first_day;
  self->n_days = n_days;
  self->team = team;
  self->has_failed = FALSE;
  g_clear_pointer (&self->preview, gw_week_plan_unref);
  forget_plan (self);
  /* The lists hold every team, and another team is only shown. */
  if (!same_days)
    {
      forget_lists (self);
      watch_lists (self);
    }
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  schedule_reading (self);
  schedule_rebuild (self);
  /* At the start everything may be there already, and then the first picture has it. */
  if (!same_days && gw_rota_week_get_state (self) == GW_ROTA_WEEK_READY)
    rebuild_now (self);
}

void
gw_rota_week_reload (GwRotaWeek *self)
{
  g_return_if_fail (GW_IS_ROTA_WEEK (self));
  for (guint i = 0; i < GW_ROTA_N_LISTS; i++)
    if (self->lists[i] != NULL)
      gw_session_reload (self->session, self->lists[i]);
  schedule_reading (self);
}

GwRotaWeekState
gw_rota_week_get_state (GwRotaWeek *self)
{
  GwRotaWeekState state = GW_ROTA_WEEK_READY;

  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), GW_ROTA_WEEK_LOADING);
  if (gw_rota_week_get_failure (self) != NULL)
    return GW_ROTA_WEEK_FAILED;
  for (guint i = 0; i < GW_ROTA_N_LISTS; i++)
    if (self->lists[i] == NULL || gw_live_list_get_state (self->lists[i]) == GW_LIVE_LIST_LOADING)
      state = GW_ROTA_WEEK_LOADING;
  return state;
}

const char *
gw_rota_week_get_failure (GwRotaWeek *self)
{
  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), NULL);
  for (guint i = 0; i < GW_ROTA_N_LISTS; i++)
    if (self->lists[i] != NULL && gw_live_list_get_failure (self->lists[i]) != NULL)
      return gw_live_list_get_failure (self->lists[i]);
  return NULL;
}

GwBoardWeek *
gw_rota_week_get_board (GwRotaWeek *self)
{
  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), NULL);
  return self->board;
}

GwRotaPricer *
gw_rota_week_get_pricer (GwRotaWeek *self)
{
  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), NULL);
  return self->pricer;
}

GwRotaAnswers
gw_rota_week_get_answers (GwRotaWeek *self)
{
  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), GW_ROTA_ANSWERS_NONE);
  if (self->preview != NULL)
    return GW_ROTA_ANSWERS_PREVIEW;
  if (gw_rota_pricer_get (self->pricer) != NULL)
    return GW_ROTA_ANSWERS_READY;
  return self->has_failed ? GW_ROTA_ANSWERS_NONE : GW_ROTA_ANSWERS_READING;
}

GwWeekProblem *
gw_rota_week_get_problem (GwRotaWeek *self)
{
  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), NULL);
  return self->problem;
}

/* Plans come faster than they are shown. */
static const GwWeekNumbers *
count_preview (GwRotaWeek *self)
{
  GTimeZone *zone = gw_clock_get_zone (gw_session_get_clock (self->session));

  if (!self->preview_is_counted)
    gw_week_numbers_compute (self->preview, zone, &self->preview_numbers);
  self->preview_is_counted = TRUE;
  return &self->preview_numbers;
}

const GwWeekNumbers *
gw_rota_week_get_numbers (GwRotaWeek *self)
{
  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), NULL);
  if (self->preview != NULL)
    return count_preview (self);
  return self->problem != NULL ? &self->numbers : NULL;
}

GListModel *
gw_rota_week_get_teams (GwRotaWeek *self)
{
  g_return_val_if_fail (GW_IS_ROTA_WEEK (self), NULL);
  return G_LIST_MODEL (self->teams);
}

void
gw_rota_week_preview (GwRotaWeek *self, GwWeekPlan *plan)
{
  g_return_if_fail (GW_IS_ROTA_WEEK (self));
  if (self->preview == plan)
    return;
  if (plan != NULL)
    gw_week_plan_ref (plan);
  g_clear_pointer (&self->preview, gw_week_plan_unref);
  self->preview = plan;
  self->preview_is_counted = FALSE;
  schedule_rebuild (self);
}
