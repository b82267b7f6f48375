/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that is more than one file: attachments, backups, whole-team files, and erasing, which
 * has to find all of them.
 */
#include "config.h"

#include "gw-attachment-store.h"
#include "gw-backup-rotation.h"
#include "gw-backup.h"
#include "gw-store-draft.h"
#include "gw-store-erase.h"
#include "gw-store-history.h"
#include "gw-store-search.h"
#include "gw-team-file.h"

#include "store-fixture.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECRET "Xylophone-7319"

static char *
put (GwAttachmentStore *attachments, const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;
  char *name = gw_attachment_store_put_sync (attachments, bytes, NULL, &error);

  g_assert_no_error (error);
  return name;
}

static void
test_attachments (Fixture *self, gconstpointer data)
{
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (self->path);
  g_autofree char *name = put (attachments, "a photo");
  g_autofree char *again = put (attachments, "a photo");
  g_autofree char *path = gw_attachment_store_dup_path (attachments, name);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, again);
  bytes = gw_attachment_store_get_sync (attachments, name, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a photo", 7);
  g_assert_null (gw_attachment_store_put_sync (attachments, nothing, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (gw_attachment_store_dup_path (attachments, "../../etc/passwd"));
  g_assert_null (gw_attachment_store_get_sync (attachments, "../../etc/passwd", NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "a photu", 7, NULL));
  g_assert_null (gw_attachment_store_get_sync (attachments, name, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CORRUPT);
  g_free (again);
  again = put (attachments, "a photo");
  g_clear_error (&error);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = gw_attachment_store_get_sync (attachments, name, NULL, &error);
  g_assert_no_error (error);
}

/* What lies in an attachment's place and is none must neither be waited for nor be read whole. */
static void
test_no_attachments (Fixture *self, gconstpointer data)
{
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (self->path);
  g_autofree char *name = put (attachments, "a photo");
  g_autofree char *path = gw_attachment_store_dup_path (attachments, name);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (truncate (path, GW_ATTACHMENT_MAX_BYTES + 1), ==, 0);
  g_assert_null (gw_attachment_store_get_sync (attachments, name, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (gw_attachment_store_get_sync (attachments, name, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
}

/* --- backups --- */

static GwBackup *
make_backup (GwStore *store, const char *second_folder)
{
  g_autoptr (GError) error = NULL;
  GwBackup *backup = gw_backup_make_sync (store, second_folder, NULL, &error);

  g_assert_no_error (error);
  return backup;
}

static void
test_backup_and_restore (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  g_autoptr (GwRecord) sam = fixture_make_person ("Sam");
  g_autoptr (GwBackup) backup = NULL;
  g_autoptr (GPtrArray) set_aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  fixture_insert (self, store, rose);
  backup = make_backup (store, NULL);
  g_assert_cmpint (backup->instant.value, ==, FIXTURE_NOW.value);
  fixture_insert (self, store, sam);
  g_assert_null (gw_backup_restore_sync (self->path, backup->path, self->clock, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_BUSY);
  g_clear_error (&error);
  fixture_close (store);

  aside = gw_backup_restore_sync (self->path, backup->path, self->clock, NULL, &error);
  g_assert_no_error (error);
  set_aside = gw_backup_list_aside_sync (self->path);
  g_assert_cmpuint (set_aside->len, ==, 1);
  g_assert_cmpstr (((GwBackup *) set_aside->pdata[0])->path, ==, aside);
  g_assert_true (((GwBackup *) set_aside->pdata[0])->is_aside);
  g_assert_cmpint (((GwBackup *) set_aside->pdata[0])->instant.value / G_USEC_PER_SEC, ==,
                   FIXTURE_NOW.value / G_USEC_PER_SEC);
  store = fixture_open (self);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 1);
  fixture_close (store);
  g_free (self->path);
  self->path = g_steal_pointer (&aside);
  store = fixture_open (self);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 2);
  fixture_close (store);
}

/* The file is beyond help; its backup is not. */
static void
test_restore_over_damage (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  g_autoptr (GwBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  fixture_insert (self, store, rose);
  backup = make_backup (store, NULL);
  fixture_close (store);
  g_assert_true (g_file_set_contents (self->path, "rubbish", 7, NULL));
  aside = gw_backup_restore_sync (self->path, backup->path, self->clock, NULL, &error);
  g_assert_no_error (error);
  store = fixture_open (self);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 1);
  fixture_close (store);
}

static void
test_damaged_backup (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  g_autoptr (GwBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize n_bytes;

  fixture_insert (self, store, rose);
  backup = make_backup (store, NULL);
  fixture_close (store);
  g_assert_true (g_file_get_contents (backup->path, &content, &n_bytes, NULL));
  memset (content + 4096, 0x5a, 8192);
  g_assert_true (g_file_set_contents (backup->path, content, (gssize) n_bytes, NULL));
  g_assert_null (gw_backup_restore_sync (self->path, backup->path, self->clock, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CORRUPT);
  store = fixture_open (self);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 1);
  fixture_close (store);
}

static void
test_second_place (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autofree char *stick = g_build_filename (self->folder, "stick", NULL);
  g_autofree char *inside = g_build_filename (stick, "team.gw", NULL);
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (self->path);
  g_autoptr (GwAttachmentStore) copies = gw_attachment_store_new (inside);
  g_autofree char *name = put (attachments, "a photo");
  g_autoptr (GwBackup) backup = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (stick, 0700);
  backup = make_backup (store, stick);
  there = gw_backup_list_sync (self->path, stick, NULL);
  g_assert_cmpuint (there->len, ==, 1);
  bytes = gw_attachment_store_get_sync (copies, name, NULL, NULL);
  g_assert_nonnull (bytes);
  g_assert_null (gw_backup_make_sync (store, "/nowhere/at/all", NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_NOT_FOUND);
  fixture_close (store);
}

/* Ten weeks of four backups a day: the newest 10, a week of days, eight weeks. */
static void
test_rotation (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_backup_free);
  GTimeZone *zone = gw_clock_get_zone (self->clock);
  guint n_kept = 0;
  gint64 oldest = G_MAXINT64;

  for (guint i = 0; i < 280; i++)
    {
      GwBackup *backup = g_new0 (GwBackup, 1);

      backup->instant.value = FIXTURE_NOW.value - (gint64) i * 6 * G_TIME_SPAN_HOUR;
      g_ptr_array_add (backups, backup);
    }
  for (guint i = 0; i < backups->len; i++)
    if (gw_backup_is_kept (backups, i, zone))
      {
        n_kept++;
        oldest = ((GwBackup *) backups->pdata[i])->instant.value;
      }
  /* 10 recent reach over 3 days; 4 more days; 8 weeks of which 2 are among those. */
  g_assert_cmpuint (n_kept, ==, 10 + 4 + 6);
  g_assert_cmpint (FIXTURE_NOW.value - oldest, >, 42 * G_TIME_SPAN_DAY);
}

/* --- whole-team files --- */

static GwRecord *
add_rose (Fixture *self, GwStore *store, const char *photo)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&fixture_person_type);
  GwRecord *rose;

  gw_draft_set_text (draft, PERSON_NAME, "Rose");
  gw_draft_set_text (draft, PERSON_CODE, SECRET);
  gw_draft_set_text (draft, PERSON_PHOTO, photo);
  rose = gw_draft_build (draft);
  fixture_insert (self, store, rose);
  return rose;
}

static void
check_import (Fixture *self, const char *team_file, GwId id, const char *photo, const char *code)
{
  g_autofree char *path = g_strdup (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwRecord) rose = NULL;
  g_autoptr (GwAttachmentStore) attachments = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GwStore *store;

  g_free (self->path);
  self->path = g_strdup_printf ("%s/imported-%s.gw", self->folder, *code ? "with" : "without");
  g_assert_true (gw_team_file_import_sync (team_file, self->path, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (gw_team_file_import_sync (team_file, self->path, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
  store = fixture_open (self);
  rose = fixture_get (store, &fixture_person_type, id);
  g_assert_cmpstr (gw_record_get_text (rose, PERSON_NAME), ==, "Rose");
  g_assert_cmpstr (gw_record_get_text (rose, PERSON_CODE), ==, code);
  attachments = gw_attachment_store_new (self->path);
  bytes = gw_attachment_store_get_sync (attachments, photo, NULL, NULL);
  g_assert_nonnull (bytes);
  fixture_close (store);
  g_free (self->path);
  self->path = g_steal_pointer (&path);
}

static void
test_team_file (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autofree char *file = g_build_filename (self->folder, "hand-over.gwteam", NULL);
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (self->path);
  g_autofree char *photo = put (attachments, "a photo");
  g_autoptr (GwRecord) rose = add_rose (self, store, photo);
  g_autoptr (GwRecord) edited = fixture_set_text (self, store, rose, PERSON_CODE, SECRET "-2");
  g_autoptr (GwTeamFilePreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  GwId id = gw_record_get_id (rose);

  g_assert_true (gw_team_file_export_sync (store, file, GW_TEAM_FILE_NO_FLAGS, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (fixture_file_holds (file, SECRET));
  preview = gw_team_file_preview_sync (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (preview->has_sealed);
  g_assert_cmpuint (preview->n_attachments, ==, 1);
  g_assert_cmpuint (preview->sequence, ==, 2);
  g_assert_cmpint (preview->instant.value, ==, FIXTURE_NOW.value);
  g_assert_cmpuint (preview->counts->len, ==, 3);
  g_assert_cmpuint (((GwTeamFileCount *) preview->counts->pdata[0])->n_records, ==, 1);
  check_import (self, file, id, photo, "");
  g_assert_true (gw_team_file_export_sync (store, file, GW_TEAM_FILE_WITH_SEALED, NULL, &error));
  g_assert_no_error (error);
  check_import (self, file, id, photo, SECRET "-2");
  fixture_close (store);
}

static void
test_not_a_team_file (Fixture *self, gconstpointer data)
{
  g_autofree char *file = g_build_filename (self->folder, "rubbish.gwteam", NULL);
  g_autofree char *target = g_build_filename (self->folder, "new.gw", NULL);
  g_autoptr (GError) error = NULL;

  fixture_close (fixture_open (self));
  g_assert_true (g_file_set_contents (file, "rubbish", 7, NULL));
  g_assert_null (gw_team_file_preview_sync (file, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (gw_team_file_import_sync (file, target, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_null (gw_team_file_preview_sync (self->path, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CORRUPT);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

/* --- erasing --- */

static void
test_erase (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (self->path);
  g_autofree char *photo = put (attachments, "photo of " SECRET);
  g_autoptr (GwRecord) sam = fixture_make_person ("Sam");
  g_autoptr (GwRecord) rose = add_rose (self, store, photo);
  g_autoptr (GwRecord) named = fixture_set_text (self, store, rose, PERSON_NAME, SECRET " Tanner");
  g_autoptr (GwRecord)
      noted = fixture_set_text (self, store, named, PERSON_NOTES, SECRET " likes tea");
  g_autoptr (GwBackup) backup = make_backup (store, NULL);
  GwRecordKey key = { &fixture_person_type, gw_record_get_id (rose) };
  GwChange *change = gw_change_new ("Edit " SECRET);
  g_autoptr (GwDraft) draft = gw_draft_new_for (noted);
  g_autoptr (GwCommit) labelled = NULL;
  g_autoptr (GwCommit) commit = NULL;
  g_autoptr (GwRecord) left = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  gboolean gap = FALSE;

  fixture_insert (self, store, sam);
  gw_draft_set_integer (draft, PERSON_BORN, 1);
  gw_change_add_draft (change, draft);
  labelled = fixture_submit (self, store, change);
  gw_store_keep_draft_sync (store, key.type, key.id, SECRET, NULL, NULL);
  g_assert_true (fixture_tree_holds (self->folder, SECRET));

  commit = gw_store_erase_sync (store, &key, 1, self->author, "Erase a person's data", &error);
  g_assert_no_error (error);
  g_assert_false (fixture_tree_holds (self->folder, SECRET));
  left = fixture_get (store, key.type, key.id);
  g_assert_true (gw_record_is_deleted (left));
  g_assert_false (gw_record_has (left, PERSON_NAME));
  found = gw_store_search_sync (store, "tanner", NULL, 5, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 0);
  history = gw_store_history_sync (store, key.type, key.id, 1, NULL, NULL);
  g_assert_cmpint (((GwHistoryEntry *) history->pdata[0])->kind, ==, GW_HISTORY_ERASED);
  g_assert_cmpstr (((GwHistoryEntry *) history->pdata[0])->label, ==, "Erase a person's data");
  g_ptr_array_unref (gw_change_feed_pull (gw_store_get_feed (store), 1, &gap));
  g_assert_true (gap);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 1);

  g_assert_null (gw_store_dup_group_sync (store, gw_commit_get_info (labelled)->group, 0, 0, NULL,
                                          NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CONFLICT);
  change = gw_change_new ("Bring back");
  gw_change_restore (change, key.type, key.id);
  fixture_submit_fails (self, store, change, GW_ERROR_CONFLICT);
  fixture_close (store);
  g_assert_false (fixture_tree_holds (self->folder, SECRET));
}

static void
test_erase_missing (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  GwRecordKey key = { &fixture_person_type, gw_id_new () };
  g_autoptr (GError) error = NULL;

  g_assert_null (gw_store_erase_sync (store, &key, 1, self->author, "Erase", &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_NOT_FOUND);
  g_assert_cmpuint (gw_store_get_sequence (store), ==, 0);
  fixture_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/attachments/put-and-get", test_attachments);
  FIXTURE_ADD ("/attachments/none", test_no_attachments);
  FIXTURE_ADD ("/backup/restore", test_backup_and_restore);
  FIXTURE_ADD ("/backup/over-damage", test_restore_over_damage);
  FIXTURE_ADD ("/backup/damaged", test_damaged_backup);
  FIXTURE_ADD ("/backup/second-place", test_second_place);
  FIXTURE_ADD ("/backup/rotation", test_rotation);
  FIXTURE_ADD ("/team-file/round-trip", test_team_file);
  FIXTURE_ADD ("/team-file/not-one", test_not_a_team_file);
  FIXTURE_ADD ("/erase/nothing-left", test_erase);
  FIXTURE_ADD ("/erase/missing", test_erase_missing);
  return g_test_run ();
}
