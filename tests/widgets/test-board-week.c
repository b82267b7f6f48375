/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records become rows, cells, entries, numbers and words. */
#include "config.h"

#include "gw-board-words.h"
#include "small-team.h"

#include "gw-absence.h"
#include "gw-choices.h"

typedef struct
{
  SmallTeam team;
  GwBoardWeek *week;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  small_team_init (&fixture->team);
  fixture->week = small_team_make_week (&fixture->team);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gw_board_week_unref (fixture->week);
  small_team_clear (&fixture->team);
}

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

static void
test_nobody_away_is_free (Fixture *fixture, gconstpointer data)
{
  GwDraft *draft = gw_draft_new_with_id (&gw_absence_type, gw_id_from_seed (1, 1, 91));
  g_autoptr (GwBoardWeek) week = NULL;

  g_assert_cmpuint (count_idle_segments (fixture->week), >, 0);
  gw_absence_set_colleague (draft, fixture->team.marta);
  gw_absence_set_kind (draft, GW_ABSENCE_LEAVE);
  gw_absence_set_state (draft, GW_ABSENCE_APPROVED);
  gw_absence_set_first_day (draft, fixture->team.monday);
  gw_absence_set_last_day (draft, fixture->team.monday);
  g_ptr_array_add (fixture->team.absences, gw_draft_build (draft));
  gw_draft_free (draft);
  week = small_team_make_week (&fixture->team);
  g_assert_cmpuint (count_idle_segments (week), ==, 0);
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

  small_team_add_shift (team, 33, team->dev, 1320, 1860);
  small_team_move (team, team->lunch, GW_ID_NONE, team->dev, 60);
  small_team_next_day (team, team->lunch);
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

  small_team_add_shift (team, 33, team->dev, 1320, 1860);
  small_team_move (team, team->lunch, GW_ID_NONE, team->dev, 60);
  small_team_next_day (team, team->lunch);
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
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/board/week/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rows", test_rows);
  ADD ("entries", test_entries);
  ADD ("half-covered-pair", test_half_covered_pair);
  ADD ("numbers", test_numbers);
  ADD ("lane-cell", test_lane_cell);
  ADD ("leave", test_leave);
  ADD ("nobody-away-is-free", test_nobody_away_is_free);
  ADD ("hours-away", test_hours_away);
  ADD ("asked-hides-nothing", test_asked_hides_nothing);
  ADD ("sentences", test_sentences);
  ADD ("troubles", test_troubles);
  ADD ("move-covers", test_move_covers);
  ADD ("no-team", test_no_team);
  ADD ("gone", test_gone);
  ADD ("gone-without-name", test_gone_without_name);
  ADD ("two-shifts", test_two_shifts);
  ADD ("open-shift", test_open_shift);
  ADD ("role-time", test_role_time);
  ADD ("night-shift", test_night_shift);
  ADD ("night-before", test_night_before);
#undef ADD
  return g_test_run ();
}
