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
#include "gw-session-edit.h"
#include "gw-session-records.h"

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child, text);
      if (label != NULL)
        return label;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *text)
{
  return gtk_widget_get_ancestor (find_label (widget, text), GTK_TYPE_BUTTON);
}

static void
test_every_type (Fixture *self, gconstpointer data)
{
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      gw_form_start (self->form, gw_draft_new (types[i]));
      g_assert_cmpuint (self->form->rows->len, >, 0);
      spin (10);
      gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
      spin (10);
    }
}

static void
test_add_and_change (Fixture *self, gconstpointer data)
{
  GwId id = add_rose (self);
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, id);

  g_assert_true (gw_form_get_item (self->form) == item);
  g_assert_false (gw_form_is_changed (self->form));
  type_into (self, GW_PERSON_BORN, "26/12/1948");
  g_assert_true (gw_form_is_changed (self->form));
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  wait_until_true (&self->n_saved, 2);
  g_assert_true (gw_person_has_born (gw_item_get_record (item)));
}

static void
test_problems_stop_saving (Fixture *self, gconstpointer data)
{
  gw_form_start (self->form, gw_draft_new (&gw_availability_type));
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  spin (50);
  g_assert_cmpuint (self->n_saved, ==, 0);
  g_assert_cmpint (self->form->notice_kind, ==, GW_FORM_NOTICE_PROBLEMS);
  type_into (self, GW_AVAILABILITY_START, "25:99");
  g_assert_nonnull (gw_form_row_get_misread (find_row (self, GW_AVAILABILITY_START)));
  type_into (self, GW_AVAILABILITY_START, "half past 8");
  g_assert_null (gw_form_row_get_misread (find_row (self, GW_AVAILABILITY_START)));
  g_assert_cmpint (gw_draft_get_value (self->form->draft, GW_AVAILABILITY_START)->integer, ==, 510);
}

static void
test_draft_is_offered_again (Fixture *self, gconstpointer data)
{
  GwId id = add_rose (self);
  g_autoptr (GwItem) item = NULL;

  type_into (self, GW_PERSON_LAST_NAME, "Tanner");
  /* The form goes away without saving, as in a crash. */
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  spin (50);
  g_assert_true (gw_session_close_sync (self->session, NULL));
  g_clear_object (&self->session);
  open_session (self);
  show_form (self);
  item = gw_session_get_item (self->session, &gw_person_type, id);
  for (guint i = 0; i < 1000 && gw_item_get_record (item) == NULL; i++)
    spin (2);
  gw_form_edit (self->form, item);
  for (guint i = 0; i < 1000 && !gw_form_is_changed (self->form); i++)
    spin (2);
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
  spin (100);
  gw_form_start (self->form, gw_draft_new (&gw_person_type));
  for (guint i = 0; i < 1000 && !gw_form_is_changed (self->form); i++)
    spin (2);
  g_assert_cmpint (self->form->notice_kind, ==, GW_FORM_NOTICE_KEPT_DRAFT);
  g_assert_cmpstr (gw_draft_get_value (self->form->draft, GW_PERSON_FIRST_NAME)->text, ==, "Rose");
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  wait_until_true (&self->n_saved, 1);
}

static void
test_sealed_is_shown_on_request (Fixture *self, gconstpointer data)
{
  GwId id = add_rose (self);
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, id);
  g_auto (GwFieldValue) code = gw_field_value_text ("4711");
  GwFormRow *row = find_row (self, GW_PERSON_KEY_SAFE);

  gw_form_row_take_value (row, &code);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  wait_until_true (&self->n_saved, 2);
  g_assert_null (find_label (GTK_WIDGET (row), "4711"));
  gtk_widget_activate (find_button (GTK_WIDGET (row), "Show"));
  for (guint i = 0; i < 1000 && find_label (GTK_WIDGET (row), "4711") == NULL; i++)
    spin (2);
  g_assert_nonnull (find_label (GTK_WIDGET (row), "4711"));
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  add_rose (self);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.delete", NULL);
  wait_until_true (&self->n_deleted, 1);
  g_assert_null (gw_form_get_item (self->form));
  g_assert_nonnull (strstr (gw_session_get_undo_label (self->session), "Rose"));
}

static void
test_changed_elsewhere (Fixture *self, gconstpointer data)
{
  GwId id = add_rose (self);
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, id);
  g_autoptr (GwDraft) other = gw_draft_new_for (gw_item_get_record (item));
  g_autoptr (GwChange) change = gw_change_new ("Elsewhere");
  g_autoptr (GwCommit) commit = NULL;

  type_into (self, GW_PERSON_LAST_NAME, "Tanner");
  gw_person_set_phone (other, "01235 000000");
  gw_change_add_draft (change, other);
  commit = gw_session_submit_sync (self->session, change, NULL, NULL);
  g_assert_nonnull (commit);
  for (guint i = 0; i < 1000 && !gw_person_has_phone (gw_item_get_record (item)); i++)
    spin (2);
  /* Both are there: what was typed here and what was changed there. */
  g_assert_cmpstr (gw_draft_get_value (self->form->draft, GW_PERSON_LAST_NAME)->text, ==, "Tanner");
  g_assert_cmpstr (gw_draft_get_value (self->form->draft, GW_PERSON_PHONE)->text, ==,
                   "01235 000000");
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  wait_until_true (&self->n_saved, 2);
}

static void
test_history (Fixture *self, gconstpointer data)
{
  add_rose (self);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.history", NULL);
  spin (200);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->form->stack), ==, "history");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gw_widgets_init ();
#define ADD(name, function) g_test_add ("/form/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("every-type", test_every_type);
  ADD ("add-and-change", test_add_and_change);
  ADD ("problems-stop-saving", test_problems_stop_saving);
  ADD ("draft-is-offered-again", test_draft_is_offered_again);
  ADD ("new-draft-is-offered-again", test_new_draft_is_offered_again);
  ADD ("sealed-is-shown-on-request", test_sealed_is_shown_on_request);
  ADD ("delete", test_delete);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("history", test_history);
#undef ADD
  return g_test_run ();
}
