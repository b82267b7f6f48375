/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and trouble list of a plan. */
#include "config.h"

#include "gw-week-report.h"

#include "gw-planner-private.h"

#include "gw-absence-change.h"
#include "gw-engine-score.h"
#include "gw-person.h"
#include "gw-sentence.h"
#include "gw-shift.h"
#include "gw-visit-timing.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

/* Minutes from the time somebody would choose at which that wish is still kept. */
#define KEPT_WITHIN 15

/* --- numbers ---------------------------------------------------------------------------------- */

typedef struct
{
  const GwWeekProblem *week;
  const GwEngineProblem *engine;
  const GwEnginePlan *plan;
  const GwEngineOperation *operations;
  const GwEngineShift *shifts;
} View;

static View
look_at (const GwWeekPlan *plan)
{
  View view = { .week = gw_week_plan_get_problem (plan), .plan = gw_week_plan_get_engine (plan) };

  view.engine = gw_week_problem_get_engine (view.week);
  view.operations = gw_engine_problem_get_operations (view.engine, NULL);
  view.shifts = gw_engine_problem_get_shifts (view.engine, NULL);
  return view;
}

static gboolean
is_in_days (const View *view, gint32 operation)
{
  const GwVisit *visit = gw_week_problem_get_visit (view->week, operation, NULL);

  return gw_planner_input_has_day (gw_week_problem_get_input (view->week),
                                   gw_visit_get_day (visit));
}

static gboolean
is_shift_in_days (const View *view, gint32 shift)
{
  const GwShift *record = gw_week_problem_get_shift (view->week, shift);

  return gw_planner_input_has_day (gw_week_problem_get_input (view->week),
                                   gw_shift_get_day (record));
}

static gint32
get_holder (const View *view, gint32 operation)
{
  gint32 shift = view->plan->shift_of[operation];

  return shift >= 0 ? view->plan->colleague_of[shift] : -1;
}

static void
count_cover (const View *view, GwWeekNumbers *numbers)
{
  const GwRecord *last_short = NULL;

  for (gint32 i = 0; i < view->plan->n_operations; i++)
    {
      const GwRecord *visit = gw_week_problem_get_visit (view->week, i, NULL);

      if (!is_in_days (view, i))
        continue;
      numbers->n_visits++;
      if (view->plan->shift_of[i] >= 0 || visit == last_short ||
          !gw_id_is_none (gw_week_problem_get_homeless (view->week, i)))
        continue;
      numbers->n_to_cover++;
      last_short = visit;
    }
  for (gint32 i = 0; i < view->plan->n_shifts; i++)
    numbers->n_open_shifts += is_shift_in_days (view, i) && view->plan->colleague_of[i] < 0;
}

/* A wish about who: preferred colleagues, a gender or language that would be liked. */
static void
count_wishes_who (const View *view, GwWeekNumbers *numbers)
{
  gint32 n_fits;
  const GwEngineFit *fits = gw_engine_problem_get_fits (view->engine, &n_fits);
  g_autofree guint8 *wished = g_new0 (guint8, (gsize) view->plan->n_operations + 1);
  g_autofree guint8 *missed = g_new0 (guint8, (gsize) view->plan->n_operations + 1);

  for (gint32 i = 0; i < n_fits; i++)
    {
      if (fits[i].rule != GW_ENGINE_RULE_CHOICE && fits[i].rule != GW_ENGINE_RULE_LIKE)
        continue;
      wished[fits[i].operation] = TRUE;
      if (get_holder (view, fits[i].operation) == fits[i].colleague)
        missed[fits[i].operation] = TRUE;
    }
  for (gint32 i = 0; i < view->plan->n_operations; i++)
    {
      gboolean counts = wished[i] && is_in_days (view, i);
      numbers->n_wishes += counts;
      numbers->n_wishes_kept += counts && !missed[i] && get_holder (view, i) >= 0;
    }
}

/* A wish about when. */
static void
count_wishes_when (const View *view, GwWeekNumbers *numbers)
{
  const GwEngineWindow *windows = gw_engine_problem_get_windows (view->engine, NULL);

  for (gint32 i = 0; i < view->plan->n_operations; i++)
    {
      const GwEngineOperation *op = &view->operations[i];
      gint32 ideal = op->n_windows > 0 ? windows[op->first_window].ideal : GW_ENGINE_NO_TIME;

      if (ideal == GW_ENGINE_NO_TIME || !is_in_days (view, i))
        continue;
      numbers->n_wishes++;
      numbers->n_wishes_kept += view->plan->shift_of[i] >= 0 &&
                                ABS (view->plan->start_of[i] - ideal) <= KEPT_WITHIN;
    }
}

static void
count_faces (const View *view, GwWeekNumbers *numbers)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (gint32 i = 0; i < view->plan->n_operations; i++)
    {
      gint32 colleague = get_holder (view, i), person = view->operations[i].person;
      gpointer key = gw_planner_make_pair_key (person, colleague);

      if (colleague < 0 || person < 0 || !is_in_days (view, i) || !g_hash_table_add (seen, key))
        continue;
      numbers->new_faces += gw_engine_problem_get_history (view->engine, person, colleague) == 0;
    }
}

static gint
sum_blocks (const View *view, GwEngineBlockKind kind)
{
  gint32 n;
  const GwEngineBlock *blocks = gw_engine_problem_get_blocks (view->engine, &n);
  gint minutes = 0;

  for (gint32 i = 0; i < n; i++)
    if (blocks[i].kind == kind && is_shift_in_days (view, blocks[i].shift) &&
        view->plan->colleague_of[blocks[i].shift] >= 0)
      minutes += blocks[i].duration;
  return minutes;
}

typedef struct
{
  gint32 start, place, duration;
} Stop;

static gint
compare_stops (gconstpointer a, gconstpointer b)
{
  const Stop *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static gint
sum_legs (const View *view, gint32 shift, GArray *stops)
{
  gint32 mode =
      gw_engine_problem_get_colleagues (view->engine, NULL)[view->plan->colleague_of[shift]].mode;
  gint32 place = view->shifts[shift].start_place;
  gint minutes = 0;

  g_array_sort (stops, compare_stops);
  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      if (stop->place < 0)
        continue;
      minutes += gw_engine_problem_get_travel (view->engine, mode, place, stop->place);
      place = stop->place;
    }
  return minutes +
         gw_engine_problem_get_travel (view->engine, mode, place, view->shifts[shift].end_place);
}

static gint
sum_travel (const View *view)
{
  g_autofree GArray **stops = g_new0 (GArray *, (gsize) view->plan->n_shifts + 1);
  const GwEngineBlock *blocks = gw_engine_problem_get_blocks (view->engine, NULL);
  gint minutes = 0;

  for (gint32 i = 0; i < view->plan->n_shifts; i++)
    stops[i] = g_array_new (FALSE, FALSE, sizeof (Stop));
  for (gint32 i = 0; i < view->plan->n_operations; i++)
    if (view->plan->shift_of[i] >= 0)
      {
        Stop stop = { view->plan->start_of[i], view->operations[i].place, 0 };
        g_array_append_val (stops[view->plan->shift_of[i]], stop);
      }
  for (gint32 i = 0; i < view->plan->n_blocks; i++)
    {
      Stop stop = { view->plan->block_start[i], blocks[i].place, 0 };
      g_array_append_val (stops[blocks[i].shift], stop);
    }
  for (gint32 i = 0; i < view->plan->n_shifts; i++)
    {
      if (view->plan->colleague_of[i] >= 0 && is_shift_in_days (view, i))
        minutes += sum_legs (view, i, stops[i]);
      g_array_unref (stops[i]);
    }
  return minutes;
}

/* Paid time that nobody works is not part of the waterfall. */
static gboolean
is_away (const View *view, const GwShift *shift)
{
  GPtrArray *absences = gw_planner_input_get_records (gw_week_problem_get_input (view->week),
                                                      &gw_absence_type);

  for (guint i = 0; absences != NULL && i < absences->len; i++)
    if (gw_absence_takes_shift (g_ptr_array_index (absences, i), shift))
      return TRUE;
  return FALSE;
}

/* The records as they would be with the plan, for the waterfall, which reads records. */
static void
compute_share (const View *view, GTimeZone *zone, GwWeekNumbers *numbers)
{
  g_autoptr (GPtrArray) shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);

  for (gint32 i = 0; i < view->plan->n_shifts; i++)
    if (is_shift_in_days (view, i) && view->plan->colleague_of[i] >= 0)
      {
        g_autoptr (GwDraft) draft = gw_draft_new_for (gw_week_problem_get_shift (view->week, i));
        gw_shift_set_colleague (draft, gw_record_get_id (gw_week_problem_get_colleague (
                                           view->week, view->plan->colleague_of[i])));
        g_autoptr (GwRecord) shift = gw_draft_build (draft);
        if (!is_away (view, shift))
          g_ptr_array_add (shifts, g_steal_pointer (&shift));
      }
  for (gint32 i = 0; i < view->plan->n_operations; i++)
    if (get_holder (view, i) >= 0 && is_in_days (view, i))
      {
        g_autoptr (GwDraft)
            draft = gw_draft_new_for (gw_week_problem_get_visit (view->week, i, NULL));
        GwId id = gw_record_get_id (
            gw_week_problem_get_colleague (view->week, get_holder (view, i)));
        gw_draft_set_ids (draft, GW_VISIT_COLLEAGUES, &id, 1);
        g_ptr_array_add (visits, gw_draft_build (draft));
      }
  numbers->share = gw_contact_share_compute (
      shifts, visits, sum_blocks (view, GW_ENGINE_BLOCK_MEETING),
      sum_blocks (view, GW_ENGINE_BLOCK_ROLE), numbers->travel, zone);
}

void
gw_week_numbers_compute (const GwWeekPlan *plan, GTimeZone *zone, GwWeekNumbers *numbers)
{
  View view = look_at (plan);
  g_autoptr (GPtrArray) trouble = gw_week_plan_list_trouble (plan);
  g_autoptr (GTimeZone) local = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();

  *numbers = (GwWeekNumbers){ .n_clashes = trouble->len };
  count_cover (&view, numbers);
  count_wishes_who (&view, numbers);
  count_wishes_when (&view, numbers);
  count_faces (&view, numbers);
  numbers->travel = sum_travel (&view);
  compute_share (&view, local, numbers);
}

guint
gw_week_plan_count_to_cover (const GwWeekPlan *plan)
{
  View view = look_at (plan);
  GwWeekNumbers numbers = { 0 };

  count_cover (&view, &numbers);
  return numbers.n_to_cover;
}

gint
gw_week_numbers_get_wishes_permille (const GwWeekNumbers *numbers)
{
  if (numbers->n_wishes == 0)
    return 1000;
  return (gint) (numbers->n_wishes_kept * 1000 / numbers->n_wishes);
}
