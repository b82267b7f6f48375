/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning from the rota page: begun and stopped, what clashes meanwhile, and what cannot be planned,
 * and why a visit finds no place. */
#include "config.h"

#include "rota-fixture.h"

#include "gw-shift.h"
#include "gw-skill.h"

static gboolean
has_next_week (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  return gw_day_diff (gw_board_week_get_first_day (week), fixture->team.today) == 7 &&
         get_waiting (fixture) > 100;
}

/* The planner reads the week on a worker; until then there is nothing to plan. */
static void
go_to_next_week (Fixture *fixture)
{
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, 7));
  gw_await_that (has_next_week (fixture));
  gw_await_that (may_plan (fixture));
}

static gboolean
is_partly_planned (Fixture *fixture)
{
  return get_waiting (fixture) < fixture->waiting_before;
}

static void
test_plan_and_stop (Fixture *fixture, gconstpointer data)
{
  go_to_next_week (fixture);
  fixture->waiting_before = get_waiting (fixture);
  g_assert_true (activate (fixture, "rota.plan", "to-cover"));
  gw_await_that (is_partly_planned (fixture));
  /* What the plan does is not told as if it were so. */
  gw_board_act (fixture->board, 0, GW_BOARD_DEED_WHY);
  g_assert_true (says (fixture, "a plan that is not in the rota yet"));
  activate (fixture, "rota.stop-plan", NULL);
  /* The board shows the best so far; the rota itself is untouched. */
  g_assert_false (gw_session_get_can_undo (fixture->team.session));
}

/* Who asks before the days have been read is not asked to press the key again. */
static void
test_plan_before_read (Fixture *fixture, gconstpointer data)
{
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, 7));
  g_assert_false (may_plan (fixture));
  g_assert_true (activate (fixture, "rota.plan", "to-cover"));
  gw_await_that (says (fixture, "Planning: "));
  activate (fixture, "rota.stop-plan", NULL);
  gw_await_that (says (fixture, "What this plan changes"));
}

/* Nor is it planned any more when that was taken back. */
static void
test_stop_before_read (Fixture *fixture, gconstpointer data)
{
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, 7));
  g_assert_true (activate (fixture, "rota.plan", "to-cover"));
  g_assert_true (says (fixture, "Planning…"));
  g_assert_true (activate (fixture, "rota.stop-plan", NULL));
  gw_await_that (may_plan (fixture));
  g_assert_false (says (fixture, "Planning"));
}

/* A second shift for somebody who has one on that day. */
static void
add_second_shift (Fixture *fixture, gint day)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  g_autoptr (GwDraft) shift = gw_draft_new (&gw_shift_type);
  gint row = 0;

  while (gw_board_week_get_cell (week, row, day)->n_shifts == 0)
    row++;
  gw_shift_set_colleague (shift, gw_board_week_get_row (week, row)->id);
  gw_shift_set_day (shift, gw_day_add (fixture->team.today, 7 + day));
  gw_shift_set_start (shift, GW_HM (22, 30));
  gw_shift_set_end (shift, GW_HM (32, 0));
  gw_test_team_submit (&fixture->team, shift);
}

static gint
count_clashes (Fixture *fixture)
{
  return (gint) gw_board_week_get_numbers (gw_board_get_week (fixture->board))->clashes;
}

static gboolean
has_clash (Fixture *fixture)
{
  return count_clashes (fixture) > 0 && may_plan (fixture);
}

/* What clashes goes on doing so in a plan that is looked at, as long as the plan does not mend it. */
static void
test_clashes_of_plan (Fixture *fixture, gconstpointer data)
{
  go_to_next_week (fixture);
  add_second_shift (fixture, 2);
  gw_await_that (has_clash (fixture));
  fixture->waiting_before = get_waiting (fixture);
  g_assert_true (activate (fixture, "rota.plan", "to-cover"));
  gw_await_that (is_partly_planned (fixture));
  g_assert_cmpint (count_clashes (fixture), >, 0);
  activate (fixture, "rota.stop-plan", NULL);
  gw_await_that (says (fixture, " clash stays") || says (fixture, " clashes stay"));
}

static gboolean
has_waiting_past (Fixture *fixture)
{
  return get_waiting (fixture) > 0 && may_plan (fixture) &&
         gw_board_week_get_today (gw_board_get_week (fixture->board)) < 0;
}

/* Nobody can still come to a visit of last week: the planner says so rather than find no place. */
static void
test_past (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwDraft) visit = make_visit (get_entry (fixture, find_single (fixture))->person,
                                          gw_day_add (fixture->team.today, -1));

  gw_test_team_submit (&fixture->team, visit);
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, -1));
  gw_await_that (has_waiting_past (fixture));
  g_assert_false (says (fixture, "That time has passed"));
  g_assert_true (activate (fixture, "rota.plan", "to-cover"));
  gw_await_that (says (fixture, "That time has passed"));
}

/* A visit that asks for more skills than the planner can tell apart. */
static void
ask_for_too_much (Fixture *fixture)
{
  g_autoptr (GwDraft) visit = gw_draft_new_for (get_entry (fixture, find_single (fixture))->visit);
  g_autoptr (GwChange) change = gw_change_new ("Skills");
  GwId ids[80];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GwDraft) skill = gw_draft_new (&gw_skill_type);
      g_autofree char *name = g_strdup_printf ("Skill %u", i);

      gw_skill_set_name (skill, name);
      ids[i] = gw_draft_get_id (skill);
      gw_change_add_draft (change, skill);
    }
  gw_draft_set_ids (visit, GW_VISIT_SKILLS, ids, G_N_ELEMENTS (ids));
  gw_change_add_draft (change, visit);
  gw_session_submit (fixture->team.session, change);
}

/* What the planner cannot read it does not price as it was before, and it says so. */
static void
test_not_to_be_planned (Fixture *fixture, gconstpointer data)
{
  gw_await_that (may_plan (fixture));
  ask_for_too_much (fixture);
  gw_await_that (says (fixture, "different skills"));
  g_assert_false (may_plan (fixture));
}

/* A visit of three hours tomorrow morning that must not be later, for a person of the sample. */
static GwId
add_long_visit (Fixture *fixture)
{
  g_autoptr (GwDraft) visit = make_visit (get_entry (fixture, find_single (fixture))->person,
                                          gw_day_add (fixture->team.today, 1));

  gw_visit_set_duration (visit, GW_SPAN (180));
  gw_visit_set_firmness (visit, GW_FIRMNESS_CRITICAL);
  gw_test_team_submit (&fixture->team, visit);
  return gw_draft_get_id (visit);
}

/* Looked for on a worker; what is shown next stops it, and it comes again when that is left. */
static void
test_what_is_in_the_way (Fixture *fixture, gconstpointer data)
{
  GwId id;
  gint index;

  gw_await_that (may_plan (fixture));
  fixture->waiting_before = get_waiting (fixture);
  id = add_long_visit (fixture);
  gw_await_that (one_more (fixture) && may_plan (fixture));
  index = gw_board_week_find_entry (gw_board_get_week (fixture->board), id, GW_ID_NONE);
  g_assert_cmpint (index, >=, 0);
  gw_board_act (fixture->board, index, GW_BOARD_DEED_WHY);
  g_assert_true (says (fixture, "Looking for what is in the way…"));
  g_assert_true (says (fixture, "No one comes yet."));
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_WHY);
  g_assert_false (says (fixture, "Looking for what is in the way…"));
  gw_board_act (fixture->board, index, GW_BOARD_DEED_WHY);
  gw_await_that (says (fixture, "visit finds no place because"));
  g_assert_false (says (fixture, "Looking for what is in the way…"));
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("plan/and-stop", test_plan_and_stop);
  ADD_TEST ("plan/before-read", test_plan_before_read);
  ADD_TEST ("plan/stop-before-read", test_stop_before_read);
  ADD_TEST ("plan/clashes", test_clashes_of_plan);
  ADD_TEST ("plan/past", test_past);
  ADD_TEST ("plan/not-to-be-planned", test_not_to_be_planned);
  ADD_TEST ("plan/what-is-in-the-way", test_what_is_in_the_way);
  return g_test_run ();
}
