/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Visits and shifts of somebody who is not here any more. */
#include "config.h"

#include "gw-session-depart.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-private.h"
#include "gw-session-records.h"
#include "gw-shift.h"
#include "gw-visit.h"

/* What the worker needs. */
typedef struct
{
  GwSession *session;
  GwChange *change;
  GwDay today;
} Departure;

static void
departure_free (Departure *departure)
{
  g_object_unref (departure->session);
  gw_change_unref (departure->change);
  g_free (departure);
}

/* Whether a person is said to have died, or to live elsewhere now. */
static gboolean
says_farewell (const GwOperation *operation)
{
  for (guint i = 0; i < operation->n_edits; i++)
    if (operation->edits[i].field == GW_PERSON_STATUS &&
        (operation->edits[i].value.integer == GW_PERSON_DIED ||
         operation->edits[i].value.integer == GW_PERSON_MOVED_ON))
      return TRUE;
  return FALSE;
}

static gboolean
departs (const GwOperation *operation)
{
  if (operation->kind == GW_OPERATION_UPDATE)
    return operation->type == &gw_person_type && says_farewell (operation);
  return operation->kind == GW_OPERATION_DELETE &&
         (operation->type == &gw_person_type || operation->type == &gw_colleague_type);
}

gboolean
gw_change_departs_somebody (const GwChange *change)
{
  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    if (departs (gw_change_get_operation (change, i)))
      return TRUE;
  return FALSE;
}

/* The records of @type from today on that name @id in @field. */
static GPtrArray *
find_coming (const Departure *departure, const GwRecordType *type, guint field, guint day_field,
             GwId id, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (type);

  gw_query_where_id (query, field, id);
  gw_query_where_between (query, day_field, departure->today.value, G_MAXINT32);
  return gw_session_query_sync (departure->session, query, NULL, error);
}

static gboolean
delete_visits (const Departure *departure, GwId person, GError **error)
{
  g_autoptr (GPtrArray) visits = find_coming (departure, &gw_visit_type, GW_VISIT_PERSON,
                                              GW_VISIT_DAY, person, error);

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    if (gw_visit_get_state (g_ptr_array_index (visits, i)) == GW_VISIT_STATE_PLANNED)
      gw_change_delete (departure->change, g_ptr_array_index (visits, i));
  return visits != NULL;
}

static gboolean
leave_visits (const Departure *departure, GwId colleague, GError **error)
{
  g_autoptr (GPtrArray) visits = find_coming (departure, &gw_visit_type, GW_VISIT_COLLEAGUES,
                                              GW_VISIT_DAY, colleague, error);

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    if (gw_visit_get_state (g_ptr_array_index (visits, i)) == GW_VISIT_STATE_PLANNED)
      gw_change_remove_member (departure->change, g_ptr_array_index (visits, i),
                               GW_VISIT_COLLEAGUES, colleague);
  return visits != NULL;
}

static gboolean
open_shifts (const Departure *departure, GwId colleague, GError **error)
{
  g_autoptr (GPtrArray) shifts = find_coming (departure, &gw_shift_type, GW_SHIFT_COLLEAGUE,
                                              GW_SHIFT_DAY, colleague, error);

  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    {
      g_autoptr (GwDraft) draft = gw_draft_new_for (g_ptr_array_index (shifts, i));

      gw_draft_clear_value (draft, GW_SHIFT_COLLEAGUE);
      gw_change_add_draft (departure->change, draft);
    }
  return shifts != NULL;
}

static void
complete (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Departure *departure = data;
  guint n = gw_change_get_n_operations (departure->change);
  GError *error = NULL;
  gboolean goes_on = TRUE;

  for (guint i = 0; i < n && goes_on; i++)
    {
      const GwOperation *operation = gw_change_get_operation (departure->change, i);
      GwId id = operation->record_id;

      if (!departs (operation))
        continue;
      goes_on = operation->type == &gw_person_type
                    ? delete_visits (departure, id, &error)
                    : leave_visits (departure, id, &error) && open_shifts (departure, id, &error);
    }
  if (goes_on)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GwCommit) commit = gw_session_submit_finish (GW_SESSION (source), result, &error);

  if (commit != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Committed from the main thread as any other change, so that undo knows it before the answer. */
static void
on_completed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Departure *departure = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gw_session_submit_async (GW_SESSION (source), departure->change, NULL, on_submitted,
                             g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
gw_session_submit_departure_async (GwSession *self, GwChange *change, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) completing = g_task_new (self, NULL, on_completed, task);
  Departure *departure = g_new0 (Departure, 1);

  departure->session = g_object_ref (self);
  departure->change = gw_change_ref (change);
  departure->today = gw_clock_get_today (self->clock);
  g_task_set_source_tag (task, gw_session_submit_departure_async);
  g_task_set_task_data (completing, departure, (GDestroyNotify) departure_free);
  g_task_run_in_thread (completing, complete);
}

gboolean
gw_session_submit_departure_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
