/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between the records and a plan, as a change. */
#include "config.h"

#include "gw-plan-change.h"

#include "gw-shift.h"
#include "gw-visit-change.h"
#include "gw-visit-timing.h"
#include "gw-visit.h"

/* --- visits ----------------------------------------------------------------------------------- */

static GwId
get_planned_colleague (const GwWeekProblem *week, const GwEnginePlan *plan, gint32 operation)
{
  gint32 shift = plan->shift_of[operation];
  gint32 colleague = shift >= 0 ? plan->colleague_of[shift] : -1;

  if (colleague >= 0)
    return gw_record_get_id (gw_week_problem_get_colleague (week, colleague));
  /* Nobody found a place for what the records give to somebody without a shift: leave it. */
  return shift < 0 ? gw_week_problem_get_homeless (week, operation) : GW_ID_NONE;
}

/* Who does the visit according to @plan, and when; @out_start is left alone when nobody does. */
static guint
collect (const GwWeekProblem *week, const GwEnginePlan *plan, gint32 first, guint n,
         GwId *colleagues, gint32 *out_start)
{
  guint count = 0;

  for (gint32 i = first; i < first + (gint32) n; i++)
    {
      GwId id = get_planned_colleague (week, plan, i);
      if (gw_id_is_none (id))
        continue;
      colleagues[count++] = id;
      if (plan->shift_of[i] >= 0)
        *out_start = plan->start_of[i];
    }
  return count;
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  return gw_id_compare (*(const GwId *) a, *(const GwId *) b);
}

/* Sorts @ids, as a set is. */
static gboolean
is_same_set (GwIds set, GwId *ids, guint n)
{
  qsort (ids, n, sizeof *ids, compare_ids);
  if (set.n != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!gw_id_equal (set.ids[i], ids[i]))
      return FALSE;
  return TRUE;
}

typedef struct
{
  const GwVisit *visit;
  GwId colleagues[8];
  guint n_colleagues;
  GwMinute start;
} NewPlace;

/* Whether @plan has the visit of operations @first … otherwise than the records; fills @place. */
static gboolean
differs (const GwWeekProblem *week, const GwEnginePlan *plan, gint32 first, guint n,
         NewPlace *place)
{
  const GwVisit *visit = gw_week_problem_get_visit (week, first, NULL);
  gint32 midnight = gw_week_problem_get_time (week, gw_visit_get_day (visit), GW_MINUTE (0));
  gint32 shown = midnight + gw_visit_get_shown_start (visit).value;
  gint32 start = shown;

  g_assert (n <= G_N_ELEMENTS (place->colleagues));
  place->visit = visit;
  place->n_colleagues = collect (week, plan, first, n, place->colleagues, &start);
  place->start.value = MAX (start - midnight, 0);
  if (!is_same_set (gw_visit_get_colleagues (visit), place->colleagues, place->n_colleagues))
    return TRUE;
  return place->n_colleagues > 0 && start != shown;
}

/* Calls for each visit of the problem: first operation and number of parts. */
#define FOR_EACH_VISIT(week, first, n)                     \
  for (gint32 first = 0, n = count_parts (week, 0); n > 0; \
       first += n, n = count_parts (week, first))

static gint32
count_parts (const GwWeekProblem *week, gint32 first)
{
  const GwEnginePlan *plan = gw_week_problem_get_records_plan (week);
  guint n;

  if (first >= plan->n_operations)
    return 0;
  gw_week_problem_find_operations (
      week, gw_record_get_id (gw_week_problem_get_visit (week, first, NULL)), &n);
  return (gint32) n;
}

/* --- shifts ----------------------------------------------------------------------------------- */

static GwId
get_holder (const GwWeekProblem *week, const GwEnginePlan *plan, gint32 shift)
{
  gint32 colleague = plan->colleague_of[shift];

  if (colleague < 0)
    return GW_ID_NONE;
  return gw_record_get_id (gw_week_problem_get_colleague (week, colleague));
}

static gboolean
shift_differs (const GwWeekProblem *week, const GwEnginePlan *plan, gint32 shift)
{
  return plan->colleague_of[shift] != gw_week_problem_get_records_plan (week)->colleague_of[shift];
}

static void
add_shift (GwChange *change, const GwShift *shift, GwId holder)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (shift);

  gw_shift_set_colleague (draft, holder);
  if (gw_shift_has_pattern (shift))
    gw_shift_set_exception (draft, TRUE);
  gw_change_add_draft (change, draft);
}

/* --- public ----------------------------------------------------------------------------------- */

GArray *
gw_plan_change_list (const GwWeekProblem *week, const GwEnginePlan *plan)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (GwId));
  NewPlace place;

  for (gint32 i = 0; i < plan->n_shifts; i++)
    if (shift_differs (week, plan, i))
      {
        GwId id = gw_record_get_id (gw_week_problem_get_shift (week, i));
        g_array_append_val (ids, id);
      }
  FOR_EACH_VISIT (week, first, n)
  if (differs (week, plan, first, (guint) n, &place))
    {
      GwId id = gw_record_get_id (place.visit);
      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
is_accepted (GHashTable *accepted, const GwRecord *record)
{
  GwId id = gw_record_get_id (record);

  return accepted == NULL || g_hash_table_contains (accepted, &id);
}

GwChange *
gw_plan_change_build (const GwWeekProblem *week, const GwEnginePlan *plan, GHashTable *accepted,
                      const char *label)
{
  GwChange *change = gw_change_new (label);
  NewPlace place;

  for (gint32 i = 0; i < plan->n_shifts; i++)
    if (shift_differs (week, plan, i) &&
        is_accepted (accepted, gw_week_problem_get_shift (week, i)))
      add_shift (change, gw_week_problem_get_shift (week, i), get_holder (week, plan, i));
  FOR_EACH_VISIT (week, first, n)
  if (differs (week, plan, first, (guint) n, &place) && is_accepted (accepted, place.visit))
    gw_visit_add_plan (change, place.visit, gw_visit_get_day (place.visit), place.start,
                       place.colleagues, place.n_colleagues);
  return change;
}

GwEnginePlan *
gw_plan_change_mix (const GwWeekProblem *week, const GwEnginePlan *plan, GHashTable *accepted)
{
  GwEnginePlan *mix = gw_engine_plan_copy (gw_week_problem_get_records_plan (week));

  for (gint32 i = 0; mix != NULL && i < plan->n_shifts; i++)
    if (is_accepted (accepted, gw_week_problem_get_shift (week, i)))
      mix->colleague_of[i] = plan->colleague_of[i];
  for (gint32 i = 0; mix != NULL && i < plan->n_operations; i++)
    if (is_accepted (accepted, gw_week_problem_get_visit (week, i, NULL)))
      {
        mix->shift_of[i] = plan->shift_of[i];
        mix->start_of[i] = plan->start_of[i];
      }
  if (mix != NULL && !gw_engine_plan_settle_blocks (gw_week_problem_get_engine (week), mix))
    g_clear_pointer (&mix, gw_engine_plan_free);
  return mix;
}
