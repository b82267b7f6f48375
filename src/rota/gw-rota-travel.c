/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the travel time service behind the board's back. */
#include "config.h"

#include "gw-rota-travel.h"

#include "gw-rota-reading.h"

#include "gw-planner-travel.h"

#define URL_KEY "travel-service-url"

struct _GwRotaTravel
{
  GObject parent_instance;

  GwSession *session;
  GSettings *settings;
  GCancellable *cancellable;
  GwPlannerInput *known;
  char *asked_url;
  GwId asked_team;
};

enum
{
  MEASURED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GwRotaTravel, gw_rota_travel, G_TYPE_OBJECT)

/* A question to the service: what a worker needs, and the sentence it leaves. */
typedef struct
{
  GwSession *session;
  GwRotaSpan span;
  char *url;
  char *note;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->session);
  g_free (question->url);
  g_free (question->note);
  g_free (question);
}

static void
ask_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  GwPlannerInput *input = gw_rota_collect_sync (question->session, &question->span, cancellable,
                                                &error);

  if (input == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  question->note = gw_planner_travel_measure_sync (input, question->url, cancellable);
  g_task_return_pointer (task, input, (GDestroyNotify) gw_planner_input_unref);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GwRotaTravel *self = GW_ROTA_TRAVEL (source);
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GwPlannerInput) input = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (input == NULL || question->note != NULL)
    {
      /* Asked again when the address changes, or at the next start. */
      if (question->note != NULL)
        g_signal_emit (self, signals[FAILED], 0, question->note);
      return;
    }
  g_clear_pointer (&self->known, gw_planner_input_unref);
  self->known = g_steal_pointer (&input);
  g_signal_emit (self, signals[MEASURED], 0);
}

static void
stop_asking (GwRotaTravel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
gw_rota_travel_update (GwRotaTravel *self, GwDay first_day, guint n_days, GwId team)
{
  g_autofree char *url = g_settings_get_string (self->settings, URL_KEY);
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (GW_IS_ROTA_TRAVEL (self));
  if (g_strcmp0 (url, self->asked_url) == 0 && gw_id_equal (team, self->asked_team))
    return;
  stop_asking (self);
  g_clear_pointer (&self->known, gw_planner_input_unref);
  g_free (self->asked_url);
  self->asked_url = g_strdup (url);
  self->asked_team = team;
  if (*url == '\0')
    return;
  question = g_new0 (Question, 1);
  question->session = g_object_ref (self->session);
  question->span = (GwRotaSpan){ .first_day = first_day, .n_days = n_days, .team = team };
  question->url = g_steal_pointer (&url);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_answered, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, ask_in_worker);
}

GwPlannerInput *
gw_rota_travel_get_known (GwRotaTravel *self)
{
  g_return_val_if_fail (GW_IS_ROTA_TRAVEL (self), NULL);
  return self->known;
}

static void
gw_rota_travel_dispose (GObject *object)
{
  GwRotaTravel *self = GW_ROTA_TRAVEL (object);

  stop_asking (self);
  g_clear_pointer (&self->known, gw_planner_input_unref);
  g_clear_pointer (&self->asked_url, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_rota_travel_parent_class)->dispose (object);
}

static void
gw_rota_travel_class_init (GwRotaTravelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gw_rota_travel_dispose;
  signals[MEASURED] = g_signal_new ("measured", GW_TYPE_ROTA_TRAVEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", GW_TYPE_ROTA_TRAVEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gw_rota_travel_init (GwRotaTravel *self)
{
  self->settings = g_settings_new (APP_ID);
}

GwRotaTravel *
gw_rota_travel_new (GwSession *session)
{
  GwRotaTravel *self = g_object_new (GW_TYPE_ROTA_TRAVEL, NULL);

  self->session = g_object_ref (session);
  return self;
}
