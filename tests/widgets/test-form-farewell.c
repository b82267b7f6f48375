/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody goes for good, and what goes along is asked about first. */
#include "config.h"

#include "form-fixture.h"

#include "gw-session-edit.h"
#include "gw-session-records.h"
#include "gw-visit.h"

static GwId
add_visit (Fixture *self, GwId person)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_visit_type);
  g_autoptr (GwChange) change = gw_change_new ("Add a visit");
  g_autoptr (GwCommit) commit = NULL;
  GwDay today = gw_record_source_get_today (GW_RECORD_SOURCE (self->session));

  gw_visit_set_person (draft, person);
  gw_visit_set_day (draft, gw_day_add (today, 1));
  gw_visit_set_ideal (draft, GW_HM (8, 0));
  gw_visit_set_duration (draft, (GwSpan){ 30 });
  gw_draft_set_integer (draft, GW_VISIT_STATE, GW_VISIT_STATE_PLANNED);
  gw_change_add_draft (change, draft);
  commit = gw_session_submit_sync (self->session, change, NULL, NULL);
  g_assert_nonnull (commit);
  return gw_draft_get_id (draft);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog;

  for (guint i = 0; i < 5000 && find_dialog () == NULL; i++)
    spin (2);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
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
      visit = gw_session_get_item (self->session, &gw_visit_type, add_visit (self, rose));
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_auto (GwFieldValue) died = gw_field_value_integer (GW_PERSON_DIED);

  for (guint i = 0; i < 5000 && gw_item_get_record (visit) == NULL; i++)
    spin (2);
  gw_form_row_take_value (find_row (self, GW_PERSON_STATUS), &died);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  answer ("not-now");
  g_assert_true (gw_form_is_changed (self->form));
  g_assert_cmpint (gw_person_get_status (gw_item_get_record (item)), !=, GW_PERSON_DIED);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  answer ("go-on");
  wait_until_true (&self->n_saved, 2);
  g_assert_cmpint (gw_person_get_status (gw_item_get_record (item)), ==, GW_PERSON_DIED);
  g_assert_true (gw_record_is_deleted (gw_item_get_record (visit)));
}

/* The form goes while its question is open: nothing is written, nothing is left over. */
static void
test_farewell_without_answer (Fixture *self, gconstpointer data)
{
  GwId rose = add_rose (self);
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  GwForm *form = self->form;

  add_visit (self, rose);
  gtk_widget_activate_action (GTK_WIDGET (form), "form.delete", NULL);
  for (guint i = 0; i < 5000 && find_dialog () == NULL; i++)
    spin (2);
  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  self->form = NULL;
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  for (guint i = 0; i < 500 && form != NULL; i++)
    spin (10);
  g_assert_null (form);
  g_assert_null (find_dialog ());
  g_assert_false (gw_record_is_deleted (gw_item_get_record (item)));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gw_widgets_init ();
#define ADD(name, function) \
  g_test_add ("/form-farewell/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("is-asked", test_farewell_is_asked);
  ADD ("without-answer", test_farewell_without_answer);
#undef ADD
  return g_test_run ();
}
