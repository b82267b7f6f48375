/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board in a window: what is dropped, refused, found and focused, by the functions that the
 * mouse, the keyboard and accessible actions use. */
#include "config.h"

#include "board-fixture.h"

static void
test_row_opens (Fixture *fixture, gconstpointer data)
{
  /* Two are in the lane; Marta's two show when her row opens. */
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_true (gw_board_focus_entry (fixture->board, find_morning (fixture)));
  gw_await_that (is_focus_settled (fixture));
  g_assert_cmpuint (count (fixture), ==, 4);
  g_assert_cmpint (gw_board_get_focus_entry (fixture->board), ==, find_morning (fixture));
}

static void
test_keyboard_move (Fixture *fixture, gconstpointer data)
{
  gint entry = find_morning (fixture);

  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 0);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  g_assert_true (gw_board_is_holding (fixture->board));
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_LATER);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_LATER);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 1);
  g_assert_cmpint (fixture->dropped.start.value, ==, 490);
  g_assert_true (gw_id_equal (fixture->dropped.to, fixture->team.marta));
  g_assert_cmpuint (fake_pricer_get_n_asked (fixture->pricer), >=, 3);
}

static void
test_unmoved_is_nothing (Fixture *fixture, gconstpointer data)
{
  gint entry = find_morning (fixture);

  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 0);
  g_assert_false (gw_board_is_holding (fixture->board));
}

static void
test_put_back (Fixture *fixture, gconstpointer data)
{
  gint entry = find_morning (fixture);

  gw_board_act (fixture->board, entry, GW_BOARD_DEED_LATER);
  g_assert_true (gw_board_is_holding (fixture->board));
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_PUT_BACK);
  g_assert_false (gw_board_is_holding (fixture->board));
  g_assert_cmpuint (fixture->n_dropped, ==, 0);
}

static void
test_to_lane (Fixture *fixture, gconstpointer data)
{
  gw_board_act (fixture->board, find_morning (fixture), GW_BOARD_DEED_TO_COVER);
  g_assert_cmpuint (fixture->n_dropped, ==, 1);
  g_assert_true (gw_id_is_none (fixture->dropped.to));
  g_assert_true (gw_id_equal (fixture->dropped.from, fixture->team.marta));
}

/* Another day in the week, with the time it had. */
static void
test_keyboard_day (Fixture *fixture, gconstpointer data)
{
  gint entry = find_morning (fixture);

  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  gw_board_aim_by_day (fixture->board, -1);
  gw_board_aim_by_day (fixture->board, 2);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 1);
  g_assert_cmpint (gw_day_diff (fixture->dropped.day, fixture->team.monday), ==, 2);
  g_assert_cmpint (fixture->dropped.start.value, ==, 480);
}

static void
test_refusal (Fixture *fixture, gconstpointer data)
{
  GwBoardMove late = { .visit = fixture->team.morning,
                       .from = fixture->team.marta,
                       .to = fixture->team.marta,
                       .day = fixture->team.monday,
                       .start = GW_HM (22, 30) };

  fake_pricer_suggest_move (fixture->pricer, &late);
  gw_board_act (fixture->board, find_morning (fixture), GW_BOARD_DEED_BEST);
  gw_board_act (fixture->board, find_morning (fixture), GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 0);
  g_assert_cmpstr (fixture->refused, ==, "Only 9 h rest after Tuesday’s late");
  g_assert_false (gw_board_is_holding (fixture->board));
}

/* Tab says it when there is nowhere to lead, and what is held stays in hand. */
static void
test_no_better_place (Fixture *fixture, gconstpointer data)
{
  gw_board_act (fixture->board, find_morning (fixture), GW_BOARD_DEED_HOLD);
  gw_board_aim_best (fixture->board);
  g_assert_nonnull (fixture->refused);
  g_assert_nonnull (strstr (fixture->refused, "No other place"));
  g_assert_true (gw_board_is_holding (fixture->board));
  gw_board_put_back (fixture->board);
}

/* Who is no longer in the team takes nothing new. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) week = NULL;
  gint entry;

  small_team_delete (&fixture->team, fixture->team.dev, FALSE);
  week = small_team_make_week (&fixture->team);
  gw_board_set_week (fixture->board, week);
  entry = find_morning (fixture);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  gw_board_aim_by (fixture->board, 0, -1);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 0);
  g_assert_nonnull (strstr (fixture->refused, "is no longer in the team"));
}

static void
test_next_best (Fixture *fixture, gconstpointer data)
{
  GwBoardMove best = { .visit = fixture->team.lunch,
                       .to = fixture->team.dev,
                       .day = fixture->team.monday,
                       .start = GW_HM (12, 10) };
  gint lunch = gw_board_week_find_entry (fixture->week, fixture->team.lunch, GW_ID_NONE);

  fake_pricer_suggest_move (fixture->pricer, &best);
  gw_board_act (fixture->board, lunch, GW_BOARD_DEED_BEST);
  gw_board_act (fixture->board, lunch, GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 1);
  g_assert_true (gw_id_equal (fixture->dropped.to, fixture->team.dev));
  g_assert_cmpint (fixture->dropped.start.value, ==, 730);
}

/* The best colleague may be folded away with those who do not work that day. */
static void
test_best_is_folded (Fixture *fixture, gconstpointer data)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  gint dev = gw_board_week_find_row (week, fixture->team.dev);
  gint shift = find_shift_of (fixture, find_marta (fixture), 0);
  GwBoardMove best = { .shift = gw_board_week_get_shift (week, (guint) shift)->id,
                       .from = fixture->team.marta,
                       .to = fixture->team.dev,
                       .day = fixture->team.monday,
                       .start = GW_HM (7, 0) };

  small_team_hold (&fixture->team,
                   gw_board_week_get_shift (week, (guint) find_shift_of (fixture, dev, 0))->id,
                   GW_ID_NONE);
  show_week (fixture);
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 0);
  g_assert_cmpint (gw_board_find_shown (fixture->board, dev), ==, -1);
  fake_pricer_suggest_move (fixture->pricer, &best);
  gw_board_act_on_shift (fixture->board, find_marta (fixture), 0,
                         find_shift_of (fixture, find_marta (fixture), 0), GW_BOARD_DEED_BEST);
  g_assert_cmpint (gw_board_find_shown (fixture->board, dev), >=, 0);
  g_assert_cmpint (fixture->board->held.shown, ==, gw_board_find_shown (fixture->board, dev));
  g_assert_true (gw_id_equal (fixture->board->held.move.to, fixture->team.dev));
  gw_board_put_back (fixture->board);
}

static void
test_focus_follows_drop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) next = NULL;
  gint entry = find_morning (fixture);

  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 0);
  gw_board_focus_entry (fixture->board, entry);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_UP);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 1);
  small_team_move (&fixture->team, fixture->team.morning, fixture->team.marta, fixture->dropped.to,
                   fixture->dropped.start.value);
  next = small_team_make_week (&fixture->team);
  gw_board_set_week (fixture->board, next);
  gw_await_that (is_focus_settled (fixture));
  g_assert_cmpint (gw_board_get_focus_entry (fixture->board), ==,
                   gw_board_week_find_entry (next, fixture->team.morning, fixture->dropped.to));
}

static void
test_not_taken_goes_back (Fixture *fixture, gconstpointer data)
{
  gint entry = find_morning (fixture);

  gw_board_act (fixture->board, entry, GW_BOARD_DEED_LATER);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 1);
  gw_board_put_back (fixture->board);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  g_assert_true (gw_board_is_holding (fixture->board));
}

static void
test_week_changes_while_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) next = NULL;

  gw_board_act (fixture->board, find_morning (fixture), GW_BOARD_DEED_LATER);
  small_team_move (&fixture->team, fixture->team.morning, fixture->team.marta, GW_ID_NONE, 480);
  next = small_team_make_week (&fixture->team);
  gw_board_set_week (fixture->board, next);
  /* Somebody else took it away: it is no longer Marta's to hold. */
  g_assert_false (gw_board_is_holding (fixture->board));
}

static void
test_trouble_and_find (Fixture *fixture, gconstpointer data)
{
  /* The window may have given it the first one already. */
  if (gw_board_get_focus_entry (fixture->board) != 0)
    g_assert_true (gw_board_next_trouble (fixture->board, 1));
  gw_await_that (is_focus_settled (fixture));
  g_assert_cmpint (gw_board_get_focus_entry (fixture->board), ==, 0);
  g_assert_true (gw_board_next_trouble (fixture->board, 1));
  gw_await_that (is_focus_settled (fixture));
  g_assert_cmpint (gw_board_get_focus_entry (fixture->board), ==, 1);
  g_assert_true (gw_board_find (fixture->board, "mar"));
  g_assert_false (gw_board_find (fixture->board, "zz"));
}

static gboolean
has_focus_stop (Fixture *fixture)
{
  return gw_board_get_focus_stop (fixture->board) >= 0;
}

/* In another view, another day, or another week, keys still reach the board. */
static void
test_keyboard_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) other = NULL;
  gint entry = find_morning (fixture);

  g_assert_true (gw_board_focus_entry (fixture->board, entry));
  gw_await_that (is_focus_settled (fixture));
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 0);
  g_assert_true (has_focus_stop (fixture));
  gw_await_that (is_focus_settled (fixture));
  g_assert_cmpint (gw_board_get_focus_entry (fixture->board), ==, entry);
  /* A day with nothing in it. */
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 3);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->board)));
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_WEEK, 3);
  g_assert_true (has_focus_stop (fixture));
  fixture->team.monday = gw_day_add (fixture->team.monday, 7);
  other = small_team_make_week (&fixture->team);
  gw_board_set_week (fixture->board, other);
  g_assert_true (has_focus_stop (fixture));
}

/* The lane stays while the rows scroll, but a day goes by under it. */
static void
test_lane_is_revealed (Fixture *fixture, gconstpointer data)
{
  gint lunch = gw_board_week_find_entry (gw_board_get_week (fixture->board), fixture->team.lunch,
                                         GW_ID_NONE);

  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 0);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gw_board_scroll_to (fixture->board, 20 * 60);
  g_assert_false (gw_board_is_stop_visible (fixture->board,
                                            (guint) gw_board_find_stop (fixture->board, lunch)));
  g_assert_true (gw_board_focus_entry (fixture->board, lunch));
  g_assert_true (gw_board_is_stop_visible (fixture->board,
                                           (guint) gw_board_find_stop (fixture->board, lunch)));
}

static void
press_name (Fixture *fixture, gint row)
{
  GtkWidget *name = g_hash_table_lookup (fixture->board->pool.names, GINT_TO_POINTER (row));

  g_assert_true (gtk_widget_activate_action (name, "name.open", NULL));
}

/* In the week it opens the row in place, in a day it leads to the week. */
static void
test_name_pressed (Fixture *fixture, gconstpointer data)
{
  gint row = find_marta (fixture);

  press_name (fixture, row);
  g_assert_true (gw_board_is_opened (fixture->board, row));
  press_name (fixture, row);
  g_assert_false (gw_board_is_opened (fixture->board, row));
  g_assert_cmpint (fixture->activated_row, ==, -1);
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 0);
  press_name (fixture, row);
  g_assert_cmpint (fixture->activated_row, ==, row);
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_WEEK, 0);
  gw_board_open_row (fixture->board, row);
  g_assert_true (gw_board_is_opened (fixture->board, row));
}

static void
test_other_deeds (Fixture *fixture, gconstpointer data)
{
  gw_board_act (fixture->board, find_morning (fixture), GW_BOARD_DEED_PIN);
  g_assert_cmpint (fixture->acted, ==, GW_BOARD_DEED_PIN);
}

static void
test_views_both_ways (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 100; i++)
    {
      gw_board_set_view (fixture->board, i % 2 == 0 ? GW_BOARD_VIEW_DAY : GW_BOARD_VIEW_WEEK, 0);
      gw_board_zoom (fixture->board, (gint) (i % 3) - 1);
      if (i % 10 == 0)
        gw_await_that (is_shown (fixture));
    }
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 0);
  g_assert_cmpuint (count (fixture), >=, 3);
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("row-opens", test_row_opens);
  ADD_TEST ("keyboard-move", test_keyboard_move);
  ADD_TEST ("unmoved-is-nothing", test_unmoved_is_nothing);
  ADD_TEST ("put-back", test_put_back);
  ADD_TEST ("to-lane", test_to_lane);
  ADD_TEST ("keyboard-day", test_keyboard_day);
  ADD_TEST ("refusal", test_refusal);
  ADD_TEST ("no-better-place", test_no_better_place);
  ADD_TEST ("gone", test_gone);
  ADD_TEST ("next-best", test_next_best);
  ADD_TEST ("best-is-folded", test_best_is_folded);
  ADD_TEST ("focus-follows-drop", test_focus_follows_drop);
  ADD_TEST ("not-taken-goes-back", test_not_taken_goes_back);
  ADD_TEST ("week-changes-while-held", test_week_changes_while_held);
  ADD_TEST ("trouble-and-find", test_trouble_and_find);
  ADD_TEST ("keyboard-stays", test_keyboard_stays);
  ADD_TEST ("lane-is-revealed", test_lane_is_revealed);
  ADD_TEST ("name-pressed", test_name_pressed);
  ADD_TEST ("other-deeds", test_other_deeds);
  ADD_TEST ("views-both-ways", test_views_both_ways);
  return g_test_run ();
}
