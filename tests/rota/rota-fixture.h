/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rota page over a team file of the sample, at six in the morning of a Monday, in a window of its
 * own. Nothing here is timed: limits are for what never happens.
 */
#pragma once

#include "gw-test-window.h"
#include "gw-widget-probe.h"

#include "gw-rota-page.h"
#include "gw-rota-repairs.h"
#include "gw-rota.h"

#include "gw-visit.h"
#include "gw-widgets.h"

typedef struct
{
  GwTestTeam team;
  GtkWidget *window;
  GtkWidget *page;
  GwBoard *board;
  guint waiting_before;
  GwId asked; /* the visit or the shift that a test is about */
} Fixture;

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
set_up (Fixture *fixture, gconstpointer data)
{
  gw_test_team_init_sample (&fixture->team, 1);
  fixture->page = gw_rota_page_new (fixture->team.session);
  fixture->board = GW_BOARD (gw_probe_find_type (fixture->page, GW_TYPE_BOARD));
  fixture->window = gw_test_window_new (1182, 700, fixture->page);
  gw_await_that (has_week (fixture));
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->page != NULL)
    g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  /* A tooltip that is about to be shown looks where the pointer is over its window. */
  gtk_widget_set_visible (fixture->window, FALSE);
  gw_await_nothing ();
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gw_await_that (fixture->page == NULL);
  gw_test_team_clear (&fixture->team);
}

static inline gboolean
as_before (Fixture *fixture)
{
  return get_waiting (fixture) == fixture->waiting_before;
}

static inline gboolean
can_undo (Fixture *fixture)
{
  return gw_session_get_can_undo (fixture->team.session);
}

static inline const GwBoardEntry *
get_entry (Fixture *fixture, gint index)
{
  g_assert_cmpint (index, >=, 0);
  return gw_board_week_get_entry (gw_board_get_week (fixture->board), (guint) index);
}

/* A visit of that day (0: today) that one colleague has alone. */
static inline gint
find_single_on (Fixture *fixture, gint day)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, i);
      if (entry->row >= 0 && entry->day == day && entry->twin < 0)
        return (gint) i;
    }
  g_assert_not_reached ();
}

/* The same of tomorrow. */
static inline gint
find_single (Fixture *fixture)
{
  return find_single_on (fixture, 1);
}

static inline gboolean
has_pin (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    if ((gw_board_week_get_entry (week, i)->flags & GW_BOARD_ENTRY_PINNED) != 0)
      return TRUE;
  return FALSE;
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
  const GwBoardEntry *entry = get_entry (fixture, index);
  GwBoardSubject subject = { .entry = index, .row = entry->row, .day = entry->day };

  g_signal_emit_by_name (fixture->board, "menu-asked", &subject);
}

static inline gboolean
is_focus_in (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static inline GtkWidget *
find_repairs (Fixture *fixture)
{
  return gw_probe_find_type (fixture->page, GW_TYPE_ROTA_REPAIRS);
}

static inline gboolean
has_three_repairs (Fixture *fixture)
{
  GtkWidget *repairs = find_repairs (fixture);

  return repairs != NULL && gw_rota_repairs_get_n (GW_ROTA_REPAIRS (repairs)) == GW_N_FAVOURS;
}

/* Half an hour at nine with @person, as yet without anybody. */
static inline GwDraft *
make_visit (GwId person, GwDay day)
{
  GwDraft *visit = gw_draft_new (&gw_visit_type);

  gw_visit_set_person (visit, person);
  gw_visit_set_day (visit, day);
  gw_visit_set_start (visit, GW_HM (9, 0));
  gw_visit_set_duration (visit, GW_SPAN (30));
  return visit;
}

static inline gboolean
says (Fixture *fixture, const char *words)
{
  return gw_probe_says (fixture->window, words);
}

/* The question that lies over the window; NULL: nothing is asked. */
static inline AdwMessageDialog *
find_question (Fixture *fixture)
{
  GtkWindow *question = gw_probe_find_window_over (GTK_WINDOW (fixture->window));

  return question != NULL ? ADW_MESSAGE_DIALOG (question) : NULL;
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
