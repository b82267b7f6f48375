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

  g_assert_cmpstr (gw_change_get_label (change), ==, "Rose’s visit moved");
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

static GwRecord *
make_night_visit (GwMinute start)
{
  g_autoptr (GwRecord) visit = fixture_visit (fixture_id (5));
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);

  gw_visit_set_day (draft, fixture_day (1));
  gw_visit_set_start (draft, start);
  return gw_draft_build (draft);
}

/* What a shift has after midnight is on the next day, and goes along too. */
static void
test_night_shift_takes_its_visits (void)
{
  g_autoptr (GwRecord) day_shift = make_shift (fixture_id (5));
  g_autoptr (GwDraft) draft = gw_draft_new_for (day_shift);
  g_autoptr (GwRecord) shift = NULL;
  g_autoptr (GwRecord) small_hours = make_night_visit (GW_HM (1, 0));
  g_autoptr (GwRecord) morning = make_night_visit (GW_HM (7, 0));
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  GwShiftPlacement to_dev = { fixture_day (0), GW_HM (22, 0), fixture_id (6) };
  GwShiftPlacement later = { fixture_day (1), GW_HM (0, 30), fixture_id (6) };
  GwVisitPlacement half_past = { fixture_day (0), GW_HM (25, 30), fixture_id (5), fixture_id (5) };
  g_autoptr (GwChange) moved = NULL;
  GwId id = gw_record_get_id (small_hours);
  guint n_left;

  gw_shift_set_start (draft, GW_HM (22, 0));
  gw_shift_set_end (draft, GW_HM (31, 0));
  shift = gw_draft_build (draft);
  g_assert_true (gw_shift_has_visit (shift, small_hours));
  g_assert_false (gw_shift_has_visit (shift, morning));
  g_ptr_array_add (visits, small_hours);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GwChange)
          change = gw_shift_place (shift, visits, i == 0 ? &to_dev : &later, "Night", &n_left);
      g_assert_cmpuint (n_left, ==, 0);
      g_assert_cmpuint (fixture_count (change, GW_OPERATION_ADD_MEMBER, &gw_visit_type), ==, 1);
      g_assert_null (fixture_find_edit (change, id, GW_VISIT_DAY));
    }
  /* Moved within the shift it stays on the day it was arranged for. */
  moved = gw_visit_place (small_hours, &half_past, "Rose");
  g_assert_null (fixture_find_edit (moved, id, GW_VISIT_DAY));
  g_assert_cmpint (fixture_get_edit (moved, id, GW_VISIT_START)->value.integer, ==, 90);
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
      g_autoptr (GPtrArray)
          absences = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
      g_ptr_array_add (absences, gw_draft_build (draft));
      g_autoptr (GwChange) change = gw_absence_begin (absences, visits, fixture_day (0),
                                                      GW_MINUTE (cases[i].now), "Away", &n);
      g_assert_cmpuint (n, ==, cases[i].expected);
      g_assert_cmpuint (fixture_count (change, GW_OPERATION_INSERT, &gw_absence_type), ==, 1);
      g_assert_cmpuint (fixture_count (change, GW_OPERATION_REMOVE_MEMBER, &gw_visit_type), ==, n);
    }
}


/* An approved absence of one colleague from one day until another (−1: open end). */
static GwRecord *
build_absence (guint colleague, gint first, gint last, gint end, GwAbsenceState state)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_absence_type);

  gw_absence_set_colleague (draft, fixture_id (colleague));
  gw_absence_set_kind (draft, GW_ABSENCE_AWAY);
  gw_absence_set_state (draft, state);
  gw_absence_set_first_day (draft, fixture_day (first));
  if (last >= 0)
    gw_absence_set_last_day (draft, fixture_day (last));
  if (end > 0)
    gw_absence_set_end (draft, GW_MINUTE (end));
  return gw_draft_build (draft);
}

static char *
describe_gaps (GPtrArray *gaps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const GwAbsence *gap = g_ptr_array_index (gaps, i);

      g_string_append_printf (text, "%d",
                              gw_day_diff (gw_absence_get_first_day (gap), fixture_day (0)));
      if (gw_absence_has_last_day (gap))
        g_string_append_printf (text, "-%d ",
                                gw_day_diff (gw_absence_get_last_day (gap), fixture_day (0)));
      else
        g_string_append (text, "- ");
    }
  return g_string_free (text, FALSE);
}

/* Nobody is away twice: days that are known are left out, whatever they lie around. */
static void
test_away_only_once (void)
{
  const struct
  {
    guint who;
    gint known_first, known_last, known_end, first, last, end;
    GwAbsenceState state;
    const char *expected;
  } cases[] = {
    { 5, 2, 2, 0, 2, 2, 0, GW_ABSENCE_APPROVED, "" },
    { 5, 0, 9, 0, 2, 4, 0, GW_ABSENCE_APPROVED, "" },
    { 5, 0, -1, 0, 2, -1, 0, GW_ABSENCE_APPROVED, "" },
    { 5, 2, 2, 0, 2, 2, 720, GW_ABSENCE_APPROVED, "" },
    { 5, 2, 2, 0, 1, 4, 0, GW_ABSENCE_APPROVED, "1-1 3-4 " },
    { 5, 2, 2, 0, 1, -1, 0, GW_ABSENCE_APPROVED, "1-1 3- " },
    { 5, 2, -1, 0, 1, -1, 0, GW_ABSENCE_APPROVED, "1-1 " },
    { 5, 0, 2, 0, 2, 3, 0, GW_ABSENCE_APPROVED, "3-3 " },
    { 5, 2, 2, 720, 2, 2, 0, GW_ABSENCE_APPROVED, "2-2 " }, /* the morning is not the day */
    { 5, 2, 2, 0, 2, 2, 0, GW_ABSENCE_ASKED, "2-2 " },
    { 5, 2, 2, 0, 2, 2, 0, GW_ABSENCE_DECLINED, "2-2 " },
    { 6, 2, 2, 0, 2, 2, 0, GW_ABSENCE_APPROVED, "2-2 " },
    { 5, 3, 4, 0, 1, 2, 0, GW_ABSENCE_APPROVED, "1-2 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GwRecord) absence = build_absence (5, cases[i].first, cases[i].last, cases[i].end,
                                                    GW_ABSENCE_APPROVED);
      g_autoptr (GwRecord)
          other = build_absence (cases[i].who, cases[i].known_first, cases[i].known_last,
                                 cases[i].known_end, cases[i].state);
      g_autoptr (GPtrArray) others = g_ptr_array_new ();
      const GwAbsence *known;

      g_ptr_array_add (others, other);
      g_autoptr (GPtrArray) gaps = gw_absence_list_gaps (absence, others, &known);
      g_autofree char *text = describe_gaps (gaps);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_true ((known == NULL) == (gaps->len == 1 && g_ptr_array_index (gaps, 0) == absence));
    }
}

/* As a session would do it: the visit after @change. */
static GwRecord *
apply_to_visit (GwChange *change, const GwRecord *visit)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (visit);
  const GwFieldEdit *edit = fixture_find_edit (change, gw_record_get_id (visit),
                                               GW_VISIT_OPEN_SHIFT);
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;

  if (edit != NULL)
    {
      gw_field_value_copy (&edit->value, &value);
      gw_draft_take_value (draft, GW_VISIT_OPEN_SHIFT, &value);
    }
  if (fixture_count (change, GW_OPERATION_REMOVE_MEMBER, &gw_visit_type) > 0)
    gw_draft_clear_value (draft, GW_VISIT_COLLEAGUES);
  return gw_draft_build (draft);
}

/* A shift that is opened keeps its visits, to cover; whoever takes it gets them. */
static void
test_open_shift_keeps_visits (void)
{
  g_autoptr (GwRecord) shift = make_shift (fixture_id (5));
  g_autoptr (GwRecord) open = make_shift (GW_ID_NONE);
  g_autoptr (GwRecord) visit = fixture_visit (fixture_id (5));
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  GwShiftPlacement to_nobody = { fixture_day (0), GW_HM (7, 0), GW_ID_NONE };
  GwShiftPlacement to_dev = { fixture_day (0), GW_HM (7, 0), fixture_id (6) };
  GwShiftPlacement later = { fixture_day (0), GW_HM (9, 0), GW_ID_NONE };
  g_autoptr (GwChange) opened = NULL;
  g_autoptr (GwChange) taken = NULL;
  g_autoptr (GwChange) moved = NULL;
  g_autoptr (GwRecord) waiting = NULL;
  guint n_left;

  g_ptr_array_add (visits, visit);
  opened = gw_shift_place (shift, visits, &to_nobody, "Open", &n_left);
  g_assert_cmpuint (n_left, ==, 1);
  waiting = apply_to_visit (opened, visit);
  g_assert_true (gw_shift_has_visit (open, waiting));
  g_assert_false (gw_shift_has_visit (shift, waiting));

  g_ptr_array_index (visits, 0) = waiting;
  taken = gw_shift_place (open, visits, &to_dev, "Take", &n_left);
  g_assert_cmpuint (n_left, ==, 0);
  g_assert_cmpuint (fixture_count (taken, GW_OPERATION_ADD_MEMBER, &gw_visit_type), ==, 1);
  g_assert_nonnull (fixture_find_edit (taken, gw_record_get_id (visit), GW_VISIT_OPEN_SHIFT));

  /* At other times it leaves behind what lies outside, which was to cover before. */
  moved = gw_shift_place (open, visits, &later, "Later", &n_left);
  g_assert_cmpuint (n_left, ==, 0);
  g_assert_cmpuint (fixture_count (moved, GW_OPERATION_ADD_MEMBER, &gw_visit_type), ==, 0);
  g_assert_nonnull (fixture_find_edit (moved, gw_record_get_id (visit), GW_VISIT_OPEN_SHIFT));
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
  g_test_add_func ("/model/shift-change/night-takes-visits", test_night_shift_takes_its_visits);
  g_test_add_func ("/model/shift-change/leaves-visits", test_shift_leaves_visits);
  g_test_add_func ("/model/shift-change/open-keeps-visits", test_open_shift_keeps_visits);
  g_test_add_func ("/model/absence-change/leaves-visits", test_away_leaves_visits);
  g_test_add_func ("/model/absence-change/only-once", test_away_only_once);
  return g_test_run ();
}
