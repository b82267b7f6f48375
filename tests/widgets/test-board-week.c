/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records become rows, cells, entries, numbers and words. */
#include "config.h"

#include "board-week-fixture.h"

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  const GwBoardRow *marta;

  g_assert_cmpuint (gw_board_week_get_n_rows (fixture->week), ==, 2);
  g_assert_cmpstr (gw_board_week_get_row (fixture->week, 0)->name, ==, "Dev");
  g_assert_cmpint (gw_board_week_find_row (fixture->week, fixture->team.marta), ==, 1);
  g_assert_cmpint (gw_board_week_find_row (fixture->week, fixture->team.rose), ==, -1);
  marta = gw_board_week_get_row (fixture->week, 1);
  g_assert_cmpint (marta->minutes, ==, 420);
  g_autofree char *hours = gw_board_words_hours (marta);
  g_assert_cmpstr (hours, ==, "7/35 h");
}

static void
test_entries (Fixture *fixture, gconstpointer data)
{
  gint morning = gw_board_week_find_entry (fixture->week, fixture->team.morning,
                                           fixture->team.marta);
  const GwBoardEntry *entry;

  g_assert_cmpuint (gw_board_week_get_n_entries (fixture->week), ==, 4);
  g_assert_cmpint (morning, >=, 0);
  entry = gw_board_week_get_entry (fixture->week, (guint) morning);
  g_assert_cmpint (entry->row, ==, 1);
  g_assert_cmpint (entry->day, ==, 0);
  g_assert_cmpint (entry->start, ==, 480);
  g_assert_cmpint (entry->end, ==, 510);
  g_assert_cmpint (entry->travel, ==, -1);
  g_assert_cmpstr (entry->name, ==, "Rose");
  g_assert_cmpint (
      gw_board_week_find_entry (fixture->week, fixture->team.lunch, fixture->team.marta), ==, -1);
}

static void
test_half_covered_pair (Fixture *fixture, gconstpointer data)
{
  gint index = gw_board_week_find_entry (fixture->week, fixture->team.pair, fixture->team.marta);
  gint lane = gw_board_week_find_entry (fixture->week, fixture->team.pair, GW_ID_NONE);

  /* A two-person visit with one colleague is not covered. */
  g_assert_cmpint (index, >=, 0);
  g_assert_cmpint (lane, >=, 0);
  g_assert_cmpuint (gw_board_week_get_entry (fixture->week, (guint) lane)->missing, ==, 1);
  g_assert_cmpint (gw_board_week_get_entry (fixture->week, (guint) lane)->twin, ==, index);
  g_assert_cmpint (gw_board_week_get_entry (fixture->week, (guint) index)->twin, ==, lane);
  g_assert_true (gw_board_week_get_entry (fixture->week, (guint) index)->flags &
                 GW_BOARD_ENTRY_PAIR);
  g_autofree char *who = gw_board_words_who (fixture->week, (guint) index);
  g_assert_cmpstr (who, ==, "Marta, 1 more colleague needed");
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  const GwBoardNumbers *numbers = gw_board_week_get_numbers (fixture->week);

  g_assert_cmpuint (numbers->to_cover, ==, 2);
  g_assert_cmpuint (numbers->clashes, ==, 0);
  g_assert_cmpint (numbers->wishes_permille, ==, 820);
  /* Two half hours of two paid shifts of seven hours. */
  g_assert_cmpint (numbers->contact_permille, ==, 60 * 1000 / 840);
}

static void
test_lane_cell (Fixture *fixture, gconstpointer data)
{
  const GwBoardCell *cell = gw_board_week_get_cell (fixture->week, -1, 0);

  g_assert_cmpuint (cell->n_entries, ==, 2);
  g_assert_cmpint (gw_board_week_get_entry (fixture->week, cell->first)->start, ==, 540);
  g_assert_cmpuint (gw_board_week_get_cell (fixture->week, -1, 1)->n_entries, ==, 0);
}

static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  gint lunch = gw_board_week_find_entry (fixture->week, fixture->team.lunch, GW_ID_NONE);
  g_autofree char *sentence = gw_board_words_sentence (fixture->week, (guint) lunch);
  g_autofree char *cell = gw_board_words_cell (fixture->week, 1, 0, -1);
  g_autofree char *idle = gw_board_words_cell (fixture->week, 1, 1, -1);

  g_assert_cmpstr (sentence, ==, "Rose, Mon 12:00–12:30, breakfast and medication, no one yet");
  g_assert_cmpstr (cell, ==, "Marta, Mon 23: 07:00–14:00, 2 visits");
  g_assert_cmpstr (idle, ==, "Marta, Tue 24: not working");
}

static void
test_troubles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) week = NULL;
  gint index;

  g_ptr_array_add (fixture->team.troubles,
                   gw_board_trouble_new (fixture->team.morning, GW_ID_NONE, fixture->team.monday,
                                         GW_BOARD_CANNOT, "Marta cannot be in two places."));
  g_ptr_array_add (fixture->team.troubles,
                   gw_board_trouble_new (GW_ID_NONE, fixture->team.dev, fixture->team.monday,
                                         GW_BOARD_CANNOT, "Only 9 h rest."));
  week = small_team_make_week (&fixture->team);
  index = gw_board_week_find_entry (week, fixture->team.morning, fixture->team.marta);
  g_assert_cmpint (gw_board_week_get_entry (week, (guint) index)->severity, ==, GW_BOARD_CANNOT);
  g_assert_cmpstr (gw_board_week_get_cell (week, 1, 0)->trouble, ==,
                   "Marta cannot be in two places.");
  g_assert_cmpstr (gw_board_week_get_cell (week, 0, 0)->trouble, ==, "Only 9 h rest.");
  g_assert_cmpuint (gw_board_week_get_numbers (week)->clashes, ==, 2);
}

static void
test_move_covers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) week = NULL;
  const GwBoardEntry *entry;
  gint index;

  small_team_move (&fixture->team, fixture->team.lunch, GW_ID_NONE, fixture->team.dev, 725);
  week = small_team_make_week (&fixture->team);
  index = gw_board_week_find_entry (week, fixture->team.lunch, fixture->team.dev);
  g_assert_cmpint (index, >=, 0);
  entry = gw_board_week_get_entry (week, (guint) index);
  g_assert_cmpint (entry->start, ==, 725);
  g_assert_cmpuint (gw_board_week_get_numbers (week)->to_cover, ==, 1);
  g_assert_cmpint (gw_board_week_find_entry (week, fixture->team.lunch, GW_ID_NONE), ==, -1);
}

/* Who was typed in without a team must not vanish from the one board there is. */
static void
test_no_team (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) week = NULL;

  /* Any team: no record of the small team names one. */
  fixture->team.shown_team = fixture->team.ali;
  week = small_team_make_week (&fixture->team);
  g_assert_cmpuint (gw_board_week_get_n_rows (week), ==, 2);
  g_assert_cmpint (gw_board_week_find_entry (week, fixture->team.lunch, GW_ID_NONE), >=, 0);
  g_assert_cmpuint (gw_board_week_get_numbers (week)->to_cover, ==,
                    gw_board_week_get_numbers (fixture->week)->to_cover);
}

/* What a colleague did who was deleted since stays on the board of those days, and only there. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) week = NULL;
  g_autoptr (GwBoardWeek) later = NULL;
  const GwBoardRow *marta;
  gint entry;

  small_team_delete (&fixture->team, fixture->team.marta, FALSE);
  week = small_team_make_week (&fixture->team);
  g_assert_cmpuint (gw_board_week_get_n_rows (week), ==, 2);
  marta = gw_board_week_get_row (week, 1);
  g_assert_cmpstr (marta->name, ==, "Marta");
  g_assert_true (marta->is_gone);
  g_assert_false (gw_board_week_get_row (week, 0)->is_gone);
  entry = gw_board_week_find_entry (week, fixture->team.morning, fixture->team.marta);
  g_assert_cmpint (gw_board_week_get_entry (week, (guint) entry)->row, ==, 1);
  fixture->team.monday = gw_day_add (fixture->team.monday, 7);
  later = small_team_make_week (&fixture->team);
  g_assert_cmpuint (gw_board_week_get_n_rows (later), ==, 1);
  g_assert_cmpint (gw_board_week_find_row (later, fixture->team.marta), ==, -1);
}

/* Whose data was erased has a row without a name. */
static void
test_gone_without_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) week = NULL;
  gint row;

  small_team_delete (&fixture->team, fixture->team.marta, TRUE);
  fixture->team.shown_team = fixture->team.ali;
  week = small_team_make_week (&fixture->team);
  row = gw_board_week_find_row (week, fixture->team.marta);
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpstr (gw_board_week_get_row (week, (guint) row)->name, ==, "Somebody");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("week/rows", test_rows);
  ADD_TEST ("week/entries", test_entries);
  ADD_TEST ("week/half-covered-pair", test_half_covered_pair);
  ADD_TEST ("week/numbers", test_numbers);
  ADD_TEST ("week/lane-cell", test_lane_cell);
  ADD_TEST ("week/sentences", test_sentences);
  ADD_TEST ("week/troubles", test_troubles);
  ADD_TEST ("week/move-covers", test_move_covers);
  ADD_TEST ("week/no-team", test_no_team);
  ADD_TEST ("week/gone", test_gone);
  ADD_TEST ("week/gone-without-name", test_gone_without_name);
  return g_test_run ();
}
