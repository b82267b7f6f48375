/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Leaving a team, whichever way: what was typed and the full disk could not keep is asked about
 * before it is lost; and what is kept is never asked about.
 */
#include "config.h"

#include "dialogs-fixture.h"
#include "gw-places.h"
#include "gw-test-vfs.h"
#include "gw-window-private.h"

#include "gw-person.h"

#include <sqlite3.h>

typedef struct
{
  GwTestTeam team;
  char *other;
  GwWindow *window;
  GwDraft *draft;
} LeaveFixture;

static gboolean
shows (LeaveFixture *self, gpointer stage)
{
  return gtk_stack_get_visible_child (self->window->stages) == stage;
}

static gboolean
has_open (LeaveFixture *self, const char *path)
{
  return self->window->session != NULL &&
         g_str_equal (gw_session_get_path (self->window->session), path);
}

/* Nobody types there: the toolkit warns of an entry that goes while it has the focus. */
static void
settle (LeaveFixture *self)
{
  gw_await_nothing ();
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  gw_await_nothing ();
}

/* A session knows no test VFS, so SQLite uses it for every file. */
static void
set_up_leave (LeaveFixture *self, gconstpointer data)
{
  gw_test_vfs_register ();
  gw_test_vfs_reset ();
  g_assert_cmpint (sqlite3_vfs_register (sqlite3_vfs_find (GW_TEST_VFS_NAME), 1), ==, SQLITE_OK);
  gw_test_team_init_empty (&self->team);
  gw_test_team_close (&self->team);
  self->other = g_build_filename (self->team.folder, "other.gw", NULL);
  self->window = GW_WINDOW (gw_window_new (NULL));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gw_window_open (self->window, self->team.path, GW_SESSION_NO_FLAGS);
  gw_window_present (self->window);
  gw_await_that (has_open (self, self->team.path));
  self->draft = gw_draft_new (&gw_person_type);
  gw_person_set_first_name (self->draft, "Rose");
  settle (self);
}

static void
tear_down_leave (LeaveFixture *self, gconstpointer data)
{
  gw_test_vfs_fill_disk (FALSE);
  if (self->window != NULL)
    {
      settle (self);
      gtk_window_close (GTK_WINDOW (self->window));
    }
  gw_await_that (self->window == NULL);
  gw_draft_free (self->draft);
  gw_clock_unref (self->team.clock);
  gw_test_folder_remove (self->team.folder);
  g_free (self->team.folder);
  g_free (self->team.path);
  g_free (self->other);
}

static void
type_name (LeaveFixture *self, gboolean is_full)
{
  gw_test_vfs_fill_disk (is_full);
  gw_record_source_keep_draft (GW_RECORD_SOURCE (self->window->session), self->draft);
}

static void
answer (LeaveFixture *self, const char *response)
{
  gw_await_that (self->window->leave_question != NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (self->window->leave_question), response);
  /* The focus goes back to the window. */
  gw_await_nothing ();
}

static void
open_other (LeaveFixture *self)
{
  GVariant *path = g_variant_new_bytestring (self->other);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (self->team.path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (self->other, contents, (gssize) length, NULL));
  g_assert_true (
      gtk_widget_activate_action_variant (GTK_WIDGET (self->window), "win.open-file", path));
}

static void
test_close (LeaveFixture *self, gconstpointer data)
{
  type_name (self, TRUE);
  gtk_window_close (GTK_WINDOW (self->window));
  answer (self, "stay");
  gw_await_nothing ();
  g_assert_true (has_open (self, self->team.path));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (self->window)));
  gtk_window_close (GTK_WINDOW (self->window));
  answer (self, "close");
  gw_await_that (self->window == NULL);
}

static void
test_close_kept (LeaveFixture *self, gconstpointer data)
{
  type_name (self, FALSE);
  gtk_window_close (GTK_WINDOW (self->window));
  gw_await_that (self->window == NULL);
}

static void
keep_now (GwRecordSource *source, const GwDraft *draft)
{
  gw_record_source_keep_draft (source, draft);
}

/* Typed, and not even tried to be kept yet. */
static void
test_close_at_once (LeaveFixture *self, gconstpointer data)
{
  gulong id = g_signal_connect (self->window->session, "drafts-due", G_CALLBACK (keep_now),
                                self->draft);

  gw_test_vfs_fill_disk (TRUE);
  gtk_window_close (GTK_WINDOW (self->window));
  answer (self, "stay");
  g_signal_handler_disconnect (self->window->session, id);
}

static void
test_welcome (LeaveFixture *self, gconstpointer data)
{
  type_name (self, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.welcome", NULL);
  answer (self, "stay");
  gw_await_nothing ();
  g_assert_true (has_open (self, self->team.path));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.welcome", NULL);
  answer (self, "close");
  g_assert_null (self->window->session);
  g_assert_true (shows (self, self->window->welcome_page));
}

static void
test_open_file (LeaveFixture *self, gconstpointer data)
{
  open_other (self);
  gw_await_that (has_open (self, self->other));
  g_assert_null (self->window->leave_question);
}

static void
test_open_file_asks (LeaveFixture *self, gconstpointer data)
{
  type_name (self, TRUE);
  open_other (self);
  answer (self, "stay");
  gw_await_nothing ();
  g_assert_true (has_open (self, self->team.path));
  open_other (self);
  gw_await_that (self->window->leave_question != NULL);
  gw_test_vfs_fill_disk (FALSE);
  answer (self, "close");
  gw_await_that (has_open (self, self->other));
}

/* The rows of the first page lead to their files. */
static void
test_row (LeaveFixture *self, gconstpointer data)
{
  GtkListBox *files;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.welcome", NULL);
  gw_await_that (self->window->session == NULL);
  files = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (self->window->welcome_page),
                                                       GW_TYPE_WELCOME_PAGE, "files"));
  g_assert_true (gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (files, 0))));
  gw_await_that (has_open (self, self->team.path));
}

#define ADD(name, function) \
  g_test_add ("/app/window-leave/" name, LeaveFixture, NULL, set_up_leave, function, tear_down_leave)

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);
  gw_places_init ();
  ADD ("close", test_close);
  ADD ("close-kept", test_close_kept);
  ADD ("close-at-once", test_close_at_once);
  ADD ("welcome", test_welcome);
  ADD ("open-file", test_open_file);
  ADD ("open-file-asks", test_open_file_asks);
  ADD ("row", test_row);
  return g_test_run ();
}
