/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change would mean: nothing when it changes nothing, holes and clashes when it makes them. */
#include "config.h"

#include "gw-rota-reading.h"
#include "gw-rota-what-if.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-shift-change.h"
#include "gw-test-team.h"
#include "gw-visit-change.h"

typedef struct
{
  GwTestTeam team;
  GwPlannerInput *input;
  GwWeekProblem *week;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GwRotaSpan span = { .n_days = 7 };

  gw_test_team_init_sample (&fixture->team, 1);
  span.first_day = span.today = fixture->team.today;
  fixture->input = gw_rota_collect_sync (fixture->team.session, &span, NULL, &error);
  g_assert_no_error (error);
  fixture->week = gw_week_problem_new (fixture->input, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gw_week_problem_unref (fixture->week);
  gw_planner_input_unref (fixture->input);
  gw_test_team_clear (&fixture->team);
}

/* A shift of Tuesday with somebody, and visits in it. */
static const GwRecord *
find_shift (Fixture *fixture)
{
  GPtrArray *shifts = gw_planner_input_get_records (fixture->input, &gw_shift_type);
  GwDay tuesday = gw_day_add (fixture->team.today, 1);

  for (guint i = 0; i < shifts->len; i++)
    {
      const GwRecord *shift = g_ptr_array_index (shifts, i);
      if (gw_day_compare (gw_shift_get_day (shift), tuesday) == 0 && gw_shift_has_colleague (shift))
        return shift;
    }
  g_assert_not_reached ();
}

static GwRotaWhatIf *
ask (Fixture *fixture, GwChange *change)
{
  g_autoptr (GError) error = NULL;
  GwRotaWhatIf *answer = gw_rota_what_if_sync (fixture->week, change, &error);

  g_assert_no_error (error);
  return answer;
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwChange) change = gw_change_new ("Nothing");
  g_autoptr (GwRotaWhatIf) answer = ask (fixture, change);

  g_assert_cmpstr (answer->clash, ==, NULL);
  g_assert_cmpint (answer->to_cover, ==, 0);
}

static GwChange *
move_shift (Fixture *fixture, gint days, gint minutes, guint *n_left)
{
  const GwRecord *shift = find_shift (fixture);
  GwShiftPlacement placement = { gw_day_add (gw_shift_get_day (shift), days),
                                 GW_MINUTE (gw_shift_get_start (shift).value + minutes),
                                 gw_shift_get_colleague (shift) };

  return gw_shift_place (shift, gw_planner_input_get_records (fixture->input, &gw_visit_type),
                         &placement, "Move", n_left);
}

/* What a shift leaves behind is to cover, and not called a clash. */
static void
test_same_day (Fixture *fixture, gconstpointer data)
{
  guint n_left;
  g_autoptr (GwChange) change = move_shift (fixture, 0, 60, &n_left);
  g_autoptr (GwRotaWhatIf) answer = ask (fixture, change);

  g_assert_cmpuint (n_left, >, 0);
  g_assert_cmpstr (answer->clash, ==, NULL);
  g_assert_cmpint (answer->to_cover, ==, n_left);
}

/* Somebody on leave is not given a shift, though it has no visits. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  guint n_left;
  g_autoptr (GwChange) change = move_shift (fixture, 0, 15, &n_left);
  g_autoptr (GwDraft) leave = gw_draft_new (&gw_absence_type);
  g_autoptr (GwRotaWhatIf) answer = NULL;
  const GwRecord *shift = find_shift (fixture);

  gw_absence_set_colleague (leave, gw_shift_get_colleague (shift));
  gw_absence_set_kind (leave, GW_ABSENCE_LEAVE);
  gw_absence_set_state (leave, GW_ABSENCE_APPROVED);
  gw_absence_set_first_day (leave, gw_shift_get_day (shift));
  gw_absence_set_last_day (leave, gw_shift_get_day (shift));
  gw_change_add_draft (change, leave);
  answer = ask (fixture, change);
  g_assert_nonnull (answer->clash);
  g_assert_nonnull (strstr (answer->clash, "is away then"));
}

/* Nor somebody who is at work already. */
static void
test_two_at_once (Fixture *fixture, gconstpointer data)
{
  GPtrArray *shifts = gw_planner_input_get_records (fixture->input, &gw_shift_type);
  const GwRecord *shift = find_shift (fixture);
  guint n_tried = 0;

  for (guint i = 0; i < shifts->len; i++)
    {
      const GwRecord *other = g_ptr_array_index (shifts, i);
      gint days = gw_day_diff (gw_shift_get_day (other), gw_shift_get_day (shift));
      guint n_left;
      g_autoptr (GwChange) change = NULL;
      g_autoptr (GwRotaWhatIf) answer = NULL;

      if (days <= 0 || days > 5 ||
          !gw_id_equal (gw_shift_get_colleague (other), gw_shift_get_colleague (shift)))
        continue;
      change = move_shift (fixture, days,
                           gw_shift_get_start (other).value - gw_shift_get_start (shift).value,
                           &n_left);
      answer = ask (fixture, change);
      g_assert_nonnull (answer->clash);
      n_tried++;
    }
  g_assert_cmpuint (n_tried, >, 0);
}

/* Late on Tuesday night and early on Wednesday: no rest in between. */
static void
test_clash (Fixture *fixture, gconstpointer data)
{
  GPtrArray *shifts = gw_planner_input_get_records (fixture->input, &gw_shift_type);
  GwDay wednesday = gw_day_add (fixture->team.today, 2);

  for (guint i = 0; i < shifts->len; i++)
    {
      const GwRecord *shift = g_ptr_array_index (shifts, i);
      GwShiftPlacement placement = { wednesday, GW_HM (3, 0), gw_shift_get_colleague (shift) };
      g_autoptr (GwChange) change = NULL;
      g_autoptr (GwRotaWhatIf) answer = NULL;

      if (gw_day_compare (gw_shift_get_day (shift), wednesday) != 0 ||
          gw_shift_get_start (shift).value > 600)
        continue;
      change = gw_shift_place (shift, gw_planner_input_get_records (fixture->input, &gw_visit_type),
                               &placement, "Night", NULL);
      answer = ask (fixture, change);
      if (answer->clash != NULL)
        return;
    }
  g_assert_not_reached ();
}

/* Two visits of one colleague, given together to somebody who has no shift on that day. */
static void
test_no_shift (Fixture *fixture, gconstpointer data)
{
  const GwRecord *shift = find_shift (fixture);
  GPtrArray *visits = gw_planner_input_get_records (fixture->input, &gw_visit_type);
  GPtrArray *colleagues = gw_planner_input_get_records (fixture->input, &gw_colleague_type);
  GPtrArray *shifts = gw_planner_input_get_records (fixture->input, &gw_shift_type);
  g_autoptr (GwChange) change = gw_change_new ("Give");
  g_autoptr (GwRotaWhatIf) answer = NULL;
  GwId idle = GW_ID_NONE;

  for (guint i = 0; i < colleagues->len; i++)
    {
      GwId id = gw_record_get_id (g_ptr_array_index (colleagues, i));
      gboolean works = FALSE;
      for (guint j = 0; j < shifts->len; j++)
        works |= gw_id_equal (gw_shift_get_colleague (g_ptr_array_index (shifts, j)), id) &&
                 gw_day_compare (gw_shift_get_day (g_ptr_array_index (shifts, j)),
                                 gw_shift_get_day (shift)) == 0;
      if (!works)
        idle = id;
    }
  g_assert_false (gw_id_is_none (idle));
  for (guint i = 0; i < visits->len; i++)
    {
      const GwRecord *visit = g_ptr_array_index (visits, i);
      GwVisitPlacement placement = { gw_visit_get_day (visit), gw_visit_get_start (visit),
                                     gw_shift_get_colleague (shift), idle };
      if (gw_shift_has_visit (shift, visit) && gw_change_get_n_operations (change) < 6)
        gw_visit_add_placement (change, visit, &placement);
    }
  answer = ask (fixture, change);
  g_assert_nonnull (answer->clash);
  g_test_message ("%s", answer->clash);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/rota/what-if/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("same-day", test_same_day);
  ADD ("clash", test_clash);
  ADD ("no-shift", test_no_shift);
  ADD ("leave", test_leave);
  ADD ("two-at-once", test_two_at_once);
#undef ADD
  return g_test_run ();
}
