/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The generated form: every type of the model has one without a warning; typed values arrive, faults
 * are told in words and stop the saving; what is typed is kept and offered again; deleting can be
 * undone.
 */
#include "config.h"

#include "form-fixture.h"

#include "gw-availability.h"
#include "gw-model.h"
#include "gw-session-records.h"

static void
test_every_type (Fixture *self, gconstpointer data)
{
  guint n_types, n_before;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      gw_form_start (self->form, gw_draft_new (types[i]));
      g_assert_cmpuint (self->form->rows->len, >, 0);
      gw_await_nothing ();
      n_before = self->n_saved;
      gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
      gw_await_that (self->n_saved > n_before ||
                     self->form->notice_kind == GW_FORM_NOTICE_PROBLEMS);
    }
}

static void
test_add_and_change (Fixture *self, gconstpointer data)
{
  GwId id = add_rose (self);
  g_autoptr (GwItem) item = gw_session_get_item (self->team.session, &gw_person_type, id);

  g_assert_true (gw_form_get_item (self->form) == item);
  g_assert_false (gw_form_is_changed (self->form));
  type_into (self, GW_PERSON_BORN, "26/12/1948");
  g_assert_true (gw_form_is_changed (self->form));
  save (self);
  g_assert_true (gw_person_has_born (gw_item_get_record (item)));
}

static void
test_problems_stop_saving (Fixture *self, gconstpointer data)
{
  gw_form_start (self->form, gw_draft_new (&gw_availability_type));
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  gw_await_that (self->form->notice_kind == GW_FORM_NOTICE_PROBLEMS);
  g_assert_cmpuint (self->n_saved, ==, 0);
  type_into (self, GW_AVAILABILITY_START, "25:99");
  g_assert_nonnull (gw_form_row_get_misread (find_row (self, GW_AVAILABILITY_START)));
  type_into (self, GW_AVAILABILITY_START, "half past 8");
  g_assert_null (gw_form_row_get_misread (find_row (self, GW_AVAILABILITY_START)));
  g_assert_cmpint (gw_draft_get_value (self->form->draft, GW_AVAILABILITY_START)->integer, ==, 510);
}

/* What needs a look may lie far below what is seen. */
static void
test_saving_leads_to_the_problem (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  add_rose (self);
  row = GTK_WIDGET (find_row (self, GW_PERSON_BORN));
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  type_into (self, GW_PERSON_BORN, "31/2/1940");
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  g_assert_cmpint (self->form->notice_kind, ==, GW_FORM_NOTICE_PROBLEMS);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (self->window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), row));
}

static void
test_draft_is_offered_again (Fixture *self, gconstpointer data)
{
  GwId id = add_rose (self);
  g_autoptr (GwItem) item = NULL;

  type_into (self, GW_PERSON_LAST_NAME, "Tanner");
  /* The form goes away without saving, as in a crash. */
  g_object_add_weak_pointer (G_OBJECT (self->form), (gpointer *) &self->form);
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  gw_await_that (self->form == NULL);
  gw_test_team_close (&self->team);
  gw_test_team_reopen (&self->team);
  show_form (self);
  item = gw_session_get_item (self->team.session, &gw_person_type, id);
  gw_await_that (gw_item_get_record (item) != NULL);
  gw_form_edit (self->form, item);
  gw_await_that (gw_form_is_changed (self->form));
  g_assert_true (gw_form_is_changed (self->form));
  g_assert_cmpint (self->form->notice_kind, ==, GW_FORM_NOTICE_KEPT_DRAFT);
  g_assert_cmpstr (gw_draft_get_value (self->form->draft, GW_PERSON_LAST_NAME)->text, ==, "Tanner");
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.revert", NULL);
  g_assert_false (gw_form_is_changed (self->form));
}

/* A record that was never saved has no row to come back to: the next new form offers it. */
static void
test_new_draft_is_offered_again (Fixture *self, gconstpointer data)
{
  gw_form_start (self->form, gw_draft_new (&gw_person_type));
  type_into (self, GW_PERSON_FIRST_NAME, "Rose");
  gw_form_clear (self->form);
  gw_await_nothing ();
  gw_form_start (self->form, gw_draft_new (&gw_person_type));
  gw_await_that (gw_form_is_changed (self->form));
  g_assert_cmpint (self->form->notice_kind, ==, GW_FORM_NOTICE_KEPT_DRAFT);
  g_assert_cmpstr (gw_draft_get_value (self->form->draft, GW_PERSON_FIRST_NAME)->text, ==, "Rose");
  save (self);
}

/* Typed and closed in the same breath, as by Ctrl+Q. */
static void
test_closing_keeps_what_was_typed (Fixture *self, gconstpointer data)
{
  gw_form_start (self->form, gw_draft_new (&gw_person_type));
  type_into (self, GW_PERSON_FIRST_NAME, "Rose");
  gw_test_team_close (&self->team);
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  gw_test_team_reopen (&self->team);
  show_form (self);
  gw_form_start (self->form, gw_draft_new (&gw_person_type));
  gw_await_that (gw_form_is_changed (self->form));
  g_assert_cmpstr (gw_draft_get_value (self->form->draft, GW_PERSON_FIRST_NAME)->text, ==, "Rose");
}

static void
test_sealed_is_shown_on_request (Fixture *self, gconstpointer data)
{
  GwId id = add_rose (self);
  g_autoptr (GwItem) item = gw_session_get_item (self->team.session, &gw_person_type, id);
  g_auto (GwFieldValue) code = gw_field_value_text ("4711");
  GwFormRow *row = find_row (self, GW_PERSON_KEY_SAFE);

  gw_form_row_take_value (row, &code);
  save (self);
  g_assert_false (gw_probe_says (GTK_WIDGET (row), "4711"));
  gw_probe_click (GTK_WIDGET (row), "Show");
  gw_await_that (gw_probe_says (GTK_WIDGET (row), "4711"));
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  add_rose (self);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.delete", NULL);
  gw_await_that (self->n_deleted == 1);
  g_assert_null (gw_form_get_item (self->form));
  g_assert_nonnull (strstr (gw_session_get_undo_label (self->team.session), "Rose"));
}

static void
test_changed_elsewhere (Fixture *self, gconstpointer data)
{
  GwId id = add_rose (self);
  g_autoptr (GwItem) item = gw_session_get_item (self->team.session, &gw_person_type, id);
  g_autoptr (GwDraft) other = gw_draft_new_for (gw_item_get_record (item));

  type_into (self, GW_PERSON_LAST_NAME, "Tanner");
  gw_person_set_phone (other, "01235 000000");
  gw_test_team_submit (&self->team, other);
  gw_await_that (gw_person_has_phone (gw_item_get_record (item)));
  /* Both are there: what was typed here and what was changed there. */
  g_assert_cmpstr (gw_draft_get_value (self->form->draft, GW_PERSON_LAST_NAME)->text, ==, "Tanner");
  g_assert_cmpstr (gw_draft_get_value (self->form->draft, GW_PERSON_PHONE)->text, ==,
                   "01235 000000");
  save (self);
}

static void
test_history (Fixture *self, gconstpointer data)
{
  add_rose (self);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.history", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->form->stack), ==, "history");
  gw_await_that (gw_probe_says (GTK_WIDGET (self->form->history), "Rose"));
  /* Left and come back to: the record is there, not what happened to it. */
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.close", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->form->stack), ==, "fields");
}

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  ADD_TEST ("form/every-type", test_every_type);
  ADD_TEST ("form/add-and-change", test_add_and_change);
  ADD_TEST ("form/problems-stop-saving", test_problems_stop_saving);
  ADD_TEST ("form/saving-leads-to-the-problem", test_saving_leads_to_the_problem);
  ADD_TEST ("form/draft-is-offered-again", test_draft_is_offered_again);
  ADD_TEST ("form/new-draft-is-offered-again", test_new_draft_is_offered_again);
  ADD_TEST ("form/closing-keeps-what-was-typed", test_closing_keeps_what_was_typed);
  ADD_TEST ("form/sealed-is-shown-on-request", test_sealed_is_shown_on_request);
  ADD_TEST ("form/delete", test_delete);
  ADD_TEST ("form/changed-elsewhere", test_changed_elsewhere);
  ADD_TEST ("form/history", test_history);
  return g_test_run ();
}
