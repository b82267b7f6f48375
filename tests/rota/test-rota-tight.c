/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long names, names from right to left and narrow windows: nothing at the board's side breaks. */
#include "config.h"

#include "rota-fixture.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-session-records.h"

static gint
get_least_width (Fixture *fixture)
{
  gint least;

  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Gives the person and the colleague of a visit other first names. */
static void
rename_both (Fixture *fixture, gint index, const char *person_name, const char *colleague_name)
{
  const GwBoardEntry *entry = get_entry (fixture, index);
  g_autoptr (GwItem)
      person = gw_session_get_item (fixture->team.session, &gw_person_type, entry->person);
  g_autoptr (GwItem)
      colleague = gw_session_get_item (fixture->team.session, &gw_colleague_type, entry->colleague);
  g_autoptr (GwDraft) first = gw_draft_new_for (gw_item_get_record (person));
  g_autoptr (GwDraft) second = gw_draft_new_for (gw_item_get_record (colleague));
  g_autoptr (GwChange) change = gw_change_new ("Other names");

  gw_person_set_first_name (first, person_name);
  gw_colleague_set_first_name (second, colleague_name);
  gw_change_add_draft (change, first);
  gw_change_add_draft (change, second);
  gw_session_submit (fixture->team.session, change);
}

/* Rows are ordered by name: the visit is found by its id. */
static gint
find_renamed (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    if (gw_id_equal (gw_board_week_get_entry (week, i)->visit_id, fixture->asked))
      return (gint) i;
  return -1;
}

static gboolean
has_other_names (Fixture *fixture)
{
  gint index = find_renamed (fixture);

  return index >= 0 && strlen (get_entry (fixture, index)->name) >= 200;
}

/* A name from right to left does not turn a sentence round; one of 200 signs does not fill it. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  gint single = find_single (fixture);
  g_autoptr (GString) families = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (families, "👩‍👩‍👧");
  gw_await_that (may_plan (fixture));
  fixture->asked = get_entry (fixture, single)->visit_id;
  rename_both (fixture, single, families->str, "שרה");
  gw_await_that (has_other_names (fixture));
  gw_board_act (fixture->board, find_renamed (fixture), GW_BOARD_DEED_OPEN);
  g_assert_cmpint (get_least_width (fixture), <=, 360);
  gw_board_act (fixture->board, find_renamed (fixture), GW_BOARD_DEED_PIN);
  gw_await_that (says (fixture, "👩‍👩‍👧👩‍👩‍👧…’s visit kept as it is"));
  ask_menu (fixture, find_renamed (fixture));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->board), "subject.away", NULL));
  g_assert_cmpstr (adw_message_dialog_get_heading (find_question (fixture)), ==,
                   "\u2068שרה\u2069 is away");
  adw_message_dialog_response (find_question (fixture), "not");
}

/* A window of 360 px holds the page, whatever lies open in it. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_least_width (fixture), <=, 360);
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_OPEN);
  g_assert_cmpint (get_least_width (fixture), <=, 360);
  gw_await_that (may_plan (fixture));
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_TO_COVER);
  gw_await_that (can_undo (fixture));
  gw_await_that (may_plan (fixture));
  g_assert_true (activate (fixture, "rota.repair", NULL));
  g_assert_cmpint (get_least_width (fixture), <=, 360);
  gw_await_that (has_three_repairs (fixture));
  g_assert_cmpint (get_least_width (fixture), <=, 360);
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("tight/names", test_names);
  ADD_TEST ("tight/narrow", test_narrow);
  return g_test_run ();
}
