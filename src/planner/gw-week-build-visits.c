/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * People and their visits: windows, double-ups that start together, medicine gaps,
 * where the records have them now, what is pinned, and the past, which stays as it is.
 */
#include "config.h"

#include "gw-week-problem-private.h"

#include "gw-error.h"
#include "gw-person.h"
#include "gw-shift-change.h"
#include "gw-visit-timing.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

#define LONGEST_VISIT (24 * 60)
#define MOST_SKILLS 64
/* Penalties for what is not covered, and the pity of an optional visit left out. */
#define PRIORITY_CRITICAL 100
#define PRIORITY_AGREED 30
#define PRIORITY_FLEXIBLE 10
#define PRIORITY_WELLBEING 100
#define CHANGE_COST 4
/* The inner seven days should hardly change any more. */
#define CHANGE_COST_SOON 10
#define SOON (7 * GW_MINUTES_A_DAY)
/* Who is covered does not lose a visit for somebody else's, however urgent. */
#define COVERED_FIRST 20

/* --- people ----------------------------------------------------------------------------------- */

static gint32
add_person (GwWeekBuild *build, const GwPerson *person)
{
  GwId id = gw_record_get_id (person);
  gint32 index = GPOINTER_TO_INT (g_hash_table_lookup (build->week->person_of, &id)) - 1;
  GwEnginePerson limits;

  if (index >= 0)
    return index;
  gw_engine_person_init (&limits);
  index = gw_engine_builder_add_person (build->builder, &limits);
  g_ptr_array_add (build->week->persons, (gpointer) person);
  g_hash_table_insert (build->week->person_of, g_memdup2 (&id, sizeof id),
                       GINT_TO_POINTER (index + 1));
  return index;
}

static gboolean
is_supported (const GwPerson *person)
{
  gint status = gw_person_get_status (person);

  return status == 0 || status == GW_PERSON_SUPPORTED;
}

/* --- where it is now -------------------------------------------------------------------------- */

/* How badly a start fits into a shift: 0 inside, else minutes away. */
static gint
get_distance (const GwEngineShift *bounds, gint32 start, gint32 duration)
{
  if (start < bounds->start)
    return bounds->start - start;
  if (start + duration > bounds->end)
    return start + duration - bounds->end;
  return 0;
}

/* The shift in which a colleague does a visit: of the visit's day or of the night before, the one
 * that holds it, or the nearest of the day. */
static gint32
find_house (const GwWeekBuild *build, GwId colleague, GwDay day, gint32 start, gint32 duration)
{
  GPtrArray *shifts = gw_week_build_list_shifts (build, colleague);
  gint32 best = GW_ENGINE_NONE;
  gint nearest = G_MAXINT;

  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    {
      const GwShift *record = g_ptr_array_index (shifts, i);
      GwEngineShift bounds = { 0 };
      gint days = gw_day_diff (day, gw_shift_get_day (record));
      gint32 index = days == 0 || days == 1
                         ? gw_week_problem_find_shift (build->week, gw_record_get_id (record))
                         : GW_ENGINE_NONE;
      gint distance;

      if (index < 0)
        continue;
      bounds.start = gw_week_build_time (build, gw_shift_get_day (record),
                                         gw_shift_get_start (record).value);
      bounds.end = gw_week_build_time (build, gw_shift_get_day (record),
                                       gw_shift_get_end (record).value);
      distance = get_distance (&bounds, start, duration);
      if ((days == 1 && distance > 0) || distance >= nearest)
        continue;
      nearest = distance;
      best = index;
    }
  return best;
}

/* --- operations ------------------------------------------------------------------------------- */

typedef struct
{
  const GwVisit *visit;
  GwDay day;
  gint32 midnight;
  gint32 start;
  gint32 duration;
  gint32 person;
  gint32 place;
  guint64 skills;
  gboolean is_fixed; /* past, or happened */
  gboolean is_pinned;
  guint n_slots;
} Draft;

/* The bit of @skill, new if need be; 0 with a sentence when there is none left. */
static guint64
add_skill_bit (GwWeekBuild *build, GwId skill)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (build->bit_of_skill, &skill));

  if (number == 0)
    {
      number = g_hash_table_size (build->bit_of_skill) + 1;
      if (number > MOST_SKILLS)
        {
          if (build->error == NULL)
            g_set_error (&build->error, GW_ERROR, GW_ERROR_INVALID,
                         _ ("Visits of these days ask for more than %d different skills. "
                            "Please plan fewer days or one team at a time."),
                         MOST_SKILLS);
          return 0;
        }
      g_hash_table_insert (build->bit_of_skill, g_memdup2 (&skill, sizeof skill),
                           GUINT_TO_POINTER (number));
      g_array_append_val (build->week->skills, skill);
    }
  return G_GUINT64_CONSTANT (1) << (number - 1);
}

static guint64
add_skill_bits (GwWeekBuild *build, const GwVisit *visit)
{
  GwIds skills = gw_visit_get_skills (visit);
  guint64 bits = 0;

  for (guint i = 0; i < skills.n && build->error == NULL; i++)
    bits |= add_skill_bit (build, skills.ids[i]);
  return bits;
}

static void
set_priority (const GwVisit *visit, GwEngineOperation *op)
{
  if (gw_visit_get_kind (visit) == GW_VISIT_KIND_WELLBEING)
    {
      op->is_optional = TRUE;
      op->priority = PRIORITY_WELLBEING;
    }
  else if (gw_visit_get_firmness (visit) == GW_FIRMNESS_CRITICAL)
    op->priority = PRIORITY_CRITICAL;
  else if (gw_visit_get_firmness (visit) == GW_FIRMNESS_FLEXIBLE)
    op->priority = PRIORITY_FLEXIBLE;
  else
    op->priority = PRIORITY_AGREED;
}

static void
add_window (GwWeekBuild *build, const Draft *draft, gint32 operation)
{
  GwStartWindow window = gw_visit_get_window (draft->visit);
  gboolean is_wished = gw_visit_get_firmness (draft->visit) != GW_FIRMNESS_FLEXIBLE &&
                       (gw_visit_has_ideal (draft->visit) || gw_visit_has_start (draft->visit));
  gint32 ideal = is_wished ? draft->midnight + window.ideal.value : GW_ENGINE_NO_TIME;

  gw_engine_builder_add_window (build->builder, operation, draft->midnight + window.earliest.value,
                                draft->midnight + MAX (window.latest.value, window.earliest.value),
                                ideal);
}

static gint32
get_change_cost (const GwWeekBuild *build, const Draft *draft)
{
  gint32 now = build->week->now;

  return now != GW_ENGINE_NO_TIME && draft->start < now + SOON ? CHANGE_COST_SOON : CHANGE_COST;
}

static gboolean
is_away (const GwWeekBuild *build, gint32 colleague, gint32 start, gint32 end)
{
  for (guint i = 0; i < build->absences->len; i++)
    {
      const GwEngineAbsence *absence = &g_array_index (build->absences, GwEngineAbsence, i);
      if (absence->colleague == colleague && absence->start < end && absence->end > start)
        return TRUE;
    }
  return FALSE;
}

static void
add_slot (GwWeekBuild *build, const Draft *draft, guint slot)
{
  GwIds colleagues = gw_visit_get_colleagues (draft->visit);
  GwWeekOperation mine = { draft->visit, slot, GW_ID_NONE, !draft->is_fixed };
  gint32 house = GW_ENGINE_NONE, index;
  GwEngineOperation op;

  gw_engine_operation_init (&op);
  op.person = draft->person;
  op.place = draft->place;
  op.visit = (gint32) g_hash_table_size (build->week->operation_of);
  op.duration = draft->duration;
  op.skills = draft->skills;
  set_priority (draft->visit, &op);
  if (slot < colleagues.n)
    {
      house = find_house (build, colleagues.ids[slot], draft->day, draft->start, draft->duration);
      if (house < 0)
        mine.homeless = colleagues.ids[slot];
    }
  if (house >= 0)
    {
      op.reference_colleague = gw_week_problem_find_colleague (build->week, colleagues.ids[slot]);
      op.reference_start = draft->start;
      op.change_cost = get_change_cost (build, draft);
      if (build->is_gentle &&
          !is_away (build, op.reference_colleague, draft->start, draft->start + draft->duration))
        op.priority *= COVERED_FIRST;
      if (draft->is_fixed || draft->is_pinned)
        {
          op.pin_shift = house;
          op.pin_start = draft->start;
        }
    }
  index = gw_engine_builder_add_operation (build->builder, &op);
  add_window (build, draft, index);
  g_array_append_val (build->week->operations, mine);
  g_array_append_val (build->warm_shift, house);
  g_array_append_val (build->warm_start, draft->start);
}

/* Both or neither, and at the same time, since a visit has one start. */
static void
add_together (GwWeekBuild *build, gint32 first, guint n_slots)
{
  for (guint i = 1; i < n_slots; i++)
    {
      GwEngineLink link = { GW_ENGINE_LINK_TOGETHER, first, first + (gint32) i, 0, 0, FALSE };
      gw_engine_builder_add_link (build->builder, &link);
    }
  for (guint i = 1; i < n_slots; i++)
    for (guint j = i + 1; j < n_slots; j++)
      {
        GwEngineLink link = {
          GW_ENGINE_LINK_DIFFERENT, first + (gint32) i, first + (gint32) j, 0, 0, FALSE
        };
        gw_engine_builder_add_link (build->builder, &link);
      }
}

/* --- visits ----------------------------------------------------------------------------------- */

/* Whether @colleague comes to @visit in a shift of the evening before, which @out_is_here or not. */
static gboolean
is_in_evening_shift (const GwWeekBuild *build, const GwVisit *visit, GwId colleague,
                     gboolean *out_is_here)
{
  GPtrArray *shifts = gw_week_build_list_shifts (build, colleague);

  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    {
      const GwShift *shift = g_ptr_array_index (shifts, i);

      if (gw_day_diff (gw_visit_get_day (visit), gw_shift_get_day (shift)) == 1 &&
          gw_shift_has_visit (shift, visit))
        {
          *out_is_here = gw_week_build_has_night (build, shift);
          return TRUE;
        }
    }
  return FALSE;
}

/* What lies after the first midnight in shifts that are not here, such as another team's. */
static gboolean
is_of_night_elsewhere (const GwWeekBuild *build, const GwVisit *visit)
{
  GwIds colleagues = gw_visit_get_colleagues (visit);
  gboolean all_here = TRUE;

  if (gw_day_compare (gw_visit_get_day (visit), build->week->origin) != 0 ||
      !gw_visit_is_covered (visit))
    return FALSE;
  for (guint i = 0; i < colleagues.n; i++)
    {
      gboolean is_here = FALSE;

      if (!is_in_evening_shift (build, visit, colleagues.ids[i], &is_here))
        return FALSE;
      all_here = all_here && is_here;
    }
  return !all_here;
}

static gboolean
make_draft (GwWeekBuild *build, const GwVisit *visit, Draft *draft)
{
  GwPlannerInput *input = build->week->input;
  const GwPerson *person = gw_planner_input_find (input, &gw_person_type,
                                                  gw_visit_get_person (visit));
  gint state = gw_visit_get_state (visit);
  gboolean is_past;

  *draft = (Draft){ .visit = visit, .day = gw_visit_get_day (visit) };
  draft->midnight = gw_week_build_time (build, draft->day, 0);
  if (draft->midnight < 0 || draft->midnight >= build->week->n_days * GW_MINUTES_A_DAY ||
      !gw_visit_is_live (visit) || person == NULL || !is_supported (person) ||
      !gw_week_build_is_our_team (build, gw_person_get_team (person)) ||
      is_of_night_elsewhere (build, visit))
    return FALSE;
  draft->start = draft->midnight +
                 CLAMP (gw_visit_get_shown_start (visit).value, 0, 2 * GW_MINUTES_A_DAY);
  is_past = (build->week->now != GW_ENGINE_NO_TIME && draft->start < build->week->now) ||
            state == GW_VISIT_STATE_DONE || state == GW_VISIT_STATE_NOBODY_CAME;
  draft->is_fixed = is_past || !gw_planner_input_has_day (input, draft->day);
  draft->is_pinned = gw_visit_get_pinned (visit);
  /* What is over and was never covered can no longer be planned. */
  if (is_past && gw_visit_get_colleagues (visit).n == 0)
    return FALSE;
  draft->duration = CLAMP (gw_visit_get_duration (visit).value, 1, LONGEST_VISIT);
  draft->n_slots = MAX (gw_visit_get_needed (visit), gw_visit_get_colleagues (visit).n);
  draft->n_slots = MIN (draft->n_slots, 8);
  draft->person = add_person (build, person);
  draft->place = gw_week_build_add_place (build, person);
  draft->skills = add_skill_bits (build, visit);
  return TRUE;
}

static void
add_visit (GwWeekBuild *build, const GwVisit *visit)
{
  GwId id = gw_record_get_id (visit);
  gint32 first = (gint32) build->week->operations->len;
  Draft draft;

  if (!make_draft (build, visit, &draft))
    return;
  for (guint slot = 0; slot < draft.n_slots; slot++)
    add_slot (build, &draft, slot);
  g_hash_table_insert (build->week->operation_of, g_memdup2 (&id, sizeof id),
                       GINT_TO_POINTER (first + 1));
  add_together (build, first, draft.n_slots);
}

/* A gap to the visit before, from start to start. Without a figure: not before it ends. */
static void
add_lag (GwWeekBuild *build, gint32 operation)
{
  const GwVisit *visit = gw_week_problem_get_visit (build->week, operation, NULL);
  GwId before_id = gw_visit_get_after (visit);
  gint32 before = gw_week_problem_find_operations (build->week, before_id, NULL);
  GwEngineLink link = { GW_ENGINE_LINK_LAG, before, operation, 0, INT32_MAX, FALSE };
  const GwVisit *first;

  if (gw_id_is_none (before_id) || before < 0 || before == operation)
    return;
  first = gw_week_problem_get_visit (build->week, before, NULL);
  link.min = gw_visit_has_gap_least (visit) ? gw_visit_get_gap_least (visit).value
                                            : gw_visit_get_duration (first).value;
  link.min = CLAMP (link.min, 0, 7 * GW_MINUTES_A_DAY);
  if (gw_visit_has_gap_most (visit))
    link.max = CLAMP (gw_visit_get_gap_most (visit).value, link.min, 7 * GW_MINUTES_A_DAY);
  gw_engine_builder_add_link (build->builder, &link);
}

void
gw_week_build_visits (GwWeekBuild *build)
{
  GPtrArray *visits = gw_planner_input_get_records (build->week->input, &gw_visit_type);

  for (guint i = 0; i < visits->len; i++)
    add_visit (build, g_ptr_array_index (visits, i));
  for (guint i = 0; i < build->week->operations->len; i++)
    if (g_array_index (build->week->operations, GwWeekOperation, i).slot == 0)
      add_lag (build, (gint32) i);
}
