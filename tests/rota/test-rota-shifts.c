/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shifts on the rota page: opened, given to somebody, with what lies in them. */
#include "config.h"

#include "rota-fixture.h"

/* A shift of tomorrow with visits in it. */
static gint
find_full_shift (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (gint row = 0; row < (gint) gw_board_week_get_n_rows (week); row++)
    {
      const GwBoardCell *cell = gw_board_week_get_cell (week, row, 1);
      if (cell->n_shifts == 1 && gw_board_week_get_shift (week, cell->first_shift)->n_entries >= 3)
        return (gint) cell->first_shift;
    }
  g_assert_not_reached ();
}

static const GwBoardShift *
get_asked_shift (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  gint index = gw_board_week_find_shift (week, fixture->asked);

  g_assert_cmpint (index, >=, 0);
  return gw_board_week_get_shift (week, (guint) index);
}

static gboolean
is_open (Fixture *fixture)
{
  return get_asked_shift (fixture)->row == GW_BOARD_ROW_OPEN;
}

static gboolean
is_held_by_someone (Fixture *fixture)
{
  return get_asked_shift (fixture)->row >= 0;
}

static gboolean
is_priced (Fixture *fixture)
{
  return may_plan (fixture) && !gw_board_is_holding (fixture->board);
}

static void
act_on_asked (Fixture *fixture, GwBoardDeed deed)
{
  const GwBoardShift *shift = get_asked_shift (fixture);

  gw_board_act_on_shift (fixture->board, shift->row, shift->day,
                         gw_board_week_find_shift (gw_board_get_week (fixture->board), shift->id),
                         deed);
}

/* What is in a shift stays in it while nobody holds it, is to cover, and comes back with it. */
static void
test_open_shift (Fixture *fixture, gconstpointer data)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  const GwBoardShift *shift;
  guint n_entries, open_before = gw_board_week_count_open (week, 1);
  gint row, steps;

  gw_await_that (may_plan (fixture));
  shift = gw_board_week_get_shift (gw_board_get_week (fixture->board),
                                   (guint) find_full_shift (fixture));
  fixture->asked = shift->id;
  n_entries = shift->n_entries;
  row = shift->row;
  fixture->waiting_before = get_waiting (fixture);
  act_on_asked (fixture, GW_BOARD_DEED_TO_COVER);
  gw_await_that (is_open (fixture));
  g_assert_cmpuint (gw_board_week_count_open (gw_board_get_week (fixture->board), 1), ==,
                    open_before + 1);
  g_assert_cmpuint (get_asked_shift (fixture)->n_entries, ==, n_entries);
  g_assert_cmpuint (get_waiting (fixture), >, fixture->waiting_before);

  /* Back to whom it came from: she can, for she had it. */
  gw_await_that (is_priced (fixture));
  act_on_asked (fixture, GW_BOARD_DEED_HOLD);
  for (steps = 0; steps <= row; steps++)
    act_on_asked (fixture, GW_BOARD_DEED_DOWN);
  act_on_asked (fixture, GW_BOARD_DEED_HOLD);
  gw_await_that (is_held_by_someone (fixture));
  g_assert_cmpint (get_asked_shift (fixture)->row, ==, row);
  g_assert_cmpuint (get_asked_shift (fixture)->n_entries, ==, n_entries);
  gw_await_that (as_before (fixture));
  gw_await_that (can_undo (fixture));
  g_assert_true (activate (fixture, "rota.undo", NULL));
  gw_await_that (is_open (fixture));
  g_assert_cmpuint (get_asked_shift (fixture)->n_entries, ==, n_entries);
}

/* Another one of that day, which somebody holds. */
static GwId
find_other_shift (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (gint row = (gint) gw_board_week_get_n_rows (week) - 1; row >= 0; row--)
    {
      const GwBoardCell *cell = gw_board_week_get_cell (week, row, 2);
      if (cell->n_shifts == 1)
        return gw_board_week_get_shift (week, cell->first_shift)->id;
    }
  g_assert_not_reached ();
}

/* What is put down while something else is still being thought about does not push it aside. */
static void
test_one_after_the_other (Fixture *fixture, gconstpointer data)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  GwId other = find_other_shift (fixture);
  GwId first = gw_board_week_get_shift (week, (guint) find_full_shift (fixture))->id;

  gw_await_that (may_plan (fixture));
  fixture->asked = first;
  act_on_asked (fixture, GW_BOARD_DEED_TO_COVER);
  fixture->asked = other;
  act_on_asked (fixture, GW_BOARD_DEED_TO_COVER);
  gw_await_that (is_open (fixture));
  fixture->asked = first;
  g_assert_true (is_open (fixture));
}

/* Undo means what was put down last, though it is not done yet, and not the act before it. */
static void
test_undo_while_it_waits (Fixture *fixture, gconstpointer data)
{
  GwId other = find_other_shift (fixture);

  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_PIN);
  gw_await_that (has_pin (fixture));
  gw_await_that (may_plan (fixture));
  fixture->asked = gw_board_week_get_shift (gw_board_get_week (fixture->board),
                                            (guint) find_full_shift (fixture))
                       ->id;
  act_on_asked (fixture, GW_BOARD_DEED_TO_COVER);
  g_assert_true (activate (fixture, "rota.undo", NULL));
  gw_await_that (is_priced (fixture));
  g_assert_true (is_held_by_someone (fixture));
  fixture->asked = other;
  act_on_asked (fixture, GW_BOARD_DEED_TO_COVER);
  gw_await_that (is_open (fixture));
  g_assert_true (has_pin (fixture));
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("shifts/open", test_open_shift);
  ADD_TEST ("shifts/one-after-the-other", test_one_after_the_other);
  ADD_TEST ("shifts/undo-while-it-waits", test_undo_while_it_waits);
  return g_test_run ();
}
