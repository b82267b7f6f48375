/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong, in whole sentences, each at its field. */

#include "config.h"

#include "gw-outing.h"
#include "gw-random-record.h"

static GwDraft *
make_right (void)
{
  GwDraft *draft = gw_draft_new (&gw_outing_type);

  gw_outing_set_title (draft, "Zoo");
  gw_outing_set_day (draft, gw_day_ymd (2026, 11, 24));
  gw_outing_set_person (draft, gw_id_new ());
  return draft;
}

/* Checks that @field of the record in the making has the one problem told in @sentence. */
static void
check_problem (const GwDraft *draft, gint field, const char *sentence)
{
  g_autoptr (GwRecord) record = gw_draft_build (draft);
  g_autoptr (GwProblemList) problems = gw_record_validate (record);

  g_assert_cmpuint (gw_problem_list_get_n (problems), ==, 1);
  g_assert_cmpstr (gw_problem_list_get_sentence (problems, 0), ==, sentence);
  g_assert_cmpint (gw_problem_list_get_field (problems, 0), ==, field);
  g_assert_cmpstr (gw_problem_list_find (problems, field), ==, sentence);
  g_assert_null (gw_problem_list_find (problems, field + 1));
}

static void
check_right (const GwDraft *draft)
{
  g_autoptr (GwRecord) record = gw_draft_build (draft);
  g_autoptr (GwProblemList) problems = gw_record_validate (record);

  g_assert_cmpuint (gw_problem_list_get_n (problems), ==, 0);
}

static void
test_required (void)
{
  g_autoptr (GwDraft) draft = make_right ();

  check_right (draft);
  gw_draft_clear_value (draft, GW_OUTING_TITLE);
  check_problem (draft, GW_OUTING_TITLE, "Please fill in “Title”.");
  gw_outing_set_title (draft, "Zoo");
  gw_draft_clear_value (draft, GW_OUTING_PERSON);
  check_problem (draft, GW_OUTING_PERSON, "Please choose something for “Person”.");
}

static void
test_ranges (void)
{
  g_autoptr (GwDraft) draft = make_right ();

  gw_outing_set_length (draft, GW_SPAN (5));
  check_right (draft);
  gw_outing_set_length (draft, GW_SPAN (240));
  check_right (draft);
  gw_outing_set_length (draft, GW_SPAN (241));
  check_problem (draft, GW_OUTING_LENGTH, "“Length” must be between 5 min and 4 h.");
  gw_draft_clear_value (draft, GW_OUTING_LENGTH);
  gw_outing_set_cost (draft, GW_MONEY (-1));
  check_problem (draft, GW_OUTING_COST, "“Cost” must be between £0.00 and £1,000.00.");
  gw_draft_clear_value (draft, GW_OUTING_COST);
  gw_outing_set_start (draft, GW_MINUTE (-1));
  check_problem (draft, GW_OUTING_START, "“Start” must be between 00:00 and 00:00+14.");
  gw_draft_clear_value (draft, GW_OUTING_START);
  gw_outing_set_day (draft, GW_DAY (G_MAXINT32));
  check_problem (draft, GW_OUTING_DAY, "“Day” must be between 1 Jan 1600 and 31 Dec 9999.");
}

static void
test_choices (void)
{
  g_autoptr (GwDraft) draft = make_right ();

  gw_outing_set_transport (draft, 5);
  gw_outing_set_supports (draft, 0);
  check_right (draft);
  gw_outing_set_transport (draft, 4);
  check_problem (draft, GW_OUTING_TRANSPORT,
                 "“Transport” holds a choice that this version does not know.");
  gw_outing_set_transport (draft, 1);
  gw_outing_set_supports (draft, G_GUINT64_CONSTANT (1) << 40);
  check_problem (draft, GW_OUTING_SUPPORTS,
                 "“Support” holds a choice that this version does not know.");
}

static void
test_texts_and_places (void)
{
  g_autoptr (GwDraft) draft = make_right ();

  gw_outing_set_notes (draft, "two\nlines");
  check_right (draft);
  gw_outing_set_title (draft, "two\nlines");
  check_problem (draft, GW_OUTING_TITLE, "“Title” must fit on one line.");
  gw_outing_set_title (draft, "a\xff");
  check_problem (draft, GW_OUTING_TITLE, "“Title” cannot be read as text.");
  gw_outing_set_title (draft, "Zoo");
  gw_outing_set_photo (draft, "photo.jpg");
  check_problem (draft, GW_OUTING_PHOTO, "“Photo” does not name an attachment.");
  gw_draft_clear_value (draft, GW_OUTING_PHOTO);
  gw_outing_set_place (draft, (GwGeoPoint){ 90000001, 0 });
  check_problem (draft, GW_OUTING_PLACE, "“Place” is not a place on the earth.");
  gw_outing_set_place (draft, (GwGeoPoint){ 0, G_MININT32 });
  check_problem (draft, GW_OUTING_PLACE, "“Place” is not a place on the earth.");
}

static void
test_own_rules (void)
{
  g_autoptr (GwDraft) draft = make_right ();

  gw_outing_set_start (draft, GW_HM (14, 0));
  gw_outing_set_end (draft, GW_HM (15, 0));
  check_right (draft);
  gw_outing_set_end (draft, GW_HM (13, 0));
  check_problem (draft, GW_OUTING_END, "The end must come after the start.");
}

static void
test_all_at_once (void)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_outing_type);
  g_autoptr (GwRecord) record = gw_draft_build (draft);
  g_autoptr (GwProblemList) problems = gw_record_validate (record);

  g_assert_cmpuint (gw_problem_list_get_n (problems), ==, 3);
}

static void
test_tombstones_have_no_problems (void)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (&gw_outing_type);
  g_autoptr (GwRecord) tombstone = NULL;
  g_autoptr (GwProblemList) problems = NULL;

  gw_record_builder_set_deleted (builder, TRUE);
  tombstone = gw_record_builder_end (builder, gw_id_new ());
  problems = gw_record_validate (tombstone);
  g_assert_cmpuint (gw_problem_list_get_n (problems), ==, 0);
}

/* The random world, on which other tests stand, makes right records only. */
static void
test_random_records_are_right (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GwRecordType) type = gw_random_type (rand);
      g_autoptr (GwRecord) record = gw_random_record (rand, type);
      g_autoptr (GwProblemList) problems = gw_record_validate (record);

      if (gw_problem_list_get_n (problems) > 0)
        g_error ("%s", gw_problem_list_get_sentence (problems, 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validate/required", test_required);
  g_test_add_func ("/validate/ranges", test_ranges);
  g_test_add_func ("/validate/choices", test_choices);
  g_test_add_func ("/validate/texts-and-places", test_texts_and_places);
  g_test_add_func ("/validate/own-rules", test_own_rules);
  g_test_add_func ("/validate/all-at-once", test_all_at_once);
  g_test_add_func ("/validate/tombstones-have-no-problems", test_tombstones_have_no_problems);
  g_test_add_func ("/validate/random-records-are-right", test_random_records_are_right);
  return g_test_run ();
}
