/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “From now on” and “until”: no day twice, none lost, exceptions stay. */
#include "config.h"

#include "gw-model-fixtures.h"

#include "gw-pattern-split.h"

/* One week of visits of a daily pattern, as they were generated. */
static GPtrArray *
generate (GwRecord *pattern, gint last)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GHashTable) known = gw_pattern_known_new (nothing);
  g_autoptr (GwChange) change = gw_change_new ("week");

  g_ptr_array_add (patterns, pattern);
  gw_visit_patterns_generate (change, patterns, fixture_day (0), fixture_day (last), known, NULL);
  return fixture_insertions (change, &gw_visit_type);
}

/* How many of @patterns have @offset. */
static guint
count_owners (GPtrArray *patterns, gint offset)
{
  guint n = 0;

  for (guint i = 0; i < patterns->len; i++)
    n += (guint) gw_visit_pattern_falls_on (g_ptr_array_index (patterns, i), fixture_day (offset));
  return n;
}

static GwRecord *
end_before (const GwRecord *pattern, GwChange *change)
{
  const GwFieldEdit *edit = fixture_get_edit (change, gw_record_get_id (pattern),
                                              GW_VISIT_PATTERN_LAST_DAY);
  g_autoptr (GwDraft) draft = gw_draft_new_for (pattern);

  gw_draft_set_value (draft, GW_VISIT_PATTERN_LAST_DAY, &edit->value);
  return gw_draft_build (draft);
}

static void
test_until (void)
{
  g_autoptr (GwRecord) pattern = fixture_pattern (1, GW_EVERY_DAY, 1);
  g_autoptr (GPtrArray) visits = generate (pattern, 13);
  g_autoptr (GwDraft) edited = gw_draft_new_for (pattern);
  g_autoptr (GwChange) change = NULL;
  g_autoptr (GPtrArray) patterns = NULL;
  const GwFieldEdit *ideal;

  gw_visit_pattern_set_ideal (edited, GW_HM (9, 0));
  change = gw_visit_pattern_split (pattern, edited, fixture_day (3), TRUE, fixture_day (5), visits,
                                   "Rose at nine until Saturday");
  patterns = fixture_insertions (change, &gw_visit_pattern_type);
  g_assert_cmpuint (patterns->len, ==, 2);
  g_ptr_array_add (patterns, end_before (pattern, change));
  for (gint offset = 0; offset < 28; offset++)
    g_assert_cmpuint (count_owners (patterns, offset), ==, 1);
  /* Thursday to Saturday take the new time, the others are not touched. */
  g_assert_cmpuint (fixture_count (change, GW_OPERATION_UPDATE, &gw_visit_type), ==, 3);
  ideal = fixture_get_edit (change, gw_record_get_id (g_ptr_array_index (visits, 3)),
                            GW_VISIT_IDEAL);
  g_assert_cmpint (ideal->value.integer, ==, 540);
}

static void
test_rhythm_is_kept (void)
{
  g_autoptr (GwRecord) pattern = fixture_pattern (1, GW_CHOICE_BIT (GW_MONDAY), 2);
  g_autoptr (GPtrArray) visits = generate (pattern, 20);
  g_autoptr (GwDraft) edited = gw_draft_new_for (pattern);
  g_autoptr (GwChange) change = NULL;
  g_autoptr (GPtrArray) patterns = NULL;

  gw_visit_pattern_set_duration (edited, GW_SPAN (45));
  change = gw_visit_pattern_split (pattern, edited, fixture_day (7), FALSE, fixture_day (0), visits,
                                   "Longer from now on");
  patterns = fixture_insertions (change, &gw_visit_pattern_type);
  g_ptr_array_add (patterns, end_before (pattern, change));
  for (gint week = 0; week < 8; week++)
    g_assert_cmpuint (count_owners (patterns, week * 7), ==, week % 2 == 0 ? 1 : 0);
}

static void
test_exceptions_and_lost_days (void)
{
  g_autoptr (GwRecord) pattern = fixture_pattern (1, GW_EVERY_DAY, 1);
  g_autoptr (GPtrArray) visits = generate (pattern, 6);
  g_autoptr (GwDraft) edited = gw_draft_new_for (pattern);
  g_autoptr (GwDraft) by_hand = gw_draft_new_for (g_ptr_array_index (visits, 4));
  g_autoptr (GwChange) change = NULL;
  GwRecord *exception;

  gw_visit_set_exception (by_hand, TRUE);
  exception = gw_draft_build (by_hand);
  gw_record_unref (visits->pdata[4]);
  visits->pdata[4] = exception;
  gw_visit_pattern_set_weekdays (edited, GW_CHOICE_BIT (GW_SATURDAY));
  change = gw_visit_pattern_split (pattern, edited, fixture_day (3), FALSE, fixture_day (0), visits,
                                   "Saturdays only from now on");
  /* Thursday and Sunday go, Friday was changed by hand and stays. */
  g_assert_cmpuint (fixture_count (change, GW_OPERATION_DELETE, &gw_visit_type), ==, 2);
}

static void
test_from_the_first_day (void)
{
  g_autoptr (GwRecord) pattern = fixture_pattern (1, GW_EVERY_DAY, 1);
  g_autoptr (GPtrArray) visits = generate (pattern, 6);
  g_autoptr (GwDraft) edited = gw_draft_new_for (pattern);
  g_autoptr (GwChange) change = NULL;

  gw_visit_pattern_set_purpose (edited, "breakfast");
  change = gw_visit_pattern_split (pattern, edited, fixture_day (0), FALSE, fixture_day (0), visits,
                                   "Breakfast");
  g_assert_cmpuint (fixture_count (change, GW_OPERATION_INSERT, &gw_visit_pattern_type), ==, 0);
  g_assert_cmpuint (fixture_count (change, GW_OPERATION_UPDATE, &gw_visit_type), ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/pattern-split/until", test_until);
  g_test_add_func ("/model/pattern-split/rhythm", test_rhythm_is_kept);
  g_test_add_func ("/model/pattern-split/exceptions", test_exceptions_and_lost_days);
  g_test_add_func ("/model/pattern-split/from-the-first-day", test_from_the_first_day);
  return g_test_run ();
}
