/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How colleagues and people fit: who was declined, what a person must have or would like,
 * what a colleague cannot work with, who knows whom, and where the doors are.
 */
#include "config.h"

#include "gw-week-problem-private.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-place.h"
#include "gw-text.h"
#include "gw-travel-matrix.h"
#include "gw-travel-override.h"
#include "gw-visit-timing.h"
#include "gw-visit.h"

#define POINTS_CHOICE 10
#define POINTS_GENDER 8
#define POINTS_LANGUAGE 5
/* Somebody who came so often in 28 days belongs to the person's regular team. */
#define REGULAR_VISITS 6

/* --- fits ------------------------------------------------------------------------------------- */

typedef struct
{
  GwEngineRule rule;
  gint32 points;
} Reason;

static void
add_reason (GArray *reasons, GwEngineRule rule, gint32 points)
{
  Reason reason = { rule, points };

  g_array_append_val (reasons, reason);
}

static void
collect_hard (GArray *reasons, const GwPerson *person, const GwColleague *colleague)
{
  gint wish = gw_person_get_gender_wish (person);

  if (gw_ids_has (gw_person_get_declined (person), gw_record_get_id (colleague)))
    add_reason (reasons, GW_ENGINE_RULE_DECLINED, 0);
  if (wish != 0 && gw_person_get_gender_must (person) &&
      gw_colleague_get_gender (colleague) != wish)
    add_reason (reasons, GW_ENGINE_RULE_MUST, 0);
  if ((gw_person_get_home_features (person) & gw_colleague_get_cannot_with (colleague)) != 0)
    add_reason (reasons, GW_ENGINE_RULE_LIMIT, 0);
}

static void
collect_soft (GArray *reasons, const GwPerson *person, const GwColleague *colleague)
{
  GwIds preferred = gw_person_get_preferred (person);
  gint wish = gw_person_get_gender_wish (person);
  const char *language = gw_person_get_language_wish (person);

  if (preferred.n > 0 && !gw_ids_has (preferred, gw_record_get_id (colleague)))
    add_reason (reasons, GW_ENGINE_RULE_CHOICE, POINTS_CHOICE);
  if (wish != 0 && !gw_person_get_gender_must (person) &&
      gw_colleague_get_gender (colleague) != wish)
    add_reason (reasons, GW_ENGINE_RULE_LIKE, POINTS_GENDER);
  if (language[0] != '\0' && !gw_text_contains (gw_colleague_get_languages (colleague), language))
    add_reason (reasons, GW_ENGINE_RULE_LIKE, POINTS_LANGUAGE);
}

static void
fit_person (GwWeekBuild *build, const GwPerson *person, gint32 colleague, GArray *operations)
{
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (Reason));

  collect_hard (reasons, person, g_ptr_array_index (build->week->colleagues, colleague));
  collect_soft (reasons, person, g_ptr_array_index (build->week->colleagues, colleague));
  for (guint r = 0; r < reasons->len; r++)
    for (guint i = 0; i < operations->len; i++)
      {
        const Reason *reason = &g_array_index (reasons, Reason, r);
        gw_engine_builder_add_fit (build->builder, g_array_index (operations, gint32, i), colleague,
                                   reason->rule, reason->points);
      }
}

void
gw_week_build_fits (GwWeekBuild *build)
{
  GwWeekProblem *week = build->week;

  for (guint p = 0; p < week->persons->len; p++)
    {
      g_autoptr (GArray) operations = g_array_new (FALSE, FALSE, sizeof (gint32));
      const GwPerson *person = g_ptr_array_index (week->persons, p);

      for (gint32 i = 0; (guint) i < week->operations->len; i++)
        if (gw_id_equal (gw_visit_get_person (gw_week_problem_get_visit (week, i, NULL)),
                         gw_record_get_id (person)))
          g_array_append_val (operations, i);
      for (guint c = 0; c < week->colleagues->len; c++)
        fit_person (build, person, (gint32) c, operations);
    }
}

/* --- who knows whom --------------------------------------------------------------------------- */

static guint
hash_pair (gconstpointer pointer)
{
  const GwWeekPair *pair = pointer;

  return (guint) pair->person * 65599 + (guint) pair->colleague;
}

static gboolean
equal_pairs (gconstpointer a, gconstpointer b)
{
  const GwWeekPair *first = a, *second = b;

  return first->person == second->person && first->colleague == second->colleague;
}

static void
note_pair (GwWeekProblem *week, gint32 person, gint32 colleague, gint day, gboolean is_recent)
{
  GwWeekPair pair = { person, colleague };
  GwWeekVisits *known = g_hash_table_lookup (week->visits_before, &pair);

  if (known == NULL)
    {
      known = g_new0 (GwWeekVisits, 1);
      known->first_day = day;
      g_hash_table_insert (week->visits_before, g_memdup2 (&pair, sizeof pair), known);
    }
  known->first_day = MIN (known->first_day, day);
  known->n_recent += is_recent;
}

static void
note_visit (GwWeekProblem *week, const GwVisit *visit)
{
  GwIds colleagues = gw_visit_get_colleagues (visit);
  GwId person_id = gw_visit_get_person (visit);
  gint32 person = GPOINTER_TO_INT (g_hash_table_lookup (week->person_of, &person_id)) - 1;
  gint day = gw_day_diff (gw_visit_get_day (visit), week->origin);

  if (person < 0 || day >= 0 || colleagues.n == 0 || !gw_visit_is_live (visit) ||
      gw_visit_get_state (visit) == GW_VISIT_STATE_NOBODY_CAME)
    return;
  week->oldest_visit[person] = MIN (week->oldest_visit[person], day);
  for (guint i = 0; i < colleagues.n; i++)
    {
      gint32 colleague = gw_week_problem_find_colleague (week, colleagues.ids[i]);
      if (colleague >= 0)
        note_pair (week, person, colleague, day, day >= week->n_days - GW_WEEK_RECENT_DAYS);
    }
}

static void
add_regular_team (GwWeekBuild *build, gint32 index)
{
  const GwPerson *person = g_ptr_array_index (build->week->persons, index);
  GwIds preferred = gw_person_get_preferred (person);
  GwId link_worker = gw_person_get_link_worker (person);

  for (gint32 c = 0; (guint) c < build->week->colleagues->len; c++)
    {
      GwWeekPair pair = { index, c };
      const GwWeekVisits *known = g_hash_table_lookup (build->week->visits_before, &pair);
      GwId id = gw_record_get_id (g_ptr_array_index (build->week->colleagues, c));

      if (gw_ids_has (preferred, id) || gw_id_equal (id, link_worker) ||
          (known != NULL && known->n_recent >= REGULAR_VISITS))
        gw_engine_builder_add_regular (build->builder, index, c);
    }
}

void
gw_week_build_history (GwWeekBuild *build)
{
  GwWeekProblem *week = build->week;
  GPtrArray *visits = gw_planner_input_get_records (week->input, &gw_visit_type);
  GHashTableIter iter;
  gpointer key, value;

  week->visits_before = g_hash_table_new_full (hash_pair, equal_pairs, g_free, g_free);
  week->oldest_visit = g_new (gint, MAX (week->persons->len, 1));
  for (guint i = 0; i < week->persons->len; i++)
    week->oldest_visit[i] = G_MAXINT;
  for (guint i = 0; i < visits->len; i++)
    note_visit (week, g_ptr_array_index (visits, i));
  for (guint i = 0; i < week->persons->len; i++)
    add_regular_team (build, (gint32) i);
  g_hash_table_iter_init (&iter, week->visits_before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const GwWeekPair *pair = key;
      const GwWeekVisits *known = value;
      if (known->n_recent > 0)
        gw_engine_builder_add_history (build->builder, pair->person, pair->colleague,
                                       known->n_recent);
    }
}

/* --- doors and travel ------------------------------------------------------------------------- */

gint32
gw_week_build_add_place (GwWeekBuild *build, const GwRecord *record)
{
  GwId id = gw_record_get_id (record);
  gint32 place = GPOINTER_TO_INT (g_hash_table_lookup (build->place_of, &id)) - 1;
  GwTravelStop stop;

  if (place >= 0)
    return place;
  gw_planner_travel_make_stop (record, &stop);
  g_array_append_val (build->stops, stop);
  g_hash_table_insert (build->place_of, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (build->stops->len));
  return (gint32) build->stops->len - 1;
}

static void
add_override (GwTravelModel *model, const GwTravelOverride *override)
{
  GwId from = gw_travel_override_get_from_person (override);
  GwId to = gw_travel_override_get_to_person (override);
  gint mode = gw_travel_override_get_mode (override);
  GwTravelBy by = mode >= GW_TRAVEL_CAR && mode <= GW_TRAVEL_BUS
                      ? (GwTravelBy) (mode - GW_TRAVEL_CAR)
                      : GW_TRAVEL_BY_ANY;
  gint minutes = MAX (gw_travel_override_get_duration (override).value, 0);

  if (gw_id_is_none (from))
    from = gw_travel_override_get_from_place (override);
  if (gw_id_is_none (to))
    to = gw_travel_override_get_to_place (override);
  if (gw_id_is_none (from) || gw_id_is_none (to))
    return;
  gw_travel_model_add (model, GW_TRAVEL_SOURCE_OVERRIDE, by, from, to, minutes);
  if (gw_travel_override_get_both_ways (override))
    gw_travel_model_add (model, GW_TRAVEL_SOURCE_OVERRIDE, by, to, from, minutes);
}

void
gw_week_build_travel (GwWeekBuild *build)
{
  GwTravelModel *given = gw_planner_input_get_travel (build->week->input);
  g_autoptr (GwTravelModel) model = given != NULL ? gw_travel_model_copy (given)
                                                  : gw_travel_model_new (NULL);
  g_autoptr (GwTravelMatrix) matrix = NULL;
  GPtrArray *overrides = gw_planner_input_get_records (build->week->input,
                                                       &gw_travel_override_type);
  gint32 n = (gint32) build->stops->len;

  for (guint i = 0; i < overrides->len; i++)
    add_override (model, g_ptr_array_index (overrides, i));
  matrix = gw_travel_matrix_compute (model, (const GwTravelStop *) (gpointer) build->stops->data,
                                     build->stops->len);
  gw_engine_builder_set_places (build->builder, n, GW_TRAVEL_BY_N);
  for (GwTravelBy by = 0; by < GW_TRAVEL_BY_N; by++)
    for (gint32 from = 0; from < n; from++)
      for (gint32 to = 0; to < n; to++)
        gw_engine_builder_set_travel (build->builder, by, from, to,
                                      gw_travel_matrix_get (matrix, by, (guint) from, (guint) to));
  build->week->n_guessed_legs = gw_travel_matrix_get_n_guessed (matrix);
}
