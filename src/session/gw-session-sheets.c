/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets from the team file. */
#include "config.h"

#include "gw-session-sheets.h"

#include "gw-session-private.h"

#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-fridge-sheet.h"
#include "gw-person.h"
#include "gw-planner-input.h"
#include "gw-run-sheet.h"
#include "gw-shift.h"
#include "gw-team.h"
#include "gw-visit.h"
#include "gw-week-problem.h"

/* What a sheet is laid out from, and where its pictures and minutes come from. */
typedef struct
{
  GwSession *session;
  GwPlannerInput *records;
  GwWeekPlan *plan;
  GCancellable *cancellable;
} Desk;

static void
desk_clear (Desk *desk)
{
  g_clear_pointer (&desk->plan, gw_week_plan_unref);
  g_clear_pointer (&desk->records, gw_planner_input_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static GBytes *
read_picture (const char *attachment, gpointer user_data)
{
  Desk *desk = user_data;

  /* A photo that is not there leaves initials; a sheet is not worth failing for it. */
  return gw_attachment_store_get_sync (desk->session->attachments, attachment, desk->cancellable,
                                       NULL);
}

static GwSpan
get_travel_before (GwId visit, GwId colleague, gpointer user_data)
{
  Desk *desk = user_data;
  GwPlannedSlot slot;

  if (desk->plan != NULL)
    for (guint i = 0; gw_week_plan_get_slot (desk->plan, visit, i, &slot); i++)
      if (slot.is_placed && gw_id_equal (slot.colleague, colleague))
        return slot.travel_before;
  return GW_SPAN (0);
}

static gboolean
fetch (Desk *desk, const GwSheetRequest *request, GError **error)
{
  g_autoptr (GPtrArray)
      queries = gw_planner_input_list_queries (request->first_day, request->n_days);

  desk->records = gw_planner_input_new (request->first_day, request->n_days);
  for (guint i = 0; i < queries->len; i++)
    {
      g_autoptr (GPtrArray) answer = gw_session_query_sync (
          desk->session, g_ptr_array_index (queries, i), desk->cancellable, error);

      if (answer == NULL)
        return FALSE;
      gw_planner_input_add_all (desk->records, answer);
    }
  return TRUE;
}

/* Minutes on the way, as the board has them. A rota that cannot be planned still has its sheets. */
static void
plan (Desk *desk)
{
  g_autoptr (GwWeekProblem) problem = gw_week_problem_new (desk->records, NULL);

  if (problem != NULL)
    desk->plan = gw_week_problem_dup_current (problem);
}

static GHashTable *
index_records (const Desk *desk, const GwRecordType *type)
{
  GPtrArray *records = gw_planner_input_get_records (desk->records, type);
  GHashTable *by_id = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      GwId id = gw_record_get_id (g_ptr_array_index (records, i));

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), g_ptr_array_index (records, i));
    }
  return by_id;
}

/* The team the reader can ring: that of the person or colleague, or the only one there is. */
static const GwTeam *
find_team (const Desk *desk, const GwRecord *who)
{
  GPtrArray *teams = gw_planner_input_get_records (desk->records, &gw_team_type);
  GwId id = gw_record_get_record_type (who) == &gw_person_type ? gw_person_get_team (who)
                                                               : gw_colleague_get_team (who);
  const GwTeam *team = gw_planner_input_find (desk->records, &gw_team_type, id);

  if (team == NULL && teams->len == 1)
    team = g_ptr_array_index (teams, 0);
  return team;
}

static GwScene *
lay_out (Desk *desk, const GwSheetRequest *request, const GwRecord *who, GError **error)
{
  g_autoptr (GHashTable) people = index_records (desk, &gw_person_type);
  g_autoptr (GHashTable) colleagues = index_records (desk, &gw_colleague_type);
  const GwTeam *team = find_team (desk, who);
  GwSheetInput input = {
    .people = people,
    .colleagues = colleagues,
    .visits = gw_planner_input_get_records (desk->records, &gw_visit_type),
    .shifts = gw_planner_input_get_records (desk->records, &gw_shift_type),
    .first_day = request->first_day,
    .n_days = request->n_days,
    .printed = gw_clock_get_today (desk->session->clock),
    .team_name = team != NULL ? gw_team_get_name (team) : NULL,
    .team_phone = team != NULL ? gw_team_get_phone (team) : NULL,
    .language = "en-GB",
    .read_picture = read_picture,
    .get_travel_before = get_travel_before,
    .user_data = desk,
  };

  if (request->kind == GW_SHEET_FRIDGE)
    return gw_fridge_sheet_new (&input, request->who, error);
  plan (desk);
  return gw_run_sheet_new (&input, request->who);
}

GwScene *
gw_session_make_sheet_sync (GwSession *self, const GwSheetRequest *request,
                            GCancellable *cancellable, GError **error)
{
  g_auto (Desk) desk = { .session = self, .cancellable = cancellable };
  const GwRecord *who;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  g_return_val_if_fail (request->n_days >= 1 && request->n_days <= 28, NULL);
  if (!fetch (&desk, request, error))
    return NULL;
  who = gw_planner_input_find (
      desk.records, request->kind == GW_SHEET_FRIDGE ? &gw_person_type : &gw_colleague_type,
      request->who);
  if (who == NULL)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_NOT_FOUND, "nobody has that id");
      return NULL;
    }
  return lay_out (&desk, request, who, error);
}

static void
make_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GwScene *scene = gw_session_make_sheet_sync (source, data, cancellable, &error);

  if (scene != NULL)
    g_task_return_pointer (task, scene, (GDestroyNotify) gw_scene_free);
  else
    g_task_return_error (task, error);
}

void
gw_session_make_sheet_async (GwSession *self, const GwSheetRequest *request,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (GW_IS_SESSION (self));
  g_task_set_source_tag (task, gw_session_make_sheet_async);
  g_task_set_task_data (task, g_memdup2 (request, sizeof *request), g_free);
  g_task_run_in_thread (task, make_in_worker);
}

GwScene *
gw_session_make_sheet_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
