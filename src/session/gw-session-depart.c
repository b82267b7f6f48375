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
#include "gw-visit-timing.h"

/* What the worker needs. */
typedef struct
{
  GwSession *session;
  GwChange *change;
} Completion;

static void
completion_free (Completion *completion)
{
  g_object_unref (completion->session);
  gw_change_unref (completion->change);
  g_free (completion);
}

/* What @operation makes of @field: NULL when it leaves it alone. */
static const GwFieldValue *
find_value (const GwOperation *operation, guint field)
{
  for (guint i = 0; i < operation->n_edits; i++)
    if (operation->edits[i].field == field)
      return &operation->edits[i].value;
  return NULL;
}

static GwDeparture
get_farewell (const GwOperation *operation)
{
  const GwFieldValue *status = find_value (operation, GW_PERSON_STATUS);

  if (status == NULL)
    return GW_DEPARTURE_NONE;
  if (status->integer == GW_PERSON_DIED)
    return GW_DEPARTURE_DIED;
  return status->integer == GW_PERSON_MOVED_ON ? GW_DEPARTURE_MOVED_ON : GW_DEPARTURE_NONE;
}

static GwDeparture
get_leaving (const GwOperation *operation)
{
  const GwFieldValue *left = find_value (operation, GW_COLLEAGUE_LEFT);

  return left != NULL && !gw_field_value_is_empty (left) ? GW_DEPARTURE_LEFT : GW_DEPARTURE_NONE;
}

GwDeparture
gw_operation_get_departure (const GwOperation *operation)
{
  gboolean is_person = operation->type == &gw_person_type;

  if (!is_person && operation->type != &gw_colleague_type)
    return GW_DEPARTURE_NONE;
  if (operation->kind == GW_OPERATION_DELETE)
    return GW_DEPARTURE_DELETED;
  if (operation->kind != GW_OPERATION_UPDATE)
    return GW_DEPARTURE_NONE;
  return is_person ? get_farewell (operation) : get_leaving (operation);
}

const GwOperation *
gw_change_find_departure (const GwChange *change)
{
  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      if (gw_operation_get_departure (operation) != GW_DEPARTURE_NONE)
        return operation;
    }
  return NULL;
}

/* What is left behind ------------------------------------------------------------------------- */

/* The first day of which something may be left: somebody who left on Friday still works on Friday. */
static GwDay
get_first_day (GwSession *self, const GwOperation *operation)
{
  const GwFieldValue *left = operation->type == &gw_colleague_type
                                 ? find_value (operation, GW_COLLEAGUE_LEFT)
                                 : NULL;
  GwDay today = gw_clock_get_today (self->clock);
  GwDay after;

  if (left == NULL)
    return today;
  after = gw_day_add (GW_DAY ((gint32) left->integer), 1);
  return gw_day_compare (after, today) > 0 ? after : today;
}

/* The records of @type that name who departs in @field, from the first day on. */
static GPtrArray *
find_coming (GwSession *self, const GwOperation *operation, const GwRecordType *type, guint field,
             guint day_field, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (type);

  gw_query_where_id (query, field, operation->record_id);
  gw_query_where_between (query, day_field, get_first_day (self, operation).value, G_MAXINT32);
  return gw_session_query_sync (self, query, NULL, error);
}

GPtrArray *
gw_session_list_left_visits_sync (GwSession *self, const GwOperation *operation, GError **error)
{
  guint field = operation->type == &gw_person_type ? GW_VISIT_PERSON : GW_VISIT_COLLEAGUES;
  g_autoptr (GPtrArray)
      visits = find_coming (self, operation, &gw_visit_type, field, GW_VISIT_DAY, error);
  GwDay today = gw_clock_get_today (self->clock);
  GwMinute now = gw_clock_get_minute (self->clock);

  for (guint i = visits != NULL ? visits->len : 0; i > 0; i--)
    if (gw_visit_get_state (visits->pdata[i - 1]) != GW_VISIT_STATE_PLANNED ||
        gw_visit_is_before (visits->pdata[i - 1], today, now))
      g_ptr_array_remove_index (visits, i - 1);
  return g_steal_pointer (&visits);
}

static gboolean
has_begun (const GwShift *shift, GwDay today, GwMinute now)
{
  gint order = gw_day_compare (gw_shift_get_day (shift), today);

  return order < 0 || (order == 0 && gw_shift_get_start (shift).value <= now.value);
}

GPtrArray *
gw_session_list_left_shifts_sync (GwSession *self, const GwOperation *operation, GError **error)
{
  g_autoptr (GPtrArray) shifts = NULL;
  GwDay today = gw_clock_get_today (self->clock);
  GwMinute now = gw_clock_get_minute (self->clock);

  if (operation->type != &gw_colleague_type)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  shifts = find_coming (self, operation, &gw_shift_type, GW_SHIFT_COLLEAGUE, GW_SHIFT_DAY, error);
  for (guint i = shifts != NULL ? shifts->len : 0; i > 0; i--)
    if (has_begun (shifts->pdata[i - 1], today, now))
      g_ptr_array_remove_index (shifts, i - 1);
  return g_steal_pointer (&shifts);
}

/* Completing ---------------------------------------------------------------------------------- */

static void
leave_visit (GwChange *change, const GwOperation *operation, const GwVisit *visit)
{
  if (operation->type == &gw_person_type)
    gw_change_delete (change, visit);
  else
    gw_change_remove_member (change, visit, GW_VISIT_COLLEAGUES, operation->record_id);
}

static void
open_shift (GwChange *change, const GwShift *shift)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (shift);

  gw_draft_clear_value (draft, GW_SHIFT_COLLEAGUE);
  gw_change_add_draft (change, draft);
}

/* Adds to @change what its operation @index leaves behind; adding may move the operations. */
static gboolean
complete_one (GwSession *session, GwChange *change, guint index, GError **error)
{
  const GwOperation *operation = gw_change_get_operation (change, index);
  const GwOperation copy = { .type = operation->type, .record_id = operation->record_id };
  g_autoptr (GPtrArray) visits = gw_session_list_left_visits_sync (session, operation, error);
  g_autoptr (GPtrArray)
      shifts = visits != NULL ? gw_session_list_left_shifts_sync (session, operation, error) : NULL;

  if (shifts == NULL)
    return FALSE;
  for (guint i = 0; i < visits->len; i++)
    leave_visit (change, &copy, g_ptr_array_index (visits, i));
  for (guint i = 0; i < shifts->len; i++)
    open_shift (change, g_ptr_array_index (shifts, i));
  return TRUE;
}

static void
complete (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Completion *completion = data;
  guint n = gw_change_get_n_operations (completion->change);
  GError *error = NULL;
  gboolean goes_on = TRUE;

  for (guint i = 0; i < n && goes_on; i++)
    if (gw_operation_get_departure (gw_change_get_operation (completion->change, i)) !=
        GW_DEPARTURE_NONE)
      goes_on = complete_one (completion->session, completion->change, i, &error);
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
  const Completion *completion = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gw_session_submit_async (GW_SESSION (source), completion->change, NULL, on_submitted,
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
  Completion *completion = g_new0 (Completion, 1);

  completion->session = g_object_ref (self);
  completion->change = gw_change_ref (change);
  g_task_set_source_tag (task, gw_session_submit_departure_async);
  g_task_set_task_data (completing, completion, (GDestroyNotify) completion_free);
  g_task_run_in_thread (completing, complete);
}

gboolean
gw_session_submit_departure_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
