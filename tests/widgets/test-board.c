/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board in a window: what is dropped, refused, found and focused, by the functions that the
 * mouse, the keyboard and accessible actions use. */
#include "config.h"

#include "fake-pricer.h"
#include "gw-board-private.h"
#include "gw-widgets.h"
#include "small-team.h"

#include <adwaita.h>

typedef struct
{
  SmallTeam team;
  GwBoardWeek *week;
  FakePricer *pricer;
  GtkWidget *window;
  GwBoard *board;
  GwBoardMove dropped;
  GArray *all_dropped;
  guint n_dropped;
  char *refused;
  gint acted;
  gint activated_row;
} Fixture;

static void
on_dropped (GwBoard *board, const GwBoardMove *move, Fixture *fixture)
{
  fixture->dropped = *move;
  fixture->n_dropped++;
}

static void
on_all_dropped (GwBoard *board, GArray *moves, Fixture *fixture)
{
  fixture->all_dropped = g_array_copy (moves);
}

static void
on_refused (GwBoard *board, const char *sentence, Fixture *fixture)
{
  g_free (fixture->refused);
  fixture->refused = g_strdup (sentence);
}

static void
on_acted (GwBoard *board, gint deed, gint entry, Fixture *fixture)
{
  fixture->acted = deed;
}

static void
on_row_activated (GwBoard *board, gint row, Fixture *fixture)
{
  fixture->activated_row = row;
}

typedef gboolean (*Condition) (Fixture *fixture);

/* Limits are for what never happens; nothing here is timed. */
static void
wait_for (Fixture *fixture, Condition condition)
{
  gint64 until = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!condition (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gint
get_focus_visit (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return GW_IS_BOARD_CARD (focus) ? gw_board_card_get_index (GW_BOARD_CARD (focus)) : -1;
}

/* The board has heard of the focus that the window has. */
static gboolean
is_focus_settled (Fixture *fixture)
{
  return get_focus_visit (fixture) >= 0 &&
         gw_board_get_focus_entry (fixture->board) == get_focus_visit (fixture);
}

static gboolean
is_shown (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (fixture->board)) &&
         gtk_widget_get_width (GTK_WIDGET (fixture->board)) > 500 && !g_main_context_pending (NULL);
}

static gboolean
is_gone (Fixture *fixture)
{
  return fixture->board == NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  small_team_init (&fixture->team);
  fixture->week = small_team_make_week (&fixture->team);
  fixture->pricer = fake_pricer_new ();
  fixture->acted = fixture->activated_row = -1;
  fixture->window = gtk_window_new ();
  fixture->board = GW_BOARD (gw_board_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->board));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 500);
  gw_board_set_pricer (fixture->board, GW_BOARD_PRICER (fixture->pricer));
  gw_board_set_week (fixture->board, fixture->week);
  g_signal_connect (fixture->board, "dropped", G_CALLBACK (on_dropped), fixture);
  g_signal_connect (fixture->board, "all-dropped", G_CALLBACK (on_all_dropped), fixture);
  g_signal_connect (fixture->board, "refused", G_CALLBACK (on_refused), fixture);
  g_signal_connect (fixture->board, "row-activated", G_CALLBACK (on_row_activated), fixture);
  g_signal_connect (fixture->board, "acted", G_CALLBACK (on_acted), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for (fixture, is_shown);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GwBoard *board = fixture->board;

  g_object_add_weak_pointer (G_OBJECT (board), (gpointer *) &fixture->board);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for (fixture, is_gone);
  g_object_unref (fixture->pricer);
  gw_board_week_unref (fixture->week);
  g_free (fixture->refused);
  g_clear_pointer (&fixture->all_dropped, g_array_unref);
  small_team_clear (&fixture->team);
}

static gint
find_morning (Fixture *fixture)
{
  return gw_board_week_find_entry (gw_board_get_week (fixture->board), fixture->team.morning,
                                   fixture->team.marta);
}

static void
count_cards (const char *kind, const char *id, const char *name, const graphene_rect_t *box,
             gpointer data)
{
  guint *n = data;

  g_assert_cmpfloat (box->size.width, >, 0);
  g_assert_cmpfloat (box->size.height, >, 0);
  if (g_str_equal (kind, "card"))
    (*n)++;
}

static guint
count (Fixture *fixture)
{
  guint n = 0;

  gw_board_append_geometry (fixture->board, count_cards, &n);
  return n;
}

static void
test_row_opens (Fixture *fixture, gconstpointer data)
{
  /* Two are in the lane; Marta's two show when her row opens. */
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_true (gw_board_focus_entry (fixture->board, find_morning (fixture)));
  wait_for (fixture, is_focus_settled);
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

static gint
find_marta (Fixture *fixture)
{
  return gw_board_week_find_row (gw_board_get_week (fixture->board), fixture->team.marta);
}

static gint
find_shift_of (Fixture *fixture, gint row, guint part)
{
  const GwBoardCell *cell = gw_board_week_get_cell (gw_board_get_week (fixture->board), row, 0);

  return part < cell->n_shifts ? (gint) (cell->first_shift + part) : -1;
}

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

static void
show_week (Fixture *fixture)
{
  g_autoptr (GwBoardWeek) week = small_team_make_week (&fixture->team);
  gw_board_set_week (fixture->board, week);
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
      wait_for (fixture, is_shown);
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
  wait_for (fixture, is_shown);
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
  wait_for (fixture, is_focus_settled);
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
  g_assert_true (gw_board_next_trouble (fixture->board, 1));
  wait_for (fixture, is_focus_settled);
  g_assert_cmpint (gw_board_get_focus_entry (fixture->board), ==, 0);
  g_assert_true (gw_board_next_trouble (fixture->board, 1));
  wait_for (fixture, is_focus_settled);
  g_assert_cmpint (gw_board_get_focus_entry (fixture->board), ==, 1);
  g_assert_true (gw_board_find (fixture->board, "mar"));
  g_assert_false (gw_board_find (fixture->board, "zz"));
}

static void
press_name (Fixture *fixture, gint row)
{
  GtkWidget *name = g_hash_table_lookup (fixture->board->names, GINT_TO_POINTER (row));

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
        wait_for (fixture, is_shown);
    }
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 0);
  g_assert_cmpuint (count (fixture), >=, 3);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gw_widgets_init ();
#define ADD(name, func) g_test_add ("/board/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("row-opens", test_row_opens);
  ADD ("keyboard-move", test_keyboard_move);
  ADD ("unmoved-is-nothing", test_unmoved_is_nothing);
  ADD ("put-back", test_put_back);
  ADD ("to-lane", test_to_lane);
  ADD ("keyboard-day", test_keyboard_day);
  ADD ("shift", test_shift);
  ADD ("second-shift", test_second_shift);
  ADD ("open-shifts", test_open_shifts);
  ADD ("visit-past-open-shifts", test_visit_past_open_shifts);
  ADD ("selection", test_selection);
  ADD ("band", test_band);
  ADD ("refusal", test_refusal);
  ADD ("next-best", test_next_best);
  ADD ("best-is-folded", test_best_is_folded);
  ADD ("focus-follows-drop", test_focus_follows_drop);
  ADD ("not-taken-goes-back", test_not_taken_goes_back);
  ADD ("week-changes-while-held", test_week_changes_while_held);
  ADD ("trouble-and-find", test_trouble_and_find);
  ADD ("name-pressed", test_name_pressed);
  ADD ("other-deeds", test_other_deeds);
  ADD ("views-both-ways", test_views_both_ways);
#undef ADD
  return g_test_run ();
}
