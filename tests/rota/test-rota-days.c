/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days the page shows: the calendar opens at them, and another year is said. */
#include "config.h"

#include "rota-fixture.h"

static GtkMenuButton *
find_range (Fixture *fixture)
{
  GtkWidget *label = gw_probe_find_label (fixture->page, " Nov");

  g_assert_nonnull (label);
  return GTK_MENU_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_MENU_BUTTON));
}

/* Opens the calendar and tells the day it has chosen, in figures. */
static char *
look_into_calendar (GtkMenuButton *range)
{
  GtkWidget *calendar;
  g_autoptr (GDateTime) date = NULL;

  gtk_menu_button_popup (range);
  calendar = gw_probe_find_type (GTK_WIDGET (range), GTK_TYPE_CALENDAR);
  g_assert_nonnull (calendar);
  date = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  return g_date_time_format (date, "%Y-%m-%d");
}

/* Also after it was leafed through, and after the week was changed by other means. */
static void
test_calendar_opens_at_shown_day (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *range = find_range (fixture);
  g_autoptr (GDateTime) elsewhere = g_date_time_new_utc (2027, 6, 1, 0, 0, 0);
  g_autofree char *first = look_into_calendar (range), *second = NULL;
  GtkWidget *calendar = gw_probe_find_type (GTK_WIDGET (range), GTK_TYPE_CALENDAR);

  g_assert_cmpstr (first, ==, "2026-11-23");
  gtk_calendar_select_day (GTK_CALENDAR (calendar), elsewhere);
  g_assert_cmpint (
      gw_day_diff (gw_rota_page_get_day (GW_ROTA_PAGE (fixture->page)), fixture->team.today), >,
      180);
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, 7));
  second = look_into_calendar (range);
  g_assert_cmpstr (second, ==, "2026-11-30");
  gtk_menu_button_popdown (range);
}

/* The shortcuts of the page that count wherever the keyboard is, (transfer full), or NULL. */
static GListModel *
find_page_keys (GtkWidget *page)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) keys = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (keys) &&
          gtk_shortcut_controller_get_scope (GTK_SHORTCUT_CONTROLLER (keys)) ==
              GTK_SHORTCUT_SCOPE_GLOBAL)
        return G_LIST_MODEL (g_steal_pointer (&keys));
    }
  return NULL;
}

/* Page Up and Page Down. */
static void
test_page_keys_everywhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) keys = find_page_keys (fixture->page);

  g_assert_nonnull (keys);
  g_assert_cmpuint (g_list_model_get_n_items (keys), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (keys, i);
      GVariant *step = gtk_shortcut_get_arguments (shortcut);
      GwDay before = gw_rota_page_get_day (GW_ROTA_PAGE (fixture->page));

      g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                   fixture->page, step));
      g_assert_cmpint (gw_day_diff (gw_rota_page_get_day (GW_ROTA_PAGE (fixture->page)), before),
                       ==, 7 * g_variant_get_int32 (step));
    }
}

/* The same week of another year does not look like this one. */
static void
test_other_year_is_said (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *range = find_range (fixture);

  g_assert_null (strstr (gtk_menu_button_get_label (range), "20"));
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, 7 * 52));
  g_assert_nonnull (strstr (gtk_menu_button_get_label (range), " 2027"));
  activate (fixture, "rota.view", "day");
  g_assert_nonnull (strstr (gtk_menu_button_get_label (range), " 2027"));
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, -7 * 52));
  g_assert_nonnull (strstr (gtk_menu_button_get_label (range), " 2025"));
}

/* While another week is read the board shows the one before, and its days are its own. */
static void
test_on_the_way (Fixture *fixture, gconstpointer data)
{
  GwRotaPage *page = GW_ROTA_PAGE (fixture->page);
  GwBoardSubject tuesday = { .entry = -1, .row = 0, .day = 1, .shift = -1 };

  activate (fixture, "rota.view", "day");
  gw_rota_page_go_to (page, gw_day_add (fixture->team.today, 6));
  g_assert_cmpint (gw_board_get_day (fixture->board), ==, 6);
  activate (fixture, "rota.next", NULL);
  g_assert_cmpint (gw_day_diff (gw_rota_page_get_day (page), fixture->team.today), ==, 7);
  g_assert_cmpint (gw_board_get_day (fixture->board), ==, 6);
  activate (fixture, "rota.next", NULL);
  g_assert_cmpint (gw_day_diff (gw_rota_page_get_day (page), fixture->team.today), ==, 8);
  gw_await_that (gw_board_get_day (fixture->board) == 1);
  g_assert_cmpint (gw_board_week_get_today (gw_board_get_week (fixture->board)), <, 0);
  activate (fixture, "rota.view", "week");
  gw_rota_page_go_to (page, gw_day_add (fixture->team.today, 14));
  g_signal_emit_by_name (fixture->board, "menu-asked", &tuesday);
  activate (fixture, "subject.show-day", NULL);
  g_assert_cmpint (gw_day_diff (gw_rota_page_get_day (page), fixture->team.today), ==, 8);
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("days/calendar-opens-at-shown-day", test_calendar_opens_at_shown_day);
  ADD_TEST ("days/other-year-is-said", test_other_year_is_said);
  ADD_TEST ("days/page-keys-everywhere", test_page_keys_everywhere);
  ADD_TEST ("days/on-the-way", test_on_the_way);
  return g_test_run ();
}
