/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the day of a row is made of: two shifts, open ones, nights, role time. */
#include "config.h"

#include "board-week-fixture.h"

/* Each shift of a day has its visits, and nothing is free or travelled between two. */
static void
test_two_shifts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) week = NULL;
  const GwBoardCell *cell;

  small_team_add_shift (&fixture->team, 33, fixture->team.marta, 960, 1260);
  small_team_move (&fixture->team, fixture->team.lunch, GW_ID_NONE, fixture->team.marta, 1000);
  week = small_team_make_week (&fixture->team);
  cell = gw_board_week_get_cell (week, 1, 0);
  g_assert_cmpuint (cell->n_shifts, ==, 2);
  g_assert_cmpint (cell->start, ==, 420);
  g_assert_cmpint (cell->end, ==, 1260);
  for (guint i = 0; i < 2; i++)
    {
      const GwBoardShift *shift = gw_board_week_get_shift (week, cell->first_shift + i);
      g_assert_cmpint (shift->start, ==, i == 0 ? 420 : 960);
      g_assert_cmpuint (shift->n_entries, ==, i == 0 ? 2 : 1);
      g_assert_cmpint (gw_board_week_find_shift (week, shift->id), ==, cell->first_shift + i);
    }
  for (guint i = 0; i < cell->n_segments; i++)
    {
      const GwBoardSegment *segment = gw_board_week_get_segment (week, cell->first_segment + i);
      g_assert_false (segment->start < 960 && segment->end > 840);
    }
  g_autofree char *words = gw_board_words_cell (week, 1, 0, (gint) cell->first_shift + 1);
  g_assert_cmpstr (words, ==, "Marta, Mon 23: 16:00–21:00, 1 visit");
}

/* Nobody is paid for it, and what waits in it is to cover. */
static void
test_open_shift (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) week = NULL;
  const GwBoardCell *cell;
  const GwBoardShift *shift;
  GwId open = small_team_add_shift (&fixture->team, 33, GW_ID_NONE, 600, 900);

  small_team_add_shift (&fixture->team, 34, GW_ID_NONE, 840, 1200);
  small_team_wait_in (&fixture->team, fixture->team.lunch, open);
  week = small_team_make_week (&fixture->team);
  g_assert_cmpuint (gw_board_week_count_open (week, -1), ==, 2);
  g_assert_cmpuint (gw_board_week_count_open (week, 1), ==, 0);
  cell = gw_board_week_get_cell (week, GW_BOARD_ROW_OPEN, 0);
  g_assert_cmpuint (cell->n_shifts, ==, 2);
  g_assert_cmpint (cell->n_levels, ==, 2);
  shift = gw_board_week_get_shift (week, cell->first_shift);
  g_assert_true (gw_id_equal (shift->id, open));
  g_assert_cmpuint (shift->n_entries, ==, 1);
  g_assert_cmpint (gw_board_week_find_entry (week, fixture->team.lunch, GW_ID_NONE), >=, 0);
  g_assert_cmpuint (gw_board_week_get_numbers (week)->to_cover, ==, 2);
  g_assert_cmpint (gw_board_week_get_numbers (week)->contact_permille, ==,
                   gw_board_week_get_numbers (fixture->week)->contact_permille);
  g_autofree char *words = gw_board_words_cell (week, GW_BOARD_ROW_OPEN, 0,
                                                (gint) cell->first_shift);
  g_assert_cmpstr (words, ==, "Open shift, Mon 23: 10:00–15:00, 1 visit");
}

/* Dev's night from ten on Monday, and Rose at one in it. */
static void
add_night (SmallTeam *team)
{
  small_team_add_shift (team, 33, team->dev, 1320, 1860);
  small_team_move (team, team->lunch, GW_ID_NONE, team->dev, 60);
  small_team_next_day (team, team->lunch);
}

/* A visit after midnight is shown, counted and taken from the free time in the shift that it is in,
 * which began the evening before. */
static void
test_night_shift (Fixture *fixture, gconstpointer data)
{
  SmallTeam *team = &fixture->team;
  g_autoptr (GwBoardWeek) week = NULL;
  const GwBoardCell *cell;
  const GwBoardEntry *entry;
  gint free_minutes = 0;

  add_night (team);
  week = small_team_make_week (team);
  g_assert_cmpuint (gw_board_week_get_cell (week, 0, 1)->n_entries, ==, 0);
  cell = gw_board_week_get_cell (week, 0, 0);
  g_assert_cmpuint (cell->n_entries, ==, 1);
  entry = gw_board_week_get_entry (week, cell->first);
  g_assert_cmpint (entry->start, ==, 1500);
  g_assert_cmpint (entry->end, ==, 1530);
  g_assert_cmpuint (gw_board_week_get_shift (week, cell->first_shift + 1)->n_entries, ==, 1);
  for (guint i = 0; i < cell->n_segments; i++)
    {
      const GwBoardSegment *segment = gw_board_week_get_segment (week, cell->first_segment + i);
      if (segment->kind != GW_BOARD_SEGMENT_FREE || segment->start < 1320)
        continue;
      free_minutes += segment->end - segment->start;
      g_assert_false (segment->start < 1530 && segment->end > 1500);
    }
  g_assert_cmpint (free_minutes, >, 0);
  g_autofree char *words = gw_board_words_cell (week, 0, 0, (gint) cell->first_shift + 1);
  g_assert_cmpstr (words, ==, "Dev, Mon 23: 22:00–07:00+1, 1 visit");
}

/* On the board of the week before, where its shift is, and not on this one. */
static void
test_night_before (Fixture *fixture, gconstpointer data)
{
  SmallTeam *team = &fixture->team;
  GwDay monday = team->monday;
  g_autoptr (GwBoardWeek) before = NULL;
  g_autoptr (GwBoardWeek) week = NULL;

  add_night (team);
  team->monday = gw_day_add (monday, 1);
  week = small_team_make_week (team);
  g_assert_cmpuint (gw_board_week_get_n_entries (week), ==, 0);
  team->monday = gw_day_add (monday, -6);
  before = small_team_make_week (team);
  team->monday = monday;
  g_assert_cmpuint (gw_board_week_get_cell (before, 0, 6)->n_entries, ==, 1);
}

/* Role time takes its minutes from the free ones, whether it was given a time or not. */
static void
test_role_time (Fixture *fixture, gconstpointer data)
{
  static const GwBoardSegmentKind kinds[] = { GW_BOARD_SEGMENT_ROLE_ANY, GW_BOARD_SEGMENT_ROLE };
  static const gint starts[] = { -1, 600 };
  static const gint shown[] = { 720, 600 };
  static const char *const spoken[] = { ", role time about 12:00–13:00",
                                        ", role time 10:00–11:00" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GwBoardWeek) week = NULL;
      const GwBoardCell *cell;
      gboolean found = FALSE;

      g_ptr_array_set_size (fixture->team.role_times, 0);
      small_team_add_role_time (&fixture->team, 50, fixture->team.dev, starts[i]);
      week = small_team_make_week (&fixture->team);
      cell = gw_board_week_get_cell (week, 0, 0);
      for (guint k = 0; k < cell->n_segments; k++)
        {
          const GwBoardSegment *segment = gw_board_week_get_segment (week, cell->first_segment + k);
          if (segment->kind == kinds[i])
            {
              found = TRUE;
              g_assert_cmpint (segment->start, ==, shown[i]);
              g_assert_cmpint (segment->end, ==, shown[i] + 60);
            }
          else
            g_assert_false (segment->start < shown[i] + 60 && segment->end > shown[i]);
        }
      g_assert_true (found);
      g_autofree char *words = gw_board_words_cell (week, 0, 0, -1);
      g_autofree char *part = gw_board_words_cell (week, 0, 0, (gint) cell->first_shift);
      g_assert_true (g_str_has_suffix (words, spoken[i]));
      g_assert_true (g_str_has_suffix (part, spoken[i]));
    }
}

/* A meeting is no visit, and is said as well; of two shifts, of the one that it is in. */
static void
test_meeting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwBoardWeek) week = NULL;
  const GwBoardCell *cell;

  small_team_add_shift (&fixture->team, 33, fixture->team.dev, 960, 1260);
  small_team_add_meeting (&fixture->team, 60, 1020);
  week = small_team_make_week (&fixture->team);
  cell = gw_board_week_get_cell (week, 0, 0);
  g_autofree char *first = gw_board_words_cell (week, 0, 0, (gint) cell->first_shift);
  g_autofree char *second = gw_board_words_cell (week, 0, 0, (gint) cell->first_shift + 1);
  g_assert_cmpstr (first, ==, "Dev, Mon 23: 07:00–14:00");
  g_assert_cmpstr (second, ==, "Dev, Mon 23: 16:00–21:00, meeting 17:00–18:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("week-day/two-shifts", test_two_shifts);
  ADD_TEST ("week-day/open-shift", test_open_shift);
  ADD_TEST ("week-day/night-shift", test_night_shift);
  ADD_TEST ("week-day/night-before", test_night_before);
  ADD_TEST ("week-day/role-time", test_role_time);
  ADD_TEST ("week-day/meeting", test_meeting);
  return g_test_run ();
}
