/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rota page over a real team file: it shows the week, follows edits and undo, leads from day to day
 * and week to week, and goes away without a trace. */
#include "config.h"

#include "rota-fixture.h"

#include "gw-rota-away.h"
#include "gw-board-select.h"

static void
test_shows_week (Fixture *fixture, gconstpointer data)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  g_assert_cmpuint (gw_board_week_get_n_rows (week), ==, 12);
  g_assert_cmpint (gw_board_week_get_today (week), ==, 0);
  g_assert_cmpuint (get_waiting (fixture), ==, gw_board_week_get_numbers (week)->to_cover);
}

static void
test_to_lane_and_undo (Fixture *fixture, gconstpointer data)
{
  fixture->waiting_before = get_waiting (fixture);
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_TO_COVER);
  gw_await_that (one_more (fixture));
  gw_await_that (can_undo (fixture));
  g_assert_true (activate (fixture, "rota.undo", NULL));
  gw_await_that (as_before (fixture));
}

static void
test_pin (Fixture *fixture, gconstpointer data)
{
  g_assert_false (has_pin (fixture));
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_PIN);
  gw_await_that (has_pin (fixture));
}

/* The name of a colleague in a day leads to her week, as the name of a day leads to that day. */
static void
test_name_in_day (Fixture *fixture, gconstpointer data)
{
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 2);
  g_signal_emit_by_name (fixture->board, "row-activated", 3);
  g_assert_cmpint (gw_board_get_view (fixture->board), ==, GW_BOARD_VIEW_WEEK);
}

/* A visit of two colleagues, on a day that is still to come. */
static gint
find_pair (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, i);
      if (entry->row >= 0 && entry->day > 1 && entry->twin > (gint) i &&
          gw_board_week_get_entry (week, (guint) entry->twin)->row >= 0)
        return (gint) i;
    }
  return -1;
}

/* Both halves of a visit and another visit go to cover together, as one act. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  gint pair = find_pair (fixture), single = find_single (fixture);

  g_assert_cmpint (pair, >=, 0);
  fixture->waiting_before = get_waiting (fixture);
  gw_board_select (fixture->board, pair, TRUE);
  gw_board_select (fixture->board, gw_board_week_get_entry (week, (guint) pair)->twin, TRUE);
  gw_board_select (fixture->board, single, TRUE);
  gw_board_act (fixture->board, pair, GW_BOARD_DEED_TO_COVER);
  gw_await_that (get_waiting (fixture) == fixture->waiting_before + 2);
  gw_await_that (can_undo (fixture));
  g_assert_true (activate (fixture, "rota.undo", NULL));
  gw_await_that (as_before (fixture));
}

static void
test_views_and_weeks (Fixture *fixture, gconstpointer data)
{
  GwRotaPage *page = GW_ROTA_PAGE (fixture->page);

  g_assert_true (activate (fixture, "rota.view", "day"));
  g_assert_cmpint (gw_board_get_view (fixture->board), ==, GW_BOARD_VIEW_DAY);
  g_assert_cmpint (gw_day_diff (gw_rota_page_get_day (page), fixture->team.today), ==, 0);
  g_assert_true (activate (fixture, "rota.next", NULL));
  g_assert_cmpint (gw_board_get_day (fixture->board), ==, 1);
  g_assert_cmpuint (gw_rota_page_get_n_days (page), ==, 1);
  g_assert_true (activate (fixture, "rota.view", "week"));
  g_assert_true (activate (fixture, "rota.next", NULL));
  g_assert_cmpint (gw_day_diff (gw_rota_page_get_day (page), fixture->team.today), ==, 7);
  g_assert_true (activate (fixture, "rota.today", NULL));
  g_assert_cmpint (gw_day_diff (gw_rota_page_get_day (page), fixture->team.today), ==, 0);
  gw_await_that (gw_board_week_get_today (gw_board_get_week (fixture->board)) == 0);
}

static void
on_never_away (const GwAbsence *absence, GwRotaAwayThen then, gpointer data)
{
  g_assert_not_reached ();
}

/* Another team file takes the page's place while it asks something. */
static void
test_question_goes_with_the_page (Fixture *fixture, gconstpointer data)
{
  gw_rota_ask_away (fixture->page, gw_id_new (), "Marta", fixture->team.today, fixture->team.today,
                    on_never_away, NULL);
  g_assert_nonnull (find_question (fixture));
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), gtk_label_new (NULL));
  gw_await_that (fixture->page == NULL);
  gw_await_that (find_question (fixture) == NULL);
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("page/shows-week", test_shows_week);
  ADD_TEST ("page/to-lane-and-undo", test_to_lane_and_undo);
  ADD_TEST ("page/pin", test_pin);
  ADD_TEST ("page/name-in-day", test_name_in_day);
  ADD_TEST ("page/several", test_several);
  ADD_TEST ("page/views-and-weeks", test_views_and_weeks);
  ADD_TEST ("page/question-goes-with-the-page", test_question_goes_with_the_page);
  return g_test_run ();
}
