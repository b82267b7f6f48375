/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every `_async` call: it answers on the main context what its `_sync` twin answers, and a refusal
 * as an error, never at once.
 */
#include "config.h"

#include "gw-attachment-store.h"
#include "gw-backup.h"
#include "gw-row-clock.h"
#include "gw-store-draft.h"
#include "gw-store-erase.h"
#include "gw-store-history.h"
#include "gw-store-search.h"
#include "gw-team-file.h"

#include "store-fixture.h"

#include <string.h>

/* The answer of the call under way; one at a time. */
static GAsyncResult *answer;

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_null (answer);
  answer = g_object_ref (result);
}

/* Waits for the answer of the call just made; the caller finishes it and then forgets it. */
static GAsyncResult *
wait_for_answer (void)
{
  g_assert_null (answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

static void
done (GError *error)
{
  g_assert_no_error (error);
  g_clear_object (&answer);
}

static void
done_with (GError **error, GwError code)
{
  g_assert_error (*error, GW_ERROR, (gint) code);
  g_clear_error (error);
  g_clear_object (&answer);
}

static GwRecord *
add_rose (Fixture *self, GwStore *store)
{
  GwRecord *rose = fixture_make_person ("Rose");

  fixture_insert (self, store, rose);
  return rose;
}

static void
test_reads (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) rose = add_rose (self, store);
  g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
  g_autoptr (GwRecord) read = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) history = NULL;
  GError *error = NULL;

  gw_store_count_async (store, query, NULL, on_answer, NULL);
  g_assert_cmpint (gw_store_count_finish (store, wait_for_answer (), &error), ==, 1);
  done (error);
  gw_store_get_async (store, &fixture_person_type, gw_record_get_id (rose), NULL, on_answer, NULL);
  read = gw_store_get_finish (store, wait_for_answer (), &error);
  done (error);
  g_assert_true (gw_record_equal (read, rose));
  gw_store_get_async (store, &fixture_person_type, gw_id_new (), NULL, on_answer, NULL);
  g_assert_null (gw_store_get_finish (store, wait_for_answer (), &error));
  done_with (&error, GW_ERROR_NOT_FOUND);
  gw_store_search_async (store, "ro", NULL, 5, NULL, on_answer, NULL);
  found = gw_store_search_finish (store, wait_for_answer (), &error);
  done (error);
  g_assert_cmpuint (found->len, ==, 1);
  gw_store_history_async (store, &fixture_person_type, gw_record_get_id (rose), 0, NULL, on_answer,
                          NULL);
  history = gw_store_history_finish (store, wait_for_answer (), &error);
  done (error);
  g_assert_cmpuint (history->len, ==, 1);
  fixture_close (store);
}

static void
test_groups (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) rose = add_rose (self, store);
  g_autoptr (GPtrArray) groups = NULL;
  GError *error = NULL;

  gw_store_list_groups_async (store, 5, NULL, on_answer, NULL);
  groups = gw_store_list_groups_finish (store, wait_for_answer (), &error);
  done (error);
  g_assert_cmpuint (groups->len, ==, 1);
  fixture_close (store);
}

static void
test_local (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  GwId id = gw_id_new ();
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *setting = NULL;
  GError *error = NULL;

  gw_store_keep_draft_async (store, &fixture_person_type, id, "x", NULL, on_answer, NULL);
  g_assert_true (gw_store_keep_draft_finish (store, wait_for_answer (), &error));
  done (error);
  gw_store_list_drafts_async (store, NULL, on_answer, NULL);
  drafts = gw_store_list_drafts_finish (store, wait_for_answer (), &error);
  done (error);
  g_assert_cmpuint (drafts->len, ==, 1);
  gw_store_get_draft_async (store, &fixture_person_type, id, NULL, on_answer, NULL);
  draft = gw_store_get_draft_finish (store, wait_for_answer (), &error);
  done (error);
  g_assert_cmpstr (draft, ==, "x");
  gw_store_drop_draft_async (store, &fixture_person_type, id, NULL, on_answer, NULL);
  g_assert_true (gw_store_drop_draft_finish (store, wait_for_answer (), &error));
  done (error);
  gw_store_put_local_async (store, "user", "amina", NULL, on_answer, NULL);
  g_assert_true (gw_store_put_local_finish (store, wait_for_answer (), &error));
  done (error);
  gw_store_get_local_async (store, "user", NULL, on_answer, NULL);
  setting = gw_store_get_local_finish (store, wait_for_answer (), &error);
  done (error);
  g_assert_cmpstr (setting, ==, "amina");
  fixture_close (store);
}

/* A store that only looks refuses, by way of the main context. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_READ_ONLY);
  g_autoptr (GwChange) change = gw_change_new ("Nothing");
  GError *error = NULL;
  GwStore *store;

  fixture_close (fixture_open (self));
  store = gw_store_open_sync (&config, NULL, &error);
  g_assert_no_error (error);
  gw_store_submit_async (store, change, self->author, NULL, on_answer, NULL);
  g_assert_null (gw_store_submit_finish (store, wait_for_answer (), &error));
  done_with (&error, GW_ERROR_READ_ONLY);
  gw_store_put_local_async (store, "user", "amina", NULL, on_answer, NULL);
  g_assert_false (gw_store_put_local_finish (store, wait_for_answer (), &error));
  done_with (&error, GW_ERROR_READ_ONLY);
  gw_store_keep_draft_async (store, &fixture_person_type, gw_id_new (), "x", NULL, on_answer, NULL);
  g_assert_false (gw_store_keep_draft_finish (store, wait_for_answer (), &error));
  done_with (&error, GW_ERROR_READ_ONLY);
  fixture_close (store);
}

static void
test_open_refused (Fixture *self, gconstpointer data)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_NO_FLAGS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GError *error = NULL;

  gw_store_open_async (&config, NULL, on_answer, NULL);
  g_assert_null (gw_store_open_finish (wait_for_answer (), &error));
  done_with (&error, GW_ERROR_NOT_FOUND);
  config.flags = GW_STORE_CREATE;
  g_cancellable_cancel (cancellable);
  g_assert_null (gw_store_open_sync (&config, cancellable, &error));
  done_with (&error, GW_ERROR_CANCELLED);
}

static void
test_cancelled_before_it_began (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  g_autoptr (GwChange) change = gw_change_new ("Add");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GError *error = NULL;

  gw_change_insert (change, rose);
  g_cancellable_cancel (cancellable);
  gw_store_submit_async (store, change, self->author, cancellable, on_answer, NULL);
  g_assert_null (gw_store_submit_finish (store, wait_for_answer (), &error));
  done_with (&error, GW_ERROR_CANCELLED);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 0);
  fixture_close (store);
}

static void
test_attachments (Fixture *self, gconstpointer data)
{
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (self->path);
  g_autoptr (GBytes) photo = g_bytes_new_static ("photo", 5);
  g_autoptr (GBytes) read = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;

  gw_attachment_store_put_async (attachments, photo, NULL, on_answer, NULL);
  name = gw_attachment_store_put_finish (attachments, wait_for_answer (), &error);
  done (error);
  gw_attachment_store_get_async (attachments, name, NULL, on_answer, NULL);
  read = gw_attachment_store_get_finish (attachments, wait_for_answer (), &error);
  done (error);
  g_assert_true (g_bytes_equal (read, photo));
  gw_attachment_store_get_async (attachments, "nothing", NULL, on_answer, NULL);
  g_assert_null (gw_attachment_store_get_finish (attachments, wait_for_answer (), &error));
  done_with (&error, GW_ERROR_NOT_FOUND);
}

static void
test_backups (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) rose = add_rose (self, store);
  g_autoptr (GwBackup) backup = NULL;
  g_autofree char *aside = NULL;
  GError *error = NULL;

  gw_backup_make_async (store, NULL, NULL, on_answer, NULL);
  backup = gw_backup_make_finish (store, wait_for_answer (), &error);
  done (error);
  gw_backup_make_async (store, "/nowhere/at/all", NULL, on_answer, NULL);
  g_assert_null (gw_backup_make_finish (store, wait_for_answer (), &error));
  done_with (&error, GW_ERROR_NOT_FOUND);
  fixture_close (store);
  gw_backup_restore_async (self->path, backup->path, self->clock, NULL, on_answer, NULL);
  aside = gw_backup_restore_finish (wait_for_answer (), &error);
  done (error);
  gw_backup_restore_async (self->path, "/nowhere", self->clock, NULL, on_answer, NULL);
  g_assert_null (gw_backup_restore_finish (wait_for_answer (), &error));
  done_with (&error, GW_ERROR_NOT_FOUND);
}

static void
test_team_files (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autofree char *file = g_build_filename (self->folder, "a.gwteam", NULL);
  g_autofree char *copy = g_build_filename (self->folder, "copy.gw", NULL);
  GError *error = NULL;

  gw_team_file_export_async (store, file, GW_TEAM_FILE_NO_FLAGS, NULL, on_answer, NULL);
  g_assert_true (gw_team_file_export_finish (store, wait_for_answer (), &error));
  done (error);
  gw_team_file_export_async (store, "/nowhere/at/all.gwteam", GW_TEAM_FILE_NO_FLAGS, NULL,
                             on_answer, NULL);
  g_assert_false (gw_team_file_export_finish (store, wait_for_answer (), &error));
  g_clear_error (&error);
  g_clear_object (&answer);
  gw_team_file_import_async (file, copy, NULL, on_answer, NULL);
  g_assert_true (gw_team_file_import_finish (wait_for_answer (), &error));
  done (error);
  gw_team_file_import_async (file, copy, NULL, on_answer, NULL);
  g_assert_false (gw_team_file_import_finish (wait_for_answer (), &error));
  done_with (&error, GW_ERROR_INVALID);
  fixture_close (store);
}

static void
test_erase (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) rose = add_rose (self, store);
  GwRecordKey key = { &fixture_person_type, gw_record_get_id (rose) };
  GwRecordKey nobody = { &fixture_person_type, gw_id_new () };
  g_autoptr (GwCommit) commit = NULL;
  GError *error = NULL;

  gw_store_erase_async (store, &key, 1, self->author, "Erase", on_answer, NULL);
  commit = gw_store_erase_finish (store, wait_for_answer (), &error);
  done (error);
  g_assert_cmpuint (gw_commit_get_info (commit)->sequence, ==, 2);
  gw_store_erase_async (store, &nobody, 1, self->author, "Erase", on_answer, NULL);
  g_assert_null (gw_store_erase_finish (store, wait_for_answer (), &error));
  done_with (&error, GW_ERROR_NOT_FOUND);
  fixture_close (store);
}

/* --- stamps --- */

static void
test_stamps_grow (void)
{
  const guint8 device[8] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  GwStamp last = { { 0 } };

  for (guint i = 0; i < 200000; i++)
    {
      gint64 now = i < 100000 ? 1000 : 500; /* set back half way */
      GwStamp next = gw_stamp_next (gw_stamp_get_time (last), now, device);

      g_assert_cmpint (memcmp (&next, &last, sizeof next), >, 0);
      last = next;
    }
}

static void
test_stamps_of_fields (void)
{
  const guint8 device[8] = { 0 };
  g_autoptr (GByteArray) stamps = g_byte_array_new ();
  const guint16 numbers[] = { 7, 300, 0, 12, 7 };
  GwStamp stamp = { { 0 } };
  GwStamp found;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      stamp = gw_stamp_next (gw_stamp_get_time (stamp), 1000 + i, device);
      gw_stamps_set (stamps, numbers[i], stamp);
      g_assert_true (gw_stamps_find (stamps->data, stamps->len, numbers[i], &found));
      g_assert_cmpmem (&found, sizeof found, &stamp, sizeof stamp);
    }
  g_assert_cmpuint (stamps->len, ==, 4 * GW_STAMP_ENTRY_BYTES);
  g_assert_false (gw_stamps_find (stamps->data, stamps->len, 8, &found));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/async/reads", test_reads);
  FIXTURE_ADD ("/async/groups", test_groups);
  FIXTURE_ADD ("/async/local", test_local);
  FIXTURE_ADD ("/async/read-only", test_read_only);
  FIXTURE_ADD ("/async/open-refused", test_open_refused);
  FIXTURE_ADD ("/async/cancelled", test_cancelled_before_it_began);
  FIXTURE_ADD ("/async/attachments", test_attachments);
  FIXTURE_ADD ("/async/backups", test_backups);
  FIXTURE_ADD ("/async/team-files", test_team_files);
  FIXTURE_ADD ("/async/erase", test_erase);
  g_test_add_func ("/stamps/grow", test_stamps_grow);
  g_test_add_func ("/stamps/of-fields", test_stamps_of_fields);
  return g_test_run ();
}
