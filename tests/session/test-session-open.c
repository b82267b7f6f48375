/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a session with questions whose answers are there when it is open. */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"

#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"

/* People by name, as fixture_watch_people() asks. */
static GwQuery *
new_people_query (void)
{
  GwQuery *query = gw_query_new (&gw_person_type);

  gw_query_sort (query, GW_PERSON_FIRST_NAME, FALSE);
  return query;
}

static void
assert_names_later (GwLiveList *list, const char *names)
{
  while (gw_live_list_get_state (list) == GW_LIVE_LIST_LOADING)
    g_main_context_iteration (NULL, TRUE);
  fixture_assert_names (list, names);
}

/* Opens again, with that question. */
static void
reopen_reading (Fixture *self)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_query_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  g_ptr_array_add (first, new_people_query ());
  gw_session_open_reading_async (self->path, GW_SESSION_NO_FLAGS, self->clock, first, NULL,
                                 gw_await_keep, &result);
  gw_await (&result);
  self->session = gw_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_first_answers (Fixture *self, gconstpointer data)
{
  g_autoptr (GwQuery) query = new_people_query ();
  g_autoptr (GwLiveList) first = NULL;
  g_autoptr (GwLiveList) second = NULL;

  fixture_add_person (self, "Rose");
  fixture_add_person (self, "Ali");
  reopen_reading (self);
  first = gw_session_watch_first (self->session, query);
  g_assert_cmpint (gw_live_list_get_state (first), ==, GW_LIVE_LIST_READY);
  fixture_assert_names (first, "Ali Rose");
  /* An answer is had once. */
  second = gw_session_watch_first (self->session, query);
  g_assert_cmpint (gw_live_list_get_state (second), ==, GW_LIVE_LIST_LOADING);
  assert_names_later (second, "Ali Rose");
  fixture_add_person (self, "Mo");
  fixture_assert_names (first, "Ali Mo Rose");
  fixture_assert_names (second, "Ali Mo Rose");
}

/* What was read at the opening is not what is so after an edit. */
static void
test_late_for_first_answers (Fixture *self, gconstpointer data)
{
  g_autoptr (GwQuery) query = new_people_query ();
  g_autoptr (GwLiveList) list = NULL;

  fixture_add_person (self, "Rose");
  reopen_reading (self);
  fixture_add_person (self, "Ali");
  list = gw_session_watch_first (self->session, query);
  assert_names_later (list, "Ali Rose");
}

static void
test_nothing_asked (Fixture *self, gconstpointer data)
{
  g_autoptr (GwQuery) query = new_people_query ();
  g_autoptr (GwLiveList) list = NULL;

  fixture_add_person (self, "Rose");
  fixture_close (self);
  fixture_open (self);
  list = gw_session_watch_first (self->session, query);
  g_assert_cmpint (gw_live_list_get_state (list), ==, GW_LIVE_LIST_LOADING);
  assert_names_later (list, "Rose");
}

/* Who uses the laptop and what can be undone are known from the first moment. */
static void
test_user_and_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_colleague_type);
  g_autoptr (GwChange) change = gw_change_new ("Add Amina");

  gw_colleague_set_first_name (draft, "Amina");
  gw_colleague_set_role (draft, GW_ROLE_WELLBEING_WORKER);
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
  gw_session_set_user (self->session, gw_draft_get_id (draft));
  reopen_reading (self);
  g_assert_true (gw_id_equal (gw_session_get_user_id (self->session), gw_draft_get_id (draft)));
  g_assert_nonnull (gw_item_get_record (gw_session_get_user (self->session)));
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Amina");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/session/open/first-answers", test_first_answers);
  FIXTURE_ADD ("/session/open/late-for-first-answers", test_late_for_first_answers);
  FIXTURE_ADD ("/session/open/nothing-asked", test_nothing_asked);
  FIXTURE_ADD ("/session/open/user-and-undo", test_user_and_undo);
  return g_test_run ();
}
