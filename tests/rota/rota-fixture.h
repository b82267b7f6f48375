/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rota page over a team file of the sample, at six in the morning of a Monday, in a window of its
 * own. Nothing here is timed: limits are for what never happens.
 */
#pragma once

#include "gw-test-folder.h"

#include "gw-rota-page.h"
#include "gw-rota.h"

#include "gw-session-edit.h"
#include "gw-session-sample.h"
#include "gw-widgets.h"

typedef struct
{
  char *folder;
  char *path;
  GwClock *clock;
  GwSession *session;
  GtkWidget *window;
  GtkWidget *page;
  GwBoard *board;
  GwDay today;
  guint waiting_before;
  GwId shift;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

static inline void
wait_for (Fixture *fixture, Condition condition)
{
  gint64 until = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!condition (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

static inline GwBoard *
find_board (GtkWidget *widget)
{
  GwBoard *found = NULL;

  if (GW_IS_BOARD (widget))
    return GW_BOARD (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_board (child);
  return found;
}

static inline gboolean
has_week (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  return week != NULL && gw_board_week_get_n_rows (week) > 0 &&
         gw_board_week_get_n_entries (week) > 0;
}

static inline gboolean
may_plan (Fixture *fixture)
{
  return gw_rota_page_can_plan (GW_ROTA_PAGE (fixture->page));
}

/* An action of the page, found as its buttons find it. */
static inline gboolean
activate (Fixture *fixture, const char *name, const char *target)
{
  GVariant *parameter = target != NULL ? g_variant_new_string (target) : NULL;
  return gtk_widget_activate_action_variant (GTK_WIDGET (fixture->board), name, parameter);
}

static inline guint
get_waiting (Fixture *fixture)
{
  guint waiting;

  g_object_get (fixture->page, "waiting", &waiting, NULL);
  return waiting;
}

static inline void
open_sample (Fixture *fixture)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GError) error = NULL;
  GwSampleWish wish = { GW_SAMPLE_SIZE_TEAM, 1, { 0 } };

  g_assert_true (gw_day_from_ymd (2026, 11, 23, &fixture->today));
  wish.today = fixture->today;
  fixture->clock = gw_clock_new_fixed (zone,
                                       gw_civil_to_instant (zone, fixture->today, GW_HM (6, 0)));
  fixture->folder = g_dir_make_tmp ("good-week-rota-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "team.gw", NULL);
  g_assert_true (gw_session_write_sample_sync (fixture->path, &wish, NULL, NULL, &error));
  fixture->session = gw_session_open_sync (fixture->path, GW_SESSION_NO_FLAGS, fixture->clock,
                                           &error);
  g_assert_no_error (error);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  fixture->window = gtk_window_new ();
  fixture->page = gw_rota_page_new (fixture->session);
  fixture->board = find_board (fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1182, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for (fixture, has_week);
}

static inline gboolean
is_gone (Fixture *fixture)
{
  return fixture->page == NULL;
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->page != NULL)
    g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  /* A tooltip that is about to be shown looks where the pointer is over its window. */
  gtk_widget_set_visible (fixture->window, FALSE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for (fixture, is_gone);
  g_assert_true (gw_session_close_sync (fixture->session, NULL));
  g_object_unref (fixture->session);
  gw_clock_unref (fixture->clock);
  gw_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline gboolean
as_before (Fixture *fixture)
{
  return get_waiting (fixture) == fixture->waiting_before;
}

static inline gboolean
can_undo (Fixture *fixture)
{
  return gw_session_get_can_undo (fixture->session);
}

/* A visit of tomorrow that one colleague has alone. */
static inline gint
find_single (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, i);
      if (entry->row >= 0 && entry->day == 1 && entry->twin < 0)
        return (gint) i;
    }
  return -1;
}

static inline gboolean
one_more (Fixture *fixture)
{
  return get_waiting (fixture) == fixture->waiting_before + 1;
}

/* As a right click on a card would ask. */
static inline void
ask_menu (Fixture *fixture, gint index)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (gw_board_get_week (fixture->board),
                                                       (guint) index);
  GwBoardSubject subject = { .entry = index, .row = entry->row, .day = entry->day };

  g_signal_emit_by_name (fixture->board, "menu-asked", &subject);
}

static inline gboolean
says (GtkWidget *widget, const char *words)
{
  gboolean found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
                   strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, words);
  return found;
}

static inline GtkWidget *
find_question (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        found = GTK_WIDGET (window);
    }
  return found;
}

static inline void
begin_tests (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  gw_widgets_init ();
  gw_rota_init ();
}

/** ADD_TEST: a test that gets a fixture of its own. */
#define ADD_TEST(name, func) g_test_add ("/rota/" name, Fixture, NULL, set_up, func, tear_down)
