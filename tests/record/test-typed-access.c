/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as an X-macro: its rows, and typed getters and setters. */

#include "config.h"

#include "gw-outing.h"

static void
test_table (void)
{
  const GwField *day = &gw_outing_type.fields[GW_OUTING_DAY];

  g_assert_cmpuint (gw_outing_type.n_fields, ==, GW_OUTING_N_FIELDS);
  g_assert_cmpstr (gw_outing_type.key, ==, "outing");
  g_assert_cmpuint (gw_outing_type.since, ==, 2);
  g_assert_cmpstr (day->key, ==, "day");
  g_assert_cmpint (day->kind, ==, GW_FIELD_DAY);
  g_assert_cmpstr (day->label, ==, "Day");
  g_assert_cmpuint (day->since, ==, 1);
  g_assert_cmpuint (gw_outing_type.fields[GW_OUTING_DOOR_CODE].since, ==, 2);
  g_assert_cmpint (gw_record_type_find_field (&gw_outing_type, "miles"), ==, GW_OUTING_MILES);
  g_assert_cmpint (gw_record_type_find_field (&gw_outing_type, "Miles"), ==, -1);
  g_assert_true (gw_field_is_set (&gw_outing_type.fields[GW_OUTING_COMPANIONS]));
  g_assert_false (gw_field_is_set (&gw_outing_type.fields[GW_OUTING_PERSON]));
}

static void
test_choices (void)
{
  const GwField *field = &gw_outing_type.fields[GW_OUTING_TRANSPORT];

  g_assert_cmpstr (gw_field_find_choice (field, 5)->key, ==, "on_foot");
  g_assert_null (gw_field_find_choice (field, 0));
  g_assert_null (gw_field_find_choice (field, 3));
  g_assert_cmpint (gw_field_find_choice_by_key (field, "bus")->number, ==, 2);
  g_assert_cmpint (gw_field_find_choice_by_key (field, "ON FOOT")->number, ==, 5);
  g_assert_null (gw_field_find_choice_by_key (field, "train"));
  g_assert_null (gw_field_find_choice_by_key (field, ""));
  g_assert_null (gw_field_find_choice (&gw_outing_type.fields[GW_OUTING_TITLE], 1));
}

static GwDraft *
make_draft (GwIds companions, GwId person)
{
  GwDraft *draft = gw_draft_new (&gw_outing_type);

  gw_outing_set_title (draft, "Garden centre");
  gw_outing_set_day (draft, gw_day_ymd (2026, 11, 24));
  gw_outing_set_start (draft, GW_HM (14, 30));
  gw_outing_set_length (draft, GW_SPAN (90));
  gw_outing_set_cost (draft, GW_MONEY (1360));
  gw_outing_set_miles (draft, 125);
  gw_outing_set_is_free (draft, FALSE);
  gw_outing_set_transport (draft, 2);
  gw_outing_set_supports (draft, 1u << 1 | 1u << 5);
  gw_outing_set_made (draft, GW_INSTANT (G_GINT64_CONSTANT (1795505400000000)));
  gw_outing_set_person (draft, person);
  gw_outing_set_companions (draft, companions);
  gw_outing_set_place (draft, (GwGeoPoint){ 51507400, -127800 });
  gw_outing_set_door_code (draft, "1234");
  return draft;
}

static void
test_round_trip (void)
{
  GwId ids[] = { gw_id_new (), gw_id_new (), gw_id_new () };
  GwIds companions = { ids, 2 };
  g_autoptr (GwDraft) draft = make_draft (companions, ids[2]);
  g_autoptr (GwOuting) outing = gw_draft_build (draft);

  g_assert_cmpstr (gw_outing_get_title (outing), ==, "Garden centre");
  g_assert_cmpint (gw_outing_get_day (outing).value, ==, gw_day_ymd (2026, 11, 24).value);
  g_assert_cmpint (gw_outing_get_start (outing).value, ==, 870);
  g_assert_cmpint (gw_outing_get_length (outing).value, ==, 90);
  g_assert_cmpint (gw_outing_get_cost (outing).value, ==, 1360);
  g_assert_cmpint (gw_outing_get_miles (outing), ==, 125);
  g_assert_true (gw_outing_has_is_free (outing));
  g_assert_false (gw_outing_get_is_free (outing));
  g_assert_cmpint (gw_outing_get_transport (outing), ==, 2);
  g_assert_cmpuint (gw_outing_get_supports (outing), ==, 34);
  g_assert_cmpint (gw_outing_get_made (outing).value, ==, G_GINT64_CONSTANT (1795505400000000));
  g_assert_true (gw_id_equal (gw_outing_get_person (outing), ids[2]));
  g_assert_cmpuint (gw_outing_get_companions (outing).n, ==, 2);
  g_assert_true (gw_ids_has (gw_outing_get_companions (outing), ids[1]));
  g_assert_false (gw_ids_has (gw_outing_get_companions (outing), ids[2]));
  g_assert_cmpint (gw_outing_get_place (outing).longitude, ==, -127800);
  g_assert_cmpstr (gw_outing_get_door_code (outing), ==, "1234");
}

static void
test_empty (void)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_outing_type);
  g_autoptr (GwOuting) outing = gw_draft_build (draft);

  g_assert_false (gw_outing_has_title (outing));
  g_assert_cmpstr (gw_outing_get_title (outing), ==, "");
  g_assert_cmpint (gw_outing_get_day (outing).value, ==, 0);
  g_assert_false (gw_outing_has_is_free (outing));
  g_assert_true (gw_id_is_none (gw_outing_get_person (outing)));
  g_assert_cmpuint (gw_outing_get_companions (outing).n, ==, 0);
}

static void
test_title (void)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_outing_type);
  g_autoptr (GwRecord) empty = gw_draft_build (draft);
  g_autofree char *empty_title = gw_record_dup_title (empty);
  g_autoptr (GwRecord) record = NULL;
  g_autofree char *title = NULL;

  gw_outing_set_title (draft, "Zoo");
  gw_outing_set_day (draft, gw_day_ymd (2026, 11, 24));
  record = gw_draft_build (draft);
  title = gw_record_dup_title (record);
  g_assert_cmpstr (empty_title, ==, "Outing");
  g_assert_cmpstr (title, ==, "Zoo 24 Nov 2026");
}

static void
test_other_type_is_refused (void)
{
  if (g_test_subprocess ())
    {
      static const GwField fields[] = { { .key = "x", .kind = GW_FIELD_TEXT } };
      static const GwRecordType other = { .key = "other", .fields = fields, .n_fields = 1 };
      g_autoptr (GwDraft) draft = gw_draft_new (&other);

      gw_outing_set_title (draft, "not an outing");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-access/table", test_table);
  g_test_add_func ("/typed-access/choices", test_choices);
  g_test_add_func ("/typed-access/round-trip", test_round_trip);
  g_test_add_func ("/typed-access/empty", test_empty);
  g_test_add_func ("/typed-access/title", test_title);
  g_test_add_func ("/typed-access/other-type-is-refused", test_other_type_is_refused);
  return g_test_run ();
}
