/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of a small hand-made week. */
#include "config.h"

#include "gw-test-week.h"

#include "gw-planner-after.h"

GwId
test_id (guint number)
{
  return gw_id_from_seed (1, 7, number);
}

void
test_week_init (TestWeek *week)
{
  g_assert_true (gw_day_from_ymd (2026, 11, 23, &week->monday));
  week->input = gw_planner_input_new (week->monday, 7);
}

void
test_week_clear (TestWeek *week)
{
  g_clear_pointer (&week->input, gw_planner_input_unref);
}

GwDraft *
test_draft (const GwRecordType *type, guint number)
{
  return gw_draft_new_with_id (type, test_id (number));
}

void
test_add (TestWeek *week, GwDraft *draft)
{
  g_autoptr (GwRecord) record = gw_draft_build (draft);

  gw_planner_input_add (week->input, record);
  gw_draft_free (draft);
}

GwDraft *
test_colleague (guint number)
{
  static const char *const names[] = { "", "Marta", "Amina", "Joe" };
  GwDraft *draft = test_draft (&gw_colleague_type, number);

  gw_colleague_set_first_name (draft, names[number]);
  gw_colleague_set_gender (draft, number == TEST_JOE ? GW_GENDER_MAN : GW_GENDER_WOMAN);
  gw_colleague_set_contract (draft, GW_SPAN (35 * 60));
  gw_colleague_set_travel_mode (draft, GW_TRAVEL_CAR);
  return draft;
}

GwDraft *
test_person (guint number)
{
  GwDraft *draft = test_draft (&gw_person_type, number);

  gw_person_set_first_name (draft, number == TEST_ROSE ? "Rose" : "George");
  /* One kilometre apart: 4 min by car and 2 to park. */
  gw_person_set_location (draft,
                          (GwGeoPoint){ 51670000 + (number == TEST_ROSE ? 0 : 8993), -1288000 });
  return draft;
}

void
test_add_everybody (TestWeek *week)
{
  test_add (week, test_colleague (TEST_MARTA));
  test_add (week, test_colleague (TEST_AMINA));
  test_add (week, test_colleague (TEST_JOE));
  test_add (week, test_person (TEST_ROSE));
  test_add (week, test_person (TEST_GEORGE));
}

void
test_week_init_early (TestWeek *week)
{
  test_week_init (week);
  test_add_everybody (week);
  test_add (week, test_shift (week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
}

GwDraft *
test_shift (TestWeek *week, guint number, guint colleague, gint day, gint start, gint end)
{
  GwDraft *draft = test_draft (&gw_shift_type, number);

  if (colleague != 0)
    gw_shift_set_colleague (draft, test_id (colleague));
  gw_shift_set_day (draft, gw_day_add (week->monday, day));
  gw_shift_set_start (draft, GW_MINUTE (start));
  gw_shift_set_end (draft, GW_MINUTE (end));
  return draft;
}

GwDraft *
test_visit (TestWeek *week, guint number, guint person, gint day, gint ideal)
{
  GwDraft *draft = test_draft (&gw_visit_type, number);

  gw_visit_set_person (draft, test_id (person));
  gw_visit_set_day (draft, gw_day_add (week->monday, day));
  gw_visit_set_ideal (draft, GW_MINUTE (ideal));
  gw_visit_set_tolerance (draft, GW_SPAN (30));
  gw_visit_set_duration (draft, GW_SPAN (30));
  gw_visit_set_state (draft, GW_VISIT_STATE_PLANNED);
  return draft;
}

GwDraft *
test_give (GwDraft *visit, guint colleague, gint start)
{
  GwId id = test_id (colleague);

  gw_visit_set_colleagues (visit, (GwIds){ &id, 1 });
  gw_visit_set_start (visit, GW_MINUTE (start));
  return visit;
}

GwWeekProblem *
test_build (TestWeek *week)
{
  g_autoptr (GError) error = NULL;
  GwWeekProblem *problem = gw_week_problem_new (week->input, &error);

  g_assert_no_error (error);
  return problem;
}

GwWeekPlan *
test_build_current (TestWeek *week)
{
  g_autoptr (GwWeekProblem) problem = test_build (week);

  return gw_week_problem_dup_current (problem);
}

GwPricer *
test_build_pricer (TestWeek *week)
{
  g_autoptr (GwWeekPlan) plan = test_build_current (week);

  return gw_pricer_new (plan);
}

GwPlannerInput *
test_apply (GwPlannerInput *input, GPtrArray *records, GwChange *change)
{
  g_autoptr (GPtrArray) altered = gw_planner_list_after (input, change);
  g_autoptr (GHashTable) now = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);
  g_autofree GwId *ids = g_new (GwId, altered->len + 1);
  GwPlannerInput *after = gw_planner_input_new (gw_planner_input_get_first_day (input),
                                                gw_planner_input_get_n_days (input));

  for (guint i = 0; i < altered->len; i++)
    {
      ids[i] = gw_record_get_id (g_ptr_array_index (altered, i));
      g_hash_table_insert (now, &ids[i], g_ptr_array_index (altered, i));
    }
  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);
      GwId id = gw_record_get_id (record);
      const GwRecord *changed = g_hash_table_lookup (now, &id);

      gw_planner_input_add (after, changed != NULL ? changed : record);
    }
  return after;
}
