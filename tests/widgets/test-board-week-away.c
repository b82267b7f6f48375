/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is away is not working and not free, and the band of her shift is not there. */
#include "config.h"

#include "board-week-fixture.h"

#include "gw-absence.h"
#include "gw-choices.h"

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = gw_board_words_shift (gw_board_week_get_cell (fixture->week, 0, 2));

  g_assert_cmpstr (words, ==, "Leave");
  g_assert_cmpint (gw_board_week_get_cell (fixture->week, 0, 1)->absence, ==, 0);
  g_assert_cmpint (gw_board_week_get_cell (fixture->week, 0, 3)->absence, ==, GW_ABSENCE_LEAVE);
  g_assert_cmpint (gw_board_week_get_cell (fixture->week, 0, 4)->absence, ==, 0);
}

/* Free times and breaks of Marta's Monday. */
static guint
count_idle_segments (const GwBoardWeek *week)
{
  const GwBoardCell *cell = gw_board_week_get_cell (week, 1, 0);
  guint n = 0;

  for (guint i = 0; i < cell->n_segments; i++)
    {
      GwBoardSegmentKind kind = gw_board_week_get_segment (week, cell->first_segment + i)->kind;
      n += kind == GW_BOARD_SEGMENT_FREE || kind == GW_BOARD_SEGMENT_BREAK;
    }
  return n;
}

/* Adds @kind for Marta's Monday between two minutes, and computes the week. */
static GwBoardWeek *
make_away (Fixture *fixture, gint64 kind, GwAbsenceState state, gint start, gint end)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_absence_type);

  gw_absence_set_colleague (draft, fixture->team.marta);
  gw_absence_set_kind (draft, kind);
  gw_absence_set_state (draft, state);
  gw_absence_set_first_day (draft, fixture->team.monday);
  gw_absence_set_last_day (draft, fixture->team.monday);
  if (start > 0)
    gw_absence_set_start (draft, GW_MINUTE (start));
  if (end < 1440)
    gw_absence_set_end (draft, GW_MINUTE (end));
  g_ptr_array_add (fixture->team.absences, gw_draft_build (draft));
  return small_team_make_week (&fixture->team);
}

static void
test_nobody_away_is_free (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek)
      week = make_away (fixture, GW_ABSENCE_LEAVE, GW_ABSENCE_APPROVED, 0, 1440);

  g_assert_cmpuint (count_idle_segments (fixture->week), >, 0);
  g_assert_cmpuint (count_idle_segments (week), ==, 0);
}

/* Marta's shift is from 7 to 14; away it is not worked, and its band is not there. */
static void
test_hours_away (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    gint kind;
    GwAbsenceState state;
    gint start, end, worked_of_seven;
    guint n_parts;
  } cases[] = {
    { GW_ABSENCE_LEAVE, GW_ABSENCE_ASKED, 0, 1440, 7, 1 },
    { GW_ABSENCE_LEAVE, GW_ABSENCE_DECLINED, 0, 1440, 7, 1 },
    { GW_ABSENCE_AWAY, GW_ABSENCE_APPROVED, 840, 1440, 7, 1 },
    { GW_ABSENCE_AWAY, GW_ABSENCE_APPROVED, 0, 480, 6, 1 },
    { GW_ABSENCE_AWAY, GW_ABSENCE_APPROVED, 600, 660, 6, 2 },
    { GW_ABSENCE_TRAINING, GW_ABSENCE_APPROVED, 0, 1440, 7, 0 },
    { GW_ABSENCE_LEAVE, GW_ABSENCE_APPROVED, 0, 1440, 0, 0 },
  };
  gint worked = gw_board_week_get_row (fixture->week, 1)->minutes;
  guint n_before = fixture->team.absences->len;

  g_assert_cmpint (worked, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GwBoardWeek)
          week = make_away (fixture, cases[i].kind, cases[i].state, cases[i].start, cases[i].end);
      const GwBoardCell *cell = gw_board_week_get_cell (week, 1, 0);
      GwBoardStretch parts[2];

      g_assert_cmpuint (gw_board_cell_list_present (cell, cell->start, cell->end, parts), ==,
                        cases[i].n_parts);
      g_assert_cmpint (gw_board_week_get_row (week, 1)->minutes, ==,
                       worked * cases[i].worked_of_seven / 7);
      g_ptr_array_set_size (fixture->team.absences, (gint) n_before);
    }
}

/* Leave that is only asked for does not hide that somebody is away, in whatever order they come. */
static void
test_asked_hides_nothing (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      GwAbsenceState first = i == 0 ? GW_ABSENCE_ASKED : GW_ABSENCE_APPROVED;
      GwAbsenceState second = i == 0 ? GW_ABSENCE_APPROVED : GW_ABSENCE_ASKED;
      g_autoptr (GwBoardWeek) one = make_away (fixture, GW_ABSENCE_AWAY, first, 0, 1440);
      g_autoptr (GwBoardWeek) both = make_away (fixture, GW_ABSENCE_AWAY, second, 0, 1440);

      g_assert_false (gw_board_week_get_cell (both, 1, 0)->absence_asked);
      g_ptr_array_set_size (fixture->team.absences, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("week-away/leave", test_leave);
  ADD_TEST ("week-away/nobody-away-is-free", test_nobody_away_is_free);
  ADD_TEST ("week-away/hours-away", test_hours_away);
  ADD_TEST ("week-away/asked-hides-nothing", test_asked_hides_nothing);
  return g_test_run ();
}
