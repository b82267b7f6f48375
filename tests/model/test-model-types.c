/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables are sound: keys, targets, choices, titles; and rules between fields speak. */
#include "config.h"

#include "gw-model-fixtures.h"

#include "gw-colleague.h"
#include "gw-model.h"
#include "gw-person.h"
#include "gw-problem-list.h"
#include "gw-travel-override.h"

static void
check_field (const GwRecordType *type, guint index)
{
  const GwField *field = &type->fields[index];
  gboolean refers = field->kind == GW_FIELD_REFERENCE || field->kind == GW_FIELD_REFERENCES;
  gboolean chooses = field->kind == GW_FIELD_CHOICE || field->kind == GW_FIELD_CHOICES;

  g_assert_nonnull (field->label);
  g_assert_cmpint (gw_record_type_find_field (type, field->key), ==, (gint) index);
  g_assert_true (refers == (field->target != NULL));
  if (refers)
    g_assert_nonnull (gw_model_find_type (field->target));
  g_assert_true (chooses == (field->choices != NULL));
  g_assert_cmpint (field->minimum, <=, field->maximum);
}

static void
test_tables (void)
{
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  g_assert_cmpuint (n_types, >=, 16);
  for (guint t = 0; t < n_types; t++)
    {
      const GwRecordType *type = types[t];

      g_assert_true (gw_model_find_type (type->key) == type);
      g_assert_cmpuint (type->n_fields, <=, 64);
      g_assert_nonnull (type->fields[0].group);
      for (guint i = 0; i < type->n_fields; i++)
        check_field (type, i);
      for (guint i = 0; type->title_fields[i] >= 0; i++)
        g_assert_cmpint (type->title_fields[i], <, (gint) type->n_fields);
    }
}

/* A request about these opens a conversation; they are never a rule, so never a field. */
static void
test_no_forbidden_fields (void)
{
  static const char *const forbidden[] = { "race", "religion", "nationality", "ethnicity" };
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
      g_assert_cmpint (gw_record_type_find_field (types[t], forbidden[i]), ==, -1);
}

static void
assert_problem (GwDraft *draft, guint field)
{
  g_autoptr (GwRecord) record = gw_draft_build (draft);
  g_autoptr (GwProblemList) problems = gw_record_validate (record);

  g_assert_nonnull (gw_problem_list_find (problems, (gint) field));
}

static void
test_rules_between_fields (void)
{
  g_autoptr (GwDraft) colleague = gw_draft_new (&gw_colleague_type);
  g_autoptr (GwDraft) person = gw_draft_new (&gw_person_type);
  g_autoptr (GwDraft) travel = gw_draft_new (&gw_travel_override_type);
  g_autoptr (GwRecord) fine = fixture_visit (GW_ID_NONE);
  g_autoptr (GwDraft) visit = gw_draft_new_for (fine);
  g_autoptr (GwProblemList) none = gw_record_validate (fine);
  GwId both = fixture_id (9);

  g_assert_cmpuint (gw_problem_list_get_n (none), ==, 0);
  gw_colleague_set_first_name (colleague, "Marta");
  gw_colleague_set_greatest_week (colleague, GW_SPAN (50 * 60));
  assert_problem (colleague, GW_COLLEAGUE_GREATEST_WEEK);
  gw_person_set_preferred (person, (GwIds){ &both, 1 });
  gw_person_set_declined (person, (GwIds){ &both, 1 });
  assert_problem (person, GW_PERSON_DECLINED);
  assert_problem (person, GW_PERSON_FIRST_NAME);
  assert_problem (travel, GW_TRAVEL_OVERRIDE_FROM_PERSON);
  gw_visit_set_state (visit, GW_VISIT_STATE_CANCELLED);
  assert_problem (visit, GW_VISIT_CANCELLED_BY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/types/tables", test_tables);
  g_test_add_func ("/model/types/no-forbidden-fields", test_no_forbidden_fields);
  g_test_add_func ("/model/types/rules-between-fields", test_rules_between_fields);
  return g_test_run ();
}
