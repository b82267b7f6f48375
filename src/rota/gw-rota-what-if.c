/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as they would be, a problem made of them, and its clashes beside those of now. */
#include "config.h"

#include "gw-rota-what-if.h"

#include "gw-planner-after.h"
#include "gw-shift.h"
#include "gw-week-report.h"

/* What a worker needs. */
typedef struct
{
  GwWeekProblem *week;
  GwChange *change;
} Request;

static void
request_free (Request *request)
{
  gw_week_problem_unref (request->week);
  gw_change_unref (request->change);
  g_free (request);
}

void
gw_rota_what_if_free (GwRotaWhatIf *self)
{
  g_free (self->clash);
  g_free (self);
}

/* Of two records with one id the first that is added counts. */
static GwPlannerInput *
change_input (GwPlannerInput *input, GwChange *change)
{
  GwPlannerInput *changed = gw_planner_input_new_like (input);
  g_autoptr (GPtrArray) records = gw_planner_input_list_records (input);
  g_autoptr (GPtrArray) after = gw_planner_list_after (input, change);

  gw_planner_input_add_all (changed, after);
  gw_planner_input_add_all (changed, records);
  return changed;
}

/*
 * Whether @change takes a colleague from the trouble's visit and gives it none: then it is to cover,
 * not a clash.
 */
static gboolean
is_left_behind (GwChange *change, const GwTrouble *trouble)
{
  gint gained = 0;

  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      if (gw_id_equal (operation->record_id, trouble->visit))
        gained += (operation->kind == GW_OPERATION_ADD_MEMBER) -
                  (operation->kind == GW_OPERATION_REMOVE_MEMBER);
    }
  return gained < 0;
}

static gboolean
is_known (GPtrArray *troubles, const GwTrouble *trouble)
{
  for (guint i = 0; i < troubles->len; i++)
    {
      const GwTrouble *other = g_ptr_array_index (troubles, i);
      if (g_str_equal (other->sentence, trouble->sentence) &&
          gw_day_compare (other->day, trouble->day) == 0 &&
          gw_id_equal (other->visit, trouble->visit))
        return TRUE;
    }
  return FALSE;
}

static void
compare_numbers (GwRotaWhatIf *self, const GwWeekPlan *before, const GwWeekPlan *after,
                 GTimeZone *zone)
{
  GwWeekNumbers was, is;

  gw_week_numbers_compute (before, zone, &was);
  gw_week_numbers_compute (after, zone, &is);
  self->to_cover = (gint) is.n_to_cover - (gint) was.n_to_cover;
  self->travel = is.travel - was.travel;
  self->new_faces = (gint) is.new_faces - (gint) was.new_faces;
}

/* Why one of the shifts that @change touches could not be given to whom it gives it. */
static char *
dup_refusal (const GwWeekProblem *changed, GwChange *change)
{
  char *refusal = NULL;

  for (guint i = 0; i < gw_change_get_n_operations (change) && refusal == NULL; i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      if (operation->type == &gw_shift_type)
        refusal = gw_week_problem_refuse_shift (changed, operation->record_id);
    }
  return refusal;
}

GwRotaWhatIf *
gw_rota_what_if_sync (GwWeekProblem *week, GwChange *change, GError **error)
{
  g_autoptr (GwPlannerInput) input = change_input (gw_week_problem_get_input (week), change);
  g_autoptr (GwWeekProblem) changed = gw_week_problem_new (input, error);
  g_autoptr (GwWeekPlan) before = gw_week_problem_dup_current (week);
  g_autoptr (GwWeekPlan) after = NULL;
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) troubles = NULL;
  GwRotaWhatIf *self;

  if (changed == NULL)
    return NULL;
  after = gw_week_problem_dup_current (changed);
  known = gw_week_plan_list_trouble (before);
  troubles = gw_week_plan_list_trouble (after);
  self = g_new0 (GwRotaWhatIf, 1);
  self->clash = dup_refusal (changed, change);
  compare_numbers (self, before, after, gw_planner_input_get_zone (input));
  for (guint i = 0; i < troubles->len && self->clash == NULL; i++)
    {
      const GwTrouble *trouble = g_ptr_array_index (troubles, i);
      if (!is_known (known, trouble) && !is_left_behind (change, trouble))
        self->clash = g_strdup (trouble->sentence);
    }
  return self;
}

static void
think (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  GwRotaWhatIf *answer;

  if (g_task_return_error_if_cancelled (task))
    return;
  answer = gw_rota_what_if_sync (request->week, request->change, &error);
  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) gw_rota_what_if_free);
  else
    g_task_return_error (task, error);
}

void
gw_rota_what_if_async (GwWeekProblem *week, GwChange *change, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->week = gw_week_problem_ref (week);
  request->change = gw_change_ref (change);
  g_task_set_source_tag (task, gw_rota_what_if_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, think);
}

GwRotaWhatIf *
gw_rota_what_if_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
