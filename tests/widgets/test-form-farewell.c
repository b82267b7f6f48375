/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody goes for good, and what goes along is asked about first. */
#include "config.h"

#include "form-fixture.h"

#include "gw-session-records.h"
#include "gw-visit.h"

static GwId
add_visit (Fixture *self, GwId person)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_visit_type);

  gw_visit_set_person (draft, person);
  gw_visit_set_day (draft, gw_day_add (self->team.today, 1));
  gw_visit_set_ideal (draft, GW_HM (8, 0));
  gw_visit_set_duration (draft, (GwSpan){ 30 });
  gw_draft_set_integer (draft, GW_VISIT_STATE, GW_VISIT_STATE_PLANNED);
  gw_test_team_submit (&self->team, draft);
  return gw_draft_get_id (draft);
}

static AdwMessageDialog *
find_question (Fixture *self)
{
  GtkWindow *question = gw_probe_find_window_over (GTK_WINDOW (self->window));

  return question != NULL ? ADW_MESSAGE_DIALOG (question) : NULL;
}

static void
answer (Fixture *self, const char *response)
{
  AdwMessageDialog *dialog;

  gw_await_that (find_question (self) != NULL);
  dialog = find_question (self);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "1 visit from "));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Who dies leaves visits behind: that is asked first, and what was typed stays without a yes. */
static void
test_farewell_is_asked (Fixture *self, gconstpointer data)
{
  GwId rose = add_rose (self);
  g_autoptr (GwItem)
      visit = gw_session_get_item (self->team.session, &gw_visit_type, add_visit (self, rose));
  g_autoptr (GwItem) item = gw_session_get_item (self->team.session, &gw_person_type, rose);
  g_auto (GwFieldValue) died = gw_field_value_integer (GW_PERSON_DIED);

  gw_await_that (gw_item_get_record (visit) != NULL);
  gw_form_row_take_value (find_row (self, GW_PERSON_STATUS), &died);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  answer (self, "not-now");
  g_assert_true (gw_form_is_changed (self->form));
  g_assert_cmpint (gw_person_get_status (gw_item_get_record (item)), !=, GW_PERSON_DIED);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  answer (self, "go-on");
  gw_await_that (self->n_saved == 2);
  g_assert_cmpint (gw_person_get_status (gw_item_get_record (item)), ==, GW_PERSON_DIED);
  g_assert_true (gw_record_is_deleted (gw_item_get_record (visit)));
}

/* The form goes while its question is open: nothing is written, nothing is left over. */
static void
test_farewell_without_answer (Fixture *self, gconstpointer data)
{
  GwId rose = add_rose (self);
  g_autoptr (GwItem) item = gw_session_get_item (self->team.session, &gw_person_type, rose);
  GwForm *form = self->form;

  add_visit (self, rose);
  gtk_widget_activate_action (GTK_WIDGET (form), "form.delete", NULL);
  gw_await_that (find_question (self) != NULL);
  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  self->form = NULL;
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  gw_await_that (form == NULL);
  g_assert_null (find_question (self));
  g_assert_false (gw_record_is_deleted (gw_item_get_record (item)));
}

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  ADD_TEST ("form-farewell/is-asked", test_farewell_is_asked);
  ADD_TEST ("form-farewell/without-answer", test_farewell_without_answer);
  return g_test_run ();
}
