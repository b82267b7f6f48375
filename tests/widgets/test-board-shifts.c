/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board in a window: whole shifts, those that nobody holds, and several visits chosen together. */
#include "config.h"

#include "board-fixture.h"

/* A shift goes to a colleague or another day; what the day has none of cannot be held. */
static void
test_shift (Fixture *fixture, gconstpointer data)
{
  gint row = find_marta (fixture), index = find_shift_of (fixture, row, 0);
  const GwBoardShift *shift = gw_board_week_get_shift (gw_board_get_week (fixture->board),
                                                       (guint) index);

  g_assert_true (gw_board_hold_shift (fixture->board, index, FALSE));
  gw_board_aim_by_day (fixture->board, 1);
  gw_board_put_down (fixture->board);
  g_assert_cmpuint (fixture->n_dropped, ==, 1);
  g_assert_true (gw_id_equal (fixture->dropped.shift, shift->id));
  g_assert_true (gw_id_is_none (fixture->dropped.visit));
  g_assert_cmpint (gw_day_diff (fixture->dropped.day, fixture->team.monday), ==, 1);
  g_assert_cmpint (fixture->dropped.start.value, ==, shift->start);
  g_assert_true (fixture->dropped.flags & GW_BOARD_MOVE_OTHER_TIME);
  g_assert_false (gw_board_hold_shift (fixture->board, -1, FALSE));
  gw_board_act_on_shift (fixture->board, row, 0, index, GW_BOARD_DEED_LATER);
  gw_board_act_on_shift (fixture->board, row, 0, index, GW_BOARD_DEED_LATER);
  gw_board_act_on_shift (fixture->board, row, 0, index, GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 2);
  g_assert_cmpint (fixture->dropped.start.value, ==, shift->start + 10);
}

/* The box of a stop, as the mouse would find it. */
static gint
pick_shift (Fixture *fixture, gint shown, guint part)
{
  gint stop = gw_board_find_cell_stop (fixture->board, shown, 0, (gint) part);
  GwBoardBox box = gw_board_get_stop_box (fixture->board,
                                          gw_board_get_stop (fixture->board, (guint) stop));
  GwBoardSubject subject;

  g_assert_true (gw_board_find_subject (fixture->board, box.x + 4, box.y + 4, &subject));
  g_assert_cmpint (subject.entry, ==, -1);
  return subject.shift;
}

/* Each of two shifts of a day is found by the mouse, has the focus, and moves by itself. */
static void
test_second_shift (Fixture *fixture, gconstpointer data)
{
  gint row = find_marta (fixture);
  GwId second = small_team_add_shift (&fixture->team, 33, fixture->team.marta, 960, 1260);

  show_week (fixture);
  for (gint view = GW_BOARD_VIEW_WEEK; view <= GW_BOARD_VIEW_DAY; view++)
    {
      gint shown;

      gw_board_set_view (fixture->board, (GwBoardView) view, 0);
      gw_board_zoom (fixture->board, -1);
      gw_board_scroll_to (fixture->board, 390);
      gw_await_that (is_shown (fixture));
      shown = gw_board_find_shown (fixture->board, row);
      g_assert_cmpint (pick_shift (fixture, shown, 0), ==, find_shift_of (fixture, row, 0));
      g_assert_cmpint (pick_shift (fixture, shown, 1), ==, find_shift_of (fixture, row, 1));
      g_assert_true (
          gw_board_focus_stop (fixture->board, gw_board_find_shift_stop (fixture->board, second)));
      gw_board_act_on_shift (fixture->board, row, 0, find_shift_of (fixture, row, 1),
                             GW_BOARD_DEED_HOLD);
      gw_board_aim_by (fixture->board, 15, 0);
      gw_board_put_down (fixture->board);
      g_assert_true (gw_id_equal (fixture->dropped.shift, second));
      g_assert_cmpint (fixture->dropped.start.value, ==, 975);
    }
  g_assert_cmpuint (fixture->n_dropped, ==, 2);
}

/* Nobody's shifts have a row of their own, from where they go to colleagues and back. */
static void
test_open_shifts (Fixture *fixture, gconstpointer data)
{
  GwId open = small_team_add_shift (&fixture->team, 33, GW_ID_NONE, 960, 1260);
  GwId held = small_team_add_shift (&fixture->team, 34, GW_ID_NONE, 1000, 1260);
  gint row;

  g_assert_cmpint (gw_board_find_shown (fixture->board, GW_BOARD_ROW_OPEN), ==, -1);
  show_week (fixture);
  g_assert_cmpint (gw_board_find_shown (fixture->board, GW_BOARD_ROW_OPEN), ==, 0);
  g_assert_cmpint (pick_shift (fixture, 0, 1), ==, find_shift_of (fixture, GW_BOARD_ROW_OPEN, 1));
  g_assert_cmpint (pick_shift (fixture, 0, 0), ==, find_shift_of (fixture, GW_BOARD_ROW_OPEN, 0));
  gw_board_act_on_shift (fixture->board, GW_BOARD_ROW_OPEN, 0,
                         find_shift_of (fixture, GW_BOARD_ROW_OPEN, 0), GW_BOARD_DEED_HOLD);
  gw_board_aim_by (fixture->board, 0, 1);
  gw_board_put_down (fixture->board);
  g_assert_true (gw_id_equal (fixture->dropped.shift, open));
  g_assert_true (gw_id_is_none (fixture->dropped.from));
  g_assert_true (gw_id_equal (fixture->dropped.to, fixture->team.dev));

  row = find_marta (fixture);
  held = gw_board_week_get_shift (gw_board_get_week (fixture->board),
                                  (guint) find_shift_of (fixture, row, 0))
             ->id;
  gw_board_act_on_shift (fixture->board, row, 0, find_shift_of (fixture, row, 0),
                         GW_BOARD_DEED_TO_COVER);
  g_assert_true (gw_id_equal (fixture->dropped.shift, held));
  g_assert_true (gw_id_is_none (fixture->dropped.to));
  g_assert_true (gw_id_equal (fixture->dropped.from, fixture->team.marta));
  /* The focus goes along, so that the next key is for the same shift. */
  small_team_hold (&fixture->team, held, GW_ID_NONE);
  show_week (fixture);
  g_assert_cmpint (gw_board_get_focus_stop (fixture->board), ==,
                   gw_board_find_shift_stop (fixture->board, held));
  g_assert_cmpint (
      gw_board_get_stop (fixture->board, (guint) gw_board_get_focus_stop (fixture->board))->shown,
      ==, 0);
}

/* A visit stops at the lane, not among the shifts that nobody holds. */
static void
test_visit_past_open_shifts (Fixture *fixture, gconstpointer data)
{
  gint entry;

  small_team_add_shift (&fixture->team, 33, GW_ID_NONE, 960, 1260);
  show_week (fixture);
  entry = find_morning (fixture);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  gw_board_aim_by (fixture->board, 0, -1);
  g_assert_cmpint (fixture->board->held.shown, ==, 1);
  gw_board_aim_by (fixture->board, 0, -1);
  g_assert_cmpint (fixture->board->held.shown, ==, -1);
  gw_board_aim (fixture->board, 0, 0, 480, 0);
  g_assert_cmpint (fixture->board->held.shown, ==, -1);
  gw_board_put_back (fixture->board);
}

/* What is chosen together moves together, each by as much. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  gint pair = gw_board_week_find_entry (week, fixture->team.pair, fixture->team.marta);
  gint entry = find_morning (fixture);
  const GwBoardMove *moves;

  gw_board_select (fixture->board, entry, TRUE);
  gw_board_select (fixture->board, pair, TRUE);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_LATER);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_HOLD);
  g_assert_cmpuint (fixture->n_dropped, ==, 0);
  g_assert_cmpuint (fixture->all_dropped->len, ==, 2);
  moves = (const GwBoardMove *) (gpointer) fixture->all_dropped->data;
  for (guint i = 0; i < 2; i++)
    {
      gboolean is_pair = gw_id_equal (moves[i].visit, fixture->team.pair);
      g_assert_cmpint (moves[i].start.value, ==, is_pair ? 545 : 485);
      g_assert_true (gw_id_equal (moves[i].to, fixture->team.marta));
    }
  g_assert_true (gw_board_clear_selection (fixture->board));
  g_assert_false (gw_board_clear_selection (fixture->board));
}

static GwBoardBox
get_card_box (Fixture *fixture, gint entry)
{
  gint stop = gw_board_find_stop (fixture->board, entry);

  g_assert_cmpint (stop, >=, 0);
  return gw_board_get_stop_box (fixture->board, gw_board_get_stop (fixture->board, (guint) stop));
}

static guint
count_chosen (Fixture *fixture)
{
  g_autoptr (GArray) chosen = gw_board_dup_selection (fixture->board);
  return chosen->len;
}

/* A band over free space chooses what it touches, adds to what was chosen, and can be given up. */
static void
test_band (Fixture *fixture, gconstpointer data)
{
  gint entry = find_morning (fixture);
  gint pair = gw_board_week_find_entry (fixture->week, fixture->team.pair, fixture->team.marta);
  gint lunch = gw_board_week_find_entry (fixture->week, fixture->team.lunch, GW_ID_NONE);
  GwBoardBox morning, later, body;

  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 0);
  gw_await_that (is_shown (fixture));
  morning = get_card_box (fixture, entry);
  later = get_card_box (fixture, pair);
  body = gw_board_geometry_get_body (&fixture->board->geometry);
  g_assert_false (gw_board_band_begin (fixture->board, 10, body.y + 10, FALSE));
  g_assert_true (gw_board_band_begin (fixture->board, morning.x - 2, body.y + 2, FALSE));
  gw_board_band_move (fixture->board, morning.x - 1, morning.y + morning.height);
  g_assert_cmpuint (count_chosen (fixture), ==, 0);
  gw_board_band_move (fixture->board, morning.x + 3, morning.y + 3);
  g_assert_cmpuint (count_chosen (fixture), ==, 1);
  gw_board_band_move (fixture->board, later.x + 3, morning.y + 3);
  g_assert_cmpuint (count_chosen (fixture), ==, 2);
  gw_board_band_move (fixture->board, morning.x + 3, morning.y + 3);
  gw_board_band_end (fixture->board);
  g_assert_cmpuint (count_chosen (fixture), ==, 1);

  gw_board_select (fixture->board, lunch, TRUE);
  g_assert_true (gw_board_band_begin (fixture->board, later.x - 2, body.y + 2, TRUE));
  gw_board_band_move (fixture->board, later.x + 3, later.y + 3);
  g_assert_cmpuint (count_chosen (fixture), ==, 3);
  gw_board_band_give_up (fixture->board);
  g_assert_cmpuint (count_chosen (fixture), ==, 2);
  g_assert_false (gw_board_band_is_active (fixture->board));
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("shifts/shift", test_shift);
  ADD_TEST ("shifts/second-shift", test_second_shift);
  ADD_TEST ("shifts/open-shifts", test_open_shifts);
  ADD_TEST ("shifts/visit-past-open-shifts", test_visit_past_open_shifts);
  ADD_TEST ("shifts/selection", test_selection);
  ADD_TEST ("shifts/band", test_band);
  return g_test_run ();
}
