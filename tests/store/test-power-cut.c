/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bad days of the disk: power cuts at every n-th write step of more than a thousand edits, with
 * none, some or all of the unsynced writes surviving; and a disk that fills up. Afterwards no
 * acknowledged edit is lost and no file is corrupt.
 */
#include "config.h"

#include "store-fixture.h"

#include "gw-test-vfs.h"

#include <sqlite3.h>
#include <unistd.h>

/* Names to give; an edit sets the person's name to the next. */
typedef struct
{
  GwRecord *person;
  guint acknowledged; /* number in the name that a commit was acknowledged for */
  guint n_edits;
} Story;

static GwStore *
open_over_vfs (Fixture *self, GError **error)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_CREATE);

  config.vfs_name = GW_TEST_VFS_NAME;
  return gw_store_open_sync (&config, NULL, error);
}

static guint
get_number (const GwRecord *person)
{
  return (guint) g_ascii_strtoull (gw_record_get_text (person, PERSON_NAME) + 2, NULL, 10);
}

static GwChange *
make_edit (Story *story, guint number)
{
  g_autofree char *name = g_strdup_printf ("n %u", number);
  GwChange *change = gw_change_new ("Edit");

  if (story->person == NULL)
    {
      g_autoptr (GwRecord) person = fixture_make_person (name);
      gw_change_insert (change, person);
    }
  else
    {
      g_autoptr (GwDraft) draft = gw_draft_new_for (story->person);
      gw_draft_set_text (draft, PERSON_NAME, name);
      gw_change_add_draft (change, draft);
    }
  return change;
}

/* Edits until the power goes. */
static void
edit_until_cut (Fixture *self, Story *story, GwStore *store)
{
  while (!gw_test_vfs_is_cut ())
    {
      g_autoptr (GwChange) change = make_edit (story, story->acknowledged + 1);
      g_autoptr (GwCommit) commit = gw_store_submit_sync (store, change, self->author, NULL, NULL);

      if (commit == NULL)
        continue;
      story->acknowledged++;
      story->n_edits++;
      g_clear_pointer (&story->person, gw_record_unref);
      story->person = gw_record_ref (gw_commit_get_entry (commit, 0)->after);
    }
}

static void
check_integrity (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

/* What the disk says after the cut: at least what was acknowledged, at most one edit more. */
static void
read_back (Story *story, GwStore *store)
{
  g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
  g_autoptr (GError) error = NULL;
  guint64 sequence = 0;
  g_autoptr (GPtrArray) people = gw_store_query_sync (store, query, &sequence, NULL, &error);

  g_assert_no_error (error);
  g_clear_pointer (&story->person, gw_record_unref);
  if (people->len == 0)
    {
      g_assert_cmpuint (story->acknowledged, ==, 0);
      return;
    }
  g_assert_cmpuint (people->len, ==, 1);
  story->person = gw_record_ref (people->pdata[0]);
  g_assert_cmpuint (get_number (story->person), >=, story->acknowledged);
  g_assert_cmpuint (get_number (story->person), <=, story->acknowledged + 1);
  g_assert_cmpuint (sequence, ==, get_number (story->person));
  story->acknowledged = get_number (story->person);
}

/* One life of the laptop: open, work, lose power after @n_steps, come back. */
static void
live_until_cut (Fixture *self, Story *story, guint n_steps, guint survival)
{
  g_autoptr (GError) error = NULL;
  GwStore *store;

  gw_test_vfs_cut_after (n_steps);
  store = open_over_vfs (self, &error);
  if (store != NULL)
    {
      edit_until_cut (self, story, store);
      gw_store_close_sync (store, NULL);
      g_object_unref (store);
    }
  gw_test_vfs_restore_power (survival, n_steps);
  g_clear_error (&error);
  store = open_over_vfs (self, &error);
  g_assert_no_error (error);
  read_back (story, store);
  fixture_close (store);
  check_integrity (self->path);
}

static void
test_cuts (Fixture *self, gconstpointer data)
{
  guint survival = GPOINTER_TO_UINT (data);
  Story story = { NULL, 0, 0 };

  gw_test_vfs_register ();
  gw_test_vfs_reset ();
  /* Each life is cut one step later than the one before: every step of opening and of a commit. */
  for (guint n_steps = 1; story.n_edits < 1000; n_steps++)
    live_until_cut (self, &story, n_steps, survival);
  g_test_message ("%u edits, the last life had them all", story.n_edits);
  g_clear_pointer (&story.person, gw_record_unref);
}

static GwStore *
open_with_types (Fixture *self, guint n_types)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_CREATE);

  config.vfs_name = GW_TEST_VFS_NAME;
  config.n_types = n_types;
  return gw_store_open_sync (&config, NULL, NULL);
}

/* A newer program brings two tables more, and the power goes at every step of that. */
static void
test_cut_while_migrating (Fixture *self, gconstpointer data)
{
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  gboolean is_done = FALSE;

  gw_test_vfs_register ();
  for (guint n_steps = 1; !is_done; n_steps++)
    {
      GwStore *store;

      gw_test_vfs_reset ();
      unlink (self->path);
      store = open_with_types (self, 1);
      fixture_insert (self, store, rose);
      fixture_close (store);
      gw_test_vfs_reset ();
      gw_test_vfs_cut_after (n_steps);
      store = open_with_types (self, 3);
      is_done = store != NULL && !gw_test_vfs_is_cut ();
      g_clear_object (&store);
      gw_test_vfs_restore_power (n_steps % 3 * 50, n_steps);
      store = open_with_types (self, 3);
      g_assert_nonnull (store);
      g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 1);
      g_assert_cmpint (fixture_count (store, &fixture_visit_type), ==, 0);
      fixture_close (store);
      check_integrity (self->path);
    }
}

static void
test_disk_full (Fixture *self, gconstpointer data)
{
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  g_autoptr (GwRecord) large = NULL;
  g_autoptr (GwRecord) now = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = g_strnfill (200000, 'x');
  g_autoptr (GwDraft) draft = gw_draft_new (&fixture_person_type);
  GwChange *change = gw_change_new ("Too much");
  GwStore *store;

  gw_test_vfs_register ();
  gw_test_vfs_reset ();
  store = open_over_vfs (self, &error);
  g_assert_no_error (error);
  fixture_insert (self, store, rose);
  gw_draft_set_text (draft, PERSON_NAME, "Large");
  gw_draft_set_text (draft, PERSON_NOTES, notes);
  large = gw_draft_build (draft);
  gw_change_insert (change, large);
  gw_test_vfs_fill_disk (TRUE);
  fixture_submit_fails (self, store, gw_change_ref (change), GW_ERROR_DISK_FULL);
  now = fixture_get (store, &fixture_person_type, gw_record_get_id (rose));
  g_assert_true (gw_record_equal (now, rose));
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 1);
  gw_test_vfs_fill_disk (FALSE);
  gw_commit_unref (fixture_submit (self, store, change));
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 2);
  fixture_close (store);
  check_integrity (self->path);
}

/* No room for a new file: a sentence, and no half-made file that could not be opened later. */
static void
test_disk_full_at_first (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GwStore *store;

  gw_test_vfs_register ();
  gw_test_vfs_reset ();
  gw_test_vfs_fill_disk (TRUE);
  store = open_over_vfs (self, &error);
  g_assert_null (store);
  g_assert_error (error, GW_ERROR, GW_ERROR_DISK_FULL);
  g_clear_error (&error);
  gw_test_vfs_fill_disk (FALSE);
  store = open_over_vfs (self, &error);
  g_assert_no_error (error);
  fixture_close (store);
}

static void
add_cuts (const char *path, guint survival)
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (survival), fixture_set_up, test_cuts,
              fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cuts ("/power-cut/nothing-survives", 0);
  add_cuts ("/power-cut/some-survives", 50);
  add_cuts ("/power-cut/all-survives", 100);
  FIXTURE_ADD ("/power-cut/while-migrating", test_cut_while_migrating);
  FIXTURE_ADD ("/power-cut/disk-full", test_disk_full);
  FIXTURE_ADD ("/power-cut/disk-full-at-first", test_disk_full_at_first);
  return g_test_run ();
}
