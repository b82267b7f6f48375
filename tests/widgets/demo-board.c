/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shows the board with the sample team: demo-board week|day [hold] [open]. For looking at; not a
 * test.
 */
#include "config.h"

#include "fake-pricer.h"
#include "gw-board.h"
#include "gw-sample.h"
#include "gw-visit.h"
#include "gw-widgets.h"

#include <adwaita.h>

static GPtrArray *
collect (GwSample *sample, const char *key)
{
  GPtrArray *all = gw_sample_get_records (sample);
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      GwRecord *record = g_ptr_array_index (all, i);
      if (g_str_equal (gw_record_get_record_type (record)->key, key))
        g_ptr_array_add (some, record);
    }
  return some;
}

static gint
guess_travel (GwId colleague, const GwRecord *from, const GwRecord *to, gpointer data)
{
  return 3 + (gw_visit_get_person (from).bytes[15] ^ gw_visit_get_person (to).bytes[15]) % 12;
}

static GwBoardWeek *
make_week (GwSample *sample, GwDay today)
{
  g_autoptr (GPtrArray) colleagues = collect (sample, "colleague");
  g_autoptr (GPtrArray) people = collect (sample, "person");
  g_autoptr (GPtrArray) visits = collect (sample, "visit");
  g_autoptr (GPtrArray) shifts = collect (sample, "shift");
  g_autoptr (GPtrArray) absences = collect (sample, "absence");
  g_autoptr (GPtrArray) meetings = collect (sample, "meeting");
  GwBoardInput input = {
    .colleagues = colleagues,
    .people = people,
    .visits = visits,
    .shifts = shifts,
    .absences = absences,
    .meetings = meetings,
    .first_day = gw_day_get_week_start (today),
    .n_days = 7,
    .today = today,
    .now = GW_HM (9, 40),
    .travel = guess_travel,
    .wishes_permille = 820,
  };
  gint64 start = g_get_monotonic_time ();
  GwBoardWeek *week = gw_board_week_new (&input);

  g_message ("week of %u entries in %" G_GINT64_FORMAT " µs", gw_board_week_get_n_entries (week),
             g_get_monotonic_time () - start);
  return week;
}

static gboolean
has_word (char **words, const char *word)
{
  return g_strv_contains ((const char *const *) words, word);
}

static gint
find_later (GwBoardWeek *week, gint day)
{
  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, i);
      if (entry->row >= 3 && entry->day == day && entry->start > 700)
        return (gint) i;
    }
  return 0;
}

static void
play (GwBoard *board, GwBoardWeek *week, char **words)
{
  gboolean in_day = has_word (words, "day");
  gint entry = find_later (week, in_day ? gw_board_week_get_today (week) : 4);

  if (has_word (words, "open") || has_word (words, "hold"))
    gw_board_focus_entry (board, entry);
  if (!has_word (words, "hold"))
    return;
  gw_board_act (board, entry, GW_BOARD_DEED_HOLD);
  gw_board_act (board, entry, GW_BOARD_DEED_DOWN);
  gw_board_act (board, entry, GW_BOARD_DEED_LATER);
}

static gboolean
on_ready (gpointer data)
{
  GwBoard *board = data;
  play (board, gw_board_get_week (board), g_object_get_data (G_OBJECT (board), "words"));
  return G_SOURCE_REMOVE;
}

static void
on_dropped (GwBoard *board, const GwBoardMove *move, gpointer data)
{
  g_message ("dropped at %d", move->start.value);
}

int
main (int argc, char **argv)
{
  GwSampleSpec spec = {
    has_word (argv, "many") ? GW_SAMPLE_NEIGHBOURHOOD : GW_SAMPLE_ONE_TEAM, 1, { 0 }, 2, 1
  };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (FakePricer) pricer = fake_pricer_new ();
  g_autoptr (GwSample) sample = NULL;
  g_autoptr (GwBoardWeek) week = NULL;
  GtkWidget *window, *board, *scroller;

  adw_init ();
  gw_widgets_init ();
  g_assert_true (gw_day_from_ymd (2026, 11, 25, &spec.today));
  sample = gw_sample_new (&spec);
  week = make_week (sample, spec.today);
  window = adw_window_new ();
  board = gw_board_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), board);
  adw_window_set_content (ADW_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1182, 640);
  if (has_word (argv, "large"))
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  if (has_word (argv, "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gw_board_set_pricer (GW_BOARD (board), GW_BOARD_PRICER (pricer));
  if (has_word (argv, "day"))
    {
      gw_board_set_view (GW_BOARD (board), GW_BOARD_VIEW_DAY, 2);
      gw_board_scroll_to (GW_BOARD (board), has_word (argv, "hold") ? 690 : 400);
    }
  gw_board_set_week (GW_BOARD (board), week);
  g_object_set_data (G_OBJECT (board), "words", argv);
  g_signal_connect (board, "dropped", G_CALLBACK (on_dropped), NULL);
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (g_main_loop_quit), loop);
  g_timeout_add (600, on_ready, board);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  return 0;
}
