/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem with fewer visits to cover: the others are left out, or need nobody more. */
#include "config.h"

#include "gw-rota-repair-problem.h"

#include "gw-planner-input.h"
#include "gw-shift.h"
#include "gw-visit-timing.h"

/** Narrowing: what the worker needs, and what it counted. */
typedef struct
{
  GwWeekProblem *whole;
  GHashTable *visits;
  guint n_others;
} Narrowing;

static void
narrowing_free (Narrowing *self)
{
  gw_week_problem_unref (self->whole);
  g_hash_table_unref (self->visits);
  g_free (self);
}

static gboolean
is_other (const Narrowing *self, const GwVisit *visit)
{
  GwId id = gw_record_get_id (visit);

  return gw_visit_is_live (visit) && !gw_visit_is_covered (visit) &&
         !g_hash_table_contains (self->visits, &id);
}

/* Whether it is one that could still be covered. */
static gboolean
counts (const Narrowing *self, GwWeekPlan *current, const GwVisit *visit)
{
  GwPlannerInput *input = gw_week_problem_get_input (self->whole);
  GwPlannedSlot slot;
  GwDay today;
  GwMinute now;

  return gw_planner_input_has_day (input, gw_visit_get_day (visit)) &&
         gw_week_plan_get_slot (current, gw_record_get_id (visit), 0, &slot) &&
         !(gw_planner_input_get_now (input, &today, &now) &&
           gw_visit_is_before (visit, today, now));
}

/* Who comes already goes on coming. */
static void
add_other (GwPlannerInput *input, const GwVisit *visit)
{
  g_autoptr (GwDraft) draft = NULL;
  g_autoptr (GwRecord) settled = NULL;
  gsize n = gw_visit_get_colleagues (visit).n;

  if (n == 0)
    return;
  draft = gw_draft_new_for (visit);
  gw_visit_set_colleagues_needed (draft, (gint64) n);
  settled = gw_draft_build (draft);
  gw_planner_input_add (input, settled);
}

static void
add_visit (Narrowing *self, GwPlannerInput *input, GwWeekPlan *current, const GwVisit *visit)
{
  if (!is_other (self, visit))
    {
      gw_planner_input_add (input, visit);
      return;
    }
  self->n_others += counts (self, current, visit);
  add_other (input, visit);
}

/* The days of the visits to cover, as keys. */
static GHashTable *
list_days (const Narrowing *self, GPtrArray *visits)
{
  GHashTable *days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);
      GwId id = gw_record_get_id (visit);

      if (g_hash_table_contains (self->visits, &id))
        g_hash_table_add (days, GINT_TO_POINTER (gw_visit_get_day (visit).value));
    }
  return days;
}

/* A shift that nobody holds helps only where something is to cover; on another day somebody would
 * get it for nothing. */
static gboolean
helps (const GwShift *shift, GHashTable *days)
{
  gint day = gw_shift_get_day (shift).value;

  return gw_shift_has_colleague (shift) || g_hash_table_contains (days, GINT_TO_POINTER (day)) ||
         (gw_shift_get_end (shift).value > GW_MINUTES_A_DAY &&
          g_hash_table_contains (days, GINT_TO_POINTER (day + 1)));
}

static void
narrow (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Narrowing *self = data;
  GwPlannerInput *whole = gw_week_problem_get_input (self->whole);
  g_autoptr (GwPlannerInput) input = gw_planner_input_new_like (whole);
  g_autoptr (GPtrArray) records = gw_planner_input_list_records (whole);
  g_autoptr (GwWeekPlan) current = gw_week_problem_dup_current (self->whole);
  g_autoptr (GHashTable)
      days = list_days (self, gw_planner_input_get_records (whole, &gw_visit_type));
  GwWeekProblem *problem;
  GError *error = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);
      const GwRecordType *type = gw_record_get_record_type (record);

      if (type == &gw_visit_type)
        add_visit (self, input, current, record);
      else if (type != &gw_shift_type || helps (record, days))
        gw_planner_input_add (input, record);
    }
  problem = gw_week_problem_new (input, &error);
  if (problem != NULL)
    g_task_return_pointer (task, problem, (GDestroyNotify) gw_week_problem_unref);
  else
    g_task_return_error (task, error);
}

void
gw_rota_repair_problem_async (GwWeekProblem *problem, GHashTable *visits,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Narrowing *self = g_new0 (Narrowing, 1);

  self->whole = gw_week_problem_ref (problem);
  self->visits = g_hash_table_ref (visits);
  g_task_set_source_tag (task, gw_rota_repair_problem_async);
  g_task_set_task_data (task, self, (GDestroyNotify) narrowing_free);
  g_task_run_in_thread (task, narrow);
}

GwWeekProblem *
gw_rota_repair_problem_finish (GAsyncResult *result, guint *out_n_others, GError **error)
{
  const Narrowing *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  self = g_task_get_task_data (G_TASK (result));
  *out_n_others = self->n_others;
  return g_task_propagate_pointer (G_TASK (result), error);
}
