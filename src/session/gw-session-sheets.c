/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets from the team file. */
#include "config.h"

#include "gw-session-sheets.h"

#include "gw-session-private.h"

#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-fridge-sheet.h"
#include "gw-list-sheet.h"
#include "gw-meeting.h"
#include "gw-person.h"
#include "gw-planner-input.h"
#include "gw-role-time.h"
#include "gw-run-sheet.h"
#include "gw-shift.h"
#include "gw-team.h"
#include "gw-visit.h"
#include "gw-week-problem.h"

#include <glib/gi18n-lib.h>

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

static GwSheetPause
describe_block (const Desk *desk, const GwPlannedBlock *block)
{
  const GwRecord *meeting = gw_planner_input_find (desk->records, &gw_meeting_type, block->record);
  const GwRecord *role = gw_planner_input_find (desk->records, &gw_role_time_type, block->record);
  GwSheetPause pause = { .kind = GW_SHEET_PAUSE_BREAK,
                         .start = block->start,
                         .duration = block->duration };

  if (meeting != NULL)
    {
      pause.kind = GW_SHEET_PAUSE_MEETING;
      pause.title = gw_meeting_get_title (meeting);
      pause.is_agreed = TRUE;
    }
  else if (role != NULL)
    {
      pause.kind = GW_SHEET_PAUSE_ROLE_TIME;
      pause.is_agreed = gw_role_time_has_start (role);
    }
  return pause;
}

static GArray *
list_pauses (GwId shift, gpointer user_data)
{
  Desk *desk = user_data;
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (GwSheetPause));
  g_autoptr (GArray) blocks = NULL;

  if (desk->plan == NULL)
    return pauses;
  blocks = gw_week_plan_list_blocks (desk->plan, shift);
  for (guint i = 0; i < blocks->len; i++)
    {
      GwSheetPause pause = describe_block (desk, &g_array_index (blocks, GwPlannedBlock, i));
      g_array_append_val (pauses, pause);
    }
  return pauses;
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
  GwId id = who == NULL                                          ? GW_ID_NONE
            : gw_record_get_record_type (who) == &gw_person_type ? gw_person_get_team (who)
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
    .list_pauses = list_pauses,
    .user_data = desk,
  };

  if (request->kind == GW_SHEET_PEOPLE)
    return gw_people_list_sheet_new (&input);
  if (request->kind == GW_SHEET_COLLEAGUES)
    return gw_colleagues_list_sheet_new (&input);
  if (request->kind == GW_SHEET_FRIDGE)
    return gw_fridge_sheet_new (&input, request->who, error);
  if (desk->plan == NULL)
    plan (desk);
  return gw_run_sheet_new (&input, request->who);
}

static const GwRecord *
find_who (const Desk *desk, const GwSheetRequest *request)
{
  return gw_planner_input_find (
      desk->records, request->kind == GW_SHEET_FRIDGE ? &gw_person_type : &gw_colleague_type,
      request->who);
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
  who = gw_sheet_kind_is_list (request->kind) ? NULL : find_who (&desk, request);
  if (who == NULL && !gw_sheet_kind_is_list (request->kind))
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

/* Several ------------------------------------------------------------------------------------- */

/* A run of somebody who is not working is an empty sheet of paper. */
static gboolean
has_run (const Desk *desk, GwId colleague)
{
  GPtrArray *shifts = gw_planner_input_get_records (desk->records, &gw_shift_type);

  for (guint i = 0; i < shifts->len; i++)
    if (gw_id_equal (gw_shift_get_colleague (g_ptr_array_index (shifts, i)), colleague))
      return TRUE;
  return FALSE;
}

/* NULL without an error: no sheet for this one. */
static GwScene *
lay_out_one (Desk *desk, const GwSheetRequest *request, GError **error)
{
  const GwRecord *who = find_who (desk, request);
  g_autoptr (GError) local_error = NULL;
  GwScene *scene;

  if (who == NULL || (request->kind == GW_SHEET_RUN && !has_run (desk, request->who)))
    return NULL;
  scene = lay_out (desk, request, who, &local_error);
  if (scene == NULL && !g_error_matches (local_error, GW_ERROR, GW_ERROR_INVALID))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return scene;
}

static void
add_sheet (GwScene **pile, GwScene *scene, GwSheetKind kind)
{
  if (*pile == NULL)
    *pile = gw_scene_new (kind == GW_SHEET_FRIDGE ? _ ("Fridge sheets") : _ ("Colleagues’ runs"),
                          gw_scene_get_language (scene));
  gw_scene_take_pages (*pile, scene);
}

static GwScene *
lay_out_pile (Desk *desk, const GwSheetPile *pile, GwJob *job, guint *out_n_left_out,
              GError **error)
{
  g_autoptr (GwScene) all = NULL;

  for (guint i = 0; i < pile->n; i++)
    {
      const GwSheetRequest request = { pile->kind, pile->ids[i], pile->first_day, pile->n_days };
      g_autoptr (GError) failure = NULL;
      GwScene *scene;

      if (g_cancellable_is_cancelled (desk->cancellable))
        {
          g_set_error_literal (error, GW_ERROR, GW_ERROR_CANCELLED, "stopped");
          return NULL;
        }
      scene = lay_out_one (desk, &request, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (scene != NULL)
        add_sheet (&all, scene, pile->kind);
      else
        (*out_n_left_out)++;
      if (job != NULL)
        gw_job_report (job, (gint) ((i + 1) * 1000 / pile->n), NULL);
    }
  return g_steal_pointer (&all);
}

GwScene *
gw_session_make_pile_sync (GwSession *self, const GwSheetPile *pile, GwJob *job,
                           GCancellable *cancellable, guint *out_n_left_out, GError **error)
{
  g_auto (Desk) desk = { .session = self, .cancellable = cancellable };
  const GwSheetRequest days = { .first_day = pile->first_day, .n_days = pile->n_days };
  g_autoptr (GError) failure = NULL;
  GwScene *all = NULL;
  guint n_left_out = 0;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  g_return_val_if_fail (pile->n_days >= 1 && pile->n_days <= 28, NULL);
  if (fetch (&desk, &days, &failure))
    all = lay_out_pile (&desk, pile, job, &n_left_out, &failure);
  if (all == NULL && failure == NULL)
    g_set_error_literal (&failure, GW_ERROR, GW_ERROR_INVALID,
                         _ ("Nobody of those chosen has a sheet for these days."));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  if (out_n_left_out != NULL)
    *out_n_left_out = n_left_out;
  return all;
}

/** Errand: a pile on a worker. */
typedef struct
{
  GwSheetPile pile;
  GwJob *job;
  guint n_left_out;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_free ((gpointer) errand->pile.ids);
  g_object_unref (errand->job);
  g_free (errand);
}

static void
make_pile_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  GwScene *scene = gw_session_make_pile_sync (source, &errand->pile, errand->job, cancellable,
                                              &errand->n_left_out, &error);

  if (scene != NULL)
    g_task_return_pointer (task, scene, (GDestroyNotify) gw_scene_free);
  else
    g_task_return_error (task, error);
}

static void
on_pile_completed (GTask *task, GParamSpec *pspec, gpointer user_data)
{
  const Errand *errand = g_task_get_task_data (task);

  gw_job_finish (errand->job);
}

GwJob *
gw_session_make_pile_async (GwSession *self, const GwSheetPile *pile, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);

  errand = g_new0 (Errand, 1);
  errand->pile = *pile;
  errand->pile.ids = g_memdup2 (pile->ids, pile->n * sizeof *pile->ids);
  errand->job = gw_session_start_job (self, _ ("Making sheets"));
  task = g_task_new (self, gw_job_get_cancellable (errand->job), callback, user_data);
  g_task_set_task_data (task, errand, errand_free);
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_pile_completed), NULL);
  g_task_run_in_thread (task, make_pile_in_worker);
  return errand->job;
}

GwScene *
gw_session_make_pile_finish (GwSession *self, GAsyncResult *result, guint *out_n_left_out,
                             GError **error)
{
  const Errand *errand;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  errand = g_task_get_task_data (G_TASK (result));
  if (out_n_left_out != NULL)
    *out_n_left_out = errand->n_left_out;
  return g_task_propagate_pointer (G_TASK (result), error);
}
