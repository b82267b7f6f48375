/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The generated form and lists, over a real session in a folder of its own: every type of the model
 * has a form without a warning; typed values arrive, faults are told in words and stop the saving;
 * what is typed is kept and offered again; deleting can be undone; nothing grows when pages are
 * opened again and again.
 */
#include "config.h"

#include "gw-test-folder.h"

#include "gw-availability.h"
#include "gw-form-private.h"
#include "gw-model.h"
#include "gw-person.h"
#include "gw-record-browser.h"
#include "gw-record-list.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"
#include "gw-visit.h"
#include "gw-widgets.h"

/** Fixture: a session and a window with a form. */
typedef struct
{
  char *folder;
  GwSession *session;
  GtkWidget *window;
  GwForm *form;
  guint n_saved;
  guint n_deleted;
} Fixture;

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
wait_until_true (const guint *value, guint wanted)
{
  for (guint i = 0; i < 5000 && *value < wanted; i++)
    spin (2);
  g_assert_cmpuint (*value, ==, wanted);
}

static void
on_saved (GwForm *form, const char *sentence, Fixture *self)
{
  self->n_saved++;
}

static void
on_deleted (GwForm *form, const char *sentence, Fixture *self)
{
  self->n_deleted++;
}

static void
open_session (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "team.gw", NULL);
  g_autoptr (GError) error = NULL;

  self->session = gw_session_open_sync (path, GW_SESSION_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
show_form (Fixture *self)
{
  self->form = GW_FORM (gw_form_new (GW_RECORD_SOURCE (self->session)));
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (self->form, "deleted", G_CALLBACK (on_deleted), self);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->form));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("gw-form-XXXXXX", NULL);
  open_session (self);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 600);
  show_form (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  spin (20);
  g_assert_true (gw_session_close_sync (self->session, NULL));
  g_object_unref (self->session);
  gw_test_folder_remove (self->folder);
  g_free (self->folder);
}

static GwFormRow *
find_row (Fixture *self, guint field)
{
  for (guint i = 0; i < self->form->rows->len; i++)
    if (gw_form_row_get_index (g_ptr_array_index (self->form->rows, i)) == field)
      return g_ptr_array_index (self->form->rows, i);
  g_assert_not_reached ();
}

static GtkEditable *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    return GTK_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *entry = find_entry (child);
      if (entry != NULL)
        return entry;
    }
  return NULL;
}

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
type_into (Fixture *self, guint field, const char *text)
{
  gtk_editable_set_text (find_entry (GTK_WIDGET (find_row (self, field))), text);
}

static GwId
add_rose (Fixture *self)
{
  GwDraft *draft = gw_draft_new (&gw_person_type);
  GwId id = gw_draft_get_id (draft);
  guint before = self->n_saved;

  gw_form_start (self->form, draft);
  type_into (self, GW_PERSON_FIRST_NAME, "Rose");
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL);
  wait_until_true (&self->n_saved, before + 1);
  return id;
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

static void
test_browser_does_not_grow (Fixture *self, gconstpointer data)
{
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  add_rose (self);
  self->form = NULL;
  for (guint i = 0; i < 2 * n_types; i++)
    {
      GtkWidget *browser = gw_record_browser_new (GW_RECORD_SOURCE (self->session));

      g_object_add_weak_pointer (G_OBJECT (browser), (gpointer *) &browser);
      gtk_window_set_child (GTK_WINDOW (self->window), browser);
      gw_record_browser_show (GW_RECORD_BROWSER (browser), types[i % n_types]);
      spin (30);
      gtk_window_set_child (GTK_WINDOW (self->window), NULL);
      /* A question still on its way to the store keeps it a little longer on a busy machine. */
      for (guint n = 0; browser != NULL && n < 500; n++)
        spin (10);
      g_assert_null (browser);
    }
}

static GtkScrolledWindow *
find_scroll (GtkWidget *widget)
{
  GtkScrolledWindow *found = GTK_IS_LIST_VIEW (widget)
                                 ? GTK_SCROLLED_WINDOW (gtk_widget_get_parent (widget))
                                 : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scroll (child);
  return found;
}

/* The store gives the names in another order than the list shows: it begins with the first all the
 * same. */
static void
test_list_begins_at_top (Fixture *self, gconstpointer data)
{
  g_autoptr (GwChange) change = gw_change_new ("People");
  GtkWidget *list = gw_record_list_new (GW_RECORD_SOURCE (self->session));
  GtkAdjustment *scroll;

  for (guint i = 100; i > 0; i--)
    {
      g_autoptr (GwDraft) person = gw_draft_new (&gw_person_type);
      g_autofree char *name = g_strdup_printf ("Rose %03u", i);

      gw_person_set_first_name (person, name);
      gw_change_add_draft (change, person);
    }
  gw_session_submit (self->session, change);
  gtk_window_set_child (GTK_WINDOW (self->window), list);
  gw_record_list_show (GW_RECORD_LIST (list), &gw_person_type);
  scroll = gtk_scrolled_window_get_vadjustment (find_scroll (list));
  for (guint i = 0; i < 500 && gtk_adjustment_get_upper (scroll) < 2000; i++)
    spin (10);
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), >=, 2000);
  spin (100);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
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
  ADD ("farewell-is-asked", test_farewell_is_asked);
  ADD ("farewell-without-answer", test_farewell_without_answer);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("history", test_history);
  ADD ("browser-does-not-grow", test_browser_does_not_grow);
  ADD ("list-begins-at-top", test_list_begins_at_top);
#undef ADD
  return g_test_run ();
}
