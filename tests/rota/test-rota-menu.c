/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of a card: it acts on what it was opened for, fits on a small screen and obeys the arrows. */
#include "config.h"

#include "rota-fixture.h"

static gboolean
do_deed (Fixture *fixture, GwBoardDeed deed)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->board), "subject.do", "i", (gint) deed);
}

/* The menu acts on what it was opened for, whatever has the focus by then. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  gint entry = find_single (fixture);

  g_assert_true (gw_board_focus_entry (fixture->board, entry));
  ask_menu (fixture, entry);
  g_assert_true (gw_board_focus_entry (fixture->board, entry + 1));
  fixture->waiting_before = get_waiting (fixture);
  g_assert_true (do_deed (fixture, GW_BOARD_DEED_PIN));
  gw_await_that (has_pin (fixture));
  g_assert_true (get_entry (fixture, entry)->flags & GW_BOARD_ENTRY_PINNED);
  g_assert_true (do_deed (fixture, GW_BOARD_DEED_TO_COVER));
  gw_await_that (one_more (fixture));
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  return gw_probe_find_type (GTK_WIDGET (fixture->board), GTK_TYPE_POPOVER_MENU);
}

static guint
count_lines (GMenuModel *menu)
{
  guint n = 0;

  for (gint i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      n += section != NULL ? (guint) g_menu_model_get_n_items (section) : 1;
    }
  return n;
}

/* A line is 32 pixels high, and a screen of 600 pixels shows all of them. */
static void
test_menu_fits (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu;

  ask_menu (fixture, find_single (fixture));
  menu = find_menu (fixture);
  g_assert_nonnull (menu);
  g_assert_cmpuint (count_lines (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu))), <=,
                    14);
}

static gboolean
has_focus_in_menu (Fixture *fixture)
{
  return is_focus_in (fixture, find_menu (fixture));
}

/* Arrows walk through a menu that lies above the board, not over the cards below it. */
static void
test_menu_by_keyboard (Fixture *fixture, gconstpointer data)
{
  gint entry = find_single (fixture);
  GtkWidget *first;

  g_assert_true (gw_board_focus_entry (fixture->board, entry));
  ask_menu (fixture, entry);
  gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD);
  gw_await_that (has_focus_in_menu (fixture));
  first = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_widget_child_focus (fixture->page, GTK_DIR_DOWN);
  g_assert_true (has_focus_in_menu (fixture));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != first);
}

static GtkWidget *
find_popover (Fixture *fixture)
{
  return gw_probe_find_type (GTK_WIDGET (fixture->board), GTK_TYPE_POPOVER);
}

/* Another time is asked for beside the card; what is no time is not taken, and closing leaves nothing. */
static void
test_another_time (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  gw_await_that (may_plan (fixture));
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_TIME);
  entry = gw_probe_find_type (find_popover (fixture), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_false (can_undo (fixture));
  gtk_popover_popdown (GTK_POPOVER (find_popover (fixture)));
  gw_await_that (find_popover (fixture) == NULL);
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("menu/acts", test_menu);
  ADD_TEST ("menu/fits", test_menu_fits);
  ADD_TEST ("menu/by-keyboard", test_menu_by_keyboard);
  ADD_TEST ("menu/another-time", test_another_time);
  return g_test_run ();
}
