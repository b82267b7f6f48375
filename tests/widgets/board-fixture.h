/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A board with the small team's week in a window of its own, and what it said.
 */
#pragma once

#include "fake-pricer.h"
#include "gw-await.h"
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

static inline void
on_dropped (GwBoard *board, const GwBoardMove *move, Fixture *fixture)
{
  fixture->dropped = *move;
  fixture->n_dropped++;
}

static inline void
on_all_dropped (GwBoard *board, GArray *moves, Fixture *fixture)
{
  fixture->all_dropped = g_array_copy (moves);
}

static inline void
on_refused (GwBoard *board, const char *sentence, Fixture *fixture)
{
  g_free (fixture->refused);
  fixture->refused = g_strdup (sentence);
}

static inline void
on_acted (GwBoard *board, gint deed, gint entry, Fixture *fixture)
{
  fixture->acted = deed;
}

static inline void
on_row_activated (GwBoard *board, gint row, Fixture *fixture)
{
  fixture->activated_row = row;
}

static inline gint
get_focus_visit (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return GW_IS_BOARD_CARD (focus) ? gw_board_card_get_index (GW_BOARD_CARD (focus)) : -1;
}

/* The board has heard of the focus that the window has. */
static inline gboolean
is_focus_settled (Fixture *fixture)
{
  return get_focus_visit (fixture) >= 0 &&
         gw_board_get_focus_entry (fixture->board) == get_focus_visit (fixture);
}

static inline gboolean
is_shown (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (fixture->board)) &&
         gtk_widget_get_width (GTK_WIDGET (fixture->board)) > 500 && !g_main_context_pending (NULL);
}

static inline void
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
  gw_await_that (is_shown (fixture));
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  GwBoard *board = fixture->board;

  g_object_add_weak_pointer (G_OBJECT (board), (gpointer *) &fixture->board);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gw_await_that (fixture->board == NULL);
  g_object_unref (fixture->pricer);
  gw_board_week_unref (fixture->week);
  g_free (fixture->refused);
  g_clear_pointer (&fixture->all_dropped, g_array_unref);
  small_team_clear (&fixture->team);
}

static inline gint
find_morning (Fixture *fixture)
{
  return gw_board_week_find_entry (gw_board_get_week (fixture->board), fixture->team.morning,
                                   fixture->team.marta);
}

static inline void
count_cards (const char *kind, const char *id, const char *name, const graphene_rect_t *box,
             gpointer data)
{
  guint *n = data;

  g_assert_cmpfloat (box->size.width, >, 0);
  g_assert_cmpfloat (box->size.height, >, 0);
  if (g_str_equal (kind, "card"))
    (*n)++;
}

static inline guint
count (Fixture *fixture)
{
  guint n = 0;

  gw_board_append_geometry (fixture->board, count_cards, &n);
  return n;
}

static inline gint
find_marta (Fixture *fixture)
{
  return gw_board_week_find_row (gw_board_get_week (fixture->board), fixture->team.marta);
}

static inline gint
find_shift_of (Fixture *fixture, gint row, guint part)
{
  const GwBoardCell *cell = gw_board_week_get_cell (gw_board_get_week (fixture->board), row, 0);

  return part < cell->n_shifts ? (gint) (cell->first_shift + part) : -1;
}

static inline void
show_week (Fixture *fixture)
{
  g_autoptr (GwBoardWeek) week = small_team_make_week (&fixture->team);
  gw_board_set_week (fixture->board, week);
}

static inline void
begin_tests (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  gw_widgets_init ();
}

/** ADD_TEST: a test that gets a fixture of its own. */
#define ADD_TEST(name, func) g_test_add ("/board/" name, Fixture, NULL, set_up, func, tear_down)
