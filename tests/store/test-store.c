/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Committing and reading: what goes in comes out, what is refused leaves no trace.
 */
#include "config.h"

#include "gw-await.h"
#include "store-fixture.h"

#include <string.h>

static GwRecord *
make_full_visit (GwRecord *person, GwRecord *helper)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&fixture_visit_type);
  const GwId helpers[] = { gw_record_get_id (helper), gw_record_get_id (person) };

  gw_draft_set_id (draft, VISIT_PERSON, gw_record_get_id (person));
  gw_draft_set_integer (draft, VISIT_DAY, 9823);
  gw_draft_set_integer (draft, VISIT_START, 480);
  gw_draft_set_ids (draft, VISIT_HELPERS, helpers, 2);
  gw_draft_set_integer (draft, VISIT_KIND, 2);
  gw_draft_set_text (draft, VISIT_NOTE, "Zoë’s 🐕 — עברית");
  gw_draft_set_integer (draft, VISIT_PRICE, G_GINT64_CONSTANT (-123456789012));
  gw_draft_set_integer (draft, VISIT_CRITICAL, 1);
  gw_draft_set_extra (draft, "{\"colour\":\"blue\"}");
  return gw_draft_build (draft);
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwDraft) draft = gw_draft_new (&fixture_person_type);
  g_autoptr (GwRecord) helper = fixture_make_person ("Amina");
  g_autoptr (GwRecord) person = NULL;
  g_autoptr (GwRecord) visit = NULL;
  g_autoptr (GwRecord) read_person = NULL;
  g_autoptr (GwRecord) read_visit = NULL;

  gw_draft_set_text (draft, PERSON_NAME, "Rose");
  gw_draft_set_text (draft, PERSON_NOTES, "Two\nlines");
  gw_draft_set_integer (draft, PERSON_BORN, -20000);
  gw_draft_set_text (draft, PERSON_CODE, "1234");
  gw_draft_set_point (draft, PERSON_HOME, (GwGeoPoint){ -33868820, -151209290 });
  person = gw_draft_build (draft);
  visit = make_full_visit (person, helper);
  fixture_insert (self, store, helper);
  fixture_insert (self, store, person);
  fixture_insert (self, store, visit);
  fixture_close (store);

  store = fixture_open (self);
  read_person = fixture_get (store, &fixture_person_type, gw_record_get_id (person));
  read_visit = fixture_get (store, &fixture_visit_type, gw_record_get_id (visit));
  g_assert_true (gw_record_equal (person, read_person));
  g_assert_true (gw_record_equal (visit, read_visit));
  g_assert_cmpuint (gw_store_get_sequence (store), ==, 3);
  fixture_close (store);
}

static void
test_conflict (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) second = NULL;
  g_autoptr (GwRecord) now = NULL;
  g_autoptr (GwDraft) stale = NULL;
  GwChange *change = gw_change_new ("Late edit");

  fixture_insert (self, store, person);
  second = fixture_set_text (self, store, person, PERSON_NAME, "Rose Tanner");
  stale = gw_draft_new_for (person);
  gw_draft_set_text (stale, PERSON_NAME, "Rosie");
  gw_change_add_draft (change, stale);
  fixture_submit_fails (self, store, change, GW_ERROR_CONFLICT);
  now = fixture_get (store, &fixture_person_type, gw_record_get_id (person));
  g_assert_true (gw_record_equal (now, second));
  fixture_close (store);
}

/* The second operation of a change is refused, so the first must not have happened either. */
static void
test_all_or_nothing (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) other = fixture_make_person ("Sam");
  GwChange *change = gw_change_new ("Both");

  fixture_insert (self, store, person);
  gw_change_insert (change, other);
  gw_change_insert (change, person);
  fixture_submit_fails (self, store, change, GW_ERROR_CONFLICT);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 1);
  fixture_close (store);
}

static void
test_expectations (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) other = fixture_make_person ("Sam");
  g_autoptr (GwRecord) later = NULL;
  GwChange *change;

  fixture_insert (self, store, person);
  change = gw_change_new ("Relies on Rose");
  gw_change_expect (change, person, PERSON_NAME);
  gw_change_insert (change, other);
  gw_commit_unref (fixture_submit (self, store, change));
  later = fixture_set_text (self, store, person, PERSON_NAME, "Rosie");
  change = gw_change_new ("Relies on what was");
  gw_change_expect (change, person, PERSON_NAME);
  gw_change_delete (change, other);
  fixture_submit_fails (self, store, change, GW_ERROR_CONFLICT);
  fixture_close (store);
}

static void
test_delete_and_restore (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) now = NULL;
  GwChange *change = gw_change_new ("Delete");

  fixture_insert (self, store, person);
  gw_change_delete (change, person);
  gw_commit_unref (fixture_submit (self, store, change));
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 0);
  change = gw_change_new ("Delete again");
  gw_change_delete (change, person);
  fixture_submit_fails (self, store, change, GW_ERROR_CONFLICT);
  change = gw_change_new ("Restore");
  gw_change_restore (change, &fixture_person_type, gw_record_get_id (person));
  gw_commit_unref (fixture_submit (self, store, change));
  now = fixture_get (store, &fixture_person_type, gw_record_get_id (person));
  g_assert_true (gw_record_equal (now, person));
  fixture_close (store);
}

static void
test_members (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) helper = fixture_make_person ("Amina");
  g_autoptr (GwRecord) visit = fixture_make_visit (person, 9823);
  g_autoptr (GwRecord) now = NULL;
  GwChange *change;
  GwId id = gw_record_get_id (helper);
  guint n_ids;

  fixture_insert (self, store, person);
  fixture_insert (self, store, helper);
  fixture_insert (self, store, visit);
  change = gw_change_new ("Add");
  gw_change_add_member (change, visit, VISIT_HELPERS, id);
  gw_commit_unref (fixture_submit (self, store, change));
  now = fixture_get (store, &fixture_visit_type, gw_record_get_id (visit));
  g_assert_true (gw_id_equal (gw_record_get_ids (now, VISIT_HELPERS, &n_ids)[0], id));
  g_assert_cmpuint (n_ids, ==, 1);
  change = gw_change_new ("Add again");
  gw_change_add_member (change, visit, VISIT_HELPERS, id);
  fixture_submit_fails (self, store, change, GW_ERROR_CONFLICT);
  change = gw_change_new ("Remove");
  gw_change_remove_member (change, visit, VISIT_HELPERS, id);
  gw_commit_unref (fixture_submit (self, store, change));
  g_clear_pointer (&now, gw_record_unref);
  now = fixture_get (store, &fixture_visit_type, gw_record_get_id (visit));
  g_assert_false (gw_record_has (now, VISIT_HELPERS));
  fixture_close (store);
}

static void
test_references (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) visit = fixture_make_visit (person, 9823);
  g_autoptr (GwRecord) later = NULL;
  GwChange *change = gw_change_new ("Dangling");

  gw_change_insert (change, visit);
  fixture_submit_fails (self, store, change, GW_ERROR_INVALID);
  change = gw_change_new ("Both at once, in either order");
  gw_change_insert (change, visit);
  gw_change_insert (change, person);
  gw_commit_unref (fixture_submit (self, store, change));
  change = gw_change_new ("The target goes");
  gw_change_delete (change, person);
  gw_commit_unref (fixture_submit (self, store, change));
  /* What dangles already does not stop an edit of something else. */
  later = fixture_set_text (self, store, visit, VISIT_NOTE, "Still here");
  g_assert_cmpstr (gw_record_get_text (later, VISIT_NOTE), ==, "Still here");
  fixture_close (store);
}

static void
test_validation (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) nameless = fixture_make_person ("");
  GwChange *change = gw_change_new ("Nobody");

  gw_change_insert (change, nameless);
  fixture_submit_fails (self, store, change, GW_ERROR_INVALID);
  fixture_close (store);
}

static void
test_append_only (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwDraft) draft = gw_draft_new (&fixture_entry_type);
  g_autoptr (GwRecord) entry = NULL;
  g_autoptr (GwDraft) edit = NULL;
  g_autoptr (GwCommit) commit = NULL;
  GwChange *change = gw_change_new ("Write");

  gw_draft_set_text (draft, ENTRY_TEXT, "Ate well");
  entry = gw_draft_build (draft);
  gw_change_insert (change, entry);
  commit = fixture_submit (self, store, change);
  edit = gw_draft_new_for (entry);
  gw_draft_set_text (edit, ENTRY_TEXT, "Ate nothing");
  change = gw_change_new ("Rewrite");
  gw_change_add_draft (change, edit);
  fixture_submit_fails (self, store, change, GW_ERROR_INVALID);
  change = gw_change_new ("Delete");
  gw_change_delete (change, entry);
  fixture_submit_fails (self, store, change, GW_ERROR_INVALID);
  change = gw_commit_invert (&commit, 1, "Take it back");
  gw_commit_unref (fixture_submit (self, store, change));
  g_assert_cmpint (fixture_count (store, &fixture_entry_type), ==, 0);
  fixture_close (store);
}

static void
test_get_missing (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (gw_store_get_sync (store, &fixture_person_type, gw_id_new (), NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_NOT_FOUND);
  fixture_close (store);
}

static void
test_async (Fixture *self, gconstpointer data)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_CREATE);
  GAsyncResult *results[4] = { NULL };
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwChange) change = gw_change_new ("Add");
  g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwStore) store = NULL;
  g_autoptr (GwCommit) commit = NULL;
  g_autoptr (GPtrArray) records = NULL;
  guint64 sequence = 0;

  gw_store_open_async (&config, NULL, gw_await_keep, &results[0]);
  store = gw_store_open_finish (gw_await (&results[0]), &error);
  g_assert_no_error (error);
  gw_change_insert (change, person);
  gw_store_submit_async (store, change, self->author, NULL, gw_await_keep, &results[1]);
  commit = gw_store_submit_finish (store, gw_await (&results[1]), &error);
  g_assert_no_error (error);
  gw_store_query_async (store, query, NULL, gw_await_keep, &results[2]);
  records = gw_store_query_finish (store, gw_await (&results[2]), &sequence, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sequence, ==, 1);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_true (gw_record_equal (records->pdata[0], person));
  gw_store_close_async (store, gw_await_keep, &results[3]);
  g_assert_true (gw_store_close_finish (store, gw_await (&results[3]), &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_object_unref (results[i]);
}

static void
test_after_close (Fixture *self, gconstpointer data)
{
  g_autoptr (GwStore) store = fixture_open (self);
  g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
  g_autoptr (GError) error = NULL;

  g_assert_true (gw_store_close_sync (store, NULL));
  g_assert_true (gw_store_close_sync (store, NULL));
  g_assert_null (gw_store_query_sync (store, query, NULL, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CANCELLED);
}

/* A store whose last reference goes with a task is freed on its own lane. */
static void
test_dropped_with_a_task (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      GwStore *store = fixture_open (self);
      g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
      GAsyncResult *result = NULL;

      gw_store_query_async (store, query, NULL, gw_await_keep, &result);
      g_object_unref (store);
      gw_await (&result);
      g_object_unref (result);
      /* Give the file back before it is opened again. */
      while (TRUE)
        {
          GwStoreConfig config = fixture_config (self, GW_STORE_NO_FLAGS);
          g_autoptr (GwStore) again = gw_store_open_sync (&config, NULL, NULL);

          if (again != NULL)
            break;
          g_thread_yield ();
        }
    }
}

/* Ids of 16 zero bytes are "none" and never a record's. */
static void
test_no_id (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (&fixture_person_type, GW_ID_NONE);
  g_autoptr (GwRecord) person = NULL;
  GwChange *change = gw_change_new ("Nobody");

  gw_draft_set_text (draft, PERSON_NAME, "Nobody");
  person = gw_draft_build (draft);
  gw_change_insert (change, person);
  fixture_submit_fails (self, store, change, GW_ERROR_INVALID);
  fixture_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/round-trip", test_round_trip);
  FIXTURE_ADD ("/store/conflict", test_conflict);
  FIXTURE_ADD ("/store/all-or-nothing", test_all_or_nothing);
  FIXTURE_ADD ("/store/expectations", test_expectations);
  FIXTURE_ADD ("/store/delete-and-restore", test_delete_and_restore);
  FIXTURE_ADD ("/store/members", test_members);
  FIXTURE_ADD ("/store/references", test_references);
  FIXTURE_ADD ("/store/validation", test_validation);
  FIXTURE_ADD ("/store/append-only", test_append_only);
  FIXTURE_ADD ("/store/get-missing", test_get_missing);
  FIXTURE_ADD ("/store/async", test_async);
  FIXTURE_ADD ("/store/after-close", test_after_close);
  FIXTURE_ADD ("/store/dropped-with-a-task", test_dropped_with_a_task);
  FIXTURE_ADD ("/store/no-id", test_no_id);
  return g_test_run ();
}
