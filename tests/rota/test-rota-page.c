/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rota page over a real team file: it shows the week, follows edits and undo, plans and stops,
 * and goes away without a trace. */
#include "config.h"

#include "rota-fixture.h"

#include "gw-rota-away.h"

#include "gw-board-select.h"
#include "gw-person.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-visit.h"

static void
test_shows_week (Fixture *fixture, gconstpointer data)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  g_assert_cmpuint (gw_board_week_get_n_rows (week), ==, 12);
  g_assert_cmpint (gw_board_week_get_today (week), ==, 0);
  g_assert_cmpuint (get_waiting (fixture), ==, gw_board_week_get_numbers (week)->to_cover);
}

static void
test_to_lane_and_undo (Fixture *fixture, gconstpointer data)
{
  gint entry = find_single (fixture);

  g_assert_cmpint (entry, >=, 0);
  fixture->waiting_before = get_waiting (fixture);
  gw_board_act (fixture->board, entry, GW_BOARD_DEED_TO_COVER);
  wait_for (fixture, one_more);
  wait_for (fixture, can_undo);
  g_assert_true (activate (fixture, "rota.undo", NULL));
  wait_for (fixture, as_before);
}

static gboolean
has_pin (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    if ((gw_board_week_get_entry (week, i)->flags & GW_BOARD_ENTRY_PINNED) != 0)
      return TRUE;
  return FALSE;
}

static void
test_pin (Fixture *fixture, gconstpointer data)
{
  g_assert_false (has_pin (fixture));
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_PIN);
  wait_for (fixture, has_pin);
}

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
  wait_for (fixture, has_pin);
  g_assert_true (
      gw_board_week_get_entry (gw_board_get_week (fixture->board), (guint) entry)->flags &
      GW_BOARD_ENTRY_PINNED);
  g_assert_true (do_deed (fixture, GW_BOARD_DEED_TO_COVER));
  wait_for (fixture, one_more);
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->board)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      return child;
  return NULL;
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
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, find_menu (fixture));
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
  wait_for (fixture, has_focus_in_menu);
  first = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_widget_child_focus (fixture->page, GTK_DIR_DOWN);
  g_assert_true (has_focus_in_menu (fixture));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != first);
}

/* The name of a colleague in a day leads to her week, as the name of a day leads to that day. */
static void
test_name_in_day (Fixture *fixture, gconstpointer data)
{
  gw_board_set_view (fixture->board, GW_BOARD_VIEW_DAY, 2);
  g_signal_emit_by_name (fixture->board, "row-activated", 3);
  g_assert_cmpint (gw_board_get_view (fixture->board), ==, GW_BOARD_VIEW_WEEK);
}

/* A visit of two colleagues, on a day that is still to come. */
static gint
find_pair (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, i);
      if (entry->row >= 0 && entry->day > 1 && entry->twin > (gint) i &&
          gw_board_week_get_entry (week, (guint) entry->twin)->row >= 0)
        return (gint) i;
    }
  return -1;
}

static gboolean
two_more (Fixture *fixture)
{
  return get_waiting (fixture) == fixture->waiting_before + 2;
}

/* Both halves of a visit and another visit go to cover together, as one act. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  gint pair = find_pair (fixture), single = find_single (fixture);

  g_assert_cmpint (pair, >=, 0);
  fixture->waiting_before = get_waiting (fixture);
  gw_board_select (fixture->board, pair, TRUE);
  gw_board_select (fixture->board, gw_board_week_get_entry (week, (guint) pair)->twin, TRUE);
  gw_board_select (fixture->board, single, TRUE);
  gw_board_act (fixture->board, pair, GW_BOARD_DEED_TO_COVER);
  wait_for (fixture, two_more);
  wait_for (fixture, can_undo);
  g_assert_true (activate (fixture, "rota.undo", NULL));
  wait_for (fixture, as_before);
}

static void
test_views_and_weeks (Fixture *fixture, gconstpointer data)
{
  GwRotaPage *page = GW_ROTA_PAGE (fixture->page);

  g_assert_true (activate (fixture, "rota.view", "day"));
  g_assert_cmpint (gw_board_get_view (fixture->board), ==, GW_BOARD_VIEW_DAY);
  g_assert_cmpint (gw_day_diff (gw_rota_page_get_day (page), fixture->today), ==, 0);
  g_assert_true (activate (fixture, "rota.next", NULL));
  g_assert_cmpint (gw_board_get_day (fixture->board), ==, 1);
  g_assert_cmpuint (gw_rota_page_get_n_days (page), ==, 1);
  g_assert_true (activate (fixture, "rota.view", "week"));
  g_assert_true (activate (fixture, "rota.next", NULL));
  g_assert_cmpint (gw_day_diff (gw_rota_page_get_day (page), fixture->today), ==, 7);
  g_assert_true (activate (fixture, "rota.today", NULL));
  wait_for (fixture, has_week);
}

static gboolean
has_next_week (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  return gw_day_diff (gw_board_week_get_first_day (week), fixture->today) == 7 &&
         get_waiting (fixture) > 100;
}

static gboolean
is_partly_planned (Fixture *fixture)
{
  return get_waiting (fixture) < fixture->waiting_before;
}

static void
test_plan_and_stop (Fixture *fixture, gconstpointer data)
{
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->today, 7));
  wait_for (fixture, has_next_week);
  /* The planner reads the week on a worker; until then there is nothing to plan. */
  wait_for (fixture, may_plan);
  fixture->waiting_before = get_waiting (fixture);
  g_assert_true (activate (fixture, "rota.plan", "to-cover"));
  wait_for (fixture, is_partly_planned);
  /* What the plan does is not told as if it were so. */
  gw_board_act (fixture->board, 0, GW_BOARD_DEED_WHY);
  g_assert_true (says (fixture->window, "a plan that is not in the rota yet"));
  activate (fixture, "rota.stop-plan", NULL);
  /* The board shows the best so far; the rota itself is untouched. */
  g_assert_false (gw_session_get_can_undo (fixture->session));
}

/* A second shift for somebody who has one on that day. */
static GwChange *
add_second_shift (Fixture *fixture, gint day)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  g_autoptr (GwDraft) shift = gw_draft_new (&gw_shift_type);
  GwChange *change = gw_change_new ("New shift");
  gint row = 0;

  while (gw_board_week_get_cell (week, row, day)->n_shifts == 0)
    row++;
  gw_shift_set_colleague (shift, gw_board_week_get_row (week, row)->id);
  gw_shift_set_day (shift, gw_day_add (fixture->today, 7 + day));
  gw_shift_set_start (shift, GW_HM (22, 30));
  gw_shift_set_end (shift, GW_HM (32, 0));
  gw_change_add_draft (change, shift);
  return change;
}

static gint
count_clashes (Fixture *fixture)
{
  return (gint) gw_board_week_get_numbers (gw_board_get_week (fixture->board))->clashes;
}

static gboolean
has_clash (Fixture *fixture)
{
  return count_clashes (fixture) > 0 && may_plan (fixture);
}

static gboolean
is_told_of_clash (Fixture *fixture)
{
  return says (fixture->window, " clash stays") || says (fixture->window, " clashes stay");
}

/* What clashes goes on doing so in a plan that is looked at, as long as the plan does not mend it. */
static void
test_clashes_of_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwChange) change = NULL;

  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->today, 7));
  wait_for (fixture, has_next_week);
  wait_for (fixture, may_plan);
  change = add_second_shift (fixture, 2);
  gw_session_submit (fixture->session, change);
  wait_for (fixture, has_clash);
  fixture->waiting_before = get_waiting (fixture);
  g_assert_true (activate (fixture, "rota.plan", "to-cover"));
  wait_for (fixture, is_partly_planned);
  g_assert_cmpint (count_clashes (fixture), >, 0);
  activate (fixture, "rota.stop-plan", NULL);
  wait_for (fixture, is_told_of_clash);
}

/* A visit that asks for more skills than the planner can tell apart. */
static GwChange *
ask_for_too_much (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);
  const GwBoardEntry *entry = gw_board_week_get_entry (week, (guint) find_single (fixture));
  g_autoptr (GwDraft) visit = gw_draft_new_for (entry->visit);
  GwChange *change = gw_change_new ("Skills");
  GwId ids[80];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GwDraft) skill = gw_draft_new (&gw_skill_type);
      g_autofree char *name = g_strdup_printf ("Skill %u", i);

      gw_skill_set_name (skill, name);
      ids[i] = gw_draft_get_id (skill);
      gw_change_add_draft (change, skill);
    }
  gw_draft_set_ids (visit, GW_VISIT_SKILLS, ids, G_N_ELEMENTS (ids));
  gw_change_add_draft (change, visit);
  return change;
}

static gboolean
is_told_why (Fixture *fixture)
{
  return says (fixture->window, "different skills");
}

static gboolean
is_told_of_the_past (Fixture *fixture)
{
  return says (fixture->window, "That time has passed");
}

static gboolean
has_waiting_past (Fixture *fixture)
{
  return get_waiting (fixture) > 0 && may_plan (fixture) &&
         gw_board_week_get_today (gw_board_get_week (fixture->board)) < 0;
}

/* Nobody can still come to a visit of last week: the planner says so rather than find no place. */
static void
test_past (Fixture *fixture, gconstpointer data)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (gw_board_get_week (fixture->board),
                                                       (guint) find_single (fixture));
  g_autoptr (GwDraft) visit = gw_draft_new (&gw_visit_type);
  g_autoptr (GwChange) change = gw_change_new ("New visit");

  gw_visit_set_person (visit, gw_visit_get_person (entry->visit));
  gw_visit_set_day (visit, gw_day_add (fixture->today, -1));
  gw_visit_set_start (visit, GW_HM (9, 0));
  gw_visit_set_duration (visit, GW_SPAN (30));
  gw_change_add_draft (change, visit);
  gw_session_submit (fixture->session, change);
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->today, -1));
  wait_for (fixture, has_waiting_past);
  g_assert_false (is_told_of_the_past (fixture));
  g_assert_true (activate (fixture, "rota.plan", "to-cover"));
  wait_for (fixture, is_told_of_the_past);
}

/* What the planner cannot read it does not price as it was before, and it says so. */
static void
test_not_to_be_planned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GwChange) change = NULL;

  wait_for (fixture, may_plan);
  change = ask_for_too_much (fixture);
  gw_session_submit (fixture->session, change);
  wait_for (fixture, is_told_why);
  g_assert_false (may_plan (fixture));
}

static gboolean
is_told_of_visits_ahead (Fixture *fixture)
{
  return says (fixture->window, "There are no visits in this week; the next are on ");
}

static GtkWidget *
find_way_ahead (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Show them") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_way_ahead (child);
  return found;
}

/* From an empty week the reader is led to where the rota begins. */
static void
test_way_ahead (Fixture *fixture, gconstpointer data)
{
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->today, -7 * 52));
  wait_for (fixture, is_told_of_visits_ahead);
  g_signal_emit_by_name (find_way_ahead (fixture->page), "clicked");
  wait_for (fixture, has_week);
}

static GwId
add_other_team (GwChange *change)
{
  g_autoptr (GwDraft) team = gw_draft_new (&gw_team_type);
  g_autoptr (GwDraft) person = gw_draft_new (&gw_person_type);

  gw_team_set_name (team, "Zz");
  gw_person_set_first_name (person, "Zoe");
  gw_person_set_team (person, gw_draft_get_id (team));
  gw_change_add_draft (change, team);
  gw_change_add_draft (change, person);
  return gw_draft_get_id (person);
}

static void
add_visit (GwChange *change, GwId person, GwDay day, gint state)
{
  g_autoptr (GwDraft) visit = gw_draft_new (&gw_visit_type);

  gw_visit_set_person (visit, person);
  gw_visit_set_day (visit, day);
  gw_visit_set_start (visit, GW_HM (9, 0));
  gw_visit_set_duration (visit, GW_SPAN (30));
  gw_visit_set_state (visit, state);
  gw_change_add_draft (change, visit);
}

static gboolean
is_told_of_ours (Fixture *fixture)
{
  g_autofree char *day = gw_day_format (gw_day_add (fixture->today, -7 * 48), "%a %-d %b");
  g_autofree char *words = g_strdup_printf ("the next are on %s.", day);

  return says (fixture->window, words);
}

/* Not to a week that would be empty too: with a visit that is held, or another team's. */
static void
test_way_ahead_to_ours (Fixture *fixture, gconstpointer data)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (gw_board_get_week (fixture->board),
                                                       (guint) find_single (fixture));
  g_autoptr (GwChange) change = gw_change_new ("New visits");
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = NULL;
  GwId ours = gw_visit_get_person (entry->visit), theirs = add_other_team (change);

  add_visit (change, ours, gw_day_add (fixture->today, -7 * 50), GW_VISIT_STATE_HELD);
  add_visit (change, theirs, gw_day_add (fixture->today, -7 * 49), GW_VISIT_STATE_PLANNED);
  add_visit (change, ours, gw_day_add (fixture->today, -7 * 48), GW_VISIT_STATE_PLANNED);
  commit = gw_session_submit_sync (fixture->session, change, NULL, &error);
  g_assert_no_error (error);
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->today, -7 * 52));
  wait_for (fixture, is_told_of_ours);
}

static gboolean
has_no_question (Fixture *fixture)
{
  return find_question (fixture) == NULL;
}

static void
on_never_away (const GwAbsence *absence, GwRotaAwayThen then, gpointer data)
{
  g_assert_not_reached ();
}

/* Another team file takes the page's place while it asks something. */
static void
test_question_goes_with_the_page (Fixture *fixture, gconstpointer data)
{
  gw_rota_ask_away (fixture->page, gw_id_new (), "Marta", fixture->today, fixture->today,
                    on_never_away, NULL);
  g_assert_nonnull (find_question (fixture));
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), gtk_label_new (NULL));
  wait_for (fixture, is_gone);
  wait_for (fixture, has_no_question);
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("page/shows-week", test_shows_week);
  ADD_TEST ("page/to-lane-and-undo", test_to_lane_and_undo);
  ADD_TEST ("page/pin", test_pin);
  ADD_TEST ("page/menu", test_menu);
  ADD_TEST ("page/menu-fits", test_menu_fits);
  ADD_TEST ("page/menu-by-keyboard", test_menu_by_keyboard);
  ADD_TEST ("page/name-in-day", test_name_in_day);
  ADD_TEST ("page/several", test_several);
  ADD_TEST ("page/views-and-weeks", test_views_and_weeks);
  ADD_TEST ("page/plan-and-stop", test_plan_and_stop);
  ADD_TEST ("page/clashes-of-plan", test_clashes_of_plan);
  ADD_TEST ("page/not-to-be-planned", test_not_to_be_planned);
  ADD_TEST ("page/past", test_past);
  ADD_TEST ("page/way-ahead", test_way_ahead);
  ADD_TEST ("page/way-ahead-to-ours", test_way_ahead_to_ours);
  ADD_TEST ("page/question-goes-with-the-page", test_question_goes_with_the_page);
  return g_test_run ();
}
