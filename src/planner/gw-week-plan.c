/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan of a week problem, read in terms of records. */
#include "config.h"

#include "gw-week-index.h"

#include "gw-shift.h"
#include "gw-visit.h"

#include <stdlib.h>

struct _GwWeekPlan
{
  gatomicrefcount refs;
  GwWeekProblem *problem;
  GwEnginePlan *plan;
  gint32 *before; /* made when it is first asked for, on any thread */
};

GwWeekPlan *
gw_week_plan_new (GwWeekProblem *problem, GwEnginePlan *plan)
{
  GwWeekPlan *self = g_new0 (GwWeekPlan, 1);

  g_atomic_ref_count_init (&self->refs);
  self->problem = gw_week_problem_ref (problem);
  self->plan = plan;
  return self;
}

GwWeekPlan *
gw_week_plan_ref (GwWeekPlan *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
gw_week_plan_unref (GwWeekPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  gw_engine_plan_free (self->plan);
  g_free (self->before);
  gw_week_problem_unref (self->problem);
  g_free (self);
}

GwWeekProblem *
gw_week_plan_get_problem (const GwWeekPlan *self)
{
  return self->problem;
}

const GwEnginePlan *
gw_week_plan_get_engine (const GwWeekPlan *self)
{
  return self->plan;
}

typedef struct
{
  gint32 shift;
  gint32 start;
  gint32 operation;
} Stop;

static gint
compare_stops (gconstpointer a, gconstpointer b)
{
  const Stop *one = a, *other = b;

  if (one->shift != other->shift)
    return one->shift < other->shift ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return one->operation > other->operation ? -1 : 1;
}

/* By operation, the one before it in its shift, or none. Those that start at once have the same before
 * them. */
static gint32 *
list_before (const GwEnginePlan *plan)
{
  gint32 *before = g_new (gint32, (gsize) plan->n_operations + 1);
  g_autofree Stop *stops = g_new (Stop, (gsize) plan->n_operations + 1);
  gsize n = 0;

  for (gint32 i = 0; i < plan->n_operations; i++)
    {
      before[i] = GW_ENGINE_NONE;
      if (plan->shift_of[i] >= 0)
        stops[n++] = (Stop){ plan->shift_of[i], plan->start_of[i], i };
    }
  qsort (stops, n, sizeof (Stop), compare_stops);
  for (gsize i = 1; i < n; i++)
    if (stops[i].shift == stops[i - 1].shift)
      before[stops[i].operation] = stops[i].start > stops[i - 1].start
                                       ? stops[i - 1].operation
                                       : before[stops[i - 1].operation];
  return before;
}

/* The place a colleague comes from to @operation: that of the item before it in the shift. A board
 * asks for every visit, so it is found for all of them at once. */
static gint32
find_place_before (GwWeekPlan *self, gint32 operation)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (self->problem);
  gint32 before;

  if (g_once_init_enter (&self->before))
    g_once_init_leave (&self->before, list_before (self->plan));
  before = self->before[operation];
  if (before >= 0)
    return gw_engine_problem_get_operations (engine, NULL)[before].place;
  return gw_engine_problem_get_shifts (engine, NULL)[self->plan->shift_of[operation]].start_place;
}

static gint
get_travel_before (GwWeekPlan *self, gint32 operation, gint32 colleague)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (self->problem);
  gint32 from = find_place_before (self, operation);
  gint32 to = gw_engine_problem_get_operations (engine, NULL)[operation].place;

  if (colleague < 0 || from < 0 || to < 0)
    return 0;
  return gw_engine_problem_get_travel (
      engine, gw_engine_problem_get_colleagues (engine, NULL)[colleague].mode, from, to);
}

gboolean
gw_week_plan_get_slot (const GwWeekPlan *self, GwId visit, guint slot, GwPlannedSlot *out_slot)
{
  guint n;
  gint32 operation = gw_week_problem_find_operations (self->problem, visit, &n);
  const GwRecord *record;
  gint32 shift, colleague;

  *out_slot = (GwPlannedSlot){ 0 };
  if (operation < 0 || slot >= n)
    return FALSE;
  operation += (gint32) slot;
  record = gw_week_problem_get_visit (self->problem, operation, NULL);
  out_slot->day = gw_visit_get_day (record);
  shift = self->plan->shift_of[operation];
  if (shift < 0)
    return TRUE;
  colleague = self->plan->colleague_of[shift];
  out_slot->is_placed = TRUE;
  out_slot->shift = gw_record_get_id (gw_week_problem_get_shift (self->problem, shift));
  if (colleague >= 0)
    out_slot->colleague = gw_record_get_id (
        gw_week_problem_get_colleague (self->problem, colleague));
  out_slot->start.value = self->plan->start_of[operation] -
                          gw_week_problem_get_time (self->problem, out_slot->day, GW_MINUTE (0));
  out_slot->travel_before.value = get_travel_before ((GwWeekPlan *) self, operation, colleague);
  return TRUE;
}

GwId
gw_week_plan_get_colleague (const GwWeekPlan *self, GwId shift)
{
  gint32 index = gw_week_problem_find_shift (self->problem, shift);
  gint32 colleague = index >= 0 ? self->plan->colleague_of[index] : -1;

  if (colleague < 0)
    return GW_ID_NONE;
  return gw_record_get_id (gw_week_problem_get_colleague (self->problem, colleague));
}

GArray *
gw_week_plan_list_blocks (const GwWeekPlan *self, GwId shift)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (self->problem);
  const GwEngineBlock *blocks = gw_engine_problem_get_blocks (engine, NULL);
  GArray *list = g_array_new (FALSE, TRUE, sizeof (GwPlannedBlock));
  gint32 index = gw_week_problem_find_shift (self->problem, shift);
  const GwEngineShift *s;
  gint32 midnight;

  if (index < 0)
    return list;
  s = &gw_engine_problem_get_shifts (engine, NULL)[index];
  midnight = s->day * GW_MINUTES_A_DAY;
  for (gint32 i = s->first_block; i < s->first_block + s->n_blocks; i++)
    {
      const GwRecord *record = gw_week_problem_get_block (self->problem, i);
      GwPlannedBlock block = { .kind = blocks[i].kind == GW_ENGINE_BLOCK_MEETING ? GW_BLOCK_MEETING
                                       : blocks[i].kind == GW_ENGINE_BLOCK_ROLE ? GW_BLOCK_ROLE_TIME
                                                                                : GW_BLOCK_BREAK,
                               .record = record != NULL ? gw_record_get_id (record) : GW_ID_NONE,
                               .start = GW_MINUTE (self->plan->block_start[i] - midnight),
                               .duration = GW_SPAN (blocks[i].duration) };
      g_array_append_val (list, block);
    }
  return list;
}
