/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody is away: what is there already, three repairs, what is in the way; and names and narrow
 * windows, which no sentence and nothing at the board's side may break. */
#include "config.h"

#include "rota-fixture.h"

#include "gw-rota-repairs.h"
#include "gw-rota-review.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-plan-review.h"
#include "gw-session-records.h"
#include "gw-shift.h"
#include "gw-visit.h"

/* --- somebody is away --------------------------------------------------------------------------- */

/* Leave of @entry's colleague on the day of that visit. */
static void
give_leave (Fixture *fixture, const GwBoardEntry *entry)
{
  g_autoptr (GwDraft) leave = gw_draft_new (&gw_absence_type);
  g_autoptr (GwChange) change = gw_change_new ("Leave");
  GwDay day = gw_day_add (fixture->today, entry->day);

  gw_absence_set_colleague (leave, entry->colleague);
  gw_absence_set_kind (leave, GW_ABSENCE_LEAVE);
  gw_absence_set_state (leave, GW_ABSENCE_APPROVED);
  gw_absence_set_first_day (leave, day);
  gw_absence_set_last_day (leave, day);
  gw_change_add_draft (change, leave);
  gw_session_submit (fixture->session, change);
}

static void
answer_away (Fixture *fixture, gint index, const char *answer)
{
  ask_menu (fixture, index);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->board), "subject.away", NULL));
  g_assert_nonnull (find_question (fixture));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_question (fixture)), answer);
}

static gboolean
is_told_of_leave (Fixture *fixture)
{
  return says (fixture->window, "has leave already: Tue 24 Nov.");
}

static gboolean
is_told_of_away (Fixture *fixture)
{
  return says (fixture->window, "is away on Tue 24 Nov: ");
}

static gboolean
is_told_of_undo (Fixture *fixture)
{
  return says (fixture->window, " away, Tue 24 Nov: ");
}

/* Leave stays leave, the visits of that day where they are, and nobody is away twice. */
static void
test_away_on_leave (Fixture *fixture, gconstpointer data)
{
  gint single = find_single (fixture);

  give_leave (fixture,
              gw_board_week_get_entry (gw_board_get_week (fixture->board), (guint) single));
  wait_for (fixture, can_undo);
  fixture->waiting_before = get_waiting (fixture);
  answer_away (fixture, single, "away");
  wait_for (fixture, is_told_of_leave);
  g_assert_true (as_before (fixture));
}

/* What is said is what happened; the undone act is named. */
static void
test_away_words (Fixture *fixture, gconstpointer data)
{
  answer_away (fixture, find_single (fixture), "away");
  wait_for (fixture, is_told_of_away);
  wait_for (fixture, can_undo);
  g_assert_true (activate (fixture, "rota.undo", NULL));
  wait_for (fixture, is_told_of_undo);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static gboolean
has_three_repairs (Fixture *fixture)
{
  GtkWidget *repairs = find_type (fixture->page, GW_TYPE_ROTA_REPAIRS);

  return repairs != NULL && gw_rota_repairs_get_n (GW_ROTA_REPAIRS (repairs)) == GW_N_FAVOURS;
}

static gboolean
is_in_the_rota (Fixture *fixture)
{
  return says (fixture->window, "The plan is in the rota.");
}

static GtkWidget *
find_button (GtkWidget *widget, const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && says (widget, words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, words);
  return found;
}

static gboolean
has_more (Fixture *fixture)
{
  return get_waiting (fixture) > fixture->waiting_before;
}

static gboolean
has_fewer (Fixture *fixture)
{
  return get_waiting (fixture) < fixture->waiting_before;
}

/* From the call to the cover: three repairs side by side, one chosen, accepted, taken back. */
static void
test_three_repairs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *repairs;
  GtkWidget *review;

  wait_for (fixture, may_plan);
  fixture->waiting_before = get_waiting (fixture);
  answer_away (fixture, find_single (fixture), "repair");
  wait_for (fixture, has_more);
  fixture->waiting_before = get_waiting (fixture);
  wait_for (fixture, has_three_repairs);
  repairs = find_type (fixture->page, GW_TYPE_ROTA_REPAIRS);
  review = find_type (fixture->page, GW_TYPE_ROTA_REVIEW);
  g_assert_true (gtk_widget_get_mapped (repairs));
  g_assert_cmpint (gw_rota_repairs_get_chosen (GW_ROTA_REPAIRS (repairs)), ==, GW_FAVOUR_STABILITY);
  g_assert_nonnull (gw_rota_review_get (GW_ROTA_REVIEW (review)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (repairs, "Cheapest")), TRUE);
  g_assert_cmpint (gw_rota_repairs_get_chosen (GW_ROTA_REPAIRS (repairs)), ==, GW_FAVOUR_CHEAP);
  g_signal_emit_by_name (find_button (review, "Accept"), "clicked");
  wait_for (fixture, is_in_the_rota);
  g_assert_false (gtk_widget_get_mapped (repairs));
  wait_for (fixture, has_fewer);
  g_assert_cmpstr (gw_session_get_undo_label (fixture->session), ==, "Cover planned: Cheapest");
}

static gint
find_lane_entry (Fixture *fixture)
{
  return gw_board_week_find_entry (gw_board_get_week (fixture->board), fixture->shift, GW_ID_NONE);
}

static gboolean
is_to_cover (Fixture *fixture)
{
  return find_lane_entry (fixture) >= 0;
}

/* A visit of the day after tomorrow that one colleague has alone. */
static gint
find_other (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, i);
      if (entry->row >= 0 && entry->day == 2 && entry->twin < 0)
        return (gint) i;
    }
  return -1;
}

/* The same number as in the lane. */
static gboolean
is_told_what_is_left (Fixture *fixture)
{
  g_autofree char *words = g_strdup_printf ("; %u still to cover", get_waiting (fixture));

  return get_waiting (fixture) > 0 && says (find_type (fixture->page, GW_TYPE_ROTA_REVIEW), words);
}

/* Shifts that change hands for it are of the day @day alone. */
static void
assert_shifts_of_day (GwPlanReview *review, GwDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (review)); i++)
    {
      g_autoptr (GwPlanReviewItem) item = g_list_model_get_item (G_LIST_MODEL (review), i);
      const GwRecord *record = gw_plan_review_item_get_record (item);

      if (gw_record_get_record_type (record) == &gw_shift_type)
        g_assert_cmpint (gw_day_diff (gw_shift_get_day (record), day), ==, 0);
    }
}

static gboolean
has_focus_on_board (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->board));
}

/* A shift that nobody holds, on a day on which nothing is to cover. */
static void
add_open_shift (Fixture *fixture, GwDay day)
{
  g_autoptr (GwDraft) shift = gw_draft_new (&gw_shift_type);
  g_autoptr (GwChange) change = gw_change_new ("New shift");

  gw_shift_set_day (shift, day);
  gw_shift_set_start (shift, GW_HM (7, 0));
  gw_shift_set_end (shift, GW_HM (14, 0));
  gw_change_add_draft (change, shift);
  gw_session_submit (fixture->session, change);
}

/* What is open for another reason stays open, and is counted in a sentence. */
static void
test_repairs_leave_others (Fixture *fixture, gconstpointer data)
{
  GtkWidget *review, *accept;
  gint other = find_other (fixture);
  GtkWidget *repairs;

  fixture->shift =
      gw_board_week_get_entry (gw_board_get_week (fixture->board), (guint) other)->visit_id;
  gw_board_act (fixture->board, other, GW_BOARD_DEED_TO_COVER);
  wait_for (fixture, is_to_cover);
  add_open_shift (fixture, gw_day_add (fixture->today, 3));
  add_open_shift (fixture, gw_day_add (fixture->today, 5));
  wait_for (fixture, may_plan);
  answer_away (fixture, find_single (fixture), "repair");
  wait_for (fixture, has_three_repairs);
  repairs = find_type (fixture->page, GW_TYPE_ROTA_REPAIRS);
  g_assert_true (says (repairs, "to cover as well"));
  wait_for (fixture, is_told_what_is_left);
  review = find_type (fixture->page, GW_TYPE_ROTA_REVIEW);
  assert_shifts_of_day (gw_rota_review_get (GW_ROTA_REVIEW (review)),
                        gw_day_add (fixture->today, 1));
  accept = find_button (review, "Accept");
  gtk_widget_grab_focus (accept);
  g_assert_false (has_focus_on_board (fixture));
  g_signal_emit_by_name (accept, "clicked");
  wait_for (fixture, is_in_the_rota);
  g_assert_true (has_focus_on_board (fixture));
  g_assert_true (is_to_cover (fixture));
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *words = gw_session_undo_finish (GW_SESSION (source), result, NULL);

  g_assert_nonnull (words);
}

static gboolean
shows_no_repairs (Fixture *fixture)
{
  return !gtk_widget_get_mapped (find_type (fixture->page, GW_TYPE_ROTA_REPAIRS));
}

/* Who is not away after all needs no cover. */
static void
test_repairs_go_with_undo (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, may_plan);
  answer_away (fixture, find_single (fixture), "repair");
  wait_for (fixture, has_three_repairs);
  g_assert_false (shows_no_repairs (fixture));
  gw_session_undo_async (fixture->session, on_undone, NULL);
  wait_for (fixture, shows_no_repairs);
  wait_for (fixture, may_plan);
}

/* Stopped while it looks: what was found stays, and nothing goes on. */
static void
test_repairs_stop (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, may_plan);
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_TO_COVER);
  wait_for (fixture, can_undo);
  wait_for (fixture, may_plan);
  g_assert_true (activate (fixture, "rota.repair", NULL));
  g_assert_false (may_plan (fixture));
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->today, 7));
  wait_for (fixture, may_plan);
  g_assert_cmpuint (
      gw_rota_repairs_get_n (GW_ROTA_REPAIRS (find_type (fixture->page, GW_TYPE_ROTA_REPAIRS))), ==,
      0);
}

/* --- what is in the way -------------------------------------------------------------------------- */

/* A visit of three hours tomorrow morning that must not be later, for a person of the sample. */
static void
add_long_visit (Fixture *fixture, GwId *out_id)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (gw_board_get_week (fixture->board),
                                                       (guint) find_single (fixture));
  g_autoptr (GwDraft) visit = gw_draft_new (&gw_visit_type);
  g_autoptr (GwChange) change = gw_change_new ("New visit");

  gw_visit_set_person (visit, gw_visit_get_person (entry->visit));
  gw_visit_set_day (visit, gw_day_add (fixture->today, 1));
  gw_visit_set_start (visit, GW_HM (9, 0));
  gw_visit_set_duration (visit, GW_SPAN (180));
  gw_visit_set_firmness (visit, GW_FIRMNESS_CRITICAL);
  gw_change_add_draft (change, visit);
  *out_id = gw_draft_get_id (visit);
  gw_session_submit (fixture->session, change);
}

static gboolean
tells_what_is_in_the_way (Fixture *fixture)
{
  return says (fixture->window, "visit finds no place because");
}

static gboolean
has_one_more_and_may_plan (Fixture *fixture)
{
  return one_more (fixture) && may_plan (fixture);
}

/* Looked for on a worker; what is shown next stops it, and it comes again when that is left. */
static void
test_what_is_in_the_way (Fixture *fixture, gconstpointer data)
{
  GwId id;
  gint index;

  wait_for (fixture, may_plan);
  fixture->waiting_before = get_waiting (fixture);
  add_long_visit (fixture, &id);
  wait_for (fixture, has_one_more_and_may_plan);
  index = gw_board_week_find_entry (gw_board_get_week (fixture->board), id, GW_ID_NONE);
  g_assert_cmpint (index, >=, 0);
  gw_board_act (fixture->board, index, GW_BOARD_DEED_WHY);
  g_assert_true (says (fixture->window, "Looking for what is in the way…"));
  g_assert_true (says (fixture->window, "No one comes yet."));
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_WHY);
  g_assert_false (says (fixture->window, "Looking for what is in the way…"));
  gw_board_act (fixture->board, index, GW_BOARD_DEED_WHY);
  wait_for (fixture, tells_what_is_in_the_way);
  g_assert_false (says (fixture->window, "Looking for what is in the way…"));
}

static gint
get_least_width (Fixture *fixture)
{
  gint least;

  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* --- names ---------------------------------------------------------------------------------------- */

/* Gives the person and the colleague of a visit other first names. */
static void
rename_both (Fixture *fixture, gint index, const char *person_name, const char *colleague_name)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (gw_board_get_week (fixture->board),
                                                       (guint) index);
  g_autoptr (GwItem)
      person = gw_session_get_item (fixture->session, &gw_person_type, entry->person);
  g_autoptr (GwItem)
      colleague = gw_session_get_item (fixture->session, &gw_colleague_type, entry->colleague);
  g_autoptr (GwDraft) first = gw_draft_new_for (gw_item_get_record (person));
  g_autoptr (GwDraft) second = gw_draft_new_for (gw_item_get_record (colleague));
  g_autoptr (GwChange) change = gw_change_new ("Other names");

  gw_person_set_first_name (first, person_name);
  gw_colleague_set_first_name (second, colleague_name);
  gw_change_add_draft (change, first);
  gw_change_add_draft (change, second);
  gw_session_submit (fixture->session, change);
}

/* Rows are ordered by name: the visit is found by its id. */
static gint
find_renamed (Fixture *fixture)
{
  GwBoardWeek *week = gw_board_get_week (fixture->board);

  for (guint i = 0; i < gw_board_week_get_n_entries (week); i++)
    if (gw_id_equal (gw_board_week_get_entry (week, i)->visit_id, fixture->shift))
      return (gint) i;
  return -1;
}

static gboolean
has_other_names (Fixture *fixture)
{
  gint index = find_renamed (fixture);

  return index >= 0 &&
         strlen (
             gw_board_week_get_entry (gw_board_get_week (fixture->board), (guint) index)->name) >=
             200;
}

static gboolean
is_told_shortly (Fixture *fixture)
{
  return says (fixture->window, "👩‍👩‍👧👩‍👩‍👧…’s visit kept as it is");
}

/* A name from right to left does not turn a sentence round; one of 200 signs does not fill it. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  gint single = find_single (fixture);
  g_autoptr (GString) families = g_string_new (NULL);
  GtkWidget *question;

  for (guint i = 0; i < 200; i++)
    g_string_append (families, "👩‍👩‍👧");
  wait_for (fixture, may_plan);
  fixture->shift =
      gw_board_week_get_entry (gw_board_get_week (fixture->board), (guint) single)->visit_id;
  rename_both (fixture, single, families->str, "שרה");
  wait_for (fixture, has_other_names);
  gw_board_act (fixture->board, find_renamed (fixture), GW_BOARD_DEED_OPEN);
  g_assert_cmpint (get_least_width (fixture), <=, 360);
  gw_board_act (fixture->board, find_renamed (fixture), GW_BOARD_DEED_PIN);
  wait_for (fixture, is_told_shortly);
  ask_menu (fixture, find_renamed (fixture));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->board), "subject.away", NULL));
  question = find_question (fixture);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (question)), ==,
                   "\u2068שרה\u2069 is away");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "not");
}

/* --- a narrow window ------------------------------------------------------------------------------ */

/* A window of 360 px holds the page, whatever lies open in it. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_least_width (fixture), <=, 360);
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_OPEN);
  g_assert_cmpint (get_least_width (fixture), <=, 360);
  wait_for (fixture, may_plan);
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_TO_COVER);
  wait_for (fixture, can_undo);
  wait_for (fixture, may_plan);
  g_assert_true (activate (fixture, "rota.repair", NULL));
  g_assert_cmpint (get_least_width (fixture), <=, 360);
  wait_for (fixture, has_three_repairs);
  g_assert_cmpint (get_least_width (fixture), <=, 360);
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("away/away-on-leave", test_away_on_leave);
  ADD_TEST ("away/away-words", test_away_words);
  ADD_TEST ("away/three-repairs", test_three_repairs);
  ADD_TEST ("away/repairs-leave-others", test_repairs_leave_others);
  ADD_TEST ("away/repairs-go-with-undo", test_repairs_go_with_undo);
  ADD_TEST ("away/repairs-stop", test_repairs_stop);
  ADD_TEST ("away/what-is-in-the-way", test_what_is_in_the_way);
  ADD_TEST ("away/names", test_names);
  ADD_TEST ("away/narrow", test_narrow);
  return g_test_run ();
}
