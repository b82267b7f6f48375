/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weeks from patterns: which days, never twice, links. */
#include "config.h"

#include "gw-model-fixtures.h"

static guint
count_days (guint64 weekdays, gint64 every_weeks, gint first, gint last)
{
  g_autoptr (GwRecord) pattern = fixture_pattern (1, weekdays, every_weeks);
  guint n = 0;

  for (gint offset = first; offset <= last; offset++)
    n += (guint) gw_visit_pattern_falls_on (pattern, fixture_day (offset));
  return n;
}

static void
test_days (void)
{
  g_assert_cmpuint (count_days (GW_EVERY_DAY, 1, 0, 6), ==, 7);
  g_assert_cmpuint (count_days (GW_EVERY_DAY, 1, -7, -1), ==, 0);
  g_assert_cmpuint (count_days (GW_CHOICE_BIT (GW_SUNDAY), 2, 0, 27), ==, 2);
  g_assert_cmpuint (count_days (GW_CHOICE_BIT (GW_MONDAY), 4, 0, 55), ==, 2);
}

static void
test_never_twice (void)
{
  g_autoptr (GPtrArray)
      patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GwChange) first = gw_change_new ("first");
  g_autoptr (GwChange) again = gw_change_new ("again");
  g_autoptr (GHashTable) known = gw_pattern_known_new (nothing);
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GHashTable) seen = NULL;

  g_ptr_array_add (patterns, fixture_pattern (1, GW_EVERY_DAY, 1));
  g_ptr_array_add (patterns, fixture_pattern (2, GW_EVERY_DAY, 1));
  g_assert_cmpuint (
      gw_visit_patterns_generate (first, patterns, fixture_day (0), fixture_day (6), known, NULL),
      ==, 14);
  made = fixture_insertions (first, &gw_visit_type);
  g_assert_cmpuint (made->len, ==, 14);
  seen = gw_pattern_known_new (made);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 14);
  g_assert_cmpuint (
      gw_visit_patterns_generate (again, patterns, fixture_day (0), fixture_day (6), seen, NULL),
      ==, 0);
}

/* The ids must differ over many series and days, and be the same on every laptop. */
static void
test_ids_are_unique (void)
{
  g_autoptr (GHashTable)
      ids = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);

  for (guint64 series = 0; series < 200; series++)
    for (gint offset = 0; offset < 400; offset++)
      {
        GwId id = gw_pattern_record_id (fixture_id (series), fixture_day (offset));

        g_assert_true (g_hash_table_add (ids, g_memdup2 (&id, sizeof id)));
      }
}

static void
test_medicine_gap (void)
{
  g_autoptr (GwRecord) morning = fixture_pattern (1, GW_EVERY_DAY, 1);
  g_autoptr (GwRecord) plain = fixture_pattern (2, GW_EVERY_DAY, 1);
  g_autoptr (GwDraft) draft = gw_draft_new_for (plain);
  g_autoptr (GPtrArray) patterns = g_ptr_array_new ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GHashTable) known = gw_pattern_known_new (nothing);
  g_autoptr (GwChange) change = gw_change_new ("week");
  g_autoptr (GwRecord) lunch = NULL;
  g_autoptr (GPtrArray) made = NULL;
  const GwVisit *second;

  gw_visit_pattern_set_after (draft, fixture_id (1));
  gw_visit_pattern_set_gap_least (draft, GW_SPAN (240));
  lunch = gw_draft_build (draft);
  /* The linked one first, so that order must be found by the links. */
  g_ptr_array_add (patterns, lunch);
  g_ptr_array_add (patterns, morning);
  gw_visit_patterns_generate (change, patterns, fixture_day (0), fixture_day (0), known, NULL);
  made = fixture_insertions (change, &gw_visit_type);
  g_assert_cmpuint (made->len, ==, 2);
  second = g_ptr_array_index (made, 1);
  g_assert_true (
      gw_id_equal (gw_visit_get_after (second), gw_record_get_id (g_ptr_array_index (made, 0))));
  g_assert_cmpint (gw_visit_get_gap_least (second).value, ==, 240);
}

static void
test_resting_is_held (void)
{
  g_autoptr (GPtrArray)
      patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GHashTable) known = gw_pattern_known_new (nothing);
  g_autoptr (GHashTable) resting = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);
  g_autoptr (GwChange) change = gw_change_new ("week");
  g_autoptr (GPtrArray) made = NULL;
  GwId person = fixture_id (1);

  g_hash_table_add (resting, &person);
  g_ptr_array_add (patterns, fixture_pattern (1, GW_EVERY_DAY, 1));
  gw_visit_patterns_generate (change, patterns, fixture_day (0), fixture_day (0), known, resting);
  made = fixture_insertions (change, &gw_visit_type);
  g_assert_cmpint (gw_visit_get_state (g_ptr_array_index (made, 0)), ==, GW_VISIT_STATE_HELD);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/pattern/days", test_days);
  g_test_add_func ("/model/pattern/never-twice", test_never_twice);
  g_test_add_func ("/model/pattern/ids-are-unique", test_ids_are_unique);
  g_test_add_func ("/model/pattern/medicine-gap", test_medicine_gap);
  g_test_add_func ("/model/pattern/resting-is-held", test_resting_is_held);
  return g_test_run ();
}
