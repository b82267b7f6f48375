/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody is away: what is there already, and three repairs of what is left behind. */
#include "config.h"

#include "rota-fixture.h"

#include "gw-rota-review.h"

#include "gw-absence.h"
#include "gw-plan-review.h"
#include "gw-planner-input.h"
#include "gw-shift.h"

/* Leave of @entry's colleague on the day of that visit. */
static void
give_leave (Fixture *fixture, const GwBoardEntry *entry)
{
  g_autoptr (GwDraft) leave = gw_draft_new (&gw_absence_type);
  GwDay day = gw_day_add (fixture->team.today, entry->day);

  gw_absence_set_colleague (leave, entry->colleague);
  gw_absence_set_kind (leave, GW_ABSENCE_LEAVE);
  gw_absence_set_state (leave, GW_ABSENCE_APPROVED);
  gw_absence_set_first_day (leave, day);
  gw_absence_set_last_day (leave, day);
  gw_test_team_submit (&fixture->team, leave);
}

static void
answer_away (Fixture *fixture, gint index, const char *answer)
{
  ask_menu (fixture, index);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->board), "subject.away", NULL));
  adw_message_dialog_response (find_question (fixture), answer);
}

/* Leave stays leave, the visits of that day where they are, and nobody is away twice. */
static void
test_away_on_leave (Fixture *fixture, gconstpointer data)
{
  gint single = find_single (fixture);

  give_leave (fixture, get_entry (fixture, single));
  gw_await_that (can_undo (fixture));
  fixture->waiting_before = get_waiting (fixture);
  answer_away (fixture, single, "away");
  gw_await_that (says (fixture, "has leave already: Tue 24 Nov."));
  g_assert_true (as_before (fixture));
}

/* What is said is what happened; the undone act is named. */
static void
test_away_words (Fixture *fixture, gconstpointer data)
{
  answer_away (fixture, find_single (fixture), "away");
  gw_await_that (says (fixture, "is away on Tue 24 Nov: "));
  gw_await_that (can_undo (fixture));
  g_assert_true (activate (fixture, "rota.undo", NULL));
  gw_await_that (says (fixture, " away, Tue 24 Nov: "));
}

static GtkWidget *
find_review (Fixture *fixture)
{
  return gw_probe_find_type (fixture->page, GW_TYPE_ROTA_REVIEW);
}

/* From the call to the cover: three repairs side by side, one chosen, accepted, taken back. */
static void
test_three_repairs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *repairs;
  GtkWidget *review;

  gw_await_that (may_plan (fixture));
  fixture->waiting_before = get_waiting (fixture);
  answer_away (fixture, find_single (fixture), "repair");
  gw_await_that (get_waiting (fixture) > fixture->waiting_before);
  fixture->waiting_before = get_waiting (fixture);
  gw_await_that (has_three_repairs (fixture));
  repairs = find_repairs (fixture);
  review = find_review (fixture);
  g_assert_true (gtk_widget_get_mapped (repairs));
  g_assert_cmpint (gw_rota_repairs_get_chosen (GW_ROTA_REPAIRS (repairs)), ==, GW_FAVOUR_STABILITY);
  g_assert_nonnull (gw_rota_review_get (GW_ROTA_REVIEW (review)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gw_probe_find_button (repairs, "Cheapest")),
                                TRUE);
  g_assert_cmpint (gw_rota_repairs_get_chosen (GW_ROTA_REPAIRS (repairs)), ==, GW_FAVOUR_CHEAP);
  gw_probe_click (review, "Accept");
  gw_await_that (says (fixture, "The plan is in the rota."));
  g_assert_false (gtk_widget_get_mapped (repairs));
  gw_await_that (get_waiting (fixture) < fixture->waiting_before);
  g_assert_cmpstr (gw_session_get_undo_label (fixture->team.session), ==,
                   "Cover planned: Cheapest");
}

/* A plan to show, whatever is in it. (transfer full) */
static GwWeekPlan *
make_plan (Fixture *fixture)
{
  g_autoptr (GwPlannerInput) input = gw_planner_input_new (fixture->team.today, 7);
  g_autoptr (GwWeekProblem) problem = gw_week_problem_new (input, NULL);

  return gw_week_problem_dup_current (problem);
}

/* What covers less than another says so, and no more once it covers as much. */
static void
test_repairs_say_what_covers_more (Fixture *fixture, gconstpointer data)
{
  GwRotaRepairs *repairs = g_object_ref_sink (g_object_new (GW_TYPE_ROTA_REPAIRS, NULL));
  g_autoptr (GwWeekPlan) plan = make_plan (fixture);
  GwPlanEffects less = { .n_to_cover = 1, .uncovered = 30 }, more = { .n_covered = 1 };
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (repairs));
  gtk_window_present (GTK_WINDOW (window));
  gw_rota_repairs_add (repairs, GW_FAVOUR_STABILITY, plan, &less);
  g_assert_false (gw_probe_says (window, "covers more than this"));
  gw_rota_repairs_add (repairs, GW_FAVOUR_CHEAP, plan, &more);
  g_assert_cmpint (gw_rota_repairs_find_best (repairs), ==, GW_FAVOUR_CHEAP);
  g_assert_true (gw_probe_says (window, "“Cheapest” covers more than this."));
  gw_rota_repairs_add (repairs, GW_FAVOUR_STABILITY, plan, &more);
  g_assert_false (gw_probe_says (window, "covers more than this"));
  g_assert_cmpint (gw_rota_repairs_find_best (repairs), ==, GW_FAVOUR_STABILITY);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (repairs);
}

/* All are to cover as much: those behind are looked for again, each once; also when such a search finds
 * more than the first three did. */
static void
test_repairs_find_behind (Fixture *fixture, gconstpointer data)
{
  GwRotaRepairs *repairs = g_object_ref_sink (g_object_new (GW_TYPE_ROTA_REPAIRS, NULL));
  g_autoptr (GwWeekPlan) plan = make_plan (fixture);
  GwPlanEffects little = { .uncovered = 60 }, more = { .uncovered = 30 }, most = { 0 };
  guint again = 0;

  g_assert_cmpint (gw_rota_repairs_find_behind (repairs, again), ==, GW_N_FAVOURS);
  gw_rota_repairs_add (repairs, GW_FAVOUR_FAMILIAR, plan, &more);
  g_assert_cmpint (gw_rota_repairs_find_behind (repairs, again), ==, GW_FAVOUR_STABILITY);
  gw_rota_repairs_add (repairs, GW_FAVOUR_STABILITY, plan, &more);
  gw_rota_repairs_add (repairs, GW_FAVOUR_CHEAP, plan, &little);
  g_assert_cmpint (gw_rota_repairs_find_behind (repairs, again), ==, GW_FAVOUR_CHEAP);
  again |= 1u << GW_FAVOUR_CHEAP;
  g_assert_cmpint (gw_rota_repairs_find_behind (repairs, again), ==, GW_N_FAVOURS);
  gw_rota_repairs_add (repairs, GW_FAVOUR_CHEAP, plan, &most);
  g_assert_cmpint (gw_rota_repairs_find_behind (repairs, again), ==, GW_FAVOUR_STABILITY);
  again |= 1u << GW_FAVOUR_STABILITY;
  g_assert_cmpint (gw_rota_repairs_find_behind (repairs, again), ==, GW_FAVOUR_FAMILIAR);
  gw_rota_repairs_add (repairs, GW_FAVOUR_FAMILIAR, plan, &most);
  g_assert_cmpint (gw_rota_repairs_find_behind (repairs, again), ==, GW_N_FAVOURS);
  g_object_unref (repairs);
}

static gboolean
is_to_cover (Fixture *fixture)
{
  return gw_board_week_find_entry (gw_board_get_week (fixture->board), fixture->asked,
                                   GW_ID_NONE) >= 0;
}

/* The same number as in the lane. */
static gboolean
is_told_what_is_left (Fixture *fixture)
{
  g_autofree char *words = g_strdup_printf ("; %u still to cover", get_waiting (fixture));

  return get_waiting (fixture) > 0 && gw_probe_says (find_review (fixture), words);
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

/* A shift that nobody holds, on a day on which nothing is to cover. */
static void
add_open_shift (Fixture *fixture, GwDay day)
{
  g_autoptr (GwDraft) shift = gw_draft_new (&gw_shift_type);

  gw_shift_set_day (shift, day);
  gw_shift_set_start (shift, GW_HM (7, 0));
  gw_shift_set_end (shift, GW_HM (14, 0));
  gw_test_team_submit (&fixture->team, shift);
}

/* What is open for another reason stays open, and is counted in a sentence. */
static void
test_repairs_leave_others (Fixture *fixture, gconstpointer data)
{
  GtkWidget *review, *accept;
  gint other = find_single_on (fixture, 2);
  GtkWidget *repairs;

  fixture->asked = get_entry (fixture, other)->visit_id;
  gw_board_act (fixture->board, other, GW_BOARD_DEED_TO_COVER);
  gw_await_that (is_to_cover (fixture));
  add_open_shift (fixture, gw_day_add (fixture->team.today, 3));
  add_open_shift (fixture, gw_day_add (fixture->team.today, 5));
  gw_await_that (may_plan (fixture));
  answer_away (fixture, find_single (fixture), "repair");
  gw_await_that (has_three_repairs (fixture));
  repairs = find_repairs (fixture);
  g_assert_true (gw_probe_says (repairs, "to cover as well"));
  gw_await_that (is_told_what_is_left (fixture));
  review = find_review (fixture);
  assert_shifts_of_day (gw_rota_review_get (GW_ROTA_REVIEW (review)),
                        gw_day_add (fixture->team.today, 1));
  accept = gw_probe_find_button (review, "Accept");
  gtk_widget_grab_focus (accept);
  g_assert_false (is_focus_in (fixture, GTK_WIDGET (fixture->board)));
  g_signal_emit_by_name (accept, "clicked");
  gw_await_that (says (fixture, "The plan is in the rota."));
  g_assert_true (is_focus_in (fixture, GTK_WIDGET (fixture->board)));
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
  return !gtk_widget_get_mapped (find_repairs (fixture));
}

/* Who is not away after all needs no cover. */
static void
test_repairs_go_with_undo (Fixture *fixture, gconstpointer data)
{
  gw_await_that (may_plan (fixture));
  answer_away (fixture, find_single (fixture), "repair");
  gw_await_that (has_three_repairs (fixture));
  g_assert_false (shows_no_repairs (fixture));
  gw_session_undo_async (fixture->team.session, on_undone, NULL);
  gw_await_that (shows_no_repairs (fixture));
  gw_await_that (may_plan (fixture));
}

/* Stopped while it looks: what was found stays, and nothing goes on. */
static void
test_repairs_stop (Fixture *fixture, gconstpointer data)
{
  gw_await_that (may_plan (fixture));
  gw_board_act (fixture->board, find_single (fixture), GW_BOARD_DEED_TO_COVER);
  gw_await_that (can_undo (fixture));
  gw_await_that (may_plan (fixture));
  g_assert_true (activate (fixture, "rota.repair", NULL));
  g_assert_false (may_plan (fixture));
  gw_rota_page_go_to (GW_ROTA_PAGE (fixture->page), gw_day_add (fixture->team.today, 7));
  gw_await_that (may_plan (fixture));
  g_assert_cmpuint (gw_rota_repairs_get_n (GW_ROTA_REPAIRS (find_repairs (fixture))), ==, 0);
}

int
main (int argc, char **argv)
{
  begin_tests (&argc, &argv);
  ADD_TEST ("away/on-leave", test_away_on_leave);
  ADD_TEST ("away/words", test_away_words);
  ADD_TEST ("away/three-repairs", test_three_repairs);
  ADD_TEST ("away/repairs-say-what-covers-more", test_repairs_say_what_covers_more);
  ADD_TEST ("away/repairs-find-behind", test_repairs_find_behind);
  ADD_TEST ("away/repairs-leave-others", test_repairs_leave_others);
  ADD_TEST ("away/repairs-go-with-undo", test_repairs_go_with_undo);
  ADD_TEST ("away/repairs-stop", test_repairs_stop);
  return g_test_run ();
}
