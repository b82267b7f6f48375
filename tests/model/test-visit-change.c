/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to visits and shifts: what they touch, expect and say. */
#include "config.h"

#include "gw-model-fixtures.h"

#include "gw-absence-change.h"
#include "gw-shift-change.h"
#include "gw-visit-change.h"

static void
test_move (void)
{
  g_autoptr (GwRecord) visit = fixture_visit (fixture_id (5));
  g_autoptr (GwChange) change = gw_visit_move (visit, fixture_day (1), GW_HM (9, 0), "Rose");
  const GwFieldEdit *start = fixture_get_edit (change, gw_record_get_id (visit), GW_VISIT_START);

  g_assert_cmpstr (gw_change_get_label (change), ==, "Move Rose’s visit");
  g_assert_cmpint (start->expected.integer, ==, 480);
  g_assert_cmpint (start->value.integer, ==, 540);
  g_assert_null (fixture_find_edit (change, gw_record_get_id (visit), GW_VISIT_COLLEAGUES));
  g_assert_cmpuint (fixture_count (change, GW_OPERATION_EXPECT, &gw_visit_type), ==, 1);
}

static void
test_give_to_colleague (void)
{
  g_autoptr (GwRecord) visit = fixture_visit (fixture_id (5));
  GwVisitPlacement placement = { fixture_day (0), GW_HM (8, 0), fixture_id (5), fixture_id (6) };
  g_autoptr (GwChange) change = gw_visit_place (visit, &placement, "Rose");

  g_assert_cmpuint (fixture_count (change, GW_OPERATION_REMOVE_MEMBER, &gw_visit_type), ==, 1);
  g_assert_cmpuint (fixture_count (change, GW_OPERATION_ADD_MEMBER, &gw_visit_type), ==, 1);
  /* Same time: nothing to update. */
  g_assert_cmpuint (fixture_count (change, GW_OPERATION_UPDATE, &gw_visit_type), ==, 0);
}

static void
test_copy_starts_afresh (void)
{
  g_autoptr (GwRecord) visit = fixture_visit (fixture_id (5));
  g_autoptr (GwChange)
      change = gw_visit_copy (visit, fixture_day (2), GW_HM (10, 0), fixture_id (6), "Rose");
  g_autoptr (GPtrArray) made = fixture_insertions (change, &gw_visit_type);
  const GwVisit *copy;

  g_assert_cmpuint (made->len, ==, 1);
  copy = g_ptr_array_index (made, 0);
  g_assert_true (gw_ids_has (gw_visit_get_colleagues (copy), fixture_id (6)));
  g_assert_cmpuint (gw_visit_get_colleagues (copy).n, ==, 1);
  g_assert_cmpint (gw_visit_get_duration (copy).value, ==, 30);
  g_assert_cmpint (gw_visit_get_start (copy).value, ==, 600);
  g_assert_false (gw_id_equal (gw_record_get_id (copy), gw_record_get_id (visit)));
}

static void
test_cancel_and_back (void)
{
  g_autoptr (GwRecord) visit = fixture_visit (fixture_id (5));
  GwCancellation cancellation = { GW_CANCELLED_BY_FAMILY, GW_SPAN (90), GW_CANCELLED_PAY_FULL,
                                  "Away with her son" };
  g_autoptr (GwChange) change = gw_visit_cancel (visit, &cancellation, "Rose");
  const GwFieldEdit *state = fixture_get_edit (change, gw_record_get_id (visit), GW_VISIT_STATE);

  g_assert_cmpint (state->expected.integer, ==, GW_VISIT_STATE_PLANNED);
  g_assert_cmpint (state->value.integer, ==, GW_VISIT_STATE_CANCELLED);
  g_assert_nonnull (
      fixture_find_edit (change, gw_record_get_id (visit), GW_VISIT_CANCELLED_NOTICE));
}

static GwRecord *
make_shift (GwId colleague)
{
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (&gw_shift_type, fixture_id (200));

  gw_shift_set_colleague (draft, colleague);
  gw_shift_set_day (draft, fixture_day (0));
  gw_shift_set_start (draft, GW_HM (7, 0));
  gw_shift_set_end (draft, GW_HM (14, 0));
  return gw_draft_build (draft);
}

static void
test_shift_takes_its_visits (void)
{
  g_autoptr (GwRecord) shift = make_shift (fixture_id (5));
  g_autoptr (GwRecord) mine = fixture_visit (fixture_id (5));
  g_autoptr (GwRecord) hers = fixture_visit (fixture_id (7));
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  g_autoptr (GwChange) change = NULL;
  GwShiftPlacement placement = { fixture_day (0), GW_HM (7, 0), fixture_id (6) };
  guint n_left;

  g_ptr_array_add (visits, mine);
  g_ptr_array_add (visits, hers);
  change = gw_shift_place (shift, visits, &placement, "Give Marta’s early to Dev", &n_left);
  g_assert_nonnull (fixture_find_edit (change, fixture_id (200), GW_SHIFT_COLLEAGUE));
  g_assert_null (fixture_find_edit (change, fixture_id (200), GW_SHIFT_START));
  g_assert_cmpuint (fixture_count (change, GW_OPERATION_ADD_MEMBER, &gw_visit_type), ==, 1);
  g_assert_cmpuint (fixture_count (change, GW_OPERATION_REMOVE_MEMBER, &gw_visit_type), ==, 1);
  g_assert_cmpuint (n_left, ==, 0);
}

/* A visit keeps its time, so a shift on another day or at another time leaves it behind. */
static void
test_shift_leaves_visits (void)
{
  g_autoptr (GwRecord) shift = make_shift (fixture_id (5));
  g_autoptr (GwRecord) mine = fixture_visit (fixture_id (5));
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  const GwShiftPlacement placements[] = {
    { fixture_day (1), GW_HM (7, 0), fixture_id (5) },
    { fixture_day (0), GW_HM (15, 0), fixture_id (5) },
    { fixture_day (0), GW_HM (7, 0), GW_ID_NONE },
  };

  g_ptr_array_add (visits, mine);
  for (guint i = 0; i < G_N_ELEMENTS (placements); i++)
    {
      guint n_left;
      g_autoptr (GwChange) change = gw_shift_place (shift, visits, &placements[i], "Move", &n_left);
      g_assert_cmpuint (n_left, ==, 1);
      g_assert_cmpuint (fixture_count (change, GW_OPERATION_ADD_MEMBER, &gw_visit_type), ==, 0);
      g_assert_cmpuint (fixture_count (change, GW_OPERATION_REMOVE_MEMBER, &gw_visit_type), ==, 1);
    }
}

/* The morning off leaves the visit of 08:00 behind, the afternoon off does not. */
static void
test_away_leaves_visits (void)
{
  g_autoptr (GwRecord) visit = fixture_visit (fixture_id (5));
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  const struct
  {
    gint first, start, end, now;
    guint expected;
  } cases[] = { { 0, -1, -1, 0, 1 },  { 0, -1, 720, 0, 1 }, { 0, 720, -1, 0, 0 },
                { -3, -1, -1, 0, 1 }, { 1, -1, -1, 0, 0 },  { 0, -1, -1, 540, 0 } };

  g_ptr_array_add (visits, visit);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GwDraft) draft = gw_draft_new (&gw_absence_type);
      guint n;

      gw_absence_set_colleague (draft, fixture_id (5));
      gw_absence_set_kind (draft, GW_ABSENCE_AWAY);
      gw_absence_set_first_day (draft, fixture_day (cases[i].first));
      if (cases[i].start >= 0)
        gw_absence_set_start (draft, GW_MINUTE (cases[i].start));
      if (cases[i].end >= 0)
        gw_absence_set_end (draft, GW_MINUTE (cases[i].end));
      g_autoptr (GwRecord) absence = gw_draft_build (draft);
      g_autoptr (GwChange) change = gw_absence_begin (absence, visits, fixture_day (0),
                                                      GW_MINUTE (cases[i].now), "Away", &n);
      g_assert_cmpuint (n, ==, cases[i].expected);
      g_assert_cmpuint (fixture_count (change, GW_OPERATION_INSERT, &gw_absence_type), ==, 1);
      g_assert_cmpuint (fixture_count (change, GW_OPERATION_REMOVE_MEMBER, &gw_visit_type), ==, n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/visit-change/move", test_move);
  g_test_add_func ("/model/visit-change/give", test_give_to_colleague);
  g_test_add_func ("/model/visit-change/copy", test_copy_starts_afresh);
  g_test_add_func ("/model/visit-change/cancel", test_cancel_and_back);
  g_test_add_func ("/model/shift-change/takes-visits", test_shift_takes_its_visits);
  g_test_add_func ("/model/shift-change/leaves-visits", test_shift_leaves_visits);
  g_test_add_func ("/model/absence-change/leaves-visits", test_away_leaves_visits);
  return g_test_run ();
}
